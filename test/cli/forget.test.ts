import { appendFile, readdir, readFile, readlink } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildProgram } from "../../src/cli/program.js";
import { type Effects, findRun, listRuns, readRun, realEffects } from "../../src/store/index.js";
import { readWords } from "../end-to-end/published.js";
import { makePlace, PIPELINE, type Place } from "../run/example-archive.js";
import { listen } from "./call-program.js";

let place: Place;
let days = 0;
beforeEach(async () => {
  days = 0;
  place = await makePlace();
  await place.write({ "york-2019/schools.txt": SCHOOLS, "york-2019/housing.txt": HOUSING });
});
afterEach(() => place.remove());

const SCHOOLS = `The group said that knife crime is rising near the purple bus garage. When asked about cuckooing, they were not aware of any cases.

Most of the group felt that county lines is a concern.
`;
const HOUSING = `Interviewer: Thanks for coming. Tell me about cuckooing in York.

Jane Smith: Yes, cuckooing is a big problem here. We have seen flats above the orange laundry taken over by lads from Leeds.

Tom Brown: There is no knife crime on our estates, I would say, only cuckooing behind the green chapel.

Interviewer: What else do you see?

Jane Smith: County lines are definitely in the area, coming from Liverpool.
`;
/** Words that only the thing itself holds: of the schools, of Jane Smith, of Tom Brown. */
const ONLY = { schools: "purple bus garage", jane: "orange laundry", tom: "green chapel" };

async function go(args: string[], effects: Effects = realEffects): Promise<{ code: number; out: string; err: string }> {
  const { io, said } = listen(effects);
  const all = [...args, "--pipeline", PIPELINE, "--out", place.out];
  const code = await buildProgram(io)(all).catch((error) => {
    said.err += error.message;
    return error.exitCode ?? 4;
  });
  return { code, ...said };
}

const night = (): Promise<{ code: number; out: string; err: string }> => {
  const now = new Date(Date.UTC(2026, 0, ++days, 1, 30));
  return go(["run", "--archive", place.archive, "--workers", "0", "--accept-loss"], { ...realEffects, now: () => now });
};

/** Files under the output folder, packed ones unpacked, that hold the words; and names of files that do. */
async function holding(words: string): Promise<string[]> {
  const found: string[] = [];
  for (const [path, text] of await readWords(place.out)) if (text.includes(words)) found.push(path);
  for (const name of await readdir(place.out, { recursive: true })) if (name.includes(words)) found.push(name);
  return found;
}

/** Every kept run is read back whole, and its counts are those of its rows. */
async function sound(): Promise<void> {
  for (const run of await listRuns(place.out)) {
    const { record, reviews } = await readRun(join(place.out, "runs", run));
    const mentions = reviews.flatMap((review) => review.mentions);
    expect(record.counts.mentions).toBe(mentions.length);
    expect(record.counts.findings).toBe(reviews.flatMap(({ findings }) => findings).length);
    expect(record.counts.sentences).toBe(
      reviews.flatMap(({ texts }) => texts.flatMap((text) => text.sentences)).length,
    );
    for (const review of reviews) {
      const texts = new Map(review.texts.map((text) => [text.document, text]));
      for (const { document, start, end, text, sentence, quote, turn, speaker } of review.mentions) {
        const stored = texts.get(document)!;
        expect(stored.text.slice(start, end)).toBe(text);
        const at = stored.sentences[sentence]!;
        expect(stored.text.slice(at.start, at.end)).toBe(quote);
        expect(stored.turns[turn]?.speaker).toBe(speaker);
      }
      const known = new Set(review.mentions.map(({ id }) => id));
      for (const finding of review.findings)
        for (const { mention } of [...finding.evidence, ...finding.counterEvidence])
          expect(known.has(mention)).toBe(true);
      for (const { code, mentions: number } of review.verdicts)
        expect(number).toBe(review.mentions.filter((one) => one.evidence && one.code === code).length);
    }
  }
  expect((await readdir(join(place.out, "runs"))).filter((name) => name.startsWith("."))).toEqual([]);
}

describe("forget", { timeout: 600_000 }, () => {
  it("a document: out of every kept run, the logs and the cache, and no later night brings it back", async () => {
    await night();
    await place.write({ "york-2019/more.txt": "The group said that gangs are fighting.\n" });
    await night();
    const { reviews } = await readRun(join(place.out, "latest"));
    const finding = reviews.flatMap(({ findings }) => findings)[0]!;
    const decision = { finding: finding.id, status: "edited", by: "an analyst", at: "2026-01-02T00:00:00Z" };
    const words = { note: "They name the purple bus garage twice.", statement: "Knives near the purple bus garage." };
    await appendFile(
      join(place.out, "decisions.jsonl"),
      `${JSON.stringify({ ...decision, ...words, evidenceHash: "x" })}\n`,
    );
    const correction = { kind: "missed", review: "york-2019", document: "schools.txt", quote: "something else" };
    await appendFile(join(place.out, "corrections.jsonl"), `${JSON.stringify(correction)}\n`);
    await go(["report", "--to", join(place.archive, "../elsewhere"), "--format", "mentions"]);
    expect((await holding(ONLY.schools)).length).toBeGreaterThan(10);

    const args = ["forget", "--review", "york-2019", "--document", "schools.txt", "--json"];
    const before = await readWords(place.out);
    const dry = JSON.parse((await go([...args, "--dry-run"])).out);
    expect(await readWords(place.out)).toEqual(before);
    const { code, out } = await go(args);
    expect(code).toBe(0);
    const told = JSON.parse(out);
    expect(told.runs).toEqual(dry.runs);
    expect(told.runs.map(({ documents }: { documents: string[] }) => documents)).toEqual([
      ["schools.txt"],
      ["schools.txt"],
    ]);
    expect(told.runs[0].findings.length).toBeGreaterThan(0);
    expect(told.exports.map(({ to }: { to: string }) => to)).toEqual([join(place.archive, "../elsewhere")]);
    expect(told.logs).toEqual({ "decisions.jsonl": 1, "corrections.jsonl": 1 });

    for (const words of [ONLY.schools, "schools.txt"]) expect(await holding(words)).toEqual([]);
    const log = JSON.parse(await readFile(join(place.out, "decisions.jsonl"), "utf8"));
    expect(log).toEqual({ ...decision, note: "", statement: "", evidenceHash: "x" });
    await sound();
    // The file still lies in the archive: it is not read, and its name is told to nobody.
    const next = await night();
    expect(next.code, next.err).toBe(0);
    for (const words of [ONLY.schools, "schools.txt"]) expect(await holding(words)).toEqual([]);
    const { problems, reviews: after } = await readRun(join(place.out, "latest"));
    const all = [...problems, ...after.flatMap((review) => review.problems)];
    expect(all.filter(({ rule }) => rule === "run/forgotten")).toHaveLength(1);
    expect(await readlink(join(place.out, "latest"))).toBe(join("runs", (await listRuns(place.out)).at(-1)!));
    await sound();
  });

  it("a session: verbatim and notes, and what a later night saw go is not named either", async () => {
    await night();
    await place.drop("york-2019/schools.txt");
    await night();
    expect((await readFile(join(place.out, "latest/changes.json"), "utf8")).includes("schools.txt")).toBe(true);
    await go(["forget", "--review", "york-2019", "--session", "schools"]);
    for (const words of [ONLY.schools, "schools.txt"]) expect(await holding(words)).toEqual([]);
    await sound();
    expect((await go(["forget", "--review", "york-2019", "--session", "housing"])).code).toBe(0);
    for (const words of [ONLY.jane, ONLY.tom]) expect(await holding(words)).toEqual([]);
    await sound();
  });

  it("one speaker of a focus group: the others and the interviewer stay, and notes speak where the record fell silent", async () => {
    await night();
    const { reviews } = await readRun(join(place.out, "latest"));
    const york = reviews.find(({ meta }) => meta.id === "york-2019")!;
    const jane = york.mentions.find(({ quote }) => quote.includes("County lines are definitely"))!.speaker;
    expect(jane).toMatch(/^\[PERSON-\d+\]$/);
    // What was written beside the runs, and what was taken elsewhere, from her words and from another's.
    const said = york.texts.flatMap(({ text, turns }) =>
      turns
        .filter(({ speaker }) => speaker === jane)
        .map(({ start, end }) => text.slice(start, end).replace(/^.*?: /, "")),
    );
    const sentences = said.flatMap((turn) => turn.split(/(?<=\.) /));
    expect(sentences).toHaveLength(3);
    const beside = {
      "proposals/cuckooing-1/codes.yaml": `# ${sentences[1]}\nterms: [flat above the laundry]\n`,
      "proposals/cuckooing-2/codes.yaml": "terms: [trap house]\n",
      "agreement.json": `${JSON.stringify({ at: "2026-01-02T00:00:00Z", codes: [] })}\n`,
      "corrections.jsonl": `${JSON.stringify({ kind: "wrong", review: "york-2019", quote: sentences[1] })}\n${JSON.stringify({ kind: "wrong", review: "york-2019", quote: "There is no knife crime on our estates" })}\n`,
    };
    for (const [path, text] of Object.entries(beside)) await realEffects.writeFile(join(place.out, path), [text]);
    await go(["corrections", "export"]);
    const { out } = await go(["forget", "--review", "york-2019", "--session", "housing", "--speaker", jane, "--json"]);
    const told = JSON.parse(out);
    expect(told.runs[0].documents).toEqual(["housing.txt"]);
    expect(told.beside).toEqual(["proposals/cuckooing-1", "agreement.json"]);
    expect(told.logs).toEqual({ "corrections.jsonl": 1 });
    expect(told.exports.map(({ to, formats }: { to: string; formats: string[] }) => [to, ...formats])).toEqual([
      ["standard output", "corrections"],
    ]);
    for (const sentence of sentences) expect(await holding(sentence), sentence).toEqual([]);
    expect(await readdir(join(place.out, "proposals"))).toEqual(["cuckooing-2"]);
    expect(await holding(ONLY.jane)).toEqual([]);
    expect((await holding(ONLY.tom)).length).toBeGreaterThan(5);
    await sound();
    const left = (await readRun(join(place.out, "latest"))).reviews.find(({ meta }) => meta.id === "york-2019")!;
    const housing = left.texts.find(({ document }) => document === "housing.txt")!;
    expect(housing.turns.map(({ role }) => role)).toEqual(["interviewer", "participant", "interviewer"]);
    expect(left.mentions.some(({ code, session }) => code === "county-lines" && session === "housing")).toBe(false);
  });

  it("a speaker whose number was another in an earlier run", async () => {
    await night();
    const person = async (words: string): Promise<string> => {
      const { reviews } = await readRun(join(place.out, "latest"));
      return reviews.flatMap(({ mentions }) => mentions).find(({ quote }) => quote.includes(words))!.speaker;
    };
    const first = await person(ONLY.tom);
    await place.write({
      "york-2019/aa.txt":
        "Interviewer: What do you see?\n\nAnna Green: We have seen cuckooing.\n\nPaul White: I have not.\n",
    });
    await night();
    const then = await person(ONLY.tom);
    expect(then).not.toBe(first);
    await go(["forget", "--review", "york-2019", "--session", "housing", "--speaker", then]);
    expect(await holding(ONLY.tom)).toEqual([]);
    expect((await holding(ONLY.jane)).length).toBeGreaterThan(5);
    await sound();
  });

  it("says where the same sentences stand all the same", async () => {
    await place.write({ "hull-2020/copy.txt": SCHOOLS });
    await night();
    const { out } = await go(["forget", "--review", "york-2019", "--document", "schools.txt", "--json"]);
    expect(
      JSON.parse(out).alsoIn.map(({ review, document }: Record<string, string>) => `${review}/${document}`),
    ).toEqual(["hull-2020/copy.txt"]);
  });

  const refused: [string, string[], number][] = [
    ["nothing", [], 2],
    ["a speaker of no session", ["--document", "x", "--speaker", "y"], 2],
    ["what no run has", ["--document", "nowhere.txt"], 2],
    ["a speaker who is not there", ["--session", "housing", "--speaker", "Nobody"], 2],
  ];
  it("refuses what it cannot tell or find", async () => {
    await night();
    for (const [name, args, code] of refused)
      expect([name, (await go(["forget", "--review", "york-2019", ...args])).code]).toEqual([name, code]);
  });

  it("cut short at any deed is finished by the next, and every run is whole meanwhile", {
    timeout: 1_200_000,
  }, async () => {
    await night();
    const args = ["forget", "--review", "york-2019", "--document", "schools.txt"];
    const dying = (deed: number): Effects => {
      let count = 0;
      return new Proxy(realEffects as unknown as Record<string, (...given: unknown[]) => unknown>, {
        get: (target, name: string) =>
          name === "now" || name === "progress"
            ? target[name]
            : (...given: unknown[]) => (++count >= deed ? Promise.reject(new Error("died")) : target[name]?.(...given)),
      }) as unknown as Effects;
    };
    // Every so many deeds it dies; the first deeds take the lock.
    const step = process.env.TRIANGULUM_LONG ? 9 : 160;
    for (let deed = 5; ; deed += step) {
      const { code } = await go(args, dying(deed));
      if (code === 0) break;
      const folder = await findRun(place.out);
      expect(JSON.parse(await readFile(join(folder, "run.json"), "utf8")).format).toBe(1);
      expect((await readdir(join(folder, "data"))).length).toBeGreaterThan(10);
    }
    await go(args);
    await night();
    expect(await holding(ONLY.schools)).toEqual([]);
    await sound();
  });
});
