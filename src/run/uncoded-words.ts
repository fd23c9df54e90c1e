import { emptyTokens, scan, TOKEN, Vocabulary, type WordType } from "../language/index.js";
import type { Mention, ReviewResult, Sentence, StoredText } from "../model/index.js";
import { type KeptDocument, keepTexts } from "./kept-texts.js";

/** Sentences of the same turn, before and after a coded one, that stand beside it. */
const BESIDE = 2;

/** A sentence that could be evidence, with what of it no term has coded. */
export interface UncodedSentence {
  readonly start: number;
  readonly end: number;
  /** Codes that it carries itself or that stand at most two sentences off in the same turn; sorted. */
  readonly beside: readonly string[];
  /** Runs of neighbouring words that no mention covers and nothing but quotation marks and hyphens parts, as spans of the text. */
  readonly runs: readonly (readonly UncodedWord[])[];
}

export interface UncodedWord {
  readonly type: WordType;
  readonly start: number;
  readonly end: number;
}

/** The words of a saved run that no term has coded, read as often as is needed and never held all at once. */
export class UncodedWords {
  /** In order of review and document. */
  readonly documents: readonly KeptDocument[];
  private readonly vocabulary = new Vocabulary();
  private readonly coded: ReadonlyMap<StoredText, readonly Coded[]>;
  private readonly small = new Set<string>();
  private readonly capital = new Map<string, number>();
  private readonly smallUses = new Map<string, number>();

  /** @throws Stop when the run was made before blocks were stored. */
  constructor(reviews: readonly ReviewResult[]) {
    this.documents = keepTexts(reviews).documents.filter(({ repeats }) => !repeats);
    this.coded = codedSpans(reviews);
    for (const document of this.documents)
      for (const { runs } of this.sentences(document)) for (const run of runs) this.countCapitals(run);
  }

  /**
   * The sentences of a document that participants said or that notes tell of them, in order. What is never evidence is left out: interviewers,
   * note-takers, headings, attendee lists, matter repeated word for word, sessions left out.
   */
  *sentences({ review, text }: KeptDocument): Iterable<UncodedSentence> {
    const sessions = new Set(review.sessions.map(({ id }) => id));
    const coded = this.coded.get(text) ?? [];
    const near = besides(text, coded);
    let at = 0;
    for (const [number, sentence] of text.sentences.entries()) {
      while (at < coded.length && coded[at]!.end <= sentence.start) at++;
      if (!counts(text, sentence) || !sessions.has(sentence.session)) continue;
      const beside = [...(near.get(number) ?? [])].sort();
      yield { start: sentence.start, end: sentence.end, beside, runs: this.runs(text.text, sentence, coded, at) };
    }
  }

  /**
   * Whether a word may be somebody's or some place's name: it never stands in small letters, or more often with a capital within a sentence.
   */
  maybeName({ norm }: WordType): boolean {
    return !this.small.has(norm) || (this.capital.get(norm) ?? 0) > (this.smallUses.get(norm) ?? 0);
  }

  /** Every distinct form of the sentences, coded or not. */
  types(): readonly WordType[] {
    return this.vocabulary.types.filter(({ kind }) => kind === TOKEN.word);
  }

  private runs(text: string, { start, end }: Sentence, coded: readonly Coded[], first: number): UncodedWord[][] {
    const tokens = emptyTokens();
    scan(text, start, end, this.vocabulary, tokens);
    const runs: UncodedWord[][] = [];
    let run: UncodedWord[] = [];
    const close = (): void => {
      if (run.length > 0) runs.push(run);
      run = [];
    };
    let next = first;
    let coveredTo = 0;
    for (const [i, kind] of tokens.kind.entries()) {
      if (kind === TOKEN.soft) continue;
      const [from, to] = [tokens.start[i]!, tokens.end[i]!];
      for (; next < coded.length && coded[next]!.start < to; next++) coveredTo = Math.max(coveredTo, coded[next]!.end);
      if (kind !== TOKEN.word || from < coveredTo) close();
      else run.push({ type: this.vocabulary.types[tokens.type[i]!]!, start: from, end: to });
    }
    close();
    return runs;
  }

  /** The first word of a run is passed over where it has a capital: most often it begins the sentence. */
  private countCapitals(run: readonly UncodedWord[]): void {
    for (const [i, { type }] of run.entries()) {
      if (!type.capital) {
        this.small.add(type.norm);
        this.smallUses.set(type.norm, (this.smallUses.get(type.norm) ?? 0) + 1);
      } else if (i > 0) this.capital.set(type.norm, (this.capital.get(type.norm) ?? 0) + 1);
    }
  }
}

/** A span that a term was found in; `code` is empty where it was set aside, so that it covers and stands beside nothing. */
interface Coded {
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  readonly code: string;
}

function codedSpans(reviews: readonly ReviewResult[]): Map<StoredText, Coded[]> {
  const spans = new Map<StoredText, Coded[]>();
  for (const review of reviews) {
    const mentions = new Map<string, Mention[]>();
    for (const mention of review.mentions) {
      const own = mentions.get(mention.document);
      if (own) own.push(mention);
      else mentions.set(mention.document, [mention]);
    }
    for (const text of review.texts) {
      const aside = text.overruled.map(({ start, end, sentence }) => ({ start, end, sentence, code: "" }));
      const own: Coded[] = [...(mentions.get(text.document) ?? []), ...aside];
      spans.set(
        text,
        own.sort((a, b) => a.start - b.start || a.end - b.end),
      );
    }
  }
  return spans;
}

/** By sentence, the codes that stand in it or near it. Only what participants say, or notes tell, is company. */
function besides(text: StoredText, coded: readonly Coded[]): Map<number, Set<string>> {
  const near = new Map<number, Set<string>>();
  for (const { sentence, code } of coded) {
    const home = text.sentences[sentence];
    if (code === "" || home === undefined || !counts(text, home)) continue;
    for (let other = sentence - BESIDE; other <= sentence + BESIDE; other++) {
      const neighbour = text.sentences[other];
      if (neighbour?.turn !== home.turn || neighbour.session !== home.session) continue;
      near.set(other, (near.get(other) ?? new Set()).add(code));
    }
  }
  return near;
}

function counts(text: StoredText, { block, turn, part }: Sentence): boolean {
  const { kind, repeated } = text.blocks[block]!;
  return (
    part >= 0 && text.turns[turn]!.role === "participant" && kind !== "heading" && kind !== "attendees" && !repeated
  );
}
