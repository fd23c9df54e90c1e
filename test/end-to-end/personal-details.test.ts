import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { loadRules } from "../../src/findings/index.js";
import { loadLexicon } from "../../src/lexicon/index.js";
import { inputsText } from "../../src/store/index.js";
import { planted } from "../fixtures/planted.js";
import { type Demonstration, demonstration } from "./demonstration.js";
import { readWords } from "./published.js";
import { PATIENCE, ROOT } from "./triangulum.js";

/** Kinds whose words stand for other things too ("May 2019"), or hide somebody already ("I'll call him M"). */
const APART = new Set(["ordinary-word-name", "initial"]);
const details = planted.personalDetails.filter(({ kind }) => !APART.has(kind));
const kinds = [...new Set(details.map(({ kind }) => kind))].sort();

let demo: Demonstration;
/** All that was written under out/, the cache included, and all that was said on the terminal. */
let words: Map<string, string>;

beforeAll(async () => {
  demo = await demonstration();
  words = await readWords(demo.run, `${demo.out}/.cache`);
  words.set("terminal", demo.said);
  // The lexicon and the rules as shipped, to the letter, and so nothing of the archive: "Gordon" stands there for a cook on television.
  const inputs = join(demo.run, "data/inputs.json");
  const rules = join(ROOT, "pipelines/finding-rules.yaml");
  const shipped = {
    lexicon: loadLexicon(join(ROOT, "lexicons")),
    rules: loadRules(readFileSync(rules, "utf8"), rules),
  };
  expect(words.get(inputs)).toBe(inputsText(shipped));
  words.delete(inputs);
}, PATIENCE);

/** The detail as words of their own, whatever the case and the spaces in it. */
function wording(detail: string): RegExp {
  const letters = detail.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&").replace(/\s+/gu, "\\s*");
  return new RegExp(`(?<![\\p{L}\\p{N}])${letters}(?![\\p{L}\\p{N}])`, "iu");
}

/** `detail, where it stands: the words around it` for every detail that is found. */
function shown(wanted: readonly { text: string }[]): string[] {
  return wanted.flatMap(({ text }) => {
    const pattern = wording(text);
    for (const [path, written] of words) {
      const found = pattern.exec(written);
      if (found) return [`${text}, ${path}: ${written.slice(Math.max(0, found.index - 60), found.index + 60)}`];
    }
    return [];
  });
}

describe("what a run writes and says", () => {
  it("is read whole: what is no secret is found in every kind of file", () => {
    const said = (like: RegExp): boolean =>
      [...words].some(([path, written]) => like.test(path) && /cuckooing/i.test(written));
    for (const like of [
      /\.csv$/,
      /\.json$/,
      /\.md$/,
      /\.html$/,
      /sentences.*\.parquet$/,
      /mentions.*\.parquet$/,
      /\.gz$/,
      /\.xlsx$/,
      /\.docx$/,
      /\.qdpx$/,
      /^terminal$/,
    ])
      expect(said(like), String(like)).toBe(true);
    expect(shown([{ text: "deal lines" }])).not.toEqual([]);
  });

  it.each(kinds)("shows no planted %s", (kind) => {
    expect(shown(details.filter((detail) => detail.kind === kind))).toEqual([]);
  });
});
