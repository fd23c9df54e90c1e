const GLUED = /(\p{Ll}{3}["')\]]?[.;]["')\]]?)(\d{1,3})(?=\s|$)/gu;
/** Abbreviations that a number may follow without a space: para.3, vol.2. */
const BEFORE_NUMBER = /(?:para|fig|vol|sect|page|item|nos|art|chap|appx|ref|tel|ext)\.$/i;

/** Takes off the number of a footnote that an export glued to the end of a sentence: `exploitation.12 The` loses `12`. */
export function dropGluedFootnoteDigits(text: string): string {
  return text.replace(GLUED, (whole: string, before: string, _digits: string, at: number) =>
    BEFORE_NUMBER.test(text.slice(Math.max(0, at - 4), at + before.length)) ? whole : before,
  );
}
