import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildProgram } from "../../src/cli/program.js";
import type { ExplainedChanges, Reason } from "../../src/model/index.js";
import { explainChanges, loadPipeline, type RunDone, run } from "../../src/run/index.js";
import { appendDecisions, findRun, readRun, realEffects } from "../../src/store/index.js";
import { makePlace, PIPELINE, type Place } from "./example-archive.js";

/** An archive that was coded once; every case begins with a copy of it and of its first night. */
let begun: Place;
let place: Place;
let root: string;
beforeAll(async () => {
  begun = await makePlace({
    "york/review.yaml": "area: York\ndate: 2019-05-03\n",
    "york/sessions.csv":
      "file,session,sectors,record\nhousing.txt,housing,housing,verbatim\nschools.txt,schools,education,notes\n",
    "york/housing.txt":
      "Interviewer: What do you see?\n\nOfficer: Cuckooing is a big problem here. The county lines come from Leeds.\n\nOfficer: There is no knife crime on our estates, and the boys are not in debt.\n",
    "york/schools.txt":
      "The group said that cuckooing is a concern, and that colleges are taken over.\n\nMost of the group felt that knife crime is rising.\n",
    "hull/force.txt": "Inspector: There is drug dealing everywhere.\n",
  });
  place = begun;
  root = dirname(place.archive);
  // A definition, a lexicon and rules of its own, so that they can be edited between two nights.
  await cp(join(dirname(PIPELINE), "lexicon"), join(root, "lexicon"), { recursive: true });
  await cp(join(dirname(PIPELINE), "../../pipelines/finding-rules.yaml"), join(root, "rules.yaml"));
  await writeFile(
    join(root, "pipeline.yaml"),
    "name: test\nlexicon: lexicon\nrules: rules.yaml\nreports: { formats: [findings-csv] }\n",
  );
  await edit(DEBT, "definition: A home taken over", "definition: A home taken over, yieldsTo: [gangs]");
  await night();
});
afterAll(() => begun.remove());
beforeEach(async () => {
  place = await makePlace({});
  root = dirname(place.archive);
  await cp(dirname(begun.archive), root, { recursive: true, verbatimSymlinks: true });
});
afterEach(() => place.remove());

const SCHOOLS = "archive/york/schools.txt";
const DEBT = "lexicon/codes/exploitation.yaml";
const KNIVES = "lexicon/codes/others.yaml";

async function night(): Promise<RunDone> {
  const pipeline = await loadPipeline(join(root, "pipeline.yaml"), {
    archive: place.archive,
    out: place.out,
    workers: 0,
  });
  return run({ pipeline, acceptLoss: true });
}

/** Puts other words into a file of the lexicon, the rules or the archive. */
async function edit(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(root, path), "utf8");
  expect(text, path).toContain(from);
  await writeFile(join(root, path), text.replace(from, to));
}

async function explained(change: () => Promise<unknown>): Promise<ExplainedChanges> {
  const first = await findRun(place.out);
  await change();
  return explainChanges(first, (await night()).folder);
}

const why = (reasons: readonly Reason[]): string =>
  reasons.map(({ cause, what }) => `${cause} ${what}`.trim()).join(" + ");

/** Every change as a line: what, of which code, how, and because of what. */
function lines({ mentions, stances, verdicts, findings }: ExplainedChanges): Record<string, string[]> {
  const line = (what: string, how: readonly string[], reasons: readonly Reason[]): string =>
    [what, ...(how.length > 0 ? [`(${how.join("; ")})`] : []), "<-", why(reasons)].join(" ");
  return {
    mentions: mentions.map((one) => line(`${one.change} ${one.session} ${one.code}`, one.what, one.reasons)),
    stances: stances.map((one) => line(`${one.change} ${one.session} ${one.code}`, one.what, one.reasons)),
    verdicts: verdicts.map((one) =>
      line(`${one.review} ${one.code} ${one.before || "none"} > ${one.after || "none"}`, [], one.reasons),
    ),
    findings: findings.map((one) => line(`${one.change} ${one.title}`, one.what, one.reasons)),
  };
}

/** Makes the earlier run one that another program coded with the later run's lexicon. */
async function byAnotherProgram(first: string, second: RunDone): Promise<void> {
  const path = join(first, "run.json");
  const record = JSON.parse(await readFile(path, "utf8"));
  record.hashes = second.record.hashes;
  record.versions.coding = "another";
  await writeFile(path, JSON.stringify(record));
  await cp(join(second.folder, "data/inputs.json"), join(first, "data/inputs.json"));
}

interface Case {
  change: () => Promise<unknown>;
  mentions: string[];
  /** What verdicts and findings are laid to, each once; default: what the mentions are. */
  conclusions?: string[];
}

describe("what changed between two runs is laid to", { timeout: 240_000 }, () => {
  const cases: Record<string, Case> = {
    "nothing where nothing changed": { change: async () => {}, mentions: [] },
    "a new transcript": {
      change: () => place.write({ "york/police.txt": "Inspector: Knife crime is rising.\n" }),
      mentions: ["new police knife-crime <- transcripts police.txt new"],
    },
    "a changed transcript, and what stands in it still is left alone": {
      change: () => edit("archive/york/housing.txt", "Cuckooing is a big problem here.", "We have seen a gang here."),
      mentions: [
        "gone housing cuckooing <- transcripts housing.txt changed",
        "new housing gangs <- transcripts housing.txt changed",
      ],
    },
    "a removed transcript": {
      change: () => place.drop("york/schools.txt"),
      mentions: [
        "gone schools cuckooing <- transcripts schools.txt removed",
        "gone schools knife-crime <- transcripts schools.txt removed",
      ],
    },
    "a renamed transcript, whose session is called otherwise": {
      change: async () => {
        await place.drop("hull/force.txt");
        await place.write({ "hull/police.txt": "Inspector: There is drug dealing everywhere.\n" });
      },
      mentions: ["changed police drug-markets (session force -> police) <- transcripts police.txt renamed"],
      conclusions: [],
    },
    "a transcript that can no longer be read": {
      change: () => place.write({ "york/schools.txt": new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 1, 2, 0xff, 0xfe, 0]) }),
      mentions: [
        "gone schools cuckooing <- transcripts schools.txt changed",
        "gone schools knife-crime <- transcripts schools.txt changed",
      ],
    },
    "a new review": {
      change: () => place.write({ "derby/force.txt": "Inspector: Knife crime is rising.\n" }),
      mentions: ["new force knife-crime <- transcripts force.txt new"],
    },
    "a new term": {
      change: () => edit(DEBT, "'debt bondage'", "'debt bondage', 'in debt'"),
      mentions: ["new housing debt-bondage <- lexicon term debt-bondage: in debt, new"],
    },
    "a term that is gone": {
      change: () => edit(KNIVES, "terms: ['knife crime']", "terms: ['bladed article']"),
      mentions: [
        "gone housing knife-crime <- lexicon term knife-crime: knife crime, gone",
        "gone schools knife-crime <- lexicon term knife-crime: knife crime, gone",
      ],
    },
    "a longer term that stands in for a shorter": {
      change: () => edit(KNIVES, "['knife crime']", "['knife crime', 'knife crime on our estates']"),
      mentions: [
        "changed housing knife-crime (term knife crime -> knife crime on our estates; text knife crime -> knife crime on our estates) <- lexicon term knife-crime: knife crime on our estates, new",
      ],
      conclusions: [],
    },
    "the company that a term demands": {
      change: () => edit(DEBT, "'county line'", "{ term: county line, without: [Leeds] }"),
      mentions: ["gone housing county-lines <- lexicon term county-lines: county line, changed"],
    },
    "an innocent reading of a code": {
      change: () => edit(DEBT, "terms: ['county line']", "unless: [the county lines come], terms: ['county line']"),
      mentions: ["gone housing county-lines <- lexicon code county-lines, changed"],
    },
    "a new term of a code that another gives way to": {
      change: async () => edit(KNIVES, "terms: ['gang']", "terms: ['gang', 'cuckooing is a concern']"),
      mentions: [
        "gone schools cuckooing <- lexicon term gangs: cuckooing is a concern, new",
        "new schools gangs <- lexicon term gangs: cuckooing is a concern, new",
      ],
    },
    "a group of words": {
      change: () => edit("lexicon/macros.yaml", "home, flat, house", "home, flat, house, college"),
      mentions: ["new schools cuckooing <- lexicon group of words home, changed"],
      conclusions: [],
    },
    "a cue": {
      change: () => edit("lexicon/cues/all.yaml", "'rising', 'get worse'", "'get worse'"),
      mentions: ["changed schools knife-crime (trend rising -> none) <- lexicon cue rising, changed"],
      conclusions: [],
    },
    "metadata: another sector": {
      change: () => edit("archive/york/sessions.csv", "schools.txt,schools,education", "schools.txt,schools,housing"),
      mentions: [],
      conclusions: ["metadata session schools: sectors"],
    },
    "metadata: another session": {
      change: () => edit("archive/york/sessions.csv", "schools.txt,schools", "schools.txt,colleges"),
      mentions: [
        "changed colleges cuckooing (session schools -> colleges) <- metadata",
        "changed colleges knife-crime (session schools -> colleges) <- metadata",
      ],
    },
    "an interviewer who asks now": {
      change: () => edit("archive/york/housing.txt", "What do you see?", "Do you see cuckooing?"),
      mentions: [
        "new housing cuckooing <- transcripts housing.txt changed",
        "changed housing cuckooing (prompted no -> yes) <- transcripts housing.txt changed",
      ],
      conclusions: [],
    },
    "a rule": {
      change: () => edit("rules.yaml", "- type: inconsistent picture", "- type: strength"),
      mentions: [],
      conclusions: ["rules rule inconsistent picture, changed", "rules rule strength, changed"],
    },
    "an analyst's decision": {
      change: async () => {
        const { reviews } = await readRun(join(place.out, "latest"));
        const { id, evidenceHash } = reviews.flatMap(({ findings }) => findings)[0]!;
        const decision = { finding: id, status: "accepted" as const, by: "an analyst", note: "", evidenceHash };
        await appendDecisions(place.out, [{ ...decision, at: "2026-01-01T00:00:00Z" }], realEffects);
      },
      mentions: [],
      conclusions: ["decisions accepted by an analyst, 2026-01-01T00:00:00Z"],
    },
    "each its own, where a transcript and the lexicon changed in one night": {
      change: async () => {
        await edit(SCHOOLS, "cuckooing is a concern", "gangs are a concern");
        await edit(DEBT, "'debt bondage'", "'debt bondage', 'in debt'");
      },
      mentions: [
        "new housing debt-bondage <- lexicon term debt-bondage: in debt, new",
        "new schools gangs <- transcripts schools.txt changed",
        "gone schools cuckooing <- transcripts schools.txt changed",
      ],
      conclusions: ["lexicon term debt-bondage: in debt, new", "transcripts schools.txt changed"],
    },
  };
  it.each(Object.entries(cases))("%s", async (_name, { change, mentions, conclusions }) => {
    const changes = await explained(change);
    const told = lines(changes);
    expect(told.mentions).toEqual(mentions);
    const of = (list: readonly string[]): string[] =>
      [...new Set(list.map((line) => line.split(" <- ")[1] ?? ""))].sort();
    expect(of([...told.verdicts!, ...told.findings!])).toEqual(conclusions ?? of(mentions));
    expect(of(told.stances!).filter((reason) => !of(mentions).includes(reason))).toEqual([]);
    // Nothing changes without a reason, and no cause is named that the night does not hold.
    const causes = new Set(changes.causes);
    for (const { reasons } of [...changes.mentions, ...changes.stances, ...changes.verdicts, ...changes.findings]) {
      expect(reasons.length).toBeGreaterThan(0);
      for (const { cause } of reasons) expect(causes.has(cause), cause).toBe(true);
    }
  });

  it("the program, where lexicon and texts are the same", async () => {
    const first = await findRun(place.out);
    await edit(DEBT, "'debt bondage'", "'debt bondage', 'in debt'");
    const second = await night();
    await byAnotherProgram(first, second);
    const told = lines(await explainChanges(first, second.folder));
    expect(told.mentions).toEqual(["new housing debt-bondage <- program coding"]);
    expect(told.findings).toEqual(["new Silence: debt bondage <- program coding"]);
  });

  it("the lexicon without the entry, where a run kept no lexicon", async () => {
    const first = await findRun(place.out);
    await edit(DEBT, "'debt bondage'", "'debt bondage', 'in debt'");
    const second = await night();
    await rm(join(first, "data/inputs.json"));
    const changes = await explainChanges(first, second.folder);
    expect(changes.lexicon).toBeUndefined();
    expect(lines(changes).mentions).toEqual(["new housing debt-bondage <- lexicon"]);
  });

  it("everything, from the first night to the last, each by its own", async () => {
    const first = await findRun(place.out);
    await place.write({ "york/police.txt": "Inspector: Knife crime is rising.\n" });
    await night();
    await place.drop("york/schools.txt");
    const last = await night();
    expect(lines(await explainChanges(first, last.folder)).mentions).toEqual([
      "new police knife-crime <- transcripts police.txt new",
      "gone schools cuckooing <- transcripts schools.txt removed",
      "gone schools knife-crime <- transcripts schools.txt removed",
    ]);
  });
});

describe("triangulum diff", () => {
  it("tells a person and a program, rows of one cause together", { timeout: 240_000 }, async () => {
    const first = await findRun(place.out);
    await edit(KNIVES, "terms: ['knife crime']", "terms: ['bladed article']");
    const second = await night();
    const say = async (...args: string[]): Promise<string> => {
      let out = "";
      const hear = (text: string): void => {
        out += text;
      };
      const io = { out: hear, err: () => {}, terminal: false, effects: realEffects };
      const runs = [basename(first), second.record.run];
      await buildProgram(io)(["diff", ...runs, "--pipeline", PIPELINE, "--out", place.out, ...args]);
      return out;
    };
    const text = await say();
    expect(text).toContain("  gone  term  knife-crime: knife crime\n");
    expect(text).toContain(
      "2 mentions\n  2 gone: lexicon (term knife-crime: knife crime, gone)\n    york  housing  knife-crime",
    );
    expect(text).toMatch(
      /york {2}knife-crime {2}dissonance -> not raised {2}lexicon \(term knife-crime: knife crime, gone\)/,
    );
    expect(JSON.parse(await say("--json"))).toEqual(
      JSON.parse(JSON.stringify(await explainChanges(first, second.folder))),
    );
  });
});
