import type { Mention, Saturation, Session } from "../model/index.js";
import { median, seededRandom, shuffle } from "../statistics/index.js";
import { byCodeUnits, groupBy, keyOf } from "./order.js";

/** Sessions whose codes are the base that later runs are held against. */
const BASE = 4;
/** Sessions in a run; runs overlap and move on one session at a time. */
const RUN = 2;
/** Saturation is reached in the first run whose new codes are at most this share of the base. */
const THRESHOLD = 0.05;
/** Fewest sessions that hold a base and a run. */
const FEWEST = BASE + RUN;
const SHUFFLES = 200;
const SEED = 1;

const CAVEAT =
  "With a fixed codebook this measures when the terms of the lexicon are exhausted, not whether the area has nothing new to say.";

/**
 * Thematic saturation of one review (Guest, Namey & Chen 2020) over its sessions by date, then as listed: in which run
 * of two sessions new codes fall to 5 % of those of the first four. Also the median over 200 seeded shuffles, since the
 * order of sessions is an accident. A code is new in the first session with evidence on it.
 * @param sessions of one review, in any order; `order` decides.
 */
export function saturation(sessions: readonly Session[], mentions: readonly Mention[]): Saturation {
  const evidence = groupBy(
    mentions.filter((mention) => mention.evidence),
    ({ review, session }) => keyOf(review, session),
  );
  const inOrder = [...sessions].sort((a, b) => a.order - b.order || byCodeUnits(a.id, b.id));
  const codes = inOrder.map(
    ({ review, id }) => new Set((evidence.get(keyOf(review, id)) ?? []).map(({ code }) => code)),
  );
  const result = {
    review: inOrder[0]?.review ?? "",
    sessions: sessions.length,
    codes: new Set(codes.flatMap((held) => [...held])).size,
  };
  if (sessions.length < FEWEST) {
    return { ...result, reachedAt: "", note: `Not assessed: fewer than ${FEWEST} sessions. ${CAVEAT}` };
  }
  const course = courseOf(codes);
  if (course.ratio === undefined) {
    return { ...result, reachedAt: "", note: `Not assessed: no code in the first ${BASE} sessions. ${CAVEAT}` };
  }
  const { reachedAt } = course;
  return {
    ...result,
    reachedAt: reachedAt === undefined ? "" : `${reachedAt - RUN + 1}-${reachedAt}`,
    ratio: course.ratio,
    medianReachedAt: medianOfShuffles(codes),
    note: CAVEAT,
  };
}

interface Course {
  /** Last session, counted from 1, of the run at which saturation was reached. */
  readonly reachedAt?: number;
  /** Ratio of that run, else of the last one; undefined where the base has no codes. */
  readonly ratio?: number;
}

function courseOf(sessions: readonly ReadonlySet<string>[]): Course {
  const fresh = newCodes(sessions);
  const base = fresh.slice(0, BASE).reduce((sum, count) => sum + count, 0);
  if (base === 0) return {};
  let ratio = 0;
  for (let last = FEWEST; last <= fresh.length; last++) {
    ratio = fresh.slice(last - RUN, last).reduce((sum, count) => sum + count, 0) / base;
    if (ratio <= THRESHOLD) return { reachedAt: last, ratio };
  }
  return { ratio };
}

function newCodes(sessions: readonly ReadonlySet<string>[]): number[] {
  const known = new Set<string>();
  return sessions.map((codes) => {
    const before = known.size;
    for (const code of codes) known.add(code);
    return known.size - before;
  });
}

/**
 * An order in which saturation is not reached lies beyond every one in which it is, so the median is known as soon as
 * half of the orders reach it; where the upper of the two middle ones does not, the lower stands.
 */
function medianOfShuffles(sessions: readonly ReadonlySet<string>[]): number | undefined {
  const random = seededRandom(SEED);
  const reached: number[] = [];
  for (let i = 0; i < SHUFFLES; i++) reached.push(courseOf(shuffle(sessions, random)).reachedAt ?? Infinity);
  const middle = median(reached);
  if (middle !== Infinity) return middle;
  const lower = reached.sort((a, b) => a - b)[SHUFFLES / 2 - 1] as number;
  return lower === Infinity ? undefined : lower;
}
