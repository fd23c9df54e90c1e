import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { ConceptHead, Doubt, ReviewHead, Shell } from "../../model/index.js";
import { type Marked, markReader } from "./data/marks.js";
import { type Params, Refused, requestOf, type Source } from "./data/source.js";

/** What every page has at hand: the shell, looked up by name, and where views come from. */
export interface Desk {
  readonly shell: Shell;
  readonly source: Source;
  readonly mark: (mark: number) => Marked;
  concept(code: string): ConceptHead;
  review(id: string): ReviewHead | undefined;
  doubts(codes: readonly string[]): Doubt[];
  /** A view, from memory where it was read before. */
  get(path: string, params?: Params): Promise<unknown>;
  /** What was read before of a view, or undefined. */
  known(path: string, params?: Params): unknown;
  /** Forgets views whose request begins so, and has pages read them again. */
  forget(...beginnings: string[]): void;
  /** Tells when views were forgotten, and which. */
  onForget(listener: (beginnings: readonly string[]) => void): () => void;
  /** The same desk over a shell that was read again; over another run, one that remembers nothing. */
  renewed(shell: Shell): Desk;
}

/** What a desk keeps when its shell is read again. */
interface Kept {
  readonly views: Map<string, unknown>;
  readonly listeners: Set<(beginnings: readonly string[]) => void>;
}

export function makeDesk(
  shell: Shell,
  source: Source,
  { views, listeners }: Kept = { views: new Map(), listeners: new Set() },
): Desk {
  const concepts = new Map(shell.concepts.map((concept) => [concept.id, concept]));
  const reviews = new Map(shell.reviews.map((review) => [review.id, review]));
  return {
    shell,
    source,
    mark: markReader(shell.marks),
    concept: (id) => concepts.get(id) ?? { id, label: id, theme: "response", definition: "", scopeNote: "" },
    review: (id) => reviews.get(id),
    doubts: (codes) => shell.doubts.filter(({ code }) => codes.includes(code)),
    get: async (path, params) => {
      const request = requestOf(path, params);
      if (!views.has(request)) views.set(request, await source.get(path, params));
      return views.get(request);
    },
    known: (path, params) => views.get(requestOf(path, params)),
    forget: (...beginnings) => {
      for (const request of views.keys())
        if (beginnings.some((beginning) => request.startsWith(beginning))) views.delete(request);
      for (const listener of listeners) listener(beginnings);
    },
    onForget: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    renewed: (next) => makeDesk(next, source, next.run === shell.run ? { views, listeners } : undefined),
  };
}

export const DeskContext = createContext<Desk | undefined>(undefined);

/** The desk of the page. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === undefined) throw new Error("A page stands outside its desk.");
  return desk;
}

/** A view on its way. */
export interface Reading<V> {
  readonly view?: V;
  readonly refused?: Refused;
  readonly again: () => void;
}

/** Reads a view, and reads it again when it is forgotten; `undefined` as path reads nothing. The last view stays until the next is there. */
export function useView<V>(path: string | undefined, params: Params = {}): Reading<V> {
  const desk = useDesk();
  const request = path === undefined ? "" : requestOf(path, params);
  const [state, setState] = useState<{ request: string; view?: V; refused?: Refused }>({ request: "" });
  const [turn, setTurn] = useState(0);
  useEffect(() => desk.onForget(() => setTurn((last) => last + 1)), [desk]);
  useEffect(() => {
    if (path === undefined) return;
    let waited = true;
    desk.get(path, params).then(
      (view) => waited && setState({ request, view: view as V }),
      (error: unknown) => waited && setState({ request, refused: asRefused(error) }),
    );
    return () => {
      waited = false;
    };
    // The request says all of path and params.
  }, [desk, request, turn]);
  const known = path === undefined ? undefined : (desk.known(path, params) as V | undefined);
  const own = state.request === request ? state : undefined;
  return {
    view: known ?? own?.view,
    refused: known === undefined ? own?.refused : undefined,
    again: () => setTurn((last) => last + 1),
  };
}

/** Any failure as one that can be told to a person. */
export function asRefused(error: unknown): Refused {
  if (error instanceof Refused) return error;
  return new Refused({
    kind: "failed",
    message: "The page met something that it was not made for.",
    wayOut: `Load it again. If it stays so, report this: ${String(error)}`,
  });
}
