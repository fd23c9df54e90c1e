import { expect } from "vitest";
import { codeDocument } from "../../src/coding/index.js";
import { compileLexicon, loadLexicon } from "../../src/lexicon/index.js";
import { type CodedMention, FACET_VALUES, type RecordKind } from "../../src/model/index.js";

const lexicon = compileLexicon(loadLexicon("lexicons"));

/** Codes one paragraph of notes or one participant's turn with the product's own lexicon. */
export function codeText(text: string, record: RecordKind = "notes"): CodedMention[] {
  return codeAll(text, record).mentions;
}

export function codeAll(text: string, record: RecordKind = "notes") {
  const end = text.length;
  return codeDocument(lexicon, {
    text,
    blocks: [{ start: 0, end, kind: "paragraph", turn: 0, leadIn: -1 }],
    turns: [{ start: 0, end, speaker: "", role: "participant", time: "" }],
    parts: [{ start: 0, end, record }],
    record,
  });
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
