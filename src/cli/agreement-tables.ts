import type { Agreement, CodeAgreement, FacetAgreement, Figure } from "../triangulation/index.js";
import { columns, count } from "./io.js";

const ROW_HEADS = [
  "human",
  "machine",
  "shared",
  "prevalence",
  "precision",
  "recall",
  "F1",
  "interval",
  "kappa",
  "alpha",
];

/**
 * An agreement for a terminal: by code, by session, by facet, and macro-F1 beside what a constant answer would have.
 * Shown intervals are of F1, of the share of equal values and of macro-F1; those of the other figures stand in the JSON.
 *
 * @param paths of the documents compared, shown where there are several.
 */
export function worded(made: Agreement, paths: readonly string[]): string {
  const { sentences, notFound, outside, overall, codes, facets, sessions } = made;
  const used = codes.filter(({ human, machine }) => human + machine > 0);
  const places = notFound.map(({ session, line }) => `${session} line ${line}`);
  const called = ({ document, session }: { document: number; session: string }) =>
    [paths.length > 1 ? paths[document] : "", session].filter(Boolean).join(": ") || "-";
  return [
    `${count(sentences, "sentence")} compared; ${notFound.length} of the sheet not found${places.length > 0 ? ` (${places.slice(0, 5).join("; ")}${places.length > 5 ? "; …" : ""})` : ""}; `,
    `${count(outside, "mention")} of the machine outside the sheet.\n\n`,
    columns([["code", ...ROW_HEADS], ...used.map((one) => [one.code, ...rowOf(one)]), ["all rows", ...rowOf(overall)]]),
    sessions.length < 2
      ? ""
      : `\n${columns([
          ["session", "sentences", ...ROW_HEADS],
          ...sessions.map((one) => [called(one), one.sentences, ...rowOf(one)]),
        ])}`,
    facets.length === 0 ? "" : `\n${facetTable(facets)}`,
    `\n${macroTable(made, used.length)}`,
  ].join("");
}

function facetTable(facets: readonly FacetAgreement[]): string {
  return columns([
    ["facet", "rows", "equal", "interval", "kappa", "alpha", "always"],
    ...facets.map((one) => [
      ...[one.facet, one.rows, shown(one.equal), interval(one.equal), shown(one.kappa), shown(one.alpha)],
      one.constant ? `${one.constant.value} ${one.constant.equal.toFixed(2)}` : "",
    ]),
  ]);
}

/** Codes and the facets' values other than the default, each rare one with the weight of a common one. */
function macroTable({ macroF1, constantMacroF1, facets }: Agreement, used: number): string {
  return columns([
    ["macro-F1 over", "value", "interval", "constant", "which is"],
    [count(used, "code"), shown(macroF1), interval(macroF1), decimal(constantMacroF1), "every code everywhere"],
    ...facets.map(({ facet, macroF1, constant }) => [
      ...[`${facet}, not at its default`, shown(macroF1), interval(macroF1), decimal(constant?.macroF1)],
      constant ? `always ${constant.value}` : "",
    ]),
  ]);
}

function rowOf(row: Omit<CodeAgreement, "code">): (string | number)[] {
  const { human, machine, shared, prevalence, precision, recall, f1, kappa, alpha } = row;
  const share = prevalence.value === undefined ? "-" : prevalence.value.toFixed(3);
  return [
    human,
    machine,
    shared,
    share,
    ...[precision, recall, f1].map(shown),
    interval(f1),
    shown(kappa),
    shown(alpha),
  ];
}

function shown({ value }: Figure): string {
  return decimal(value);
}

function decimal(value: number | undefined): string {
  return value === undefined ? "-" : value.toFixed(2);
}

function interval({ interval: range }: Figure): string {
  return range ? `${range.low.toFixed(2)}-${range.high.toFixed(2)}` : "";
}
