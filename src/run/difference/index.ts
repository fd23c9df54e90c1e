import type { Changes, ExplainedChanges, MentionChange, Reason, RunRecord, StanceChange } from "../../model/index.js";
import {
  type ComparedReview,
  changesBetween,
  readCompared,
  readInputs,
  readSaid,
  readView,
} from "../../store/index.js";
import { byText } from "../sessions.js";
import { wordsOf } from "../words.js";
import { type Bearing, bearingOn } from "./bearing.js";
import { findingReasons, stanceChanges, verdictReasons } from "./conclusions.js";
import { lexiconChanges, ruleChanges } from "./entries.js";
import { mentionChanges, type Said } from "./mentions.js";

/**
 * What changed between two saved runs, down to the mention, each change laid to its cause. Reviews that both runs made from the same
 * are not opened; of the others one at a time is held, so that memory goes with the largest review and time with what differs.
 *
 * @param before folder of the earlier run.
 * @param after folder of the later one.
 * @throws Stop when one of them is of a format that this program does not know.
 */
export async function explainChanges(before: string, after: string): Promise<ExplainedChanges> {
  const [old, now] = await Promise.all([readView(before), readView(after)]);
  const changes = changesBetween(old, now);
  const [was, is] = await Promise.all([readInputs(before), readInputs(after)]);
  const lexicon = was && is && lexiconChanges(was.lexicon, is.lexicon);
  const rules = was && is && ruleChanges(was.rules, is.rules);
  const mentions: MentionChange[] = [];
  const stances: StanceChange[] = [];
  const reasons = new Map<string, Reason[]>();
  const documents = byReview(changes.documents);
  const [verdicts, findings] = [byReview(changes.verdicts), byReview(changes.findings)];
  const [had, has] = [new Set(idsOf(old.record)), new Set(idsOf(now.record))];
  for (const review of differing(old.record, now.record)) {
    const sides = await Promise.all([
      had.has(review) ? readCompared(before, review) : NOTHING,
      has.has(review) ? readCompared(after, review) : NOTHING,
    ]);
    const bearing = bearingOn(review, {
      ...{ before: old.record, after: now.record, lexicon },
      changes: { ...changes, documents: documents.get(review) ?? [] },
      sessions: [sides[0].sessions, sides[1].sessions],
    });
    const said = await saidIn([before, after], sides, review);
    const own = mentionChanges(...sides, said, bearing);
    const ofStances = stanceChanges(...sides, own, bearing);
    const rested = { mentions: own, stances: ofStances };
    for (const document of documents.get(review) ?? [])
      reasons.set(`document ${review}/${document.document}`, documentReasons(document, sides, bearing));
    for (const [code, why] of verdictReasons(verdicts.get(review) ?? [], rested, sides, bearing))
      reasons.set(`verdict ${review}/${code}`, why);
    for (const [id, why] of findingReasons(findings.get(review) ?? [], rested, sides, rules, bearing))
      reasons.set(`finding ${id}`, why);
    for (const mention of own) mentions.push(mention);
    for (const stance of ofStances) stances.push(stance);
  }
  const why = (name: string): Reason[] => reasons.get(name) ?? [];
  const causes = (because: Changes["causes"], laid: readonly Reason[]): Changes["causes"] =>
    laid.length === 0 ? because : [...new Set(laid.map(({ cause }) => cause))];
  return {
    ...changes,
    lexicon: lexicon && [...lexicon.all],
    rules: rules && [...rules.values()],
    documents: changes.documents.map((one) => ({ ...one, reasons: why(`document ${one.review}/${one.document}`) })),
    ...{ mentions, stances },
    verdicts: changes.verdicts.map((one) => {
      const laid = why(`verdict ${one.review}/${one.code}`);
      return { ...one, because: causes(one.because, laid), reasons: laid };
    }),
    findings: changes.findings.map((one) => {
      const laid = why(`finding ${one.id}`);
      return { ...one, because: causes(one.because, laid), reasons: laid };
    }),
  };
}

function byReview<T extends { review: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const own = groups.get(row.review);
    if (own) own.push(row);
    else groups.set(row.review, [row]);
  }
  return groups;
}

/** Reviews that may differ: not those that both runs made, or took over, from the very same. */
function differing(before: RunRecord, after: RunRecord): string[] {
  const made = new Map(before.reviews.map((one) => [one.review, one]));
  const same = new Set(
    after.reviews
      .filter(({ review, key, decided }) => {
        const other = made.get(review);
        return key !== "" && other?.key === key && other.decided === decided;
      })
      .map(({ review }) => review),
  );
  return [...new Set([...idsOf(before), ...idsOf(after)])].filter((id) => !same.has(id)).sort(byText);
}

function idsOf({ reviews, documents }: RunRecord): string[] {
  return [...reviews, ...documents].map(({ review }) => review);
}

const NOTHING: ComparedReview = {
  ...{ sessions: [], mentions: [], overruled: [], stances: [], verdicts: [], findings: [] },
  ...{ corroborations: [], problems: [] },
};

/** What was said in both runs, read only where a mention is in one of them alone. */
async function saidIn(
  folders: readonly [string, string],
  sides: readonly [ComparedReview, ComparedReview],
  review: string,
): Promise<{ was: Said; is: Said }> {
  const ids = sides.map(({ mentions }) => new Set(mentions.map(({ id }) => id)));
  const differ = sides.some(({ mentions }, side) => mentions.some(({ id }) => !ids[1 - side]?.has(id)));
  const [was, is] = await Promise.all(
    folders.map(async (folder, side): Promise<Said> => {
      const held = differ && (sides[side]?.sessions.length ?? 0) > 0 ? await readSaid(folder, review) : [];
      const known = new Set(held.map(({ session, text }) => wording(session, text)));
      return (session, quote) => known.has(wording(session, quote));
    }),
  );
  return { was: was!, is: is! };
}

function wording(session: string, text: string): string {
  return `${session}\n${wordsOf(text).join(" ")}`;
}

/** A file that is new, other or gone says so itself; one that could be read on one night alone, by the problem that it had. */
function documentReasons(
  { document, change }: Changes["documents"][number],
  [was, is]: readonly [ComparedReview, ComparedReview],
  bearing: Bearing,
): Reason[] {
  const own = bearing.document(document);
  if (change !== "read" && change !== "unread") return own ? [own] : [];
  const { problems } = change === "unread" ? is : was;
  const rules = problems.filter((one) => one.document === document && one.severity === "error").map(({ rule }) => rule);
  const set = bearing.of("metadata", "pipeline", "program");
  return [
    ...set,
    ...[...new Set(rules)].map((rule): Reason => ({ cause: "transcripts", what: `${document}: ${rule}` })),
  ];
}
