import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Matrix, Reader, ReaderMention } from "../../../model/index.js";
import { useDesk, useView } from "../context.js";
import { Masked } from "../parts/quote.js";
import { Select } from "../parts/select.js";
import { Empty, Show } from "../parts/states.js";
import { counted } from "../parts/words.js";
import { go, type Route, to } from "../route.js";
import { AddMissing, MentionCard } from "./reader-card.js";
import { mentionsByTurn, piecesOf } from "./reader-pieces.js";
import { TranscriptList } from "./transcripts.js";

/** Transcripts, and one of them with what was found in it. */
export function ReaderPage({ route }: { route: Route }) {
  const [, review, document] = route.parts;
  if (review === undefined || document === undefined) return <TranscriptList review={review} />;
  return <Transcript key={`${review}/${document}`} review={review} document={document} asked={route.asked} />;
}

function Transcript({ review, document, asked }: { review: string; document: string; asked: Route["asked"] }) {
  const desk = useDesk();
  const reading = useView<Reader>("/api/reader", { review, document });
  return (
    <>
      <header class="page-head">
        <p class="explain">
          <a href={to(["read", review])}>{desk.review(review)?.name ?? review}</a>
        </p>
        <h1>
          <Masked text={document} />
        </h1>
      </header>
      <Show reading={reading} what="the transcript">
        {(reader) => <Read reader={reader} asked={asked} />}
      </Show>
    </>
  );
}

function Read({ reader, asked }: { reader: Reader; asked: Route["asked"] }) {
  const desk = useDesk();
  const code = asked.code ?? "";
  const [looked, setLooked] = useState<string>();
  const chosen = asked.at;
  const mentions = useMemo(
    () => reader.mentions.filter((mention) => code === "" || mention.code === code),
    [reader, code],
  );
  const byTurn = useMemo(() => mentionsByTurn({ ...reader, mentions }), [reader, mentions]);
  const current = reader.mentions.find(({ id }) => id === (looked ?? chosen));
  const body = useRef<HTMLDivElement>(null);
  const [selection, setSelection] = useState({ words: "", near: 0 });
  useEffect(() => {
    const from = Number(asked.from ?? Number.NaN);
    const turn = reader.turns.findLast(({ start, end }) => start <= from && from < end);
    const target =
      chosen !== undefined
        ? body.current?.querySelector(`[data-mentions~="${CSS.escape(chosen)}"]`)
        : body.current?.querySelector(`[data-start="${turn?.start ?? "-"}"]`);
    target?.scrollIntoView({ block: "center" });
  }, [reader, chosen, asked.from]);
  const here = (more: Record<string, string | undefined>) =>
    to(["read", reader.review, reader.document], { ...asked, ...more });
  const codes = useMemo(() => {
    const counts = new Map<string, number>();
    for (const mention of reader.mentions) counts.set(mention.code, (counts.get(mention.code) ?? 0) + 1);
    return [...counts].sort(([a], [b]) => (desk.concept(a).label < desk.concept(b).label ? -1 : 1));
  }, [reader, desk]);
  const remember = () => {
    const picked = getSelection();
    const words = picked?.toString() ?? "";
    if (words.trim() === "" || picked?.anchorNode == null) return;
    const turn = (picked.anchorNode.parentElement as Element | null)?.closest<HTMLElement>("[data-start]");
    setSelection({ words, near: Number(turn?.dataset.start ?? 0) });
  };
  if (reader.text === "")
    return (
      <Empty>
        <p>Nothing could be read in this document. The problems on the overview say why.</p>
      </Empty>
    );
  return (
    <div class="beside beside-open reading">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only notes what is selected or pointed at; everything can be reached with the keyboard */}
      {/* biome-ignore lint/a11y/useKeyWithMouseEvents: focus is caught on its way down, as it does not rise */}
      <div
        class="transcript"
        ref={body}
        onMouseUp={remember}
        onMouseOver={(event) => {
          const over = (event.target as Element).closest<HTMLElement>("[data-mentions]")?.dataset.mentions;
          setLooked(over?.split(" ")[0]);
        }}
        onFocusCapture={(event) => setLooked((event.target as HTMLElement).dataset.mentions?.split(" ")[0])}
      >
        <div class="choices">
          <Select
            label="Highlight"
            value={code}
            onChoose={(value) => go(here({ code: value, at: undefined }), true)}
            options={[
              { value: "", words: `all ${counted(codes.length, "code")}` },
              ...codes.map(([id, count]) => ({ value: id, words: `${desk.concept(id).label} (${count})` })),
            ]}
          />
          <p class="explain">
            {counted(mentions.length, "mention")} highlighted; dashed ones are no evidence. Point at one, or Tab to it,
            to see why it was found.
          </p>
        </div>
        {reader.turns.map((turn, place) => (
          <Turn
            key={turn.start}
            reader={reader}
            turn={turn}
            mentions={byTurn[place] ?? []}
            current={
              current !== undefined && current.start < turn.end && current.end > turn.start ? current : undefined
            }
            here={here}
          />
        ))}
      </div>
      <aside class="panel" aria-label="What was found here">
        {current === undefined ? (
          <Empty>
            <p>
              Point at a highlighted word, or move to it with Tab, to see its code, its facets and the words that
              decided them.
            </p>
          </Empty>
        ) : (
          <MentionCard reader={reader} mention={current} />
        )}
        <AddMissing reader={reader} selection={selection} />
      </aside>
    </div>
  );
}

function Turn({
  reader,
  turn,
  mentions,
  current,
  here,
}: {
  reader: Reader;
  turn: Reader["turns"][number];
  mentions: readonly ReaderMention[];
  current: ReaderMention | undefined;
  here: (more: Record<string, string | undefined>) => string;
}) {
  const { concept } = useDesk();
  const pieces = piecesOf(turn, mentions, current?.cues ?? []);
  return (
    <div class={`turn turn-${turn.role}`} data-start={turn.start}>
      {(turn.speaker !== "" || turn.time !== "" || turn.role !== "participant") && (
        <p class="speaker">
          <Masked text={turn.speaker} />
          {turn.role !== "participant" && <span class="chip tone-plain">{turn.role}</span>}
          {turn.time !== "" && <time>{turn.time}</time>}
        </p>
      )}
      <p class="said">
        {pieces.map((piece) => {
          const words = reader.text.slice(piece.start, piece.end);
          const [first] = piece.over;
          if (first === undefined)
            return (
              <span key={piece.start} class={piece.cue ? "cue-words" : undefined}>
                <Masked text={words} />
              </span>
            );
          const names = piece.over.map((mention) => concept(mention.code).label).join(", ");
          return (
            <a
              key={piece.start}
              href={here({ at: first.id })}
              class={[
                `mention theme-${concept(first.code).theme}`,
                piece.over.length > 1 ? "mention-many" : "",
                piece.over.every(({ excluded }) => excluded !== "") ? "mention-aside" : "",
                piece.over.some(({ judged }) => judged === "wrong") ? "mention-wrong" : "",
                piece.cue ? "cue-words" : "",
                current !== undefined && piece.over.includes(current) ? "mention-current" : "",
              ].join(" ")}
              aria-label={`${words}: ${names}`}
              data-mentions={piece.over.map(({ id }) => id).join(" ")}
            >
              <Masked text={words} />
            </a>
          );
        })}
      </p>
    </div>
  );
}

/** Sessions of a document, as the matrix names them. */
export function useSessionNames(): (review: string, session: string) => string {
  const matrix = useView<Matrix>("/api/matrix").view;
  return useMemo(() => {
    const names = new Map(
      matrix?.reviews.flatMap(({ id, sessions }) =>
        sessions.map((one) => [`${id} ${one.id}`, one.label || one.id] as const),
      ),
    );
    return (review: string, session: string) => names.get(`${review} ${session}`) ?? session;
  }, [matrix]);
}
