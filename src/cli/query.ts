import { query } from "../store/index.js";
import { columns, cut, type Io } from "./io.js";
import { type SavedOptions, savedFolder } from "./saved.js";

/** Widest cell that is shown; `--json` gives all of it. */
const WIDTH = 60;

/** `triangulum query SQL`: read-only SQL on a saved run. */
export async function queryCommand(
  sql: string,
  options: SavedOptions & { run: string; json?: boolean },
  io: Io,
): Promise<number> {
  const answer = await query(await savedFolder(options.run, options), sql);
  if (options.json) io.out(`${JSON.stringify(answer.rows)}\n`);
  else io.out(columns([answer.columns, ...answer.rows.map((row) => answer.columns.map((name) => shown(row[name])))]));
  return 0;
}

function shown(value: unknown): string | number {
  if (typeof value === "number") return value;
  const text =
    typeof value === "string"
      ? value
      : Array.isArray(value)
        ? value.join("; ")
        : value === null
          ? ""
          : JSON.stringify(value);
  return cut(text.replace(/\s+/g, " "), WIDTH);
}
