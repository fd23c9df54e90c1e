import type { Claims } from "./detail.js";
import { fold, IS, type NameKnowledge } from "./name-knowledge.js";
import type { Naming } from "./person-links.js";
import {
  BODY_NOUNS,
  BODY_OR_SURNAME,
  CALENDAR,
  CALLED,
  CIVIL_TITLES,
  isCalendarTime,
  NOT_AFTER_TITLE,
  OTHER_TITLES,
  signsAround,
  standsAsPlace,
} from "./signs.js";
import { joins, type Word } from "./words.js";

/** A person's name at a place among the words of a text, half-open. A title before it is not part of it. */
export interface Sighting extends Naming {
  readonly from: number;
  readonly to: number;
}

/** Why a word is passed over: it is part of a place, of a body, or was asked to be kept. */
export type Bar = "place" | "body" | "keep";

/** Words that are known to name somebody of this document, and how: as a label or in so many words ("sure"), or twice over in the text. */
export type KnownNames = Map<string, "label" | "text">;

const LONGEST_NAME = 5;
const PARTICLES = new Set(
  "de da di dos del della van von der den la le el al bin ibn ap ab ul ur abu umm st".split(" "),
);
/** Two capitals with stops that are no person. */
const DOTTED = new Set(
  "uk us eu pc am pm tv it id eg ie mp dj gp hq ok np bc ad ra cv dv pe re vs ps qc kc ie nb pa hr ai ip op un ta".split(
    " ",
  ),
);
const NEVER_LOWER = new Set("an can in long my per so do non will may me him son art mo al la ha bo ah oh".split(" "));
const AFTER_NO_NAME = new Set(
  "be have not you we they i he she it the a to up off out his her me him in on".split(" "),
);
const KIN_BEFORE = new Set(
  "son daughter brother sister mum mother mam dad father cousin uncle aunt aunty auntie nan nana gran grandma grandad nephew niece husband wife partner girlfriend boyfriend mate friend stepdad stepmum".split(
    " ",
  ),
);
/** What children call their own: "Mum said", "Nan's house". */
const KIN_ALONE = new Set(
  "mum mummy mam dad daddy nan nana nanna gran granny grandma grandad granddad grandpa auntie aunty uncle".split(" "),
);
const ABBREVIATED_PLURAL = /^\p{Lu}{2,}s$/u;
const COMPASS =
  /^(?:north|south|east|west|upper|lower|great|new|old|mid|central|inner|outer|port|mount|isle|lake|royal|holy)$/;
const NICKNAMES = /^(?:big|little|lil|young|old|baby|fat|tall|skinny|mad)$/;

/**
 * Finds people's names among the words of one document. The work is done on words with capitals (and, for names already known and
 * unmistakable ones, on words without); each is judged by what the lists know of it and by its neighbours. Linear: every judgement looks
 * at a fixed number of words.
 */
export class PeopleFinder {
  /** First pass: what is sure, and what speaks for and against words that are in no list. */
  private readonly votes = new Map<string, number>();
  private readonly caseless: boolean;
  private readonly inLowerCase = new Set<string>();
  private masked: Uint8Array;

  constructor(
    private readonly words: readonly Word[],
    private readonly bars: readonly (Bar | undefined)[],
    /** Length of the barred phrase that a word belongs to. */
    private readonly barWords: readonly number[],
    private readonly claims: Claims,
    private readonly knowledge: NameKnowledge,
    private readonly known: KnownNames,
    /** compromise's view of a word in its sentence: asked only where nothing else decides. */
    private readonly secondOpinion: (at: number) => "person" | "thing" | undefined,
  ) {
    let capitals = 0;
    for (const word of words) {
      if (word.shape === "lower") this.inLowerCase.add(word.lower);
      else if (word.shape === "capital") capitals++;
    }
    this.caseless = words.length >= 20 && capitals < words.length / 200;
    this.masked = new Uint8Array(words.length);
  }

  /** All names, in order. What earlier sweeps are sure of helps the last with single words. */
  find(): Sighting[] {
    // What the first sweep learns ("Garrard") lets the second learn more ("Roch Garrard").
    for (let sweep = 0; sweep < 2; sweep++) {
      this.votes.clear();
      this.sweep(false);
      this.masked.fill(0);
    }
    return this.sweep(true);
  }

  private sweep(last: boolean): Sighting[] {
    const found: Sighting[] = [];
    for (let i = 0; i < this.words.length; ) {
      const sighting = last || this.words[i]!.shape !== "lower" || this.caseless ? this.judge(i, last) : undefined;
      if (!sighting) {
        i++;
        continue;
      }
      found.push(sighting);
      for (let k = sighting.from; k < sighting.to; k++) {
        this.masked[k] = 1;
        const { lower, text } = this.words[k]!;
        // Particles and initials are known only together with their name.
        if (!last && text.length > 2 && !PARTICLES.has(lower) && !this.known.has(lower)) this.known.set(lower, "text");
      }
      i = sighting.to;
    }
    return found;
  }

  private judge(i: number, last: boolean): Sighting | undefined {
    const word = this.words[i]!;
    if (word.shape === "code" || !this.open(i)) return undefined;
    const titled = this.afterTitle(i);
    if (titled) return titled;
    if (word.shape === "lower") return this.inLower(i, last);
    const initials = this.initials(i);
    if (initials) return initials;
    if (
      word.text.length < 2 ||
      CIVIL_TITLES.has(word.lower) ||
      KIN_ALONE.has(word.lower) ||
      ABBREVIATED_PLURAL.test(word.text)
    )
      return undefined;
    if (this.isSaint(i)) return undefined;
    return this.withCapital(i, last);
  }

  /** A title and what follows it: "Mr Pike", "DC Anne Marie Jones", "aunty may". */
  private afterTitle(i: number): Sighting | undefined {
    const title = this.words[i]!;
    const civil = CIVIL_TITLES.get(title.lower);
    const other = civil === undefined ? OTHER_TITLES.get(title.lower) : undefined;
    if (civil === undefined && other === undefined) return undefined;
    const next = this.words[i + 1];
    if (
      !next ||
      !(next.gap === "space" || next.gap === "dot") ||
      title.tail !== "" ||
      !this.open(i + 1) ||
      next.shape === "code"
    )
      return undefined;
    // "Detective Sergeant Smith": the last of several titles decides.
    if (CIVIL_TITLES.has(next.lower) || OTHER_TITLES.has(next.lower)) {
      const after = this.words[i + 2];
      if (after && (after.gap === "space" || after.gap === "dot") && after.shape !== "lower") return undefined;
    }
    if (NOT_AFTER_TITLE.has(next.lower)) return undefined;
    if (
      this.bars[i + 1] !== undefined &&
      !(this.barWords[i + 1] === 1 && (civil !== undefined || this.knowledge.isName(next.lower)))
    )
      return undefined;
    const bits = this.knowledge.of(next.lower);
    const sex = civil ?? other ?? "";
    if (next.shape === "lower") {
      const unlikely = this.knowledge.isOrdinary(next.lower);
      const fits =
        civil === undefined
          ? this.knowledge.isClearFirst(next.lower) ||
            (this.knowledge.isClearSurname(next.lower) && !KIN_BEFORE.has(title.lower))
          : (bits & IS.surname) !== 0 || (bits & IS.first) !== 0 || !unlikely;
      const kin =
        other !== undefined &&
        KIN_BEFORE.has(title.lower) &&
        (bits & IS.first) !== 0 &&
        !NEVER_LOWER.has(next.lower) &&
        (bits & IS.mass) === 0;
      if (next.text.length < 3 || !(fits || kin) || (title.shape !== "lower" && !this.caseless)) return undefined;
      if (NICKNAMES.test(title.lower)) return undefined;
      return this.sighting(i + 1, this.lowerEnd(i + 1), sex);
    }
    if (next.text.length === 1) {
      const after = this.words[i + 2];
      // "Mr A" is a name already hidden; "Mr T Smith" is not.
      if (
        !after ||
        !(after.gap === "space" || after.gap === "dot") ||
        after.shape === "lower" ||
        after.shape === "code" ||
        !this.open(i + 2)
      )
        return undefined;
    } else if (civil === undefined) {
      const ordinary = this.knowledge.isEnglish(next.lower) && (bits & (IS.first | IS.surname)) === 0;
      if (ordinary || (BODY_NOUNS.has(next.lower) && !(bits & IS.surname))) return undefined;
      if (
        title.shape === "lower" &&
        !KIN_BEFORE.has(title.lower) &&
        NICKNAMES.test(title.lower) &&
        !this.knowledge.isClearFirst(next.lower)
      )
        return undefined;
      if (next.shape === "capitals" && title.shape !== "capitals" && (bits & (IS.first | IS.surname)) === 0)
        return undefined;
      if (NICKNAMES.test(title.lower) && (bits & IS.first) === 0) return undefined;
      // "Police Constable Court", "Officer Support": a rank before a heading's next word.
      if (this.words[i]!.weak === "line" && (bits & IS.ordinary) !== 0 && (bits & IS.first) === 0) return undefined;
      // "Mum Will go"
      if (this.nameEnd(i + 1, true) === i + 2 && (bits & IS.mass) !== 0 && !KIN_BEFORE.has(title.lower))
        return undefined;
    }
    return this.sighting(i + 1, this.nameEnd(i + 1, true), sex);
  }

  /** "J.B.", "J. B. Smith", "T Khan". */
  private initials(i: number): Sighting | undefined {
    const word = this.words[i]!;
    if (word.text.length > 1) {
      // "JB" where a label or "called" says so.
      if (
        word.shape === "capitals" &&
        word.text.length <= 3 &&
        (this.known.get(word.lower) === "label" || this.isCalled(i))
      )
        return this.sighting(i, i + 1, "");
      return undefined;
    }
    let to = i + 1;
    while (
      to < this.words.length &&
      to - i < 3 &&
      this.words[to]!.text.length === 1 &&
      this.words[to]!.gap === "dot" &&
      this.words[to]!.shape !== "lower" &&
      this.words[to]!.shape !== "code"
    )
      to++;
    const next = this.words[to];
    const surname =
      next &&
      (next.gap === "space" || next.gap === "dot") &&
      next.shape !== "lower" &&
      next.shape !== "code" &&
      next.text.length > 1 &&
      this.open(to);
    if (surname && ((word.lower !== "i" && word.lower !== "a") || next.gap === "dot" || to > i + 1)) {
      const bits = this.knowledge.of(next.lower);
      const dotted = next.gap === "dot" && next.weak === "";
      if ((bits & IS.surname) !== 0 && ((bits & IS.ordinary) === 0 || dotted) && this.bars[to] === undefined)
        return this.sighting(i, this.nameEnd(to, true), "");
      if (dotted && !this.knowledge.isEnglish(next.lower) && this.bars[to] === undefined)
        return this.sighting(i, this.nameEnd(to, true), "");
    }
    if (to - i === 2) {
      const both = word.lower + this.words[i + 1]!.lower;
      if (!DOTTED.has(both)) return this.sighting(i, to, "");
    }
    return undefined;
  }

  private withCapital(i: number, last: boolean): Sighting | undefined {
    const word = this.words[i]!;
    const bits = this.knowledge.of(word.lower);
    const bar = this.bars[i];
    if (bar === "keep" || (bar !== undefined && this.barWords[i]! > 1)) return undefined;
    const known = this.known.get(word.lower);
    const first = (bits & IS.first) !== 0;
    const ordinary = this.knowledge.isOrdinary(word.lower);
    if (bar === "body" && !known) return undefined;
    const to = this.nameEnd(i, first && !ordinary);
    if (this.endsAsBody(i, to)) return undefined;
    if (word.shape === "capitals" && !this.shouts(i, to, known !== undefined)) return undefined;
    const signs = (): number => signsAround(this.words, i, to, (at) => this.looksLikePerson(at));
    const accept = (): Sighting => this.sighting(i, to, "");
    if (to - i > 1) return this.severalWords(i, to, last, known) ? accept() : undefined;

    if (bar === "place") {
      if (!first && !known && (bits & IS.surname) === 0) return undefined;
      if (standsAsPlace(this.words, i)) return undefined;
      const score = signs();
      return score >= 3 || (known === "label" && score >= 0) || (known === "text" && first && score > 0)
        ? accept()
        : undefined;
    }
    if (CALENDAR.has(word.lower) && isCalendarTime(this.words, i) && !this.isCalled(i)) return undefined;
    if (first && !ordinary) {
      // "the Rosie project": a thing named after somebody; "the Darrens" is left to chance.
      return this.words[i - 1]?.lower === "the" && word.gap === "space" && signs() <= -6 ? undefined : accept();
    }
    if (ordinary) return this.ordinaryWord(i, to, bits, known, signs) ? accept() : undefined;
    if (bits & IS.surname) return signs() >= -2 ? accept() : undefined;
    if (known) return signs() >= -3 ? accept() : undefined;
    return this.unlisted(i, to, last, signs()) ? accept() : undefined;
  }

  /** Two words or more with capitals, one after the other. */
  private severalWords(i: number, to: number, last: boolean, known: string | undefined): boolean {
    const head = this.words[i]!;
    const tail = this.words[to - 1]!;
    const headBits = this.knowledge.of(head.lower);
    const tailBits = this.knowledge.of(tail.lower);
    const clearHead = this.knowledge.isClearFirst(head.lower);
    if (clearHead || (known && this.known.has(tail.lower))) return true;
    if (this.isCalled(i)) return true;
    const headOrdinary = this.knowledge.isOrdinary(head.lower);
    const named = (headBits | tailBits) & (IS.first | IS.surname);
    if (!headOrdinary) {
      if (named || known) return true;
      if (!last) return false;
      const score = signsAround(this.words, i, to, (at) => this.looksLikePerson(at));
      if (score !== 0) return score > 0;
      const seen = this.secondOpinion(i) ?? this.secondOpinion(to - 1);
      return head.weak === "" && seen !== "thing" && tail.shape === head.shape;
    }
    if ((headBits & IS.first) === 0) return false;
    if (head.weak === "line")
      return this.knowledge.isClearSurname(tail.lower) || this.known.get(tail.lower) === "label";
    // "Mark Green": the second capital speaks for itself. "May Day", "Hope House" ended as bodies above.
    if ((tailBits & IS.surname) !== 0 && (headBits & IS.mass) === 0) return true;
    if (!this.knowledge.isOrdinary(tail.lower)) return true;
    return signsAround(this.words, i, to, (at) => this.looksLikePerson(at)) > 0;
  }

  /** A name that is also an ordinary word, standing alone with a capital. */
  private ordinaryWord(i: number, to: number, bits: number, known: string | undefined, signs: () => number): boolean {
    const word = this.words[i]!;
    const first = (bits & IS.first) !== 0;
    if (!first && !known) return false;
    const mass = (bits & IS.mass) !== 0;
    const score = signs();
    if (score < 0) return false;
    const before = i > 0 && word.gap === "space" ? this.words[i - 1]! : undefined;
    // Amid a run of capitals ("Home Office Grant") the capital says nothing.
    const amid =
      before !== undefined &&
      before.shape !== "lower" &&
      before.weak === "" &&
      this.masked[i - 1] === 0 &&
      before.text.length > 1;
    if (word.weak === "" && !amid && (!mass || known === "label")) return true;
    const after = this.words[to];
    // "Mark, what do you think?" where Mark is somebody in the room.
    if (known === "label" && word.weak !== "line" && after?.gap === "comma") return true;
    if (mass) return score >= 3;
    if (word.weak === "line") return score >= 3 && first;
    if (
      after &&
      word.weak === "start" &&
      first &&
      after.gap === "space" &&
      /^(?:is|was|has|had|hasn't|hadn't|isn't|wasn't)$/.test(after.lower)
    )
      return true;
    return score >= (word.weak === "" ? 1 : 2);
  }

  /** A word that is in no list and in no dictionary: its neighbours here and elsewhere decide, then compromise. */
  private unlisted(i: number, to: number, last: boolean, score: number): boolean {
    const word = this.words[i]!;
    if (this.inLowerCase.has(word.lower)) return false;
    const clear = word.weak === "" ? score > 0 : score >= 3;
    if (!last) {
      this.votes.set(word.lower, (this.votes.get(word.lower) ?? 0) + Math.sign(score));
      return clear && score >= 3;
    }
    if (score < 0) return false;
    const votes = this.votes.get(word.lower) ?? 0;
    if (clear) return votes >= 0 || score >= 3;
    if (votes !== 0) return votes > 0;
    if (word.weak !== "" || to - i > 1) return false;
    return this.secondOpinion(i) === "person";
  }

  /** A word in lower case: names known from this document, unmistakable first names, names after "called" and kin. */
  private inLower(i: number, last: boolean): Sighting | undefined {
    const word = this.words[i]!;
    const { lower } = word;
    if (lower.length < 3 || !LOWER_HEAD.test(lower) || this.bars[i] !== undefined) return undefined;
    const bits = this.knowledge.of(lower);
    const before = i > 0 && word.gap === "space" ? this.words[i - 1]! : undefined;
    const next = this.words[i + 1];
    const calledSo =
      before !== undefined &&
      (CALLED.has(before.lower) || (before.lower === "is" && i > 1 && this.words[i - 2]!.lower === "name"));
    if ((bits & IS.first) !== 0) {
      const clear = (bits & IS.ordinary) === 0;
      if (
        clear &&
        (lower.length >= 5 ||
          calledSo ||
          this.caseless ||
          (before && KIN_BEFORE.has(before.lower)) ||
          this.known.has(lower))
      ) {
        return this.knowledge.isEnglish(lower) && !calledSo && !this.caseless && !this.known.has(lower)
          ? undefined
          : this.sighting(i, this.lowerEnd(i), "");
      }
      const goesOn = next !== undefined && next.gap === "space" && AFTER_NO_NAME.has(next.lower);
      if (!clear && !NEVER_LOWER.has(lower) && !goesOn) {
        const ofKin =
          before !== undefined &&
          KIN_BEFORE.has(before.lower) &&
          i > 1 &&
          /^(?:my|his|her|our|their|your)$/.test(this.words[i - 2]!.lower);
        if (calledSo || (ofKin && (bits & IS.mass) === 0)) return this.sighting(i, this.lowerEnd(i), "");
      }
      if (!clear && calledSo && (lower === "will" || lower === "may") && !goesOn)
        return this.sighting(i, this.lowerEnd(i), "");
    }
    if (last && this.known.has(lower) && !this.knowledge.isOrdinary(lower) && !this.knowledge.isEnglish(lower))
      return this.sighting(i, this.lowerEnd(i), "");
    if (calledSo && bits === 0 && this.caseless && !this.knowledge.isEnglish(lower))
      return this.sighting(i, this.lowerEnd(i), "");
    return undefined;
  }

  /** Where a name in lower case ends: a surname that is no ordinary word may follow a first name. */
  private lowerEnd(i: number): number {
    const next = this.words[i + 1];
    if (
      !next ||
      next.shape !== "lower" ||
      !joins(next.gap) ||
      this.words[i]!.tail !== "" ||
      !this.open(i + 1) ||
      this.bars[i + 1] !== undefined
    )
      return i + 1;
    const surname =
      this.knowledge.isClearSurname(next.lower) ||
      (this.known.has(next.lower) && !this.knowledge.isEnglish(next.lower)) ||
      (next.gap === "hyphen" && this.knowledge.isClearFirst(next.lower));
    return surname && next.lower.length > 2 ? i + 2 : i + 1;
  }

  /** Where a name that begins at `i` ends: words with capitals that can belong to one name. */
  private nameEnd(i: number, sure: boolean): number {
    const head = this.words[i]!;
    let to = i + 1;
    while (to < this.words.length && to - i < LONGEST_NAME) {
      const word = this.words[to]!;
      if (!joins(word.gap) || this.words[to - 1]!.tail !== "" || !this.open(to) || word.shape === "code") break;
      if (word.gap === "dot" && this.words[to - 1]!.text.length > 1) break;
      if (word.shape === "lower") {
        // "Rhys ap Gwilym", "Ibn al Khatib"
        const after = this.words[to + 1];
        if (
          !PARTICLES.has(word.lower) ||
          !after ||
          !joins(after.gap) ||
          after.shape === "lower" ||
          after.shape === "code" ||
          !this.open(to + 1) ||
          (this.knowledge.isEnglish(after.lower) && !this.knowledge.isName(after.lower))
        )
          break;
        to += 2;
        continue;
      }
      if (!this.follows(head, to, sure)) break;
      to++;
    }
    return to;
  }

  private follows(head: Word, at: number, sure: boolean): boolean {
    const word = this.words[at]!;
    const bits = this.knowledge.of(word.lower);
    if (word.text.length === 1)
      return word.shape === "capitals" || word.shape === "capital" ? this.initialLeadsOn(at) : false;
    if (word.shape === "capitals" && head.shape !== "capitals" && head.text.length > 1) return false;
    if (head.shape === "capitals" && head.text.length > 1 && word.shape === "capital") return false;
    if (CIVIL_TITLES.has(word.lower) || /^(?:kc|qc|mbe|obe|cbe|mp|jp)$/.test(word.lower)) return false;
    const hyphen = word.gap === "hyphen";
    if (this.bars[at] === "keep" || (this.bars[at] !== undefined && this.barWords[at]! > 1)) return false;
    if (this.bars[at] === "body" && (bits & IS.surname) === 0) return false;
    if (this.known.has(word.lower)) return true;
    if ((bits & IS.surname) !== 0) return sure || this.knowledge.isName(head.lower) || (bits & IS.ordinary) === 0;
    if (BODY_NOUNS.has(word.lower)) return false;
    if (this.knowledge.isClearFirst(word.lower)) return true;
    if (this.bars[at] === "place") return sure && head.text.length > 1;
    if ((bits & IS.first) !== 0) return hyphen || (sure && (bits & IS.mass) === 0 && word.weak !== "line");
    return !this.knowledge.isEnglish(word.lower);
  }

  /** A middle initial needs a name after it. */
  private initialLeadsOn(at: number): boolean {
    const next = this.words[at + 1];
    return (
      next !== undefined &&
      (next.gap === "space" || next.gap === "dot") &&
      next.weak === "" &&
      next.text.length > 1 &&
      next.shape !== "lower" &&
      next.shape !== "code" &&
      this.open(at + 1) &&
      (this.knowledge.isName(next.lower) || !this.knowledge.isEnglish(next.lower))
    );
  }

  /** "Victoria Road", "Stephen Lawrence Foundation", "St Mary's": a body or a street, not a person. */
  private endsAsBody(i: number, to: number): boolean {
    const tail = this.words[to - 1]!;
    const head = this.words[i]!;
    if (to - i > 1 && BODY_OR_SURNAME.has(tail.lower)) {
      const before = i > 0 && head.gap === "space" ? this.words[i - 1]!.lower : "";
      if (
        /^(?:in|on|at|near|the|around|off|down|up|from|to|round|by|opposite|behind|towards|outside|along)$/.test(before)
      )
        return !this.known.has(tail.lower);
      if ((to - i === 2 && tail.lower === "street") || (this.knowledge.of(head.lower) & IS.first) === 0)
        return !this.known.has(tail.lower);
    }
    const next = this.words[to];
    if (!next || !joins(next.gap) || next.shape === "lower" || next.shape === "code" || tail.tail !== "") {
      // "King's College", "Queen's Road": the owner's own mark stands before a body's noun.
      return (
        next !== undefined &&
        next.gap === "space" &&
        next.shape === "capital" &&
        tail.tail === "'s" &&
        /^(?:college|hospital|school|church|academy|road|street|square|park|hall|trust)$/.test(next.lower)
      );
    }
    return BODY_NOUNS.has(next.lower);
  }

  /** "St Mary's Road", "South Warnborough": a place, or somebody long dead. */
  private isSaint(i: number): boolean {
    const before =
      i > 0 && (this.words[i]!.gap === "space" || this.words[i]!.gap === "dot") ? this.words[i - 1]! : undefined;
    if (before === undefined || before.shape === "lower" || this.masked[i - 1] === 1) return false;
    return (
      /^(?:st|saint|ss)$/.test(before.lower) ||
      (COMPASS.test(before.lower) && before.weak === "" && !this.known.has(this.words[i]!.lower))
    );
  }

  /** Words all in capitals are abbreviations unless they are clear names, or names in a line of capitals. */
  private shouts(i: number, to: number, known: boolean): boolean {
    const word = this.words[i]!;
    if (known && word.text.length > 2) return true;
    const clear = this.knowledge.isClearFirst(word.lower) || this.knowledge.isClearSurname(word.lower);
    if (word.weak === "line")
      return (
        clear || (to - i > 1 && this.knowledge.isName(word.lower) && this.knowledge.isName(this.words[to - 1]!.lower))
      );
    return word.text.length >= 4 && clear;
  }

  private isCalled(i: number): boolean {
    const before = i > 0 && this.words[i]!.gap === "space" ? this.words[i - 1]!.lower : "";
    if (CALLED.has(before) || before === "initials") return true;
    return (before === "is" || before === "as") && i > 1 && /^(?:name|known|initials)$/.test(this.words[i - 2]!.lower);
  }

  private looksLikePerson(at: number): boolean {
    const word = this.words[at];
    if (!word) return false;
    return (
      this.masked[at] === 1 ||
      (word.shape !== "lower" &&
        this.bars[at] === undefined &&
        (this.knowledge.isClearFirst(word.lower) || this.known.has(word.lower)))
    );
  }

  private open(at: number): boolean {
    const word = this.words[at]!;
    return this.claims.free(word.start, word.end);
  }

  private sighting(from: number, to: number, sex: "m" | "f" | ""): Sighting {
    return { from, to, parts: partsOf(this.words, from, to), sex };
  }
}

const LOWER_HEAD = /^\p{L}/u;

/** Words of a name in lower case, those with a hyphen between them joined. */
export function partsOf(words: readonly Word[], from: number, to: number): string[] {
  const parts: string[] = [];
  for (let k = from; k < to; k++) {
    const { lower, gap } = words[k]!;
    if (k > from && gap === "hyphen") parts[parts.length - 1] += `-${fold(lower)}`;
    else parts.push(fold(lower));
  }
  return parts;
}
