import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildProgram } from "../../src/cli/program.js";
import { disagreementsSheet } from "../../src/reporting/index.js";
import { realEffects } from "../../src/store/index.js";
import { makePlace, PIPELINE, type Place } from "../run/example-archive.js";
import { callProgram, type Said } from "./call-program.js";

let place: Place;
let desk: string;

async function call(...args: string[]): Promise<Said> {
  return callProgram([...args, "--pipeline", PIPELINE, "--out", place.out]);
}

/** The exported project of a review with its XML changed. */
async function changed(review: string, change: (xml: string) => string): Promise<string> {
  const files = unzipSync(await readFile(join(place.out, `latest/reviews/${review}/project.qdpx`)));
  const xml = strFromU8(files["project.qde"]!);
  expect(change(xml)).not.toBe(xml);
  const path = join(desk, "changed.qdpx");
  await writeFile(path, zipSync({ ...files, "project.qde": strToU8(change(xml)) }));
  return path;
}
const compared = async (path: string) => {
  const { out, err } = await call("agree", "--human", path, "--json");
  return { ...(JSON.parse(out) as { overall: Record<string, unknown>; facets: unknown[] }), err };
};

beforeAll(async () => {
  place = await makePlace();
  desk = await mkdtemp(join(tmpdir(), "triangulum-agree-"));
  await call("run", "--archive", place.archive, "--workers", "0");
});
afterAll(async () => {
  await place.remove();
  await rm(desk, { recursive: true, force: true });
});

describe("agree with a project", () => {
  it("finds every coding of an exported project again, with its facets", async () => {
    const { overall, facets, err } = await compared(join(place.out, "latest/reviews/york-2019/project.qdpx"));
    expect(overall.human).toBeGreaterThan(3);
    expect(overall).toMatchObject({ shared: overall.human, recall: { value: 1 } });
    for (const facet of facets as { rows: number; equal: { value: number } }[]) expect(facet.equal.value).toBe(1);
    expect(err).toBe("");
  });

  it("knows a code by its name or id where its GUID is another's, and one below it as the same", async () => {
    const before = await compared(join(place.out, "latest/reviews/york-2019/project.qdpx"));
    const guids = (xml: string) => xml.replace(/"([0-9a-f]{8})(-[0-9a-f]{4}-)5/g, '"$1$24');
    const named = (xml: string) =>
      guids(xml)
        .replace(/name="Cuckooing"/, 'name="CUCKOOING "')
        .replace(/name="Knife crime"/i, 'name="knife-crime"');
    expect((await compared(await changed("york-2019", named))).overall).toEqual(before.overall);
    const below = (xml: string) =>
      guids(xml).replace(
        /<Code guid="([^"]*)" name="Cuckooing"([^>]*)>/,
        '<Code guid="99999999-0000-4000-8000-000000000000" name="Cuckooing" isCodable="true"><Code guid="$1" name="By friends"$2></Code>',
      );
    expect((await compared(await changed("york-2019", below))).overall).toEqual(before.overall);
  });

  it("names codes that it does not know, and leaves their codings out", async () => {
    const path = await changed("york-2019", (xml) =>
      xml
        .replace(
          /<Code guid="[^"]*" name="Cuckooing"/,
          '<Code guid="99999999-0000-4000-8000-000000000001" name="Birds"',
        )
        .replaceAll("06dd7c1a-6dab-55ab-a030-ef7c5ea8100d", "99999999-0000-4000-8000-000000000001"),
    );
    const { overall, err } = await compared(path);
    expect(err).toMatch(/warning +No code of the codebook is called "Birds"; \d+ codings with it are left out/);
    expect(overall.human).toBeGreaterThan(0);
  });

  it("leaves the program's own codings out where a person coded too, and facets where nobody noted any", async () => {
    const person = "99999999-0000-4000-8000-000000000002";
    const path = await changed("york-2019", (xml) =>
      xml
        .replace("</Users>", `<User guid="${person}" name="Ann"/></Users>`)
        .replace(
          /<Coding guid="([^"]*)" creatingUser="[^"]*"([^>]*)>(<CodeRef[^>]*>)(<NoteRef[^>]*>)*/,
          `<Coding guid="$1" creatingUser="${person}"$2>$3`,
        ),
    );
    const { overall, facets, err } = await compared(path);
    expect(overall).toMatchObject({ human: 1, shared: 1 });
    expect(facets).toEqual([]);
    expect(err).toMatch(/note +\d+ codings by Triangulum itself are left out/);
    expect((await call("agree", "--human", path)).out).not.toMatch(/^facet|not at its default/m);
  });

  it("refuses what is no project, and says why", async () => {
    const path = join(desk, "no.qdpx");
    await writeFile(path, "no zip");
    await expect(call("agree", "--human", path)).rejects.toThrow(/no\.qdpx: .*not a whole zip/);
    await expect(call("agree", "--human", join(desk, "none.qdpx"))).rejects.toThrow(/cannot be read \(ENOENT\)/);
  });
});

describe("agree with a project whose facets are codes", () => {
  const CODES = "facets-as-codes.yaml";
  /** Our own export with facets as codes, its XML changed. */
  async function exported(change: (xml: string) => string = (xml) => xml): Promise<string> {
    const pipeline = join(desk, CODES);
    const definition = (await readFile(PIPELINE, "utf8"))
      .replace("lexicon: lexicon", `lexicon: ${join(PIPELINE, "../lexicon")}`)
      .replace("rules: ../../", `rules: ${join(PIPELINE, "../../../")}`);
    await writeFile(pipeline, `${definition}reports:\n  qda_facets: codes\n`);
    const to = await mkdtemp(join(desk, "codes-"));
    const io = { out: () => {}, err: () => {}, terminal: false, effects: realEffects };
    await buildProgram(io)([
      "report",
      "latest",
      "--format",
      "qdpx",
      "--to",
      to,
      "--pipeline",
      pipeline,
      "--out",
      place.out,
    ]);
    const files = unzipSync(await readFile(join(to, "reviews/york-2019/project.qdpx")));
    const path = join(to, "changed.qdpx");
    await writeFile(path, zipSync({ ...files, "project.qde": strToU8(change(strFromU8(files["project.qde"]!))) }));
    return path;
  }
  const plainly = async (path: string) => {
    const { overall, facets, err } = await compared(path);
    return { overall, err, facets: facets as { facet: string; rows: number; equal: { value: number } }[] };
  };
  const TREND = /<Code guid="[^"]*" name="Trend"[\s\S]*?<\/Code>\n<\/Code>/;

  it("says the same as with notes", async () => {
    const path = await exported();
    const xml = strFromU8(unzipSync(await readFile(path))["project.qde"]!);
    expect(xml).not.toContain("Facets: ");
    expect(xml).toContain('name="trend: rising"');
    const notes = await plainly(join(place.out, "latest/reviews/york-2019/project.qdpx"));
    expect(await plainly(path)).toEqual(notes);
    expect(notes.facets.every(({ rows, equal }) => rows > 3 && equal.value === 1)).toBe(true);
  });

  it.each<[string, (xml: string) => string]>([
    ["other GUIDs, known by name alone", (xml) => xml.replace(/"([0-9a-f]{8})(-[0-9a-f]{4}-)5/g, '"$1$24')],
    [
      "values named below their facet",
      (xml) =>
        xml
          .replace(/"([0-9a-f]{8})(-[0-9a-f]{4}-)5/g, '"$1$24')
          .replace(TREND, (tree) => tree.replaceAll('name="trend: ', 'name="')),
    ],
    ["renamed, known by GUID alone", (xml) => xml.replace(TREND, (tree) => tree.replace(/name="[^"]*"/g, 'name="x"'))],
    [
      "a selection for every coding",
      (xml) =>
        xml.replace(
          /(<PlainTextSelection [^>]*>\n)((?:<Description>[^<]*<\/Description>\n)?)((?:<Coding [\s\S]*?<\/Coding>\n)+)(<\/PlainTextSelection>\n)/g,
          (_, open: string, __, codings: string, close: string) =>
            [...codings.matchAll(/<Coding [\s\S]*?<\/Coding>\n/g)]
              .map(([coding], i) => open.replace(/guid="......../, `guid="0000000${i}`) + coding + close)
              .join(""),
        ),
    ],
  ])("takes them back from a project with %s", async (_, change) => {
    let before = "";
    const path = await exported((xml) => {
      before = xml;
      return change(xml);
    });
    expect(strFromU8(unzipSync(await readFile(path))["project.qde"]!)).not.toBe(before);
    expect(await plainly(path)).toEqual(await plainly(await exported()));
  });

  it("says what is said in two ways of the same words, and takes neither", async () => {
    const path = await exported((xml) => {
      const guid = (name: string) => new RegExp(`<Code guid="([^"]*)" name="${name}"`).exec(xml)![1]!;
      const rising = new RegExp(`<Coding [^>]*><CodeRef targetGUID="${guid("trend: rising")}"/></Coding>\n`);
      const [coding] = rising.exec(xml)!;
      const falling = coding.replace(guid("trend: rising"), guid("trend: falling"));
      return xml.replace(coding, falling.replace(/guid="......../, 'guid="99999999') + coding);
    });
    const { err, facets } = await plainly(path);
    expect(err).toMatch(/warning +1 coding carries two values of one facet/);
    const trend = facets.find(({ facet }) => facet === "trend")!;
    expect(trend.equal.value).toBeCloseTo((trend.rows - 1) / trend.rows, 3);
  });

  it.each([
    ["the same person", "Ann", 1],
    ["another person", "Bob", 0],
  ])("takes a facet that %s said of a coding", async (_, by, equal) => {
    const guid = (name: string) => `99999999-0000-4000-8000-00000000000${name === "Ann" ? 2 : 3}`;
    const risingOf = (xml: string) => {
      const rising = /<Code guid="([^"]*)" name="trend: rising"/.exec(xml)![1]!;
      return new RegExp(
        `(<Coding guid="[^"]*" creatingUser=")[^"]*("[^>]*><CodeRef [^\\n]*\\n<Coding guid="[^"]*" creatingUser=")[^"]*("[^>]*><CodeRef targetGUID="${rising}")`,
      );
    };
    const path = await exported((xml) =>
      xml
        .replace("</Users>", `<User guid="${guid("Ann")}" name="Ann"/><User guid="${guid("Bob")}" name="Bob"/></Users>`)
        .replace(risingOf(xml), `$1${guid("Ann")}$2${guid(by)}$3`),
    );
    const { overall, facets } = await plainly(path);
    expect(overall).toMatchObject({ human: 1, shared: 1 });
    expect(facets.find(({ facet }) => facet === "trend")).toMatchObject({ rows: 1, equal: { value: equal } });
  });

  it("draws a sheet whose codebook has them too", async () => {
    await exported();
    const path = join(desk, "facets-sheet.qdpx");
    const io = { out: () => {}, err: () => {}, terminal: false, effects: realEffects };
    await buildProgram(io)([
      "agree",
      "--sheet",
      "3",
      "--qdpx",
      path,
      "--pipeline",
      join(desk, CODES),
      "--out",
      place.out,
    ]);
    expect(strFromU8(unzipSync(await readFile(path))["project.qde"]!)).toContain('name="trend: rising"');
  });
});

describe("agree --sheet", () => {
  const COLUMNS = "session,line,sentence,code,trigger,assertion,trend,appraisal,locus,support,document";
  it("draws sentences by seed, without any coding", async () => {
    const { out, err } = await call("agree", "--sheet", "4", "--seed", "7");
    const [head, ...rows] = out.trimEnd().split("\n");
    expect(head).toBe(COLUMNS);
    expect(rows).toHaveLength(4);
    for (const row of rows) expect(row).toMatch(/,,,,,,,,[a-z0-9-]+\/[^,]+$/);
    expect(err).toMatch(/^4 sentences of \d+ sentences, seed 7/);
    expect((await call("agree", "--sheet", "4", "--seed", "7")).out).toBe(out);
    expect((await call("agree", "--sheet", "4", "--seed", "8")).out).not.toBe(out);
  });
  it("gives all there are of one document where more are asked for", async () => {
    const { out } = await call("agree", "--sheet", "5000", "--document", "york-2019/schools.txt");
    const rows = out.trimEnd().split("\n").slice(1);
    expect(rows.every((row) => row.endsWith(",york-2019/schools.txt"))).toBe(true);
    await expect(call("agree", "--sheet", "5", "--document", "york-2019/none.txt")).rejects.toThrow(/no document/);
  });
  it("asks nothing about an interviewer's words", async () => {
    const { out } = await call("agree", "--sheet", "5000", "--document", "hull-2020/police.txt");
    expect(out).toContain("gangs from London");
    expect(out).not.toContain("Is there drug dealing");
  });
  it("is taken back when it is filled in, over several documents, with rows that carry nothing", async () => {
    const { out } = await call("agree", "--sheet", "5000");
    const path = join(desk, "sheet.csv");
    await writeFile(
      path,
      out.replace(/(knife crime[^\n]*?),,,,,,,,york/, "$1,knife-crime,knife crime,present,rising,,,,york"),
    );
    const { overall, sentences, notFound } = JSON.parse((await call("agree", "--human", path, "--json")).out);
    expect(overall).toMatchObject({ human: 1, shared: 1 });
    expect(sentences).toBe(out.trimEnd().split("\n").length - 1);
    expect(notFound).toEqual([]);
  });
  /** A sheet as a project, its source and XML changed as by a coder's program. */
  async function sheetProject(name: string, n: number, change: (xml: string, texts: Map<string, string>) => string) {
    const path = join(desk, `${name}.qdpx`);
    const { out } = await call("agree", "--sheet", String(n), "--qdpx", path);
    const files = unzipSync(await readFile(path));
    const xml = strFromU8(files["project.qde"]!);
    const texts = new Map(
      Object.entries(files).flatMap(([file, bytes]) =>
        file.endsWith(".txt") ? [[file.slice(8, -4), strFromU8(bytes)]] : [],
      ),
    );
    const back = join(desk, `${name}-back.qdpx`);
    await writeFile(back, zipSync({ ...files, "project.qde": strToU8(change(xml, texts)) }));
    return { out, xml, texts, path, back };
  }
  /** A coding of `knife crime` with Knife crime, as a person makes it, in the first source that says it. */
  const coded = (xml: string, texts: Map<string, string>): string => {
    const [guid, text] = [...texts].find(([, one]) => one.includes("knife crime"))!;
    const at = [...text.slice(0, text.indexOf("knife crime"))].length;
    const code = /<Code guid="([^"]*)" name="Knife crime"/i.exec(xml)![1];
    const selection = `<PlainTextSelection guid="99999999-0000-4000-8000-000000000003" startPosition="${at}" endPosition="${at + 11}"><Coding guid="99999999-0000-4000-8000-000000000004"><CodeRef targetGUID="${code}"/></Coding></PlainTextSelection>`;
    return xml.replace(new RegExp(`(<TextSource guid="${guid}"[^]*?)(</TextSource>)`), `$1${selection}$2`);
  };

  it("is written as a project too: its sentences by document and the codebook, without any coding", async () => {
    const { out, xml, texts, path } = await sheetProject("drawn", 6, (one) => one);
    expect(xml).toContain('name="Cuckooing"');
    expect(xml).not.toMatch(/<(Coding|PlainTextSelection|Note|Case)\b/);
    const rows = out.trimEnd().split("\n").slice(1);
    const lines = [...texts.values()].flatMap((text) => text.split("\n").filter(Boolean));
    expect(lines).toHaveLength(rows.length);
    for (const line of lines) expect(out.replaceAll('""', '"')).toContain(line);
    expect(texts.size).toBe(new Set(rows.map((row) => row.split(",").at(-1))).size);
    const again = await sheetProject("again", 6, (one) => one);
    expect(await readFile(again.path)).toEqual(await readFile(path));
    await expect(call("agree", "--sheet", "6", "--qdpx", path)).rejects.toThrow(/may hold codings/);
    await expect(call("agree", "--sheet", "6", "--qdpx", join(desk, "a.zip"))).rejects.toThrow(/ends in \.qdpx/);
    await expect(call("agree", "--qdpx", join(desk, "a.qdpx"))).rejects.toThrow(/give --sheet N/);
  });

  it.each<[string, (xml: string) => string]>([
    ["as it was", (xml) => xml],
    ["with other GUIDs of sources", (xml) => xml.replace(/<TextSource guid="\w{8}/g, '<TextSource guid="88888888')],
    ["without descriptions", (xml) => xml.replace(/<Description>Coding sheet of [^<]*<\/Description>/g, "")],
    ["under other names", (xml) => xml.replace(/(<TextSource guid="[^"]*" name=")[^"]*/g, "$1A source")],
  ])("is taken back from a project %s, every line read, whether coded or not", async (name, change) => {
    const { out, back } = await sheetProject(`back ${name}`, 5000, (xml, texts) => change(coded(xml, texts)));
    const { out: json, err } = await call("agree", "--human", back, "--json");
    const { overall, sentences, notFound } = JSON.parse(json);
    expect(err).toBe("");
    expect(overall).toMatchObject({ human: 1, shared: 1 });
    expect(overall.machine).toBeGreaterThan(3);
    expect([sentences, notFound]).toEqual([out.trimEnd().split("\n").length - 1, []]);
  });

  it("handed back blank is said to be blank", async () => {
    const { path } = await sheetProject("blank", 9, (xml) => xml);
    const { out, err } = await call("agree", "--human", path, "--json");
    expect(err).toMatch(/warning +The coding sheet carries no coding/);
    expect(JSON.parse(out)).toMatchObject({ sentences: 9, overall: { human: 0 } });
  });

  it("is not drawn and held against at once, and one of both must be asked for", async () => {
    await expect(call("agree", "--sheet", "4", "--human", "a.csv")).rejects.toThrow(/either --sheet or --human/);
    await expect(call("agree")).rejects.toThrow(/Give --human FILE/);
  });
});

describe("agree --disagreements", () => {
  const HEAD = "session,document,line,sentence,code,facet,machine,human,decided_by,reading";
  /** The run's own sentences as a sheet, with one row coded by hand. */
  async function sheet(): Promise<string> {
    const { out } = await call("agree", "--sheet", "5000");
    const path = join(desk, "second.csv");
    const rows = out.replace(
      /(knife crime is rising[^\n]*?),,,,,,,,york/,
      "$1,knife-crime,knife crime,absent,rising,,,,york",
    );
    expect(rows).not.toBe(out);
    await writeFile(path, rows);
    return path;
  }

  it("writes a row for every code and facet on which both differ, for somebody to read", async () => {
    const to = join(desk, "disagreements.csv");
    const { out, err } = await call("agree", "--human", await sheet(), "--disagreements", to, "--json");
    const [head, ...rows] = (await readFile(to, "utf8")).trimEnd().split("\n");
    expect(head).toBe(HEAD);
    expect(err).toContain(`${rows.length} disagreements written to ${to}`);
    const { overall, documents } = JSON.parse(out);
    expect(rows.filter((row) => row.includes(",,yes,no,"))).toHaveLength(overall.machine - overall.shared);
    expect(rows.filter((row) => /,knife-crime,assertion,present,absent,[^,]*,$/.test(row))).toHaveLength(1);
    expect(rows.every((row) => row.endsWith(","))).toBe(true);
    expect(documents).toContain("york-2019/schools.txt");
    expect(rows.join()).not.toMatch(/Jane|Smith|07700/);
    expect(rows.find((row) => row.includes(",cuckooing,,yes,no,"))).toMatch(/,(cuckoo[^,]*|"cuckoo.*"),$/);
  });

  it("shows codes, sessions, facets and macro-F1 beside a constant answer", async () => {
    const { out } = await call("agree", "--human", await sheet());
    expect(out).toMatch(/^code +human +machine +shared +prevalence +precision +recall +F1 +interval +kappa +alpha$/m);
    expect(out).toMatch(/^session +sentences +human/m);
    expect(out).toMatch(/^york-2019\/schools\.txt: schools +\d/m);
    expect(out).toMatch(/^\d+ codes? +0\.\d\d +[\d.-]+ +0\.\d\d +every code everywhere$/m);
    expect(out).toMatch(/^assertion, not at its default +0\.00 .* 1\.00 +always absent$/m);
  });
});

it("a cell that a spreadsheet would run is defused in the list of disagreements", () => {
  const row = { session: "s", document: "", line: 1, code: "gangs", facet: "" as const, machine: "yes", human: "no" };
  const sheet = [...disagreementsSheet([{ ...row, sentence: "=1+1", decidedBy: ["@gang", "b"] }])].join("");
  expect(sheet.split("\n")[1]).toBe("s,,1,'=1+1,gangs,,yes,no,'@gang;b,");
});
