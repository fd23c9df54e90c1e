import { parseDocument, stringify } from "yaml";
import { THEMES } from "../../model/index.js";
import { BOUNDS, type Category, category, MALFORMED, type PlainLexicon, TOO_DEEP } from "./dictionary.js";
import type { Tally } from "./tally.js";

/** Name under which quanteda keeps the words of a category that has categories too. */
const OWN_WORDS = "__";

/** A quanteda dictionary in YAML: categories in one another, lists of wordings at the ends. Own types, merges and aliases are refused. */
export function readQuanteda(text: string, tally: Tally): Category[] {
  let root: unknown;
  try {
    const document = parseDocument(text, { customTags: [], merge: false, version: "1.2", uniqueKeys: false });
    const broken = document.errors[0];
    if (broken) tally.add(MALFORMED, `line ${broken.linePos?.[0].line ?? "?"}`);
    root = document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    tally.add(MALFORMED, error instanceof RangeError ? "too deep to be read" : "aliases");
    return [];
  }
  const found: Category[] = [];
  const walk = (node: unknown, own: Category | undefined, path: readonly string[]): void => {
    if (path.length > BOUNDS.depth) tally.add(TOO_DEEP, path.slice(0, 3).join("/"));
    else if (Array.isArray(node)) for (const one of node) walk(one, own, path);
    else if (typeof node === "object" && node !== null) {
      for (const [name, inner] of Object.entries(node)) {
        if (name === OWN_WORDS && own) walk(inner, own, path);
        else {
          const made = category(path, name);
          found.push(made);
          walk(inner, made, [...path, name]);
        }
      }
    } else if (own && node !== null && node !== undefined) own.words.push(String(node));
  };
  walk(root, undefined, []);
  if (found.length === 0) tally.add(MALFORMED, "no category: expected names with lists of words");
  return found;
}

/** Writes a quanteda dictionary in YAML: theme, code, words. */
export function writeQuanteda({ codes }: PlainLexicon): string {
  const themes = THEMES.flatMap((theme) => {
    const own = codes.filter(({ concept }) => concept.theme === theme);
    return own.length === 0 ? [] : [[theme, Object.fromEntries(own.map(({ concept, words }) => [concept.id, words]))]];
  });
  return stringify(Object.fromEntries(themes), {
    defaultStringType: "QUOTE_DOUBLE",
    defaultKeyType: "PLAIN",
    lineWidth: 0,
  });
}
