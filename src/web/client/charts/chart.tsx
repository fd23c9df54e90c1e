import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { Downloads } from "../parts/download.js";

/** A drawing with its name, its downloads, and the table behind it. */
export function Chart({
  title,
  file,
  rows,
  draw,
  note,
  children,
}: {
  title: string;
  /** Name of the downloads, without an ending. */
  file: string;
  /** The table, its heads first. */
  rows: () => readonly (readonly (string | number)[])[];
  draw: (ref: { current: SVGSVGElement | null }) => ComponentChildren;
  /** What its signs mean, under the drawing. */
  note?: ComponentChildren;
  /** The table behind it, to be opened. */
  children?: ComponentChildren;
}) {
  const drawing = useRef<SVGSVGElement>(null);
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      {draw(drawing)}
      {note}
      <Downloads name={file} drawing={() => drawing.current} rows={rows} />
      {children !== undefined && (
        <details>
          <summary>The table behind it</summary>
          {children}
        </details>
      )}
    </figure>
  );
}

/** A file name of a title: lower-case words with dashes. */
export function fileName(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** Round values that span a range, for an axis: at most six, ascending. */
export function ticks(low: number, high: number): number[] {
  const span = high - low || Math.abs(high) || 1;
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? power * 10;
  const from = Math.ceil(low / step - 1e-9);
  const until = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, until - from + 1) }, (_, i) => Number(((from + i) * step).toPrecision(12)));
}
