import type { Scene, Sighting } from "./scene.js";

/** Fewest letters that are a name said letter by letter, and most. */
const FEWEST = 4;
const MOST = 20;

/**
 * A name said letter by letter: "W, O, J, C, I, K", "L-O-W-E". One person with the name itself where that is known. Letters in the order of
 * the alphabet are a list, and letters with nothing but spaces or stops between them are an abbreviation unless they make a name.
 */
export function spelledName(scene: Scene, at: number): Sighting | undefined {
  const { words } = scene;
  const head = words[at]!;
  if (head.text.length !== 1 || (head.shape === "lower" && !scene.caselessAt(at))) return undefined;
  let to = at + 1;
  let apart = true;
  while (to < words.length && to - at < MOST && words[to]!.text.length === 1 && words[to]!.shape === head.shape) {
    const { gap } = words[to]!;
    if (gap === "end" || gap === "mark" || !scene.open(to)) break;
    if (gap !== "comma" && gap !== "hyphen") apart = false;
    to++;
  }
  if (to - at < FEWEST) return undefined;
  const spelled = words
    .slice(at, to)
    .map(({ lower }) => lower)
    .join("");
  const isName = scene.known.has(spelled) || scene.knowledge.isName(spelled);
  if (!isName && (!apart || isAlphabet(spelled))) return undefined;
  return { from: at, to, parts: [spelled], sex: "" };
}

function isAlphabet(letters: string): boolean {
  return "abcdefghijklmnopqrstuvwxyz".includes(letters);
}
