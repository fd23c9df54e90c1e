import { SaxesParser } from "saxes";
import yauzl from "yauzl";
import type { OutputFile } from "../../src/reporting/index.js";

/** All bytes of a file of a run. */
export async function bytesOf({ chunks }: OutputFile): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(parts);
}

/** Parts of a package by path, and the dates of its entries. */
export function unpacked(bytes: Buffer): Promise<{ parts: Map<string, string>; dates: Set<string> }> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) return reject(error);
      const parts = new Map<string, string>();
      const dates = new Set<string>();
      zip.on("error", reject);
      zip.on("end", () => resolve({ parts, dates }));
      zip.on("entry", (entry: yauzl.Entry) => {
        dates.add(`${entry.lastModFileDate}/${entry.lastModFileTime}`);
        zip.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed);
          const chunks: Buffer[] = [];
          stream.on("data", (chunk: Buffer) => chunks.push(chunk));
          stream.on("end", () => {
            parts.set(entry.fileName, Buffer.concat(chunks).toString("utf8"));
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
}

/** An element with what stands in it. */
export type Element = { name: string; attributes: Record<string, string>; children: Element[]; text: string };

/** The tree of an XML document; throws where it is not well formed. */
export function tree(xml: string): Element {
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const stack = [root];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: Element = { name, attributes: { ...attributes }, children: [], text: "" };
    stack.at(-1)!.children.push(element);
    stack.push(element);
  });
  parser.on("text", (text) => {
    stack.at(-1)!.text += text;
  });
  parser.on("closetag", () => stack.pop());
  parser.write(xml).close();
  return root;
}

/** Every element of a name below another, in document order. */
export function all({ children }: Element, name: string): Element[] {
  return children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

/** The words of an element and all below it. */
export function words(element: Element): string {
  return element.text + element.children.map(words).join("");
}
