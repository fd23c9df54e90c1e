import { useEffect, useMemo, useRef } from "preact/hooks";
import type { FindingList, FindingRow } from "../../../model/index.js";
import { useDesk, useView } from "../context.js";
import { useDraft } from "../data/drafts.js";
import { useWindow } from "../data/virtual.js";
import { Status, Strength, Verdict } from "../parts/chips.js";
import { isForPage, useKeys } from "../parts/keys.js";
import { Select } from "../parts/select.js";
import { SignedDownload } from "../parts/signed-download.js";
import { Empty, Show } from "../parts/states.js";
import { capital, counted, number } from "../parts/words.js";
import { go, type Route, to } from "../route.js";
import { FindingPanel } from "./finding.js";

const ROW = 92;

/** Findings to decide, one list and one at a time; keys do all of it. */
export function FindingsPage({ route }: { route: Route }) {
  const reading = useView<FindingList>("/api/findings");
  return (
    <>
      {reading.view === undefined && <h1>Findings</h1>}
      <Show reading={reading} what="the findings">
        {({ findings }) => <Findings findings={findings} route={route} />}
      </Show>
    </>
  );
}

/** What is asked of the list. */
function shownOf(findings: readonly FindingRow[], asked: Route["asked"]): FindingRow[] {
  const { review, type, status, code, question, show, q, sort } = asked;
  const words = (q ?? "").toLowerCase();
  const kept = findings.filter(
    (row) =>
      (!review || row.review === review) &&
      (!type || row.type === type) &&
      (!status || (status === "open" ? row.status === "candidate" : row.status === status)) &&
      (!code || row.codes.includes(code)) &&
      (!question || row.questions.includes(Number(question))) &&
      (!show || (show === "new" ? row.since !== "" : row.changed)) &&
      (words === "" || `${row.title} ${row.statement}`.toLowerCase().includes(words)),
  );
  return sort === "review" ? kept : kept.sort((a, b) => b.strength - a.strength || (a.id < b.id ? -1 : 1));
}

function Findings({ findings, route }: { findings: readonly FindingRow[]; route: Route }) {
  const desk = useDesk();
  const drafts = useDraft();
  const decided = useMemo(() => {
    const last = new Map(drafts.decisions.map((decision) => [decision.finding, decision]));
    return findings.map((row): FindingRow => {
      const own = last.get(row.id);
      return own === undefined
        ? row
        : {
            ...row,
            status: own.status,
            statement: own.statement ?? row.statement,
            into: own.into ?? "",
            decidedBy: own.by || "you, not yet saved",
            decidedAt: own.at,
            changed: false,
          };
    });
  }, [findings, drafts.decisions]);
  const shown = useMemo(() => shownOf(decided, route.asked), [decided, route.asked]);
  const [, chosen] = route.parts;
  const at = shown.findIndex(({ id }) => id === chosen);
  const current = decided.find(({ id }) => id === chosen);
  const ask = (more: Record<string, string>) => go(to(route.parts, { ...route.asked, ...more }), true);
  const choose = (place: number) => {
    const row = shown[Math.max(0, Math.min(shown.length - 1, place))];
    if (row !== undefined) go(to(["findings", row.id], route.asked), true);
  };
  const keys = useKeys();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!keys.on || !isForPage(event)) return;
      if (event.key === "j") choose(at + 1);
      else if (event.key === "k") choose(at < 0 ? 0 : at - 1);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  });
  const open = decided.filter(({ status }) => status === "candidate").length;
  return (
    <>
      <header class="page-head">
        <h1>Findings</h1>
        <p class="explain">
          {counted(decided.length, "finding")}, {number(open)} to decide. Keys: <kbd>j</kbd> next, <kbd>k</kbd> back,{" "}
          <kbd>a</kbd> accept, <kbd>e</kbd> edit, <kbd>r</kbd> reject, <kbd>m</kbd> merge, <kbd>u</kbd> reopen{" "}
          <label class="keys-on">
            <input type="checkbox" checked={keys.on} onChange={(event) => keys.turn(event.currentTarget.checked)} />{" "}
            keys on
          </label>
        </p>
        <Filters findings={decided} asked={route.asked} ask={ask} />
        {desk.shell.mode === "file" && <DraftBar />}
      </header>
      <div class="beside beside-open findings">
        {shown.length === 0 ? (
          <Empty>
            <p>
              <strong>
                {findings.length === 0 ? "No rule found anything to claim." : "No finding answers these filters."}
              </strong>{" "}
              {findings.length > 0 && <a href={to(["findings"])}>Show all of them</a>}
            </p>
          </Empty>
        ) : (
          <List rows={shown} at={at} asked={route.asked} />
        )}
        {current === undefined ? (
          <section class="panel">
            <Empty>
              <p>
                {chosen === undefined
                  ? "Choose a finding, or press j, to see what stands for and against it."
                  : "This finding is not in this run. The evidence behind it may have gone."}
              </p>
            </Empty>
          </section>
        ) : (
          <FindingPanel
            key={current.id}
            row={current}
            siblings={decided.filter(({ review, id }) => review === current.review && id !== current.id)}
            keys={keys.on}
            next={() => choose(at + 1)}
          />
        )}
      </div>
    </>
  );
}

function List({ rows, at, asked }: { rows: readonly FindingRow[]; at: number; asked: Route["asked"] }) {
  const desk = useDesk();
  const scroll = useRef<HTMLElement>(null);
  const { items, total, scrollTo } = useWindow({ count: rows.length, scroll, size: () => ROW, overscan: 6 });
  useEffect(() => {
    if (at >= 0) scrollTo(at);
  }, [at]);
  return (
    <nav class="finding-list" ref={scroll} aria-label={counted(rows.length, "finding")}>
      <ol style={{ height: `${total}px` }}>
        {items.map(({ index, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <li
              key={row.id}
              style={{ top: `${start}px`, height: `${ROW}px` }}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
            >
              <a
                href={to(["findings", row.id], asked)}
                aria-current={index === at ? "true" : undefined}
                class={row.status === "rejected" ? "rejected" : undefined}
              >
                <span class="finding-title">{row.title}</span>
                <span class="finding-where">
                  {desk.review(row.review)?.name ?? row.review} · {row.for} for
                  {row.against > 0 ? `, ${row.against} against` : ""}
                </span>
                <span class="finding-chips">
                  <Strength value={row.strength} />
                  <Status status={row.status} into={row.into} />
                  {row.changed && <span class="chip tone-doubt">evidence changed</span>}
                  {row.since === "new" && <span class="chip tone-new">new</span>}
                  <Verdict verdict={row.verdict} />
                </span>
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function Filters({
  findings,
  asked,
  ask,
}: {
  findings: readonly FindingRow[];
  asked: Route["asked"];
  ask: (more: Record<string, string>) => void;
}) {
  const { shell, concept } = useDesk();
  const types = [...new Set(findings.map(({ type }) => type))].sort();
  const codes = [...new Set(findings.flatMap((row) => row.codes))].sort((a, b) =>
    concept(a).label < concept(b).label ? -1 : 1,
  );
  const all = (words = "all") => ({ value: "", words });
  return (
    <div class="choices">
      <Select
        label="Review"
        value={asked.review ?? ""}
        onChoose={(review) => ask({ review })}
        options={[all(), ...shell.reviews.map(({ id, name }) => ({ value: id, words: name }))]}
      />
      <Select
        label="Type"
        value={asked.type ?? ""}
        onChoose={(type) => ask({ type })}
        options={[all(), ...types.map((type) => ({ value: type, words: capital(type) }))]}
      />
      <Select
        label="Status"
        value={asked.status ?? ""}
        onChoose={(status) => ask({ status })}
        options={[
          all("any"),
          { value: "open", words: "to decide" },
          ...["accepted", "edited", "rejected"].map((value) => ({ value, words: value })),
        ]}
      />
      <Select
        label="Code"
        value={asked.code ?? ""}
        onChoose={(code) => ask({ code })}
        options={[all(), ...codes.map((id) => ({ value: id, words: concept(id).label }))]}
      />
      <Select
        label="Question"
        value={asked.question ?? ""}
        onChoose={(question) => ask({ question })}
        options={[
          all(),
          ...shell.questions.map(({ question, title }) => ({
            value: String(question),
            words: `${question}. ${title}`,
          })),
        ]}
      />
      <Select
        label="Show"
        value={asked.show ?? ""}
        onChoose={(show) => ask({ show })}
        options={[
          all("everything"),
          { value: "new", words: "new or changed since the run before" },
          { value: "changed", words: "decided on other evidence" },
        ]}
      />
      <Select
        label="Order"
        value={asked.sort ?? ""}
        onChoose={(sort) => ask({ sort })}
        options={[all("strongest first"), { value: "review", words: "by review" }]}
      />
      <label class="choice">
        <span>Words</span>
        <input type="search" value={asked.q ?? ""} onInput={(event) => ask({ q: event.currentTarget.value })} />
      </label>
    </div>
  );
}

/** In a file: what was decided here, to take away. */
function DraftBar() {
  const { decisions } = useDraft();
  if (decisions.length === 0)
    return (
      <p class="explain">
        This is a file: what you decide here is kept while it is open, and downloaded for{" "}
        <code>triangulum decisions import</code>.
      </p>
    );
  return (
    <p class="notice draft-bar">
      {counted(decisions.length, "decision is", "decisions are")} not saved yet.{" "}
      <SignedDownload name="decisions" did="decided" rows={decisions} />
    </p>
  );
}
