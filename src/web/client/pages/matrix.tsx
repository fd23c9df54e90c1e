import { useMemo } from "preact/hooks";
import type { Matrix, Shell } from "../../../model/index.js";
import { type Desk, useDesk, useView } from "../context.js";
import { Downloads } from "../parts/download.js";
import { type Option, Select } from "../parts/select.js";
import { Empty, Show } from "../parts/states.js";
import { AGAINST, capital, counted, facetWord, STANCES, VERDICT_NAMES, VERDICTS } from "../parts/words.js";
import { go, type Route, to } from "../route.js";
import { EvidencePanel } from "./evidence.js";
import { MatrixGrid } from "./matrix-grid.js";
import { type Asked, type MatrixModel, matrixModel } from "./matrix-model.js";

const DEFAULTS: Asked = {
  group: "theme",
  count: "mentions",
  sort: "codebook",
  theme: "",
  sector: "",
  level: "",
  facet: "",
  verdict: "",
  evidence: "yes",
  prompted: "",
  empty: "",
};

/** Codes by reviews, or by sessions; every number leads to its quotes. */
export function MatrixPage({ route }: { route: Route }) {
  const desk = useDesk();
  const [, scope = "", code, session] = route.parts;
  const chosen = scope === "all" ? "" : scope;
  const asked = { ...DEFAULTS, ...route.asked } as Asked;
  const reading = useView<Matrix>("/api/matrix");
  const ask = (more: Partial<Asked>) => {
    const kept = Object.entries({ ...asked, ...more }).filter(([key, value]) => DEFAULTS[key as keyof Asked] !== value);
    go(to(route.parts.length > 0 ? route.parts : ["matrix"], Object.fromEntries(kept)), true);
  };
  const [cellReview, cellSession] = session?.includes("\u0000") ? session.split("\u0000") : [chosen, session];
  const review = route.asked.in ?? cellReview;
  return (
    <>
      <header class="page-head matrix-head">
        <h1>Themes matrix</h1>
        <Choices shell={desk.shell} scope={chosen} asked={asked} ask={ask} />
      </header>
      <div class={`beside${code === undefined ? "" : " beside-open"}`}>
        <Show reading={reading} what="the matrix">
          {(matrix) =>
            matrix.reviews.length === 0 ? (
              <Empty>
                <p>No review was coded, so there is no matrix. The overview lists what was found instead.</p>
              </Empty>
            ) : (
              <Whole matrix={matrix} scope={chosen} asked={asked} route={route} desk={desk} />
            )
          }
        </Show>
        {code !== undefined && review !== undefined && review !== "" && (
          <EvidencePanel
            review={review}
            code={code}
            session={cellSession}
            close={to(["matrix", ...(scope === "" ? [] : [scope])], withoutPlace(route.asked))}
          />
        )}
      </div>
    </>
  );
}

/** What is asked of the matrix, without the cell that is open. */
function withoutPlace({ in: _in, ...asked }: Route["asked"]): Record<string, string> {
  return asked;
}

function Whole({
  matrix,
  scope,
  asked,
  route,
  desk,
}: {
  matrix: Matrix;
  scope: string;
  asked: Asked;
  route: Route;
  desk: Desk;
}) {
  const key = JSON.stringify(asked);
  // `key` says all of `asked`.
  const model = useMemo(
    () => matrixModel(matrix, { shell: desk.shell, mark: desk.mark, scope, asked }),
    [matrix, desk, scope, key],
  );
  const open = (column: number, code: string) => {
    const place = model.columns[column];
    const asking = withoutPlace(route.asked);
    const parts = ["matrix", scope === "" ? "all" : scope, code];
    if (place === undefined) go(to(parts, asking));
    else
      go(
        to([...parts, ...(place.session === "" ? [] : [place.session])], {
          ...asking,
          in: place.review === scope ? "" : place.review,
        }),
      );
  };
  return (
    <section class="matrix-whole" aria-label="Themes matrix">
      {model.rows.length === 0 || model.columns.length === 0 ? (
        <Empty>
          <p>
            <strong>Nothing answers these filters.</strong> Take one away, or{" "}
            <a href={to(route.parts)}>take all away</a>.
          </p>
        </Empty>
      ) : (
        <MatrixGrid
          model={model}
          unit={asked.count}
          open={open}
          at={{ code: route.parts[2], session: route.parts[3] }}
        />
      )}
      <footer class="matrix-foot">
        <Legend model={model} />
        <Downloads name={`themes-matrix${scope === "" ? "" : `-${scope}`}`} rows={() => rowsOf(model)} />
      </footer>
    </section>
  );
}

/** What stands in the grid, as a table to take away. */
function rowsOf({ columns, rows }: MatrixModel): (string | number)[][] {
  return [
    ["code", "label", "theme", "verdict", "total", ...columns.map(({ name }) => name)],
    ...rows.flatMap((row) =>
      row.kind === "group"
        ? []
        : [
            [
              ...[row.concept.id, row.concept.label, row.concept.theme, row.verdict?.verdict ?? "", row.total],
              ...row.cells.map(({ count }) => count),
            ],
          ],
    ),
  ];
}

function Choices({
  shell,
  scope,
  asked,
  ask,
}: {
  shell: Shell;
  scope: string;
  asked: Asked;
  ask: (more: Partial<Asked>) => void;
}) {
  const sectors = shell.marks.length === 0 ? [] : SECTORS;
  const sessions = shell.reviews.reduce((sum, review) => sum + review.sessions, 0);
  const facets: Option[] = [
    { value: "", words: "any" },
    ...shell.marks
      .filter(({ name }) => name !== "evidence" && name !== "prompted")
      .map(({ name, values }) => ({
        group: capital(name),
        of: values.slice(1).map((value) => ({ value: `${name}=${value}`, words: facetWord(value) })),
      })),
  ];
  const themes = [...new Set(shell.concepts.map(({ theme }) => theme))];
  const filters = [asked.theme, asked.sector, asked.level, asked.facet, asked.verdict, asked.prompted].filter(
    Boolean,
  ).length;
  return (
    <div class="choices">
      <Select
        label="Columns"
        value={scope}
        onChoose={(value) => {
          const { in: _in, ...rest } = asked as Asked & { in?: string };
          const kept = Object.entries(rest).filter(([key, one]) => DEFAULTS[key as keyof Asked] !== one);
          go(to(value === "" ? ["matrix"] : ["matrix", value], Object.fromEntries(kept) as Record<string, string>));
        }}
        options={[
          { value: "", words: `All ${counted(shell.reviews.length, "review")}` },
          { value: "sessions", words: `Every session (${sessions})` },
          { group: "Sessions of one review", of: shell.reviews.map(({ id, name }) => ({ value: id, words: name })) },
        ]}
      />
      <Select
        label="Group by"
        value={asked.group}
        onChoose={(group) => ask({ group })}
        options={[
          { value: "theme", words: "theme" },
          ...shell.frames.map(({ id, title }) => ({ value: id, words: title })),
          { value: "none", words: "nothing" },
        ]}
      />
      <Select
        label="Count"
        value={asked.count}
        onChoose={(count) => ask({ count: count as Asked["count"] })}
        options={[
          { value: "mentions", words: "mentions" },
          { value: "sessions", words: "sessions" },
          { value: "sectors", words: "independent sectors" },
        ]}
      />
      <Select
        label="Sort"
        value={asked.sort}
        onChoose={(sort) => ask({ sort: sort as Asked["sort"] })}
        options={[
          { value: "codebook", words: "as in the codebook" },
          { value: "count", words: "most first" },
          { value: "verdict", words: "dissonance first" },
          { value: "name", words: "by name" },
        ]}
      />
      <details class="filters" open={filters > 0}>
        <summary>Filter{filters > 0 ? ` (${filters})` : ""}</summary>
        <div class="choices">
          <Select
            label="Theme"
            value={asked.theme}
            onChoose={(theme) => ask({ theme })}
            options={[{ value: "", words: "all" }, ...themes.map((theme) => ({ value: theme, words: theme }))]}
          />
          <Select
            label="Sector"
            value={asked.sector}
            onChoose={(sector) => ask({ sector })}
            options={[{ value: "", words: "all" }, ...sectors.map((sector) => ({ value: sector, words: sector }))]}
          />
          <Select
            label="Level"
            value={asked.level}
            onChoose={(level) => ask({ level })}
            options={[{ value: "", words: "all" }, ...LEVELS.map((level) => ({ value: level, words: level }))]}
          />
          <Select label="Said how" value={asked.facet} onChoose={(facet) => ask({ facet })} options={facets} />
          <Select
            label="Verdict"
            value={asked.verdict}
            onChoose={(verdict) => ask({ verdict })}
            options={[{ value: "", words: "any" }, ...VERDICT_NAMES.map((name) => ({ value: name, words: name }))]}
          />
          <Select
            label="Evidence"
            value={asked.evidence}
            onChoose={(evidence) => ask({ evidence: evidence as Asked["evidence"] })}
            options={[
              { value: "yes", words: "evidence only" },
              { value: "no", words: "what is no evidence" },
              { value: "all", words: "all mentions" },
            ]}
          />
          <Select
            label="Prompted"
            value={asked.prompted}
            onChoose={(prompted) => ask({ prompted: prompted as Asked["prompted"] })}
            options={[
              { value: "", words: "either" },
              { value: "yes", words: "prompted" },
              { value: "no", words: "volunteered" },
            ]}
          />
          <label class="tick">
            <input
              type="checkbox"
              checked={asked.empty === "hide"}
              onChange={(event) => ask({ empty: event.currentTarget.checked ? "hide" : "" })}
            />
            Hide empty rows
          </label>
        </div>
      </details>
    </div>
  );
}

/** As the method lists them. */
const SECTORS = [
  "police",
  "children's social care",
  "adult social care",
  "housing",
  "health",
  "education",
  "youth justice",
  "probation and justice",
  "fire",
  "voluntary and community",
  "local authority",
  "unknown",
];
const LEVELS = ["strategic", "managerial", "practitioner", "community", "mixed", "unknown"];

function Legend({ model }: { model: MatrixModel }) {
  const denied = { ...AGAINST, says: "independent sessions say the same: that it is not so" };
  const shown = model.wholeReviews
    ? [...Object.entries(VERDICTS).map(([name, verdict]) => ({ ...verdict, name })), denied]
        .filter(({ name }) => name !== "not raised")
        .map((one) => ({ ...one, look: `verdict-${one.look} depth-2` }))
    : Object.entries(STANCES)
        .filter(([letter]) => letter !== "s")
        .map(([letter, { name, sign, says }]) => ({ name, sign, says, look: `stance-${letter} depth-2` }));
  return (
    <ul class="legend" aria-label="Legend">
      {shown.map(({ name, sign, says, look }) => (
        <li key={name}>
          <span class={`swatch cell ${look}`} aria-hidden="true">
            {sign}
          </span>
          <span title={says}>{name}</span>
        </li>
      ))}
      <li>
        <span class="swatch cell silent asked-y" aria-hidden="true">
          ○
        </span>
        silent, though asked
      </li>
      <li>
        <span class="swatch cell silent asked-unknown" aria-hidden="true" />
        not known whether asked
      </li>
      <li>
        <span class="swatch cell silent" aria-hidden="true" />
        not asked
      </li>
      {!model.wholeReviews && (
        <li>
          <span class="swatch cell aside" aria-hidden="true">
            2
          </span>
          past, elsewhere or no evidence
        </li>
      )}
      {model.wholeReviews && <li>deeper: more sessions speak</li>}
    </ul>
  );
}
