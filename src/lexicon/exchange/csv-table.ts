import { parseString } from "fast-csv";
import { APPRAISALS, ASSERTIONS, type Concept, Says, SECTORS, type Term, THEMES, TRENDS } from "../../model/index.js";
import { BOUNDS, type Category, category, MALFORMED, type Table } from "./dictionary.js";
import { counted, type Kind, type Tally } from "./tally.js";

/** Columns in the order in which they are written; all that a code and its terms hold. */
const COLUMNS = [
  "code",
  "label",
  "theme",
  "term",
  "with",
  "without",
  "within",
  "unless",
  "pos",
  "says",
  "note",
  "definition",
  "scope_note",
  "broader",
  "related",
  "expected_sectors",
  "yields_to",
  "code_unless",
  "code_says",
] as const;
type Column = (typeof COLUMNS)[number];

/** Other heads under which people keep the same thing. */
const ALSO: Readonly<Record<string, Column>> = {
  id: "code",
  category: "code",
  key: "code",
  name: "label",
  preflabel: "label",
  word: "term",
  words: "term",
  pattern: "term",
  keyword: "term",
  description: "definition",
  scope: "scope_note",
};

const VALUE: Kind = {
  rule: "unknown-value",
  severity: "warning",
  message: (count) => `${counted(count, "cell")} holds a value that its column does not know, and was passed over.`,
  wayOut: "See the columns of an exported CSV for the values in use.",
};

/** A list in one cell. */
const JOIN = "; ";

/** A code's row of its own facts stands at its first term; the terms follow, one a row. */
export function writeTable(concepts: readonly Concept[]): Table {
  const says = (one: Says | undefined): string =>
    Object.entries(one ?? {})
      .map(([facet, value]) => `${facet}=${value}`)
      .join(JOIN);
  const rows = concepts.flatMap((concept) => {
    const terms: Partial<Term>[] = concept.terms.map((term) => (typeof term === "string" ? { term } : term));
    return (terms.length === 0 ? [{}] : terms).map((term: Partial<Term>, index) => [
      concept.id,
      concept.prefLabel,
      concept.theme,
      term.term ?? "",
      (term.with ?? []).join(JOIN),
      (term.without ?? []).join(JOIN),
      term.within === undefined ? "" : String(term.within),
      (term.unless ?? []).join(JOIN),
      term.pos ?? "",
      says(term.says),
      term.note ?? "",
      ...(index > 0
        ? ["", "", "", "", "", "", "", ""]
        : [
            concept.definition,
            concept.scopeNote ?? "",
            concept.broader ?? "",
            (concept.related ?? []).join(JOIN),
            concept.expectedSectors.join(JOIN),
            concept.yieldsTo.join(JOIN),
            concept.unless.join(JOIN),
            says(concept.says),
          ]),
    ]);
  });
  return { columns: COLUMNS, rows };
}

/** Reads a CSV (comma, semicolon or tab; a head line in any order) back into codes with terms in the term language. */
export async function readTable(text: string, tally: Tally): Promise<Category[]> {
  const body = text.replace(/^sep=.\n/i, "");
  const head = body.slice(0, body.indexOf("\n") < 0 ? undefined : body.indexOf("\n"));
  const delimiter = [",", ";", "\t"].sort((a, b) => head.split(b).length - head.split(a).length)[0]!;
  const lines = await parsed(body, delimiter, tally);
  const columns = (lines[0] ?? []).map((name) => columnOf(stripped(name)));
  if (!columns.includes("code") && !columns.includes("label")) {
    tally.add(MALFORMED, "no column is called code or label");
    return [];
  }
  const found = new Map<string, Category>();
  for (const [index, cells] of lines.slice(1).entries()) {
    const cell = (column: Column): string => stripped(cells[columns.indexOf(column)] ?? "").trim();
    const name = cell("code") || cell("label");
    if (name === "") {
      if (cells.some((one) => one.trim() !== "")) tally.add(MALFORMED, `row ${index + 2}: no code`);
      continue;
    }
    const own = found.get(name) ?? category([], name);
    found.set(name, own);
    Object.assign(own.says, factsOf(cell, own.says, tally, index + 2));
    const term = termOf(cell, tally, index + 2);
    if (term !== undefined) own.terms.push(term);
  }
  return [...found.values()];
}

function columnOf(head: string): Column | undefined {
  const name = head
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
  return COLUMNS.find((column) => column === name) ?? (Object.hasOwn(ALSO, name) ? ALSO[name] : undefined);
}

/** A cell without the apostrophe that keeps a spreadsheet from running it. */
function stripped(cell: string): string {
  return /^'\s*[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

async function parsed(text: string, delimiter: string, tally: Tally): Promise<string[][]> {
  const rows: string[][] = [];
  await new Promise<void>((resolve) => {
    parseString(text, { delimiter, headers: false, maxRows: BOUNDS.words })
      .on("error", (error: Error) => {
        tally.add(MALFORMED, `after row ${rows.length}: ${error.message.split("\n")[0]!.slice(0, 60)}`);
        resolve();
      })
      .on("data", (row: string[]) => rows.push(row))
      .on("end", () => resolve());
  });
  return rows;
}

const list = (cell: string): string[] =>
  cell
    .split(";")
    .map((one) => one.trim())
    .filter((one) => one !== "");

function factsOf(
  cell: (column: Column) => string,
  known: Partial<Concept>,
  tally: Tally,
  row: number,
): Partial<Concept> {
  const given: Partial<Concept> = {};
  const fact = <Name extends keyof Concept>(name: Name, value: Concept[Name] | undefined): void => {
    if (
      value !== undefined &&
      value !== "" &&
      !(Array.isArray(value) && value.length === 0) &&
      known[name] === undefined
    )
      given[name] = value;
  };
  const one = <Value extends string>(column: Column, values: readonly Value[]): Value[] =>
    list(cell(column)).flatMap((word) => {
      const value = values.find((each) => each === word.toLowerCase());
      if (value === undefined) tally.add(VALUE, `row ${row}, ${column}`);
      return value ?? [];
    });
  fact("prefLabel", cell("label"));
  fact("theme", one("theme", THEMES)[0]);
  fact("definition", cell("definition"));
  fact("scopeNote", cell("scope_note"));
  fact("broader", cell("broader"));
  fact("related", list(cell("related")));
  fact("expectedSectors", one("expected_sectors", SECTORS));
  fact("yieldsTo", list(cell("yields_to")));
  fact("unless", list(cell("code_unless")));
  fact("says", saysOf(cell("code_says"), tally, row));
  return given;
}

function termOf(cell: (column: Column) => string, tally: Tally, row: number): string | Term | undefined {
  const term = cell("term");
  if (term === "") return undefined;
  const pos = (["NOUN", "VERB", "PROPN", "ADJ"] as const).find((tag) => tag === cell("pos").toUpperCase());
  const within = /^[1-9]\d{0,2}$/.test(cell("within")) ? Number(cell("within")) : undefined;
  if ((cell("pos") && !pos) || (cell("within") && within === undefined)) tally.add(VALUE, `row ${row}`);
  const lists = { with: list(cell("with")), without: list(cell("without")), unless: list(cell("unless")) };
  const rest: Omit<Term, "term"> = {
    ...(lists.with.length > 0 && { with: lists.with }),
    ...(lists.without.length > 0 && { without: lists.without }),
    ...(within !== undefined && { within }),
    ...(lists.unless.length > 0 && { unless: lists.unless }),
    ...(pos && { pos }),
    ...(cell("says") && { says: saysOf(cell("says"), tally, row) }),
    ...(cell("note") && { note: cell("note") }),
  };
  return Object.keys(rest).length === 0 ? term : { term, ...rest };
}

function saysOf(cell: string, tally: Tally, row: number): Says | undefined {
  if (cell === "") return undefined;
  const known: Readonly<Record<string, readonly string[]>> = {
    assertion: ASSERTIONS,
    trend: TRENDS,
    appraisal: APPRAISALS,
  };
  const pairs = list(cell).map((pair) => pair.split("=").map((part) => part.trim()));
  const good = pairs.filter(([facet, value]) => known[facet ?? ""]?.includes(value ?? ""));
  if (good.length < pairs.length) tally.add(VALUE, `row ${row}, says`);
  return good.length === 0 ? undefined : Says.parse(Object.fromEntries(good));
}
