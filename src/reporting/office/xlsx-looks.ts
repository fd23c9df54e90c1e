import type { Stance } from "../../model/index.js";
import { LIGHT } from "../palette.js";
import type { Look } from "./xlsx-styles.js";
import type { Cell } from "./xlsx-workbook.js";

/** Looks by name. Colours are those of report.html, so that a stance has one colour everywhere. */
const LOOKS = {
  head: { bold: true, ink: "#ffffff", ground: "#0a4854", wrap: true, border: true },
  title: { bold: true, size: 14 },
  strong: { bold: true, wrap: true, border: true },
  text: { wrap: true, border: true },
  flat: { border: true },
  quiet: { ink: "#4a5964", border: true },
  figure: { align: "center", border: true },
  change: { wrap: true, border: true, ground: "#fff8e1" },
  prose: { wrap: true },
  term: { bold: true, wrap: true },
} as const satisfies Record<string, Look>;

export function plainCell(value: string | number, look: keyof typeof LOOKS): Cell {
  return { value, look: LOOKS[look] };
}

/** A cell of the evidence sheet: words wrap, closed values do not. */
export function quoteCell(value: string | number, wrap: boolean): Cell {
  return { value, look: wrap ? LOOKS.text : LOOKS.flat };
}

/** Steps of the heat map: the least count of each, and how they are called in the key. */
export const HEAT = [
  { least: 1, name: "1" },
  { least: 2, name: "2 or 3" },
  { least: 4, name: "4 to 7" },
  { least: 8, name: "8 to 15" },
  { least: 16, name: "16 or more" },
] as const;

/** Nothing is a dot, so that what was said stands out; the cell still holds 0. */
const COUNT: Look = { align: "center", border: true, format: '0;-0;"·"' };
const NONE: Look = { ...COUNT, ink: LIGHT.stances.silent.ink };
const WARM: readonly Look[] = LIGHT.heat.map((pair) => ({ ...COUNT, ...pair }));
const STANCES: Readonly<Record<Stance["stance"], Look>> = {
  affirms: { ...LIGHT.stances.affirms, align: "center", border: true },
  denies: { ...LIGHT.stances.denies, align: "center", border: true },
  mixed: { ...LIGHT.stances.mixed, align: "center", border: true },
  uncertain: { ...LIGHT.stances.uncertain, align: "center", border: true },
  silent: { ...LIGHT.stances.silent, align: "center", border: true },
};

/** A count on the ground of its step. */
export function heatCell(count: number, to: string | undefined): Cell {
  const step = HEAT.findLastIndex(({ least }) => count >= least);
  return { value: count, look: WARM[step] ?? NONE, ...(to !== undefined && { to }) };
}

/** A stance by word and colour. */
export function stanceCell(stance: Stance["stance"], to: string | undefined): Cell {
  return { value: stance, look: STANCES[stance], ...(to !== undefined && { to }) };
}
