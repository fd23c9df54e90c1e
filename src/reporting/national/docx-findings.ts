import type { NationalClaim, Voice } from "../../model/index.js";
import type { Draft } from "../office/docx-parts.js";
import { type Finding, figures, LISTED, type NationalView, type Section, shown } from "./view.js";

/** Most quotes under one finding, whatever number of claims it joins, and most against it. */
const QUOTES = 4;
const AGAINST = 2;

/** "York, police, 2019-Q2"; a region where the area must not be named. */
export function sourceOf({ area, region, quarter, sectors }: Voice): string {
  return [area === "" ? `an area in ${region}` : area, sectors.join(" and "), quarter]
    .filter((part) => part !== "")
    .join(", ");
}

/** Quotes of several claims, each once, those of the first claims first. */
export function voicesOf(claims: readonly NationalClaim[], side: "voices" | "counterVoices", most: number): Voice[] {
  const seen = new Set<string>();
  return claims
    .flatMap((claim) => claim[side])
    .filter(({ quote }) => !seen.has(quote) && seen.add(quote))
    .slice(0, most);
}

/** One code as a finding: what is claimed of it, its voices, and what stands against it. */
function findingText(draft: Draft, { title, claims }: Finding): void {
  draft.heading(3, title);
  for (const claim of claims) {
    draft.text([claim.statement, ...claim.notes].join(" "));
    draft.styled("Source", figures(claim));
  }
  for (const voice of voicesOf(claims, "voices", QUOTES)) draft.quote(voice.quote, sourceOf(voice));
  const against = voicesOf(claims, "counterVoices", AGAINST);
  if (against.length > 0) {
    draft.styled("Source", "On the other side");
    for (const voice of against) draft.quote(voice.quote, sourceOf(voice));
  }
  const [first] = claims;
  if (first === undefined) return;
  if (first.areas.length > 0 && first.areas.length <= 12) draft.text(`Areas: ${first.areas.join(", ")}.`);
  if (first.areasAgainst.length > 0 && first.areasAgainst.length <= 12)
    draft.text(`Areas that say otherwise: ${first.areasAgainst.join(", ")}.`);
}

/** Headings with what is told under them; those under which nothing is said at all in one sentence. */
export function sectionsText(draft: Draft, view: NationalView, sections: readonly Section[]): void {
  const silent = ({ findings, elsewhere, also }: Section) => findings.length + elsewhere.length + also.length === 0;
  for (const section of sections) if (!silent(section)) sectionText(draft, view, section);
  const empty = sections.filter(silent).map(({ title }) => title);
  if (empty.length === sections.length) draft.text(view.text.nothing);
  else if (empty.length > 0) draft.text(`Nothing can be claimed under these headings: ${empty.join("; ")}.`);
}

/** A heading with its findings, and under them a table of what is listed only. */
function sectionText(draft: Draft, view: NationalView, section: Section): void {
  draft.heading(2, section.title);
  if (section.findings.length === 0) draft.text(view.text.nothing);
  for (const finding of section.findings) findingText(draft, finding);
  if (section.elsewhere.length > 0) {
    draft.text(`Told among the emerging findings: ${section.elsewhere.map(({ title }) => title).join("; ")}.`);
  }
  listed(draft, view, section.also);
}

/** Claims that are not told as findings, the strongest first, in one table with the reason. */
function listed(draft: Draft, view: NationalView, claims: readonly NationalClaim[]): void {
  if (claims.length === 0) return;
  // Of a style that stays with the table.
  draft.styled("Source", view.text.also);
  const rows = claims.slice(0, LISTED);
  const rest = claims.length - rows.length;
  draft.table(
    rest > 0 ? `The strongest ${rows.length} of ${claims.length}; matrix.xlsx holds them all` : "Also said",
    ["Claim", "Reviews", "Not known", "Strength", "Why it is only listed", "Id"],
    [24, 11, 8, 10, 27, 20],
    rows.map(({ title, reach, strength, limits, id }) => [
      title,
      `${shown(reach.numerator)} of ${shown(reach.denominator)}`,
      shown(reach.notKnown),
      String(strength),
      limits.join("; ") || `strength under ${view.summary.claimed}`,
      id,
    ]),
  );
}
