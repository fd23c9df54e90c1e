import { appendFileSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { discover } from "../../src/archive/index.js";
import { openOnDisk } from "../../src/archive/read-file.js";
import { CODES, found, plant, type Tree } from "./tree.js";

const LONG = `${"a very long name of a transcript ".repeat(7)}.txt`;

const LAYOUTS: [phenomenon: string, tree: Tree, reviews: string[], problems: string[]][] = [
  ["a sub-folder is a review", { "York/a.txt": "x", "Hull/b.md": "x" }, ["hull: b.md", "york: a.txt"], []],
  ["the archive folder holds the transcripts itself", { "b.txt": "x", "a.docx": "x" }, ["archive: a.docx b.txt"], []],
  [
    "it may have folders without transcripts",
    { "b.txt": "x", "audio/x.mp3": "" },
    ["archive: b.txt"],
    ["info companions @archive:"],
  ],
  [
    "metadata at the top makes it one review, with the folders below",
    { "review.yaml": "id: hull", "b.txt": "x", "day 2/c.txt": "x" },
    ["hull: b.txt day 2/c.txt"],
    [],
  ],
  [
    "a loose transcript melts no areas into one",
    { "stray.txt": "x", "york/a.txt": "x", "hull/b.txt": "x" },
    ["archive: stray.txt", "hull: b.txt", "york: a.txt"],
    ["warning loose-transcripts @archive:"],
  ],
  [
    "nested folders are searched",
    { "york/day 2/pm/c.txt": "x", "york/a.txt": "x" },
    ["york: a.txt day 2/pm/c.txt"],
    [],
  ],
  [
    "hidden and system folders are passed over",
    { "york/a.txt": "x", ".git/x.txt": "x", "york/__MACOSX/a.txt": "x" },
    ["york: a.txt"],
    [],
  ],
  [
    "an empty folder is no review",
    { "york/a.txt": "x", "hull/": "" },
    ["york: a.txt"],
    ["warning empty-folder @:hull"],
  ],
  [
    "metadata without transcripts is a review that says so",
    { "york/review.yaml": "area: York" },
    ["york:"],
    ["warning no-transcripts @york:"],
  ],
  ["an empty archive", {}, [], ["warning no-reviews @:"]],
  [
    "metadata loose beside reviews is not read",
    { "york/a.txt": "x", "indicators.csv": "measure" },
    ["york: a.txt"],
    ["warning loose-metadata @:indicators.csv"],
  ],
  [
    "two folders that ask for one id",
    { "York 2019/a.txt": "x", "york-2019/b.txt": "x" },
    ["york-2019: a.txt", "york-2019-2: b.txt"],
    ["error id-twice @york-2019-2: (id)"],
  ],
  [
    "extensions in any case, and their aliases",
    { "york/A.TXT": "x", "york/b.HTM": "x", "york/c.Markdown": "x", "york/d.text": "x" },
    ["york: A.TXT b.HTM c.Markdown d.text"],
    [],
  ],
  [
    "odd names",
    {
      "york/-rf.txt": "x",
      'york/it\'s "quoted" & é.txt': "x",
      "york/ two  spaces .txt": "x",
      "york/访谈.txt": "x",
      [`york/${LONG}`]: "x",
    },
    [`york:  two  spaces .txt -rf.txt ${LONG} it's "quoted" & é.txt 访谈.txt`],
    [],
  ],
  ["a folder name without any letter of an id", { "访谈/a.txt": "x" }, ["review-93f4a1f8: a.txt"], []],
  [
    "companions are named once, by kind",
    {
      "york/a.txt": "x",
      "york/~$a.docx": "",
      "york/.DS_Store": "",
      "york/sub/Thumbs.db": "",
      "york/x.MP3": "",
      "york/y.mp3": "",
      "york/z.lnk": "",
      "york/desktop.ini": "",
      "york/._a.docx": "",
      "york/README.md": "",
    },
    ["york: a.txt"],
    ["info companions @york:"],
  ],
  [
    "an unknown extension, and none",
    { "york/a.txt": "x", "york/old.doc": "x", "york/noext": "x" },
    ["york: a.txt"],
    ["warning unknown-format @york:noext", "warning unknown-format @york:old.doc"],
  ],
  [
    "metadata below the top is not read, nor taken for a transcript",
    { "york/a.txt": "x", "york/sub/sessions.csv": "file" },
    ["york: a.txt"],
    ["warning metadata-too-deep @york:sub/sessions.csv"],
  ],
  [
    "review.yaml and review.yml",
    { "york/a.txt": "x", "york/review.yml": "id: b", "york/review.yaml": "id: a" },
    ["a: a.txt"],
    ["warning metadata-twice @a:review.yml"],
  ],
  ["empty files are found; whether they hold text is for others", { "york/a.txt": "" }, ["york: a.txt"], []],
];

describe("discover: layouts", () => {
  it.each(LAYOUTS)("%s", async (_, tree, reviews, problems) => {
    const got = await found(tree);
    expect({ reviews: got.reviews, problems: got.problems }).toEqual({ reviews, problems });
  });

  it("an archive that is not there stops the program with exit code 2", async () => {
    await expect(discover("/nowhere/at/all", { codes: CODES })).rejects.toMatchObject({ name: "Stop", exitCode: 2 });
  });

  it("names companions by kind and count, never by file name", async () => {
    const { all } = await found({
      "york/a.txt": "x",
      "york/Jane Doe.mp3": "",
      "york/~$Jane.docx": "",
      "york/b.mp3": "",
    });
    const message = all.find((problem) => problem.rule === "archive/companions")!.message;
    expect(message).toBe(
      "Files that are no transcripts were left alone: 2 audio (.mp3), 1 lock file of an open document (~$…).",
    );
  });

  it("says what to do with a .doc", async () => {
    const { all } = await found({ "york/a.txt": "x", "york/old.doc": "x" });
    expect(all.find((p) => p.rule === "archive/unknown-format")!.wayOut).toContain(".docx");
  });

  it("hashes bytes", async () => {
    const { folders } = await found({ "york/a.txt": "abc" });
    expect(folders[0]!.documents[0]).toMatchObject({
      review: "york",
      bytes: 3,
      format: "txt",
      sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    });
  });
});

describe("discover: links", () => {
  it("follows a link that stays in the archive, and none that leaves it, dangles or goes round", async () => {
    const root = plant({ "york/a.txt": "x", "york/day 2/b.txt": "x", "hull/c.txt": "x" });
    writeFileSync(join(dirname(root), "secret.txt"), "x");
    mkdirSync(join(dirname(root), "elsewhere"));
    symlinkSync(join(root, "hull/c.txt"), join(root, "york/linked.txt"));
    symlinkSync("../../secret.txt", join(root, "york/out.txt"));
    symlinkSync(join(dirname(root), "elsewhere"), join(root, "leeds"));
    symlinkSync("gone.txt", join(root, "york/broken.txt"));
    symlinkSync("..", join(root, "york/day 2/round"));
    const { reviews, problems } = await found(root);
    expect(reviews).toEqual(["hull: c.txt", "york: a.txt day 2/b.txt linked.txt"]);
    expect(problems).toEqual([
      "warning link-outside @:leeds",
      "warning broken-link @york:broken.txt",
      "warning link-loop @york:day 2/round",
      "warning link-outside @york:out.txt",
    ]);
  });
});

describe("discover: files that cannot be read", () => {
  it("a file without permission is an error beside the others", async () => {
    const denied = Object.assign(new Error("no"), { code: "EACCES" });
    const { reviews, all } = await found({ "york/a.txt": "x", "york/b.txt": "x" }, (path) => {
      if (path.endsWith("b.txt")) throw denied;
      return openOnDisk(path);
    });
    expect(reviews).toEqual(["york: a.txt"]);
    expect(all.find((problem) => problem.rule === "archive/unreadable")).toMatchObject({
      severity: "error",
      document: "b.txt",
      message: "The file cannot be read: permission is denied (EACCES).",
    });
  });

  it("a file that grows while it is read is left out", async () => {
    const { reviews, problems } = await found({ "york/a.txt": "x", "york/b.txt": "x" }, async function* (path) {
      yield* openOnDisk(path);
      if (path.endsWith("b.txt")) appendFileSync(path, "more");
    });
    expect(reviews).toEqual(["york: a.txt"]);
    expect(problems).toEqual(["error changed-while-read @york:b.txt"]);
  });

  it("metadata that cannot be read costs the metadata, not the review", async () => {
    const { reviews, problems } = await found({ "york/a.txt": "x", "york/review.yaml": "id: z" }, (path) => {
      if (path.endsWith(".yaml")) throw Object.assign(new Error("no"), { code: "EIO" });
      return openOnDisk(path);
    });
    expect(reviews).toEqual(["york: a.txt"]);
    expect(problems).toEqual(["error unreadable @york:review.yaml"]);
  });
});

describe("discover: the same archive gives the same answer", () => {
  it("in whatever order files were written and read", async () => {
    const names = fc.uniqueArray(
      fc.constantFrom("a.txt", "B.md", "é.txt", "10.txt", "9.txt", "z/y.txt", "x.mp3", "q.doc"),
      {
        minLength: 1,
      },
    );
    await fc.assert(
      fc.asyncProperty(names, fc.array(fc.nat(3), { minLength: 8, maxLength: 8 }), async (files, delays) => {
        const tree = (list: string[]): Tree => Object.fromEntries(list.map((name) => [`york/${name}`, name]));
        const slow = async function* (path: string) {
          await new Promise((done) => setTimeout(done, delays[path.length % 8]));
          yield* openOnDisk(path);
        };
        const one = await found(tree(files));
        const other = await found(tree([...files].reverse()), slow);
        expect(other.problems).toEqual(one.problems);
        expect(other.folders.map((f) => f.documents.map((d) => [d.path, d.sha256]))).toEqual(
          one.folders.map((f) => f.documents.map((d) => [d.path, d.sha256])),
        );
      }),
      { numRuns: 15 },
    );
  });
});
