import type { LocalName, Slot, Transcript } from "../model/index.js";
import { findAddresses, findPostcodes } from "./addresses.js";
import { findAges } from "./ages.js";
import { findBirthDates, findDatesAfterNames } from "./dates-of-birth.js";
import { Claims, type Detail } from "./detail.js";
import { findNearHints, HINT, type HintedDetector, type Hints } from "./hints.js";
import { findBankDetails, findInsuranceNumbers, findNhsNumbers, findRegistrations } from "./identifiers.js";
import { detailHash } from "./key.js";
import { findLocalNames, type LocalNameSpan } from "./local-names.js";
import { findHandles, findMails, findPersonalPages } from "./mail-and-handles.js";
import { IS, NameKnowledge } from "./name-knowledge.js";
import { loadNameLists, type NameLists } from "./name-lists.js";
import { findPeople } from "./people.js";
import { type Naming, PersonLinks } from "./person-links.js";
import { findPhones } from "./phones.js";
import { Phrases } from "./phrases.js";
import { keyedPlaceholder, WRITTEN } from "./placeholder.js";
import { moveLayers, replaceDetails } from "./replace.js";
import { type Bar, type KnownNames, partsOf, Scene, type Sighting } from "./scene.js";
import { SecondOpinion } from "./second-opinion.js";
import { namesInTitle, spacedOut } from "./short-strings.js";
import { CIVIL_TITLES, OTHER_TITLES } from "./signs.js";
import { namesInLabel } from "./speaker-label.js";
import { readWords, type Word } from "./words.js";

export interface MaskerOptions {
  /** Secret of the hashes; see `loadKey`. */
  readonly key: Uint8Array;
  /** Names of the gazetteer: stay readable. */
  readonly places: readonly string[];
  /** Agencies and bodies: stay readable. */
  readonly agencies: readonly string[];
  /** Names that are always masked, as persons, in any case of letters. */
  readonly mask: readonly string[];
  /** Names and phrases that are never masked as persons. */
  readonly keep: readonly string[];
  /** Names of gangs that are masked too, in any case of letters; others stay readable. Default: none. */
  readonly groups?: readonly string[];
  /** Lists of names; default: those of `lexicons/names`. */
  readonly names?: NameLists;
}

/** What is known of a document besides its text. */
export interface MaskContext {
  /** Speakers' labels and sessions.csv's participants and interviewers; roles among them ("Housing officer 2") are told from names. */
  readonly speakers: readonly string[];
  /** People who are named nowhere as speakers; whole entries are names. */
  readonly extraNames: readonly string[];
}

export interface Masked {
  /** The transcript over the stored text. Speakers that are names read `[PERSON#<hash>]` until the review numbers them. */
  readonly transcript: Transcript;
  readonly slots: Slot[];
  readonly names: LocalName[];
  /** Masks a short string (session label, file name) by all the names known from this document. */
  readonly label: (text: string) => string;
  /** What stood in the place of each slot, in their order: for a key that somebody asked for, and for nothing that is kept. */
  readonly originals: () => string[];
}

export interface Masker {
  /** Throws when anything goes wrong; what it returns holds no raw detail that was found. The caller drops a document that throws. */
  mask(transcript: Transcript, context: MaskContext): Masked;
  /** Masks a short string by the names of a context alone. Names come out as `[PERSON#<hash>]`, for `numberSlots` to number. */
  maskLabel(text: string, context: MaskContext): string;
}

/** In order of rank: of two that overlap the first stands. */
const DETECTORS: readonly HintedDetector[] = [
  { find: findWritten, needs: 0 },
  { find: findMails, needs: HINT.mail },
  { find: findPersonalPages, needs: HINT.url },
  { find: findHandles, needs: HINT.handle },
  { find: findNhsNumbers, needs: HINT.digit },
  { find: findInsuranceNumbers, needs: HINT.digit },
  { find: findBankDetails, needs: HINT.digit | HINT.spoken },
  { find: findPhones, needs: HINT.digit | HINT.spoken },
  { find: findBirthDates, needs: HINT.birth },
  { find: findAddresses, needs: HINT.street | HINT.digit },
  { find: findPostcodes, needs: HINT.digit | HINT.postcode },
  { find: findRegistrations, needs: HINT.digit },
];

/** Builds a masker: reads lists and models once (about half a second), to be kept for a worker's life. */
export function createMasker(options: MaskerOptions): Masker {
  const knowledge = new NameKnowledge(options.names ?? loadNameLists());
  const bars = new Phrases<Bar>();
  for (const phrase of options.keep) bars.add(phrase, "keep");
  // "bobby" is a constable; "Bobby" is not.
  for (const phrase of options.agencies)
    if (/\p{Lu}|\s/u.test(phrase) || !knowledge.isName(phrase)) bars.add(phrase, "body");
  for (const phrase of options.places) bars.add(phrase, "place");
  for (const phrase of knowledge.places) bars.add(phrase, "place");
  for (const phrase of (options.names ?? loadNameLists()).neverPeople) bars.add(phrase, "body");
  const always = new Phrases<true>();
  for (const phrase of options.mask) always.add(phrase, true);
  const groups = new Phrases<true>();
  for (const phrase of options.groups ?? []) groups.add(phrase, true);
  const second = new SecondOpinion();
  return { mask, maskLabel };

  /** Hashes of one document's details: most are said more than once. */
  function hasher(): (detail: Detail) => string {
    const known = new Map<string, string>();
    return ({ kind, value }) => {
      const id = `${kind} ${value}`;
      const hash = known.get(id) ?? detailHash(options.key, kind, value);
      known.set(id, hash);
      return hash;
    };
  }

  function mask(transcript: Transcript, context: MaskContext): Masked {
    const { text } = transcript;
    const claims = new Claims(text.length);
    const details: Detail[] = [];
    const hash = hasher();
    const hints: Hints = [];
    const words = readWords(
      text,
      wallsOf(transcript),
      transcript.blocks.filter((b) => b.kind === "heading"),
      hints,
    );
    for (const detector of DETECTORS)
      for (const one of findNearHints(text, hints, detector)) if (claims.claim(one.start, one.end)) details.push(one);
    const barred = barsOf(words);
    const labels = [...new Set([...transcript.turns.map((t) => t.speaker), ...context.speakers])]
      .filter((l) => l !== "")
      .sort();
    const known: KnownNames = new Map();
    const namings = knownPeople(labels, context.extraNames, known);

    const isPerson = (lower: string): boolean => known.has(lower) || knowledge.isClearFirst(lower);
    for (const one of groupNames(words)) if (claims.claim(one.start, one.end)) details.push(one);
    const local = findLocalNames(words, isPerson).filter((name) =>
      claims.claim(words[name.from]!.start, words[name.to - 1]!.end),
    );
    // Who speaks is not who is spoken of: "Jane Roe: A 15-year-old …" tells no age of hers.
    const said = new Set(labelSightings(transcript, words, labels));
    const sightings = [...said, ...alwaysSightings(words)].filter((s) =>
      claims.claim(words[s.from]!.start, words[s.to - 1]!.end),
    );
    const opinion = (at: number) => second.of(text, words, at);
    const handles = wordsOfHandles(text, details);
    const lists = transcript.blocks.filter(({ kind }) => kind === "attendees");
    const { bars: barredAt, lengths } = barred;
    const scene = new Scene(words, barredAt, lengths, claims, text, knowledge, known, opinion, handles, lists);
    for (const sighting of findPeople(scene)) {
      if (claims.claim(words[sighting.from]!.start, words[sighting.to - 1]!.end)) sightings.push(sighting);
    }
    const links = new PersonLinks([...sightings, ...namings], (first) => sexOf(knowledge, first));
    for (const s of sightings) {
      details.push({
        start: words[s.from]!.start,
        end: words[s.to - 1]!.end,
        kind: "PERSON",
        value: links.canonical(s),
      });
    }
    const people = sightings
      .filter((s) => !said.has(s))
      .map((s) => ({ start: words[s.from]!.start, end: words[s.to - 1]!.end }));
    for (const find of [findDatesAfterNames, findAges])
      for (const one of find(text, people)) if (claims.claim(one.start, one.end)) details.push(one);
    details.sort((a, b) => a.start - b.start);

    const replaced = replaceDetails(text, details, hash);
    const masks = new Map<string, string>();
    const label = (raw: string): string => labelWith(raw, links, known, hash, true);
    for (const speaker of labels) masks.set(speaker, label(speaker));
    return {
      transcript: moveLayers(transcript, replaced, (speaker) => masks.get(speaker) ?? label(speaker)),
      slots: replaced.slots,
      names: localNames(local, words, replaced.place, replaced.text),
      label: (raw) => labelWith(raw, links, known, hash, false),
      originals: () => details.map(({ start, end }) => text.slice(start, end)),
    };
  }

  function maskLabel(text: string, context: MaskContext): string {
    const known: KnownNames = new Map();
    const namings = knownPeople([...new Set(context.speakers)].sort(), context.extraNames, known);
    return labelWith(text, new PersonLinks(namings, (first) => sexOf(knowledge, first)), known, hasher(), false);
  }

  /** Names in labels and extra names, entered among the known. */
  function knownPeople(labels: readonly string[], extraNames: readonly string[], known: KnownNames): Naming[] {
    const namings: Naming[] = [];
    const enter = (words: readonly Word[], from: number, to: number): void => {
      namings.push({
        parts: partsOf(words, from, to),
        sex: from > 0 ? (CIVIL_TITLES.get(words[from - 1]!.lower) ?? "") : "",
      });
      for (let k = from; k < to; k++) if (words[k]!.text.length > 1) known.set(words[k]!.lower, "label");
    };
    for (const label of labels) {
      const words = readWords(label, [], []);
      for (const { from, to } of labelNames(words)) enter(words, from, to);
    }
    for (const name of [...extraNames, ...options.mask]) {
      const words = readWords(name, [], []);
      let from = 0;
      while (from < words.length - 1 && (CIVIL_TITLES.has(words[from]!.lower) || OTHER_TITLES.has(words[from]!.lower)))
        from++;
      if (from < words.length) enter(words, from, words.length);
    }
    return namings;
  }

  function labelNames(words: readonly Word[]): { from: number; to: number }[] {
    const barred = barsOf(words);
    return namesInLabel(
      words,
      knowledge,
      (at) => barred.bars[at] !== undefined && (barred.bars[at] !== "place" || !knowledge.isName(words[at]!.lower)),
    );
  }

  /** Speakers' names where their labels stand at the head of their turns: there even "Will" needs no sign. */
  function labelSightings(transcript: Transcript, words: readonly Word[], labels: readonly string[]): Sighting[] {
    const sightings: Sighting[] = [];
    const namesOf = new Map(labels.map((label) => [label, labelNames(readWords(label, [], []))]));
    const firstBlock = new Map<number, number>();
    for (const block of transcript.blocks) if (!firstBlock.has(block.turn)) firstBlock.set(block.turn, block.start);
    let at = 0;
    transcript.turns.forEach((turn, i) => {
      const names = namesOf.get(turn.speaker) ?? [];
      if (names.length === 0) return;
      const found = transcript.text.slice(turn.start, firstBlock.get(i) ?? turn.end).indexOf(turn.speaker);
      if (found < 0) return;
      const start = turn.start + found;
      while (at < words.length && words[at]!.start < start) at++;
      for (const { from, to } of names) {
        if (at + to > words.length || words[at + to - 1]!.end > start + turn.speaker.length) continue;
        const sex = at + from > 0 ? (CIVIL_TITLES.get(words[at + from - 1]!.lower) ?? "") : "";
        sightings.push({ from: at + from, to: at + to, parts: partsOf(words, at + from, at + to), sex });
      }
    });
    return sightings;
  }

  function groupNames(words: readonly Word[]): Detail[] {
    if (groups.isEmpty) return [];
    return words.flatMap((word, i) => {
      const hit = groups.at(words, i);
      if (!hit) return [];
      const named = words.slice(i, i + hit.length);
      const value = named.map(({ lower }) => lower).join(" ");
      return [{ start: word.start, end: named.at(-1)!.end, kind: "GROUP" as const, value }];
    });
  }

  function alwaysSightings(words: readonly Word[]): Sighting[] {
    const sightings: Sighting[] = [];
    if (always.isEmpty) return sightings;
    for (let i = 0; i < words.length; i++) {
      const hit = always.at(words, i);
      if (hit) sightings.push({ from: i, to: i + hit.length, parts: partsOf(words, i, i + hit.length), sex: "" });
    }
    return sightings;
  }

  function barsOf(words: readonly Word[]): { bars: (Bar | undefined)[]; lengths: number[] } {
    const found = new Array<Bar | undefined>(words.length).fill(undefined);
    const lengths = new Array<number>(words.length).fill(0);
    for (let i = 0; i < words.length; ) {
      const hit = bars.at(words, i);
      // In small letters only a place that is nobody's name: "norwich", not "jordan".
      const small = words[i]!.shape === "lower" && hit?.kind !== "keep";
      if (!hit || (small && (hit.kind !== "place" || knowledge.isName(words[i]!.lower)))) {
        i++;
        continue;
      }
      found.fill(hit.kind, i, i + hit.length);
      lengths.fill(hit.length, i, i + hit.length);
      i += hit.length;
    }
    return { bars: found, lengths };
  }

  /** Masks names in a short string. A speaker's label is read as one (unknown words are names); any other only by what is known. */
  function labelWith(
    raw: string,
    links: PersonLinks,
    known: KnownNames,
    hash: (detail: Detail) => string,
    speaker: boolean,
  ): string {
    const claims = new Claims(raw.length);
    const details: Detail[] = [];
    for (const { find } of DETECTORS) for (const d of find(raw)) if (claims.claim(d.start, d.end)) details.push(d);
    const spaced = speaker ? raw : spacedOut(raw);
    const words = readWords(spaced, [], []);
    for (const d of groupNames(words)) if (claims.claim(d.start, d.end)) details.push(d);
    const barred = barsOf(words);
    const runs = speaker ? labelNames(words) : namesInTitle(words, barred.bars, known, knowledge);
    for (const { from, to } of runs) {
      const start = words[from]!.start;
      const end = words[to - 1]!.end;
      if (!claims.claim(start, end)) continue;
      const sex = from > 0 ? (CIVIL_TITLES.get(words[from - 1]!.lower) ?? "") : "";
      details.push({ start, end, kind: "PERSON", value: links.canonical({ parts: partsOf(words, from, to), sex }) });
    }
    details.sort((a, b) => b.start - a.start);
    let masked = raw;
    for (const d of details)
      masked = masked.slice(0, d.start) + keyedPlaceholder(d.kind, hash(d)) + masked.slice(d.end);
    return masked;
  }
}

function localNames(
  spans: readonly LocalNameSpan[],
  words: readonly Word[],
  place: (offsets: readonly number[]) => number[],
  text: string,
): LocalName[] {
  const offsets = place(spans.flatMap((s) => [words[s.from]!.start, words[s.to - 1]!.end]));
  return spans.map((span, i) => {
    const start = offsets[2 * i]!;
    const end = offsets[2 * i + 1]!;
    return { start, end, kind: span.kind, name: text.slice(start, end).replace(/\s+/g, " ") };
  });
}

/** Borders that no name crosses: the ends of blocks and turns, ascending. */
function wallsOf(transcript: Transcript): number[] {
  const walls = new Set<number>();
  for (const { start, end } of transcript.blocks) walls.add(start).add(end);
  for (const { start, end } of transcript.turns) walls.add(start).add(end);
  return [...walls].sort((a, b) => a - b);
}

/** The longer words of handles and own pages: "bear" of "@bear.fadez". */
function wordsOfHandles(text: string, details: readonly Detail[]): Set<string> {
  const words = new Set<string>();
  for (const { start, end, kind } of details)
    if (kind === "HANDLE" || kind === "EMAIL")
      for (const word of text.slice(start, end).split(/[^\p{L}]/u)) if (word.length > 3) words.add(word.toLowerCase());
  return words;
}

function sexOf(knowledge: NameKnowledge, first: string): "m" | "f" | "" {
  const sex = knowledge.of(first) & (IS.male | IS.female);
  return sex === IS.male ? "m" : sex === IS.female ? "f" : "";
}

/** Placeholders that somebody wrote by hand before us: numbered anew, the same one the same. */
function findWritten(text: string): Detail[] {
  return [...text.matchAll(WRITTEN)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    kind: m[1] as Detail["kind"],
    value: `written ${m[2]!}`,
  }));
}
