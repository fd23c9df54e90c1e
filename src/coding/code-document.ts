import { type Segments, segment, TOKEN, type TokenColumns } from "../language/index.js";
import { type CompiledLexicon, Found, type Occurrence, ROLE } from "../lexicon/index.js";
import type {
  Block,
  CodedLine,
  CodedMention,
  CueHit,
  Overruled,
  RecordKind,
  Sentence,
  SessionPart,
  Span,
  Turn,
} from "../model/index.js";
import { DEFAULT_FACETS } from "../model/index.js";
import { type Bearing, facetsOf, type ScopedCue, scopeCues } from "./context.js";
import { wordsOf } from "./document-words.js";
import { edgesIn, placesIn } from "./lines.js";
import { matchTerms, type TermHit } from "./match.js";
import { quotationsIn } from "./quotations.js";
import { rulings } from "./rulings.js";
import { charSpan, SentenceReading } from "./sentence-reading.js";
import { answerBehind, answering, Floor, listsAttendance, namesThosePresent, shortAnswer } from "./voices.js";

/** What a coder needs of a document: its stored text and layers. */
export interface CodableDocument {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly turns: readonly Turn[];
  /** Sorted, disjoint; may be shorter than the text. */
  readonly parts: readonly Pick<SessionPart, "start" | "end" | "record">[];
  /** Record of what stands outside all parts. */
  readonly record: RecordKind;
}

export interface CodedDocument {
  readonly sentences: Sentence[];
  readonly mentions: CodedMention[];
  readonly overruled: Overruled[];
  readonly lines: CodedLine[];
  /** Words by part, and in all. */
  readonly partWords: number[];
  readonly words: number;
}

interface ReadSentence {
  readonly reading: SentenceReading;
  readonly found: Found;
  readonly hits: TermHit[];
  readonly cues: ScopedCue[];
  readonly inherited: ScopedCue[];
}

const SAID = ["assertion", "trend", "appraisal"] as const;

/** Words on either side of a mention that count as its company for shared-language statistics (method.md). */
const NEAR = 5;

/**
 * Codes a document: sentences x compiled lexicon -> mentions with facets and the cues that decided. Pure: the same text and
 * lexicon give the same result. Linear in the words of the text.
 *
 * @param segments its tokens and sentences by the lexicon's vocabulary, where they are known already
 */
export function codeDocument(
  lexicon: CompiledLexicon,
  document: CodableDocument,
  { tokens, runs, blocks }: Segments = segment(document.text, document.blocks, lexicon.vocabulary),
): CodedDocument {
  const sentences: Sentence[] = [];
  const partWords = document.parts.map(() => 0);
  let words = 0;
  let part = 0;
  for (let r = 0; r < runs.length; r++) {
    const run = runs[r]!;
    const block = document.blocks[blocks[r]!]!;
    while (part < document.parts.length && document.parts[part]!.end <= block.start) part++;
    const inside = part < document.parts.length && document.parts[part]!.start <= block.start ? part : -1;
    sentences.push({
      start: tokens.start[run.from]!,
      end: tokens.end[run.to - 1]!,
      block: blocks[r]!,
      turn: block.turn,
      part: inside,
    });
    let count = 0;
    for (let t = run.from; t < run.to; t++)
      if (tokens.kind[t] === TOKEN.word || tokens.kind[t] === TOKEN.placeholder) count++;
    words += count;
    if (inside >= 0) partWords[inside]! += count;
  }
  const stream = wordsOf(tokens, runs, lexicon.vocabulary, lexicon.symbols);
  lexicon.sketch.ready();
  const { spare } = lexicon;
  const recordOf = (s: Sentence): RecordKind => (s.part >= 0 ? document.parts[s.part]!.record : document.record);

  const mentions: CodedMention[] = [];
  const overruled: Overruled[] = [];
  const lines: CodedLine[] = [];
  const floor = new Floor();
  const codes = lexicon.concepts.map((concept) => concept.id);
  /** Cues that a lead-in leaves open to its bullets, by block. */
  const leadIns = new Map<number, ScopedCue[]>();
  let waiting: { sentence: number; read: ReadSentence }[] = [];
  const leads = new Set(
    document.blocks.flatMap(({ kind, leadIn }) => (kind === "bullet" && leadIn >= 0 ? [leadIn] : [])),
  );
  /** Quotations of the blocks that a mention asked about. */
  const quotations = new Map<number, readonly Occurrence[]>();
  let previous: Sentence | undefined;

  for (const [s, sentence] of sentences.entries()) {
    const block = document.blocks[sentence.block]!;
    const record = recordOf(sentence);
    if (previous && (previous.turn !== sentence.turn || previous.part !== sentence.part)) floor.clear();
    if (previous && previous.turn !== sentence.turn) flush();
    const opens = previous?.part !== sentence.part;
    previous = sentence;
    const found = spare.pop() ?? new Found(lexicon.roles, lexicon.sizes);
    const reading = new SentenceReading(lexicon, stream, stream.sentence[s]!, stream.sentence[s + 1]!, found);
    const answer = waiting.length > 0 ? shortAnswer(lexicon, reading) : undefined;
    if (answer) for (const { read } of waiting) read.inherited.unshift(answering(answer, read.reading));
    const matched = matchTerms(lexicon, document.text, tokens, reading);
    if (
      record === "notes" &&
      matched.hits.length > 0 &&
      (listsAttendance(lexicon, reading) || (opens && namesThosePresent(reading)))
    ) {
      for (const { from, to, code, term } of matched.hits.splice(0))
        matched.aside.push({ from, to, code, term, because: "says who attended" });
    }
    // A sentence without a mention matters only for whose words the next ones are, and for what it says of its bullets.
    const speaks = record === "notes" && (reading.hasOwners(ROLE.voice) || leads.has(sentence.block));
    const cues = matched.hits.length > 0 || speaks ? scopeCues(lexicon, reading, record) : [];
    const behind =
      matched.hits.length > 0 ? answerBehind(lexicon, reading, asksOpenly(document.text, sentence)) : undefined;
    if (behind) cues.push(behind);
    const inherited: ScopedCue[] = [];
    if (block.kind === "bullet" && block.leadIn >= 0) inherited.push(...(leadIns.get(block.leadIn) ?? []));
    if (record === "notes" && block.kind !== "heading") inherited.push(...floor.pass(reading, cues));
    if (block.kind !== "bullet" && leads.has(sentence.block))
      leadIns.set(
        sentence.block,
        cues.filter((cue) => leadsIn(cue, reading)),
      );
    for (const aside of matched.aside) {
      overruled.push({
        start: tokens.start[reading.token(aside.from)]!,
        end: tokens.end[reading.token(aside.to - 1)]!,
        sentence: s,
        code: codes[aside.code]!,
        term: aside.term.term.term,
        because: aside.because,
      });
    }
    // A question or a fragment waits for the speaker's next short sentence; whatever else is said lets it go.
    if (!answer) flush();
    if (matched.hits.length === 0) {
      spare.push(found);
      continue;
    }
    const read: ReadSentence = { reading, found, hits: matched.hits, cues, inherited };
    waiting.push({ sentence: s, read });
    if (!asksOrBreaksOff(document.text, sentence, reading)) flush();
  }
  flush();
  return { sentences, mentions, overruled, lines, partWords, words };

  /** Writes the mentions of sentences whose context is now complete. */
  function flush(): void {
    for (const { sentence, read } of waiting) {
      write(sentence, read);
      spare.push(read.found);
    }
    waiting = [];
  }

  function quotationsOf(block: number): readonly Occurrence[] {
    let spans = quotations.get(block);
    if (!spans) {
      const { start, end } = document.blocks[block]!;
      spans = quotationsIn(document.text, start, end);
      quotations.set(block, spans);
    }
    return spans;
  }

  function write(s: number, { reading, hits, cues, inherited }: ReadSentence): void {
    const places = placesIn(lexicon, reading);
    const edges = edgesIn(reading, hits, codes, places);
    for (const hit of hits) {
      const { facets, bearings } = facetsOf(hit, cues, inherited, reading);
      const span = charSpan(tokens, reading, hit);
      const decided: CueHit[] = [];
      for (const bearing of bearings) decided.push(cueHit(tokens, reading, bearing));
      const says = hit.term.term.says;
      const allSay = lexicon.concepts[hit.code]!.says;
      if (says || allSay) {
        for (const facet of SAID) {
          const value = says?.[facet] ?? allSay?.[facet];
          if (value === undefined || facets[facet] !== DEFAULT_FACETS[facet]) continue;
          // An absence denied ("it is not true that nobody tells us") is beyond a term's own word: a cue that spoke at all leaves it.
          if (bearings.some(({ cue }) => cue.compiled.cue.facet === facet)) continue;
          (facets as Record<string, string>)[facet] = value;
          decided.push(decision(span, "term", facet, value));
        }
      }
      const sentence = sentences[s]!;
      const turn = document.turns[sentence.turn]!;
      const asked =
        facets.assertion === "present"
          ? asks(document.text, sentence, reading, lexicon.concepts[hit.code]!)
          : undefined;
      if (asked) {
        facets.assertion = asked;
        decided.push(decision(span, "question", "assertion", asked, sentence.start, sentence.end));
      }
      for (const { facet, value, cue } of rulings(lexicon.concepts[hit.code]!, facets, hit, reading, decided)) {
        (facets as Record<string, string>)[facet] = value;
        for (const other of decided) if (other.facet === facet) other.outcome = "overruled";
        decided.push(decision(span, cue, facet, value));
      }
      if (facets.support === "unstated") {
        // One voice: a quotation in notes, a speaker's own turn in speech.
        const quoted = quotationsOf(sentence.block).find((q) => q.from <= span.start && span.end <= q.to);
        if (quoted || (recordOf(sentence) === "verbatim" && turn.role === "participant")) {
          facets.support = "one";
          decided.push(
            quoted
              ? decision(span, "quotation", "support", "one", quoted.from, quoted.to)
              : decision(span, "turn", "support", "one", sentence.start, sentence.end),
          );
        }
      }
      if (facets.locus === "local") {
        const place = places.find((p) => !p.exporter && p.located);
        if (place) {
          facets.locus = place.name === "England" || place.name === "United Kingdom" ? "national" : "elsewhere";
          const at = charSpan(tokens, reading, place);
          decided.push(decision(at, `place:${place.name}`, "locus", facets.locus, sentence.start, sentence.end));
        }
      }
      for (const edge of edges) {
        if (edge.hit === hit)
          lines.push({ sentence: s, mention: mentions.length, exporter: edge.exporter, importer: edge.importer });
      }
      mentions.push({
        start: span.start,
        end: span.end,
        code: codes[hit.code]!,
        term: hit.term.term.term,
        sentence: s,
        facets,
        cues: decided,
        near: company(reading, hit),
      });
    }
  }
}

/** What decided a facet without being a cue of the lexicon: where it stands, and how far it reaches where that is farther. */
function decision(
  { start, end }: Span,
  cue: string,
  facet: string,
  value: string,
  from: number = start,
  to: number = end,
): CueHit {
  return { start, end, cue, facet, value, from, to, outcome: "decided" };
}

/** A cue as it is stored: where it stands, what it says, how far it reaches. An inherited cue stands at the sentence's start. */
function cueHit(tokens: TokenColumns, reading: SentenceReading, { cue, decided }: Bearing): CueHit {
  const own = cue.to <= reading.length && cue.scope.to <= reading.length;
  const { id, facet, value } = cue.compiled.cue;
  return {
    start: tokens.start[reading.token(own ? cue.from : 0)]!,
    end: tokens.end[reading.token(own ? cue.to - 1 : 0)]!,
    cue: id,
    facet,
    value: value ?? "",
    from: tokens.start[reading.token(own ? cue.scope.from : 0)]!,
    to: tokens.end[reading.token((own ? cue.scope.to : reading.length) - 1)]!,
    outcome: decided ? "decided" : "overruled",
  };
}

/** A lead-in's cue reaches its bullets when it stands in force at the lead-in's end. */
function leadsIn(cue: ScopedCue, reading: SentenceReading): boolean {
  return cue.scope.to >= reading.length && cue.compiled.cue.direction !== "backward";
}

/** Speech that leaves its point to the next sentence: a question, or a few words. */
function asksOrBreaksOff(text: string, sentence: Sentence, reading: SentenceReading): boolean {
  return asksOpenly(text, sentence) || reading.length <= 3;
}

function asksOpenly(text: string, sentence: Sentence): boolean {
  return text[sentence.end - 1] === "?";
}

const INVERTED = new Set("is are was were do does did has have had can could will would should may might".split(" "));

const ASKED = new Set("could can would should".split(" "));
const ASKED_OF = new Set("we they somebody someone anybody anyone".split(" "));
/** Themes of those of whom a question asks something: they are there whatever the answer. */
const THERE = new Set(["actors", "settings"]);

/**
 * What a question with its verb in front makes of what it names: asked for ("Could we have one form?") where it is a response, else not stated
 * ("Is there cuckooing?"). Tag questions state it; people and settings that are asked about are there.
 */
function asks(
  text: string,
  sentence: Sentence,
  reading: SentenceReading,
  concept: CompiledLexicon["concepts"][number],
): "possible" | "hypothetical" | undefined {
  let last = sentence.end - 1;
  while (last > sentence.start && CLOSERS.includes(text[last]!)) last--;
  const asked =
    text.charCodeAt(last) === QUESTION &&
    reading.length > 1 &&
    INVERTED.has(reading.norm(0)) &&
    reading.norm(1) !== "not";
  if (!asked) return undefined;
  if (concept.theme === "response" && ASKED.has(reading.norm(0)) && ASKED_OF.has(reading.norm(1)))
    return "hypothetical";
  return THERE.has(concept.theme) && !GROUPS.has(concept.id) ? undefined : "possible";
}

/** Actors whose presence is itself what is asked. */
const GROUPS = new Set(["gangs", "organised-crime"]);

const QUESTION = 63;
const CLOSERS = `"'”’)`;

/** Sorts a few words where they stand, by code units. */
function inOrder(words: string[]): string[] {
  for (let i = 1; i < words.length; i++) {
    const word = words[i]!;
    let at = i;
    for (; at > 0 && words[at - 1]! > word; at--) words[at] = words[at - 1]!;
    words[at] = word;
  }
  return words;
}

/** Lemmas met so far in the company of a mention, by number. */
const MET = new Int32Array(2 * NEAR);

function isAmong(column: Int32Array, count: number, number: number): boolean {
  for (let k = 0; k < count; k++) if (column[k] === number) return true;
  return false;
}

function company(reading: SentenceReading, hit: TermHit): string[] {
  const near: string[] = [];
  let count = 0;
  const to = Math.min(reading.length, hit.to + NEAR);
  for (let i = Math.max(0, hit.from - NEAR); i < to; i++) {
    if (i === hit.from) i = hit.to;
    if (i >= to) break;
    const content = reading.content(i);
    if (content < 0 || isAmong(MET, count, content)) continue;
    MET[count++] = content;
    near.push(reading.lemma(i));
  }
  return near.length > 1 ? inOrder(near) : near;
}
