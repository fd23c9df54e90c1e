import { counted, VERDICT_SIGNS, VERDICT_WORDS } from "../labels.js";
import type { RunReport } from "../run-report.js";
import { type Html, html } from "./html.js";
import { byTheme, type ReviewView } from "./view.js";

/** Past this many reviews the columns could no longer be read side by side. */
const MOST_COLUMNS = 200;

/** Heat of a share from 0 to 1: 0 for none, 1 to 5. */
export function heat(share: number): number {
  return share <= 0 ? 0 : Math.min(5, Math.ceil(share * 5));
}

function cell(review: ReviewView, code: string): Html {
  const verdict = review.verdicts.get(code);
  if (verdict === undefined || verdict.verdict === "not raised")
    return html`<td class="h0">·<span class="hidden"> not raised</span></td>`;
  const taken = verdict.affirms.length + verdict.denies.length + verdict.mixed.length;
  const total = review.sessions.length;
  return html`<td class="h${heat(taken / total)}"><a href="#${review.codeAnchor(code)}">${taken}<span class="hidden"> of ${total} sessions, ${verdict.verdict}</span><span class="sign" aria-hidden="true">${VERDICT_SIGNS[verdict.verdict]}</span></a></td>`;
}

/** The themes matrix over all reviews as a heat map: how many sessions take a stance, and the verdict's sign. */
export function matrixOfReviews(run: RunReport, reviews: readonly ReviewView[]): Html {
  const columns = reviews.slice(0, MOST_COLUMNS);
  const isRaised = (code: string) =>
    columns.some((review) => (review.verdicts.get(code)?.verdict ?? "not raised") !== "not raised");
  const themes = [...byTheme(run.concepts)].map(([theme, concepts]) => ({
    theme,
    concepts: concepts.filter((concept) => isRaised(concept.id)),
  }));
  const unraised = run.concepts.filter((concept) => !isRaised(concept.id));
  return html`<section id="matrix" aria-labelledby="matrix-title">
<h2 id="matrix-title">Themes matrix, by review</h2>
${verdictKey()}
${reviews.length > columns.length && html`<p class="more">The first ${columns.length} of ${counted(reviews.length, "review")}; all of them are in themes-matrix.csv.</p>`}
<div class="scroll tall" tabindex="0" role="region" aria-labelledby="matrix-caption">
<table class="matrix"><caption id="matrix-caption">Sessions that take a stance on each code (affirm, deny or both), by review. The stronger the colour, the larger the share of the review's sessions.</caption>
<thead><tr><th scope="col" class="corner">Code</th>${columns.map((review) => html`<th scope="col"><a href="#${review.anchor}-matrix">${review.name}</a><small>${counted(review.sessions.length, "session")}</small></th>`)}<th scope="col" class="total">All reviews</th></tr></thead>
${themes
  .filter(({ concepts }) => concepts.length > 0)
  .map(
    ({
      theme,
      concepts,
    }) => html`<tbody><tr class="theme"><th scope="rowgroup" colspan="${columns.length + 2}"><span>${theme}</span></th></tr>
${concepts.map((concept) => {
  const total = reviews.reduce((sum, review) => {
    const verdict = review.verdicts.get(concept.id);
    return sum + (verdict === undefined ? 0 : verdict.affirms.length + verdict.denies.length + verdict.mixed.length);
  }, 0);
  return html`<tr><th scope="row">${concept.prefLabel}</th>${columns.map((review) => cell(review, concept.id))}<td class="total">${total}</td></tr>
`;
})}</tbody>`,
  )}</table></div>
${unraised.length > 0 && html`<p class="unraised"><b>Raised in no review:</b> ${unraised.map((concept) => concept.prefLabel).join(", ")}.</p>`}
</section>
`;
}

function verdictKey(): Html {
  const verdicts = ["agreement", "partial agreement", "dissonance", "silence", "unclear"] as const;
  return html`<ul class="key" aria-label="Key to the verdicts">${verdicts.map(
    (verdict) =>
      html`<li><span class="sign" aria-hidden="true">${VERDICT_SIGNS[verdict]}</span> <b>${verdict}</b> ${VERDICT_WORDS[verdict]}</li>`,
  )}</ul>`;
}
