import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { buildProgram } from "../../src/cli/program.js";
import { CodesFile, CuesFile } from "../../src/lexicon/index.js";
import { Finding, NationalSummary, RunRecord } from "../../src/model/index.js";
import { realEffects } from "../../src/store/index.js";
import { makePlace, PIPELINE, type Place, ROOT } from "../run/example-archive.js";

type Schema = z.core.JSONSchema.BaseSchema;
const FOLDER = new URL("../../pipelines/schemas/", import.meta.url);

/** A schema's keys as findings.json writes them: `sessions_for`. */
function snake(schema: Schema): Schema {
  const renamed = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return {
    ...schema,
    properties: Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, one]) => [renamed(name), one])),
    required: schema.required?.map(renamed),
  };
}

/** findings.json: the model's findings without the hash, figures that were not reckoned as null. */
function findingsSchema(): Schema {
  const figure = z.number().nullable();
  const { indicators } = Finding.shape;
  const published = Finding.omit({ evidenceHash: true }).extend({
    indicators: z.array(indicators.element.extend({ s: figure, z: figure, p: figure, slope: figure })),
  });
  const { $schema, ...items } = z.toJSONSchema(published);
  return { $schema, type: "array", items: snake(items) };
}

const SCHEMAS: Record<string, { title: string; schema: () => Schema }> = {
  "lexicon-codes": {
    title: "Codes of a lexicon: lexicons/codes/*.yaml",
    schema: () => z.toJSONSchema(CodesFile, { io: "input" }),
  },
  "lexicon-cues": {
    title: "Cues of a lexicon: lexicons/cues/*.yaml",
    schema: () => z.toJSONSchema(CuesFile, { io: "input" }),
  },
  findings: { title: "findings.json of a run", schema: findingsSchema },
  run: { title: "run.json of a run", schema: () => z.toJSONSchema(RunRecord) },
  national: { title: "national/summary.json of a run", schema: () => z.toJSONSchema(NationalSummary) },
};

/** The schema's text, laid out as the formatter does: lists without objects on one line where they fit. */
function textOf(name: string): string {
  const { title, schema } = SCHEMAS[name]!;
  const { $schema, ...rest } = schema();
  const short = (list: string, indent: string, inner: string): string => {
    const line = `[${inner.trim().replace(/\s*\n\s*/g, " ")}]`;
    return indent.length + line.length < 120 ? `${indent}${line}` : `${indent}${list.slice(indent.length)}`;
  };
  const text = JSON.stringify({ $schema, title, ...rest }, null, 2);
  return `${text.replace(/^( *(?:"[^"\n]*": )?)\[([^[\]{}]*)\]/gm, (list, indent: string, inner: string) => short(list, indent, inner))}\n`;
}

describe("pipelines/schemas", () => {
  it.each(Object.keys(SCHEMAS))(
    "%s says what the program reads or writes (TRIANGULUM_UPDATE=1 writes it anew)",
    (name) => {
      const file = new URL(`${name}.schema.json`, FOLDER);
      if (process.env.TRIANGULUM_UPDATE && !process.env.CI) writeFileSync(file, textOf(name));
      expect(readFileSync(file, "utf8")).toBe(textOf(name));
    },
  );

  it("holds no schema that nothing makes", () => {
    expect(readdirSync(FOLDER).sort()).toEqual(
      Object.keys(SCHEMAS)
        .map((name) => `${name}.schema.json`)
        .sort(),
    );
  });
});

/** What a schema, as shipped, says of a value. */
function faults(name: string, value: unknown): string[] {
  const schema = JSON.parse(readFileSync(new URL(`${name}.schema.json`, FOLDER), "utf8"));
  return (
    z
      .fromJSONSchema(schema)
      .safeParse(value)
      .error?.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`) ?? []
  );
}

describe("a shipped schema", () => {
  it.each(["codes", "cues"])("fits every file of the shipped lexicon (%s)", (kind) => {
    for (const file of readdirSync(`${ROOT}lexicons/${kind}`))
      expect([file, faults(`lexicon-${kind}`, parse(readFileSync(`${ROOT}lexicons/${kind}/${file}`, "utf8")))]).toEqual(
        [file, []],
      );
  });

  it.each([
    ["a key that nobody knows", { theme: "drugs", concepts: [], colour: 1 }],
    ["a theme that nobody knows", { theme: "cars", concepts: [] }],
    ["an id in capitals", { theme: "drugs", concepts: [{ id: "X", prefLabel: "x", definition: "x", terms: [] }] }],
  ])("refuses %s", (_name, value) => {
    expect(faults("lexicon-codes", value)).not.toEqual([]);
  });
});

describe("the schema of a published file", () => {
  let place: Place;
  beforeAll(async () => {
    place = await makePlace();
    const io = { out: () => {}, err: () => {}, terminal: false, effects: realEffects };
    await buildProgram(io)([
      "run",
      "--pipeline",
      PIPELINE,
      "--archive",
      place.archive,
      "--out",
      place.out,
      "--workers",
      "0",
    ]);
  });
  afterAll(() => place.remove());

  it.each(["findings", "run"])("fits %s.json of a run, and has all its keys", (name) => {
    const value = JSON.parse(readFileSync(`${place.out}/latest/${name}.json`, "utf8"));
    expect(faults(name, value)).toEqual([]);
    const schema = JSON.parse(readFileSync(new URL(`${name}.schema.json`, FOLDER), "utf8"));
    const [one, properties] = name === "run" ? [value, schema.properties] : [value[0], schema.items.properties];
    expect(Object.keys(one).sort()).toEqual(Object.keys(properties).sort());
  });
});
