import { readFileSync } from "node:fs";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { COLUMNS } from "../../src/archive/index.js";
import { york } from "./tree.js";

const HEADER =
  "file,session,label,kind,sectors,level,date,record,starts_at,ends_at,interviewers,participants,members,asked,exclude";

describe("review.yaml", () => {
  const cases: [phenomenon: string, yaml: string, meta: Record<string, unknown>, problems: string[]][] = [
    [
      "every key",
      "id: york-19\narea: City of York\ndate: 2019-05-14\ntitle: T\ncohort: 2012\nregion: North\ntopic_guide: [cuckooing, County lines]\n",
      {
        id: "york-19",
        area: "City of York",
        date: "2019-05-14",
        cohort: "2012",
        topicGuide: ["cuckooing", "county-lines"],
      },
      [],
    ],
    ["a topic guide on one line", "topic_guide: cuckooing; gangs", { topicGuide: ["cuckooing", "gangs"] }, []],
    ["keys spelt otherwise", "Topic Guide: gangs\nAREA: X", { topicGuide: ["gangs"], area: "X" }, []],
    ["a date as the UK writes it", "date: 14/05/2019", { date: "2019-05-14" }, []],
    ["a date with no day", "date: May 2019", { date: "2019-05-01" }, ["info date-not-exact @york:review.yaml (date)"]],
    ["a date that is none", "date: 31/02/2019", { date: "" }, ["warning bad-value @york:review.yaml (date)"]],
    ["an unknown key", "town: X\narea: Y", { area: "Y" }, ["warning unknown-key @york:review.yaml (town)"]],
    ["a list where text belongs", "area: [a, b]", { area: "York" }, ["warning bad-value @york:review.yaml (area)"]],
    [
      "an unknown code",
      "topic_guide: [nope, gangs]",
      { topicGuide: ["gangs"] },
      ["warning unknown-code @york:review.yaml (topic_guide)"],
    ],
    [
      "an id that is none",
      "id: York / 2019",
      { id: "york-2019" },
      ["warning id-not-plain @york-2019:review.yaml (id)"],
    ],
    ["no YAML", "area: [a", { area: "York" }, ["error bad-yaml @york:review.yaml (line 1)"]],
    ["the same key twice", "area: a\narea: b", { area: "York" }, ["error bad-yaml @york:review.yaml (line 2)"]],
    ["a list at the top", "- a", { area: "York" }, ["error bad-yaml @york:review.yaml (line 1)"]],
    [
      "references that grow without bound",
      `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefgh".replace(/./gu, (c) => `${c}: &${c} [${`*${String.fromCharCode(c.charCodeAt(0) - 1)},`.repeat(9)}]\n`)}`,
      { area: "York" },
      ["error bad-yaml @york:review.yaml"],
    ],
    ["an empty file", "", { area: "York" }, []],
    [
      "a key named like an object's own",
      "__proto__: x\nconstructor: y",
      { area: "York" },
      ["warning unknown-key @york:review.yaml (__proto__)", "warning unknown-key @york:review.yaml (constructor)"],
    ],
  ];
  it.each(cases)("%s", async (_, yaml, meta, problems) => {
    const got = await york({ "a.txt": "x", "review.yaml": yaml });
    expect(got.review.meta).toMatchObject(meta);
    expect(got.problems).toEqual(problems);
  });

  it("names the allowed keys", async () => {
    const { all } = await york({ "a.txt": "x", "review.yaml": "town: X" });
    expect(all.find((p) => p.rule === "archive/unknown-key")!.message).toContain(
      "id, area, date, title, cohort, region, topic_guide",
    );
  });
});

describe("sessions.csv", () => {
  it("reads every column", async () => {
    const { review, problems } = await york({
      "a.docx": "x",
      "sessions.csv": `${HEADER}\na.docx,fg1,Focus group 1 – Housing,focus-group,housing; health,practitioner,2019-05-14,notes,Start,End,Int; Ms I,P1; P2,6,cuckooing; gangs,no\n`,
    });
    expect(problems).toEqual([]);
    expect(review.rows).toEqual([
      {
        file: "a.docx",
        session: "fg1",
        label: "Focus group 1 – Housing",
        kind: "focus-group",
        sectors: ["housing", "health"],
        level: "practitioner",
        date: "2019-05-14",
        record: "notes",
        startsAt: "Start",
        endsAt: "End",
        interviewers: ["Int", "Ms I"],
        participants: ["P1", "P2"],
        members: 6,
        asked: ["cuckooing", "gangs"],
        exclude: undefined,
      },
    ]);
    expect(review.documents[0]!.rows).toEqual(review.rows);
  });

  const ways: [phenomenon: string, csv: string | Uint8Array, row: Record<string, unknown>, problems: string[]][] = [
    ["a byte-order mark", "\uFEFFfile,session\na.txt,s1\n", { session: "s1" }, []],
    [
      "header aliases",
      "File Name,Session ID,Agencies,Start-heading\na.txt,s1,YOT,Top\n",
      { session: "s1", sectors: ["youth justice"], startsAt: "Top" },
      [],
    ],
    [
      "semicolons between columns",
      "file;session;sectors\na.txt;s1;Housing, NHS\n",
      { sectors: ["housing", "health"] },
      [],
    ],
    ["tabs between columns", "file\tsession\na.txt\ts1\n", { session: "s1" }, []],
    [
      "UTF-16 as spreadsheets save it",
      iconv.encode("file\tlabel\na.txt\tCafé\n", "utf-16le", { addBOM: true }),
      { label: "Café" },
      ["info guessed-session @york:sessions.csv (line 2, session)"],
    ],
    [
      "Windows-1252",
      iconv.encode("file,session,label\na.txt,s1,“Café”\n", "windows-1252"),
      { label: "“Café”" },
      ["info encoding @york:sessions.csv"],
    ],
    ["fewer columns, no line break at the end", "file,session\na.txt,s1", { session: "s1" }, []],
    [
      "a column that is not known",
      "file,session,mood\na.txt,s1,good\n",
      { session: "s1" },
      ["info unknown-column @york:sessions.csv (line 1, column 3)"],
    ],
    [
      "a column that stands twice",
      "file,session,filename\na.txt,s1,b.txt\n",
      { file: "a.txt" },
      ["warning column-twice @york:sessions.csv (line 1, column 3)"],
    ],
    [
      "a row that is too long",
      "file,session\na.txt,s1,over\n",
      { session: "s1" },
      ["warning row-too-long @york:sessions.csv (line 2)"],
    ],
    [
      "empty lines and a line break inside a cell do not shift line numbers",
      'file,session,label,level\n\nnope.txt,s,"two\nlines",\na.txt,s1,,high\n',
      { session: "s1" },
      [
        "error missing-file @york:nope.txt (sessions.csv, line 3, file)",
        "warning bad-value @york:sessions.csv (line 5, level)",
      ],
    ],
    [
      "a quotation mark that never closes costs its line alone",
      'file,session\nnope.txt,"s\na.txt,s1\n',
      { session: "s1" },
      ["error broken-quotes @york:sessions.csv (line 2)"],
    ],
    ["a cell guarded against formulas", "file,session,label\na.txt,s1,'=Q&A\n", { label: "=Q&A" }, []],
    ["a backslash path", "file,session\n.\\a.txt,s1\n", { file: "a.txt" }, []],
    [
      "a path in another case",
      "file,session\nA.TXT,s1\n",
      { file: "a.txt" },
      ["info file-nearly @york:a.txt (line 2, file)"],
    ],
    [
      "no session id",
      "file,label\na.txt,Group 1: Police\n",
      { session: "group-1-police" },
      ["info guessed-session @york:sessions.csv (line 2, session)"],
    ],
    [
      "neither id nor label",
      "file\na.txt\n",
      { session: "a" },
      ["info guessed-session @york:sessions.csv (line 2, session)"],
    ],
    [
      "values that are none",
      "file,session,kind,sectors,date,record,members,asked\na.txt,s1,chat,Social care,2019-13-01,tape,lots,nope\n",
      { session: "s1", kind: undefined, sectors: undefined, asked: [] },
      [
        "warning bad-value @york:sessions.csv (line 2, kind)",
        "warning bad-value @york:sessions.csv (line 2, sectors)",
        "warning bad-value @york:sessions.csv (line 2, date)",
        "warning bad-value @york:sessions.csv (line 2, record)",
        "warning bad-value @york:sessions.csv (line 2, members)",
        "warning unknown-code @york:sessions.csv (line 2, asked)",
      ],
    ],
    [
      "the same row twice",
      "file,session\na.txt,s1\na.txt,s1\n",
      { session: "s1" },
      ["warning row-twice @york:sessions.csv (line 3)"],
    ],
    [
      "exclude with its reason",
      "file,session,exclude\na.txt,s1,consent withdrawn\n",
      { exclude: "consent withdrawn" },
      ["warning all-excluded @york:sessions.csv"],
    ],
    ["exclude: No", "file,session,exclude\na.txt,s1,No\n", { exclude: undefined }, []],
  ];
  it.each(ways)("%s", async (_, csv, row, problems) => {
    const got = await york({ "a.txt": "x", "sessions.csv": csv });
    expect(got.review.rows).toHaveLength(1);
    expect(got.review.rows[0]).toMatchObject(row);
    expect(got.problems).toEqual(problems);
  });

  const refused: [phenomenon: string, file: string, problem: string][] = [
    ["a path that climbs out", "../hull/b.txt", "error path-outside @york:sessions.csv (line 2, file)"],
    ["one that climbs out on a detour", "sub/../../x.txt", "error path-outside @york:sessions.csv (line 2, file)"],
    ["one that climbs out with backslashes", "..\\x.txt", "error path-outside @york:sessions.csv (line 2, file)"],
    ["an absolute path", "/etc/passwd", "error path-outside @york:sessions.csv (line 2, file)"],
    ["a drive", "C:\\a.txt", "error path-outside @york:sessions.csv (line 2, file)"],
    ["a share", "\\\\server\\a.txt", "error path-outside @york:sessions.csv (line 2, file)"],
    ["no file", "", "error no-file @york:sessions.csv (line 2, file)"],
    ["a file that is not there", "b.txt", "error missing-file @york:b.txt (sessions.csv, line 2, file)"],
    ["a file that is no transcript", "tape.mp3", "error not-a-transcript @york:tape.mp3 (sessions.csv, line 2, file)"],
    ["a name that two folders hold", "c.txt", "error missing-file @york:c.txt (sessions.csv, line 2, file)"],
  ];
  it.each(refused)("refuses %s", async (_, file, problem) => {
    const { review, problems } = await york({
      "d/c.txt": "1",
      "e/c.txt": "2",
      "tape.mp3": "x",
      "sessions.csv": `file,session\n${file},s1\n`,
    });
    expect(review.rows).toEqual([]);
    expect(problems.filter((p) => p.startsWith("error"))).toEqual([problem]);
    expect(problems).toContain("info not-in-sessions @york:d/c.txt");
  });

  it("takes a bare name for the one file in a sub-folder that bears it", async () => {
    const { review } = await york({ "day 1/c.txt": "1", "sessions.csv": "file,session\nc.txt,s1\n" });
    expect(review.documents[0]!.rows[0]!.file).toBe("day 1/c.txt");
  });

  it("without a file column is ignored, and says which headers would do", async () => {
    const { all, problems } = await york({ "a.txt": "x", "sessions.csv": "session,label\ns1,x\n" });
    expect(problems).toContain("error missing-column @york:sessions.csv (line 1)");
    expect(all.find((p) => p.rule === "archive/missing-column")!.wayOut).toContain("filename");
  });

  it("shows value and expectation of a bad cell", async () => {
    const { all } = await york({ "a.txt": "x", "sessions.csv": "file,session,level\na.txt,s1,high\n" });
    expect(all.find((p) => p.rule === "archive/bad-value")!.message).toBe(
      'Found "high", expected one of strategic, managerial, practitioner, community, mixed, unknown.',
    );
  });
});

describe("columns", () => {
  it("give no header two meanings in one table", () => {
    for (const [table, columns] of Object.entries(COLUMNS)) {
      const headers = Object.values(columns as Record<string, readonly string[]>).flatMap((names) => [
        ...new Set(names.map((name) => name.replaceAll("_", " "))),
      ]);
      expect(headers.filter((header, at) => headers.indexOf(header) !== at).map((h) => `${table}: ${h}`)).toEqual([]);
    }
  });

  it("are all said in the README of the folder", () => {
    const readme = readFileSync("src/archive/README.md", "utf8");
    const rows = Object.values(COLUMNS).flatMap((columns) =>
      Object.values(columns as Record<string, readonly string[]>).map(
        ([name, ...also]) => `| \`${name}\` | ${also.join(", ")} |`,
      ),
    );
    expect(rows.filter((row) => !readme.includes(row))).toEqual([]);
  });
});
