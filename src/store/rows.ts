import type { Problem, ReviewResult, StoredText } from "../model/index.js";
import type { TableName } from "./columns.js";
import type { Row } from "./parquet.js";

/** The rows of one review, table by table, in published order. The reverse is {@link reviewsFrom}. */
export function rowsOf(result: ReviewResult): { review: string; tables: Record<TableName, readonly Row[]> } {
  const review = result.meta.id;
  const texts = new Map(result.texts.map((text) => [text.document, text]));
  const layer = (rows: (text: StoredText) => Row[]): Row[] => result.texts.flatMap(rows);
  return {
    review,
    tables: {
      reviews: [
        { review, area: result.meta.area, date: result.meta.date, meta: result.meta, saturation: result.saturation },
      ],
      documents: result.documents.map((document) => ({ ...document, text: texts.get(document.document)?.text })),
      sessions: result.sessions,
      turns: layer(({ document, turns }) => turns.map((turn, index) => ({ ...turn, review, document, turn: index }))),
      blocks: layer(({ document, blocks }) => blocks.map((one, index) => ({ ...one, review, document, block: index }))),
      sentences: layer(({ document, text, sentences }) =>
        sentences.map((sentence, index) => ({
          ...sentence,
          review,
          document,
          sentence: index,
          text: text.slice(sentence.start, sentence.end),
        })),
      ),
      mentions: result.mentions,
      overruled: layer(({ document, overruled }) => overruled.map((one) => ({ ...one, review, document }))),
      stances: result.stances,
      verdicts: result.verdicts,
      findings: result.findings,
      answers: result.answers,
      lines: result.lines,
      corroboration: result.corroborations,
      names: result.names,
      problems: result.problems,
    },
  };
}

/** Puts reviews together from the rows of their tables, and the problems that belong to none. */
export function reviewsFrom(tables: Record<TableName, Row[]>): { reviews: ReviewResult[]; problems: Problem[] } {
  const grouped = Object.fromEntries(
    Object.entries(tables).map(([table, rows]) => [table, groupBy(rows, "review")]),
  ) as Record<TableName, Map<string, Row[]>>;
  const reviews = tables.reviews.map((row) => {
    const review = row.review as string;
    const of = (table: TableName): Row[] => grouped[table].get(review) ?? [];
    const layers = new Map(
      (["turns", "blocks", "sentences", "overruled"] as const).map((table) => [table, groupBy(of(table), "document")]),
    );
    const layer = (
      table: "turns" | "blocks" | "sentences" | "overruled",
      document: string,
      own: readonly string[],
    ): Row[] => (layers.get(table)?.get(document) ?? []).map((of) => omit(of, ["review", "document", ...own]));
    return {
      meta: row.meta,
      saturation: row.saturation,
      documents: of("documents").map((document) => omit(document, ["text"])),
      texts: of("documents")
        .filter((document) => document.text !== undefined)
        .map(({ document, text }) => ({
          document,
          text,
          turns: layer("turns", document as string, ["turn"]),
          blocks: layer("blocks", document as string, ["block"]),
          sentences: layer("sentences", document as string, ["sentence", "text"]),
          overruled: layer("overruled", document as string, []),
        })),
      sessions: of("sessions"),
      mentions: of("mentions"),
      stances: of("stances"),
      verdicts: of("verdicts"),
      findings: of("findings"),
      answers: of("answers"),
      lines: of("lines"),
      corroborations: of("corroboration"),
      names: of("names"),
      problems: of("problems"),
    } as unknown as ReviewResult;
  });
  return { reviews, problems: (grouped.problems.get("") ?? []) as unknown as Problem[] };
}

function omit(row: Row, fields: readonly string[]): Row {
  return Object.fromEntries(Object.entries(row).filter(([field]) => !fields.includes(field)));
}

function groupBy(rows: readonly Row[], field: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = row[field] as string;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
