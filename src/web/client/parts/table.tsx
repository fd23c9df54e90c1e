import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { number } from "./words.js";

export interface Column<Row> {
  readonly head: string;
  /** Numbers stand at the right. */
  readonly number?: boolean;
  /** What is shown; default: the value. */
  readonly show?: (row: Row) => ComponentChildren;
  /** What is sorted by. */
  readonly value: (row: Row) => string | number;
}

/** Rows shown before a reader asks for the rest. */
const FIRST = 100;

/** A table whose heads sort it; a long one opens in steps. */
export function Table<Row>({
  caption,
  hideCaption = false,
  columns,
  rows,
  keyOf,
}: {
  caption: string;
  hideCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
}) {
  const [sort, setSort] = useState<{ column: number; down: boolean }>();
  const [most, setMost] = useState(FIRST);
  const by = sort === undefined ? undefined : columns[sort.column];
  const sorted =
    by === undefined || sort === undefined
      ? rows
      : [...rows].sort((a, b) => {
          const [x, y] = [by.value(a), by.value(b)];
          return (x < y ? -1 : x > y ? 1 : 0) * (sort.down ? -1 : 1);
        });
  return (
    // A region that scrolls sideways must be reached with the keyboard.
    <section class="table-scroll" tabIndex={0} aria-label={caption}>
      <table>
        <caption class={hideCaption ? "hidden" : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, place) => (
              <th
                scope="col"
                key={column.head}
                class={column.number ? "number" : undefined}
                aria-sort={sort?.column === place ? (sort.down ? "descending" : "ascending") : "none"}
              >
                <button
                  type="button"
                  class="sort"
                  onClick={() =>
                    setSort({ column: place, down: sort?.column === place ? !sort.down : column.number === true })
                  }
                >
                  {column.head}
                  <span aria-hidden="true">{sort?.column === place ? (sort.down ? " ↓" : " ↑") : ""}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, most).map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) => (
                <td key={column.head} class={column.number ? "number" : undefined}>
                  {column.show?.(row) ?? shown(column.value(row))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > most && (
        <p class="more">
          <button type="button" onClick={() => setMost(most + 500)}>
            Show more ({number(rows.length - most)} rows are left)
          </button>
        </p>
      )}
    </section>
  );
}

function shown(value: string | number): string {
  return typeof value === "number" ? number(value) : value;
}
