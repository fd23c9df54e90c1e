// Does a lexicon four times as large, whose terms hardly stand in the texts, slow the coder down? One thread, the same texts.
import { type CodableDocument, codeDocument } from "../../src/coding/index.js";
import { type CompiledLexicon, compileLexicon, type Lexicon } from "../../src/lexicon/index.js";
import { Concept } from "../../src/model/index.js";
import { seededRandom } from "../../src/statistics/index.js";
import { compare, type Line, linesOf } from "./compare.js";

const SIZE = 20_000;
const CODES = 68;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/**
 * A lexicon of 20,000 terms of one to three words, nearly all made up: one word in twenty is of the texts, so that some begin, and one
 * term in fifty is two words that stand together there, so that some are found.
 */
function sparseLexicon(lexicon: Lexicon, documents: readonly CodableDocument[]): Lexicon {
  const random = seededRandom(7);
  const pick = <T>(list: ArrayLike<T>): T => list[Math.floor(random() * list.length)]!;
  const met = documents.slice(0, 3).flatMap(({ text }) => text.match(/\b[a-z]{5,}\b/g) ?? []);
  const made = (): string => Array.from({ length: 6 + Math.floor(random() * 5) }, () => pick(LETTERS)).join("");
  const word = (): string => (met.length > 0 && random() < 0.05 ? pick(met) : made());
  const pairs = documents.slice(0, 3).flatMap(({ text }) => text.match(/\b[a-z]{5,} [a-z]{5,}\b/g) ?? []);
  const term = (): string =>
    pairs.length > 0 && random() < 0.02
      ? pick(pairs)
      : [...Array.from({ length: Math.floor(random() * 3) }, word), made()].join(" ");
  const concepts = Array.from({ length: CODES }, (_, code) =>
    Concept.parse({
      id: `code-${code}`,
      prefLabel: `Code ${code}`,
      theme: "exploitation",
      definition: "made up",
      terms: [...new Set(Array.from({ length: Math.ceil(SIZE / CODES) }, term))],
    }),
  );
  return { ...lexicon, concepts };
}

/** The rate with 20,000 sparse terms beside the rate with the product's own lexicon. */
export function sparse(
  documents: readonly CodableDocument[],
  lexicon: Lexicon,
  compiled: CompiledLexicon,
  rounds: number,
): Line[] {
  const bytes = documents.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const large = compileLexicon(sparseLexicon(lexicon, documents));
  const with_ = (one: CompiledLexicon) => () =>
    documents.reduce((sum, document) => sum + codeDocument(one, document).mentions.length, 0);
  const timings = compare(
    [
      { name: "20,000 sparse terms", run: with_(large) },
      { name: "the product's own lexicon", run: with_(compiled) },
    ],
    rounds,
  );
  return linesOf("sparse", timings, bytes);
}
