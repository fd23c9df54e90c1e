import { Document, Packer, Paragraph, TextRun } from "docx";
import type { PlantedDocument } from "./plant.js";

/** The planted documents as files of an archive, by path: four formats, and a sessions.csv that names one of the speakers. */
export async function archiveOf(documents: readonly PlantedDocument[]): Promise<Record<string, string | Uint8Array>> {
  const files: Record<string, string | Uint8Array> = {};
  for (const document of documents) {
    files[`${document.review}/${document.name}`] = await MAKERS[document.format](document);
    const table = `${document.review}/sessions.csv`;
    const row = `${document.name},s${document.format},${document.namedFor ? `Interview with ${document.namedFor}` : document.format},focus-group,housing,${document.cast[0]}\n`;
    files[table] = (files[table] ?? "file,session,label,kind,sectors,participants\n") + row;
  }
  return files;
}

const MAKERS: Readonly<Record<PlantedDocument["format"], (document: PlantedDocument) => string | Promise<Uint8Array>>> =
  {
    txt: ({ sentences }) => sentences.map(({ speaker, text }) => `${speaker}: ${text}\n\n`).join(""),
    csv: ({ sentences }) =>
      `speaker,text\n${sentences.map(({ speaker, text }) => `"${speaker}","${text.replaceAll('"', '""')}"\n`).join("")}`,
    vtt: ({ sentences }) =>
      `WEBVTT\n\n${sentences.map(({ speaker, text }, i) => `${cueTime(i)} --> ${cueTime(i + 1)}\n<v ${speaker}>${text.replaceAll("<", "")}</v>\n\n`).join("")}`,
    docx: async ({ sentences, cast }) => {
      const children = sentences.map(
        ({ speaker, text }) =>
          new Paragraph({ children: [new TextRun({ text: `${speaker}: `, bold: true }), new TextRun(text)] }),
      );
      const made = new Document({ creator: cast[0], lastModifiedBy: cast[1], sections: [{ children }] });
      return new Uint8Array(await Packer.toBuffer(made));
    },
  };

function cueTime(cue: number): string {
  const seconds = cue * 4;
  const part = (value: number): string => String(value).padStart(2, "0");
  return `${part(Math.floor(seconds / 3600))}:${part(Math.floor(seconds / 60) % 60)}:${part(seconds % 60)}.000`;
}
