import type { Quote } from "../../../model/index.js";
import { useDesk } from "../context.js";
import { toldFacets } from "../data/marks.js";
import { to } from "../route.js";
import { Judge } from "./judge.js";
import { capital, facetWord } from "./words.js";

/** A sentence with its mention marked and placeholders visible. */
export function Sentence({ text, at }: { text: string; at: readonly [number, number] }) {
  return (
    <>
      <Masked text={text.slice(0, at[0])} />
      <mark>
        <Masked text={text.slice(at[0], at[1])} />
      </mark>
      <Masked text={text.slice(at[1])} />
    </>
  );
}

/** Text whose placeholders (`[PERSON-003]`) stand out as what was hidden. */
export function Masked({ text }: { text: string }) {
  const pieces = text.split(/(\[[A-Z]+-\d{3,}\])/);
  if (pieces.length === 1) return <>{text}</>;
  return (
    <>
      {pieces.map((piece, place) =>
        place % 2 === 1 ? (
          // The pieces of one text never move.
          <span class="placeholder" key={place}>
            {piece}
          </span>
        ) : (
          piece
        ),
      )}
    </>
  );
}

/** Facets that are out of the ordinary, each with the words that decided it. */
export function Facets({ mark, cues }: { mark: number; cues: Quote["cues"] }) {
  const desk = useDesk();
  const told = toldFacets(desk.mark(mark));
  const prompted = desk.mark(mark).prompted;
  if (told.length === 0 && prompted !== "yes") return null;
  return (
    <ul class="facets">
      {told.map(({ facet, value }) => {
        const words = cues.filter((cue) => cue.decided && cue.facet === facet).map((cue) => `“${cue.words}”`);
        return (
          <li key={facet} class={`facet facet-${value}`} title={capital(facet)}>
            {facetWord(value)}
            {words.length > 0 && <span class="cue"> {words.join(", ")}</span>}
          </li>
        );
      })}
      {prompted === "yes" && <li class="facet">prompted</li>}
    </ul>
  );
}

/** Who said it, where. */
function Source({ quote }: { quote: Quote }) {
  const said = [quote.speaker, quote.role === "participant" ? "" : quote.role, quote.time].filter(Boolean);
  return (
    <p class="source">
      {said.length > 0 && (
        <span>
          <Masked text={said.join(", ")} />
        </span>
      )}
      {quote.excluded !== "" && <span class="chip tone-plain">no evidence: {quote.excluded}</span>}
      <a href={to(["read", quote.review, quote.document], { at: quote.mention })}>Read in context</a>
      <Judge mention={quote.mention} judged={quote.judged} />
    </p>
  );
}

/** A quote with its facets, their cues, why it was found, and the way to its transcript. */
export function QuoteCard({ quote, isNew = false }: { quote: Quote; isNew?: boolean }) {
  return (
    <li class={`quote${quote.excluded === "" ? "" : " quote-aside"}`}>
      <blockquote>
        <Sentence text={quote.quote} at={quote.at} />
      </blockquote>
      {isNew && <span class="chip tone-new">new since the decision</span>}
      <Facets mark={quote.mark} cues={quote.cues} />
      <Source quote={quote} />
      <details class="why">
        <summary>Why it was found</summary>
        <p>
          Term <code>{quote.term}</code>
        </p>
        {quote.cues.length > 0 && (
          <ul>
            {quote.cues.map((cue, place) => (
              <li key={place}>
                “{cue.words}” {cue.value === "" ? `(${cue.facet})` : `says ${cue.facet}: ${facetWord(cue.value)}`}
                {cue.decided ? "" : ", but another cue decided"}
              </li>
            ))}
          </ul>
        )}
      </details>
    </li>
  );
}
