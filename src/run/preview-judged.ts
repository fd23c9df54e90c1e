import type { Correction, JudgedPreview } from "../model/index.js";
import { standingCorrections } from "../triangulation/index.js";
import type { LexiconPreview } from "./preview-effect.js";

type Place = Pick<LexiconPreview["gained"][number], "review" | "document" | "code" | "start" | "at">;

const placed = ({ review, document, code }: Omit<Place, "start" | "at">): string => `${review}/${document} ${code}`;

/** Of what analysts judged how much an edit answers: wrong mentions that go, missing ones that are found, right ones that are lost. Kinds that nobody used are left out. */
export function judgedBy(
  told: Pick<LexiconPreview, "gained" | "lost">,
  corrections: readonly Correction[],
): JudgedPreview[] {
  const standing = standingCorrections(corrections);
  const [gained, lost] = [spansOf(told.gained), spansOf(told.lost)];
  const answers = { wrong: lost, missing: gained, right: lost } as const;
  return (["wrong", "missing", "right"] as const).flatMap((kind) => {
    const own = standing.filter((one) => one.kind === kind);
    const now = own.filter((one) =>
      (answers[kind].get(placed(one)) ?? []).some(([start, end]) => start < one.end && one.start < end),
    ).length;
    return own.length === 0 ? [] : [{ kind, of: own.length, now }];
  });
}

function spansOf(list: readonly Place[]): Map<string, [number, number][]> {
  const found = new Map<string, [number, number][]>();
  for (const one of list) {
    const own = found.get(placed(one)) ?? [];
    found.set(placed(one), own);
    own.push([one.start + one.at[0], one.start + one.at[1]]);
  }
  return found;
}
