import type { CorrectionList, CorrectionView } from "../../../model/index.js";
import { useDesk, useView } from "../context.js";
import { useDraft } from "../data/drafts.js";
import { Doubts } from "../parts/chips.js";
import { Masked } from "../parts/quote.js";
import { SignedDownload } from "../parts/signed-download.js";
import { Empty, Show } from "../parts/states.js";
import { type Column, Table } from "../parts/table.js";
import { counted, instant } from "../parts/words.js";
import { to } from "../route.js";

/** What analysts said of the coding, and how often each term was right. */
export function CorrectionsPage() {
  const desk = useDesk();
  const reading = useView<CorrectionList>("/api/corrections");
  return (
    <>
      <header class="page-head">
        <h1>Corrections</h1>
        <p class="lead">
          A mention is marked as right or wrong beside its quote or in its transcript; a missing one is added in the
          transcript. The rows can be used in <code>triangulum lexicon preview</code> and <code>triangulum agree</code>.
          They change no number until the lexicon changes.
        </p>
      </header>
      {desk.shell.doubts.length > 0 && <Doubts codes={desk.shell.concepts.map(({ id }) => id)} />}
      {desk.shell.mode === "file" ? (
        <Drafted />
      ) : (
        <Show reading={reading} what="the corrections">
          {(list) => <Listed list={list} />}
        </Show>
      )}
    </>
  );
}

function Listed({ list }: { list: CorrectionList }) {
  const { concept } = useDesk();
  const columns: Column<CorrectionView>[] = [
    { head: "When", value: (row) => row.at, show: (row) => instant(row.at) },
    { head: "Who", value: (row) => row.by },
    {
      head: "What",
      value: (row) => row.kind,
      show: (row) => (
        <span class={`chip ${row.kind === "right" ? "tone-good" : "tone-doubt"}`}>
          {{ wrong: "wrong", right: "looked at, right", missing: "missing" }[row.kind]}
        </span>
      ),
    },
    { head: "Code", value: (row) => concept(row.code).label },
    {
      head: "Words",
      value: (row) => row.quote,
      show: (row) => (
        <>
          <strong>
            <Masked text={row.text} />
          </strong>{" "}
          <small>
            <Masked text={row.quote} />
          </small>
          {row.gone && <span class="chip tone-plain">no longer in the run</span>}
        </>
      ),
    },
    {
      head: "Where",
      value: (row) => `${row.review}/${row.document}`,
      show: (row) => (
        <a href={to(["read", row.review, row.document], { at: row.mention })}>
          <Masked text={row.document} />
        </a>
      ),
    },
    { head: "Note", value: (row) => row.note },
  ];
  const terms: Column<CorrectionList["terms"][number]>[] = [
    { head: "Code", value: (row) => concept(row.code).label },
    { head: "Term", value: (row) => row.term, show: (row) => <code>{row.term}</code> },
    { head: "Mentions", number: true, value: (row) => row.mentions },
    { head: "Right", number: true, value: (row) => row.right },
    { head: "Wrong", number: true, value: (row) => row.wrong },
    {
      head: "Precision",
      number: true,
      value: (row) => row.precision,
      show: (row) => `${row.right} of ${row.right + row.wrong}`,
    },
    {
      head: "Lexicon",
      value: (row) => row.code,
      show: (row) => <a href={to(["lexicon", row.code])}>Edit its terms</a>,
    },
  ];
  if (list.corrections.length === 0)
    return (
      <Empty>
        <p>
          Nobody has corrected anything yet. Open a number in the matrix, read its quotes, and mark which are rightly
          and which are wrongly coded: both are needed to say how often a term is right.
        </p>
      </Empty>
    );
  return (
    <>
      {list.terms.length > 0 && (
        <Table
          caption="Terms that were judged, of those looked at"
          columns={terms}
          rows={list.terms}
          keyOf={(row) => `${row.code} ${row.term}`}
        />
      )}
      <Table
        caption="Corrections"
        columns={columns}
        rows={list.corrections}
        keyOf={(row) => `${row.at} ${row.mention} ${row.text}`}
      />
      <p>
        <a href="/api/corrections.csv" download="corrections.csv">
          Download the rows as CSV
        </a>
      </p>
    </>
  );
}

/** In a file: what was said here, to take away. */
function Drafted() {
  const { corrections } = useDraft();
  if (corrections.length === 0)
    return (
      <Empty>
        <p>
          Nothing was corrected in this file yet. What you mark is kept while the file is open, and can then be
          downloaded here; under <code>triangulum serve</code> it is saved at once.
        </p>
      </Empty>
    );
  return (
    <section class="card">
      <p>
        {counted(corrections.length, "correction")} made in this file. Downloaded, they are taken up by{" "}
        <code>triangulum corrections import</code>.
      </p>
      <p class="draft-bar">
        <SignedDownload name="corrections" did="corrects" rows={corrections} />
      </p>
    </section>
  );
}
