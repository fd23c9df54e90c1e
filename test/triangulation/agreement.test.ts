import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_FACETS, type Facets } from "../../src/model/index.js";
import {
  type Agreement,
  agreement,
  type CodedTwice,
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
    expect(assertion.constant).toEqual({ value: "present", equal: 0.4 });
  });

  test("a facet at its default throughout has no kappa and no macro-F1", () => {
    const trend = found.facets[1]!;
    expect(trend.facet).toBe("trend");
    expect([trend.equal.value, trend.kappa.value, trend.macroF1.value]).toEqual([1, undefined, undefined]);
    expect(trend.constant).toEqual({ value: "none", equal: 1 });
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
