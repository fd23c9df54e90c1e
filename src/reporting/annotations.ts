import { FACET_VALUES, type FacetName, type Mention, type ReviewResult } from "../model/index.js";
import { byTexts, reviewsInOrder } from "./order.js";
import { codeGuid, guidOf } from "./qdpx-guid.js";
import { sourceGuid } from "./qdpx-project.js";
import { type CountableText, countable } from "./qdpx-text.js";
import { reviewName } from "./review-name.js";
import type { Reporter } from "./run-report.js";

/** Characters of the text on either side of a mention that help to find it again. */
const AROUND = 32;
const FACETS = Object.keys(FACET_VALUES) as FacetName[];

/**
 * reviews/<id>/annotations.jsonld: every mention, evidence or not, as a W3C Web Annotation (2017), one to a line. Its text is the source of
 * project.qdpx with the same id; positions are code points of that text.
 */
export const annotations: Reporter = function* (run) {
  const labels = new Map(run.concepts.map(({ id, prefLabel }) => [id, prefLabel]));
  for (const review of reviewsInOrder(run))
    yield { path: `reviews/${review.meta.id}/annotations.jsonld`, chunks: collection(review, labels) };
};

function* collection(review: ReviewResult, labels: ReadonlyMap<string, string>): Iterable<string> {
  const texts = new Map(review.texts.map(({ document, text }) => [document, countable(text)]));
  const mentions = [...review.mentions].sort(byTexts((mention) => mention.id));
  const id = urn(guidOf("annotations", review.meta.id));
  const head = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id,
    type: "AnnotationCollection",
    label: reviewName(review.meta),
    total: mentions.length,
  };
  const page = { id: urn(guidOf("annotations", review.meta.id, "1")), type: "AnnotationPage", startIndex: 0 };
  yield `${JSON.stringify(head).slice(0, -1)},"first":${JSON.stringify(page).slice(0, -1)},"items":[\n`;
  for (const [i, mention] of mentions.entries()) {
    const comma = i + 1 < mentions.length ? "," : "";
    const row = annotation(mention, labels.get(mention.code) ?? mention.code, texts.get(mention.document));
    yield `${JSON.stringify(row)}${comma}\n`;
  }
  yield "]}}\n";
}

function annotation(mention: Mention, label: string, text: CountableText | undefined) {
  const said = FACETS.map((facet) => `${facet}: ${mention[facet]}`);
  said.push(mention.evidence ? "evidence: yes" : `evidence: no (${mention.excluded})`, `session: ${mention.session}`);
  return {
    id: urn(guidOf("mention", mention.review, mention.id)),
    type: "Annotation",
    motivation: "classifying",
    creator: { type: "Software", name: "Triangulum" },
    body: [
      { type: "SpecificResource", purpose: "classifying", source: urn(codeGuid(mention.code)) },
      { type: "TextualBody", purpose: "tagging", format: "text/plain", value: label },
      { type: "TextualBody", purpose: "describing", format: "text/plain", value: said.join("\n") },
    ],
    target: { source: urn(sourceGuid(mention.review, mention.document)), selector: selectors(mention, text) },
  };
}

/** The words with what stands around them, and their place; the words alone where the text is not kept. */
function selectors(mention: Mention, text: CountableText | undefined): object[] {
  if (text === undefined) return [{ type: "TextQuoteSelector", exact: mention.text }];
  const [start, end] = [text.at(mention.start), text.at(mention.end)];
  const quote = {
    type: "TextQuoteSelector",
    exact: text.text.slice(start, end),
    prefix: text.text.slice(Math.max(0, start - AROUND), start),
    suffix: text.text.slice(end, end + AROUND),
  };
  return [quote, { type: "TextPositionSelector", start, end }];
}

const urn = (guid: string): string => `urn:uuid:${guid}`;
