import { CLOCK, toClockTime } from "../clock-time.js";
import { isKnownRole } from "./infer-role.js";

/** A possible speaker's label at the head of a line. */
export interface Label {
  /** As written, without time, colon and brackets around the whole. */
  speaker: string;
  /** `HH:MM:SS`, or empty. */
  time: string;
  /** Where the speech begins in the line. */
  textStart: number;
  /**
   * What shows it: a colon; a name and a clock time alone on the line; a bold run without a colon; the letters `Q.` and
   * `A.`, or `Q1.` before a question. They are believed in that order.
   */
  shape: "colon" | "alone" | "bold" | "letter";
}

/** Longest label looked for, in characters. */
const LONGEST = 60;
const LEADING_TIME = new RegExp(
  String.raw`^[[(]?(${CLOCK})[\])]?(?:\s{0,9}(?:-->?|–)\s{0,9}[[(]?${CLOCK}[\])]?)?(?:\s{0,9}[-–|])?(?=\s|$)\s{0,9}`,
);
const TRAILING_TIME = new RegExp(String.raw`^(.{1,80}?)[\s,|–-]{0,9}[[(]?(${CLOCK})[\])]?$`);
const TIME_INSIDE = new RegExp(CLOCK, "g");
const NUMBERED_QUESTION = /^(Q\d{1,2})[.)]\s{1,9}(?=\p{Lu})/u;
const LETTER = /^([QA])(?:\.|\t| {2,9}| ?[-–])\s{0,9}(?=\S)/;

/**
 * Reads what may be a label at the head of a line: `Name: text`, `[00:01:02] Name: text`, `Name [00:01:02]:`,
 * `Name 0:03` on a line by itself, a bold lead, `Q. text`. Whether it is one is for the whole document to say.
 */
export function readLabel(line: string, boldLead = ""): Label | undefined {
  const lead = LEADING_TIME.exec(line.slice(0, 60));
  const start = lead?.[0].length ?? 0;
  const leadTime = toClockTime(lead?.[1] ?? "");
  const head = line.slice(start, start + LONGEST + 20);
  return (
    readColonLabel(head, start, leadTime, line.length) ??
    readLineLabel(line, head, leadTime) ??
    readBoldLabel(line, boldLead) ??
    readLetterLabel(head, start, leadTime)
  );
}

/** A line that is a clock time, or a range of two, and nothing else. */
export function readTimeLine(line: string): string {
  const lead = line.length < 60 ? LEADING_TIME.exec(line) : null;
  return lead && lead[0].length === line.length ? toClockTime(lead[1] ?? "") : "";
}

function readColonLabel(head: string, start: number, leadTime: string, length: number): Label | undefined {
  const masked = head.replace(TIME_INSIDE, (time) => "0".repeat(time.length));
  const colon = masked.indexOf(":");
  if (colon < 1) return undefined;
  const after = head[colon + 1] ?? "";
  const { name, time } = splitTime(head.slice(0, colon));
  const spaced = after === "" || /\s/.test(after);
  if (!spaced && !(/^[A-Z]{1,4}\d{0,2}$/.test(name) && /[A-Za-z"']/.test(after))) return undefined;
  if (name.length > LONGEST || !isPlausibleLabel(name)) return undefined;
  let textStart = start + colon + 1;
  while (textStart < Math.min(length, start + head.length) && /\s/.test(head[textStart - start] ?? "")) textStart += 1;
  return { speaker: name, time: time || leadTime, textStart, shape: "colon" };
}

function readBoldLabel(line: string, boldLead: string): Label | undefined {
  if (boldLead === "" || boldLead.length > LONGEST + 20 || !line.startsWith(boldLead)) return undefined;
  const { name, time } = splitTime(
    boldLead
      .trimEnd()
      .replace(/[:.–-]$/, "")
      .trimEnd()
      .replace(LEADING_TIME, ""),
  );
  if (!isPlausibleLabel(name)) return undefined;
  const rest = line.slice(boldLead.length);
  const textStart = line.length - rest.replace(/^[\s:–-]{1,20}/, "").length;
  return { speaker: name, time: time || toClockTime(LEADING_TIME.exec(boldLead)?.[1] ?? ""), textStart, shape: "bold" };
}

function readLineLabel(line: string, head: string, leadTime: string): Label | undefined {
  if (line.length > LONGEST + 20) return undefined;
  const { name, time } = splitTime(head);
  if ((time || leadTime) === "" || !isPlausibleLabel(name)) return undefined;
  return { speaker: name, time: time || leadTime, textStart: line.length, shape: "alone" };
}

function readLetterLabel(head: string, start: number, leadTime: string): Label | undefined {
  const question = head.includes("?") ? NUMBERED_QUESTION.exec(head) : null;
  if (question)
    return { speaker: question[1] ?? "", time: leadTime, textStart: start + question[0].length, shape: "letter" };
  const letter = LETTER.exec(head);
  return letter
    ? { speaker: letter[1] ?? "", time: leadTime, textStart: start + letter[0].length, shape: "letter" }
    : undefined;
}

function splitTime(written: string): { name: string; time: string } {
  const text = written.trim();
  const trailing = text.length <= 100 ? TRAILING_TIME.exec(text) : null;
  const name = (trailing?.[1] ?? text).trim().replace(/^\[([^[\]]{1,60})\]$/, "$1");
  return { name, time: toClockTime(trailing?.[2] ?? "") };
}

/** Words that begin a sentence or a clause, never a name. */
const OPENERS = new Set(
  "this that these those there here it we they he she you i in on at for from with without within and but so or if when where while what why how who which whose as by to of some both our my their his her its your also first firstly second secondly third thirdly finally lastly then now not no yes yeah ok okay is are was were do does did have has had can could would should will may might must let please because although however therefore overall generally another other others many most few several each every any such according following including included include said says asked told mentioned reported raised discussed about after before during since until under over between among across against".split(
    " ",
  ),
);

/** Words of a note's own headings; a label that holds one names a thing and no person. */
const THINGS = new Set(
  "key issue issues note notes summary background date dates time times venue location place present attendees attendance apologies action actions recommendation recommendations strength strengths weakness weaknesses barrier barriers gap gaps challenge challenges finding findings conclusion conclusions theme themes example examples aim aims purpose purposes objective objectives context source sources subject title re cc bcc tel telephone phone fax email e-mail mail website web contact contacts url http https nb ps eg ie figure table chapter section part step stage appendix annex agenda item topic topics question questions answer answers point points comment comments concern concerns need needs risk risks threat threats trend trends opportunity opportunities reason reasons result results outcome outcomes response responses solution solutions problem problems area areas data evidence impact focus group interview workshop session visit meeting event project review report document version file filename duration length recording transcript transcription page pages references reference quote quotes context good best practice bad other misc miscellaneous warning important update updates priority priorities plan plans policy policies definition keywords abstract introduction overview method methods sample aka total cost costs budget number numbers list lists positive positives negative negatives pros cons operation act agreement strategy programme scheme fund order orders framework protocol nationally locally regionally today yesterday tomorrow currently previously recently january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday".split(
    " ",
  ),
);

/** Trades and parts that people are named by where names are kept back; they make a phrase in lower case a label. */
const PERSONS =
  /\b(?:officer|worker|manager|leader?|teacher|nurse|head|director|sergeant|inspector|constable|superintendent|commissioner|co-?ordinator|practitioner|mentor|councillor|governor|gp|doctor|consultant|psychologist|midwife|chair|chairman|chairwoman|representative|rep|parent|carer|person|mother|father|mum|dad|resident|volunteer|warden|advis[eo]r|analyst|specialist|student|pupil|speaker|participant|respondent|interviewee|interviewer|facilitator|moderator|researcher|reviewer|man|woman|male|female|boy|girl|voice|member|staff|deputy|assistant|solicitor|judge|clerk|witness|counsel|professional|pastor|trustee|therapist|landlord|tenant|user|survivor|victim|taker|scribe|observer|counsellor|keyworker|lead|chief|executive|partner|pc|dc|ds|dci|di|psychiatrist|paramedic|firefighter|employee|attendee|delegate|client|speaker)s?\b/i;
const PARTICLES = new Set(
  "of the and for to de la le van von der den di da du ap al el bin ibn & - – with from in at".split(" "),
);
const TITLES =
  /^(?:mr|mrs|ms|miss|mx|dr|sir|dame|lady|lord|prof|professor|rev|revd|cllr|councillor|judge|pc|dc|ds|di|dci|supt|insp|sgt|fr)\.?$/i;

/**
 * Whether a few words could name who speaks: a known role, a code (`P1`, `INT`), a name, or a trade, and not a heading
 * of a note ("Key issues") or the head of a sentence. Says nothing of whether it does; see `findSpeakers`.
 */
export function isPlausibleLabel(label: string): boolean {
  if (label.length === 0 || label.length > LONGEST) return false;
  if (isKnownRole(label)) return true;
  const bare = label.replace(/\([^()]*\)|\[[^[\]]*\]/g, " ").trim();
  if (!/^[\p{Lu}\d"'(]/u.test(bare) && !/^(?:de|van|von|al|ap)\s/.test(bare))
    return /^spk_\d+$|^speaker[ _]?\d+$/i.test(label);
  if (
    /[;"=<>@\\?!*•]|\.{2}|--|\d{5}/.test(bare) ||
    /[.](?!\s|$|-)/.test(bare.replace(/\b\p{L}\./gu, "")) ||
    !/\p{L}/u.test(bare)
  )
    return false;
  const words = bare.split(/[\s/]+/);
  if (words.length > 7) return false;
  if (/[a-z]{4}\.$/.test(bare) || words.slice(0, -1).some((word) => /\p{Ll}{4}\.$/u.test(word))) return false;
  const plain = words.map((word) => word.toLowerCase().replace(/[^\p{L}\d&-]/gu, ""));
  if (OPENERS.has(plain[0] ?? "") && !isWill(words)) return false;
  if (
    plain.some(
      (word, index) => THINGS.has(word) && !TITLES.test(words[index - 1] ?? "") && !isNameAfterName(words, index),
    )
  )
    return false;
  if (plain[0] === "the" || plain[0] === "a" || plain[0] === "an") return words.length <= 4 && PERSONS.test(bare);
  const lower = words.filter((word) => /^\p{Ll}/u.test(word) && !PARTICLES.has(word.toLowerCase()));
  return lower.length === 0 || (PERSONS.test(bare) && words.length <= 6 && !plain.some((word) => VERBS.has(word)));
}

/** Verbs that show a sentence rather than a trade: "The officer said: …". */
const VERBS = new Set(
  "said says say stated states told added asked asks is are was were raised noted reported commented explained felt feels thought think thinks believe believes has have had were identified described mentioned discussed listed suggested included include".split(
    " ",
  ),
);

/** The one word that opens sentences and is a first name as well: "Will:", "Will Ashdown". */
function isWill(words: readonly string[]): boolean {
  return words[0] === "Will" && words.every((word) => /^\p{Lu}\p{Ll}/u.test(word));
}

/** April, May and June are names as well when another capital word stands beside them: "May Chen". */
function isNameAfterName(words: readonly string[], index: number): boolean {
  const isMonth = /^(?:april|may|june|august)$/i.test(words[index] ?? "");
  return isMonth && words.length > 1 && words.every((word) => /^\p{Lu}\p{Ll}/u.test(word));
}

/** How much a plausible label looks like a person's by itself. */
export function labelStrength(label: string): "role" | "code" | "name" | "word" {
  if (isKnownRole(label)) return "role";
  if (/^(?:[A-Z]{1,4}[ -]?\d{1,3}[A-Z]?|spk_\d+)$/.test(label)) return "code";
  const words = label.split(/\s+/);
  if (
    TITLES.test(words[0] ?? "") ||
    (words.length > 1 && (PERSONS.test(label) || words.every((word) => /^\p{Lu}/u.test(word))))
  )
    return "name";
  return "word";
}
