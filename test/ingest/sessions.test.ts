import { describe, expect, it } from "vitest";
import { parse, splitSessions, toTranscript } from "../../src/ingest/index.js";
import { readDate } from "../../src/ingest/sessions/read-date.js";
import { isSessionHeading } from "../../src/ingest/sessions/recognise-session-heading.js";
import { SessionRow } from "../../src/model/index.js";
import { bytesOf, LIMITS } from "./samples.js";

const row = (given: Partial<SessionRow>) => SessionRow.parse({ file: "a.txt", session: "s", ...given });

async function split(text: string, rows: SessionRow[] = [], stem = "notes") {
  const { transcript } = toTranscript(await parse("txt", bytesOf(text), LIMITS), {
    interviewers: [],
    participants: [],
  });
  const { parts, problems } = splitSessions(transcript, rows, stem);
  return { transcript, parts, problems, texts: parts.map((part) => transcript.text.slice(part.start, part.end)) };
}

const REVIEW = `Review of York

14 May 2019

We met three groups in one day and wrote down what they said.

Focus group 3 – Education

They had seen more exclusions than in any year before.

Interview with a head teacher

She said that it was getting worse.

Visit to the hostel

Nobody was there on the day.`;

describe("headings that name sessions", () => {
  it.each([
    "Focus group 3 – Education",
    "Interview with the head of housing",
    "Workshop 2: Housing",
    "Session 1 - Police",
    "Visit to the hostel",
    "2. Focus Group: Health",
    "Education focus group",
    "Police interview notes",
    "Telephone interview with a GP",
    "Focus group A",
  ])("%s", (line) => {
    expect(isSessionHeading(line)).toBe(true);
  });
  it.each([
    "Focus group",
    "The interview was short.",
    "Interviews were held in May",
    "Housing",
    "They said in the interview",
    "Interview questions",
    "Visits",
  ])("not: %s", (line) => {
    expect(isSessionHeading(line)).toBe(false);
  });
});

describe("full dates", () => {
  it.each([
    ["Held on 14 May 2019 in York", "2019-05-14"],
    ["Tuesday 3rd of June, 2019", "2019-06-03"],
    ["May 14, 2019", "2019-05-14"],
    ["14/05/2019", "2019-05-14"],
    ["4.5.2019", "2019-05-04"],
    ["york_2019-05-14_housing", "2019-05-14"],
    ["york 20190514", "2019-05-14"],
    ["May 2019", ""],
    ["31/02/2019", ""],
    ["05/14/2019", ""],
    ["2019-20", ""],
  ])("%s", (text, expected) => {
    expect(readDate(text)).toBe(expected);
  });
});

describe("without rows", () => {
  it("headings split a document, and what stands before the first belongs to nobody", async () => {
    const { parts, problems, texts } = await split(REVIEW, [], "york");
    expect(
      parts.map(({ session, label, kind, date, record, guessed }) => [
        session,
        label,
        kind,
        date,
        record,
        guessed.join(" "),
      ]),
    ).toEqual([
      [
        "focus-group-3-education",
        "Focus group 3 – Education",
        "focus-group",
        "2019-05-14",
        "notes",
        "session label kind date record",
      ],
      [
        "interview-with-a-head-teacher",
        "Interview with a head teacher",
        "interview",
        "2019-05-14",
        "notes",
        "session label kind date record",
      ],
      ["visit-to-the-hostel", "Visit to the hostel", "visit", "2019-05-14", "notes", "session label kind date record"],
    ]);
    expect(texts.map((text) => text.split("\n").at(-1))).toEqual([
      "They had seen more exclusions than in any year before.",
      "She said that it was getting worse.",
      "Nobody was there on the day.",
    ]);
    expect(problems.map((problem) => [problem.rule, problem.severity, problem.place])).toEqual([
      ["ingest/session-guessed", "info", "session 1 of 3"],
      ["ingest/session-guessed", "info", "session 2 of 3"],
      ["ingest/session-guessed", "info", "session 3 of 3"],
    ]);
  });
  it("a contents list starts no session", async () => {
    const { parts } = await split(
      `# Session 1 - Police\n# Session 2 - Health\n\n# Session 1 - Police\n\nThey said so.\n\n# Session 2 - Health\n\nThey did not.`,
    );
    expect(parts.map((part) => part.startsAtBlock)).toEqual([2, 4]);
  });
  it("else the file is the session", async () => {
    const { parts, texts, transcript } = await split("They had seen more of it.", [], "2019-05-14_Housing_focus-group");
    expect(parts).toMatchObject([
      {
        session: "2019-05-14-housing-focus-group",
        label: "2019 05 14 Housing focus group",
        kind: "focus-group",
        date: "2019-05-14",
        startsAtBlock: 0,
      },
    ]);
    expect(texts).toEqual([transcript.text]);
  });
  it("speech and notes are told apart part by part", async () => {
    const { parts } = await split(
      "# Session 1\n\nINT: Why is it so?\n\nP1: Money.\n\nINT: And?\n\nP1: Fear.\n\n# Session 2\n\nThe group said that they had seen nothing of it.",
    );
    expect(parts.map((part) => part.record)).toEqual(["verbatim", "notes"]);
  });
  it("a date in a story is not the session's", async () => {
    const { parts } = await split(
      "The first of the boys was found on 3 March 2018 in a flat that had been taken over by dealers.",
      [],
      "york",
    );
    expect(parts[0]?.date).toBeUndefined();
  });
});

describe("with rows", () => {
  it("match headings whatever the case, dash and stop", async () => {
    const { parts, texts, problems } = await split(REVIEW, [
      row({
        session: "edu",
        label: "FOCUS GROUP 3 - education.",
        kind: "focus-group",
        date: "2019-05-14",
        record: "notes",
      }),
      row({
        session: "head",
        startsAt: "interview  with a head teacher:",
        endsAt: "Visit to the hostel",
        label: "Head",
        kind: "interview",
        date: "2019-05-14",
        record: "notes",
      }),
    ]);
    expect(parts.map((part) => [part.session, part.label, part.guessed.length])).toEqual([
      ["edu", "FOCUS GROUP 3 - education.", 0],
      ["head", "Head", 0],
    ]);
    expect(texts[1]).toBe("Interview with a head teacher\nShe said that it was getting worse.");
    expect(problems).toEqual([]);
  });
  it("a start that is not there is a warning and the rest stands", async () => {
    const { parts, problems } = await split(REVIEW, [
      row({ session: "edu", label: "Focus group 3 – Education" }),
      row({ session: "x", label: "Focus group 9" }),
    ]);
    expect(parts.map((part) => part.session)).toEqual(["edu"]);
    expect(
      problems.filter((problem) => problem.severity === "warning").map((problem) => [problem.rule, problem.place]),
    ).toEqual([["ingest/start-not-found", "row 2 of the file's sessions"]]);
  });
  it("an end that is not there is a warning", async () => {
    const { problems } = await split(REVIEW, [
      row({ session: "edu", label: "Focus group 3 – Education", endsAt: "Nowhere" }),
    ]);
    expect(problems.map((problem) => problem.rule)).toContain("ingest/end-not-found");
  });
  it("a single row is the whole file, unless it names a start that is there", async () => {
    const whole = await split(REVIEW, [row({ session: "all", label: "York" })]);
    expect(whole.texts).toEqual([whole.transcript.text]);
    expect(whole.problems.every((problem) => problem.severity === "info")).toBe(true);
    const given = await split(REVIEW, [row({ session: "hostel", startsAt: "Visit to the hostel" })]);
    expect(given.texts).toEqual(["Visit to the hostel\nNobody was there on the day."]);
  });
  it("prefer a heading to the same words in a contents list", async () => {
    const { parts } = await split(
      "Contents\n\n- Police\n- Health\n\nThe rest is speech.\n\n# Police\n\nThey said so.\n\n# Health\n\nThey did not.",
      [row({ session: "h", label: "Health" }), row({ session: "p", label: "Police" })],
    );
    expect(parts.map((part) => [part.session, part.startsAtBlock])).toEqual([
      ["p", 4],
      ["h", 6],
    ]);
  });
});
