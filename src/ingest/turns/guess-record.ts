import type { RecordKind } from "../../model/index.js";
import { inferRole, isNoteTaker, labelKey } from "./infer-role.js";
import type { Unit } from "./lines-to-units.js";

/** From this share of paragraphs with a speaker on, units are a conversation. */
const MOST = 0.5;
/** With an interviewer who comes again, long answers of several paragraphs leave fewer paragraphs labelled. */
const WITH_INTERVIEWER = 0.15;
const NO_ROLES = { interviewers: [], participants: [] };

/**
 * Whether units are speech, set down by speakers: captions and recognisers' output are; else most paragraphs must begin
 * with a speaker and one must come again, or an interviewer comes again between longer answers. `inConversation`: the
 * units are a stretch of a document that is one, so nobody needs to come again inside it.
 */
export function isConversation(units: readonly Unit[], inConversation = false): boolean {
  const uses = new Map<string, number>();
  let paragraphs = 0;
  let spoken = 0;
  let asked = 0;
  for (const unit of units) {
    if (unit.kind === "heading" || unit.kind === "attendees") continue;
    const label = unit.speaker ?? unit.label?.speaker;
    if (label === undefined ? unit.first && unit.kind === "paragraph" : !unit.bare || unit.first) paragraphs += 1;
    if (unit.cue) spoken += 1;
    else if (label !== undefined && !isNoteTaker(label)) {
      spoken += 1;
      uses.set(labelKey(label), (uses.get(labelKey(label)) ?? 0) + 1);
      if (inferRole(label, NO_ROLES) === "interviewer") asked += 1;
    }
  }
  if (paragraphs === 0) return false;
  if (units.some((unit) => unit.cue)) return spoken >= paragraphs * MOST;
  const recurs = inConversation || [...uses.values()].some((count) => count > 1);
  return (
    recurs &&
    (spoken >= paragraphs * MOST ||
      (asked > (inConversation ? 0 : 1) && uses.size > 1 && spoken >= paragraphs * WITH_INTERVIEWER))
  );
}

/** Speech or notes, by the look of a whole document. */
export function guessRecord(units: readonly Unit[]): RecordKind {
  return isConversation(units) ? "verbatim" : "notes";
}
