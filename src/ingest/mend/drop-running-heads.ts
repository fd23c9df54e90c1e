/** Lines looked at from the top and from the bottom of each page. */
const EDGE = 2;
/** Fewer pages cannot show that a line repeats by design. */
const FEWEST_PAGES = 2;

/** A speaker's short answer can stand at the head of many pages, and is no running head. */
const SPEECH = /^[^:]{1,40}: .{0,200}[.?!]$/;
const PAGE_NUMBER = /^(?:page\s{0,9})?[-–—[(|]?\s{0,9}\d{1,4}\s{0,9}[-–—\])|]?(?:\s{0,9}(?:of|\/)\s{0,9}\d{1,4})?$/i;

/**
 * Drops running heads, feet and page numbers: lines at the edge of a page that come again, digits apart, at the same
 * edge on at least half of the pages (and on two), and bare page numbers there. Pages keep their order and number.
 */
export function dropRunningHeads(pages: readonly (readonly string[])[]): string[][] {
  if (pages.length < FEWEST_PAGES) return pages.map((page) => [...page]);
  const counts = new Map<string, number>();
  const edges = pages.map(edgeLines);
  for (const edge of edges) {
    for (const shape of new Set([...edge.values()])) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  const enough = Math.max(2, Math.ceil(pages.length / 2));
  return pages.map((page, index) =>
    page.filter((line, at) => {
      const shape = edges[index]?.get(at);
      if (shape === undefined) return true;
      return !PAGE_NUMBER.test(line.trim()) && (counts.get(shape) ?? 0) < enough;
    }),
  );
}

/** Whether a line is nothing but a page number, such as `12`, `Page 3 of 9` or `- 4 -`. */
export function isPageNumber(line: string): boolean {
  return line.length < 24 && PAGE_NUMBER.test(line.trim());
}

/** Line index to the line's shape (digits made equal), with its edge, for the outer lines of a page that hold text. */
function edgeLines(page: readonly string[]): Map<number, string> {
  const filled = page.flatMap((line, index) => (line.trim() === "" ? [] : [index]));
  const edge = new Map<number, string>();
  const isSpeech = (at: number) => SPEECH.test((page[at] ?? "").trim().slice(0, 300));
  const shape = (at: number) =>
    (page[at] ?? "").slice(0, 300).trim().toLowerCase().replace(/\d+/g, "#").replace(/\s+/g, " ");
  for (const at of filled.slice(0, EDGE)) if (!isSpeech(at)) edge.set(at, `top ${shape(at)}`);
  for (const at of filled.slice(-EDGE)) if (!edge.has(at) && !isSpeech(at)) edge.set(at, `foot ${shape(at)}`);
  return edge;
}
