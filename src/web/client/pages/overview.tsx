import type { Changes, Overview, Problem, Shell } from "../../../model/index.js";
import { useDesk, useView } from "../context.js";
import { Empty, Show } from "../parts/states.js";
import { type Column, Table } from "../parts/table.js";
import { capital, counted, instant, number } from "../parts/words.js";
import { to } from "../route.js";

/** What is new, what went wrong, how far it is saturated, and what there is to decide. */
export function OverviewPage() {
  const { shell } = useDesk();
  const reading = useView<Overview>("/api/overview");
  return (
    <>
      <header class="page-head">
        <h1>Overview</h1>
        <p class="lead">
          What practitioners said: <strong>perception, not fact</strong>. Every finding is a candidate for an analyst to
          accept, edit or reject. A session that says nothing of a thing has not denied it.
        </p>
        {shell.notice !== "" && <p class="notice">{shell.notice}</p>}
      </header>
      <Show reading={reading} what="the overview">
        {(overview) => (
          <>
            <Counts overview={overview} />
            <div class="columns">
              <Changed changes={overview.changes} shell={shell} />
              <FindingsByType overview={overview} />
            </div>
            <Reviews overview={overview} />
            <Problems problems={overview.problems} />
            <Answers overview={overview} />
          </>
        )}
      </Show>
    </>
  );
}

function Counts({ overview: { counts } }: { overview: Overview }) {
  const tiles: [number, string, string, string][] = [
    [counts.reviews, "review", "reviews", ""],
    [counts.sessions, "session", "sessions", `from ${counted(counts.sectors, "known sector")}`],
    [counts.documents, "document", "documents", counted(counts.words, "word")],
    [counts.evidence, "evidence mention", "evidence mentions", `of ${counted(counts.mentions, "mention")} coded`],
    [counts.codesRaised, "code raised", "codes raised", ""],
    [
      counts.findings,
      "candidate finding",
      "candidate findings",
      `${counts.decided === 0 ? "none" : number(counts.decided)} decided so far`,
    ],
  ];
  return (
    <section aria-label="What this run holds">
      <ul class="tiles">
        {tiles.map(([count, one, many, more]) => (
          <li key={many}>
            <strong>{number(count)}</strong>
            <span>{count === 1 ? one : many}</span>
            {more !== "" && <small>{more}</small>}
          </li>
        ))}
      </ul>
      {counts.changedSince > 0 && (
        <p class="notice">
          <a href={to(["findings"], { show: "changed" })}>
            {counted(counts.changedSince, "decided finding rests", "decided findings rest")}
          </a>{" "}
          on evidence that has changed since the decision. Look at {counts.changedSince === 1 ? "it" : "them"} first.
        </p>
      )}
    </section>
  );
}

/** Findings listed before the rest is left to the findings page. */
const MOST = 8;

function Changed({ changes, shell }: { changes: Changes | undefined; shell: Shell }) {
  return (
    <section class="card" aria-labelledby="changed-title">
      <h2 id="changed-title">What changed</h2>
      {changes === undefined || changes.before === "" ? (
        <Empty>
          <p>
            This is the first run that is kept: there is none before it to compare with. From the next one on, what is
            new stands here.
          </p>
        </Empty>
      ) : (
        <ChangeList changes={changes} />
      )}
      {shell.mode === "server" && shell.runs.length > 1 && (
        <p>
          <a href={to(["compare"])}>Compare any two runs</a>
        </p>
      )}
    </section>
  );
}

function ChangeList({ changes }: { changes: Changes }) {
  const { review, concept } = useDesk();
  const count = (change: string) => changes.findings.filter((one) => one.change === change).length;
  const nothing =
    changes.documents.length + changes.verdicts.length + changes.findings.length + changes.metadata.length === 0;
  if (nothing)
    return (
      <p>
        Nothing{changes.causes.length > 0 ? ", although these changed: " : " changed since the run before."}
        {changes.causes.join(", ")}
      </p>
    );
  return (
    <>
      <p>
        Because of <strong>{changes.causes.join(", ") || "nothing that is recorded"}</strong>:{" "}
        {counted(changes.documents.length, "transcript")}, {counted(changes.verdicts.length, "verdict")},{" "}
        {counted(count("new"), "new finding")}, {counted(count("changed"), "changed")},{" "}
        {counted(count("gone"), "gone", "gone")}.
      </p>
      <ul class="changes">
        {changes.findings.slice(0, MOST).map((one) => (
          <li key={one.id}>
            <span class={`chip change-${one.change}`}>{one.change}</span>{" "}
            {one.change === "gone" ? one.title : <a href={to(["findings", one.id])}>{one.title}</a>}{" "}
            <small>
              {review(one.review)?.name ?? one.review}
              {one.what.length > 0 && ` · ${one.what.join("; ").replaceAll("->", "→")}`}
            </small>
          </li>
        ))}
      </ul>
      {changes.findings.length > MOST && (
        <p>
          <a href={to(["findings"], { show: "new" })}>
            {counted(changes.findings.length - MOST, "more finding is", "more findings are")} new or changed
          </a>
        </p>
      )}
      {changes.verdicts.length > 0 && (
        <details>
          <summary>{counted(changes.verdicts.length, "verdict")} changed</summary>
          <ul class="changes">
            {changes.verdicts.slice(0, 200).map((one) => (
              <li key={`${one.review} ${one.code}`}>
                <a href={to(["matrix", one.review, one.code])}>{concept(one.code).label}</a>,{" "}
                {review(one.review)?.name ?? one.review}: {one.before || "none"} → {one.after || "none"}
              </li>
            ))}
          </ul>
        </details>
      )}
      {changes.documents.length > 0 && (
        <details>
          <summary>{counted(changes.documents.length, "transcript")} changed</summary>
          <ul class="changes">
            {changes.documents.slice(0, 200).map((one) => (
              <li key={`${one.review} ${one.document} ${one.change}`}>
                <span class="chip tone-plain">{one.change}</span> {one.review}/{one.document}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const FIFTHS = ["0–19", "20–39", "40–59", "60–79", "80–100"];

function FindingsByType({ overview: { findings } }: { overview: Overview }) {
  const most = Math.max(1, ...findings.flatMap(({ strengths }) => strengths));
  return (
    <section class="card" aria-labelledby="types-title">
      <h2 id="types-title">Findings by type and strength</h2>
      {findings.length === 0 ? (
        <Empty>
          <p>No rule found anything to claim.</p>
        </Empty>
      ) : (
        <table class="fifths">
          <caption class="hidden">Findings by type, by strength and by decision</caption>
          <thead>
            <tr>
              <th scope="col">Type</th>
              {FIFTHS.map((fifth) => (
                <th scope="col" class="number" key={fifth}>
                  {fifth}
                </th>
              ))}
              <th scope="col" class="number">
                Decided
              </th>
            </tr>
          </thead>
          <tbody>
            {findings.map((row) => {
              const decided = row.accepted + row.edited + row.rejected;
              return (
                <tr key={row.type}>
                  <th scope="row">
                    <a href={to(["findings"], { type: row.type })}>{capital(row.type)}</a>
                  </th>
                  {row.strengths.map((count, place) => (
                    <td
                      key={FIFTHS[place]}
                      class={`number heat-${count === 0 ? 0 : 1 + Math.floor((3.99 * count) / most)}`}
                    >
                      {count === 0 ? "" : number(count)}
                    </td>
                  ))}
                  <td class="number">
                    {number(decided)} of {number(decided + row.candidate)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Reviews({ overview: { saturation } }: { overview: Overview }) {
  const { review } = useDesk();
  const columns: Column<Overview["saturation"][number]>[] = [
    {
      head: "Review",
      value: (row) => review(row.review)?.name ?? row.review,
      show: (row) => <a href={to(["matrix", row.review])}>{review(row.review)?.name ?? row.review}</a>,
    },
    { head: "Sessions", number: true, value: (row) => row.sessions },
    { head: "Codes with evidence", number: true, value: (row) => row.codes },
    {
      head: "Saturation reached",
      value: (row) => row.reachedAt,
      show: (row) =>
        row.reachedAt !== ""
          ? `at sessions ${row.reachedAt.replace("-", "–")}`
          : row.ratio === undefined
            ? "not assessed"
            : "not reached",
    },
    {
      head: "Last share of new codes",
      number: true,
      value: (row) => row.ratio ?? -1,
      show: (row) => (row.ratio === undefined ? "–" : `${(100 * row.ratio).toFixed(1)} %`),
    },
    {
      head: "Median of shuffles",
      number: true,
      value: (row) => row.medianReachedAt ?? -1,
      show: (row) => (row.medianReachedAt === undefined ? "–" : String(row.medianReachedAt)),
    },
    { head: "Note", value: (row) => row.note },
  ];
  return (
    <section aria-labelledby="reviews-title">
      <h2 id="reviews-title">Reviews and their saturation</h2>
      <p class="explain">
        Saturation after Guest, Namey and Chen (2020): base 4, run 2, at or below 5 %. With a fixed codebook it measures
        when the lexicon is exhausted, not when there is nothing left to hear.
      </p>
      {saturation.length === 0 ? (
        <Empty>
          <p>No review was coded. The problems below say what was found instead.</p>
        </Empty>
      ) : (
        <Table
          caption="Saturation by review"
          hideCaption
          columns={columns}
          rows={saturation}
          keyOf={(row) => row.review}
        />
      )}
    </section>
  );
}

const SEVERITIES = ["error", "warning", "info"] as const;

function Problems({ problems }: { problems: readonly Problem[] }) {
  const { review } = useDesk();
  const columns: Column<Problem>[] = [
    {
      head: "Severity",
      value: (row) => SEVERITIES.indexOf(row.severity),
      show: (row) => <span class={`chip severity-${row.severity}`}>{row.severity}</span>,
    },
    { head: "Review", value: (row) => review(row.review)?.name ?? row.review },
    { head: "Where", value: (row) => [row.document, row.place].filter(Boolean).join(", ") },
    { head: "What", value: (row) => row.message },
    { head: "Way out", value: (row) => row.wayOut },
  ];
  const sorted = SEVERITIES.flatMap((severity) => problems.filter((problem) => problem.severity === severity));
  const counts = SEVERITIES.map(
    (severity) => [severity, problems.filter((one) => one.severity === severity).length] as const,
  );
  return (
    <section aria-labelledby="problems-title">
      <h2 id="problems-title">Problems in the input</h2>
      {problems.length === 0 ? (
        <Empty>
          <p>No problems were met.</p>
        </Empty>
      ) : (
        <>
          <p>
            {counts
              .filter(([, count]) => count > 0)
              .map(([severity, count]) => (
                <span class={`chip severity-${severity}`} key={severity}>
                  {counted(
                    count,
                    severity === "info" ? "guess" : severity,
                    severity === "info" ? "guesses" : `${severity}s`,
                  )}
                </span>
              ))}
          </p>
          <details open={problems.length <= 12 || problems.some(({ severity }) => severity === "error")}>
            <summary>Show them</summary>
            <Table
              caption="Problems, most severe first"
              hideCaption
              columns={columns}
              rows={sorted}
              keyOf={(row) => JSON.stringify(row)}
            />
          </details>
        </>
      )}
    </section>
  );
}

function Answers({ overview: { answers } }: { overview: Overview }) {
  const { shell, review } = useDesk();
  if (answers.length === 0) return null;
  return (
    <section aria-labelledby="answers-title">
      <h2 id="answers-title">The eight questions of a locality review</h2>
      {shell.questions.map(({ question, title }) => (
        <details key={question} class="answer">
          <summary>
            {question}. {title}
          </summary>
          {answers
            .filter((answer) => answer.question === question)
            .map((answer) => (
              <div key={answer.review}>
                <h3>{review(answer.review)?.name ?? answer.review}</h3>
                {answer.sentences.length === 0 ? <p class="explain">Nothing that was said bears on it.</p> : null}
                <ul>
                  {answer.sentences.map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
                {answer.findings.length > 0 && (
                  <p>
                    <a href={to(["findings"], { review: answer.review, question: String(question) })}>
                      {counted(answer.findings.length, "finding bears", "findings bear")} on it
                    </a>
                  </p>
                )}
              </div>
            ))}
        </details>
      ))}
      {shell.run !== "" && <p class="explain">Run {instant(shell.run)}</p>}
    </section>
  );
}
