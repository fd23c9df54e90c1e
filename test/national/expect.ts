import type { NationalClaim, NationalSummary } from "../../src/model/index.js";
import { quarterOf, type Sown, type SownArchive } from "./archive.js";

/** The claim that one planting must give: of its kind and code, and where two are of one, of what it is about. */
export function claimOf(summary: NationalSummary, { planted }: Sown, archive: SownArchive): NationalClaim | undefined {
  const { kind, code, where, from, level } = planted;
  const latest = archive.reviews
    .map(({ date }) => quarterOf(date))
    .sort()
    .at(-1);
  const about =
    from !== undefined && typeof where === "object"
      ? [from.region, where.region]
      : typeof where === "object"
        ? [where.region]
        : where === "latest"
          ? [latest]
          : level === undefined
            ? undefined
            : [level];
  return summary.claims.find(
    (claim) =>
      claim.kind === kind && claim.codes[0] === code && (about === undefined || claim.about.join() === about.join()),
  );
}

/** Reviews of an archive among which a claim of the kind is counted. */
function among(archive: SownArchive, { planted: { kind, where } }: Sown, claim: NationalClaim) {
  if (kind === "emerged") return archive.reviews.filter(({ date }) => quarterOf(date) >= (claim.about[0] ?? ""));
  if (kind === "faded") return archive.reviews.filter(({ date }) => quarterOf(date) < (claim.about[0] ?? ""));
  if (kind === "new") return archive.reviews.filter(({ date }) => quarterOf(date) === claim.about[0]);
  if (kind === "region" && typeof where === "object")
    return archive.reviews.filter(({ region }) => region === where.region);
  if (kind === "level") return archive.reviews.filter(({ thin }) => !thin);
  return archive.reviews;
}

/** Numerator, denominator and areas that a claim must have, from what was planted alone. */
export function expected(archive: SownArchive, one: Sown, claim: NationalClaim) {
  const { kind, code, where } = one.planted;
  const reviews = among(archive, one, claim);
  const inside = new Set(reviews.map(({ id }) => id));
  // What raises a code: everything planted on it that affirms it, and noise.
  const raising = new Set(
    archive.utterances
      .filter((said) => said.code === code && said.side === "for" && said.planted?.kind !== "unaware")
      .map(({ review }) => review),
  );
  const isReach = ["reach", "emerged", "faded", "new", "region"].includes(kind);
  const backing = (isReach ? [...raising] : kind === "dissonance" ? one.contrary : one.saying).filter((id) =>
    inside.has(id),
  );
  // Full reviews asked about every planted code; a thin one could say only what it did say.
  const could = reviews.filter(({ id, thin, region }) =>
    kind === "line" && typeof where === "object"
      ? region === where.region || backing.includes(id)
      : !thin || raising.has(id),
  );
  const named = (ids: readonly string[]) =>
    [...new Set(reviews.filter(({ id }) => ids.includes(id)).map(({ area }) => area))].sort();
  return {
    numerator: backing.length,
    denominator: could.length,
    notKnown: reviews.length - could.length,
    areas: named(backing),
  };
}

/** What is claimed at 40 or more and no planting accounts for. */
export function strangers(summary: NationalSummary, archive: SownArchive): string[] {
  const raised = new Set(archive.sown.flatMap(({ planted }) => [planted.code, ...(planted.also ?? [])]));
  const kinds = new Set(archive.sown.map(({ planted }) => `${planted.kind} ${planted.code}`));
  return summary.claims
    .filter(({ strength, kind, codes }) => {
      if (strength < summary.claimed) return false;
      // A code that was planted in any way is raised; how it is judged, where it goes and who differs on it must be planted itself.
      return kind === "reach" ? !codes.every((code) => raised.has(code)) : !kinds.has(`${kind} ${codes[0]}`);
    })
    .map(({ strength, title, statement }) => `${strength} ${title}: ${statement}`);
}

/** Areas that say a planted claim, and those in which a sentence on another matter may be read as saying it too. */
export function bounds(archive: SownArchive, one: Sown, claim: NationalClaim): { least: string[]; most: string[] } {
  const { areas } = expected(archive, one, claim);
  const also = archive.utterances
    .filter(({ planted, side }) => side === "for" && planted?.also?.includes(one.planted.code))
    .map(({ review }) => review);
  const near = archive.reviews.filter(({ id }) => also.includes(id)).map(({ area }) => area);
  return { least: areas, most: [...new Set([...areas, ...near])].sort() };
}
