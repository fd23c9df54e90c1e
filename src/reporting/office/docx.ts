import type { Concept, ReviewResult } from "../../model/index.js";
import { reviewsInOrder } from "../order.js";
import { monthOf } from "../review-name.js";
import type { Reporter } from "../run-report.js";
import { evidenceAppendix, matrixAppendix } from "./docx-appendix.js";
import { bytesOf } from "./docx-paper.js";
import { Draft } from "./docx-parts.js";
import {
  acrossSessions,
  goodPractice,
  introduction,
  questionsSection,
  recommendations,
  sessionSummaries,
  visitsAndLinks,
} from "./docx-sections.js";
import { viewReport } from "./docx-view.js";

const NOTICE = [
  "Confidential draft.",
  "What practitioners said, sorted and counted. It is perception, not fact; silence is not absence; findings are candidates until an analyst decides. Personal details were masked, and quotes must be read again before they are shared.",
] as const;

/** The report of one review as the bytes of a .docx. */
async function reportOf(review: ReviewResult, concepts: readonly Concept[]): Promise<Uint8Array> {
  const view = viewReport(review, concepts);
  const draft = new Draft();
  for (const section of [introduction, sessionSummaries, acrossSessions, questionsSection, goodPractice]) {
    section(draft, view);
  }
  recommendations(draft, view);
  visitsAndLinks(draft, view);
  draft.newPart();
  matrixAppendix(draft, view);
  draft.newPart();
  evidenceAppendix(draft, view);
  const { area, date, region } = review.meta;
  const subtitle = [area, region, monthOf(date)].filter((part) => part !== "").join(" · ");
  return bytesOf(draft, { name: view.name, subtitle, notice: NOTICE }, new Set([1]));
}

/** reviews/<id>/report.docx: the review in the shape that locality reviews have, every claim with the id of its finding. */
export const reportDocx: Reporter = function* (run) {
  for (const review of reviewsInOrder(run)) {
    const chunks = {
      async *[Symbol.asyncIterator]() {
        yield await reportOf(review, run.concepts);
      },
    };
    yield { path: `reviews/${review.meta.id}/report.docx`, chunks };
  }
};
