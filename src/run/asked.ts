import type { Asked, Mention, Session } from "../model/index.js";

/** How notes say that a question was put: "When asked about …", "They were asked whether …". */
const ASKED_ABOUT =
  /\b(?:when|if|were|was|on being|once) (?:directly |specifically |then |also )?asked (?:about|whether|if|what|how)\b/gi;

/** Whether notes say, in this sentence, that the mention's code was asked about: it stands behind the phrase, before the next comma or stop. */
export function isAskedInNotes(quote: string, place: number): boolean {
  for (const phrase of quote.matchAll(ASKED_ABOUT)) {
    const from = phrase.index + phrase[0].length;
    if (place >= from && !/[,;:.!?]/.test(quote.slice(from, place))) return true;
  }
  return false;
}

/** What tells whether a session was asked about a code. */
export interface Questions {
  session: Pick<Session, "id" | "record">;
  /** Codes that somebody wrote down: the review's topic guide and the session's row. */
  written: readonly string[];
  /** Codes of its interviewers' turns, and of its notes' "when asked about". */
  heard: ReadonlySet<string>;
}

/** For every code whether the session was asked about it. Codes that are not known are left out: notes do not say what nobody asked. */
export function askedOf({ session, written, heard }: Questions, codes: readonly string[]): Record<string, Asked> {
  const asked: Record<string, Asked> = {};
  for (const code of codes) {
    if (written.includes(code) || heard.has(code)) asked[code] = "yes";
    else if (session.record === "verbatim") asked[code] = "no";
  }
  return asked;
}

/** A turn of a session as the count of prompts sees it. */
export interface AskingTurn {
  turn: number;
  part: number;
  role: Mention["role"];
}

/**
 * Which mentions were prompted: those in a participant's turn between an interviewer's turn that carries the same code and the next
 * interviewer's turn.
 *
 * @param turns of one document in order, each with the session part it stands in (a question does not reach into the next session).
 * @param codesOf codes that the mentions of a turn carry.
 * @returns for each turn, the codes that prompted it.
 */
export function promptsOf(
  turns: readonly AskingTurn[],
  codesOf: (turn: number) => ReadonlySet<string>,
): Map<number, ReadonlySet<string>> {
  const prompts = new Map<number, ReadonlySet<string>>();
  let question: ReadonlySet<string> = new Set();
  let part = Number.NaN;
  for (const one of turns) {
    if (one.part !== part) question = new Set();
    part = one.part;
    if (one.role === "interviewer") question = codesOf(one.turn);
    else if (one.role === "participant") prompts.set(one.turn, question);
  }
  return prompts;
}
