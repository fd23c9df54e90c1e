import type { Stance } from "../model/index.js";

/** Sign of a stance, so that a cell is read without its colour. */
export const STANCE_SIGNS: Readonly<Record<Stance["stance"], string>> = {
  affirms: "+",
  denies: "−",
  mixed: "±",
  uncertain: "?",
  silent: "·",
};

export const STANCE_WORDS: Readonly<Record<Stance["stance"], string>> = {
  affirms: "says that it is so",
  denies: "says that it is not",
  mixed: "says both",
  uncertain: "is unsure or unaware",
  silent: "does not speak of it here and now",
};

/** "1 quote", "2 quotes". */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString("en-GB")} ${n === 1 ? one : many}`;
}
