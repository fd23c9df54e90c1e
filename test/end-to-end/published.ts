import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import { parseString } from "fast-csv";
import { strFromU8, unzipSync } from "fflate";

/** A row of a published CSV, by its header. */
export type Row = Readonly<Record<string, string>>;

/** The paths of all files under a folder, with forward slashes, sorted. */
export async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}

/** A CSV as a spreadsheet reads it; the apostrophe that keeps a cell from being run is stripped. */
export async function readTable(...path: string[]): Promise<{ header: string; rows: Row[] }> {
  const text = await readFile(join(...path), "utf8");
  const rows = await new Promise<Row[]>((resolve, reject) => {
    const read: Row[] = [];
    parseString<Record<string, string>, Record<string, string>>(text, { headers: true, strictColumnHandling: true })
      .on("error", reject)
      .on("data-invalid", (row) => reject(new Error(`A row of ${path.at(-1)} has other columns: ${row}`)))
      .on("data", (row: Record<string, string>) =>
        read.push(
          Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, cell.replace(/^'(?=\s*[=+@\t\r-])/, "")])),
        ),
      )
      .on("end", () => resolve(read));
  });
  return { header: text.slice(0, text.indexOf("\n")), rows };
}

/** Office files and projects: zips, whose entries are searched and not their packed bytes. */
const ZIPS = /\.(?:xlsx|docx|qdpx)$/;

/** The words of all files under the folders: text as it stands, Parquet as its rows, gzip and zips unpacked. By path. */
export async function readWords(...folders: string[]): Promise<Map<string, string>> {
  const words = new Map<string, string>();
  const database = await (await DuckDBInstance.create(":memory:")).connect();
  try {
    for (const folder of folders)
      for (const path of await filesUnder(folder)) {
        const file = join(folder, path);
        if (path.endsWith(".parquet")) {
          const rows = await database.runAndReadAll("SELECT * FROM read_parquet(?)", [file]);
          words.set(file, spoken(JSON.stringify(rows.getRowObjectsJson())));
        } else if (ZIPS.test(path)) {
          const entries = Object.entries(unzipSync(await readFile(file)));
          words.set(file, spoken(entries.map(([name, bytes]) => `${name}\n${strFromU8(bytes)}`).join("\n")));
        } else {
          const bytes = await readFile(file);
          words.set(file, spoken((path.endsWith(".gz") ? await promisify(gunzip)(bytes) : bytes).toString("utf8")));
        }
      }
    return words;
  } finally {
    database.closeSync();
  }
}

/** JSON's marks for line ends and tabs as spaces, so that the words beside them stand alone, and a page's apostrophes as such. */
function spoken(text: string): string {
  return text.replace(/\\[nrt]/g, " ").replace(/&(?:#39|#x27|apos);/g, "'");
}
