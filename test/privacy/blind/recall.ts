import type { Transcript } from "../../../src/model/index.js";
import type { Masker } from "../../../src/privacy/index.js";
import { takenStretches } from "../measure.js";
import type { Plant, PlantedDocument, PlantKind } from "./plant.js";

/** What masking found of what was planted, and what it took besides. */
export interface Recall {
  /** By kind: planted, found, and the sentences of those missed with the detail in brackets. */
  readonly kinds: Map<PlantKind, { planted: number; found: number; missed: string[] }>;
  /** Names by bank, labels and initials left out. */
  readonly banks: Map<Plant["bank"], { planted: number; found: number }>;
  /** Words with a capital outside everything planted, how many of them were masked, and where. */
  readonly capitals: number;
  readonly wronglyMasked: string[];
  /** Stretches masked in sentences that hold nothing personal, in small letters or figures. */
  readonly otherMasked: string[];
}

/** A planted document as ingest would hand it on: one turn a sentence, its label before the text. */
export function transcriptOf({ sentences }: PlantedDocument): { transcript: Transcript; starts: number[] } {
  let text = "";
  const turns: Transcript["turns"] = [];
  const blocks: Transcript["blocks"] = [];
  const starts: number[] = [];
  sentences.forEach(({ speaker, text: said }, i) => {
    const start = text.length;
    const head = `${speaker}: `;
    text += `${head}${said}\n`;
    starts.push(start + head.length);
    const end = text.length - 1;
    turns.push({ start, end, speaker, role: "participant", time: "" });
    blocks.push({ start: start + head.length, end, kind: "paragraph", turn: i, leadIn: -1 });
  });
  return { transcript: { text, turns, blocks, record: "verbatim" }, starts };
}

/** Masks every document and lays what was taken beside what was planted. A detail is found when all its letters and figures are gone. */
export function recallOf(documents: readonly PlantedDocument[], masker: Masker): Recall {
  const kinds: Recall["kinds"] = new Map();
  const banks: Recall["banks"] = new Map();
  const wronglyMasked: string[] = [];
  const otherMasked: string[] = [];
  let capitals = 0;
  const count = (kind: PlantKind, found: boolean, missed: string): void => {
    const row = kinds.get(kind) ?? { planted: 0, found: 0, missed: [] };
    kinds.set(kind, row);
    row.planted++;
    if (found) row.found++;
    else row.missed.push(missed);
  };
  for (const document of documents) {
    const { transcript, starts } = transcriptOf(document);
    const masked = masker.mask(transcript, { speakers: [], extraNames: [] });
    const { text } = transcript;
    const taken = new Uint8Array(text.length);
    for (const { start, end } of takenStretches(text, masked.transcript.text, masked.slots)) taken.fill(1, start, end);
    const allTaken = (kind: PlantKind, start: number, end: number): boolean => {
      // Of "aged 14" the number tells; what is said about it may stay.
      const telling = kind === "age" ? /\p{N}/u : /[\p{L}\p{N}]/u;
      for (let i = start; i < end; i++) if (!taken[i] && telling.test(text[i]!)) return false;
      return true;
    };
    const planted = new Uint8Array(text.length);
    document.sentences.forEach(({ speaker, text: said, plants }, i) => {
      const start = starts[i]!;
      const label = start - 2 - speaker.length;
      planted.fill(1, label, start - 2);
      count("label", allTaken("label", label, start - 2), speaker);
      for (const one of plants) {
        planted.fill(1, start + one.start, start + one.end);
        const found = allTaken(one.kind, start + one.start, start + one.end);
        count(one.kind, found, `${said.slice(0, one.start)}[[${one.text}]]${said.slice(one.end)}`);
        if (one.bank === "") continue;
        const row = banks.get(one.bank) ?? { planted: 0, found: 0 };
        banks.set(one.bank, row);
        row.planted++;
        if (found) row.found++;
      }
    });
    if (document.namedFor) {
      const name = masked.label(document.name).replaceAll("_", " ").toLowerCase();
      const parts = document.namedFor.toLowerCase().split(" ");
      count("file name", !parts.some((part) => name.split(/[\s.]+/).includes(part)), document.name);
    }
    for (const word of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’@._-]*/gu)) {
      const end = word.index + word[0].length;
      if (planted.subarray(word.index, end).includes(1)) continue;
      const capital = /^\p{Lu}/u.test(word[0]);
      if (capital) capitals++;
      if (!taken.subarray(word.index, end).includes(1)) continue;
      const around = `${text.slice(Math.max(0, word.index - 40), word.index)}[[${word[0]}]]${text.slice(end, end + 30)}`;
      (capital ? wronglyMasked : otherMasked).push(around.replaceAll("\n", " / "));
    }
  }
  return { kinds, banks, capitals, wronglyMasked, otherMasked };
}

const PEOPLE: ReadonlySet<PlantKind> = new Set([
  "label",
  "full",
  "first",
  "surname",
  "nickname",
  "initials",
  "lower",
  "file name",
]);
/** Whether a kind is a name of a person; the others are structured details. */
export function isPersonKind(kind: PlantKind): boolean {
  return PEOPLE.has(kind);
}
