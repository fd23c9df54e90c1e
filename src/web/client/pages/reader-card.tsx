import { useEffect, useState } from "preact/hooks";
import type { CorrectRequest, Reader, ReaderMention } from "../../../model/index.js";
import { asRefused, useDesk } from "../context.js";
import { useDraft } from "../data/drafts.js";
import { toldFacets } from "../data/marks.js";
import type { Refused } from "../data/source.js";
import { Doubts } from "../parts/chips.js";
import { Judge } from "../parts/judge.js";
import { capital, facetWord } from "../parts/words.js";
import { to } from "../route.js";
import { placeOf } from "./reader-pieces.js";

/** What a mention is: its code, its facets, the words that decided them, and what else lies over the same words. */
export function MentionCard({ reader, mention }: { reader: Reader; mention: ReaderMention }) {
  const desk = useDesk();
  const concept = desk.concept(mention.code);
  const marked = desk.mark(mention.mark);
  const told = toldFacets(marked);
  const words = (span: { start: number; end: number }) => `“${reader.text.slice(span.start, span.end)}”`;
  const others = reader.mentions.filter(
    (other) => other.id !== mention.id && other.start < mention.end && other.end > mention.start,
  );
  const session =
    reader.sentences.find(({ start, end }) => start <= mention.start && mention.start < end)?.session ?? "";
  return (
    <section class="mention-card" aria-live="polite">
      <h2>
        <a href={to(["matrix", reader.review, mention.code, ...(session === "" ? [] : [session])])}>{concept.label}</a>
      </h2>
      <p class="explain">
        {concept.theme} · {mention.excluded === "" ? "evidence" : `no evidence: ${mention.excluded}`}
        {marked.prompted === "yes" ? " · prompted" : marked.prompted === "no" ? " · volunteered" : ""}
      </p>
      <p>
        {words(mention)} by the term <code>{mention.term}</code>
      </p>
      {told.length === 0 ? (
        <p class="explain">Stated as present, current and local; nothing else is said of it.</p>
      ) : (
        <dl class="facet-list">
          {told.map(({ facet, value }) => {
            const deciding = mention.cues.filter((cue) => cue.facet === facet && cue.decided);
            return (
              <div key={facet}>
                <dt>{capital(facet)}</dt>
                <dd>
                  {facetWord(value)}
                  {deciding.length > 0 ? (
                    <span class="cue"> by {deciding.map(words).join(", ")}</span>
                  ) : (
                    <span class="cue"> by the term itself</span>
                  )}
                </dd>
              </div>
            );
          })}
        </dl>
      )}
      {mention.cues.some(({ decided }) => !decided) && (
        <p class="explain">
          Overruled:{" "}
          {mention.cues
            .filter(({ decided }) => !decided)
            .map((cue) => `${words(cue)} (${facetWord(cue.value || cue.facet)})`)
            .join(", ")}
        </p>
      )}
      {others.length > 0 && (
        <p>
          Also here:{" "}
          {others.map((other, place) => (
            <span key={other.id}>
              {place > 0 && ", "}
              <a href={to(["read", reader.review, reader.document], { at: other.id })}>
                {desk.concept(other.code).label}
              </a>
            </span>
          ))}
        </p>
      )}
      <Doubts codes={[mention.code]} />
      <Judge key={mention.id} mention={mention.id} judged={mention.judged} />
    </section>
  );
}

/** Adds a mention that the machine missed: words are selected in the text, or typed. */
export function AddMissing({ reader, selection }: { reader: Reader; selection: { words: string; near: number } }) {
  const desk = useDesk();
  const drafts = useDraft();
  const [words, setWords] = useState("");
  const [code, setCode] = useState("");
  const [note, setNote] = useState("");
  const [said, setSaid] = useState("");
  const [refused, setRefused] = useState<Refused>();
  useEffect(() => {
    if (selection.words !== "") setWords(selection.words.trim());
  }, [selection]);
  if (desk.shell.mode === "server" && desk.shell.role !== "decider") return null;
  const add = async (event: Event) => {
    event.preventDefault();
    const place = placeOf(reader.text, words, selection.near);
    if (place === undefined) return setSaid("These words do not stand in this transcript. Select them in the text.");
    const request: CorrectRequest = {
      ...{ kind: "missing", review: reader.review, document: reader.document, code, note },
      ...place,
    };
    try {
      if (desk.shell.mode === "file") drafts.correct(request);
      else {
        await desk.source.post("/api/correct", request);
        desk.forget("/api/corrections", "/api/shell");
      }
      setRefused(undefined);
      setSaid(`Added: “${words}” as ${desk.concept(code).label}.`);
      setWords("");
      setNote("");
    } catch (error) {
      setRefused(asRefused(error));
    }
  };
  return (
    <details class="add-missing" open={selection.words !== ""}>
      <summary>Add a mention that was missed</summary>
      <form onSubmit={add}>
        <label>
          <span>Words that carry it (select them in the text, or type them)</span>
          <input required value={words} onInput={(event) => setWords(event.currentTarget.value)} />
        </label>
        <label>
          <span>Code</span>
          <select required value={code} onChange={(event) => setCode(event.currentTarget.value)}>
            <option value="">Choose a code</option>
            {desk.shell.concepts.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>Note (may be empty)</span>
          <input value={note} onInput={(event) => setNote(event.currentTarget.value)} />
        </label>
        <button type="submit">Add</button>
      </form>
      <p role="status">{said}</p>
      {refused !== undefined && (
        <p role="alert">
          {refused.refusal.message} {refused.refusal.wayOut}
        </p>
      )}
    </details>
  );
}
