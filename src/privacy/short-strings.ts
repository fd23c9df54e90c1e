import { PARTICLES } from "./name-extent.js";
import { IS, type NameKnowledge } from "./name-knowledge.js";
import type { Bar, KnownNames } from "./scene.js";
import { BODY_NOUNS, CIVIL_TITLES, TIME_NAMES } from "./signs.js";
import { isAbbreviation } from "./speaker-label.js";
import { joins, type Word } from "./words.js";

/** File names part words by marks of their own: "jane_smith-YOT.docx", "JaneSmith". One for one, so that places hold. */
export function spacedOut(name: string): string {
  return name.replace(/[_-]/g, " ").replace(/\.(?=[A-Za-z0-9]{2,5}$)/, "/");
}

/** Names in a session's label or a file name, where capitals say nothing: known ones, clear first names and the surname after them, names after a title. */
export function namesInTitle(
  words: readonly Word[],
  bars: readonly (Bar | undefined)[],
  known: KnownNames,
  knowledge: NameKnowledge,
): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  const isTitle = (k: number): boolean => CIVIL_TITLES.has(words[k]?.lower ?? "");
  for (let i = 0; i < words.length; i++) {
    const { lower, shape, text } = words[i]!;
    if (shape === "code" || bars[i] !== undefined || text.length < 2) continue;
    const bits = knowledge.of(lower);
    const titled = i > 0 && isTitle(i - 1);
    const next = words[i + 1];
    const nextBits = next && joins(next.gap) ? knowledge.of(next.lower) : 0;
    const withSurname =
      (bits & IS.first) !== 0 &&
      (nextBits & IS.surname) !== 0 &&
      bars[i + 1] === undefined &&
      ((bits & IS.mass) === 0 || (shape === "capital" && next?.shape === "capital" && !BODY_NOUNS.has(next.lower)));
    const isSurname = (k: number): boolean => {
      const word = words[k];
      if (!word || !joins(word.gap) || word.shape !== "capital" || bars[k] !== undefined) return false;
      return !BODY_NOUNS.has(word.lower) && !TIME_NAMES.has(word.lower) && !isAbbreviation(word.lower);
    };
    // "Callum Fearnley": behind a clear first name, a word that no dictionary has.
    const unlisted = (k: number): boolean =>
      words[k]!.shape !== "code" && words[k]!.text.length > 2 && !knowledge.isEnglish(words[k]!.lower);
    if (
      !(
        titled ||
        (known.has(lower) && (known.get(lower) === "label" || !knowledge.isOrdinary(lower))) ||
        knowledge.isClearFirst(lower) ||
        withSurname
      )
    )
      continue;
    let to = i + 1;
    if (withSurname) to++;
    // "Pádraig Mac Giolla", "Dominic_Sheldrake": behind a clear first name what is written large is its surname, unless it is a matter of the field.
    if (to === i + 1 && knowledge.isClearFirst(lower)) {
      if (words[to + 1] && PARTICLES.has(words[to]!.lower) && joins(words[to + 1]!.gap)) to += 2;
      else if (isSurname(to)) to++;
    }
    while (
      to < words.length &&
      joins(words[to]!.gap) &&
      bars[to] === undefined &&
      (known.has(words[to]!.lower) ||
        knowledge.isClearSurname(words[to]!.lower) ||
        knowledge.isClearFirst(words[to]!.lower) ||
        (to === i + 1 && knowledge.isClearFirst(lower) && unlisted(to)))
    )
      to++;
    runs.push({ from: i, to });
    i = to - 1;
  }
  return runs;
}
