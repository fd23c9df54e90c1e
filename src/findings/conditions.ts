import type { CodeView } from "./code-view.js";
import type { Condition } from "./rules.js";
import type { Group } from "./select.js";
import { independentVoices } from "./voices.js";

/** Whether a rule's condition holds for a code, given the groups of sessions that the rule names. */
export function holds(condition: Condition, view: CodeView, groups: Readonly<Record<string, Group>>): boolean {
  if (condition.all !== undefined) return condition.all.every((inner) => holds(inner, view, groups));
  if (condition.any !== undefined) return condition.any.some((inner) => holds(inner, view, groups));
  if (condition.not !== undefined) return !holds(condition.not, view, groups);
  if (condition.verdict !== undefined) return condition.verdict.includes(view.verdict?.verdict ?? "not raised");
  if (condition.code !== undefined) return condition.code.includes(view.concept.id);
  if (condition.theme !== undefined) return condition.theme.includes(view.concept.theme);
  if (condition.corroboration !== undefined) {
    const wanted = condition.corroboration;
    return view.corroborations.some((corroboration) => wanted.includes(corroboration.result));
  }
  const sessions = groups[condition.group ?? ""]?.sessions ?? [];
  const enough = sessions.length >= (condition.sessions ?? 1);
  return enough && (condition.independent === undefined || independentVoices(sessions) >= condition.independent);
}
