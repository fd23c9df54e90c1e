import { z } from "zod";
import {
  type Correction,
  type CorrectionList,
  CorrectRequest,
  type FindingDetail,
  type Problem,
  type Shell,
  Stop,
} from "../model/index.js";
import { correctionsSheet, type PageViews } from "../reporting/index.js";
import { type Effects, findRun, noteExport, readCorrections, realEffects } from "../store/index.js";
import { standingCorrections } from "../triangulation/index.js";
import { identityOf, keptRuns, type OpenRun, openRun } from "./open-run.js";
import { correct, decide, readRequest } from "./page-decisions.js";
import { type LexiconPage, openLexicon } from "./page-lexicon.js";
import { PageRefusal } from "./page-refusal.js";
import { openRuns, type RunsView } from "./page-runs.js";
import type { Definition } from "./pipeline.js";

/** Who looks at the pages. */
export type Viewer = Pick<Shell, "role" | "who">;

/** All that the analyst's pages ask for. What cannot be answered is a PageRefusal. */
export interface Pages extends RunsView {
  /** Id of the run that is shown. */
  run(): string;
  /** Shows the latest run, where that is what was asked for and another one was published since. */
  refresh(): Promise<void>;
  /** Reads the run again where something in it was forgotten since. To be asked before anything is shown. */
  recall(): Promise<void>;
  /** Ends what runs beside the server. */
  close(): void;
  shell(viewer: Viewer): Promise<Shell>;
  views(): Promise<PageViews>;
  decide(request: unknown, by: string): Promise<FindingDetail>;
  corrections(): Promise<CorrectionList>;
  /** Takes a correction, and gives the list after it. */
  correct(request: unknown, by: string): Promise<CorrectionList>;
  /** Corrected sentences as a coding sheet. */
  correctionsCsv(): Promise<string>;
  lexicon(): LexiconPage;
  propose(request: unknown, by: string): ReturnType<LexiconPage["propose"]>;
}

/**
 * Opens a run for the pages.
 *
 * @param run id, folder or `latest`.
 * @throws Stop when there is no such run.
 */
export async function openPages(
  { out, run, definition }: { out: string; run: string; definition: Pick<Definition, "lexicon" | "overlays"> },
  effects: Effects = realEffects,
): Promise<Pages> {
  let open: OpenRun = await openRun(out, run);
  let lexicon: { of: OpenRun; page: LexiconPage } | undefined;
  let opening: Promise<void> | undefined;
  const runs = openRuns(out);
  /** Puts another run in the place of the one that is shown; whoever asks meanwhile waits for the same one. */
  const reopen = (isOld: () => Promise<boolean>, name: string): Promise<void> => {
    opening ??= (async () => {
      if (!(await isOld())) return;
      open = await openRun(out, name);
      lexicon?.page.close();
    })().finally(() => {
      opening = undefined;
    });
    return opening;
  };
  const lexiconPage = (): LexiconPage => {
    if (lexicon?.of === open) return lexicon.page;
    const page = openLexicon(out, definition, open);
    lexicon = { of: open, page };
    return page;
  };
  // Read now, so that nobody waits for it later; what is wrong with it is said where it is asked for.
  try {
    lexiconPage();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  return {
    ...runs,
    run: () => open.run,
    refresh: async () => {
      if (run !== "latest") return;
      await reopen(async () => {
        const folder = await findRun(out, "latest").catch(() => undefined);
        return folder !== undefined && !folder.endsWith(`/${open.run}`);
      }, "latest");
    },
    recall: () =>
      reopen(async () => {
        // A run that was pruned is shown to the end; one that was put in its place is read anew.
        const identity = await identityOf(open.folder);
        return identity !== undefined && identity !== open.identity;
      }, open.folder),
    close: () => lexicon?.page.close(),
    shell: async ({ role, who }) => {
      const shell = (await open.now()).views.shell();
      return { ...shell, mode: "server", run: open.run, runs: await keptRuns(out), role, who };
    },
    views: async () => (await open.now()).views,
    decide: (request, by) => decide(out, open, request, by, effects),
    corrections: async () => (await open.now()).corrections,
    correct: async (request, by) => {
      await correct(out, open, request, by, effects);
      return (await open.now()).corrections;
    },
    correctionsCsv: async () => {
      const { sheet } = await sheetOf(out, open);
      const at = effects.now().toISOString();
      await noteExport(out, { at, run: open.run, to: "download from the pages", formats: ["corrections"] }, effects);
      return sheet;
    },
    lexicon: lexiconPage,
    propose: async (request, by) => lexiconPage().propose(request, by, effects),
  };
}

/** What became of corrections that were made in a file: taken, said before in the same words, or refused with the line and why. */
export interface TakenCorrections {
  readonly taken: number;
  readonly known: number;
  readonly refused: readonly { readonly line: number; readonly message: string }[];
}

/**
 * Takes corrections that were made in report.html: JSON lines, each a request of the pages with the analyst's name as `by`.
 *
 * @throws Stop when there is no such run.
 */
export async function importCorrections(
  out: string,
  run: string,
  text: string,
  effects: Effects = realEffects,
): Promise<TakenCorrections> {
  const open = await openRun(out, run);
  const said = new Set(
    standingCorrections((await readCorrections(out)).corrections).map((one) => keyOfCorrection(one, one.by)),
  );
  const refused: { line: number; message: string }[] = [];
  let [taken, known] = [0, 0];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    try {
      const { by, ...request } = readRequest(z.looseObject({ by: z.string().trim().min(1).max(200) }), jsonOf(line));
      const wish = readRequest(CorrectRequest, request);
      if (said.has(keyOfCorrection(wish, by))) known++;
      else {
        await correct(out, open, wish, by, effects);
        taken++;
      }
    } catch (error) {
      if (!(error instanceof PageRefusal)) throw error;
      refused.push({ line: index + 1, message: error.message });
    }
  }
  return { taken, known, refused };
}

/** What makes two corrections the same: who says what of which mention or place. */
function keyOfCorrection(one: CorrectRequest | Correction, by: string): string {
  const place =
    "mention" in one && one.mention !== ""
      ? [one.mention]
      : "start" in one
        ? [one.review, one.document, one.code, one.start, one.end]
        : [];
  return JSON.stringify([one.kind, by, one.note.trim(), ...place]);
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/**
 * Corrected sentences of a saved run as a coding sheet, and lines of the log that could not be read.
 *
 * @throws Stop when there is no such run.
 */
export async function correctionsSheetOf(out: string, run: string): Promise<{ sheet: string; problems: Problem[] }> {
  return sheetOf(out, await openRun(out, run));
}

async function sheetOf(out: string, { held }: OpenRun): Promise<{ sheet: string; problems: Problem[] }> {
  const { corrections, problems } = await readCorrections(out);
  return { sheet: [...correctionsSheet(standingCorrections(corrections), held)].join(""), problems };
}
