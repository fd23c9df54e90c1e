import { readFileSync } from "node:fs";
import { parseString } from "fast-csv";
import { describe, expect, it } from "vitest";
import { codeDocument } from "../../src/coding/index.js";
import { compileLexicon, loadLexicon } from "../../src/lexicon/index.js";
import { Concept, type RecordKind } from "../../src/model/index.js";
import { agreement, HumanRow, HumanSentence } from "../../src/triangulation/index.js";

const lexicon = loadLexicon("lexicons");
const compiled = compileLexicon(lexicon);

/** Figures below which a change of lexicon or context has lost what was reached (README.md has the figures themselves). */
const FLOORS: readonly {
  set: string;
  file: string;
  record: RecordKind;
  f1: number;
  assertion: number;
  trend: number;
}[] = [
  { set: "blind", file: "notes", record: "notes", f1: 0.84, assertion: 0.6, trend: 0.62 },
  { set: "blind", file: "speech", record: "verbatim", f1: 0.83, assertion: 0.58, trend: 0.48 },
  { set: "blind-2", file: "notes", record: "notes", f1: 0.79, assertion: 0.74, trend: 0.7 },
  { set: "blind-2", file: "speech", record: "verbatim", f1: 0.77, assertion: 0.78, trend: 0.64 },
  { set: "blind-3", file: "notes", record: "notes", f1: 0.77, assertion: 0.45, trend: 0.45 },
  { set: "blind-3", file: "speech", record: "verbatim", f1: 0.74, assertion: 0.4, trend: 0.4 },
];

describe("coded blind by a person, and by the program", () => {
  it.each(FLOORS)("$set/$file is coded no worse than it was", async ({ set, file, record, ...floor }) => {
    const rows = (await table(`${set}/${file}`)).map((row) => HumanRow.parse(row));
    const sentences = (await table(`${set}/${file}-sentences`)).map((row) => HumanSentence.parse(row));
    const documents = [...new Set(sentences.map(({ session }) => session))].map((session) => {
      const own = sentences.filter((sentence) => sentence.session === session);
      return { rows: rows.filter((row) => row.session === session), sentences: own, ...coded(own, record) };
    });
    const codes = lexicon.concepts.map(({ id }) => id);
    const found = agreement(documents, codes, { draws: 20 });
    expect(found.notFound.length).toBeLessThan(sentences.length / 100);
    expect(found.overall.f1.value).toBeGreaterThan(floor.f1);
    const kappa = (name: string) => found.facets.find(({ facet }) => facet === name)?.kappa.value;
    expect(kappa("assertion")).toBeGreaterThan(floor.assertion);
    expect(kappa("trend")).toBeGreaterThan(floor.trend);
  });
});

describe("denied and hedged in fiction, product reviews, clinical notes and hearings", () => {
  it("is told from stated, with no term of the field in sight", async () => {
    const rows = await table("blind/general-language");
    const target = (row: Record<string, string>, i: number) =>
      Concept.parse({
        id: `target-${i}`,
        prefLabel: "Target",
        theme: "exploitation",
        definition: "what the sentence speaks of",
        terms: [`"${row.target!.replace(/["“”.,;:!?()]/g, " ").trim()}"`],
      });
    const general = compileLexicon({ ...lexicon, concepts: rows.map(target) });
    const negation = { both: 0, machine: 0, person: 0 };
    const speculation = { both: 0, machine: 0, person: 0 };
    for (const [i, row] of rows.entries()) {
      const { mentions } = codeDocument(general, oneBlock(row.sentence!, "verbatim"));
      const mention = mentions.find(({ code }) => code === `target-${i}`);
      expect(mention, row.sentence).toBeDefined();
      const said = (value: string) =>
        mention!.facets.assertion === value ||
        mention!.cues.some((cue) => cue.facet === "assertion" && cue.value === value && cue.outcome === "decided");
      const denied = said("absent");
      const hedged =
        (!denied && (said("possible") || said("hypothetical"))) ||
        (denied &&
          mention!.cues.some(
            ({ facet, value }) => facet === "assertion" && (value === "possible" || value === "hypothetical"),
          ));
      count(negation, row.negated === "yes", denied);
      count(speculation, row.speculated === "yes", hedged);
    }
    expect(f1(negation)).toBeGreaterThan(0.93);
    expect(f1(speculation)).toBeGreaterThan(0.9);
  });
});

function count(hits: { both: number; machine: number; person: number }, person: boolean, machine: boolean): void {
  hits.both += Number(person && machine);
  hits.machine += Number(machine);
  hits.person += Number(person);
}

function f1({ both, machine, person }: { both: number; machine: number; person: number }): number {
  return (2 * both) / (machine + person);
}

/** The sentences of a session as one document: a block for every line of the coded file, a turn for every block. */
function coded(sentences: readonly HumanSentence[], record: RecordKind) {
  const lines = new Map<number, string[]>();
  for (const { line, sentence } of sentences) lines.set(line, [...(lines.get(line) ?? []), sentence]);
  const texts = [...lines.values()].map((line) => line.join(" "));
  let start = 0;
  const blocks = texts.map((line, turn) => {
    const block = { start, end: start + line.length, kind: "paragraph" as const, turn, leadIn: -1 };
    start = block.end + 1;
    return block;
  });
  const text = texts.join("\n");
  const turns = blocks.map(({ start, end }) => ({ start, end, speaker: "", role: "participant" as const, time: "" }));
  const document = { text, blocks, turns, parts: [{ start: 0, end: text.length, record }], record };
  const { sentences: found, mentions } = codeDocument(compiled, document);
  return {
    machineSentences: found.map(({ start, end }) => ({ start, text: text.slice(start, end) })),
    mentions: mentions.map(({ facets, ...mention }) => ({ ...mention, ...facets })),
  };
}

function oneBlock(text: string, record: RecordKind) {
  const whole = { start: 0, end: text.length };
  return {
    text,
    blocks: [{ ...whole, kind: "paragraph" as const, turn: 0, leadIn: -1 }],
    turns: [{ ...whole, speaker: "", role: "participant" as const, time: "" }],
    parts: [{ ...whole, record }],
    record,
  };
}

function table(name: string): Promise<Record<string, string>[]> {
  return new Promise((resolve, reject) => {
    const rows: Record<string, string>[] = [];
    parseString(readFileSync(`test/agreement/${name}.csv`, "utf8"), { headers: true })
      .on("data", (row: Record<string, string>) => rows.push(row))
      .on("error", reject)
      .on("end", () => resolve(rows));
  });
}
