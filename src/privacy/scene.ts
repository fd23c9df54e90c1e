import type { Claims } from "./detail.js";
import { fold, IS, type NameKnowledge } from "./name-knowledge.js";
import type { Naming } from "./person-links.js";
import { CALLED, CALLED_THING, PERSON_CALLED, signsAround } from "./signs.js";
import { Slips } from "./slips.js";
import type { Word } from "./words.js";

/** A person's name at a place among the words of a text, half-open. A title before it is not part of it. */
export interface Sighting extends Naming {
  readonly from: number;
  readonly to: number;
}

/** Why a word is passed over: it is part of a place, of a body, or was asked to be kept. */
export type Bar = "place" | "body" | "keep";

/** Words known to name somebody of this document: by a label or in so many words ("label"), or found in the text. */
export type KnownNames = Map<string, "label" | "text">;

/** Words right behind which somebody may be called something: all that `isCalled` knows. */
const MAY_CALL: ReadonlySet<string> = new Set([
  ...CALLED,
  ..."name nickname alias surname as is who himself herself themselves initials are was were by call calls him her me them".split(
    " ",
  ),
]);

/** What stands before a list of people, with a colon. */
const ATTENDANCE: ReadonlySet<string> = new Set("present apologies attendance attendees attending attended".split(" "));

/** Words from which on the lack of capitals says something. */
const FEWEST_WORDS = 8;
const FEWEST_IN_RUN = 4;
const FEWEST_SMALL = 3;

/** One document while its people are looked for: its words, what is known of them, and what has been found so far. */
export class Scene {
  /** For and against words that are in no list: a vote for each sighting among telling neighbours. */
  readonly votes = new Map<string, number>();
  /** Forms that the document also writes small where it writes capitals. */
  readonly inLowerCase = new Set<string>();
  /** Words in runs without capitals, as in subtitles; everything where the document has none. */
  private readonly small: Uint8Array;
  private readonly attending: Uint8Array;
  /** Words of names that were given in full: "grace" and "mallory" of "Grace Mallory". */
  readonly fullNames = new Set<string>();
  /** Initials of the people whose full names are known: "kt". */
  readonly initials = new Set<string>();
  /** Nicknames that the document has told of, of one word or two: "wheels", "mad mick". */
  readonly aliases = new Set<string>();
  /** The names found so far, for those that are misspelt. */
  readonly slips = new Slips();
  /** Words taken for names in the sweep under way. */
  readonly masked: Uint8Array;

  constructor(
    readonly words: readonly Word[],
    readonly bars: readonly (Bar | undefined)[],
    /** Length of the barred phrase that a word belongs to. */
    readonly barWords: readonly number[],
    private readonly claims: Claims,
    /** The raw text. */
    readonly text: string,
    readonly knowledge: NameKnowledge,
    readonly known: KnownNames,
    /** compromise's view of a word in its sentence: asked only where nothing else decides. */
    readonly secondOpinion: (at: number) => "person" | "thing" | undefined,
    /** Words that the document's handles and own pages are made of: what somebody is called, often enough. */
    readonly handles: ReadonlySet<string>,
    /** Lists of those who were there, as reading found them. */
    attendees: readonly { readonly start: number; readonly end: number }[],
  ) {
    const capitals = words.filter(({ shape }) => shape === "capital").length;
    this.small = new Uint8Array(words.length);
    if (words.length >= FEWEST_WORDS && capitals < words.length / 200) this.small.fill(1);
    else if (this.writesSmall()) this.markRuns();
    words.forEach(({ shape, lower }, at) => {
      if (shape === "lower" && !this.small[at]) this.inLowerCase.add(lower);
    });
    this.masked = new Uint8Array(words.length);
    this.attending = new Uint8Array(words.length);
    this.markAttending(attendees);
  }

  private markAttending(lists: readonly { readonly start: number; readonly end: number }[]): void {
    const { words, text } = this;
    let list = 0;
    words.forEach(({ lower, start, end }, at) => {
      while (list < lists.length && lists[list]!.end <= start) list++;
      if (list < lists.length && lists[list]!.start <= start) this.attending[at] = 1;
      if (!ATTENDANCE.has(lower) || text[end] !== ":" || at + 1 >= words.length) return;
      this.attending[at + 1] = 1;
      for (let k = at + 2; k < words.length && words[k]!.gap !== "end"; k++) this.attending[k] = 1;
    });
  }

  /** Whether the word stands in a list of those who were there: "Present: …", "Apologies: …". */
  attends(at: number): boolean {
    return this.attending[at] === 1;
  }

  /** Whether the word stands where no capitals are written, so that their lack says nothing. */
  caselessAt(at: number): boolean {
    return this.small[at] === 1;
  }

  /** Whether somebody typed here who writes "i" for "I", often enough to be no numbering of a list. */
  private writesSmall(): boolean {
    let small = 0;
    let capital = 0;
    for (const { text } of this.words) {
      if (text === "i") small++;
      else if (text === "I") capital++;
    }
    return small >= FEWEST_SMALL && small * 8 >= capital;
  }

  /** Marks the runs between ends of sentences or blocks that hold no capital. */
  private markRuns(): void {
    for (let from = 0; from < this.words.length; ) {
      let to = from + 1;
      while (to < this.words.length && this.words[to]!.gap !== "end") to++;
      let lower = to - from >= FEWEST_IN_RUN;
      for (let k = from; k < to && lower; k++)
        lower = this.words[k]!.shape === "lower" || this.words[k]!.shape === "code";
      if (lower) this.small.fill(1, from, to);
      from = to;
    }
  }

  /** Whether no structured detail or local name has claimed the word. */
  open(at: number): boolean {
    const word = this.words[at]!;
    return this.claims.free(word.start, word.end);
  }

  /** The word before, if it stands close by a space; its form is "" otherwise. */
  before(at: number, back = 1): Word | undefined {
    for (let k = at; k > at - back; k--) if (k <= 0 || this.words[k]!.gap !== "space") return undefined;
    return this.words[at - back];
  }

  signs(from: number, to: number): number {
    return signsAround(this.words, from, to, (at) => this.looksLikePerson(at));
  }

  /** "called Tyrell", "the name is Tyrell", "known as", "goes by", "call him". Not "a place called Harold Park". */
  isCalled(at: number): boolean {
    const one = this.before(at)?.lower ?? "";
    if (!MAY_CALL.has(one)) return false;
    const two = this.before(at, 2)?.lower ?? "";
    if (CALLED.has(one)) return !CALLED_THING.has(two) && !/^(?:what|is|it|so|thing|something)$/.test(two);
    // "my name's joy", "street name Tippy", "gave his name as ghost", "calls herself Auntie Bee", "knows him only as Whippet"
    if (one === "name" && (this.before(at)?.tail === "'s" || /^(?:street|nick|pet|tag|road|real|user)$/.test(two)))
      return true;
    if (/^(?:nickname|alias|surname)$/.test(one)) return true;
    if (one === "as" && /^(?:name|only|saved|locally|just|better|also)$/.test(two) && this.before(at, 3) !== undefined)
      return (
        two === "name" ||
        /^(?:known|knows|knew|know|him|her|them|is|was|saved|name)$/.test(this.before(at, 3)?.lower ?? "") ||
        two === "saved"
      );
    // "the man on the sofa, who is Bones", "Who's Jigsaw?"
    if (one === "is" && two === "who") return true;
    if (one === "who" && this.before(at)?.tail === "'s") return true;
    if (/^(?:himself|herself|themselves)$/.test(one)) return /^(?:call|calls|calling|called)$/.test(two);
    if (one === "initials" || (/^(?:is|are|was|were)$/.test(one) && two === "initials")) return true;
    if (one === "by" && /^(?:goes|went|go|going)$/.test(two)) return true;
    // "some lad they call Razor"
    if (/^calls?$/.test(one)) return /^(?:they|we|everyone|everybody|people|lads|kids|locals)$/.test(two);
    if (/^(?:him|her|me|them)$/.test(one)) return /^(?:call|calls|calling|called)$/.test(two);
    if (one === "is" || one === "was") return /^(?:name|surname|nickname|initials)$/.test(two);
    if (one === "as" && (two === "knew" || two === "know")) return true;
    if (one !== "as" || two !== "known") return false;
    // "the older one, known as Tinks"; not "the estate, known as Nunsthorpe"
    const who = this.words[at - 3];
    return (
      who !== undefined &&
      (this.words[at - 2]!.gap === "space" || this.words[at - 2]!.gap === "comma") &&
      (PERSON_CALLED.has(who.lower) || this.masked[at - 3] === 1)
    );
  }

  looksLikePerson(at: number): boolean {
    const word = this.words[at];
    if (!word) return false;
    return (
      this.masked[at] === 1 ||
      (word.shape !== "lower" &&
        this.bars[at] === undefined &&
        (this.knowledge.isClearFirst(word.lower) || this.known.has(word.lower)))
    );
  }

  isFirst(lower: string): boolean {
    return (this.knowledge.of(lower) & IS.first) !== 0;
  }

  isMass(lower: string): boolean {
    return (this.knowledge.of(lower) & IS.mass) !== 0;
  }

  isSurname(lower: string): boolean {
    return (this.knowledge.of(lower) & IS.surname) !== 0;
  }

  /** Takes note of the initials of a full name among the words, with and without its small words and parts behind hyphens. */
  learnInitials(from: number, to: number): void {
    addInitials(this.initials, partsOf(this.words, from, to));
  }

  /** Takes note of a nickname of one word or two. */
  addAlias(from: number, to: number): void {
    const parts = this.words.slice(from, to).map(({ lower }) => lower);
    if (parts.length < 3) this.aliases.add(parts.join(" "));
  }

  sighting(from: number, to: number, sex: "m" | "f" | "" = ""): Sighting {
    return { from, to, parts: partsOf(this.words, from, to), sex };
  }
}

/** The initials by which notes call somebody of this name: "yusuf al-hassan" is "yh", "yah". Names of one word have none. */
export function addInitials(initials: Set<string>, parts: readonly string[]): void {
  if (parts.length < 2 || parts.some((part) => part.length < 2)) return;
  const first = (words: readonly string[]): string => words.map((word) => word[0]).join("");
  initials.add(first(parts)).add(parts[0]![0]! + parts.at(-1)![0]!);
  initials.add(first(parts.flatMap((part) => part.split("-"))));
}

/** Words of a name folded to lower case without accents, those with a hyphen between them joined. */
export function partsOf(words: readonly Word[], from: number, to: number): string[] {
  const parts: string[] = [];
  for (let k = from; k < to; k++) {
    const { lower, gap } = words[k]!;
    if (k > from && gap === "hyphen") parts[parts.length - 1] += `-${fold(lower)}`;
    else parts.push(fold(lower));
  }
  return parts;
}
