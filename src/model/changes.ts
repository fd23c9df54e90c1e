import type { StoredDocument } from "./results.js";

/** Why something may differ between two runs, in the order in which an analyst asks. */
export type Cause = "transcripts" | "metadata" | "lexicon" | "rules" | "pipeline" | "program" | "decisions";

export interface DocumentChange {
  review: StoredDocument["review"];
  document: StoredDocument["document"];
  /** `read` / `unread`: the same file became readable, or no longer is. */
  change: "new" | "changed" | "removed" | "renamed" | "read" | "unread";
}

/** One cause and which one it was: `lexicon`, `term of cuckooing: flat taken over, new`. */
export interface Reason {
  cause: Cause;
  /** In words, without a quote; empty where the two runs cannot tell which. */
  what: string;
}

/** An entry of the lexicon or of the rules that is not what it was. */
export interface EntryChange {
  change: "new" | "gone" | "changed";
  /** `term`, `code`, `cue`, `group of words`, `place`, `agency`, `frame`; of rules `rule` or `wording`. */
  kind: string;
  /** Its name: a term as written, with its code before it. */
  name: string;
}

/** What changed between two runs, and because of what: changes.json. Everything is sorted; a change carries every cause that bears on its review. */
export interface Changes {
  before: string;
  after: string;
  causes: Cause[];
  documents: DocumentChange[];
  /** Reviews whose metadata files changed. */
  metadata: string[];
  counts: Record<string, { before: number; after: number }>;
  verdicts: { review: string; code: string; before: string; after: string; because: Cause[] }[];
  findings: {
    id: string;
    review: string;
    title: string;
    change: "new" | "gone" | "changed";
    /** Fields that differ, each as `strength 40 -> 60`; empty when new or gone. */
    what: string[];
    because: Cause[];
  }[];
}

/** A mention, stance, verdict or finding that came, went or changed, with what it is laid to. No reason is given where the two runs hold none. */
interface Laid {
  change: "new" | "gone" | "changed";
  /** Fields that differ, each as `assertion present -> absent`; empty when new or gone. */
  what: string[];
  reasons: Reason[];
}

export interface MentionChange extends Laid {
  /** Id in the later run, or in the earlier one where it is gone. */
  mention: string;
  review: string;
  session: string;
  document: string;
  code: string;
  term: string;
  /** The whole sentence, masked. */
  quote: string;
}

export interface StanceChange extends Laid {
  review: string;
  session: string;
  code: string;
}

/** {@link Changes} down to the mention, each change laid to what made it: `triangulum diff`. */
export interface ExplainedChanges extends Changes {
  /** Undefined where one of the runs kept no lexicon or no rules. */
  lexicon: EntryChange[] | undefined;
  rules: EntryChange[] | undefined;
  documents: (DocumentChange & { reasons: Reason[] })[];
  mentions: MentionChange[];
  stances: StanceChange[];
  verdicts: (Changes["verdicts"][number] & { reasons: Reason[] })[];
  findings: (Changes["findings"][number] & { reasons: Reason[] })[];
}
