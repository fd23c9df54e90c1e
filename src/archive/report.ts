import type { Problem } from "../model/index.js";

/** A problem before it is known which review it belongs to; review and document are filled in by the caller. */
export interface Remark {
  rule: `archive/${string}`;
  severity: Problem["severity"];
  /** Line, column or key; empty for the whole file. */
  place?: string;
  message: string;
  wayOut: string;
  /** Overrides the document of the reporter. */
  document?: string;
}

/** Notes one problem. */
export type Report = (remark: Remark) => void;

/**
 * A reporter that adds to `problems`, for one document (path under its review, or empty). The review is stamped when its id is known:
 * an id may come from the very file that has a problem.
 */
export function reporter(problems: Problem[], document = ""): Report {
  return (remark) => problems.push({ review: "", place: "", document, ...remark });
}

/** A value as it may stand in a message: one line, no control characters, at most 60 UTF-16 units. */
export function quoted(value: string): string {
  const line = value.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu, " ").trim();
  return line.length > 60 ? `"${line.slice(0, 59)}…"` : `"${line}"`;
}
