import type { Mention } from "../model/index.js";
import { byText } from "./names.js";
import { isEvidence, isTold, type Passage, placeOf } from "./passages.js";
import type { AssessmentRules } from "./rules.js";

/** What is said of one code: passages, each a sentence, and the sessions that they stand in. */
export type Said = { readonly passages: number; readonly sessions: number };

/** What the testimony of a cohort says of one code of a principle. */
export type CodeTestimony = {
  readonly code: string;
  readonly strong: Said;
  readonly weak: Said;
  /** Courses for the better, and for the worse. */
  readonly improving: Said;
  readonly worsening: Said;
};

/** Testimony by code, sorted by code. */
export function testimonyOf(passages: readonly Passage[], rules: AssessmentRules): CodeTestimony[] {
  const mentions = new Map<string, Mention[]>();
  for (const mention of passages.flatMap((passage) => passage.mentions)) {
    const known = mentions.get(mention.code);
    if (known) known.push(mention);
    else mentions.set(mention.code, [mention]);
  }
  return [...mentions]
    .sort(([a], [b]) => byText(a, b))
    .map(([code, own]) => ({
      code,
      strong: said(own.filter((mention) => isEvidence(mention, rules.strong))),
      weak: said(own.filter((mention) => isEvidence(mention, rules.weak))),
      improving: said(own.filter((mention) => courseOf(mention, rules) === "better")),
      worsening: said(own.filter((mention) => courseOf(mention, rules) === "worse")),
    }));
}

function said(mentions: readonly Mention[]): Said {
  return {
    passages: new Set(mentions.map(placeOf)).size,
    sessions: new Set(mentions.map(({ review, session }) => JSON.stringify([review, session]))).size,
  };
}

/** Whether a stated course is for the better or the worse: a response is better when it rises, a harm when it falls. */
function courseOf(mention: Mention, { betterRising, worseRising }: AssessmentRules): "better" | "worse" | "" {
  if (!isTold(mention) || mention.assertion !== "present") return "";
  const up = mention.trend === "rising" || mention.trend === "emerging";
  if (!up && mention.trend !== "falling") return "";
  const good = betterRising.includes(mention.theme) && !worseRising.includes(mention.code);
  return up === good ? "better" : "worse";
}
