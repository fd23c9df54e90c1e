import { type Column, csv, figure, text } from "./csv.js";

/** A sentence for a person to code. */
export interface SheetSentence {
  /** `review/path` of the document. */
  readonly document: string;
  readonly session: string;
  /** Line of the stored text, from 1, at which it starts. */
  readonly line: number;
  readonly sentence: string;
}

const blank = (name: string): Column<SheetSentence> => text(name, () => "");

const COLUMNS: readonly Column<SheetSentence>[] = [
  text("session", ({ session }) => session),
  figure("line", ({ line }) => line),
  text("sentence", ({ sentence }) => sentence),
  ...["code", "trigger", "assertion", "trend", "appraisal", "locus", "support"].map(blank),
  text("document", ({ document }) => document),
];

/** A coding sheet as CSV: one row a sentence, with the columns of the coding left blank. */
export function codingSheet(sentences: Iterable<SheetSentence>): Iterable<string> {
  return csv(COLUMNS, sentences, false);
}
