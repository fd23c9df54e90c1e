import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";

/** A regular expression of the program, and a place where it stands: `privacy/ages.ts:30`. */
export interface Expression {
  readonly source: string;
  readonly flags: string;
  readonly where: string;
}

const SRC = new URL("../../src/", import.meta.url);
/** Floors whose modules do something when they are loaded, or that run in a browser. */
const NOT_LOADED = /^(?:cli|web)\//;
const CONDUCTORS = new Set(["run/worker.ts", "run/preview-process.ts", "run/parse-process.ts"]);

/** All files of the program but those of the browser, which meets no file. */
export function sources(): string[] {
  return (readdirSync(SRC, { recursive: true, encoding: "utf8" }) as string[])
    .filter((file) => file.endsWith(".ts") && !file.startsWith("web/client/"))
    .sort();
}

/** Every literal that a text of TypeScript holds. */
export function literalsIn(text: string, file: string): Expression[] {
  return nodesIn(text, file).flatMap(({ node, line }) => {
    const parts = ts.isRegularExpressionLiteral(node) ? /^\/(.*)\/([a-z]*)$/s.exec(node.text) : null;
    return parts ? [{ source: parts[1]!, flags: parts[2]!, where: `${file}:${line}` }] : [];
  });
}

/** Files that put expressions together out of parts when they are loaded. */
export function builders(): string[] {
  return sources().filter((file) =>
    nodesIn(readFileSync(new URL(file, SRC), "utf8"), file).some(
      ({ node, deep }) => !deep && ts.isNewExpression(node) && node.expression.getText() === "RegExp",
    ),
  );
}

function nodesIn(text: string, file: string): { node: ts.Node; line: number; deep: boolean }[] {
  const parsed = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const nodes: { node: ts.Node; line: number; deep: boolean }[] = [];
  const visit = (node: ts.Node, deep: boolean): void => {
    nodes.push({ node, line: parsed.getLineAndCharacterOfPosition(node.getStart()).line + 1, deep });
    ts.forEachChild(node, (child) => visit(child, deep || ts.isFunctionLike(node)));
  };
  visit(parsed, false);
  return nodes;
}

/** Literals of all files. */
export function literals(): Expression[] {
  return sources().flatMap((file) => literalsIn(readFileSync(new URL(file, SRC), "utf8"), file));
}

/** What the modules of the program put together while they are loaded. */
export async function built(): Promise<Expression[]> {
  const made: Expression[] = [];
  const Real = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Real, {
    construct(target, [source, flags]: [string | RegExp, string?]) {
      const expression = new target(source, flags);
      // Whoever called: a library's own expressions are its own.
      const place = /\/src\/([\w/-]+\.ts):(\d+)/.exec((new Error("place").stack ?? "").split("\n")[2] ?? "");
      if (place) made.push({ source: expression.source, flags: expression.flags, where: `${place[1]!}:${place[2]!}` });
      return expression;
    },
  });
  try {
    for (const file of builders())
      if (!NOT_LOADED.test(file) && !CONDUCTORS.has(file)) await import(new URL(file, SRC).href);
  } finally {
    globalThis.RegExp = Real;
  }
  return made;
}
