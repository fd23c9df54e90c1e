import {
  KINDS,
  type Kind,
  LEVELS,
  type Level,
  RECORDS,
  type RecordKind,
  SECTORS,
  type Sector,
} from "../model/index.js";

/**
 * What people write in metadata, brought to the closed lists. Keys are plain (see `plain`): small letters, no apostrophes, "and" for &.
 * "Social care", "social worker" and "justice" alone are deliberately absent: they do not say which of two sectors is meant.
 */
const SECTOR_WORDS: Readonly<Record<Sector, string>> = {
  police:
    "police|policing|constabulary|law enforcement|npt|neighbourhood policing|pcso|pcsos|british transport police|btp|nca|rocu|pcc|opcc|police and crime commissioner|met|vru|violence reduction unit",
  "children's social care":
    "childrens social care|children social care|social care children|social care childrens|childrens|childrens service|children and families|children and families social care|csc|cypsc|childrens social work|childrens social worker|child social care|early help|mash|lscb|fostering|leaving care|looked after children|lac|care leavers|family support|childrens home|childrens homes|residential care children",
  "adult social care":
    "adult social care|social care adult|social care adults|adults social care|adults|adult|adult services|asc|adult safeguarding|safeguarding adults|adult social work|adult social worker|learning disability|learning disabilities",
  housing:
    "housing|housing association|housing associations|housing provider|housing providers|registered provider|registered providers|registered social landlord|registered social landlords|rsl|rsls|almo|tenancy|tenancy support|homelessness|social landlord|social landlords|landlord|landlords|supported housing|housing options",
  health:
    "health|nhs|public health|camhs|ccg|icb|hospital|hospitals|a and e|accident and emergency|gp|gps|primary care|mental health|nursing|nurses|nurse|school nurse|school nurses|substance misuse|drug and alcohol|drugs and alcohol|drug treatment|sexual health|ambulance|healthcare|health care",
  education:
    "education|school|schools|college|colleges|schools and colleges|university|universities|further education|fe|pru|prus|pupil referral unit|pupil referral units|alternative provision|academy|academies|teachers|teaching|education welfare|education and schools|early years|virtual school",
  "youth justice":
    "youth justice|youth offending|yot|yots|yos|yjs|yjb|youth crime|youth offending team|young offenders",
  "probation and justice":
    "probation and justice|probation|prison|prisons|prison and probation|probation and prison|probation and prisons|nps|national probation|crc|crcs|community rehabilitation company|hmpps|hmp|noms|courts|court|magistrates|cps|criminal justice|judiciary|offender management|iom|yoi|secure estate|justice and probation",
  fire: "fire|fire and rescue|fire rescue|fire brigade|frs|firefighters|fire and rescue authority",
  "voluntary and community":
    "voluntary and community|voluntary|vcs|vcse|vcfs|vco|third|charity|charities|community|community and voluntary|voluntary and community sector|voluntary community|ngo|ngos|faith|faith groups|residents|volunteers|community groups|community organisations|parents|young people|third sector",
  "local authority":
    "local authority|local authorities|la|council|local government|community safety|community safety partnership|csp|licensing|trading standards|environmental health|elected members|councillors|members|youth work|youth|asb|anti social behaviour|city council|county council|borough council|district council|wardens",
  unknown: "unknown|not known|na|none stated|not stated",
};

const KIND_WORDS: Readonly<Record<Kind, string>> = {
  "focus-group":
    "focus group|focus groups|fg|group|group discussion|group interview|group session|discussion group|roundtable|round table|panel discussion",
  interview:
    "interview|interviews|one to one|1 to 1|1 1|1:1|121|one on one|telephone interview|phone interview|telephone|phone|phone call|video call|individual interview|paired interview|depth interview|semi structured interview",
  workshop:
    "workshop|workshops|training session|action learning|learning event|conference|event|meeting|briefing|plenary",
  visit: "visit|visits|site visit|walkabout|walk about|walkaround|observation|ride along|ridealong|tour|drop in",
};

const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  strategic:
    "strategic|strategy|senior|senior leaders|senior leadership|executive|exec|director|directors|board|leadership|chief officers|gold",
  managerial:
    "managerial|manager|managers|management|middle management|middle managers|tactical|team leader|team leaders|supervisor|supervisors|silver",
  practitioner:
    "practitioner|practitioners|operational|frontline|front line|staff|officer|officers|worker|workers|practice|delivery|bronze",
  community:
    "community|resident|residents|public|young people|parents|families|service users|service user|lived experience|volunteers",
  mixed: "mixed|mix|various|all|all levels|multiple|strategic and operational|combined",
  unknown: "unknown|not known|na|not stated",
};

const RECORD_WORDS: Readonly<Record<RecordKind, string>> = {
  verbatim:
    "verbatim|transcript|transcripts|transcription|full transcript|recording|recorded|audio|video|speech|intelligent verbatim",
  notes:
    "notes|note|minutes|summary|written notes|field notes|fieldnotes|write up|writeup|typed notes|handwritten notes|scribe notes",
};

/** Letters, digits and colons in small letters; apostrophes dropped, & is "and", the rest is a space. */
export function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['’‘`]/gu, "")
    .replace(/&/gu, " and ")
    .replace(/[^\p{L}\p{N}:]+/gu, " ")
    .trim();
}

function index<T extends string>(words: Readonly<Record<T, string>>): ReadonlyMap<string, T> {
  const of = new Map<string, T>();
  for (const [value, list] of Object.entries(words) as [T, string][])
    for (const word of [plain(value), ...list.split("|")]) of.set(word, value);
  return of;
}

const SECTOR_OF = index(SECTOR_WORDS);
const KIND_OF = index(KIND_WORDS);
const LEVEL_OF = index(LEVEL_WORDS);
const RECORD_OF = index(RECORD_WORDS);

/** Words that say "people of" and nothing else; they are taken off the end of a sector until it is known. */
const PEOPLE_OF = new Set(
  "service services sector team teams staff department dept directorate partners partner colleagues practitioners professionals workers worker officers officer trust group focus representatives representative reps managers manager leads lead".split(
    " ",
  ),
);

function sectorOf(text: string): Sector | undefined {
  const words = plain(text).split(" ");
  if (words[0] === "the") words.shift();
  for (;;) {
    const found = SECTOR_OF.get(words.join(" "));
    if (found !== undefined || words.length < 2 || !PEOPLE_OF.has(words.at(-1)!)) return found;
    words.pop();
  }
}

/**
 * The sectors that a cell names, in the order of SECTORS, each once, and what in it names none. Semicolons part a list; where a part is not
 * known as a whole, commas, slashes, plus signs and "and" part it too. `unknown` beside a known sector says nothing and is dropped.
 */
export function readSectors(cell: string): { sectors: Sector[]; bad: string[] } {
  const found = new Set<Sector>();
  const bad: string[] = [];
  for (const part of cell.split(/[;|\n]/u).map((p) => p.trim())) {
    if (part === "") continue;
    const whole = sectorOf(part);
    if (whole !== undefined) {
      found.add(whole);
      continue;
    }
    const pieces = part.split(/[,/+]/u).flatMap(piecesAtAnd);
    const known = pieces.map(sectorOf);
    if (known.every((sector) => sector !== undefined)) for (const sector of known) found.add(sector);
    else bad.push(part);
  }
  if (found.size > 1) found.delete("unknown");
  return { sectors: SECTORS.filter((sector) => found.has(sector)), bad };
}

/** "Housing and health" are two; "drug and alcohol" is one. */
function piecesAtAnd(piece: string): string[] {
  if (sectorOf(piece) !== undefined) return [piece.trim()];
  return piece.split(/\s(?:and|&)\s/iu).map((p) => p.trim());
}

/** One value of a closed list, by its name or a synonym; undefined when the text is neither. */
export const readKind = (text: string): Kind | undefined => KIND_OF.get(plain(text));
export const readLevel = (text: string): Level | undefined => LEVEL_OF.get(plain(text));
export const readRecord = (text: string): RecordKind | undefined => RECORD_OF.get(plain(text));

/** The closed lists as they are named in problems. */
export const EXPECTED = {
  kind: KINDS.join(", "),
  level: LEVELS.join(", "),
  record: RECORDS.join(", "),
  sectors: SECTORS.join("; "),
} as const;
