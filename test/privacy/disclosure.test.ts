import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Counted,
  loadTellingWords,
  printCount,
  protectTable,
  rareQuotes,
  type Shown,
  shownCount,
} from "../../src/privacy/index.js";

/** Sessions of a review, one id each: `sessions(2, "york")` is york1, york2. */
const sessions = (count: number, name = "s"): string[] => Array.from({ length: count }, (_, i) => `${name}${i + 1}`);

/** A table of counts of sessions, in which every session is counted in one cell only. */
function tableOf(numbers: readonly (readonly number[])[]): Counted[][] {
  return numbers.map((row, r) => row.map((value, c) => ({ value, units: sessions(value, `r${r}c${c}.`) })));
}

/** Checks a table of disjoint counts: `5 2? | 7` shows 5 and 7 and holds back 2; totals stand behind the bar and in the last line. */
function checkTable(written: string, threshold = 3): void {
  const lines = written.trim().split("\n");
  const below = lines.findIndex((line) => line.includes("---"));
  const parse = (line: string): string[][] => line.split("|").map((part) => part.trim().split(/\s+/).filter(Boolean));
  const body = (below < 0 ? lines : lines.slice(0, below)).map(parse);
  const number = (cell: string): number => Number.parseInt(cell, 10);
  const shown = (cell: string): string => (cell.endsWith("?") ? "?" : cell);
  const table = protectTable(
    {
      cells: tableOf(body.map(([row = []]) => row.map(number))),
      rowTotals: written.includes("|"),
      columnTotals: below >= 0,
    },
    threshold,
  );
  const print = (value: Shown): string => (value === undefined ? "?" : String(value));
  expect(table.cells.map((row) => row.map(print))).toEqual(body.map(([row = []]) => row.map(shown)));
  if (written.includes("|")) expect(table.rowTotals.map(print)).toEqual(body.map(([, total = []]) => shown(total[0]!)));
  if (below >= 0) {
    const [columns = [], all = []] = parse(lines[below + 1]!);
    expect(table.columnTotals.map(print)).toEqual(columns.map(shown));
    if (all.length) expect(print(table.total)).toBe(shown(all[0]!));
  }
}

describe("a count that stands alone", () => {
  it.each<[string, Counted, string]>([
    ["rests on three sessions", { value: 3, units: sessions(3) }, "3"],
    ["rests on two sessions", { value: 2, units: sessions(2) }, "[c]"],
    ["is large, of one session", { value: 40, units: ["a"] }, "[c]"],
    ["names one session three times", { value: 3, units: ["a", "a", "a"] }, "[c]"],
    ["is nought", { value: 0, units: [] }, "0"],
  ])("that %s", (_name, count, printed) => {
    expect(printCount(shownCount(count, 3))).toBe(printed);
  });

  it("is shown whatever it rests on where the threshold is 1", () => {
    expect(shownCount({ value: 9, units: ["a"] }, 1)).toBe(9);
  });
});

describe("a table", () => {
  it.each<[string, string]>([
    ["without totals hides small counts alone", "5 2? 4\n1? 0 9"],
    ["with nothing small stays whole", "5 4 | 9\n3 6 | 9\n---\n8 10 | 18"],
    ["with row totals hides a second number of the row, the least", "5 2? 4? | 11\n6 7 8 | 21"],
    ["hides two small counts whose sum is small with a third", "1? 1? 5? 9 | 16"],
    ["leaves two small counts alone whose sum is not", "2? 2? 9 | 13"],
    ["shows noughts, and hides a total that is its only count", "0 2? 0 | 2?\n4 5 6 | 15"],
    ["with all totals hides a square", "2? 5? 9 | 16\n8? 4? 7 | 19\n9 9 9 | 27\n---\n19 18 25 | 62"],
    ["hides the square that costs least", "2? 9 5? | 16\n9 4 7 | 20\n6? 9 5? | 20\n---\n17 22 17 | 56"],
    ["joined at one cell of two squares", "1? 9 8? | 18\n7? 1? 9 | 17\n9 7? 1? | 17\n---\n17 17 18 | 52"],
    ["of three ones with sum three is hidden further, for each can only be one", "1? 1? 1? 4? | 7"],
  ])("%s", (_name, written) => checkTable(written));

  it("counts what it hid, and why", () => {
    const { small, complementary } = protectTable(
      { cells: tableOf([[5, 2, 4]]), rowTotals: true, columnTotals: false },
      3,
    );
    expect({ small, complementary }).toEqual({ small: 1, complementary: 1 });
  });

  it("does not trust one session that speaks in two cells to be two", () => {
    const cell = (value: number, ...units: string[]): Counted => ({ value, units });
    const cells = [[cell(2, "a", "b"), cell(2, "a", "b"), cell(9, ...sessions(9))]];
    expect(protectTable({ cells, rowTotals: true, columnTotals: false }, 3).cells).toEqual([
      [undefined, undefined, undefined],
    ]);
  });

  it("refuses rows of different length", () => {
    expect(() => protectTable({ cells: tableOf([[1], [1, 2]]), rowTotals: true, columnTotals: true }, 3)).toThrow(
      RangeError,
    );
  });
});

/** All ways to fill the hidden numbers of a small table so that its shown sums hold, hidden ones from 1 to `most`. */
function possibleTables(numbers: readonly (readonly number[])[], shown: ReturnType<typeof protectTable>, most: number) {
  const hidden = shown.cells.flatMap((row, r) =>
    row.flatMap((cell, c) => (cell === undefined ? [[r, c] as const] : [])),
  );
  const found: number[][][] = [];
  const fill = (at: number, table: number[][]): void => {
    const place = hidden[at];
    if (place) {
      for (let value = 1; value <= most; value++) {
        table[place[0]]![place[1]] = value;
        fill(at + 1, table);
      }
      return;
    }
    const sums = (lines: number[][]): number[] => lines.map((line) => line.reduce((a, b) => a + b, 0));
    const columns = (table[0] ?? []).map((_, c) => table.map((row) => row[c]!));
    const agrees = (sum: number[], told: Shown[]): boolean =>
      told.every((one, i) => (one === undefined ? sum[i]! > 0 : one === sum[i]));
    const total = table.flat().reduce((a, b) => a + b, 0);
    const totalAgrees = shown.total === undefined ? true : shown.total === total;
    if (agrees(sums(table), shown.rowTotals) && agrees(sums(columns), shown.columnTotals) && totalAgrees)
      found.push(table.map((row) => [...row]));
  };
  fill(
    0,
    numbers.map((row) => [...row]),
  );
  return { hidden, found };
}

describe("what a table holds back", () => {
  it("could always be another number, by trying all", () => {
    const numbers = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })).chain(([rows, columns]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
    fc.assert(
      fc.property(numbers, fc.boolean(), fc.boolean(), (table, rowTotals, columnTotals) => {
        const shown = protectTable({ cells: tableOf(table), rowTotals, columnTotals }, 3);
        for (const [r, row] of table.entries())
          for (const [c, value] of row.entries())
            if (value === 1 || value === 2) expect(shown.cells[r]![c]).toBeUndefined();
        const { hidden, found } = possibleTables(table, shown, hiddenTotals(shown) ? 7 : 6);
        for (const [r, c] of hidden) expect(new Set(found.map((one) => one[r]![c])).size).toBeGreaterThan(1);
      }),
      { numRuns: process.env.TRIANGULUM_LONG ? 400 : 40 },
    );
  });
});

const hiddenTotals = (table: ReturnType<typeof protectTable>): boolean =>
  [...table.rowTotals, ...table.columnTotals].includes(undefined);

const LEXICON = new URL("../../lexicons", import.meta.url).pathname;

describe("quotes with a rare combination", () => {
  const words = { ...loadTellingWords(LEXICON), places: ["York", "Tang Hall", "Hull"] };
  const flagged = (...texts: string[]): string[] =>
    rareQuotes(
      texts.map((text, i) => ({ id: `m${i}`, session: `s${i}`, text })),
      words,
      3,
    ).map(({ id, place, role, event }) => `${id}: ${place}, ${role}, ${event}`);

  it.each<[string, string, string[]]>([
    [
      "place, role and event",
      "A head teacher in Tang Hall was stabbed outside the gates.",
      ["m0: Tang Hall, head teacher, stabbed"],
    ],
    ["plural and possessive", "Two midwives' cars… the GP's house in York was raided.", ["m0: York, GP, raided"]],
    ["any case", "THE VICAR OF HULL WAS ARRESTED", ["m0: Hull, vicar, arrested"]],
    ["no place", "A head teacher was stabbed outside the gates.", []],
    ["no event", "Every head teacher in York has signed up to the protocol.", []],
    ["no role", "Somebody was stabbed in York.", []],
    ["a word inside another", "Yorkshire has its share of managers who were shotgun certificate holders.", []],
  ])("%s", (_name, text, expected) => {
    expect(flagged(text)).toEqual(expected);
  });

  it("are not rare where three sessions say the same", () => {
    const said = "A taxi driver in York was robbed.";
    expect(flagged(said, said)).toEqual(["m0: York, taxi driver, robbed", "m1: York, taxi driver, robbed"]);
    expect(flagged(said, said, said)).toEqual([]);
  });

  it("are rare where one session says it three times", () => {
    const text = "A taxi driver in York was robbed.";
    const quotes = ["a", "b", "c"].map((id) => ({ id, session: "same", text }));
    expect(rareQuotes(quotes, words, 3).map(({ id, sessions }) => [id, sessions])).toEqual([
      ["a", 1],
      ["b", 1],
      ["c", 1],
    ]);
  });

  it("say which list is missing", () => {
    expect(() => loadTellingWords("/nowhere")).toThrow(/roles\.txt: cannot be read \(ENOENT\)/);
  });
});
