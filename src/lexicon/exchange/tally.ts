import type { Problem } from "../../model/index.js";

/** Most problems of one kind that name their place; a file that is wrong in ten thousand lines is told of once. */
const PLACES = 3;

/** How one kind of problem is said: the number of cases comes first in the sentence. */
export interface Kind {
  readonly rule: string;
  readonly severity: Problem["severity"];
  /** The sentence for a number of cases; `places` are the first of them. */
  readonly message: (count: number) => string;
  readonly wayOut: string;
}

/** Counts cases by kind and says each kind in one line. */
export class Tally {
  readonly #counts = new Map<Kind, { count: number; places: string[] }>();

  /** One more case of a kind, with the place where it was found. */
  add(kind: Kind, place = ""): void {
    const known = this.#counts.get(kind) ?? { count: 0, places: [] };
    known.count++;
    if (place !== "" && known.places.length < PLACES) known.places.push(place);
    this.#counts.set(kind, known);
  }

  /** One problem a kind, in the order in which the kinds were first met. */
  problems(): Problem[] {
    return [...this.#counts].map(([kind, { count, places }]) => ({
      rule: `lexicon-exchange/${kind.rule}`,
      review: "",
      document: "",
      place: places.join("; ") + (count > places.length && places.length > 0 ? " …" : ""),
      severity: kind.severity,
      message: kind.message(count),
      wayOut: kind.wayOut,
    }));
  }
}

/** `1 term`, `12 terms`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
