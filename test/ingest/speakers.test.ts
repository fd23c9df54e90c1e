import { describe, expect, it } from "vitest";
import { parse, toTranscript } from "../../src/ingest/index.js";
import { bytesOf, LIMITS, show } from "./samples.js";

async function read(
  text: string,
  options: { interviewers?: string[]; participants?: string[]; record?: "verbatim" | "notes" } = {},
) {
  const parsed = await parse("txt", bytesOf(text), LIMITS);
  return toTranscript(parsed, { interviewers: [], participants: [], ...options });
}

/** Speakers of the turns in order, `*` for an interviewer, `+` for a note-taker. */
async function checkSpeakers(text: string, expected: string[]): Promise<void> {
  const { transcript } = await read(text);
  const marks = { interviewer: "*", "note-taker": "+", participant: "" };
  expect(transcript.turns.map((turn) => marks[turn.role] + turn.speaker)).toEqual(expected);
}

describe("labels that are speakers", () => {
  it.each<[string, string, string[]]>([
    ["roles", "Interviewer: What do you see?\n\nRespondent: More of it.", ["*Interviewer", "Respondent"]],
    [
      "numbered roles",
      "Facilitator 1: And you?\nFacilitator 2: Yes?\nParticipant 3: Fine.",
      ["*Facilitator 1", "*Facilitator 2", "Participant 3"],
    ],
    [
      "roles with a name",
      "Facilitator (Sue): And you?\nSue - moderator: Yes?\nP1: Fine.",
      ["*Facilitator (Sue)", "*Sue - moderator", "P1"],
    ],
    ["question and answer letters", "Q: Why?\nA: Money.\nQ: Only?\nA: Mostly.", ["*Q", "A", "*Q", "A"]],
    ["letters with a stop", "Q. Why is that?\nA. Money.\nQ. Only that?\nA. Mostly.", ["*Q", "A", "*Q", "A"]],
    [
      "numbered questions of a topic guide",
      "Q1. What do you know of it?\n\nThe group knew little of it.\n\nQ2. What works well?\n\nThe links to the police.",
      ["*Q1", "", "*Q2", ""],
    ],
    ["codes", "INT: Why?\nP1: Money.\nP2: And fear.", ["*INT", "P1", "P2"]],
    ["codes without a space", "INT:why is that?\nP1:money.\nP2:and fear.", ["*INT", "P1", "P2"]],
    [
      "titles and initials",
      "Ms A. Jones: Go on.\nSir Wyn Hall: Yes.\nMs A. Jones: More.\nSir Wyn Hall: No.",
      ["Ms A. Jones", "Sir Wyn Hall", "Ms A. Jones", "Sir Wyn Hall"],
    ],
    [
      "apostrophes and hyphens",
      "Mr O’Neill-Ward: Go on.\nMiss D’Arcy: Yes.\nMr O’Neill-Ward: More.\nMiss D’Arcy: No.",
      ["Mr O'Neill-Ward", "Miss D'Arcy", "Mr O'Neill-Ward", "Miss D'Arcy"],
    ],
    [
      "trades in lower case",
      "Housing officer 2: We see it.\nSocial worker: So do we.\nHousing officer 2: Often.\nSocial worker: Daily.",
      ["Housing officer 2", "Social worker", "Housing officer 2", "Social worker"],
    ],
    [
      "Will, a name that opens sentences too",
      "Karen  0:03\nWe see it.\n\nWill  0:09\nSo do we.\n\nKaren  0:12\nOften.\n\nWill Ash  0:15\nDaily.\n\nWill  0:19\nNightly.",
      ["Karen", "Will", "Karen", "Will Ash", "Will"],
    ],
    [
      "first names",
      "Karen: We see it.\n\nDave: So do we.\n\nKaren: Often.\n\nDave: Daily.",
      ["Karen", "Dave", "Karen", "Dave"],
    ],
    ["capitals", "KAREN: We see it.\n\nDAVE: So do we.\n\nKAREN: Often.", ["KAREN", "DAVE", "KAREN"]],
    [
      "a name that comes once in a conversation",
      "Karen: We see it.\n\nDave: So do we.\n\nKaren: Often.\n\nTyrone: Daily.",
      ["Karen", "Dave", "Karen", "Tyrone"],
    ],
    ["labels on lines of their own", "Interviewer:\nWhat do you see?\n\nP1:\nMore of it.", ["*Interviewer", "P1"]],
    [
      "a chair, and the chair of something",
      "Chair: Welcome.\nChair of governors: Thanks.\nChair: So.\nChair of governors: Well.",
      ["*Chair", "Chair of governors", "*Chair", "Chair of governors"],
    ],
    [
      "a note-taker in a conversation",
      "Interviewer: Why?\nP1: Money.\nNote-taker: Recording paused.\nP1: And fear.",
      ["*Interviewer", "P1", "+Note-taker", "P1"],
    ],
  ])("%s", async (_name, text, expected) => {
    await checkSpeakers(text, expected);
  });
});

describe("times beside labels", () => {
  it.each<[string, string, string[]]>([
    [
      "before the label",
      "[00:01:02] Karen: We see it.\n[00:01:09] Dave: So do we.\n[00:02:00] Karen: Often.",
      ["Karen 00:01:02", "Dave 00:01:09", "Karen 00:02:00"],
    ],
    [
      "without brackets",
      "00:01:02 Karen: We see it.\n00:01:09 Dave: So do we.\n00:02:00 Karen: Often.",
      ["Karen 00:01:02", "Dave 00:01:09", "Karen 00:02:00"],
    ],
    [
      "after the label",
      "Karen [01:02]: We see it.\nDave [01:09]: So do we.\nKaren (02:00): Often.",
      ["Karen 00:01:02", "Dave 00:01:09", "Karen 00:02:00"],
    ],
    [
      "label and time on a line",
      "Karen Smith  0:03\nWe see it.\n\nDave Jones  1:02:03\nSo do we.\n\nKaren Smith  1:02:09\nOften.",
      ["Karen Smith 00:00:03", "Dave Jones 01:02:03", "Karen Smith 01:02:09"],
    ],
    [
      "time on a line of its own",
      "[00:00:10]\nInterviewer: Why?\n\n[00:00:20]\nP1: Money.",
      ["Interviewer 00:00:10", "P1 00:00:20"],
    ],
  ])("%s", async (_name, text, expected) => {
    const { transcript } = await read(text);
    expect(transcript.turns.map((turn) => `${turn.speaker} ${turn.time}`)).toEqual(expected);
    expect(transcript.text).not.toMatch(/\d\d:\d\d|Karen|Dave/);
  });
});

describe("colons that are no speakers", () => {
  const around = (line: string) =>
    `The group met in the town hall and spoke at length about exploitation.\n\n${line}\n\nThey ended at noon and were content with how it went.`;
  it.each([
    "Key issues: debt, drugs and fear.",
    "Note: the sergeant left early.",
    "See http://example.org: it is all there.",
    "At 10:30 the group split in two.",
    "The group raised three things: debt, drugs and fear.",
    "Two problems: money and time.",
    "Locally: more of it. Nationally: less.",
    "Strengths: people know each other.",
    "One worker said: we see it every week.",
    "Operation Sceptre: a week of action.",
    "Housing: nothing new.",
    "Data Sharing Agreement: not signed yet.",
  ])("%s", async (line) => {
    await checkSpeakers(around(line), [""]);
    await checkSpeakers(around(`${line}\n\nSome said more.\n\n${line}`), [""]);
  });
  it("in speech", async () => {
    await checkSpeakers(
      "Interviewer: What are the issues?\n\nP1: Well, three things.\nFirst thing: debt. Second: fear.\nI would say this: it is growing.\n\nInterviewer: And?\n\nP1: Key thing: money.",
      ["*Interviewer", "P1", "*Interviewer", "P1"],
    );
  });
});

describe("roles set by hand", () => {
  it("win over the label, whatever its case", async () => {
    const { transcript, problems } = await read("Karen: Why?\n\nChair: Money.\n\nKaren: Only?\n\nChair: Yes.", {
      interviewers: ["karen"],
      participants: ["CHAIR:"],
    });
    expect(transcript.turns.map((turn) => turn.role)).toEqual([
      "interviewer",
      "participant",
      "interviewer",
      "participant",
    ]);
    expect(problems).toEqual([]);
  });
  it("make a label of what would be none, and are missed when they do not occur", async () => {
    const text =
      "Zed: Why is that so, do you think?\n\nIt is money that drives it, in our view.\n\nThat and fear of what may come.";
    const { transcript, problems } = await read(text, { interviewers: ["Zed", "Nobody"] });
    expect(transcript.turns.map((turn) => turn.speaker)).toEqual(["Zed", ""]);
    expect(problems.map((problem) => problem.message)).toEqual([
      "1 of 2 speaker labels that sessions.csv names do not occur in the document.",
    ]);
  });
  it("are asked for when speech has no interviewer", async () => {
    const { problems } = await read("Karen: We see it.\n\nDave: So do we.\n\nKaren: Often.");
    expect(problems.map((problem) => problem.rule)).toEqual(["ingest/no-interviewer"]);
  });
});

describe("speech and notes", () => {
  it.each<[string, string, "verbatim" | "notes"]>([
    ["most paragraphs have speakers", "Karen: We see it.\n\nDave: So do we.\n\nKaren: Often.", "verbatim"],
    [
      "long answers between questions",
      `INT: Why?\n\nP1: Money.\n\n${"They need it and they cannot say no to it.\n\n".repeat(4)}INT: And?\n\nP1: Fear.`,
      "verbatim",
    ],
    ["an account", "The group said that it had grown.\n\nThey saw no end to it: more debt, more fear.", "notes"],
    [
      "sectors named once each",
      "Police: They said it had grown.\n\nHealth: They had not seen it.\n\nFire: No view.",
      "notes",
    ],
  ])("%s", async (_name, text, record) => {
    expect((await read(text)).transcript.record).toBe(record);
  });
  it("what is given wins", async () => {
    expect((await read("The group said so.", { record: "verbatim" })).transcript.record).toBe("verbatim");
  });
});

describe("turns", () => {
  async function check(text: string, expected: string): Promise<void> {
    expect(show((await read(text)).transcript)).toBe(expected.trim().replace(/^ +/gm, ""));
  }
  it("speech goes on over paragraphs without a label, and a heading ends it", async () => {
    await check(
      "# Session 1\n\nINT: Why?\n\nP1: Money.\n\nThey need it.\n\n# Session 2\n\nINT: And here?\n\nP2: Fear.",
      `
      [participant]
      # Session 1
      [interviewer | INT]
      Why?
      [participant | P1]
      Money.
      They need it.
      [participant]
      # Session 2
      [interviewer | INT]
      And here?
      [participant | P2]
      Fear.`,
    );
  });
  it("an answer nobody is named for is not the interviewer's", async () => {
    await check(
      "Q1: Is the problem accepted?\n\nYes, by most of the managers that we met.\n\nQ2: Is it understood?\n\nNot by the schools that we met.",
      `
      [interviewer | Q1]
      Is the problem accepted?
      [participant]
      Yes, by most of the managers that we met.
      [interviewer | Q2]
      Is it understood?
      [participant]
      Not by the schools that we met.`,
    );
  });
  it("nor is it in a conversation whose other side has no labels", async () => {
    await check(
      "Interviewer: Why is that so?\n\nIt is money.\n\nInterviewer: Only that?\n\nFear as well.",
      `
      [interviewer | Interviewer]
      Why is that so?
      [participant]
      It is money.
      [interviewer | Interviewer]
      Only that?
      [participant]
      Fear as well.`,
    );
  });
  it("comments of the team are a note-taker's", async () => {
    await check(
      "The group said that debt had grown in the last two years.\n\nReviewer comment: they had no figures:\n- none at all\n\nThey were worried about the schools in the north.\n\n[Note-taker: two people left.]\n\nThey asked for training.\n\nTeam comment\n\nThis group knew little.\n\nAnd said so.\n\n# Next steps\n\nThe group wants to meet again.",
      `
      [participant]
      The group said that debt had grown in the last two years.
      [note-taker | Reviewer comment]
      they had no figures:
      - none at all
      [participant]
      They were worried about the schools in the north.
      [note-taker | Note-taker]
      two people left.
      [participant]
      They asked for training.
      [note-taker | Team comment]
      # Team comment
      This group knew little.
      And said so.
      [participant]
      # Next steps
      The group wants to meet again.`,
    );
  });
  it("attendee lists are kept apart", async () => {
    await check(
      "Focus group 1 – Health\n\nPresent: school nurse, GP, two midwives\nApologies: A & E consultant\n\nAttendees\n\n- Ann Smith (CAMHS)\n- Bob Jones, health visitor\n\nThe group felt that the picture had changed.\n\nIn attendance:\nCara Field, Housing\nDan Moor, Police\n\nThey had seen more debt than before.",
      `
      [participant]
      # Focus group 1 – Health
      = Present: school nurse, GP, two midwives
      = Apologies: A & E consultant
      = Attendees
      = Ann Smith (CAMHS)
      = Bob Jones, health visitor
      The group felt that the picture had changed.
      = In attendance:
      = Cara Field, Housing
      = Dan Moor, Police
      They had seen more debt than before.`,
    );
  });
  it("headings and bullets are told by their look", async () => {
    await check(
      "YORK REVIEW\n\n1. Introduction\n\nThe group met twice in May. It was the first time that they had met.\n\nEarly help and intervention\n\nThe group raised:\n• debt\n‣ drugs\no fear\n(a) young age\n2) old age\n\nThey asked who leads on it.",
      `
      [participant]
      # YORK REVIEW
      # Introduction
      The group met twice in May. It was the first time that they had met.
      [participant]
      # Early help and intervention
      The group raised:
      - debt
      - drugs
      - fear
      - young age
      - old age
      They asked who leads on it.`,
    );
  });
  it("a bullet knows what leads it in", async () => {
    const { transcript } = await read(
      "Before all that they spoke of debt.\n\nThe group raised:\n- debt\n- drugs\n\nThen they left the room.\n\n# Later\n\n- more",
    );
    const text = (index: number) =>
      transcript.text.slice(transcript.blocks[index]?.start, transcript.blocks[index]?.end);
    expect(
      transcript.blocks
        .filter((block) => block.kind === "bullet")
        .map((block) => (block.leadIn < 0 ? "" : text(block.leadIn))),
    ).toEqual(["The group raised:", "The group raised:", ""]);
  });
});
