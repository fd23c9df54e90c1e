import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import sparticuz from "@sparticuz/chromium";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { loadPipeline, run } from "../../src/run/index.js";
import { FILES, makePlace, PIPELINE, type Place, ROOT } from "../run/example-archive.js";

const SYSTEM = "/usr/bin/chromium";
/** Names and words that would run if any page took them for markup. */
const NASTY = {
  "york-2019/police.txt": `Interviewer: Anything about cuckooing?

<img src=x onerror=alert(1)>: The gang said "</script><script>alert(2)</script>" about cuckooing.
`,
  "york-2019/sessions.csv": `${FILES["york-2019/sessions.csv"]}police.txt,police,Police <svg onload=alert(3)>,focus-group,police,practitioner,2019-05-06,verbatim,Interviewer,,
`,
};

let browser: Browser;
let place: Place;
beforeAll(async () => {
  place = await makePlace({ ...FILES, ...NASTY });
  await run({ pipeline: await loadPipeline(PIPELINE, { archive: place.archive, out: place.out, workers: 0 }) });
  browser = await chromium.launch({
    executablePath: existsSync(SYSTEM) ? SYSTEM : await sparticuz.executablePath(),
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
  });
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await place?.remove();
});

/** The built program's server, with the addresses that it printed. */
async function serve(): Promise<{ child: ChildProcess; decider: string; reader: string }> {
  const args = ["serve", "--pipeline", PIPELINE, "--out", place.out, "--port", "0", "--name", "Alex Reed"];
  const child = spawn(process.execPath, [join(ROOT, "dist/cli/main.js"), ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const addresses = await new Promise<string[]>((done, fail) => {
    const found: string[] = [];
    createInterface({ input: child.stdout! }).on("line", (line) => {
      const [address] = /http:\S+token=\S+/.exec(line) ?? [];
      if (address !== undefined && found.push(address) === 2) done(found);
    });
    child.once("exit", (code) => fail(new Error(`serve ended with ${code}`)));
  });
  return { child, decider: addresses[0]!, reader: addresses[1]! };
}

/** Opens an address in a browser of its own, and notes what must not be: errors, dialogs, requests to elsewhere. */
async function open(address: string): Promise<{ page: Page; wrong: string[] }> {
  const context = await browser.newContext({ reducedMotion: "reduce" });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(new URL(address).origin) && !/^(?:data|blob):/.test(url)) wrong.push(`asks for ${url}`);
  });
  page.on("console", (message) => message.type() === "error" && wrong.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(address);
  await page.locator("h1:has-text('Overview')").waitFor();
  return { page, wrong };
}

async function visit(page: Page, hash: string, sign: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
  await page.locator(sign).first().waitFor();
}

it("a finding that is accepted in the browser is accepted after the server was killed and started again", {
  timeout: 300_000,
}, async () => {
  const first = await serve();
  const { page, wrong } = await open(first.decider);
  expect(page.url()).not.toContain("token");
  await visit(page, "#/findings", ".finding-list a");
  await page.locator(".finding-list a").first().click();
  await page.locator(".finding h2").waitFor();
  const title = await page.locator(".finding h2").textContent();
  await page.getByRole("button", { name: "Accept" }).click();
  await page.getByText("Accepted.").first().waitFor();
  expect(wrong).toEqual([]);
  const gone = new Promise((done) => first.child.once("exit", done));
  first.child.kill("SIGKILL");
  await gone;

  const second = await serve();
  const again = await open(second.decider);
  await visit(again.page, "#/findings", ".finding-list a");
  await again.page
    .locator(".finding-list a", { hasText: title ?? "?" })
    .first()
    .click();
  await again.page.locator(".finding h2").waitFor();
  expect(await again.page.getByRole("button", { name: "Accept" }).isDisabled()).toBe(true);
  expect(await again.page.locator(".finding").textContent()).toContain("Alex Reed");
  expect(again.wrong).toEqual([]);

  // A reader sees it and has nothing to decide with.
  const reader = await open(second.reader);
  await visit(reader.page, "#/findings", ".finding-list a");
  await reader.page.locator(".finding-list a").first().click();
  await reader.page.locator(".finding h2").waitFor();
  expect(await reader.page.getByRole("button", { name: "Accept" }).count()).toBe(0);
  second.child.kill("SIGINT");
  await new Promise((done) => second.child.once("exit", done));
  expect(second.child.exitCode).toBe(0);
});

it("scripts in a transcript, in a speaker's name and in a label stay words", { timeout: 300_000 }, async () => {
  const { child, decider } = await serve();
  const { page, wrong } = await open(decider);
  await visit(page, "#/read/york-2019/police.txt", ".mention");
  expect(await page.locator("body").textContent()).toContain("<script>alert(2)</script>");
  await visit(page, "#/matrix/york-2019/cuckooing/police", "aside .quote");
  await visit(page, "#/search?q=cuckooing", ".kwic mark");
  await visit(page, "#/lexicon", "h1");
  expect(wrong).toEqual([]);
  child.kill("SIGKILL");
});
