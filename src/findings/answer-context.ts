import type { Mention } from "../model/index.js";
import type { CodeView, ReviewEvidence } from "./code-view.js";
import { groupSlots } from "./phrases.js";
import type { Rules } from "./rules.js";
import type { Group } from "./select.js";
import { fill, type Slots } from "./template.js";

/** What every question is answered from. */
export type AnswerContext = {
  readonly review: ReviewEvidence;
  readonly views: readonly CodeView[];
  readonly rules: Rules;
};

/** Sentences in order, and the mentions that they rest on. */
export type Said = { readonly sentences: readonly string[]; readonly mentions: readonly Mention[] };

/** A sentence about one group of sessions. */
export function say(
  context: AnswerContext,
  template: string,
  groups: Readonly<Record<string, Group>>,
  slots: Slots = {},
): string {
  const { review, rules } = context;
  const around = { total: review.sessions.length, other: [], expected: [], wording: rules.wording };
  const filled = Object.entries(groups).map(([name, group]) => groupSlots(name, group.sessions, around));
  return fill([template], Object.assign({}, slots, ...filled));
}
