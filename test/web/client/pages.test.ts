import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Decision, type Finding } from "../../../src/model/index.js";
import { demonstration } from "../../end-to-end/demonstration.js";
import { ARCHIVE, PATIENCE, triangulum } from "../../end-to-end/triangulum.js";
import { type Built, serveBuilt } from "../serve-built.js";
import { downloaded, openBrowser, openPage, until, violations, visit, type Watched } from "./browser.js";
import { EVERYWHERE, IN_A_FILE, UNDER_THE_SERVER } from "./places.js";

let browser: Browser;
let built: Built;
let run: string;
let out: string;
/** The two ways to the pages: an address that opens each. */
const addresses = { "report.html": "", serve: "" };
let findings: Finding[];
beforeAll(async () => {
  const made = await demonstration();
  run = made.run;
  // What is decided here is nobody else's; and a second night gives something to compare with.
  out = await mkdtemp(join(tmpdir(), "triangulum-pages-"));
  await cp(made.out, out, { recursive: true, verbatimSymlinks: true });
  await triangulum(["run", "--archive", ARCHIVE, "--out", out, "--workers", "1"]);
  findings = JSON.parse(await readFile(join(run, "findings.json"), "utf8"));
  built = await serveBuilt(out);
  addresses["report.html"] = pathToFileURL(join(run, "report.html")).href;
  addresses.serve = built.entrances[0]!;
  browser = await openBrowser();
  // Two runs of the program and a start of it.
}, 3 * PATIENCE);
afterAll(async () => {
  await browser?.close();
  await built?.kill();
  await rm(out, { recursive: true, force: true });
});

type Way = keyof typeof addresses;
const WAYS: readonly Way[] = ["report.html", "serve"];
const placesOf = (way: Way) => [...EVERYWHERE, ...(way === "serve" ? UNDER_THE_SERVER : IN_A_FILE)];

/** Opens a place in a window of its own; whatever went wrong in it fails the test at its end. */
async function at(way: Way, place: string, sign: string, test: (page: Page) => Promise<void>): Promise<void> {
  const { page, wrong } = await openPage(browser, addresses[way], "light");
  await visit(page, place, sign);
  await test(page);
  expect(wrong).toEqual([]);
  await page.context().close();
}

describe.each(WAYS.flatMap((way) => (["light", "dark"] as const).map((scheme) => [way, scheme] as const)))(
  "%s in %s",
  { timeout: PATIENCE },
  (way, scheme) => {
    let watched: Watched;
    beforeAll(async () => {
      watched = await openPage(browser, addresses[way], scheme);
    }, PATIENCE);
    afterAll(() => watched?.page.context().close());

    it.each(placesOf(way))("%s has no fault that axe-core knows, no error, no request", async (place, sign) => {
      await visit(watched.page, place, sign);
      expect(await violations(watched.page)).toEqual([]);
      expect(watched.wrong).toEqual([]);
    });
  },
);

/** A choice by its label, which other words on the page may hold too. */
const choice = (page: Page, label: string): Locator =>
  page.locator(".choice", { has: page.locator("span", { hasText: new RegExp(`^${label}$`) }) }).locator("select");

const cellsOf = (page: Page, code: string): Locator => page.locator(`[role=gridcell][aria-label^="${code}, "]`);

describe.each(WAYS)("%s in a real browser", { timeout: PATIENCE }, (way) => {
  it("tells every stance and silence of the matrix by a sign or pattern, not by colour alone", () =>
    at(way, "#/matrix/ironbeck", "[role=gridcell]", async (page) => {
      const told = (await page
        .locator("[role=gridcell]")
        .evaluateAll((cells) =>
          cells.map((cell) => [
            /stance-[admu]|asked-[a-z]+|aside/.exec(cell.className)?.[0] ?? "",
            cell.querySelector(".sign")?.textContent ?? "",
            cell.getAttribute("aria-label")?.split(": ").at(-1) ?? "",
          ]),
        )) as [string, string, string][];
      const signs = { "stance-a": "+", "stance-d": "−", "stance-m": "±", "stance-u": "?", "asked-y": "○" };
      for (const [look, sign] of told) expect([look, sign]).toEqual([look, signs[look as keyof typeof signs] ?? ""]);
      const looks = new Set(told.map(([look]) => look));
      expect([...looks]).toEqual(expect.arrayContaining(["stance-a", "asked-y", "asked-unknown"]));
      expect(told.filter(([look]) => look === "asked-unknown").map(([, , says]) => says)).toContain(
        "not known whether asked; not to be read as silence",
      );
      const pattern = await page.evaluate(
        "getComputedStyle(document.querySelector('.cell.asked-unknown')).backgroundImage",
      );
      expect(pattern).toContain("repeating-linear-gradient");
    }));

  it("sorts, filters and counts the matrix as it is asked, and gives its verdicts in words", () =>
    at(way, "#/matrix/ironbeck", "[role=gridcell]", async (page) => {
      const labels = () => page.locator(".matrix-label").allTextContents();
      const total = page.locator(".matrix-row", { hasText: "County lines" }).locator(".number").first();
      expect(await total.textContent()).toMatch(/^\d+$/);
      await choice(page, "Count").selectOption("sessions");
      await until(page, "document.querySelector('.matrix-row .number')?.textContent.includes(' of 8')");
      await choice(page, "Group by").selectOption("none");
      await choice(page, "Sort").selectOption("name");
      await until(
        page,
        "((labels) => labels.length > 9 && labels.every((label, i) => i === 0 || labels[i - 1] <= label))([...document.querySelectorAll('.matrix-label')].map((one) => one.textContent))",
      );
      const sorted = (await labels()).map((label) => label.trim());
      expect(sorted).toEqual([...sorted].sort());
      const verdicts = await page.locator(".matrix-verdict .chip").allTextContents();
      for (const verdict of verdicts)
        expect(verdict.replace(/^\S /, "")).toMatch(
          /^(agreement|partial agreement|dissonance|silence|unclear|not raised)$/,
        );
      await page.locator("summary", { hasText: "Filter" }).click();
      await choice(page, "Theme").selectOption("drugs");
      await until(page, "document.querySelectorAll('.matrix-label').length < 20");
      const heads = () => page.locator("[role=columnheader]").count();
      const all = await heads();
      await choice(page, "Sector").selectOption("police");
      await until(page, `document.querySelectorAll('[role=columnheader]').length < ${all}`);
      await choice(page, "Said how").selectOption("assertion=absent");
      await choice(page, "Prompted").selectOption("yes");
      await choice(page, "Level").selectOption("community");
      await page.getByText("Nothing answers these filters.").waitFor();
    }));

  it("leads from a number to its quotes, and from a quote into its transcript", () =>
    at(way, "#/matrix/ironbeck", "[role=gridcell]", async (page) => {
      const cell = cellsOf(page, "County lines").and(page.locator('[aria-label*="Police"]'));
      expect(await cell.getAttribute("aria-label")).toMatch(/affirms, \d+ mentions?/);
      const count = Number(await cell.locator(".count").textContent());
      await cell.click();
      const quotes = page.locator("aside .quote:not(.quote-aside)");
      await quotes.first().waitFor();
      expect(await quotes.count()).toBeGreaterThan(0);
      expect(await quotes.count()).toBeLessThanOrEqual(count);
      expect(await page.locator("aside .tally").textContent()).toMatch(/silent though asked|not known whether asked/);
      const words = await quotes.first().locator("mark").textContent();
      await quotes.first().getByRole("link", { name: "Read in context" }).click();
      await page.locator(".mention-current").first().waitFor();
      expect(await page.locator(".mention-current").allTextContents()).toEqual(
        expect.arrayContaining([expect.stringContaining(words?.split(" ")[0] ?? "?")]),
      );
      expect(await page.locator(".mention-card h2").textContent()).toBe("County lines");
    }));

  it("shows turns with the interviewer dimmed and facets on focus; placeholders stand out", () =>
    at(way, "#/read/ironbeck/01_police.txt", ".mention", async (page) => {
      const colour = (turn: string) => page.evaluate(`getComputedStyle(document.querySelector("${turn} .said")).color`);
      expect(await colour(".turn-interviewer")).toMatch(/^(rgb|oklch|color)/);
      expect(await colour(".turn-interviewer")).not.toBe(await colour(".turn-participant"));
      expect(await page.locator(".turn-interviewer .chip").first().textContent()).toBe("interviewer");
      const seen = new Set<string>();
      const mentions = page.locator(".mention");
      for (let n = 0; n < 12; n++) {
        await mentions.nth(n).focus();
        await page.locator(".mention-card").waitFor();
        seen.add((await page.locator(".mention-card").textContent()) ?? "");
      }
      expect(seen.size).toBeGreaterThan(6);
      expect([...seen].some((card) => /by “.+”/.test(card))).toBe(true);
      await visit(page, "#/search?q=PERSON", ".kwic .placeholder, .kwic mark");
      await page.locator(".kwic .where a").first().click();
      await page.locator(".said .placeholder").first().waitFor();
      expect(await page.locator(".said .placeholder").first().textContent()).toMatch(/^\[[A-Z]+-\d{3,}\]$/);
    }));

  it("words every value of a facet for that facet", () =>
    at(way, "#/method", ".facet-list", async (page) => {
      const facets = await page.locator(".facet-list").first().locator("div").allTextContents();
      const told = (name: string) => facets.find((facet) => facet.startsWith(name));
      expect(told("Trend")).toContain("not said, rising, falling");
      expect(told("Support")).toContain("nobody took it up");
    }));

  it("moves over the matrix with the arrow keys and opens with Enter", () =>
    at(way, "#/matrix", "[role=gridcell]", async (page) => {
      await page.locator('[role=gridcell][tabindex="0"]').focus();
      for (const key of ["ArrowDown", "ArrowRight", "End", "PageDown", "PageDown", "PageDown"])
        await page.keyboard.press(key);
      const active = page.locator('[role=gridcell][tabindex="0"]');
      await page.locator('[role=gridcell][tabindex="0"]:focus').waitFor();
      expect(await active.getAttribute("aria-colindex")).toBe("5");
      const [box, heads] = [await active.boundingBox(), await page.locator(".matrix-heads").boundingBox()];
      expect(box!.y, "the focus is not hidden under the heads").toBeGreaterThanOrEqual(heads!.y + heads!.height - 1);
      await page.keyboard.press("Enter");
      await page.locator("aside.panel h2").waitFor();
      await page.keyboard.press("Escape");
      await page.locator("aside.panel").waitFor({ state: "detached" });
    }));

  it("decides by keys: accept, edit, reject with a reason, merge, reopen; who and when stand beside it", () =>
    at(way, "#/findings?sort=review&review=ironbeck", ".finding-list a", async (page) => {
      const status = (name: string) => page.locator(`.finding-head .status-${name}`).waitFor();
      const title = page.locator(".finding-head h2");
      await page.keyboard.press("j");
      await title.waitFor();
      const first = await title.textContent();
      await page.keyboard.press("a");
      await until(page, `document.querySelector('.finding-head h2')?.textContent !== ${JSON.stringify(first)}`);
      await page.keyboard.press("k");
      await status("accepted");
      await page.keyboard.press("e");
      await page.locator(".decision-form textarea").fill("Said in our own words.");
      await page.locator(".decision-form button[type=submit]").click();
      await status("edited");
      expect(await page.locator(".statement").textContent()).toBe("Said in our own words.");
      await page.getByText("The rules said:").waitFor();
      await page.keyboard.press("r");
      // Without a reason nothing is sent.
      await page.keyboard.press("Enter");
      expect(await page.locator(".decision-form").count()).toBe(1);
      await page.locator(".decision-form input").fill("Said of another town.");
      await page.keyboard.press("Enter");
      await status("rejected");
      expect(await page.locator(".decided").first().textContent()).toMatch(
        /^Rejected by .+, \d{1,2} \w+ \d{4}, \d\d:\d\d.*Said of another town\./,
      );
      await page.keyboard.press("u");
      await status("candidate");
      await page.keyboard.press("m");
      const into = page.locator(".decision-form select");
      const target = await into.locator("option").nth(1).getAttribute("value");
      await into.selectOption(target);
      await page.locator(".decision-form button[type=submit]").click();
      await page.getByText("this finding").click();
      await page.getByText("Merged into this one").waitFor();
      // Whoever speaks to the machine turns the keys off.
      await page.getByLabel("keys on").uncheck();
      await page.keyboard.press("a");
      expect(await page.locator(".finding-head .status-accepted").count()).toBe(0);
      await page.getByLabel("keys on").check();
    }));

  it("puts for and against side by side, with counted data, their test, and what a finding bears on", () =>
    at(way, "#/findings", ".finding-list a", async (page) => {
      const told = findings.find(({ indicators }) => indicators.some(({ p }) => p !== undefined))!;
      await visit(page, `#/findings/${told.id}`, ".indicator svg .series");
      const { s, result, perceived } = told.indicators.find(({ p }) => p !== undefined)!;
      const said = await page.locator(".indicator").allTextContents();
      expect(said.join()).toContain(`Mann-Kendall S ${s}`);
      expect(said.join()).toMatch(new RegExp(`${result}.*${perceived === "none" ? "no course" : perceived}`, "s"));
      expect(await page.locator(".indicator table tbody tr").count()).toBeGreaterThan(7);
      const bears = await page
        .locator(".finding")
        .getByText(/^Question \d: /)
        .allTextContents();
      expect(bears).toHaveLength(told.questions.length);
      expect(await page.getByText("Not known whether asked").count()).toBeGreaterThan(0);
      const [left, right] = [
        await page.locator(".side-for").boundingBox(),
        await page.locator(".side-against").boundingBox(),
      ];
      expect([right!.y, right!.x > left!.x + left!.width - 1]).toEqual([left!.y, true]);
    }));

  it.each([
    ["lines", /^exporter,importer,reviews,sessions,mentions\nLondon,Thripwell,/, "London"],
    ["together", /^a,b,sentences,sessions\n/, "County lines"],
    ["indicators", /^period,value\n/, ""],
    ["time", /^review,date,affirms,denies,speaks,asked,sessions\n/, "all"],
  ] as const)("draws %s as SVG and PNG that stand by themselves, with a table behind it", (tab, csv, word) =>
    at(way, `#/maps/${tab}`, "figure.chart svg", async (page) => {
      const take = (name: string) =>
        downloaded(page, () => page.getByRole("button", { name, exact: true }).first().click());
      const svg = (await take("SVG")).toString("utf8");
      expect(svg).toContain('xmlns="http://www.w3.org/2000/svg"');
      expect(svg).toContain(word);
      expect(svg).not.toContain("class=");
      expect((await take("PNG")).subarray(1, 4).toString("latin1")).toBe("PNG");
      expect((await take("CSV")).toString("utf8")).toMatch(csv);
      expect(await page.locator("table tbody tr").count()).toBeGreaterThan(0);
    }),
  );

  it("never draws a review of which nothing is known as one that is silent", () =>
    at(way, "#/maps/time", "svg .dot", async (page) => {
      await choice(page, "Code").selectOption("radicalisation");
      await page.getByText(/^Radicalisation \(Prevent\): share/).waitFor();
      const rows = (await downloaded(page, () => page.getByRole("button", { name: "CSV" }).first().click()))
        .toString("utf8")
        .trim()
        .split("\n")
        .slice(1)
        .map((row) => row.split(",").slice(-3).map(Number));
      const unknown = rows.filter(([speaks, asked]) => speaks === 0 && asked === 0).length;
      expect(unknown).toBeGreaterThan(0);
      expect(await page.locator("svg text.unknown").count()).toBe(unknown);
      expect(await page.locator("figure svg[role=img]").first().locator(".dot").count()).toBe(rows.length - unknown);
    }));

  it("finds words in context, and codes by name", () =>
    at(way, "#/search?q=county%20line", ".kwic mark", async (page) => {
      const words = await page.locator(".kwic mark").allTextContents();
      expect(words.length).toBeGreaterThan(10);
      expect(new Set(words.map((word) => word.toLowerCase()))).toEqual(new Set(["county"]));
      expect(await page.locator(".code-hits").textContent()).toContain("County lines");
      await choice(page, "Coded as").selectOption("cuckooing");
      await until(page, "[...document.querySelectorAll('.kwic tr small')].every((s) => s.textContent !== '')");
    }));

  it("keeps every page whole at 200 % zoom: nothing stands outside, and every control is still there", async () => {
    const { page, wrong } = await openPage(browser, addresses[way], "light");
    const controls = () =>
      page.evaluate(`[...document.querySelectorAll("button, select, input, textarea, summary, nav a")]
        .filter((one) => one.checkVisibility() && !one.closest(".finding-list, .matrix, .skip"))
        .map((one) => one.textContent || one.labels?.[0]?.textContent).length`);
    for (const [place, sign] of placesOf(way)) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await visit(page, place, sign);
      const whole = await controls();
      await page.setViewportSize({ width: 640, height: 400 });
      const wide = await page.evaluate("document.documentElement.scrollWidth");
      expect(wide, place).toBeLessThanOrEqual(640);
      expect(await controls(), place).toBe(whole);
    }
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it("moves nothing by itself", () =>
    at(way, "#/matrix", "[role=gridcell]", async (page) => {
      const moving = await page.evaluate(`[...document.querySelectorAll("*")].filter((one) => {
        const { transitionDuration, animationName } = getComputedStyle(one);
        return !/^0s(, 0s)*$/.test(transitionDuration) || animationName !== "none";
      }).length + document.getAnimations().length`);
      expect(moving).toBe(0);
    }));

  it("prints every page without its controls, and within the paper", async () => {
    const { page, wrong } = await openPage(browser, addresses[way], "light");
    // A4 across at 96 pixels an inch, less 12 mm at each side.
    await page.setViewportSize({ width: 1032, height: 700 });
    for (const [place, sign] of placesOf(way)) {
      await page.emulateMedia({ media: "screen" });
      await visit(page, place, sign);
      await page.emulateMedia({ media: "print" });
      if (place === "#/matrix") {
        await page.locator(".matrix-printed").waitFor();
        expect(await page.locator(".matrix-printed tbody th[scope=row]").count()).toBe(68);
      }
      expect(await page.locator("nav:visible, button:visible, .choices:visible").count(), place).toBe(0);
      expect(await page.evaluate("document.documentElement.scrollWidth"), place).toBeLessThanOrEqual(1032);
      expect(await page.locator("h1").first().isVisible(), place).toBe(true);
    }
    expect((await page.pdf()).subarray(0, 5).toString("latin1")).toBe("%PDF-");
    expect(wrong).toEqual([]);
    await page.context().close();
  });
});

describe("what is decided and corrected in report.html", { timeout: PATIENCE }, () => {
  it("is handed out as `decisions import` reads it", () =>
    at("report.html", "#/findings", ".finding-list a", async (page) => {
      await page.keyboard.press("j");
      await page.locator(".finding-head h2").waitFor();
      await page.keyboard.press("a");
      await page.locator(".finding-list a[aria-current] .status-candidate").waitFor();
      await page.keyboard.press("r");
      await page.locator(".decision-form input").fill("Said of another town.");
      await page.keyboard.press("Enter");
      await page.locator(".finding-head .status-rejected").waitFor();
      await page.locator(".draft-bar input").fill("A. Analyst");
      const file = await downloaded(page, () => page.getByRole("button", { name: "Download decisions" }).click());
      const lines = file.toString("utf8").trim().split("\n");
      const decisions = lines.map((line) => Decision.parse(JSON.parse(line)));
      expect(decisions.map(({ status, by, note }) => ({ status, by, note }))).toEqual([
        { status: "accepted", by: "A. Analyst", note: "" },
        { status: "rejected", by: "A. Analyst", note: "Said of another town." },
      ]);
      for (const { finding } of decisions) expect(findings.map(({ id }) => id)).toContain(finding);
    }));

  it("is handed out as `corrections import` reads it", () =>
    at("report.html", "#/matrix/ironbeck/county-lines/police", "aside .quote", async (page) => {
      await page.getByRole("button", { name: "Mark as wrong" }).first().click();
      await page.getByLabel("Why").fill("Another kind of line.");
      await page.getByRole("button", { name: "Keep" }).click();
      await visit(page, "#/corrections", ".draft-bar");
      await page.getByLabel("Your name").fill("A. Analyst");
      const file = await downloaded(page, () => page.getByRole("button", { name: "Download corrections" }).click());
      const lines = file.toString("utf8").trim().split("\n");
      expect(JSON.parse(lines.at(-1)!)).toEqual({
        ...{ kind: "wrong", mention: expect.stringMatching(/^[0-9a-f]{16}$/) },
        ...{ note: "Another kind of line.", by: "A. Analyst" },
      });
    }));
});

describe("what the server alone can do", { timeout: PATIENCE }, () => {
  it("shows a decision that was overtaken, keeps what was typed, and lets it be taken again", async () => {
    const [slow, fast] = [
      await openPage(browser, addresses.serve, "light"),
      await openPage(browser, addresses.serve, "light"),
    ];
    const { id } = findings.find(({ review, type }) => review !== "ironbeck" && type === "silence")!;
    for (const { page } of [slow, fast]) await visit(page, `#/findings/${id}`, ".finding-head h2");
    await slow.page.keyboard.press("r");
    await slow.page.locator(".decision-form input").fill("Nobody was asked.");
    await fast.page.getByRole("button", { name: "Accept" }).click();
    await fast.page.getByText("Accepted.").first().waitFor();
    await slow.page.keyboard.press("Enter");
    await slow.page.getByText("Alex Reed decided on this finding since you looked: accepted.").waitFor();
    expect(await slow.page.locator(".state-refused").textContent()).toContain("It now stands as accepted by Alex Reed");
    expect(await violations(slow.page)).toEqual([]);
    await slow.page.getByRole("button", { name: "Show what stands now" }).click();
    await slow.page.locator(".finding-head .status-accepted").waitFor();
    expect(await slow.page.locator(".decision-form input").inputValue()).toBe("Nobody was asked.");
    await slow.page.locator(".decision-form button[type=submit]").click();
    await slow.page.locator(".finding-head .status-rejected").waitFor();
    expect(await slow.page.locator(".decided").first().textContent()).toContain("2 decisions so far");
    // The browser itself notes a refusal as an error; nothing else may be one.
    expect(slow.wrong.filter((one) => !one.includes("409"))).toEqual([]);
    for (const { page } of [slow, fast]) await page.context().close();
  });

  it("turns corrections into precision by term, and says the doubt on every page without a reload", async () => {
    await at("serve", "#/matrix/saltmouth-2019/county-lines", "aside .quote", async (page) => {
      const pressed = `document.querySelectorAll(".judge [aria-pressed=true]").length`;
      for (const [n, kind] of ["right", "wrong", "wrong", "wrong"].entries()) {
        await page
          .locator(".judge")
          .nth(n)
          .getByRole("button", { name: `Mark as ${kind}` })
          .click();
        await until(page, `${pressed} === ${n + 1}`);
      }
      await page.locator(".panel .doubt", { hasText: "3 of 4 mentions that analysts looked at are wrong." }).waitFor();
      await page.locator(".matrix-row", { hasText: "weak terms" }).first().waitFor();
      const finding = findings.find(({ codes }) => codes.length === 1 && codes[0] === "county-lines")!;
      await visit(page, `#/findings/${finding.id}`, ".finding .doubt");
      await visit(page, `#/read/saltmouth-2019/${encodeURIComponent((await transcripts(page))[0]!)}`, ".mention");
      await page.locator(".add-missing summary").click();
      await page
        .getByLabel(/Words that carry it/)
        .fill((await page.locator(".turn-participant .said").first().textContent())!.slice(0, 12));
      await page.locator(".add-missing select").selectOption("gangs");
      await page.locator(".add-missing button").click();
      await page.getByText(/^Added: /).waitFor();
      await visit(page, "#/corrections", "table");
      await page.locator("td", { hasText: "missing" }).first().waitFor();
      const terms = page.locator("table").first();
      expect(await terms.locator("tbody").textContent()).toMatch(/County lines.*of \d/);
      expect(await violations(page)).toEqual([]);
      const sheet = await downloaded(page, () => page.getByText("Download the rows as CSV").click());
      expect(sheet.toString("utf8")).toMatch(/^session,line,sentence,code,/);
    });
    // A page that is made afterwards says it too.
    const to = join(out, "..", `${out.split("/").at(-1)}-report`);
    const said = await triangulum(["report", "latest", "--out", out, "--to", to, "--format", "page"]);
    expect(said.code, said.err).toBe(0);
    const { page } = await openPage(browser, pathToFileURL(join(to, "report.html")).href, "dark");
    await visit(page, "#/matrix/saltmouth-2019/county-lines", ".panel .doubt");
    expect(await violations(page)).toEqual([]);
    await page.context().close();
    await rm(to, { recursive: true, force: true });
  });

  it("tries terms out, says what would change, and saves a proposal", () =>
    at("serve", "#/lexicon/county-lines", "textarea#terms", async (page) => {
      const terms = page.locator("textarea#terms");
      const before = await terms.inputValue();
      expect(await page.getByRole("button", { name: "Preview" }).isDisabled()).toBe(true);
      await terms.fill(`${before.split("\n").slice(1).join("\n")}\nstation\n(`);
      await page.getByRole("button", { name: "Preview" }).click();
      await page.getByText(/\d+ gained, [\d,]+ lost, in \d+ transcripts/).waitFor();
      expect(await page.locator(".notice").textContent()).toContain("(");
      expect(await page.locator("h3", { hasText: "Gained" }).count()).toBe(1);
      expect(await page.getByRole("button", { name: "Save as a proposal" }).isDisabled()).toBe(true);
      expect(await violations(page)).toEqual([]);
      await terms.fill(`${before}\nstation`);
      await page.getByText("The terms were changed since").waitFor();
      await page.keyboard.press("Control+Enter");
      await page.getByText(/ 0 lost, in \d+ transcripts/).waitFor();
      await page.getByLabel(/Why/).fill("Said of trains.");
      await page.getByRole("button", { name: "Save as a proposal" }).click();
      const path = await page.locator("[role=status] code").first().textContent();
      expect(await readFile(join(out, path!, "lexicon.yaml"), "utf8")).toContain("Said of trains.");
    }));

  it("compares two runs", () =>
    at("serve", "#/compare", ".tiles", async (page) => {
      expect(await page.locator("main").textContent()).toMatch(/From \d+ \w+ \d{4}, .* to /);
      await page.getByText("No finding, verdict or transcript differs.").waitFor();
      const run = await choice(page, "To").inputValue();
      await choice(page, "From").selectOption(run);
      await page.getByText("A run does not differ from itself.").waitFor();
    }));

  it("shows readers everything, and gives them nothing to decide with", async () => {
    const { page, wrong } = await openPage(browser, built.entrances[1]!, "light");
    await visit(page, "#/findings", ".finding-list a");
    await page.keyboard.press("j");
    await page.locator(".finding-head h2").waitFor();
    await page.keyboard.press("a");
    expect(await page.locator(".decide, .judge").count()).toBe(0);
    await visit(page, "#/read/ironbeck/01_police.txt", ".mention");
    expect(await page.locator(".add-missing").count()).toBe(0);
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it("says in words that it is gone, and reads on when it is back", async () => {
    const own = await serveBuilt(out);
    const { page } = await openPage(browser, own.entrances[0]!, "light");
    await visit(page, "#/matrix", "[role=gridcell]");
    expect(await own.stop()).toBe(0);
    await visit(page, "#/findings", ".state-refused");
    expect(await page.locator(".state-refused").textContent()).toContain("The server does not answer.");
    expect(await page.getByRole("button", { name: "Try again" }).count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    // What was read before is still there.
    await visit(page, "#/matrix", "[role=gridcell]");
    await page.context().close();
  });
});

/** Documents of the review that the list of transcripts names first. */
async function transcripts(page: Page): Promise<string[]> {
  await visit(page, "#/read/saltmouth-2019", "table a");
  const links = await page
    .locator("tbody td:nth-child(2) a")
    .evaluateAll((found) => found.map((one) => (one as unknown as { hash: string }).hash));
  return links.map((hash) => decodeURIComponent(hash.split("/").at(-1)!));
}
