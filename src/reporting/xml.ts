/** What XML 1.0 cannot hold at all, and halves of a character that stand alone. */
const UNSPEAKABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Cs}]/gu;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as content of an element: escaped, line ends LF, what XML cannot hold as U+FFFD. */
export function xmlText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(UNSPEAKABLE, "\uFFFD")
    .replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);
}

/** Attributes in the order given, each with a blank before it; white space in a value becomes one blank, and undefined is left out. */
export function xmlAttributes(values: Readonly<Record<string, string | number | boolean | undefined>>): string {
  let written = "";
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    const text = xmlText(String(value)).replace(/\s+/g, " ").replaceAll('"', "&quot;").trim();
    written += ` ${name}="${text}"`;
  }
  return written;
}
