/** Characters that stand for one plain character, one for one. Keys are code points in the order of their blocks. */
const ONE_FOR_ONE: readonly [string, string][] = [
  ["\u0060\u00B4\u02BC\u2018\u2019\u201A\u201B\u2032", "'"],
  ["\u00AB\u00BB\u201C\u201D\u201E\u201F\u2033", '"'],
  ["\t\u000B\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000", " "],
  ["\u000C\u0085\u2028\u2029", "\n"],
  ["\u2010\u2011\u2043\u2212", "-"],
  ["\u2012", "\u2013"],
  ["\u2015", "\u2014"],
  ["\u2023\u2219\u25A0\u25A1\u25AA\u25AB\u25B6\u25BA\u25CB\u25CF\u25E6\u2756\u27A2\uF0A7\uF0B7\uF0D8", "\u2022"],
];

const MANY_FOR_ONE: readonly [string, string][] = [
  ["\uFB00", "ff"],
  ["\uFB01", "fi"],
  ["\uFB02", "fl"],
  ["\uFB03", "ffi"],
  ["\uFB04", "ffl"],
  ["\uFB05", "st"],
  ["\uFB06", "st"],
];

const REPLACEMENTS = new Map<string, string>([
  ...ONE_FOR_ONE.flatMap(([from, to]) => [...from].map((character): [string, string] => [character, to])),
  ...MANY_FOR_ONE,
]);
const REPLACED = new RegExp(
  `[${[...REPLACEMENTS.keys()].map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")}]`,
  "g",
);

/** Soft hyphens, zero-width marks, direction marks and control characters: nobody sees them, and words are cut by them. */
const UNSEEN =
  /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/g;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * Mends characters before anything else looks at the text: composed accents (NFC), straight quotation marks, plain
 * spaces, dashes and bullets one for one, ligatures spelled out, unseen characters removed, runs of spaces made one.
 * Line feeds stay. Applying it twice changes nothing more.
 */
export function mendCharacters(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(UNSEEN, "")
    .replace(LONE_SURROGATE, "\uFFFD")
    .normalize("NFC")
    .replace(REPLACED, (character) => REPLACEMENTS.get(character) ?? character)
    .replace(/ {2,}/g, " ");
}
