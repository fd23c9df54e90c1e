import type { Comparison } from "../../../model/index.js";
import { useDesk, useView } from "../context.js";
import { Refused } from "../data/source.js";
import { Select } from "../parts/select.js";
import { Empty, Refusal, Show } from "../parts/states.js";
import { type Column, Table } from "../parts/table.js";
import { counted, instant, number } from "../parts/words.js";
import { go, type Route, to } from "../route.js";

/** What changed between two runs, and because of what. */
export function ComparePage({ route }: { route: Route }) {
  const { shell } = useDesk();
  const after = route.asked.after ?? shell.runs[0] ?? "";
  const before = route.asked.before ?? shell.runs[1] ?? "";
  const reading = useView<Comparison>(before === "" || after === "" ? undefined : "/api/compare", { before, after });
  const runs = shell.runs.map((run) => ({ value: run, words: run }));
  return (
    <>
      <header class="page-head">
        <h1>Compare two runs</h1>
        {shell.runs.length > 1 && (
          <div class="choices">
            <Select
              label="From"
              value={before}
              onChoose={(value) => go(to(["compare"], { before: value, after }))}
              options={runs}
            />
            <Select
              label="To"
              value={after}
              onChoose={(value) => go(to(["compare"], { before, after: value }))}
              options={runs}
            />
          </div>
        )}
      </header>
      {shell.mode === "file" ? (
        <Refusal
          refused={
            new Refused({
              kind: "not-found",
              message: "A file holds one run and cannot be compared with another.",
              wayOut:
                "The overview says what changed against the run before. For any two runs: triangulum diff A B, or triangulum serve.",
            })
          }
        />
      ) : shell.runs.length < 2 ? (
        <Empty>
          <p>Only one run is kept. After the next night there are two to compare.</p>
        </Empty>
      ) : before === after ? (
        <Empty>
          <p>A run does not differ from itself. Choose another one.</p>
        </Empty>
      ) : (
        <Show reading={reading} what="both runs">
          {(comparison) => <Differences comparison={comparison} />}
        </Show>
      )}
    </>
  );
}

function Differences({ comparison }: { comparison: Comparison }) {
  const { review, concept } = useDesk();
  const { causes, counts, documents, verdicts, findings, metadata } = comparison;
  type FindingChange = Comparison["findings"][number];
  type VerdictChange = Comparison["verdicts"][number];
  type DocumentChange = Comparison["documents"][number];
  const ofFindings: Column<FindingChange>[] = [
    {
      head: "Change",
      value: (row) => row.change,
      show: (row) => <span class={`chip change-${row.change}`}>{row.change}</span>,
    },
    { head: "Review", value: (row) => review(row.review)?.name ?? row.review },
    {
      head: "Finding",
      value: (row) => row.title,
      show: (row) => (row.change === "gone" ? row.title : <a href={to(["findings", row.id])}>{row.title}</a>),
    },
    { head: "What", value: (row) => row.what.join("; ").replaceAll("->", "→") },
    { head: "Because of", value: (row) => row.because.join(", ") },
  ];
  const ofVerdicts: Column<VerdictChange>[] = [
    { head: "Review", value: (row) => review(row.review)?.name ?? row.review },
    {
      head: "Code",
      value: (row) => concept(row.code).label,
      show: (row) => <a href={to(["matrix", row.review, row.code])}>{concept(row.code).label}</a>,
    },
    { head: "Before", value: (row) => row.before || "none" },
    { head: "After", value: (row) => row.after || "none" },
    { head: "Because of", value: (row) => row.because.join(", ") },
  ];
  const ofDocuments: Column<DocumentChange>[] = [
    { head: "Change", value: (row) => row.change },
    { head: "Review", value: (row) => review(row.review)?.name ?? row.review },
    { head: "Document", value: (row) => row.document },
  ];
  return (
    <>
      <p>
        From {instant(comparison.startedBefore)} to {instant(comparison.startedAfter)}.{" "}
        {causes.length === 0 ? (
          "Archive, lexicon, rules, pipeline, program and decisions are the same."
        ) : (
          <>
            Changed: <strong>{causes.join(", ")}</strong>.
          </>
        )}
        {metadata.length > 0 && ` Metadata of ${metadata.map((id) => review(id)?.name ?? id).join(", ")}.`}
      </p>
      <ul class="tiles">
        {Object.entries(counts).map(([name, { before, after }]) => (
          <li key={name}>
            <strong>{after - before > 0 ? `+${number(after - before)}` : `−${number(before - after)}`}</strong>
            <span>{name}</span>
            <small>
              {number(before)} → {number(after)}
            </small>
          </li>
        ))}
      </ul>
      {findings.length + verdicts.length + documents.length === 0 && (
        <Empty>
          <p>No finding, verdict or transcript differs.</p>
        </Empty>
      )}
      {findings.length > 0 && (
        <Table
          caption={counted(findings.length, "finding")}
          columns={ofFindings}
          rows={findings}
          keyOf={(row) => row.id}
        />
      )}
      {verdicts.length > 0 && (
        <Table
          caption={counted(verdicts.length, "verdict")}
          columns={ofVerdicts}
          rows={verdicts}
          keyOf={(row) => `${row.review} ${row.code}`}
        />
      )}
      {documents.length > 0 && (
        <Table
          caption={counted(documents.length, "transcript")}
          columns={ofDocuments}
          rows={documents}
          keyOf={(row) => `${row.review} ${row.document} ${row.change}`}
        />
      )}
    </>
  );
}
