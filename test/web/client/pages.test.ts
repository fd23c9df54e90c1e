import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Decision } from "../../../src/model/index.js";
import { demonstration } from "../../end-to-end/demonstration.js";
import { PATIENCE } from "../../end-to-end/triangulum.js";
import { openBrowser, openPage, violations, type Watched } from "./browser.js";

let browser: Browser;
let report: string;
let run: string;
beforeAll(async () => {
  ({ run } = await demonstration());
  report = pathToFileURL(join(run, "report.html")).href;
  browser = await openBrowser();
}, PATIENCE);
afterAll(() => browser?.close());

/** Every page with what stands on it when it has come. */
const PAGES: readonly (readonly [string, string])[] = [
  ["#/overview", "h1:has-text('Overview')"],
  ["#/matrix", "[role=gridcell]"],
  ["#/matrix/ironbeck?group=eight-questions&count=sectors&sort=verdict", "[role=gridcell]"],
  ["#/matrix/sessions?facet=assertion%3Dabsent", "[role=gridcell]"],
  ["#/matrix/ironbeck/county-lines/police", "aside .quote"],
  ["#/matrix?theme=actors&sector=fire&level=community&prompted=yes", ".matrix-whole"],
  ["#/findings", ".finding-list a"],
  ["#/maps/lines", "svg .band"],
  ["#/maps/together", "svg .node"],
  ["#/maps/indicators", "svg .series"],
  ["#/maps/time", "svg .dot"],
  ["#/maps/language", "h1"],
  ["#/search", "h1"],
  ["#/search?q=county%20lines", ".kwic mark"],
  ["#/search?q=zzzz", ".state"],
  ["#/read", "table a"],
  ["#/read/ironbeck/01_police.txt", ".mention"],
  ["#/corrections", ".state"],
  ["#/lexicon", ".state-refused"],
  ["#/compare", ".state-refused"],
  ["#/method", "dl"],
  ["#/nowhere", ".state"],
];

async function visit(page: Page, place: string, sign: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(place)}`);
  // Attached is enough: a line that lies flat has no height, and so is not "visible".
  await page.locator(sign).first().waitFor({ state: "attached" });
}

describe.each(["light", "dark"] as const)("report.html in %s", { timeout: PATIENCE }, (scheme) => {
  let watched: Watched;
  beforeAll(async () => {
    watched = await openPage(browser, report, scheme);
  }, PATIENCE);
  afterAll(() => watched?.page.context().close());

  it.each(PAGES)("%s has no fault that axe-core knows, no error, no request", async (place, sign) => {
    await visit(watched.page, place, sign);
    expect(await violations(watched.page)).toEqual([]);
    expect(watched.wrong).toEqual([]);
  });
});

describe("report.html in a real browser", { timeout: PATIENCE }, () => {
  it("leads from a number to its quotes, and from a quote into its transcript", async () => {
    const { page, wrong } = await openPage(browser, `${report}#/matrix/ironbeck`, "light");
    const cell = page.locator('[role=gridcell][aria-label^="County lines, Police"]');
    expect(await cell.getAttribute("aria-label")).toMatch(/affirms, \d+ mentions?/);
    const count = Number(await cell.locator(".count").textContent());
    await cell.click();
    const quotes = page.locator("aside .quote:not(.quote-aside)");
    await quotes.first().waitFor();
    expect(await quotes.count()).toBeGreaterThan(0);
    expect(await quotes.count()).toBeLessThanOrEqual(count);
    const words = await quotes.first().locator("mark").textContent();
    await quotes.first().getByRole("link", { name: "Read in context" }).click();
    await page.locator(".mention-current").first().waitFor();
    expect(await page.locator(".mention-current").allTextContents()).toEqual(
      expect.arrayContaining([expect.stringContaining(words?.split(" ")[0] ?? "?")]),
    );
    expect(await page.locator(".mention-card h2").textContent()).toBe("County lines");
    expect(await page.locator(".turn-interviewer").count()).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it("moves over the matrix with the arrow keys and opens with Enter", async () => {
    const { page } = await openPage(browser, `${report}#/matrix`, "light");
    await page.locator('[role=gridcell][tabindex="0"]').focus();
    for (const key of ["ArrowDown", "ArrowRight", "End", "PageDown", "PageDown", "PageDown"])
      await page.keyboard.press(key);
    const active = page.locator('[role=gridcell][tabindex="0"]');
    await page.locator('[role=gridcell][tabindex="0"]:focus').waitFor();
    expect(await active.getAttribute("aria-colindex")).toBe("5");
    await page.keyboard.press("Enter");
    await page.locator("aside.panel h2").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("aside.panel").waitFor({ state: "detached" });
    await page.context().close();
  });

  it("decides by keys, and hands out what `decisions import` reads", async () => {
    const { page, wrong } = await openPage(browser, `${report}#/findings`, "light");
    const findings = JSON.parse(await readFile(join(run, "findings.json"), "utf8")) as { id: string }[];
    await page.locator(".finding-list a").first().waitFor();
    await page.keyboard.press("j");
    await page.locator(".finding-head h2").waitFor();
    await page.keyboard.press("a");
    await page.locator(".finding-list a[aria-current] .status-candidate").waitFor();
    await page.keyboard.press("r");
    await page.locator(".decision-form input").fill("Said of another town.");
    await page.keyboard.press("Enter");
    await page.locator(".finding-head .status-rejected").waitFor();
    await page.locator(".draft-bar input").fill("A. Analyst");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download decisions" }).click(),
    ]);
    const lines = (await readFile(await file.path(), "utf8")).trim().split("\n");
    const decisions = lines.map((line) => Decision.parse(JSON.parse(line)));
    expect(decisions.map(({ status, by, note }) => ({ status, by, note }))).toEqual([
      { status: "accepted", by: "A. Analyst", note: "" },
      { status: "rejected", by: "A. Analyst", note: "Said of another town." },
    ]);
    for (const { finding } of decisions) expect(findings.map(({ id }) => id)).toContain(finding);
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it("draws its maps as SVG and PNG that stand by themselves, and as a table", async () => {
    const { page, wrong } = await openPage(browser, `${report}#/maps/lines`, "light");
    const take = async (name: string) => {
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name, exact: true }).click(),
      ]);
      return readFile(await file.path());
    };
    const svg = (await take("SVG")).toString("utf8");
    expect(svg).toContain('xmlns="http://www.w3.org/2000/svg"');
    expect(svg).toContain("London");
    expect(svg).not.toContain("class=");
    expect((await take("PNG")).subarray(1, 4).toString("latin1")).toBe("PNG");
    expect((await take("CSV")).toString("utf8")).toMatch(
      /^exporter,importer,reviews,sessions,mentions\nLondon,Thripwell,/,
    );
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it("finds words in context", async () => {
    const { page } = await openPage(browser, `${report}#/search?q=county%20line`, "light");
    await page.locator(".kwic mark").first().waitFor();
    const words = await page.locator(".kwic mark").allTextContents();
    expect(words.length).toBeGreaterThan(10);
    expect(new Set(words.map((word) => word.toLowerCase()))).toEqual(new Set(["county"]));
    await page.context().close();
  });

  it("keeps a correction that is made in a file, to be downloaded", async () => {
    const { page } = await openPage(browser, `${report}#/matrix/ironbeck/county-lines/police`, "light");
    await page.getByRole("button", { name: "Mark as wrong" }).first().click();
    await visit(page, "#/corrections", "text=1 correction made in this file");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download corrections" }).click(),
    ]);
    expect(await readFile(await file.path(), "utf8")).toMatch(/^kind,mention,.*\nwrong,[0-9a-f]{16},/);
    await page.context().close();
  });

  it("keeps every page within a window of 640 pixels, as at 200 % zoom", async () => {
    const { page, wrong } = await openPage(browser, report, "light");
    await page.setViewportSize({ width: 640, height: 400 });
    for (const [place, sign] of PAGES) {
      await visit(page, place, sign);
      const wide = await page.evaluate("document.documentElement.scrollWidth");
      expect(wide, place).toBeLessThanOrEqual(640);
    }
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it("prints the matrix as a whole table", async () => {
    const { page } = await openPage(browser, `${report}#/matrix`, "light");
    await page.locator("[role=gridcell]").first().waitFor();
    await page.emulateMedia({ media: "print" });
    await page.locator(".matrix-printed").waitFor();
    expect(await page.locator(".matrix-printed tbody th[scope=row]").count()).toBe(68);
    await page.context().close();
  });
});
