// Which share of a document's time is its parser's? The same text as .txt, .vtt, .docx and .pdf.
import { Document, Packer, Paragraph } from "docx";
import PdfDocument from "pdfkit";
import type { Lexicon } from "../../src/lexicon/index.js";
import type { Format } from "../../src/model/index.js";
import { documentReader } from "../../src/run/document.js";
import { loadDefinition } from "../../src/run/index.js";
import { readerSettings } from "../../src/run/reader-settings.js";
import { median } from "../../src/statistics/index.js";
import { spoken } from "./archive.js";
import type { Line } from "./compare.js";

/** Milliseconds by stage of one text in several formats. */
export async function formats(pipeline: string, lexicon: Lexicon, text: string, rounds: number): Promise<Line[]> {
  const read = documentReader(await readerSettings(await loadDefinition(pipeline), lexicon));
  const lines: Line[] = [];
  for (const [format, bytes] of Object.entries(await written(spoken(text)))) {
    const stages = new Map<string, number[]>();
    for (let round = 0; round <= rounds; round++) {
      const { times } = await read({ format: format as Format, path: `x.${format}`, rows: [], source: { bytes } });
      if (round > 0)
        for (const [stage, took] of Object.entries(times)) stages.set(stage, [...(stages.get(stage) ?? []), took]);
    }
    const medians = new Map([...stages].map(([stage, took]) => [stage, median(took)!]));
    const all = [...medians.values()].reduce((sum, took) => sum + took, 0);
    lines.push({
      question: "formats",
      what: `.${format}, ${(text.length / 1000).toFixed(0)} kB of text`,
      value: all,
      unit: "ms",
      note: [...medians]
        .map(([stage, took]) => `${stage} ${took.toFixed(0)} ms (${((took / all) * 100).toFixed(0)} %)`)
        .join(", "),
    });
  }
  return lines;
}

async function written(text: string): Promise<Partial<Record<Format, Uint8Array>>> {
  const paragraphs = text.split("\n\n");
  const docx = new Document({ sections: [{ children: paragraphs.map((line) => new Paragraph(line)) }] });
  const stamp = (second: number): string => `${new Date(second * 1000).toISOString().slice(11, 19)}.000`;
  const cues = paragraphs.map((line, i) => `${stamp(i * 5)} --> ${stamp(i * 5 + 5)}\n${line}`);
  return {
    txt: Buffer.from(text),
    vtt: Buffer.from(`WEBVTT\n\n${cues.join("\n\n")}\n`),
    docx: await Packer.toBuffer(docx),
    pdf: await pdf(paragraphs),
  };
}

async function pdf(paragraphs: readonly string[]): Promise<Uint8Array> {
  const made = new PdfDocument();
  const chunks: Buffer[] = [];
  made.on("data", (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise((resolve) => made.on("end", resolve));
  for (const paragraph of paragraphs) made.text(paragraph).moveDown();
  made.end();
  await done;
  return Buffer.concat(chunks);
}
