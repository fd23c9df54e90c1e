import { stringify } from "yaml";
import type { Concept, Frame, Term } from "../../model/index.js";
import { THEMES } from "../../model/index.js";
import { termOf } from "../compile.js";
import type { Lexicon } from "../load.js";
import { plainWords } from "./plain-words.js";

/** A file of a draft: its path under the draft's folder and its text. */
export interface DraftFile {
  readonly path: string;
  readonly text: string;
}

/** The files of an overlay, and how many of the terms the lexicon had already. */
export interface Draft {
  readonly files: readonly DraftFile[];
  readonly added: number;
  readonly known: number;
  /** Ids of codes that the lexicon does not hold. */
  readonly newCodes: readonly string[];
}

/**
 * Imported codes as an overlay over a lexicon: a file for each theme, with the terms whose words the lexicon does not have already. New codes
 * are listed under no heading in every frame, which an overlay has to say for each of them.
 */
export function draftOverlay(title: string, concepts: readonly Concept[], base: Lexicon): Draft {
  const codes = new Map(base.concepts.map((concept) => [concept.id, concept]));
  let known = 0;
  const own = concepts.map((concept) => {
    const there = codes.get(concept.id);
    const held = new Set((there?.terms ?? []).flatMap((term) => [same(term), ...wordsOf(term, base)]));
    const unless = new Set(there?.unless);
    const terms = concept.terms.filter(
      (term) => !held.has(same(term)) && !(typeof term === "string" && held.has(term.toLowerCase())),
    );
    known += concept.terms.length - terms.length;
    return { ...concept, terms, unless: concept.unless.filter((one) => !unless.has(one)) };
  });
  const newCodes = own.map(({ id }) => id).filter((id) => !codes.has(id));
  const files: DraftFile[] = [
    {
      path: "lexicon.yaml",
      text: yaml({ title, version: "0.1.0", description: "A draft, imported. Read every term before a run uses it." }),
    },
  ];
  for (const theme of THEMES) {
    const ofTheme = own.filter((concept) => concept.theme === theme);
    if (ofTheme.length === 0) continue;
    files.push({
      path: `codes/${theme}.yaml`,
      text: yaml({ theme, concepts: ofTheme.map(({ theme: _same, ...concept }) => concept) }),
    });
  }
  if (newCodes.length > 0)
    for (const frame of base.frames)
      files.push({
        path: `frames/${frame.id}.yaml`,
        text: yaml({ ...frame, none: [...frame.none, ...newCodes] } satisfies Frame),
      });
  const added = own.reduce((sum, { terms }) => sum + terms.length, 0);
  return { files, added, known, newCodes };
}

/** The plain words, in small letters, of a term that means the same alone. */
function wordsOf(term: string | Term, { macros }: Lexicon): string[] {
  const { term: source, with: company, pos } = termOf(term);
  if (company?.length || pos) return [];
  const plain = plainWords(source, macros);
  return plain.obstacles.has("gap") ? [] : plain.wordings.map((wording) => wording.toLowerCase());
}

/** A term in a form that is equal where two terms are the same. */
function same(term: string | Term): string {
  if (typeof term === "string") return term;
  const rest = Object.entries(term).filter(([key]) => key !== "note" && key !== "term");
  return rest.length === 0 ? term.term : JSON.stringify([term.term, rest.sort(([a], [b]) => (a < b ? -1 : 1))]);
}

function yaml(value: unknown): string {
  return stringify(value, { defaultStringType: "QUOTE_SINGLE", defaultKeyType: "PLAIN", lineWidth: 0 });
}
