import type { ReviewResult, StoredText } from "../model/index.js";
import { wordsOf } from "./words.js";

/** What is taken out of a review, by the names under which the run published it. */
export interface Cut {
  /** Whole documents. */
  documents: ReadonlySet<string>;
  /** Whole sessions. */
  sessions: ReadonlySet<string>;
  /** Turns of other documents, by document and number. */
  turns: ReadonlyMap<string, ReadonlySet<number>>;
}

/** The rows of a review without what was cut. What rests on them (stances, verdicts, findings) is made again by the caller. */
export interface Remaining
  extends Pick<ReviewResult, "documents" | "texts" | "sessions" | "mentions" | "lines" | "names" | "problems"> {
  /** Sentences that were taken out. */
  cut: string[];
  /** Ids of mentions that were taken out. */
  lost: ReadonlySet<string>;
}

/**
 * Takes documents, sessions and turns out of a review: the text itself and everything that stands on it. Offsets and numbers of what
 * remains are those of the shorter text. Notes that stood back behind a verbatim record speak again where that record is gone.
 */
export function cutReview(review: ReviewResult, cut: Cut): Remaining {
  const sessionsOf = new Map(review.documents.map(({ document, sessions }) => [document, sessions]));
  const isWhole = (document: string): boolean => {
    const sessions = sessionsOf.get(document) ?? [];
    return cut.documents.has(document) || (sessions.length > 0 && sessions.every((one) => cut.sessions.has(one)));
  };
  const gone = new Set(review.documents.map(({ document }) => document).filter(isWhole));
  const trimmed = new Map(
    review.texts
      .filter(({ document }) => !gone.has(document))
      .map((text) => [text.document, trim(text, spansOf(text, cut))] as const),
  );
  const cutOut = [
    ...review.texts.filter(({ document }) => gone.has(document)).flatMap(sentencesOf),
    ...[...trimmed.values()].flatMap(({ removed }) => removed),
  ];
  const mentions = review.mentions.flatMap((mention) => {
    const moved = trimmed.get(mention.document);
    const sentence = moved?.sentences.get(mention.sentence);
    if (!moved || sentence === undefined || cut.sessions.has(mention.session)) return [];
    const [start, end] = [moved.move(mention.start), moved.move(mention.end)];
    return [{ ...mention, sentence, turn: moved.turns.get(mention.turn) ?? 0, start, end }];
  });
  const kept = new Set(mentions.map(({ id }) => id));
  const stays = new Set(
    review.sessions
      .filter(({ id, documents }) => !cut.sessions.has(id) && documents.some((document) => !gone.has(document)))
      .map(({ id }) => id),
  );
  const lessOf = lessBySession(review, trimmed, gone);
  const texts = [...trimmed.values()].map(({ text }) => text);
  return {
    documents: review.documents
      .filter(({ document }) => !gone.has(document))
      .map((document) => ({
        ...document,
        sessions: document.sessions.filter((id) => stays.has(id)),
        words: Math.max(0, document.words - countWords(trimmed.get(document.document)?.removed ?? [])),
      })),
    texts,
    sessions: review.sessions
      .filter(({ id }) => stays.has(id))
      .map((session) => ({
        ...session,
        documents: session.documents.filter((document) => !gone.has(document)),
        words: Math.max(0, session.words - (lessOf.get(session.id) ?? 0)),
      }))
      .sort((a, b) => a.order - b.order)
      .map((session, order) => ({ ...session, order }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    mentions: speakAgain(mentions),
    lines: review.lines.filter(({ mention }) => kept.has(mention)),
    names: recounted(review.names, texts),
    problems: review.problems.filter(
      ({ document, place, message }) =>
        !gone.has(document) &&
        !review.sessions.some(({ id }) => !stays.has(id) && place === `session ${id}`) &&
        ![...gone].some((name) => message.includes(name)),
    ),
    cut: cutOut,
    lost: new Set(review.mentions.map(({ id }) => id).filter((id) => !kept.has(id))),
  };
}

type Piece = readonly [start: number, end: number];

/** The stretches of a document that go, in order of place: turns, and from the first sentence of a session to its last. */
function spansOf(text: StoredText, { turns, sessions }: Cut): Piece[] {
  const own = turns.get(text.document) ?? new Set<number>();
  const pieces: Piece[] = text.turns.flatMap(({ start, end }, turn): Piece[] => (own.has(turn) ? [[start, end]] : []));
  let from = -1;
  for (const [index, { session, start, end }] of text.sentences.entries()) {
    if (!sessions.has(session)) continue;
    if (text.sentences[index - 1]?.session !== session) from = start;
    if (text.sentences[index + 1]?.session !== session) pieces.push([from, end]);
  }
  // What overlaps is one stretch.
  const joined: [number, number][] = [];
  for (const [start, end] of pieces.sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

interface Trimmed {
  text: StoredText;
  /** Old number -> new number of what remains. */
  sentences: Map<number, number>;
  turns: Map<number, number>;
  move(offset: number): number;
  /** Sentences that went, and their sessions. */
  removed: string[];
  removedSessions: string[];
}

function trim(text: StoredText, pieces: readonly Piece[]): Trimmed {
  const inside = ({ start, end }: { start: number; end: number }): boolean =>
    pieces.some(([from, to]) => start < to && end > from);
  const move = (offset: number): number =>
    offset - pieces.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(offset, to) - from), 0);
  const shift = <T extends { start: number; end: number }>(span: T): T => ({
    ...span,
    start: move(span.start),
    end: move(span.end),
  });
  const numbered = <T extends { start: number; end: number }>(spans: readonly T[]): Map<number, number> => {
    const numbers = new Map<number, number>();
    spans.forEach((span, index) => {
      if (!inside(span)) numbers.set(index, numbers.size);
    });
    return numbers;
  };
  // A turn stays as long as something of it does: notes are one turn from end to end.
  const sentences = numbered(text.sentences);
  const speaking = new Set(text.sentences.filter((_, index) => sentences.has(index)).map(({ turn }) => turn));
  const turns = new Map<number, number>();
  text.turns.forEach((turn, index) => {
    if (speaking.has(index) || !inside(turn)) turns.set(index, turns.size);
  });
  const blocks = numbered(text.blocks);
  const keep = <T>(items: readonly T[], numbers: ReadonlyMap<number, number>): T[] =>
    items.filter((_, index) => numbers.has(index));
  const removed = text.sentences.filter((_, index) => !sentences.has(index));
  let rest = "";
  let at = 0;
  for (const [from, to] of pieces) {
    rest += text.text.slice(at, from);
    at = to;
  }
  return {
    text: {
      ...text,
      text: rest + text.text.slice(at),
      turns: keep(text.turns, turns).map(shift),
      blocks: keep(text.blocks, blocks).map((block) => ({
        ...shift(block),
        turn: turns.get(block.turn) ?? 0,
        leadIn: blocks.get(block.leadIn) ?? -1,
      })),
      sentences: keep(text.sentences, sentences).map((sentence) => ({
        ...shift(sentence),
        turn: turns.get(sentence.turn) ?? 0,
        block: blocks.get(sentence.block) ?? 0,
      })),
      overruled: text.overruled.flatMap((one) => {
        const sentence = sentences.get(one.sentence);
        return sentence === undefined ? [] : [{ ...shift(one), sentence }];
      }),
    },
    sentences,
    turns,
    move,
    removed: removed.map(({ start, end }) => text.text.slice(start, end)),
    removedSessions: removed.map(({ session }) => session),
  };
}

function sentencesOf({ text, sentences }: StoredText): string[] {
  return sentences.map(({ start, end }) => text.slice(start, end));
}

function countWords(sentences: readonly string[]): number {
  return sentences.reduce((sum, sentence) => sum + wordsOf(sentence).length, 0);
}

/** Words that each session lost. */
function lessBySession(
  review: ReviewResult,
  trimmed: ReadonlyMap<string, Trimmed>,
  gone: ReadonlySet<string>,
): Map<string, number> {
  const less = new Map<string, number>();
  const add = (session: string, sentence: string): void => {
    less.set(session, (less.get(session) ?? 0) + countWords([sentence]));
  };
  for (const { document, text, sentences } of review.texts)
    if (gone.has(document)) for (const { session, start, end } of sentences) add(session, text.slice(start, end));
  for (const { removed, removedSessions } of trimmed.values())
    for (const [index, sentence] of removed.entries()) add(removedSessions[index] ?? "", sentence);
  return less;
}

/** Notes of a session count where its verbatim record no longer carries their code as evidence. */
function speakAgain(mentions: readonly ReviewResult["mentions"][number][]): ReviewResult["mentions"] {
  const verbatim = new Set(
    mentions
      .filter(({ evidence, prompted }) => evidence && prompted !== "")
      .map(({ session, code }) => `${session} ${code}`),
  );
  return mentions.map((mention) =>
    mention.excluded === "verbatim counts" && !verbatim.has(`${mention.session} ${mention.code}`)
      ? { ...mention, excluded: "", evidence: true }
      : mention,
  );
}

/** Local names that still stand somewhere, as often as they do. */
function recounted(names: ReviewResult["names"], texts: readonly StoredText[]): ReviewResult["names"] {
  return names.flatMap((name) => {
    const left = texts.reduce((sum, { text }) => sum + text.replace(/\s+/g, " ").split(name.name).length - 1, 0);
    return left === 0 ? [] : [{ ...name, mentions: Math.min(name.mentions, left) }];
  });
}
