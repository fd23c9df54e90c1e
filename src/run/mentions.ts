import { settleFacets } from "../coding/index.js";
import type { Concept, Exclusion, Kind, Mention, RecordKind } from "../model/index.js";
import { isAskedInNotes, promptsOf } from "./asked.js";
import { exclusionOf } from "./evidence.js";
import { withIds } from "./mention-ids.js";
import type { CodedDocument } from "./read-document.js";

/** What the neighbours of a document tell of its mentions. */
export interface Neighbourhood {
  review: string;
  /** Codes in codebook order with their themes. */
  concepts: readonly Pick<Concept, "id" | "theme">[];
  /** Lower-case names of the review's area: what is said to be there is said to be here. */
  area: ReadonlySet<string>;
  /** Kind of each session, by its id. */
  kinds: ReadonlyMap<string, Kind>;
  /** By document name, the blocks that stand word for word in other documents. */
  repeated: ReadonlyMap<string, ReadonlySet<number>>;
  /** Names of documents that repeat one of another session, each with that one's name. */
  nearDuplicates: ReadonlyMap<string, string>;
  excludedSessions: ReadonlySet<string>;
}

/** The stored mentions of a review, the index of each in its document, and what they tell of questions. */
export interface Joined {
  mentions: Mention[];
  /** For each document, by name, its mentions by their index in its result. */
  byDocument: Map<string, Map<number, Mention>>;
  /** Codes that each session was heard to be asked about. */
  heard: Map<string, Set<string>>;
}

/** Turns what the coder left into the mentions of a review: with evidence and its exclusions, prompts, speakers and ids. Documents come in order of name. */
export function joinMentions(documents: readonly CodedDocument[], around: Neighbourhood): Joined {
  const drafts = documents.flatMap((document) => draftsOf(document, around));
  const verbatim = new Set(
    drafts
      .filter((draft) => draft.record === "verbatim" && draft.excluded === "")
      .map(({ session, code }) => `${session} ${code}`),
  );
  const heard = new Map<string, Set<string>>();
  for (const draft of drafts) {
    if (draft.verbatimMayCount && verbatim.has(`${draft.session} ${draft.code}`))
      draft.excluded = draft.ifVerbatimCounts;
    if (!draft.asks) continue;
    const codes = heard.get(draft.session) ?? new Set();
    heard.set(draft.session, codes.add(draft.code));
  }
  const identified = withIds(drafts, ({ quote, place }) => quote.slice(0, place));
  const byDocument = new Map(documents.map(({ name }) => [name, new Map<number, Mention>()]));
  const mentions = identified.map((draft): Mention => {
    const { index, record, place, asks, verbatimMayCount, ifVerbatimCounts, ...mention } = draft;
    const stored = { ...mention, evidence: mention.excluded === "" };
    byDocument.get(mention.document)?.set(index, stored);
    return stored;
  });
  return { mentions, byDocument, heard };
}

type Draft = Omit<Mention, "id"> & {
  /** Place in its document's result. */
  index: number;
  record: RecordKind;
  /** Offset of the span in its sentence. */
  place: number;
  /** Whether it tells that its session was asked about its code. */
  asks: boolean;
  /** It stands in notes: a verbatim record of its session may take its place, and what its exclusion would then be. */
  verbatimMayCount: boolean;
  ifVerbatimCounts: Exclusion;
};

function draftsOf({ name, result }: CodedDocument, around: Neighbourhood): Draft[] {
  const themes = new Map(around.concepts.map(({ id, theme }) => [id, theme]));
  const prompts = promptsIn(result);
  const repeated = around.repeated.get(name) ?? new Set<number>();
  return result.mentions.flatMap((coded, index): Draft[] => {
    const sentence = result.sentences[coded.sentence];
    const theme = themes.get(coded.code);
    const turn = sentence && result.turns[sentence.turn];
    const block = sentence && result.blocks[sentence.block];
    if (!sentence || !turn || !block || !theme) return [];
    const part = result.parts[sentence.part];
    const session = part?.session ?? "";
    const record = part?.record ?? "notes";
    const quote = result.text.slice(sentence.start, sentence.end);
    const place = coded.start - sentence.start;
    const facets = settleFacets(coded, { kind: around.kinds.get(session) ?? "focus-group", area: around.area });
    const standing = {
      mention: { facets },
      record,
      turn,
      block,
      sentence,
      repeated,
      nearDuplicate: around.nearDuplicates.has(name),
      sessionExcluded: around.excludedSessions.has(session),
    };
    return [
      {
        review: around.review,
        session,
        document: name,
        turn: sentence.turn,
        speaker: turn.speaker,
        role: turn.role,
        sentence: coded.sentence,
        start: coded.start,
        end: coded.end,
        text: result.text.slice(coded.start, coded.end),
        code: coded.code,
        theme,
        ...facets,
        evidence: false,
        excluded: exclusionOf({ ...standing, verbatimCounts: false }),
        prompted: record === "notes" ? "" : prompts.get(sentence.turn)?.has(coded.code) ? "yes" : "no",
        quote,
        time: turn.time,
        term: coded.term,
        cues: coded.cues,
        near: coded.near,
        index,
        record,
        place,
        asks:
          part !== undefined && (turn.role === "interviewer" || (record === "notes" && isAskedInNotes(quote, place))),
        verbatimMayCount: record === "notes",
        ifVerbatimCounts: exclusionOf({ ...standing, verbatimCounts: true }),
      },
    ];
  });
}

/** The codes that prompted each turn of a document. */
function promptsIn({ mentions, sentences, turns }: CodedDocument["result"]): Map<number, ReadonlySet<string>> {
  const codes = new Map<number, Set<string>>();
  for (const { code, sentence } of mentions) {
    const turn = sentences[sentence]?.turn ?? -1;
    codes.set(turn, (codes.get(turn) ?? new Set()).add(code));
  }
  const parts = new Map(sentences.map(({ turn, part }) => [turn, part] as const).reverse());
  const nothing: ReadonlySet<string> = new Set();
  const asking = turns.map(({ role }, turn) => ({ turn, role, part: parts.get(turn) ?? -1 }));
  // A turn without a sentence stands in no part; it must not end the question before it.
  return promptsOf(
    asking.filter(({ turn }) => parts.has(turn)),
    (turn) => codes.get(turn) ?? nothing,
  );
}
