import { BOUNDS, MALFORMED, TOO_DEEP } from "./dictionary.js";
import { DCT, OWN, RDF_TYPE, SKOS, type Triple } from "./skos.js";
import { counted, type Kind, type Tally } from "./tally.js";

const REMOTE: Kind = {
  rule: "remote-context",
  severity: "warning",
  message: (count) =>
    `${counted(count, "context")} is named by address and was not fetched; SKOS's own names were assumed.`,
  wayOut: "Write the context into the file where its names are others.",
};

/** Names that are read without a context. */
const NAMES: Readonly<Record<string, string>> = { skos: SKOS, dct: DCT, dcterms: DCT };

/** Statements as JSON-LD: one object a thing, in the order of the statements. */
export function writeJsonLd(triples: readonly Triple[]): string {
  const things = new Map<string, Record<string, unknown>>();
  for (const { subject, predicate, object } of triples) {
    const thing = things.get(subject) ?? { "@id": shortened(subject) };
    things.set(subject, thing);
    if (predicate === RDF_TYPE && "iri" in object) thing["@type"] = shortened(object.iri);
    else {
      const name = shortened(predicate);
      const value =
        "iri" in object
          ? { "@id": shortened(object.iri) }
          : object.language === ""
            ? object.text
            : { "@value": object.text, "@language": object.language };
      const known = thing[name];
      thing[name] = known === undefined ? value : Array.isArray(known) ? [...known, value] : [known, value];
    }
  }
  const context = { skos: SKOS, dct: DCT, tri: OWN };
  const graph = [...things.values()].map((thing) => `    ${JSON.stringify(thing)}`);
  return `{\n  "@context": ${JSON.stringify(context)},\n  "@graph": [\n${graph.join(",\n")}\n  ]\n}\n`;
}

function shortened(iri: string): string {
  for (const [prefix, long] of [
    ["skos", SKOS],
    ["dct", DCT],
    ["tri", OWN],
  ] as const)
    if (iri.startsWith(long)) return `${prefix}:${iri.slice(long.length)}`;
  return iri;
}

/** What a context says of a name: what it stands for, its language, and whether its texts are names of things. */
interface Meaning {
  readonly names: ReadonlyMap<
    string,
    { readonly iri: string; readonly link: boolean; readonly language?: string; readonly byLanguage: boolean }
  >;
  readonly vocabulary: string;
  readonly language: string;
}

/**
 * Reads JSON-LD as thesauri use it: a context in the file (prefixes, terms, @vocab, @language, @type: @id, @container: @language), a graph or
 * things in one another, @reverse left out. A context named by an address is not fetched.
 */
export function readJsonLd(text: string, tally: Tally): Triple[] {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    tally.add(MALFORMED, "not readable as JSON");
    return [];
  }
  const triples: Triple[] = [];
  let blank = 0;
  const visit = (node: unknown, above: Meaning, depth: number): string | undefined => {
    if (depth > BOUNDS.depth) {
      tally.add(TOO_DEEP);
      return undefined;
    }
    if (Array.isArray(node)) {
      for (const one of node) visit(one, above, depth + 1);
      return undefined;
    }
    if (!isObject(node)) return undefined;
    const meaning = "@context" in node ? meaningOf(node["@context"], above, tally, 0) : above;
    const key = (name: string): string =>
      name.startsWith("@") ? name : meaning.names.get(name)?.iri.startsWith("@") ? meaning.names.get(name)!.iri : name;
    const entries = Object.entries(node).map(([name, value]) => [key(name), name, value] as const);
    const id = entries.find(([name]) => name === "@id")?.[2];
    const subject = typeof id === "string" ? expanded(id, meaning, false) : `_:j${++blank}`;
    const own: Triple[] = [];
    for (const [special, name, value] of entries) {
      if (special === "@graph") visit(value, meaning, depth + 1);
      else if (special === "@type")
        for (const type of listed(value))
          if (typeof type === "string")
            own.push({ subject, predicate: RDF_TYPE, object: { iri: expanded(type, meaning, true) } });
      if (special.startsWith("@")) continue;
      const known = meaning.names.get(name);
      const predicate = expanded(name, meaning, true);
      const values =
        known?.byLanguage && isObject(value)
          ? Object.entries(value).flatMap(([language, texts]) =>
              listed(texts).map((one) => ({ "@value": one, "@language": language })),
            )
          : listed(value);
      for (const one of values) {
        if (isObject(one) && "@value" in one)
          own.push({ subject, predicate, object: literal(one["@value"], one["@language"]) });
        else if (isObject(one)) {
          const iri = visit(one, meaning, depth + 1);
          if (iri !== undefined) own.push({ subject, predicate, object: { iri } });
        } else if (known?.link && typeof one === "string")
          own.push({ subject, predicate, object: { iri: expanded(one, meaning, false) } });
        else if (one !== null)
          own.push({ subject, predicate, object: literal(one, known?.language ?? meaning.language) });
      }
    }
    triples.push(...own);
    return subject;
  };
  visit(root, { names: new Map(), vocabulary: "", language: "" }, 0);
  return triples;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const listed = (value: unknown): unknown[] => {
  const inner = isObject(value) ? (value["@list"] ?? value["@set"] ?? value) : value;
  return Array.isArray(inner) ? inner : [inner];
};
const literal = (value: unknown, language: unknown): { text: string; language: string } => ({
  text: typeof value === "object" ? "" : String(value),
  language: typeof language === "string" ? language : "",
});

function meaningOf(context: unknown, above: Meaning, tally: Tally, depth: number): Meaning {
  if (Array.isArray(context) && depth === 0)
    return context.reduce<Meaning>((meaning, one) => meaningOf(one, meaning, tally, 1), above);
  if (typeof context === "string") {
    tally.add(REMOTE, context.slice(0, 80));
    return { ...above, vocabulary: SKOS };
  }
  if (!isObject(context)) return above;
  const names = new Map(above.names);
  const vocabulary = typeof context["@vocab"] === "string" ? context["@vocab"] : above.vocabulary;
  const language = typeof context["@language"] === "string" ? context["@language"] : above.language;
  const own = { names, vocabulary, language };
  for (const [name, value] of Object.entries(context)) {
    if (name.startsWith("@")) continue;
    const given = isObject(value) ? value["@id"] : value;
    const container = isObject(value) ? value["@container"] : undefined;
    names.set(name, {
      iri: typeof given === "string" ? given : `${vocabulary}${name}`,
      link: isObject(value) && (value["@type"] === "@id" || value["@type"] === "@vocab"),
      byLanguage: container === "@language" || (Array.isArray(container) && container.includes("@language")),
      ...(isObject(value) && typeof value["@language"] === "string" && { language: value["@language"] }),
    });
  }
  return own;
}

/** A name as it is on the web: terms and prefixes of the context filled in, some prefixes known to everybody. */
function expanded(name: string, meaning: Meaning, isTerm: boolean): string {
  let given = name;
  for (let step = 0; step < 4; step++) {
    const whole = isTerm || step > 0 ? meaning.names.get(given)?.iri : undefined;
    if (whole !== undefined && whole !== given) {
      given = whole;
      continue;
    }
    const [prefix = "", ...rest] = given.split(":");
    const long = meaning.names.get(prefix)?.iri ?? (Object.hasOwn(NAMES, prefix) ? NAMES[prefix] : undefined);
    if (rest.length > 0 && long !== undefined && !rest[0]!.startsWith("//")) given = long + rest.join(":");
    else break;
  }
  return isTerm && !given.includes(":") ? `${meaning.vocabulary || SKOS}${given}` : given;
}
