import type { Corroboration } from "../../../model/index.js";
import { useDesk } from "../context.js";
import { Corroboration as Result } from "../parts/chips.js";
import { Chart, fileName, ticks } from "./chart.js";

const [WIDTH, HEIGHT] = [460, 170];
const EDGE = { left: 46, right: 12, top: 10, bottom: 24 };

/** A counted series with its trend test, and Sen's slope as a line where there is a test. */
export function IndicatorChart({ indicator, showReview = false }: { indicator: Corroboration; showReview?: boolean }) {
  const { concept, review } = useDesk();
  const { series, measure } = indicator;
  const where = showReview ? `${review(indicator.review)?.area || indicator.review}: ` : "";
  return (
    <div class="indicator">
      <Chart
        title={`${where}${measure}`}
        file={fileName(`${indicator.review} ${measure}`)}
        rows={() => [["period", "value"], ...series.map(({ period, value }) => [period, value])]}
        draw={(ref) => <Drawing refer={ref} indicator={indicator} />}
      >
        <table>
          <caption class="hidden">{measure}</caption>
          <thead>
            <tr>
              <th scope="col">Period</th>
              <th scope="col" class="number">
                Value
              </th>
            </tr>
          </thead>
          <tbody>
            {series.map(({ period, value }) => (
              <tr key={period}>
                <td>{period}</td>
                <td class="number">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Chart>
      <p>
        <Result result={indicator.result} /> {concept(indicator.code).label}: people perceive{" "}
        <strong>{indicator.perceived === "none" ? "no course" : indicator.perceived}</strong>.{" "}
        {indicator.perceived === "none" && "There is no course to hold the series against. "}
        {indicator.p === undefined
          ? `${indicator.periods} periods are too few for the test (eight are needed).`
          : `Mann-Kendall S ${indicator.s}, Z ${(indicator.z ?? 0).toFixed(2)}, p ${indicator.p < 0.0001 ? "< 0.0001" : indicator.p.toFixed(4)}; Sen’s slope ${(indicator.slope ?? 0).toFixed(2)} a period.`}
      </p>
    </div>
  );
}

function Drawing({ refer, indicator }: { refer: { current: SVGSVGElement | null }; indicator: Corroboration }) {
  const { series, measure, slope } = indicator;
  const values = series.map(({ value }) => value);
  if (values.length === 0) return <p class="explain">The series has no value.</p>;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const pad = (high - low || Math.abs(high) || 1) * 0.08;
  const x = (place: number) =>
    EDGE.left + (series.length === 1 ? 0.5 : place / (series.length - 1)) * (WIDTH - EDGE.left - EDGE.right);
  const y = (value: number) =>
    HEIGHT - EDGE.bottom - ((value - low + pad) / (high - low + 2 * pad)) * (HEIGHT - EDGE.top - EDGE.bottom);
  const middle = [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const line = (place: number) => middle + (slope ?? 0) * (place - (series.length - 1) / 2);
  const every = Math.ceil(series.length / 5);
  const [first, last] = [series[0], series.at(-1)];
  return (
    <svg
      ref={refer}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${measure}: ${first?.value} in ${first?.period}, ${last?.value} in ${last?.period}`}
    >
      {ticks(low - pad, high + pad).map((tick) => (
        <g key={tick}>
          <line class="gridline" x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(tick)} y2={y(tick)} />
          <text class="axis" x={EDGE.left - 6} y={y(tick) + 4} text-anchor="end">
            {tick}
          </text>
        </g>
      ))}
      {series.map(({ period }, place) =>
        place % every === 0 ? (
          <text
            class="axis"
            key={period}
            x={x(place)}
            y={HEIGHT - 6}
            text-anchor={place === 0 ? "start" : place === series.length - 1 ? "end" : "middle"}
          >
            {period}
          </text>
        ) : null,
      )}
      {slope !== undefined && (
        <line
          class="slope"
          x1={x(0)}
          y1={y(Math.max(low - pad, Math.min(high + pad, line(0))))}
          x2={x(series.length - 1)}
          y2={y(Math.max(low - pad, Math.min(high + pad, line(series.length - 1))))}
        />
      )}
      <polyline class="series" points={values.map((value, place) => `${x(place)},${y(value)}`).join(" ")} />
      {series.map(({ period, value }, place) => (
        <circle class="point" key={period} cx={x(place)} cy={y(value)} r="3">
          <title>{`${period}: ${value}`}</title>
        </circle>
      ))}
    </svg>
  );
}
