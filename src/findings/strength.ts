import type { Corroboration, Mention, Session } from "../model/index.js";
import { weight } from "./code-view.js";
import { independentVoices } from "./voices.js";

const WORTH = { corroborated: 1, "not tested": 0.5, "not shown": 0.25, contradicted: 0 } as const;

/**
 * Strength of a finding, 0 to 100; it orders findings and never hides one:
 * 40 x min(1, (independent sectors for - 1) / 3) + 20 x levels for / 2 (at most 20) + 20 x mean support weight / 100
 * + 20 x corroboration (corroborated 1, not tested .5, not shown .25, contradicted 0), rounded.
 *
 * A level that is not known is no level; nobody for it gives nothing for sectors; without mentions the mean weight is 0.
 * Of several indicators that were tested the least favourable counts.
 */
export function strength(
  sessions: readonly Session[],
  mentions: Iterable<Mention>,
  corroborations: readonly Pick<Corroboration, "result">[],
): number {
  const voices = 40 * Math.min(1, Math.max(0, independentVoices(sessions) - 1) / 3);
  const levels = new Set(sessions.map((session) => session.level).filter((level) => level !== "unknown"));
  const weights = [...mentions].map(weight);
  const support = weights.length === 0 ? 0 : weights.reduce((sum, each) => sum + each, 0) / weights.length;
  const tested = corroborations.filter(({ result }) => result !== "not tested").map(({ result }) => WORTH[result]);
  const data = tested.length === 0 ? WORTH["not tested"] : Math.min(...tested);
  return Math.round(voices + Math.min(20, 10 * levels.size) + (20 * support) / 100 + 20 * data);
}
