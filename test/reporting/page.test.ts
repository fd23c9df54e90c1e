import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { RunReport } from "../../src/reporting/index.js";
import { html } from "../../src/reporting/page/html.js";
import { heat } from "../../src/reporting/page/matrix-of-reviews.js";
import { renderPage } from "../../src/reporting/page/page.js";
import { DARK, LIGHT, pairsOf } from "../../src/reporting/palette.js";
import { draftResult, draftRun } from "./run.js";

const page = (over: Partial<RunReport> = {}, largest?: number) => [...renderPage(draftRun(over), largest)].join("");
const PAGE = page();
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? "");

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
    expect(PAGE).not.toMatch(/https?:|\/\/[a-z]|<link|<img|<iframe|@import|url\(|\son[a-z]+=|\sstyle=/i);
    const policy = (all(PAGE, /Content-Security-Policy" content="([^"]*)"/g)[0] ?? "").replaceAll("&#39;", "'");
    expect(policy).toContain("default-src 'none'");
    for (const [tag, directive] of [
      ["style", "style-src"],
      ["script", "script-src"],
    ] as const) {
      const [body = ""] = all(PAGE, new RegExp(`<${tag}>([^]*?)</${tag}>`, "g"));
      const hash = createHash("sha256").update(body).digest("base64");
      expect(policy).toContain(`${directive} 'sha256-${hash}'`);
    }
  });
  it("gives every anchor once, and no link leads nowhere", () => {
    const ids = all(PAGE, /\sid="([^"]*)"/g);
    expect(ids).toEqual([...new Set(ids)]);
    const targets = new Set(ids);
    for (const target of [...all(PAGE, /href="#([^"]*)"/g), ...all(PAGE, /aria-labelledby="([^"]*)"/g)]) {
      expect(targets.has(target), `#${target}`).toBe(true);
    }
  });
  it("holds its parts in order", () => {
    const order = ["holds", "findings", "matrix", "sessions", "saturation", "lines", "problems", "method"];
    expect(all(PAGE, /<section id="([a-z]+)" aria/g)).toEqual(order);
    expect(PAGE).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(PAGE.match(/<table/g)?.length).toBe(PAGE.match(/<caption/g)?.length);
    expect(PAGE).not.toMatch(/<th(?![^>]*scope=)[ >]/);
  });
  it("shows a stance by sign, word and number", () => {
    expect(PAGE).toMatch(
      /class="s-denies"><a href="#r1c1s4"><span aria-hidden="true">−<\/span><span class="hidden">denies, <\/span> 1<\/a>/,
    );
  });
  it("lets no text of a transcript become markup", () => {
    const evil = draftResult({
      ...{ area: "<b>York", sessions: { s1: "police" }, labels: { s1: '"><img src=x>' } },
      says: ["s1 cuckooing affirms concern | <script>alert(1)</script>"],
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
    expect(text).not.toMatch(/<(img|b>York|i>|u>|s>|a>)/);
    expect(text.match(/<script/g)).toHaveLength(1);
  });
  it("shows as many quotes a cell as are asked for, and says how many more there are", () => {
    const says = Array.from({ length: 9 }, (_, i) => `s1 cuckooing affirms | Quote number ${i}.`);
    const reviews = [draftResult({ sessions: { s1: "police" }, says })];
    const cell = (quotes: number) => page({ reviews, quotes }).split('id="r1c2s1"')[1]?.split("</section>")[0] ?? "";
    expect(cell(4).match(/<blockquote>/g)).toHaveLength(4);
    expect(cell(4)).toContain("5 more quotes in mentions.csv.");
    expect(cell(20).match(/<blockquote>/g)).toHaveLength(9);
    expect(cell(20)).not.toContain("more quote");
  });
  it("shows fewer quotes, then fewer parts, before it grows past its bound, and says so", () => {
    const size = (text: string) => Buffer.byteLength(text);
    const quotes = Array.from(
      { length: 200 },
      (_, i) => `s${i % 4} cuckooing affirms concern | ${"A long account of it. ".repeat(20)}${i}`,
    );
    const reviews = [
      draftResult({ sessions: { s0: "police", s1: "housing", s2: "health", s3: "fire" }, says: quotes }),
    ];
    const whole = page({ reviews, quotes: 50 });
    const fewer = page({ reviews, quotes: 50 }, size(whole) - 1000);
    expect(size(fewer)).toBeLessThan(size(whole) - 1000);
    expect(fewer).toContain("at most 20 quotes a cell, where 50 were asked for");
    const bound = size(page({ reviews, quotes: 0 })) - 1500;
    const least = page({ reviews, quotes: 50 }, bound);
    expect(size(least)).toBeLessThanOrEqual(bound);
    expect(/shows no quotes, and \d+ parts? of it/.test(least)).toBe(true);
    for (const text of [whole, fewer, least]) {
      for (const tag of ["section", "details", "table", "main", "html"]) {
        expect(text.match(new RegExp(`<${tag}[ >]`, "g"))?.length).toBe(
          text.match(new RegExp(`</${tag}>`, "g"))?.length,
        );
      }
    }
  });
  it("says so where nothing was coded", () =>
    expect(page({ reviews: [], lines: [] })).toContain("No review was coded."));
});

describe("palette", () => {
  it.each([["light", LIGHT] as const, ["dark", DARK] as const])(
    "%s: every text has a contrast of 4.5 and more",
    (_, palette) => {
      for (const { name, ink, ground } of pairsOf(palette))
        expect(contrast(ink, ground), name).toBeGreaterThanOrEqual(4.5);
      expect(contrast(palette.focus, palette.page.ground)).toBeGreaterThanOrEqual(3);
    },
  );
  it.each([
    [0, 0],
    [0.01, 1],
    [0.2, 1],
    [0.21, 2],
    [0.5, 3],
    [0.99, 5],
    [1, 5],
  ])("a share of %f has heat %i", (share, level) => expect(heat(share)).toBe(level));
});
