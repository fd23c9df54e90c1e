import { codedUnits } from "./agreement.js";
import { COMPARED_FACETS, type CodedTwice, type ComparedFacet, type HumanSentence } from "./coding-rows.js";
import { wordsOf } from "./document-words.js";
import { byCodeUnits } from "./order.js";

/** One value on which the machine and a person differ. */
export interface Disagreement {
  /** Number of the document among those compared, from 0. */
  readonly document: number;
  /** Id of the machine's session, empty where it has none. */
  readonly session: string;
  /** Line of the coded file, from 1, as the person's sheet gives it. */
  readonly line: number;
  /** The machine's sentences in that place: stored text, masked, whatever the person's sheet says. */
  readonly sentence: string;
  readonly code: string;
  /** Empty where one gave the code and the other did not: the values are then yes and no. */
  readonly facet: ComparedFacet | "";
  readonly machine: string;
  readonly human: string;
  /** What decided on the machine's side: the term of an extra code, the ids of a facet's cues. Empty for a missed code, or a facet at its default. */
  readonly decidedBy: readonly string[];
}

/** The machine's text in one place of a sheet. */
interface Stored {
  session: string;
  readonly texts: string[];
}

/**
 * Where the machine and a person differ, by code in the order given, then by place: codes that only one gave, and of
 * shared codes the facets with other values. Rows are those that `agreement` counts.
 */
export function disagreements(documents: readonly CodedTwice[], codes: readonly string[]): Disagreement[] {
  const places = new Map(codes.map((code, place) => [code, place]));
  const found = documents.flatMap((document, number) => ofDocument(document, number, places));
  // The sort is stable: sentences come by their place, and a code has its facets in their order.
  return found.sort((a, b) => (places.get(a.code) ?? 0) - (places.get(b.code) ?? 0));
}

function ofDocument(coded: CodedTwice, document: number, codes: ReadonlyMap<string, number>): Disagreement[] {
  const { units, at } = codedUnits(coded, new Set(codes.keys()));
  const stored = storedAt(coded, at);
  return units.flatMap(({ sentence, human, machine }) => {
    const { session = "", texts = [] } = stored.get(sentence) ?? {};
    const place = { document, session, line: sentence.line, sentence: texts.join(" ") };
    return [...new Set([...human.keys(), ...machine.keys()])].sort(byCodeUnits).flatMap((code): Disagreement[] => {
      const row = human.get(code);
      const mention = machine.get(code);
      if (row === undefined || mention === undefined)
        return [
          {
            ...{ ...place, code, facet: "" },
            ...{ machine: mention ? "yes" : "no", human: row ? "yes" : "no" },
            decidedBy: mention?.term === undefined ? [] : [mention.term],
          },
        ];
      return COMPARED_FACETS.filter((facet) => row[facet] !== mention[facet]).map((facet) => {
        const cues = (mention.cues ?? []).filter((cue) => cue.facet === facet && cue.outcome === "decided");
        const decidedBy = [...new Set(cues.map(({ cue }) => cue))];
        return { ...place, code, facet, machine: mention[facet], human: row[facet], decidedBy };
      });
    });
  });
}

/** Whole sentences of the machine's by the sentence of the sheet that they share words with, in order. */
function storedAt(
  { machineSentences }: CodedTwice,
  at: (offset: number) => HumanSentence | undefined,
): Map<HumanSentence, Stored> {
  const stored = new Map<HumanSentence, Stored>();
  for (const { start, text, session = "" } of [...machineSentences].sort((a, b) => a.start - b.start)) {
    const shared = new Set(wordsOf(text).map(([, offset]) => at(start + offset)));
    for (const sentence of shared) {
      if (sentence === undefined) continue;
      const held = stored.get(sentence) ?? { session, texts: [] };
      held.texts.push(text.replace(/\s+/g, " "));
      stored.set(sentence, held);
    }
  }
  return stored;
}
