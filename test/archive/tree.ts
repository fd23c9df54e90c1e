import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { discover } from "../../src/archive/index.js";
import type { OpenBytes } from "../../src/archive/read-file.js";
import type { Problem, ReviewFolder } from "../../src/model/index.js";

export const CODES = new Set(["county-lines", "cuckooing", "gangs", "missing", "drug-markets"]);

/** Path under the archive -> content; a path that ends in / is an empty folder. */
export type Tree = Readonly<Record<string, string | Uint8Array>>;

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** Builds an archive folder called `archive` in a fresh temporary folder. */
export function plant(tree: Tree): string {
  const outside = mkdtempSync(join(tmpdir(), "archive-test-"));
  made.push(outside);
  const root = join(outside, "archive");
  mkdirSync(root);
  for (const [path, content] of Object.entries(tree)) {
    const at = join(root, path);
    if (path.endsWith("/")) mkdirSync(at, { recursive: true });
    else {
      mkdirSync(dirname(at), { recursive: true });
      writeFileSync(at, content);
    }
  }
  return root;
}

/** A problem as one readable line: severity rule @review:document(place). */
export function line({ severity, rule, review, document, place }: Problem): string {
  return `${severity} ${rule.replace("archive/", "")} @${review}:${document}${place === "" ? "" : ` (${place})`}`;
}

/** Rules about guesses that nearly every small archive draws; shown only where a test asks for them. */
const EVERYDAY = new Set([
  "archive/guessed-area",
  "archive/guessed-date",
  "archive/no-date",
  "archive/sector-unknown",
  "archive/few-periods",
]);

/** What was found, as text: `review: document document` for each review, and the problems as lines without everyday guesses. */
export async function found(
  archive: string | Tree,
  open?: OpenBytes,
): Promise<{ reviews: string[]; problems: string[]; all: Problem[]; folders: ReviewFolder[] }> {
  const root = typeof archive === "string" ? archive : plant(archive);
  const { reviews, problems } = await discover(root, { codes: CODES }, open);
  return {
    reviews: reviews.map((review) => `${review.meta.id}: ${review.documents.map((d) => d.path).join(" ")}`.trim()),
    problems: problems.filter((problem) => !EVERYDAY.has(problem.rule)).map(line),
    all: problems,
    folders: reviews,
  };
}

/** The one review of a tree that stands in `york/`. */
export async function york(tree: Tree): Promise<{ review: ReviewFolder; problems: string[]; all: Problem[] }> {
  const inYork = Object.fromEntries(Object.entries(tree).map(([path, content]) => [`york/${path}`, content]));
  const { folders, problems, all } = await found(inYork);
  return { review: folders[0]!, problems, all };
}
