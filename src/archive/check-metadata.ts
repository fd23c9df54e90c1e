import type { Problem, ReviewFolder, SessionRow } from "../model/index.js";
import { codesOf } from "./cells.js";
import { daysBetween, isIsoDate } from "./dates.js";
import { groupBy } from "./group-by.js";
import { type Report, reporter } from "./report.js";

/** Fewest periods with which a course is tested (method: under eight is "not tested"). */
const FEWEST_PERIODS = 8;
/** Days between a session and its review beyond which one of the two dates is probably a slip. */
const FAR_DAYS = 366;

/**
 * Holds the metadata of a review against itself, the codes of the lexicon and its documents: what each file says may be right by itself and wrong
 * beside the others. `discover` calls it for every review; calling it again gives the same problems again.
 */
export function checkMetadata(review: ReviewFolder, known: { codes: ReadonlySet<string> }): Problem[] {
  const problems: Problem[] = [];
  const sessions = reporter(problems, "sessions.csv");
  const yaml = reporter(problems, "review.yaml");
  codesOf(review.meta.topicGuide, known.codes, "topic_guide", yaml);
  if (review.meta.date !== "" && !isIsoDate(review.meta.date)) notADate("date", review.meta.date, yaml);
  const byId = groupBy(review.rows, (row) => row.session);
  for (const [id, rows] of byId) checkSession(id, rows, review.meta.date, known.codes, sessions);
  const readable = new Set(review.documents.map((document) => document.path));
  for (const [file, rows] of groupBy(review.rows, (row) => row.file)) checkFile(file, rows, readable, sessions);
  if (
    review.rows.length > 0 &&
    review.rows.every((row) => row.exclude !== undefined) &&
    review.documents.every((d) => d.rows.length > 0)
  )
    sessions({
      rule: "archive/all-excluded",
      severity: "warning",
      message: "Every session of the review is excluded; nothing of it is counted.",
      wayOut: "Empty the exclude column of the sessions to be kept.",
    });
  checkIndicators(review, known.codes, reporter(problems, "indicators.csv"));
  checkCounts(review, known.codes, problems);
  return problems.map((problem) => ({ ...problem, review: review.meta.id }));
}

function notADate(place: string, found: string, report: Report): void {
  report({
    rule: "archive/bad-value",
    severity: "warning",
    place,
    message: `Found "${found.slice(0, 40)}", expected a day of the calendar as YYYY-MM-DD.`,
    wayOut: "Correct the date.",
  });
}

/** Rows of one session id: they describe one group, so what they say of it must agree. `record` may differ: notes and transcript. */
function checkSession(
  id: string,
  rows: readonly SessionRow[],
  reviewDate: string,
  codes: ReadonlySet<string>,
  report: Report,
): void {
  const place = `session ${id}`;
  const says: Readonly<Record<string, (row: SessionRow) => string | undefined>> = {
    sectors: (row) => row.sectors?.join("; "),
    kind: (row) => row.kind,
    level: (row) => row.level,
    date: (row) => row.date,
    label: (row) => row.label,
    exclude: (row) => (row.exclude === undefined ? "no" : "yes"),
  };
  for (const [column, value] of Object.entries(says)) {
    const values = new Set(rows.map(value).filter((v) => v !== undefined));
    if (values.size > 1)
      report({
        rule: "archive/session-conflict",
        severity: "warning",
        place: `${place}, ${column}`,
        message: `The lines of this session give ${values.size} different values of ${column}; expected one.`,
        wayOut:
          column === "sectors"
            ? "Make the lists the same if it is one group; give each group its own session id if it is not."
            : "Make them the same, or give each group its own session id.",
      });
  }
  if (rows.every((row) => row.sectors === undefined || row.sectors.every((sector) => sector === "unknown")))
    report({
      rule: "archive/sector-unknown",
      severity: "info",
      place: `${place}, sectors`,
      message: "No line of this session gives a sector; unless one can be guessed, it confirms and contradicts nobody.",
      wayOut: "Write the sectors that took part, with semicolons.",
    });
  for (const row of rows) {
    codesOf(row.asked ?? [], codes, `${place}, asked`, report);
    if (row.date !== undefined && !isIsoDate(row.date)) notADate(`${place}, date`, row.date, report);
    else if (row.date !== undefined && isIsoDate(reviewDate) && Math.abs(daysBetween(reviewDate, row.date)) > FAR_DAYS)
      report({
        rule: "archive/date-far",
        severity: "warning",
        place: `${place}, date`,
        message: `The session's date ${row.date} is more than a year from the review's, ${reviewDate}.`,
        wayOut: "Check both years.",
      });
    const participants = new Set(row.participants.map((name) => name.toLowerCase()));
    if (row.interviewers.some((name) => participants.has(name.toLowerCase())))
      report({
        rule: "archive/role-conflict",
        severity: "warning",
        place: `${place}, interviewers`,
        message: "A speaker label stands under interviewers and under participants.",
        wayOut: "Leave it in one of the two; an interviewer's words are no evidence.",
      });
    if (row.members !== undefined && row.members < row.participants.length)
      report({
        rule: "archive/members-few",
        severity: "warning",
        place: `${place}, members`,
        message: `members is ${row.members}, but ${row.participants.length} participants are listed.`,
        wayOut: "Correct the number, or the list.",
      });
  }
}

/** Rows of one file: several sessions in one document need headings that tell them apart. */
function checkFile(file: string, rows: readonly SessionRow[], readable: ReadonlySet<string>, report: Report): void {
  if (!readable.has(file))
    report({
      rule: "archive/missing-file",
      severity: "error",
      document: file,
      message: "sessions.csv names this file, which is none of the review's transcripts.",
      wayOut: "Correct the path or put the file there.",
    });
  const plainStart = (row: SessionRow) => (row.startsAt ?? row.label ?? "").toLowerCase();
  if (rows.some((row) => row.endsAt !== undefined && row.endsAt.toLowerCase() === plainStart(row)))
    report({
      rule: "archive/ends-at-start",
      severity: "warning",
      document: file,
      message: "A session of this file ends at the heading at which it starts.",
      wayOut: "Give the heading of what follows as ends_at, or leave it empty.",
    });
  if (rows.length < 2) return;
  if (rows.some((row) => plainStart(row) === ""))
    report({
      rule: "archive/no-start",
      severity: "warning",
      document: file,
      message: `sessions.csv has ${rows.length} lines for this file, and not each has starts_at or a label to tell where its session begins.`,
      wayOut: "Write the heading line at which each session starts.",
    });
  for (const [start, same] of groupBy(rows, plainStart))
    if (start !== "" && same.length > 1)
      report({
        rule: "archive/start-twice",
        severity: "warning",
        document: file,
        message: `${same.length} sessions of this file start at the same heading.`,
        wayOut: "Give each the heading of its own, or make them one session with several sectors.",
      });
}

function checkIndicators(review: ReviewFolder, codes: ReadonlySet<string>, report: Report): void {
  for (const [measure, rows] of groupBy(review.indicators, (row) => row.measure)) {
    const say = (rule: Parameters<Report>[0]["rule"], severity: Problem["severity"], message: string, wayOut: string) =>
      report({ rule, severity, place: `measure ${measure}`, message, wayOut });
    codesOf([...new Set(rows.flatMap((row) => row.codes))], codes, `measure ${measure}, codes`, report);
    if (new Set(rows.map((row) => row.direction)).size > 1)
      say(
        "archive/direction-conflict",
        "warning",
        "Lines of this measure give both directions, more and less.",
        "Write the same direction in each.",
      );
    if (new Set(rows.map((row) => row.unit)).size > 1)
      say(
        "archive/unit-conflict",
        "warning",
        "Lines of this measure give different units; a course is tested in one.",
        "Give each unit its own measure.",
      );
    const here = rows.filter((row) => row.area === review.meta.area);
    if (here.length === 0) {
      say(
        "archive/other-area",
        "info",
        "No line of this measure is for the review's area; the measure is not used.",
        "Spell the area as in review.yaml, or leave it empty.",
      );
      continue;
    }
    const shapes = new Set(here.map((row) => row.period.replace(/[0-9]/gu, "0")));
    if (shapes.size > 1)
      say(
        "archive/periods-mixed",
        "warning",
        `Periods of this measure are written in ${shapes.size} ways (such as years and months); their order is doubtful.`,
        "Keep one kind of period in a measure.",
      );
    const values = groupBy(here, (row) => JSON.stringify([row.period, [...row.codes].sort()]));
    for (const same of values.values())
      if (same.length > 1)
        say(
          "archive/period-twice",
          "warning",
          `The period ${same[0]!.period} stands ${same.length} times for this measure and area.`,
          "Keep one figure for each period.",
        );
    const periods = new Set(here.map((row) => row.period)).size;
    if (periods < FEWEST_PERIODS)
      say(
        "archive/few-periods",
        "info",
        `This measure has ${periods} periods; a course is tested from ${FEWEST_PERIODS}.`,
        "Add earlier periods if they are to be had.",
      );
  }
}

function checkCounts(review: ReviewFolder, codes: ReadonlySet<string>, problems: Problem[]): void {
  const recommendations = reporter(problems, "recommendations.csv");
  for (const [key, rows] of groupBy(review.recommendations, (row) => JSON.stringify([row.cohort, row.area, row.id]))) {
    const place = `recommendation ${(JSON.parse(key) as string[])[2]}`;
    for (const row of rows) codesOf(row.codes, codes, `${place}, codes`, recommendations);
    if (rows.length > 1)
      recommendations({
        rule: "archive/id-twice",
        severity: "warning",
        place,
        message: `${rows.length} recommendations of one cohort and area bear this id.`,
        wayOut: "Number each once.",
      });
  }
  const survey = reporter(problems, "survey.csv");
  review.survey.forEach((row, at) => {
    if (row.count < 0 || (row.outOf !== undefined && row.count > row.outOf))
      survey({
        rule: "archive/count-over-total",
        severity: "warning",
        place: `row ${at + 1}`,
        message: `The count ${row.count} is not between 0 and the total ${row.outOf ?? "(none given)"}; no rate can be formed.`,
        wayOut: "Check the two figures against their source.",
      });
  });
}
