/**
 * The columns of each metadata table and the headers that are read for them. Case, spaces, underscores and punctuation of a header do not matter
 * ("Starts at" is `starts_at`). The first name of each list is the one that is written and named in problems.
 */
export const COLUMNS = {
  sessions: {
    file: ["file", "file name", "filename", "document", "path", "transcript"],
    session: ["session", "session id", "session ref", "id", "group id"],
    label: ["label", "title", "name", "group", "heading", "session label", "session name"],
    kind: ["kind", "type", "method", "session type", "session kind"],
    sectors: ["sectors", "sector", "agencies", "agency", "organisations", "organisation", "service", "services"],
    level: ["level", "seniority", "grade"],
    date: ["date", "session date", "date held", "held on"],
    record: ["record", "record type", "record kind", "recorded as"],
    starts_at: ["starts_at", "start", "starts", "start heading", "from heading"],
    ends_at: ["ends_at", "end", "ends", "end heading", "to heading"],
    interviewers: [
      "interviewers",
      "interviewer",
      "facilitators",
      "facilitator",
      "moderators",
      "moderator",
      "researchers",
    ],
    participants: ["participants", "participant", "speakers", "respondents", "interviewees"],
    members: ["members", "number", "n", "size", "headcount", "number of participants", "no of participants", "people"],
    asked: ["asked", "asked about", "codes asked", "topics", "topics asked"],
    exclude: ["exclude", "excluded", "leave out", "omit", "ignore"],
  },
  indicators: {
    measure: ["measure", "indicator", "metric", "series", "name"],
    codes: ["codes", "code", "themes", "theme"],
    area: ["area", "place", "district", "local authority"],
    period: ["period", "year", "quarter", "month", "date", "time"],
    value: ["value", "figure", "count", "rate", "number"],
    unit: ["unit", "units"],
    source: ["source", "data source", "reference"],
    direction: ["direction", "polarity", "more means"],
  },
  recommendations: {
    cohort: ["cohort", "programme year", "wave"],
    area: ["area", "place", "local authority"],
    id: ["id", "number", "no", "ref", "reference"],
    text: ["text", "recommendation", "wording"],
    codes: ["codes", "code", "themes", "theme"],
    status: ["status", "implemented", "implementation", "progress"],
    reason: ["reason", "why", "comment", "comments"],
  },
  survey: {
    cohort: ["cohort", "programme year"],
    topic: ["topic", "question", "section"],
    item: ["partner_or_item", "item", "partner", "answer"],
    measure: ["measure", "response", "scale"],
    wave: ["wave", "year", "round"],
    count: ["count", "n", "number", "value"],
    outOf: ["out_of", "out of", "total", "base", "denominator", "of"],
    line: ["line", "source line", "source", "page"],
  },
} as const;

export type TableName = keyof typeof COLUMNS;
export type Column<T extends TableName> = keyof (typeof COLUMNS)[T] & string;

/** A header without case, punctuation and doubled spaces. */
export function plainHeader(header: string): string {
  return header
    .normalize("NFKC")
    .replace(/([a-z])([A-Z])/gu, "$1 $2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, " ")
    .trim();
}

/** The names that columns of a table are known by, in the order of the table, as they are written in files. */
export function columnNames(table: TableName): string[] {
  return Object.values(COLUMNS[table] as Readonly<Record<string, readonly string[]>>).map((names) => names[0]!);
}

/** Plain header -> column of the table. */
export function headerIndex(table: TableName): Map<string, string> {
  const index = new Map<string, string>();
  for (const [column, names] of Object.entries(COLUMNS[table] as Readonly<Record<string, readonly string[]>>))
    for (const name of names) if (!index.has(plainHeader(name))) index.set(plainHeader(name), column);
  return index;
}

/** All headers that are read as a column. */
export function headersOf(table: TableName, column: string): readonly string[] {
  return (COLUMNS[table] as Readonly<Record<string, readonly string[]>>)[column] ?? [];
}
