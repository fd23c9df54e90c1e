import type { Matrix, Shell } from "../../../model/index.js";

/** Sessions that say nothing, apart: what silence rests on. */
export interface Silence {
  readonly asked: readonly string[];
  readonly unasked: readonly string[];
  /** Of which it is not known whether they were asked: never to be read as silence. */
  readonly unknown: readonly string[];
}

/** What is known of whether silent sessions were asked about any of some codes. A session that the matrix does not hold is not known. */
export function silenceOf(
  matrix: Pick<Matrix, "reviews"> | undefined,
  shell: Pick<Shell, "concepts">,
  { review, codes, silent }: { review: string; codes: readonly string[]; silent?: readonly string[] },
): Silence {
  const sessions = matrix?.reviews.find(({ id }) => id === review)?.sessions ?? [];
  const places = codes.map((code) => shell.concepts.findIndex(({ id }) => id === code));
  const ids =
    silent ?? sessions.filter(({ stances }) => places.every((place) => stances[place] === "s")).map(({ id }) => id);
  const told = (id: string): keyof Silence => {
    const asked = sessions.find((one) => one.id === id)?.asked ?? "";
    const letters = places.map((place) => asked[place] ?? "?");
    return letters.includes("y") ? "asked" : letters.every((letter) => letter === "n") ? "unasked" : "unknown";
  };
  const of = (kind: keyof Silence): string[] => ids.filter((id) => told(id) === kind);
  return { asked: of("asked"), unasked: of("unasked"), unknown: of("unknown") };
}
