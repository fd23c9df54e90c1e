import type { Problem } from "../model/index.js";

/** A problem of this stage; place and severity default to the whole document and warning. */
export function problem(
  rule: string,
  message: string,
  wayOut: string,
  more: { severity?: Problem["severity"]; place?: string } = {},
): Problem {
  return {
    rule: `ingest/${rule}`,
    review: "",
    document: "",
    place: more.place ?? "",
    severity: more.severity ?? "warning",
    message,
    wayOut,
  };
}

/**
 * Thrown inside a reader when nothing of the document can be used; `parse` turns it into its one problem of severity
 * error. It never leaves this folder.
 */
export class Unreadable extends Error {
  readonly problem: Problem;
  constructor(rule: string, message: string, wayOut: string) {
    super(message);
    this.name = "Unreadable";
    this.problem = problem(rule, message, wayOut, { severity: "error" });
  }
}
