import { fileURLToPath } from "node:url";
import {
  type ExchangeFormat,
  exportLexicon,
  type ImportFormat,
  importLexicon,
  type Lexicon,
  loadLexicon,
} from "../../../src/lexicon/index.js";
import type { Concept } from "../../../src/model/index.js";

export const SHIPPED = fileURLToPath(new URL("../../../lexicons", import.meta.url));

/** A small lexicon in which every kind of term stands once. */
export function smallLexicon(): Lexicon {
  const concept = (given: Partial<Concept> & Pick<Concept, "id" | "theme" | "terms">): Concept => ({
    prefLabel: given.id.charAt(0).toUpperCase() + given.id.slice(1).replaceAll("-", " "),
    definition: `What "${given.id}" covers & what not`,
    expectedSectors: [],
    yieldsTo: [],
    unless: [],
    ...given,
  });
  return {
    ...loadLexicon(SHIPPED),
    title: "Small <lexicon>",
    version: "1",
    macros: { home: ["house", "council flat"] },
    concepts: [
      concept({ id: "cuckooing", theme: "exploitation", terms: ["cuckoo*", "home takeover", "take over ~4 @home"] }),
      concept({
        id: "county-lines",
        theme: "exploitation",
        related: ["cuckooing"],
        terms: ["county line", { term: "line", with: ["drug"] }, "=CCE"],
      }),
      concept({ id: "housing", theme: "settings", terms: ["(trap|) house", "lose @home", "move to @place"] }),
      concept({ id: "hate-crime", theme: "violence", unless: ["hate it"], terms: ["*phobia", '"hated"'] }),
      concept({ id: "silence", theme: "response", terms: [{ term: "gap", pos: "NOUN" }] }),
    ],
  };
}

/** A file's bytes read as a format: ids with their terms, and the rules of the problems. */
export async function read(
  format: ImportFormat,
  bytes: Uint8Array | string,
  known: readonly Concept[] = [],
): Promise<{ codes: Record<string, unknown[]>; concepts: readonly Concept[]; rules: string[] }> {
  const { concepts, problems } = await importLexicon(
    typeof bytes === "string" ? Buffer.from(bytes) : bytes,
    format,
    known,
    "settings",
  );
  return {
    codes: Object.fromEntries(concepts.map(({ id, terms }) => [id, terms])),
    concepts,
    rules: problems.map(({ rule, severity }) => `${severity} ${rule.replace("lexicon-exchange/", "")}`),
  };
}

/** A lexicon in a format, as text; a table as cells joined without guards. */
export async function written(lexicon: Lexicon, format: ExchangeFormat): Promise<string> {
  const { content } = await exportLexicon(lexicon, format);
  if (typeof content === "string") return content;
  const line = (cells: readonly string[]): string =>
    cells.map((cell) => `"${cell.replace(/^(?=\s*[=+\-@\t\r])/, "'").replaceAll('"', '""')}"`).join(",");
  return [content.columns, ...content.rows].map((cells) => `${line(cells)}\n`).join("");
}
