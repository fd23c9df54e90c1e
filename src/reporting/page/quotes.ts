import type { Concept, Mention, Session } from "../../model/index.js";
import { counted, facetWords, STANCE_SIGNS, VERDICT_SIGNS } from "../labels.js";
import { type Html, html } from "./html.js";
import type { ReviewView } from "./view.js";

function quote(mention: Mention): Html {
  const words = facetWords(mention);
  const marks = [
    ...(mention.speaker === "" ? [] : [mention.speaker]),
    ...words,
    ...(mention.prompted === "yes" ? ["prompted"] : []),
  ];
  return html`<li><blockquote>${mention.quote}</blockquote>${marks.length > 0 && html`<p class="source">${marks.join(" · ")}</p>`}</li>
`;
}

function cellQuotes(review: ReviewView, session: Session, code: string, most: number): Html | false {
  const quotes = review.quotes(session.id, code);
  if (quotes.length === 0) return false;
  const stance = review.stance(session.id, code)?.stance ?? "silent";
  const shown = quotes.slice(0, most);
  const rest = quotes.length - shown.length;
  return html`<section id="${review.cellAnchor(session.id, code)}" class="cell"><h4><span class="swatch s-${stance}">${STANCE_SIGNS[stance]}<span class="hidden"> ${stance}</span></span> ${session.label} <span>${session.sectors.join(", ")}</span></h4>
${shown.length > 0 && html`<ul class="quotes">${shown.map(quote)}</ul>`}
${rest > 0 && html`<p class="more">${counted(rest, shown.length > 0 ? "more quote" : "quote")} in mentions.csv.</p>`}</section>
`;
}

/** The quotes of one code in one review, a part a session, closed until somebody asks for them. */
export function quotesOf(review: ReviewView, concept: Concept, most: number): Html {
  const verdict = review.verdicts.get(concept.id);
  return html`<details class="code" id="${review.codeAnchor(concept.id)}"><summary><b>${concept.prefLabel}</b> ${
    verdict !== undefined &&
    html`<span class="chip"><span aria-hidden="true">${VERDICT_SIGNS[verdict.verdict]}</span> ${verdict.verdict}</span> <span class="count">${counted(verdict.mentions, "mention")}, ${verdict.sessions} of ${verdict.sessionsTotal} sessions</span>`
  }</summary>
<p class="definition">${concept.definition}${verdict !== undefined && verdict.rule !== "" && html` <b>Verdict:</b> ${verdict.rule}`} <a href="#${review.anchor}-matrix">Back to the matrix</a></p>
${review.sessions.map((session) => cellQuotes(review, session, concept.id, most))}</details>
`;
}
