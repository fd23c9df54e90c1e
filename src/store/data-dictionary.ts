import { type ColumnKind, columnName, TABLE_NAMES, TABLES, type TableName } from "./columns.js";
import { SQL_TYPE } from "./parquet.js";

/** Path of the data dictionary under a run's folder. */
export const DICTIONARY = "data/README.md";

/** What a table holds, a row at a time, and what each of its columns means. */
type Meanings = { [Name in TableName]: { row: string; columns: Record<keyof (typeof TABLES)[Name], string> } };

const REVIEW = "Id of the review.";
const SESSION = "Id of the session, unique in its review.";
const DOCUMENT = "Path of the file under its review, masked where it names a person.";
const CODE = "Id of the code.";
const START = "Where it begins in the stored text of its document, in UTF-16 units from 0.";
const END = "Where it ends there; the unit at this place is no longer part of it.";
const SENTENCE = "Number of the sentence in its document, from 0.";
const TIME = "Time of the turn in the recording, `HH:MM:SS`, or empty.";

const MEANINGS: Meanings = {
  reviews: {
    row: "a locality review",
    columns: {
      review: REVIEW,
      area: "The area as people call it.",
      date: "ISO date, or empty where it is not known.",
      meta: "All of review.yaml: id, area, date, title, cohort, region, topicGuide.",
      saturation:
        "After how many sessions hardly any new code came up: sessions, codes, reachedAt, ratio, medianReachedAt, note.",
    },
  },
  documents: {
    row: "an input file",
    columns: {
      review: REVIEW,
      document: DOCUMENT,
      sha256: "Hash of the file's bytes, in hexadecimal.",
      status: "`coded` in this run, `reused` from an earlier one, or `problem`: not read.",
      sessions: "Ids of the sessions it holds.",
      words: "Words in its stored text.",
      text: "The stored text, masked; NULL where the file was not read.",
    },
  },
  sessions: {
    row: "a focus group, interview, workshop or visit",
    columns: {
      review: REVIEW,
      id: "Id of the session, unique in its review; other tables call it session.",
      label: "What the session is called.",
      kind: "`focus-group`, `interview`, `workshop` or `visit`.",
      sectors: "Trades of those who took part; `unknown` alone where nothing is known.",
      level: "`strategic`, `managerial`, `practitioner`, `community`, `mixed` or `unknown`.",
      date: "ISO date, or empty.",
      record: "`verbatim`: speech as it was said; `notes`: the team's account.",
      documents: "Paths of its documents.",
      members: "How many people took part; NULL where nobody wrote it down.",
      words: "Words of its documents.",
      order: "Its place among the sessions of the review, from 0.",
      asked: "By code, `yes` or `no`; a code that is missing is not known to have been asked about.",
    },
  },
  turns: {
    row: "a stretch of one speaker; notes are one turn for each part",
    columns: {
      review: REVIEW,
      document: DOCUMENT,
      turn: "Number of the turn in its document, from 0.",
      start: START,
      end: END,
      speaker: "Label as written, masked where it names a person; empty in notes.",
      role: "`participant`, `interviewer` or `note-taker`.",
      time: TIME,
    },
  },
  blocks: {
    row: "a paragraph, heading or bullet of a stored text",
    columns: {
      review: REVIEW,
      document: DOCUMENT,
      block: "Number of the block in its document, from 0.",
      start: START,
      end: END,
      kind: "`heading`, `paragraph`, `bullet` or `attendees`: a list of those who took part.",
      turn: "Number of its turn in its document, from 0.",
      leadIn: "For a bullet the number of the block that leads it in, else -1.",
      record: "`verbatim` or `notes`: the record of the session it stands in.",
      repeated: "Whether it stands word for word in other documents.",
    },
  },
  sentences: {
    row: "a sentence",
    columns: {
      review: REVIEW,
      document: DOCUMENT,
      session: "Id of the session it belongs to, or empty.",
      sentence: SENTENCE,
      start: START,
      end: END,
      block: "Number of its paragraph, heading or bullet in the document.",
      turn: "Number of its turn in the document.",
      part: "Number of its part of the document; -1 outside all sessions.",
      text: "The sentence, masked.",
    },
  },
  mentions: {
    row: "a span of words that carries a code",
    columns: {
      id: "Hash of what it says and where: the same from night to night.",
      review: REVIEW,
      session: SESSION,
      document: DOCUMENT,
      turn: "Number of its turn in the document.",
      speaker: "Label of the speaker, masked; empty in notes.",
      role: "`participant`, `interviewer` or `note-taker`.",
      sentence: SENTENCE,
      start: START,
      end: END,
      text: "The words of the span, masked.",
      code: CODE,
      theme: "Theme of the code.",
      assertion: "`present`, `absent`, `possible`, `hypothetical`, or `unaware`: the speaker does not know of it.",
      temporality: "`current`, `past` or `future`.",
      locus: "`local`, `elsewhere` or `national`.",
      trend: "`none` said, `rising`, `falling`, `emerging`, `displaced` or `stable`.",
      appraisal: "`none` said, `strength`, `barrier`, `gap`, `need` or `concern`.",
      evidentiality: "`own` experience, `reported`, `perceived`, `observed` by the note-taker, or `advised`.",
      support: "How much of the group stands behind it: `unstated`, `all`, `most`, `some`, `one` or `none`.",
      evidence: "Whether it counts.",
      excluded: "Why it does not count; empty where it does.",
      prompted: "`yes` where an interviewer's turn carried the code before, `no`, or empty in notes.",
      quote: "The whole sentence, masked.",
      time: TIME,
      term: "The term of the lexicon that matched.",
      cues: "Cues that bore on it: cue, facet, value, start, end, from, to, outcome (`decided` or `overruled`).",
      near: "Dictionary forms of content words within five words.",
    },
  },
  overruled: {
    row: "a term that was seen and set aside",
    columns: {
      review: REVIEW,
      document: DOCUMENT,
      sentence: SENTENCE,
      start: START,
      end: END,
      code: CODE,
      term: "The term of the lexicon that matched.",
      because: "Why it was set aside.",
    },
  },
  stances: {
    row: "what one session says of one code",
    columns: {
      review: REVIEW,
      session: SESSION,
      code: CODE,
      stance: "`affirms`, `denies`, `mixed`, `uncertain` or `silent`. Silence is not absence.",
      p: "Weight of what says that it is there, now and here: 100 where all stand behind it, 0 where nobody does, summed.",
      a: "Weight of what says that it is not there, likewise.",
      mentions: "Mentions that count, whatever their facets.",
      trend: "The trend with most weight, `mixed` on a tie, or `none`.",
      appraisal: "The appraisal with most weight, `mixed` on a tie, or `none`.",
      asked: "Whether the session was asked about it: `yes`, `no` or `not known`.",
      best: "Id of the mention that shows the stance best; empty where the session is silent.",
    },
  },
  verdicts: {
    row: "how the sessions of a review agree on a code",
    columns: {
      review: REVIEW,
      code: CODE,
      verdict: "`agreement`, `partial agreement`, `dissonance`, `silence`, `unclear` or `not raised`.",
      rule: "The rule that gave the verdict, in words.",
      affirms: "Sessions that affirm.",
      denies: "Sessions that deny.",
      mixed: "Sessions that say both.",
      uncertain: "Sessions that speak without saying either.",
      silent: "Sessions that do not speak of it.",
      asked: "Sessions that were asked about it.",
      notAsked: "Sessions that were not asked about it.",
      askedNotKnown: "Sessions of which that is not known.",
      sectorsFor: "Sectors of the sessions that affirm.",
      sectorsAgainst: "Sectors of the sessions that deny.",
      levels: "Levels of the sessions that affirm.",
      silentExpected: "Sectors that take part, could be expected to speak of it, and are silent.",
      mentions: "Mentions of the code that count.",
      mentionsTotal: "Mentions of any code that count.",
      sessions: "Sessions that speak of it.",
      sessionsTotal: "Sessions that take part.",
      independent: "Largest number of pairwise independent sessions that speak of it.",
      independentTotal: "Largest number of pairwise independent sessions that take part.",
      independentFor: "Largest number of pairwise independent sessions that affirm.",
      trend: "The trend with most weight over sessions.",
      levelFlag: "`strategic only`, `practitioner only`, or empty.",
    },
  },
  findings: {
    row: "a candidate finding, with the decision of an analyst where there is one",
    columns: {
      id: "Hash of what it is about: the same from night to night.",
      review: REVIEW,
      type: "Type of finding, such as `shared concern` or `silence`.",
      title: "A few words.",
      statement: "The claim in plain English with exact counts.",
      codes: "Codes that it is about.",
      strength: "0 to 100; puts findings in order and never hides one.",
      verdict: "Verdict on its code, or empty.",
      sessionsFor: "Sessions that back the claim.",
      sessionsAgainst: "Sessions that contradict it.",
      sessionsUncertain: "Sessions that do neither clearly.",
      sessionsSilent: "Sessions that do not speak of it.",
      sessionsAsked: "Sessions that were asked about it.",
      sectorsFor: "Sectors of the sessions that back it.",
      sectorsAgainst: "Sectors of the sessions that contradict it.",
      questions: "Of the eight questions of a locality review, those it bears on.",
      frames: "Headings that its codes stand under, as `frame/heading`.",
      indicators: "Counted series that bear on it: measure, perceived, periods, s, z, p, slope, result.",
      evidence: "What it rests on: mention, session, quote.",
      counterEvidence: "What stands against it: mention, session, quote.",
      status: "`candidate`, `accepted`, `edited` or `rejected`.",
      decidedBy: "Who decided, or empty.",
      decidedAt: "When, as an ISO instant, or empty.",
      note: "Why, or empty.",
      evidenceHash: "Hash of the evidence, so that a change after a decision is seen.",
    },
  },
  answers: {
    row: "one of the eight questions, answered for a review",
    columns: {
      review: REVIEW,
      question: "Number of the question, 1 to 8.",
      title: "The question.",
      sentences: "The answer, a sentence an entry.",
      findings: "Ids of the findings that it rests on.",
      evidence: "What it rests on: mention, session, quote.",
    },
  },
  lines: {
    row: "a sighting of a drug line between two places",
    columns: {
      review: REVIEW,
      session: SESSION,
      mention: "Id of the mention that carries it.",
      exporter: "Place it comes from.",
      importer: "Place it goes to.",
      counted: "Whether it is present, current evidence and so counts in lines.csv.",
      assertion: "Assertion of the mention.",
      temporality: "Temporality of the mention.",
    },
  },
  corroboration: {
    row: "a perceived trend held against one counted series",
    columns: {
      review: REVIEW,
      code: CODE,
      measure: "Name of the series in indicators.csv.",
      perceived: "The trend that the sessions perceive.",
      periods: "Periods of the series.",
      s: "Mann-Kendall's S; NULL where the test was not made.",
      z: "Its standard score, corrected for ties; NULL where the test was not made.",
      p: "Its two-sided probability; NULL where the test was not made.",
      slope: "Sen's slope for one period, in the unit of the series; NULL where the test was not made.",
      result: "`corroborated`, `contradicted`, `not shown` or `not tested`.",
      series: "The series: period, value.",
    },
  },
  names: {
    row: "a local name of an operation, project or meeting",
    columns: {
      review: REVIEW,
      kind: "What it is the name of.",
      name: "The name.",
      mentions: "How often it is said.",
    },
  },
  problems: {
    row: "something in the input that a person should know of",
    columns: {
      rule: "The rule that speaks, `stage/what`.",
      review: "Id of the review; empty where it belongs to none.",
      document: "Path of the file under its review, or empty.",
      place: "Where in it, or empty.",
      severity: "`error`, `warning` or `info`.",
      message: "What was found, never with words of a transcript.",
      wayOut: "What can be done about it.",
    },
  },
};

/** How a kind of column is said to somebody who reads the files without this program. */
function typeOf(kind: ColumnKind): string {
  return kind === "json" ? `${SQL_TYPE[kind]} (JSON)` : SQL_TYPE[kind];
}

/** The data dictionary of a run as Markdown: every table with its columns, their types in DuckDB and what they mean. */
export function dataDictionary(): string {
  const tables = TABLE_NAMES.map((table) => {
    const { row, columns } = MEANINGS[table];
    const lines = Object.entries<ColumnKind>(TABLES[table]).map(
      ([field, kind]) =>
        `| \`${columnName(field)}\` | ${typeOf(kind)} | ${(columns as Record<string, string>)[field]} |\n`,
    );
    return `\n## ${table}\n\nA row is ${row}.\n\n| column | type | meaning |\n|---|---|---|\n${lines.join("")}`;
  });
  return `# Data dictionary

The tables of a run as Parquet, one file a table and review: \`<table>/review=<id>/part.parquet\`. Types are those of DuckDB. The folder name
repeats the column \`review\`; problems of no review stand under \`review=__HIVE_DEFAULT_PARTITION__\`. Rows stand in published order; every text is masked.
Columns of type JSON hold JSON as text. \`codebook.json\` holds the codes and frames that the run was made with, \`inputs.json\` the whole lexicon and the finding rules.
${tables.join("")}`;
}
