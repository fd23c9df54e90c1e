import { describe, expect, it } from "vitest";
import { checkMetadata } from "../../src/archive/index.js";
import type { ReviewFolder } from "../../src/model/index.js";
import { CODES, line, york } from "./tree.js";

const sessions = (...lines: string[]) =>
  `file,session,label,kind,sectors,level,date,record,starts_at,ends_at,interviewers,participants,members,exclude\n${lines.join("\n")}\n`;
const series = (...lines: string[]) => `measure,codes,area,period,value,unit,direction\n${lines.join("\n")}\n`;
const eight = (measure: string) =>
  Array.from({ length: 8 }, (_, n) => `${measure},missing,York,${2010 + n},${n},n,more`);

const CASES: [phenomenon: string, tree: Record<string, string>, problems: string[]][] = [
  [
    "notes and transcript of one group",
    { "sessions.csv": sessions("a.txt,s1,,interview,police,,,notes", "b.txt,s1,,,police,,,verbatim") },
    [],
  ],
  [
    "one session with two sector lists",
    { "sessions.csv": sessions("a.txt,s1,,,police", "b.txt,s1,,,housing; police") },
    ["warning session-conflict @york:sessions.csv (session s1, sectors)"],
  ],
  [
    "the same sectors in another order",
    { "sessions.csv": sessions("a.txt,s1,,,police; housing", "b.txt,s1,,,housing; police") },
    [],
  ],
  [
    "one session on two days and of two kinds",
    { "sessions.csv": sessions("a.txt,s1,,visit,police,,2019-05-14", "b.txt,s1,,workshop,police,,2019-05-15") },
    [
      "warning session-conflict @york:sessions.csv (session s1, kind)",
      "warning session-conflict @york:sessions.csv (session s1, date)",
    ],
  ],
  [
    "a session excluded in one line only",
    { "sessions.csv": sessions("a.txt,s1,,,police,,,,,,,,,consent", "b.txt,s1,,,police") },
    ["warning session-conflict @york:sessions.csv (session s1, exclude)"],
  ],
  [
    "a session without sectors",
    { "sessions.csv": sessions("a.txt,s1", "b.txt,s2,,,police") },
    ["info sector-unknown @york:sessions.csv (session s1, sectors)"],
  ],
  [
    "a session a year away from its review",
    {
      "review.yaml": "date: 2019-05-14",
      "sessions.csv": sessions("a.txt,s1,,,police,,2009-05-14", "b.txt,s2,,,police,,2019-05-15"),
    },
    ["warning date-far @york:sessions.csv (session s1, date)"],
  ],
  [
    "a label that is interviewer and participant",
    { "sessions.csv": sessions("a.txt,s1,,,police,,,,,,Ann,ann; P2,", "b.txt,s2,,,police") },
    ["warning role-conflict @york:sessions.csv (session s1, interviewers)"],
  ],
  [
    "fewer members than participants",
    { "sessions.csv": sessions("a.txt,s1,,,police,,,,,,,P1; P2; P3,2", "b.txt,s2,,,police") },
    ["warning members-few @york:sessions.csv (session s1, members)"],
  ],
  [
    "several sessions in one file with nothing to tell them apart",
    { "sessions.csv": sessions("a.txt,s1,,,police", "a.txt,s2,Group two,,housing", "b.txt,s3,,,fire") },
    ["warning no-start @york:a.txt"],
  ],
  [
    "several sessions that start at one heading",
    { "sessions.csv": sessions("a.txt,s1,Group,,police", "a.txt,s2,group,,housing", "b.txt,s3,,,fire") },
    ["warning start-twice @york:a.txt"],
  ],
  [
    "a session that ends where it starts",
    { "sessions.csv": sessions("a.txt,s1,,,police,,,,Group 1,group 1", "b.txt,s3,,,fire") },
    ["warning ends-at-start @york:a.txt"],
  ],
  ["eight periods of one measure", { "indicators.csv": series(...eight("m")) }, []],
  [
    "too few periods",
    { "indicators.csv": series("m,missing,York,2019,1,n,more") },
    ["info few-periods @york:indicators.csv (measure m)"],
  ],
  [
    "a measure of another area",
    { "indicators.csv": series("m,missing,Hull,2019,1,n,more") },
    ["info other-area @york:indicators.csv (measure m)"],
  ],
  [
    "a measure with two directions and two units",
    { "indicators.csv": series(...eight("m"), "m,missing,York,2018,1,rate,less") },
    [
      "warning direction-conflict @york:indicators.csv (measure m)",
      "warning unit-conflict @york:indicators.csv (measure m)",
    ],
  ],
  [
    "years and quarters in one measure, and a year twice",
    { "indicators.csv": series(...eight("m"), "m,missing,York,2019-Q1,1,n,more", "m,missing,York,2010,9,n,more") },
    ["warning periods-mixed @york:indicators.csv (measure m)", "warning period-twice @york:indicators.csv (measure m)"],
  ],
  [
    "a recommendation numbered twice",
    { "recommendations.csv": "id,text,status\n1,a,fully\n1,b,not\n" },
    ["warning id-twice @york:recommendations.csv (recommendation 1)"],
  ],
];

describe("checkMetadata", () => {
  it.each(CASES)("%s", async (_, tree, expected) => {
    const { all } = await york({ "a.txt": "1", "b.txt": "2", ...tree });
    const guessed = new Set(["archive/guessed-area", "archive/no-date", "archive/not-in-sessions"]);
    expect(all.filter((problem) => !guessed.has(problem.rule)).map(line)).toEqual(expected);
  });

  it("holds a folder that was not read by discover to the same rules", () => {
    const review: ReviewFolder = {
      meta: { id: "york", area: "York", date: "14/5/2019", title: "", cohort: "", region: "", topicGuide: ["nope"] },
      documents: [],
      rows: [
        {
          file: "a.txt",
          session: "s",
          sectors: ["police"],
          date: "2019-02-31",
          asked: ["nope", "gangs"],
          interviewers: [],
          participants: [],
        },
      ],
      indicators: [],
      recommendations: [],
      survey: [],
      metadataHash: "",
    };
    expect(checkMetadata(review, { codes: CODES }).map(line)).toEqual([
      "warning unknown-code @york:review.yaml (topic_guide)",
      "warning bad-value @york:review.yaml (date)",
      "warning unknown-code @york:sessions.csv (session s, asked)",
      "warning bad-value @york:sessions.csv (session s, date)",
      "error missing-file @york:a.txt",
    ]);
  });
});
