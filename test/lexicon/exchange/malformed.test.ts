import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EXCHANGE_FORMATS, type ExchangeFormat } from "../../../src/lexicon/index.js";
import { read } from "./check.js";

const deep = (open: string, close: string, times: number): string => open.repeat(times) + close.repeat(times);
const BOMB = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "${"&a;".repeat(50)}">]>`;

describe("a malformed file", () => {
  const cases: [string, ExchangeFormat, string, string][] = [
    ["without the percent signs of LIWC", "liwc", "1\tA\nfury\t1\n", "error malformed"],
    ["with a LIWC word of no category", "liwc", "%\n1\tA\n%\nfury\t7\n", "warning unknown-category"],
    ["with conditions of LIWC", "liwc", "%\n1\tA\n%\nkind\t(of)1/2\nlike\t<of>1 1\n", "warning conditional-word"],
    ["with a WordStat rule", "wordstat", "A\n\t@NEAR [X Y] (1)\n", "warning proximity-rule"],
    [
      "with categories past the depth",
      "wordstat",
      Array.from({ length: 99 }, (_, n) => `${"\t".repeat(n)}C${n}\n`).join(""),
      "error too-deep",
    ],
    ["of XML that is cut off", "yoshikoder", '<dictionary><cnode name="A"><pnode name="x1"/>', "error malformed"],
    ["of XML that is not Yoshikoder's", "yoshikoder", "<html><body/></html>", "error malformed"],
    [
      "of XML deeper than anybody's",
      "yoshikoder",
      `<d>${deep('<cnode name="A">', "</cnode>", 5000)}</d>`,
      "error too-deep",
    ],
    [
      "with an entity of another file",
      "yoshikoder",
      '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d><cnode name="A"><pnode name="&x;"/></cnode></d>',
      "error malformed",
    ],
    [
      "with entities in entities",
      "yoshikoder",
      `${BOMB}<d><cnode name="A"><pnode name="&b;"/></cnode></d>`,
      "error malformed",
    ],
    ["of Lexicoder without a category", "lexicoder", "x1\ny1\n", "error malformed"],
    ["of YAML with a custom type", "quanteda", "a: !!js/function 'function(){ process.exit(1) }'\n", "info new-id"],
    ["of YAML with aliases", "quanteda", "a: &a [x1]\nb: *a\n", "error malformed"],
    ["of YAML deeper than anybody's", "quanteda", `a: ${deep("[", "]", 20000)}\n`, "error malformed"],
    ["of YAML with categories past the depth", "quanteda", `${deep("{a: ", "}", 60)}\n`, "error too-deep"],
    ["of YAML that is one word", "quanteda", "hello\n", "error malformed"],
    ["of CSV with an open quotation mark", "csv", 'code,term\na,"x1\n', "error malformed"],
    ["of CSV without the columns", "csv", "a,b\n1,2\n", "error malformed"],
    ["of CSV with values nobody knows", "csv", "code,term,pos,theme\na,x1,XYZ,cars\n", "warning unknown-value"],
    [
      "of Turtle that breaks off",
      "skos-turtle",
      "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . :a a",
      "error malformed",
    ],
    ["of Turtle about other things", "skos-turtle", "<x:a> <x:b> <x:c> .", "error malformed"],
    ["of JSON that breaks off", "skos-jsonld", '{"@graph": [', "error malformed"],
    ["of JSON deeper than anybody's", "skos-jsonld", `${deep("[", "]", 3000)}`, "error too-deep"],
    ["with a word of signs", "lexicoder", "+A\n:-)\n", "warning unreadable-wording"],
    ["with a word as long as a page", "lexicoder", `+A\n${"x".repeat(3000)}\n`, "warning long-wording"],
    [
      "with more wordings than are read",
      "lexicoder",
      `+A\n${Array.from({ length: 200_010 }, (_, n) => `w${n}\n`).join("")}`,
      "error too-many",
    ],
  ];
  it.each(cases)("%s gives a problem and no exception", async (_name, format, text, wanted) => {
    expect((await read(format, text)).rules).toContain(wanted);
  });

  it.each<[ExchangeFormat, string]>([
    ["liwc", `%\n1\tA\n%\n${" 1".repeat(200_000)} x\n`],
    ["liwc", `%\n1\tA\n%\nx${" ".repeat(300_000)}y\n`],
    ["wordstat", `A\n\tx${" ".repeat(300_000)}(\n`],
    ["lexicoder", `+${"ﷺ".repeat(100_000)}\nx1\n`],
    ["csv", `code,term\na,${"(".repeat(100_000)}\n`],
  ])("with one endless line is read in no time (%s)", async (format, text) => {
    const before = performance.now();
    await read(format, text);
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  it("larger than the bound is not read", async () => {
    expect((await read("csv", new Uint8Array(17 * 1024 * 1024))).rules).toEqual(["error too-large"]);
  });

  it.each(EXCHANGE_FORMATS)("of any bytes is survived (%s)", async (format) => {
    const runs = process.env.TRIANGULUM_LONG ? 2000 : 100;
    const pieces = fc.constantFrom(
      "%",
      "\n",
      "\t",
      "1",
      "+",
      "<cnode name='a'>",
      "</",
      "{",
      "[",
      "]",
      '"',
      ":",
      "- ",
      "a",
      "*",
      "@prefix",
      ",",
      "'",
      "&",
      "=",
      "\0",
      "\uFFFD",
      "__proto__",
      "constructor",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.array(pieces, { maxLength: 60 }).map((all) => Buffer.from(all.join(""))),
        ),
        async (bytes) => {
          await read(format, bytes);
        },
      ),
      { numRuns: runs },
    );
  });
});
