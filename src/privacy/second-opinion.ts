import nlp from "compromise/two";
import type { Word } from "./words.js";

const REACH = 12;
const MOST_REMEMBERED = 20_000;

/** compromise's part of the decision: how it tags a word among its neighbours. Slow, so asked last, and remembered by wording. */
export class SecondOpinion {
  private readonly remembered = new Map<string, "person" | "thing" | undefined>();

  /** Whether compromise takes the word at `at` for a person, for something else with a name, or says nothing. */
  of(text: string, words: readonly Word[], at: number): "person" | "thing" | undefined {
    let from = at;
    while (from > 0 && at - from < REACH && words[from]!.gap !== "end") from--;
    let to = at + 1;
    while (to < words.length && to - at < REACH && words[to]!.gap !== "end") to++;
    const phrase = text.slice(words[from]!.start, words[to - 1]!.end);
    const key = `${words[at]!.start - words[from]!.start} ${phrase}`;
    if (this.remembered.has(key)) return this.remembered.get(key);
    const opinion = tagOf(phrase, words[at]!.text);
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    this.remembered.set(key, opinion);
    return opinion;
  }
}

function tagOf(phrase: string, word: string): "person" | "thing" | undefined {
  for (const sentence of nlp(phrase).json({ terms: { tags: true, text: true } }) as {
    terms: { text: string; tags: string[] }[];
  }[]) {
    for (const term of sentence.terms) {
      if (term.text.replace(/['’]s$/, "") !== word) continue;
      if (
        term.tags.some(
          (t) => t === "Person" || t === "FirstName" || t === "LastName" || t === "MaleName" || t === "FemaleName",
        )
      )
        return "person";
      if (
        term.tags.some(
          (t) =>
            t === "Place" ||
            t === "Organization" ||
            t === "City" ||
            t === "Demonym" ||
            t === "Verb" ||
            t === "Adjective",
        )
      )
        return "thing";
    }
  }
  return undefined;
}
