import {
  type Cause,
  DEFAULT_FACETS,
  type Facets,
  type Mention,
  type MentionChange,
  type Reason,
} from "../../model/index.js";
import type { ComparedReview } from "../../store/index.js";
import { byText } from "../sessions.js";
import { wordsOf } from "../words.js";
import { type Bearing, distinct } from "./bearing.js";
import { lexiconReasons, sentencesOf } from "./mention-lexicon.js";

/** A mention as both runs have it; one of the two may lack it. */
interface Pair {
  was: Mention | undefined;
  is: Mention | undefined;
}

/** Tells whether a run holds a sentence of a session: by its words. */
export type Said = (session: string, quote: string) => boolean;

/** What a mention is compared by: where it stands in the file and what its placeholders are numbered is no change of what was said. */
const FIELDS = [
  ...(["session", "term", "text", "role", "theme"] as const),
  ...(Object.keys(DEFAULT_FACETS) as (keyof Facets)[]),
  ...(["evidence", "excluded", "prompted"] as const),
];
type Field = (typeof FIELDS)[number];

/**
 * Mentions of a review that came, went or changed, each with its reasons; in order of document and place.
 *
 * @param said whether the earlier run (`was`) or the later one (`is`) holds a sentence; asked only where something came or went.
 */
export function mentionChanges(
  was: ComparedReview,
  is: ComparedReview,
  said: { was: Said; is: Said },
  bearing: Bearing,
): MentionChange[] {
  const lexicon = lexiconReasons(sentencesOf(was), sentencesOf(is), bearing.lexicon);
  const found: { pair: Pair; change: MentionChange }[] = [];
  for (const pair of pairs(was.mentions, is.mentions)) {
    const what = pair.was && pair.is ? differences(pair.was, pair.is) : [];
    if (pair.was && pair.is && what.length === 0) continue;
    const { id, review, session, document, code, term, quote } = (pair.is ?? pair.was)!;
    const reasons =
      pair.was && pair.is
        ? what.flatMap((field) => reasonsOfField(field, pair.was!, pair.is!, bearing, lexicon))
        : reasonsOfComing(pair, said, bearing, lexicon);
    found.push({
      pair,
      change: {
        ...{ mention: id, review, session, document, code, term, quote },
        change: pair.was === undefined ? "new" : pair.is === undefined ? "gone" : "changed",
        what: what.map((field) => `${field} ${shown(pair.was?.[field])} -> ${shown(pair.is?.[field])}`),
        reasons: distinct(reasons),
      },
    });
  }
  layToNeighbours(found, bearing);
  return found
    .sort((a, b) => place(a.pair, b.pair) || byText(a.change.mention, b.change.mention))
    .map(({ change }) => change);
}

/** By id; what is left over, by its words and place in its sentence: a session of another name has other ids for the same words. */
function pairs(was: readonly Mention[], is: readonly Mention[]): Pair[] {
  const now = new Map(is.map((mention) => [mention.id, mention]));
  const made: Pair[] = [];
  const left = new Map<string, Mention[]>();
  for (const mention of was) {
    const same = now.get(mention.id);
    if (same && same.code === mention.code) {
      now.delete(mention.id);
      made.push({ was: mention, is: same });
    } else {
      const key = wording(mention);
      left.set(key, [...(left.get(key) ?? []), mention]);
    }
  }
  for (const mention of now.values()) made.push({ was: left.get(wording(mention))?.shift(), is: mention });
  for (const rest of left.values()) for (const mention of rest) made.push({ was: mention, is: undefined });
  return made;
}

function wording({ code, quote, text }: Mention): string {
  return `${code}\n${wordsOf(quote).join(" ")}\n${wordsOf(text).join(" ")}`;
}

function differences(was: Mention, is: Mention): Field[] {
  return FIELDS.filter((field) =>
    field === "text" ? wordsOf(was.text).join(" ") !== wordsOf(is.text).join(" ") : was[field] !== is[field],
  );
}

function shown(value: string | boolean | undefined): string {
  return value === "" || value === undefined ? "none" : value === true ? "yes" : value === false ? "no" : value;
}

type Lexicon = ReturnType<typeof lexiconReasons>;

function reasonsOfComing(
  { was, is }: Pair,
  said: { was: Said; is: Said },
  bearing: Bearing,
  lexicon: Lexicon,
): Reason[] {
  const mention = (is ?? was)!;
  const other = is ? said.was : said.is;
  const ofDocument = bearing.document(mention.document);
  if (!other(mention.session, mention.quote)) {
    const reread = bearing.readAnew ? bearing.of("program") : [];
    if (ofDocument) return bearing.change(mention.document) === "changed" ? [ofDocument, ...reread] : [ofDocument];
    const names = [...(bearing.lexicon?.places ?? []), ...(bearing.lexicon?.agencies ?? [])];
    const masking = names.length > 0 ? bearing.of("lexicon") : [];
    const near = [...bearing.of("metadata", "pipeline"), ...reread, ...masking];
    return near.length > 0 ? near : bearing.of("transcripts", "lexicon", "program");
  }
  const named = lexicon.ofComing(mention, is !== undefined);
  if (named.own) return named.reasons;
  const reasons = [...named.reasons, ...bearing.of("program")];
  if (reasons.length > 0) return reasons;
  // The same words more or less often in the session.
  return ofDocument ? [ofDocument] : bearing.of("transcripts", "metadata", "lexicon", "pipeline");
}

function reasonsOfField(field: Field, was: Mention, is: Mention, bearing: Bearing, lexicon: Lexicon): Reason[] {
  const ofDocument = bearing.document(is.document) ?? bearing.document(was.document);
  const own = ofDocument ? [ofDocument] : [];
  const or = (near: readonly Reason[], ...causes: readonly Cause[]): Reason[] =>
    near.length > 0 ? [...near] : bearing.of(...causes);
  switch (field) {
    case "session":
      return or(bearing.change(is.document) === "changed" ? [] : own, "metadata", "transcripts", "program");
    case "role":
      return or([...own, ...bearing.of("metadata")], "program", "pipeline");
    case "term":
    case "text":
    case "theme":
      return or(lexicon.ofTerms(was, is), "lexicon", "program", "transcripts");
    // What stands on the neighbours is laid to them when all mentions are known.
    case "evidence":
      return [];
    case "excluded":
      return exclusionReasons(was, is, bearing, own, () => or(lexicon.ofFacets(was, is), "lexicon", "program"));
    case "prompted":
      return [];
    default: {
      const near = lexicon.ofFacets(was, is);
      if (near.length > 0) return near;
      const local = field === "locus" ? bearing.of("metadata") : [];
      return or([...own, ...local, ...bearing.of("lexicon", "program")], "metadata", "transcripts", "pipeline");
    }
  }
}

function exclusionReasons(
  was: Mention,
  is: Mention,
  bearing: Bearing,
  own: readonly Reason[],
  ofFacets: () => Reason[],
): Reason[] {
  const why = [was.excluded, is.excluded];
  if (why.includes("verbatim counts")) return [];
  if (why.includes("note-taker's comment")) return ofFacets();
  if (why.includes("near-duplicate")) return bearing.of("transcripts", "metadata", "program");
  if (why.includes("repeated matter"))
    return own.length > 0
      ? [...own]
      : [{ cause: "transcripts", what: "the same passage in more or fewer documents of the archive" }];
  const near = [...own, ...bearing.of("metadata")];
  return near.length > 0 ? near : bearing.of("program", "pipeline", "transcripts");
}

/** Whether notes count beside speech, and whether a mention was prompted, other mentions of the session's code decide: their reasons are its own. */
function layToNeighbours(found: readonly { pair: Pair; change: MentionChange }[], bearing: Bearing): void {
  const around = new Map<string, Reason[]>();
  const key = ({ session, code }: MentionChange): string => `${session} ${code}`;
  for (const { change } of found) around.set(key(change), [...(around.get(key(change)) ?? []), ...change.reasons]);
  for (const { change } of found) {
    if (change.reasons.length > 0) continue;
    const near = around.get(key(change)) ?? [];
    const own = bearing.document(change.document);
    change.reasons = distinct(
      near.length > 0 ? near : own ? [own] : bearing.of("metadata", "transcripts", "lexicon", "program", "pipeline"),
    );
  }
}

function place(a: Pair, b: Pair): number {
  const [one, other] = [(a.is ?? a.was)!, (b.is ?? b.was)!];
  return byText(one.document, other.document) || one.start - other.start || one.end - other.end;
}
