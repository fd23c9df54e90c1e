import type { Concept, ReviewResult, Session } from "../../model/index.js";
import { heatCell, plainCell, stanceCell } from "./xlsx-looks.js";
import type { Sheet } from "./xlsx-workbook.js";

/** What the sheets of a review share. */
export type Frame = {
  readonly review: ReviewResult;
  readonly concepts: readonly Concept[];
  readonly sessions: readonly Session[];
  readonly labels: ReadonlyMap<string, string>;
  first(code: string, session: string): string | undefined;
};

const CODE_WIDTHS = [{ width: 34 }, { width: 14 }];

function heads({ sessions, labels }: Frame) {
  return sessions.map((session) =>
    plainCell(`${labels.get(session.id) ?? session.id}\n${session.sectors.join(", ")}`, "head"),
  );
}

/** The themes matrix as a heat map: evidence mentions of a code in a session, each leading to its first row of evidence. */
export function themesSheet(frame: Frame): Sheet {
  const { review, concepts, sessions } = frame;
  const counts = new Map<string, number>();
  for (const { code, session, evidence } of review.mentions) {
    const key = JSON.stringify([code, session]);
    if (evidence) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const verdicts = new Map(review.verdicts.map((verdict) => [verdict.code, verdict]));
  return {
    name: "Themes",
    tab: "#0a4854",
    columns: [...CODE_WIDTHS, ...sessions.map(() => ({ width: 16 })), { width: 12 }, { width: 13 }, { width: 26 }],
    frozen: { rows: 1, columns: 2 },
    filtered: true,
    rows: (function* () {
      const last = ["Sessions that speak", "Independent sectors", "code id"].map((name) => plainCell(name, "head"));
      yield {
        cells: [plainCell("Code", "head"), plainCell("Theme", "head"), ...heads(frame), ...last],
      };
      for (const { id, prefLabel, theme } of concepts) {
        const cells = sessions.map((session) =>
          heatCell(counts.get(JSON.stringify([id, session.id])) ?? 0, frame.first(id, session.id)),
        );
        const verdict = verdicts.get(id);
        yield {
          cells: [
            ...[plainCell(prefLabel, "strong"), plainCell(theme, "flat"), ...cells],
            ...[plainCell(verdict?.sessions ?? 0, "figure"), plainCell(verdict?.independent ?? 0, "figure")],
            plainCell(id, "quiet"),
          ],
        };
      }
    })(),
  };
}

/** The convergence coding matrix: what each session says of each code by word and colour, and what that comes to. */
export function convergenceSheet(frame: Frame): Sheet {
  const { review, concepts, sessions, labels } = frame;
  const stances = new Map(review.stances.map((row) => [JSON.stringify([row.code, row.session]), row.stance]));
  const verdicts = new Map(review.verdicts.map((verdict) => [verdict.code, verdict]));
  const named = (ids: readonly string[]) => ids.map((id) => labels.get(id) ?? id).join("; ");
  const last = ["Verdict", "Why", "Sectors for", "Sectors against", "Expected and silent", "Asked", "code id"];
  return {
    name: "Convergence",
    tab: "#1d7483",
    columns: [
      ...CODE_WIDTHS,
      ...sessions.map(() => ({ width: 16 })),
      ...[18, 40, 26, 20, 22, 34, 26].map((width) => ({ width })),
    ],
    frozen: { rows: 1, columns: 2 },
    filtered: true,
    rows: (function* () {
      yield {
        cells: [
          ...[plainCell("Code", "head"), plainCell("Theme", "head"), ...heads(frame)],
          ...last.map((name) => plainCell(name, "head")),
        ],
      };
      for (const { id, prefLabel, theme } of concepts) {
        const verdict = verdicts.get(id);
        const cells = sessions.map((session) =>
          stanceCell(stances.get(JSON.stringify([id, session.id])) ?? "silent", frame.first(id, session.id)),
        );
        yield {
          cells: [
            ...[plainCell(prefLabel, "strong"), plainCell(theme, "flat"), ...cells],
            ...[plainCell(verdict?.verdict ?? "not raised", "strong"), plainCell(verdict?.rule ?? "", "text")],
            plainCell(verdict?.sectorsFor.join("; ") ?? "", "text"),
            plainCell(verdict?.sectorsAgainst.join("; ") ?? "", "text"),
            plainCell(verdict?.silentExpected.join("; ") ?? "", "text"),
            plainCell(named(verdict?.asked ?? []), "text"),
            plainCell(id, "quiet"),
          ],
        };
      }
    })(),
  };
}
