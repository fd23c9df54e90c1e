import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { CorrectRequest, DecideRequest } from "../../../model/index.js";

/** A decision that waits in a file's page to be downloaded: a line of decisions.jsonl. */
export type DraftDecision = Omit<DecideRequest, "seen"> & {
  by: string;
  at: string;
  evidenceHash: string;
  drafted?: string;
};

/** What an analyst decided or corrected in report.html, which cannot write: it is kept while the page is open, and downloaded. */
export interface Drafts {
  readonly decisions: readonly DraftDecision[];
  readonly corrections: readonly CorrectRequest[];
  /** Under which name decisions are downloaded. */
  readonly by: string;
  /** Keeps a decision, dated now. */
  decide(decision: Omit<DraftDecision, "by" | "at">): void;
  correct(correction: CorrectRequest): void;
  name(by: string): void;
}

type Kept = Pick<Drafts, "decisions" | "corrections" | "by">;
/** Another report opened in the same tab has drafts of its own. */
const KEY = `triangulum-drafts ${typeof location === "undefined" ? "" : location.pathname}`;

/** Drafts outlive a reload where the browser lets a file keep something, and are gone with the tab. */
function remembered(): Kept {
  try {
    return {
      decisions: [],
      corrections: [],
      by: "",
      ...(JSON.parse(sessionStorage.getItem(KEY) ?? "{}") as Partial<Kept>),
    };
  } catch {
    return { decisions: [], corrections: [], by: "" };
  }
}

export const DraftContext = createContext<Drafts | undefined>(undefined);

/** The drafts of the page. */
export function useDraft(): Drafts {
  const drafts = useContext(DraftContext);
  if (drafts === undefined) throw new Error("A page stands outside its drafts.");
  return drafts;
}

/** The drafts, made once at the root of the page. */
export function useDrafts(): Drafts {
  const [kept, setKept] = useState(remembered);
  useEffect(() => {
    try {
      sessionStorage.setItem(KEY, JSON.stringify(kept));
    } catch {
      // A browser that keeps nothing for files still downloads what stands on the page.
    }
  }, [kept]);
  // Under the server nothing waits here; in a file, what was not taken away would be gone with the tab.
  useEffect(() => {
    if (kept.decisions.length + kept.corrections.length === 0) return;
    const warn = (event: Event) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [kept]);
  return {
    ...kept,
    decide: (decision) =>
      setKept((last) => ({
        ...last,
        decisions: [...last.decisions, { ...decision, by: last.by, at: new Date().toISOString() }],
      })),
    correct: (correction) => setKept((last) => ({ ...last, corrections: [...last.corrections, correction] })),
    name: (by) => setKept((last) => ({ ...last, by })),
  };
}
