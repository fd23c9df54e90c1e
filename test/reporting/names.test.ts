import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildProgram } from "../../src/cli/program.js";
import { REPORTERS } from "../../src/reporting/index.js";
import { realEffects } from "../../src/store/index.js";
import { makePlace, PIPELINE, type Place } from "../run/example-archive.js";
import { draftResult, draftRun } from "./run.js";

const SESSIONS = `file,session,label,kind,sectors,level,date,record,exclude
police.txt,police,Police,focus-group,police,practitioner,2019-05-03,notes,
health.txt,health,Health,focus-group,health,practitioner,2019-05-03,notes,
old.txt,old,Old draft,focus-group,housing,practitioner,2019-05-03,notes,superseded
`;
const TEXTS = {
  "york-2019/review.yaml": "area: York\ndate: 2019-05-03\n",
  "york-2019/sessions.csv": SESSIONS,
  "york-2019/police.txt": `The group said that Jane Smith leads Operation Kestrel in York.

Gang members from Leeds were taken to the Missing Children Panel. Operation Kestrel is over. Operation Kestrels was not said.
`,
  "york-2019/health.txt": `Most felt that Project Lighthouse helps, and that Operation Kestrel did not. The Darren Pike Project was praised by Children's Services and the National Crime Agency.
`,
  "york-2019/old.txt": "The group said that Operation Alder is known in the town, and that the police lead it.\n",
};

let place: Place;
let file: string;
beforeAll(async () => {
  place = await makePlace(TEXTS);
  const io = { out: () => {}, err: () => {}, terminal: false, effects: realEffects };
  const args = ["run", "--archive", place.archive, "--workers", "0", "--pipeline", PIPELINE, "--out", place.out];
  expect(await buildProgram(io)(args)).toBe(0);
  file = await readFile(join(place.out, "latest/reviews/york-2019/names.csv"), "utf8");
});
afterAll(() => place.remove());

describe("names.csv", () => {
  it("lists what is said under its kind, how often, in which sessions, and the first sentence", () => {
    expect(file.trimEnd().split("\n")).toEqual([
      "name,kind,mentions,sessions,first_quote",
      "Missing Children Panel,meeting,1,police,Gang members from Leeds were taken to the Missing Children Panel.",
      'Operation Alder,operation,1,,"The group said that Operation Alder is known in the town, and that the police lead it."',
      'Operation Kestrel,operation,3,health;police,"Most felt that Project Lighthouse helps, and that Operation Kestrel did not."',
      "Operation Kestrels,operation,1,police,Operation Kestrels was not said.",
      'Project Lighthouse,project,1,health,"Most felt that Project Lighthouse helps, and that Operation Kestrel did not."',
    ]);
  });

  const listed = () => file.split("\n").map((row) => row.split(",")[0]);
  it.each(["York", "Leeds", "National Crime Agency", "Children's Services"])("a place or agency is none: %s", (name) =>
    expect(listed()).not.toContain(name),
  );
  it.each(["Jane Smith", "Smith", "Darren", "Pike"])("nor is a person, nor in a quote: %s", (name) =>
    expect(file).not.toContain(name),
  );

  it.each([
    [
      "a longer name covers the one inside it",
      ["Missing Children Panel", "Children Panel"],
      "The Missing Children Panel met.",
      ["s1", ""],
    ],
    [
      "both where both are said",
      ["Missing Children Panel", "Children Panel"],
      "No Children Panel but the Missing Children Panel.",
      ["s1", "s1"],
    ],
    ["not inside a longer word", ["Op Ash"], "Op Ashes and Op Ash-like.", ["s1"]],
    ["a longer name covers the one it begins with", ["Op Ash", "Op Ash Tree"], "Op Ash Tree ended.", ["", "s1"]],
    ["not in the beginning of a longer word", ["Op Ash Tree"], "Op Ash Trees ended.", [""]],
    ["one that no sentence says", ["Op Oak"], "Nothing.", [""]],
    ["a cell that a spreadsheet would run", ["Op Ash"], "=cmd Op Ash", ["s1"]],
  ])("%s", (_, names, said, sessions) => {
    const drafted = draftResult({ sessions: { s1: "police" }, says: [] });
    const sentence = { start: 0, end: said.length, block: 0, turn: 0, part: 0, session: "s1" };
    const review = {
      ...drafted,
      names: names.map((name) => ({ review: drafted.meta.id, kind: "meeting", name, mentions: 1 })),
      texts: [{ document: "s1.txt", text: said, turns: [], blocks: [], sentences: [sentence], overruled: [] }],
    };
    const [made] = REPORTERS.names!(draftRun({ reviews: [review] }));
    const rows = [...(made!.chunks as Iterable<string>)].join("").trimEnd().split("\n").slice(1);
    const by = new Map(rows.map((row) => [row.split(",")[0], row.split(",")]));
    expect(names.map((name) => by.get(name)?.[3])).toEqual(sessions);
    const quote = said.startsWith("=") ? `'${said}` : said;
    expect(names.map((name) => by.get(name)?.[4])).toEqual(sessions.map((one) => (one === "" ? "" : quote)));
  });
});
