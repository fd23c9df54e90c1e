import type { Concept, Frame, NationalClaim, NationalSummary, Practice } from "../../model/index.js";
import { byText } from "../order.js";
import type { NationalReport, RunReport } from "../run-report.js";

/** What disclosure control puts in place of a count. */
export const HELD_BACK = "[c]";

/** A count as it is printed. */
export function shown(count: number | null): string {
  return count === null ? HELD_BACK : String(count);
}

/** All that is claimed of one code under one heading, strongest first. */
export interface Finding {
  readonly code: string;
  readonly title: string;
  readonly claims: readonly NationalClaim[];
}

/** A heading with its findings, and the claims that are listed only. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly findings: readonly Finding[];
  readonly also: readonly NationalClaim[];
  /** Findings told under another frame already. */
  readonly elsewhere: readonly Finding[];
}

/** A summary made ready to be told. */
export interface NationalView extends Pick<NationalReport, "summary" | "text"> {
  readonly claimed: readonly NationalClaim[];
  /** Of the frame of emerging findings, then of the strategic one. */
  readonly findings: readonly Section[];
  readonly strategy: readonly Section[];
  readonly concepts: readonly Concept[];
  label(code: string): string;
  /** Title of a `frame/heading` id. */
  heading(id: string): string;
  claim(id: string): NationalClaim | undefined;
}

/** Claims that tell of the nation's lines, levels and silences have parts of the document of their own. */
const OWN_PART: ReadonlySet<NationalClaim["kind"]> = new Set(["line", "level", "silence"]);
/** Most claims that are listed under a heading; summary.json and matrix.xlsx hold them all. */
export const LISTED = 12;

export function viewNation(
  run: Pick<RunReport, "concepts" | "frames">,
  { summary, text }: NationalReport,
): NationalView {
  const claims = new Map(summary.claims.map((claim) => [claim.id, claim]));
  const labels = new Map(run.concepts.map(({ id, prefLabel }) => [id, prefLabel]));
  const label = (code: string) => labels.get(code) ?? code;
  const places = new Map(run.concepts.map(({ id }, place) => [id, place]));
  const titles = new Map(summary.headings.map(({ id, title }) => [id, title]));
  const isTold = ({ strength, limits }: NationalClaim) => limits.length === 0 && strength >= summary.claimed;
  const [first = "", second = ""] = framesOf(summary);
  const told = new Set<string>();
  const sections = (frame: string): Section[] =>
    summary.headings
      .filter((heading) => heading.frame === frame)
      .map(({ id, title, claims: ids }) => {
        const own = ids.flatMap((each) => claims.get(each) ?? []).filter(({ kind }) => !OWN_PART.has(kind));
        const all = group(own.filter(isTold), label, places);
        const section = {
          ...{ id, title },
          findings: all.filter(({ code }) => !told.has(code)),
          elsewhere: all.filter(({ code }) => told.has(code)),
          also: own.filter(
            (claim) =>
              claim.reach.numerator !== null &&
              !isTold(claim) &&
              !(claim.codes.some((code) => told.has(code)) && frame === second),
          ),
        };
        return section;
      });
  const findings = sections(first);
  for (const { findings: some, also } of findings) {
    for (const { code } of some) told.add(code);
    for (const { codes } of also) for (const code of codes) told.add(code);
  }
  return {
    ...{ summary, text, label, findings, strategy: sections(second), concepts: run.concepts },
    claimed: summary.claims.filter(isTold),
    heading: (id) => titles.get(id) ?? "",
    claim: (id) => claims.get(id),
  };
}

/** Frames of a summary in the order in which it holds them. */
export function framesOf({ headings }: NationalSummary): Frame["id"][] {
  return [...new Set(headings.map(({ frame }) => frame))];
}

function group(
  claims: readonly NationalClaim[],
  label: (code: string) => string,
  places: ReadonlyMap<string, number>,
): Finding[] {
  const byCode = new Map<string, NationalClaim[]>();
  for (const claim of claims) {
    const code = claim.codes[0] ?? "";
    byCode.set(code, [...(byCode.get(code) ?? []), claim]);
  }
  // A code's reach is told before how it is judged and where it goes, whatever their strengths.
  return [...byCode]
    .map(([code, own]) => ({
      code,
      title: label(code),
      claims: [...own].sort(
        (a, b) => Number(b.kind === "reach") - Number(a.kind === "reach") || b.strength - a.strength,
      ),
    }))
    .sort(
      (a, b) =>
        strongest(b) - strongest(a) ||
        (places.get(a.code) ?? places.size) - (places.get(b.code) ?? places.size) ||
        byText(a.code, b.code),
    );
}

function strongest({ claims }: Finding): number {
  return Math.max(...claims.map(({ strength }) => strength));
}

/** "Claim 0123456789abcdef · strength 58 · 41 of 58 reviews, 2 not known": numerator, denominator and not known always. */
export function figures({ id, strength, reach, interval, chance, limits }: NationalClaim): string {
  const { numerator, denominator, notKnown } = reach;
  const range = interval === null ? "" : ` (95 % interval ${Math.round(interval.low)}–${Math.round(interval.high)} %)`;
  const by = chance === null ? "" : ` · chance ${chance < 0.001 ? "under 0.001" : chance.toFixed(3)}`;
  const held = limits.length === 0 ? "" : ` · held below: ${limits.join("; ")}`;
  return `Claim ${id} · strength ${strength} · ${shown(numerator)} of ${shown(denominator)}${range}, ${shown(notKnown)} not known${by}${held}`;
}

/** `{name}` of a paragraph filled; what has no value stays empty. */
export function filled(text: string, slots: Readonly<Record<string, string>>): string {
  return text.replace(/\{([A-Za-z]+)\}/g, (_, name: string) => slots[name] ?? "");
}

/** Slots of the paragraph on the data. */
export function asAtSlots({ reviews, latestQuarter }: NationalSummary): Record<string, string> {
  const dates = reviews.map(({ date }) => date).filter((date) => date !== "");
  const sessions = reviews.reduce((sum, { sessions: own }) => sum + own, 0);
  return {
    reviews: counted(reviews.length, "review"),
    sessions: counted(sessions, "session"),
    first: dates[0] ?? "no date",
    last: dates.at(-1) ?? "no date",
    quarter: latestQuarter || "not known",
  };
}

export function counted(n: number, one: string): string {
  return `${n.toLocaleString("en-GB")} ${n === 1 ? one : `${one}s`}`;
}

/** Numbers by which the document and the directory call practices: P1 is the first of practice.csv. */
export function practiceNumbers({ practices }: NationalSummary): ReadonlyMap<string, string> {
  return new Map(practices.map(({ id }, i) => [id, `P${i + 1}`]));
}

/** Characters of a practitioner's words that stand beside a practice elsewhere. */
const SHORT = 110;

/** "Training and awareness in York (promising): “The training for taxi drivers works well.”" */
export function practicePhrase({ practice, place, status, description }: Practice): string {
  const words =
    description.length <= SHORT
      ? description
      : `${description
          .slice(0, SHORT)
          .replace(/\s\S*$/, "")
          .trimEnd()} …`;
  return `${practice} in ${place} (${status})${words === "" ? "" : `: “${words}”`}`;
}
