/** A bullet mark or a list number at the head of a line, with the space after it. */
const MARK =
  /^(?:[•*+·]\s*|[-–—]\s+|(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]|\((?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,5})\))\s+|o\s+(?=\p{Lu}|\p{Ll}{2}))(?=\S)/u;
const NUMBER = /^(?:\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s+)+/;

/**
 * Length of the bullet mark or list number that a line begins with, 0 without one. `- 2. Look …` has both. A lone `o` is
 * a bullet only where the line before was one or leads a list in.
 */
export function bulletMark(line: string, afterBulletOrLeadIn: boolean): number {
  const mark = MARK.exec(line.slice(0, 40))?.[0] ?? "";
  if (mark === "" || (/^o\s/.test(mark) && !afterBulletOrLeadIn)) return 0;
  if (/^[*+·]\S/.test(line) && !mark.endsWith(" ") && /^[*]/.test(line) && line.slice(1, 400).includes("*")) return 0;
  const number = /^\W\s/.test(mark) ? (NUMBER.exec(line.slice(mark.length, mark.length + 12))?.[0] ?? "") : "";
  return mark.length + number.length;
}

/** Whether the mark is a number or letter, which a heading may have as well. */
export function isNumbered(line: string): boolean {
  return /^\(?[\da-z]{1,5}[.)]/i.test(line) || /^\d{1,2}(?:\.\d{1,2}){0,3}\s/.test(line);
}
