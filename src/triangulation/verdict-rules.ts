import type { Session, Stance, Verdict } from "../model/index.js";
import { largestIndependent, sharedSectors } from "./independence.js";
import { groupBy, inWords } from "./order.js";

/** A session and what it says of the code. */
export interface Voice {
  readonly session: Session;
  readonly stance: Stance;
}

export type Judgement = Pick<Verdict, "verdict" | "rule">;

/** The voices of one review on one code, sorted once so that every rule can read them. */
interface Chorus {
  /** Not silent. */
  readonly speaking: readonly Voice[];
  /** Affirm, deny or mixed. */
  readonly taking: readonly Voice[];
  readonly affirming: readonly Voice[];
  readonly denying: readonly Voice[];
}

/** Each rule gives its reason where it fits, and nothing where the next one is to be tried. */
const RULES: readonly (readonly [Verdict["verdict"], (chorus: Chorus) => string | undefined])[] = [
  ["not raised", notRaised],
  ["dissonance", dissonance],
  ["silence", silence],
  ["unclear", unclear],
  ["partial agreement", partialAgreement],
  ["agreement", agreement],
];

/**
 * The verdict of a review on a code (after Farmer, Robinson, Elliott & Eyles 2006; O'Cathain, Murphy & Nicholl 2010):
 * the first rule that fits, with its reason in words that name the sessions.
 * @param voices one for every session of the review, sorted by session id.
 */
export function judge(voices: readonly Voice[]): Judgement {
  const speaking = voices.filter(({ stance }) => stance.stance !== "silent");
  const chorus: Chorus = {
    speaking,
    taking: speaking.filter(({ stance }) => stance.stance !== "uncertain"),
    affirming: speaking.filter(({ stance }) => stance.stance === "affirms"),
    denying: speaking.filter(({ stance }) => stance.stance === "denies"),
  };
  for (const [verdict, fits] of RULES) {
    const rule = fits(chorus);
    if (rule !== undefined) return { verdict, rule };
  }
  throw new Error("the last rule fits whatever the others leave");
}

function notRaised({ speaking }: Chorus): string | undefined {
  return speaking.length === 0 ? "no session speaks of it" : undefined;
}

function dissonance({ affirming, denying }: Chorus): string | undefined {
  if (affirming.length > 0 && denying.length > 0) {
    return `${does(affirming, "affirm")}, ${does(denying, "deny", "denies")}`;
  }
  const up = affirming.filter(({ stance }) => stance.trend === "rising" || stance.trend === "emerging");
  const down = affirming.filter(({ stance }) => stance.trend === "falling");
  if (up.length === 0 || down.length === 0) return undefined;
  return `among the sessions that affirm, ${does(up, "say")} it is rising or emerging and ${does(down, "say")} it is falling`;
}

function silence({ speaking }: Chorus): string | undefined {
  if (speaking.length === 1) return `only ${names(speaking)} speaks of it`;
  const shared = sharedSectors(speaking.map(({ session }) => session));
  if (shared.length === 0) return undefined;
  return `all sessions that speak (${names(speaking)}) share one sector, ${inWords(shared)}`;
}

function unclear({ speaking, taking }: Chorus): string | undefined {
  if (independentAmong(taking) >= 2) return undefined;
  if (taking.length === 0) return `no session takes a stance; ${does(speaking, "are", "is")} uncertain`;
  if (taking.length === 1) return `only ${names(taking)} takes a stance`;
  return `${names(taking)} take a stance, but no two of them are independent`;
}

function partialAgreement({ taking }: Chorus): string | undefined {
  const reasons: string[] = [];
  const mixed = taking.filter(({ stance }) => stance.stance === "mixed");
  if (mixed.length > 0) reasons.push(`${does(mixed, "are", "is")} mixed`);
  const trends = groups(taking, ({ stance }) => stance.trend);
  if (trends.length > 1) reasons.push(`stated trends differ: ${trends.map(told).join(", ")}`);
  const appraisals = groups(taking, ({ stance }) => stance.appraisal);
  const praised = appraisals.filter(([value]) => value === "strength");
  const faulted = appraisals.filter(([value]) => value === "barrier" || value === "gap" || value === "concern");
  if (praised.length > 0 && faulted.length > 0) {
    reasons.push(`appraisals differ: ${[...praised, ...faulted].map(told).join(", ")}`);
  }
  return reasons.length > 0 ? reasons.join("; ") : undefined;
}

function agreement({ taking }: Chorus): string {
  const deed = taking[0]?.stance.stance === "denies" ? "deny" : "affirm";
  return `${names(taking)} ${deed}; ${independentAmong(taking)} of them are independent of one another`;
}

/** Voices under the value that each states, in the order in which the values first come; `none` and `mixed` state nothing. */
function groups(voices: readonly Voice[], statedBy: (voice: Voice) => string): [string, Voice[]][] {
  const stated = voices.filter((voice) => statedBy(voice) !== "none" && statedBy(voice) !== "mixed");
  return [...groupBy(stated, statedBy)];
}

function told([value, voices]: readonly [string, readonly Voice[]]): string {
  return `${value} in ${names(voices)}`;
}

function does(voices: readonly Voice[], plural: string, singular = `${plural}s`): string {
  return `${names(voices)} ${voices.length === 1 ? singular : plural}`;
}

function names(voices: readonly Voice[]): string {
  return inWords(voices.map(({ session }) => session.id));
}

function independentAmong(voices: readonly Voice[]): number {
  return largestIndependent(voices.map(({ session }) => session));
}
