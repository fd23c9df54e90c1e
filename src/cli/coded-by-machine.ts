import { Stop } from "../model/index.js";
import { codeFile, loadDefinition } from "../run/index.js";
import { readRun } from "../store/index.js";
import type { MachineMention } from "../triangulation/index.js";
import { type SavedOptions, savedFolder } from "./saved.js";

/** A document as the machine coded it. */
export interface MachineDocument {
  /** `review/path` in a run; the path of a file that was coded by itself. */
  readonly path: string;
  /** The stored text that every offset counts into. */
  readonly text: string;
  readonly sentences: readonly {
    readonly start: number;
    readonly end: number;
    /** Id of the session, empty outside all of them. */
    readonly session: string;
    readonly interviewer: boolean;
  }[];
  readonly mentions: readonly MachineMention[];
}

/**
 * One file, coded now.
 *
 * @throws Stop when it cannot be read.
 */
export async function codedNow(path: string, options: SavedOptions): Promise<MachineDocument> {
  const definition = await loadDefinition(options.pipeline);
  const { text, sentences, mentions, problems, parts, turns } = await codeFile(path, definition);
  if (sentences.length === 0)
    throw new Stop(`${path} could not be read: ${problems.map(({ message }) => message).join(" ")}`);
  return {
    path,
    text,
    sentences: sentences.map(({ start, end, part, turn }) => ({
      ...{ start, end, session: parts[part]?.session ?? "", interviewer: turns[turn]?.role === "interviewer" },
    })),
    mentions: mentions.map(({ start, code, term, cues, facets }) => ({ start, code, term, cues, ...facets })),
  };
}

/** Every document of a saved run, by path. */
export async function codedThen(run: string, options: SavedOptions): Promise<MachineDocument[]> {
  const { reviews } = await readRun(await savedFolder(run, options));
  const documents = reviews.flatMap((review) =>
    review.texts.map(({ document, text, sentences, turns }) => ({
      path: `${review.meta.id}/${document}`,
      text,
      sentences: sentences.map(({ start, end, session, turn }) => ({
        ...{ start, end, session, interviewer: turns[turn]?.role === "interviewer" },
      })),
      mentions: review.mentions.filter((mention) => mention.document === document),
    })),
  );
  return documents.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Line of a text, from 1, in which an offset lies. */
export function lineAt(text: string): (offset: number) => number {
  const ends: number[] = [];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) ends.push(at);
  return (offset) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}
