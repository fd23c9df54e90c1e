import { readFile } from "node:fs/promises";
import { applyDecisions } from "../findings/index.js";
import { Stop } from "../model/index.js";
import { FINDING_HEADS, FINDINGS_SHEET } from "../reporting/index.js";
import { outFolder } from "../run/index.js";
import { appendDecisions, parseDecisions, readDecisions, readRun } from "../store/index.js";
import { count, type Io } from "./io.js";
import { worded } from "./problems.js";
import { readSheet } from "./read-sheet.js";
import { type SavedOptions, savedFolder } from "./saved.js";
import { sheetDecisions } from "./sheet-decisions.js";

/** `triangulum decisions export`: the log as JSON lines on stdout. */
export async function exportCommand(options: SavedOptions, io: Io): Promise<number> {
  const { decisions, problems } = await readDecisions(await outFolder(options.pipeline, options.out));
  for (const decision of decisions) io.out(`${JSON.stringify(decision)}\n`);
  for (const { place, message } of problems) io.err(`${place}: ${message}\n`);
  return 0;
}

/** Options of `decisions import`. */
type ImportOptions = SavedOptions & {
  /** Who decided, for the rows of a workbook. */
  by?: string;
};

/**
 * `triangulum decisions import FILE`: adds what is not known yet, in the file's order; of JSON lines nothing when a line
 * cannot be read, of a workbook all rows that can be taken.
 *
 * @returns 1 when a row of a workbook was refused.
 */
export async function importCommand(file: string, options: ImportOptions, io: Io): Promise<number> {
  const out = await outFolder(options.pipeline, options.out);
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Stop(
      `${file} cannot be read (${error.code}). Give a file written by: triangulum decisions export, or a matrix.xlsx`,
    );
  });
  // Every zip begins so, and no line of JSON.
  if (bytes.subarray(0, 2).toString("latin1") === "PK") return importSheet(file, bytes, out, options, io);
  const { decisions, problems } = parseDecisions(bytes.toString("utf8"), file);
  if (problems.length > 0) throw new Stop(problems.map(({ place, message }) => `${place}: ${message}`).join("\n"));
  const known = new Set((await readDecisions(out)).decisions.map((decision) => JSON.stringify(decision)));
  const fresh = decisions.filter((decision) => !known.has(JSON.stringify(decision)));
  await appendDecisions(out, fresh, io.effects);
  io.out(`Added ${count(fresh.length, "decision")}; ${decisions.length - fresh.length} known already.\n`);
  return 0;
}

/** Takes back the findings sheet of a matrix.xlsx, whose rows are held against the findings as they stand now. */
async function importSheet(
  file: string,
  bytes: Uint8Array,
  out: string,
  options: ImportOptions,
  io: Io,
): Promise<number> {
  const by = options.by?.trim() ?? "";
  if (by === "") throw new Stop(`Say who decided: triangulum decisions import ${file} --by NAME`);
  const rows = readSheet(bytes, FINDINGS_SHEET, file);
  const heads = rows[0]?.cells;
  const missing = [FINDING_HEADS.id, FINDING_HEADS.status, FINDING_HEADS.statement, FINDING_HEADS.note].filter(
    (head) => heads !== undefined && !heads.has(head),
  );
  if (missing.length > 0)
    throw new Stop(`${file}: the sheet ${FINDINGS_SHEET} has no column ${missing.join(", ")}. Put its head back.`);
  const saved = await readRun(await savedFolder("latest", options));
  const { decisions: log } = await readDecisions(out);
  const findings = applyDecisions(
    saved.reviews.flatMap((review) => review.findings),
    log,
  );
  const at = io.effects.now().toISOString();
  const made = sheetDecisions(rows, new Map(findings.map((finding) => [finding.id, finding])), by, at);
  await appendDecisions(out, made.decisions, io.effects);
  if (made.problems.length > 0) io.err(worded(made.problems));
  const refused = made.problems.length === 0 ? "" : `, ${count(made.problems.length, "row")} refused`;
  io.out(
    `Added ${count(made.decisions.length, "decision")}; ${made.same} unchanged, ${made.known} known already${refused}.\n`,
  );
  return made.problems.length > 0 ? 1 : 0;
}
