// What does a night cost in which one document in a hundred changed, beside the first? And a night after an edit of the lexicon?
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { seededRandom } from "../../src/statistics/index.js";
import { type RunCost, runArchive, writeArchive } from "./archive.js";
import type { Line } from "./compare.js";

const PIPELINES = fileURLToPath(new URL("../../pipelines/", import.meta.url));
const LEXICONS = fileURLToPath(new URL("../../lexicons/", import.meta.url));
const CHANGED = 0.01;

/** The first night over an archive, one in which 1 % of its documents changed, one in which nothing did, and one after a lexicon edit. */
export async function nights(texts: readonly string[], perReview: number): Promise<Line[]> {
  const place = await mkdtemp(join(tmpdir(), "triangulum-bench-"));
  try {
    const [archive, out] = [join(place, "archive"), join(place, "out")];
    await cp(PIPELINES, join(place, "pipelines"), { recursive: true });
    await cp(LEXICONS, join(place, "lexicons"), { recursive: true });
    const pipeline = ["--pipeline", join(place, "pipelines", "locality-review.yaml")];
    const paths = await writeArchive(archive, texts, perReview);
    const first = await runArchive(archive, out, 1, pipeline);
    const random = seededRandom(3);
    const changed = new Set<string>();
    while (changed.size < Math.ceil(paths.length * CHANGED)) changed.add(paths[Math.floor(random() * paths.length)]!);
    for (const path of changed) await appendFile(path, "\n\nSpeaker 1: There is cuckooing on the estate now.\n");
    const later = await runArchive(archive, out, 1, pipeline);
    const quiet = await runArchive(archive, out, 1, pipeline);
    const codes = join(place, "lexicons", "codes", "exploitation.yaml");
    await writeFile(codes, `${await readFile(codes, "utf8")}\n# looked at again\n`);
    const edited = await runArchive(archive, out, 1, pipeline);
    const what = `${texts.length} documents, ${Math.ceil(texts.length / perReview)} reviews`;
    return [
      line(`first night, ${what}`, first, first),
      line(`${changed.size} documents changed`, later, first),
      line("nothing changed", quiet, first),
      line("lexicon edited: coded from kept tokens", edited, first),
      ...archiveWide(later),
    ];
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

function line(what: string, cost: RunCost, first: RunCost): Line {
  const share = (a: number, b: number): string => `${((a / b) * 100).toFixed(1)} %`;
  // Seconds of the processor, which nothing else on the machine stretches; stages are told by the clock.
  const note = `${share(cost.cpu, first.cpu)} of the first night; reading and coding ${share(work(cost), work(first))}: ${parts(cost)}; ${cost.seconds.toFixed(1)} s by the clock`;
  return { question: "nights", what, value: cost.cpu, unit: "s cpu", note };
}

/** Seconds that documents took, summed over them. */
function work({ stages }: RunCost): number {
  return Object.entries(stages).reduce((sum, [stage, took]) => sum + (stage.startsWith("code/") ? took : 0), 0);
}

function parts({ stages }: RunCost): string {
  return Object.entries(stages)
    .filter(([stage]) => stage.startsWith("code/"))
    .map(([stage, seconds]) => `${stage.slice("code/".length)} ${seconds.toFixed(1)}`)
    .join(", ");
}

/** What a night spends on the archive as a whole, whatever changed. */
function archiveWide({ stages }: RunCost): Line[] {
  return Object.entries(stages)
    .filter(([stage]) => stage !== "code" && !stage.startsWith("code/"))
    .map(([stage, seconds]) => ({ question: "nights", what: `  of it ${stage}`, value: seconds, unit: "s", note: "" }));
}
