import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import iconv from "iconv-lite";
import PDFDocument from "pdfkit";
import { makeDocx, makePdf, wordParagraph } from "../ingest/samples.js";
import { ARCHIVE } from "./triangulum.js";

const SAID = "Interviewer: What do you see here?\n\nHousing officer 1: Cuckooing is a problem on our estate.\n";
const OLE = Buffer.from("d0cf11e0a1b11ae1", "hex");
const fixture = (path: string): Buffer => readFileSync(join(ARCHIVE, path));
const cutShort = (bytes: Buffer, share: number): Buffer => bytes.subarray(0, Math.floor(bytes.length * share));

/** Files that nothing can be got from, each with the rule of the problem that names it. */
export const UNREADABLE: Readonly<Record<string, { bytes: () => Uint8Array | Promise<Uint8Array>; rule: string }>> = {
  "empty.txt": { bytes: () => Buffer.alloc(0), rule: "ingest/empty" },
  "empty.docx": { bytes: () => Buffer.alloc(0), rule: "ingest/empty" },
  "blank.txt": { bytes: () => Buffer.from(" \n\t\r\n \u00a0\n"), rule: "ingest/no-text" },
  "blank.pdf": { bytes: () => makePdf([[]]), rule: "ingest/no-text" },
  "binary.txt": {
    bytes: () => Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 32)),
    rule: "ingest/binary",
  },
  "picture.md": { bytes: () => Buffer.from("89504e470d0a1a0a0000000d0102", "hex"), rule: "ingest/not-text" },
  "truncated.docx": {
    bytes: () => cutShort(fixture("thripwell/Focus group 1 - Police.docx"), 0.6),
    rule: "ingest/damaged",
  },
  "truncated.pdf": { bytes: () => cutShort(fixture("ironbeck/06 youth justice.pdf"), 0.02), rule: "ingest/damaged" },
  "truncated.json": { bytes: () => Buffer.from('[{"speaker":"P1","text":"They sa'), rule: "ingest/broken-json" },
  "password.pdf": { bytes: lockedPdf, rule: "ingest/encrypted" },
  "password.docx": {
    bytes: () => Buffer.concat([OLE, Buffer.alloc(600), Buffer.from("EncryptedPackage", "utf16le"), Buffer.alloc(600)]),
    rule: "ingest/encrypted",
  },
  "old Word.docx": { bytes: () => Buffer.concat([OLE, Buffer.alloc(1200)]), rule: "ingest/old-office-format" },
};

/** Awkward files that are read all the same. */
export const READABLE: Readonly<Record<string, () => Uint8Array>> = {
  "overlapping cues.vtt": () =>
    Buffer.from(
      "WEBVTT\n\n00:00:01.000 --> 00:00:09.000\n<v Housing officer>Cuckooing is a problem\n\n" +
        "00:00:04.000 --> 00:00:06.000\n<v Police officer>There are county lines here.\n\n" +
        "00:00:05.000 --> 00:00:12.000\n<v Housing officer>on our estate.\n",
    ),
  "one line of 3 MB.txt": oneLongLine,
  "broken quotes.csv": () =>
    Buffer.from('speaker,text\nOfficer,"Cuckooing is a "problem" here\nOfficer,"and it never closes\nOfficer,plain\n'),
  "Windows-1252.txt": () => iconv.encode(SAID.replace("a problem", "“a problem” – naïvely"), "windows-1252"),
  "UTF-16 without a mark.txt": () => iconv.encode(SAID, "utf-16le", { addBOM: false }),
  "bytes that are no UTF-8.txt": () => Buffer.concat([Buffer.from(SAID), Buffer.from([0xff, 0xfe, 0xc3, 0x28, 10])]),
  "names are odd/ two  spaces .txt": () => Buffer.from(SAID),
  "-rf.txt": () => Buffer.from(SAID),
  "=1+1.txt": () => Buffer.from(SAID),
  "names are odd/Żółć – 面談 😀.md": () => Buffer.from(SAID),
  'names are odd/"quoted", it\'s; semicolon.txt': () => Buffer.from(SAID),
  "names are odd/two\nlines.txt": () => Buffer.from(SAID),
  "names are odd/%2e%2e%2fescaped.txt": () => Buffer.from(SAID),
  [`names are odd/${"long ".repeat(49)}.txt`]: () => Buffer.from(SAID),
  "A PLAIN ONE.TXT": () => Buffer.from(SAID),
  "word.docx": () => makeDocx(wordParagraph("Housing officer: Cuckooing is a problem on our estate.")),
};

/** Writes one review, `awkward`, that holds all of them, and beside it one whose metadata cannot be used. */
export async function writeAwkwardArchive(archive: string): Promise<void> {
  const write = async (path: string, bytes: Uint8Array): Promise<void> => {
    await mkdir(dirname(join(archive, path)), { recursive: true });
    await writeFile(join(archive, path), bytes);
  };
  for (const [name, { bytes }] of Object.entries(UNREADABLE)) await write(`awkward/${name}`, await bytes());
  for (const [name, bytes] of Object.entries(READABLE)) await write(`awkward/${name}`, bytes());
  await write("metadata/review.yaml", Buffer.from("area: [Hull\ndate: yesterday\n"));
  await write(
    "metadata/sessions.csv",
    Buffer.from('file,session,sectors\nhousing.txt,"housing,housing\n"gone.txt,x"y,police\n'),
  );
  await write("metadata/housing.txt", Buffer.from(SAID));
}

/** Writes one document that is read and one that is empty, and gives the folder back. */
export async function writeSmallArchive(archive: string): Promise<string> {
  await mkdir(join(archive, "hull"), { recursive: true });
  await writeFile(join(archive, "hull/housing.txt"), SAID);
  await writeFile(join(archive, "hull/empty.txt"), "");
  return archive;
}

/** A PDF that asks for a password before it opens. */
function lockedPdf(): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const document = new PDFDocument({ userPassword: "open sesame", pdfVersion: "1.7" });
    const chunks: Buffer[] = [];
    document.on("data", (chunk: Buffer) => chunks.push(chunk)).on("end", () => resolve(Buffer.concat(chunks)));
    document.text("They told us about cuckooing.");
    document.end();
  });
}

/** Speech without a line break or a full stop, as some recognisers write it; now and then it says something. */
function oneLongLine(): Uint8Array {
  const plain = "so they come down of a morning and then they go all the way back again ";
  const stretch = `${plain.repeat(2000)}there is cuckooing in the tower block by the station `;
  return Buffer.from(stretch.repeat(Math.ceil((3 * 1024 * 1024) / stretch.length)));
}
