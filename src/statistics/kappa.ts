/**
 * Cohen's kappa (Cohen 1960): agreement of two coders beyond what their own habits would give by chance.
 * @param matrix counts; row: what the first coder said, column: what the second said, in the same order of values.
 * @returns -1 to 1; undefined where chance alone would give no disagreement (nothing coded, or both used one value
 *   throughout), because agreement then says nothing. Never 1 for that.
 * @throws RangeError when the matrix is not square.
 */
export function kappa(matrix: readonly (readonly number[])[]): number | undefined {
  const size = matrix.length;
  const columns = new Array<number>(size).fill(0);
  let total = 0;
  let agreed = 0;
  for (const [i, row] of matrix.entries()) {
    if (row.length !== size) throw new RangeError(`kappa needs a square matrix; row ${i} has ${row.length} of ${size}`);
    for (const [j, count] of row.entries()) {
      columns[j] = (columns[j] as number) + count;
      total += count;
    }
    agreed += row[i] as number;
  }
  let chance = 0;
  for (const [i, row] of matrix.entries()) chance += (columns[i] as number) * row.reduce((sum, n) => sum + n, 0);
  // Compared as whole numbers: a rounding error must not turn "undefined" into a huge figure.
  if (chance === total * total) return undefined;
  const observed = agreed / total;
  const expected = chance / (total * total);
  return (observed - expected) / (1 - expected);
}

/**
 * Cohen's kappa of two lists of labels, unit by unit.
 * @throws RangeError when the lists differ in length.
 */
export function kappaOfLabels(first: readonly string[], second: readonly string[]): number | undefined {
  return kappa(confusion(first, second).matrix);
}

/** How often the first list has value i where the second has value j. Values are sorted by code units. */
export interface Confusion {
  readonly values: readonly string[];
  readonly matrix: readonly (readonly number[])[];
}

/**
 * The confusion matrix of two lists of labels.
 * @throws RangeError when the lists differ in length.
 */
export function confusion(first: readonly string[], second: readonly string[]): Confusion {
  if (first.length !== second.length) {
    throw new RangeError(`two coders must have coded the same units; found ${first.length} and ${second.length}`);
  }
  const values = [...new Set([...first, ...second])].sort();
  const place = new Map(values.map((value, i) => [value, i]));
  const matrix = values.map(() => new Array<number>(values.length).fill(0));
  for (const [unit, label] of first.entries()) {
    const row = matrix[place.get(label) as number] as number[];
    const column = place.get(second[unit] as string) as number;
    row[column] = (row[column] as number) + 1;
  }
  return { values, matrix };
}
