import { describe, expect, it } from "vitest";
import { createMasker } from "../../src/privacy/index.js";
import { AGENCIES, KEY, masker, NOBODY, PLACES, transcriptOf } from "./measure.js";

const blank = (label: string): string => label.replace(/#[0-9a-f]{24}\]/g, "]");

describe("speakers' labels", () => {
  const label = (text: string): string =>
    blank(masker().mask(transcriptOf(`${text}: We have seen it.`), NOBODY).transcript.turns[0]!.speaker);
  it("keeps roles and codes", () => {
    for (const role of [
      "Housing officer 2",
      "F1",
      "Facilitator",
      "Interviewer",
      "Speaker 3",
      "Police",
      "YOT manager",
      "Young person 1",
      "Q",
      "P2",
      "Counsel Inquiry",
      "Head",
      "Judge",
      "Social worker (female)",
    ])
      expect(label(role)).toBe(role);
  });
  it("masks names and keeps the roles beside them", () => {
    expect(label("Darren Pike")).toBe("[PERSON]");
    expect(label("Zorvan")).toBe("[PERSON]");
    expect(label("Will")).toBe("[PERSON]");
    expect(label("Mark Long")).toBe("[PERSON]");
    expect(label("Sgt Khan (police)")).toBe("Sgt [PERSON] (police)");
    expect(label("Jane (YOT worker)")).toBe("[PERSON] (YOT worker)");
    expect(label("JB")).toBe("[PERSON]");
  });
  it("masks the label where it stands in the text, even an ordinary word", () => {
    const { transcript } = masker().mask(transcriptOf("Will: We have seen it.\nRose: Will is right."), NOBODY);
    expect(transcript.text).toBe("[PERSON-000]: We have seen it.\n[PERSON-000]: [PERSON-000] is right.");
  });
  it("leaves a speaker one speaker, and two speakers two", () => {
    const { transcript, slots } = masker().mask(
      transcriptOf("Darren Pike: One.\nAnna Holt: Two.\nDarren Pike: Three, Anna."),
      NOBODY,
    );
    const [a, b, c] = transcript.turns.map((t) => t.speaker);
    expect(a).toBe(c);
    expect(a).not.toBe(b);
    expect(`[PERSON#${slots[0]!.hash}]`).toBe(a);
    expect(slots[3]!.hash).toBe(slots[1]!.hash);
  });
});

describe("session labels and file names", () => {
  const label = (text: string, speakers: string[] = []): string =>
    blank(masker().maskLabel(text, { speakers, extraNames: [] }));
  it("masks known names, clear first names with surnames, titled names", () => {
    expect(label("Interview with Darren Pike")).toBe("Interview with [PERSON]");
    expect(label("interview_darren_pike-YOT.docx")).toBe("interview_[PERSON]-YOT.docx");
    expect(label("Mr Whitlam, school")).toBe("Mr [PERSON], school");
    expect(label("zorvan notes.txt", ["Zorvan Plimt"])).toBe("[PERSON] notes.txt");
  });
  it("leaves everything else", () => {
    for (const text of [
      "Focus group 3 – Education",
      "housing-and-police.txt",
      "York strategic group.docx",
      "May 2019 visit.md",
      "notes/session-01.vtt",
    ])
      expect(label(text)).toBe(text);
  });
  it("knows the people of a document by its own label function", () => {
    const { label: of } = masker().mask(transcriptOf("Zorvan Plimt: We met."), NOBODY);
    expect(blank(of("plimt.txt"))).toBe("[PERSON].txt");
  });
});

describe("local names", () => {
  const names = (text: string): string[] => {
    const { transcript, names } = masker().mask(transcriptOf(text), NOBODY);
    return names.map((n) => {
      expect(transcript.text.slice(n.start, n.end)).toBe(n.name);
      return `${n.kind} ${n.name}`;
    });
  };
  it("lists operations, projects and meetings, unmasked", () => {
    expect(names("Darren Pike said Operation Rose and Project Grace Note went to the Missing Children Panel.")).toEqual(
      ["operation Operation Rose", "project Project Grace Note", "meeting Missing Children Panel"],
    );
  });
  it("does not shelter a person", () => {
    expect(names("the Project Manager Anna said, and the Darren Pike panel")).toEqual([]);
  });
});

describe("the pipeline's own lists", () => {
  it("masks what it is told to mask and keeps what it is told to keep", () => {
    const own = createMasker({ key: KEY, places: PLACES, agencies: AGENCIES, mask: ["Bramble"], keep: ["Jade"] });
    expect(own.mask(transcriptOf("then bramble met Jade and Tyrell there"), NOBODY).transcript.text).toBe(
      "then [PERSON-000] met Jade and [PERSON-000] there",
    );
  });
});
