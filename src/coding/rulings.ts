import type { CompiledLexicon } from "../lexicon/index.js";
import type { Facets } from "../model/index.js";
import type { TermHit } from "./match.js";
import type { SentenceReading } from "./sentence-reading.js";
import { wordsOfTerm } from "./term-words.js";
import { listOf } from "./word-lists.js";

type Concept = CompiledLexicon["concepts"][number];

/** A facet that follows from another, and the ruling by which it does. */
export interface Ruled {
  readonly facet: "assertion" | "appraisal";
  readonly value: string;
  readonly cue: `ruling.${string}`;
}

/** Codes outside response and settings that name what helps a person rather than what harms one. */
const HELPS = new Set(["family", "transition"]);
/** Codes whose absence is somebody's door kept shut, not something that was never there. */
const KEPT_BACK = new Set(["information-sharing", "cross-border", "resources"]);
/** A code that names a way of seeing: its absence is no missing service. */
const A_VIEW = new Set(["victims-first"]);

const DENYING = listOf(
  "no not never nobody none nothing nowhere without neither nor cannot lack lacking absence hardly rarely seldom".split(
    " ",
  ),
);

/**
 * What the facets that are decided say of those that are not (the coding guide's rulings): a response that is called for is a need, one that is
 * not there is a gap, one cut back is a gap and one that grows a strength; a term whose own words deny a good thing denies its code.
 * Applied after cues and a term's own `says`, to open facets only; the order of rulings is fixed.
 */
export function rulings(
  concept: Concept,
  facets: Facets,
  hit: TermHit,
  reading: SentenceReading,
  decided: readonly { readonly cue: string; readonly facet: string; readonly outcome: string }[],
): Ruled[] {
  const response = concept.theme === "response" || concept.theme === "settings" || HELPS.has(concept.id);
  if (!response) return [];
  const ruled: Ruled[] = [];
  let { assertion, appraisal } = facets;
  const rule = (facet: Ruled["facet"], value: string, name: string): void => {
    ruled.push({ facet, value, cue: `ruling.${name}` });
    if (facet === "assertion") assertion = value as typeof assertion;
    else appraisal = value as typeof appraisal;
  };
  const bad = concept.says?.appraisal === "barrier";
  const spoken = decided.some((cue) => cue.facet === "assertion");
  if (!bad && !A_VIEW.has(concept.id) && assertion === "present" && !spoken && deniesItself(hit, reading))
    rule("assertion", "absent", "denied-in-its-own-words");
  // Failure to tell is information sharing denied.
  if (concept.id === "information-sharing" && assertion === "present" && appraisal === "barrier")
    rule("assertion", "absent", "failure-to-tell");
  const by = decided.find((cue) => cue.facet === "assertion" && cue.outcome === "decided")?.cue;
  if (assertion === "hypothetical" && appraisal === "none" && by !== undefined && CALLS.has(by))
    rule("appraisal", "need", "called-for");
  if (bad || A_VIEW.has(concept.id)) return ruled;
  const missing = KEPT_BACK.has(concept.id) ? "barrier" : "gap";
  const unjudged = appraisal === "none" || appraisal === "strength" || appraisal === "gap";
  if (assertion === "absent" && by !== "absent.unwanted" && unjudged && appraisal !== missing)
    rule("appraisal", missing, "not-there");
  else if (assertion === "present" && (appraisal === "none" || appraisal === "strength") && facets.trend === "falling")
    rule("appraisal", concept.id === "resources" ? "barrier" : "gap", "cut-back");
  else if (assertion === "present" && appraisal === "none" && grows(facets, decided))
    rule("appraisal", "strength", "growing");
  return ruled;
}

/** Cues that make a thing hypothetical because somebody calls for it, not because it hangs on a condition or is planned. */
const CALLS = new Set(["hypothetical.call", "hypothetical.post", "hypothetical.wish", "question"]);

/** Getting better, not only more: a count that rises is judged by nobody. */
function grows(facets: Facets, decided: Parameters<typeof rulings>[4]): boolean {
  return facets.trend === "rising" && decided.some((c) => c.cue === "rising.improve" && c.outcome === "decided");
}

/** Whether the term's own words deny ("nobody tells us", "nothing in writing"), not a word in a gap of it. */
function deniesItself(hit: TermHit, reading: SentenceReading): boolean {
  const { term, says } = hit.term.term;
  if (says?.assertion !== undefined) return false;
  for (let i = hit.from; i < hit.to; i++)
    if (reading.isIn(i, DENYING) && wordsOfTerm(term).includes(` ${reading.norm(i)} `)) return true;
  return false;
}
