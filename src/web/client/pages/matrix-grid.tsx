import { Component } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { useWindow } from "../data/virtual.js";
import { Doubts, Verdict } from "../parts/chips.js";
import { number, VERDICT_NAMES, VERDICTS, type VerdictName } from "../parts/words.js";
import type { Asked, MatrixModel, MatrixRow } from "./matrix-model.js";

const ROW = 34;
const GROUP = 34;
/** Columns that come and go together. */
const BLOCK = 8;
/** Pixels of the column of codes, and where there is little room. */
const CODES = 428;
const NARROW = 210;
/** Past so many columns their heads stand upright. */
const WIDE = 12;

/** Where the reader stands: -1 is the column of the codes. */
interface Place {
  readonly row: number;
  readonly column: number;
}

interface Props {
  readonly model: MatrixModel;
  readonly unit: Asked["count"];
  /** Opens the quotes of a cell; column -1 is the whole row. */
  readonly open: (column: number, code: string) => void;
  /** The cell whose quotes are open. */
  readonly at: { readonly code?: string; readonly session?: string };
}

/** The grid with its sticky heads. Only what is in sight stands in the page; arrow keys move, Enter opens. */
export function MatrixGrid({ model, unit, open, at }: Props) {
  const scroll = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Place>({ row: model.rows[0]?.kind === "group" ? 1 : 0, column: 0 });
  const refocus = useRef(false);
  const narrow = useNarrow();
  const { columns, rows } = model;
  const upright = columns.length > WIDE;
  const width = upright ? 50 : columnWidth(columns.length, at.code !== undefined);
  const left = narrow ? NARROW : CODES;
  const head = upright ? 168 : 84;
  const across = useWindow({
    count: columns.length,
    scroll,
    size: () => width,
    horizontal: true,
    start: left,
    overscan: 2,
  });
  const down = useWindow({
    count: rows.length,
    scroll,
    size: (index) => (rows[index]?.kind === "group" ? GROUP : ROW),
    start: head,
    overscan: 8,
  });
  const printing = usePrinting();

  useLayoutEffect(() => {
    if (!refocus.current) return;
    const cell = scroll.current?.querySelector<HTMLElement>(`[data-row="${place.row}"][data-column="${place.column}"]`);
    if (cell) {
      refocus.current = false;
      cell.focus({ preventScroll: true });
    }
  });

  if (printing) return <PrintedMatrix model={model} unit={unit} />;

  const move = (next: Place) => {
    const row = Math.max(0, Math.min(rows.length - 1, next.row));
    const column = Math.max(-1, Math.min(columns.length - 1, next.column));
    refocus.current = true;
    setPlace({ row, column });
    down.scrollTo(row);
    if (column >= 0) across.scrollTo(column);
  };
  const press = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const row = rows[place.row];
    if ((event.key === "Enter" || event.key === " ") && row?.kind === "code") {
      event.preventDefault();
      open(place.column, row.concept.id);
    } else if (step !== undefined && !event.altKey && !event.metaKey) {
      event.preventDefault();
      move(step(place, { rows: rows.length, columns: columns.length, far: event.ctrlKey }));
    }
  };
  const click = (event: MouseEvent) => {
    const cell = (event.target as Element).closest<HTMLElement>("[data-row]");
    if (cell === null) return;
    const [row, column] = [Number(cell.dataset.row), Number(cell.dataset.column)];
    setPlace({ row, column });
    const chosen = rows[row];
    if (chosen?.kind === "code") open(column, chosen.concept.id);
  };
  // Rows change with whole blocks of columns, so that most steps of a sideways scroll make none of them again.
  const first = Math.floor((across.items[0]?.index ?? 0) / BLOCK) * BLOCK;
  const last = Math.ceil(((across.items.at(-1)?.index ?? -1) + 1) / BLOCK) * BLOCK - 1;
  return (
    <div
      class={`matrix${upright ? " matrix-upright" : ""}`}
      ref={scroll}
      role="grid"
      aria-label="Codes by columns; arrow keys move, Enter opens the quotes"
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      onKeyDown={press}
      onClick={click}
      tabIndex={-1}
    >
      <div class="matrix-sheet" style={{ width: `${across.total}px`, height: `${down.total}px` }}>
        <div
          class="matrix-heads"
          role="row"
          aria-rowindex={1}
          style={{ height: `${head}px`, width: `${across.total}px` }}
        >
          <div
            class="matrix-corner"
            role="columnheader"
            aria-colindex={1}
            style={{ width: `${left}px`, height: `${head}px` }}
          >
            <span>Code</span>
            {!narrow && (
              <span>
                {model.wholeReviews || !rows.some((row) => row.kind === "code" && row.verdict) ? "Verdicts" : "Verdict"}
              </span>
            )}
            <span class="number">{TOTALS[unit]}</span>
          </div>
          {across.items.map(({ index, start }) => {
            const column = columns[index];
            return (
              <div
                key={index}
                class="matrix-columnhead"
                role="columnheader"
                aria-colindex={index + 2}
                title={`${column?.name}: ${column?.more}`}
                style={{ left: `${start}px`, width: `${width}px`, height: `${head}px` }}
              >
                <span class="matrix-columnname">
                  {column?.name}
                  <small>{column?.more}</small>
                </span>
              </div>
            );
          })}
        </div>
        {down.items.map(({ index, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <Line
              key={index}
              {...{ row, index, start, first, last, left, width, narrow }}
              columns={columns.length}
              whole={model}
              active={place.row === index ? place.column : undefined}
              opened={row.kind === "code" && row.concept.id === at.code ? openedColumn(model, at.session) : undefined}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Pixels of a column whose head is read straight: what the window has room for, within reason. */
function columnWidth(columns: number, beside: boolean): number {
  const room = innerWidth - CODES - (beside ? 540 : 70);
  return Math.max(88, Math.min(190, Math.floor(room / Math.max(1, columns))));
}

const TOTALS = { mentions: "Mentions", sessions: "Sessions", sectors: "Sectors" } as const;

function openedColumn({ columns }: MatrixModel, session: string | undefined): number {
  return session === undefined ? -1 : columns.findIndex((column) => column.session === session);
}

type Sizes = { readonly rows: number; readonly columns: number; readonly far: boolean };
const STEPS: Readonly<Record<string, (place: Place, sizes: Sizes) => Place>> = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  PageUp: ({ row, column }) => ({ row: row - 10, column }),
  PageDown: ({ row, column }) => ({ row: row + 10, column }),
  Home: ({ row }, { far }) => ({ row: far ? 0 : row, column: -1 }),
  End: ({ row }, { rows, columns, far }) => ({ row: far ? rows - 1 : row, column: columns - 1 }),
};

interface LineProps {
  row: MatrixRow;
  index: number;
  start: number;
  first: number;
  last: number;
  left: number;
  width: number;
  narrow: boolean;
  columns: number;
  whole: MatrixModel;
  active: number | undefined;
  opened: number | undefined;
}

/** A row; made again only when what it shows changes, so that scrolling costs the rows that come. */
class Line extends Component<LineProps> {
  override shouldComponentUpdate(next: Readonly<LineProps>): boolean {
    const now = this.props;
    return (Object.keys(next) as (keyof LineProps)[]).some((key) => next[key] !== now[key]);
  }

  override render({ row, index, start, first, last, left, width, narrow, columns, whole, active, opened }: LineProps) {
    if (row.kind === "group")
      return (
        <div
          class="matrix-group"
          role="row"
          aria-rowindex={index + 2}
          style={{ top: `${start}px`, height: `${GROUP}px` }}
        >
          <div
            role="rowheader"
            aria-colindex={1}
            data-row={index}
            data-column={-1}
            tabIndex={active === undefined ? -1 : 0}
            class="matrix-grouphead"
          >
            {row.title} <small>{row.codes}</small>
          </div>
        </div>
      );
    const cells = [];
    for (let column = first; column <= Math.min(last, columns - 1); column++) {
      const cell = row.cells[column];
      if (cell === undefined) continue;
      cells.push(
        <div
          key={column}
          role="gridcell"
          aria-colindex={column + 2}
          aria-label={`${row.concept.label}, ${whole.columns[column]?.name}: ${cell.says}`}
          title={cell.says}
          data-row={index}
          data-column={column}
          tabIndex={active === column ? 0 : -1}
          class={`cell ${cell.look}${opened === column ? " opened" : ""}`}
          style={{ left: `${left + column * width}px`, width: `${width}px` }}
        >
          {cell.sign !== "" && <span class="sign">{cell.sign}</span>}
          {cell.count > 0 && <span class="count">{cell.count}</span>}
        </div>,
      );
    }
    return (
      <div class="matrix-row" role="row" aria-rowindex={index + 2} style={{ top: `${start}px`, height: `${ROW}px` }}>
        <div
          role="rowheader"
          aria-colindex={1}
          data-row={index}
          data-column={-1}
          tabIndex={active === -1 ? 0 : -1}
          class={`matrix-code${opened === -1 ? " opened" : ""}`}
          style={{ width: `${left}px` }}
          title={`${row.concept.label}: ${row.concept.definition}`}
        >
          <span class="matrix-label">
            {row.concept.label} <Doubts codes={[row.concept.id]} short />
          </span>
          {!narrow && <span class="matrix-verdict">{verdictOf(row, whole)}</span>}
          <span class="number">
            {row.total > 0 && number(row.total)}
            {row.of > 0 && row.total > 0 && <small> of {number(row.of)}</small>}
          </span>
        </div>
        {cells}
      </div>
    );
  }
}

function verdictOf(row: MatrixRow & { kind: "code" }, { wholeReviews, columns }: MatrixModel) {
  if (row.verdict !== undefined) return <Verdict verdict={row.verdict.verdict} />;
  const reviews = VERDICT_NAMES.reduce((sum, name) => sum + row.verdicts[name], 0);
  if (!wholeReviews && columns.every(({ review }) => review === columns[0]?.review)) return null;
  return <VerdictBar verdicts={row.verdicts} reviews={reviews} />;
}

/** How many reviews have each verdict, as a bar. */
function VerdictBar({ verdicts, reviews }: { verdicts: Readonly<Record<VerdictName, number>>; reviews: number }) {
  const words = VERDICT_NAMES.filter((name) => verdicts[name] > 0)
    .map((name) => `${name} in ${verdicts[name]}`)
    .join(", ");
  let at = 0;
  return (
    <svg
      class="verdict-bar"
      viewBox="0 0 100 10"
      width="100"
      height="10"
      role="img"
      aria-label={`Of ${reviews} reviews: ${words}`}
    >
      <title>{`Of ${reviews} reviews: ${words}`}</title>
      {VERDICT_NAMES.map((name) => {
        const share = (100 * verdicts[name]) / Math.max(1, reviews);
        const from = at;
        at += share;
        return share === 0 ? null : (
          <rect key={name} class={`bar-${VERDICTS[name].look}`} x={from} width={Math.max(0, share - 0.8)} height="10" />
        );
      })}
    </svg>
  );
}

/** Whether the window has little room for the column of codes. */
function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => innerWidth < 760);
  useEffect(() => {
    const look = () => setNarrow(innerWidth < 760);
    addEventListener("resize", look);
    return () => removeEventListener("resize", look);
  }, []);
  return narrow;
}

/** Whether the page is being printed, where the whole matrix stands as a plain table. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const media = matchMedia("print");
    const follow = () => setPrinting(media.matches);
    const [begin, end] = [() => setPrinting(true), () => setPrinting(false)];
    media.addEventListener("change", follow);
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    return () => {
      media.removeEventListener("change", follow);
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
    };
  }, []);
  return printing;
}

/** Columns that fit on paper; more stand in the downloads. */
const ON_PAPER = 24;

function PrintedMatrix({ model: { columns, rows }, unit }: { model: MatrixModel; unit: Asked["count"] }) {
  const shown = columns.slice(0, ON_PAPER);
  return (
    <table class="matrix-printed">
      <caption>
        Themes matrix
        {columns.length > ON_PAPER && ` (the first ${ON_PAPER} of ${columns.length} columns; the CSV holds all)`}
      </caption>
      <thead>
        <tr>
          <th scope="col">Code</th>
          <th scope="col">Verdict</th>
          <th scope="col">{TOTALS[unit]}</th>
          {shown.map((column, place) => (
            <th scope="col" key={place}>
              <span class="matrix-columnname">{column.name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) =>
          row.kind === "group" ? (
            <tr key={place}>
              <th scope="rowgroup" colSpan={shown.length + 3}>
                {row.title}
              </th>
            </tr>
          ) : (
            <tr key={place}>
              <th scope="row">{row.concept.label}</th>
              <td>{row.verdict?.verdict ?? ""}</td>
              <td class="number">{row.total > 0 ? row.total : ""}</td>
              {row.cells.slice(0, ON_PAPER).map((cell, column) => (
                <td key={column} class={`cell ${cell.look}`}>
                  {cell.sign}
                  {cell.count > 0 && ` ${cell.count}`}
                </td>
              ))}
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}
