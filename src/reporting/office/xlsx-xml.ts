/** Most UTF-16 units that a cell of a spreadsheet holds. */
const MOST = 32_767;

const NAMED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as XML 1.0 can hold it: characters that it forbids, and halves of surrogate pairs, become U+FFFD. */
export function xmlText(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, "\ufffd")
    .replace(/[&<>"]/g, (sign) => NAMED[sign] ?? sign);
}

/** Text of a cell: cut at what a cell holds, and `_x0041_`, which Excel would read as a character, written so that it stays. */
export function cellText(text: string): string {
  const whole = text.length <= MOST ? text : `${text.slice(0, MOST - 1)}…`;
  return xmlText(whole.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_"));
}

/** `A`, `B` … `AA` of a column counted from 0. */
export function columnName(column: number): string {
  const before = Math.floor(column / 26) - 1;
  return (before < 0 ? "" : columnName(before)) + String.fromCharCode(65 + (column % 26));
}

/** `$` before letters and figures as in `'Evidence'!$A$1`; quotes doubled. */
export function sheetRange(sheet: string, range: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${range}`;
}
