/** A person as named in one place: words of the name in lower case ("anne-marie", "o'connor"), and the sex that a title told. */
export interface Naming {
  readonly parts: readonly string[];
  readonly sex: "m" | "f" | "";
}

/**
 * Who is who inside one document. "Darren", "Mr Pike" and "Darren Pike" are one person where only one full name there fits; a
 * first or last name that two full names share stays a person of its own. Full names are one everywhere by their first and last
 * word. Where Mr and Mrs of one surname occur, a title's sex must agree with the first name's.
 */
export class PersonLinks {
  private readonly byFirst = new Map<string, Set<string>>();
  private readonly byLast = new Map<string, Set<string>>();
  /** Sexes told by titles, of surnames and of full names. */
  private readonly told = new Map<string, Set<string>>();

  /** `sexOf` says what a first name tells: m, f or nothing. */
  constructor(
    namings: Iterable<Naming>,
    private readonly sexOf: (first: string) => "m" | "f" | "",
  ) {
    for (const { parts, sex } of namings) {
      const last = parts.at(-1)!;
      if (sex !== "") put(this.told, last, sex);
      if (parts.length < 2 || parts[0]!.length < 2) continue;
      const full = fullName(parts);
      put(this.byFirst, parts[0]!, full);
      put(this.byLast, last, full);
      if (sex !== "") put(this.told, full, sex);
    }
  }

  /** The normalised name by which a naming is hashed. */
  canonical(naming: Naming): string {
    const { parts, sex } = naming;
    const last = parts.at(-1)!;
    if (parts.length > 1 && parts[0]!.length > 1) return fullName(parts);
    if (parts.length > 1) {
      const fit = [...(this.byLast.get(last) ?? [])].filter((full) => full[0] === parts[0]);
      return fit.length === 1 ? fit[0]! : `${parts[0]} ${last}`;
    }
    const fit = new Set(this.byLast.get(last));
    if (sex === "" || fit.size === 0) for (const full of this.byFirst.get(last) ?? []) fit.add(full);
    if (sex !== "") for (const full of fit) if (!this.agrees(full, last, sex)) fit.delete(full);
    if (fit.size === 1) return [...fit][0]!;
    return sex !== "" && (this.told.get(last)?.size ?? 0) > 1 ? `${sex}: ${last}` : last;
  }

  private agrees(full: string, last: string, sex: string): boolean {
    const toldOfFull = this.told.get(full);
    if (toldOfFull) return toldOfFull.has(sex);
    const first = this.sexOf(full.slice(0, full.indexOf(" ")));
    if (first !== "") return first === sex;
    return (this.told.get(last)?.size ?? 0) < 2;
  }
}

function fullName(parts: readonly string[]): string {
  return `${parts[0]} ${parts.at(-1)}`;
}

function put(map: Map<string, Set<string>>, key: string, value: string): void {
  const present = map.get(key);
  if (present) present.add(value);
  else map.set(key, new Set([value]));
}
