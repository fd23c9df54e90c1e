import model from "wink-eng-lite-web-model";
import winkNLP, { type ItemSentence, type ItemToken, type ItsFunction, type WinkMethods } from "wink-nlp";

let wink: WinkMethods | undefined;

/** wink-nlp with sentences and parts of speech; made on first need, since it costs a tenth of a second and 100 MB. */
function engine(): WinkMethods {
  wink ??= winkNLP(model, ["sbd", "pos"]);
  return wink;
}

// Characters that wink drops or folds; each is replaced by a plain space of the same length, so that positions hold.
const DROPPED = /[\u000b\u000c\u1680\u2000-\u2001\u2006-\u2008\u2028\u2029\u3000\ufeff\ud800-\udfff\u200b-\u200f]/g;

/** Start, end and universal part of speech of wink's tokens in a short text. */
export interface TaggedToken {
  readonly start: number;
  readonly end: number;
  readonly pos: string;
  /** Whether wink begins a sentence here. */
  readonly begins: boolean;
}

/**
 * wink's universal part of speech of the word over a character of a short text; nothing where no word stands, or where the text is
 * longer than a paragraph.
 */
export function partOfSpeechAt(text: string, at: number): string | undefined {
  if (text.length > LONGEST) return undefined;
  const { its } = engine();
  const pos = its.pos as unknown as ItsFunction<string>;
  const tokens = engine().readDoc(text.replace(DROPPED, " ")).tokens();
  const values = tokens.out(its.value as unknown as ItsFunction<string>) as string[];
  const spaces = tokens.out(its.precedingSpaces as unknown as ItsFunction<string>) as string[];
  let end = 0;
  for (let k = 0; k < values.length; k++) {
    const start = end + spaces[k]!.length;
    end = start + values[k]!.length;
    if (start <= at && at < end) return tokens.itemAt(k).out(pos);
  }
  return undefined;
}

/** Longest text that is worth asking about. */
const LONGEST = 20_000;

/**
 * wink's reading of a stretch: asked only where the form of the words leaves a doubt (does "a.m." end this sentence? is "prevent"
 * a verb here?). Longest text worth asking: a paragraph; longer ones are answered with nothing.
 */
export function readClosely(text: string): TaggedToken[] {
  if (text.length > LONGEST) return [];
  const { its } = engine();
  const value = its.value as unknown as ItsFunction<string>;
  const spaces = its.precedingSpaces as unknown as ItsFunction<string>;
  const pos = its.pos as unknown as ItsFunction<string>;
  const read: TaggedToken[] = [];
  let at = 0;
  engine()
    .readDoc(text.replace(DROPPED, " "))
    .sentences()
    .each((sentence: ItemSentence) => {
      let begins = true;
      sentence.tokens().each((token: ItemToken) => {
        at += token.out(spaces).length;
        const start = at;
        at += token.out(value).length;
        read.push({ start, end: at, pos: token.out(pos), begins });
        begins = false;
      });
    });
  return read;
}
