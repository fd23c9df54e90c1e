import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildProgram } from "../../src/cli/program.js";
import { readSheet } from "../../src/cli/read-sheet.js";
import { sheetDecisions } from "../../src/cli/sheet-decisions.js";
import { EVIDENCE_CHANGED } from "../../src/findings/index.js";
import type { Finding } from "../../src/model/index.js";
import { realEffects } from "../../src/store/index.js";
import { REVIEWS } from "../reporting/run.js";
import { makePlace, PIPELINE, type Place } from "../run/example-archive.js";

const AT = "2026-01-01T00:00:00.000Z";
const [FINDING, OTHER] = REVIEWS[0]!.findings as [Finding, Finding];

/** A row as the sheet would hold it, with what an analyst changed. */
function row(finding: Finding, changed: Record<string, string> = {}, number = 2) {
  const { id, status, note, statement, evidenceHash } = finding;
  const cells = { Finding: id, Status: status, Note: note, Statement: statement };
  const before = { "status before": status, "note before": note, "statement before": statement };
  return {
    row: number,
    cells: new Map(Object.entries({ ...cells, ...before, "evidence hash": evidenceHash, ...changed })),
  };
}

describe("rows of a findings sheet", () => {
  const judge = (rows: ReturnType<typeof row>[], now: Partial<Finding> = {}) => {
    const findings = new Map([FINDING, OTHER].map((finding) => [finding.id, { ...finding, ...now }]));
    const { decisions, problems, same, known } = sheetDecisions(rows, findings, "A. Reader", AT);
    return { decisions, rules: problems.map(({ rule }) => rule.replace("decisions/", "")), same, known };
  };
  const decided = { finding: FINDING.id, by: "A. Reader", at: AT, evidenceHash: FINDING.evidenceHash };

  it.each<[string, ReturnType<typeof row>[], Partial<Finding>, object]>([
    ["unchanged", [row(FINDING)], {}, { decisions: [], rules: [], same: 1 }],
    [
      "accepted",
      [row(FINDING, { Status: "accepted" })],
      {},
      { decisions: [{ ...decided, status: "accepted", note: "" }], rules: [] },
    ],
    [
      "accepted in capitals, with blanks",
      [row(FINDING, { Status: " Accepted " })],
      {},
      { decisions: [{ ...decided, status: "accepted", note: "" }] },
    ],
    [
      "rejected with a note",
      [row(FINDING, { Status: "rejected", Note: "Hearsay." })],
      {},
      { decisions: [{ ...decided, status: "rejected", note: "Hearsay." }] },
    ],
    [
      "a note alone",
      [row(FINDING, { Note: "Ask again." })],
      {},
      { decisions: [{ ...decided, status: "candidate", note: "Ask again." }] },
    ],
    [
      "edited",
      [row(FINDING, { Status: "edited", Statement: "In our words." })],
      {},
      { decisions: [{ ...decided, status: "edited", note: "", statement: "In our words." }] },
    ],
    [
      "reworded but not called edited",
      [row(FINDING, { Statement: "In our words." })],
      {},
      { decisions: [], rules: ["reworded"] },
    ],
    [
      "a statement broken over lines",
      [row(FINDING, { Statement: FINDING.statement.replace(" ", "\n") })],
      {},
      { same: 1 },
    ],
    [
      "an unknown id",
      [row({ ...FINDING, id: "beef" }, { Status: "accepted" })],
      {},
      { decisions: [], rules: ["unknown-finding"] },
    ],
    ["a row without an id", [row({ ...FINDING, id: " " }, { Status: "accepted" })], {}, { decisions: [], rules: [] }],
    ["an unknown status", [row(FINDING, { Status: "maybe" })], {}, { decisions: [], rules: ["unknown-status"] }],
    [
      "a finding twice",
      [row(FINDING, { Status: "accepted" }), row(FINDING, { Status: "rejected" }, 3)],
      {},
      { decisions: [{ ...decided, status: "accepted", note: "" }], rules: ["finding-twice"] },
    ],
    [
      "taken back already",
      [row(FINDING, { Status: "accepted" })],
      { status: "accepted" },
      { decisions: [], rules: [], known: 1 },
    ],
    [
      "decided by another meanwhile",
      [row(FINDING, { Status: "accepted" })],
      { status: "rejected" },
      { decisions: [], rules: ["decided-meanwhile"] },
    ],
    ["an old sheet, nothing changed", [row(FINDING)], { status: "rejected" }, { decisions: [], rules: [], same: 1 }],
    [
      "evidence that changed since",
      [row(FINDING, { Status: "accepted" })],
      { evidenceHash: "new" },
      { decisions: [{ ...decided, status: "accepted", note: "" }] },
    ],
    [
      "a note of the program's own is not taken for the analyst's",
      [row({ ...FINDING, status: "accepted", note: `${EVIDENCE_CHANGED} Seen.` }, { Status: "candidate" })],
      { status: "accepted", note: `${EVIDENCE_CHANGED} Seen.` },
      { decisions: [{ ...decided, status: "candidate", note: "Seen." }] },
    ],
  ])("%s", (_name, rows, now, expected) => expect(judge(rows, now)).toMatchObject(expected));

  it("takes back a wording with an edited finding whose note alone was changed", () => {
    const edited: Finding = { ...FINDING, status: "edited", statement: "In our words." };
    const { decisions } = judge([row(edited, { Note: "Agreed." })], { status: "edited", statement: "In our words." });
    expect(decisions).toMatchObject([{ status: "edited", statement: "In our words.", note: "Agreed." }]);
  });
});

describe("a workbook", () => {
  const pack = (parts: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
  const book = (sheet: string, shared = "<sst/>") =>
    pack({
      "xl/workbook.xml":
        '<workbook xmlns:r="r"><sheets><sheet name="Themes" r:id="a"/><sheet name="Findings" r:id="b"/></sheets></workbook>',
      "xl/_rels/workbook.xml.rels":
        '<Relationships><Relationship Id="a" Target="other.xml"/><Relationship Id="b" Target="/xl/worksheets/x.xml"/></Relationships>',
      "xl/worksheets/x.xml": sheet,
      "xl/sharedStrings.xml": shared,
    });
  it("is read as other programs save it: shared and rich texts, other columns, other prefixes", () => {
    const sheet =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="3"><x:c r="C3" t="s"><x:v>0</x:v></x:c><x:c r="D3" t="s"><x:v>1</x:v></x:c></x:row><x:row r="9"><x:c r="D9" t="s"><x:v>2</x:v></x:c><x:c r="C9"><x:v>12</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const shared =
      "<sst><si><t>Status</t></si><si><t> Finding </t></si><si><r><t>ab</t></r><r><t>_x0041_</t></r><rPh><t>no</t></rPh></si></sst>";
    expect(readSheet(book(sheet, shared), "Findings", "f")).toEqual([
      {
        row: 9,
        cells: new Map([
          ["Status", "12"],
          ["Finding", "abA"],
        ]),
      },
    ]);
  });
  it.each<[string, Uint8Array]>([
    ["cut off", book("<worksheet/>").slice(0, 200)],
    ["broken XML", book("<worksheet><row>")],
    ["an entity bomb", book('<!DOCTYPE a [<!ENTITY b "c">]><a><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></a>')],
    ["another workbook", pack({ "xl/workbook.xml": "<workbook/>", "xl/_rels/workbook.xml.rels": "<Relationships/>" })],
    ["a zip of nothing", pack({})],
  ])("that is %s stops with the file's name", (_name, bytes) => {
    expect(() => readSheet(bytes, "Findings", "mine.xlsx")).toThrow(/mine\.xlsx/);
  });
});

describe("decisions by way of matrix.xlsx", () => {
  let place: Place;
  let desk: string;
  const call = async (...args: string[]) => {
    let [out, err] = ["", ""];
    const io = {
      out: (text: string) => (out += text),
      err: (text: string) => (err += text),
      terminal: false,
      effects: realEffects,
    };
    const code = await buildProgram({ ...io, out: (text) => void io.out(text), err: (text) => void io.err(text) })([
      ...args,
      ...["--pipeline", PIPELINE, "--out", place.out],
    ]);
    return { code, out, err };
  };
  beforeAll(async () => {
    place = await makePlace();
    desk = await mkdtemp(join(tmpdir(), "triangulum-sheet-"));
    await call("run", "--archive", place.archive, "--workers", "0");
  });
  afterAll(async () => {
    await place.remove();
    await rm(desk, { recursive: true, force: true });
  });

  it("come back: changed rows once, unchanged ones never, unknown ids as problems", async () => {
    const findings = JSON.parse(await readFile(join(place.out, "latest", "findings.json"), "utf8")) as Finding[];
    const { id, review } = findings.find(({ status }) => status === "candidate")!;
    const bytes = await readFile(join(place.out, "latest", "reviews", review, "matrix.xlsx"));
    const file = join(desk, "matrix.xlsx");
    await writeFile(file, bytes);
    await expect(call("decisions", "import", file)).rejects.toThrow("--by");
    expect((await call("decisions", "import", file, "--by", "A. Reader")).out).toMatch(/^Added 0 decisions/);

    const parts = unzipSync(bytes);
    const path = "xl/worksheets/sheet3.xml";
    const changed = strFromU8(parts[path]!).replace(
      new RegExp(`(<row [^>]*><c [^>]*><is><t[^>]*>)(${id})(</t></is></c><c [^>]*><is><t[^>]*>)candidate`),
      "$1$2$3rejected",
    );
    const rows = changed.split("<row ");
    const stranger = rows.at(-1)!.replace(/>[0-9a-f]{16}</, ">feedfeedfeedfeed<");
    await writeFile(file, zipSync({ ...parts, [path]: strToU8([...rows.slice(0, -1), stranger].join("<row ")) }));

    const { code, out, err } = await call("decisions", "import", file, "--by", "A. Reader");
    expect([code, out]).toEqual([
      1,
      expect.stringMatching(/^Added 1 decision; \d+ unchanged, 0 known already, 1 row refused/),
    ]);
    expect(err).toContain("feedfeedfeedfeed");
    expect((await call("decisions", "import", file, "--by", "A. Reader")).out).toMatch(
      /^Added 0 decisions; \d+ unchanged, 1 known/,
    );
    expect(JSON.parse((await call("decisions", "export")).out)).toMatchObject({
      finding: id,
      status: "rejected",
      by: "A. Reader",
    });
  });
});
