/**
 * Krippendorff's alpha for nominal values (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability"):
 * agreement of any number of coders, some of whom may have left units out.
 * @param coders one list a coder, unit by unit; undefined where the coder left the unit out. Lists may differ in length.
 * @returns undefined where no disagreement is to be expected: no unit with two values, or one value throughout.
 */
export function alpha(coders: readonly (readonly (string | undefined)[])[]): number | undefined {
  const units = Math.max(0, ...coders.map((values) => values.length));
  const overall = new Map<string, number>();
  let pairable = 0;
  let agreement = 0;
  for (let unit = 0; unit < units; unit++) {
    const counts = new Map<string, number>();
    let coded = 0;
    for (const values of coders) {
      const value = values[unit];
      if (value === undefined) continue;
      counts.set(value, (counts.get(value) ?? 0) + 1);
      coded++;
    }
    // A value that stands alone in its unit can agree with nothing.
    if (coded < 2) continue;
    pairable += coded;
    for (const [value, count] of counts) {
      agreement += (count * (count - 1)) / (coded - 1);
      overall.set(value, (overall.get(value) ?? 0) + count);
    }
  }
  let chance = 0;
  for (const count of overall.values()) chance += count * (count - 1);
  const pairs = pairable * (pairable - 1);
  if (chance === pairs) return undefined;
  return 1 - (1 - agreement / pairable) / (1 - chance / pairs);
}

/**
 * The same for two coders who both coded every unit, from their confusion: row the one's value, column the other's.
 * @returns undefined where no disagreement is to be expected.
 */
export function alphaOfConfusion(confusion: readonly (readonly number[])[]): number | undefined {
  let units = 0;
  let equal = 0;
  const uses = confusion.map(() => 0);
  for (const [i, row] of confusion.entries())
    for (const [j, count] of row.entries()) {
      units += count;
      if (i === j) equal += count;
      uses[i]! += count;
      uses[j]! += count;
    }
  const pairs = 2 * units * (2 * units - 1);
  const chance = uses.reduce((sum, count) => sum + count * (count - 1), 0);
  if (chance === pairs) return undefined;
  return 1 - (1 - equal / units) / (1 - chance / pairs);
}
