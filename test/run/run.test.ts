import { readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Mention } from "../../src/model/index.js";
import { loadPipeline, type RunDone, type RunOptions, run } from "../../src/run/index.js";
import { type Effects, listRuns, realEffects, takeLock } from "../../src/store/index.js";
import { bytesOf, makePlace, PIPELINE, type Place } from "./example-archive.js";

let place: Place;
beforeEach(async () => {
  place = await makePlace();
});
afterEach(() => place.remove());

async function go(
  options: Partial<RunOptions> & { workers?: number } = {},
  effects: Effects = realEffects,
): Promise<RunDone> {
  const { archive, out } = place;
  const pipeline = await loadPipeline(PIPELINE, { archive, out, workers: options.workers ?? 0 });
  return run({ pipeline, ...options }, effects);
}

/** Mentions as lines: session, code, whether evidence or why not, and whether prompted. */
function shown(mentions: readonly Mention[], code: string): string[] {
  return mentions
    .filter((mention) => mention.code === code)
    .map(({ session, document, evidence, excluded, prompted, assertion }) =>
      [session, document, assertion, evidence ? "evidence" : excluded, prompted].join(" | "),
    )
    .sort();
}

describe("a review", () => {
  it("counts each mention once, or says why not", async () => {
    const york = (await go()).reviews.find(({ meta }) => meta.id === "york-2019")!;
    expect(shown(york.mentions, "cuckooing")).toEqual([
      "draft | draft.txt | present | session excluded | ",
      "housing | housing-notes.txt | present | verbatim counts | ",
      "housing | housing.txt | present | evidence | yes",
      "housing | housing.txt | present | evidence | yes",
      "housing | housing.txt | present | interviewer's turn | no",
      expect.stringContaining("schools | schools.txt"),
    ]);
    // What the verbatim record does not carry, the notes fill in.
    expect(shown(york.mentions, "domestic-abuse")).toEqual(["housing | housing-notes.txt | present | evidence | "]);
    expect(shown(york.mentions, "debt-bondage").every((line) => line.includes("note-taker's comment"))).toBe(true);
  });

  it("joins two files of one session, and leaves the excluded one out of the matrix", async () => {
    const york = (await go()).reviews.find(({ meta }) => meta.id === "york-2019")!;
    expect(york.sessions.map(({ id, record, documents, order }) => [id, record, documents.length, order])).toEqual([
      ["housing", "verbatim", 2, 0],
      ["schools", "notes", 1, 1],
    ]);
    expect(new Set(york.stances.map(({ session }) => session))).toEqual(new Set(["housing", "schools"]));
  });

  it("knows who was asked: by an interviewer, by the topic guide, by sessions.csv, by the notes, or not", async () => {
    const york = (await go()).reviews.find(({ meta }) => meta.id === "york-2019")!;
    const asked = Object.fromEntries(york.sessions.map((session) => [session.id, session.asked]));
    expect([asked.housing?.cuckooing, asked.housing?.["knife-crime"], asked.housing?.gangs]).toEqual([
      "yes",
      "yes",
      "no",
    ]);
    expect([asked.schools?.cuckooing, asked.schools?.["debt-bondage"], asked.schools?.gangs]).toEqual([
      "yes",
      "yes",
      undefined,
    ]);
  });

  it("publishes no name and no number, and one person is one number", async () => {
    const done = await go();
    const texts = done.reviews.flatMap((review) => review.texts.map(({ text }) => text)).join("\n");
    for (const secret of ["Jane", "Smith", "Tom Brown", "07700"]) expect(texts).not.toContain(secret);
    const files = await readdir(place.out, { recursive: true, withFileTypes: true });
    const all = await Promise.all(
      files
        .filter((file) => file.isFile())
        .map(async (file) => {
          const bytes = await readFile(join(file.parentPath, file.name));
          return (file.name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("latin1");
        }),
    );
    for (const secret of ["Jane Smith", "Tom Brown", "900123"])
      expect(all.filter((bytes) => bytes.includes(secret))).toEqual([]);
    const speakers = done.reviews.flatMap((review) =>
      review.mentions.filter(({ role }) => role === "participant").map(({ speaker }) => speaker),
    );
    expect(new Set(speakers.filter((speaker) => speaker.startsWith("[")))).toEqual(
      new Set(["[PERSON-001]", "[PERSON-002]"]),
    );
  });

  it("tells sessions apart that are named for people, without their names and whatever the key", async () => {
    const talk = "Interviewer: What do you see?\n\nOfficer: We see NNN cuckooing here, in the flats above the shops.\n";
    await place.write({
      "selby-2021/Interview with Jane Smith.txt": talk.replace("NNN", "a lot of"),
      "selby-2021/Interview with Tom Brown.txt": talk.replace("NNN", "hardly any"),
    });
    const first = await go();
    const state = process.env.XDG_STATE_HOME;
    process.env.XDG_STATE_HOME = join(place.out, "other-key");
    const second = await go({ full: true });
    process.env.XDG_STATE_HOME = state;
    const ids = first.reviews.find(({ meta }) => meta.id === "selby-2021")?.sessions.map(({ id }) => id);
    expect(ids).toEqual(["interview-with-person", "interview-with-person-2"]);
    expect(await bytesOf(second.folder)).toEqual(await bytesOf(first.folder));
  });

  it("counts near-duplicates once, and a draft that is left out takes nothing away", async () => {
    const talk = `The group said that cuckooing is common. ${Array.from({ length: 60 }, (_, index) => `They spoke of street ${index}.`).join(" ")}\n`;
    await place.write({
      "selby-2021/sessions.csv":
        "file,session,sectors,date,exclude\ndraft.txt,draft,police,2021-01-01,a draft\nfinal.txt,final,police,2021-02-01,\ncopy.txt,copy,housing,2021-03-01,\n",
      "selby-2021/draft.txt": talk,
      "selby-2021/final.txt": talk,
      "selby-2021/copy.txt": talk,
    });
    const selby = (await go()).reviews.find(({ meta }) => meta.id === "selby-2021")!;
    expect(shown(selby.mentions, "cuckooing").map((line) => line.split(" | ").slice(0, 4).join(" "))).toEqual([
      "copy copy.txt present near-duplicate",
      "draft draft.txt present session excluded",
      "final final.txt present evidence",
    ]);
    expect(selby.sessions.map(({ id }) => id)).toEqual(["final"]);
    expect(
      selby.problems.filter(({ rule }) => rule === "session/near-duplicate").map(({ document }) => document),
    ).toEqual(["copy.txt"]);
  });

  it("gives a line the review's area as importer", async () => {
    const york = (await go()).reviews.find(({ meta }) => meta.id === "york-2019")!;
    expect(york.lines.map(({ exporter, importer, counted }) => [exporter, importer, counted])).toEqual([
      ["Liverpool", "York", true],
    ]);
  });
});

describe("the same archive", () => {
  it("gives the same bytes with and without workers and cache, in another zone and another language", async () => {
    const one = await bytesOf((await go({ workers: 0 })).folder);
    const { TZ, LANG } = process.env;
    process.env.TZ = "Pacific/Kiritimati";
    process.env.LANG = "tr_TR.UTF-8";
    try {
      for (const options of [{ workers: 0 }, { workers: 3, full: true }, { workers: 1 }]) {
        const other = await go(options);
        expect(await bytesOf(other.folder)).toEqual(one);
        expect(other.record.documents.some(({ status }) => status === "reused")).toBe(options.full !== true);
      }
    } finally {
      process.env.TZ = TZ;
      process.env.LANG = LANG;
      if (TZ === undefined) delete process.env.TZ;
      if (LANG === undefined) delete process.env.LANG;
    }
    await rm(join(place.out, ".cache"), { recursive: true });
    await rm(join(place.out, "runs"), { recursive: true });
    expect(await bytesOf((await go()).folder)).toEqual(one);
  });

  it("keeps the ids of mentions when a file is renamed and when words are added elsewhere", async () => {
    const ids = (done: RunDone): string[] =>
      done.reviews
        .flatMap(({ mentions }) =>
          mentions.filter(({ session }) => session === "housing").map(({ id, quote }) => `${id} ${quote}`),
        )
        .sort();
    const before = ids(await go());
    const sessions = await readFile(join(place.archive, "york-2019/sessions.csv"), "utf8");
    const housing = await readFile(join(place.archive, "york-2019/housing.txt"), "utf8");
    await place.drop("york-2019/housing.txt");
    await place.write({
      "york-2019/zz homes.txt": `${housing}\nTom Brown: That is all from me, thank you.\n`,
      "york-2019/sessions.csv": sessions.replace("housing.txt", "zz homes.txt"),
    });
    const after = ids(await go());
    const idOnly = (line: string): string => line.split(" ")[0]!;
    expect(after.map(idOnly)).toEqual(expect.arrayContaining(before.map(idOnly)));
  });
});

describe("the next night", () => {
  it("reads again only what changed, and recodes nothing when sector, level or date change", async () => {
    await go();
    const sessions = await readFile(join(place.archive, "york-2019/sessions.csv"), "utf8");
    await place.write({
      "york-2019/sessions.csv": sessions.replace("education,managerial,2019-05-04", "health,strategic,2019-06-01"),
      "hull-2020/police.txt": "Inspector: We have seen a rise in knife crime.\n",
    });
    const done = await go();
    const status = Object.fromEntries(done.record.documents.map(({ document, status }) => [document, status]));
    expect(status).toMatchObject({ "police.txt": "coded", "schools.txt": "reused", "housing.txt": "reused" });
    const schools = done.reviews.flatMap((review) => review.sessions).find(({ id }) => id === "schools");
    expect([schools?.sectors, schools?.level, schools?.date]).toEqual([["health"], "strategic", "2019-06-01"]);
    expect(done.changes.documents).toEqual([{ review: "hull-2020", document: "police.txt", change: "changed" }]);
    expect(done.changes.metadata).toEqual(["york-2019"]);
  });

  it("does not replace a good run by an empty or shrunken one, unless it is told to", async () => {
    await go();
    await place.drop("york-2019");
    await expect(go()).rejects.toMatchObject({ exitCode: 4 });
    expect(await listRuns(place.out)).toHaveLength(1);
    await go({ acceptLoss: true });
    await place.drop("hull-2020");
    await expect(go()).rejects.toMatchObject({ exitCode: 4 });
    expect(await listRuns(place.out)).toHaveLength(2);
  });

  it("does not take a renamed document for a lost one", async () => {
    await go();
    for (const [from, to] of [
      ["york-2019/schools.txt", "york-2019/colleges.txt"],
      ["hull-2020/police.txt", "hull-2020/force.txt"],
    ] as const) {
      const text = await readFile(join(place.archive, from), "utf8");
      await place.drop(from);
      await place.write({ [to]: text });
    }
    expect((await go()).changes.documents.map(({ change }) => change)).toEqual(["renamed", "renamed"]);
  });

  it("leaves the last run alone when it fails half-way", async () => {
    const { folder } = await go();
    const full: Effects = { ...realEffects, writeFile: () => Promise.reject(new Error("no space left")) };
    await expect(go({}, full)).rejects.toThrow("no space left");
    expect(await listRuns(place.out)).toHaveLength(1);
    expect((await stat(join(folder, "run.json"))).isFile()).toBe(true);
    await go();
  });

  it("does not begin while another run holds the lock", async () => {
    const release = await takeLock(place.out, realEffects);
    await expect(go()).rejects.toMatchObject({ exitCode: 3 });
    await release();
  });
});

describe("what cannot be read", () => {
  it("is a problem with a way out, and the rest is coded", async () => {
    await place.write({
      "york-2019/empty.txt": "",
      "york-2019/blank.md": " \n\n",
      "york-2019/binary.txt": new Uint8Array(3000).map((_, index) => (index * 7919) % 256),
      "york-2019/cut.docx": Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3]),
      "york-2019/cut.pdf": "%PDF-1.7\n1 0 obj\n<<",
      "york-2019/Zoë 🙂 name.txt": "The group said that knife crime is rising.\n",
    });
    const done = await go();
    const york = done.reviews.find(({ meta }) => meta.id === "york-2019")!;
    const unread = york.documents.filter(({ status }) => status === "problem").map(({ document }) => document);
    expect(unread).toEqual(expect.arrayContaining(["blank.md", "cut.docx", "cut.pdf", "empty.txt"]));
    for (const name of unread) {
      const problem = york.problems.find(({ document, severity }) => document === name && severity === "error");
      expect(problem?.wayOut, name).toBeTruthy();
    }
    expect(york.mentions.some(({ document }) => document.includes("🙂"))).toBe(true);
  });
});
