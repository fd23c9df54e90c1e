import { createHash } from "node:crypto";
import { counted } from "../labels.js";
import { problemsInOrder } from "../order.js";
import type { Reporter, RunReport } from "../run-report.js";
import { findingsOf } from "./findings.js";
import { Html, html } from "./html.js";
import { matrixOfReviews } from "./matrix-of-reviews.js";
import { matrixOfSessions, raisedCodes } from "./matrix-of-sessions.js";
import { METHOD } from "./method.js";
import { quotesOf } from "./quotes.js";
import { SCRIPT } from "./script.js";
import { STYLE } from "./style.js";
import { summary } from "./summary.js";
import { linesTable, problemsTable, saturationTable } from "./tables.js";
import { type ReviewView, viewReviews } from "./view.js";

/** Largest page in bytes: under 25 MB with room to spare for what mail and browsers add. */
const LARGEST = 24_000_000;
/** Numbers of quotes tried in turn, below the one asked for, until the page is small enough. */
const FEWER = [50, 20, 10, 5, 3, 2, 1, 0];
/** Past this many reviews the contents list sections alone. */
const MOST_NAMED = 40;

/** A piece of the page. One that is optional stands for itself, so that the page is whole without it. */
type Piece = { readonly markup: Html; readonly optional: boolean };

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
/** Nothing is fetched, sent or framed; only the style and the script of the page itself are run. */
const POLICY = `default-src 'none'; style-src ${hash(STYLE)}; script-src ${hash(SCRIPT)}; base-uri 'none'; form-action 'none'`;

function contents(reviews: readonly ReviewView[]): Html {
  const named = (suffix: string) =>
    reviews.length <= MOST_NAMED &&
    html`<ul>${reviews.map((review) => html`<li><a href="#${review.anchor}-${suffix}">${review.name}</a></li>`)}</ul>`;
  return html`<nav class="contents" aria-labelledby="contents-title"><h2 id="contents-title">Contents</h2><ul>
<li><a href="#holds">What this run holds</a></li>
<li><a href="#findings">Candidate findings</a>${named("findings")}</li>
<li><a href="#matrix">Themes matrix, by review</a></li>
<li><a href="#sessions">Themes matrix, by session</a>${named("matrix")}</li>
<li><a href="#saturation">Saturation</a></li>
<li><a href="#lines">Lines</a></li>
<li><a href="#problems">Problems in the input</a></li>
<li><a href="#method">How to read this</a></li>
</ul></nav>`;
}

/** The pieces of the page in order, with at most `most` quotes a cell. */
function* pieces(run: RunReport, reviews: readonly ReviewView[], most: number, notice: string): Iterable<Piece> {
  const problems = problemsInOrder(run);
  const always = (markup: Html): Piece => ({ markup, optional: false });
  const perhaps = (markup: Html): Piece => ({ markup, optional: true });
  yield always(html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">
<title>Themes matrix and candidate findings</title><style>${new Html(STYLE)}</style><script>${new Html(SCRIPT)}</script></head>
<body><a class="skip" href="#holds">Skip to the content</a>
<header class="masthead"><h1>Themes matrix and candidate findings</h1><p>${
    reviews.length === 0
      ? "No review was coded."
      : `From ${counted(reviews.length, "locality review")}${reviews.length <= 6 ? `: ${reviews.map((review) => review.name).join("; ")}` : ""}.`
  }</p></header>
<div class="frame">${contents(reviews)}<main>
${notice !== "" && html`<p class="notice">${notice}</p>`}
${summary(reviews, problems)}
<section id="findings" aria-labelledby="findings-title"><h2 id="findings-title">Candidate findings</h2>
<p>Claims that rules draw from the matrix, strongest first in each review. Open one to read what stands for and against it.</p>
`);
  for (const review of reviews) {
    const cards = [...findingsOf(review, most)];
    yield always(cards.at(0) ?? html``);
    for (const card of cards.slice(1, -1)) yield perhaps(card);
    yield always(cards.length > 1 ? (cards.at(-1) ?? html``) : html``);
  }
  yield always(html`</section>
`);
  yield perhaps(matrixOfReviews(run, reviews));
  yield always(html`<section id="sessions" aria-labelledby="sessions-title"><h2 id="sessions-title">Themes matrix, by session</h2>
`);
  for (const review of reviews) {
    yield perhaps(matrixOfSessions(run, review));
    yield always(html`<div class="codes">
`);
    for (const concept of raisedCodes(review, run.concepts)) yield perhaps(quotesOf(review, concept, most));
    yield always(html`</div>
`);
  }
  yield always(html`</section>
${saturationTable(reviews)}${linesTable(run, reviews)}${problemsTable(problems)}${METHOD}</main></div></body></html>
`);
}

function bytes(piece: Piece): number {
  return Buffer.byteLength(piece.markup.text);
}

/** Whether the page with so many quotes a cell stays within the bytes; stops reckoning once it does not. */
function fits(run: RunReport, reviews: readonly ReviewView[], most: number, largest: number): boolean {
  let size = 0;
  for (const piece of pieces(run, reviews, most, "")) {
    size += bytes(piece);
    if (size > largest) return false;
  }
  return true;
}

/** Which optional pieces stand in a page that is too large even without quotes: as many as there is room for, in order. */
function kept(all: Iterable<Piece>, largest: number): { keep: Set<number>; left: number } {
  const sizes = [...all].map((piece) => ({ size: bytes(piece), optional: piece.optional }));
  let room = largest - sizes.reduce((sum, { size, optional }) => sum + (optional ? 0 : size), 0);
  const keep = new Set<number>();
  for (const [place, { size, optional }] of sizes.entries()) {
    if (optional && size > room) continue;
    if (optional) room -= size;
    keep.add(place);
  }
  return { keep, left: sizes.length - keep.size };
}

/**
 * The page in chunks. It holds at most `run.quotes` quotes a cell, and fewer where it would grow past `largest` bytes; a
 * run too large even without quotes leaves whole parts out and says how many.
 */
export function* renderPage(run: RunReport, largest = LARGEST): Iterable<string> {
  const reviews = viewReviews(run);
  const tried = [run.quotes, ...FEWER.filter((most) => most < run.quotes)];
  const most = tried.find((each) => fits(run, reviews, each, largest));
  if (most !== undefined) {
    const notice =
      most === run.quotes
        ? ""
        : `To keep this page small it shows at most ${counted(most, "quote")} a cell, where ${run.quotes} were asked for; mentions.csv holds them all.`;
    for (const piece of pieces(run, reviews, most, notice)) yield piece.markup.text;
    return;
  }
  const room = 1000;
  const { keep, left } = kept(pieces(run, reviews, 0, ""), largest - room);
  const notice = `To keep this page small it shows no quotes, and ${counted(left, "part")} of it (findings, matrices or codes) are left out; the CSV and JSON files beside it hold them all.`;
  let place = 0;
  for (const piece of pieces(run, reviews, 0, notice)) {
    if (keep.has(place++)) yield piece.markup.text;
  }
}

/** report.html: the whole run on one page that needs nothing else. */
export const page: Reporter = function* (run) {
  yield { path: "report.html", chunks: renderPage(run) };
};
