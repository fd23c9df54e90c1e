import type { Problem } from "../model/index.js";

const SEVERITY = { error: "error  ", warning: "warning", info: "note   " } as const;

/** Problems as lines: severity, place, what was found, and what can be done about it. */
export function worded(problems: readonly Problem[]): string {
  return problems
    .map(({ severity, review, document, place, message, wayOut }) => {
      const where = [[review, document].filter((part) => part !== "").join("/"), place]
        .filter((part) => part !== "")
        .join(", ");
      return `${SEVERITY[severity]}  ${where === "" ? "" : `${where}: `}${message} ${wayOut}\n`;
    })
    .join("");
}
