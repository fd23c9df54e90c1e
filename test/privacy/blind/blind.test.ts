import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildProgram } from "../../../src/cli/program.js";
import { realEffects } from "../../../src/store/index.js";
import { readWords } from "../../end-to-end/published.js";
import { makePlace, PIPELINE, type Place } from "../../run/example-archive.js";
import { AGENCIES, masker, PLACES } from "../measure.js";
import { archiveOf } from "./archive.js";
import { type PlantedDocument, plant } from "./plant.js";
import { isPersonKind, type Recall, recallOf } from "./recall.js";
import { SET_ONE } from "./set-one.js";
import { SET_TWO } from "./set-two.js";

/** Share found among the kinds that `of` takes. Labels are a kind of their own: they are many and easy. */
function share({ kinds }: Recall, of: (kind: string) => boolean): number {
  const rows = [...kinds].filter(([kind]) => of(kind)).map(([, row]) => row);
  return rows.reduce((sum, { found }) => sum + found, 0) / rows.reduce((sum, { planted }) => sum + planted, 0);
}
const isPerson = (kind: string): boolean => isPersonKind(kind as Parameters<typeof isPersonKind>[0]);

/**
 * Both sets were written before anything of the masker was read. What they showed when they were first run, before anything was mended
 * by them: the first, people .868, structured .765; the second, kept closed until the masker had been mended by the first, people .898,
 * structured .954, other capitalised words masked .008. What the masker finds of them now tells only that it has not grown worse.
 */
describe.each([
  ["first set", SET_ONE],
  ["second set", SET_TWO],
])("blind planting, %s", (_name, set) => {
  const recall = recallOf(plant(set, 1, ["york", "hull", "leeds", "derby"]), masker());

  it("finds structured details", () => {
    expect(share(recall, (kind) => !isPerson(kind))).toBeGreaterThanOrEqual(0.98);
  });
  it("finds people, and all who are labelled as speakers", () => {
    expect(share(recall, (kind) => isPerson(kind) && kind !== "label")).toBeGreaterThanOrEqual(0.95);
    expect(share(recall, (kind) => kind === "label")).toBe(1);
  });
  it("leaves other words alone, those of the allow list above all", () => {
    expect(recall.wronglyMasked.length / recall.capitals).toBeLessThanOrEqual(0.01);
    const kept = new Set([...PLACES, ...AGENCIES]);
    const wrongly = recall.wronglyMasked.map((around) => /\[\[(.*?)\]\]/.exec(around)?.[1] ?? "");
    expect(wrongly.filter((word) => kept.has(word))).toEqual([]);
  });
});

describe("a whole run over a planted archive", () => {
  const documents = plant(SET_TWO, 7, ["york"]);
  let place: Place;
  let words: Map<string, string>;
  let said = "";

  beforeAll(async () => {
    place = await makePlace(await archiveOf(documents));
    const hear = (text: string): void => {
      said += text;
    };
    const run = ["run", "--pipeline", PIPELINE, "--out", place.out, "--archive", place.archive, "--workers", "0"];
    await buildProgram({ out: hear, err: hear, terminal: false, effects: realEffects })(run);
    words = await readWords(`${place.out}/latest`, `${place.out}/.cache`);
    words.set("terminal", said);
  }, 300_000);
  afterAll(() => place.remove());

  /** Where a detail stands in what was written, as words of their own and in any case. */
  function standing(text: string): string[] {
    const letters = text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&").replace(/\s+/gu, "[\\s_-]+");
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}@#])${letters}(?![\\p{L}\\p{N}])`, "iu");
    return [...words].flatMap(([path, written]) => {
      const found = pattern.exec(written);
      return found ? [`${text}, ${path}: ${written.slice(Math.max(0, found.index - 50), found.index + 50)}`] : [];
    });
  }

  it("is searched: what is no secret is found", () => {
    expect(standing("April and May").length).toBeGreaterThan(0);
    expect(standing("Birmingham").length).toBeGreaterThan(0);
  });

  it("shows no structured detail in any file or on the terminal", () => {
    // Bare ages and outward halves of nothing are words that stand elsewhere too; where they were planted is measured above.
    const telling = documents.flatMap(({ sentences }) =>
      sentences.flatMap(({ plants }) => plants.filter(({ kind, text }) => !isPerson(kind) && text.length > 5)),
    );
    expect(telling.length).toBeGreaterThan(60);
    expect(telling.filter(({ kind }) => !kind.startsWith("age")).flatMap(({ text }) => standing(text))).toEqual([]);
  });

  it("shows nobody's full name: not a speaker's, nor in a file's name, a label or the properties of an Office file", () => {
    const speakers = documents.flatMap(({ cast, namedFor }) => [...cast, namedFor]).filter((name) => name !== "");
    expect([...new Set(speakers)].flatMap(standing)).toEqual([]);
  });

  it("shows no name that stands for nothing else, but for the share that masking is known to miss", () => {
    const names = namesOf(documents);
    const shown = names.filter((name) => standing(name).length > 0);
    expect(shown.length / names.length, shown.join(", ")).toBeLessThanOrEqual(0.05);
  });

  it("keeps no document of the archive open to whoever else is on the machine", async () => {
    const record = await readFile(`${place.out}/latest/run.json`, "utf8");
    expect(record).not.toContain(place.archive);
  });
});

/** Distinct full names, and single names of those banks that are no words. */
function namesOf(documents: readonly PlantedDocument[]): string[] {
  const all = documents.flatMap(({ sentences }) => sentences.flatMap(({ plants }) => plants));
  const telling = all.filter(({ kind, bank }) => kind === "full" || (bank !== "" && bank !== "also a word"));
  return [...new Set(telling.map(({ text }) => text))];
}
