import { existsSync } from "node:fs";
import sparticuz from "@sparticuz/chromium";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";

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

/** A page with what went wrong on it: errors, and requests that would leave the machine. */
export interface Watched {
  readonly page: Page;
  readonly wrong: string[];
}

/** Opens an address as a reader would, in light or dark. Whatever is no file of this machine is stopped and noted. */
export async function openPage(browser: Browser, address: string, scheme: "light" | "dark"): Promise<Watched> {
  const context = await browser.newContext({
    ...{ viewport: { width: 1280, height: 800 }, colorScheme: scheme, reducedMotion: "reduce", acceptDownloads: true },
  });
  const wrong: string[] = [];
  await context.route(/.*/, (route) => {
    const url = route.request().url();
    if (/^(file|data|blob):/.test(url) || url.startsWith(new URL(address).origin)) return route.continue();
    wrong.push(`asks for ${url}`);
    return route.abort();
  });
  const page = await context.newPage();
  // A machine that does a great deal else is slow, not wrong.
  page.setDefaultTimeout(120_000);
  page.on("console", (message) => message.type() === "error" && wrong.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
  await page.goto(address);
  return { page, wrong };
}

/** What axe-core finds wrong with a page as it stands, each rule with the first place. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    "axe.run(document).then((r) => r.violations.map((v) => v.id + ': ' + v.help + ' (' + v.nodes[0].target + ')'))",
  );
  return found as string[];
}
