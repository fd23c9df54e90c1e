import type { Mention } from "../model/index.js";
import { hashOf, wordsOf } from "./words.js";

/**
 * Gives every mention its id: a hash of review, code, session, the sentence's words (placeholders as one kind), place in the
 * sentence and which repeat it is. Neither a rename of the file nor a word added elsewhere changes it.
 *
 * @param mentions of one review, in order of document and place, so that repeats are counted the same way every night.
 * @param before the text of a mention's sentence in front of the mention.
 */
export function withIds<M extends Omit<Mention, "id">>(
  mentions: readonly M[],
  before: (mention: M) => string,
): (M & { id: string })[] {
  const repeats = new Map<string, number>();
  return mentions.map((mention) => {
    const place = wordsOf(before(mention)).length;
    const key = hashOf(mention.review, mention.code, mention.session, wordsOf(mention.quote).join(" "), String(place));
    const repeat = repeats.get(key) ?? 0;
    repeats.set(key, repeat + 1);
    return { ...mention, id: repeat === 0 ? key : hashOf(key, String(repeat)) };
  });
}
