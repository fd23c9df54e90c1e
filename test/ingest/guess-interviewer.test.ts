import { describe, expect, it } from "vitest";
import { toTranscript } from "../../src/ingest/index.js";

/** Roles of the turns of a transcript written one turn a line. */
function roles(text: string): string {
  const paragraphs = text.split("\n").map((line) => ({ text: line, kind: "paragraph" as const }));
  const { transcript } = toTranscript({ paragraphs, problems: [] }, { interviewers: [], participants: [] });
  return transcript.turns.map((turn) => `${turn.speaker}=${turn.role}`).join(" ");
}

const TALK = [
  [
    "Ann: What do you see here?",
    "Bea: Kids hanging about.",
    "Ann: And at night?",
    "Bea: Less of it.",
    "Ann: Who joins it up?",
    "Bea: Nobody.",
  ],
  [
    "Ann: It is bad here.",
    "Bea: Kids hanging about.",
    "Ann: Really?",
    "Bea: Less of it.",
    "Ann: Nobody joins it up.",
    "Bea: Nobody?",
  ],
];

describe("guessInterviewer", () => {
  it("takes the one who asks for the interviewer, where no label says so", () => {
    expect(roles(TALK[0]!.join("\n"))).toBe(
      "Ann=interviewer Bea=participant Ann=interviewer Bea=participant Ann=interviewer Bea=participant",
    );
  });

  it("guesses nobody where both talk", () => {
    expect(roles(TALK[1]!.join("\n"))).not.toContain("interviewer");
  });
});
