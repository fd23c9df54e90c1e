import type { Session } from "../../model/index.js";

/** What a reader must know to read the figures rightly, one matter a paragraph. */
export const METHOD: readonly (readonly [head: string, text: string])[] = [
  [
    "Perception, not fact",
    "The sessions are interviews, focus groups, workshops and visits of a locality review: a rapid assessment in which practitioners of many agencies say what they know about county lines, gangs, violence, exploitation and vulnerability. What they say is perception, not fact. It becomes evidence by triangulation: who says it, how many independent groups say it, who contradicts it, who is silent, and whether counted data agree.",
  ],
  [
    "How it was made",
    "The transcripts were masked, cut into sentences and coded by a program with a published lexicon: every mention can be traced to its words, and the same transcripts always give the same result. Nothing was written by a language model; every quote stands in a transcript.",
  ],
  [
    "What counts as evidence",
    "Words of participants count. Interviewers' questions, note-takers' own comments, headings, attendee lists and repeated front matter are counted nowhere.",
  ],
  [
    "Stance and verdict",
    "A session affirms a code, denies it, does both, is uncertain, or is silent, here and now; the past, the future and other places never change its stance. Two sessions are independent when they share no sector. Verdicts are agreement, partial agreement, dissonance (sessions contradict one another), silence (one sector alone speaks), unclear and not raised.",
  ],
  [
    "Limits",
    "The sample is those who came. A program misreads irony, local idiom and reference, and can miss or mistake a mention: read the quote before relying on a count. Silence is not absence, and nothing here measures how common a harm is.",
  ],
  [
    "Candidates",
    "No finding is decided by a program. Strength (0 to 100) orders findings by independent sectors, seniority, support in the group and counted data; it hides none. An analyst accepts, edits or rejects each after reading what stands for and against it.",
  ],
  [
    "Confidentiality",
    "Names and other personal details were replaced before anything was stored, and [PERSON-003] is the same person wherever it stands in one review. Masking can fail, and a story can identify somebody without a name: handle this document as the transcripts themselves, read quotes again before sharing them, and never try to identify a person.",
  ],
];

/** "two sessions", with the figure from ten up. */
export function counted(count: number, one: string, many = `${one}s`): string {
  const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
  return `${words[count] ?? String(count)} ${count === 1 ? one : many}`;
}

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Labels of sessions by id; a label that two sessions share is followed by the id. */
export function sessionLabels(sessions: readonly Session[]): Map<string, string> {
  const times = new Map<string, number>();
  for (const { label } of sessions) times.set(label, (times.get(label) ?? 0) + 1);
  return new Map(
    sessions.map(({ id, label }) => [id, label === "" ? id : times.get(label) === 1 ? label : `${label} (${id})`]),
  );
}
