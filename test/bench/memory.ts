// Does the coder's memory grow with the text that it has coded? One thread, documents made, coded and let go one after the other.
import { codeDocument } from "../../src/coding/index.js";
import type { CompiledLexicon, Lexicon } from "../../src/lexicon/index.js";
import type { Line } from "./compare.js";
import { makeCorpus } from "./corpus.js";
import { documentOf } from "./texts.js";

const STEP = 500_000;
const DENSITY = 0.36;

/** Memory of this process above what it had before, after ever more text. */
export function memory(lexicon: Lexicon, compiled: CompiledLexicon, bytes: number): Line[] {
  const before = process.memoryUsage().rss;
  const lines: Line[] = [];
  let [done, highest, next] = [0, 0, bytes / 4];
  for (let seed = 100; done < bytes; seed++) {
    const { texts } = makeCorpus(lexicon, STEP, 12, DENSITY, seed);
    for (const text of texts) {
      codeDocument(compiled, documentOf(text));
      done += Buffer.byteLength(text);
    }
    const { rss } = process.memoryUsage();
    highest = Math.max(highest, rss - before);
    if (done < next && done < bytes) continue;
    next += bytes / 4;
    const note = `${(rss / 1e6).toFixed(0)} MB in all; ${compiled.vocabulary.types.length} word types`;
    lines.push({
      question: "memory",
      what: `more after ${(done / 1e6).toFixed(1)} MB, at most`,
      value: highest / 1e6,
      unit: "MB",
      note,
    });
  }
  return lines;
}
