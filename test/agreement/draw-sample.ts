/**
 * Draws a sheet for a reader who has not seen the program: mentions and findings of a saved run, by a seed, so that anybody
 * draws the same. Usage: npx tsx test/agreement/draw-sample.ts RUN_FOLDER SEED OUT_FILE [MENTIONS] [FINDINGS]
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseString } from "fast-csv";
import { seededRandom, shuffle } from "../../src/statistics/index.js";

const [run, seed = "20261121", out, mentions = "40", findings = "20"] = process.argv.slice(2);
if (!run || !out)
  throw new Error("Usage: npx tsx test/agreement/draw-sample.ts RUN_FOLDER SEED OUT_FILE [MENTIONS] [FINDINGS]");

const rows = await new Promise<Record<string, string>[]>((resolve, reject) => {
  const read: Record<string, string>[] = [];
  parseString(readFileSync(join(run, "mentions.csv"), "utf8"), { headers: true })
    .on("data", (row: Record<string, string>) => read.push(row))
    .on("error", reject)
    .on("end", () => resolve(read));
});
const random = seededRandom(Number(seed));
const drawn = shuffle(
  rows.filter((row) => row.evidence === "yes"),
  random,
).slice(0, Number(mentions));
const claims = shuffle(JSON.parse(readFileSync(join(run, "findings.json"), "utf8")) as Finding[], random).slice(
  0,
  Number(findings),
);

interface Finding {
  title: string;
  statement: string;
  codes: string[];
  evidence: { session: string; quote: string }[];
  counter_evidence: { session: string; quote: string }[];
}
const lines = [
  "# Mentions",
  ...drawn.map((m, i) =>
    [
      `M${i + 1} code ${m.code} at "${m.text}"; assertion ${m.assertion}, temporality ${m.temporality}, locus ${m.locus}, trend ${m.trend}, appraisal ${m.appraisal}, evidentiality ${m.evidentiality}, support ${m.support}`,
      `   ${m.quote}`,
    ].join("\n"),
  ),
  "",
  "# Findings",
  ...claims.map((f, i) =>
    [
      `F${i + 1} ${f.title}: ${f.statement} [${f.codes.join(", ")}]`,
      ...f.evidence.map((e) => `   for (${e.session}): ${e.quote}`),
      ...f.counter_evidence.map((e) => `   against (${e.session}): ${e.quote}`),
    ].join("\n"),
  ),
];
writeFileSync(out, `${lines.join("\n")}\n`);
