import type { StoredDocument } from "./results.js";

/** Why something may differ between two runs, in the order in which an analyst asks. */
export type Cause = "transcripts" | "metadata" | "lexicon" | "rules" | "pipeline" | "program" | "decisions";

export interface DocumentChange {
  review: StoredDocument["review"];
  document: StoredDocument["document"];
  /** `read` / `unread`: the same file became readable, or no longer is. */
  change: "new" | "changed" | "removed" | "renamed" | "read" | "unread";
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
