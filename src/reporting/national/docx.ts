import { bytesOf } from "../office/docx-paper.js";
import { Draft } from "../office/docx-parts.js";
import type { Reporter, RunReport } from "../run-report.js";
import { sectionsText } from "./docx-findings.js";
import { annexes, asAtOf, comparison, language, levels, lines, trends, unknowns } from "./docx-parts.js";
import { practices, visits } from "./docx-practice.js";
import { asAtSlots, counted, filled, type NationalView, viewNation } from "./view.js";

function asAt(draft: Draft, view: NationalView): void {
  const { headings, intro } = view.text;
  const { filter, disclosure, trends: over, claims } = view.summary;
  draft.heading(1, headings.asAt);
  draft.text(filled(intro.asAt, asAtSlots(view.summary)));
  const filters = [
    ...(filter.regions.length > 0 ? [`regions: ${filter.regions.join(", ")}`] : []),
    ...(filter.since === "" ? [] : [`from ${filter.since}`]),
    ...(filter.until === "" ? [] : [`up to ${filter.until}`]),
  ];
  draft.text(filters.length === 0 ? "All reviews of the archive are taken in." : `Taken in: ${filters.join("; ")}.`);
  draft.text(
    `${counted(claims.length, "claim")} can be made; ${view.claimed.length} of them are told as findings, with strength ${view.summary.claimed} or more.`,
  );
  draft.text(
    disclosure.on
      ? `Disclosure control is on: a count that rests on fewer than ${disclosure.threshold} sessions is shown as [c].`
      : "Disclosure control is off: this document must not leave the house.",
  );
  if (over.quarters.length > 0) {
    draft.table(
      "Reviews by quarter",
      ["Quarter", "Reviews"],
      [50, 50],
      over.quarters.map(({ name, reviews }) => [name, String(reviews)]),
    );
  }
}

/** national/summary.docx as bytes. */
async function summaryDocx(run: RunReport, national: NonNullable<RunReport["national"]>): Promise<Uint8Array> {
  const view = viewNation(run, national);
  const { headings, intro } = view.text;
  const draft = new Draft();
  asAt(draft, view);
  draft.heading(1, headings.findings);
  draft.text(intro.findings);
  sectionsText(draft, view, view.findings);
  draft.heading(1, headings.strategy);
  draft.text(intro.strategy);
  sectionsText(draft, view, view.strategy);
  for (const part of [levels, practices, visits, lines, language, unknowns]) part(draft, view);
  draft.newPart();
  trends(draft, view);
  draft.newPart();
  comparison(draft, view);
  annexes(draft, view);
  const [bold = "", ...rest] = view.text.notice.split(/(?<=\.) /);
  const subtitle = `Data as at ${asAtOf(view)} · ${counted(view.summary.reviews.length, "review")}`;
  return bytesOf(draft, { name: view.text.title, subtitle, notice: [bold, rest.join(" ")] }, new Set([1]));
}

/** national/summary.docx: the summary in the shape that a published one has, for an author to edit; every claim with its id. */
export const nationalDocx: Reporter = function* (run) {
  const { national } = run;
  if (national === undefined) return;
  const chunks = {
    async *[Symbol.asyncIterator]() {
      yield await summaryDocx(run, national);
    },
  };
  yield { path: "national/summary.docx", chunks };
};
