import type { Doubt } from "../../../model/index.js";
import { useDesk } from "../context.js";
import { CORROBORATIONS, STANCES, type StanceLetter, VERDICTS, type VerdictName } from "./words.js";

/** A stance by sign, colour and word. */
export function Stance({ letter }: { letter: StanceLetter }) {
  const { name, sign } = STANCES[letter];
  return (
    <span class={`chip stance-${letter}`}>
      {sign !== "" && <span aria-hidden="true">{sign} </span>}
      {name}
    </span>
  );
}

/** A verdict by sign and word. */
export function Verdict({ verdict }: { verdict: string }) {
  const known = VERDICTS[verdict as VerdictName];
  if (known === undefined) return null;
  return (
    <span class={`chip verdict-${known.look}`} title={known.says}>
      {known.sign !== "" && <span aria-hidden="true">{known.sign} </span>}
      {verdict}
    </span>
  );
}

/** What counted data say of a claim. */
export function Corroboration({ result }: { result: string }) {
  const known = CORROBORATIONS[result as keyof typeof CORROBORATIONS];
  if (known === undefined) return null;
  return (
    <span class={`chip tone-${known.look}`} title={known.says}>
      {result === "not tested" ? "data: not tested" : `${result} by data`}
    </span>
  );
}

/** How a finding stands. */
export function Status({ status, into }: { status: string; into?: string }) {
  const words = into ? "merged" : status;
  return <span class={`chip status-${status}`}>{words}</span>;
}

/** What is known to be weak about codes, said beside what rests on them; nothing where nothing is known. */
export function Doubts({ codes, short = false }: { codes: readonly string[]; short?: boolean }) {
  const desk = useDesk();
  const doubts = desk.doubts(codes);
  if (doubts.length === 0) return null;
  if (short)
    return (
      <span class="chip tone-doubt" title={doubts.map(({ says }) => says).join(" ")}>
        weak terms<span class="hidden">: {doubts.map(({ says }) => says).join(" ")}</span>
      </span>
    );
  return (
    <aside class="doubt" aria-label="Doubt about the coding">
      <p>
        <strong>Read with doubt</strong>
      </p>
      <ul>
        {doubts.map((doubt: Doubt) => (
          <li key={`${doubt.code} ${doubt.source}`}>
            <strong>{desk.concept(doubt.code).label}</strong>: {doubt.says}
          </li>
        ))}
      </ul>
    </aside>
  );
}

/** Strength from 0 to 100 as a small bar with its number; it orders and never hides. */
export function Strength({ value }: { value: number }) {
  return (
    <span class="strength" title={`Strength ${value} of 100: it orders findings and hides none`}>
      <svg viewBox="0 0 40 6" width="40" height="6" aria-hidden="true">
        <rect class="strength-ground" width="40" height="6" rx="3" />
        <rect class="strength-bar" width={(40 * value) / 100} height="6" rx="3" />
      </svg>
      <span class="hidden">strength </span>
      {value}
    </span>
  );
}
