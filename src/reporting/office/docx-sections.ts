import type { Finding, Session } from "../../model/index.js";
import { monthOf } from "../review-name.js";
import { summarise } from "../session-summary.js";
import type { Draft, Piece } from "./docx-parts.js";
import { MATRIX_ANCHOR, numbered, type ReportView } from "./docx-view.js";
import { capital, counted, listed, METHOD } from "./words.js";

/** Most quotes under one claim, and most claims of one kind before the rest is left to the appendix. */
const QUOTES = 2;
const CLAIMS = 40;

const inText = (label: string) =>
  /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

/** 1: what the review rests on, how it was made and how it must be read. */
export function introduction(draft: Draft, view: ReportView): void {
  const { review, sessions, findings } = view;
  const { area, date } = review.meta;
  const month = monthOf(date);
  const words = sessions.reduce((sum, session) => sum + session.words, 0);
  const sectors = [...new Set(sessions.flatMap((session) => session.sectors))].filter((sector) => sector !== "unknown");
  draft.heading(1, "Introduction and method");
  draft.text(
    `This report sums up what was said in ${counted(sessions.length, "session")} of the locality review${area === "" ? "" : ` of ${area}`}${month === "" ? "" : `, ${month}`}: ${words.toLocaleString("en-GB")} words, from ${listed(sectors)}. It is a draft for analysts: ${findings.length === 0 ? "no findings were made" : `${counted(findings.length, "finding")}, of which ${counted(findings.filter(({ status }) => status === "candidate").length, "is a candidate", "are candidates")} until somebody decides`}${view.rejected > 0 ? `; ${counted(view.rejected, "rejected finding")} left out` : ""}.`,
  );
  draft.text(
    "Every claim ends with the ",
    { text: "id of its finding", bold: true },
    " in brackets, which leads to the quotes for and against it in Appendix B; where no finding was made it refers to the matrix in Appendix A. Sessions are called by their numbers in Table 1.",
  );
  draft.table(
    "Sessions of the review",
    ["No.", "Session", "Kind and record", "Sectors", "Level", "Date", "Words"],
    [5, 25, 15, 21, 12, 12, 8],
    sessions.map((session) => [
      ...[view.number(session.id), view.label(session.id), `${session.kind.replace("-", " ")}, ${session.record}`],
      ...[session.sectors.join(", "), session.level, session.date, session.words.toLocaleString("en-GB")],
    ]),
  );
  for (const [head, text] of METHOD) {
    draft.heading(2, head);
    draft.styled(head === "Confidentiality" ? "Note" : "BodyText", text);
  }
}

/** What a session says of its codes, by stance, with the codes that it speaks of most. */
function stancesOf(view: ReportView, session: Session): string {
  const stances = view.review.stances.filter((row) => row.session === session.id && row.mentions > 0);
  const most = [...stances].sort((a, b) => b.mentions - a.mentions || (a.code < b.code ? -1 : 1)).slice(0, 5);
  if (most.length === 0) return "Nothing in it was coded as evidence.";
  const of = (...names: string[]) =>
    stances.filter(({ stance }) => names.includes(stance)).map(({ code }) => inText(view.concept(code)));
  const said = [
    { verb: "denies", codes: of("denies") },
    { verb: "says both yes and no of", codes: of("mixed") },
    { verb: "is uncertain or unaware of", codes: of("uncertain") },
  ].filter(({ codes }) => codes.length > 0);
  const affirms = of("affirms").length;
  return [
    `It speaks of ${counted(stances.length, "code")}, most of ${listed(most.map(({ code, mentions }) => `${inText(view.concept(code))} (${mentions})`))}.`,
    `It affirms ${counted(affirms, "code")}${said.map(({ verb, codes }) => `; it ${verb} ${listed(codes)}`).join("")}.`,
  ].join(" ");
}

/** 2: each session in its own words, the sentences that cover most of what it speaks of. */
export function sessionSummaries(draft: Draft, view: ReportView): void {
  draft.heading(1, "Summary of each session");
  draft.text(
    "The quotes under each session were chosen from all its coded sentences because together they cover most of its codes and stand near the middle of what it says, not because they came first. They stand in the order in which they were said.",
  );
  for (const session of view.sessions) {
    draft.heading(2, `${view.number(session.id)}. ${view.label(session.id)}`);
    const about = [session.kind.replace("-", " "), session.sectors.join(", "), session.record, session.date];
    const members = session.members === undefined ? "" : `${counted(session.members, "participant")}`;
    draft.styled("Source", capital([...about, members].filter((part) => part !== "").join(" · ")));
    draft.text(stancesOf(view, session), " ", { text: "[matrix]", to: MATRIX_ANCHOR });
    const own = view.review.mentions.filter((mention) => mention.session === session.id);
    for (const { quote, mention, codes } of summarise(own)) {
      draft.quote(quote, `${listed(codes.map((code) => inText(view.concept(code))))} (mention ${mention.slice(0, 8)})`);
    }
    const alone = view.findings.filter(({ sessionsFor }) => sessionsFor.length === 1 && sessionsFor[0] === session.id);
    if (alone.length > 0) draft.text("Findings that rest on this session alone:", ...view.references(alone, 12));
  }
}

function claim(draft: Draft, view: ReportView, code: string): void {
  const verdict = view.verdicts.get(code);
  if (verdict === undefined) return;
  const side = (verb: string, ids: readonly string[]) =>
    ids.length === 0 ? [] : [`${verb} by ${numbered(view, ids)}`];
  const parts = [
    ...side("affirmed", verdict.affirms),
    ...side("denied", verdict.denies),
    ...side("said both ways", verdict.mixed),
    ...side("uncertain", verdict.uncertain).map((text) => text.replace(" by ", " in ")),
  ];
  const who = verdict.sectorsFor.length === 0 ? "" : ` (${listed(verdict.sectorsFor)})`;
  const flag = verdict.levelFlag === "" ? "" : `; ${verdict.levelFlag}`;
  const silent = verdict.silentExpected.length === 0 ? "" : `; expected and silent: ${listed(verdict.silentExpected)}`;
  const [first = "spoken of elsewhere or at another time only", ...rest] = parts;
  const findings = view.on(code);
  draft.bullet(
    { text: view.concept(code), bold: true },
    `: ${[first + who, ...rest].join("; ")}${flag}${silent}.`,
    ...(findings.length === 0 ? [" ", { text: "[matrix]", to: MATRIX_ANCHOR }] : view.references(findings)),
  );
}

/** 3: what was raised consistently, inconsistently or by one sector alone, and what nobody raised. */
export function acrossSessions(draft: Draft, view: ReportView): void {
  const byVerdict = (...names: string[]) =>
    view.concepts
      .filter(({ id }) => names.includes(view.verdicts.get(id)?.verdict ?? "not raised"))
      .sort((a, b) => (view.verdicts.get(b.id)?.independent ?? 0) - (view.verdicts.get(a.id)?.independent ?? 0));
  const list = (title: string, about: string, names: string[]) => {
    draft.heading(2, title);
    const codes = byVerdict(...names);
    draft.text(codes.length === 0 ? "Nothing." : about);
    for (const { id } of codes) claim(draft, view, id);
  };
  draft.heading(1, "Summary across sessions");
  list("Raised consistently", "Independent sessions say the same, or do not contradict one another.", [
    ...["agreement", "partial agreement"],
  ]);
  list("Raised inconsistently", "Sessions contradict one another, or too few take a stance. Dissonance is a finding.", [
    ...["dissonance", "unclear"],
  ]);
  list("Heard from one sector only", "One sector alone speaks. Silence of the others is not absence.", ["silence"]);
  draft.heading(2, "Not raised");
  const none = byVerdict("not raised").map(({ prefLabel }) => inText(prefLabel));
  draft.text(none.length === 0 ? "Every code was raised." : `Nobody spoke of ${listed(none)}. `, {
    ...{ text: "[matrix]", to: MATRIX_ANCHOR },
  });
  const tested = view.review.corroborations.filter(({ result }) => result !== "not tested");
  draft.heading(2, "Against counted data");
  if (tested.length === 0) draft.text("No counted series could be held against what was said.");
  for (const { code, measure, perceived, periods, result } of tested) {
    draft.bullet(
      { text: view.concept(code), bold: true },
      `: perceived as ${perceived}; ${measure}, ${counted(periods, "period")}: ${result}.`,
      ...view.references(view.on(code)),
    );
  }
}

/** 4: the eight questions, each with its sentences, findings and quotes. */
export function questionsSection(draft: Draft, view: ReportView): void {
  const findings = new Map(view.findings.map((finding) => [finding.id, finding]));
  draft.heading(1, "The eight questions");
  for (const answer of [...view.review.answers].sort((a, b) => a.question - b.question)) {
    draft.heading(2, `${answer.question}. ${answer.title}`);
    for (const sentence of answer.sentences) draft.bullet(sentence);
    const own = answer.findings.flatMap((id) => findings.get(id) ?? []);
    draft.text(
      ...(own.length === 0
        ? ["Rests on the matrix. ", { text: "[matrix]", to: MATRIX_ANCHOR }]
        : [own.length > 8 ? "Rests above all on:" : "Rests on:", ...view.references(own, 8)]),
    );
    for (const evidence of answer.evidence.slice(0, 3)) draft.quote(evidence.quote, ...view.source(evidence));
  }
}

function evidenced(draft: Draft, view: ReportView, finding: Finding, before: readonly Piece[]): void {
  draft.bullet(...before, finding.statement, ...view.references([finding]));
  for (const evidence of finding.evidence.slice(0, QUOTES)) draft.quote(evidence.quote, ...view.source(evidence));
}

/** 5: what works, by those who say so. */
export function goodPractice(draft: Draft, view: ReportView): void {
  const strengths = view.findings.filter(({ type }) => type === "strength");
  draft.heading(1, "Good practice");
  draft.text(
    strengths.length === 0
      ? "No strength was named."
      : "Practitioners named these strengths. That they value a thing does not show that it works.",
  );
  for (const finding of strengths.slice(0, CLAIMS)) evidenced(draft, view, finding, []);
}

/** 6: what practitioners say is needed, put as recommendations to be worded by an analyst. */
export function recommendations(draft: Draft, view: ReportView): void {
  const needs = view.findings.filter(({ type }) => type === "need");
  draft.heading(1, "Recommendations");
  draft.text(
    needs.length === 0
      ? "No need was named, and nothing is recommended that does not rest on one."
      : "Each recommendation rests on a need that practitioners named; what would meet it is for the partnership to decide.",
  );
  for (const [i, finding] of needs.slice(0, CLAIMS).entries()) {
    const about = listed(finding.codes.map((code) => inText(view.concept(code))));
    draft.heading(2, `Recommendation ${i + 1}: ${about}`);
    draft.text(
      `The partnership should look at the need named around ${about}, and agree who answers it and how it will be known that it is met.`,
      ...view.references([finding]),
    );
    evidenced(draft, view, finding, [{ text: "Rests on: ", bold: true }]);
    const bearing = view.findings.filter(
      ({ type, codes }) =>
        ["barrier", "knowledge gap", "strength", "duplication"].includes(type) &&
        codes.some((code) => finding.codes.includes(code)),
    );
    for (const other of bearing.slice(0, 3)) {
      draft.bullet({ text: `${capital(other.type)}: `, bold: true }, other.statement, ...view.references([other]));
    }
  }
}

/** 7: visits, and the places that the area is linked with. */
export function visitsAndLinks(draft: Draft, view: ReportView): void {
  draft.heading(1, "Visits and links with other areas");
  const visits = view.sessions.filter(({ kind }) => kind === "visit");
  draft.text(
    visits.length === 0
      ? "No visit stands among the sessions."
      : `Visits: ${listed(visits.map(({ id }) => `${view.label(id)} (${view.number(id)})`))}.`,
  );
  const lines = view.findings.filter(({ type }) => type === "line");
  if (lines.length === 0) draft.text("No drug line and no movement of people between named places was found.");
  for (const finding of lines.slice(0, CLAIMS)) evidenced(draft, view, finding, []);
}
