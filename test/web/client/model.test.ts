import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Matrix, ReaderMention } from "../../../src/model/index.js";
import { pageViews } from "../../../src/reporting/index.js";
import { largestPacking } from "../../../src/statistics/index.js";
import { placeLabels } from "../../../src/web/client/charts/labels.js";
import { layOut } from "../../../src/web/client/charts/lay-out.js";
import { markReader, toldFacets } from "../../../src/web/client/data/marks.js";
import { mostIndependent, sectorMasks } from "../../../src/web/client/data/packing.js";
import { searchTexts } from "../../../src/web/client/data/search-texts.js";
import { silenceOf } from "../../../src/web/client/data/silence.js";
import { type Asked, matrixModel } from "../../../src/web/client/pages/matrix-model.js";
import { piecesOf, placeOf } from "../../../src/web/client/pages/reader-pieces.js";
import { draftResult, draftRun } from "../../reporting/run.js";

const ASKED: Asked = {
  ...{ group: "none", count: "mentions", sort: "codebook", theme: "", sector: "", level: "", facet: "", verdict: "" },
  ...{ evidence: "yes", prompted: "", empty: "" },
};
const run = draftRun();
const views = pageViews(run);
const shell = views.shell();
const matrix = views.matrix() as Matrix;
const model = (scope: string, asked: Partial<Asked> = {}) =>
  matrixModel(matrix, { shell, mark: markReader(shell.marks), scope, asked: { ...ASKED, ...asked } });
const rowOf = (code: string, scope: string, asked: Partial<Asked> = {}) => {
  const row = model(scope, asked).rows.find((one) => one.kind === "code" && one.concept.id === code);
  return row?.kind === "code" ? row : undefined;
};

describe("the matrix as it is asked for", () => {
  it("counts what the verdict counts", () => {
    for (const { result } of run.reviews.map((one) => ({ result: one })))
      for (const verdict of result.verdicts) {
        expect(rowOf(verdict.code, result.meta.id)?.total, verdict.code).toBe(verdict.mentions);
      }
  });
  it("counts sessions and independent sectors", () => {
    expect(rowOf("cuckooing", "hallam-2019", { count: "sessions" })?.total).toBe(5);
    expect(rowOf("cuckooing", "hallam-2019", { count: "sectors" })?.total).toBe(5);
    expect(rowOf("cuckooing", "hallam-2019", { count: "sectors", sector: "police" })?.total).toBe(1);
  });
  it("keeps only mentions that are said so", () => {
    expect(rowOf("cuckooing", "hallam-2019", { facet: "trend=rising" })?.total).toBe(3);
    expect(rowOf("cuckooing", "hallam-2019", { facet: "trend=falling" })?.total).toBe(1);
    expect(rowOf("county-lines", "hallam-2019", { facet: "assertion=absent" })?.total).toBe(1);
  });
  it("tells a stance by its sign, silence by what was asked", () => {
    const { columns } = model("hallam-2019");
    const cell = (session: string, code: string) =>
      rowOf(code, "hallam-2019")?.cells[columns.findIndex((column) => column.session === session)];
    expect(cell("fg-4", "county-lines")).toMatchObject({ sign: "−", count: 1 });
    expect(cell("fg-3", "county-lines")).toMatchObject({ sign: "○", look: "silent asked-y" });
    expect(cell("fg-6", "county-lines")).toMatchObject({ sign: "", count: 0 });
  });
  it("sorts by count, and groups by theme in codebook order", () => {
    const totals = model("hallam-2019", { sort: "count" }).rows.map((row) => (row.kind === "code" ? row.total : 0));
    expect(totals).toEqual([...totals].sort((a, b) => b - a));
    const groups = model("", { group: "theme" }).rows.flatMap((row) => (row.kind === "group" ? [row.title] : []));
    expect(groups).toEqual([...new Set(shell.concepts.map(({ theme }) => theme))]);
  });
  it("has a column a review, with its verdict's sign", () => {
    const all = model("");
    expect(all.columns.map(({ review }) => review)).toEqual(["hallam-2019", "merestow-2019", "wenbrook-2018"]);
    expect(rowOf("cuckooing", "")?.cells[2]).toMatchObject({ sign: "⊖", count: 2 });
    expect(rowOf("cuckooing", "")?.cells[2]?.look).toContain("against");
  });
  it("stays whole where nothing answers", () => expect(model("hallam-2019", { sector: "fire" }).columns).toEqual([]));
});

describe("silence", () => {
  const at = (asked: string, stances = "sss") => ({ id: asked, asked, stances });
  const held = {
    reviews: [{ id: "r", sessions: [at("yn?"), at("nnn"), at("n?n"), at("???", "ass")] }],
  } as unknown as Matrix;
  const concepts = { concepts: ["a", "b", "c"].map((id) => ({ id })) } as unknown as typeof shell;
  it("is told apart from what was not asked, and from what is not known", () => {
    const of = (codes: string[]) => silenceOf(held, concepts, { review: "r", codes });
    expect(of(["a"])).toEqual({ asked: ["yn?"], unasked: ["nnn", "n?n"], unknown: [] });
    expect(of(["a", "b"])).toEqual({ asked: ["yn?"], unasked: ["nnn"], unknown: ["n?n"] });
    expect(of(["c"])).toEqual({ asked: [], unasked: ["nnn", "n?n"], unknown: ["yn?", "???"] });
  });
  it("is not known of a session or review that the matrix does not hold", () => {
    expect(silenceOf(undefined, concepts, { review: "r", codes: ["a"], silent: ["x"] }).unknown).toEqual(["x"]);
  });
  it("of a whole review is drawn only where somebody was asked", () => {
    const looks = new Map(
      model("").rows.flatMap((row) => (row.kind === "code" ? row.cells.map((cell) => [cell.look, cell] as const) : [])),
    );
    expect(looks.get("silent asked-y")?.sign).toBe("○");
    expect(looks.get("silent asked-unknown")).toMatchObject({ sign: "", says: expect.stringContaining("not known") });
  });
});

describe("marks", () => {
  it("are read back as the facets that were written", () => {
    const read = markReader(shell.marks);
    for (const review of run.reviews)
      for (const code of shell.concepts)
        for (const { quotes } of views.evidence(review.meta.id, code.id, { most: 99 })?.sessions ?? [])
          for (const quote of quotes) {
            const mention = review.mentions.find(({ id }) => id === quote.mention);
            const { assertion, temporality, locus, trend, appraisal, evidentiality, support, prompted } = read(
              quote.mark,
            );
            expect(mention).toMatchObject({
              assertion,
              temporality,
              locus,
              trend,
              appraisal,
              evidentiality,
              support,
              prompted,
            });
          }
  });
  it("tell what is out of the ordinary", () =>
    expect(toldFacets({ assertion: "absent", trend: "none", support: "all" })).toEqual([
      { facet: "assertion", value: "absent" },
      { facet: "support", value: "all" },
    ]));
});

describe("independent sectors", () => {
  it("are as many as the verdicts count", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 2 ** 6 - 1 }), { maxLength: 12 }), (masks) => {
        expect(mostIndependent(masks)).toBe(largestPacking(new Set(masks)));
      }),
    );
  });
  it("leave out who is not known", () =>
    expect(mostIndependent(sectorMasks([{ sectors: ["unknown"] }, { sectors: ["police"] }]))).toBe(1));
});

describe("search in a file", () => {
  const text = "We said no. The County Line runs to Cörby; it isn’t ours.\nWhat of county lines?";
  const sentence = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const spans = ["We said no.", "The County Line runs to Cörby; it isn’t ours.", "What of county lines?"].map(sentence);
  const review = draftResult({
    review: "a",
    area: "A",
    sessions: { s1: "police" },
    says: ["s1 county-lines affirms | x"],
  });
  const mention = {
    ...(review.mentions[0] as NonNullable<(typeof review.mentions)[0]>),
    document: "d.txt",
    sentence: 1,
    start: 16,
    end: 27,
  };
  const told = {
    ...review,
    mentions: [mention],
    texts: [
      {
        ...{ document: "d.txt", text, overruled: [], blocks: [] },
        turns: [
          { start: 0, end: 57, speaker: "A", role: "participant" as const, time: "" },
          { start: 58, end: text.length, speaker: "Q", role: "interviewer" as const, time: "" },
        ],
        sentences: spans.map((span, i) => ({ ...span, block: 0, turn: i < 2 ? 0 : 1, part: 0, session: "s1" })),
      },
    ],
  };
  const served = pageViews({ ...run, reviews: [told] });
  const reader = served.reader("a", "d.txt");
  it.each(["county", "COUNTY line", "corby", "isn't", '"county lines"', "no county", "", "zzz"])(
    "finds %j as the server does",
    async (q) => {
      expect(await searchTexts([async () => reader], { q })).toEqual(served.search({ q }));
    },
  );
  it("keeps to a code as the server does", async () => {
    const [q, code] = ["county", "county-lines"];
    expect(await searchTexts([async () => reader], { q, code })).toEqual(served.search({ q, code }));
    expect(served.search({ q, code }).total).toBe(1);
    expect(served.search({ q: "corby" }).hits[0]).toMatchObject({ keyword: "Cörby", right: "; it isn’t ours." });
  });
});

describe("a turn cut at its mentions", () => {
  const spans = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })), { maxLength: 8 });
  const mention = ([start, length]: [number, number], i: number) =>
    ({ id: `m${i}`, code: "c", start, end: start + length, cues: [] }) as unknown as ReaderMention;
  it("gives the turn back, and every mention where it stands", () => {
    fc.assert(
      fc.property(spans, (drawn) => {
        const mentions = drawn.map(mention).sort((a, b) => a.start - b.start);
        const turn = { start: 10, end: 50 };
        const pieces = piecesOf(turn, mentions);
        expect(pieces[0]?.start).toBe(10);
        expect(pieces.at(-1)?.end).toBe(50);
        for (const [i, piece] of pieces.entries()) {
          expect(piece.end).toBeGreaterThan(piece.start);
          if (i > 0) expect(piece.start).toBe(pieces[i - 1]?.end);
          for (const one of mentions)
            expect(piece.over.includes(one)).toBe(one.start < piece.end && one.end > piece.start);
        }
      }),
    );
  });
  it("finds the words nearest to where they were selected", () => {
    expect(placeOf("line one, line two", "line", 12)).toEqual({ start: 10, end: 14 });
    expect(placeOf("line one, line two", "line", 0)).toEqual({ start: 0, end: 4 });
    expect(placeOf("line one", "none", 0)).toBeUndefined();
  });
});

describe("the network", () => {
  const ids = Array.from({ length: 30 }, (_, i) => `c${i}`);
  const ties = ids.slice(1).map((id, i) => ({ a: ids[i % 5] ?? "", b: id, weight: 1 + (i % 4) }));
  it("is the same picture each time, within its frame, no node on another", () => {
    const laid = layOut(ids, ties, { width: 900, height: 600 });
    expect(laid).toEqual(layOut(ids, ties, { width: 900, height: 600 }));
    for (const { x, y } of laid) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(900);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(600);
    }
    expect(new Set(laid.map(({ x, y }) => `${x} ${y}`)).size).toBe(30);
  });
  it("names two nodes beside each other without writing one name over the other", () => {
    const [a, b] = [
      { id: "a", name: "Robbery and acquisitive crime", x: 300, y: 100, radius: 9 },
      { id: "b", name: "Perpetrators", x: 370, y: 102, radius: 8 },
    ];
    const places = placeLabels([a, b]);
    expect(places).toEqual(placeLabels([b, a]));
    expect(places.get("a")).toEqual({ x: 300, y: 88, anchor: "middle" });
    expect(places.get("b")?.y).toBe(123);
  });
});
