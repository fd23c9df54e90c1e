import { readCategoryXml, writeYoshikoder } from "./category-xml.js";
import { readTable } from "./csv-table.js";
import type { Category, PlainLexicon } from "./dictionary.js";
import { readJsonLd, writeJsonLd } from "./json-ld.js";
import { readLexicoder, writeLexicoder } from "./lexicoder.js";
import { readLiwc, writeLiwc } from "./liwc.js";
import { readQuanteda, writeQuanteda } from "./quanteda.js";
import { readRefiQda, unpackProject } from "./refi-qda.js";
import { categoriesOf, skosTriples } from "./skos.js";
import type { Tally } from "./tally.js";
import { readTurtle, writeTurtle } from "./turtle.js";
import { readWordstat, writeWordstat } from "./wordstat.js";

/** Names by which a format is asked for. */
export const EXCHANGE_FORMATS = [
  "skos-turtle",
  "skos-jsonld",
  "liwc",
  "wordstat",
  "yoshikoder",
  "lexicoder",
  "quanteda",
  "csv",
] as const;
export type ExchangeFormat = (typeof EXCHANGE_FORMATS)[number];

/** Names of all formats that are read; a codebook holds no terms, and every run writes one as codebook.qdc. */
export const IMPORT_FORMATS = [...EXCHANGE_FORMATS, "refi-qda"] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** What a format is called, can say, and how it is read and written. */
interface Format {
  readonly title: string;
  /** Ends of file names, the usual one first. */
  readonly extensions: readonly string[];
  /** Whether a star may stand before the end of a word. */
  readonly suffix: boolean;
  readonly definitions: boolean;
  readonly themes: boolean;
  /** The file to be read out of an archive; undefined, with a problem, where there is none. */
  readonly unpack?: (bytes: Uint8Array, tally: Tally) => Uint8Array | undefined;
  /** `known`: ids of codes whose terms are there already. */
  readonly read: (text: string, tally: Tally, known: ReadonlySet<string>) => Category[] | Promise<Category[]>;
  /** Absent for CSV, which carries codes as they are, and for what is only read. */
  readonly write?: (lexicon: PlainLexicon) => string | Promise<string>;
}

/** Every format by its name. */
export const FORMATS: Readonly<Record<ImportFormat, Format>> = {
  "skos-turtle": {
    title: "SKOS",
    extensions: [".ttl", ".turtle", ".nt"],
    suffix: true,
    definitions: true,
    themes: true,
    read: async (text, tally, known) => categoriesOf(await readTurtle(text, tally), tally, known),
    write: (lexicon) => writeTurtle(skosTriples(lexicon)),
  },
  "skos-jsonld": {
    title: "SKOS",
    extensions: [".jsonld", ".json"],
    suffix: true,
    definitions: true,
    themes: true,
    read: (text, tally, known) => categoriesOf(readJsonLd(text, tally), tally, known),
    write: (lexicon) => writeJsonLd(skosTriples(lexicon)),
  },
  liwc: {
    title: "LIWC",
    extensions: [".dic"],
    suffix: false,
    definitions: false,
    themes: false,
    read: readLiwc,
    write: writeLiwc,
  },
  wordstat: {
    title: "WordStat",
    extensions: [".cat"],
    suffix: true,
    definitions: false,
    themes: true,
    read: readWordstat,
    write: writeWordstat,
  },
  yoshikoder: {
    title: "Yoshikoder",
    extensions: [".ykd", ".xml"],
    suffix: true,
    definitions: true,
    themes: true,
    read: readCategoryXml,
    write: writeYoshikoder,
  },
  lexicoder: {
    title: "Lexicoder",
    extensions: [".lc3"],
    suffix: false,
    definitions: false,
    themes: false,
    read: readLexicoder,
    write: writeLexicoder,
  },
  quanteda: {
    title: "quanteda",
    extensions: [".yml", ".yaml"],
    suffix: true,
    definitions: false,
    themes: true,
    read: readQuanteda,
    write: writeQuanteda,
  },
  csv: {
    title: "CSV",
    extensions: [".csv", ".tsv"],
    suffix: true,
    definitions: true,
    themes: true,
    read: readTable,
  },
  "refi-qda": {
    title: "REFI-QDA",
    extensions: [".qdc", ".qdpx", ".qde"],
    suffix: false,
    definitions: true,
    themes: true,
    unpack: unpackProject,
    read: readRefiQda,
  },
};

/** The format that a file's name tells of, or undefined. */
export function formatOf(path: string): ImportFormat | undefined {
  const name = path.toLowerCase();
  return IMPORT_FORMATS.find((format) => FORMATS[format].extensions.some((end) => name.endsWith(end)));
}
