import { type Lexicon, loadLexicon, proposeTerms } from "../lexicon/index.js";
import { type CodeTerms, type Preview, PreviewRequest, type Proposed } from "../model/index.js";
import { type Effects, readCorrections, saveProposal } from "../store/index.js";
import type { OpenRun } from "./open-run.js";
import { readRequest } from "./page-decisions.js";
import { notInRun, PageRefusal } from "./page-refusal.js";
import type { Definition } from "./pipeline.js";
import { readableTerms } from "./preview-terms.js";
import { Previewer } from "./previewer.js";

/** The lexicon as the pages try it out on one run. */
export interface LexiconPage {
  terms(code: string): CodeTerms;
  preview(request: unknown): Promise<Preview>;
  propose(request: unknown, by: string, effects: Effects): Promise<Proposed>;
  /** Ends what runs beside the server. */
  close(): void;
}

/**
 * The lexicon of a pipeline beside the kept texts of a run. Terms are tried out in a process of its own, so that everybody else is answered
 * meanwhile; it starts when somebody first looks at the terms of a code.
 *
 * @throws Stop when the lexicon cannot be read.
 */
export function openLexicon(
  out: string,
  definition: Pick<Definition, "lexicon" | "overlays">,
  open: OpenRun,
): LexiconPage {
  const lexicon = loadLexicon(definition.lexicon, definition.overlays);
  const previewer = new Previewer({ folder: open.folder, ...definition });
  const conceptOf = (code: string): Lexicon["concepts"][number] => {
    const concept = lexicon.concepts.find(({ id }) => id === code);
    if (concept === undefined) throw notInRun("code of that name in its lexicon");
    return concept;
  };
  return {
    terms(code) {
      const { terms } = conceptOf(code);
      previewer.warm();
      const mentions: Record<string, number> = {};
      for (const mention of open.held.mentions.values())
        if (mention.code === code && mention.evidence) mentions[mention.term] = (mentions[mention.term] ?? 0) + 1;
      return { code, terms, mentions };
    },
    async preview(request) {
      const { code, terms } = readRequest(PreviewRequest, request);
      conceptOf(code);
      const { corrections } = await readCorrections(out);
      return previewer.preview({ code, terms, corrections: corrections.filter((one) => one.code === code) });
    },
    async propose(request, by, effects) {
      const { code, terms, note } = readRequest(PreviewRequest, request);
      conceptOf(code);
      const { problems } = readableTerms(terms, lexicon);
      if (problems.length > 0)
        throw new PageRefusal("bad-request", problems[0]!, "Mend the term; only terms that can be read are proposed.");
      const { files, yaml } = proposeTerms(lexicon, code, terms, { by, note });
      const at = effects.now().toISOString().replace(/[:.]/g, "-");
      await saveProposal(out, `${code}-${at}`, files, effects);
      return { path: `proposals/${code}-${at}`, yaml };
    },
    close: () => previewer.close(),
  };
}
