import type { Disagreement } from "../triangulation/index.js";
import { csv, figure, items, text } from "./csv.js";

/** A disagreement with its document's path, masked where it names a person; empty where one file was coded by itself. */
export type DisagreementRow = Omit<Disagreement, "document"> & { readonly document: string };

const COLUMNS = [
  text<DisagreementRow>("session", ({ session }) => session),
  text<DisagreementRow>("document", ({ document }) => document),
  figure<DisagreementRow>("line", ({ line }) => line),
  text<DisagreementRow>("sentence", ({ sentence }) => sentence),
  text<DisagreementRow>("code", ({ code }) => code),
  text<DisagreementRow>("facet", ({ facet }) => facet),
  text<DisagreementRow>("machine", ({ machine }) => machine),
  text<DisagreementRow>("human", ({ human }) => human),
  items<DisagreementRow>("decided_by", ({ decidedBy }) => decidedBy),
  text<DisagreementRow>("reading", () => ""),
];

/** Disagreements as CSV, in the order given; `reading` is left to whoever reads them: machine wrong, human wrong, open. */
export function disagreementsSheet(rows: Iterable<DisagreementRow>): Iterable<string> {
  return csv(COLUMNS, rows, false);
}
