import { existsSync } from "node:fs";
import { join } from "node:path";
import { type DuckDBAppender, type DuckDBConnection, DuckDBInstance, INTEGER, LIST, VARCHAR } from "@duckdb/node-api";
import { type ColumnKind, columnName, TABLES, type TableName } from "./columns.js";
import type { Effects } from "./effects.js";

/** Rows as they come from the model; only the fields that {@link TABLES} names are kept. */
export type Row = Readonly<Record<string, unknown>>;

/** The type in the database of each kind of column. */
export const SQL_TYPE: Record<ColumnKind, string> = {
  text: "VARCHAR",
  int: "INTEGER",
  real: "DOUBLE",
  flag: "BOOLEAN",
  texts: "VARCHAR[]",
  ints: "INTEGER[]",
  json: "VARCHAR",
};

/** A DuckDB in memory, with one thread, so that rows keep their order and files their bytes. */
export async function openMemory(): Promise<{ connection: DuckDBConnection; close(): void }> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  return {
    connection,
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** A text as SQL writes it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Path of one review's part of a table under a run's folder. Rows of no review stand in Hive's default partition. */
export function partPath(table: TableName, review: string): string {
  return `data/${table}/review=${review === "" ? "__HIVE_DEFAULT_PARTITION__" : review}/part.parquet`;
}

/** Writes tables as Parquet, one file a review and table, in the order in which rows are given. */
export async function openTableWriter(effects: Effects): Promise<{
  write(path: string, table: TableName, rows: readonly Row[]): Promise<void>;
  close(): void;
}> {
  const { connection, close } = await openMemory();
  const ready = new Set<TableName>();
  return {
    async write(path, table, rows) {
      const columns = Object.entries(TABLES[table]) as [string, ColumnKind][];
      if (!ready.has(table)) {
        const list = columns.map(([field, kind]) => `"${columnName(field)}" ${SQL_TYPE[kind]}`).join(", ");
        await connection.run(`CREATE TABLE ${table} (${list})`);
        ready.add(table);
      }
      const appender = await connection.createAppender(table);
      for (const row of rows) {
        for (const [field, kind] of columns) append(appender, kind, row[field]);
        appender.endRow();
      }
      appender.closeSync();
      await effects.makeFolder(join(path, ".."));
      await connection.run(`COPY ${table} TO ${quoted(path)} (FORMAT parquet, COMPRESSION zstd)`);
      await connection.run(`TRUNCATE ${table}`);
      await effects.settle(path);
    },
    close,
  };
}

const APPEND: Record<ColumnKind, (appender: DuckDBAppender, value: never) => void> = {
  text: (appender, value: string) => appender.appendVarchar(value),
  int: (appender, value: number) => appender.appendInteger(value),
  real: (appender, value: number) => appender.appendDouble(value),
  flag: (appender, value: boolean) => appender.appendBoolean(value),
  texts: (appender, value: string[]) => appender.appendList(value, LIST(VARCHAR)),
  ints: (appender, value: number[]) => appender.appendList(value, LIST(INTEGER)),
  json: (appender, value: unknown) => appender.appendVarchar(JSON.stringify(value)),
};

function append(appender: DuckDBAppender, kind: ColumnKind, value: unknown): void {
  if (value === undefined || value === null) appender.appendNull();
  else APPEND[kind](appender, value as never);
}

/** What of the tables is read. */
export interface ReadOptions {
  /** Ids of the reviews whose parts are read; default: all, and what belongs to none. */
  reviews?: readonly string[];
  /** Columns that are passed over, as `table.field`. */
  without?: readonly string[];
}

/** Reads tables of a run back, each with its rows in the order in which they were written, reviews by id; no rows of a table that the run has not. */
export async function readTables<Name extends TableName>(
  folder: string,
  names: readonly Name[],
  { reviews, without = [] }: ReadOptions = {},
): Promise<Record<Name, Row[]>> {
  const { connection, close } = await openMemory();
  try {
    const tables = {} as Record<Name, Row[]>;
    for (const table of names) {
      tables[table] = [];
      if (!hasTable(folder, table)) continue;
      const columns = Object.entries(TABLES[table]) as [string, ColumnKind][];
      const files = reviews?.map((review) => literalGlob(join(folder, partPath(table, review))));
      const parts = files ? `[${files.map(quoted).join(", ")}]` : quoted(tableGlob(folder, table));
      const passedOver = columns.map(([field]) => field).filter((field) => without.includes(`${table}.${field}`));
      const but =
        passedOver.length > 0 ? ` EXCLUDE (${passedOver.map((field) => `"${columnName(field)}"`).join(", ")})` : "";
      const result = await connection.runAndReadAll(
        `SELECT *${but} FROM read_parquet(${parts}, hive_partitioning=false)`,
      );
      tables[table] = result.getRowObjectsJS().map((row) => {
        const read: Record<string, unknown> = {};
        for (const [field, kind] of columns) {
          const value = row[columnName(field)];
          if (value === null || value === undefined) continue;
          read[field] = kind === "json" ? JSON.parse(value as string) : value;
        }
        return read;
      });
    }
    return tables;
  } finally {
    close();
  }
}

/** Whether a run has a table at all: one that was made before the table was thought of has none. */
export function hasTable(folder: string, table: TableName): boolean {
  return existsSync(join(folder, "data", table));
}

/** Every part of a table, as DuckDB globs it. Characters of the folder that a glob would read otherwise are set in brackets. */
export function tableGlob(folder: string, table: TableName): string {
  return join(literalGlob(folder), "data", table, "*", "part.parquet");
}

/** A path that DuckDB's glob takes as it stands. */
function literalGlob(path: string): string {
  return path.replace(/[[*?]/g, "[$&]");
}
