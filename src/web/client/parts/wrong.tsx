import { useState } from "preact/hooks";
import type { CorrectRequest } from "../../../model/index.js";
import { asRefused, useDesk } from "../context.js";
import { useDraft } from "../data/drafts.js";
import type { Refused } from "../data/source.js";

/** Says that a mention is wrongly coded, or takes that back. Where nothing can be said, nothing is shown but what was said. */
export function WrongButton({ mention, wrong }: { mention: string; wrong: boolean }) {
  const desk = useDesk();
  const drafts = useDraft();
  const [refused, setRefused] = useState<Refused>();
  const judged = drafts.corrections.findLast((one) => one.kind !== "missing" && one.mention === mention);
  const isWrong = judged === undefined ? wrong : judged.kind === "wrong";
  if (desk.shell.mode === "server" && desk.shell.role !== "decider")
    return isWrong ? <span class="chip tone-doubt">marked wrong</span> : null;
  const say = async () => {
    const request: CorrectRequest = { kind: isWrong ? "right" : "wrong", mention, note: "" };
    if (desk.shell.mode === "file") return drafts.correct(request);
    try {
      await desk.source.post("/api/correct", request);
      setRefused(undefined);
      desk.forget("/api/corrections", "/api/evidence", "/api/reader", "/api/finding?", "/api/shell");
    } catch (error) {
      setRefused(asRefused(error));
    }
  };
  return (
    <>
      <button type="button" class="quiet" aria-pressed={isWrong} onClick={say}>
        {isWrong ? "Marked wrong – take back" : "Mark as wrong"}
      </button>
      {refused !== undefined && <span role="alert">{refused.refusal.message}</span>}
    </>
  );
}
