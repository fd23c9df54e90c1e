import { existsSync } from "node:fs";
import sparticuz from "@sparticuz/chromium";
import axe from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const ARGS = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  ...["--disable-component-update", "--disable-sync"],
];
const SYSTEM = "/usr/bin/chromium";

/** A real Chromium: the system's where there is one, else the one that an npm package brings. Throws where neither starts; no test is passed over. */
export async function openBrowser(): Promise<Browser> {
  const path = existsSync(SYSTEM) ? SYSTEM : await sparticuz.executablePath();
  return chromium.launch({ executablePath: path, args: ARGS });
}

/** A page with what went wrong on it: errors, dialogs, and requests that would leave the machine. */
export interface Watched {
  readonly page: Page;
  readonly wrong: string[];
}

/** Opens an address as a reader would, in light or dark. Whatever is not of the address's own file or server is stopped and noted. */
export async function openPage(
  browser: Browser,
  address: string,
  scheme: "light" | "dark",
  more: BrowserContextOptions = {},
): Promise<Watched> {
  const context = await browser.newContext({
    ...{ viewport: { width: 1280, height: 800 }, colorScheme: scheme, reducedMotion: "reduce", acceptDownloads: true },
    ...more,
  });
  const wrong: string[] = [];
  const { origin, pathname } = new URL(address);
  await context.route(/.*/, (route) => {
    const url = route.request().url();
    const own = origin === "null" ? url.split(/[?#]/)[0]?.endsWith(pathname) : url.startsWith(`${origin}/`);
    if (own || /^(data|blob):/.test(url)) return route.continue();
    wrong.push(`asks for ${url}`);
    return route.abort();
  });
  const page = await context.newPage();
  // A machine that does a great deal else is slow, not wrong.
  page.setDefaultTimeout(120_000);
  page.on("console", (message) => {
    // The browser itself notes the 404 by which the server says that there is no such document.
    const noted = message.text().includes("status of 404") && message.location().url.includes("none.txt");
    if (message.type() === "error" && !noted) wrong.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    // Leaving a file with unsaved drafts asks; nothing else may.
    if (dialog.type() !== "beforeunload") wrong.push(`dialog: ${dialog.message()}`);
    void dialog.accept();
  });
  await page.goto(address);
  await page.locator("h1").first().waitFor();
  return { page, wrong };
}

/** Goes to a place of the pages, and waits until what stands there has come. */
export async function visit(page: Page, place: string, sign: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(place)}`);
  // Attached is enough: a line that lies flat has no height, and so is not "visible".
  await page.locator(sign).first().waitFor({ state: "attached" });
  await until(page, "document.querySelector('.state-loading') === null");
}

/** What axe-core finds wrong with a page as it stands, by every rule of WCAG 2.2 AA and its best practices: each rule with the first place. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  // The size of targets is a rule of WCAG 2.2 that axe-core leaves off unless it is asked for.
  const found = await page.evaluate(
    "axe.run(document, { rules: { 'target-size': { enabled: true } } }).then((r) => r.violations.map((v) => v.id + ': ' + v.help + ' (' + v.nodes[0].target + ')'))",
  );
  return found as string[];
}

/** The text of a file that a button hands out. */
export async function downloaded(page: Page, press: () => Promise<unknown>): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent("download"), press()]);
  const { readFile } = await import("node:fs/promises");
  return readFile(await file.path());
}

/** Waits until an expression holds in a page, whose policy lets no test evaluate a string from within it. */
export async function until(page: Page, expression: string): Promise<void> {
  const patience = Date.now() + 120_000;
  while (!(await page.evaluate(`Boolean(${expression})`))) {
    if (Date.now() > patience) throw new Error(`This never came to hold: ${expression}`);
    await page.waitForTimeout(50);
  }
}
