import { type Lexicon, loadLexicon } from "../lexicon/index.js";
import { Stop } from "../model/index.js";
import { readRun } from "../store/index.js";
import { keptTextsOf } from "./kept-texts.js";
import { previewTerms, rememberingBase, type TriedTerms, type Trying } from "./preview-terms.js";
import type { PreviewerAnswer, PreviewerSettings } from "./previewer.js";

/**
 * A process of its own that tries terms out on one run, one wish after the other, so that the server answers everybody else meanwhile. Started
 * by `previewer.ts`: the first message says what to read, each later one what to try.
 */
let trying: Promise<Trying> | undefined;

process.on("message", async (message: PreviewerSettings | TriedTerms) => {
  if ("folder" in message) {
    trying = prepare(message);
    tell(await trying.then(() => ({ ready: true as const }), failure));
    return;
  }
  const started = performance.now();
  const answer = await answerTo(message);
  if ("preview" in answer) answer.preview.milliseconds = Math.round(performance.now() - started);
  tell(answer);
});

function tell(answer: PreviewerAnswer): void {
  // Without a parent there is nobody to answer, and nothing left to keep the process alive.
  if (process.connected) process.send?.(answer);
}

/** What a failure says could be words of a transcript; its kind says enough. A Stop is worded for a person. */
function failure(error: unknown): PreviewerAnswer {
  if (error instanceof Stop) return { stop: error.message };
  return { failed: error instanceof Error ? error.name : "no error" };
}

async function answerTo(wish: TriedTerms): Promise<PreviewerAnswer> {
  try {
    if (trying === undefined) throw new Stop("Nothing was said of what to try terms out on.");
    return { preview: previewTerms(await trying, wish) };
  } catch (error) {
    return failure(error);
  }
}

async function prepare({ folder, lexicon: path, overlays }: PreviewerSettings): Promise<Trying> {
  const lexicon: Lexicon = loadLexicon(path, overlays);
  const saved = await readRun(folder);
  return { kept: await keptTextsOf(saved), reviews: saved.reviews, lexicon, compile: rememberingBase(lexicon) };
}
