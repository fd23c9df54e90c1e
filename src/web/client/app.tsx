import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Shell } from "../../model/index.js";
import { asRefused, type Desk, DeskContext, makeDesk } from "./context.js";
import { DraftContext, useDrafts } from "./data/drafts.js";
import { type Refused, RUN_SEEN, type Source } from "./data/source.js";
import { ComparePage } from "./pages/compare.js";
import { CorrectionsPage } from "./pages/corrections.js";
import { FindingsPage } from "./pages/findings.js";
import { LexiconPage } from "./pages/lexicon.js";
import { MapsPage } from "./pages/maps.js";
import { MatrixPage } from "./pages/matrix.js";
import { MethodPage } from "./pages/method.js";
import { OverviewPage } from "./pages/overview.js";
import { ReaderPage } from "./pages/reader.js";
import { SearchPage } from "./pages/search.js";
import { Empty, Refusal } from "./parts/states.js";
import { ThemeButton } from "./parts/theme.js";
import { type Route, to, useRoute } from "./route.js";

interface Page {
  readonly id: string;
  readonly name: string;
  readonly show: (route: Route) => ComponentChildren;
  /** Reached from other pages only. */
  readonly hidden?: boolean;
}

const PAGES: readonly Page[] = [
  { id: "overview", name: "Overview", show: () => <OverviewPage /> },
  { id: "matrix", name: "Matrix", show: (route) => <MatrixPage route={route} /> },
  { id: "findings", name: "Findings", show: (route) => <FindingsPage route={route} /> },
  { id: "maps", name: "Maps", show: (route) => <MapsPage route={route} /> },
  { id: "search", name: "Search", show: (route) => <SearchPage route={route} /> },
  { id: "read", name: "Transcripts", show: (route) => <ReaderPage route={route} /> },
  { id: "corrections", name: "Corrections", show: () => <CorrectionsPage /> },
  { id: "lexicon", name: "Lexicon", show: (route) => <LexiconPage route={route} /> },
  { id: "compare", name: "Compare", show: (route) => <ComparePage route={route} /> },
  { id: "method", name: "How to read this", show: () => <MethodPage /> },
];

/** The pages over a source of views. */
export function App({ source }: { source: Source }) {
  const [desk, setDesk] = useState<Desk>();
  const [refused, setRefused] = useState<Refused>();
  const [turn, setTurn] = useState(0);
  const drafts = useDrafts();
  useEffect(() => {
    source.get("/api/shell").then(
      (shell) => setDesk(makeDesk(shell as Shell, source)),
      (error: unknown) => setRefused(asRefused(error)),
    );
  }, [source, turn]);
  // Doubts stand in the shell: what is corrected on one page is said on all of them.
  useEffect(
    () =>
      desk?.onForget((beginnings) => {
        if (beginnings.includes("/api/shell"))
          source.get("/api/shell").then(
            (shell) => setDesk(desk.renewed(shell as Shell)),
            () => {},
          );
      }),
    [desk, source],
  );
  if (refused !== undefined)
    return (
      <main class="page">
        <h1>Triangulum</h1>
        <Refusal
          refused={refused}
          again={() => {
            setRefused(undefined);
            setTurn(turn + 1);
          }}
        />
      </main>
    );
  if (desk === undefined)
    return (
      <main>
        <p class="state state-loading" role="status">
          Reading the run…
        </p>
      </main>
    );
  return (
    <DeskContext.Provider value={desk}>
      <DraftContext.Provider value={drafts}>
        <Pages desk={desk} />
      </DraftContext.Provider>
    </DeskContext.Provider>
  );
}

function Pages({ desk }: { desk: Desk }) {
  const route = useRoute();
  const [id = "overview"] = route.parts;
  const page = PAGES.find((one) => one.id === id);
  const main = useRef<HTMLElement>(null);
  const before = useRef(id);
  useEffect(() => {
    document.title = `${page?.name ?? "Not found"} – Triangulum`;
    if (before.current === id) return;
    // A new page begins at its head, for eyes and for screen readers.
    before.current = id;
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [id, page]);
  const { shell } = desk;
  return (
    <>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        Skip to the content
      </button>
      <header class="masthead">
        <a class="brand" href={to(["overview"])}>
          <Emblem />
          Triangulum
        </a>
        <nav aria-label="Pages">
          <ul>
            {PAGES.map(({ id: each, name }) => (
              <li key={each}>
                <a href={to([each])} aria-current={each === id ? "page" : undefined}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="masthead-end">
          {shell.mode === "server" && (
            <span class="who" title={`Run ${shell.run}`}>
              {shell.role === "decider" ? shell.who || "decider" : "reader"}
            </span>
          )}
          <ThemeButton />
        </div>
      </header>
      <Renewal run={shell.run} />
      <main id="main" ref={main} tabIndex={-1} class={`page page-${id}`}>
        {useMemo(
          () =>
            page?.show(route) ?? (
              <Empty>
                <h1>There is no such page</h1>
                <p>
                  The address names <code>{id}</code>. <a href={to(["overview"])}>Go to the overview</a>
                </p>
              </Empty>
            ),
          [page, route, id],
        )}
      </main>
    </>
  );
}

/** Says that another run has been published since the page was opened. */
function Renewal({ run }: { run: string }) {
  const [other, setOther] = useState(false);
  useEffect(() => {
    setOther(false);
    const look = (event: Event) => setOther((event as CustomEvent<string>).detail !== run);
    addEventListener(RUN_SEEN, look);
    return () => removeEventListener(RUN_SEEN, look);
  }, [run]);
  if (run === "" || !other) return null;
  return (
    <p class="notice renewal" role="status">
      Another run has been published since this page was opened. What you read next is of the new one.{" "}
      <button type="button" onClick={() => location.reload()}>
        Load the page again
      </button>
    </p>
  );
}

/** Three bearings that meet. */
function Emblem() {
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" class="emblem">
      <path d="M12 3 L21 19 H3 Z" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" />
      <circle cx="12" cy="13.4" r="2.4" fill="currentColor" />
    </svg>
  );
}
