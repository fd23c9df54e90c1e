import { useEffect, useState } from "preact/hooks";
import type { CodeTerms, Preview, PreviewSentence, Proposed, Term } from "../../../model/index.js";
import { asRefused, useDesk, useView } from "../context.js";
import type { Refused } from "../data/source.js";
import { Doubts } from "../parts/chips.js";
import { Sentence } from "../parts/quote.js";
import { Select } from "../parts/select.js";
import { Empty, Refusal, Show } from "../parts/states.js";
import { type Column, Table } from "../parts/table.js";
import { counted, number } from "../parts/words.js";
import { go, type Route, to } from "../route.js";

/** Terms of a code, changed to see what would be gained and lost. */
export function LexiconPage({ route }: { route: Route }) {
  const desk = useDesk();
  const code = route.parts[1] ?? desk.shell.concepts[0]?.id ?? "";
  const reading = useView<CodeTerms>(code === "" ? undefined : "/api/terms", { code });
  return (
    <>
      <header class="page-head">
        <h1>Lexicon preview</h1>
        <p class="lead">
          Change the terms of a code and see which sentences it would gain and lose. Nothing changes until somebody puts
          the proposal into the lexicon.
        </p>
        <div class="choices">
          <Select
            label="Code"
            value={code}
            onChoose={(value) => go(to(["lexicon", value]))}
            options={desk.shell.concepts.map(({ id, label }) => ({ value: id, words: label }))}
          />
        </div>
        <p class="explain">{desk.concept(code).definition}</p>
        <Doubts codes={[code]} />
      </header>
      <Show reading={reading} what="the terms">
        {(terms) => <Editor key={code} terms={terms} />}
      </Show>
    </>
  );
}

/** A line of the editor: a plain term as it is, one with company as JSON. */
function lineOf(term: string | Term): string {
  return typeof term === "string" ? term : JSON.stringify(term);
}

function termsOf(lines: string): (string | Term)[] {
  return lines
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      if (!line.startsWith("{")) return line;
      try {
        return JSON.parse(line) as Term;
      } catch {
        return line;
      }
    });
}

function Editor({ terms }: { terms: CodeTerms }) {
  const desk = useDesk();
  const written = terms.terms.map(lineOf).join("\n");
  const [lines, setLines] = useState(written);
  const [note, setNote] = useState("");
  const [preview, setPreview] = useState<Preview>();
  const [tried, setTried] = useState("");
  const [proposed, setProposed] = useState<Proposed>();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const changed = lines !== written;
  const request = { code: terms.code, terms: termsOf(lines), note };

  const look = async () => {
    if (busy) return;
    setBusy(true);
    try {
      const now = lines;
      setPreview((await desk.source.post("/api/preview", { ...request, note: "" })) as Preview);
      setTried(now);
      setRefused(undefined);
    } catch (error) {
      setRefused(asRefused(error));
    } finally {
      setBusy(false);
    }
  };
  const propose = async () => {
    setBusy(true);
    try {
      setProposed((await desk.source.post("/api/propose", request)) as Proposed);
      setRefused(undefined);
    } catch (error) {
      setRefused(asRefused(error));
    } finally {
      setBusy(false);
    }
  };
  useEffect(() => setProposed(undefined), [lines]);
  return (
    <div class="lexicon">
      <section class="card" aria-labelledby="terms-title">
        <h2 id="terms-title">Terms, one a line</h2>
        <label class="hidden" for="terms">
          Terms of {desk.concept(terms.code).label}
        </label>
        <textarea
          id="terms"
          class="code"
          rows={Math.min(28, Math.max(10, terms.terms.length + 2))}
          spellcheck={false}
          value={lines}
          onInput={(event) => setLines(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) look();
          }}
        />
        <p>
          <button type="button" class="primary" disabled={!changed || busy} onClick={look}>
            Preview
          </button>{" "}
          <button type="button" disabled={!changed} onClick={() => setLines(written)}>
            Put back
          </button>{" "}
          <span role="status">{busy ? "Looking…" : ""}</span>
        </p>
        <details>
          <summary>How often each term is met</summary>
          <ul class="plain">
            {terms.terms.map((term) => {
              const text = typeof term === "string" ? term : term.term;
              return (
                <li key={lineOf(term)}>
                  <code>{text}</code> {number(terms.mentions[text] ?? 0)}
                </li>
              );
            })}
          </ul>
        </details>
      </section>
      <section class="card" aria-labelledby="preview-title">
        <h2 id="preview-title">What would change</h2>
        {refused !== undefined && <Refusal refused={refused} />}
        {preview === undefined ? (
          <Empty>
            <p>Change a term and press Preview, or Ctrl and Enter.</p>
          </Empty>
        ) : (
          <>
            {preview.problems.map((problem) => (
              <p class="notice" key={problem}>
                {problem}
              </p>
            ))}
            <p role="status">
              {counted(preview.before, "mention")} before, {number(preview.after)} after:{" "}
              {number(preview.gained.length + preview.moreGained)} gained,{" "}
              {number(preview.lost.length + preview.moreLost)} lost, in {counted(preview.documents, "transcript")} (
              {(preview.milliseconds / 1000).toFixed(1)} s).
            </p>
            {preview.judged.length > 0 && (
              <ul class="plain">
                {preview.judged.map(({ kind, of, now }) => (
                  <li key={kind}>
                    {ANSWERS[kind]}: {number(now)} of {number(of)}
                  </li>
                ))}
              </ul>
            )}
            <Sentences title="Gained" sentences={preview.gained} more={preview.moreGained} />
            <Sentences title="Lost" sentences={preview.lost} more={preview.moreLost} />
            <ByReview preview={preview} />
            {desk.shell.role === "decider" && (
              <form
                onSubmit={(event) => {
                  event.preventDefault();
                  propose();
                }}
              >
                <label>
                  <span>Why (kept with the proposal)</span>
                  <input value={note} onInput={(event) => setNote(event.currentTarget.value)} />
                </label>
                <button type="submit" disabled={busy || preview.problems.length > 0 || lines !== tried}>
                  Save as a proposal
                </button>
                {lines !== tried && <p class="explain">The terms were changed since; look at the preview again.</p>}
              </form>
            )}
            {proposed !== undefined && (
              <div role="status">
                <p>
                  Saved as <code>{proposed.path}</code>. Lay it over the lexicon with <code>overlays:</code> in the
                  pipeline, or put it into the lexicon.
                </p>
                <pre>{proposed.yaml}</pre>
              </div>
            )}
          </>
        )}
      </section>
    </div>
  );
}

/** What of each kind of correction an edit can answer. */
const ANSWERS = {
  wrong: "Mentions marked wrong that go",
  missing: "Missing mentions that are found",
  right: "Mentions marked right that are lost",
} as const;

/** What becomes of counts and verdicts; the codes that give way to this one stand there too. */
function ByReview({ preview }: { preview: Preview }) {
  const { review, concept } = useDesk();
  if (preview.reviews.length === 0) return null;
  const columns: Column<Preview["reviews"][number]>[] = [
    { head: "Review", value: (row) => review(row.review)?.name ?? row.review },
    { head: "Code", value: (row) => concept(row.code).label },
    { head: "Before", number: true, value: (row) => row.before },
    { head: "After", number: true, value: (row) => row.after },
    {
      head: "Verdict",
      value: (row) => row.verdictAfter,
      show: (row) =>
        row.verdictBefore === row.verdictAfter ? row.verdictAfter : `${row.verdictBefore} → ${row.verdictAfter}`,
    },
  ];
  return (
    <details open={preview.reviews.some((row) => row.verdictBefore !== row.verdictAfter)}>
      <summary>By review</summary>
      <Table
        caption="By review"
        hideCaption
        columns={columns}
        rows={preview.reviews}
        keyOf={(row) => `${row.review} ${row.code}`}
      />
    </details>
  );
}

function Sentences({ title, sentences, more }: { title: string; sentences: readonly PreviewSentence[]; more: number }) {
  const { review } = useDesk();
  if (sentences.length === 0) return null;
  return (
    <section>
      <h3>
        {title} <small>{number(sentences.length + more)}</small>
      </h3>
      <ul class="quotes">
        {sentences.map((one) => (
          <li class="quote" key={`${one.review}/${one.document}/${one.start}/${one.at[0]}`}>
            <blockquote>
              <Sentence text={one.quote} at={one.at} />
            </blockquote>
            <p class="source">
              <span>{review(one.review)?.name ?? one.review}</span> <code>{one.term}</code>
              <a href={to(["read", one.review, one.document], { from: String(one.start) })}>Read in context</a>
            </p>
          </li>
        ))}
      </ul>
      {more > 0 && <p class="more">{number(more)} more are not listed.</p>}
    </section>
  );
}
