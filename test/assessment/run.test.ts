import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildProgram } from "../../src/cli/program.js";
import { Assessment, type ReviewFolder } from "../../src/model/index.js";
import { assessmentSettings } from "../../src/run/assessment.js";
import { loadPipeline, run } from "../../src/run/index.js";
import { realEffects } from "../../src/store/index.js";
import { FILES, makePlace, PIPELINE, type Place, ROOT } from "../run/example-archive.js";
import { LEXICON, RULES_TEXT } from "./draft.js";

const DEFINITION = join(ROOT, "pipelines/programme-assessment.yaml");
const QUIET = { ...realEffects, progress: () => {} };

/** Two invented areas of one cohort, with recommendations and a survey that carries the phenomena of real ones. */
const PROGRAMME: Readonly<Record<string, string>> = {
  "ashby-2021/review.yaml": 'area: Ashby\ncohort: "2020"\nregion: North\ndate: 2021-03-01\n',
  "ashby-2021/partners.txt": `Interviewer: How do you work together?

Kerry Wainwright: Our partnership working is a real strength, we meet every week and everybody turns up to that meeting.

Officer 2: Information sharing is a big gap for us, health do not share any information with the rest of us.
`,
  "ashby-2021/recommendations.csv": `id,text,status,reason
1,Share data weekly,not,No funding was found
2,Name a lead,fully,
3,Train schools,partially,"The money ran out, says Kerry Wainwright on 07700 900456"
`,
  "weston-2021/review.yaml": 'area: Weston\ncohort: "2020"\nregion: South\ndate: 2021-03-02\n',
  "weston-2021/partners.txt": `Interviewer: How do you work together?

Officer 1: There is no information sharing at all between the services, and that is a big gap for us here.
`,
  "weston-2021/survey.csv": `cohort,topic,partner_or_item,measure,wave,count,out_of,line
2020,sample,areas returning survey,areas,2021,9,10,1
2020,mapping.sharing,Health,shares data,entry,3,9,7
2020,mapping.sharing,Health,shares data,entry,3,9,70
2020,mapping.sharing,Health,shares data,2021,8,9,7
2020,mapping.sharing,Housing (Kerry Wainwright),shares data,2021,4,10,8
2021,recommendations,fully implemented,recommendations,2021,4,17,90
2021,recommendations,partially implemented,recommendations,2021,6,17,90
2021,recommendations,not implemented,recommendations,2021,7,17,90
`,
};

async function ran(place: Place, definition = DEFINITION) {
  return run({ pipeline: await loadPipeline(definition, { ...place, workers: 0 }) }, QUIET);
}

describe("a run over an archive that holds a programme", () => {
  let place: Place;
  let folder: string;
  const read = (name: string): string => readFileSync(join(folder, name), "utf8");
  beforeAll(async () => {
    place = await makePlace(PROGRAMME);
    folder = (await ran(place)).folder;
  }, 120_000);
  afterAll(() => place.remove());

  test("writes the four files, and of the rest what the definition names", () => {
    expect(readdirSync(join(folder, "assessment")).sort()).toEqual([
      ...["recommendations.csv", "sift.csv", "summary.md", "survey.csv"],
    ]);
    expect(readdirSync(folder).sort()).toEqual([
      ...["assessment", "changes.json", "data", "mentions.csv", "problems.csv", "run.json"],
    ]);
  });

  test("recommendations: rows where there are rows, with coded reasons, a tally where there is only one", () => {
    expect(read("assessment/recommendations.csv").trimEnd().split("\n")).toEqual([
      "cohort,area,source,total,implemented,fully,partially,not,implemented_share,fully_share,partially_share,not_share,reasons",
      "2020,,rows,3,2,1,1,1,,,,,resources:2",
      "2020,Ashby,rows,3,2,1,1,1,,,,,resources:2",
      "2021,,tally,17,10,4,6,7,59,24,35,41,",
    ]);
  });

  test("survey: equal rows once, each rate with its base", () => {
    expect(read("assessment/survey.csv")).toContain(
      "2020,mapping,mapping.sharing,Health,shares data,more,entry,3,9,0.3333333,2021,8,9,0.8888889,higher,0.04977376,0.002262443,0.04977376,rose,7;70\n",
    );
  });

  test("sift: areas by principles", () => {
    const whole = read("assessment/sift.csv")
      .split("\n")
      .filter((line) => line.includes(",all,"));
    expect(whole.map((line) => line.split(",").slice(0, 12).join())).toEqual([
      "Ashby,2020,North,ashby-2021,all,1,1,0,0,stronger,proposed,",
      "Weston,2020,South,weston-2021,all,0,1,-1,-1,weaker,proposed,",
    ]);
  });

  test("the summary accounts for each principle, with the conflict of counts and testimony", () => {
    const summary = read("assessment/summary.md");
    expect(summary.match(/^## \d\. .*/gm)).toHaveLength(7);
    expect(summary).toContain("On information sharing the survey points to better or full");
    expect(summary).toContain("— partners, Ashby, March 2021");
  });

  test("problems say what is wrong in the data", () => {
    expect(read("problems.csv")).toContain("weston-2021/survey.csv,line 8,assessment/over-the-areas,warning");
  });

  test("nobody's name or number is in it", () => {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
      /\.(csv|md|json)$/.test(name),
    );
    expect(files.filter((name) => /Wainwright|Kerry|900456|\[[A-Z]+#/.test(read(name)))).toEqual([]);
    expect(read("assessment/survey.csv")).toContain("Housing ([PERSON])");
  });

  test("the same files come again from the saved run, and a second night writes the same bytes", async () => {
    const to = join(place.out, "..", "again");
    const io = { out: () => {}, err: () => {}, terminal: false, effects: QUIET };
    await buildProgram(io)(
      ["report", "latest", "--to", to, "--out", place.out, "--pipeline", DEFINITION].concat(
        ["survey", "assessment-summary"].flatMap((name) => ["--format", name]),
      ),
    );
    const files = ["survey.csv", "summary.md", "recommendations.csv", "sift.csv"];
    for (const name of files.slice(0, 2))
      expect(readFileSync(join(to, "assessment", name), "utf8")).toBe(read(`assessment/${name}`));
    const second = (await ran(place)).folder;
    expect(second).not.toBe(folder);
    for (const name of files)
      expect(readFileSync(join(second, "assessment", name), "utf8")).toBe(read(`assessment/${name}`));
    expect(Assessment.safeParse(JSON.parse(read("data/assessment.json"))).success).toBe(true);
  }, 120_000);
});

describe("definitions", () => {
  test("an archive without a programme has no assessment, and its rules are not asked for", async () => {
    const place = await makePlace(FILES);
    const { folder } = await ran(place, PIPELINE);
    expect([existsSync(join(folder, "assessment")), existsSync(join(folder, "data/assessment.json"))]).toEqual([
      false,
      false,
    ]);
    await place.remove();
  }, 60_000);

  test("a format that there is none of is refused", async () => {
    const place = await makePlace({ "ashby-2021/review.yaml": PROGRAMME["ashby-2021/review.yaml"]! });
    const own = join(place.archive, "..", "definition.yaml");
    writeFileSync(
      own,
      readFileSync(PIPELINE, "utf8")
        .replaceAll("../../", ROOT)
        .replace("lexicon: lexicon", `lexicon: ${join(ROOT, "test/run/lexicon")}`),
    );
    writeFileSync(own, `${readFileSync(own, "utf8")}reports: { formats: [survay] }\n`);
    await expect(ran(place, own)).rejects.toThrow("there is no format survay; known: problems");
    await place.remove();
  }, 60_000);

  const folders = [{ meta: { cohort: "2020" }, recommendations: [], survey: [] }] as unknown as ReviewFolder[];
  test.each<[string, (rules: string) => string, string]>([
    ["a key that nobody knows", (rules) => `${rules}\nlevels: 3\n`, "rules.yaml line"],
    [
      "a slot that nobody fills",
      (rules) => rules.replace("'Cohort {cohort}'", "'Cohort {year}'"),
      "no slot {year}; there are cohort",
    ],
    [
      "a frame that the lexicon lacks",
      (rules) => rules.replace("frame: egyv-principles", "frame: nine"),
      "the lexicon has no frame nine; it has egyv-principles",
    ],
    [
      "a heading that the frame lacks",
      (rules) => rules.replace("  mapping: [mapping]", "  maps: [mapping]"),
      "maps is no heading of the frame egyv-principles",
    ],
    [
      "a code that the lexicon lacks",
      (rules) => rules.replace("Housing: [housing-services]", "Housing: [houses]"),
      "the code houses is not in the lexicon",
    ],
  ])("%s is refused", async (_, change, message) => {
    const file = join(mkdtempSync(join(tmpdir(), "triangulum-rules-")), "rules.yaml");
    writeFileSync(file, change(RULES_TEXT));
    await expect(assessmentSettings({ assessment: file, file: "own.yaml" }, folders, LEXICON)).rejects.toThrow(message);
    rmSync(dirname(file), { recursive: true });
  });

  test("rules that are not there are missed where there is a programme, and only there", async () => {
    const nowhere = { assessment: "/nowhere/rules.yaml", file: "own.yaml" };
    await expect(assessmentSettings(nowhere, folders, LEXICON)).rejects.toThrow(
      "cannot be read (ENOENT). Correct `assessment:` in own.yaml",
    );
    expect(await assessmentSettings(nowhere, [], LEXICON)).toBeUndefined();
  });
});
