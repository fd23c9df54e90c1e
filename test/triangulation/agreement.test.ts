import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_FACETS, type Facets } from "../../src/model/index.js";
import {
  type Agreement,
  agreement,
  type CodedTwice,
  disagreements,
  HumanRow,
  type MachineMention,
} from "../../src/triangulation/index.js";
import { facets } from "./talk.js";

const CODES = ["gangs", "cuckooing", "schools"];
/** Words that make the nth sentence like no other. */
const NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/**
 * A document, sentence by sentence: what the person coded, then what the machine coded, as codes with facet values:
 * `gangs absent, cuckooing / gangs`. Spans stand in the order in which they are written.
 */
function coded(...pictures: string[]): CodedTwice {
  const document = {
    rows: [] as HumanRow[],
    sentences: [],
    machineSentences: [] as { start: number; text: string }[],
    mentions: [] as MachineMention[],
  };
  const sentences: { session: string; line: number; sentence: string }[] = [];
  for (const [i, picture] of pictures.entries()) {
    const text = `The ${NUMBERS[i]} group said things about ${NUMBERS[i]} matters.`;
    const start = i * 100;
    const place = { session: "a", line: i + 1, sentence: text };
    sentences.push(place);
    document.machineSentences.push({ start, text });
    const [person, machine] = picture.split("/").map((side) =>
      side
        .trim()
        .split(", ")
        .filter(Boolean)
        .map((row) => {
          const [code, ...values] = row.split(" ");
          const set: Facets = { ...DEFAULT_FACETS, ...(values.length > 0 ? facets(values.join(" ")) : {}) };
          return { code: code!, ...set };
        }),
    );
    const triggers = text.split(" ");
    document.rows.push(...person!.map((row, n) => ({ ...place, trigger: triggers[n]!, ...row })));
    document.mentions.push(...machine!.map((mention, n) => ({ start: start + n * 4, ...mention })));
  }
  return { ...document, sentences };
}

const FEW = { draws: 200 };
const round = (figure: { value: number | undefined }) => figure.value && Math.round(figure.value * 1000) / 1000;

function codeRow(found: Agreement, code: string) {
  const row = found.codes.find((held) => held.code === code)!;
  return [row.human, row.machine, row.shared, round(row.precision), round(row.recall), round(row.f1)];
}

describe("codes", () => {
  const found = agreement([coded("gangs / gangs", "gangs, cuckooing / gangs", "/ gangs", "gangs /", "/")], CODES, FEW);

  test("rows of the person, the machine and both; precision, recall, F1", () => {
    expect(codeRow(found, "gangs")).toEqual([3, 3, 2, 0.667, 0.667, 0.667]);
    expect(codeRow(found, "cuckooing")).toEqual([1, 0, 0, undefined, 0, 0]);
    expect(codeRow(found, "schools")).toEqual([0, 0, 0, undefined, undefined, undefined]);
  });

  test("over all rows, and as a mean of the codes that either used", () => {
    expect([found.overall.human, found.overall.machine, found.overall.shared]).toEqual([4, 3, 2]);
    expect([found.overall.precision, found.overall.recall, found.overall.f1].map(round)).toEqual([0.667, 0.5, 0.571]);
    expect(round(found.macroF1)).toBe(0.333);
  });

  test("kappa over sentences", () => {
    // Both 2, only the person 1, only the machine 1, neither 1.
    expect(round(found.codes[0]!.kappa)).toBe(0.167);
    expect(found.codes[2]!.kappa.value).toBeUndefined();
  });

  test("alpha over sentences and prevalence, by code and over all rows", () => {
    // Ten values, six yes: 1 - (2 / 5) / (48 / 90).
    expect(round(found.codes[0]!.alpha)).toBe(0.25);
    expect(found.codes[2]!.alpha.value).toBeUndefined();
    expect(found.codes.map(({ prevalence }) => prevalence.value)).toEqual([0.6, 0.2, 0]);
    expect(round(found.overall.prevalence)).toBe(0.267);
  });

  test("every code given to every sentence, over the codes that either used", () => {
    // Gangs 2 * 3 / (3 + 5), cuckooing 2 * 1 / (1 + 5); schools take no part.
    expect(found.constantMacroF1).toBeCloseTo((0.75 + 1 / 3) / 2);
  });

  test("an interval with every figure that has one", () => {
    for (const figure of [found.overall.f1, found.macroF1, found.codes[0]!.f1]) {
      expect(figure.interval!.low).toBeLessThanOrEqual(figure.value!);
      expect(figure.interval!.high).toBeGreaterThanOrEqual(figure.value!);
    }
    expect(found.overall.f1.interval!.low).toBeLessThan(found.overall.f1.interval!.high);
    expect(found.codes[2]!.f1.interval).toBeUndefined();
  });

  test("several spans of one code are one row, that of the first", () => {
    const twice = agreement([coded("gangs absent, gangs / gangs, gangs absent, gangs")], CODES, FEW);
    expect(codeRow(twice, "gangs")).toEqual([1, 1, 1, 1, 1, 1]);
    expect(twice.facets[0]).toMatchObject({ facet: "assertion", rows: 1, equal: { value: 0 } });
  });

  test("codes outside the codebook take no part", () => {
    const stranger = agreement([coded("gangs, folklore / gangs, legend")], CODES, FEW);
    expect(stranger.overall).toMatchObject({ human: 1, machine: 1, shared: 1 });
  });
});

describe("facets on shared rows", () => {
  const found = agreement(
    [
      coded(
        "gangs / gangs",
        "gangs / gangs",
        "gangs absent / gangs absent",
        "gangs absent / gangs",
        "gangs possible / gangs absent",
        "cuckooing absent / gangs absent",
      ),
    ],
    CODES,
    FEW,
  );
  const assertion = found.facets[0]!;

  test("share equal, kappa, macro-F1 of what is not the default, and the constant answer", () => {
    expect(assertion.rows).toBe(5);
    expect(assertion.equal.value).toBe(0.6);
    // Person: present 2, absent 2, possible 1; machine: present 3, absent 2.
    expect(round(assertion.kappa)).toBe(0.333);
    // Absent: right 1, extra 1, missed 1; possible: missed 1.
    expect(assertion.macroF1.value).toBe(0.25);
    expect(assertion.constant).toEqual({ value: "present", equal: 0.4, macroF1: 0 });
    // Ten values: present 5, absent 4, possible 1; two of five rows differ: 1 - (2 / 5) / (58 / 90).
    expect(round(assertion.alpha)).toBe(0.379);
  });

  test("a constant answer that is not the default is right for its own value alone", () => {
    const said = coded("gangs absent / gangs", "gangs absent / gangs possible", "gangs / gangs");
    // Absent 2 of 3: 2 * 2 / (2 * 2 + 1) = .8; possible, which the machine used: 0.
    expect(agreement([said], CODES, FEW).facets[0]!.constant).toEqual({ value: "absent", equal: 2 / 3, macroF1: 0.4 });
  });

  test("a facet at its default throughout has no kappa and no macro-F1", () => {
    const trend = found.facets[1]!;
    expect(trend.facet).toBe("trend");
    expect([trend.equal.value, trend.kappa.value, trend.macroF1.value]).toEqual([1, undefined, undefined]);
    expect(trend.constant).toEqual({ value: "none", equal: 1, macroF1: undefined });
  });
});

describe("what cannot be compared is said", () => {
  test("sentences that are not in the document, with their rows", () => {
    const document = coded("gangs / gangs", "cuckooing / cuckooing");
    const torn = { ...document, machineSentences: document.machineSentences.slice(0, 1) };
    const found = agreement([coded("/"), torn], CODES, FEW);
    expect(found.notFound).toEqual([{ document: 1, session: "a", line: 2 }]);
    expect(found.sentences).toBe(2);
    expect(found.overall.human).toBe(1);
  });

  test("mentions outside every sentence of the sheet", () => {
    const document = coded("gangs / gangs", "/ gangs");
    const found = agreement([{ ...document, sentences: document.sentences.slice(0, 1) }], CODES, FEW);
    expect(found.outside).toBe(1);
    expect(found.overall).toMatchObject({ machine: 1, shared: 1 });
  });

  test("nothing at all", () => {
    const found = agreement([], CODES, FEW);
    expect(found).toMatchObject({ sentences: 0, outside: 0, notFound: [] });
    expect(found.overall.f1).toEqual({ value: undefined, interval: undefined });
    expect(found.facets[0]!.constant).toBeUndefined();
  });
});

test("a blank facet of a coding sheet is at its default; a value of no list is refused", () => {
  const row = {
    session: "a",
    line: "12",
    sentence: "Gangs move in.",
    code: "gangs",
    trigger: "Gangs",
    assertion: "",
    trend: "rising",
  };
  expect(HumanRow.parse(row)).toMatchObject({ line: 12, assertion: "present", trend: "rising", support: "unstated" });
  expect(HumanRow.safeParse({ ...row, trend: "upwards" }).success).toBe(false);
});

test("the order of rows, sentences and mentions never matters; the seed fixes the intervals", () => {
  const document = coded(
    "gangs absent / gangs",
    "gangs, cuckooing / gangs, cuckooing possible, gangs absent",
    "/ schools",
    "schools / schools",
  );
  const expected = agreement([document], CODES, FEW);
  const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });
  fc.assert(
    fc.property(
      shuffled(document.rows),
      shuffled(document.sentences),
      shuffled(document.machineSentences),
      shuffled(document.mentions),
      (rows, sentences, machineSentences, mentions) => {
        expect(agreement([{ rows, sentences, machineSentences, mentions }], CODES, FEW)).toEqual(expected);
      },
    ),
    { numRuns: 20 },
  );
  expect(agreement([document], CODES, { ...FEW, seed: 2 })).not.toEqual(expected);
});

test("by session: its own sentences and rows, in the order of documents and names", () => {
  const document = coded("gangs / gangs", "gangs /", "/ cuckooing", "/");
  const named = <T extends { line: number }>(rows: readonly T[]) =>
    rows.map((row) => ({ ...row, session: row.line < 3 ? "b" : "a" }));
  const split = { ...document, rows: named(document.rows), sentences: named(document.sentences) };
  const found = agreement([split, coded("gangs / gangs")], CODES, FEW).sessions;
  expect(
    found.map((one) => [one.document, one.session, one.sentences, one.human, one.machine, one.shared, round(one.f1)]),
  ).toEqual([
    [0, "a", 2, 0, 1, 0, 0],
    [0, "b", 2, 2, 1, 1, 0.667],
    [1, "a", 1, 1, 1, 1, 1],
  ]);
  expect(found[1]!.f1.interval).toBeDefined();
  expect(found.map(({ prevalence }) => round(prevalence))).toEqual([0, 0.333, 0.333]);
});

describe("disagreements", () => {
  const cue = { start: 0, end: 1, from: 0, to: 9, facet: "assertion", value: "absent", outcome: "decided" } as const;
  const document = coded(
    "cuckooing / gangs",
    "gangs absent rising / gangs",
    "gangs / gangs absent, gangs",
    "schools / schools",
    "/",
  );
  const cues = [
    { ...cue, cue: "denial" },
    { ...cue, cue: "denial" },
    { ...cue, cue: "hedge", outcome: "overruled" as const },
    { ...cue, cue: "rise", facet: "trend" },
  ];
  const told = { ...document, mentions: document.mentions.map((one) => ({ ...one, term: `term ${one.code}`, cues })) };
  const list = (given: CodedTwice, codes = CODES) =>
    disagreements([given], codes).map((one) => [
      ...[one.line, one.code, one.facet, one.machine, one.human, one.decidedBy.join(" ")],
    ]);
  const expected = [
    [1, "gangs", "", "yes", "no", "term gangs"],
    [2, "gangs", "assertion", "present", "absent", "denial"],
    [2, "gangs", "trend", "none", "rising", "rise"],
    [3, "gangs", "assertion", "absent", "present", "denial"],
    [1, "cuckooing", "", "no", "yes", ""],
  ];

  test("by code, then place; facets of shared codes; what decided", () => expect(list(told)).toEqual(expected));
  test("codes in the order given; others take no part", () =>
    expect(list(told, ["cuckooing", "gangs"])).toEqual([expected[4], ...expected.slice(0, 4)]));
  test("whatever the order of what was coded", () => {
    const turned = { ...told, rows: told.rows.toReversed(), mentions: told.mentions.toReversed() };
    expect(list({ ...turned, sentences: told.sentences.toReversed() })).toEqual(expected);
  });
  test("as many rows as the figures leave unshared", () => {
    const { codes } = agreement([told], CODES, FEW);
    const unshared = codes.reduce((sum, { human, machine, shared }) => sum + human + machine - 2 * shared, 0);
    expect(disagreements([told], CODES).filter(({ facet }) => facet === "")).toHaveLength(unshared);
  });
  test("the machine's masked sentence and session stand there, not the sheet's", () => {
    const masked = {
      ...told,
      machineSentences: told.machineSentences.map(({ start, text }) => ({
        ...{ start, session: "police", text: text.replace("The", "[PERSON-001] the") },
      })),
    };
    const rows = disagreements([masked], CODES);
    expect(rows).toHaveLength(expected.length);
    for (const { sentence, session } of rows) {
      expect(sentence).toMatch(/^\[PERSON-001\] the \w+ group said things about \w+ matters\.$/);
      expect(session).toBe("police");
    }
  });
});
