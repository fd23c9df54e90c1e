/** Ways in which programs count positions: characters or UTF-16 units; a line end as in the file, as one, or as two. */
const HABITS = [
  { said: "", units: false, lineEnd: "as in the file" },
  { said: "in UTF-16 units", units: true, lineEnd: "as in the file" },
  { said: "with each line end as one character", units: false, lineEnd: "one" },
  { said: "with each line end as two characters", units: false, lineEnd: "two" },
  { said: "in UTF-16 units with each line end as one", units: true, lineEnd: "one" },
  { said: "in UTF-16 units with each line end as two", units: true, lineEnd: "two" },
] as const;
type Habit = (typeof HABITS)[number];

/** Selections whose ends must fall on words before another way of counting is believed, over what the standard's way gives. */
const LEAST_GAIN = 2;

/** Text with LF line ends and without a byte-order mark. */
export function normalised(raw: string): string {
  return raw.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
}

/**
 * How positions of a source are to be read. The standard counts code points of the file; some programs count UTF-16 units, or a line end as
 * one or two characters whatever the file has. People select whole words, so of all ways that differ for this text the one is taken under which most
 * selections begin and end at the edge of a word; the standard's unless another is clearly better.
 *
 * @returns `at`: the position in code points of the normalised text, -1 where there is none; `habit`: how it was counted, empty for the standard's way.
 */
export function positionsOf(
  raw: string,
  selections: readonly { readonly start: number; readonly end: number }[],
): { at(position: number): number; habit: string } {
  const text = normalised(raw);
  const points = [...text];
  let best = { habit: HABITS[0] as Habit, table: tableOf(raw, HABITS[0]), score: -1 };
  best.score = score(points, best.table, selections);
  for (const habit of /[\r\n\uD800-\uDFFF]/.test(raw) ? HABITS.slice(1) : []) {
    const table = tableOf(raw, habit);
    const reached = score(points, table, selections);
    if (reached >= best.score + LEAST_GAIN) best = { habit, table, score: reached };
  }
  return { at: (position) => best.table[position] ?? -1, habit: best.habit.said };
}

/** For every position as the habit counts, the code point of the normalised text; a position inside a line end or a character is that of its beginning. */
function tableOf(raw: string, { units, lineEnd }: Habit): Int32Array {
  const table = new Int32Array(raw.length * 2 + 2).fill(-1);
  let [counted, point] = [0, 0];
  const signs = raw.replace(/^\uFEFF/, "").match(/\r\n|./gsu) ?? [];
  for (const sign of signs) {
    const width =
      sign === "\r\n" || sign === "\n" || sign === "\r"
        ? { one: 1, two: 2, "as in the file": sign.length }[lineEnd]
        : units
          ? sign.length
          : 1;
    for (let i = 0; i < width; i++) table[counted + i] = point;
    counted += width;
    point += 1;
  }
  table[counted] = point;
  return table;
}

/** How many selections begin and end at the edge of a word, and lie inside the text. */
function score(
  points: readonly string[],
  table: Int32Array,
  selections: readonly { readonly start: number; readonly end: number }[],
): number {
  const isWord = (i: number) => /[\p{L}\p{N}]/u.test(points[i] ?? " ");
  const isBlank = (i: number) => /\s/.test(points[i] ?? " ");
  return selections.filter(({ start, end }) => {
    const [from, to] = [table[start] ?? -1, table[end] ?? -1];
    if (from < 0 || to <= from || isBlank(from) || isBlank(to - 1)) return false;
    return !(isWord(from - 1) && isWord(from)) && !(isWord(to - 1) && isWord(to));
  }).length;
}
