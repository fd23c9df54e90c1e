import type { Detail } from "./detail.js";

/** The 124 postcode areas of the United Kingdom, the Crown dependencies included. */
const AREAS = new Set(
  (
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX " +
    "IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY " +
    "TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE"
  ).split(" "),
);
const POSTCODE = /\b([A-Z]{1,2})(\d[A-Z\d]?)(?:[ \t\u00a0]{0,2}|[-–])(\d[A-Z]{2})\b/gi;
/** Letters that no inward code has; a unit of measure after a road ("M1 5KM") has them too. */
const NEVER_INWARD = /[CIKMOV]/i;
const UNIT = /^\d(?:km|cm|mm|kg|mg|mb|pm|am)$/i;
const GIRO = /\bGIR ?0AA\b/gi;
const ORDINAL = /^(?:1st|2nd|3rd|[04-9]th)$/;

/**
 * Full postcodes whose area exists, or that are written in capitals as nothing else is ("IB4 9DL": a slip of the pen is as telling). A
 * district alone ("the LS8 lads") is an area and stays.
 */
export function findPostcodes(text: string): Detail[] {
  const found: Detail[] = [];
  POSTCODE.lastIndex = 0;
  for (let m = POSTCODE.exec(text); m; m = POSTCODE.exec(text)) {
    const capitals = m[0] === m[0].toUpperCase();
    const written = m[1]!.length === 2 && /\s/.test(m[0]) && capitals;
    if ((!written && !AREAS.has(m[1]!.toUpperCase())) || ORDINAL.test(m[3]!)) continue;
    if (NEVER_INWARD.test(m[3]!) && (!capitals || UNIT.test(m[3]!))) continue;
    found.push({
      start: m.index,
      end: m.index + m[0].length,
      kind: "POSTCODE",
      value: m[0].replace(/[\s–-]/g, "").toUpperCase(),
    });
  }
  GIRO.lastIndex = 0;
  for (let m = GIRO.exec(text); m; m = GIRO.exec(text))
    found.push({ start: m.index, end: m.index + m[0].length, kind: "POSTCODE", value: "GIR0AA" });
  SPOKEN_POSTCODE.lastIndex = 0;
  for (let m = SPOKEN_POSTCODE.exec(text); m; m = SPOKEN_POSTCODE.exec(text)) {
    const end = m.index + m[0].length;
    const value = m[1]!.toLowerCase().replace(/[ ,]+/g, " ");
    found.push({ start: end - m[1]!.length, end, kind: "POSTCODE", value });
  }
  return found;
}

/** "postcode p l four eight z q": letters and figures one by one behind the word. */
const SPOKEN_POSTCODE =
  /\bpost ?code(?:['’]?s| is| was|:|,)? ((?:[a-z][ ,]{1,2}){1,2}(?:(?:oh|zero|one|two|three|four|five|six|seven|eight|nine|\d{1,2})[ ,]{1,2}){2,3}[a-z][ ,]{1,2}[a-z])\b/gi;

const UNITS = "one|two|three|four|five|six|seven|eight|nine";
const COUNT = `(?:\\d{1,4}[A-Za-z]?(?: ?[-–/&] ?\\d{1,4}[A-Za-z]?)?|(?:[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]ixty|[Ss]eventy|[Ee]ighty|[Nn]inety)(?:[- ](?:${UNITS}))?|${UNITS}|[Tt]en|[Ee]leven|[Tt]welve|(?:[Tt]hir|[Ff]our|[Ff]if|[Ss]ix|[Ss]even|[Ee]igh|[Nn]ine)teen)`;
const STREET =
  "Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Close|Drive|Dr|Court|Ct|Crescent|Cres|Gardens|Gdns|Grove|Place|Pl|Terrace|Walk|Way|Hill|Square|Sq|Mews|Rise|Row|Parade|Park|View|House|Green|Gate|Croft|Garth|Fold|Mount|Vale|Wharf|Quay|Yard|Broadway|Meadows?|Mead|End|Side|Bank|Path|Passage|Towers?|Point|Heights|Lodge|Villas?|Buildings|Chase|Dene|Field|Fields|Common|Cottages?|Ridge|Brow|Ginnel|Wynd|Loan|Brae|Circus|Crest|Spinney|Copse|Orchard|Bungalows?|Mansions|Estate|Drove|Causeway|Embankment|Hamlet|Nook|Leas?|Leys|Link|Approach|Boulevard|Cottage";
const NAME = "[A-Z][A-Za-z'’.-]{0,24}";
const STREET_NAME = `(?:(?:[Tt]he )?${NAME}[ \\t]{1,2}){1,4}(?:${STREET})\\b\\.?(?: (?:North|South|East|West)\\b)?`;
/** Welsh puts the kind of street first: "Heol y Bont", "Stryd Fawr". */
const WELSH_STREET = `(?:Heol|Stryd|Ffordd|L[oô]n|Maes|Bryn|Clos|Rhodfa|Cae|Tyn|Rhes|Parc) (?:(?:y|yr|Y|Yr) )?${NAME}(?: ${NAME})?`;
const DWELLING = "(?:[Ff]lat|[Aa]partment|[Aa]pt\\.?|[Uu]nit|[Rr]oom|[Pp]lot|[Bb]edsit|[Mm]aisonette|[Ss]tudio)";
const NUMBERED = new RegExp(
  `(?<![\\w£$€.,:/-])(?:\\d{1,2}/\\d{1,2},? )?(?:${DWELLING} (?:\\d{1,4}[A-Za-z]?|[A-Z])(?:,? ${NAME}(?: ${NAME})?)?,? )?(?:(?:[Nn]umber |[Nn]o\\.? ?)${COUNT} (?:on|in) |(?:[Nn]umber |[Nn]o\\.? ?)?${COUNT},? )(?:${STREET_NAME}|${WELSH_STREET})`,
  "g",
);
const FLAT = new RegExp(
  `\\b${DWELLING} (?:\\d{1,4}[A-Za-z]?|[A-Z]),? (?:(?:the|The) )?(?:${NAME} ){1,3}(?:${STREET}|Block)\\b`,
  "g",
);
/** "49a The Paddocks", "No. 8 The Avenue": a number, and a street that needs no other word. Only inside a sentence is its article so written. */
const THE_STREET = new RegExp(
  `(?<![\\w£$€.,:/-])(?:${DWELLING} (?:\\d{1,4}[A-Za-z]?|[A-Z]),? )?(?:[Nn]umber |[Nn]o\\.? ?)?\\d{1,3}[A-Za-z]? The (?:${NAME} )?${NAME}(?= [a-z(]|[,.;:?!)]|\\n|$)`,
  "g",
);
/** "27 Quarry Steps, BS5 7WN": whatever the street is called, a postcode behind it vouches for it. */
const BEFORE_POSTCODE = new RegExp(
  `(?<![\\w£$€.,:/-])\\d{1,4}[A-Za-z]? ${NAME}(?: ${NAME}){0,3}(?=,? [A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}\\b)`,
  "g",
);
/** "Flat 6, The Maltings": a dwelling's number and a house with a name of its own. */
const NAMED_HOUSE = new RegExp(
  `\\b(?:[Ff]lat|[Aa]partment|[Aa]pt\\.?|[Bb]edsit|[Mm]aisonette|[Ss]tudio) (?:\\d{1,4}[A-Za-z]?|[A-Z])(?:, ?(?:[Tt]he )?| [Tt]he )${NAME}(?: ${NAME}){0,2}`,
  "g",
);
const SPOKEN_STREET =
  "street|road|avenue|lane|close|drive|court|crescent|gardens|grove|terrace|walk|way|square|mews|place|row";
const LIVES =
  "(?:liv(?:e|es|ed|ing)|stay(?:s|ed|ing)?|address(?: is| was| as|'s|:)?|moved(?: (?:him|her|them|me|us))?|placed (?:him|her|them)|round|based|resid(?:es|ing|ent)|hous(?:e|ed)|home(?: is| was|:)?|property|delivered|placed)";
const LIVED_AT = new RegExp(
  `\\b${LIVES}(?:,? (?:is|was|at|on|in|to|into|over|up|down|round|around|of)){0,2},? ((?:${DWELLING} \\w{1,4},? )?(?:number |no\\.? ?)?${COUNT},? (?:[A-Za-z][a-z'’-]{1,20} ){1,3}(?:${SPOKEN_STREET}))\\b`,
  "gi",
);
const HOME_STREET = new RegExp(
  `\\b(?:liv(?:e|es|ed|ing)|resid(?:es|ing)|address|home)(?: is| was|'s|:)?(?: (?:at|on|in|off|is|was|just|over)){0,3} (${STREET_NAME})`,
  "g",
);
/** In small letters these are seldom anything but streets; "crown court", "a ten minute drive" and "one way" are other things. */
const SURE_STREET = "street|road|avenue|lane|close|crescent|gardens|grove|terrace|mews";
const NUMBERED_IN_SPEECH = new RegExp(
  `(?<![\\w£$€.,:/-])(?:\\d{1,3}[a-z]?|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:${UNITS}))?) [a-z][a-z'’-]{3,20} (?:${SURE_STREET})\\b`,
  "g",
);
/** Streets that are called by one word behind their article. */
const THE_NAMED =
  "avenue|crescent|close|drive|grove|square|lane|mews|gardens|green|orchards?|paddocks?|maltings|meadows?|spinney|copse|croft|leas|oaks|elms|limes|willows|beeches|poplars|firs|cedars|hollies|laurels|chestnuts|birches|pines|hawthorns|glade|dell";
/** "the flat at 92 orchard court", "flat 2b, 168 the paddocks": a number in figures vouches for more kinds of street behind a preposition. */
const AT_NUMBER = new RegExp(
  `\\b(?:at|to|into|from|off|outside|opposite|round|in|is|was|of) ((?:flat \\w{1,4},? )?(?:number |no\\.? ?)?\\d{1,3}[a-z]?,? (?:[a-z][a-z'’-]{1,20} ){1,3}(?:${SPOKEN_STREET}|approach|rise|croft|mount|wharf|parade|fold|garth|villas|cottages|buildings|bungalows)(?: (?:north|south|east|west))?|(?:number |no\\.? ?)?\\d{1,3}[a-z]? the (?:${THE_NAMED}))\\b`,
  "g",
);
/** "number six on sturton way". */
const NUMBER_ON = new RegExp(
  `\\b((?:number|no\\.?) ?${COUNT} (?:on|in) (?:[a-z][a-z'’-]{2,20} ){1,3}(?:${SPOKEN_STREET}|approach|rise|croft|mount|wharf|parade|fold|garth|villas|drive))\\b`,
  "g",
);
const FLAT_IN_SPEECH = new RegExp(
  `\\b(?:flat|apartment|unit) (?:\\d{1,4}[a-z]?|[a-z]),? (?:number |no\\.? ?)?\\d{1,3}[a-z]?,? (?:the [a-z][a-z'’-]{2,20}|(?:[a-z][a-z'’-]{1,20} ){1,3}(?:${SPOKEN_STREET}|approach|rise|croft|mount|wharf))\\b`,
  "g",
);
const HOME_IN_SPEECH = new RegExp(
  `\\b(?:(?:she|he|they|mum|dad|nan|mate|friend|family)['’](?:s|re)|liv(?:e|es|ed|ing)|stay(?:s|ed|ing)?|resid(?:es|ing)|moved)(?: (?:just|over|up|down|back|only))?(?: (?:at|on|in|off|to|onto)) ((?:[a-z][a-z'’-]{3,20} ){1,2}(?:${SURE_STREET}))\\b`,
  "g",
);
const NO_STREET =
  /\b(?:people|children|kids|houses|homes|years|months|weeks|days|yards|metres|miles|minutes|other|main|officers|of|the|on|in|and|from|to|lads|boys|girls|down|up|doors|streets|cars|out|at|by|across|per|hours)\b/;
/** Where neither a number nor a capital vouches for the street. */
const NO_STREET_IN_SPEECH =
  /\b(?:minute|mile|hour|year|week|month|high|back|that|this|their|same|each|every|long|very|bail|short|busy|with|been|getting|really|crown|magistrates|county|youth|family|new|different|car|first|second|third|single|safe|quiet|public|bus|cycle|one|two|bed|bedroom)\b/;

/**
 * Street addresses: a number and a street's name ("14 Acacia Avenue", "Flat 3, Marlow Court", "Flat 6, The Maltings", "forty seven
 * ropewalk terrace"), and a street without a number where somebody is said to live. A street by itself is an area and stays.
 */
export function findAddresses(text: string): Detail[] {
  const found: Detail[] = [];
  const push = (start: number, raw: string): void => {
    const address = raw.replace(/[.,]$/, "");
    found.push({
      start,
      end: start + address.length,
      kind: "ADDRESS",
      value: address
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, " ")
        .replace(/^(?:number|no) /, "")
        .trim(),
    });
  };
  for (const pattern of [FLAT, NUMBERED, NAMED_HOUSE, THE_STREET, BEFORE_POSTCODE]) {
    pattern.lastIndex = 0;
    for (let m = pattern.exec(text); m; m = pattern.exec(text)) if (!isCount(m[0])) push(m.index, m[0]);
  }
  for (const pattern of [
    LIVED_AT,
    NUMBER_ON,
    FLAT_IN_SPEECH,
    AT_NUMBER,
    HOME_STREET,
    HOME_IN_SPEECH,
    NUMBERED_IN_SPEECH,
  ]) {
    const spoken = pattern === HOME_IN_SPEECH || pattern === NUMBERED_IN_SPEECH || pattern === AT_NUMBER;
    pattern.lastIndex = 0;
    for (let m = pattern.exec(text); m; m = pattern.exec(text)) {
      const raw = m[1] ?? m[0];
      const named = raw
        .replace(/^(?:flat|apartment|unit) \w{1,4},? /i, "")
        .replace(/^number |^no\.? /i, "")
        .replace(/^(\S+) (?:on|in) /i, "$1 ");
      if (
        NO_STREET.test(pattern === FLAT_IN_SPEECH ? named.replace(/\bthe\b/, "") : named) ||
        (spoken && NO_STREET_IN_SPEECH.test(raw))
      )
        continue;
      push(m.index + m[0].length - raw.length, raw);
    }
  }
  return found;
}

/** "2019 Safer Streets Way" and "5 Community Park Rangers": a year, or a count of things, before a name with capitals. */
function isCount(raw: string): boolean {
  return /^(?:19|20)\d\d /.test(raw) && !/,/.test(raw);
}
