import type { TranscriptRow } from "../../../model/index.js";
import { useDesk, useView } from "../context.js";
import { Masked } from "../parts/quote.js";
import { Empty, Show } from "../parts/states.js";
import { type Column, Table } from "../parts/table.js";
import { to } from "../route.js";

/** Every document that was found, with the way to its text. */
export function TranscriptList({ review }: { review: string | undefined }) {
  const desk = useDesk();
  const reading = useView<{ documents: TranscriptRow[] }>("/api/transcripts");
  const columns: Column<TranscriptRow>[] = [
    { head: "Review", value: (row) => desk.review(row.review)?.name ?? row.review },
    {
      head: "Document",
      value: (row) => row.document,
      show: (row) =>
        row.status === "problem" ? (
          <Masked text={row.document} />
        ) : (
          <a href={to(["read", row.review, row.document])}>
            <Masked text={row.document} />
          </a>
        ),
    },
    {
      head: "Sessions",
      value: (row) => row.sessions.join("; "),
      show: (row) => <Masked text={row.sessions.join(", ")} />,
    },
    { head: "Words", number: true, value: (row) => row.words },
    { head: "Evidence", number: true, value: (row) => row.evidence },
    {
      head: "State",
      value: (row) => row.status,
      show: (row) => (row.status === "problem" ? <span class="chip severity-error">not read</span> : "read"),
    },
  ];
  return (
    <>
      <header class="page-head">
        <h1>Transcripts</h1>
        {review !== undefined && (
          <p>
            Of {desk.review(review)?.name ?? review}. <a href={to(["read"])}>Show those of all reviews</a>
          </p>
        )}
      </header>
      <Show reading={reading} what="the list of transcripts">
        {({ documents }) => {
          const shown = documents.filter((row) => review === undefined || row.review === review);
          return shown.length === 0 ? (
            <Empty>
              <p>No document was found here.</p>
            </Empty>
          ) : (
            <Table
              caption="Transcripts"
              hideCaption
              columns={columns}
              rows={shown}
              keyOf={(row) => `${row.review}/${row.document}`}
            />
          );
        }}
      </Show>
    </>
  );
}
