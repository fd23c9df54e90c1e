// Every question that is asked about speed, in one table; out/bench.json holds it too. Run `npm run build` before.
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { compileLexicon, loadLexicon } from "../../src/lexicon/index.js";
import { coding, plainTerms, winkWith } from "./coding.js";
import { type Line, table } from "./compare.js";
import { makeCorpus } from "./corpus.js";
import { formats } from "./formats.js";
import { memory } from "./memory.js";
import { nights } from "./nights.js";
import { sparse } from "./sparse.js";
import { documentOf, textsIn } from "./texts.js";
import { growth, whole } from "./whole.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { values } = parseArgs({
  options: {
    /** Questions to ask, with commas; default all. */
    only: { type: "string", default: "coding,sparse,memory,formats,nights,whole,growth" },
    /** Megabytes of made-up text to code. */
    megabytes: { type: "string", default: "2" },
    rounds: { type: "string", default: "5" },
    /** Documents of the archive of which 1 % change, and of a whole run. */
    documents: { type: "string", default: "1000" },
    runs: { type: "string", default: "120" },
    /** Folders of real .txt to code as well, with commas; those whose name ends in "speech" are read as speech, the rest as notes. */
    texts: { type: "string", default: process.env.TRIANGULUM_BENCH_TEXTS ?? "" },
  },
});
const asked = new Set(values.only.split(","));
const rounds = Number(values.rounds);
const PER_REVIEW = 20;
/** Share of made-up sentences that get a term: mentions come as often as in speech. */
const DENSITY = 0.36;
/** Bytes of a document of an archive. */
const DOCUMENT = 5000;

const lexicon = loadLexicon(`${root}lexicons`);
const compiled = compileLexicon(lexicon);
const lines: Line[] = [];
const tell = (more: readonly Line[]): void => {
  console.log(table(more));
  lines.push(...more);
};
const bytes = Number(values.megabytes) * 1e6;
const documents = makeCorpus(lexicon, bytes, Math.max(1, Math.round(bytes / 40_000)), DENSITY).texts.map((text) =>
  documentOf(text),
);
if (asked.has("coding")) {
  const nlp = winkWith(plainTerms(lexicon));
  tell(coding("made up", documents, lexicon, compiled, nlp, rounds));
  for (const folder of values.texts.split(",").filter((one) => one !== "")) {
    const record = folder.replace(/\/+$/, "").endsWith("speech") ? "verbatim" : "notes";
    const real = textsIn(folder).map((text) => documentOf(text, record));
    tell(coding(record === "verbatim" ? "speech" : "written", real, lexicon, compiled, nlp, rounds));
  }
}
if (asked.has("sparse")) tell(sparse(documents, lexicon, compiled, rounds));
if (asked.has("memory")) tell(memory(lexicon, compiled, bytes));
const textsOf = (count: number): readonly string[] => makeCorpus(lexicon, count * DOCUMENT, count, DENSITY).texts;
const pipeline = `${root}pipelines/locality-review.yaml`;
if (asked.has("formats")) tell(await formats(pipeline, lexicon, documents[0]!.text, rounds));
if (asked.has("nights")) tell(await nights(textsOf(Number(values.documents)), PER_REVIEW));
if (asked.has("whole")) tell(await whole(textsOf(Number(values.runs)), PER_REVIEW, rounds));
if (asked.has("growth")) tell(await growth(textsOf(Number(values.runs)), PER_REVIEW));
mkdirSync(`${root}out`, { recursive: true });
writeFileSync(`${root}out/bench.json`, `${JSON.stringify({ bytes, rounds, lines }, null, 2)}\n`);
