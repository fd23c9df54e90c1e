import { describe, expect, it } from "vitest";
import type { StoredDocument } from "../../src/model/index.js";
import { changesBetween, type RunView } from "../../src/store/index.js";
import { record, review } from "./example-run.js";

const { verdicts, findings } = review();
const before: RunView = { record: record("1"), verdicts, findings };
const later = (given: Partial<RunView["record"]> = {}, rest: Partial<RunView> = {}): RunView => ({
  ...before,
  ...rest,
  record: record("2", given),
});
const document = (given: Partial<StoredDocument>): StoredDocument => ({ ...review().documents[1]!, ...given });
const broken = review().documents[0]!;

describe("changes between two runs", () => {
  it("are none where nothing changed", () => {
    expect(changesBetween(before, later())).toEqual({
      before: "1",
      after: "2",
      causes: [],
      documents: [],
      metadata: [],
      counts: {},
      verdicts: [],
      findings: [],
    });
  });

  const documents: [string, StoredDocument[], string][] = [
    ["new", [broken, document({}), document({ document: "z.txt", sha256: "zz" })], "z.txt new"],
    ["changed", [broken, document({ sha256: "other" })], "housing.txt changed"],
    ["removed", [broken], "housing.txt removed"],
    ["renamed", [broken, document({ document: "homes.txt" })], "homes.txt renamed"],
    ["no longer readable", [broken, document({ status: "problem" })], "housing.txt unread"],
    ["readable at last", [{ ...broken, status: "coded" }, document({})], "broken.docx read"],
    ["taken from the cache, which is no change", [broken, document({ status: "reused" })], ""],
  ];
  it.each(documents)("name a transcript that is %s", (_name, now, expected) => {
    const changes = changesBetween(before, later({ documents: now }));
    expect(changes.documents.map(({ document, change }) => `${document} ${change}`).join()).toBe(expected);
    expect(changes.causes).toEqual(expected === "" ? [] : ["transcripts"]);
  });

  it("give a verdict and a finding the causes that bear on their review", () => {
    const now = later(
      { hashes: { ...before.record.hashes, lexicon: "new" }, documents: [broken] },
      {
        verdicts: verdicts.map((verdict) => ({ ...verdict, verdict: "agreement" as const })),
        findings: findings.map((finding) => ({ ...finding, strength: 60, evidenceHash: "f" })),
      },
    );
    const changes = changesBetween(before, now);
    expect(changes.verdicts).toEqual([
      {
        review: "york-2019",
        code: "cuckooing",
        before: "silence",
        after: "agreement",
        because: ["transcripts", "lexicon"],
      },
    ]);
    expect(changes.findings[0]).toMatchObject({
      change: "changed",
      what: ["strength 20 -> 60", "evidence 1 for, 0 against -> 1 for, 0 against"],
      because: ["transcripts", "lexicon"],
    });
  });

  it("tell new findings from gone ones, and everything is new on the first night", () => {
    expect(changesBetween(before, later({}, { findings: [] })).findings.map(({ change }) => change)).toEqual(["gone"]);
    expect(changesBetween(undefined, later()).findings.map(({ change }) => change)).toEqual(["new"]);
    expect(changesBetween(undefined, later()).causes).toEqual(["transcripts"]);
  });

  it.each(["lexicon", "rules", "pipeline", "decisions"] as const)("name the %s as a cause", (cause) => {
    expect(changesBetween(before, later({ hashes: { ...before.record.hashes, [cause]: "new" } })).causes).toEqual([
      cause,
    ]);
  });

  it("name the program and a review's metadata as causes", () => {
    expect(changesBetween(before, later({ versions: { program: "2" } })).causes).toEqual(["program"]);
    const [old, now] = [
      { ...before, record: record("1", { metadata: { a: "1" } }) },
      later({ metadata: { a: "2", b: "1" } }),
    ];
    expect(changesBetween(old, now)).toMatchObject({ causes: ["metadata"], metadata: ["a"] });
  });
});
