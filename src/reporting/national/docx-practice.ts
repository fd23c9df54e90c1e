import { type NationalSummary, PRACTICE_STATUSES, type Practice } from "../../model/index.js";
import type { Draft } from "../office/docx-parts.js";
import { capital, listed as inWords } from "../office/words.js";
import { byText } from "../order.js";
import { counted, type NationalView, practiceNumbers } from "./view.js";

/** Most practices of a theme that the document tells besides those which a review could visit; practice.csv holds them all. */
const TOLD = 20;

/** The best practice directory by theme: under each the practices of one kind together, the best tried first. */
export function practices(draft: Draft, view: NationalView): void {
  const { headings, intro, nothing } = view.text;
  const all = view.summary.practices;
  draft.heading(1, headings.practice);
  draft.text(intro.practice);
  if (all.length === 0) {
    draft.text(nothing);
    return;
  }
  const reasons = new Map(all.map(({ status, because }) => [status, because]));
  for (const status of PRACTICE_STATUSES) {
    const because = reasons.get(status);
    if (because !== undefined) draft.bullet({ text: capital(status), bold: true }, `: ${because}`);
  }
  const numbers = practiceNumbers(view.summary);
  for (const theme of new Set(all.map(({ heading }) => heading))) {
    const own = all.filter(({ heading }) => heading === theme);
    const told = chosen(own, visited(view.summary));
    const title = view.heading(theme) || "Under no theme";
    draft.heading(2, title);
    draft.table(
      told.length < own.length
        ? `${title}: ${told.length} of ${counted(own.length, "practice")}, of as many places as there are; practice.csv holds them all`
        : title,
      ["Practice", "Place", "In a practitioner's words", "Status"],
      [20, 22, 45, 13],
      grouped(told).map(([first, ...same]) => [
        first.practice,
        [first, ...same].map((practice) => `${numbers.get(practice.id) ?? ""} ${placeOf(practice)}`).join(", "),
        first.description === "" ? "Held until a person signs the quote off." : first.description,
        first.status,
      ]),
    );
  }
}

/** For each review in one row: practices elsewhere that answer what it lacks, by their numbers; what nobody is known to answer; and its lines. */
export function visits(draft: Draft, view: NationalView): void {
  const { headings, intro, nothing } = view.text;
  const numbers = practiceNumbers(view.summary);
  const places = new Map(view.summary.practices.map((practice) => [practice.id, placeOf(practice)]));
  draft.heading(1, headings.visits);
  draft.text(intro.visits);
  const told = view.summary.links.filter(({ visits: wants, from, to }) => wants.length + from.length + to.length > 0);
  if (told.length === 0) {
    draft.text(nothing);
    return;
  }
  draft.table(
    "What each review could visit, by numbers of the directory",
    ["Review", "Practice elsewhere", "No practice known for", "Lines"],
    [20, 42, 23, 15],
    told.map(({ area, quarter, visits: wants, from, to }) => [
      [area, quarter].filter((part) => part !== "").join(", "),
      wants
        .filter(({ practices: ids }) => ids.length > 0)
        .map(({ code, wants: kinds, practices: ids }) => {
          const where = ids.map((id) => `${numbers.get(id) ?? ""} ${places.get(id) ?? ""}`);
          return `${view.label(code)} (${inWords(kinds)}): ${where.join(", ")}`;
        })
        .join("; "),
      wants
        .filter(({ practices: ids }) => ids.length === 0)
        .map(({ code }) => view.label(code))
        .join("; "),
      [...(from.length > 0 ? [`from ${inWords(from)}`] : []), ...(to.length > 0 ? [`to ${inWords(to)}`] : [])].join(
        "; ",
      ),
    ]),
  );
}

const placeOf = ({ place, region }: Practice): string => (place === "" ? `an area in ${region}` : place);

/** Practices that are told in the same words, in the order of the first of each. */
function grouped(told: readonly Practice[]): [Practice, ...Practice[]][] {
  const groups = new Map<string, [Practice, ...Practice[]]>();
  for (const one of told) {
    // What is held back says nothing of what is the same.
    const key =
      one.description === "" ? one.id : JSON.stringify([one.practice, one.status, one.description.toLowerCase()]);
    const own = groups.get(key);
    if (own) own.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

/** Ids of the practices to which a review is sent. */
function visited({ links }: NationalSummary): ReadonlySet<string> {
  return new Set(links.flatMap(({ visits: wants }) => wants.flatMap(({ practices: ids }) => ids)));
}

/**
 * Those that a review is sent to, and of the others as many as the document has room for: the best tried first, then one of each place before a second
 * of any. In the order in which they are read: by what they are, then by status and place.
 */
function chosen(own: readonly Practice[], needed: ReadonlySet<string>): Practice[] {
  const rank = ({ status }: Practice) => -PRACTICE_STATUSES.indexOf(status);
  const heard = new Map<string, number>();
  const others = own
    .filter(({ id }) => !needed.has(id))
    .sort((a, b) => rank(a) - rank(b) || byText(a.id, b.id))
    .map((practice) => {
      const turn = heard.get(placeOf(practice)) ?? 0;
      heard.set(placeOf(practice), turn + 1);
      return { practice, turn };
    })
    .sort((a, b) => rank(a.practice) - rank(b.practice) || a.turn - b.turn)
    .slice(0, TOLD);
  return [...own.filter(({ id }) => needed.has(id)), ...others.map(({ practice }) => practice)].sort(
    (a, b) =>
      byText(a.practice, b.practice) || rank(a) - rank(b) || byText(placeOf(a), placeOf(b)) || byText(a.id, b.id),
  );
}
