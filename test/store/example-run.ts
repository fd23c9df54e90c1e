import { DEFAULT_FACETS, type Mention, type ReviewResult, type RunRecord } from "../../src/model/index.js";
import { FORMAT } from "../../src/store/index.js";

/** A mention with everything at its default but what is given. */
export function mention(given: Partial<Mention>): Mention {
  return {
    id: "m1",
    review: "york-2019",
    session: "housing",
    document: "housing.txt",
    turn: 0,
    speaker: "",
    role: "participant",
    sentence: 0,
    start: 0,
    end: 8,
    text: "Cuckooed",
    code: "cuckooing",
    theme: "exploitation",
    ...DEFAULT_FACETS,
    evidence: true,
    excluded: "",
    prompted: "no",
    quote: "Cuckooed, twice.",
    time: "",
    term: "cuckoo",
    cues: [],
    near: ["twice"],
    ...given,
  };
}

/** A review with one row in every table, awkward values among them. */
export function review(id = "york-2019"): ReviewResult {
  const text = "Cuckooed, twice. “It’s 😀”";
  return {
    meta: { id, area: "York", date: "2019-05-01", title: "", cohort: "", region: "", topicGuide: ["cuckooing"] },
    documents: [
      { review: id, document: "broken.docx", sha256: "00", status: "problem", sessions: [], words: 0 },
      { review: id, document: "housing.txt", sha256: "ab", status: "coded", sessions: ["housing"], words: 3 },
    ],
    texts: [
      {
        document: "housing.txt",
        text,
        turns: [{ start: 0, end: text.length, speaker: "", role: "participant", time: "" }],
        blocks: [
          { start: 0, end: text.length, kind: "paragraph", turn: 0, leadIn: -1, record: "verbatim", repeated: false },
        ],
        sentences: [{ start: 0, end: 16, block: 0, turn: 0, part: 0, session: "housing" }],
        overruled: [{ start: 0, end: 8, sentence: 0, code: "housing", term: "x", because: "longer" }],
      },
    ],
    sessions: [
      {
        review: id,
        id: "housing",
        label: 'Housing, it\'s "us"',
        kind: "focus-group",
        sectors: ["housing"],
        level: "unknown",
        date: "",
        record: "verbatim",
        documents: ["housing.txt"],
        words: 3,
        order: 0,
        asked: { cuckooing: "yes" },
      },
    ],
    mentions: [mention({ review: id })],
    stances: [
      {
        review: id,
        session: "housing",
        code: "cuckooing",
        stance: "affirms",
        p: 70,
        a: 0,
        mentions: 1,
        trend: "none",
        appraisal: "none",
        asked: "yes",
        best: "m1",
      },
    ],
    verdicts: [
      {
        review: id,
        code: "cuckooing",
        verdict: "silence",
        rule: "one sector",
        affirms: ["housing"],
        denies: [],
        mixed: [],
        uncertain: [],
        silent: [],
        asked: ["housing"],
        notAsked: [],
        askedNotKnown: [],
        sectorsFor: ["housing"],
        sectorsAgainst: [],
        levels: ["unknown"],
        silentExpected: [],
        mentions: 1,
        mentionsTotal: 1,
        sessions: 1,
        sessionsTotal: 1,
        independent: 1,
        independentTotal: 1,
        independentFor: 1,
        trend: "none",
        levelFlag: "",
      },
    ],
    corroborations: [
      {
        review: id,
        code: "cuckooing",
        measure: "reports",
        perceived: "none",
        periods: 1,
        slope: 0.1,
        result: "not tested",
        series: [{ period: "2019", value: 1.5 }],
      },
    ],
    saturation: { review: id, sessions: 1, codes: 1, reachedAt: "", note: "Not assessed." },
    lines: [
      {
        review: id,
        session: "housing",
        mention: "m1",
        exporter: "Leeds",
        importer: "York",
        counted: true,
        assertion: "present",
        temporality: "current",
      },
    ],
    findings: [
      {
        id: "f1",
        review: id,
        type: "silence",
        title: "t",
        statement: "s",
        codes: ["cuckooing"],
        strength: 20,
        verdict: "silence",
        sessionsFor: ["housing"],
        sessionsAgainst: [],
        sessionsUncertain: [],
        sessionsSilent: [],
        sessionsAsked: [],
        sectorsFor: ["housing"],
        sectorsAgainst: [],
        questions: [2, 8],
        frames: ["a/b"],
        indicators: [],
        evidence: [{ mention: "m1", session: "housing", quote: "q" }],
        counterEvidence: [],
        status: "candidate",
        decidedBy: "",
        decidedAt: "",
        note: "",
        evidenceHash: "e",
      },
    ],
    answers: [{ review: id, question: 1, title: "t", sentences: ["One."], findings: ["f1"], evidence: [] }],
    names: [{ review: id, kind: "operation", name: "Operation Alder", mentions: 2 }],
    problems: [
      { rule: "a/b", review: id, document: "broken.docx", place: "", severity: "error", message: "m", wayOut: "w" },
    ],
  };
}

/** A record of a run over {@link review}. */
export function record(run: string, given: Partial<RunRecord> = {}): RunRecord {
  return {
    format: FORMAT,
    run,
    started: "2026-01-01T00:00:00.000Z",
    finished: "2026-01-01T00:00:01.000Z",
    pipeline: "test",
    versions: { program: "1" },
    hashes: { pipeline: "p", lexicon: "l", rules: "r", decisions: "d" },
    metadata: {},
    reviews: [],
    counts: { mentions: 1 },
    stages: [],
    documents: review().documents,
    ...given,
  };
}
