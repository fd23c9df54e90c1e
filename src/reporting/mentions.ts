import type { Mention } from "../model/index.js";
import { csv, figure, items, text } from "./csv.js";
import { byTexts } from "./order.js";
import type { Reporter } from "./run-report.js";

const COLUMNS = [
  text<Mention>("mention", (mention) => mention.id),
  text<Mention>("review", (mention) => mention.review),
  text<Mention>("session", (mention) => mention.session),
  text<Mention>("document", (mention) => mention.document),
  figure<Mention>("turn", (mention) => mention.turn),
  text<Mention>("speaker", (mention) => mention.speaker),
  text<Mention>("role", (mention) => mention.role),
  figure<Mention>("sentence", (mention) => mention.sentence),
  figure<Mention>("start", (mention) => mention.start),
  figure<Mention>("end", (mention) => mention.end),
  text<Mention>("text", (mention) => mention.text),
  text<Mention>("code", (mention) => mention.code),
  text<Mention>("theme", (mention) => mention.theme),
  text<Mention>("assertion", (mention) => mention.assertion),
  text<Mention>("temporality", (mention) => mention.temporality),
  text<Mention>("locus", (mention) => mention.locus),
  text<Mention>("trend", (mention) => mention.trend),
  text<Mention>("appraisal", (mention) => mention.appraisal),
  text<Mention>("evidentiality", (mention) => mention.evidentiality),
  text<Mention>("support", (mention) => mention.support),
  text<Mention>("evidence", (mention) => (mention.evidence ? "yes" : "no")),
  items<Mention>("cues", (mention) => decidingCues(mention)),
  text<Mention>("quote", (mention) => mention.quote),
  text<Mention>("prompted", (mention) => mention.prompted),
  text<Mention>("excluded", (mention) => mention.excluded),
  text<Mention>("time", (mention) => mention.time),
];

/** Ids of the cues that set a facet, in the order of the text, each once. */
function decidingCues(mention: Mention): string[] {
  return [...new Set(mention.cues.filter((hit) => hit.outcome === "decided").map((hit) => hit.cue))];
}

/** mentions.csv: one row a mention, evidence or not, by id. */
export const mentions: Reporter = function* (run) {
  const rows = run.reviews.flatMap((review) => review.mentions);
  rows.sort(
    byTexts<Mention>(
      (mention) => mention.id,
      (mention) => mention.review,
    ),
  );
  yield { path: "mentions.csv", chunks: csv(COLUMNS, rows, run.bom) };
};
