import type { Evidence, Finding, Session } from "../../model/index.js";
import { counted, RESULT_WORDS } from "../labels.js";
import { type Html, html } from "./html.js";
import { sparkline } from "./indicators.js";
import type { ReviewView } from "./view.js";

/** Findings of a review that stand open when the page is opened. */
const OPEN = 1;

function sessionNames(review: ReviewView, ids: readonly string[]): string {
  const labels = new Map(review.sessions.map((session) => [session.id, session.label]));
  return ids.map((id) => labels.get(id) ?? id).join("; ");
}

function quote(review: ReviewView, evidence: Evidence, codes: ReadonlyMap<string, string>): Html {
  const session: Session | undefined = review.sessions.find((each) => each.id === evidence.session);
  const code = codes.get(evidence.mention);
  const source = session === undefined ? evidence.session : `${session.label} (${session.sectors.join(", ")})`;
  return html`<li><blockquote>${evidence.quote}</blockquote><p class="source">${
    code === undefined ? source : html`<a href="#${review.cellAnchor(evidence.session, code)}">${source}</a>`
  }</p></li>
`;
}

function side(
  review: ReviewView,
  name: string,
  sessions: readonly string[],
  evidence: readonly Evidence[],
  most: number,
  codes: ReadonlyMap<string, string>,
): Html {
  const shown = evidence.slice(0, most);
  const rest = evidence.length - shown.length;
  return html`<section class="side side-${name.toLowerCase()}"><h4>${name} <span>${counted(sessions.length, "session")}</span></h4>
${sessions.length > 0 && html`<p class="who">${sessionNames(review, sessions)}</p>`}
${
  shown.length === 0
    ? html`<p class="none">${evidence.length === 0 ? `Nothing was said ${name === "For" ? "in so many words" : "against it"}.` : `${counted(evidence.length, "quote")} in findings.json.`}</p>`
    : html`<ul class="quotes">${shown.map((each) => quote(review, each, codes))}</ul>`
}
${shown.length > 0 && rest > 0 && html`<p class="more">${counted(rest, "more quote")} in findings.json.</p>`}
</section>`;
}

function indicators(review: ReviewView, finding: Finding): Html | false {
  if (finding.indicators.length === 0) return false;
  const number = (value: number | undefined) => (value === undefined ? "–" : String(Number(value.toPrecision(4))));
  return html`<div class="scroll" tabindex="0" role="region" aria-labelledby="f-${finding.id}-data"><table class="indicators"><caption id="f-${finding.id}-data">Counted data that bear on it</caption>
<thead><tr><th scope="col">Measure</th><th scope="col">Course</th><th scope="col">Perceived</th><th scope="col">Result</th><th scope="col" class="figure">Periods</th><th scope="col" class="figure"><abbr title="Mann-Kendall statistic">S</abbr></th><th scope="col" class="figure"><abbr title="Two-sided probability">p</abbr></th><th scope="col" class="figure"><abbr title="Sen's slope, a period">Slope</abbr></th></tr></thead>
<tbody>${finding.indicators.map((row) => {
    const series = review.result.corroborations.find(
      (each) => each.measure === row.measure && finding.codes.includes(each.code),
    )?.series;
    return html`<tr><th scope="row">${row.measure}</th><td>${sparkline(row.measure, series ?? [])}</td><td>${row.perceived}</td><td class="result-${row.result.replace(" ", "-")}">${RESULT_WORDS[row.result]}</td><td class="figure">${row.periods}</td><td class="figure">${number(row.s)}</td><td class="figure">${number(row.p)}</td><td class="figure">${number(row.slope)}</td></tr>
`;
  })}</tbody></table></div>`;
}

/** One finding: its claim in sight, what it rests on and what speaks against it side by side once opened. */
export function findingCard(
  review: ReviewView,
  finding: Finding,
  most: number,
  open: boolean,
  codes: ReadonlyMap<string, string>,
): Html {
  const others = [
    { name: "Unsure or unaware", ids: finding.sessionsUncertain },
    { name: "Silent", ids: finding.sessionsSilent },
    { name: "Asked about it", ids: finding.sessionsAsked },
  ].filter(({ ids }) => ids.length > 0);
  return html`<details class="finding status-${finding.status}" id="f-${finding.id}"${open && html` open`}>
<summary><span class="strength" title="Strength ${finding.strength} of 100"><svg viewBox="0 0 36 36" aria-hidden="true"><circle cx="18" cy="18" r="15.5"/><circle class="filled" cx="18" cy="18" r="15.5" pathLength="100" stroke-dasharray="${finding.strength} 100" transform="rotate(-90 18 18)"/></svg><span class="hidden">Strength </span><b>${finding.strength}</b></span><span class="claim"><span class="kind">${finding.type}${finding.verdict !== "" && html` <span class="chip">verdict: ${finding.verdict}</span>`}${finding.status !== "candidate" && html` <span class="chip status">${finding.status}</span>`}</span><span class="statement">${finding.statement}</span></span></summary>
<div class="sides">
${side(review, "For", finding.sessionsFor, finding.evidence, most, codes)}
${side(review, "Against", finding.sessionsAgainst, finding.counterEvidence, most, codes)}
</div>
${others.length > 0 && html`<dl class="others">${others.map(({ name, ids }) => html`<div><dt>${name} <span>${counted(ids.length, "session")}</span></dt><dd>${sessionNames(review, ids)}</dd></div>`)}</dl>`}
${indicators(review, finding)}
${finding.decidedBy !== "" && html`<p class="decided">${finding.status} by ${finding.decidedBy}, ${finding.decidedAt.slice(0, 10)}. ${finding.note}</p>`}
<p class="id">Finding ${finding.id}</p>
</details>
`;
}

/** The findings of one review, strongest first and rejected ones last, a chunk a finding. */
export function* findingsOf(review: ReviewView, most: number): Iterable<Html> {
  const codes = new Map(review.result.mentions.map((mention) => [mention.id, mention.code]));
  const rejected = (finding: Finding) => Number(finding.status === "rejected");
  const ordered = [...review.result.findings].sort(
    (a, b) => rejected(a) - rejected(b) || b.strength - a.strength || (a.id < b.id ? -1 : 1),
  );
  yield html`<section class="review" aria-labelledby="${review.anchor}-findings"><h3 id="${review.anchor}-findings">${review.name} <span>${counted(ordered.length, "candidate finding")}</span></h3>
`;
  if (ordered.length === 0) yield html`<p class="none">No rule found anything to claim.</p>`;
  for (const [i, finding] of ordered.entries()) yield findingCard(review, finding, most, i < OPEN, codes);
  yield html`</section>
`;
}
