import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { READABLE, UNREADABLE, writeAwkwardArchive, writeSmallArchive } from "./awkward-archive.js";
import { type Row, readTable } from "./published.js";
import { PATIENCE, type Said, triangulum } from "./triangulum.js";

const folder = join(inject("desk"), "awkward");
const [archive, out] = [join(folder, "archive"), join(folder, "out")];

let said: Said;
let strict: Said;
let problems: readonly Row[];
let mentions: readonly Row[];
const errorsOf = (document: string): readonly Row[] =>
  problems.filter((problem) => problem.document === document && problem.severity === "error");

beforeAll(async () => {
  await writeAwkwardArchive(archive);
  const small = await writeSmallArchive(join(folder, "small"));
  [said, strict] = await Promise.all([
    triangulum(["run", "--archive", archive, "--out", out, "--workers", "2"]),
    triangulum(["run", "--archive", small, "--out", join(folder, "strict"), "--workers", "0", "--strict"]),
  ]);
  ({ rows: problems } = await readTable(out, "latest", "problems.csv"));
  ({ rows: mentions } = await readTable(out, "latest", "mentions.csv"));
}, PATIENCE);

describe("an archive of awkward files", () => {
  it("is done, with problems listed", () => {
    expect(said.code, said.err).toBe(0);
    expect(said.out).toContain(`${Object.keys(UNREADABLE).length} not read`);
  });

  it.each(Object.entries(UNREADABLE))("names %j as a problem with a way out", (document, { rule }) => {
    expect(errorsOf(document).map((problem) => problem.rule)).toEqual([rule]);
    for (const { message, way_out } of errorsOf(document)) {
      expect(message).toMatch(/\w.*\.$/);
      expect(way_out).toMatch(/\w.*\.$/);
    }
  });

  it.each(Object.keys(READABLE))("codes %j", (document) => {
    expect(errorsOf(document)).toEqual([]);
    const codes = mentions.filter((mention) => mention.document === document).map(({ code }) => code);
    expect(codes).toContain("cuckooing");
  });

  it("keeps the characters of another encoding", () => {
    const quote = mentions.find(({ document }) => document === "Windows-1252.txt")?.quote;
    expect(quote).toMatch(/Cuckooing is ["“]a problem["”] – naïvely on our estate\./);
  });

  it("names metadata that cannot be used, with the line, and codes the review without it", () => {
    const named = problems.filter(({ review, severity }) => review === "metadata" && severity === "error");
    expect(named.map(({ document, place }) => `${document}: ${place}`)).toEqual([
      "review.yaml: line 2",
      "sessions.csv: line 2",
      "sessions.csv: line 3",
    ]);
    expect(mentions.filter(({ review }) => review === "metadata")).not.toEqual([]);
  });

  it("lists every document in run.json, those that could not be read as problems", async () => {
    const { documents } = JSON.parse(await readFile(join(out, "latest", "run.json"), "utf8")) as {
      documents: { document: string; status: string }[];
    };
    const unread = documents.filter(({ status }) => status === "problem").map(({ document }) => document);
    expect(unread).toEqual(Object.keys(UNREADABLE).sort());
    expect(documents).toHaveLength(unread.length + Object.keys(READABLE).length + 1);
  });

  it("ends with 1 when --strict is given, and publishes all the same", async () => {
    expect(strict.code, strict.err).toBe(1);
    const { rows } = await readTable(folder, "strict", "latest", "mentions.csv");
    expect(rows.map(({ code }) => code)).toContain("cuckooing");
  });
});
