import { cp, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Lexicon, loadLexicon } from "../../src/lexicon/index.js";
import type { Mention, ReviewResult } from "../../src/model/index.js";
import { keepTexts, loadPipeline, previewLexicon, run } from "../../src/run/index.js";
import { findRun, readRun } from "../../src/store/index.js";
import { FILES, makePlace, PIPELINE, type Place, ROOT } from "./example-archive.js";

/** More of an archive, in which what stands around a sentence decides how it reads. */
const MORE = {
  "hull-2020/notes.txt": `Focus group 1 – Housing

The group raised the following:

- gangs who fight over flats
- a flat was taken over by lads

Most of the group had seen knife crime. They said that drug dealing is getting worse. It is close to the schools. The gang runs it in Thornton, and the estate was taken over.

The group is not aware of debt bondage. They have a flat in mind that was taken over. Nobody knows more.
`,
  "hull-2020/interview.txt": `Interviewer: And gangs?

Nurse: Gangs? No. Not here.

Interviewer: And flats that were taken over?

Nurse: Knife crime? Yes. There is no drug dealing but a house was taken over by a gang, and domestic abuse is rising.
`,
};

const LEXICON = join(ROOT, "test/run/lexicon");

/** An edit of the lexicon: in a file, one wording for another. */
type Edit = readonly [file: string, from: string, to: string];

const CODES = "codes/exploitation.yaml";
const OTHERS = "codes/others.yaml";
const CUES = "cues/all.yaml";
const EDITS: readonly [name: string, ...edits: Edit[]][] = [
  ["a term that goes", [OTHERS, "terms: ['gang']", "terms: []"]],
  ["a term that comes", [CODES, "terms: ['debt bondage']", "terms: ['debt bondage', 'lads', 'schools']"]],
  ["a term in other words that finds the same", [OTHERS, "'knife crime'", "'knife ~0 crime'"]],
  ["a longer term over a shorter one", [OTHERS, "'drug dealing'", "'drug dealing', 'drug dealing everywhere'"]],
  ["a term with company", [OTHERS, "terms: ['gang']", "terms: [{ term: gang, with: [fight] }]"]],
  ["a term without company", [OTHERS, "terms: ['gang']", "terms: [{ term: gang, without: [fight] }]"]],
  [
    "a term that says something by itself",
    [OTHERS, "terms: ['gang']", "terms: [{ term: gang, says: { trend: rising } }]"],
  ],
  ["an innocent reading of a code", [OTHERS, "terms: ['gang']", "terms: ['gang'], unless: ['the gang runs']"]],
  [
    "a code that gives way",
    [OTHERS, "terms: ['gang']", "terms: ['gang'], yieldsTo: [county-lines]"],
    [CODES, "terms: ['county line']", "terms: ['county line', 'gang from @place']"],
  ],
  [
    "a rival that comes",
    [CODES, "expectedSectors: [police, housing], terms: ['cuckoo', ", "yieldsTo: [debt-bondage], terms: ['cuckoo', "],
    [CODES, "terms: ['debt bondage']", "terms: ['debt bondage', 'flat ~3 over by']"],
  ],
  ["a group of words that grows", ["macros.yaml", "home, flat, house", "home, flat, house, estate, area"]],
  ["a group of words that shrinks", ["macros.yaml", "home, flat, house", "home, house"]],
  ["a cue that goes", [CUES, "'no', 'not see'", "'not see'"]],
  [
    "a cue that comes",
    [CUES, "patterns: ['rising', 'get worse']", "patterns: ['rising', 'get worse', 'common', 'fight']"],
  ],
  [
    "a cue that reaches further",
    [CUES, "{ id: absent, facet: assertion,", "{ id: absent, scope: sentence, facet: assertion,"],
  ],
  ["a voice that holds the floor", [CUES, "'most of the group'", "'most of the group', 'the group is'"]],
  ["a contrast that goes", [CUES, "patterns: ['but']", "patterns: ['although']"]],
  ["a place that comes", ["places.yaml", "places:", "places:\n  - { name: Thornton, kind: town }"]],
  ["a wording of a definition alone", [CODES, "definition: Debt,", "definition: Owing money,"]],
];

/** What a run holds of each review and code: evidence and the verdict. */
function held(reviews: readonly ReviewResult[]): Map<string, { evidence: number; verdict: string }> {
  return new Map(
    reviews.flatMap((review) =>
      review.verdicts.map(({ code, verdict }) => {
        const evidence = review.mentions.filter((one) => one.code === code && one.evidence).length;
        return [`${review.meta.id} ${code}`, { evidence, verdict }] as const;
      }),
    ),
  );
}

const placed = ({ review, document, code, start, end }: Mention): string =>
  [review, document, code, start, end].join(" ");
const read = (mention: Mention): string =>
  [mention.assertion, mention.locus, mention.trend, mention.evidentiality, mention.support].join(" ");

describe("previewLexicon(kept, base, edited)", () => {
  let place: Place;
  let before: ReviewResult[];
  let base: Lexicon;
  beforeAll(async () => {
    place = await makePlace({ ...FILES, ...MORE });
    await run({ pipeline: await loadPipeline(PIPELINE, { archive: place.archive, out: place.out, workers: 0 }) });
    before = (await readRun(await findRun(place.out))).reviews;
    base = loadLexicon(LEXICON);
  });
  afterAll(() => place.remove());

  /** A run of the same archive with an edited lexicon. */
  async function runWith(edits: readonly Edit[], number: number): Promise<{ after: ReviewResult[]; edited: Lexicon }> {
    const folder = join(dirname(place.out), `edit-${number}`);
    await cp(LEXICON, join(folder, "lexicon"), { recursive: true });
    for (const [file, from, to] of edits) {
      const path = join(folder, "lexicon", file);
      const text = await readFile(path, "utf8");
      expect(text).toContain(from);
      await writeFile(path, text.replace(from, to));
    }
    const definition = (await readFile(PIPELINE, "utf8")).replace("../../pipelines", join(ROOT, "pipelines"));
    await writeFile(join(folder, "pipeline.yaml"), definition);
    const out = join(folder, "out");
    const pipeline = await loadPipeline(join(folder, "pipeline.yaml"), { archive: place.archive, out, workers: 0 });
    await run({ pipeline });
    return { after: (await readRun(await findRun(out))).reviews, edited: loadLexicon(join(folder, "lexicon")) };
  }

  it.each(EDITS.map(([name, ...edits], number) => ({ name, edits, number })))(
    "foretells what the next run does: $name",
    async ({ edits, number, name }) => {
      const { after, edited } = await runWith(edits, number);
      const told = previewLexicon(keepTexts(before), base, edited);
      // What the run itself tells of its terms is a short cut, and no other way.
      expect(previewLexicon(keepTexts(before, base.hash), base, edited)).toEqual(told);
      const [was, is] = [before, after].map(
        (reviews) => new Map(reviews.flatMap(({ mentions }) => mentions.map((one) => [placed(one), one] as const))),
      ) as [Map<string, Mention>, Map<string, Mention>];
      const came = [...is].filter(([key]) => !was.has(key)).map(([, one]) => one);
      const went = [...was].filter(([key]) => !is.has(key)).map(([, one]) => one);
      const differ = [...is]
        .filter(([key, one]) => was.has(key) && read(was.get(key)!) !== read(one))
        .map(([, one]) => one);
      const lines = (list: readonly Pick<Mention, "review" | "document" | "code" | "quote" | "excluded">[]): string[] =>
        list.map((one) => [one.review, one.document, one.code, one.excluded, one.quote].join(" | ")).sort();
      expect({ gained: lines(told.gained), lost: lines(told.lost), changed: lines(told.changed) }).toEqual({
        gained: lines(came),
        lost: lines(went),
        changed: lines(differ),
      });
      // No edit of the table is without effect but those that say so.
      const silent = ["a wording of a definition alone", "a term in other words that finds the same"];
      expect(came.length + went.length + differ.length > 0).toBe(!silent.includes(name));

      const [old, now] = [held(before), held(after)];
      for (const row of told.reviews) {
        const key = `${row.review} ${row.code}`;
        expect([key, row.before, row.verdictBefore]).toEqual([key, old.get(key)?.evidence, old.get(key)?.verdict]);
        expect([key, row.after, row.verdictAfter]).toEqual([key, now.get(key)?.evidence, now.get(key)?.verdict]);
      }
      const said = new Set(told.reviews.map(({ review, code }) => `${review} ${code}`));
      for (const [key, { evidence }] of now)
        if (old.get(key)?.evidence !== evidence) expect([key, said.has(key)]).toEqual([key, true]);
    },
  );

  it("shows where a mention stands in its sentence", () => {
    const edited = withTerms(base, "debt-bondage", ["tower block"]);
    const told = previewLexicon(keepTexts(before), base, edited);
    expect(told.gained.map(({ quote, at }) => quote.slice(...at))).toEqual(["tower blocks"]);
  });

  it("puts nothing down to the edit that the run's own lexicon did", () => {
    // The lexicon on the disk has lost a term since the run; the edit adds another.
    const now = withTerms(base, "gangs", []);
    const told = previewLexicon(
      keepTexts(before),
      now,
      withTerms(now, "debt-bondage", ["debt bondage", "tower block"]),
    );
    expect(told.lost).toEqual([]);
    expect(told.gained).toHaveLength(1);
  });

  it("refuses a run that keeps no blocks, and says what to do", () => {
    const old = before.map((review) => ({ ...review, texts: review.texts.map((text) => ({ ...text, blocks: [] })) }));
    expect(() => keepTexts(old)).toThrow(/Run the archive once more/);
  });
});

function withTerms(lexicon: Lexicon, code: string, terms: string[]): Lexicon {
  return {
    ...lexicon,
    concepts: lexicon.concepts.map((concept) => (concept.id === code ? { ...concept, terms } : concept)),
  };
}
