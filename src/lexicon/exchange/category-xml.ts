import { SaxesParser } from "saxes";
import { THEMES } from "../../model/index.js";
import { BOUNDS, type Category, category, MALFORMED, type PlainLexicon, TOO_DEEP } from "./dictionary.js";
import type { Tally } from "./tally.js";

/** Elements of a category file are few and shallow; what lies deeper is not read. */
const DEEPEST = BOUNDS.depth * 2;

/**
 * Yoshikoder .ykd: XML with categories (`cnode`) in one another and patterns (`pnode`) in them; name and description are attributes. The
 * outermost category that holds only categories is the dictionary itself. Nothing outside the file is read, whatever it declares.
 */
export function readCategoryXml(text: string, tally: Tally): Category[] {
  const found: Category[] = [];
  const open: Category[] = [];
  let depth = 0;
  let broken = false;
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    if (!broken) tally.add(MALFORMED, error.message.split("\n")[0]!.slice(0, 120));
    broken = true;
  });
  parser.on("opentag", ({ name, attributes }) => {
    depth++;
    if (depth > DEEPEST || open.length > BOUNDS.depth) {
      if (depth === DEEPEST + 1 || name === "cnode") tally.add(TOO_DEEP, `line ${parser.line}`);
      if (name === "cnode") open.push(category([], ""));
      return;
    }
    const own = attributes as Record<string, string>;
    if (name === "cnode") {
      const path = open.map((one) => one.name);
      const made = category(path, own.name ?? "", own.desc?.trim() ? { definition: own.desc.trim() } : {});
      open.push(made);
      found.push(made);
    } else if (name === "pnode" && own.name) open.at(-1)?.words.push(own.name);
  });
  parser.on("closetag", ({ name }) => {
    depth--;
    if (name === "cnode") open.pop();
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (!broken) tally.add(MALFORMED, (error as Error).message.split("\n")[0]!.slice(0, 120));
  }
  if (found.length === 0 && !broken) tally.add(MALFORMED, "no category (cnode)");
  return withoutCover(found);
}

/** The outermost category is the dictionary's title where it is alone and holds no word of its own. */
function withoutCover(found: Category[]): Category[] {
  const [cover, ...rest] = found;
  const alone = cover && cover.words.length === 0 && rest.length > 0 && rest.every((one) => one.path[0] === cover.name);
  if (!alone || found.filter((one) => one.path.length === 0).length > 1) return found;
  return rest.map((one) => ({ ...one, path: one.path.slice(1) }));
}

/** Writes Yoshikoder .ykd: the lexicon, its themes, their codes with definitions, and a pattern for each wording. */
export function writeYoshikoder({ title, codes }: PlainLexicon): string {
  const themes = THEMES.map((theme) => ({ theme, own: codes.filter(({ concept }) => concept.theme === theme) }));
  const body = themes.flatMap(({ theme, own }) =>
    own.length === 0
      ? []
      : [
          `    <cnode name="${theme}">\n`,
          ...own.flatMap(({ concept, words }) => [
            `      <cnode name="${concept.id}" desc="${escaped(concept.definition)}">\n`,
            ...words.map((word) => `        <pnode name="${escaped(word)}"/>\n`),
            "      </cnode>\n",
          ]),
          "    </cnode>\n",
        ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<dictionary style="095" patternengine="substring">\n  <cnode name="${escaped(title)}">\n${body.join("")}  </cnode>\n</dictionary>\n`;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;" };

function escaped(text: string): string {
  return text.replace(/[&<>"\n]/g, (c) => ENTITIES[c]!);
}
