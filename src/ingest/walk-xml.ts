import { SaxesParser } from "saxes";
import type { Bounds } from "./bounds.js";
import { decodeBytes } from "./decode-bytes.js";
import { Unreadable } from "./unreadable.js";

/** What a reader wants to hear of an XML document, in order. Names carry their prefix as written. */
export interface XmlListener {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close(name: string): void;
}

/**
 * Walks XML under `bounds`. Entities beyond the five of XML are refused, never expanded, so no document can multiply
 * itself. Throws `Unreadable` when the XML is broken.
 */
export function walkXml(bytes: Uint8Array, listener: XmlListener, bounds: Bounds): void {
  const parser = new SaxesParser();
  parser.on("error", () => {
    throw new Unreadable(
      "broken-xml",
      "The XML inside the document is broken or cut off.",
      "Open the document in its program and save it again.",
    );
  });
  parser.on("opentag", (tag) => {
    bounds.enter();
    listener.open(tag.name, tag.attributes);
  });
  parser.on("closetag", (tag) => {
    bounds.leave();
    listener.close(tag.name);
  });
  const onText = (text: string) => {
    bounds.text(text.length);
    listener.text?.(text);
  };
  parser.on("text", onText);
  parser.on("cdata", onText);
  parser.write(decodeBytes(bytes)).close();
}
