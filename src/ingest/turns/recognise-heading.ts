import { isSessionHeading } from "../sessions/recognise-session-heading.js";
import { isNumbered } from "./recognise-bullet.js";

/** Longest heading that is recognised by its look, in characters and words. */
const LONGEST = 90;
const MOST_WORDS = 11;
const SMALL = new Set("a an the and or but of in on at to for from with by as into over – - & / vs".split(" "));

/**
 * Whether a paragraph on a line of its own reads as a heading. `strict` where speech or terse notes make short lines
 * common: then it must be numbered, in capitals, in title case, or name a session.
 */
export function looksLikeHeading(text: string, strict: boolean): boolean {
  if (text.length > LONGEST || text.length < 3 || !/^[\p{Lu}\d(]/u.test(text)) return false;
  if (isSessionHeading(text)) return true;
  if (!strict && QUESTION.test(text) && text.split(/\s+/).length <= MOST_WORDS) return true;
  if (/[.?!,;:…"']$/.test(text) || /\.{3,}|\t|\|/.test(text)) return false;
  const words = text.split(/\s+/);
  if (words.length > MOST_WORDS || !/\p{L}{2}/u.test(text)) return false;
  if (isNumbered(text)) return words.length > 1;
  const letters = text.replace(/[^\p{L}]/gu, "");
  if (letters.length > 3 && letters === letters.toUpperCase()) return true;
  const capitals = words.filter((word) => /^[\p{Lu}\d(]/u.test(word)).length;
  const small = words.filter((word) => SMALL.has(word.toLowerCase())).length;
  if (words.length > 1 && capitals + small === words.length && capitals > 1) return true;
  return !strict && !STATES.test(text);
}

/** A question on a line of its own, among prose, is asked by the page and not by a speaker. */
const QUESTION =
  /^(?:what|how|who|where|when|why|which|is|are|do|does|did|can|could|should|has|have)\b[^.!?]{3,80}\?$/i;
/** A line with a finite verb of this kind states something; it is a terse note and no title. */
const STATES =
  /\b(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would|should|may|might|must|isn't|aren't|don't|doesn't|didn't|can't|won't|said|says|felt|feel|think|thought|see|seen|saw|get|getting|got|need|needs|want|know|knew|agreed|reported|raised|mentioned|noted|no|not|yes|yeah|ok|okay|thanks|thank|I|we|they|he|she|you|it)\b/i;
