import { useEffect, useRef, useState } from "preact/hooks";
import type { DecideRequest, FindingDetail, FindingRow } from "../../../model/index.js";

/** What is being decided with words. */
export type Deciding = "edit" | "reject" | "merge";

/** Wording, reason or target of a decision. */
export function DecisionForm({
  form,
  detail,
  siblings,
  close,
  decide,
}: {
  form: Deciding;
  detail: FindingDetail;
  siblings: readonly FindingRow[];
  close: () => void;
  decide: (decision: Omit<DecideRequest, "finding" | "seen">) => void;
}) {
  const first = useRef<HTMLElement>(null);
  const [statement, setStatement] = useState(detail.statement);
  const [note, setNote] = useState("");
  const [into, setInto] = useState("");
  useEffect(() => first.current?.focus(), []);
  // Those of the same codes are most likely the ones meant.
  const near = [...siblings].sort(
    (a, b) =>
      Number(b.codes.some((code) => detail.codes.includes(code))) -
        Number(a.codes.some((code) => detail.codes.includes(code))) || b.strength - a.strength,
  );
  const submit = (event: Event) => {
    event.preventDefault();
    if (form === "edit") decide({ status: "edited", statement: statement.trim(), note });
    else if (form === "reject") decide({ status: "rejected", note });
    else decide({ status: "rejected", note: note || "Merged.", into });
  };
  return (
    <form class="decision-form" onSubmit={submit} onKeyDown={(event) => event.key === "Escape" && close()}>
      {form === "edit" && (
        <label>
          <span>Wording</span>
          <textarea
            ref={first as { current: HTMLTextAreaElement | null }}
            required
            rows={4}
            maxLength={4000}
            value={statement}
            onInput={(event) => setStatement(event.currentTarget.value)}
          />
        </label>
      )}
      {form === "merge" && (
        <label>
          <span>Merge into</span>
          <select
            ref={first as { current: HTMLSelectElement | null }}
            required
            value={into}
            onChange={(event) => setInto(event.currentTarget.value)}
          >
            <option value="">Choose a finding of this review</option>
            {near.map(({ id, title, strength }) => (
              <option key={id} value={id}>
                {title} ({strength})
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <span>{form === "reject" ? "Reason" : "Note (may be empty)"}</span>
        <input
          ref={form === "reject" ? (first as { current: HTMLInputElement | null }) : undefined}
          required={form === "reject"}
          maxLength={4000}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </label>
      <p>
        <button type="submit" class="primary">
          {form === "edit" ? "Save the wording" : form === "reject" ? "Reject" : "Merge"}
        </button>{" "}
        <button type="button" onClick={close}>
          Cancel
        </button>
      </p>
    </form>
  );
}
