import type { Line } from "../../../model/index.js";
import { counted } from "../parts/words.js";
import { Chart } from "./chart.js";

const ROW = 26;
const WIDTH = 880;
const [LEFT, RIGHT] = [220, 660];

/** Who is said to export to whom: exporters at the left, importers at the right, a band as thick as sessions speak of it. */
export function LinesChart({ lines }: { lines: readonly Line[] }) {
  const weigh = (side: "exporter" | "importer") => {
    const weights = new Map<string, number>();
    for (const line of lines) weights.set(line[side], (weights.get(line[side]) ?? 0) + line.sessions);
    return [...weights]
      .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
      .map(([name, sessions]) => ({ name, sessions }));
  };
  const [from, into] = [weigh("exporter"), weigh("importer")];
  const height = Math.max(from.length, into.length) * ROW + 34;
  const most = Math.max(1, ...lines.map(({ sessions }) => sessions));
  const yOf = (side: readonly { name: string }[], name: string) => {
    const slack = (height - 34 - side.length * ROW) / 2;
    return 30 + slack + (side.findIndex((one) => one.name === name) + 0.5) * ROW;
  };
  const heads = ["exporter", "importer", "reviews", "sessions", "mentions"];
  return (
    <Chart
      title="Lines from exporter to importer, as practitioners tell them"
      file="lines"
      rows={() => [
        heads,
        ...lines.map((line) => [line.exporter, line.importer, line.reviews.join(";"), line.sessions, line.mentions]),
      ]}
      draw={(ref) => (
        <svg
          ref={ref}
          viewBox={`0 0 ${WIDTH} ${height}`}
          role="img"
          aria-label={`${counted(lines.length, "line")} from ${counted(from.length, "place")} to ${counted(into.length, "place")}`}
        >
          <text class="axis" x={LEFT} y="16" text-anchor="end">
            from
          </text>
          <text class="axis" x={RIGHT} y="16">
            to
          </text>
          {lines.map((line) => {
            const [y1, y2] = [yOf(from, line.exporter), yOf(into, line.importer)];
            const middle = (LEFT + RIGHT) / 2;
            return (
              <path
                class="band"
                key={`${line.exporter} ${line.importer}`}
                d={`M${LEFT + 12} ${y1} C${middle} ${y1} ${middle} ${y2} ${RIGHT - 12} ${y2}`}
                stroke-width={2 + (12 * line.sessions) / most}
              >
                <title>{`${line.exporter} to ${line.importer}: ${counted(line.sessions, "session")}, ${counted(line.mentions, "mention")}`}</title>
              </path>
            );
          })}
          {from.map(({ name, sessions }) => (
            <g key={name}>
              <circle class="place" cx={LEFT + 8} cy={yOf(from, name)} r="4" />
              <text class="label" x={LEFT} y={yOf(from, name) + 4} text-anchor="end">
                {name} <tspan class="axis">{sessions}</tspan>
              </text>
            </g>
          ))}
          {into.map(({ name, sessions }) => (
            <g key={name}>
              <circle class="place" cx={RIGHT - 8} cy={yOf(into, name)} r="4" />
              <text class="label" x={RIGHT} y={yOf(into, name) + 4}>
                {name} <tspan class="axis">{sessions}</tspan>
              </text>
            </g>
          ))}
        </svg>
      )}
    />
  );
}
