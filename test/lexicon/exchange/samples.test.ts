import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { type ExchangeFormat, importLexicon } from "../../../src/lexicon/index.js";
import { read } from "./check.js";

const WANTED = { gangs: ["gang*", "older", "county line"], fear: ["scared", "won't talk"] };

/** One small dictionary, written by hand as each program's public description has it. */
const SAMPLES: Record<Exclude<ExchangeFormat, never>, string> = {
  liwc: "%\n1\tGangs\n2\tFear\n%\ngang*\t1\nolder\t1\ncounty line\t1\nscared\t2\nwon't talk\t2\n",
  wordstat: "GANGS\n\tGANG* (1)\n\tOLDER (1)\n\tCOUNTY_LINE (1)\nFEAR\n\tSCARED (1)\n\tWON'T_TALK (1)\n",
  yoshikoder: `<?xml version="1.0" encoding="UTF-8"?>
<dictionary style="095" patternengine="substring">
  <cnode name="My dictionary">
    <cnode name="Gangs"><pnode name="gang*"></pnode><pnode name="older"/><pnode name="county line"/></cnode>
    <cnode name="Fear" desc="People are afraid"><pnode name="scared"/><pnode name="won&apos;t talk"/></cnode>
  </cnode>
</dictionary>`,
  lexicoder: "+GANGS\n gang* \nolder\ncounty line\n\n+FEAR\nscared\nwon't talk\n",
  quanteda: "Gangs:\n  - gang*\n  - older\n  - county line\nFear: [scared, won't talk]\n",
  csv: "code,label,term\ngangs,Gangs,gang*\ngangs,,older\ngangs,,county line\nfear,Fear,scared\nfear,,won't talk\n",
  "skos-turtle": `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix : <http://example.org/> .
:g a skos:Concept ; skos:notation "gangs" ; skos:prefLabel "gang*"@en ; skos:altLabel "older"@en-GB, "county line", "bande"@fr .
:f a skos:Concept ; skos:prefLabel "Angst"@de ; skos:notation "fear" ; skos:altLabel "scared"@en ; skos:hiddenLabel "won't talk"@en .`,
  "skos-jsonld": JSON.stringify({
    "@context": {
      skos: "http://www.w3.org/2004/02/skos/core#",
      alt: { "@id": "skos:altLabel", "@container": "@language" },
      type: "@type",
      id: "@id",
    },
    "@graph": [
      {
        id: "x:g",
        type: "skos:Concept",
        "skos:notation": "gangs",
        "skos:prefLabel": "gang*",
        alt: { en: ["older", "county line"], fr: "bande" },
      },
      { id: "x:f", type: ["skos:Concept"], "skos:notation": "fear", alt: { en: ["scared", "won't talk"] } },
    ],
  }),
};

describe("a dictionary written by hand", () => {
  it.each(Object.entries(SAMPLES) as [ExchangeFormat, string][])(
    "in %s gives its codes and words",
    async (format, text) => {
      const { codes } = await read(format, text);
      expect({ gangs: codes.gangs, fear: codes.fear?.filter((term) => term !== "Angst") }).toEqual(WANTED);
    },
  );

  const encodings: [string, (text: string) => Uint8Array][] = [
    ["UTF-8 with a mark", (text) => Buffer.from(`\uFEFF${text}`)],
    ["UTF-16 little-endian with a mark", (text) => iconv.encode(text, "utf-16le", { addBOM: true })],
    ["UTF-16 big-endian with a mark", (text) => iconv.encode(text, "utf-16be", { addBOM: true })],
    ["UTF-16 without a mark", (text) => iconv.encode(text, "utf-16le", { addBOM: false })],
    [
      "Windows-1252 with its quotation marks",
      (text) => iconv.encode(text.replaceAll("won't", "won’t"), "windows-1252"),
    ],
    ["Windows line ends", (text) => Buffer.from(text.replaceAll("\n", "\r\n"))],
    ["old Macintosh line ends", (text) => Buffer.from(text.replaceAll("\n", "\r"))],
  ];
  it.each(
    encodings.flatMap(([name, encode]) =>
      (Object.entries(SAMPLES) as [ExchangeFormat, string][]).map(
        ([format, text]) => [name, format, encode(text)] as const,
      ),
    ),
  )("is read in %s (%s)", async (_name, format, bytes) => {
    const { codes } = await read(format, bytes);
    expect(codes.gangs).toEqual(WANTED.gangs);
    expect(codes.fear?.map((term) => String(term).replace("’", "'"))).toContain("won't talk");
  });
});

describe("what a format says by its shape", () => {
  const cases: [string, ExchangeFormat, string, Record<string, unknown[]>][] = [
    [
      "deeper categories of LIWC",
      "liwc",
      "%\n1\tAffect\n\t2\tAnger\n%\nfury\t1\t2\n",
      { affect: ["fury"], anger: ["fury"] },
    ],
    ["LIWC typed with spaces", "liwc", "%\n1 Anger\n%\nfury   1\n", { anger: ["fury"] }],
    ["a theme above codes", "wordstat", "DRUGS\n\tCRACK\n\t\tROCK (1)\n", { crack: ["rock"] }],
    ["words beside categories of WordStat", "wordstat", "A\n\tX1 (1)\n\tB\n\t\tY1 (2)\n", { a: ["x1"], b: ["y1"] }],
    [
      "the same name under two parents",
      "quanteda",
      "a:\n  one: [x1]\nb:\n  one: [y1]\n",
      { one: ["x1"], "b-one": ["y1"] },
    ],
    ["own words of a category of quanteda", "quanteda", "a:\n  __: [x1]\n  b: [y1]\n", { a: ["x1"], b: ["y1"] }],
    [
      "numbers and truth values of YAML as words",
      "quanteda",
      "a: [1, true, no, 2019-01-01]\n",
      { a: ["1", "true", "no", "2019-01-01"] },
    ],
    ["Lexicoder as XML", "lexicoder", '<d><cnode name="A"><pnode name="x1"/></cnode></d>', { a: ["x1"] }],
    ["semicolons and other heads in CSV", "csv", "sep=;\nCategory;Word\nA;x1\nA;y1\n", { a: ["x1", "y1"] }],
    ["formula guards of CSV", "csv", "code,term\na,'=CCE\na,'@num\n", { a: ["=CCE", "@num"] }],
    [
      "signs that the term language reads otherwise",
      "quanteda",
      'a: ["(sic)", "=)", "x|y", "50%", "a*b", "no*"]\n',
      { a: ['"(sic)"', '"x|y"', "50%", "no*"] },
    ],
    [
      "accents and scripts in names",
      "lexicoder",
      "+Ångst & Wut!\nx1\n+麻薬\ny1\n+\nz1\n",
      { "angst-wut": ["x1"], code: ["y1"], "code-2": ["z1"] },
    ],
    [
      "a context fetched from elsewhere",
      "skos-jsonld",
      '{"@context":"https://e.org/c","@id":"x:a","@type":"Concept","prefLabel":"Ax"}',
      { ax: ["Ax"] },
    ],
  ];
  it.each(cases)("is kept: %s", async (_name, format, text, wanted) => {
    expect((await read(format, text)).codes).toEqual(wanted);
  });

  it("leaves labels in other languages out and counts each once", async () => {
    const labels = '"Angst"@de, "peur"@fr, "fear"@en';
    const { problems } = await importLexicon(
      Buffer.from(
        `@prefix skos: <http://www.w3.org/2004/02/skos/core#> . <x:a> a skos:Concept ; skos:prefLabel ${labels} .`,
      ),
      "skos-turtle",
      [],
      "settings",
    );
    expect(problems.find(({ rule }) => rule.endsWith("other-language"))?.message).toMatch(/^2 labels/);
  });

  it("keeps definitions, links and themes where the format has them", async () => {
    const { concepts } = await read(
      "skos-turtle",
      `@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix : <http://e.org/> .
:drugs a skos:Collection ; skos:prefLabel "Drugs" ; skos:member :a .
:a a skos:Concept ; skos:prefLabel "Alpha"@en ; skos:definition "First"@en ; skos:related :b ; skos:broader :gone .
:b a skos:Concept ; skos:prefLabel "Beta"@en .`,
    );
    expect(concepts[0]).toMatchObject({ id: "alpha", theme: "drugs", definition: "First", related: ["beta"] });
    expect(concepts[1]).toMatchObject({ id: "beta", theme: "settings" });
  });
});
