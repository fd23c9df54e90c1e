import { useEffect, useRef, useState } from "preact/hooks";
import type { CodeEvidence, Matrix } from "../../../model/index.js";
import { useDesk, useView } from "../context.js";
import { type Silence, silenceOf } from "../data/silence.js";
import { Corroboration, Doubts, Stance, Verdict } from "../parts/chips.js";
import { QuoteCard } from "../parts/quote.js";
import { Empty, Show } from "../parts/states.js";
import { ASKED, counted, stanceLetter } from "../parts/words.js";
import { go } from "../route.js";

/** The quotes behind a cell or a row of the matrix, beside it. */
export function EvidencePanel({
  review,
  code,
  session,
  close,
}: {
  review: string;
  code: string;
  /** Undefined for all sessions. */
  session: string | undefined;
  /** Address without the panel. */
  close: string;
}) {
  const desk = useDesk();
  const concept = desk.concept(code);
  const reading = useView<CodeEvidence>("/api/evidence", { review, code });
  const [only, setOnly] = useState(session);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    setOnly(session);
    panel.current?.scrollTo(0, 0);
    panel.current?.focus({ preventScroll: true });
  }, [review, code, session]);
  return (
    <aside
      class="panel"
      ref={panel}
      tabIndex={-1}
      aria-label={`Quotes on ${concept.label}`}
      onKeyDown={(event) => event.key === "Escape" && go(close)}
    >
      <header>
        <p class="explain">{desk.review(review)?.name ?? review}</p>
        <h2>{concept.label}</h2>
        <a class="button quiet close" href={close}>
          Close
        </a>
      </header>
      <p class="explain">{concept.definition}</p>
      <Doubts codes={[code]} />
      <Show reading={reading} what="the quotes">
        {(evidence) => <Behind evidence={evidence} only={only} setOnly={setOnly} />}
      </Show>
    </aside>
  );
}

function Behind({
  evidence,
  only,
  setOnly,
}: {
  evidence: CodeEvidence;
  only: string | undefined;
  setOnly: (session: string | undefined) => void;
}) {
  const { verdict, sessions } = evidence;
  const { shell } = useDesk();
  const silence = silenceOf(useView<Matrix>("/api/matrix").view, shell, {
    review: evidence.review,
    codes: [evidence.code],
  });
  const shown = only === undefined ? sessions : sessions.filter(({ session }) => session === only);
  return (
    <>
      {verdict !== undefined && (
        <div class="verdict-said">
          <p>
            <Verdict verdict={verdict.verdict} /> <Corroboration result={verdict.corroboration} />
          </p>
          <p>Because: {verdict.rule}</p>
          <ul class="tally">
            <li>{counted(verdict.affirms, "session affirms", "sessions affirm")}</li>
            <li>{counted(verdict.denies, "denies", "deny")}</li>
            {verdict.mixed > 0 && <li>{verdict.mixed} mixed</li>}
            {verdict.uncertain > 0 && <li>{verdict.uncertain} uncertain</li>}
            {silence.asked.length > 0 && <li>{silence.asked.length} silent though asked</li>}
            {silence.unasked.length > 0 && <li>{silence.unasked.length} not asked</li>}
            {silence.unknown.length > 0 && <li>of {silence.unknown.length} not known whether asked</li>}
            <li>
              {verdict.independent} of {verdict.independentTotal} independent voices speak
            </li>
            {verdict.trend !== "none" && <li>perceived trend: {verdict.trend}</li>}
            {verdict.levelFlag !== "" && <li>{verdict.levelFlag}</li>}
          </ul>
          {verdict.silentExpected.length > 0 && (
            <p>Silent though expected to know: {verdict.silentExpected.join(", ")}</p>
          )}
        </div>
      )}
      {only !== undefined && sessions.length > 0 && (
        <p>
          <button type="button" onClick={() => setOnly(undefined)}>
            Show all {counted(sessions.length, "session")} that speak of it
          </button>
        </p>
      )}
      {shown.length === 0 && <Nothing only={only} evidence={evidence} silence={silence} />}
      {shown.map((one) => (
        <SessionQuotes key={one.session} evidence={evidence} session={one} />
      ))}
    </>
  );
}

function Nothing({ only, evidence, silence }: { only: string | undefined; evidence: CodeEvidence; silence: Silence }) {
  const why = silence.asked.includes(only ?? "")
    ? "It was asked."
    : silence.unasked.includes(only ?? "")
      ? "It was not asked, so its silence says nothing."
      : "It is not known whether it was asked, so this is not to be read as silence.";
  return (
    <Empty>
      <p>
        {only === undefined
          ? "Nobody in this review speaks of it."
          : `This session says nothing of it. ${why} Silence is not denial.`}
      </p>
      {evidence.sessions.length === 0 && only !== undefined && (
        <p>No other session of this review speaks of it either.</p>
      )}
    </Empty>
  );
}

function SessionQuotes({ evidence, session }: { evidence: CodeEvidence; session: CodeEvidence["sessions"][number] }) {
  const desk = useDesk();
  const [most, setMost] = useState(0);
  const more = useView<CodeEvidence>(most === 0 ? undefined : "/api/evidence", {
    review: evidence.review,
    code: evidence.code,
    session: session.session,
    most,
  });
  const own = more.view?.sessions.find((one) => one.session === session.session) ?? session;
  const columns = useView<{
    reviews: { id: string; sessions: { id: string; label: string; sectors: string[]; level: string }[] }[];
  }>("/api/matrix");
  const head = columns.view?.reviews
    .find(({ id }) => id === evidence.review)
    ?.sessions.find(({ id }) => id === session.session);
  const asked = session.asked === "yes" ? "asked" : session.asked === "no" ? "not asked" : "";
  return (
    <section class="session-quotes">
      <h3>
        {head?.label ?? (session.session || "Outside the sessions")} <Stance letter={stanceLetter(session.stance)} />
      </h3>
      <p class="explain">
        {[head?.sectors.join(", "), head?.level === "unknown" ? "" : head?.level, asked].filter(Boolean).join(" · ")}
        {session.stance === "silent" && session.asked === "not known" && ASKED["?"]}
      </p>
      <ul class="quotes">
        {own.quotes.map((quote) => (
          <QuoteCard key={quote.mention} quote={quote} />
        ))}
      </ul>
      {own.more > 0 &&
        (desk.shell.mode === "server" ? (
          <button type="button" onClick={() => setMost(500)}>
            Show {counted(own.more, "more quote")}
          </button>
        ) : (
          <p class="more">{counted(own.more, "more quote")} in mentions.csv.</p>
        ))}
    </section>
  );
}
