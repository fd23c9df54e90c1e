import { useEffect, useState } from "preact/hooks";
import type { DecideRequest, FindingDetail, FindingRow, Matrix, Quote } from "../../../model/index.js";
import { IndicatorChart } from "../charts/indicator.js";
import { asRefused, useDesk, useView } from "../context.js";
import { useDraft } from "../data/drafts.js";
import { silenceOf } from "../data/silence.js";
import type { Refused } from "../data/source.js";
import { Corroboration, Doubts, Status, Strength, Verdict } from "../parts/chips.js";
import { isForPage } from "../parts/keys.js";
import { QuoteCard } from "../parts/quote.js";
import { Show } from "../parts/states.js";
import { capital, counted, instant } from "../parts/words.js";
import { to } from "../route.js";
import { type Deciding, DecisionForm } from "./decision-form.js";
import { useSessionNames } from "./reader.js";

/** A finding with what stands for and against it, and what is decided of it. */
export function FindingPanel({
  row,
  siblings,
  keys,
  next,
}: {
  row: FindingRow;
  /** Other findings of the review, into which it can be merged. */
  siblings: readonly FindingRow[];
  /** Whether single letters decide. */
  keys: boolean;
  next: () => void;
}) {
  const reading = useView<FindingDetail>("/api/finding", { id: row.id });
  const note = useDraft().decisions.findLast(({ finding }) => finding === row.id)?.note ?? "";
  return (
    <section class="panel finding" aria-label="Finding">
      <Show reading={reading} what="the finding">
        {(detail) => (
          <Detail detail={{ ...detail, ...draftOver(detail, row, note) }} siblings={siblings} keys={keys} next={next} />
        )}
      </Show>
    </section>
  );
}

/** What a draft in a file changed of it. */
function draftOver(detail: FindingDetail, row: FindingRow, note: string): Partial<FindingDetail> {
  return row.decidedAt === detail.decidedAt
    ? {}
    : {
        status: row.status,
        statement: row.statement,
        decidedBy: row.decidedBy,
        decidedAt: row.decidedAt,
        into: row.into,
        note,
        changed: false,
      };
}

function Detail({
  detail,
  siblings,
  keys,
  next,
}: {
  detail: FindingDetail;
  siblings: readonly FindingRow[];
  keys: boolean;
  next: () => void;
}) {
  const desk = useDesk();
  const drafts = useDraft();
  const [form, setForm] = useState<Deciding>();
  const [refused, setRefused] = useState<Refused>();
  const [said, setSaid] = useState("");
  const mayDecide = desk.shell.mode === "file" || desk.shell.role === "decider";

  const decide = async (decision: Omit<DecideRequest, "finding" | "seen">, goOn: boolean) => {
    const { id, seen, evidenceHash } = detail;
    const request: DecideRequest = { finding: id, seen, evidenceHash, ...decision };
    try {
      if (desk.shell.mode === "file") {
        const { seen: _seen, ...kept } = request;
        drafts.decide({
          ...kept,
          evidenceHash: detail.evidenceHash,
          ...(decision.status === "edited" ? { drafted: detail.drafted } : {}),
        });
      } else {
        await desk.source.post("/api/decide", request);
        desk.forget("/api/finding", "/api/overview");
      }
      setForm(undefined);
      setRefused(undefined);
      setSaid(decision.status === "candidate" ? "Reopened." : `${capital(decision.status)}.`);
      if (goOn) next();
    } catch (error) {
      setRefused(asRefused(error));
    }
  };

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!mayDecide || !keys || !isForPage(event)) return;
      if (event.key === "a" && detail.status !== "accepted") decide({ status: "accepted", note: "" }, true);
      else if (event.key === "e") setForm("edit");
      else if (event.key === "r") setForm("reject");
      else if (event.key === "m" && siblings.length > 0) setForm("merge");
      else if (event.key === "u" && detail.status !== "candidate") decide({ status: "candidate", note: "" }, false);
      else if (event.key === "Escape") setForm(undefined);
      else return;
      event.preventDefault();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  });

  return (
    <article>
      <header class="finding-head">
        <p class="explain">
          {capital(detail.type)} ·{" "}
          <a href={to(["matrix", detail.review])}>{desk.review(detail.review)?.name ?? detail.review}</a>
        </p>
        <h2>{detail.title}</h2>
        <p class="finding-chips">
          <Strength value={detail.strength} />
          <Verdict verdict={detail.verdict} />
          <Status status={detail.status} into={detail.into} />
          <Corroboration result={detail.corroboration} />
          {detail.since === "new" && <span class="chip tone-new">new since the run before</span>}
        </p>
        <p class="statement">{detail.statement}</p>
        {detail.drafted !== detail.statement && <p class="explain">The rules said: {detail.drafted}</p>}
      </header>
      <Changed detail={detail} />
      {mayDecide && (
        <div class="decide" role="group" aria-label="Decide">
          <button
            type="button"
            class="primary"
            disabled={detail.status === "accepted"}
            onClick={() => decide({ status: "accepted", note: "" }, false)}
          >
            Accept <kbd>a</kbd>
          </button>
          <button type="button" aria-expanded={form === "edit"} onClick={() => setForm("edit")}>
            Edit <kbd>e</kbd>
          </button>
          <button type="button" aria-expanded={form === "reject"} onClick={() => setForm("reject")}>
            Reject <kbd>r</kbd>
          </button>
          <button
            type="button"
            aria-expanded={form === "merge"}
            disabled={siblings.length === 0}
            onClick={() => setForm("merge")}
          >
            Merge <kbd>m</kbd>
          </button>
          <button
            type="button"
            disabled={detail.status === "candidate"}
            onClick={() => decide({ status: "candidate", note: "" }, false)}
          >
            Reopen <kbd>u</kbd>
          </button>
          <span role="status">{said}</span>
        </div>
      )}
      {form !== undefined && (
        <DecisionForm
          key={form}
          form={form}
          detail={detail}
          siblings={siblings}
          close={() => setForm(undefined)}
          decide={(decision) => decide(decision, false)}
        />
      )}
      {refused !== undefined && (
        <Stale
          refused={refused}
          reload={() => {
            setRefused(undefined);
            desk.forget("/api/finding");
          }}
        />
      )}
      <Decided detail={detail} />
      <MergedHere rows={siblings.filter(({ into }) => into === detail.id)} />
      <Doubts codes={detail.codes} />
      <div class="sides">
        <Side
          title="For"
          quotes={detail.evidence}
          more={detail.moreEvidence}
          sessions={detail.sessionsFor}
          detail={detail}
        />
        <Side
          title="Against"
          quotes={detail.counterEvidence}
          more={detail.moreCounterEvidence}
          sessions={detail.sessionsAgainst}
          detail={detail}
        />
      </div>
      <Voices detail={detail} />
      {detail.indicators.length > 0 && (
        <section>
          <h3>Counted data</h3>
          {detail.indicators.map((indicator) => (
            <IndicatorChart key={`${indicator.code} ${indicator.measure}`} indicator={indicator} />
          ))}
        </section>
      )}
      <Bears detail={detail} />
    </article>
  );
}

/** Says that the evidence is no longer what was decided on. */
function Changed({ detail }: { detail: FindingDetail }) {
  if (!detail.changed) return null;
  return (
    <p class="notice" role="note">
      <strong>The evidence has changed since this decision.</strong>{" "}
      {detail.came.length + detail.went > 0 &&
        `${counted(detail.came.length, "mention")} came (marked below), ${detail.went} went. `}
      Accept again to say that it still holds, or reopen it.
    </p>
  );
}

/** A refused decision: what stands now is shown, and nothing is lost. */
function Stale({ refused, reload }: { refused: Refused; reload: () => void }) {
  const current = refused.refusal.current;
  return (
    <div class="state state-refused" role="alert">
      <p>
        <strong>{refused.refusal.message}</strong>
      </p>
      <p>{refused.refusal.wayOut}</p>
      {current !== undefined && (
        <p>
          It now stands as <Status status={current.status} into={current.into} /> by {current.decidedBy || "nobody"}
          {current.decidedAt !== "" && `, ${instant(current.decidedAt)}`}
          {current.note !== "" && `: “${current.note}”`}
        </p>
      )}
      <button type="button" onClick={reload}>
        Show what stands now
      </button>
    </div>
  );
}

function Decided({ detail }: { detail: FindingDetail }) {
  if (detail.status === "candidate" && detail.history.length === 0) return null;
  return (
    <section class="decided">
      {detail.status !== "candidate" && (
        <p>
          {capital(detail.into !== "" ? "merged" : detail.status)} by{" "}
          <strong>{detail.decidedBy || "somebody unnamed"}</strong>
          {detail.decidedAt !== "" && `, ${instant(detail.decidedAt)}`}
          {detail.note !== "" && `: “${detail.note}”`}
          {detail.into !== "" && (
            <>
              {" "}
              into <a href={to(["findings", detail.into])}>this finding</a>
            </>
          )}
        </p>
      )}
      {detail.history.length > 1 && (
        <details>
          <summary>{counted(detail.history.length, "decision")} so far</summary>
          <ol>
            {detail.history.map((one) => (
              <li key={`${one.at} ${one.by}`}>
                {instant(one.at)}, {one.by}:{" "}
                {one.into !== "" ? "merged" : one.status === "candidate" ? "reopened" : one.status}
                {one.note !== "" && ` – “${one.note}”`}
                {one.statement !== "" && ` – now reads “${one.statement}”`}
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

/** Findings that were merged into this one: what they rest on is not lost. */
function MergedHere({ rows }: { rows: readonly FindingRow[] }) {
  if (rows.length === 0) return null;
  return (
    <section class="decided">
      <h3>Merged into this one</h3>
      <ul>
        {rows.map(({ id, title, decidedBy }) => (
          <li key={id}>
            <a href={to(["findings", id])}>{title}</a> {decidedBy !== "" && <small>by {decidedBy}</small>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Side({
  title,
  quotes,
  more,
  sessions,
  detail,
}: {
  title: string;
  quotes: readonly Quote[];
  more: number;
  sessions: readonly string[];
  detail: FindingDetail;
}) {
  const nameOf = useSessionNames();
  const groups = new Map<string, Quote[]>();
  for (const quote of quotes) groups.set(quote.session, [...(groups.get(quote.session) ?? []), quote]);
  return (
    <section class={`side side-${title.toLowerCase()}`}>
      <h3>
        {title}{" "}
        <small>
          {sessions.length === 0 && quotes.length > 0 ? "single voices" : counted(sessions.length, "session")}
        </small>
      </h3>
      {quotes.length === 0 && (
        <p class="explain">
          {title === "For" ? "No quote stands behind it: it rests on silence." : "Nobody contradicts it."}
        </p>
      )}
      {[...groups].map(([session, own]) => (
        <section key={session}>
          <h4>{nameOf(detail.review, session)}</h4>
          <ul class="quotes">
            {own.map((quote) => (
              <QuoteCard key={quote.mention} quote={quote} isNew={detail.came.includes(quote.mention)} />
            ))}
          </ul>
        </section>
      ))}
      {more > 0 && <p class="more">{counted(more, "more quote")}; the matrix leads to them.</p>}
    </section>
  );
}

function Voices({ detail }: { detail: FindingDetail }) {
  const { shell } = useDesk();
  const nameOf = useSessionNames();
  const { review, codes, sessionsSilent: silent } = detail;
  const silence = silenceOf(useView<Matrix>("/api/matrix").view, shell, { review, codes, silent });
  const named = (ids: readonly string[]) => ids.map((id) => nameOf(review, id));
  const rows: [string, readonly string[], string][] = [
    ["Sectors for", detail.sectorsFor, "none"],
    ["Sectors against", detail.sectorsAgainst, "none"],
    ["Uncertain", named(detail.sessionsUncertain), "no session"],
    ["Asked and silent", named(silence.asked), "no session"],
    ["Not asked", named(silence.unasked), "no session"],
    ["Not known whether asked", named(silence.unknown), "no session"],
    ["Asked about it", named(detail.sessionsAsked), "not known of any session"],
  ];
  return (
    <section>
      <h3>Who speaks and who does not</h3>
      <dl class="facet-list">
        {rows.map(([name, values, none]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{values.length === 0 ? <span class="explain">{none}</span> : values.join("; ")}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Bears({ detail }: { detail: FindingDetail }) {
  const { shell, concept } = useDesk();
  const questions = shell.questions.filter(({ question }) => detail.questions.includes(question));
  const headings = shell.frames.flatMap((frame) =>
    frame.headings
      .filter(({ id }) => detail.frames.includes(`${frame.id}/${id}`))
      .map((heading) => ({ frame: frame.title, heading: heading.title })),
  );
  return (
    <section>
      <h3>What it bears on</h3>
      <ul class="plain">
        <li>
          Codes:{" "}
          {detail.codes.map((code, place) => (
            <span key={code}>
              {place > 0 && ", "}
              <a href={to(["matrix", detail.review, code])}>{concept(code).label}</a>
            </span>
          ))}
        </li>
        {questions.map(({ question, title }) => (
          <li key={question}>
            Question {question}: {title}
          </li>
        ))}
        {headings.map(({ frame, heading }) => (
          <li key={`${frame} ${heading}`}>
            {frame}: {heading}
          </li>
        ))}
      </ul>
      <p class="explain">
        Id <code>{detail.id}</code>
      </p>
    </section>
  );
}
