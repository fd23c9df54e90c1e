import { z } from "zod";
import { Sector } from "./field.js";
import { CORROBORATIONS, VERDICTS } from "./triangulation.js";

export const FINDING_TYPES = [
  "shared concern",
  "knowledge gap",
  "inconsistent picture",
  "emerging trend",
  "displacement",
  "barrier",
  "duplication",
  "strength",
  "need",
  "silence",
  "divergent language",
  "contradicted by data",
  "line",
] as const;

/** A quote that a finding rests on. */
export const Evidence = z.object({ mention: z.string(), session: z.string(), quote: z.string() });
export type Evidence = z.infer<typeof Evidence>;

export const FINDING_STATUSES = ["candidate", "accepted", "edited", "rejected"] as const;

/** A claim that an analyst can accept, edit or reject, with everything it rests on. */
export const Finding = z.object({
  /** Hash of review, type, sorted codes and, for a line, its two places: the same from night to night. */
  id: z.string(),
  review: z.string(),
  type: z.enum(FINDING_TYPES),
  title: z.string(),
  /** Plain English with exact counts. */
  statement: z.string(),
  codes: z.array(z.string()),
  /** 0 to 100; orders findings and never hides one. */
  strength: z.int().min(0).max(100),
  verdict: z.enum([...VERDICTS, ""]),
  sessionsFor: z.array(z.string()),
  sessionsAgainst: z.array(z.string()),
  sessionsUncertain: z.array(z.string()),
  sessionsSilent: z.array(z.string()),
  sessionsAsked: z.array(z.string()),
  sectorsFor: z.array(Sector),
  sectorsAgainst: z.array(Sector),
  /** Numbers 1 to 8 of the questions of a locality review that it bears on. */
  questions: z.array(z.int().min(1).max(8)),
  /** `frame/heading` ids that its codes stand under. */
  frames: z.array(z.string()),
  indicators: z.array(
    z.object({
      measure: z.string(),
      perceived: z.string(),
      periods: z.int(),
      s: z.number().optional(),
      z: z.number().optional(),
      p: z.number().optional(),
      slope: z.number().optional(),
      result: z.enum(CORROBORATIONS),
    }),
  ),
  evidence: z.array(Evidence),
  counterEvidence: z.array(Evidence),
  status: z.enum(FINDING_STATUSES),
  decidedBy: z.string(),
  decidedAt: z.string(),
  note: z.string(),
  /** Hash of the evidence, remembered by a decision so that a change is flagged. */
  evidenceHash: z.string(),
});
export type Finding = z.infer<typeof Finding>;

/** One line of decisions.jsonl. The last line of a finding wins. */
export const Decision = z.object({
  finding: z.string(),
  status: z.enum(["accepted", "edited", "rejected", "candidate"]),
  by: z.string(),
  /** ISO instant. */
  at: z.string(),
  note: z.string().default(""),
  /** The analyst's wording, when edited. */
  statement: z.string().optional(),
  /** What the rules said when the wording was edited. */
  drafted: z.string().optional(),
  /** Finding that a rejected one is merged into. */
  into: z.string().optional(),
  evidenceHash: z.string(),
  /** Ids of the mentions that stood for and against it then, so that what came and went can be shown. */
  mentions: z.array(z.string()).optional(),
});
export type Decision = z.infer<typeof Decision>;

/** One of the eight questions, answered for one review. */
export const Answer = z.object({
  review: z.string(),
  question: z.int().min(1).max(8),
  title: z.string(),
  /** Sentences in plain English with exact counts, in order. */
  sentences: z.array(z.string()),
  findings: z.array(z.string()),
  evidence: z.array(Evidence),
});
export type Answer = z.infer<typeof Answer>;
