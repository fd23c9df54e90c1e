import type { CorrectionList, FindingDetail, Problem, Shell } from "../model/index.js";
import { correctionsSheet, type PageViews } from "../reporting/index.js";
import { type Effects, findRun, readCorrections, realEffects } from "../store/index.js";
import { standingCorrections } from "../triangulation/index.js";
import { keptRuns, type OpenRun, openRun } from "./open-run.js";
import { correct, decide } from "./page-decisions.js";
import { type LexiconPage, openLexicon } from "./page-lexicon.js";
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
  const lexiconPage = (): LexiconPage => {
    if (lexicon?.of === open) return lexicon.page;
    const page = openLexicon(out, definition, open);
    lexicon = { of: open, page };
    return page;
  };
  return {
    ...runs,
    run: () => open.run,
    refresh: async () => {
      if (run !== "latest") return;
      opening ??= (async () => {
        const folder = await findRun(out, "latest").catch(() => undefined);
        if (folder !== undefined && !folder.endsWith(`/${open.run}`)) open = await openRun(out, "latest");
      })().finally(() => {
        opening = undefined;
      });
      await opening;
    },
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
    correctionsCsv: async () => (await sheetOf(out, open)).sheet,
    lexicon: lexiconPage,
    propose: async (request, by) => lexiconPage().propose(request, by, effects),
  };
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
