import type { Lexicon } from "../../src/lexicon/index.js";
import { termOf } from "../../src/lexicon/index.js";
import { seededRandom } from "../../src/statistics/index.js";

/** What a benchmark reads: texts of one speaker's turns, a block a paragraph. */
export interface Corpus {
  readonly texts: readonly string[];
  readonly bytes: number;
}

/** Words of grammar by falling frequency, in the order of a count of any English talk. */
const GRAMMAR =
  `the and to of a in it that is we they for i you on was with this are be have as not there but at do so what had if or just from them he up about
  one would all get were because been very who our their will out when can no an has by those could she then some which more how him her where
  into me also my than like only over any your these should really being us other now down much through even still before after did does
  am might may too most such own between back off again around both each during while against`.split(/\s+/);

/** Words of everyday talk. */
const COMMON =
  `people think work going thing time year know see come make take want need look help find tell ask talk move keep start run live call
  feel seem leave bring meet speak pay stop change open hold write sit stand lose turn follow learn lead understand watch grow walk spend
  day week month way lot bit point case end part place house school area town street team group meeting police officer worker council family
  mother father child boy girl friend money phone car door room night morning number question answer problem reason plan job office road
  bus train shop market church park game food water letter paper book story word line book picture music film summer winter weather
  good new old big small long short high low early late young hard easy clear sure right wrong whole local different important able`.split(
    /\s+/,
  );

const ONSETS =
  "b bl br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sh sl sm sp st str t th tr v w y".split(" ");
const NUCLEI = "a e i o u ai ea ee ie oa oo ou".split(" ");
const CODAS = " b ck d g l ll m n nd ng nt p r rd rm rn rt s sh st t th ve x".split(" ");
const ENDINGS = ["", "", "", "", "s", "s", "ed", "ing", "er", "ly", "ness"];

/** Words a sentence has on average, and the spread of its logarithm. */
const SENTENCE = { mean: 14.5, spread: 0.55 };

/**
 * Text of about `bytes` bytes in `documents` documents, the same for the same seed: words by Zipf's law (grammar, common words, and a
 * long tail of made-up ones, so that memory of words is not flattered), into which terms and cues of the lexicon are strewn.
 *
 * @param density the share of sentences that get a term; what mentions that makes is measured and printed, not assumed
 */
export function makeCorpus(lexicon: Lexicon, bytes: number, documents: number, density: number, seed = 1): Corpus {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  /** An index by Zipf's law: rank r with weight 1 / (r + 2.7). */
  const zipf = (size: number): number =>
    Math.min(size - 1, Math.floor((2.7 + 1) * ((size + 2.7) / 3.7) ** random() - 3.7) + 0);
  const tail: string[] = [];
  const made = (rank: number): string => {
    while (tail.length <= rank) {
      let word = "";
      for (let syllables = 1 + Math.floor(random() * 3); syllables > 0; syllables--)
        word += pick(ONSETS) + pick(NUCLEI) + pick(CODAS);
      tail.push(word + pick(ENDINGS));
    }
    return tail[rank]!;
  };
  const plain = (wording: string): boolean => /^[a-z]+(?: [a-z]+){0,3}$/.test(wording);
  const terms = lexicon.concepts.flatMap(({ terms }) => terms.map((entry) => termOf(entry).term).filter(plain));
  const cues = lexicon.cues.flatMap(({ patterns }) => patterns.filter(plain));
  const word = (): string => {
    const kind = random();
    if (kind < 0.56) return GRAMMAR[Math.max(0, zipf(GRAMMAR.length))]!;
    if (kind < 0.9) return COMMON[Math.max(0, zipf(COMMON.length))]!;
    return made(Math.max(0, zipf(60_000)));
  };
  const sentence = (): string => {
    const length = Math.max(3, Math.round(SENTENCE.mean * Math.exp(SENTENCE.spread * normal(random))));
    const words = Array.from({ length }, word);
    if (random() < density) words.splice(Math.floor(random() * length), 0, pick(terms));
    if (random() < density / 2) words.splice(Math.floor(random() * 3), 0, pick(cues));
    if (length > 9) words[Math.floor(length / 2)] += ",";
    const text = words.join(" ");
    return `${text[0]!.toUpperCase()}${text.slice(1)}${random() < 0.07 ? "?" : "."}`;
  };
  const texts: string[] = [];
  let total = 0;
  for (let d = 0; d < documents; d++) {
    const paragraphs: string[] = [];
    for (let size = 0; size < bytes / documents; ) {
      const paragraph = Array.from({ length: 3 + Math.floor(random() * 4) }, sentence).join(" ");
      paragraphs.push(paragraph);
      size += paragraph.length + 1;
    }
    const text = paragraphs.join("\n");
    texts.push(text);
    total += Buffer.byteLength(text);
  }
  return { texts, bytes: total };
}

/** A normal deviate (Box & Muller 1958). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
