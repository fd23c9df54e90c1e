import { joins, type Word } from "./words.js";

/** A set of words parted by white space. */
export const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Titles before a name, and the sex that they tell: m, f or nothing. After these any word with a capital is a name. */
export const CIVIL_TITLES: ReadonlyMap<string, "m" | "f" | ""> = new Map([
  ...["mr", "sir", "mister"].map((t) => [t, "m"] as const),
  ["lord", "m"],
  ["lady", "f"],
  ...["mrs", "ms", "miss", "dame"].map((t) => [t, "f"] as const),
  ...["mx", "dr", "prof", "professor", "cllr", "councillor", "rev", "reverend", "rabbi", "imam"].map(
    (t) => [t, ""] as const,
  ),
]);

/** Ranks, offices and kin that stand before a name but also elsewhere: the next word must look like a name. */
export const OTHER_TITLES: ReadonlyMap<string, "m" | "f" | ""> = new Map([
  ...["uncle", "grandad", "granddad", "grandpa", "father"].map((t) => [t, "m"] as const),
  ...[
    "aunty",
    "auntie",
    "aunt",
    "nan",
    "nana",
    "nanna",
    "nanny",
    "granny",
    "gran",
    "grandma",
    "sister",
    "matron",
    "mam",
    "mum",
  ].map((t) => [t, "f"] as const),
  ...(
    "pc dc ds di dci dsu dsi wpc wdc pcso tdc acc dcc ci ps sgt sergeant serjeant insp inspector supt superintendent constable detective det officer judge justice coroner commissioner " +
    "doctor nurse coach pastor bishop canon vicar captain major colonel sheikh maulana hafiz chief brother bruv big little old young baby"
  )
    .split(" ")
    .map((t) => [t, ""] as const),
]);

/** Words that stand after a title and are no name: "Mr Chairman", "Sir, Madam". */
export const NOT_AFTER_TITLE = set(
  "chairman chair chairwoman chief mayor chancellor lieutenant advocate high lords ladies mr mrs ms speaker president madam sir justice minister secretary and or of who the said is was inspector constable sergeant superintendent commissioner officer general world universe right can will i you",
);

/** Titles that are as often adjectives: "Big Dave", "young people". */
export const NICKNAMING = set(
  "big little lil old young younger older elder tiny wee baby fat tall skinny mad daft chief",
);
/** What is called something and is no person: "a place called Harold Park". */
export const CALLED_THING = set(
  "place area estate road street town village city project programme scheme app site website game company firm charity service team group gang crew line lines operation shop pub club school college building flats block drug dog horse book film song model tool system approach report process form unit organisation",
);
/** Who is "known as" something. */
export const PERSON_CALLED = set(
  "man woman lad boy girl male female dealer guy bloke he she who person also one kid youth individual suspect nominal runner is was and",
);
/** Months and days: never a surname. */
export const TIME_NAMES = set(
  "january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday christmas easter ramadan today",
);
/** After an owner's mark these end the name of a body or a place: "King's Cross". */
export const OWNED_BODY =
  /^(?:college|hospital|school|church|academy|road|street|square|park|hall|trust|cross|lynn|arms|head|gate|way|court|house|parade|counsel|speech|bench|theatre|green|lane|hill|wood|market|day)$/;
export const PAST_VERBS = /(?:ed|said|was|had|went|got|came|told|did|used|ran|knew|took|gave|left|lost|sold|kept)$/;
const TOLD_OF =
  /^(?:arrested|seen|placed|referred|recruited|groomed|sectioned|jailed|charged|sentenced|convicted|remanded|released|bailed|excluded|stabbed|shot|killed|born|missing|homeless|scared|crying|involved|moved|\d{1,4}|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|adopted|pregnant|asked|told)$/;

/** Whether what follows is said of people only: "was arrested", "is fourteen". */
export function tellsOfPerson(words: readonly Word[], to: number): boolean {
  const verb = words[to];
  const told = words[to + 1];
  if (verb?.gap !== "space" || told?.gap !== "space" || !/^(?:is|was|got|has|had|been|isn't|wasn't)$/.test(verb.lower))
    return false;
  if (/^(?:the|a|an|my|our|his|her|their)$/.test(told.lower)) {
    // "is the nurse", "was our youth worker"
    for (let k = to + 2; k < to + 4 && words[k]?.gap === "space"; k++)
      if (OFFICE.has(words[k]!.lower) || KIN.has(words[k]!.lower)) return true;
  }
  // "had just turned 16"
  const turned = told.lower === "just" ? to + 2 : to + 1;
  if (words[turned]?.lower === "turned" && AGE.test(words[turned + 1]?.lower ?? "")) return true;
  return TOLD_OF.test(told.lower) || (told.lower === "been" && TOLD_OF.test(words[to + 2]?.lower ?? ""));
}

export const CALLED = set("called named nicknamed aka surnamed christened");
/** Kin and company: "his cousin Tyrell". */
export const KIN = set(
  "son sons daughter brother sister mum mother mam dad father stepdad stepmum stepson stepdaughter stepfather stepmother cousin uncle aunt aunty auntie nan nana gran grandma grandad granny nephew niece husband wife partner girlfriend boyfriend fiance fiancee fella ex mate mates bestie friend friends pal baby twin kid lad girl boy bloke guy fella missus daughters",
);
const OFFICE = set(
  "worker officer teacher head headteacher manager nurse colleague colleagues pupil student client resident tenant neighbour victim suspect offender nominal dealer inspector constable sergeant superintendent detective warden caretaker coach mentor counsellor solicitor barrister keyworker supervisor landlord landlady chair deputy director lead commander councillor mp witness defendant facilitator interviewer speaker woman man person foster carer counsel clerk",
);
/** Whether a form is that of an office that somebody holds. */
export function isOfficeWord(lower: string): boolean {
  return OFFICE.has(lower);
}
/** Whether a word names an office that somebody holds: "sergeant", "nurse". */
export function isOffice(words: readonly Word[], at: number): boolean {
  return words[at]?.gap === "space" && OFFICE.has(words[at]!.lower);
}
export const BEFORE_PERSON = set(
  "ask asked asking tell told telling thank thanks thanked met meet saw seen rang ringing phoned phone emailed texted messaged love loved miss missed hi hello hey morning cheers sorry bless dear per said says spoke remember visited arrested helped knew know let made hit attacked stabbed punched robbed shot killed threatened followed approached groomed recruited exploited assaulted beat kidnapped referred interviewed contacted supported warned",
);
/** Verbs that reach a person through a preposition: "ask for Tommo", "worry about Bobby". */
const REACHING = set(
  "ask asked asking speak speaks spoke speaking spoken talk talked talking worry worried worrying heard hear hearing live lives lived living stay stays stayed staying scared afraid listen listened thanks email referral hand handed gave give sold sell shouted laughed look looked looking stared staring swore swung screamed yelled pointed smiled lunged jealous proud happened happens happening",
);
const FAMILY = set("brothers sisters twins family families siblings boys girls cousins household");
const STRONG_VERBS = set(
  "said says saying disagreed queried argued chaired attended outlined presented introduced summarised wondered thanked questioned told tells asked asks reckons reckoned thinks thought knew knows mentioned noted explained added agreed replied commented suggested stated described reported raised felt feels rang phoned texted emailed called wants wanted got gets went goes came comes left lives lived died moved started stopped turned ended owed owes owns sold sells ran runs worked works used uses took takes gave gives made makes did does didn't doesn't wasn't isn't hasn't hadn't wouldn't couldn't who whose himself herself spoke speaks told kept keeps lost loves loved needed needs tried tries talked talks opened told walked looked looks heard saw sees met brought brings laughed cried smiled nodded disclosed admitted denied claimed pointed emphasised confirmed acknowledged highlighted shared stressed recalled stays stayed sat stood joined grew asked had's",
);
const WEAK_VERBS = set("is was were has had would could will can't won't and or");
/** What belongs to a person: "Tyrell's mum", "Grace's flat". */
const BELONGINGS = set(
  "mum mam mother dad father brother sister son daughter nan gran uncle aunt aunty cousin mate mates friend friends partner girlfriend boyfriend wife husband baby kids children family parents house flat home place phone number room bedroom car bike case worker door name story school bag money debt death head face hand mind husband's background situation experience behaviour social youth key support tenancy file landlord boss teacher solicitor bail trial sentence funeral inquest stepdad stepmum grandad grandma auntie ex page profile account video post posts link photo photos picture email pension benefits benefit keys wages",
);
const DETERMINERS = set("the a an this these those each any every some another");
const PLACE_PREPOSITIONS = set(
  "in at near around across outside throughout within into inside towards between beyond round through via",
);
const WEAK_PREPOSITIONS = set("to from of on over up down off under");
const MOTION = set(
  "moved move moving went go goes going travel travelled travelling come comes came coming up down over out sent taken back train bus drive drove placed relocated runs ran goes gone get got way all across",
);
/** Of what is counted in these nobody is made. */
const AMOUNTS = set(
  "wrap wraps load loads bag bags bit bits gram grams line lines ounce ounces rock rocks pill pills tab tabs bottle bottles pack packs deal deals box boxes",
);
const DRUGS = set(
  "heroin crack cocaine coke weed cannabis ket ketamine spice pregabs pregabalin mdma pills xanax xans valium diazepam nitazenes amphetamine speed brown white methadone tramadol vapes",
);
const TOOL_VERBS = set("use uses using used on via app download downloaded through");
const JOURNEYS = set(
  "move moves moving travel travels travelling travelled go goes going went take takes taking took send sends sending driving relocated",
);
const AREA_WORDS = set(
  "area areas estate estates based side road street park ward end way side town village city station borough district region market centre lines gang crew boys boyz mandem app system team service project programme model tool website act report review scheme pathway framework hub unit data software database platform training course approach week day effect",
);

/** What ideas do as well as people: "Love does not come into it". */
export const ANYTHING_DOES = set(
  "does did doesn't didn't makes made takes took gives gave comes came goes went gets got works worked keeps kept lost turned moved started stopped ended runs ran needs needed lives died left is was has had used uses brought brings",
);
/** Nouns that end the name of a body, a street or a building: "Longfield Academy", "Victoria Road". Those that are surnames too are said apart. */
export const BODY_NOUNS = set(
  "council academy school primary secondary college university hospital hospitals surgery clinic practice road avenue ave drive crescent close square gardens terrace grove lane mews house houses centre center estate estates trust foundation fund charity inquiry enquiry review report act law bill award awards team service services project programme scheme hub unit club mosque church chapel cathedral temple gurdwara station bridge hotel inn arms pub hostel library building buildings tower towers prison hmp yoi stadium arena fc afc rfc united rovers athletic albion wanderers county ltd limited plc llp group associates solicitors partnership panel board committee commission institute society association network model method theory scale index syndrome disease college's infirmary nursery campus institute museum theatre court courts way street st rd park hall hill green field fields common wood woods farm lodge manor mill mills row place walk rise view point heights college district ward valley island islands city town village county borough day prize lecture cup league media news times herald post mail gazette line lines railway airport port harbour docks bay beach cove cliff cliffs shopping mall market bank building society police constabulary force operation inquest tribunal online limited uk",
);
export const BODY_OR_SURNAME = set(
  "park hall street green house hill way ward temple court church wood woods field fields mill mills lane bridge banks row place common farm manor lodge bank bill law port cup post price st tower towers city town castle county day wells",
);

/** Words with which Welsh puts a place before its name. */
export const WELSH_PLACE = set(
  "ysgol bryn cwm maes llys plas nant pont heol cae parc ty glan pen tre llan aber coed dyffryn",
);

/** Times that have a capital anyway. */
const CALENDAR_BEFORE = set(
  "in of since by until till last next early late this from to before after during mid through every each between",
);
export const CALENDAR = set("may april june august summer autumn winter spring easter christmas january");

/** An age in figures or words, as it stands after a name. */
const AGE = /^(?:1?\d|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)$/;
/** How a sentence goes on that has called somebody by name. */
const SPOKEN_TO = set(
  "do can could would will have did are what how you you've you're you'd i shall should any come thanks please sorry that's does is where when why who",
);

/** Words near a candidate that make it a person (above nought) or something else (below). Looks one or two words each way. */
export function signsAround(
  words: readonly Word[],
  from: number,
  to: number,
  isPerson: (at: number) => boolean,
): number {
  let score = 0;
  const first = words[from]!;
  const before = from > 0 && first.gap !== "end" && first.gap !== "mark" ? words[from - 1] : undefined;
  const after = to < words.length && (words[to]!.gap === "space" || words[to]!.gap === "comma") ? words[to] : undefined;
  const tail = words[to - 1]!.tail.toLowerCase().replace("’", "'");
  const owner = tail === "'s" && after !== undefined && BELONGINGS.has(after.lower);
  if (before) {
    const b = before.lower;
    const comma = first.gap === "comma";
    if (CALLED.has(b) && !comma) score += from > 1 && CALLED_THING.has(words[from - 2]!.lower) ? -4 : 4;
    else if (KIN.has(b) || (OFFICE.has(b) && before.shape === "lower")) score += 3;
    else if (BEFORE_PERSON.has(b)) score += 2;
    else if ((DETERMINERS.has(b) || CALLED_THING.has(b)) && !comma) score -= 3;
    // "between Olive and Kirsty"; "got into Daisy's flat", "gone to Dean's house": not a place but its owner
    else if (b === "between" && after?.lower === "and" && isPerson(to + 1)) score += 2;
    else if (PLACE_PREPOSITIONS.has(b) && !comma && !owner) score -= 4;
    // "a load of Charlie", "pregabs and Molly"
    else if (b === "of" && from > 1 && AMOUNTS.has(words[from - 2]!.lower)) score -= 6;
    else if ((b === "and" || b === "or") && from > 1 && DRUGS.has(words[from - 2]!.lower)) score -= 6;
    else if (TOOL_VERBS.has(b) && !comma) score -= 2;
    else if (WEAK_PREPOSITIONS.has(b) && !owner && from > 1 && MOTION.has(words[from - 2]!.lower)) score -= 3;
    else if (
      (b === "is" || b === "name's" || b === "as" || b === "was") &&
      from > 1 &&
      /^(?:name|known|surname|nickname|initials)$/.test(words[from - 2]!.lower)
    )
      score += 4;
    else if (b === "name" && before.tail !== "") score += 4;
    if ((b === "and" || b === "or" || comma) && from > 1 && isPerson(comma ? from - 1 : from - 2)) score += 2;
    // "Both Ditchfield and Peace are"
    if (b === "and" && from > 2 && words[from - 3]!.lower === "both" && isPerson(from - 2)) score += 2;
    // "Dutchy, Gizmo, Ryan": amid a list of people.
    if (comma && after?.gap === "comma" && isPerson(from - 1) && isPerson(to)) score += 2;
    // "me and Ruby were on shift"
    if (b === "both" && after?.lower === "and" && isPerson(to + 1)) score += 2;
    if (b === "and" && from > 1 && /^(?:me|him|her|us)$/.test(words[from - 2]!.lower)) score += 2;
    // "our Darren", "my Tyrell"
    if ((b === "our" || b === "my") && !comma) score += 1;
  }
  if (after) {
    const a = after.lower;
    const comma = after.gap === "comma";
    if (!comma && tail === "" && FAMILY.has(a) && !words[to - 1]!.lower.endsWith("ss"))
      score += /^(?:boys|girls)$/.test(a) ? 0 : 4;
    // "the Lewandowska lads"; "two ironbeck lads" are of a town
    if (!comma && tail === "" && a === "lads" && before?.lower === "the" && first.shape === "capital") score += 4;
    if (tail === "'s" && BELONGINGS.has(a)) score += 3;
    else if (!comma && tail === "" && STRONG_VERBS.has(a)) score += 3;
    else if (!comma && tail === "" && AREA_WORDS.has(a)) score -= 3;
    else if (!comma && tail === "" && WEAK_VERBS.has(a))
      score += a === "and" || a === "or" ? (to + 1 < words.length && isPerson(to + 1) ? 2 : 0) : 1;
    if (comma && KIN.has(a)) score += 1;
    // "Linh, who …", "Tyrell, 14, …"
    // "when they need a driver, Jaydon, he passed his test"
    if (comma && first.gap === "comma" && /^(?:he|she)$/.test(a)) score += 3;
    if (comma && (a === "who" || a === "aged" || AGE.test(a))) score += 3;
    // "Penny, do you want to come in?", "… with Penny, she moved"
    if (comma && first.gap === "end" && to - from === 1 && SPOKEN_TO.has(a)) score += 3;
  }
  if (
    before &&
    first.gap === "space" &&
    /^(?:for|to|with|about|from|at|on)$/.test(before.lower) &&
    from > 1 &&
    words[from - 1]!.gap === "space"
  ) {
    const told = before.lower === "to" && /^(?:said|says|say|saying|spoken)$/.test(words[from - 2]!.lower);
    if (told || REACHING.has(words[from - 2]!.lower)) score += before.lower === "at" ? 6 : 2;
  }
  if (
    tail === "'s" &&
    after &&
    words[to + 1]?.gap === "space" &&
    /^(?:older|younger|elder|big|little|best|new|old|own)$/.test(after.lower) &&
    BELONGINGS.has(words[to + 1]!.lower)
  )
    score += 3;
  if (before && !owner && first.gap === "space" && /^(?:to|from|into)$/.test(before.lower)) {
    // "taking children to Cleethorpes"
    for (let k = from - 2; k >= 0 && k > from - 6 && words[k + 1]!.gap === "space"; k--)
      if (JOURNEYS.has(words[k]!.lower)) score -= 3;
  }
  if (tail === "'ll" || tail === "'d") score += 2;
  if (before && tail === "") {
    // "we've lost May now, she moved to Derby"
    const resumes = [to + 1, to + 2].find((k) => words[k]?.gap === "comma");
    if (resumes !== undefined && /^(?:he|she)(?:'s|'d)?$/.test(words[resumes]!.lower)) score += 2;
  }
  return score;
}

/** Whether a name of a month or season stands as one: "in May", "14 May", "May 2019". */
export function isCalendarTime(words: readonly Word[], at: number): boolean {
  const before = at > 0 && words[at]!.gap !== "end" ? words[at - 1]! : undefined;
  const after = words[at + 1];
  if (before && (CALENDAR_BEFORE.has(before.lower) || before.shape === "code")) return true;
  // "in April and May"
  if (
    before &&
    /^(?:and|or)$/.test(before.lower) &&
    at > 1 &&
    (TIME_NAMES.has(words[at - 2]!.lower) || CALENDAR.has(words[at - 2]!.lower))
  )
    return true;
  if (before && /(?:st|nd|rd|th|first|second|third|teenth|eth)$/.test(before.lower) && before.lower.length > 3)
    return true;
  return (
    after !== undefined &&
    joins(after.gap) &&
    (after.shape === "code" || /^(?:bank|half|holiday|elections?|term|time)$/.test(after.lower))
  );
}

/** Whether a preposition of place or a motion stands before: "in Jordan", "moved to Preston". */
export function standsAsPlace(words: readonly Word[], at: number): boolean {
  const before = at > 0 && words[at]!.gap === "space" ? words[at - 1]!.lower : "";
  if (PLACE_PREPOSITIONS.has(before) || WEAK_PREPOSITIONS.has(before)) return true;
  const after = words[at + 1];
  return after !== undefined && after.gap === "space" && AREA_WORDS.has(after.lower);
}
