import type { Frame, SiftArea, SiftCell } from "../model/index.js";
import { byText, groupBy, plain } from "./names.js";
import { type AssessedReview, type Passage, placeOf } from "./passages.js";

/**
 * The sift matrix: areas of the programme (reviews that name a cohort; several of one area and cohort are one area) by principle, scored
 * strong less weak passages. Sorted by cohort, then area. Without a proposal yet.
 */
export function siftMatrix(reviews: readonly AssessedReview[], passages: readonly Passage[], frame: Frame): SiftArea[] {
  const byReview = groupBy(passages, ({ review }) => review);
  const inProgramme = reviews.filter(({ meta }) => meta.cohort !== "");
  const areas = groupBy(
    [...inProgramme].sort((a, b) => byText(a.meta.id, b.meta.id)),
    ({ meta }) => JSON.stringify([plain(meta.cohort), plain(meta.area)]),
  );
  const rows = [...areas]
    .sort(([a], [b]) => byText(a, b))
    .map(([, group]): SiftArea => {
      const own = group.flatMap(({ meta }) => byReview.get(meta.id) ?? []);
      const byHeading = groupBy(own, ({ heading }) => heading);
      const { area, cohort } = group[0]!.meta;
      const region = group.map(({ meta }) => meta.region).find((one) => one !== "") ?? "";
      return {
        ...{ area, cohort, region, reviews: group.map(({ meta }) => meta.id) },
        cells: [
          ...frame.headings.map(({ id }) => cell(id, byHeading.get(id) ?? [])),
          // A sentence that stands under two principles is one passage of the area.
          cell("all", own),
        ],
        ...{ standing: "", proposal: "", insteadOf: "" },
      };
    });
  for (const group of groupBy(rows, ({ cohort }) => plain(cohort)).values()) giveStandings(group);
  return rows;
}

/** The cell of an area as a whole. */
export function overall({ cells }: Pick<SiftArea, "cells">): SiftCell {
  return cells[cells.length - 1]!;
}

function cell(principle: string, passages: readonly Passage[]): SiftCell {
  const pick = (kind: "strong" | "weak"): string[] => {
    const places = new Map<string, string>();
    for (const passage of passages) {
      const [mention] = passage.mentions;
      if (passage[kind] && mention && !places.has(placeOf(mention))) places.set(placeOf(mention), mention.id);
    }
    return [...places.values()].sort(byText);
  };
  const [strong, weak] = [pick("strong"), pick("weak")];
  const both = strong.length + weak.length;
  const score = strong.length - weak.length;
  return { principle, strong, weak, score, balance: both === 0 ? undefined : score / both };
}

/** Thirds of a cohort by balance. Areas with one balance stand together, in the third of their middle place. */
function giveStandings(group: SiftArea[]): void {
  const rated = group.filter((area) => overall(area).balance !== undefined);
  const balances = rated.map((area) => overall(area).balance!).sort((a, b) => b - a);
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  for (const [place, balance] of balances.entries()) {
    if (!first.has(balance)) first.set(balance, place);
    last.set(balance, place);
  }
  for (const area of rated) {
    const balance = overall(area).balance!;
    const middle = (first.get(balance)! + last.get(balance)! + 1) / 2;
    const third = Math.floor((3 * middle) / rated.length);
    area.standing = (["stronger", "middling", "weaker"] as const)[third] ?? "weaker";
  }
}
