import { unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { Stop } from "../model/index.js";

/** Largest workbook that is read, packed and unpacked, and most cells of a sheet. */
const MOST_BYTES = 256 * 1024 * 1024;
const MOST_CELLS = 5_000_000;

/** A row below the head: its number in the sheet and its cells by the head above them. */
export type SheetRow = { readonly row: number; readonly cells: ReadonlyMap<string, string> };

/**
 * One sheet of a workbook (.xlsx) as texts under the heads of its first filled row, wherever its columns stand now.
 *
 * @throws Stop where the file is no workbook, is too large or has no such sheet.
 */
export function readSheet(bytes: Uint8Array, name: string, file: string): SheetRow[] {
  try {
    return rowsOf(bytes, name, file);
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop(`${file} is damaged, or no workbook. Save it again as .xlsx and try once more.`);
  }
}

function rowsOf(bytes: Uint8Array, name: string, file: string): SheetRow[] {
  const head = unpack(bytes, file, (path) => path === "xl/workbook.xml" || path === "xl/_rels/workbook.xml.rels");
  const id = attributesOf(head.get("xl/workbook.xml"), "sheet").find((sheet) => sheet.name === name)?.id;
  const target = attributesOf(head.get("xl/_rels/workbook.xml.rels"), "Relationship").find((each) => each.Id === id);
  if (id === undefined || target?.Target === undefined)
    throw new Stop(
      `${file} has no sheet ${name}. Give the matrix.xlsx of a review, with its sheets as they were named.`,
    );
  const path = target.Target.startsWith("/") ? target.Target.slice(1) : `xl/${target.Target}`;
  const parts = unpack(bytes, file, (entry) => entry === path || entry === "xl/sharedStrings.xml");
  const grid = cellsOf(parts.get(path), sharedStrings(parts.get("xl/sharedStrings.xml")), file);
  const [first, ...rest] = [...grid].filter(([, cells]) => cells.size > 0);
  const heads = first?.[1] ?? new Map<string, string>();
  return rest.map(([row, cells]) => ({
    row,
    cells: new Map([...heads].map(([column, title]) => [title.trim(), cells.get(column) ?? ""])),
  }));
}

function unpack(bytes: Uint8Array, file: string, wanted: (path: string) => boolean): Map<string, string> {
  let total = 0;
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!wanted(name)) return false;
      total += originalSize;
      if (total > MOST_BYTES || bytes.length > MOST_BYTES)
        throw new Stop(
          `${file} is larger than ${MOST_BYTES >> 20} MiB unpacked. Delete its sheet Evidence and try once more.`,
        );
      return true;
    },
  });
  const decoder = new TextDecoder();
  return new Map(Object.entries(parts).map(([path, part]) => [path, decoder.decode(part)]));
}

type Listener = {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
};

/** Walks XML by local names, so that any prefix will do. The parser expands no entities of its own. */
function walk(xml: string | undefined, listener: Listener): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    listener.open(
      tag.local,
      Object.fromEntries(Object.values(tag.attributes).map(({ local, value }) => [local, value])),
    );
  });
  const text = (words: string) => listener.text?.(words);
  parser.on("text", text);
  parser.on("cdata", text);
  parser.on("closetag", (tag) => listener.close?.(tag.local));
  parser.write(xml ?? "<none/>").close();
}

function attributesOf(xml: string | undefined, element: string): Readonly<Record<string, string>>[] {
  const found: Readonly<Record<string, string>>[] = [];
  walk(xml, { open: (name, attributes) => name === element && found.push(attributes) });
  return found;
}

/** `_x000D_` stands for a character that XML cannot hold. */
const unescaped = (text: string) =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The shared texts of a workbook, runs of rich text joined and readings of characters left out. */
function sharedStrings(xml: string | undefined): string[] {
  const strings: string[] = [];
  let [own, inText, phonetic] = ["", false, 0];
  walk(xml, {
    open: (name) => {
      if (name === "si") own = "";
      else if (name === "rPh") phonetic++;
      inText = name === "t" && phonetic === 0;
    },
    text: (words) => {
      if (inText) own += words;
    },
    close: (name) => {
      if (name === "si") strings.push(unescaped(own));
      else if (name === "rPh") phonetic--;
      inText = false;
    },
  });
  return strings;
}

/** Texts of a sheet by row and column letters; empty cells are not there. */
function cellsOf(xml: string | undefined, shared: readonly string[], file: string): Map<number, Map<string, string>> {
  const rows = new Map<number, Map<string, string>>();
  let [place, type, value, inValue, count] = ["", "", "", false, 0];
  walk(xml, {
    open: (name, attributes) => {
      if (name === "c") [place, type, value] = [attributes.r ?? "", attributes.t ?? "n", ""];
      inValue = name === "v" || name === "t";
    },
    text: (words) => {
      if (inValue) value += words;
    },
    close: (name) => {
      inValue = false;
      if (name !== "c") return;
      count++;
      if (count > MOST_CELLS) throw new Stop(`${file} has more than ${MOST_CELLS} cells in one sheet.`);
      const [, column = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(place) ?? [];
      const text = type === "s" ? (shared[Number(value)] ?? "") : type === "inlineStr" ? unescaped(value) : value;
      if (column === "" || text === "") return;
      const cells = rows.get(Number(row)) ?? new Map<string, string>();
      rows.set(Number(row), cells.set(column, text));
    },
  });
  return rows;
}
