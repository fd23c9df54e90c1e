import type { NationalClaim } from "../../model/index.js";
import { heatCell, plainCell } from "../office/xlsx-looks.js";
import { type Cell, type Sheet, workbook } from "../office/xlsx-workbook.js";
import type { Reporter } from "../run-report.js";
import { filled, type NationalView, shown, viewNation } from "./view.js";

type Row = readonly (string | number)[];

/** A sheet of plain rows under a head. */
function table(name: string, tab: string, heads: readonly (readonly [string, number])[], rows: Iterable<Row>): Sheet {
  return {
    ...{ name, tab },
    columns: heads.map(([, width]) => ({ width })),
    frozen: { rows: 1, columns: 1 },
    filtered: true,
    rows: (function* () {
      yield { cells: heads.map(([head]) => plainCell(head, "head")) };
      for (const row of rows) {
        yield {
          cells: row.map((value, i) =>
            plainCell(value, typeof value === "number" ? "figure" : i === 0 ? "strong" : "text"),
          ),
        };
      }
    })(),
  };
}

/** A count, or the sign that it is held back. */
const figure = (count: number | null): string | number => count ?? shown(count);

/** Codes by areas: raised, denied, or neither. Contested areas raise it; what is not said of an area may not be known. */
function matrix(view: NationalView): Sheet {
  const reaches = new Map(
    view.summary.claims.filter(({ kind }) => kind === "reach").map((claim) => [claim.codes[0], claim]),
  );
  const areas = [...new Set([...reaches.values()].flatMap((claim) => [...claim.areas, ...claim.areasAgainst]))].sort();
  return {
    name: "Matrix",
    tab: "#0a4854",
    columns: [
      { width: 34 },
      { width: 14 },
      { width: 11 },
      { width: 13 },
      { width: 11 },
      { width: 10 },
      ...areas.map(() => ({ width: 12 })),
    ],
    frozen: { rows: 1, columns: 2 },
    filtered: true,
    rows: (function* () {
      const heads = ["Code", "Theme", "Reviews that raise it", "Could have said it", "Not known", "Strength", ...areas];
      yield { cells: heads.map((head) => plainCell(head, "head")) };
      for (const { id, prefLabel, theme } of view.concepts) {
        const claim = reaches.get(id);
        const [raised, denied] = [new Set(claim?.areas), new Set(claim?.areasAgainst)];
        const numerator = claim?.reach.numerator;
        yield {
          cells: [
            ...[plainCell(prefLabel, "strong"), plainCell(theme, "flat")],
            typeof numerator === "number"
              ? heatCell(numerator, undefined)
              : plainCell(claim === undefined ? 0 : shown(null), "figure"),
            ...[claim?.reach.denominator, claim?.reach.notKnown].map((count) =>
              plainCell(count === undefined ? "" : figure(count), "figure"),
            ),
            plainCell(claim?.strength ?? "", "figure"),
            ...areas.map(
              (area): Cell =>
                plainCell(
                  raised.has(area) ? (denied.has(area) ? "both" : "raised") : denied.has(area) ? "denied" : "",
                  "flat",
                ),
            ),
          ],
        };
      }
    })(),
  };
}

function claimRow(view: NationalView, claim: NationalClaim): Row {
  const { reach, interval } = claim;
  return [
    claim.id,
    claim.kind,
    claim.title,
    claim.statement,
    claim.notes.join(" "),
    claim.strength,
    ...[
      reach.numerator,
      reach.denominator,
      reach.notKnown,
      reach.contested,
      reach.against,
      reach.uncertain,
      reach.silent,
    ].map(figure),
    ...[interval?.low ?? "", interval?.high ?? "", claim.chance ?? ""],
    claim.limits.join("; "),
    claim.headings.map(view.heading).join("; "),
    claim.areas.join("; "),
    claim.areasAgainst.join("; "),
  ];
}

const CLAIM_HEADS = [
  ...(["Claim", "Kind", "Title", "Statement", "Notes", "Strength"] as const).map(
    (head, i) => [head, [19, 12, 34, 70, 60, 9][i] ?? 12] as const,
  ),
  ...["Numerator", "Denominator", "Not known", "Contested", "Against", "Uncertain", "Silent"].map(
    (head) => [head, 12] as const,
  ),
  ...["Low %", "High %", "Chance"].map((head) => [head, 9] as const),
  ...([
    ["Why it is only listed", 36],
    ["Headings", 36],
    ["Areas", 60],
    ["Areas against", 40],
  ] as const),
] as const;

/** Reach by region, and by quarter: numerator and denominator side by side. */
function sharesSheet(
  view: NationalView,
  name: string,
  tab: string,
  of: (claim: NationalClaim) => NationalClaim["regions"],
): Sheet {
  const claims = view.summary.claims.filter(({ kind }) => kind === "reach");
  const names = [...new Set(claims.flatMap((claim) => of(claim).map((share) => share.name)))].sort();
  const heads = [["Code", 34] as const, ...names.flatMap((one) => [[one, 14] as const, [`${one}: of`, 10] as const])];
  const rows = claims.map((claim): Row => {
    const shares = new Map(of(claim).map((share) => [share.name, share]));
    return [
      view.label(claim.codes[0] ?? ""),
      ...names.flatMap((one) => {
        const share = shares.get(one);
        return share === undefined ? ["", ""] : [figure(share.numerator), figure(share.denominator)];
      }),
    ];
  });
  return table(name, tab, heads, rows);
}

function sheets(view: NationalView): Sheet[] {
  const { summary, text } = view;
  const threshold = String(summary.disclosure.threshold);
  return [
    matrix(view),
    table(
      "Claims",
      "#b35900",
      CLAIM_HEADS,
      summary.claims.map((claim) => claimRow(view, claim)),
    ),
    sharesSheet(view, "Regions", "#1d7483", ({ regions }) => regions),
    sharesSheet(view, "Quarters", "#1d7483", ({ quarters }) => quarters),
    table(
      "Practice",
      "#4fb0bf",
      [
        ["Practice", 34],
        ["Place", 22],
        ["Theme", 30],
        ["In a practitioner's words", 70],
        ["Status", 13],
        ["Why", 36],
        ["Id", 19],
        ["No.", 7],
      ],
      summary.practices.map(({ practice, place, region, heading, description, status, because, id }, i) => [
        ...[practice, place || region, view.heading(heading), description, status, because, id, `P${i + 1}`],
      ]),
    ),
    table(
      "Lines",
      "#4fb0bf",
      [
        ["From", 26],
        ["To", 26],
        ["Region from", 24],
        ["Region to", 24],
        ["Reviews", 10],
        ["Sessions", 10],
      ],
      summary.lines.places.map(({ exporter, importer, exporterRegion, importerRegion, reviews, sessions }) => [
        ...[exporter, importer, exporterRegion, importerRegion, figure(reviews), figure(sessions)],
      ]),
    ),
    table(
      "Not known",
      "#56646f",
      [
        ["Agency", 26],
        ["Heading", 34],
        ["Took part", 10],
        ["Does not know", 12],
        ["Asked, silent", 12],
        ["Not asked", 10],
        ["What to ask", 80],
      ],
      summary.unknown.map(({ sector, heading, tookPart, unaware, silentAsked, notAsked, ask }) => [
        ...[
          sector,
          view.heading(heading),
          figure(tookPart),
          figure(unaware),
          figure(silentAsked),
          figure(notAsked),
          ask,
        ],
      ]),
    ),
    table(
      "Reviews",
      "#56646f",
      [
        ["Area", 28],
        ["Title", 40],
        ["Region", 26],
        ["Date", 12],
        ["Quarter", 10],
        ["Sessions", 10],
      ],
      summary.reviews.map(({ area, title, region, date, quarter, sessions }) => [
        area,
        title,
        region,
        date,
        quarter,
        sessions,
      ]),
    ),
    {
      ...{
        name: "Method",
        tab: "#c8d2d9",
        columns: [{ width: 30 }, { width: 110 }],
        frozen: { rows: 0, columns: 0 },
        filtered: false,
      },
      rows: [
        { cells: [plainCell(text.title, "title")], height: 22 },
        ...text.methods.map((method) => ({
          cells: [plainCell(method.title, "term"), plainCell(filled(method.text, { threshold }), "prose")],
        })),
      ],
    },
  ];
}

/** national/matrix.xlsx: codes by areas, every claim, regions, quarters, practice, lines and what is not known. */
export const nationalXlsx: Reporter = function* (run) {
  const { national } = run;
  if (national === undefined) return;
  const chunks = {
    [Symbol.iterator]: () => workbook(national.text.title, sheets(viewNation(run, national)))[Symbol.iterator](),
  };
  yield { path: "national/matrix.xlsx", chunks };
};
