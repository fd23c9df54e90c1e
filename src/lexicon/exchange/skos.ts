import { type Concept, THEMES } from "../../model/index.js";
import { type Category, category, MALFORMED, type PlainLexicon } from "./dictionary.js";
import { counted, type Kind, type Tally } from "./tally.js";

export const SKOS = "http://www.w3.org/2004/02/skos/core#";
export const RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
export const DCT = "http://purl.org/dc/terms/";
/** What our codes and themes are called on the web of data; nothing is fetched by these names. */
export const OWN = "urn:triangulum:";

/** A statement: its object is another thing's name, or a text with its language (empty where none is said). */
export interface Triple {
  readonly subject: string;
  readonly predicate: string;
  readonly object: { readonly iri: string } | { readonly text: string; readonly language: string };
}

const OTHER_LANGUAGE: Kind = {
  rule: "other-language",
  severity: "info",
  message: (count) => `${counted(count, "label")} in another language than English was left out.`,
  wayOut: "Nothing, if the transcripts are in English.",
};
const LABEL: Kind = {
  rule: "label-as-term",
  severity: "info",
  message: (count) => `${counted(count, "preferred label")} was taken over as a term as well.`,
  wayOut: "Remove those that are headings and not how people speak.",
};

/** The codebook as statements of SKOS: a scheme, a collection for each theme, a concept for each code. Wordings without a star are alternative labels, those with one hidden labels. */
export function skosTriples({ title, version, codes }: PlainLexicon): Triple[] {
  const triples: Triple[] = [];
  const iri = (subject: string, predicate: string, object: string): void => {
    triples.push({ subject, predicate, object: { iri: object } });
  };
  const text = (subject: string, predicate: string, object: string, language = "en"): void => {
    triples.push({ subject, predicate, object: { text: object, language } });
  };
  const scheme = `${OWN}lexicon`;
  const code = (id: string): string => `${OWN}code:${id}`;
  iri(scheme, RDF_TYPE, `${SKOS}ConceptScheme`);
  text(scheme, `${SKOS}prefLabel`, title);
  text(scheme, `${DCT}hasVersion`, version, "");
  for (const theme of THEMES) {
    const own = codes.filter(({ concept }) => concept.theme === theme);
    if (own.length === 0) continue;
    iri(`${OWN}theme:${theme}`, RDF_TYPE, `${SKOS}Collection`);
    text(`${OWN}theme:${theme}`, `${SKOS}prefLabel`, theme);
    for (const { concept } of own) iri(`${OWN}theme:${theme}`, `${SKOS}member`, code(concept.id));
  }
  for (const { concept, words } of codes) {
    const subject = code(concept.id);
    iri(subject, RDF_TYPE, `${SKOS}Concept`);
    iri(subject, `${SKOS}inScheme`, scheme);
    text(subject, `${SKOS}notation`, concept.id, "");
    text(subject, `${SKOS}prefLabel`, concept.prefLabel);
    text(subject, `${SKOS}definition`, concept.definition);
    if (concept.scopeNote) text(subject, `${SKOS}scopeNote`, concept.scopeNote);
    if (concept.broader) iri(subject, `${SKOS}broader`, code(concept.broader));
    for (const other of concept.related ?? []) iri(subject, `${SKOS}related`, code(other));
    // A label of one kind may not stand again as one of another.
    // A label of one kind may not stand again as one of another.
    for (const word of words)
      if (!word.includes("*") && word !== concept.prefLabel) text(subject, `${SKOS}altLabel`, word);
    for (const word of words) if (word.includes("*")) text(subject, `${SKOS}hiddenLabel`, word);
  }
  return triples;
}

/** Whether texts in a language are read: English, or no language said. */
const english = (language: string): boolean => language === "" || /^en(-|$)/i.test(language);

/**
 * Concepts of a thesaurus as categories. Labels in English or without a language are read; where a concept has no such preferred label,
 * its first in any language. The preferred label counts as a wording too, unless the code is known, whose terms were chosen by hand.
 */
export function categoriesOf(triples: readonly Triple[], tally: Tally, known: ReadonlySet<string>): Category[] {
  const things = new Map<string, Triple[]>();
  for (const triple of triples) {
    const own = things.get(triple.subject);
    if (own) own.push(triple);
    else things.set(triple.subject, [triple]);
  }
  const told = new Set<string>();
  const texts = (subject: string, name: string): string[] => {
    const all = (things.get(subject) ?? []).flatMap(({ predicate, object }) =>
      predicate === SKOS + name && "text" in object ? [object] : [],
    );
    const good = all.filter(({ language }) => english(language));
    const shown = good.length > 0 || !["prefLabel", "definition"].includes(name) ? good : all.slice(0, 1);
    // Asked for more than once, told once.
    if (!told.has(`${name} ${subject}`))
      for (let left = all.length - shown.length; left > 0; left--) tally.add(OTHER_LANGUAGE);
    told.add(`${name} ${subject}`);
    return shown.map((one) => one.text.trim()).filter((one) => one !== "");
  };
  const links = (subject: string, name: string): string[] =>
    (things.get(subject) ?? []).flatMap(({ predicate, object }) =>
      predicate === SKOS + name && "iri" in object ? [object.iri] : [],
    );
  const isOf = (type: string): string[] =>
    [...things].flatMap(([subject, own]) =>
      own.some((one) => one.predicate === RDF_TYPE && "iri" in one.object && one.object.iri === SKOS + type)
        ? [subject]
        : [],
    );
  const concepts = isOf("Concept");
  if (concepts.length === 0) tally.add(MALFORMED, "no skos:Concept");
  const themes = new Map<string, string>();
  for (const collection of isOf("Collection")) {
    const name = texts(collection, "prefLabel")[0] ?? lastName(collection);
    for (const member of links(collection, "member")) themes.set(member, name);
  }
  const names = new Map(
    concepts.map((subject) => [
      subject,
      texts(subject, "notation").find((one) => /\p{L}/u.test(one)) ??
        texts(subject, "prefLabel")[0] ??
        lastName(subject),
    ]),
  );
  const namesOf = (subjects: readonly string[]): string[] => subjects.flatMap((one) => names.get(one) ?? []);
  return concepts.map((subject) => {
    const label = texts(subject, "prefLabel")[0];
    const related = namesOf(links(subject, "related"));
    const broader = namesOf(links(subject, "broader"))[0];
    const definition = texts(subject, "definition")[0];
    const scopeNote = texts(subject, "scopeNote").join(" ");
    const says: Partial<Concept> = {
      ...(label && { prefLabel: label }),
      ...(definition && { definition }),
      ...(scopeNote && { scopeNote }),
      ...(broader && { broader }),
      ...(related.length > 0 && { related }),
    };
    const theme = themes.get(subject);
    const made = category(theme === undefined ? [] : [theme], names.get(subject)!, says);
    if (label && !known.has(made.name)) {
      tally.add(LABEL);
      made.words.push(label);
    }
    made.words.push(...texts(subject, "altLabel"), ...texts(subject, "hiddenLabel"));
    return made;
  });
}

/** The last part of a name on the web, for people. */
function lastName(iri: string): string {
  return decoded(iri.split(/[#/:]/).filter(Boolean).at(-1) ?? iri);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
