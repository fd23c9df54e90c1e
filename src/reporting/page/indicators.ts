import type { Corroboration } from "../../model/index.js";
import { type Html, html } from "./html.js";

const WIDTH = 150;
const HEIGHT = 34;
const MARGIN = 3;

/** A counted series as a small line, with its first and last value in words for those who do not see it. */
export function sparkline(measure: string, series: Corroboration["series"]): Html {
  const [first] = series;
  const last = series.at(-1);
  if (first === undefined || last === undefined) return html`–`;
  const values = series.map((point) => point.value);
  const low = Math.min(...values);
  const spread = Math.max(...values) - low || 1;
  const step = series.length > 1 ? (WIDTH - 2 * MARGIN) / (series.length - 1) : 0;
  const points = values.map((value, i) => {
    const y = HEIGHT - MARGIN - ((value - low) / spread) * (HEIGHT - 2 * MARGIN);
    return `${(MARGIN + i * step).toFixed(1)},${y.toFixed(1)}`;
  });
  const [x, y] = (points.at(-1) ?? "0,0").split(",");
  return html`<svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${measure}: ${first.value} in ${first.period}, ${last.value} in ${last.period}"><polyline points="${points.join(" ")}"/><circle cx="${x}" cy="${y}" r="2.5"/></svg><span class="ends">${first.period} ${first.value} → ${last.period} ${last.value}</span>`;
}
