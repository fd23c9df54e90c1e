import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const SOURCE = fileURLToPath(new URL("../src/", import.meta.url));

/** A folder of src/: its floor, what it may import on its own floor, and why it stands where it stands. */
interface Folder {
  floor: number;
  also?: readonly string[];
  /** Said of an import that is forbidden: what the folder is for, and the two ways out. */
  why: string;
}

const FOLDERS: Record<string, Folder> = {
  cli: { floor: 4, also: ["web"], why: "a command parses, calls and prints; of web/ it may start the server" },
  web: { floor: 4, why: "the pages call store and run/preview and nothing else; move the work into run/ and call it" },
  run: { floor: 3, why: "the conductor knows the stages, not who calls it; hand in what it needs as an argument" },
  store: {
    floor: 2,
    why: "the store keeps rows and knows no report and no stage order; let run/ pass in what is written",
  },
  reporting: { floor: 2, why: "reports are pure, rows in and chunks out; let run/ read the rows and write the chunks" },
  archive: { floor: 1, why: "finding files is a matter of its own; join it with other stages in run/" },
  ingest: { floor: 1, why: "reading a document knows no lexicon and no neighbour; join it with other stages in run/" },
  privacy: {
    floor: 1,
    also: ["language"],
    why: "masking comes before anything is known of codes; names and places come in as arguments",
  },
  lexicon: { floor: 1, also: ["language"], why: "terms meet the tokeniser of the text and nothing else" },
  language: {
    floor: 1,
    why: "sentences and tokens are the ground of coding; what they need of a lexicon comes in as an argument",
  },
  coding: {
    floor: 1,
    also: ["language", "lexicon"],
    why: "the coder turns sentences and a lexicon into mentions; evidence and sessions are joined in run/",
  },
  triangulation: {
    floor: 1,
    why: "verdicts are made of mentions and sessions alone, so that they can be made again from a saved run",
  },
  findings: { floor: 1, why: "findings are made of rows and rules; what is reckoned before comes in as rows" },
  national: {
    floor: 1,
    also: ["findings", "privacy"],
    why: "the national picture is made of rows of many reviews; it is worded by the templates of findings, and no count or quote is worded before privacy has let it out",
  },
  assessment: {
    floor: 1,
    also: ["findings"],
    why: "recommendations and surveys are rows of their own; of findings/ it takes the wording of counts alone",
  },
  statistics: { floor: 0, why: "numbers only: whoever has mentions turns them into numbers first" },
  model: { floor: 0, why: "the nouns import nothing of ours; everything else imports them" },
};

interface Import {
  file: string;
  module: string;
  text: string;
}

const FILES = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /\.tsx?$/.test(path))
  .sort();

function importsOf(file: string): Import[] {
  const text = readFileSync(join(SOURCE, file), "utf8");
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => ({ file, module: fileName, text }));
}

const folderOf = (path: string): string => path.split("/")[0] ?? "";

/** What is wrong with an import, in words; undefined when nothing is. */
function forbidden({ file, module, text }: Import): string | undefined {
  const from = folderOf(file);
  const say = (why: string): string => `src/${file} imports ${module}: ${why}.`;
  if (module === "natural")
    return say("its root loads database clients and prints; import natural/lib/natural/<part>/index.js");
  if (module.startsWith("@duckdb/") && from !== "store") return say("only store/ knows the database; ask it for rows");
  if (module === "fast-csv" && writes(text) && file !== "reporting/csv.ts" && from !== "archive")
    return say("reporting/csv.ts is the only CSV writer, because it guards spreadsheets against formulas");
  if (!module.startsWith(".")) return undefined;
  const target = posix.normalize(posix.join(dirname(file), module));
  const to = folderOf(target);
  if (to === from) return undefined;
  const [own, other] = [FOLDERS[from], FOLDERS[to]];
  if (!own || !other)
    return say(`${own ? to : from}/ is no folder of the floor plan; add it there with its floor and its reason`);
  if (!/^[a-z]+\/index\.(js|ts)$/.test(target))
    return say(`across folders only the front door is used: ${to}/index.js`);
  const below = other.floor < own.floor && !(from === "statistics" || from === "model");
  if (!below && !own.also?.includes(to)) return say(own.why);
  return undefined;
}

/** Whether a file takes a writer from fast-csv. */
function writes(text: string): boolean {
  return /import\s*\{[^}]*\b(?:write\w*|format\w*|CsvFormatterStream)\b[^}]*\}\s*from\s*"fast-csv"/.test(text);
}

describe("the floor plan", () => {
  it("names every folder of src", () => {
    expect([...new Set(FILES.map(folderOf))].filter((folder) => !(folder in FOLDERS))).toEqual([]);
  });

  it("is kept by every import", () => {
    expect(FILES.flatMap(importsOf).flatMap((one) => forbidden(one) ?? [])).toEqual([]);
  });

  const cases: [string, Import, string | undefined][] = [
    [
      "a stage that imports a stage",
      { file: "findings/a.ts", module: "../coding/index.js", text: "" },
      "made of rows and rules",
    ],
    [
      "a noun that imports a stage",
      { file: "model/a.ts", module: "../statistics/index.js", text: "" },
      "import nothing of ours",
    ],
    ["a side door", { file: "run/a.ts", module: "../coding/match.js", text: "" }, "front door"],
    [
      "a report that reads",
      { file: "reporting/page/a.ts", module: "../../store/index.js", text: "" },
      "rows in and chunks out",
    ],
    ["an upstairs neighbour", { file: "store/a.ts", module: "../run/index.js", text: "" }, "keeps rows"],
    ["a named neighbour", { file: "coding/a.ts", module: "../lexicon/index.js", text: "" }, undefined],
    [
      "a folder of odds and ends",
      { file: "run/a.ts", module: "../utils/index.js", text: "" },
      "no folder of the floor plan",
    ],
    ["the root of natural", { file: "language/a.ts", module: "natural", text: "" }, "database clients"],
    ["a database in a report", { file: "reporting/a.ts", module: "@duckdb/node-api", text: "" }, "only store/"],
    [
      "a second CSV writer",
      { file: "cli/a.ts", module: "fast-csv", text: 'import { writeToString } from "fast-csv";' },
      "only CSV writer",
    ],
    [
      "a CSV reader",
      { file: "cli/a.ts", module: "fast-csv", text: 'import { parseString } from "fast-csv";' },
      undefined,
    ],
    ["its own folder", { file: "reporting/page/a.ts", module: "../csv.js", text: "" }, undefined],
  ];
  it.each(cases)("judges %s", (_name, one, why) => {
    if (why === undefined) expect(forbidden(one)).toBeUndefined();
    else expect(forbidden(one)).toContain(why);
  });
});

describe("deeds that have one place", () => {
  const deeds: [string, RegExp, (file: string) => boolean, string][] = [
    ["exits the process", /\bprocess\.exit\(/, (file) => file === "cli/main.ts", "throw Stop with an exit code"],
    [
      "asks for the time",
      /\bDate\.now\(|\bnew Date\(\)/,
      (file) => file === "store/effects.ts" || file === "web/client/data/drafts.ts",
      "take the clock from effects",
    ],
    [
      "writes a file",
      /import\s*\{[^}]*\b(?:writeFile|appendFile|createWriteStream|rename|writeFileSync|appendFileSync|renameSync)\b[^}]*\}\s*from\s*"node:fs/,
      (file) => file.startsWith("store/") || file === "privacy/key.ts",
      "hand it to store, or to effects",
    ],
    ["sorts by the locale", /\.localeCompare\((?![^)]*,\s*"en")/, () => false, "compare by code units"],
  ];
  it.each(deeds)("nothing else %s", (_deed, pattern, allowed, wayOut) => {
    const found = FILES.filter((file) => !allowed(file) && pattern.test(readFileSync(join(SOURCE, file), "utf8")));
    expect(found.map((file) => `src/${file}: ${wayOut}`)).toEqual([]);
  });
});
