import { describe, expect, it } from "vitest";
import { joinSessions } from "../../src/run/sessions.js";

type Documents = Parameters<typeof joinSessions>[1];

/** Documents of a review without sessions.csv, each with the session id that was guessed for it. */
function documents(...ids: string[]): Documents {
  return ids.map((session, i) => ({
    name: `file-${i}.txt`,
    result: {
      parts: [{ start: 0, end: 10, session, label: session, record: "notes", guessed: ["session"], words: 5 }],
    },
  })) as unknown as Documents;
}

const folder = { meta: { id: "r", area: "", date: "", title: "", cohort: "", region: "", topicGuide: [] }, rows: [] };

describe("sessions guessed for several files", () => {
  it("counts files with one guessed id as one voice, and says so", () => {
    const { sessions, problems } = joinSessions(folder, documents("housing", "housing", "police"));
    expect(sessions.map(({ session }) => session.id)).toEqual(["housing", "police"]);
    expect(problems.filter(({ rule }) => rule === "session/guessed-one").map(({ place }) => place)).toEqual([
      "session housing",
    ]);
  });

  it("says nothing where each file has its own", () => {
    const { problems } = joinSessions(folder, documents("housing", "police"));
    expect(problems.some(({ rule }) => rule === "session/guessed-one")).toBe(false);
  });
});
