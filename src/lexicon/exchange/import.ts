import { Vocabulary } from "../../language/index.js";
import { Concept, type Problem, type Term, THEMES, type Theme } from "../../model/index.js";
import { decodeText } from "./decode.js";
import { BOUNDS, type Category, MALFORMED } from "./dictionary.js";
import { FORMATS, type ImportFormat } from "./formats.js";
import { kebab } from "./kebab.js";
import { counted, type Kind, Tally } from "./tally.js";
import { readable, termFromWords } from "./term-from-words.js";

/** Codes read from another program's dictionary, ready for a draft. */
export interface ImportedLexicon {
  readonly concepts: readonly Concept[];
  /** Wordings found in the file, and terms made of them. */
  readonly counts: { readonly wordings: number; readonly terms: number };
  readonly problems: readonly Problem[];
}

const TOO_LARGE: Kind = {
  rule: "too-large",
  severity: "error",
  message: () => `The file is larger than ${BOUNDS.bytes / 1024 / 1024} MiB and was not read.`,
  wayOut: "Split the dictionary.",
};
const TOO_MANY: Kind = {
  rule: "too-many",
  severity: "error",
  message: (count) =>
    `${counted(count, "entry").replace("entrys", "entries")} past the ${BOUNDS.categories} categories or ${BOUNDS.words} wordings that are read.`,
  wayOut: "Split the dictionary.",
};
const NO_TERM: Kind = {
  rule: "unreadable-wording",
  severity: "warning",
  message: (count) =>
    `${counted(count, "wording")} has no form in the term language (a star inside a word, a smiley, nothing but signs) and was left out.`,
  wayOut: "Add it by hand, as lexicons/README.md says.",
};
const LONG: Kind = {
  rule: "long-wording",
  severity: "warning",
  message: (count) => `${counted(count, "wording")} longer than ${BOUNDS.wording} characters was left out.`,
  wayOut: "Shorten it to the words that carry the code.",
};
const THEME_GUESSED: Kind = {
  rule: "theme-guessed",
  severity: "warning",
  message: (count) => `${counted(count, "code")} stands under no theme of ours and was put under the default one.`,
  wayOut: "Give another with --theme, or move the code to the file of its theme.",
};
const NO_DEFINITION: Kind = {
  rule: "no-definition",
  severity: "warning",
  message: (count) => `${counted(count, "code")} has no definition; a place-holder stands in its stead.`,
  wayOut: "Say in a sentence what the code covers.",
};
const NEW_ID: Kind = {
  rule: "new-id",
  severity: "info",
  message: (count) => `${counted(count, "category").replace("categorys", "categories")} got an id made from its name.`,
  wayOut: "Rename it to a code of the lexicon where it means the same.",
};
const UNKNOWN_LINK: Kind = {
  rule: "unknown-link",
  severity: "warning",
  message: (count) =>
    `${counted(count, "link")} to a code that is neither in the file nor in the lexicon was left out.`,
  wayOut: "Add the code, or leave it so.",
};

/**
 * Reads a dictionary of another program. A category whose name is a code's id or label is that code; any other gets an id from its
 * name. Categories that only hold categories are no codes: where one is named like a theme, it is the theme. Nothing in the file is run or
 * fetched, and whatever it holds gives problems, never an exception.
 *
 * @param known the codes of the lexicon that the draft will be laid over
 * @param theme where codes go that stand under no theme of ours
 */
export async function importLexicon(
  bytes: Uint8Array,
  format: ImportFormat,
  known: readonly Concept[],
  theme: Theme,
): Promise<ImportedLexicon> {
  const tally = new Tally();
  if (bytes.length > (FORMATS[format].unpack ? BOUNDS.archive : BOUNDS.bytes)) {
    tally.add(TOO_LARGE);
    return { concepts: [], counts: { wordings: 0, terms: 0 }, problems: tally.problems() };
  }
  const categories = await read(bytes, format, known, tally);
  const wordings = categories.reduce((sum, { words, terms }) => sum + words.length + terms.length, 0);
  const concepts = conceptsOf(bounded(categories, tally), known, theme, tally);
  const terms = concepts.reduce((sum, concept) => sum + concept.terms.length, 0);
  return { concepts, counts: { wordings, terms }, problems: tally.problems() };
}

async function read(
  bytes: Uint8Array,
  format: ImportFormat,
  known: readonly Concept[],
  tally: Tally,
): Promise<Category[]> {
  try {
    const { read: readText, unpack } = FORMATS[format];
    const file = unpack ? unpack(bytes, tally) : bytes;
    if (file === undefined) return [];
    if (file.length > BOUNDS.bytes) {
      tally.add(TOO_LARGE);
      return [];
    }
    return await readText(decodeText(file), tally, new Set(known.map(({ id }) => id)));
  } catch (error) {
    // Readers name what they find; this is for the fault that none of them foresaw.
    tally.add(MALFORMED, error instanceof RangeError ? "too deep to be read" : (error as Error).name);
    return [];
  }
}

/** Categories and wordings up to the bounds. */
function bounded(categories: readonly Category[], tally: Tally): Category[] {
  let room: number = BOUNDS.words;
  for (let rest = BOUNDS.categories; rest < categories.length; rest++) tally.add(TOO_MANY);
  return categories.slice(0, BOUNDS.categories).map((one) => {
    const words = one.words.slice(0, room);
    const terms = one.terms.slice(0, room - words.length);
    room -= words.length + terms.length;
    for (let rest = words.length + terms.length; rest < one.words.length + one.terms.length; rest++)
      tally.add(TOO_MANY);
    return { ...one, words, terms };
  });
}

function conceptsOf(categories: readonly Category[], known: readonly Concept[], theme: Theme, tally: Tally): Concept[] {
  const byId = new Map(known.map((concept) => [concept.id, concept]));
  const byLabel = new Map(known.map((concept) => [kebab(concept.prefLabel), concept.id]));
  const idOfKnown = (name: string): string | undefined =>
    byId.has(kebab(name)) ? kebab(name) : byLabel.get(kebab(name));
  const key = (path: readonly string[]): string => path.join("\0");
  const parents = new Set(categories.map(({ path }) => key(path)));
  const codes = categories.filter(
    ({ path, name, words, terms, codable }) =>
      codable || words.length + terms.length > 0 || !parents.has(key([...path, name])),
  );

  const ids = new Map<string, string>();
  const taken = new Map<string, string>();
  for (const { path, name, id: given } of codes) {
    const own = key([...path, name]);
    if (ids.has(own)) continue;
    const found = given !== undefined && byId.has(given) ? given : idOfKnown(name);
    const plain = found ?? kebab(name);
    const id =
      plain !== "" && !taken.has(plain)
        ? plain
        : firstFree([path.length > 0 && plain !== "" ? kebab(`${path.at(-1)} ${name}`) : plain || "code"], taken);
    if (found === undefined || id !== found) tally.add(NEW_ID);
    ids.set(own, id);
    taken.set(id, own);
  }

  const vocabulary = new Vocabulary();
  const merged = new Map<
    string,
    { category: Category; terms: (string | Term)[]; seen: Set<string>; says: Partial<Concept> }
  >();
  for (const one of codes) {
    const id = ids.get(key([...one.path, one.name]))!;
    const own = merged.get(id) ?? { category: one, terms: [], seen: new Set(), says: {} };
    merged.set(id, own);
    own.says = { ...one.says, ...own.says };
    for (const term of termsOf(one, vocabulary, tally)) {
      const same = JSON.stringify(term);
      if (!own.seen.has(same)) own.terms.push(term);
      own.seen.add(same);
    }
  }

  const linked = (names: readonly string[] | undefined): string[] =>
    [...new Set(names ?? [])].flatMap((name) => {
      const id = idOfKnown(name) ?? ids.get(key([name])) ?? (merged.has(kebab(name)) ? kebab(name) : undefined);
      if (id === undefined) tally.add(UNKNOWN_LINK);
      return id ?? [];
    });
  return [...merged].map(([id, { category, terms, says }]) => {
    const base = byId.get(id);
    const above = [...category.path].reverse();
    const ofPath = THEMES.find((one) => above.some((name) => kebab(name) === one));
    const around = above.flatMap((_name, index) => ids.get(key(category.path.slice(0, above.length - index))) ?? []);
    const ofParent = around.map((one) => byId.get(one)?.theme).find((one) => one !== undefined);
    const ownTheme = says.theme ?? ofPath ?? base?.theme ?? ofParent;
    if (ownTheme === undefined) tally.add(THEME_GUESSED);
    const definition = ownDefinition(says.definition, base)?.slice(0, BOUNDS.prose) ?? base?.definition;
    if (definition === undefined) tally.add(NO_DEFINITION);
    const broader = linked(says.broader === undefined ? [] : [says.broader])[0] ?? around[0] ?? base?.broader;
    const related = says.related === undefined ? (base?.related ?? []) : linked(says.related);
    const scopeNote = says.scopeNote?.slice(0, BOUNDS.prose) ?? base?.scopeNote;
    const facets = says.says ?? base?.says;
    return Concept.parse({
      id,
      prefLabel: says.prefLabel?.slice(0, BOUNDS.wording) ?? base?.prefLabel ?? labelOf(category.name),
      theme: ownTheme ?? theme,
      definition:
        definition ?? `Taken over from ${labelOf(category.name)}: say here what it covers and what it does not`,
      ...(scopeNote && { scopeNote }),
      ...(broader && broader !== id && { broader }),
      ...(related.length > 0 && { related }),
      expectedSectors: says.expectedSectors ?? base?.expectedSectors ?? [],
      yieldsTo: says.yieldsTo === undefined ? (base?.yieldsTo ?? []) : linked(says.yieldsTo),
      unless: (says.unless ?? []).filter((one) => usable(one, vocabulary, tally)),
      ...(facets && { says: facets }),
      terms,
    });
  });
}

/** The first of a name, name-2, name-3 … that nobody has. */
function firstFree([name = "code"]: readonly string[], taken: ReadonlyMap<string, string>): string {
  if (!taken.has(name)) return name;
  let repeat = 2;
  while (taken.has(`${name}-${repeat}`)) repeat++;
  return `${name}-${repeat}`;
}

/** `COUNTY_LINES` for people: no shouting, no underscores. */
function labelOf(name: string): string {
  const plain = name
    .replace(/[_\s]+/g, " ")
    .trim()
    .slice(0, BOUNDS.wording);
  const words = plain === plain.toUpperCase() ? plain.toLowerCase() : plain;
  return words === "" ? "Without a name" : words.charAt(0).toUpperCase() + words.slice(1);
}

function usable(term: string, vocabulary: Vocabulary, tally: Tally): boolean {
  if (term.length > BOUNDS.wording * 10) tally.add(LONG);
  else if (readable(term, vocabulary)) return true;
  else tally.add(NO_TERM);
  return false;
}

function termsOf({ words, terms }: Category, vocabulary: Vocabulary, tally: Tally): (string | Term)[] {
  const plain = words.flatMap((wording) => {
    if (wording.length > BOUNDS.wording) {
      tally.add(LONG);
      return [];
    }
    const term = termFromWords(wording, vocabulary);
    if (term === undefined) tally.add(NO_TERM);
    return term ?? [];
  });
  const own = terms.flatMap((entry): (string | Term)[] => {
    const term = typeof entry === "string" ? { term: entry } : entry;
    // A table from elsewhere may hold words that mean something in the term language and were not meant so.
    const source = readable(term.term, vocabulary) ? term.term : termFromWords(term.term, vocabulary);
    if (source === undefined || source.length > BOUNDS.wording * 10) {
      tally.add(source === undefined ? NO_TERM : LONG);
      return [];
    }
    if (typeof entry === "string") return [source];
    const company = (list: string[] | undefined): string[] | undefined =>
      list?.filter((one) => usable(one, vocabulary, tally));
    const kept = {
      ...term,
      term: source,
      ...(term.with && { with: company(term.with) }),
      ...(term.without && { without: company(term.without) }),
      ...(term.unless && { unless: company(term.unless) }),
    };
    return [kept];
  });
  return [...plain, ...own];
}

/** A definition without the scope note of the known code, which formats that hold one text for both write behind it; undefined where it says what is known. */
function ownDefinition(said: string | undefined, known: Concept | undefined): string | undefined {
  const note = known?.scopeNote ?? "";
  const own = note !== "" && said?.endsWith(` ${note}`) ? said.slice(0, -note.length - 1) : said;
  return own === known?.definition ? undefined : own;
}
