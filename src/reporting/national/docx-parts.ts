import type { Draft } from "../office/docx-parts.js";
import { listed as inWords } from "../office/words.js";
import { monthOf } from "../review-name.js";
import { figures, filled, type NationalView, shown } from "./view.js";

/** Most rows of a table of places. */
const PLACES = 40;

/** Strategic and practitioner levels of the same reviews. */
export function levels(draft: Draft, view: NationalView): void {
  const { headings, intro, nothing } = view.text;
  draft.heading(1, headings.levels);
  draft.text(intro.levels);
  const claims = view.summary.claims.filter(({ kind }) => kind === "level");
  const told = claims.filter(({ limits }) => limits.length === 0);
  if (told.length === 0) draft.text(nothing);
  for (const claim of told) {
    draft.bullet(claim.statement);
    draft.styled("Source", figures(claim));
  }
  const rest = claims.length - told.length;
  if (rest > 0)
    draft.text(`${rest} further differences are too small or too likely by chance; matrix.xlsx lists them.`);
}

/** Lines between regions and places, and who is told of as both. */
export function lines(draft: Draft, view: NationalView): void {
  const { headings, intro, nothing } = view.text;
  const { places, regions, conflicts } = view.summary.lines;
  draft.heading(1, headings.lines);
  draft.text(intro.lines);
  if (places.length === 0) {
    draft.text(nothing);
    return;
  }
  const told = view.claimed.filter(({ kind }) => kind === "line");
  for (const claim of told) {
    draft.bullet(claim.statement);
    draft.styled("Source", figures(claim));
  }
  draft.table(
    "Lines between regions",
    ["From", "To", "Reviews", "Sessions"],
    [35, 35, 15, 15],
    regions.map(({ exporter, importer, reviews, sessions }) => [exporter, importer, shown(reviews), shown(sessions)]),
  );
  draft.heading(2, "Told of as both");
  if (conflicts.length === 0) draft.text("No place or region is told of both as exporter and as importer.");
  else {
    draft.table(
      "Places and regions that are said to export and to import",
      ["Place", "Kind", "Reviews that say it exports", "Reviews that say it imports"],
      [35, 15, 25, 25],
      conflicts.map(({ place, kind, exports, imports }) => [place, kind, shown(exports), shown(imports)]),
    );
  }
  draft.heading(2, "Lines between places");
  draft.table(
    places.length > PLACES
      ? `The ${PLACES} lines that most reviews tell of, of ${places.length}`
      : "Lines between places",
    ["From", "To", "Region of the importer", "Reviews", "Sessions"],
    [26, 26, 24, 12, 12],
    places
      .slice(0, PLACES)
      .map(({ exporter, importer, importerRegion, reviews, sessions }) => [
        ...[exporter, importer, importerRegion, shown(reviews), shown(sessions)],
      ]),
  );
}

/** Words on which agencies or areas differ. */
export function language(draft: Draft, view: NationalView): void {
  const { headings, intro, nothing } = view.text;
  draft.heading(1, headings.language);
  draft.text(intro.language);
  if (view.summary.language.length === 0) draft.text(nothing);
  for (const { divergence, between, codes, uses } of view.summary.language) {
    const about = inWords(codes.map(view.label));
    draft.heading(3, divergence === "different words" ? about : `“${uses[0]?.term ?? ""}”: ${about}`);
    draft.text(
      divergence === "different words"
        ? `Between ${between}: different words for one thing.`
        : `Between ${between}: one word for different things.`,
    );
    for (const { by, term, code, reviews } of uses) {
      const meaning = divergence === "different words" ? "" : ` for ${view.label(code)}`;
      draft.bullet({ text: by, bold: true }, `: “${term}”${meaning}, in ${shown(reviews)} reviews`);
    }
  }
}

/** The draft of a collection plan, and silences. */
export function unknowns(draft: Draft, view: NationalView): void {
  const { headings, intro, nothing } = view.text;
  draft.heading(1, headings.unknown);
  draft.text(intro.unknown);
  const rows = view.summary.unknown;
  if (rows.length === 0) draft.text(nothing);
  const asked = rows.filter(({ ask }) => ask !== "");
  if (asked.length < rows.length) draft.text("Agencies of which there is nothing to ask are in matrix.xlsx alone.");
  for (const heading of new Set(asked.map((row) => row.heading))) {
    draft.heading(2, view.heading(heading));
    draft.table(
      view.heading(heading),
      ["Agency", "Took part", "Does not know", "Asked, silent", "Not asked", "What to ask"],
      [18, 9, 10, 10, 9, 44],
      asked
        .filter((row) => row.heading === heading)
        .map(({ sector, tookPart, unaware, silentAsked, notAsked, ask }) => [
          ...[sector, shown(tookPart), shown(unaware), shown(silentAsked), shown(notAsked), ask],
        ]),
    );
  }
}

/** Codes over quarters, on wide pages. */
export function trends(draft: Draft, view: NationalView): void {
  const { headings, intro, nothing } = view.text;
  const { quarters, codes } = view.summary.trends;
  draft.heading(1, headings.trends);
  draft.text(intro.trends);
  const changed = view.summary.claims.filter(
    ({ kind, limits }) => ["emerged", "faded", "new"].includes(kind) && limits.length === 0,
  );
  if (changed.length === 0) draft.text("No code can be said to have emerged or faded.");
  for (const claim of changed) {
    draft.bullet(claim.statement);
    draft.styled("Source", figures(claim));
  }
  if (codes.length === 0) {
    draft.text(nothing);
    return;
  }
  const WIDE = 12;
  for (let from = 0; from === 0 || from < quarters.length; from += WIDE) {
    const some = quarters.slice(from, from + WIDE);
    draft.table(
      "Reviews that raise a code, of those that could have said so, by quarter",
      ["Code", ...some.map(({ name, reviews }) => `${name}\n(${reviews})`)],
      [26, ...some.map(() => 8)],
      codes.map(({ code, cells }) => [
        view.label(code),
        ...some.map(({ name }) => {
          const cell = cells.find((each) => each.name === name);
          return {
            pieces: [cell === undefined ? "·" : `${shown(cell.numerator)}/${shown(cell.denominator)}`],
            center: true,
          };
        }),
      ]),
      true,
    );
  }
}

/** What became of claims since an earlier summary; nothing where none was named. */
export function comparison(draft: Draft, view: NationalView): void {
  const { comparison: since } = view.summary;
  if (since === null) return;
  const { headings, intro, nothing } = view.text;
  draft.heading(1, headings.comparison);
  draft.text(filled(intro.comparison, { with: since.with, asAt: since.asAt, reviews: `${since.reviews} reviews` }));
  if (since.changes.length === 0) draft.text(nothing);
  else {
    const side = (figure: (typeof since.changes)[number]["before"]) =>
      figure === null ? "–" : `${shown(figure.numerator)} of ${shown(figure.denominator)}, strength ${figure.strength}`;
    draft.table(
      "Claims that were findings then or are now",
      ["Claim", "Change", "Then", "Now"],
      [40, 14, 23, 23],
      since.changes.map(({ title, change, before, after }) => [title, change, side(before), side(after)]),
    );
  }
}

/** The list of reviews, what was left out and why, and the methods. */
export function annexes(draft: Draft, view: NationalView): void {
  const { headings, intro, methods, excluded } = view.text;
  const { reviews, excluded: left, disclosure } = view.summary;
  draft.heading(1, headings.reviews);
  draft.text(intro.reviews);
  draft.table(
    "Reviews taken in",
    ["Area", "Region", "Date", "Quarter", "Sessions"],
    [34, 28, 16, 12, 10],
    reviews.map(({ area, region, date, quarter, sessions }) => [
      area,
      region,
      date || "no date",
      quarter,
      String(sessions),
    ]),
  );
  draft.heading(1, headings.excluded);
  draft.text(intro.excluded);
  if (left.length === 0) draft.text("Nothing.");
  else {
    draft.table(
      "Left out",
      ["What", "Why", "How many"],
      [30, 55, 15],
      left.map(({ what, why, count }) => [what || "passages", excluded[why] ?? why, String(count)]),
    );
  }
  draft.text(
    `${disclosure.claimsHeldBack} claims have a count held back, and ${disclosure.quotesHeld} quotes wait for a person to sign them off${disclosure.on ? "" : "; disclosure control was off"}.`,
  );
  draft.heading(1, headings.methods);
  for (const { title, text } of methods) {
    draft.heading(2, title);
    draft.text(filled(text, { threshold: String(disclosure.threshold) }));
  }
}

/** "November 2019" of the latest review. */
export function asAtOf({ summary }: NationalView): string {
  return summary.asAt === "" ? "no date" : monthOf(summary.asAt) || summary.asAt;
}
