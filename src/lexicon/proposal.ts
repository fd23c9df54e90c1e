import { stringify } from "yaml";
import type { Term } from "../model/index.js";
import { termOf } from "./compile.js";
import type { Lexicon } from "./load.js";

/** The terms of a code as an analyst would have them, as an overlay of the lexicon: its files by path. */
export function proposeTerms(
  lexicon: Lexicon,
  code: string,
  terms: readonly (string | Term)[],
  about: { by: string; note: string },
): { files: Record<string, string>; yaml: string } {
  const concept = lexicon.concepts.find(({ id }) => id === code);
  if (concept === undefined) throw new Error(`There is no code ${code} in the lexicon.`);
  const written = (term: string | Term): string => JSON.stringify(termOf(term));
  const [had, has] = [new Set(concept.terms.map(written)), new Set(terms.map(written))];
  const drop = [...new Set(concept.terms.filter((term) => !has.has(written(term))).map((term) => termOf(term).term))];
  // What is dropped goes by its words: a term of the same words that stays, or comes with other company, is written again.
  const dropped = new Set(drop);
  const added = terms.filter((term) => !had.has(written(term)) || dropped.has(termOf(term).term));
  const { theme, ...rest } = concept;
  const { terms: _terms, unless: _unless, expectedSectors: _sectors, yieldsTo: _yields, ...head } = rest;
  const codes = yaml({ theme, concepts: [{ ...head, ...(drop.length > 0 && { drop }), terms: added }] });
  const title = `Proposal for ${concept.prefLabel}`;
  const description = [`Proposed by ${about.by || "an analyst"}.`, about.note.trim()]
    .filter((part) => part !== "")
    .join(" ");
  return {
    files: {
      "lexicon.yaml": yaml({ title, version: "0.1.0", description }),
      [`codes/${theme}.yaml`]: codes,
    },
    yaml: codes,
  };
}

function yaml(value: unknown): string {
  return stringify(value, { defaultStringType: "QUOTE_SINGLE", defaultKeyType: "PLAIN", lineWidth: 0 });
}
