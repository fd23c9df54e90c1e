import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CodableDocument } from "../../src/coding/index.js";
import { segment, TOKEN, Vocabulary } from "../../src/language/index.js";

/** A text as the coder takes it: a block and a turn a line, every fifth turn an interviewer's. */
export function documentOf(text: string, record: "verbatim" | "notes" = "verbatim"): CodableDocument {
  const blocks: CodableDocument["blocks"][number][] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    blocks.push({ start, end: start + line.length, kind: "paragraph", turn: blocks.length, leadIn: -1 });
    start += line.length + 1;
  }
  const turns = blocks.map((block, i) => ({
    start: block.start,
    end: block.end,
    speaker: "A",
    role: i % 5 === 0 ? ("interviewer" as const) : ("participant" as const),
    time: "",
  }));
  return { text, blocks, turns, parts: [{ start: 0, end: text.length, record }], record };
}

/** The .txt files of a folder, in order of name. */
export function textsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8"));
}

/** What makes a corpus easy or hard to read: its words, how many distinct ones among the first so many, and how long its sentences are. */
export function shapeOf(documents: readonly CodableDocument[]): string {
  const vocabulary = new Vocabulary();
  const seen = new Set<string>();
  const curve: string[] = [];
  let words = 0;
  let sentences = 0;
  for (const { text, blocks } of documents) {
    const { tokens, runs } = segment(text, blocks, vocabulary);
    sentences += runs.length;
    for (let t = 0; t < tokens.start.length; t++) {
      if (tokens.kind[t] !== TOKEN.word) continue;
      seen.add(vocabulary.types[tokens.type[t]!]!.norm);
      if (POINTS.includes(++words)) curve.push(`${seen.size} in ${words}`);
    }
  }
  return `${words} words, types ${[...curve, `${seen.size} in all`].join(", ")}; ${(words / sentences).toFixed(1)} words a sentence`;
}

const POINTS = [10_000, 50_000, 100_000, 1_000_000];
