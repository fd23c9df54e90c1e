import { type LanguageUse, type Mention, SECTORS, type Session } from "../model/index.js";
import { logLikelihood } from "../statistics/index.js";
import { byCodeUnits, groupBy, keyOf } from "./order.js";
import { Spelling, wordForm } from "./word-form.js";

/** Fewest uses by a sector, and fewest of its sessions that share them: one person's habit is no trade's word. */
const FEWEST_USES = 5;
const FEWEST_SESSIONS = 2;
/** 0.1 % point of chi-square with one degree of freedom. */
const SURPRISING = 10.83;

/** How often one word stands for, or near, one code. */
interface Tally {
  readonly code: string;
  readonly kind: "term" | "collocate";
  readonly key: string;
  readonly spelling: Spelling | string;
  /** Uses and sessions by sector; a joint session counts for each of its sectors. */
  readonly uses: number[];
  readonly sessions: number[];
  /** Uses in all sessions, each counted once. */
  total: number;
}

/** A word that one sector uses for a code clearly more than the others do. */
interface KeyWord {
  readonly tally: Tally;
  readonly sector: number;
  readonly g2: number;
}

/**
 * The words that each sector uses for each code more than other sectors do (terms, and words within five of them), over
 * all the reviews of these sessions, with what diverges between sectors. Uses are held against the words of the
 * sector's sessions, and against those of all sessions without the sector. Sessions of an unknown sector take no part.
 *
 * A code diverges (*different words*) where two sectors each have a term for it that is not the other's; a term
 * diverges (*different codes*) where two sectors each use it for a code for which the other does not. Words that merely
 * stand near a code are listed and make no divergence: every trade has its own company of words.
 * @param codes their order in the result; codes that are not listed come after, by id.
 */
export function languageUse(
  sessions: readonly Session[],
  mentions: readonly Mention[],
  codes: readonly string[] = [],
): LanguageUse[] {
  const known = sessions.filter(({ sectors }) => !sectors.includes("unknown"));
  const words = wordsBySector(known);
  const keyWords = tallies(known, mentions).flatMap((tally) => keyWordsOf(tally, words));
  const terms = keyWords.filter(({ tally }) => tally.kind === "term");
  const differentWords = opposed(
    terms,
    ({ tally }) => tally.code,
    ({ tally }) => tally.key,
  );
  const differentCodes = opposed(
    terms,
    ({ tally }) => tally.key,
    ({ tally }) => tally.code,
  );
  const place = new Map(codes.map((code, i) => [code, i]));
  return told(keyWords)
    .map((keyWord) => ({
      code: keyWord.tally.code,
      sector: SECTORS[keyWord.sector] as LanguageUse["sector"],
      term: String(keyWord.tally.spelling),
      count: keyWord.tally.uses[keyWord.sector] as number,
      g2: keyWord.g2,
      // What a word means bears on every code it is used for, so it is told before how a code is named.
      divergence: differentCodes.has(keyWord)
        ? "different codes"
        : differentWords.has(keyWord)
          ? "different words"
          : "",
    }))
    .sort(
      (a, b) =>
        (place.get(a.code) ?? codes.length) - (place.get(b.code) ?? codes.length) ||
        byCodeUnits(a.code, b.code) ||
        SECTORS.indexOf(a.sector) - SECTORS.indexOf(b.sector) ||
        b.count - a.count ||
        byCodeUnits(a.term, b.term),
    );
}

/** Words spoken or noted: by sector, and in all sessions, each counted once. */
function wordsBySector(sessions: readonly Session[]): { by: number[]; total: number } {
  const by = new Array<number>(SECTORS.length).fill(0);
  let total = 0;
  for (const { words, sectors } of sessions) {
    total += words;
    for (const sector of sectors) by[SECTORS.indexOf(sector)]! += words;
  }
  return { by, total };
}

/** Session by session, so that what is held grows with the words used, not with the mentions. */
function tallies(sessions: readonly Session[], mentions: readonly Mention[]): Tally[] {
  const evidence = groupBy(
    mentions.filter((mention) => mention.evidence),
    ({ review, session }) => keyOf(review, session),
  );
  const held = new Map<string, Tally>();
  for (const { review, id, sectors } of sessions) {
    const here = new Map<Tally, number>();
    for (const mention of evidence.get(keyOf(review, id)) ?? []) {
      for (const tally of talliesOf(mention, held)) here.set(tally, (here.get(tally) ?? 0) + 1);
    }
    for (const [tally, uses] of here) {
      tally.total += uses;
      for (const sector of sectors) {
        tally.uses[SECTORS.indexOf(sector)]! += uses;
        tally.sessions[SECTORS.indexOf(sector)]! += 1;
      }
    }
  }
  return [...held.values()];
}

function talliesOf(mention: Mention, held: Map<string, Tally>): Tally[] {
  const form = wordForm(mention);
  const term = tallyOf(mention.code, "term", form.key, () => new Spelling(), held);
  (term.spelling as Spelling).add(form);
  return [term, ...mention.near.map((word) => tallyOf(mention.code, "collocate", word, () => word, held))];
}

function tallyOf(
  code: string,
  kind: Tally["kind"],
  word: string,
  spelling: () => Tally["spelling"],
  held: Map<string, Tally>,
): Tally {
  const key = keyOf(code, kind, word);
  let tally = held.get(key);
  if (tally === undefined) {
    const zeros = () => new Array<number>(SECTORS.length).fill(0);
    tally = { code, kind, key: word, spelling: spelling(), uses: zeros(), sessions: zeros(), total: 0 };
    held.set(key, tally);
  }
  return tally;
}

function keyWordsOf(tally: Tally, words: { by: number[]; total: number }): KeyWord[] {
  return SECTORS.flatMap((_, sector) => {
    const uses = tally.uses[sector] as number;
    if (uses < FEWEST_USES || (tally.sessions[sector] as number) < FEWEST_SESSIONS) return [];
    const own = words.by[sector] as number;
    const others = words.total - own;
    const isCommonerHere = uses * others > (tally.total - uses) * own;
    const g2 = logLikelihood(uses, own, tally.total - uses, others);
    return isCommonerHere && g2 >= SURPRISING ? [{ tally, sector, g2 }] : [];
  });
}

/**
 * Key words in which two sectors stand against each other: of all that a sector has under one heading, those that
 * another sector lacks, where that sector has one that is lacking here.
 */
function opposed(
  keyWords: readonly KeyWord[],
  heading: (keyWord: KeyWord) => string,
  member: (keyWord: KeyWord) => string,
): Set<KeyWord> {
  const found = new Set<KeyWord>();
  for (const group of groupBy(keyWords, heading).values()) {
    const bySector = [...groupBy(group, ({ sector }) => sector).values()];
    const members = bySector.map((own) => new Set(own.map(member)));
    for (const [i, own] of bySector.entries()) {
      for (const [j, theirs] of members.entries()) {
        if (i === j || [...theirs].every((word) => members[i]?.has(word))) continue;
        for (const keyWord of own) if (!theirs.has(member(keyWord))) found.add(keyWord);
      }
    }
  }
  return found;
}

/** A word that is both a term of a code and stands near another of its terms is told once, as the term. */
function told(keyWords: readonly KeyWord[]): KeyWord[] {
  const rows = groupBy(keyWords, ({ tally, sector }) =>
    keyOf(tally.code, String(sector), `${tally.spelling}`.toLowerCase()),
  );
  return [...rows.values()].map((same) => same.reduce((best, other) => (comesBefore(other, best) ? other : best)));
}

function comesBefore(a: KeyWord, b: KeyWord): boolean {
  if (a.tally.kind !== b.tally.kind) return a.tally.kind === "term";
  return a.g2 > b.g2 || (a.g2 === b.g2 && a.tally.key < b.tally.key);
}
