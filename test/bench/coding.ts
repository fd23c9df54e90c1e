// How fast are texts coded, beside what a user would pick instead? One thread, the product's own lexicon.
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { PorterStemmer } from "natural/lib/natural/stemmers/index.js";
import model from "wink-eng-lite-web-model";
import winkNLP, { type ItemCustomEntity, type ItemSentence } from "wink-nlp";
import { codeDocument } from "../../src/coding/index.js";
import { compileLexicon, loadLexicon, termOf } from "../../src/lexicon/index.js";
import { compare, table } from "./compare.js";
import { makeCorpus } from "./corpus.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const megabytes = Number(process.argv[2] ?? 2);
const rounds = Number(process.argv[3] ?? 5);
const lexicon = loadLexicon(`${root}lexicons`);
const corpus = makeCorpus(lexicon, megabytes * 1e6, Math.max(1, Math.round(megabytes * 25)), 0.7);

const compiled = compileLexicon(lexicon);
const documents = corpus.texts.map((text) => {
  const blocks: { start: number; end: number; kind: "paragraph"; turn: number; leadIn: number }[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    blocks.push({ start, end: start + line.length, kind: "paragraph", turn: blocks.length, leadIn: -1 });
    start += line.length + 1;
  }
  const turns = blocks.map((block, i) => ({
    start: block.start,
    end: block.end,
    speaker: "A",
    role: i % 5 === 0 ? ("interviewer" as const) : ("participant" as const),
    time: "",
  }));
  return {
    text,
    blocks,
    turns,
    parts: [{ start: 0, end: text.length, record: "verbatim" as const }],
    record: "verbatim" as const,
  };
});

const plain = lexicon.concepts
  .flatMap(({ terms }) => terms.map((entry) => termOf(entry).term))
  .filter((term) => /^[a-z]+(?: [a-z]+){0,4}$/.test(term));

/** The floor: words by a regular expression, stems remembered, a trie of maps; longest match, no context. */
function mapTrie(): () => number {
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
  for (const term of plain) {
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
  return () => {
    let found = 0;
    for (const text of corpus.texts) {
      const words = text.toLowerCase().match(/[a-z0-9']+/g) ?? [];
      const stemmed = words.map(stem);
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
}

/** wink-nlp: sentences, negation, custom entities of the plain terms, mentions read out. */
function wink(): () => number {
  const nlp = winkNLP(model, ["sbd", "negation", "cer"]);
  // wink takes a word in brackets, or one of its own type names in capitals, for more than a word; plain terms hold neither.
  nlp.learnCustomEntities([{ name: "term", patterns: plain.map((term) => `[${term}]`) }], { matchValue: false });
  const { its } = nlp;
  return () => {
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
}

let words = 0;
let sentences = 0;
const contenders = [
  {
    name: "triangulum, every facet and cue",
    run: () => {
      let found = 0;
      words = 0;
      sentences = 0;
      for (const document of documents) {
        const coded = codeDocument(compiled, document);
        found += coded.mentions.length;
        words += coded.words;
        sentences += coded.sentences.length;
      }
      return found;
    },
  },
  { name: "wink-nlp: sentences, negation, entities", run: wink() },
  { name: "regex words, Porter remembered, map trie", run: mapTrie() },
];
const timings = compare(contenders, rounds);
const types = new Set(corpus.texts.flatMap((text) => text.toLowerCase().match(/[a-z']+/g) ?? [])).size;
console.log(
  `${(corpus.bytes / 1e6).toFixed(1)} MB, ${corpus.texts.length} documents, ${words} words, ${types} word types, ${(words / sentences).toFixed(1)} words a sentence, ` +
    `${((timings[0]!.found / words) * 1000).toFixed(0)} mentions a thousand words; ${lexicon.concepts.reduce((sum, { terms }) => sum + terms.length, 0)} terms, ${plain.length} of them plain for the others; ${rounds} rounds`,
);
console.log(table(timings, corpus.bytes));
mkdirSync(`${root}out`, { recursive: true });
writeFileSync(
  `${root}out/bench.json`,
  `${JSON.stringify({ question: "coding", bytes: corpus.bytes, words, types, timings }, null, 2)}\n`,
);
