import { type Problem, SEVERITIES } from "../../model/index.js";
import { counted } from "../labels.js";
import { type Html, html } from "./html.js";
import type { ReviewView } from "./view.js";

function tile(count: number, one: string, many: string, more?: string): Html {
  return html`<li><strong>${count.toLocaleString("en-GB")}</strong> <span>${count === 1 ? one : many}</span>${
    more !== undefined && html`<small>${more}</small>`
  }</li>`;
}

/** What the run holds: counts, and problems by severity. */
export function summary(reviews: readonly ReviewView[], problems: readonly Problem[]): Html {
  const sum = (count: (review: ReviewView) => number) => reviews.reduce((total, review) => total + count(review), 0);
  const evidence = sum((review) => review.result.mentions.filter((mention) => mention.evidence).length);
  const mentions = sum((review) => review.result.mentions.length);
  const findings = reviews.flatMap((review) => review.result.findings);
  const decided = findings.filter((finding) => finding.status !== "candidate").length;
  const sectors = new Set(reviews.flatMap((review) => review.sessions.flatMap((session) => session.sectors)));
  sectors.delete("unknown");
  const raised = new Set(
    reviews.flatMap((review) =>
      review.result.verdicts.filter((row) => row.verdict !== "not raised").map((row) => row.code),
    ),
  );
  return html`<section id="holds" aria-labelledby="holds-title">
<h2 id="holds-title">What this run holds</h2>
<ul class="tiles">
${tile(reviews.length, "review", "reviews")}
${tile(
  sum((review) => review.sessions.length),
  "session",
  "sessions",
  `from ${counted(sectors.size, "known sector")}`,
)}
${tile(
  sum((review) => review.result.documents.length),
  "document",
  "documents",
  `${counted(
    sum((review) => review.result.documents.reduce((words, document) => words + document.words, 0)),
    "word",
  )}`,
)}
${tile(evidence, "evidence mention", "evidence mentions", `of ${counted(mentions, "mention")} coded`)}
${tile(raised.size, "code raised", "codes raised")}
${tile(findings.length, "candidate finding", "candidate findings", `${decided === 0 ? "none" : decided.toLocaleString("en-GB")} decided so far`)}
</ul>
<p class="problem-counts">${
    problems.length === 0
      ? "No problems were met in the input."
      : html`<a href="#problems">${counted(problems.length, "problem")} in the input</a>: ${SEVERITIES.map(
          (severity, i) => {
            const count = problems.filter((problem) => problem.severity === severity).length;
            return html`${i > 0 && ", "}<span class="chip severity-${severity}">${counted(count, severity, severity === "info" ? "info" : `${severity}s`)}</span>`;
          },
        )}`
  }</p>
<p class="lead">What follows is what practitioners said: <strong>perception, not fact</strong>. Every finding is a <strong>candidate</strong> for an analyst to accept, edit or reject. A session that says nothing of a thing has not denied it.</p>
</section>`;
}
