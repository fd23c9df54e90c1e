import type { FindingDetail, Quote } from "../../model/index.js";
import { byText } from "../order.js";
import type { PageViews } from "../views/index.js";

/** A view as it stands in the page, under the request that asks for it. */
export interface Block {
  readonly request: string;
  /** JSON in which no `<` stands, so that nothing in it can end the block; in base64 where it is packed. */
  readonly json: string;
  readonly packed?: true;
}

/** What a file holds of a finding: a quote that stands in the evidence of its code is told by its mention alone. */
type FiledFinding = Omit<FindingDetail, "evidence" | "counterEvidence"> & {
  readonly evidence: readonly (Quote | string)[];
  readonly counterEvidence: readonly (Quote | string)[];
};

/** Keys by their names: rows that were read back have them in another order than rows that were just made. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => byText(a, b)));
}

/** A view as a block. `parameters` in the order in which the page asks for them. */
export function block(path: string, parameters: Readonly<Record<string, string>>, view: unknown): Block {
  const query = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return {
    request: query.length === 0 ? path : `${path}?${query.join("&")}`,
    json: JSON.stringify(view, inOrder).replaceAll("<", "\\u003c"),
  };
}

/** What every file holds, whatever its size: all numbers, and every finding in a line. */
export function* alwaysBlocks(views: PageViews): Iterable<Block> {
  yield block("/api/overview", {}, views.overview());
  yield block("/api/matrix", {}, views.matrix());
  yield block("/api/findings", {}, views.findings());
  yield block("/api/transcripts", {}, views.transcripts());
  yield block("/api/maps", {}, views.maps());
}

/** Quotes behind each number of a review, at most `most` a cell, and its findings with theirs. */
export function* quoteBlocks(
  views: PageViews,
  review: string,
  codes: readonly string[],
  most: number,
): Iterable<Block> {
  const shown = new Set<string>();
  for (const code of codes) {
    const view = views.evidence(review, code, { most });
    if (view === undefined || (view.sessions.length === 0 && view.verdict === undefined)) continue;
    for (const { quotes } of view.sessions) for (const { mention } of quotes) shown.add(mention);
    yield block("/api/evidence", { review, code }, view);
  }
  const filed = (quotes: readonly Quote[]) => quotes.map((quote) => (shown.has(quote.mention) ? quote.mention : quote));
  const findings = views
    .findings()
    .findings.filter((row) => row.review === review)
    .flatMap(({ id }): FiledFinding[] => {
      const detail = views.finding(id, most);
      return detail === undefined
        ? []
        : [{ ...detail, evidence: filed(detail.evidence), counterEvidence: filed(detail.counterEvidence) }];
    });
  yield block("/api/finding", { review }, findings);
}
