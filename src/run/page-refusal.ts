import type { FindingDetail, Refusal } from "../model/index.js";

/** Why a page's request cannot be answered, in words for a person: what the server hands on as it is. */
export class PageRefusal extends Error {
  readonly kind: Refusal["error"]["kind"];
  readonly wayOut: string;
  /** With `stale`: the finding as it stands now. */
  readonly current: FindingDetail | undefined;
  constructor(kind: Refusal["error"]["kind"], message: string, wayOut: string, current?: FindingDetail) {
    super(message);
    this.name = "PageRefusal";
    this.kind = kind;
    this.wayOut = wayOut;
    this.current = current;
  }
}

/** What is asked for is not in the run that is shown. */
export function notInRun(what: string): PageRefusal {
  return new PageRefusal(
    "not-found",
    `The run holds no ${what}.`,
    "Load the page again: another run may be shown now.",
  );
}
