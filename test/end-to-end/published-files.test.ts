import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { loadLexicon } from "../../src/lexicon/index.js";
import { SUPPORT_WEIGHT } from "../../src/model/index.js";
import { planted } from "../fixtures/planted.js";
import { type Demonstration, demonstration } from "./demonstration.js";
import { filesUnder, type Row, readTable } from "./published.js";
import { PATIENCE, ROOT, triangulum } from "./triangulum.js";

const REVIEWS = planted.reviews.map(({ id }) => id).sort();
const HEADERS: Readonly<Record<string, string>> = {
  "problems.csv": "review,document,place,rule,severity,message,way_out",
  "mentions.csv":
    "mention,review,session,document,turn,speaker,role,sentence,start,end,text,code,theme,assertion,temporality,locus,trend,appraisal,evidentiality,support,evidence,cues,quote,prompted,excluded,time",
  "themes-matrix.csv": `code,label,theme,${REVIEWS},total`,
  "findings.csv":
    "id,review,type,title,statement,codes,strength,verdict,sessions_for,sessions_against,sessions_silent,sectors_for,sectors_against,status",
  "lines.csv": "exporter,importer,reviews,sessions,mentions",
  "corroboration.csv": "review,code,measure,perceived,periods,s,z,p,slope,result",
  "saturation.csv": "review,sessions,codes,reached_at,ratio,median_reached_at,note",
  "language.csv": "code,sector,term,count,g2,divergence",
};

const VERDICT_COLUMNS =
  "verdict,sessions_for,sessions_against,sessions_uncertain,sessions_silent,sessions_asked,sectors_for,levels,silent_expected";

interface Evidence {
  mention: string;
  session: string;
  quote: string;
}
interface Finding {
  id: string;
  review: string;
  evidence: Evidence[];
  counter_evidence: Evidence[];
}

let run: Demonstration["run"];
let mentions: readonly Row[];
/** Sessions of each review in the order of columns. */
let sessions: Map<string, string[]>;
const table = (path: string): ReturnType<typeof readTable> => readTable(run, path);
const reviewTable = (review: string, file: string): ReturnType<typeof readTable> => table(`reviews/${review}/${file}`);

beforeAll(async () => {
  ({ run } = await demonstration());
  ({ rows: mentions } = await table("mentions.csv"));
  const listed = await ask<{ review: string; id: string }>("SELECT review, id FROM sessions");
  sessions = new Map(
    REVIEWS.map((review) => [
      review,
      listed
        .filter((row) => row.review === review)
        .map(({ id }) => id)
        .sort(),
    ]),
  );
}, PATIENCE);

/** Rows of the run's own tables, as an analyst asks for them. */
async function ask<T>(sql: string): Promise<T[]> {
  const { code, out, err } = await triangulum(["query", sql, "--run", run, "--json"]);
  expect(code, err).toBe(0);
  return JSON.parse(out) as T[];
}

describe("published tables", () => {
  it.each(Object.entries(HEADERS))("%s has its header to the letter", async (path, header) => {
    expect((await table(path)).header).toBe(header);
  });

  it("are described where README.md says", async () => {
    const described = (await readFile(join(ROOT, "src/reporting/README.md"), "utf8"))
      .split("\n")
      .map((line) => line.trim());
    for (const [path, header] of Object.entries(HEADERS))
      if (path !== "themes-matrix.csv") expect(described).toContain(header);
    expect(described).toContain(VERDICT_COLUMNS);
  });

  it("those of a review have a column a session, in the order of ids", async () => {
    for (const [review, ids] of sessions) {
      const matrix = await reviewTable(review, "themes-matrix.csv");
      expect(matrix.header).toBe(`code,label,theme,${ids},sessions,sectors`);
      const convergence = await reviewTable(review, "convergence.csv");
      expect(convergence.header).toBe(`code,label,theme,${ids},${VERDICT_COLUMNS}`);
    }
  });

  it("those of a review list local names as README.md says", async () => {
    const header = "name,kind,mentions,sessions,first_quote";
    const readme = (await readFile(join(ROOT, "src/reporting/README.md"), "utf8")).split("\n");
    expect(readme.map((line) => line.trim())).toContain(header);
    for (const review of REVIEWS) expect((await reviewTable(review, "names.csv")).header).toBe(header);
  });

  it("matrices have a row for each of the 68 codes, in the order of the codebook", async () => {
    const codebook = loadLexicon(join(ROOT, "lexicons"), []).concepts.map(({ id }) => id);
    expect(codebook).toHaveLength(68);
    const files = REVIEWS.flatMap((review) =>
      ["themes-matrix.csv", "convergence.csv"].map((file) => `reviews/${review}/${file}`),
    );
    for (const file of ["themes-matrix.csv", ...files])
      expect(
        (await table(file)).rows.map(({ code }) => code),
        file,
      ).toEqual(codebook);
  });

  it("every file is UTF-8 with plain line ends and none of a byte-order mark", async () => {
    for (const path of (await filesUnder(run)).filter((file) => file.endsWith(".csv"))) {
      const bytes = await readFile(join(run, path));
      const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
      expect(text.startsWith("\ufeff") || text.includes("\r\n") || !text.endsWith("\n"), path).toBe(false);
    }
  });
});

describe("all counts lead back to mentions", () => {
  const counted = (row: Row): boolean => row.temporality === "current" && row.locus === "local";
  const evidenceOf = (review: string, session: string, code: string): Row[] =>
    evidence.get([review, session, code].join("|")) ?? [];
  let evidence: Map<string, Row[]>;
  beforeAll(() => {
    evidence = new Map();
    for (const row of mentions)
      if (row.evidence === "yes") {
        const key = [row.review, row.session, row.code].join("|");
        evidence.set(key, [...(evidence.get(key) ?? []), row]);
      }
  });

  /** The stance of a session on a code, worked out from the published mentions alone. */
  function stance(review: string, session: string, code: string): string {
    const rows = evidenceOf(review, session, code).filter(counted);
    const weight = (assertion: string): number =>
      rows
        .filter((row) => row.assertion === assertion)
        .reduce((sum, { support }) => sum + SUPPORT_WEIGHT[support as keyof typeof SUPPORT_WEIGHT], 0);
    const [p, a] = [weight("present"), weight("absent")];
    if (p + a === 0)
      return rows.some(({ assertion }) => /^(?:possible|hypothetical|unaware)$/.test(assertion ?? ""))
        ? "uncertain"
        : "silent";
    return p >= 2 * a ? "affirms" : a >= 2 * p ? "denies" : "mixed";
  }

  it("evidence mentions in the matrix of a review", async () => {
    for (const [review, ids] of sessions)
      for (const row of (await reviewTable(review, "themes-matrix.csv")).rows) {
        const cells = ids.map((id) => Number(row[id]));
        expect(cells, `${review} ${row.code}`).toEqual(ids.map((id) => evidenceOf(review, id, row.code!).length));
      }
  });

  it("stances, and who stands where, in the convergence coding matrix", async () => {
    for (const [review, ids] of sessions)
      for (const row of (await reviewTable(review, "convergence.csv")).rows) {
        const stances = ids.map((id) => stance(review, id, row.code!));
        const holding = (wanted: string): string => ids.filter((_, at) => stances[at] === wanted).join(";");
        expect(
          ids.map((id) => row[id]),
          `${review} ${row.code}`,
        ).toEqual(stances);
        expect(row).toMatchObject({
          sessions_for: holding("affirms"),
          sessions_against: holding("denies"),
          sessions_uncertain: holding("uncertain"),
          sessions_silent: holding("silent"),
        });
      }
  });

  it("sessions that take a stance and that speak, in both matrices", async () => {
    const speaking = new Map<string, number>();
    for (const row of (await table("themes-matrix.csv")).rows) {
      const taken = [...sessions].map(([review, ids]) => {
        const stances = ids.map((id) => stance(review, id, row.code!));
        speaking.set(`${review} ${row.code}`, stances.filter((one) => one !== "silent").length);
        return stances.filter((one) => one !== "silent" && one !== "uncertain").length;
      });
      expect(
        REVIEWS.map((review) => Number(row[review])),
        row.code,
      ).toEqual(taken);
      expect(Number(row.total)).toBe(taken.reduce((sum, one) => sum + one, 0));
    }
    for (const review of REVIEWS)
      for (const row of (await reviewTable(review, "themes-matrix.csv")).rows)
        expect(Number(row.sessions), `${review} ${row.code}`).toBe(speaking.get(`${review} ${row.code}`));
  });

  it("findings rest on mentions that are there, in their words, and stand in the same order in both files", async () => {
    const byId = new Map(mentions.map((row) => [row.mention, row]));
    expect(byId.size).toBe(mentions.length);
    const findings = JSON.parse(await readFile(join(run, "findings.json"), "utf8")) as Finding[];
    expect((await table("findings.csv")).rows.map(({ id }) => id)).toEqual(findings.map(({ id }) => id));
    for (const finding of findings)
      for (const { mention, session, quote } of [...finding.evidence, ...finding.counter_evidence])
        expect(byId.get(mention), finding.id).toMatchObject({
          review: finding.review,
          session,
          quote,
          evidence: "yes",
        });
  });

  it("mentions stand where they say, in the text that is stored", async () => {
    const documents = await ask<{ review: string; document: string; text: string }>(
      "SELECT review, document, text FROM documents",
    );
    const textOf = new Map(documents.map(({ review, document, text }) => [`${review}/${document}`, text]));
    for (const { review, document, start, end, text, quote } of mentions) {
      expect(textOf.get(`${review}/${document}`)?.slice(Number(start), Number(end))).toBe(text);
      expect(quote).toContain(text);
    }
  });
});
