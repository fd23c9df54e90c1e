import { type CompiledLexicon, compileLexicon, type Lexicon } from "../lexicon/index.js";
import type { Mention } from "../model/index.js";
import { byDocument, codePassages, type KeptDocument, type KeptTexts, type Passage, reachOf } from "./kept-texts.js";
import { editBetween, type LexiconEdit } from "./lexicon-edit.js";
import { effectOf, type LexiconPreview } from "./preview-effect.js";
import { keyOf, mentionsWith, paired } from "./preview-mentions.js";

/** A lexicon compiled as far as an edit needs it, kept for the next edit of the same codes. */
export type CompileForEdit = (lexicon: Lexicon, codes: ReadonlySet<string>, cues: boolean) => CompiledLexicon;

/**
 * What an edited lexicon gains and loses on the kept texts of a run. Only what the edit can touch is coded again, with both lexicons, so that
 * nothing is put down to the edit that another version of the program, or of the lexicon, did since the run.
 *
 * @throws PatternError (or Error) when the edited lexicon cannot be compiled.
 */
export function previewLexicon(
  kept: KeptTexts,
  base: Lexicon,
  edited: Lexicon,
  compile: CompileForEdit = compileForEdit,
): LexiconPreview {
  const edit = editBetween(base, edited);
  const candidates = byDocument(kept, candidateBlocks(kept, edit, base, edited));
  const lexicons = [base, edited] as const;
  if (edit.context) {
    const blocks = new Map([...candidates].map(([document, own]) => [document, reached(document, own)]));
    const [was, is] = lexicons.map((lexicon) =>
      mentionsWith(blocks, edit, lexicon, compile(lexicon, edit.company, true)),
    );
    return effectOf(kept, edit, edited, paired([...blocks.keys()], was!, is!));
  }
  // Which mentions come and go is told by their words alone; what stands around them is read only where that is so.
  const [went, came] = differing(
    candidates,
    edit,
    lexicons.map((one) => compile(one, edit.company, false)),
  );
  const known = storedMentions(went!, edit);
  const [was, is] = [stillUnknown(went!, known), came!].map((wanted, side) => {
    const lexicon = lexicons[side]!;
    if (wanted.size === 0) return new Map<KeptDocument, Map<string, Mention>>();
    const blocks = new Map([...wanted].map(([document, own]) => [document, own.blocks]));
    const read = mentionsWith(blocks, edit, lexicon, compile(lexicon, edit.company, true));
    for (const [document, mentions] of read)
      for (const key of mentions.keys()) if (!wanted.get(document)!.keys.has(key)) mentions.delete(key);
    return read;
  });
  for (const [document, mentions] of known) was!.set(document, new Map([...mentions, ...(was!.get(document) ?? [])]));
  const documents = kept.documents.filter((document) => was!.has(document) || is!.has(document));
  return effectOf(kept, edit, edited, paired(documents, was!, is!));
}

/** The codes that are asked for, with every group of words and place; `cues` as they are, or only those that tell an attendee list. */
export function compileForEdit(lexicon: Lexicon, codes: ReadonlySet<string>, cues: boolean): CompiledLexicon {
  return compileLexicon({
    ...lexicon,
    concepts: lexicon.concepts.map((one) => (codes.has(one.id) ? one : { ...one, terms: [], unless: [] })),
    cues: cues ? lexicon.cues : lexicon.cues.filter(({ id }) => id === "attendance"),
  });
}

function candidateBlocks(kept: KeptTexts, edit: LexiconEdit, base: Lexicon, edited: Lexicon): Set<number> {
  // A group stands for what it stood for before and what it stands for now; places are too many to look for.
  const macros: Record<string, readonly string[]> = {};
  for (const name of new Set([...Object.keys(base.macros), ...Object.keys(edited.macros)]))
    macros[name] = [...new Set([...(base.macros[name] ?? []), ...(edited.macros[name] ?? [])])];
  const blocks = kept.index.holding(edit.patterns, macros);
  const gone =
    kept.codedWith === base.hash
      ? blocksFound(kept, edit.gone)
      : kept.index.holding(
          [...edit.gone].map((key) => key.slice(key.indexOf(" ") + 1)),
          macros,
        );
  for (const block of gone) blocks.add(block);
  return blocks;
}

/** Blocks in which the run holds that one of the terms was found, whether it counted or was set aside. Terms as `code term`. */
function blocksFound(kept: KeptTexts, terms: ReadonlySet<string>): Set<number> {
  const blocks = new Set<number>();
  if (terms.size === 0) return blocks;
  const byCode = new Map<string, Set<string>>();
  for (const key of terms) {
    const [code, term] = [key.slice(0, key.indexOf(" ")), key.slice(key.indexOf(" ") + 1)];
    byCode.set(code, (byCode.get(code) ?? new Set()).add(term));
  }
  const documents = new Map(kept.documents.map((one) => [`${one.review.meta.id}/${one.text.document}`, one]));
  const note = (document: KeptDocument | undefined, sentence: number): void => {
    const block = document?.text.sentences[sentence]?.block;
    if (document && block !== undefined) blocks.add(document.first + block);
  };
  for (const review of new Set(kept.documents.map((document) => document.review)))
    for (const { document, code, term, sentence } of review.mentions)
      if (byCode.get(code)?.has(term)) note(documents.get(`${review.meta.id}/${document}`), sentence);
  for (const document of kept.documents)
    for (const { code, term, sentence } of document.text.overruled)
      if (byCode.get(code)?.has(term)) note(document, sentence);
  return blocks;
}

function reached({ text }: KeptDocument, blocks: readonly number[]): number[] {
  return [...new Set(blocks.flatMap((block) => reachOf(text, block)))].sort((a, b) => a - b);
}

/** Mentions of a document that have to be read, by their keys, and the blocks that they stand in, ascending. */
interface Wanted {
  readonly keys: ReadonlySet<string>;
  readonly blocks: readonly number[];
}

/**
 * Of the candidates what is to be read with either lexicon: mentions that it finds and the other does not, and those that both find by a term
 * that says something else now.
 */
function differing(
  candidates: ReadonlyMap<KeptDocument, readonly number[]>,
  edit: LexiconEdit,
  compiled: readonly CompiledLexicon[],
): Map<KeptDocument, Wanted>[] {
  const sides = compiled.map(() => new Map<KeptDocument, Wanted>());
  for (const [document, blocks] of candidates) {
    const alone = blocks.map((block): Passage => [block]);
    const codings = compiled.map((lexicon) =>
      codePassages(lexicon, document, alone).filter(({ code }) => edit.codes.has(code)),
    );
    const keys = codings.map((mentions) => new Set(mentions.map(keyOf)));
    const reread = new Set(
      codings.flat().flatMap((one) => (edit.reread.has(`${one.code} ${one.term}`) ? [keyOf(one)] : [])),
    );
    for (const [side, mentions] of codings.entries()) {
      const wanted = mentions.filter((one) => !keys[1 - side]!.has(keyOf(one)) || reread.has(keyOf(one)));
      if (wanted.length === 0) continue;
      const own = [...new Set(wanted.map(({ block }) => block))].sort((a, b) => a - b);
      sides[side]!.set(document, { keys: new Set(wanted.map(keyOf)), blocks: own });
    }
  }
  return sides;
}

/** Of the mentions that go, those that the run holds: they need not be read again. Where an edit says something else by the same term, all are read. */
function storedMentions(
  wanted: ReadonlyMap<KeptDocument, Wanted>,
  edit: LexiconEdit,
): Map<KeptDocument, Map<string, Mention>> {
  const stored = new Map<KeptDocument, Map<string, Mention>>();
  if (edit.reread.size > 0) return stored;
  const documents = new Map([...wanted.keys()].map((one) => [`${one.review.meta.id}/${one.text.document}`, one]));
  for (const review of new Set([...wanted.keys()].map((document) => document.review))) {
    for (const mention of review.mentions) {
      if (!edit.codes.has(mention.code)) continue;
      const document = documents.get(`${mention.review}/${mention.document}`);
      const key = keyOf(mention);
      if (document === undefined || !wanted.get(document)!.keys.has(key)) continue;
      const own = stored.get(document) ?? new Map<string, Mention>();
      stored.set(document, own.set(key, mention));
    }
  }
  return stored;
}

/** What of the wanted mentions is not known yet. */
function stillUnknown(
  wanted: ReadonlyMap<KeptDocument, Wanted>,
  known: ReadonlyMap<KeptDocument, ReadonlyMap<string, Mention>>,
): Map<KeptDocument, Wanted> {
  return new Map([...wanted].filter(([document, { keys }]) => (known.get(document)?.size ?? 0) < keys.size));
}
