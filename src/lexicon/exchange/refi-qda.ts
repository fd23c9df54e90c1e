import { strToU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { FACET_VALUES, THEMES } from "../../model/index.js";
import { BOUNDS, type Category, category, MALFORMED, TOO_DEEP } from "./dictionary.js";
import { kebab } from "./kebab.js";
import { counted, type Kind, type Tally } from "./tally.js";

const info = (rule: string, what: (count: number) => string, wayOut: string): Kind => ({
  rule,
  severity: "info",
  message: what,
  wayOut,
});
const NO_WORDS: Kind = {
  rule: "no-wordings",
  severity: "warning",
  message: (count) => `${counted(count, "code")} came without wordings, which codebooks do not hold.`,
  wayOut: "Write terms for those that are new; until then they match nothing.",
};
const COLOURS = info(
  "colours",
  (count) => `${counted(count, "colour")} of codes left out.`,
  "Nothing needs to be done.",
);
const SETS = info(
  "sets",
  (count) => `${counted(count, "set")} of codes left out.`,
  "Use broader or related where a set means something.",
);
const NOTES = info(
  "notes",
  (count) => `${counted(count, "link")} from a code to a note left out.`,
  "Copy into the definition what the note says of the code.",
);
const REST = info(
  "codebook-only",
  () => "Of the project only the codebook was read.",
  "Hand the project to agree --human for its codings.",
);
const EMPTY_HEADING = info(
  "empty-heading",
  (count) => `${counted(count, "heading")} without a code left out.`,
  "Make it codable in its program where it is a code.",
);
const FACETS = info(
  "facets",
  (count) => `${counted(count, "code")} for facets left out: facets are set by cues and are no codes.`,
  "Nothing needs to be done.",
);
const SAME: Kind = {
  rule: "same-code",
  severity: "warning",
  message: (count) =>
    `${counted(count, "code")} has the GUID of another, or its name and the same parent; the same name was made one code.`,
  wayOut: "Rename one of the two in its program.",
};
const CUT: Kind = {
  rule: "long-definition",
  severity: "warning",
  message: (count) => `${counted(count, "definition")} longer than ${BOUNDS.prose} characters was cut.`,
  wayOut: "Shorten it to what the code covers and what it does not.",
};

/** Elements above the outermost code, and those inside a code, are few. */
const DEEPEST = BOUNDS.depth + 8;
/** Our own codebooks end a definition with the code's id. */
const OWN_ID = /\bCode ([a-z0-9-]+)\.$/;

/** A code whose element is still open. */
interface Open {
  readonly made: { category: Category; codable: boolean } | undefined;
  readonly path: readonly string[];
  description: string;
  below: number;
}

/**
 * REFI-QDA codebook (.qdc), or the codebook inside project.qde: each codable code is a category of its own, a code above others their broader one; codes that are
 * not codable, and outermost ones named like a theme with codes below, are headings. Descriptions become definitions. It knows no wordings, so there are no terms.
 */
export function readRefiQda(text: string, tally: Tally, known: ReadonlySet<string>): Category[] {
  const reader = new CodebookReader(tally, known);
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => reader.open(name, attributes as Record<string, string>, parser.line));
  parser.on("closetag", () => reader.close());
  parser.on("text", (piece) => reader.text(piece));
  parser.on("cdata", (piece) => reader.text(piece));
  let whole = true;
  try {
    parser.write(text).close();
  } catch (error) {
    whole = false;
    tally.add(MALFORMED, (error as Error).message.split("\n")[0]!.slice(0, 120));
  }
  if (whole && !reader.isCodebook) tally.add(MALFORMED, "no CodeBook with Codes");
  return reader.finished();
}

class CodebookReader {
  isCodebook = false;
  readonly #tally: Tally;
  readonly #known: ReadonlySet<string>;
  readonly #elements: string[] = [];
  readonly #codes: Open[] = [];
  readonly #found: Category[] = [];
  readonly #guids = new Set<string>();
  readonly #paths = new Set<string>();

  constructor(tally: Tally, known: ReadonlySet<string>) {
    this.#tally = tally;
    this.#known = known;
  }

  open(tag: string, attributes: Readonly<Record<string, string>>, line: number): void {
    const name = tag.slice(tag.indexOf(":") + 1);
    const parent = this.#elements.at(-1) ?? "";
    const depth = this.#elements.push(name);
    if (depth === 1 && name === "Project") this.#tally.add(REST);
    const inBook =
      this.#elements[0] === "CodeBook" || (this.#elements[0] === "Project" && this.#elements[1] === "CodeBook");
    if (!inBook) return;
    if (name === "Codes") this.isCodebook = true;
    else if (name === "Set" && this.#elements.includes("Sets")) this.#tally.add(SETS);
    else if (name === "NoteRef" && parent === "Code") this.#tally.add(NOTES);
    else if (name === "Code" && (parent === "Code" || parent === "Codes")) this.#enter(attributes, depth, line);
  }

  #enter(attributes: Readonly<Record<string, string>>, depth: number, line: number): void {
    const above = this.#codes.at(-1);
    if (above) above.below++;
    if (depth > DEEPEST || this.#codes.length >= BOUNDS.depth) {
      this.#tally.add(TOO_DEEP, `line ${line}`);
      this.#codes.push({ made: undefined, path: [], description: "", below: 0 });
      return;
    }
    const name = (attributes.name ?? "").replace(/\s+/g, " ").trim().slice(0, BOUNDS.wording);
    const path = above?.path ?? [];
    if (attributes.color?.trim()) this.#tally.add(COLOURS);
    const guid = (attributes.guid ?? "").replace(/[{}\s]/g, "").toLowerCase();
    const own = [...path, name];
    const where = own.join("\0");
    if ((guid !== "" && this.#guids.has(guid)) || this.#paths.has(where)) this.#tally.add(SAME, `line ${line}`);
    this.#guids.add(guid);
    this.#paths.add(where);
    const codable = !/^\s*(?:false|0)\s*$/i.test(attributes.isCodable ?? "");
    const made = { category: category(path, name), codable };
    // A code stands before those below it; what it is turns out when it closes.
    this.#found.push(made.category);
    this.#codes.push({ made, path: own, description: "", below: 0 });
  }

  text(piece: string): void {
    const open = this.#codes.at(-1);
    if (open?.made && this.#elements.at(-1) === "Description" && this.#elements.at(-2) === "Code")
      if (open.description.length <= BOUNDS.prose * 4) open.description += piece;
  }

  close(): void {
    const name = this.#elements.pop();
    const parent = this.#elements.at(-1);
    if (name === "Code" && (parent === "Code" || parent === "Codes")) this.#leave(this.#codes.pop());
  }

  #leave(open: Open | undefined): void {
    if (!open?.made) return;
    const { category: made, codable } = open.made;
    const heads = open.below > 0 && made.path.length === 0 && THEMES.some((theme) => theme === kebab(made.name));
    if (!codable && open.below === 0) this.#tally.add(EMPTY_HEADING);
    if (!codable || heads) return;
    if (saysFacet(made.path, made.name)) {
      this.#tally.add(FACETS);
      return;
    }
    made.codable = true;
    this.#tally.add(NO_WORDS);
    const prose = open.description.replace(/\s+/g, " ").trim();
    const id = OWN_ID.exec(prose)?.[1];
    const ours = id !== undefined && this.#known.has(id);
    // Of a draft that is not laid over the lexicon any more, too: the id is the name's.
    const signed = ours || (id !== undefined && id === kebab(made.name));
    const definition = signed ? prose.replace(OWN_ID, "").trimEnd() : prose;
    if (definition.length > BOUNDS.prose) this.#tally.add(CUT);
    if (definition !== "") made.says.definition = definition.slice(0, BOUNDS.prose);
    if (ours) {
      made.says.prefLabel = made.name;
      made.id = id;
    }
  }

  /** The codes; headings only as part of their paths. What was open where the file broke off is left out. */
  finished(): Category[] {
    return this.#found.filter(({ codable }) => codable);
  }
}

/** Whether a code is one of the tree of facets that our own exports can hold: `trend: rising` under Facets and Trend. */
function saysFacet([top, facet]: readonly string[], name: string): boolean {
  if (top !== "Facets" || facet === undefined) return false;
  const values: Readonly<Record<string, readonly string[]>> = FACET_VALUES;
  const [own, value = ""] = name.split(": ");
  return own === facet.toLowerCase() && Object.hasOwn(values, own) && (values[own] ?? []).includes(value);
}

/** project.qde of a .qdpx project; anything that is no zip as it is. Undefined, with a problem, where the archive is damaged or holds none. */
export function unpackProject(bytes: Uint8Array, tally: Tally): Uint8Array | undefined {
  const zipped = strToU8("PK").every((byte, index) => bytes[index] === byte);
  if (!zipped) return bytes;
  try {
    // Only one entry is inflated, into no more room than its declared size, which a false header cannot stretch.
    let taken = false;
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (taken || !/\.qde$/i.test(name)) return false;
        taken = true;
        if (originalSize > BOUNDS.bytes)
          throw new RangeError(`${name} is larger than ${BOUNDS.bytes / 1024 / 1024} MiB`);
        return true;
      },
    });
    const [project] = Object.values(parts);
    if (project === undefined) tally.add(MALFORMED, "no project.qde in the archive");
    return project;
  } catch (error) {
    tally.add(MALFORMED, error instanceof RangeError ? error.message : "the archive is cut off or damaged");
    return undefined;
  }
}
