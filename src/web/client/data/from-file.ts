import type { CodeEvidence, FindingDetail, FindingList, Matrix, Quote, Shell } from "../../../model/index.js";
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
  const read = async (request: string): Promise<unknown> => {
    const block = blocks.get(request);
    if (block === undefined) return undefined;
    const text = block.textContent ?? "null";
    return JSON.parse(block.getAttribute("type") === "application/gzip" ? await unpacked(text) : text);
  };
  // The last unpacked review is kept: its cells are looked at one after another.
  let kept: { review: string; views: Promise<unknown> } | undefined;
  const evidenceOf = async (review: string, code: string): Promise<CodeEvidence | undefined> => {
    if (blocks.has(requestOf("/api/evidence", { review, code })))
      return (await read(requestOf("/api/evidence", { review, code }))) as CodeEvidence;
    if (kept?.review !== review) kept = { review, views: read(requestOf("/api/evidence", { review })) };
    return ((await kept.views) as Record<string, CodeEvidence> | undefined)?.[code];
  };

  const finding = async (id: string): Promise<FindingDetail | undefined> => {
    const list = (await read("/api/findings")) as FindingList | undefined;
    const review = list?.findings.find((one) => one.id === id)?.review;
    const filed = (await read(requestOf("/api/finding", { review }))) as FiledFinding[] | undefined;
    const found = filed?.find((one) => one.id === id);
    if (found === undefined) return undefined;
    const quotes = new Map<string, Quote>();
    for (const code of found.codes)
      for (const session of (await evidenceOf(found.review, code))?.sessions ?? [])
        for (const quote of session.quotes) quotes.set(quote.mention, quote);
    const side = (all: readonly (Quote | string)[]) =>
      all.flatMap((quote) => (typeof quote === "string" ? (quotes.get(quote) ?? []) : quote));
    const [evidence, counterEvidence] = [side(found.evidence), side(found.counterEvidence)];
    return {
      ...found,
      ...{ evidence, counterEvidence },
      moreEvidence: found.moreEvidence + found.evidence.length - evidence.length,
      moreCounterEvidence: found.moreCounterEvidence + found.counterEvidence.length - counterEvidence.length,
    };
  };

  const answer = async (path: string, params: Params): Promise<unknown> => {
    if (path === "/api/matrix" && params.review !== undefined) {
      const own = ((await read("/api/matrix")) as Matrix | undefined)?.reviews.find(({ id }) => id === params.review);
      return own && { reviews: [own] };
    }
    if (path === "/api/finding") return finding(String(params.id));
    if (path === "/api/evidence") {
      const [review, code] = [String(params.review), String(params.code)];
      const found = await evidenceOf(review, code);
      if (found !== undefined) return found;
      // A code of which nobody speaks has no block; where quotes were left out, nothing can be said.
      const { quotes, reviews } = (await read("/api/shell")) as Shell;
      return quotes > 0 && reviews.some(({ id }) => id === review) ? { review, code, sessions: [] } : undefined;
    }
    if (path === "/api/corrections") return { corrections: [], terms: [] };
    if (path === "/api/search")
      return searchTexts(
        [...blocks.keys()].filter((key) => key.startsWith("/api/reader?")).map((key) => () => read(key)),
        params,
      );
    return read(requestOf(path, params));
  };

  return {
    get: async (path, params = {}) => {
      const view = await answer(path, params);
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

/** The text of a packed block. Throws {@link Refused} in a browser that cannot unpack. */
async function unpacked(base64: string): Promise<string> {
  if (typeof DecompressionStream === "undefined")
    throw new Refused({
      kind: "failed",
      message: "This browser is too old to unpack a file of this size.",
      wayOut: "Open it with Chrome or Edge 80, Firefox 113 or Safari 16.4, or a later one of these.",
    });
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
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
