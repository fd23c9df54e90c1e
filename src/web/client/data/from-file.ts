import type { CodeEvidence, FindingDetail, Matrix, Quote } from "../../../model/index.js";
import { searchTexts } from "./search-texts.js";
import { type Params, Refused, requestOf, type Source } from "./source.js";

/** A finding as a file holds it: a quote that stands in the evidence of its code is told by its mention alone. */
type FiledFinding = Omit<FindingDetail, "evidence" | "counterEvidence"> & {
  evidence: (Quote | string)[];
  counterEvidence: (Quote | string)[];
};

const NEEDS_SERVER = "Start `triangulum serve` and open the address that it prints.";

/** Views from the blocks of data in the page itself, each read when it is first asked for. */
export function fromFile(root: ParentNode): Source {
  const blocks = new Map<string, Element>();
  for (const block of root.querySelectorAll("script[data-request]"))
    blocks.set(block.getAttribute("data-request") ?? "", block);
  const read = (request: string): unknown => {
    const block = blocks.get(request);
    return block === undefined ? undefined : JSON.parse(block.textContent ?? "null");
  };
  const quotesOf = (review: string, codes: readonly string[]): Map<string, Quote> =>
    new Map(
      codes
        .flatMap((code) => {
          const view = read(requestOf("/api/evidence", { review, code })) as CodeEvidence | undefined;
          return view?.sessions.flatMap(({ quotes }) => quotes) ?? [];
        })
        .map((quote) => [quote.mention, quote]),
    );

  const finding = (id: string): FindingDetail | undefined => {
    for (const [request] of blocks) {
      if (!request.startsWith("/api/finding?review=")) continue;
      const found = (read(request) as FiledFinding[]).find((one) => one.id === id);
      if (found === undefined) continue;
      const quotes = quotesOf(found.review, found.codes);
      const side = (all: readonly (Quote | string)[]) =>
        all.flatMap((quote) => (typeof quote === "string" ? (quotes.get(quote) ?? []) : quote));
      const [evidence, counterEvidence] = [side(found.evidence), side(found.counterEvidence)];
      return {
        ...found,
        ...{ evidence, counterEvidence },
        moreEvidence: found.moreEvidence + found.evidence.length - evidence.length,
        moreCounterEvidence: found.moreCounterEvidence + found.counterEvidence.length - counterEvidence.length,
      };
    }
    return undefined;
  };

  const oneReview = (review: string): Matrix | undefined => {
    const own = (read("/api/matrix") as Matrix | undefined)?.reviews.find(({ id }) => id === review);
    return own && { reviews: [own] };
  };

  const answer = (path: string, params: Params): unknown => {
    if (path === "/api/matrix" && params.review !== undefined) return oneReview(String(params.review));
    if (path === "/api/finding") return finding(String(params.id));
    if (path === "/api/corrections") return { corrections: [], terms: [] };
    if (path === "/api/search")
      return searchTexts(
        [...blocks.keys()].filter((key) => key.startsWith("/api/reader?")).map((key) => () => read(key)),
        params,
      );
    const { session: _session, most: _most, ...kept } = params;
    return read(requestOf(path, kept));
  };

  return {
    get: async (path, params = {}) => {
      const view = answer(path, params);
      if (view !== undefined) return view;
      throw new Refused({
        kind: "not-found",
        message: LEFT_OUT[path] ?? "This is not in the file.",
        wayOut: NEEDS_SERVER,
      });
    },
    post: async () => {
      throw new Refused({ kind: "forbidden", message: "A file cannot be written to.", wayOut: NEEDS_SERVER });
    },
  };
}

const LEFT_OUT: Readonly<Record<string, string>> = {
  "/api/reader":
    "This transcript is not in the file: with it, the file would have grown too large, or the text is not kept.",
  "/api/evidence": "These quotes are not in the file: with them, it would have grown too large.",
  "/api/maps": "The maps of one review are not in the file; those of all reviews are.",
  "/api/trend": "A file holds one run; how a code went from run to run can be seen where the runs are kept.",
  "/api/terms": "A file holds no lexicon.",
  "/api/compare": "A file holds one run and cannot be compared with another.",
};
