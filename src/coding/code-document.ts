import { emptyTokens, scan, spanOf, splitSentences, TOKEN, type TokenRun, type Tokens } from "../language/index.js";
import type { CompiledLexicon } from "../lexicon/index.js";
import type {
  Block,
  CodedLine,
  CodedMention,
  Overruled,
  RecordKind,
  Sentence,
  SessionPart,
  Turn,
} from "../model/index.js";
import { DEFAULT_FACETS } from "../model/index.js";
import { type Bearing, facetsOf, type ScopedCue, scopeCues } from "./context.js";
import { edgesIn, placesIn } from "./lines.js";
import { matchTerms, type TermHit } from "./match.js";
import { quotationsIn } from "./quotations.js";
import { rulings } from "./rulings.js";
import { charSpan, SentenceReading } from "./sentence-reading.js";
import { Floor, listsAttendance, shortAnswer } from "./voices.js";

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
  readonly hits: TermHit[];
  readonly cues: ScopedCue[];
  readonly inherited: ScopedCue[];
}

/** Words on either side of a mention that count as its company for shared-language statistics (method.md). */
const NEAR = 5;

/**
 * Codes a document: sentences x compiled lexicon -> mentions with facets and the cues that decided. Pure: the same text and
 * lexicon give the same result. Linear in the words of the text.
 */
export function codeDocument(lexicon: CompiledLexicon, document: CodableDocument): CodedDocument {
  const tokens = emptyTokens();
  const sentences: Sentence[] = [];
  const runs: TokenRun[] = [];
  const partWords = document.parts.map(() => 0);
  let words = 0;
  let part = 0;
  for (const [b, block] of document.blocks.entries()) {
    const from = tokens.start.length;
    scan(document.text, block.start, block.end, lexicon.vocabulary, tokens);
    while (part < document.parts.length && document.parts[part]!.end <= block.start) part++;
    const inside = part < document.parts.length && document.parts[part]!.start <= block.start ? part : -1;
    for (const run of splitSentences(document.text, tokens, lexicon.vocabulary, from, tokens.start.length)) {
      sentences.push({ ...spanOf(tokens, run), block: b, turn: block.turn, part: inside });
      runs.push(run);
      let count = 0;
      for (let t = run.from; t < run.to; t++)
        if (tokens.kind[t] === TOKEN.word || tokens.kind[t] === TOKEN.placeholder) count++;
      words += count;
      if (inside >= 0) partWords[inside]! += count;
    }
  }
  const recordOf = (s: Sentence): RecordKind => (s.part >= 0 ? document.parts[s.part]!.record : document.record);

  const mentions: CodedMention[] = [];
  const overruled: Overruled[] = [];
  const lines: CodedLine[] = [];
  const floor = new Floor();
  const codes = lexicon.concepts.map((concept) => concept.id);
  /** Cues that a lead-in leaves open to its bullets, by block. */
  const leadIns = new Map<number, ScopedCue[]>();
  let waiting: { sentence: number; read: ReadSentence }[] = [];
  const quotations = document.blocks.map((block) => quotationsIn(document.text, block.start, block.end));
  let previous: Sentence | undefined;

  for (const [s, sentence] of sentences.entries()) {
    const block = document.blocks[sentence.block]!;
    const record = recordOf(sentence);
    if (previous && (previous.turn !== sentence.turn || previous.part !== sentence.part)) floor.clear();
    if (previous && previous.turn !== sentence.turn) flush();
    previous = sentence;
    const reading = new SentenceReading(lexicon, tokens, runs[s]!);
    const answer = waiting.length > 0 ? shortAnswer(lexicon, reading) : undefined;
    if (answer) for (const { read } of waiting) read.inherited.unshift(answer);
    const matched = matchTerms(lexicon, document.text, tokens, reading);
    if (record === "notes" && matched.hits.length > 0 && listsAttendance(lexicon, reading)) {
      for (const hit of matched.hits.splice(0)) matched.aside.push({ ...hit, because: "says who attended" });
    }
    const cues = matched.hits.length > 0 || record === "notes" ? scopeCues(lexicon, reading, record) : [];
    const inherited: ScopedCue[] = [];
    if (block.kind === "bullet" && block.leadIn >= 0) inherited.push(...(leadIns.get(block.leadIn) ?? []));
    if (record === "notes" && block.kind !== "heading") inherited.push(...floor.pass(reading, cues));
    if (block.kind !== "bullet")
      leadIns.set(
        sentence.block,
        cues.filter((cue) => leadsIn(cue, reading)),
      );
    for (const aside of matched.aside) {
      overruled.push({
        ...charSpan(tokens, reading, aside),
        sentence: s,
        code: codes[aside.code]!,
        term: aside.term.term.term,
        because: aside.because,
      });
    }
    // A question or a fragment waits for the speaker's next short sentence; whatever else is said lets it go.
    if (!answer) flush();
    if (matched.hits.length === 0) continue;
    const read: ReadSentence = { reading, hits: matched.hits, cues, inherited };
    waiting.push({ sentence: s, read });
    if (!asksOrBreaksOff(document.text, sentence, reading)) flush();
  }
  flush();
  return { sentences, mentions, overruled, lines, partWords, words };

  /** Writes the mentions of sentences whose context is now complete. */
  function flush(): void {
    for (const { sentence, read } of waiting) write(sentence, read);
    waiting = [];
  }

  function write(s: number, { reading, hits, cues, inherited }: ReadSentence): void {
    const places = placesIn(lexicon, reading);
    const edges = edgesIn(reading, hits, codes, places);
    for (const hit of hits) {
      const { facets, bearings } = facetsOf(hit, cues, inherited, reading);
      const span = charSpan(tokens, reading, hit);
      const decided: CodedMention["cues"] = bearings.map((bearing) => cueHit(tokens, reading, bearing));
      const own = { ...lexicon.concepts[hit.code]!.says, ...hit.term.term.says };
      for (const [facet, value] of Object.entries(own)) {
        const open = facet as "assertion" | "trend" | "appraisal";
        if (value === undefined || facets[open] !== DEFAULT_FACETS[open]) continue;
        // An absence denied ("it is not true that nobody tells us") is beyond a term's own word: a cue that spoke at all leaves it.
        if (bearings.some(({ cue }) => cue.compiled.cue.facet === facet)) continue;
        Object.assign(facets, { [facet]: value });
        decided.push({ ...span, cue: "term", facet, value, from: span.start, to: span.end, outcome: "decided" });
      }
      for (const { facet, value, cue } of rulings(lexicon.concepts[hit.code]!, facets, hit, reading, decided)) {
        Object.assign(facets, { [facet]: value });
        for (const other of decided) if (other.facet === facet) other.outcome = "overruled";
        decided.push({ ...span, cue, facet, value, from: span.start, to: span.end, outcome: "decided" });
      }
      const sentence = sentences[s]!;
      const turn = document.turns[sentence.turn]!;
      if (facets.assertion === "present" && asks(document.text, sentence, reading)) {
        facets.assertion = "possible";
        decided.push({
          ...span,
          cue: "question",
          facet: "assertion",
          value: "possible",
          from: sentence.start,
          to: sentence.end,
          outcome: "decided",
        });
      }
      if (facets.support === "unstated") {
        // One voice: a quotation in notes, a speaker's own turn in speech.
        const quoted = quotations[sentence.block]!.find((q) => q.from <= span.start && span.end <= q.to);
        if (quoted || (recordOf(sentence) === "verbatim" && turn.role === "participant")) {
          facets.support = "one";
          const voice = quoted ?? { from: sentence.start, to: sentence.end };
          decided.push({
            ...span,
            cue: quoted ? "quotation" : "turn",
            facet: "support",
            value: "one",
            ...voice,
            outcome: "decided",
          });
        }
      }
      if (facets.locus === "local") {
        const place = places.find((p) => !p.exporter && p.located);
        if (place) {
          facets.locus = place.name === "England" || place.name === "United Kingdom" ? "national" : "elsewhere";
          const at = charSpan(tokens, reading, place);
          decided.push({
            ...at,
            cue: `place:${place.name}`,
            facet: "locus",
            value: facets.locus,
            from: sentence.start,
            to: sentence.end,
            outcome: "decided",
          });
        }
      }
      for (const edge of edges) {
        if (edge.hit === hit)
          lines.push({ sentence: s, mention: mentions.length, exporter: edge.exporter, importer: edge.importer });
      }
      mentions.push({
        ...span,
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

/** A cue as it is stored: where it stands, what it says, how far it reaches. An inherited cue stands at the sentence's start. */
function cueHit(tokens: Tokens, reading: SentenceReading, { cue, decided }: Bearing) {
  const own = cue.to <= reading.length && cue.scope.to <= reading.length;
  const span = own ? charSpan(tokens, reading, cue) : charSpan(tokens, reading, { from: 0, to: 1 });
  const scope = own ? charSpan(tokens, reading, cue.scope) : charSpan(tokens, reading, { from: 0, to: reading.length });
  const { id, facet, value } = cue.compiled.cue;
  return {
    ...span,
    cue: id,
    facet,
    value: value ?? "",
    from: scope.start,
    to: scope.end,
    outcome: decided ? ("decided" as const) : ("overruled" as const),
  };
}

/** A lead-in's cue reaches its bullets when it stands in force at the lead-in's end. */
function leadsIn(cue: ScopedCue, reading: SentenceReading): boolean {
  return cue.scope.to >= reading.length && cue.compiled.cue.direction !== "backward";
}

/** Speech that leaves its point to the next sentence: a question, or a few words. */
function asksOrBreaksOff(text: string, sentence: Sentence, reading: SentenceReading): boolean {
  return text[sentence.end - 1] === "?" || reading.length <= 3;
}

const INVERTED = new Set("is are was were do does did has have had can could will would should may might".split(" "));

/** A question with its verb in front ("Is there cuckooing?"): what it names is not stated. Tag questions state it. */
function asks(text: string, sentence: Sentence, reading: SentenceReading): boolean {
  return (
    /\?["'”’)]*$/.test(text.slice(sentence.start, sentence.end)) &&
    reading.length > 1 &&
    INVERTED.has(reading.norm(0)) &&
    reading.norm(1) !== "not"
  );
}

const EMPTY_WORDS = new Set(
  `the a an and or of to in on at for with from by is are was were be been being have has had do does did not this that these those it its they them
  their there here we us our you your i my me he she his her as if so but than then when what which who whom how why where all any some no more most
  much many very just really also about into out up down over can could will would should may might must shall am get got go going one two like well yeah
  know think say said be because being while during through between within across per etc other others`.split(/\s+/),
);

function company(reading: SentenceReading, hit: TermHit): string[] {
  const near = new Set<string>();
  for (let i = Math.max(0, hit.from - NEAR); i < Math.min(reading.length, hit.to + NEAR); i++) {
    if (i >= hit.from && i < hit.to) continue;
    const lemma = reading.lemma(i);
    if (lemma.length > 2 && /^[a-z]/.test(lemma) && !EMPTY_WORDS.has(lemma)) near.add(lemma);
  }
  return [...near].sort();
}
