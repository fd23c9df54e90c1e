import type { ComponentChildren } from "preact";
import type { Reading } from "../context.js";
import type { Refused } from "../data/source.js";

/** What could not be shown, why, and what can be done. */
export function Refusal({ refused, again }: { refused: Refused; again?: () => void }) {
  return (
    <div class="state state-refused" role="alert">
      <p>
        <strong>{refused.refusal.message}</strong>
      </p>
      <p>{refused.refusal.wayOut}</p>
      {again !== undefined && refused.refusal.kind === "failed" && (
        <button type="button" onClick={again}>
          Try again
        </button>
      )}
    </div>
  );
}

/** Where there is nothing to show, and why that is so. */
export function Empty({ children }: { children: ComponentChildren }) {
  return <div class="state">{children}</div>;
}

/** A view when it is there; until then that it is on its way, or why it does not come. */
export function Show<V>({
  reading,
  what,
  children,
}: {
  reading: Reading<V>;
  /** What is being read, for "Reading the matrix…". */
  what: string;
  children: (view: V) => ComponentChildren;
}) {
  if (reading.view !== undefined) return <>{children(reading.view)}</>;
  if (reading.refused !== undefined) return <Refusal refused={reading.refused} again={reading.again} />;
  return (
    <p class="state state-loading" role="status">
      Reading {what}…
    </p>
  );
}
