import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The small archive that the tests of run and cli share: two areas, a few voices, each planted for a rule. */
export const FILES: Readonly<Record<string, string>> = {
  "york-2019/review.yaml": "area: York\ndate: 2019-05-03\ntopic_guide: [knife-crime]\n",
  "york-2019/sessions.csv": `file,session,label,kind,sectors,level,date,record,interviewers,asked,exclude
housing.txt,housing,Housing officers,focus-group,housing,practitioner,2019-05-03,verbatim,Interviewer,,
housing-notes.txt,housing,Housing officers,focus-group,housing,practitioner,2019-05-03,notes,,,
schools.txt,schools,Schools and colleges,focus-group,education,managerial,2019-05-04,notes,,debt-bondage,
draft.txt,draft,First draft,focus-group,health,,2019-05-05,notes,,,superseded by another file
`,
  "york-2019/housing.txt": `Interviewer: Thanks for coming. Tell me about cuckooing in York.

Jane Smith: Yes, cuckooing is a big problem here. We have seen flats taken over by lads from Leeds.

Tom Brown: There is no knife crime on our estates, I would say.

Interviewer: What else do you see?

Jane Smith: County lines are definitely in the area, coming from Liverpool. Call me on 07700 900123.
`,
  "york-2019/housing-notes.txt": `The group said that cuckooing is common in the tower blocks.

The group also said that domestic abuse is rising.

It is essential that the council looks at debt bondage.
`,
  "york-2019/schools.txt": `The group said that knife crime is rising. When asked about cuckooing, they were not aware of any cases.

Most of the group felt that county lines is a concern.
`,
  "york-2019/draft.txt": "The group said that gangs are fighting over the estate and that cuckooing is everywhere.\n",
  "hull-2020/police.txt": `Facilitator: Is there drug dealing?

Inspector: There is drug dealing everywhere, and gangs from London move children here. We do not see much exploitation though.
`,
};

// The masking key of the person who runs the tests is left alone.
process.env.XDG_STATE_HOME = mkdtempSync(join(tmpdir(), "triangulum-key-"));
process.once("exit", () => rmSync(process.env.XDG_STATE_HOME as string, { recursive: true, force: true }));

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** A definition with a lexicon of eight codes, so that no test depends on the wording of the shipped one. */
export const PIPELINE = join(ROOT, "test/run/pipeline.yaml");

/** A folder of its own for one test, with an archive in it. */
export interface Place {
  archive: string;
  out: string;
  write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void>;
  /** Removes a file or folder of the archive. */
  drop(path: string): Promise<void>;
  remove(): Promise<void>;
}

export async function makePlace(files: Readonly<Record<string, string | Uint8Array>> = FILES): Promise<Place> {
  const root = await mkdtemp(join(tmpdir(), "triangulum-run-"));
  const archive = join(root, "archive");
  await mkdir(archive);
  const place: Place = {
    archive,
    out: join(root, "out"),
    async write(more) {
      for (const [path, content] of Object.entries(more)) {
        await mkdir(dirname(join(archive, path)), { recursive: true });
        await writeFile(join(archive, path), content);
      }
    },
    drop: (path) => rm(join(archive, path), { recursive: true }),
    remove: () => rm(root, { recursive: true, force: true }),
  };
  await place.write(files);
  return place;
}

/** Hashes of all that is published but those that the promise leaves out. */
export async function bytesOf(folder: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name === "run.json" || entry.name === "changes.json") continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = (await readFile(path)).toString("latin1");
    // What the page tells of the run before stands outside the promise, as changes.json does.
    const promised =
      entry.name === "report.html"
        ? bytes.replace(/"changes":\{.*?\},(?="counts":\{"changedSince")/, "").replace(/"since":"[a-z]*"/g, "")
        : bytes;
    files[path.slice(folder.length)] = createHash("sha256").update(promised, "latin1").digest("hex");
  }
  return files;
}
