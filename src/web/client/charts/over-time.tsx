import { useState } from "preact/hooks";
import type { Maps, RunTrend } from "../../../model/index.js";
import { useDesk, useView } from "../context.js";
import { Select } from "../parts/select.js";
import { Empty, Show } from "../parts/states.js";
import { type Column, Table } from "../parts/table.js";
import { counted, day, instant } from "../parts/words.js";
import { Chart } from "./chart.js";

const [WIDTH, HEIGHT] = [880, 260];
const EDGE = { left: 60, right: 20, top: 16, bottom: 30 };

/** Looks of a review's dot. */
const DOTS = [
  { look: "a", says: "mostly affirmed" },
  { look: "d", says: "mostly denied" },
  { look: "u", says: "unsure or mixed" },
  { look: "s", says: "nobody, though asked" },
] as const;

type Point = Maps["overReviews"][number];

/** A code over the dates of reviews, and over the runs that are kept. */
export function OverTime({ maps }: { maps: Maps }) {
  const { shell, concept } = useDesk();
  const counts = new Map<string, number>();
  for (const { code, speaks } of maps.overReviews) counts.set(code, (counts.get(code) ?? 0) + speaks);
  const often = [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? shell.concepts[0]?.id ?? "";
  const [chosen, setChosen] = useState(often);
  const code = chosen || often;
  return (
    <>
      <div class="choices">
        <Select
          label="Code"
          value={code}
          onChoose={setChosen}
          options={shell.concepts.map(({ id, label }) => ({ value: id, words: label }))}
        />
      </div>
      <OverReviews
        code={code}
        label={concept(code).label}
        points={maps.overReviews.filter((point) => point.code === code)}
        all={maps.overReviews}
      />
      <OverRuns code={code} />
    </>
  );
}

function OverReviews({
  code,
  label,
  points,
  all,
}: {
  code: string;
  label: string;
  points: readonly Point[];
  all: readonly Point[];
}) {
  const { review } = useDesk();
  const reviews = new Map(all.map(({ review: id, date, sessions }) => [id, { id, date, sessions }]));
  const rows = [...reviews.values()]
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1))
    .map(
      ({ id, date, sessions }) =>
        points.find((point) => point.review === id) ?? {
          code,
          review: id,
          date,
          affirms: 0,
          denies: 0,
          speaks: 0,
          asked: 0,
          sessions,
        },
    );
  if (rows.length === 0)
    return (
      <Empty>
        <p>No review has a date, so there is nothing to set in time. Dates stand in review.yaml.</p>
      </Empty>
    );
  const columns: Column<Point>[] = [
    { head: "Review", value: (row) => review(row.review)?.name ?? row.review },
    { head: "Date", value: (row) => row.date, show: (row) => day(row.date) },
    { head: "Affirm", number: true, value: (row) => row.affirms },
    { head: "Deny", number: true, value: (row) => row.denies },
    { head: "Speak", number: true, value: (row) => row.speaks },
    {
      head: "Asked",
      number: true,
      value: (row) => row.asked,
      show: (row) => (row.asked === 0 ? "not known" : row.asked),
    },
    { head: "Sessions", number: true, value: (row) => row.sessions },
  ];
  const times = rows.map(({ date }) =>
    Date.parse(date.length === 7 ? `${date}-15` : date.length === 4 ? `${date}-07-01` : date),
  );
  const [from, until] = [Math.min(...times), Math.max(...times)];
  const x = (time: number) =>
    EDGE.left + (until === from ? 0.5 : (time - from) / (until - from)) * (WIDTH - EDGE.left - EDGE.right);
  const y = (share: number) => HEIGHT - EDGE.bottom - share * (HEIGHT - EDGE.top - EDGE.bottom);
  const dates = from === until ? [from] : [0, 1 / 3, 2 / 3, 1].map((share) => from + share * (until - from));
  return (
    <Chart
      title={`${label}: share of a review’s sessions that speak of it, by date`}
      file={`${code}-over-reviews`}
      rows={() => [
        ["review", "date", "affirms", "denies", "speaks", "asked", "sessions"],
        ...rows.map((row) => [row.review, row.date, row.affirms, row.denies, row.speaks, row.asked, row.sessions]),
      ]}
      note={
        <ul class="legend">
          {DOTS.map(({ look, says }) => (
            <li key={look}>
              <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                <circle class={`dot dot-${look}`} cx="8" cy="8" r="6" />
              </svg>
              {says}
            </li>
          ))}
          <li>
            <strong aria-hidden="true">?</strong> nobody speaks; not known whether anybody was asked
          </li>
        </ul>
      }
      draw={(ref) => (
        <svg
          ref={ref}
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={`${label} in ${rows.length} reviews by date; the table below holds the counts`}
        >
          {[0, 0.25, 0.5, 0.75, 1].map((share) => (
            <g key={share}>
              <line class="gridline" x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(share)} y2={y(share)} />
              <text class="axis" x={EDGE.left - 16} y={y(share) + 4} text-anchor="end">
                {share === 0 ? "none" : share === 1 ? "all" : `${100 * share} %`}
              </text>
            </g>
          ))}
          {dates.map((time, place) => (
            <text
              class="axis"
              key={time}
              x={x(time)}
              y={HEIGHT - 8}
              text-anchor={place === 0 ? "start" : place === dates.length - 1 ? "end" : "middle"}
            >
              {day(new Date(time).toISOString())}
            </text>
          ))}
          {rows.map((row, place) => {
            const share = row.sessions === 0 ? 0 : row.speaks / row.sessions;
            const where = `${review(row.review)?.name ?? row.review}, ${day(row.date)}`;
            // Not known is no silence: it stands below the line, as a question.
            if (row.speaks === 0 && row.asked === 0)
              return (
                <text class="unknown" key={row.review} x={x(times[place] ?? 0)} y={y(0) + 12} text-anchor="middle">
                  ?<title>{`${where}: nobody speaks of it, and it is not known that anybody was asked`}</title>
                </text>
              );
            const mostly = row.denies > row.affirms ? "d" : row.affirms > row.denies ? "a" : row.speaks > 0 ? "u" : "s";
            return (
              <circle
                key={row.review}
                class={`dot dot-${mostly}`}
                cx={x(times[place] ?? 0)}
                cy={y(share)}
                r={4 + Math.sqrt(row.sessions)}
              >
                <title>{`${where}: ${row.affirms} affirm, ${row.denies} deny, ${row.speaks} speak of ${counted(row.sessions, "session")}${row.speaks === 0 ? `, ${row.asked} asked` : ""}`}</title>
              </circle>
            );
          })}
        </svg>
      )}
    >
      <Table caption={label} hideCaption columns={columns} rows={rows} keyOf={(row) => row.review} />
    </Chart>
  );
}

function OverRuns({ code }: { code: string }) {
  const { shell, concept } = useDesk();
  const reading = useView<RunTrend>(shell.mode === "server" ? "/api/trend" : undefined, { code });
  if (shell.mode === "file")
    return (
      <p class="explain">
        How a code went from run to run is shown by <code>triangulum serve</code>, where the runs are kept.
      </p>
    );
  const columns: Column<RunTrend["runs"][number]>[] = [
    { head: "Run", value: (row) => row.run, show: (row) => instant(row.started) || row.run },
    { head: "Reviews", number: true, value: (row) => row.reviews },
    { head: "Sessions", number: true, value: (row) => row.sessions },
    { head: "Speak", number: true, value: (row) => row.speaks },
    { head: "Reviews that agree", number: true, value: (row) => row.agreement },
    { head: "Reviews at odds", number: true, value: (row) => row.dissonance },
  ];
  return (
    <Show reading={reading} what="the runs">
      {({ runs }) => {
        const most = Math.max(1, ...runs.map(({ sessions }) => sessions));
        const x = (place: number) =>
          EDGE.left + (runs.length === 1 ? 0.5 : place / (runs.length - 1)) * (WIDTH - EDGE.left - EDGE.right);
        const y = (count: number) => HEIGHT - EDGE.bottom - (count / most) * (HEIGHT - EDGE.top - EDGE.bottom);
        return runs.length === 0 ? (
          <Empty>
            <p>No run is kept.</p>
          </Empty>
        ) : (
          <Chart
            title={`${concept(code).label}: sessions that speak of it, from run to run`}
            file={`${code}-over-runs`}
            rows={() => [
              ["run", "reviews", "sessions", "speaks", "agreement", "dissonance"],
              ...runs.map((row) => [row.run, row.reviews, row.sessions, row.speaks, row.agreement, row.dissonance]),
            ]}
            draw={(ref) => (
              <svg
                ref={ref}
                viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
                role="img"
                aria-label={`${concept(code).label} over ${runs.length} runs; the table below holds the counts`}
              >
                {[0, 0.5, 1].map((share) => (
                  <g key={share}>
                    <line
                      class="gridline"
                      x1={EDGE.left}
                      x2={WIDTH - EDGE.right}
                      y1={y(share * most)}
                      y2={y(share * most)}
                    />
                    <text class="axis" x={EDGE.left - 16} y={y(share * most) + 4} text-anchor="end">
                      {Math.round(share * most)}
                    </text>
                  </g>
                ))}
                <polyline class="slope" points={runs.map((row, place) => `${x(place)},${y(row.sessions)}`).join(" ")} />
                <polyline class="series" points={runs.map((row, place) => `${x(place)},${y(row.speaks)}`).join(" ")} />
                {runs.map((row, place) => (
                  <circle class="point" key={row.run} cx={x(place)} cy={y(row.speaks)} r="3.5">
                    <title>{`${row.run}: ${row.speaks} of ${row.sessions} sessions`}</title>
                  </circle>
                ))}
              </svg>
            )}
          >
            <Table caption="Runs" hideCaption columns={columns} rows={runs} keyOf={(row) => row.run} />
          </Chart>
        );
      }}
    </Show>
  );
}
