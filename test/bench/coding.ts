// How fast are texts coded, from text and from kept tokens, beside what a user would pick instead? One thread, the product's own lexicon.
import { PorterStemmer } from "natural/lib/natural/stemmers/index.js";
import model from "wink-eng-lite-web-model";
import winkNLP, { type ItemCustomEntity, type ItemSentence, type WinkMethods } from "wink-nlp";
import { type CodableDocument, codeDocument } from "../../src/coding/index.js";
import { keepSegments, segment, segmentsFrom, Vocabulary } from "../../src/language/index.js";
import { type CompiledLexicon, type Lexicon, termOf } from "../../src/lexicon/index.js";
import { type Contender, compare, type Line, linesOf } from "./compare.js";
import { shapeOf } from "./texts.js";

/** The lexicon's terms that every other tool can look up: one to five small words. */
export function plainTerms(lexicon: Lexicon): string[] {
  return lexicon.concepts
    .flatMap(({ terms }) => terms.map((entry) => termOf(entry).term))
    .filter((term) => /^[a-z]+(?: [a-z]+){0,4}$/.test(term));
}

/** Coding of a corpus beside wink-nlp and a map trie; prints what the corpus is like. */
export function coding(
  name: string,
  documents: readonly CodableDocument[],
  lexicon: Lexicon,
  compiled: CompiledLexicon,
  nlp: WinkMethods,
  rounds: number,
): Line[] {
  const bytes = documents.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const terms = plainTerms(lexicon);
  const vocabulary = new Vocabulary();
  const kept = documents.map(({ text, blocks }) => keepSegments(segment(text, blocks, vocabulary), vocabulary));
  let words = 0;
  const codeAll = (): number => {
    words = 0;
    let found = 0;
    for (const document of documents) {
      const coded = codeDocument(compiled, document);
      found += coded.mentions.length;
      words += coded.words;
    }
    return found;
  };
  const timings = compare(
    [
      { name: "triangulum, every facet and cue", run: codeAll },
      {
        name: "triangulum, from kept tokens",
        run: () =>
          documents.reduce(
            (sum, document, d) =>
              sum + codeDocument(compiled, document, segmentsFrom(kept[d]!, compiled.vocabulary)).mentions.length,
            0,
          ),
      },
      {
        name: "its tokens and sentences alone",
        run: () =>
          documents.reduce((sum, { text, blocks }) => sum + segment(text, blocks, compiled.vocabulary).runs.length, 0),
      },
      wink(documents, nlp),
      mapTrie(documents, terms),
    ],
    rounds,
  );
  const mentions = (timings[0]!.found / words) * 1000;
  console.log(
    `${name}: ${(bytes / 1e6).toFixed(2)} MB in ${documents.length} documents, ${shapeOf(documents)}; ${mentions.toFixed(0)} mentions a thousand words; ${terms.length} plain terms for the others`,
  );
  return linesOf(name, timings, bytes);
}

/** The floor: words by a regular expression, stems remembered, a trie of maps; longest match, no context. */
function mapTrie(documents: readonly CodableDocument[], terms: readonly string[]): Contender {
  type Node = Map<string, Node> & { end?: boolean };
  const stems = new Map<string, string>();
  const stem = (word: string): string => {
    const known = stems.get(word);
    if (known !== undefined) return known;
    const made: string = PorterStemmer.stem(word);
    stems.set(word, made);
    return made;
  };
  const trie = new Map() as Node;
  for (const term of terms) {
    let node = trie;
    for (const word of term.split(" ")) {
      let next = node.get(stem(word));
      if (!next) {
        next = new Map() as Node;
        node.set(stem(word), next);
      }
      node = next;
    }
    node.end = true;
  }
  const run = (): number => {
    let found = 0;
    for (const { text } of documents) {
      const stemmed = (text.toLowerCase().match(/[a-z0-9']+/g) ?? []).map(stem);
      for (let from = 0; from < stemmed.length; from++) {
        let node: Node | undefined = trie;
        for (let at = from; at < stemmed.length; at++) {
          node = node.get(stemmed[at]!);
          if (!node) break;
          if (node.end) found++;
        }
      }
    }
    return found;
  };
  return { name: "regex words, Porter remembered, map trie", run };
}

/** wink-nlp with the plain terms as custom entities. Made before any other reader of its model is: it learns them by none but the first. */
export function winkWith(terms: readonly string[]): WinkMethods {
  const nlp = winkNLP(model, ["sbd", "negation", "cer"]);
  // wink takes a word in brackets, or one of its own type names in capitals, for more than a word; plain terms hold neither.
  nlp.learnCustomEntities([{ name: "term", patterns: terms.map((term) => `[${term}]`) }], { matchValue: false });
  return nlp;
}

/** wink-nlp: sentences, negation, custom entities of the plain terms, mentions read out. */
function wink(documents: readonly CodableDocument[], nlp: WinkMethods): Contender {
  const { its } = nlp;
  const run = (): number => {
    let found = 0;
    for (const { text, blocks } of documents) {
      for (const { start, end } of blocks) {
        const document = nlp.readDoc(text.slice(start, end));
        document.sentences().each((sentence: ItemSentence) => {
          if (sentence.out(its.negationFlag)) found += 0;
        });
        document.customEntities().each((entity: ItemCustomEntity) => {
          if (entity.out()) found++;
        });
      }
    }
    return found;
  };
  return { name: "wink-nlp: sentences, negation, entities", run };
}
