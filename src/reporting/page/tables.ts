import type { Problem } from "../../model/index.js";
import { counted } from "../labels.js";
import { byText } from "../order.js";
import type { RunReport } from "../run-report.js";
import { type Html, html } from "./html.js";
import type { ReviewView } from "./view.js";

/** Rows of a table that the page shows; the CSV beside it has them all. */
const MOST_ROWS = 500;

function rest(total: number, shown: number, file: string): Html | false {
  return (
    total > shown && html`<p class="more">The first ${shown} of ${counted(total, "row")}; the rest is in ${file}.</p>`
  );
}

/** Where the sessions of every review stopped bringing new codes. */
export function saturationTable(reviews: readonly ReviewView[]): Html {
  const shown = reviews.slice(0, MOST_ROWS);
  return html`<section id="saturation" aria-labelledby="saturation-title"><h2 id="saturation-title">Saturation</h2>
<p>After how many sessions hardly anything new was heard (Guest, Namey &amp; Chen 2020: base of four sessions, runs of two, 5 per cent). With a fixed codebook this measures how far the lexicon was exhausted, not the field.</p>
<div class="scroll" tabindex="0" role="region" aria-labelledby="saturation-caption"><table><caption id="saturation-caption">Saturation by review, in the order in which the sessions were held</caption>
<thead><tr><th scope="col">Review</th><th scope="col" class="figure">Sessions</th><th scope="col" class="figure">Codes with evidence</th><th scope="col">Reached at sessions</th><th scope="col" class="figure">New codes of the last run</th><th scope="col" class="figure">Median over 200 orders</th><th scope="col">Note</th></tr></thead>
<tbody>${shown.map(
    ({
      name,
      result: { saturation },
    }) => html`<tr><th scope="row">${name}</th><td class="figure">${saturation.sessions}</td><td class="figure">${saturation.codes}</td><td>${saturation.reachedAt === "" ? "–" : saturation.reachedAt}</td><td class="figure">${saturation.ratio === undefined ? "–" : `${(100 * saturation.ratio).toFixed(1)} %`}</td><td class="figure">${saturation.medianReachedAt ?? "–"}</td><td>${saturation.note}</td></tr>
`,
  )}</tbody></table></div>${rest(reviews.length, shown.length, "saturation.csv")}</section>
`;
}

/** Who is said to export to whom. */
export function linesTable(run: RunReport, reviews: readonly ReviewView[]): Html {
  const names = new Map(reviews.map((review) => [review.result.meta.id, review]));
  const lines = [...run.lines].sort(
    (a, b) =>
      b.sessions - a.sessions ||
      b.mentions - a.mentions ||
      byText(a.exporter, b.exporter) ||
      byText(a.importer, b.importer),
  );
  const shown = lines.slice(0, MOST_ROWS);
  return html`<section id="lines" aria-labelledby="lines-title"><h2 id="lines-title">Lines</h2>
<p>Drug lines, and offenders or children moved, from one place to another, as sessions tell them now. Counted by session and review, never by person; what was denied or only supposed is not counted.</p>
${
  lines.length === 0
    ? html`<p class="none">No line was told of.</p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="lines-caption"><table><caption id="lines-caption">Exporting and importing places, most sessions first</caption>
<thead><tr><th scope="col">From</th><th scope="col">To</th><th scope="col">Reviews</th><th scope="col" class="figure">Sessions</th><th scope="col" class="figure">Mentions</th></tr></thead>
<tbody>${shown.map(
        (line) => html`<tr><th scope="row">${line.exporter}</th><td>${line.importer}</td><td>${[...line.reviews]
          .sort(byText)
          .map((id) => names.get(id)?.name ?? id)
          .join("; ")}</td><td class="figure">${line.sessions}</td><td class="figure">${line.mentions}</td></tr>
`,
      )}</tbody></table></div>`
}${rest(lines.length, shown.length, "lines.csv")}</section>
`;
}

/** What a person should know of the input, the worst first. */
export function problemsTable(problems: readonly Problem[]): Html {
  const severities = ["error", "warning", "info"];
  const ordered = [...problems].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const shown = ordered.slice(0, MOST_ROWS);
  return html`<section id="problems" aria-labelledby="problems-title"><h2 id="problems-title">Problems in the input</h2>
${
  problems.length === 0
    ? html`<p class="none">None were met.</p>`
    : html`<div class="scroll tall" tabindex="0" role="region" aria-labelledby="problems-caption"><table><caption id="problems-caption">What was read otherwise than it may have been meant, and what can be done about it</caption>
<thead><tr><th scope="col">Severity</th><th scope="col">Where</th><th scope="col">What</th><th scope="col">Way out</th></tr></thead>
<tbody>${shown.map(
        (
          problem,
        ) => html`<tr><td><span class="chip severity-${problem.severity}">${problem.severity}</span></td><td>${[problem.review, problem.document, problem.place].filter((part) => part !== "").join(" / ") || "–"}</td><td>${problem.message} <small>${problem.rule}</small></td><td>${problem.wayOut}</td></tr>
`,
      )}</tbody></table></div>`
}${rest(ordered.length, shown.length, "problems.csv")}</section>
`;
}
