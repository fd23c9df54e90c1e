import { checkSync } from "recheck";
import { beforeAll, describe, expect, it } from "vitest";
import { builders, built, type Expression, literals, literalsIn } from "./expressions.js";

process.env.RECHECK_BACKEND = "pure";

/** Milliseconds after which recheck gives up. An expression with bounded repeats then passes: it can cost no more than a constant at each place. */
const PATIENCE = { bounded: 20, unbounded: 20_000 };

/** Expressions that recheck cannot judge, by the file and how they begin, and why they take time in proportion to the text. */
const READ_BY_EYE: readonly (readonly [string, string, string])[] = [
  ["ingest/formats/rtf.ts", "\\\\(?:([a-zA-Z]{1,32})", "sticky, and each branch begins with a character of its own"],
  [
    "ingest/turns/units-to-turns.ts",
    "^[[(]([^:()[\\]]{1,40}):",
    "begins at the head of a unit, its first colon decides, and at most nine blanks are handed on",
  ],
  [
    "language/normal-form.ts",
    "^(?:size|sized",
    "one word; of all branches at most one fits its first letters, and it ends in one run of letters",
  ],
];

/** What is wrong with an expression, or nothing. */
function fault({ source, flags }: Expression): string {
  const bounded = !hasUnboundedRepeat(source);
  const timeout = bounded ? PATIENCE.bounded : PATIENCE.unbounded;
  const judge = (pattern: string) => {
    const small = flags.includes("i") ? inSmallLetters(pattern) : pattern;
    return checkSync(small, flags.replace(/[div]/g, ""), { checker: "automaton", timeout });
  };
  let found = judge(source);
  if (found.status === "unknown" && found.error.kind === "unsupported") found = judge(withoutLooks(source));
  if (found.status === "safe" || (found.status === "unknown" && bounded)) return "";
  return found.status === "unknown"
    ? `not judged (${found.error.kind})`
    : `${found.complexity.summary}: ${found.attack.pattern}`;
}

function faultsOf(expressions: readonly Expression[]): string[] {
  const seen = new Set<string>();
  return expressions.flatMap((one) => {
    const written = `/${one.source}/${one.flags}`;
    if (
      seen.has(written) ||
      READ_BY_EYE.some(([file, head]) => one.where.startsWith(file) && one.source.startsWith(head))
    )
      return [];
    seen.add(written);
    const what = fault(one);
    return what === "" ? [] : [`${one.where} ${written.slice(0, 160)} is ${what.slice(0, 120)}`];
  });
}

/** Whether a repeat has no upper bound: `*`, `+`, `{2,}` outside of classes. */
function hasUnboundedRepeat(source: string): boolean {
  return /[*+]|\{\d+,\}/.test(source.replace(/\\./gs, "x").replace(/\[[^\]]*\]/g, "x"));
}

/** What ignores case is judged as it meets small letters: recheck is lost among pairs of letters. */
function inSmallLetters(source: string): string {
  return source.replace(/\\[pP]\{[^}]*\}|\\u[0-9a-fA-F]{4}|\\k<\w+>|\(\?<\w+>|\\.|[A-Z]/gs, (part) =>
    part.length === 1 ? part.toLowerCase() : part,
  );
}

/** Without what looks ahead and behind: it matches at least as often and steps at least as far. */
function withoutLooks(source: string): string {
  return source.replace(/\(\?<?!(?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)/g, "").replace(/\(\?<?=/g, "(?:");
}

describe("regular expressions of the program", () => {
  const written = literals();
  let assembled: Expression[];
  beforeAll(async () => {
    assembled = await built();
  }, 60_000);

  it("are collected: literals and what is put together at loading", () => {
    expect(written.length).toBeGreaterThan(400);
    const files = new Set(assembled.map(({ where }) => where.replace(/:\d+$/, "")));
    expect(builders().filter((file) => !files.has(file))).toEqual([]);
  });
  it("take time in proportion to a text, literals", { timeout: 120_000 }, () => {
    expect(faultsOf(written)).toEqual([]);
  });
  it("take time in proportion to a text, those put together", { timeout: 120_000 }, () => {
    expect(faultsOf(assembled)).toEqual([]);
  });
  it("are refused where they do not", () => {
    const planted = String.raw`const a = /^(\w+\s?)*$/; const b = /\s+$/; const c = /x{1,3}y/; function f() { return /(?:a|a)+b(?=c)/.test("") }`;
    expect(faultsOf(literalsIn(planted, "planted.ts")).map((line) => line.split(" ")[1])).toEqual([
      String.raw`/^(\w+\s?)*$/`,
      String.raw`/\s+$/`,
      "/(?:a|a)+b(?=c)/",
    ]);
  });
  it("were read by eye only where they still stand", () => {
    const all = [...written, ...assembled];
    const gone = READ_BY_EYE.filter(
      ([file, head]) => !all.some(({ where, source }) => where.startsWith(file) && source.startsWith(head)),
    );
    expect(gone).toEqual([]);
  });
});
