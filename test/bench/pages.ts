// How soon does the matrix stand there, and does it scroll smoothly, on an archive of a nation? `tsx test/bench/pages.ts ADDRESS [ROUNDS]`:
// the address of a report.html (file://…) or an entrance of `serve`; make the archive with test/bench/large-archive.ts.
import { loadavg } from "node:os";
import type { Browser, Page } from "playwright-core";
import { median, quantile } from "../../src/statistics/index.js";
import { openBrowser } from "../web/client/browser.js";

const [address = "", rounds = "5"] = process.argv.slice(2);
const entrance = address.startsWith("http");
const COLD = `
  new MutationObserver((_, observer) => {
    if (document.querySelector("[role=gridcell]") === null) return;
    observer.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => { window.firstMatrix = performance.now(); }));
  }).observe(document, { childList: true, subtree: true });
`;
/** Frames of a scroll over \`sideways\` pixels and as many down, in milliseconds. */
const SCROLL = (sideways: number, down: number): string => `new Promise((done) => {
  const grid = document.querySelector(".matrix");
  const frames = [];
  let [last, step] = [performance.now(), 0];
  const move = (now) => {
    frames.push(now - last);
    last = now;
    grid.scrollLeft += ${sideways};
    grid.scrollTop += ${down};
    if (grid.scrollTop + grid.clientHeight >= grid.scrollHeight - 1) grid.scrollTop = 0;
    if (++step < 180) requestAnimationFrame(move);
    else done(frames.slice(2));
  };
  requestAnimationFrame(move);
})`;

async function opened(browser: Browser): Promise<{ page: Page; wall: number; cpu: number }> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  if (entrance) await page.goto(address);
  await page.waitForTimeout(entrance ? 1500 : 0);
  await page.addInitScript(COLD);
  await page.goto(entrance ? `${new URL(address).origin}/?again#/matrix` : `${address}#/matrix`);
  while (!(await page.evaluate("window.firstMatrix !== undefined"))) await page.waitForTimeout(100);
  const { metrics } = await session.send("Performance.getMetrics");
  const cpu = (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN) * 1000;
  return { page, wall: Number(await page.evaluate("window.firstMatrix")), cpu };
}

const load = (): string =>
  loadavg()
    .map((value) => value.toFixed(1))
    .join(" ");
const ms = (values: readonly number[]): string =>
  `median ${median(values)!.toFixed(0)} ms of ${values.map((value) => value.toFixed(0)).join(" ")}`;

const browser = await openBrowser();
const [walls, cpus]: [number[], number[]] = [[], []];
for (let round = 0; round < Number(rounds); round++) {
  const { page, wall, cpu } = await opened(browser);
  walls.push(wall);
  cpus.push(cpu);
  await page.context().close();
}
console.log(`time to first matrix, wall: ${ms(walls)}; main thread's CPU: ${ms(cpus)}; load ${load()}`);
for (const place of ["#/matrix", "#/matrix/sessions"]) {
  const { page } = await opened(browser);
  await page.evaluate(`location.hash = ${JSON.stringify(place)}`);
  await page.waitForTimeout(3000);
  const columns = await page.locator(".matrix").getAttribute("aria-colcount");
  for (const [name, sideways, down] of [
    ["down", 0, 24],
    ["sideways", 40, 0],
    ["both", 30, 18],
  ] as const) {
    const frames = (await page.evaluate(SCROLL(sideways, down))) as number[];
    console.log(
      `${place}, ${columns} columns, ${name}: frames p50 ${quantile(frames, 0.5)!.toFixed(1)} ms, p95 ${quantile(frames, 0.95)!.toFixed(1)} ms, longest ${Math.max(...frames).toFixed(0)} ms; load ${load()}`,
    );
  }
  await page.context().close();
}
await browser.close();
