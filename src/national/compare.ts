import { NationalSummary, Stop } from "../model/index.js";

type Claims = NationalSummary["claims"];

/**
 * Reads an earlier summary.json to compare with.
 *
 * @param file only for messages
 * @throws Stop when it is no summary of this format.
 */
export function readSummary(text: string, file: string): NationalSummary {
  const wayOut = "Name the summary.json of an earlier national/ folder under `national.compare`.";
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Stop(`${file}: no JSON. ${wayOut}`);
  }
  const read = NationalSummary.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Stop(
    `${file}: no national summary of format 1 (${issue?.path.join(".") || "top level"}: ${issue?.message}). ${wayOut}`,
  );
}

/** Points by which a strength must differ to be called stronger or weaker. */
const DIFFERS = 5;

/**
 * What became of each claim since an earlier summary, for claims that are told as findings in one of the two, the strongest first. Claims are the same when their ids are.
 * @param claimed strength from which a claim is a finding
 */
export function compareWith(
  earlier: NationalSummary,
  claims: Claims,
  claimed: number,
): NonNullable<NationalSummary["comparison"]> {
  const before = new Map(earlier.claims.map((claim) => [claim.id, claim]));
  const after = new Map(claims.map((claim) => [claim.id, claim]));
  const figures = (claim: Claims[number] | undefined) =>
    claim === undefined
      ? null
      : { numerator: claim.reach.numerator, denominator: claim.reach.denominator, strength: claim.strength };
  const changes = [...new Set([...after.keys(), ...before.keys()])].flatMap((id) => {
    const [was, is] = [before.get(id), after.get(id)];
    const told = (claim: typeof was) => claim !== undefined && claim.strength >= claimed;
    if (!told(was) && !told(is)) return [];
    const gap = (is?.strength ?? 0) - (was?.strength ?? 0);
    const change =
      was === undefined
        ? ("new" as const)
        : is === undefined
          ? ("gone" as const)
          : gap >= DIFFERS
            ? ("stronger" as const)
            : gap <= -DIFFERS
              ? ("weaker" as const)
              : ("the same" as const);
    return [{ id, title: (is ?? was)?.title ?? "", change, before: figures(was), after: figures(is) }];
  });
  return {
    with: earlier.name,
    asAt: earlier.asAt,
    reviews: earlier.reviews.length,
    changes: changes.sort(
      (a, b) =>
        Math.max(b.after?.strength ?? 0, b.before?.strength ?? 0) -
          Math.max(a.after?.strength ?? 0, a.before?.strength ?? 0) || (a.id < b.id ? -1 : 1),
    ),
  };
}
