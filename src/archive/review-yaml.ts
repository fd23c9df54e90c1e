import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import type { ReviewMeta } from "../model/index.js";
import { codesOf, dateOf, listOf } from "./cells.js";
import { plainHeader } from "./columns.js";
import { decode } from "./decode.js";
import { quoted, type Report } from "./report.js";

/** A scalar as text: `id: 2019` is a number to YAML and an id to its writer. */
const Scalar = z.union([z.string(), z.number(), z.boolean()]).transform((value) => String(value).trim());
const List = z.union([z.array(Scalar), Scalar.transform((text) => listOf(text.replaceAll(",", ";")))]);

/** The keys of review.yaml. Spelling is free in case and in hyphens, spaces and underscores. */
const KEYS = {
  id: Scalar,
  area: Scalar,
  date: Scalar,
  title: Scalar,
  cohort: Scalar,
  region: Scalar,
  topic_guide: List,
} as const;
const ALLOWED = Object.keys(KEYS).join(", ");

/** What review.yaml says; what it does not say is left out. */
export type SaidOfReview = Partial<ReviewMeta>;

/**
 * Reads review.yaml. A file that is no YAML map is ignored with a problem; an unknown key or a value of the wrong kind costs that key alone.
 * Codes the lexicon does not have are dropped from the topic guide.
 */
export function readReviewYaml(bytes: Uint8Array, known: ReadonlySet<string>, report: Report): SaidOfReview {
  const lines = new LineCounter();
  const document = parseDocument(decode(bytes).text, { lineCounter: lines, prettyErrors: false });
  const ignored = (line: number | undefined, found: string) =>
    report({
      rule: "archive/bad-yaml",
      severity: "error",
      place: line === undefined ? "" : `line ${line}`,
      message: `The file is ignored: ${found}. Expected lines of "key: value" with the keys ${ALLOWED}.`,
      wayOut: "Correct the line, or delete the file and write a draft of it with triangulum init.",
    });
  const [error] = document.errors;
  if (error) {
    ignored(
      lines.linePos(error.pos[0]).line,
      `it is not valid YAML (${error.code.toLowerCase().replaceAll("_", " ")})`,
    );
    return {};
  }
  let value: unknown;
  try {
    value = document.toJS();
  } catch {
    ignored(undefined, "its references grow without bound");
    return {};
  }
  if (value === null || value === undefined) return {};
  if (typeof value !== "object" || Array.isArray(value)) {
    ignored(1, "it holds no keys");
    return {};
  }
  return readKeys(value, known, report);
}

function readKeys(value: object, known: ReadonlySet<string>, report: Report): SaidOfReview {
  const said: SaidOfReview = {};
  for (const [written, content] of Object.entries(value)) {
    const key = plainHeader(written).replaceAll(" ", "_");
    if (!Object.hasOwn(KEYS, key)) {
      report({
        rule: "archive/unknown-key",
        severity: "warning",
        place: written,
        message: `The key ${quoted(written)} is not known and not read. Known are ${ALLOWED}.`,
        wayOut: "Correct its spelling or take it out.",
      });
      continue;
    }
    if (content === null || content === "") continue;
    const parsed = KEYS[key as keyof typeof KEYS].safeParse(content);
    if (!parsed.success) {
      report({
        rule: "archive/bad-value",
        severity: "warning",
        place: written,
        message: `Found ${Array.isArray(content) ? "a list" : "a group of keys"}, expected ${key === "topic_guide" ? "a list of codes" : "one line of text"}.`,
        wayOut: `Write ${key}: and the value on the same line.`,
      });
      continue;
    }
    const data = parsed.data;
    if (key === "topic_guide") said.topicGuide = codesOf(data as string[], known, written, report);
    else if (key === "date") {
      const date = dateOf(data as string, written, report);
      if (date !== undefined) said.date = date;
    } else said[key as "id" | "area" | "title" | "cohort" | "region"] = data as string;
  }
  return said;
}
