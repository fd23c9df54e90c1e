import type { Cause, Changes, DocumentChange, Reason, RunRecord, Session } from "../../model/index.js";
import { type LexiconChanges, told } from "./entries.js";

/** Everything that differs between two runs and bears on one review: where a change has no nearer cause, one of these it was. */
export interface Bearing {
  /** Reasons of the causes named, of those that differ at all, in the order of the analyst's question. */
  of(...causes: readonly Cause[]): Reason[];
  /** What became of a document, if anything did. */
  document(name: string): Reason | undefined;
  /** How; undefined where nothing became of it. */
  change(name: string): DocumentChange["change"] | undefined;
  readonly lexicon: LexiconChanges | undefined;
  /** Whether texts were read or masked by another program, so that the same bytes may give other sentences. */
  readonly readAnew: boolean;
}

/** Causes in the order in which an analyst asks. */
const ORDER: readonly Cause[] = ["transcripts", "metadata", "lexicon", "rules", "pipeline", "program", "decisions"];

/** Gathers what bears on a review. */
export function bearingOn(
  review: string,
  {
    before,
    after,
    changes,
    lexicon,
    sessions,
  }: {
    before: RunRecord;
    after: RunRecord;
    /** The review's own documents alone. */
    changes: Pick<Changes, "documents" | "metadata" | "causes">;
    lexicon: LexiconChanges | undefined;
    /** The review's sessions in both runs. */
    sessions: readonly [was: readonly Session[], is: readonly Session[]];
  },
): Bearing {
  const how = new Map(changes.documents.map(({ document, change }) => [document, change]));
  const documents = new Map(
    [...how].map(([document, change]) => [document, { cause: "transcripts" as const, what: `${document} ${change}` }]),
  );
  // A file that was renamed is listed by its new name; what stood under the old one went because of it.
  for (const [old, name] of renamedIn(review, before, after)) {
    const reason = documents.get(name);
    if (reason) documents.set(old, reason);
    how.set(old, "renamed");
  }
  const versions = Object.keys({ ...before.versions, ...after.versions })
    .filter((name) => before.versions[name] !== after.versions[name])
    .sort();
  const made: Record<Cause, Reason[]> = {
    transcripts: [...new Set(documents.values())],
    metadata: changes.metadata.includes(review) ? metadataReasons(...sessions) : [],
    lexicon: changes.causes.includes("lexicon") ? [{ cause: "lexicon", what: "" }] : [],
    rules: changes.causes.includes("rules") ? [{ cause: "rules", what: "" }] : [],
    pipeline: changes.causes.includes("pipeline") ? [{ cause: "pipeline", what: "" }] : [],
    program: versions.length > 0 ? [{ cause: "program", what: versions.join(", ") }] : [],
    decisions: changes.causes.includes("decisions") ? [{ cause: "decisions", what: "" }] : [],
  };
  // The whole list where it is short: then it was one of these.
  if (lexicon && lexicon.all.length > 0 && lexicon.all.length <= 3)
    made.lexicon = lexicon.all.map((entry) => ({ cause: "lexicon", what: told(entry) }));
  return {
    of: (...causes) => ORDER.filter((cause) => causes.includes(cause)).flatMap((cause) => made[cause]),
    document: (name) => documents.get(name),
    change: (name) => how.get(name),
    lexicon,
    readAnew: versions.includes("text"),
  };
}

/** Reasons each once, in the order of the causes, then as they came. */
export function distinct(reasons: Iterable<Reason>): Reason[] {
  const known = new Map<string, Reason>();
  for (const reason of reasons) known.set(`${reason.cause} ${reason.what}`, reason);
  const kept = [...known.values()];
  // A cause that is named is not told a second time without its name.
  return kept
    .filter(({ cause, what }) => what !== "" || !kept.some((other) => other.cause === cause && other.what !== ""))
    .sort((a, b) => ORDER.indexOf(a.cause) - ORDER.indexOf(b.cause));
}

/** Old names of documents of a review and their new ones: the same bytes under another name. */
function renamedIn(review: string, before: RunRecord, after: RunRecord): Map<string, string> {
  const own = ({ documents }: RunRecord) => documents.filter((one) => one.review === review);
  const now = new Set(own(after).map(({ document }) => document));
  const was = new Set(own(before).map(({ document }) => document));
  const came = new Map(
    own(after)
      .filter(({ document }) => !was.has(document))
      .map(({ sha256, document }) => [sha256, document]),
  );
  const renamed = new Map<string, string>();
  for (const { document, sha256 } of own(before)) {
    const name = came.get(sha256);
    if (!now.has(document) && name !== undefined) renamed.set(document, name);
  }
  return renamed;
}

const TOLD = ["sectors", "level", "kind", "record", "date", "label", "documents", "asked"] as const;

function metadataReasons(was: readonly Session[], is: readonly Session[]): Reason[] {
  const old = new Map(was.map((session) => [session.id, session]));
  const whats = is.flatMap((session) => {
    const before = old.get(session.id);
    if (!before) return [];
    const fields = TOLD.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(session[field]));
    return fields.length > 0 ? [`session ${session.id}: ${fields.join(", ")}`] : [];
  });
  return whats.length > 0 ? whats.map((what) => ({ cause: "metadata", what })) : [{ cause: "metadata", what: "" }];
}
