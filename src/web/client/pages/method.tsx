import { useDesk } from "../context.js";
import { AGAINST, ASKED, CORROBORATIONS, capital, facetWord, STANCES, VERDICTS } from "../parts/words.js";

/** What each facet of a mention tells. */
const FACETS: Readonly<Record<string, string>> = {
  assertion: "whether it is stated, denied, hedged, only imagined, or not known to the speaker",
  temporality: "when it is so",
  locus: "where it is so",
  trend: "which way it goes",
  appraisal: "how it is judged",
  evidentiality: "how the speaker comes to know of it",
  support: "how much of the group stands behind it",
};

/** What the signs and numbers mean. */
export function MethodPage() {
  const { shell } = useDesk();
  return (
    <>
      <header class="page-head">
        <h1>How to read this</h1>
        <p class="lead">
          What practitioners say is perception, not fact. It becomes evidence by <em>triangulation</em>: who says it,
          how many independent groups say it, who contradicts it, who is silent, and whether counted data agree.
        </p>
      </header>
      <section class="prose">
        <h2>Units</h2>
        <p>
          A <strong>review</strong> is one area at one time, a <strong>session</strong> one group or interview in it. A{" "}
          <strong>mention</strong> is a span of a sentence that carries one <strong>code</strong>. Two sessions are{" "}
          <strong>independent</strong> when they share no sector; a joint group is one voice, and a session of unknown
          sector is independent of nobody.
        </p>
        <h2>Evidence</h2>
        <p>
          Words of an interviewer, a note-taker’s own comment or advice, headings, attendee lists, and matter that is
          repeated in several documents are shown but counted nowhere. A mention is <strong>prompted</strong> when the
          interviewer brought the matter up before, else volunteered.
        </p>
        <h2>Facets of a mention</h2>
        <p>
          Words around a mention, its <strong>cues</strong>, decide how it is meant. The first value is taken where no
          cue says otherwise; each quote names the words that decided.
        </p>
        <dl class="facet-list">
          {shell.marks
            .filter(({ name }) => FACETS[name] !== undefined)
            .map(({ name, values }) => (
              <div key={name}>
                <dt>{capital(name)}</dt>
                <dd>
                  {FACETS[name]}: {values.map((value) => facetWord(value, name)).join(", ")}
                </dd>
              </div>
            ))}
        </dl>
        <h2>Stance of a session</h2>
        <dl class="facet-list">
          {Object.values(STANCES).map(({ name, sign, says }) => (
            <div key={name}>
              <dt>
                {sign} {name}
              </dt>
              <dd>the session {says}</dd>
            </div>
          ))}
        </dl>
        <p>
          Only what is said of here and now makes a stance; past, elsewhere and national mentions stand beside it.{" "}
          <strong>Silence is not absence</strong>: an empty cell says what it rests on.
        </p>
        <dl class="facet-list">
          <div>
            <dt>○</dt>
            <dd>{ASKED.y}</dd>
          </div>
          <div>
            <dt>empty</dt>
            <dd>{ASKED.n}</dd>
          </div>
          <div>
            <dt>hatched</dt>
            <dd>{ASKED["?"]}</dd>
          </div>
        </dl>
        <h2>Verdict of a review</h2>
        <dl class="facet-list">
          {Object.entries(VERDICTS).map(([name, { sign, says }]) => (
            <div key={name}>
              <dt>
                {sign} {name}
              </dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
        <p>
          {AGAINST.sign} stands where independent sessions agree that it is <em>not</em> so.
        </p>
        <h2>Counting</h2>
        <p>
          Mentions, sessions and independent sectors are three counts and are never mixed. Sessions and sectors stand
          against their total; per cent are given from ten on.
        </p>
        <h2>Counted data</h2>
        <p>
          The course that people perceive is held against each series that is tied to the code: Mann-Kendall, two-sided
          at 0.05, from eight periods, with Sen’s slope.
        </p>
        <dl class="facet-list">
          {Object.entries(CORROBORATIONS).map(([name, { says }]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
        <h2>Doubt about the coding</h2>
        <p>
          A code is said to have <span class="chip tone-doubt">weak terms</span> where analysts judged at least three of
          its mentions and fewer than seven in ten were right, where three were marked as missing, or where hand coding
          says so. A code that nobody judged is not praised by that.
        </p>
        <h2>Strength of a finding</h2>
        <p>
          From 0 to 100: up to 40 for independent sessions that stand behind it, 20 for levels, 20 for how much of each
          group stands behind it, 20 for counted data. It orders findings and never hides one.
        </p>
        <h2>Masking</h2>
        <p>
          Names, numbers and addresses were replaced before anything was stored:{" "}
          <span class="placeholder">[PERSON-003]</span> is the same person throughout a review, and nobody keeps the
          key.
        </p>
        <h2>What this does not do</h2>
        <p>
          It does not profile or rank individuals, treat a perception as a fact, read silence as absence, count sessions
          of one sector as independent voices, or hide counter-evidence. No program decides that a finding is true; a
          person does.
        </p>
      </section>
    </>
  );
}
