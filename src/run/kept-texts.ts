import { codeDocument } from "../coding/index.js";
import type { CompiledLexicon } from "../lexicon/index.js";
import { type CodedMention, type RecordKind, type ReviewResult, Stop, type StoredText } from "../model/index.js";
import type { SavedRun } from "../store/index.js";
import { readVersions } from "./versions.js";
import { WordIndex } from "./word-index.js";

/** A text of a saved run with the review it belongs to. */
export interface KeptDocument {
  readonly review: ReviewResult;
  readonly text: StoredText;
  /** Number of its first block among all blocks. */
  readonly first: number;
  /** It repeats a document of another session, so nothing in it is evidence. */
  readonly repeats: boolean;
}

/** The stored texts of a run, ready to be coded again where a changed lexicon touches them. */
export interface KeptTexts {
  /** In order of review and document; those without text are left out. */
  readonly documents: readonly KeptDocument[];
  readonly index: WordIndex;
  /** Hash of the lexicon that the run was coded with by this same program; empty where another program coded it. */
  readonly codedWith: string;
}

/**
 * Makes a run's texts ready: one pass over all their words.
 *
 * @param codedWith hash of the lexicon that they were coded with, where the program's coding is still the same.
 * @throws Stop when the run was made before blocks were stored.
 */
export function keepTexts(reviews: readonly ReviewResult[], codedWith = ""): KeptTexts {
  const documents: KeptDocument[] = [];
  const index = new WordIndex();
  let first = 0;
  for (const review of reviews) {
    const twins = new Set(
      review.problems.filter(({ rule }) => rule === "session/near-duplicate").map(({ document }) => document),
    );
    for (const text of review.texts) {
      if (text.blocks.length === 0 && text.sentences.length > 0)
        throw new Stop("This run keeps too little of its texts to code them again. Run the archive once more.");
      documents.push({ review, text, first, repeats: twins.has(text.document) });
      for (const block of text.blocks) index.add(text.text, block.start, block.end);
      first += text.blocks.length;
    }
  }
  return { documents, index, codedWith };
}

/** The texts of a saved run, with what it was coded with where this program would code the same. */
export async function keptTextsOf(saved: SavedRun): Promise<KeptTexts> {
  const { coding } = await readVersions();
  return keepTexts(saved.reviews, saved.record.versions.coding === coding ? saved.record.hashes.lexicon : "");
}

/** Blocks of one document, ascending, by its place in `documents`. Documents without any are left out. */
export function byDocument(kept: KeptTexts, blocks: Iterable<number>): Map<KeptDocument, number[]> {
  const found = new Map<KeptDocument, number[]>();
  let at = 0;
  for (const block of [...blocks].sort((a, b) => a - b)) {
    while (block >= kept.documents[at]!.first + kept.documents[at]!.text.blocks.length) at++;
    const document = kept.documents[at]!;
    const own = found.get(document);
    if (own) own.push(block - document.first);
    else found.set(document, [block - document.first]);
  }
  return found;
}

/** Stretches of a document whose sentences are coded with what stands around them in the same stretch, and in no other. */
export type Passage = readonly number[];

/** A mention by the block it stands in; its `sentence` is an index of the coder's own and means nothing here. */
export type FoundMention = CodedMention & { readonly block: number };

/** Codes some passages of a document, each as if it were a turn of its own: nothing is carried over from one into the next. */
export function codePassages(
  lexicon: CompiledLexicon,
  { text }: KeptDocument,
  passages: readonly Passage[],
): FoundMention[] {
  const found: FoundMention[] = [];
  for (const record of ["verbatim", "notes"] as const) {
    const own = passages.filter((passage) => recordOf(text, passage) === record);
    if (own.length === 0) continue;
    const origin = own.flat();
    let before = 0;
    const blocks = own.flatMap((passage, turn) => {
      const from = before;
      before += passage.length;
      return passage.map((number) => {
        const { start, end, kind, leadIn } = text.blocks[number]!;
        const lead = leadIn < 0 ? -1 : passage.indexOf(leadIn);
        return { start, end, kind, turn, leadIn: lead < 0 ? -1 : from + lead };
      });
    });
    const turns = own.map((passage) => text.turns[text.blocks[passage[0]!]!.turn]!);
    const parts = [{ start: 0, end: text.text.length, record }];
    const { sentences, mentions } = codeDocument(lexicon, { text: text.text, blocks, turns, parts, record });
    for (const mention of mentions) found.push({ ...mention, block: origin[sentences[mention.sentence]!.block]! });
  }
  return found;
}

function recordOf(text: StoredText, passage: Passage): RecordKind {
  return text.blocks[passage[0]!]!.record;
}

/** Sentences before a sentence of which the coder may still hold who speaks, and after it in which a short answer may stand. */
const [BEFORE, AFTER] = [8, 2];

/**
 * The passage around a block that decides how its sentences are coded: what stands before and after it in the same turn and session, and
 * the block that leads it in.
 */
export function passageAround(text: StoredText, block: number): Passage {
  const { turn, leadIn } = text.blocks[block]!;
  const counts = sentenceCounts(text);
  const together = (other: number): boolean =>
    text.blocks[other]?.turn === turn &&
    (counts[other]!.part === counts[block]!.part || counts[other]!.sentences === 0);
  const passage = [block];
  let sentences = 0;
  for (let b = block - 1; sentences < BEFORE && together(b); b--) {
    passage.unshift(b);
    sentences += counts[b]!.sentences;
  }
  sentences = 0;
  for (let b = block + 1; sentences < AFTER && together(b); b++) {
    passage.push(b);
    sentences += counts[b]!.sentences;
  }
  return leadIn >= 0 && leadIn < passage[0]! ? [leadIn, ...passage] : passage;
}

/** Blocks that a cue in a block can reach: itself, the one before (a short answer), what follows in its turn, and the bullets it leads in. */
export function reachOf(text: StoredText, block: number): number[] {
  const { turn } = text.blocks[block]!;
  const counts = sentenceCounts(text);
  const reached = [block];
  if (text.blocks[block - 1]?.turn === turn) reached.unshift(block - 1);
  let sentences = 0;
  for (let b = block + 1; text.blocks[b]?.turn === turn; b++) {
    if (sentences >= BEFORE && text.blocks[b]!.leadIn !== block) break;
    reached.push(b);
    sentences += counts[b]!.sentences;
  }
  return reached;
}

const counted = new WeakMap<StoredText, { sentences: number; part: number }[]>();

/** Of every block how many sentences it has, and in which part of the document they stand. */
function sentenceCounts(text: StoredText): { sentences: number; part: number }[] {
  const known = counted.get(text);
  if (known) return known;
  const counts = text.blocks.map(() => ({ sentences: 0, part: -1 }));
  for (const { block, part } of text.sentences) {
    const own = counts[block]!;
    own.sentences++;
    own.part = part;
  }
  counted.set(text, counts);
  return counts;
}
