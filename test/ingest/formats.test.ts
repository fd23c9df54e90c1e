import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { parse, toTranscript } from "../../src/ingest/index.js";
import type { Format } from "../../src/model/index.js";
import { bytesOf, LIMITS, makeDocx, makeOdt, makePdf, makeQdpx, show, wordParagraph } from "./samples.js";

async function check(
  format: Format,
  bytes: Uint8Array | string,
  expected: string,
  rules: string[] = [],
): Promise<void> {
  const parsed = await parse(format, typeof bytes === "string" ? bytesOf(bytes) : bytes, LIMITS);
  const { transcript } = toTranscript(parsed, { interviewers: [], participants: [] });
  expect(show(transcript)).toBe(expected.trim().replace(/^ +/gm, ""));
  expect(parsed.problems.map((problem) => problem.rule.replace("ingest/", ""))).toEqual(rules);
}

const TALK = `
  [interviewer | Interviewer]
  What's changed here?
  [participant | P1]
  It's the “trap houses”, £20 a time.
  [participant | P2]
  Children go missing — every week.`.replace(/[“”]/g, '"');
const CURLY =
  "Interviewer: What’s changed here?\nP1: It’s the “trap houses”, £20 a time.\nP2: Children go missing — every week.\n";

describe("plain text in the encodings of UK offices", () => {
  it.each([
    ["UTF-8", Buffer.from(CURLY)],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${CURLY}`)],
    ["UTF-16 little endian with a mark", Buffer.from(`\uFEFF${CURLY}`, "utf16le")],
    ["UTF-16 big endian with a mark", iconv.encode(CURLY, "utf-16be", { addBOM: true })],
    ["UTF-16 without a mark", Buffer.from(CURLY, "utf16le")],
    ["Windows-1252", iconv.encode(CURLY, "windows-1252")],
    ["carriage returns", Buffer.from(CURLY.replaceAll("\n", "\r\n"))],
  ])("%s", async (_name, bytes) => {
    await check("txt", Uint8Array.from(bytes), TALK);
  });
  it("UTF-16 without a mark and without a letter beyond ASCII", async () => {
    await check("txt", Uint8Array.from(Buffer.from("They said so.", "utf16le")), "[participant]\nThey said so.");
  });
});

describe("markdown", () => {
  it("keeps headings, bullets and bold names and takes the marks off", async () => {
    await check(
      "md",
      "---\ntitle: x\n---\n# Focus group 1 – Housing\n\n**Facilitator:** What do *you* see?\n\n**Housing officer:** Cuckooing, see [this](http://x.org/a).\n\n- in flats\n- in `hostels`\n\n<!-- drop -->\n**Facilitator:** And now?\n\n**Housing officer:** More.\n",
      `
      [participant]
      # Focus group 1 – Housing
      [interviewer | Facilitator]
      What do you see?
      [participant | Housing officer]
      Cuckooing, see this.
      - in flats
      - in hostels
      [interviewer | Facilitator]
      And now?
      [participant | Housing officer]
      More.`,
    );
  });
  it("believes a bold name that comes once in a conversation of bold names", async () => {
    await check(
      "md",
      "**Head of Year** – We see it daily.\n\n**DSL** – So do we.\n\n**Head of Year** – In year 7.",
      `
      [participant | Head of Year]
      We see it daily.
      [participant | DSL]
      So do we.
      [participant | Head of Year]
      In year 7.`,
    );
  });
  it("reads a table of speakers", async () => {
    await check(
      "md",
      "| Speaker | Text |\n|---|---|\n| INT | How many? |\n| P1 | A lot. |\n",
      `
      [interviewer | INT]
      How many?
      [participant | P1]
      A lot.`,
    );
  });
});

describe("captions", () => {
  it("reads voices, notes and a sentence cut by cues", async () => {
    await check(
      "vtt",
      `WEBVTT

NOTE made by a machine

1
00:00:01.000 --> 00:00:03.000
<v Sue Smith>What are you seeing &amp; hearing</v>

00:00:03.000 --> 00:00:04.000
<v Sue Smith>in the town?</v>

00:01:05.000 --> 00:01:09.500
<v.loud Housing officer>Young people
<b>holding</b> flats.</v>
<v Sue Smith>Really?</v>
`,
      `
      [participant | Sue Smith | 00:00:01]
      What are you seeing & hearing in the town?
      [participant | Housing officer | 00:01:05]
      Young people holding flats.
      [participant | Sue Smith | 00:01:05]
      Really?`,
    );
  });
  it("carries on with the speaker of the first SubRip cue", async () => {
    await check(
      "srt",
      `1
00:00:01,000 --> 00:00:03,000
Interviewer: What have you

2
00:00:03,000 --> 00:00:04,000
seen since May?

3
00:00:05,000 --> 00:00:08,000
Karen: Three things: phones,

4
00:00:08,000 --> 00:00:09,000
trainers and cash.

5
00:00:10,000 --> 00:00:11,000
Interviewer: Thank you.

6
00:00:12,000 --> 00:00:13,000
Karen: Okay.
`,
      `
      [interviewer | Interviewer | 00:00:01]
      What have you seen since May?
      [participant | Karen | 00:00:05]
      Three things: phones, trainers and cash.
      [interviewer | Interviewer | 00:00:10]
      Thank you.
      [participant | Karen | 00:00:12]
      Okay.`,
    );
  });
  it("names overlap and lost timings, and says a rolled line once", async () => {
    await check(
      "vtt",
      "WEBVTT\n\n00:01.000 --> 00:05.000\nthey come on the train\n\n00:03.000 --> 00:06.000\nthey come on the train\nfrom the city.\n\nno timing here\n",
      `
      [participant | 00:00:01]
      they come on the train from the city.`,
      ["broken-cues", "overlapping-cues"],
    );
  });
});

describe("Word", () => {
  it("keeps headings, lists and bold names", async () => {
    await check(
      "docx",
      makeDocx(
        wordParagraph("Focus group 2 – Education", "Heading1") +
          wordParagraph("The group raised:") +
          wordParagraph("exclusions", "bullet") +
          wordParagraph("part-time timetables", "bullet"),
      ),
      `
      [participant]
      # Focus group 2 – Education
      The group raised:
      - exclusions
      - part-time timetables`,
    );
  });
  it("reads the transcript that Teams writes", async () => {
    await check(
      "docx",
      makeDocx(
        wordParagraph("**Smith, Sue**   0:03\nWhat do you see?") +
          wordParagraph("**Jones, Ann**   0:09\nMore county lines.\nMuch more.") +
          wordParagraph("**Smith, Sue**   1:00:15\nSince when?") +
          wordParagraph("**Jones, Ann**   1:01:00\nSince May."),
      ),
      `
      [participant | Smith, Sue | 00:00:03]
      What do you see?
      [participant | Jones, Ann | 00:00:09]
      More county lines.
      Much more.
      [participant | Smith, Sue | 01:00:15]
      Since when?
      [participant | Jones, Ann | 01:01:00]
      Since May.`,
    );
  });
  it("reads the older transcript of Teams: time, name, speech on lines of their own", async () => {
    await check(
      "docx",
      makeDocx(
        [
          "0:0:0.0 --> 0:0:3.4",
          "Sue Smith",
          "What do you see?",
          "0:0:4.0 --> 0:0:9.1",
          "Ann Jones",
          "More of it.",
          "0:0:10.0 --> 0:0:11.0",
          "Sue Smith",
          "Thanks.",
        ]
          .map((text) => wordParagraph(text))
          .join(""),
      ),
      `
      [participant | Sue Smith | 00:00:00]
      What do you see?
      [participant | Ann Jones | 00:00:04]
      More of it.
      [participant | Sue Smith | 00:00:10]
      Thanks.`,
    );
  });
  it("reads a table of speakers without a header", async () => {
    const row = (...cells: string[]) =>
      `<w:tr>${cells.map((cell) => `<w:tc>${wordParagraph(cell)}</w:tc>`).join("")}</w:tr>`;
    await check(
      "docx",
      makeDocx(
        `<w:tbl>${row("00:01", "INT", "What is the picture with missing children?")}${row("00:09", "P1", "Getting worse, they are younger now.")}${row("00:20", "INT", "How do you know that it is getting worse?")}${row("01:02", "P1", "We count the return home interviews.")}</w:tbl>`,
      ),
      `
      [interviewer | INT | 00:00:01]
      What is the picture with missing children?
      [participant | P1 | 00:00:09]
      Getting worse, they are younger now.
      [interviewer | INT | 00:00:20]
      How do you know that it is getting worse?
      [participant | P1 | 00:01:02]
      We count the return home interviews.`,
    );
  });
});

describe("OpenDocument", () => {
  it("keeps headings, lists, bold names and breaks, and leaves notes and deletions out", async () => {
    await check(
      "odt",
      makeOdt(
        `<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes><text:h text:outline-level="1">Workshop 1: Health</text:h><text:p><text:span text:style-name="B">Moderator:</text:span> What is<text:s/>new?<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>see p. 3</text:p></text:note-body></text:note></text:p><text:p><text:span text:style-name="B">Nurse:</text:span> Two things:</text:p><text:list><text:list-item><text:p>spice</text:p></text:list-item><text:list-item><text:p>debts</text:p></text:list-item></text:list><text:p><text:span text:style-name="B">Moderator:</text:span> Thanks.</text:p><text:p><text:span text:style-name="B">Nurse:</text:span> And<text:line-break/>guns.</text:p>`,
      ),
      `
      [participant]
      # Workshop 1: Health
      [interviewer | Moderator]
      What is new?
      [participant | Nurse]
      Two things:
      - spice
      - debts
      [interviewer | Moderator]
      Thanks.
      [participant | Nurse]
      And guns.`,
    );
  });
});

describe("RTF", () => {
  it("reads quotation marks, code pages, Unicode with fallbacks, bold and lists, and skips what is no text", async () => {
    await check(
      "rtf",
      String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset238 Arial CE;}}{\stylesheet{\s1 heading 1;}}{\info{\title Secret}}{\*\generator Riched20;}
\pard{\b Interviewer:} What\rquote s \ldblquote new\rdblquote ?\par
\pard{\b P1:} Caf\'e9 \u8364?20, {\f1 \'b3} and \u-10179?\u-8704? \emdash  bad\_tempered.\par
\pard{\listtext\'b7\tab}first\par
{\listtext\'b7\tab}second\par
\pard{\b Interviewer:} Thanks {\v hidden}for that.{\pict 00ff00}\line Bye\{\}.\par}`,
      `
      [interviewer | Interviewer]
      What's "new"?
      [participant | P1]
      Café €20, ł and 😀 — bad-tempered.
      - first
      - second
      [interviewer | Interviewer]
      Thanks for that.
      Bye{}.`,
    );
  });
});

describe("HTML", () => {
  it("reads broken mark-up and hears no script, style or hidden text", async () => {
    await check(
      "html",
      "<html><head><title>No</title><style>p{}</style></head><body><script>var a='<p>no</p>'</script><h2>Interview with a head teacher</h2><p><b>Q:</b> What&rsquo;s new<sup>2</sup>?<p><b>A:</b> They take<br>them out &amp; away.<ul><li>by train<li>by taxi</ul><div hidden>no</div><p><strong>Q:</strong> Thanks.</p><p><b>A:</b> Right.",
      `
      [participant]
      # Interview with a head teacher
      [interviewer | Q]
      What's new?
      [participant | A]
      They take them out & away.
      - by train
      - by taxi
      [interviewer | Q]
      Thanks.
      [participant | A]
      Right.`,
    );
  });
});

describe("CSV", () => {
  it("knows columns by their aliases, in any order", async () => {
    await check(
      "csv",
      'Start Time,Name,Content\r\n00:00:05,Researcher,"What, if anything, has changed?"\r\n65,YOT worker,"They said ""trap"" a lot.\nAnd more."\r\n',
      `
      [interviewer | Researcher | 00:00:05]
      What, if anything, has changed?
      [participant | YOT worker | 00:01:05]
      They said "trap" a lot.
      And more.`,
    );
  });
  it("reads on after a broken quotation mark, and says so", async () => {
    await check(
      "csv",
      'speaker;text\nP1;"We see it; every week\nP2;Not here.\n',
      `
      [participant | P1]
      We see it; every week
      [participant | P2]
      Not here.`,
      ["broken-quotes"],
    );
  });
  it("guesses columns that nobody named, and says so", async () => {
    await check(
      "csv",
      "We see more of it than before.\nIt is worse in summer.\n",
      "[participant]\nWe see more of it than before.\nIt is worse in summer.",
      ["columns-guessed"],
    );
  });
});

describe("JSON", () => {
  it("reads Whisper's segments and joins what they cut", async () => {
    await check(
      "json",
      JSON.stringify({
        text: "x",
        segments: [
          { start: 0, end: 2.5, text: " They come from", speaker: "SPEAKER_00" },
          { start: 2.5, end: 4, text: " London.", speaker: "SPEAKER_00" },
          { start: 3661.2, end: 3662, text: " Not any more.", speaker: "SPEAKER_01" },
        ],
      }),
      `
      [participant | SPEAKER_00 | 00:00:00]
      They come from London.
      [participant | SPEAKER_01 | 01:01:01]
      Not any more.`,
    );
  });
  it("reads AWS words with speakers listed beside them", async () => {
    const word = (start_time: string, content: string) => ({
      type: "pronunciation",
      start_time,
      alternatives: [{ content }],
    });
    const stop = { type: "punctuation", alternatives: [{ content: "." }] };
    await check(
      "json",
      JSON.stringify({
        results: {
          transcripts: [{ transcript: "x" }],
          speaker_labels: {
            segments: [
              { speaker_label: "spk_0", items: [{ start_time: "0.1" }, { start_time: "0.5" }] },
              { speaker_label: "spk_1", items: [{ start_time: "61.0" }] },
            ],
          },
          items: [word("0.1", "Good"), word("0.5", "morning"), stop, word("61.0", "Hello"), stop],
        },
      }),
      `
      [participant | spk_0 | 00:00:00]
      Good morning.
      [participant | spk_1 | 00:01:01]
      Hello.`,
    );
  });
  it("reads AWS segments and plain lists", async () => {
    await check(
      "json",
      JSON.stringify({
        results: { audio_segments: [{ transcript: "Good morning.", start_time: "0.0", speaker_label: "spk_0" }] },
      }),
      "[participant | spk_0 | 00:00:00]\nGood morning.",
    );
    await check(
      "json",
      JSON.stringify([
        { speaker: "Interviewer", text: "Why?", time: "00:02:00" },
        { speaker: "F1", text: "Money." },
      ]),
      "[interviewer | Interviewer | 00:02:00]\nWhy?\n[participant | F1]\nMoney.",
    );
  });
});

describe("REFI-QDA", () => {
  it("reads sources beside and inside the project, each under its name", async () => {
    await check(
      "qdpx",
      makeQdpx([
        { name: "Focus group 1 - Police", text: "They said it is worse here.\n\nThey said so twice." },
        { name: "Interview with a nurse", text: "She had not seen any of it.", inline: true },
        { name: "Lost", text: "", missing: true },
      ]),
      `
      [participant]
      # Focus group 1 - Police
      They said it is worse here.
      They said so twice.
      [participant]
      # Interview with a nurse
      She had not seen any of it.`,
      ["source-not-in-project"],
    );
  });
});

describe("PDF", () => {
  const feet = (number: number) => [
    { text: "Locality review - confidential", y: 810, size: 9 },
    { text: `Page ${number} of 3`, y: 30, size: 9 },
  ];
  it("drops running heads and feet, and no page break cuts a sentence", async () => {
    await check(
      "pdf",
      makePdf([
        [
          ...feet(1),
          { text: "Focus group 1 - Housing", y: 760, size: 16 },
          { text: "The group said that the number of flats that were taken over had grown since", y: 720 },
          { text: "the summer, and that many of the tenants were afraid to speak about exploit-", y: 706 },
          { text: "ation at all.", y: 692 },
          { text: "12", x: 130, y: 697, size: 6 },
          { text: "They were less sure about the role of the neighbouring towns and asked for the", y: 660 },
          { text: "data that the police and the council hold on the people who come by train and", y: 646 },
        ],
        [
          ...feet(2),
          { text: "who stay in rented flats. Nobody in the room had seen a problem profile.", y: 780 },
          { text: "- The threshold is too high", y: 750 },
          { text: "- Nobody shares data", y: 736 },
        ],
        [...feet(3), { text: "They asked for training.", y: 780 }],
      ]),
      `
      [participant]
      # Focus group 1 - Housing
      The group said that the number of flats that were taken over had grown since the summer, and that many of the tenants were afraid to speak about exploitation at all.
      They were less sure about the role of the neighbouring towns and asked for the data that the police and the council hold on the people who come by train and who stay in rented flats. Nobody in the room had seen a problem profile.
      - The threshold is too high
      - Nobody shares data
      They asked for training.`,
    );
  });
  it("finds speakers line by line", async () => {
    await check(
      "pdf",
      makePdf([
        [
          { text: "Interviewer: What are you seeing in the schools and in the units at the moment that", y: 720 },
          { text: "worries you?", y: 706 },
          { text: "P1: Younger children.", y: 692 },
          { text: "Interviewer: How young?", y: 678 },
          { text: "P1: Ten.", y: 664 },
        ],
      ]),
      `
      [interviewer | Interviewer]
      What are you seeing in the schools and in the units at the moment that worries you?
      [participant | P1]
      Younger children.
      [interviewer | Interviewer]
      How young?
      [participant | P1]
      Ten.`,
    );
  });
});
