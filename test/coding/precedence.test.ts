import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { codeDocument } from "../../src/coding/index.js";
import { compileLexicon, type Lexicon, loadLexicon } from "../../src/lexicon/index.js";
import { Concept } from "../../src/model/index.js";
import { check } from "./check.js";

const product = loadLexicon("lexicons");

/** Codes before which a code gives way, as the codebook has it. */
const YIELDS: Readonly<Record<string, readonly string[]>> = {
  "criminal-exploitation": [
    "child-criminal-exploitation",
    "child-sexual-exploitation",
    "modern-slavery",
    "financial-exploitation",
  ],
  gangs: ["organised-crime"],
  "children-young-people": ["looked-after-children"],
  "drug-markets": ["county-lines"],
  "other-drugs": ["class-a-drugs"],
  "serious-violence": ["domestic-abuse"],
  "knife-crime": ["firearms"],
  "acquisitive-crime": ["financial-exploitation"],
  schools: ["school-exclusion"],
  "multi-agency-working": ["information-sharing"],
  "data-intelligence": ["information-sharing"],
  "referral-assessment": ["needs-assessment"],
  safeguarding: ["contextual-safeguarding"],
  "health-services": ["mental-health"],
  "housing-services": ["housing-insecurity"],
};

/** Where the words of two codes overlap the one that yields is silent; where they do not, both stand. */
const CASES: readonly string[] = [
  "[Child criminal exploitation](child-criminal-exploitation;-criminal-exploitation) is rising.",
  "[Child sexual exploitation](child-sexual-exploitation;-criminal-exploitation) is known of.",
  "[Financial exploitation](financial-exploitation;-criminal-exploitation) of tenants goes on.",
  "There is [criminal exploitation](criminal-exploitation) and [modern slavery](modern-slavery) in the town.",
  "[Organised crime groups](organised-crime;-gangs) own the trade and [street gangs](gangs) sell it.",
  "[Children in care](looked-after-children;-children-young-people) are sent away.",
  "[Drug lines](county-lines;-drug-markets) and [drug dealers](drug-markets) share the estate.",
  "[Domestic violence](domestic-abuse;-serious-violence) is behind most of it.",
  "[Money laundering](financial-exploitation;-acquisitive-crime) and [burglary](acquisitive-crime) are up.",
  "[Pupil referral units](school-exclusion;-schools) and [schools](schools) were asked.",
  "[Information sharing](information-sharing;-data-intelligence) is poor.",
  "A [needs assessment](needs-assessment;-referral-assessment) was never made.",
  "[Contextual safeguarding](contextual-safeguarding;-safeguarding) is new here.",
];

const concept = (id: string, terms: unknown[], yieldsTo: string[] = []): Concept =>
  Concept.parse({ id, prefLabel: id, theme: "exploitation", definition: id, terms, yieldsTo });

/** Codes with the words that carry them, in order. */
function coded(lexicon: Lexicon, text: string): string[] {
  return mentionsOf(lexicon, text).map((m) => `${m.code}: ${text.slice(m.start, m.end)}`);
}

function mentionsOf(lexicon: Lexicon, text: string) {
  const end = text.length;
  return codeDocument(compileLexicon(lexicon), {
    text,
    blocks: [{ start: 0, end, kind: "paragraph", turn: 0, leadIn: -1 }],
    turns: [{ start: 0, end, speaker: "", role: "participant", time: "" }],
    parts: [{ start: 0, end, record: "notes" }],
    record: "notes",
  }).mentions;
}

const small = (...concepts: Concept[]): Lexicon => ({ ...product, concepts, cues: [] });

describe("codes that give way", () => {
  it("are those of the codebook", () => {
    const found = product.concepts.filter((c) => c.yieldsTo.length > 0).map((c) => [c.id, c.yieldsTo]);
    expect(Object.fromEntries(found)).toEqual(YIELDS);
  });
  for (const sentence of CASES) it(sentence, () => check(sentence));
  it("do so only where the words overlap", () => {
    const lexicon = small(concept("weak", ["drug", "dealer"], ["strong"]), concept("strong", ["drug line"]));
    expect(coded(lexicon, "A drug line and a dealer.")).toEqual(["strong: drug line", "weak: dealer"]);
  });
});

describe("overlaps", () => {
  it("leave the longest span of a code", () => {
    const lexicon = small(concept("a", ["drug", "drug dealer", "the drug dealer network"]));
    expect(coded(lexicon, "They fear the drug dealer network.")).toEqual(["a: the drug dealer network"]);
  });
  it("leave the first of two spans of a code that are equally long", () => {
    expect(coded(small(concept("a", ["house raid", "raid team"])), "The house raid team came.")).toEqual([
      "a: house raid",
    ]);
  });
  it("leave every code its own", () => {
    const lexicon = small(concept("a", ["drug dealer"]), concept("b", ["dealer network"]), concept("c", ["dealer"]));
    expect(coded(lexicon, "The drug dealer network.").sort()).toEqual([
      "a: drug dealer",
      "b: dealer network",
      "c: dealer",
    ]);
  });
});

describe("the order of a lexicon", () => {
  /** Fisher and Yates with a small generator of its own. */
  const shuffled = <T>(list: readonly T[], seed: number): T[] => {
    const out = [...list];
    let state = seed * 2654435761 + 1;
    for (let i = out.length - 1; i > 0; i--) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const k = state % (i + 1);
      [out[i], out[k]] = [out[k]!, out[i]!];
    }
    return out;
  };
  const text = readFileSync("fixtures/archive/ironbeck/01_police.txt", "utf8");
  const told = (lexicon: Lexicon) => JSON.stringify(mentionsOf(lexicon, text));
  const plain = told(product);
  for (const seed of [1, 2, 3]) {
    it(`of terms, readings, groups and places changes no byte (seed ${seed})`, () => {
      const other: Lexicon = {
        ...product,
        concepts: product.concepts.map((c) => ({
          ...c,
          terms: shuffled(c.terms, seed),
          unless: shuffled(c.unless, seed),
        })),
        places: shuffled(product.places, seed),
        macros: Object.fromEntries(shuffled(Object.entries(product.macros), seed)),
      };
      expect(told(other) === plain).toBe(true);
    });
    it(`of codes changes nothing that is found (seed ${seed})`, () => {
      const found = (lexicon: Lexicon) =>
        mentionsOf(lexicon, text)
          .map((m) => JSON.stringify(m))
          .sort();
      expect(found({ ...product, concepts: shuffled(product.concepts, seed) })).toEqual(found(product));
    });
  }
});
