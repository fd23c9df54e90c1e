import { settleFacets } from "../coding/index.js";
import type { CompiledLexicon, Lexicon } from "../lexicon/index.js";
import type { Mention, StoredText } from "../model/index.js";
import { exclusionOf } from "./evidence.js";
import { codePassages, type FoundMention, type KeptDocument, type Passage, passageAround } from "./kept-texts.js";
import type { LexiconEdit } from "./lexicon-edit.js";
import { areaNames } from "./review.js";
import { byText } from "./sessions.js";
import { hashOf } from "./words.js";

/** A mention as two lexicons have it; undefined where one of them does not find it. */
export interface Compared {
  readonly document: KeptDocument;
  readonly was: Mention | undefined;
  readonly is: Mention | undefined;
}

/** What makes two mentions of one document the same. */
export function keyOf({ code, start, end }: Pick<Mention, "code" | "start" | "end">): string {
  return `${code} ${start} ${end}`;
}

/** The mentions of an edit's codes that a lexicon finds in some blocks of each document, read in their surroundings. */
export function mentionsWith(
  blocks: ReadonlyMap<KeptDocument, readonly number[]>,
  edit: LexiconEdit,
  lexicon: Lexicon,
  compiled: CompiledLexicon,
): Map<KeptDocument, Map<string, Mention>> {
  const themes = new Map(lexicon.concepts.map(({ id, theme }) => [id, theme]));
  const areas = new Map<string, Set<string>>();
  const made = new Map<KeptDocument, Map<string, Mention>>();
  for (const [document, wanted] of blocks) {
    const { meta } = document.review;
    const area = areas.get(meta.area) ?? areaNames(meta.area, lexicon);
    areas.set(meta.area, area);
    const own = new Set(wanted);
    const passages = merged(wanted.map((block) => passageAround(document.text, block)));
    const found = codePassages(compiled, document, passages).filter(
      ({ block, code }) => own.has(block) && edit.codes.has(code),
    );
    made.set(
      document,
      new Map(found.map((one) => [keyOf(one), mentionOf(document, one, area, themes.get(one.code)!)])),
    );
  }
  return made;
}

/** The mentions of two codings beside each other, by document and place. */
export function paired(
  documents: readonly KeptDocument[],
  before: ReadonlyMap<KeptDocument, ReadonlyMap<string, Mention>>,
  after: ReadonlyMap<KeptDocument, ReadonlyMap<string, Mention>>,
): Compared[] {
  const nothing: ReadonlyMap<string, Mention> = new Map();
  return documents.flatMap((document) => {
    const [was, is] = [before.get(document) ?? nothing, after.get(document) ?? nothing];
    return [...new Map([...was, ...is])]
      .sort(([, a], [, b]) => a.start - b.start || a.end - b.end || byText(a.code, b.code))
      .map(([key]) => ({ document, was: was.get(key), is: is.get(key) }));
  });
}

/** Passages that share a block are one. */
function merged(passages: readonly Passage[]): Passage[] {
  const found: number[][] = [];
  for (const passage of passages) {
    const last = found.at(-1);
    if (last && passage.some((block) => last.includes(block)))
      found[found.length - 1] = [...new Set([...last, ...passage])].sort((a, b) => a - b);
    else found.push([...passage]);
  }
  return found;
}

/** A mention as the review would store it, but for what other records of its session decide. */
function mentionOf(
  { review, text, repeats }: KeptDocument,
  found: FoundMention,
  area: ReadonlySet<string>,
  theme: Mention["theme"],
): Mention {
  const block = text.blocks[found.block]!;
  const number = sentenceAt(text, found.start);
  const sentence = text.sentences[number]!;
  const turn = text.turns[block.turn]!;
  const session = review.sessions.find(({ id }) => id === sentence.session);
  const facets = settleFacets(found, { kind: session?.kind ?? "focus-group", area });
  const excluded = exclusionOf({
    ...{ mention: { facets }, record: block.record, turn, block, sentence },
    repeated: new Set(block.repeated ? [sentence.block] : []),
    verbatimCounts: false,
    nearDuplicate: repeats,
    // A session that is left out stands in the texts and not among the sessions.
    sessionExcluded: session === undefined,
  });
  const { code, start, end, term, cues, near } = found;
  return {
    id: hashOf(review.meta.id, text.document, code, String(start), String(end)),
    ...{ review: review.meta.id, session: sentence.session, document: text.document, turn: block.turn },
    ...{ speaker: turn.speaker, role: turn.role, time: turn.time, sentence: number, start, end },
    ...{ text: text.text.slice(start, end), code, theme, ...facets, evidence: excluded === "", excluded },
    prompted: block.record === "notes" ? "" : "no",
    quote: text.text.slice(sentence.start, sentence.end),
    ...{ term, cues, near },
  };
}

/** Index of the sentence that an offset stands in. */
function sentenceAt({ sentences }: StoredText, offset: number): number {
  let [low, high] = [0, sentences.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sentences[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
