import { useState } from "preact/hooks";
import type { SearchResults } from "../../../model/index.js";
import { useDesk, useView } from "../context.js";
import { Masked } from "../parts/quote.js";
import { Select } from "../parts/select.js";
import { Empty, Show } from "../parts/states.js";
import { counted, number } from "../parts/words.js";
import { go, type Route, to } from "../route.js";
import { useSessionNames } from "./reader.js";

const PAGE = 50;

/** Words in their context, over all transcripts. */
export function SearchPage({ route }: { route: Route }) {
  const desk = useDesk();
  const { q = "", review = "", code = "", offset = "0" } = route.asked;
  const [words, setWords] = useState(q);
  const from = Math.max(0, Number.parseInt(offset, 10) || 0);
  const reading = useView<SearchResults>(q === "" ? undefined : "/api/search", {
    q,
    review: review || undefined,
    code: code || undefined,
    offset: from,
  });
  const ask = (more: Record<string, string>) => go(to(["search"], { q, review, code, ...more }));
  return (
    <>
      <header class="page-head">
        <h1>Search</h1>
        <form
          class="choices"
          role="search"
          onSubmit={(event) => {
            event.preventDefault();
            ask({ q: words.trim() });
          }}
        >
          <label class="choice search-words">
            <span>Words that stand in one sentence; “words in quotation marks” stand together</span>
            <input
              type="search"
              maxLength={200}
              value={words}
              onInput={(event) => setWords(event.currentTarget.value)}
            />
          </label>
          <Select
            label="Review"
            value={review}
            onChoose={(value) => ask({ review: value })}
            options={[
              { value: "", words: "all" },
              ...desk.shell.reviews.map(({ id, name }) => ({ value: id, words: name })),
            ]}
          />
          <Select
            label="Coded as"
            value={code}
            onChoose={(value) => ask({ code: value })}
            options={[
              { value: "", words: "anything" },
              ...desk.shell.concepts.map(({ id, label }) => ({ value: id, words: label })),
            ]}
          />
          <button type="submit" class="primary">
            Search
          </button>
        </form>
      </header>
      {q === "" ? (
        <Empty>
          <p>
            Every sentence of every transcript can be found here with its codes. Try{" "}
            <a href={to(["search"], { q: "key safe" })}>key safe</a>,{" "}
            <a href={to(["search"], { q: '"not shared"' })}>“not shared”</a> or{" "}
            <a href={to(["search"], { q: "train school" })}>train school</a>.
          </p>
        </Empty>
      ) : (
        <>
          <Codes words={q} />
          <Show reading={reading} what="what was found">
            {(results) => (
              <Found results={results} from={from} page={(next) => ask({ offset: String(next) })} ask={ask} />
            )}
          </Show>
        </>
      )}
    </>
  );
}

/** Codes whose name or definition holds all the words. */
function Codes({ words }: { words: string }) {
  const { shell } = useDesk();
  const wanted = words.toLowerCase().replaceAll('"', " ").split(/\s+/).filter(Boolean);
  const found = shell.concepts.filter(({ label, definition }) => {
    const text = `${label} ${definition}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  if (found.length === 0) return null;
  return (
    <section aria-labelledby="codes-found">
      <h2 id="codes-found">
        Codes <small>{number(found.length)}</small>
      </h2>
      <ul class="code-hits">
        {found.map(({ id, label, definition }) => (
          <li key={id}>
            <a href={to(["matrix", "all", id])} title={definition}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Found({
  results,
  from,
  page,
  ask,
}: {
  results: SearchResults;
  from: number;
  page: (offset: number) => void;
  ask: (more: Record<string, string>) => void;
}) {
  const desk = useDesk();
  const nameOf = useSessionNames();
  if (results.total === 0)
    return (
      <Empty>
        <p>
          <strong>No sentence holds all of it.</strong> Fewer words, or the beginning of one, find more:{" "}
          <em>exploit</em> finds <em>exploited</em> and <em>exploitation</em>.
        </p>
      </Empty>
    );
  return (
    <div class="found">
      <section aria-label="Sentences">
        <p role="status">{counted(results.total, "sentence")}</p>
        <table class="kwic">
          <caption class="hidden">Keyword in context</caption>
          <colgroup>
            <col class="left" />
            <col class="keyword" />
            <col class="right" />
            <col class="where" />
          </colgroup>
          <thead>
            <tr>
              <th scope="col" class="left">
                Before
              </th>
              <th scope="col" class="keyword">
                Keyword
              </th>
              <th scope="col">After</th>
              <th scope="col">Where</th>
            </tr>
          </thead>
          <tbody>
            {results.hits.map((hit) => (
              <tr
                key={`${hit.review}/${hit.document}/${hit.start}`}
                class={hit.role === "interviewer" ? "turn-interviewer" : undefined}
              >
                <td class="left">
                  <span>
                    <Masked text={hit.left} />
                  </span>
                </td>
                <td class="keyword">
                  <mark>{hit.keyword}</mark>
                </td>
                <td class="right">
                  <Masked text={hit.right} />
                  {hit.codes.length > 0 && (
                    <small>
                      {hit.codes.map((code, place) => (
                        <span key={code}>
                          {place > 0 && " · "}
                          <a href={to(["matrix", hit.review, code, ...(hit.session === "" ? [] : [hit.session])])}>
                            {desk.concept(code).label}
                          </a>
                        </span>
                      ))}
                    </small>
                  )}
                </td>
                <td class="where">
                  <a href={to(["read", hit.review, hit.document], { from: String(hit.start) })}>
                    {nameOf(hit.review, hit.session) || hit.document}
                  </a>
                  <small>{desk.review(hit.review)?.name ?? hit.review}</small>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p class="pager">
          <button type="button" disabled={from === 0} onClick={() => page(Math.max(0, from - PAGE))}>
            Back
          </button>
          <span>
            {number(from + 1)} to {number(Math.min(results.total, from + PAGE))} of {number(results.total)}
          </span>
          <button type="button" disabled={from + PAGE >= results.total} onClick={() => page(from + PAGE)}>
            Next
          </button>
        </p>
      </section>
      <aside class="tally-side" aria-label="Where it was found">
        <h2>By code</h2>
        <ul class="plain">
          {results.byCode.slice(0, 15).map(({ code, hits }) => (
            <li key={code}>
              <button type="button" class="link" onClick={() => ask({ code })}>
                {desk.concept(code).label}
              </button>{" "}
              {number(hits)}
            </li>
          ))}
        </ul>
        <h2>By review</h2>
        <ul class="plain">
          {results.byReview.slice(0, 15).map(({ review, hits }) => (
            <li key={review}>
              <button type="button" class="link" onClick={() => ask({ review })}>
                {desk.review(review)?.name ?? review}
              </button>{" "}
              {number(hits)}
            </li>
          ))}
        </ul>
      </aside>
    </div>
  );
}
