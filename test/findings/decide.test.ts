import { describe, expect, it } from "vitest";
import { applyDecisions, EVIDENCE_CHANGED, findFindings } from "../../src/findings/index.js";
import type { Decision } from "../../src/model/index.js";
import { draftReview, RULES } from "./review.js";

const [finding] = findFindings(
  draftReview({ sessions: { s1: "police" }, says: ["s1 silos-duplication affirms"] }),
  RULES,
);
const decision = (over: Partial<Decision>): Decision => ({
  ...{
    finding: finding!.id,
    status: "accepted",
    by: "RK",
    at: "2026-01-02T10:00:00Z",
    note: "",
    evidenceHash: finding!.evidenceHash,
  },
  ...over,
});
const decided = (...decisions: Decision[]) => applyDecisions([finding!], decisions)[0];

describe("applyDecisions", () => {
  it("leaves a finding nobody decided on", () => expect(decided(decision({ finding: "other" }))).toEqual(finding));
  it("lets the last line win, whatever its time", () =>
    expect(
      decided(decision({ status: "rejected" }), decision({ at: "2025-01-01T00:00:00Z", note: "Seen." })),
    ).toMatchObject({
      ...{ status: "accepted", decidedBy: "RK", decidedAt: "2025-01-01T00:00:00Z", note: "Seen." },
    }));
  it("takes the analyst's wording of an edited finding, and no other's", () => {
    expect(decided(decision({ status: "edited", statement: "Said so." }))?.statement).toBe("Said so.");
    expect(decided(decision({ status: "accepted", statement: "Said so." }))?.statement).toBe(finding!.statement);
  });
  it("flags a decision that rested on other evidence", () => {
    expect(decided(decision({ evidenceHash: "old", note: "Seen." }))?.note).toBe(`${EVIDENCE_CHANGED} Seen.`);
    expect(decided(decision({ evidenceHash: "old", status: "candidate" }))?.note).toBe("");
  });
});
