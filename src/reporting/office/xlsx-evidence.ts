import type { Concept, Mention, ReviewResult } from "../../model/index.js";
import { byText, codeOrder } from "../order.js";
import { plainCell, quoteCell } from "./xlsx-looks.js";
import type { Sheet } from "./xlsx-workbook.js";
import { sheetRange } from "./xlsx-xml.js";

/** Most rows of evidence in one workbook; mentions.csv holds them all. */
const MOST_ROWS = 200_000;
export const EVIDENCE = "Evidence";

type Column = readonly [head: string, width: number, value: (mention: Mention) => string | number, wrap?: boolean];

/** The evidence of a review as one sheet: rows by code, session and place, and where the first of a code and session stands. */
export function evidenceSheet(review: ReviewResult, concepts: readonly Concept[], labels: ReadonlyMap<string, string>) {
  const place = codeOrder({ concepts });
  const codes = new Map(concepts.map((concept) => [concept.id, concept.prefLabel]));
  const all = review.mentions.filter((mention) => mention.evidence);
  all.sort(
    (a, b) =>
      place(a.code) - place(b.code) ||
      byText(a.code, b.code) ||
      byText(a.session, b.session) ||
      byText(a.document, b.document) ||
      a.start - b.start ||
      byText(a.id, b.id),
  );
  const rows = all.length > MOST_ROWS ? all.slice(0, MOST_ROWS) : all;
  const columns: readonly Column[] = [
    ["Code", 24, ({ code }) => codes.get(code) ?? code, true],
    ["Session", 28, ({ session }) => labels.get(session) ?? session, true],
    ["Quote", 80, ({ quote }) => quote, true],
    ["Words", 20, ({ text }) => text, true],
    ["Assertion", 12, ({ assertion }) => assertion],
    ["When", 10, ({ temporality }) => temporality],
    ["Where", 10, ({ locus }) => locus],
    ["Trend", 10, ({ trend }) => trend],
    ["Appraisal", 10, ({ appraisal }) => appraisal],
    ["Source", 10, ({ evidentiality }) => evidentiality],
    ["Support", 10, ({ support }) => support],
    ["Prompted", 9, ({ prompted }) => prompted],
    ["Speaker", 16, ({ speaker }) => speaker, true],
    ["Time", 9, ({ time }) => time],
    ["Document", 28, ({ document }) => document, true],
    ["Turn", 7, ({ turn }) => turn],
    ["code id", 26, ({ code }) => code],
    ["session id", 26, ({ session }) => session],
    ["mention", 20, ({ id }) => id],
  ];
  const first = new Map<string, number>();
  for (const [i, { code, session }] of rows.entries()) {
    const key = JSON.stringify([code, session]);
    if (!first.has(key)) first.set(key, i + 2);
  }
  const sheet: Sheet = {
    name: EVIDENCE,
    tab: "#56646f",
    columns: columns.map(([, width]) => ({ width })),
    frozen: { rows: 1, columns: 2 },
    filtered: true,
    rows: (function* () {
      yield { cells: columns.map(([head]) => plainCell(head, "head")), height: 20 };
      for (const mention of rows) {
        yield { cells: columns.map(([, , value, wrap]) => quoteCell(value(mention), wrap === true)) };
      }
    })(),
  };
  return {
    sheet,
    rows: rows.length,
    left: all.length - rows.length,
    /** Where the first evidence of a code in a session stands. */
    first(code: string, session: string): string | undefined {
      const row = first.get(JSON.stringify([code, session]));
      return row === undefined ? undefined : sheetRange(EVIDENCE, `A${row}`);
    },
  };
}
