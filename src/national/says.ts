import type { ClaimKind, Mention } from "../model/index.js";

/** What one mention says for or against a kind of claim on its code. */
export interface Say {
  readonly kind: ClaimKind;
  readonly side: "for" | "against" | "uncertain";
}

const TROUBLES = ["concern", "barrier", "gap", "need"] as const;
/** Assertions under which an appraisal is meant. What is not there, or does not happen, is a gap or a barrier and no denial of one. */
const MEANT: Readonly<Record<string, readonly Mention["assertion"][]>> = {
  concern: ["present", "possible"],
  barrier: ["present", "possible", "unaware", "absent"],
  gap: ["present", "possible", "unaware", "absent"],
  need: ["present", "possible", "hypothetical", "unaware"],
  strength: ["present", "possible"],
};

/**
 * What a mention says besides whether its code is there (stances say that): how it is judged, which way it goes, and that it is not known of. Only
 * evidence of this area counts, and of now; a need may lie ahead.
 */
export function saysOf(mention: Mention): Say[] {
  const { appraisal, assertion, temporality, trend } = mention;
  if (!mention.evidence || mention.locus !== "local" || mention.support === "none") return [];
  const now = temporality === "current";
  const says: Say[] = [];
  if (appraisal !== "none" && (now || (appraisal === "need" && temporality === "future"))) {
    if (MEANT[appraisal]?.includes(assertion)) {
      says.push({ kind: appraisal, side: "for" });
      if (appraisal === "strength") for (const kind of TROUBLES) says.push({ kind, side: "against" });
      else if (appraisal !== "need") says.push({ kind: "strength", side: "against" });
    } else if (assertion === "absent") says.push({ kind: appraisal, side: "against" });
  }
  if (now && assertion === "unaware") says.push({ kind: "unaware", side: "for" });
  if (now && (assertion === "present" || assertion === "absent") && trend !== "none") says.push(...coursesOf(trend));
  return says;
}

function coursesOf(trend: Exclude<Mention["trend"], "none">): Say[] {
  switch (trend) {
    case "rising":
    case "emerging":
      return [
        { kind: "rising", side: "for" },
        { kind: "falling", side: "against" },
      ];
    case "falling":
      return [
        { kind: "falling", side: "for" },
        { kind: "rising", side: "against" },
      ];
    case "stable":
      return [
        { kind: "rising", side: "against" },
        { kind: "falling", side: "against" },
      ];
    case "displaced":
      return [{ kind: "displaced", side: "for" }];
  }
}
