import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReviewResult } from "../../src/model/index.js";
import { REPORTERS, type RunReport, reports, reviewName } from "../../src/reporting/index.js";
import { CONCEPTS } from "../findings/review.js";
import { draftResult, draftRun, REVIEWS } from "./run.js";

const written = (run: RunReport) =>
  new Map(
    [...reports(run)].map(({ path, chunks }) => [path, Symbol.iterator in chunks ? [...chunks].join("") : "later"]),
  );
const FILES = written(draftRun());
const head = (path: string) => FILES.get(path)?.split("\n", 1)[0];
const rows = (path: string) => FILES.get(path)!.trimEnd().split("\n").slice(1);

describe("reports", () => {
  it("writes every file that is promised", () => {
    const own = REVIEWS.flatMap(({ meta }) =>
      [
        ...["themes-matrix.csv", "convergence.csv", "questions.md", "names.csv", "matrix.xlsx", "report.docx"],
        ...["project.qdpx", "network.graphml", "network.gexf", "annotations.jsonld"],
      ].map((file) => `reviews/${meta.id}/${file}`),
    );
    const all = [
      "problems",
      "mentions",
      "themes-matrix",
      "findings",
      "lines",
      "corroboration",
      "saturation",
      "language",
    ].map((file) => `${file}.csv`);
    expect([...FILES.keys()].sort()).toEqual([...all, ...own, "findings.json", "report.html", "codebook.qdc"].sort());
  });
  it.each([
    ["problems.csv", "review,document,place,rule,severity,message,way_out"],
    [
      "mentions.csv",
      "mention,review,session,document,turn,speaker,role,sentence,start,end,text,code,theme,assertion,temporality,locus,trend,appraisal,evidentiality,support,evidence,cues,quote,prompted,excluded,time",
    ],
    ["themes-matrix.csv", "code,label,theme,hallam-2019,merestow-2019,wenbrook-2018,total"],
    [
      "findings.csv",
      "id,review,type,title,statement,codes,strength,verdict,sessions_for,sessions_against,sessions_silent,sectors_for,sectors_against,status",
    ],
    ["lines.csv", "exporter,importer,reviews,sessions,mentions"],
    ["corroboration.csv", "review,code,measure,perceived,periods,s,z,p,slope,result"],
    ["saturation.csv", "review,sessions,codes,reached_at,ratio,median_reached_at,note"],
    ["language.csv", "code,sector,term,count,g2,divergence"],
    ["reviews/hallam-2019/names.csv", "name,kind,mentions,sessions,first_quote"],
    ["reviews/merestow-2019/themes-matrix.csv", "code,label,theme,s1,s2,s3,s4,sessions,sectors"],
    [
      "reviews/merestow-2019/convergence.csv",
      "code,label,theme,s1,s2,s3,s4,verdict,sessions_for,sessions_against,sessions_uncertain,sessions_silent,sessions_asked,sectors_for,levels,silent_expected",
    ],
  ])("%s has its columns in their order", (path, header) => expect(head(path)).toBe(header));

  it("gives matrices a row a code in codebook order, raised or not", () => {
    for (const path of [
      "themes-matrix.csv",
      "reviews/hallam-2019/themes-matrix.csv",
      "reviews/wenbrook-2018/convergence.csv",
    ]) {
      expect(rows(path).map((row) => row.split(",")[0])).toEqual(CONCEPTS.map((concept) => concept.id));
    }
  });
  it("counts sessions that take a stance by review, and evidence mentions by session", () => {
    expect(rows("themes-matrix.csv").find((row) => row.startsWith("county-lines,"))).toBe(
      "county-lines,County lines,exploitation,3,3,0,6",
    );
    expect(rows("reviews/hallam-2019/themes-matrix.csv").find((row) => row.startsWith("county-lines,"))).toBe(
      "county-lines,County lines,exploitation,2,1,0,1,1,0,1,5,6",
    );
  });
  it("says in the convergence matrix who stands where", () => {
    expect(rows("reviews/hallam-2019/convergence.csv").find((row) => row.startsWith("county-lines,"))).toBe(
      "county-lines,County lines,exploitation,affirms,uncertain,silent,denies,affirms,silent,uncertain,dissonance,fg-1;fg-5,fg-4,fg-2;int-1,fg-3;fg-6,fg-3,police;children's social care;youth justice,strategic;managerial,health",
    );
  });
  it("does not count a mention that is no evidence, but lists it", () => {
    const one = draftResult({ sessions: { s1: "police" }, says: ["s1 cuckooing affirms", "s1 cuckooing affirms"] });
    const mentions = one.mentions.map((mention, i) =>
      i === 0
        ? mention
        : {
            ...mention,
            evidence: false,
            excluded: "heading" as const,
            cues: [
              {
                start: 0,
                end: 1,
                cue: "c1",
                facet: "trend",
                value: "rising",
                from: 0,
                to: 1,
                outcome: "overruled" as const,
              },
            ],
          },
    );
    const files = written(draftRun({ reviews: [{ ...one, mentions }] }));
    expect(files.get("reviews/york-2019/themes-matrix.csv")).toContain("cuckooing,Cuckooing,exploitation,1,1,1\n");
    expect(files.get("mentions.csv")!.trimEnd().split("\n")).toHaveLength(3);
    expect(files.get("mentions.csv")).toContain(",no,,");
  });
  it("writes findings.json with every promised key, null where nothing was reckoned", () => {
    const findings = JSON.parse(FILES.get("findings.json")!) as Record<string, unknown>[];
    expect(findings.map((finding) => finding.id)).toEqual(findings.map((finding) => finding.id as string).toSorted());
    expect(findings).toHaveLength(REVIEWS.flatMap((review) => review.findings).length);
    const keys = [
      "id",
      "review",
      "type",
      "title",
      "statement",
      "codes",
      "strength",
      "verdict",
      "sessions_for",
      "sessions_against",
      "sessions_uncertain",
    ];
    const more = [
      "sessions_silent",
      "sessions_asked",
      "sectors_for",
      "sectors_against",
      "questions",
      "frames",
      "indicators",
      "evidence",
      "counter_evidence",
    ];
    expect(Object.keys(findings[0]!)).toEqual([...keys, ...more, "status", "decided_by", "decided_at", "note"]);
    expect(JSON.parse(written(draftRun({ reviews: [] })).get("findings.json")!)).toEqual([]);
  });
  it("tells a problem once, whether the run, the review or both hold it", () => {
    const problems = REVIEWS.flatMap((review) => review.problems);
    expect(written(draftRun({ problems })).get("problems.csv")).toBe(FILES.get("problems.csv"));
    expect(rows("problems.csv")).toHaveLength(problems.length);
  });
  it("answers the eight questions in Markdown that nothing in a quote can break", () => {
    const one = draftResult({
      sessions: { s1: "police" },
      says: ["s1 silos-duplication affirms | # one *two* <b> [x](y)"],
    });
    const file = written(draftRun({ reviews: [one] })).get("reviews/york-2019/questions.md")!;
    expect(file.match(/^## [1-8]\. /gm)).toHaveLength(8);
    expect(file).toContain("> “\\# one \\*two\\* \\<b\\> \\[x\\](y)”");
  });
  it("names a report that does not exist with those that do", () => {
    expect(() => [...reports(draftRun(), ["xlsx"])]).toThrow(/no report `xlsx`; there are problems, /);
    expect([...reports(draftRun(), ["lines"])].map((file) => file.path)).toEqual(["lines.csv"]);
  });
  it("lists its formats", () => {
    expect(Object.keys(REPORTERS).sort()).toEqual(
      [
        ...["annotations", "gexf", "graphml", "matrix-xlsx", "qdc", "qdpx", "report-docx"],
        "convergence",
        "corroboration",
        "findings-csv",
        "findings-json",
        "language",
        "lines",
        "mentions",
        "names",
        ...["assessment-summary", "recommendations", "sift", "survey"],
        ...["json", "html", "docx", "xlsx", "practice", "trace"].map((format) => `national-${format}`),
        "page",
        "problems",
        "questions",
        "saturation",
        "themes-matrix",
      ].sort(),
    );
  });
  it("writes the same bytes whatever the order of rows", () => {
    const shuffled = <T>(all: readonly T[]) => fc.shuffledSubarray([...all], { minLength: all.length });
    const review = (one: ReviewResult) =>
      fc.record({
        ...{ sessions: shuffled(one.sessions), mentions: shuffled(one.mentions), stances: shuffled(one.stances) },
        ...{
          verdicts: shuffled(one.verdicts),
          findings: shuffled(one.findings),
          corroborations: shuffled(one.corroborations),
        },
      });
    fc.assert(
      fc.property(
        shuffled(REVIEWS).chain((order) =>
          fc.tuple(...order.map((one) => review(one).map((rows) => ({ ...one, ...rows })))),
        ),
        (reviews) => {
          expect(written(draftRun({ reviews }))).toEqual(FILES);
        },
      ),
      { numRuns: 8 },
    );
  });
});

describe("reviewName", () => {
  const meta = { id: "york-2019", area: "York", date: "2019-05-14", title: "", cohort: "", region: "", topicGuide: [] };
  it.each([
    [{}, "York, May 2019"],
    [{ date: "2019" }, "York, 2019"],
    [{ date: "" }, "York"],
    [{ area: "" }, "york-2019"],
    [{ title: "York again" }, "York again"],
  ])("%j is %s", (over, name) => expect(reviewName({ ...meta, ...over })).toBe(name));
});
