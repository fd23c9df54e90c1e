import type {
  Correction,
  CorrectionList,
  CorrectionView,
  Doubt,
  KeptAgreement,
  Mention,
  StoredText,
} from "../model/index.js";
import { byCodeUnits, groupBy, keyOf } from "./order.js";

/** A run as far as corrections are held against it. */
export interface CorrectedRun {
  /** Mentions by id. */
  readonly mentions: ReadonlyMap<string, Mention>;
  text(review: string, document: string): StoredText | undefined;
  /** Mentions of one document. */
  mentionsIn(review: string, document: string): readonly Mention[];
}

/** Of several corrections on one mention, or on one missing place, the last; in the order of the log. */
export function standingCorrections(corrections: readonly Correction[]): Correction[] {
  const last = new Map<string, Correction>();
  for (const correction of corrections) {
    const { mention, review, document, code, start, end } = correction;
    const key = mention === "" ? keyOf(review, document, code, `${start} ${end}`) : keyOf(mention);
    last.delete(key);
    last.set(key, correction);
  }
  return [...last.values()];
}

/** Corrections as an analyst lists them, newest first, and the precision of each term by those that still stand in the run. */
export function correctionList(corrections: readonly Correction[], run: CorrectedRun): CorrectionList {
  const shown = standingCorrections(corrections).map((one): CorrectionView => {
    const { start: _start, end: _end, ...rest } = one;
    return { ...rest, gone: isGone(one, run) };
  });
  const counted = new Map<string, number>();
  for (const { code, term, evidence } of run.mentions.values())
    if (evidence) counted.set(keyOf(code, term), (counted.get(keyOf(code, term)) ?? 0) + 1);
  const judged = shown.filter(({ kind, gone }) => kind !== "missing" && !gone);
  const terms = [...groupBy(judged, ({ code, term }) => keyOf(code, term)).entries()].map(([key, of]) => {
    const wrong = of.filter(({ kind }) => kind === "wrong").length;
    const right = of.length - wrong;
    const { code, term } = of[0]!;
    return { code, term, mentions: counted.get(key) ?? 0, right, wrong, precision: right / (right + wrong) };
  });
  terms.sort((a, b) => byCodeUnits(a.code, b.code) || byCodeUnits(a.term, b.term));
  return { corrections: shown.reverse(), terms };
}

/** Whether what a correction was said of no longer stands: the mention is not there, or the words are not, or the machine finds them now. */
function isGone(correction: Correction, { mentions, text, mentionsIn }: CorrectedRun): boolean {
  if (correction.kind !== "missing") return !mentions.has(correction.mention);
  const { review, document, code, start, end } = correction;
  const stored = text(review, document);
  if (stored === undefined || stored.text.slice(start, end) !== correction.text) return true;
  return mentionsIn(review, document).some((one) => one.code === code && one.start < end && start < one.end);
}

/** Fewest judged mentions of a code, or hand-coded rows, that say anything; and the share under which its terms are called weak. */
export const [FEWEST, WEAK] = [3, 0.7];

/**
 * Codes whose terms are known to be weak: by what analysts said of their mentions, and by hand coding. Silence on a code is no praise: a code
 * that nobody judged is not listed.
 */
export function doubtsOf(list: CorrectionList, agreement: KeptAgreement["codes"]): Doubt[] {
  const doubts: Doubt[] = [];
  const standing = list.corrections.filter(({ gone }) => !gone);
  for (const [code, of] of groupBy(standing, (one) => one.code)) {
    const missing = of.filter(({ kind }) => kind === "missing").length;
    const wrong = of.filter(({ kind }) => kind === "wrong").length;
    const rows = of.length - missing;
    const precision = rows === 0 ? undefined : (rows - wrong) / rows;
    if (!(rows >= FEWEST && precision! < WEAK) && missing < FEWEST) continue;
    const says = [
      ...(rows > 0 ? [`${wrong} of ${rows} mentions that analysts looked at are wrong`] : []),
      ...(missing > 0 ? [`${missing} more were marked as missing`] : []),
    ].join("; ");
    doubts.push({ code, source: "corrections", precision, rows, says: `${says[0]!.toUpperCase()}${says.slice(1)}.` });
  }
  for (const { code, human, machine, precision, recall } of agreement) {
    const weak = (value: number | undefined, rows: number): boolean =>
      value !== undefined && rows >= FEWEST && value < WEAK;
    if (!weak(precision, machine) && !weak(recall, human)) continue;
    const share = (value: number | undefined): string => (value === undefined ? "not known" : value.toFixed(2));
    doubts.push({
      ...{ code, source: "agreement", precision, recall, rows: human },
      says: `Against ${human} mentions coded by hand, precision is ${share(precision)} and recall ${share(recall)}.`,
    });
  }
  return doubts.sort((a, b) => byCodeUnits(a.code, b.code) || byCodeUnits(a.source, b.source));
}
