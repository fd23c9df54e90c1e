import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildProgram } from "../../src/cli/program.js";
import { realEffects } from "../../src/store/index.js";
import { readWords } from "../end-to-end/published.js";
import { makePlace, type Place, ROOT } from "../run/example-archive.js";

const AREAS = ["York", "Hull", "Leeds", "Derby"];
const SECTORS = ["police", "housing", "education"];
/** As it is written, in capitals over two spaces, and with an owner's mark. */
const SAYINGS = [
  "The Longmoor Boys are cuckooing vulnerable tenants and we are worried about it.",
  "Cuckooing by the LONGMOOR  BOYS is a real concern on the estate.",
  "County lines run by the Longmoor Boys come in from Liverpool, and it is Longmoor Boys' phones we find.",
];

/** Four reviews of three sectors, in which a gang is named in what is said, in labels and in a file's name. */
function archive(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const area of AREAS) {
    const folder = `${area.toLowerCase()}-2019`;
    files[`${folder}/review.yaml`] = `area: ${area}\ndate: 2019-05-03\ntitle: ${area} and the Longmoor Boys\n`;
    const rows = SECTORS.map(
      (sector) =>
        `${sector} longmoor boys.txt,${sector},${sector} on the Longmoor Boys,focus-group,${sector},practitioner,verbatim`,
    );
    files[`${folder}/sessions.csv`] = ["file,session,label,kind,sectors,level,record", ...rows, ""].join("\n");
    for (const sector of SECTORS)
      files[`${folder}/${sector} longmoor boys.txt`] = [
        `Interviewer: What do you see in ${area}?`,
        ...SAYINGS.map((saying, i) => `Officer ${i + 1}: In ${sector} here: ${saying}`),
        "",
      ].join("\n\n");
  }
  return files;
}

const NAMED = /longmoor/i;

describe("named groups that a pipeline hides in what is published, over a whole run", () => {
  let place: Place;
  const said: string[] = [];
  const io = { out: (text: string) => said.push(text), err: (text: string) => said.push(text), terminal: false };
  const command = (...words: string[]): Promise<unknown> => buildProgram({ ...io, effects: realEffects })(words);

  /** A pipeline of the nation, with or without groups to hide. */
  async function pipeline(name: string, groups: readonly string[]): Promise<string> {
    const file = join(dirname(place.archive), `${name}.yaml`);
    const privacy = groups.length > 0 ? `privacy: { published_groups: ${JSON.stringify(groups)} }\n` : "";
    const paths = `lexicon: ${join(ROOT, "lexicons")}\nrules: ${join(ROOT, "pipelines/finding-rules.yaml")}\n`;
    const national = `national: { on: true, rules: ${join(ROOT, "pipelines/national-rules.yaml")} }\n`;
    await writeFile(file, `name: ${name}\n${paths}${national}${privacy}`);
    return file;
  }

  /** Files under a folder in which the gang is named, and whether any says that one was hidden. */
  async function namedIn(folder: string): Promise<{ named: string[]; hidden: boolean; files: number }> {
    const words = [...(await readWords(folder))].map(([path, text]) => [path.slice(folder.length + 1), text] as const);
    return {
      named: words.filter(([path, text]) => NAMED.test(path) || NAMED.test(text)).map(([path]) => path),
      hidden: words.some(([, text]) => text.includes("[GROUP]")),
      files: words.length,
    };
  }

  beforeAll(async () => {
    place = await makePlace(archive());
    await mkdir(place.out, { recursive: true });
    const hiding = await pipeline("hiding", ["Longmoor Boys"]);
    await command("run", "--pipeline", hiding, "--archive", place.archive, "--out", place.out, "--workers", "0");
  }, 300_000);
  afterAll(() => place.remove());

  it("names it in no file of national/, and says where it stood", async () => {
    const { named, hidden, files } = await namedIn(join(place.out, "latest/national"));
    expect(files).toBeGreaterThan(3);
    expect(named).toEqual([]);
    expect(hidden).toBe(true);
  });

  it("keeps it readable inside the house", async () => {
    const { named, hidden } = await namedIn(join(place.out, "latest"));
    expect(named.filter((path) => /^reviews\//.test(path) || path.endsWith(".html")).length).toBeGreaterThan(0);
    expect(named.some((path) => path.startsWith("national/"))).toBe(false);
    expect(hidden).toBe(true);
  });

  it("hides it in reports that are made again, and would show it where the pipeline hides nothing", async () => {
    const again = join(dirname(place.archive), "again");
    const format = "national-html,national-docx,national-json,national-xlsx";
    const run = join(place.out, "latest");
    const hiding = await pipeline("hiding", ["Longmoor Boys"]);
    for (const one of format.split(","))
      await command(
        "report",
        run,
        "--pipeline",
        hiding,
        "--out",
        place.out,
        "--to",
        join(again, "hidden"),
        "--format",
        one,
      );
    expect((await namedIn(join(again, "hidden"))).named).toEqual([]);
    const open = await pipeline("open", []);
    for (const one of format.split(","))
      await command(
        "report",
        run,
        "--pipeline",
        open,
        "--out",
        place.out,
        "--to",
        join(again, "open"),
        "--format",
        one,
      );
    expect((await namedIn(join(again, "open"))).named.length).toBeGreaterThan(0);
  });
});
