import { createHash } from "node:crypto";
import type { Block, Fingerprint } from "../model/index.js";

/** A document as the search for repeated matter sees it. */
export interface Fingerprinted {
  /** Any name that is unique in the archive. */
  key: string;
  fingerprints: readonly Fingerprint[];
  blocks: readonly Pick<Block, "kind">[];
}

/** Documents that must share matter word for word before it is front or closing matter. */
const DOCUMENTS = 3;
const PARAGRAPHS = 2;
const WORDS = 40;
/** A document's own title, date or attendees may stand before the shared matter (after it, at the end): so many short blocks are passed over. */
const OWN_BLOCKS = 8;
const OWN_WORDS = 12;

/**
 * Finds front and closing matter: two paragraphs or more, at least 40 words, word for word at the head or tail of at least
 * three documents. Copies of one document count once, so that a file uploaded three times is not taken for matter.
 *
 * Linear in blocks: a run of blocks is followed only while each of its blocks stands in three documents.
 *
 * @returns for each document that has such matter, the indices of its blocks.
 */
export function repeatedMatter(documents: readonly Fingerprinted[]): Map<string, ReadonlySet<number>> {
  const originals = new Map<string, Fingerprinted>();
  for (const document of documents) {
    const content = document.fingerprints.map(({ hash }) => hash).join(" ");
    if (!originals.has(content)) originals.set(content, document);
  }
  const common = commonBlocks([...originals.values()]);
  const repeated = new Map<string, Set<number>>();
  for (const end of ["head", "tail"] as const) {
    const seen = new Map<string, number>();
    for (const document of originals.values()) {
      const chains = new Set(runs(document, end, common).flatMap((run) => run.map(({ chain }) => chain)));
      for (const chain of chains) seen.set(chain, (seen.get(chain) ?? 0) + 1);
    }
    for (const document of documents) {
      for (const run of runs(document, end, common)) {
        const length = run.findLastIndex(({ chain }) => (seen.get(chain) ?? 0) >= DOCUMENTS) + 1;
        const matter = run.slice(0, length);
        if (length < PARAGRAPHS || matter.reduce((sum, { words }) => sum + words, 0) < WORDS) continue;
        const blocks = repeated.get(document.key) ?? new Set();
        for (const { block } of matter) blocks.add(block);
        repeated.set(document.key, blocks);
      }
    }
  }
  return repeated;
}

/** Hashes of the blocks that stand in at least three documents. */
function commonBlocks(documents: readonly Fingerprinted[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { fingerprints } of documents)
    for (const hash of new Set(fingerprints.map((one) => one.hash))) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= DOCUMENTS).map(([hash]) => hash));
}

interface Link {
  block: number;
  words: number;
  /** Hash of the run up to here: equal in two documents when their runs are. */
  chain: string;
}

/** The runs of common blocks that begin at the head (or, read backwards, at the tail), each after no more than the document's own short blocks. */
function runs({ fingerprints, blocks }: Fingerprinted, end: "head" | "tail", common: ReadonlySet<string>): Link[][] {
  const inward = end === "head" ? fingerprints : [...fingerprints].reverse();
  const found: Link[][] = [];
  for (let from = 0; from <= Math.min(OWN_BLOCKS, inward.length - 1); from++) {
    const run: Link[] = [];
    let chain = "";
    for (const { block, hash, words } of inward.slice(from)) {
      if (!common.has(hash)) break;
      chain = createHash("sha256").update(chain).update(hash).digest("hex").slice(0, 32);
      run.push({ block, words, chain });
    }
    if (run.length > 0) found.push(run);
    const own = inward[from]!;
    const kind = blocks[own.block]?.kind;
    if (own.words > OWN_WORDS && kind !== "heading" && kind !== "attendees") break;
  }
  return found;
}
