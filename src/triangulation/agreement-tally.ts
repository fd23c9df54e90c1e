import { FACET_VALUES } from "../model/index.js";
import { alphaOfConfusion, f1, type Hits, kappa, macroF1, precision, recall } from "../statistics/index.js";
import {
  COMPARED_FACETS,
  type ComparedFacet,
  type HumanRow,
  type HumanSentence,
  type MachineMention,
} from "./coding-rows.js";

/** What both said of one sentence: for each code, the facets of whoever gave it. */
export interface Unit {
  readonly human: ReadonlyMap<string, HumanRow>;
  readonly machine: ReadonlyMap<string, MachineMention>;
  readonly sentence: HumanSentence;
}

/** Rows as numbers, so that a thousand samples can be counted quickly. */
export class Tally {
  /** For every unit: code and whether the row is right, extra or missed. */
  readonly #rows: [number, keyof Hits][][];
  /** For every unit: facet, the person's value, the machine's value. */
  readonly #facets: [number, number, number][][];
  readonly #codes: number;

  constructor(units: readonly Unit[], codes: readonly string[]) {
    this.#codes = codes.length;
    this.#rows = units.map(({ human, machine }) =>
      codes.flatMap((code, i): [number, keyof Hits][] => {
        if (human.has(code)) return [[i, machine.has(code) ? "right" : "missed"]];
        return machine.has(code) ? [[i, "extra"]] : [];
      }),
    );
    this.#facets = units.map(({ human, machine }) =>
      [...human].flatMap(([code, row]) => {
        const mention = machine.get(code);
        return mention === undefined
          ? []
          : COMPARED_FACETS.map((facet, i): [number, number, number] => [
              i,
              indexOfValue(facet, row[facet]),
              indexOfValue(facet, mention[facet]),
            ]);
      }),
    );
  }

  count(sample: Readonly<Uint32Array>): Counted {
    const hits = Array.from(
      { length: this.#codes },
      (): Record<keyof Hits, number> => ({ right: 0, extra: 0, missed: 0 }),
    );
    const confusions = COMPARED_FACETS.map((facet) => FACET_VALUES[facet].map(() => FACET_VALUES[facet].map(() => 0)));
    let sentences = 0;
    for (const [unit, times] of sample.entries()) {
      if (times === 0) continue;
      sentences += times;
      for (const [code, kind] of this.#rows[unit] ?? []) hits[code]![kind] += times;
      for (const [facet, row, column] of this.#facets[unit] ?? []) confusions[facet]![row]![column]! += times;
    }
    return new Counted(sentences, hits, confusions);
  }
}

/** One sample, counted. */
export class Counted {
  constructor(
    readonly sentences: number,
    readonly hits: readonly Hits[],
    readonly confusions: readonly number[][][],
  ) {}

  overall(): Hits {
    const sum = (kind: keyof Hits) => this.hits.reduce((total, hits) => total + hits[kind], 0);
    return { right: sum("right"), extra: sum("extra"), missed: sum("missed") };
  }

  /** Those of all rows together. */
  overallFigures(): (number | undefined)[] {
    return codeFigures(this.overall(), this.sentences * this.hits.length);
  }

  /** All figures in the order in which `agreement` takes them. */
  figures(): (number | undefined)[] {
    return [
      ...this.overallFigures(),
      macroF1(this.hits),
      ...this.hits.flatMap((hits) => codeFigures(hits, this.sentences)),
      ...this.confusions.flatMap(facetFigures),
    ];
  }
}

function codeFigures(hits: Hits, units: number): (number | undefined)[] {
  const { right, extra, missed } = hits;
  const neither = units - right - extra - missed;
  const confusion = [
    [right, missed],
    [extra, neither],
  ];
  const prevalence = units === 0 ? undefined : (right + missed) / units;
  return [precision(hits), recall(hits), f1(hits), kappa(confusion), alphaOfConfusion(confusion), prevalence];
}

/** Rows: the person's value; columns: the machine's; the default comes first. */
function facetFigures(confusion: readonly (readonly number[])[]): (number | undefined)[] {
  const rows = confusion.map((row) => sum(row));
  const columns = confusion.map((_, j) => sum(confusion.map((row) => row[j] as number)));
  const total = sum(rows);
  const right = confusion.map((row, i) => row[i] as number);
  const hits = right.map((count, i) => ({
    right: count,
    extra: (columns[i] as number) - count,
    missed: (rows[i] as number) - count,
  }));
  return [
    total === 0 ? undefined : sum(right) / total,
    kappa(confusion),
    alphaOfConfusion(confusion),
    macroF1(hits.slice(1)),
  ];
}

function indexOfValue(facet: ComparedFacet, value: string): number {
  return (FACET_VALUES[facet] as readonly string[]).indexOf(value);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
