import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FindingList } from "../../src/model/index.js";
import { loadPipeline, run } from "../../src/run/index.js";
import { FILES, makePlace, type Place, ROOT } from "../run/example-archive.js";
import { downloaded, openBrowser, openPage, visit } from "./client/browser.js";
import { type Built, serveBuilt } from "./serve-built.js";

/** Words that a spreadsheet would run, and that a page would, in a label that every download holds. */
const LABEL = '=HYPERLINK("http://evil.example")</script><script>alert(4)</script>';
/** Names and words that would run if any page took them for markup or formula. */
const NASTY = {
  "york-2019/police.txt": `Interviewer: Anything about cuckooing?

<img src=x onerror=alert(1)>: The gang said "</script><script>alert(2)</script>" about cuckooing.

@SUM(1+1): There is cuckooing by a gang, and county lines coming from Leeds, on the estate.
`,
  "york-2019/sessions.csv": `${FILES["york-2019/sessions.csv"]}police.txt,police,=1+1 Police <svg onload=alert(3)>,focus-group,police,practitioner,2019-05-06,verbatim,Interviewer,,
`,
  "york-2019/indicators.csv": `measure,codes,area,period,value,unit,source,direction\n${Array.from({ length: 9 }, (_, i) => `=cmd|x <b>calls</b>,cuckooing,York,${2010 + i},${i * i},calls,made up,more`).join("\n")}\n`,
};

let browser: Browser;
let place: Place;
let lexicon: string;
let pipeline: string;
const night = async (): Promise<void> => {
  await run({ pipeline: await loadPipeline(pipeline, { archive: place.archive, out: place.out, workers: 0 }) });
};
beforeAll(async () => {
  place = await makePlace({ ...FILES, ...NASTY });
  lexicon = await mkdtemp(join(tmpdir(), "triangulum-nasty-"));
  await cp(join(ROOT, "test/run/lexicon"), join(lexicon, "lexicon"), { recursive: true });
  const codes = join(lexicon, "lexicon/codes/exploitation.yaml");
  const text = await readFile(codes, "utf8");
  await writeFile(codes, text.replace("prefLabel: Cuckooing", `prefLabel: '${LABEL}'`));
  pipeline = join(lexicon, "pipeline.yaml");
  const rules = join(ROOT, "pipelines/finding-rules.yaml");
  await writeFile(pipeline, `name: nasty\nlexicon: lexicon\nrules: ${rules}\nlimits:\n  seconds: 20\n`);
  await night();
  browser = await openBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await place?.remove();
  await rm(lexicon, { recursive: true, force: true });
});

describe("a decision", { timeout: 300_000 }, () => {
  it("stands after the server was killed and started again", async () => {
    const first = await serveBuilt(place.out, { pipeline });
    const { page, wrong } = await openPage(browser, first.entrances[0]!, "light");
    expect(page.url()).not.toContain("token");
    await visit(page, "#/findings?review=hull-2020", ".finding-list a");
    await page.locator(".finding-list a").first().click();
    await page.locator(".finding h2").waitFor();
    const hash = await page.evaluate("location.hash");
    await page.getByRole("button", { name: "Accept" }).click();
    await page.getByText("Accepted.").first().waitFor();
    expect(wrong).toEqual([]);
    await first.kill();

    const second = await serveBuilt(place.out, { pipeline });
    const again = await openPage(browser, second.entrances[0]!, "light");
    await visit(again.page, String(hash), ".finding h2");
    expect(await again.page.getByRole("button", { name: "Accept" }).isDisabled()).toBe(true);
    expect(await again.page.locator(".finding").textContent()).toContain("Alex Reed");
    expect(again.wrong).toEqual([]);
    expect(await second.stop()).toBe(0);
  });

  it("survives the next night, which says that its evidence has changed and what came; a page that was open says that it is of yesterday", async () => {
    const served = await serveBuilt(place.out, { pipeline });
    const { page, wrong } = await openPage(browser, served.entrances[0]!, "light");
    const { findings } = (await page.evaluate("fetch('/api/findings').then((answer) => answer.json())")) as FindingList;
    const found = findings.find((one) => one.codes.length === 1 && one.codes[0] === "domestic-abuse");
    const hash = `#/findings/${found?.id}`;
    await visit(page, hash, ".finding h2");
    await page.getByRole("button", { name: "Accept" }).click();
    await page.getByText("Accepted.").first().waitFor();
    const said = FILES["york-2019/housing.txt"];
    await place.write({ "york-2019/housing.txt": `${said}\nJane Smith: Domestic abuse is common by the arcade.\n` });
    await night();
    const fresh = await openPage(browser, served.entrances[0]!, "light");
    await fresh.page.getByText(/\d decided findings? rests?/).waitFor();
    await visit(fresh.page, hash, ".finding h2");
    expect(await fresh.page.locator(".notice").first().textContent()).toMatch(
      /The evidence has changed since this decision\..*\d mentions? came \(marked below\), \d went/s,
    );
    expect(await fresh.page.locator(".quote", { hasText: "new since the decision" }).textContent()).toContain("arcade");
    await visit(page, "#/maps/lines", ".renewal");
    await page.getByRole("button", { name: "Load the page again" }).click();
    await page.locator(".renewal").waitFor({ state: "detached" });
    expect([...wrong, ...fresh.wrong]).toEqual([]);
    expect(await served.stop()).toBe(0);
  });
});

/** Cells of a CSV that a spreadsheet would run. */
function live(csv: string): string[] {
  return csv
    .split("\n")
    .flatMap((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).filter((cell) => /^"?\s*[=+@-][^\d.]/.test(cell)));
}

describe.each(["serve", "report.html"] as const)(
  "scripts and formulas in transcripts, names, labels and series, in %s",
  { timeout: 300_000 },
  (way) => {
    let served: Built | undefined;
    let address: string;
    beforeAll(async () => {
      served = way === "serve" ? await serveBuilt(place.out, { pipeline }) : undefined;
      address = served?.entrances[0] ?? pathToFileURL(join(place.out, "latest/report.html")).href;
    }, 300_000);
    afterAll(() => served?.kill());

    it("stay words on every page", async () => {
      const { page, wrong } = await openPage(browser, address, "light");
      await visit(page, "#/read/york-2019/police.txt", ".mention");
      expect(await page.locator("body").textContent()).toContain("<script>alert(2)</script>");
      expect(await page.locator("main").textContent()).toContain("<img src=x onerror=alert(1)>");
      await visit(page, "#/matrix/york-2019/cuckooing/police", "aside .quote");
      expect(await page.locator("aside h2").textContent()).toBe(LABEL);
      expect(await page.locator("aside").textContent()).toContain("Police <svg onload=alert(3)>");
      for (const [hash, sign] of [
        ["#/search?q=cuckooing", ".kwic mark"],
        ["#/lexicon/cuckooing", "h1"],
        ["#/overview", "h1"],
        ["#/findings", ".finding-list a"],
        ["#/read", "table"],
        ["#/method", "h1"],
      ] as const)
        await visit(page, hash, sign);
      expect(await page.locator("main script, main img, svg[onload], main b").count()).toBe(0);
      expect(wrong).toEqual([]);
      await page.context().close();
    });

    it.each(["#/matrix", "#/matrix/york-2019", "#/maps/lines", "#/maps/together", "#/maps/indicators", "#/maps/time"])(
      "run in no spreadsheet that %s hands out, and in no picture",
      async (hash) => {
        const { page, wrong } = await openPage(browser, address, "light");
        await visit(page, hash, ".downloads");
        const csv = await downloaded(page, () => page.getByRole("button", { name: "CSV" }).first().click());
        expect(live(csv.toString("utf8"))).toEqual([]);
        if (hash.startsWith("#/matrix")) expect(csv.toString("utf8")).toContain(`"'${LABEL.replaceAll('"', '""')}"`);
        const pictures = page.getByRole("button", { name: "SVG" });
        if ((await pictures.count()) > 0) {
          const svg = await downloaded(page, () => pictures.first().click());
          expect(svg.toString("utf8")).not.toMatch(/<script|<b>|onload=alert|<img/);
        }
        expect(wrong).toEqual([]);
        await page.context().close();
      },
    );
  },
);

it("a formula in a code's label runs in no CSV of the corrections", async () => {
  const served = await serveBuilt(place.out, { pipeline });
  const { page } = await openPage(browser, served.entrances[0]!, "light");
  await visit(page, "#/matrix/york-2019/cuckooing/police", "aside .quote");
  await page.getByRole("button", { name: "Mark as wrong" }).first().click();
  await page.getByLabel("Why").fill("=1+1 is no reason");
  await page.getByRole("button", { name: "Keep" }).click();
  await visit(page, "#/corrections", "table");
  const csv = await downloaded(page, () => page.getByText("Download the rows as CSV").click());
  expect(live(csv.toString("utf8"))).toEqual([]);
  expect(csv.toString("utf8")).toContain("'=1+1 is no reason");
  await served.kill();
});
