import { isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { Stop } from "../model/index.js";
import { type Condition, type Rule, Rules } from "./rules.js";
import { slotNames } from "./template.js";

/** A fault in the rules file: where in it, as keys from the top, and what is wrong with the way out. */
export type Fault = { path: readonly PropertyKey[]; message: string };

/** Groups that every statement can speak of, besides those that its rule names. */
const GROUPS = ["for", "against", "uncertain", "silent"];
/** Groups that come with what a rule is about. */
export const BUILT_IN = { code: [], words: ["using"], line: ["saying", "denying", "unsure"] } as const;
/** What can be said of a group: the whole phrase, only its count, as short as may be, its sectors, those of them expected. */
export const GROUP_SLOTS = ["", ".count", ".some", ".sectors", ".expected"] as const;
const SLOTS = {
  code: [
    "area",
    "code",
    "course",
    "trend",
    "appraisal",
    "perceived",
    "data",
    "corroborating",
    "contradicting",
    "silentExpected",
  ],
  words: ["area", "code", "words"],
  line: ["area", "exporter", "importer", "sightings"],
} as const;

function groupsIn(
  condition: Condition | undefined,
  at: readonly PropertyKey[],
): { group: string; path: PropertyKey[] }[] {
  if (condition === undefined) return [];
  const own = condition.group === undefined ? [] : [{ group: condition.group, path: [...at, "group"] }];
  return [
    ...own,
    ...(condition.all ?? []).flatMap((inner, i) => groupsIn(inner, [...at, "all", i])),
    ...(condition.any ?? []).flatMap((inner, i) => groupsIn(inner, [...at, "any", i])),
    ...groupsIn(condition.not, [...at, "not"]),
  ];
}

function faultsOf(rule: Rule, at: readonly PropertyKey[]): Fault[] {
  const faults: Fault[] = [];
  const groups: string[] = [...BUILT_IN[rule.about], ...Object.keys(rule.groups)];
  const fault = (path: readonly PropertyKey[], message: string) => faults.push({ path: [...at, ...path], message });

  if (rule.about === "code" && rule.when === undefined) fault([], "a rule about a code needs a condition: add `when`");
  if (rule.about !== "code" && rule.when !== undefined)
    fault(["when"], "only a rule about a code has a condition: take `when` away");
  if (rule.about === "words" && rule.divergence === undefined) fault([], "a rule about words needs `divergence`");
  if (rule.about === "line" && rule.codes.length === 0)
    fault([], "a rule about a line needs the `codes` it is filed under");

  const named = [
    ...rule.for.map((group, i) => ({ group, path: ["for", i] })),
    ...rule.against.map((group, i) => ({ group, path: ["against", i] })),
    ...groupsIn(rule.when, ["when"]),
  ];
  for (const { group, path } of named) {
    if (!groups.includes(group))
      fault(path, `no group \`${group}\`; the groups of this rule are ${groups.join(", ") || "none"}`);
  }
  const slots = [
    ...SLOTS[rule.about],
    ...[...GROUPS, ...groups].flatMap((group) => GROUP_SLOTS.map((suffix) => group + suffix)),
  ];
  const texts = [
    { text: rule.title, path: ["title"] },
    ...rule.statement.map((text, i) => ({ text, path: ["statement", i] })),
  ];
  for (const { text, path } of texts) {
    const names = slotNames(text);
    if (names === undefined) fault(path, "a brace that belongs to no slot; a slot is {name} or {name:one|many}");
    for (const slot of names ?? []) {
      if (!slots.includes(slot)) fault(path, `no slot {${slot}}; there are ${slots.join(", ")}`);
    }
  }
  return faults;
}

/**
 * Reads the rules of findings and their wording.
 * Throws `Stop` (exit code 2) that lists every fault with file, line and way out, when the file is not as it should be.
 * @param path only for messages
 */
export function loadRules(text: string, path: string): Rules {
  return readRules(text, path, Rules, ({ rules }) => rules.flatMap((rule, i) => faultsOf(rule, ["rules", i])));
}

/**
 * Reads a file of rules: YAML that fits its schema and has no fault of its own.
 * Throws `Stop` as `loadRules` does.
 * @param faultsIn what the schema cannot say
 */
export function readRules<T>(
  text: string,
  path: string,
  schema: z.ZodType<T>,
  faultsIn: (rules: T) => readonly Fault[],
): T {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const refuse = (faults: { line: number; message: string }[]): never => {
    throw new Stop(faults.map(({ line, message }) => `${path}:${line}: ${message}`).join("\n"), 2);
  };
  if (document.errors.length > 0) {
    refuse(
      document.errors.map((error) => ({
        line: lines.linePos(error.pos[0]).line,
        message: `not YAML: ${error.message}`,
      })),
    );
  }
  /** Line of the deepest part of the path that stands in the file. */
  const lineOf = (keys: readonly PropertyKey[]): number => {
    for (let depth = keys.length; depth > 0; depth--) {
      const found = [
        keys.slice(0, depth),
        keys.slice(0, depth).map((key) => (/^\d+$/.test(String(key)) ? Number(key) : key)),
      ]
        .map((at) => document.getIn(at, true))
        .find((node) => isNode(node) && node.range);
      if (isNode(found) && found.range) return lines.linePos(found.range[0]).line;
    }
    return 1;
  };
  const read = schema.safeParse(document.toJS());
  if (!read.success) {
    return refuse(
      read.error.issues.map((issue) => {
        const path = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;
        return { line: lineOf(path), message: `${issue.path.map(String).join(".") || "the file"}: ${issue.message}` };
      }),
    );
  }
  const faults = faultsIn(read.data);
  if (faults.length > 0) {
    refuse(
      faults.map((fault) => ({
        line: lineOf(fault.path),
        message: `${fault.path.map(String).join(".")}: ${fault.message}`,
      })),
    );
  }
  return read.data;
}
