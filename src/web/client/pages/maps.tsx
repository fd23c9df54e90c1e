import type { LanguageUse, Maps } from "../../../model/index.js";
import { IndicatorChart } from "../charts/indicator.js";
import { LinesChart } from "../charts/lines.js";
import { NetworkChart } from "../charts/network.js";
import { OverTime } from "../charts/over-time.js";
import { useDesk, useView } from "../context.js";
import { Downloads } from "../parts/download.js";
import { Select } from "../parts/select.js";
import { Empty, Show } from "../parts/states.js";
import { type Column, Table } from "../parts/table.js";
import { go, type Route, to } from "../route.js";
import { useSessionNames } from "./reader.js";

const TABS = [
  { id: "lines", name: "Lines" },
  { id: "together", name: "Codes together" },
  { id: "indicators", name: "Counted data" },
  { id: "time", name: "Over time" },
  { id: "language", name: "Shared language" },
] as const;

/** Pictures of the whole, each with its table. */
export function MapsPage({ route }: { route: Route }) {
  const { shell } = useDesk();
  const [, tab = "lines"] = route.parts;
  const review = route.asked.review ?? "";
  const reading = useView<Maps>("/api/maps", { review: review || undefined });
  return (
    <>
      <header class="page-head">
        <h1>Maps of the whole</h1>
        <nav aria-label="Maps" class="tabs">
          <ul>
            {TABS.map(({ id, name }) => (
              <li key={id}>
                <a href={to(["maps", id], { review })} aria-current={id === tab ? "page" : undefined}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="choices">
          <Select
            label="Review"
            value={review}
            onChoose={(value) => go(to(["maps", tab], { review: value }))}
            options={[
              { value: "", words: "all" },
              ...shell.reviews.map(({ id, name }) => ({ value: id, words: name })),
            ]}
          />
        </div>
      </header>
      <Show reading={reading} what="the maps">
        {(maps) => (
          <>
            {tab === "lines" && <Lines maps={maps} />}
            {tab === "together" &&
              (maps.together.length === 0 ? (
                <Empty>
                  <p>No sentence carries two codes, so there is nothing to tie together.</p>
                </Empty>
              ) : (
                <NetworkChart maps={maps} />
              ))}
            {tab === "indicators" && <Indicators maps={maps} />}
            {tab === "time" && <OverTime maps={maps} />}
            {tab === "language" && <Language maps={maps} />}
          </>
        )}
      </Show>
    </>
  );
}

function Lines({ maps }: { maps: Maps }) {
  const { review } = useDesk();
  const nameOf = useSessionNames();
  if (maps.lines.length + maps.sightings.length === 0)
    return (
      <Empty>
        <p>
          Nobody names a line from one place to another. A place that is named for another reason is no line; denied and
          hypothetical lines would be listed here with that mark.
        </p>
      </Empty>
    );
  const columns: Column<Maps["lines"][number]>[] = [
    { head: "From", value: (row) => row.exporter },
    { head: "To", value: (row) => row.importer },
    {
      head: "Reviews",
      value: (row) => row.reviews.length,
      show: (row) => row.reviews.map((id) => review(id)?.name ?? id).join("; "),
    },
    { head: "Sessions", number: true, value: (row) => row.sessions },
    { head: "Mentions", number: true, value: (row) => row.mentions },
  ];
  const sightings: Column<Maps["sightings"][number]>[] = [
    {
      head: "Line",
      value: (row) => `${row.exporter} ${row.importer}`,
      show: (row) => `${row.exporter} → ${row.importer}`,
    },
    {
      head: "Session",
      value: (row) => `${row.review} ${row.session}`,
      show: (row) => (
        <>
          {nameOf(row.review, row.session)} <small>{review(row.review)?.name ?? row.review}</small>
        </>
      ),
    },
    {
      head: "Counted",
      value: (row) => (row.counted ? 0 : 1),
      show: (row) =>
        row.counted
          ? "yes"
          : `no: ${row.assertion === "present" ? (row.temporality === "current" ? "no evidence" : row.temporality) : row.assertion}`,
    },
    { head: "Words", value: (row) => row.quote },
  ];
  return (
    <>
      {maps.lines.length > 0 && <LinesChart lines={maps.lines} />}
      <Table caption="Lines" columns={columns} rows={maps.lines} keyOf={(row) => `${row.exporter} ${row.importer}`} />
      <Table
        caption="What they rest on"
        columns={sightings}
        rows={maps.sightings}
        keyOf={(row) => `${row.mention} ${row.exporter} ${row.importer}`}
      />
    </>
  );
}

function Indicators({ maps }: { maps: Maps }) {
  if (maps.indicators.length === 0)
    return (
      <Empty>
        <p>
          No counted series bears on a code. Put them into <code>indicators.csv</code> of a review: measure, codes,
          area, period, value.
        </p>
      </Empty>
    );
  return (
    <>
      <p class="explain">
        A perceived trend is held against each series that is tied to its code: Mann-Kendall, two-sided at 0.05, from
        eight periods; the dashed line is Sen’s slope.
      </p>
      <div class="small-multiples">
        {maps.indicators.map((indicator) => (
          <IndicatorChart
            key={`${indicator.review} ${indicator.code} ${indicator.measure}`}
            indicator={indicator}
            showReview
          />
        ))}
      </div>
    </>
  );
}

function Language({ maps }: { maps: Maps }) {
  const { concept } = useDesk();
  const columns: Column<LanguageUse>[] = [
    { head: "Code", value: (row) => concept(row.code).label },
    { head: "Sector", value: (row) => row.sector },
    { head: "Word", value: (row) => row.term },
    { head: "Uses", number: true, value: (row) => row.count },
    { head: "G2", number: true, value: (row) => row.g2, show: (row) => row.g2.toFixed(2) },
    { head: "Divergence", value: (row) => row.divergence },
  ];
  return (
    <>
      <p class="explain">
        Words that one sector uses for a code more than the others do (Rayson’s G2 of 10.83 and more, five uses in two
        sessions). Reckoned over all reviews.
      </p>
      {maps.language.length === 0 ? (
        <Empty>
          <p>No word is used enough by one sector to tell it from the others.</p>
        </Empty>
      ) : (
        <>
          <Table
            caption="Words by sector"
            hideCaption
            columns={columns}
            rows={maps.language}
            keyOf={(row) => `${row.code} ${row.sector} ${row.term}`}
          />
          <Downloads
            name="language"
            rows={() => [
              ["code", "sector", "term", "count", "g2", "divergence"],
              ...maps.language.map((row) => [row.code, row.sector, row.term, row.count, row.g2, row.divergence]),
            ]}
          />
        </>
      )}
    </>
  );
}
