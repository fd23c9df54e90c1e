import { type Concept, type Session, STANCES } from "../../model/index.js";
import { counted, STANCE_SIGNS, STANCE_WORDS, VERDICT_SIGNS } from "../labels.js";
import type { RunReport } from "../run-report.js";
import { type Html, html } from "./html.js";
import { byTheme, type ReviewView } from "./view.js";

function cell(review: ReviewView, session: Session, code: string): Html {
  const row = review.stance(session.id, code);
  const stance = row?.stance ?? "silent";
  const sign = STANCE_SIGNS[stance];
  if (row === undefined || row.mentions === 0) {
    const asked = row?.asked === "yes" && html`<small>asked</small>`;
    return html`<td class="s-silent"><span aria-hidden="true">${sign}</span><span class="hidden">silent</span>${asked}</td>`;
  }
  // A session can speak only of elsewhere or the past: mentions that no stance rests on.
  return html`<td class="s-${stance}"><a href="#${review.cellAnchor(session.id, code)}"><span aria-hidden="true">${sign}</span><span class="hidden">${stance}, </span> ${row.mentions}</a></td>`;
}

function row(review: ReviewView, concept: Concept): Html {
  const verdict = review.verdicts.get(concept.id);
  if (verdict === undefined) return html``;
  const flag = verdict.levelFlag !== "" && html`<small>${verdict.levelFlag}</small>`;
  return html`<tr><th scope="row"><a href="#${review.codeAnchor(concept.id)}">${concept.prefLabel}</a></th>${review.sessions.map((session) => cell(review, session, concept.id))}<td class="figure">${verdict.sessions} of ${verdict.sessionsTotal}</td><td class="figure">${verdict.independent} of ${verdict.independentTotal}</td><td class="silent-expected">${verdict.silentExpected.join(", ")}</td><td class="verdict"><span class="sign" aria-hidden="true">${VERDICT_SIGNS[verdict.verdict]}</span> ${verdict.verdict}${flag}</td></tr>
`;
}

/** Codes that at least one session speaks of, or mentions at all. */
export function raisedCodes(review: ReviewView, concepts: readonly Concept[]): Concept[] {
  return concepts.filter(
    (concept) =>
      (review.verdicts.get(concept.id)?.verdict ?? "not raised") !== "not raised" ||
      review.sessions.some((session) => review.quotes(session.id, concept.id).length > 0),
  );
}

/** The convergence coding matrix of one review: what each session says of each code, and what that comes to. */
export function matrixOfSessions(run: RunReport, review: ReviewView): Html {
  const raised = new Set(raisedCodes(review, run.concepts));
  const unraised = run.concepts.filter((concept) => !raised.has(concept));
  const width = review.sessions.length + 5;
  return html`<h3 id="${review.anchor}-matrix">${review.name} <span>${counted(review.sessions.length, "session")}</span></h3>
<ul class="key" aria-label="Key to the stances">${STANCES.map((stance) => html`<li><span class="swatch s-${stance}" aria-hidden="true">${STANCE_SIGNS[stance]}</span> <b>${stance}</b> ${STANCE_WORDS[stance]}</li>`)}</ul>
<div class="scroll tall" tabindex="0" role="region" aria-labelledby="${review.anchor}-caption">
<table class="matrix sessions"><caption id="${review.anchor}-caption">${review.name}: stance of every session on every code raised, with its evidence mentions. A cell leads to its quotes.</caption>
<thead><tr><th scope="col" class="corner">Code</th>${review.sessions.map((session) => html`<th scope="col">${session.label}<small>${session.sectors.join(", ")} · ${session.record}</small></th>`)}<th scope="col" class="figure">Sessions that speak</th><th scope="col" class="figure">Independent sectors</th><th scope="col">Expected and silent</th><th scope="col" class="verdict">Verdict</th></tr></thead>
${[...byTheme([...raised])].map(
  ([
    theme,
    concepts,
  ]) => html`<tbody><tr class="theme"><th scope="rowgroup" colspan="${width}"><span>${theme}</span></th></tr>
${concepts.map((concept) => row(review, concept))}</tbody>`,
)}</table></div>
${unraised.length > 0 && html`<p class="unraised"><b>Not raised:</b> ${unraised.map((concept) => concept.prefLabel).join(", ")}.</p>`}
`;
}
