import type { Limits, Problem } from "../../model/index.js";
import { Bounds } from "../bounds.js";
import { decodeBytes } from "../decode-bytes.js";
import type { Parsed, ParsedParagraph } from "../parsed.js";
import { problem, Unreadable } from "../unreadable.js";
import { unzip } from "../unzip.js";
import { walkXml } from "../walk-xml.js";
import { textToParagraphs } from "./txt.js";

interface Source {
  name: string;
  path: string;
  content: string;
}

/** REFI-QDA projects: the plain text of each text source, one after the other, each under a heading of its name. */
export async function readQdpx(bytes: Uint8Array, limits: Limits): Promise<Parsed> {
  const wanted = (name: string) => /\.(?:qde|txt)$/i.test(name);
  const parts = await unzip(bytes, wanted, new Bounds(limits));
  const project = [...parts].find(([name]) => /(?:^|\/)[^/]*\.qde$/i.test(name))?.[1];
  if (!project) {
    throw new Unreadable(
      "not-qdpx",
      "The archive holds no project.qde.",
      "Export the project again as REFI-QDA (.qdpx).",
    );
  }
  const paragraphs: ParsedParagraph[] = [];
  const problems: Problem[] = [];
  const byName = new Map([...parts].map(([name, part]) => [name.toLowerCase().split("/").at(-1) ?? "", part]));
  for (const [index, source] of readSources(project, new Bounds(limits)).entries()) {
    const text = source.content || sourceText(byName, source.path);
    if (text === undefined) {
      problems.push(
        problem(
          "source-not-in-project",
          "The plain text of a source is not inside the project file.",
          "Export the project with its sources, or add the source as a document of its own.",
          { place: `source ${index + 1}` },
        ),
      );
      continue;
    }
    if (source.name.trim() !== "") paragraphs.push({ text: source.name.trim(), kind: "heading" });
    paragraphs.push(...textToParagraphs(text));
  }
  return { paragraphs, problems };
}

/** Sources of text, the text kept beside a PDF, and transcripts of recordings. */
function readSources(project: Uint8Array, bounds: Bounds): Source[] {
  const sources: Source[] = [];
  let inContent = false;
  walkXml(
    project,
    {
      open(tag, attributes) {
        const name = tag.split(":").at(-1);
        if (name === "TextSource" || name === "Representation" || name === "Transcript") {
          sources.push({ name: attributes.name ?? "", path: attributes.plainTextPath ?? "", content: "" });
        }
        inContent = name === "PlainTextContent";
      },
      text(text) {
        const source = sources.at(-1);
        if (inContent && source) source.content += text;
      },
      close() {
        inContent = false;
      },
    },
    bounds,
  );
  return sources;
}

function sourceText(parts: ReadonlyMap<string, Uint8Array>, path: string): string | undefined {
  const name = path.toLowerCase().split("/").at(-1) ?? "";
  const bytes = parts.get(name);
  return bytes && bytes.length > 0 ? decodeBytes(bytes) : bytes && "";
}
