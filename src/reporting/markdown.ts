/** Text on one line of Markdown, with nothing in it that Markdown would read as its own. */
export function plain(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>#|~&]/g, "\\$&");
}
