import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import type { ReviewResult } from "../../src/model/index.js";
import { draftResult } from "./run.js";

/** An element with what stands in it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** XML as a tree, by a parser that refuses what is not well-formed. */
export function tree(xml: string): Element {
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const values = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]));
    const element = { name, attributes: values, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => void open.pop());
  parser.on("text", (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.write(xml).close();
  return root.children[0] as Element;
}

/** Every element of a tree, itself first. */
export function every(element: Element): Element[] {
  return [element, ...element.children.flatMap(every)];
}

/** A project as the standard describes it: project.qde and, under Sources/, the files that `internal://` names. */
export function opened(qdpx: Uint8Array): { project: Element; files: Record<string, string> } {
  const files = Object.fromEntries(Object.entries(unzipSync(qdpx)).map(([name, bytes]) => [name, strFromU8(bytes)]));
  return { project: tree(files["project.qde"] ?? ""), files };
}

/** The bytes of a file of a run, from text or bytes in pieces. */
export async function bytesOf(chunks: Iterable<string | Uint8Array> | AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const chunk of chunks) pieces.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
  return Buffer.concat(pieces);
}

/** A review whose texts are at hand: each document is its quotes in paragraphs, with what is given before and between them. */
export function withTexts(review: ReviewResult, before = "", between = "\n\n", together?: string): ReviewResult {
  const texts = new Map<string, ReviewResult["texts"][number]>();
  const mentions = review.mentions.map((mention) => {
    const document = together ?? mention.document;
    const held = texts.get(document) ?? { document, text: before, turns: [], blocks: [], sentences: [], overruled: [] };
    const start = held.text.length;
    const text = `${held.text}${mention.quote}${between}`;
    const sentence = { start, end: start + mention.quote.length, block: 0, turn: 0, part: 0, session: mention.session };
    texts.set(document, { ...held, text, sentences: [...held.sentences, sentence] });
    const [words = ""] = /\p{L}+(?:\s\p{L}+)?/u.exec(mention.quote) ?? [];
    const at = start + mention.quote.indexOf(words);
    return { ...mention, document, text: words, start: at, end: at + words.length };
  });
  const sessions = review.sessions.map((session) => (together ? { ...session, documents: [together] } : session));
  return { ...review, sessions, mentions, texts: [...texts.values()] };
}

/** A review in which every character is awkward: emoji, accents, signs of XML and Windows line ends. */
export const AWKWARD = withTexts(
  draftResult({
    ...{ review: "coast-2019", area: 'Coast & "Cliffs"' },
    sessions: { s1: "police / strategic", s2: "housing / practitioner" },
    says: [
      "s1 cuckooing affirms rising | 😀 Cafés keep the door <open> & say “nothing” 👩‍👧 of it.",
      "s1 county-lines affirms concern | Fiancée é two 💷\r\nlines met here.",
      "s2 cuckooing denies | It is 𝒩ot here, ]]> they said.",
    ],
  }),
  "\uFEFFHeading 🙂\r\n\r\n",
  "\r\n\r\n",
);
