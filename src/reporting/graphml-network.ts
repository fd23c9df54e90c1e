import type { ReviewResult } from "../model/index.js";
import { byText, byTexts } from "./order.js";
import { codeColours } from "./qdpx-codes.js";
import type { RunReport } from "./run-report.js";

/** A code that has evidence, or a place of a line. `id` is a name token of XML and unique in the network. */
export interface NetworkNode {
  readonly id: string;
  readonly label: string;
  readonly kind: "code" | "place";
  /** Empty for a place. */
  readonly theme: string;
  /** Evidence mentions; for a place, those of its lines. */
  readonly mentions: number;
  readonly sessions: number;
  readonly colour: string;
}

/** Two codes in one sentence, or a line from where drugs come to where they go, which alone has a direction. */
export interface NetworkEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly kind: "co-occurrence" | "line";
  /** Sentences that carry evidence of both codes; for a line, its mentions. */
  readonly weight: number;
  readonly sessions: number;
}

export interface Network {
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
}

interface Tally {
  readonly from: string;
  readonly to: string;
  count: number;
  readonly sessions: Set<string>;
}

const PLACE_COLOUR = "#555555";

/** Which codes stand together in a review's sentences, and which lines are counted in it. Codes without evidence are left out. */
export function networkOf(run: Pick<RunReport, "concepts">, review: ReviewResult): Network {
  const colours = codeColours(run.concepts);
  const order = new Map(run.concepts.map(({ id }, place) => [id, place]));
  const evidence = review.mentions.filter((mention) => mention.evidence && order.has(mention.code));
  const codes = tally(evidence.map(({ code, session }) => ({ from: code, to: "", session })));
  const nodes: NetworkNode[] = run.concepts.flatMap((concept) => {
    const seen = codes.get(key(concept.id, ""));
    if (seen === undefined) return [];
    const { id, prefLabel: label, theme } = concept;
    const colour = colours.get(id) ?? PLACE_COLOUR;
    return { id: `code.${id}`, label, kind: "code", theme, mentions: seen.count, sessions: seen.sessions.size, colour };
  });
  const bySentence = new Map<string, { session: string; codes: Set<string> }>();
  for (const { document, sentence, session, code } of evidence) {
    const place = `${sentence} ${document}`;
    const held = bySentence.get(place) ?? { session, codes: new Set() };
    held.codes.add(code);
    bySentence.set(place, held);
  }
  const pairs = [...bySentence.values()].flatMap(({ session, codes }) => {
    const inOrder = [...codes].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    return inOrder.flatMap((from, i) => inOrder.slice(i + 1).map((to) => ({ from, to, session })));
  });
  const edges = inOrder(tally(pairs)).map(
    ({ from, to, count, sessions }): NetworkEdge => ({
      id: `both.${from}.${to}`,
      ...{
        source: `code.${from}`,
        target: `code.${to}`,
        kind: "co-occurrence",
        weight: count,
        sessions: sessions.size,
      },
    }),
  );
  const lines = linesOf(review);
  return { nodes: [...nodes, ...lines.nodes], edges: [...edges, ...lines.edges] };
}

function linesOf({ meta, lines }: ReviewResult): Network {
  const here = meta.area || meta.id;
  const counted = lines.filter((line) => line.counted);
  const tallied = inOrder(
    tally(
      counted.map(({ exporter, importer, session }) => ({ from: exporter || here, to: importer || here, session })),
    ),
  );
  const places = [...new Set(tallied.flatMap(({ from, to }) => [from, to]))].sort(byText);
  const ids = new Map(places.map((place, i) => [place, `place.${i + 1}`]));
  const idOf = (place: string): string => ids.get(place) ?? "";
  return {
    nodes: places.map((place) => {
      const own = tallied.filter(({ from, to }) => from === place || to === place);
      return {
        ...{ id: idOf(place), label: place, kind: "place", theme: "", colour: PLACE_COLOUR },
        mentions: own.reduce((sum, { count }) => sum + count, 0),
        sessions: new Set(own.flatMap(({ sessions }) => [...sessions])).size,
      };
    }),
    edges: tallied.map(({ from, to, count, sessions }) => ({
      id: `line.${idOf(from)}.${idOf(to)}`,
      ...{ source: idOf(from), target: idOf(to), kind: "line", weight: count, sessions: sessions.size },
    })),
  };
}

const key = (from: string, to: string): string => JSON.stringify([from, to]);

function tally(rows: readonly { from: string; to: string; session: string }[]): Map<string, Tally> {
  const found = new Map<string, Tally>();
  for (const { from, to, session } of rows) {
    const held = found.get(key(from, to)) ?? { from, to, count: 0, sessions: new Set() };
    held.count += 1;
    held.sessions.add(session);
    found.set(key(from, to), held);
  }
  return found;
}

function inOrder(tallied: ReadonlyMap<string, Tally>): Tally[] {
  return [...tallied.values()].sort(
    byTexts(
      ({ from }) => from,
      ({ to }) => to,
    ),
  );
}
