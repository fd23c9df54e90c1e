import { describe, expect, it } from "vitest";
import { codeDocument } from "../../src/coding/index.js";
import { compileLexicon, loadLexicon } from "../../src/lexicon/index.js";
import { type Block, type CodedMention, FACET_VALUES, type RecordKind, type Turn } from "../../src/model/index.js";

const lexicon = compileLexicon(loadLexicon("lexicons"));

/** Phenomenon -> texts with their expected codes and facets written in. */
export type Cases = Readonly<Record<string, readonly string[]>>;

/** A test for every case of a table. */
export function checkAll(title: string, record: RecordKind, cases: Cases): void {
  describe(title, () => {
    for (const [phenomenon, texts] of Object.entries(cases)) {
      for (const text of texts) it(`${phenomenon}: ${text}`, () => check(text, record));
    }
  });
}

/** Codes one paragraph of notes or one participant's turn with the product's own lexicon. */
export function codeText(text: string, record: RecordKind = "notes"): CodedMention[] {
  return codeAll(text, record).mentions;
}

/**
 * Codes a small document, a block a line: `- ` opens a bullet, which reads its lead-in from the last line that is none; `Q: ` opens an
 * interviewer's turn. In speech a line is a turn, in notes all lines are the team's.
 */
export function codeAll(text: string, record: RecordKind = "notes") {
  const blocks: Block[] = [];
  const turns: Turn[] = [];
  let leadIn = -1;
  let at = 0;
  for (const line of text.split("\n")) {
    const bullet = line.startsWith("- ");
    const asked = line.startsWith("Q: ");
    const start = at + (bullet ? 2 : asked ? 3 : 0);
    const end = at + line.length;
    if (turns.length === 0 || record === "verbatim") {
      turns.push({ start, end: text.length, speaker: "", role: asked ? "interviewer" : "participant", time: "" });
    }
    if (!bullet) leadIn = blocks.length;
    const turn = turns.length - 1;
    blocks.push({ start, end, kind: bullet ? "bullet" : "paragraph", turn, leadIn: bullet ? leadIn : -1 });
    at = end + 1;
  }
  return codeDocument(lexicon, { text, blocks, turns, parts: [{ start: 0, end: text.length, record }], record });
}

const VALUES = new Map(
  Object.entries(FACET_VALUES).flatMap(([facet, values]) =>
    values.map((value) => [`${facet}=${value}`, { facet, value }] as const),
  ),
);

/**
 * A sentence with its expected codes written in: `We have no [cuckooing](cuckooing absent).` A bracket holds a code and values of facets, each by
 * its bare name where only one facet has it, else `facet=value`; a minus before the code says that it must not be found there.
 */
export function check(marked: string, record: RecordKind = "notes"): void {
  const expectations: {
    start: number;
    end: number;
    code: string;
    values: { facet: string; value: string }[];
    absent: boolean;
  }[] = [];
  let text = "";
  let rest = marked;
  for (;;) {
    const match = /\[([^\]]+)\]\(([^)]+)\)/.exec(rest);
    if (!match) break;
    text += rest.slice(0, match.index);
    const start = text.length;
    text += match[1];
    for (const group of match[2]!.split(";")) {
      const [code, ...names] = group.trim().split(/\s+/);
      expectations.push({
        start,
        end: text.length,
        code: code!.replace(/^-/, ""),
        values: names.map(facetValue),
        absent: code!.startsWith("-"),
      });
    }
    rest = rest.slice(match.index + match[0].length);
  }
  text += rest;
  const mentions = codeText(text, record);
  for (const { start, end, code, values, absent } of expectations) {
    const hit = mentions.find((m) => m.code === code && m.start < end && start < m.end);
    if (absent) {
      expect(hit && text.slice(hit.start, hit.end), `${code} should not be found in: ${text}`).toBeUndefined();
      continue;
    }
    expect(
      hit,
      `${code} not found at "${text.slice(start, end)}" in: ${text}\nfound: ${mentions.map((m) => `${m.code}[${text.slice(m.start, m.end)}]`).join(" ")}`,
    ).toBeDefined();
    const facets: Record<string, string> = hit!.facets;
    for (const { facet, value } of values) {
      expect(
        `${facet}=${facets[facet]}`,
        `${code} in: ${text}\ncues: ${hit!.cues.map((c) => `${c.cue}(${c.outcome})`).join(" ")}`,
      ).toBe(`${facet}=${value}`);
    }
  }
}

function facetValue(name: string): { facet: string; value: string } {
  const exact = VALUES.get(name as `${string}=present`);
  if (exact) return exact;
  const fits = [...VALUES.values()].filter(({ value }) => value === name);
  if (fits.length !== 1) throw new Error(`"${name}" names ${fits.length} facet values; write facet=value`);
  return fits[0]!;
}
