import { useState } from "preact/hooks";
import type { CorrectRequest, Judgement } from "../../../model/index.js";
import { asRefused, useDesk } from "../context.js";
import { useDraft } from "../data/drafts.js";
import type { Refused } from "../data/source.js";

/** Says whether a mention is coded rightly, and why not. Where nothing can be said, nothing is shown but what was said. */
export function Judge({ mention, judged }: { mention: string; judged: Judgement | undefined }) {
  const desk = useDesk();
  const drafts = useDraft();
  const [refused, setRefused] = useState<Refused>();
  const [note, setNote] = useState<string>();
  const drafted = drafts.corrections.findLast((one) => one.kind !== "missing" && one.mention === mention);
  const now = (drafted?.kind as Judgement | undefined) ?? judged;
  if (desk.shell.mode === "server" && desk.shell.role !== "decider")
    return now === undefined ? null : (
      <span class={`chip ${now === "wrong" ? "tone-doubt" : "tone-good"}`}>marked {now}</span>
    );
  const say = async (kind: Judgement, why = "") => {
    const request: CorrectRequest = { kind, mention, note: why };
    try {
      if (desk.shell.mode === "file") drafts.correct(request);
      else {
        await desk.source.post("/api/correct", request);
        desk.forget("/api/corrections", "/api/evidence", "/api/reader", "/api/finding?", "/api/shell");
      }
      setRefused(undefined);
      setNote(kind === "wrong" && why === "" ? "" : undefined);
    } catch (error) {
      setRefused(asRefused(error));
    }
  };
  return (
    <>
      <span class="judge">
        {(["right", "wrong"] as const).map((kind) => (
          <button key={kind} type="button" class="quiet" aria-pressed={now === kind} onClick={() => say(kind)}>
            {now === kind ? `Marked ${kind}` : `Mark as ${kind}`}
          </button>
        ))}
      </span>
      {note !== undefined && now === "wrong" && (
        <form
          class="judge-why"
          onSubmit={(event) => {
            event.preventDefault();
            say("wrong", note.trim());
          }}
        >
          <label>
            Why (may be left out){" "}
            <input maxLength={2000} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
          </label>{" "}
          <button type="submit" class="quiet" disabled={note.trim() === ""}>
            Keep
          </button>
        </form>
      )}
      {refused !== undefined && (
        <span role="alert">
          {refused.refusal.message} {refused.refusal.wayOut}
        </span>
      )}
    </>
  );
}
