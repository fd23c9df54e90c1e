import { access } from "node:fs/promises";
import { dirname, join } from "node:path";
import { discover, draftMetadata } from "../archive/index.js";
import { loadLexicon } from "../lexicon/index.js";
import { type ReviewFolder, Stop } from "../model/index.js";
import { archiveFolder, guessRows, loadDefinition } from "../run/index.js";
import { count, type Io } from "./io.js";

/** `triangulum init`: writes review.yaml and sessions.csv beside the transcripts, filled with guesses, and leaves alone what is there. */
export async function initCommand(
  options: { pipeline: string; archive?: string; review?: string; force?: boolean },
  io: Io,
): Promise<number> {
  const definition = await loadDefinition(options.pipeline);
  const lexicon = loadLexicon(definition.lexicon, definition.overlays);
  const archive = await archiveFolder(options.pipeline, options.archive);
  const { reviews } = await discover(archive, { codes: new Set(lexicon.concepts.map(({ id }) => id)) });
  const chosen = reviews.filter(({ meta }) => options.review === undefined || meta.id === options.review);
  if (chosen.length === 0)
    throw new Stop(
      options.review === undefined
        ? `${archive} holds no review: expected one sub-folder with transcripts for each.`
        : `${archive} holds no review ${options.review}; there are ${reviews.map(({ meta }) => meta.id).join(", ") || "none"}.`,
    );
  for (const review of chosen) {
    const folder = folderOf(review);
    if (folder === undefined) continue;
    const rows = await guessRows(review, definition, lexicon);
    const draft = await draftMetadata(review, rows);
    for (const [name, text] of [
      ["review.yaml", draft.reviewYaml],
      ["sessions.csv", draft.sessionsCsv],
    ] as const) {
      const path = join(folder, name);
      if (!options.force && (await exists(path)))
        io.out(`${path} is there already and was left alone (--force replaces it)\n`);
      else {
        await io.effects.writeFile(path, [text]);
        io.out(`${path} ${name === "sessions.csv" ? `drafted with ${count(rows.length, "session")}` : "drafted"}\n`);
      }
    }
  }
  io.out("Correct the drafts, then hold them against the archive with: triangulum check\n");
  return 0;
}

/** A review's folder, told by where its documents lie; undefined for one without documents. */
function folderOf({ documents }: ReviewFolder): string | undefined {
  const first = documents[0];
  if (first === undefined) return undefined;
  let folder = first.absolutePath;
  for (const _step of first.path.split("/")) folder = dirname(folder);
  return folder;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
