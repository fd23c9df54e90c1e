import { spawn, spawnSync } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demonstration } from "../end-to-end/demonstration.js";
import { PATIENCE } from "../end-to-end/triangulum.js";

const missing = spawnSync("soffice", ["--version"]).status !== 0;
if (missing) {
  console.error(
    "NOT CHECKED: soffice (LibreOffice) is missing here, so no Office file was opened by an office program.",
  );
}

/** What LibreOffice made of files: its exit code, and by name of the PDF the words on its pages. */
interface Printed {
  readonly code: number;
  readonly pages: ReadonlyMap<string, string>;
}

/** Opens files in LibreOffice, with a profile of its own, and prints them to PDF in a folder of their own. */
async function printed(place: string, to: string, files: readonly string[]): Promise<Printed> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(place, "profile")).href}`;
  const folder = join(place, to);
  await mkdir(folder);
  const args = [profile, "--headless", "--norestore", "--convert-to", "pdf", "--outdir", folder, ...files];
  const child = spawn("soffice", args, { stdio: "ignore", timeout: PATIENCE });
  const code = await new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) => resolve(status ?? -1));
  });
  // The exit code is 0 too where a file could not be read: only its PDF tells.
  const pages = new Map<string, string>();
  for (const name of await readdir(folder)) pages.set(name, await textOf(await readFile(join(folder, name))));
  return { code, pages };
}

async function textOf(pdf: Uint8Array): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  try {
    const { text } = await extractText(document, { mergePages: true });
    return text.replace(/\s+/g, " ");
  } finally {
    await document.loadingTask.destroy();
  }
}

/** A file of the demonstration's run, the name under which it is opened, and words that its pages must show. */
const CASES: [path: string, name: string, words: string[]][] = [
  ["report.docx", "report.docx", ["Introduction and method", "Summary across sessions", "Good practice", "Cuckooing"]],
  ["matrix.xlsx", "matrix.xlsx", ["Cuckooing", "Information sharing"]],
  ["national/summary.docx", "national-summary.docx", ["Draft for the national author"]],
  ["national/matrix.xlsx", "national-matrix.xlsx", ["Cuckooing"]],
];

describe("Office files in LibreOffice", () => {
  let place: string;
  let whole: Printed;
  let torn: Printed;
  beforeAll(async () => {
    if (missing) return;
    place = await mkdtemp(join(tmpdir(), "triangulum-office-"));
    const { run } = await demonstration();
    const [review] = (await readdir(join(run, "reviews"))).sort();
    for (const [path, name] of CASES)
      await copyFile(join(run, path.startsWith("national/") ? "" : `reviews/${review}`, path), join(place, name));
    const files = CASES.map(([, name]) => join(place, name));
    whole = await printed(place, "whole", files);
    const bytes = await readFile(files[0]!);
    await writeFile(join(place, "torn.docx"), bytes.subarray(0, bytes.length / 2));
    torn = await printed(place, "torn", [join(place, "torn.docx")]);
  }, 3 * PATIENCE);
  afterAll(() => (place ? rm(place, { recursive: true, force: true }) : undefined));

  it("are opened at all where the tests are to vouch for them", () => {
    if (missing) expect(process.env.CI, "CI must have soffice (LibreOffice Writer and Calc)").toBeUndefined();
    else expect(whole.code).toBe(0);
  });

  it.each(CASES)("%s is printed with its words and without errors of fields and formulas", (_, name, words) => {
    if (missing) return;
    const text = whole.pages.get(name.replace(/\.\w+$/, ".pdf")) ?? "";
    for (const each of words) expect(text).toContain(each);
    expect(text).not.toMatch(/Error: Reference|Err:\d{3}|#(?:NAME\?|REF!|VALUE!)/);
  });

  it("a torn file is not taken for one that opens", () => {
    if (!missing) expect([...torn.pages.keys()]).toEqual([]);
  });
});
