import type { Correction, Mention, StoredText } from "../model/index.js";
import { type Column, csv, figure, text } from "./csv.js";
import { byText } from "./order.js";

/** A sentence that an analyst corrected, and one of the codes that it carries then; no code where it carries none. */
interface Row {
  readonly correction: Correction;
  readonly line: number;
  readonly code: string;
  readonly trigger: string;
  readonly mention?: Mention;
}

const facet = (name: "assertion" | "trend" | "appraisal" | "locus" | "support"): Column<Row> =>
  text(name, ({ mention }) => mention?.[name] ?? "");

const COLUMNS: readonly Column<Row>[] = [
  text("session", ({ correction }) => correction.session),
  figure("line", ({ line }) => line),
  text("sentence", ({ correction }) => correction.quote.replace(/\s+/g, " ")),
  text("code", ({ code }) => code),
  text("trigger", ({ trigger }) => trigger),
  facet("assertion"),
  facet("trend"),
  facet("appraisal"),
  facet("locus"),
  facet("support"),
  text("document", ({ correction }) => `${correction.review}/${correction.document}`),
  text("correction", ({ correction }) => correction.kind),
  text("by", ({ correction }) => correction.by),
  text("at", ({ correction }) => correction.at),
  text("note", ({ correction }) => correction.note),
];

/** What the rows of {@link correctionsSheet} are looked up in. */
export interface CorrectedTexts {
  text(review: string, document: string): StoredText | undefined;
  mentionsIn(review: string, document: string): readonly Mention[];
}

/**
 * Corrected sentences as a coding sheet, in the form in which `agree` reads hand coding: each carries the codes that the machine found in it,
 * without those that are wrong and with those that were missing. What an analyst left standing beside a correction is taken as right, and
 * its facets are the machine's. The last columns say what was corrected. Corrections whose text is no longer in the run are left out.
 *
 * @param standing the last correction on each mention and place.
 */
export function correctionsSheet(standing: readonly Correction[], run: CorrectedTexts): Iterable<string> {
  const sentences = new Map<string, { own: Correction[]; stored: StoredText; index: number }>();
  for (const correction of standing) {
    const { review, document, start, end } = correction;
    const stored = run.text(review, document);
    if (stored === undefined || stored.text.slice(start, end) !== correction.text) continue;
    const index = stored.sentences.findIndex((one) => one.start <= start && end <= one.end);
    if (index < 0) continue;
    const key = `${review}/${document} ${String(index).padStart(9, "0")}`;
    const held = sentences.get(key);
    if (held) held.own.push(correction);
    else sentences.set(key, { own: [correction], stored, index });
  }
  const rows = [...sentences].sort(([a], [b]) => byText(a, b)).flatMap(([, one]) => rowsOf(one, run));
  return csv(COLUMNS, rows, false);
}

function rowsOf(
  { own, stored, index }: { own: readonly Correction[]; stored: StoredText; index: number },
  run: CorrectedTexts,
): Row[] {
  const first = own[0]!;
  const sentence = stored.sentences[index]!;
  const line = stored.text.slice(0, sentence.start).split("\n").length;
  const corrected = new Map(own.map((one) => [one.mention, one]));
  const rows: Row[] = [];
  for (const mention of run.mentionsIn(first.review, first.document)) {
    if (mention.sentence !== index) continue;
    const correction = corrected.get(mention.id);
    if (correction?.kind === "wrong") continue;
    rows.push({ correction: correction ?? first, line, code: mention.code, trigger: mention.text, mention });
  }
  for (const correction of own)
    if (correction.kind === "missing") rows.push({ correction, line, code: correction.code, trigger: correction.text });
  return rows.length > 0 ? rows : [{ correction: first, line, code: "", trigger: "" }];
}
