import { labelKey } from "./infer-role.js";
import { type Label, labelStrength, readLabel, readTimeLine } from "./recognise-label.js";

/** What is needed of a line to find speakers in a document. */
export interface SpokenLine {
  text: string;
  /** The line begins a paragraph. */
  first: boolean;
  cue: boolean;
  boldLead: string;
  /** Headings, attendees and the like hold no speaker. */
  barred: boolean;
}

/** From this share of labelled paragraphs on, a document is a conversation and labels that come once are believed. */
const DENSE = 0.5;
/** A word that may be anything ("Locally:") needs this share, and three uses. */
const SPARSE = 0.2;
/** In a document of prose even two capital words before a colon ("Home Office:") are a heading or a citation. */
const RARE = 0.1;

interface Use {
  total: number;
  first: number;
}

/**
 * Decides for each line whether it begins with a speaker's label. A colon in prose is no speaker: a label must look like a
 * role, a code or a name, and must come again, or be a known role, or stand in a document most of whose paragraphs begin
 * with labels. `named` are labels that somebody set by hand; they are always believed.
 */
export function findSpeakers(lines: readonly SpokenLine[], named: ReadonlySet<string>): (Label | undefined)[] {
  const labels = lines.map((line) => (line.barred ? undefined : readLabel(line.text, line.boldLead)));
  const underTimes = readNamesUnderTimes(lines, labels);
  const uses = countUses(lines, labels);
  const share = shareOfLabelled(lines, labels);
  const recurs = [...uses.values()].some((use) => use.total > 1);
  const outside = shareOutsideFirst(uses);
  const letters = (uses.get("q")?.total ?? 0) > 1 && (uses.get("a")?.total ?? 0) > 1;
  const believed = (label: Label, line: SpokenLine): boolean => {
    const key = labelKey(label.speaker);
    if (named.has(key) || underTimes.has(line)) return true;
    const use = uses.get(key) ?? { total: 0, first: 0 };
    const family = uses.get(familyOf(key)) ?? use;
    if (label.shape === "letter") return key.length > 1 ? family.total > 1 : letters;
    const strength = labelStrength(label.speaker);
    if (label.shape === "bold" && strength !== "role")
      return use.total > 1 ? share >= SPARSE : share >= DENSE && recurs;
    if (strength === "role") return true;
    if (strength === "code") return family.total > 1 || share >= DENSE;
    if (label.shape === "alone") return use.total > 1 || (share >= DENSE && recurs);
    if (use.total > 1 && (line.cue || (strength === "name" && (share >= RARE || use.total > 3)))) return true;
    if (use.total > 2 && share >= SPARSE) return true;
    if (share < DENSE || !recurs) return line.cue && lines[0] === line;
    // In a conversation whose turns all begin paragraphs, a one-off label inside a paragraph is a colon in speech.
    return line.first || use.total > 1 || outside > 0.1;
  };
  return labels.map((label, index) => {
    const line = lines[index];
    return label && line && believed(label, line) ? label : undefined;
  });
}

/** Older exports write a time line, then the name alone on a line, then the speech. Sets those labels; gives their lines. */
function readNamesUnderTimes(lines: readonly SpokenLine[], labels: (Label | undefined)[]): ReadonlySet<SpokenLine> {
  const found = new Set<SpokenLine>();
  for (const [index, line] of lines.entries()) {
    const time = index > 0 ? readTimeLine(lines[index - 1]?.text ?? "") : "";
    if (time === "" || line.barred || labels[index] || line.cue) continue;
    const label = readLabel(`${line.text} 00:00:00`);
    if (label?.shape !== "alone") continue;
    labels[index] = { speaker: label.speaker, time, textStart: line.text.length, shape: "alone" };
    found.add(line);
  }
  return found;
}

function countUses(lines: readonly SpokenLine[], labels: readonly (Label | undefined)[]): Map<string, Use> {
  const uses = new Map<string, Use>();
  for (const [index, label] of labels.entries()) {
    if (!label) continue;
    const key = labelKey(label.speaker);
    for (const counted of new Set([key, familyOf(key)])) {
      const use = uses.get(counted) ?? { total: 0, first: 0 };
      use.total += 1;
      if (lines[index]?.first) use.first += 1;
      uses.set(counted, use);
    }
  }
  return uses;
}

/** `p1` and `p2` are one family: the numbers differ, the habit is one. */
function familyOf(key: string): string {
  return key.replace(/\d+/g, "#");
}

/** Share of paragraphs that begin with a possible label. */
function shareOfLabelled(lines: readonly SpokenLine[], labels: readonly (Label | undefined)[]): number {
  let paragraphs = 0;
  let labelled = 0;
  for (const [index, line] of lines.entries()) {
    if (!line.first || line.barred || line.text === "") continue;
    paragraphs += 1;
    if (labels[index]) labelled += 1;
  }
  return paragraphs === 0 ? 0 : labelled / paragraphs;
}

/** Of the uses of labels that come again, the share that stands inside paragraphs. */
function shareOutsideFirst(uses: ReadonlyMap<string, Use>): number {
  let total = 0;
  let first = 0;
  for (const [key, use] of uses) {
    if (use.total < 2 || key.includes("#")) continue;
    total += use.total;
    first += use.first;
  }
  return total === 0 ? 1 : 1 - first / total;
}
