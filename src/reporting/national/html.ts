import { createHash } from "node:crypto";
import type { NationalClaim, Voice } from "../../model/index.js";
import { listed as inWords } from "../office/words.js";
import { Html, html } from "../page/html.js";
import type { Reporter } from "../run-report.js";
import { sourceOf, voicesOf } from "./docx-findings.js";
import { asAtOf } from "./docx-parts.js";
import { NATIONAL_SCRIPT, NATIONAL_STYLE } from "./html-style.js";
import {
  asAtSlots,
  counted,
  type Finding,
  figures,
  filled,
  LISTED,
  type NationalView,
  practicePhrase,
  type Section,
  shown,
  viewNation,
} from "./view.js";

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
/** Nothing is fetched, sent or framed; only the style and the script of the page itself are run. */
const POLICY = `default-src 'none'; style-src ${hash(NATIONAL_STYLE)}; script-src ${hash(NATIONAL_SCRIPT)}; base-uri 'none'; form-action 'none'`;

type Cell = string | number;

/** A table whose rows may say of which regions and quarters they are. */
function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  placed: (row: number) => { regions: readonly string[]; quarters: readonly string[] } | undefined = () => undefined,
): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${rows.map(
    (row, i) =>
      html`<tr${attributes(placed(i))}>${row.map((cell) => html`<td${typeof cell === "number" ? new Html(' class="figure"') : ""}>${cell}</td>`)}</tr>
`,
  )}</tbody></table></div>
`;
}

function attributes(placed: { regions: readonly string[]; quarters: readonly string[] } | undefined): Html | false {
  return (
    placed !== undefined &&
    html` data-regions="${placed.regions.join(";")}" data-quarters="${placed.quarters.join(";")}"`
  );
}

/** Regions and quarters in which a claim is backed: what the filters ask. */
function placesOf({ regions, quarters }: NationalClaim): { regions: string[]; quarters: string[] } {
  const backed = (shares: NationalClaim["regions"]) =>
    shares.filter(({ numerator }) => numerator !== 0).map(({ name }) => name);
  return { regions: backed(regions), quarters: backed(quarters) };
}

function claimOf(claim: NationalClaim): Html {
  const shares = (some: NationalClaim["regions"]) =>
    some.map(({ name, numerator, denominator }) => [name, numerator, denominator]);
  const rows = JSON.stringify({ regions: shares(claim.regions), quarters: shares(claim.quarters) });
  return html`<div class="claim" id="c${claim.id}"${attributes(placesOf(claim))}><p>${[claim.statement, ...claim.notes].join(" ")}</p>
<p class="figures">${figures(claim)} <span class="here" data-shares="${rows}"></span></p></div>
`;
}

function voice(side: Voice, against: boolean): Html {
  return html`<blockquote${attributes({ regions: [side.region], quarters: [side.quarter] })}${against && new Html(' class="against"')}>“${side.quote}”<footer>${sourceOf(side)}</footer></blockquote>
`;
}

function finding({ title, claims }: Finding): Html {
  const against = voicesOf(claims, "counterVoices", 2);
  const [first] = claims;
  return html`<h4>${title}</h4>
${claims.map(claimOf)}${voicesOf(claims, "voices", 4).map((each) => voice(each, false))}${against.length > 0 && html`<p class="figures">On the other side</p>`}${against.map((each) => voice(each, true))}${
  first !== undefined &&
  first.areas.length > 0 &&
  html`<details><summary>Areas (${first.areas.length})</summary><p>${first.areas.join(", ")}.</p>${first.areasAgainst.length > 0 && html`<p>Otherwise: ${first.areasAgainst.join(", ")}.</p>`}</details>`
}
`;
}

function section(view: NationalView, { title, findings, also, elsewhere }: Section): Html {
  const rows = also.slice(0, LISTED);
  return html`<h3>${title}</h3>
${findings.length === 0 && html`<p>${view.text.nothing}</p>`}${findings.map(finding)}${elsewhere.length > 0 && html`<p>Told among the emerging findings: ${elsewhere.map((each) => each.title).join("; ")}.</p>`}${
  rows.length > 0 &&
  table(
    view.text.also,
    ["Claim", "Reviews", "Not known", "Strength", "Why it is only listed", "Id"],
    rows.map(({ title: name, reach, strength, limits, id }) => [
      ...[name, `${shown(reach.numerator)} of ${shown(reach.denominator)}`, shown(reach.notKnown), strength],
      ...[limits.join("; ") || `strength under ${view.summary.claimed}`, id],
    ]),
    (i) => rows[i] && placesOf(rows[i]),
  )
}`;
}

/** The parts of the page in order: anchor, title and body. */
function* parts(view: NationalView): Iterable<{ id: keyof NationalView["text"]["headings"]; body: Html }> {
  const { text, summary } = view;
  const intro = (id: keyof typeof text.intro) => html`<p>${filled(text.intro[id], asAtSlots(summary))}</p>`;
  const { lines, disclosure, filter, comparison } = summary;
  const taken = [
    ...filter.regions,
    filter.since && `from ${filter.since}`,
    filter.until && `up to ${filter.until}`,
  ].filter(Boolean);
  yield {
    id: "asAt",
    body: html`${intro("asAt")}<p>${taken.length === 0 ? "All reviews of the archive are taken in." : `Taken in: ${taken.join("; ")}.`}</p><p>${counted(summary.claims.length, "claim")} can be made; ${view.claimed.length} of them are told as findings, with strength ${summary.claimed} or more. ${disclosure.on ? `Disclosure control is on: a count that rests on fewer than ${disclosure.threshold} sessions is shown as [c].` : "Disclosure control is off: this page must not leave the house."}</p>`,
  };
  yield { id: "findings", body: html`${intro("findings")}${view.findings.map((each) => section(view, each))}` };
  yield { id: "strategy", body: html`${intro("strategy")}${view.strategy.map((each) => section(view, each))}` };
  const levels = summary.claims.filter(({ kind, limits }) => kind === "level" && limits.length === 0);
  yield {
    id: "levels",
    body: html`${intro("levels")}${levels.length === 0 && html`<p>${text.nothing}</p>`}${levels.map(claimOf)}`,
  };
  yield {
    id: "practice",
    body: html`${intro("practice")}${table(
      "Practices by theme",
      ["No.", "Theme", "Place", "Practice", "In a practitioner's words", "Status", "Why"],
      summary.practices.map(({ heading, place, region, practice, description, status, because }, i) => [
        ...[`P${i + 1}`, view.heading(heading), place === "" ? `an area in ${region}` : place, practice],
        ...[description === "" ? "Held until a person signs the quote off." : description, status, because],
      ]),
      (i) =>
        summary.practices[i] && { regions: [summary.practices[i].region], quarters: [summary.practices[i].quarter] },
    )}`,
  };
  const known = new Map(summary.practices.map((practice) => [practice.id, practice]));
  yield {
    id: "visits",
    body: html`${intro("visits")}${summary.links
      .filter(({ visits, from, to }) => visits.length + from.length + to.length > 0)
      .map(
        ({
          area,
          quarter,
          visits,
          from,
          to,
        }) => html`<details><summary>${area}${quarter !== "" && html`, ${quarter}`}</summary><ul>${visits.map(
          ({ code, wants, practices }) =>
            html`<li><b>${view.label(code)}</b> (${inWords(wants)}): ${
              practices.length === 0
                ? "no practice elsewhere is known"
                : practices
                    .flatMap((id) => known.get(id) ?? [])
                    .map(practicePhrase)
                    .join("; ")
            }</li>`,
        )}${from.length > 0 && html`<li>Lines from ${inWords(from)}</li>`}${to.length > 0 && html`<li>Lines to ${inWords(to)}</li>`}</ul></details>
`,
      )}`,
  };
  const edges = (some: typeof lines.places) =>
    some.map(({ exporter, importer, reviews, sessions }) => [exporter, importer, shown(reviews), shown(sessions)]);
  yield {
    id: "lines",
    body: html`${intro("lines")}${lines.places.length === 0 && html`<p>${text.nothing}</p>`}${view.claimed.filter(({ kind }) => kind === "line").map(claimOf)}${table("Between regions", ["From", "To", "Reviews", "Sessions"], edges(lines.regions))}${table(
      "Told of as both exporter and importer",
      ["Place", "Kind", "Reviews that say it exports", "Reviews that say it imports"],
      lines.conflicts.map(({ place, kind, exports, imports }) => [place, kind, shown(exports), shown(imports)]),
    )}${table("Between places", ["From", "To", "Reviews", "Sessions"], edges(lines.places), (i) => lines.places[i] && { regions: [lines.places[i].importerRegion, lines.places[i].exporterRegion], quarters: summary.trends.quarters.map(({ name }) => name) })}`,
  };
  yield {
    id: "language",
    body: html`${intro("language")}${summary.language.length === 0 && html`<p>${text.nothing}</p>`}${summary.language.map(
      ({ divergence, between, codes, uses }) =>
        html`<h4>${inWords(codes.map(view.label))}</h4><p>Between ${between}: ${divergence === "different words" ? "different words for one thing" : "one word for different things"}.</p><ul>${uses.map(({ by, term, code, reviews }) => html`<li><b>${by}</b>: “${term}” for ${view.label(code)}, in ${shown(reviews)} reviews</li>`)}</ul>`,
    )}`,
  };
  yield {
    id: "unknown",
    body: html`${intro("unknown")}${table(
      "Collection plan",
      ["Agency", "Heading", "Took part", "Does not know", "Asked, silent", "Not asked", "What to ask"],
      summary.unknown.map(({ sector, heading, tookPart, unaware, silentAsked, notAsked, ask }) => [
        ...[sector, view.heading(heading), shown(tookPart), shown(unaware), shown(silentAsked), shown(notAsked), ask],
      ]),
    )}`,
  };
  const changed = summary.claims.filter(
    ({ kind, limits }) => ["emerged", "faded", "new"].includes(kind) && limits.length === 0,
  );
  yield {
    id: "trends",
    body: html`${intro("trends")}${changed.length === 0 && html`<p>No code can be said to have emerged or faded.</p>`}${changed.map(claimOf)}${table(
      "Reviews that raise a code, of those that could have said so, by quarter",
      ["Code", ...summary.trends.quarters.map(({ name, reviews }) => `${name} (${reviews})`)],
      summary.trends.codes.map(({ code, cells }) => [
        view.label(code),
        ...summary.trends.quarters.map(({ name }) => {
          const cell = cells.find((each) => each.name === name);
          return cell === undefined ? "·" : `${shown(cell.numerator)}/${shown(cell.denominator)}`;
        }),
      ]),
    )}`,
  };
  if (comparison !== null) {
    const side = (figure: (typeof comparison.changes)[number]["before"]) =>
      figure === null ? "–" : `${shown(figure.numerator)} of ${shown(figure.denominator)}, strength ${figure.strength}`;
    yield {
      id: "comparison",
      body: html`<p>${filled(text.intro.comparison, { with: comparison.with, asAt: comparison.asAt, reviews: counted(comparison.reviews, "review") })}</p>${table(
        "Claims that were findings then or are now",
        ["Claim", "Change", "Then", "Now"],
        comparison.changes.map(({ title, change, before, after }) => [title, change, side(before), side(after)]),
      )}`,
    };
  }
  yield {
    id: "reviews",
    body: html`${intro("reviews")}${table(
      "Reviews taken in",
      ["Area", "Region", "Date", "Quarter", "Sessions"],
      summary.reviews.map(({ area, region, date, quarter, sessions }) => [
        area,
        region,
        date || "no date",
        quarter,
        sessions,
      ]),
      (i) => summary.reviews[i] && { regions: [summary.reviews[i].region], quarters: [summary.reviews[i].quarter] },
    )}`,
  };
  yield {
    id: "excluded",
    body: html`${intro("excluded")}${table(
      "Left out",
      ["What", "Why", "How many"],
      summary.excluded.map(({ what, why, count }) => [what || "passages", text.excluded[why] ?? why, count]),
    )}<p>${disclosure.claimsHeldBack} claims have a count held back, and ${disclosure.quotesHeld} quotes wait for a person to sign them off.</p>`,
  };
  yield {
    id: "methods",
    body: html`${text.methods.map((method) => html`<h3>${method.title}</h3><p>${filled(method.text, { threshold: String(disclosure.threshold) })}</p>`)}`,
  };
}

/** The page in chunks, a part each. */
export function* renderSummary(view: NationalView): Iterable<string> {
  const { text, summary } = view;
  const all = [...parts(view)];
  const option = (value: string) => html`<option>${value}</option>`;
  const regions = [...new Set(summary.reviews.map(({ region }) => region))].sort();
  const quarters = summary.trends.quarters.map(({ name }) => name);
  yield html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">
<title>${text.title}</title><style>${new Html(NATIONAL_STYLE)}</style><script>${new Html(NATIONAL_SCRIPT)}</script></head>
<body><a class="skip" href="#asAt">Skip to the content</a>
<header><h1>${text.title}</h1><p>Data as at ${asAtOf(view)} · ${counted(summary.reviews.length, "review")}</p><p class="notice">${text.notice}</p></header>
<div class="tools" role="group" aria-label="Choose and edit"><label>Region<select id="region"><option value="">all</option>${regions.map(option)}</select></label>
<label>From<select id="since"><option value="">the first</option>${quarters.map(option)}</select></label>
<label>To<select id="until"><option value="">the last</option>${quarters.map(option)}</select></label>
<button type="button" id="edit" aria-pressed="false">Edit</button><button type="button" id="save">Save a copy</button><p id="filtered" role="status"></p></div>
<div class="frame"><nav aria-label="Contents"><ul>${all.map(({ id }) => html`<li><a href="#${id}">${text.headings[id]}</a></li>`)}</ul></nav><main>
`.text;
  for (const { id, body } of all) {
    yield html`<section aria-labelledby="${id}"><h2 id="${id}">${text.headings[id]}</h2>
${body}</section>
`.text;
  }
  yield "</main></div></body></html>\n";
}

/** national/summary.html: the summary on one page that needs nothing else, filtered by region and quarter, edited and saved again. */
export const nationalHtml: Reporter = function* (run) {
  const { national } = run;
  if (national === undefined) return;
  yield { path: "national/summary.html", chunks: renderSummary(viewNation(run, national)) };
};
