import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_FACETS, EXCLUSIONS, type SessionPart, type SessionRow } from "../../src/model/index.js";
import { askedOf, isAskedInNotes, promptsOf } from "../../src/run/asked.js";
import { exclusionOf, type Standing } from "../../src/run/evidence.js";
import { withIds } from "../../src/run/mention-ids.js";
import type { CodedDocument } from "../../src/run/read-document.js";
import { joinSessions } from "../../src/run/sessions.js";
import { mention } from "../store/example-run.js";

describe("evidence and its exclusions", () => {
  const evidence: Standing = {
    mention: { facets: DEFAULT_FACETS },
    record: "notes",
    turn: { role: "participant" },
    block: { kind: "paragraph" },
    sentence: { part: 0, block: 3 },
    repeated: new Set(),
    verbatimCounts: false,
    nearDuplicate: false,
    sessionExcluded: false,
  };
  const advised = { mention: { facets: { ...DEFAULT_FACETS, evidentiality: "advised" as const } } };
  /** In the order of EXCLUSIONS, each with what brings it about. */
  const reasons: [(typeof EXCLUSIONS)[number], Partial<Standing>][] = [
    ["", {}],
    ["interviewer's turn", { turn: { role: "interviewer" } }],
    ["note-taker's comment", advised],
    ["heading", { block: { kind: "heading" } }],
    ["attendee list", { block: { kind: "attendees" } }],
    ["outside the sessions", { sentence: { part: -1, block: 3 } }],
    ["repeated matter", { repeated: new Set([3]) }],
    ["verbatim counts", { verbatimCounts: true }],
    ["near-duplicate", { nearDuplicate: true }],
    ["session excluded", { sessionExcluded: true }],
  ];
  it.each(reasons)("%s", (reason, standing) => {
    expect(exclusionOf({ ...evidence, ...standing })).toBe(reason);
  });
  it("has a case for every exclusion, and the first that fits is kept", () => {
    expect(reasons.map(([reason]) => reason)).toEqual([...EXCLUSIONS]);
    for (const [index, [reason, standing]] of reasons.entries())
      for (const [, later] of reasons.slice(index + 1)) {
        // A block is a heading or an attendee list, and a sentence has one place: what cannot be both is not tried.
        if (index === 0 || Object.keys(standing).some((key) => key in later)) continue;
        expect(exclusionOf({ ...evidence, ...standing, ...later })).toBe(reason);
      }
  });
  it("takes a speaker's own advice for evidence, and a note-taker who speaks up for none", () => {
    expect(exclusionOf({ ...evidence, ...advised, record: "verbatim" })).toBe("");
    expect(exclusionOf({ ...evidence, record: "verbatim", turn: { role: "note-taker" } })).toBe("note-taker's comment");
    expect(exclusionOf({ ...evidence, turn: { role: "note-taker" } })).toBe("");
  });
});

describe("prompted or volunteered", () => {
  /** Turns as `I:a,b` (an interviewer's with its codes) or `P` (a participant's), `|` where the next session begins. */
  function check(talk: string, expected: string): void {
    let part = 0;
    const codes = new Map<number, Set<string>>();
    const turns = talk.split(" ").flatMap((word, turn) => {
      if (word === "|") {
        part++;
        return [];
      }
      const [who, said = ""] = word.split(":");
      codes.set(turn, new Set(said.split(",").filter(Boolean)));
      return [{ turn, part, role: who === "I" ? ("interviewer" as const) : ("participant" as const) }];
    });
    const prompts = promptsOf(turns, (turn) => codes.get(turn) ?? new Set());
    expect([...prompts.values()].map((set) => [...set].join(",") || "-").join(" ")).toBe(expected);
  }
  it("prompts all answers up to the next question", () => check("I:a P P I:b P", "a a b"));
  it("prompts nothing before the first question", () => check("P I:a P", "- a"));
  it("ends with the next question, whatever it asks", () => check("I:a P I P", "a -"));
  it("does not reach into the next session", () => check("I:a P | P", "a -"));
});

describe("asked", () => {
  const session = (record: "verbatim" | "notes") => ({ id: "s", record });
  const codes = ["a", "b"];
  it("is yes where it was heard or written, no in speech where it was not, and unknown in notes", () => {
    expect(askedOf({ session: session("verbatim"), written: [], heard: new Set(["a"]) }, codes)).toEqual({
      a: "yes",
      b: "no",
    });
    expect(askedOf({ session: session("notes"), written: ["b"], heard: new Set(["a"]) }, codes)).toEqual({
      a: "yes",
      b: "yes",
    });
    expect(askedOf({ session: session("notes"), written: [], heard: new Set() }, codes)).toEqual({});
  });

  const notes: [string, boolean][] = [
    ["When asked about [cuckooing], the group were not aware of any.", true],
    ["They were asked whether [cuckooing] happens.", true],
    ["When asked about debt, they said that [cuckooing] is common.", false],
    ["The group asked for help with [cuckooing].", false],
    ["[Cuckooing] was raised when asked about debt.", false],
  ];
  it.each(notes)("%s", (marked, expected) => {
    expect(isAskedInNotes(marked.replace(/[[\]]/g, ""), marked.indexOf("["))).toBe(expected);
  });
});

describe("sessions", () => {
  const part = (session: string, given: Partial<SessionPart> = {}): SessionPart => ({
    start: 0,
    end: 1,
    session,
    label: session,
    record: "notes",
    guessed: [],
    words: 10,
    ...given,
  });
  const file = (name: string, ...parts: SessionPart[]): CodedDocument =>
    ({ name, document: { path: name }, problems: [], reused: false, result: { parts } }) as unknown as CodedDocument;
  const row = (given: Partial<SessionRow>): SessionRow => ({
    file: "",
    session: "",
    interviewers: [],
    participants: [],
    ...given,
  });
  const meta = { id: "r", area: "York", date: "2019-05-01", title: "", cohort: "", region: "", topicGuide: [] };

  /** Sessions in order as `id kind sectors level date record words`. */
  function check(rows: SessionRow[], files: CodedDocument[], expected: string[]): void {
    const { sessions } = joinSessions({ meta, rows }, files);
    const shown = sessions
      .map(({ session }) => session)
      .sort((a, b) => a.order - b.order)
      .map(({ id, kind, sectors, level, date, record, words }) =>
        [id, kind, sectors.join("+"), level, date, record, words].join(" "),
      );
    expect(shown).toEqual(expected);
  }

  it("take what sessions.csv says before what was guessed", () =>
    check(
      [row({ session: "a", sectors: ["fire", "police"], level: "strategic", date: "2019-05-02", kind: "visit" })],
      [file("a.txt", part("a", { kind: "interview", sectors: ["health"], date: "2018-01-01" }))],
      ["a visit police+fire strategic 2019-05-02 notes 10"],
    ));
  it("fall back on guesses, then on the review and on what is most common", () =>
    check(
      [],
      [file("a.txt", part("a", { sectors: ["health"] })), file("b.txt", part("b"))],
      ["a focus-group health unknown 2019-05-01 notes 10", "b focus-group unknown unknown 2019-05-01 notes 10"],
    ));
  it("are one where two files bear one id, verbatim when one of them is", () =>
    check(
      [],
      [file("a.txt", part("s")), file("b.vtt", part("s", { record: "verbatim" }))],
      ["s focus-group unknown unknown 2019-05-01 verbatim 20"],
    ));
  it("come by date, then as sessions.csv lists them, then as the archive does", () =>
    check(
      [row({ session: "late", date: "2019-06-01" }), row({ session: "second" }), row({ session: "first" })],
      [file("a.txt", part("unlisted"), part("first"), part("late")), file("b.txt", part("second"))],
      ["second", "first", "unlisted", "late"].map(
        (id) => `${id} focus-group unknown unknown ${id === "late" ? "2019-06-01" : "2019-05-01"} notes 10`,
      ),
    ));
  it("tell at which level their people work, where the label says it", () => {
    const labels = [
      "Strategic group",
      "Team managers",
      "Front-line workers",
      "Residents",
      "Managers and officers",
      "Group 3",
    ];
    const { sessions } = joinSessions(
      { meta, rows: [] },
      labels.map((label) => file(label, part(label, { label }))),
    );
    expect(Object.fromEntries(sessions.map(({ session }) => [session.label, session.level]))).toEqual({
      "Strategic group": "strategic",
      "Team managers": "managerial",
      "Front-line workers": "practitioner",
      Residents: "community",
      "Managers and officers": "mixed",
      "Group 3": "unknown",
    });
  });
});

describe("ids of mentions", () => {
  const ids = (quotes: string[]): string[] =>
    withIds(
      quotes.map((quote) => mention({ quote: quote.replace("^", ""), id: "" })),
      ({ quote }) => {
        const marked = quotes.find((one) => one.replace("^", "") === quote) ?? "";
        return marked.slice(0, marked.indexOf("^"));
      },
    ).map(({ id }) => id);

  it("are the same whatever the number of a placeholder, spacing and case", () => {
    const [one] = ids(["[PERSON-001] said ^cuckooing is here."]);
    expect(ids(["[PERSON-017]  said ^Cuckooing is here"])[0]).toBe(one);
    expect(ids(["[PHONE-A02] said ^cuckooing is here."])[0]).toBe(one);
  });
  it("differ by the words of the sentence and by the place in it", () => {
    expect(new Set(ids(["^cuckooing is here", "so ^cuckooing is here", "cuckooing is ^here"])).size).toBe(3);
  });
  it("count repeats in order, so that each is its own", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("^cuckooing here", "and ^cuckooing"), { maxLength: 12 }), (quotes) => {
        const made = ids(quotes);
        expect(new Set(made).size).toBe(quotes.length);
        // What stands later changes no id that stands before.
        expect(ids([...quotes, "^cuckooing here"]).slice(0, quotes.length)).toEqual(made);
      }),
    );
  });
});
