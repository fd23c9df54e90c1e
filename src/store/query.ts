import { join } from "node:path";
import { StatementType } from "@duckdb/node-api";
import { Stop } from "../model/index.js";
import { TABLE_NAMES } from "./columns.js";
import { hasTable, openMemory, quoted, tableGlob } from "./parquet.js";

/** Rows of an answer, every value as JSON can hold it; columns in the order of the query. */
export interface Answered {
  columns: string[];
  rows: Record<string, unknown>[];
}

/**
 * Runs one read-only statement on the tables of a saved run. The run's own files are all that it can reach: no other
 * file, no network, no extension, no setting.
 *
 * @throws Stop when the statement is not one SELECT (or EXPLAIN, DESCRIBE, SUMMARIZE), or the database refuses it.
 */
export async function query(folder: string, sql: string): Promise<Answered> {
  const { connection, close } = await openMemory();
  try {
    await connection.run(`SET allowed_directories=[${quoted(join(folder, "data", "/"))}]`);
    await connection.run("SET enable_external_access=false");
    for (const table of TABLE_NAMES.filter((name) => hasTable(folder, name)))
      await connection.run(
        `CREATE VIEW ${table} AS SELECT * FROM read_parquet(${quoted(tableGlob(folder, table))}, hive_partitioning=false)`,
      );
    await connection.run("SET lock_configuration=true");
    return await refusable(async () => {
      const statements = await connection.extractStatements(sql);
      if (statements.count !== 1) throw new Stop(`Expected one SQL statement, found ${statements.count}.`);
      const statement = await statements.prepare(0);
      if (statement.statementType !== StatementType.SELECT && statement.statementType !== StatementType.EXPLAIN)
        throw new Stop("Only statements that read are run here: SELECT, FROM, DESCRIBE, SUMMARIZE, EXPLAIN.");
      const result = await statement.runAndReadAll();
      return { columns: result.columnNames(), rows: result.getRowObjectsJson() };
    });
  } finally {
    close();
  }
}

async function refusable<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop(`The database refused the statement: ${(error as Error).message}`);
  }
}
