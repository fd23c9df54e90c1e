import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Pipeline } from "../../src/model/index.js";

const FILE = new URL("../../pipelines/pipeline.schema.json", import.meta.url);

/** The schema of a definition as a person writes it (defaults may be left out), laid out as the formatter does. */
function schemaText(): string {
  const { $schema, ...schema } = z.toJSONSchema(Pipeline, { io: "input" });
  const titled = { $schema, title: "Pipeline definition of Triangulum", ...schema };
  const short = (list: string): string => list.replace(/\s+/g, " ").replace("[ ", "[").replace(" ]", "]");
  return `${JSON.stringify(titled, null, 2).replace(/\[[^[\]{}]*\]/g, short)}\n`;
}

describe("pipelines/pipeline.schema.json", () => {
  it("says what the program reads (TRIANGULUM_UPDATE=1 writes it anew, though never in CI)", () => {
    const text = schemaText();
    if (process.env.TRIANGULUM_UPDATE && !process.env.CI) writeFileSync(FILE, text);
    expect(readFileSync(FILE, "utf8")).toBe(text);
  });

  it.each(["locality-review.yaml", "nightly.yaml", "programme-assessment.yaml", "national-summary.yaml"])(
    "is what %s points editors to",
    (name) => {
      const definition = readFileSync(new URL(name, FILE), "utf8");
      expect(definition).toContain("# yaml-language-server: $schema=./pipeline.schema.json\n");
    },
  );

  it("describes every key", () => {
    const bare: string[] = [];
    const look = (key: string, schema: z.core.JSONSchema._JSONSchema): void => {
      if (typeof schema !== "object") return;
      if (key !== "" && !schema.description) bare.push(key);
      for (const [name, inner] of Object.entries(schema.properties ?? {})) look(`${key}.${name}`, inner);
    };
    look("", z.toJSONSchema(Pipeline, { io: "input" }));
    expect(bare).toEqual([]);
  });
});
