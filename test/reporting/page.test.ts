import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { CodeEvidence, FindingDetail, FindingList, Matrix, Overview, Shell } from "../../src/model/index.js";
import type { RunReport } from "../../src/reporting/index.js";
import { html } from "../../src/reporting/page/html.js";
import { renderPage } from "../../src/reporting/page/page.js";
import { LIGHT, pairsOf } from "../../src/reporting/palette.js";
import { below, seededRandom } from "../../src/statistics/index.js";
import { draftResult, draftRun } from "./run.js";

const page = (over: Partial<RunReport> = {}) => [...renderPage(draftRun(over))].join("");
const PAGE = page();
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? "");

/** The views that stand in a page, by request, read as a browser reads them: a block ends at the first end tag. */
function blocks(text: string): Map<string, unknown> {
  const found = text.matchAll(/<script type="application\/(json|gzip)" data-request="([^"]*)">(.*?)<\/script/gs);
  return new Map(
    [...found].flatMap(([, form, escaped = "", data = ""]): [string, unknown][] => {
      const request = escaped.replaceAll("&amp;", "&");
      const held = JSON.parse(form === "gzip" ? gunzipSync(Buffer.from(data, "base64")).toString() : data);
      if (form === "json" || !request.startsWith("/api/evidence?")) return [[request, held]];
      return Object.entries(held).map(([code, view]) => [`${request}&code=${code}`, view]);
    }),
  );
}
const view = <V>(text: string, request: string) => blocks(text).get(request) as V;

/** Contrast of two colours after WCAG 2.2: (lighter + 0.05) / (darker + 0.05) of their relative luminance. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) =>
    [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
      .reduce((sum, value, i) => sum + value * ([0.2126, 0.7152, 0.0722][i] ?? 0), 0);
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

describe("html", () => {
  it("escapes every value that is not markup, inside and outside attributes", () => {
    expect(html`<a title="${`"><script>'&`}">${["<b>", html`<i>${"&"}</i>`, undefined, false, 0]}</a>`.text).toBe(
      '<a title="&quot;&gt;&lt;script&gt;&#39;&amp;">&lt;b&gt;<i>&amp;</i>0</a>',
    );
  });
});

describe("report.html", () => {
  it("asks for nothing outside itself and runs only its own style and script", () => {
    const alone = PAGE.replace(/<script type="application\/json".*?<\/script>/gs, "");
    expect(alone).not.toMatch(/https?:|<img|<iframe|@import|url\(|\son[a-z]+=|\sstyle=/i);
    expect(all(alone, /<link rel="([a-z]+)" href="data:,">/g)).toEqual(["icon"]);
    const policy = (all(PAGE, /Content-Security-Policy" content="([^"]*)"/g)[0] ?? "").replaceAll("&#39;", "'");
    expect(policy).toContain("default-src 'none'");
    for (const [tag, directive] of [
      ["style", "style-src"],
      ["script", "script-src"],
    ] as const) {
      const [body = ""] = all(alone, new RegExp(`<${tag}>(.*?)</${tag}>`, "gs"));
      const hash = createHash("sha256").update(body).digest("base64");
      expect(policy).toContain(`${directive} 'sha256-${hash}'`);
    }
  });
  it("holds the client whole, although its code names the end of a script", () => {
    expect(PAGE).toContain('<script>document.title = "<\\/script>";</script></body></html>');
  });
  it("holds every view that its pages ask for", () => {
    const requests = [...blocks(PAGE).keys()];
    for (const request of ["shell", "overview", "matrix", "findings", "transcripts", "maps"])
      expect(requests).toContain(`/api/${request}`);
    expect(requests).toContain("/api/evidence?review=hallam-2019&code=cuckooing");
    expect(requests).toContain("/api/finding?review=hallam-2019");
    expect(requests).toContain("/api/maps?review=hallam-2019");
    expect(requests).toEqual([...new Set(requests)]);
    expect(view<Shell>(PAGE, "/api/shell")).toMatchObject({ mode: "file", run: "", role: "reader", quotes: 20 });
  });
  it("counts in the overview what the rows hold", () => {
    const { counts, findings } = view<Overview>(PAGE, "/api/overview");
    expect(counts.reviews).toBe(3);
    expect(counts.sessions).toBe(13);
    const listed = view<FindingList>(PAGE, "/api/findings").findings;
    expect(counts.findings).toBe(listed.length);
    expect(findings.reduce((sum, row) => sum + row.strengths.reduce((a, b) => a + b, 0), 0)).toBe(listed.length);
  });
  it("tells a stance, and silence by what was asked, with a letter a code", () => {
    const [review] = view<Matrix>(PAGE, "/api/matrix").reviews;
    const concepts = view<Shell>(PAGE, "/api/shell").concepts.map(({ id }) => id);
    const letter = (session: string, code: string, row: "stances" | "asked") =>
      review?.sessions.find(({ id }) => id === session)?.[row][concepts.indexOf(code)];
    expect(letter("fg-4", "county-lines", "stances")).toBe("d");
    expect(letter("fg-2", "county-lines", "stances")).toBe("u");
    expect(letter("fg-3", "county-lines", "stances")).toBe("s");
    expect(letter("fg-3", "county-lines", "asked")).toBe("y");
  });
  it("tells a finding's quotes by their mentions where they stand with their code", () => {
    const filed = view<(Omit<FindingDetail, "evidence"> & { evidence: unknown[] })[]>(
      PAGE,
      "/api/finding?review=hallam-2019",
    );
    const quotes = (code: string) =>
      view<CodeEvidence>(PAGE, `/api/evidence?review=hallam-2019&code=${code}`).sessions.flatMap((one) => one.quotes);
    for (const finding of filed)
      for (const quote of finding.evidence)
        if (typeof quote === "string")
          expect(finding.codes.flatMap(quotes).map(({ mention }) => mention)).toContain(quote);
    expect(filed.flatMap(({ evidence }) => evidence).length).toBeGreaterThan(10);
  });
  it("lets no text of a transcript become markup", () => {
    const evil = draftResult({
      ...{ area: "<b>York", sessions: { s1: "police" }, labels: { s1: '"><img src=x>' } },
      says: ["s1 cuckooing affirms concern | </script><script>alert(1)</script><!--"],
      problems: [
        {
          rule: "x/y",
          review: "york-2019",
          document: "<i>.txt",
          place: "",
          severity: "info",
          message: "<u>",
          wayOut: "<s>",
        },
      ],
    });
    const text = page({
      reviews: [evil],
      lines: [{ exporter: "<a>", importer: "<a>", reviews: [], sessions: 1, mentions: 1 }],
    });
    expect(text).not.toMatch(/<(img|b>York|i>|u>|s>|a>|!--)|alert\(1\)<\/script/);
    expect(text.match(/<script/g)).toHaveLength(blocks(text).size + 1);
    const [first] = view<CodeEvidence>(text, "/api/evidence?review=york-2019&code=cuckooing").sessions;
    expect(first?.quotes[0]?.quote).toBe("</script><script>alert(1)</script><!--");
  });
  it("shows as many quotes a cell as are asked for, and says how many more there are", () => {
    const says = Array.from({ length: 9 }, (_, i) => `s1 cuckooing affirms | Quote number ${i}.`);
    const reviews = [draftResult({ sessions: { s1: "police" }, says })];
    const cell = (quotes: number) =>
      view<CodeEvidence>(page({ reviews, quotes }), "/api/evidence?review=york-2019&code=cuckooing").sessions[0];
    expect(cell(4)?.quotes).toHaveLength(4);
    expect(cell(4)?.more).toBe(5);
    expect(cell(20)?.quotes).toHaveLength(9);
    expect(cell(20)?.more).toBe(0);
  });
  describe("past its bound", () => {
    const size = (text: string) => Buffer.byteLength(text);
    // Words that do not pack, so that what is left out can be seen in the size.
    const random = seededRandom(5);
    const account = (length: number) =>
      Array.from({ length }, () =>
        below(36 ** 6, random)
          .toString(36)
          .padStart(6, "0"),
      ).join(" ");
    const says = Array.from(
      { length: 200 },
      (_, i) => `s${i % 4} cuckooing affirms concern | It is ${account(20)} ${i}`,
    );
    const told = draftResult({ sessions: { s0: "police", s1: "housing", s2: "health", s3: "fire" }, says });
    const long = { document: "s0.txt", text: account(4000), turns: [], blocks: [], sentences: [], overruled: [] };
    const reviews = [{ ...told, texts: [long] }];
    const made = (largest?: number, plain?: number) =>
      [...renderPage(draftRun({ reviews, quotes: 50 }), largest, plain)].join("");
    const shell = (text: string) => view<Shell>(text, "/api/shell");
    const whole = made();
    const all = made(undefined, 0);

    it("packs its data, and loses nothing of them", () => {
      expect(size(all)).toBeLessThan(0.8 * size(whole));
      expect([shell(whole).notice, shell(all).notice]).toEqual(["", ""]);
      expect(all.match(/type="application\/json"/g)).toHaveLength(1);
      expect(blocks(all)).toEqual(blocks(whole));
      expect(made(undefined, 0)).toBe(all);
    });
    it("leaves out transcripts, then quotes, and says so", () => {
      const without = made(size(all) - 4000, 0);
      expect(size(without)).toBeLessThan(size(all) - 4000);
      expect(shell(without).notice).toBe(
        "To keep this file small, 1 of 1 transcript is left out; triangulum serve shows it.",
      );
      expect(blocks(without).has("/api/reader?review=york-2019&document=s0.txt")).toBe(false);
      const fewer = made(size(without) - 4000, 0);
      expect(size(fewer)).toBeLessThan(size(without) - 4000);
      expect(shell(fewer).notice).toContain("it shows at most 20 quotes a cell, where 50 were asked for");
      expect(shell(fewer).quotes).toBe(20);
      expect(view<CodeEvidence>(fewer, "/api/evidence?review=york-2019&code=cuckooing").sessions[0]?.more).toBe(30);
    });
  });
  it("says so where nothing was coded", () => {
    const empty = page({ reviews: [], lines: [] });
    expect(view<Matrix>(empty, "/api/matrix").reviews).toEqual([]);
    expect(view<Shell>(empty, "/api/shell").notice).toBe("");
  });
});

describe("palette of Office files", () => {
  it.each(pairsOf(LIGHT))("$name has a contrast of 4.5 and more", ({ ink, ground }) => {
    expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });
});
