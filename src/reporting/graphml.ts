import { type Network, networkOf } from "./graphml-network.js";
import { reviewsInOrder } from "./order.js";
import { channels } from "./qdpx-codes.js";
import type { Reporter } from "./run-report.js";
import { xmlAttributes as attributes, xmlText } from "./xml.js";

/** Attributes by the id of their key. Gephi takes a node's colour from r, g and b. */
const KEYS = [
  { id: "label", for: "node", type: "string" },
  { id: "kind", for: "node", type: "string" },
  { id: "theme", for: "node", type: "string" },
  { id: "mentions", for: "node", type: "int" },
  { id: "node-sessions", name: "sessions", for: "node", type: "int" },
  { id: "r", for: "node", type: "int" },
  { id: "g", for: "node", type: "int" },
  { id: "b", for: "node", type: "int" },
  { id: "relation", for: "edge", type: "string" },
  { id: "weight", for: "edge", type: "double" },
  { id: "edge-sessions", name: "sessions", for: "edge", type: "int" },
];

/** reviews/<id>/network.graphml: codes that stand in one sentence (undirected) and lines from place to place (directed), with their counts. */
export const graphml: Reporter = function* (run) {
  for (const review of reviewsInOrder(run))
    yield { path: `reviews/${review.meta.id}/network.graphml`, chunks: document(networkOf(run, review)) };
};

function* document({ nodes, edges }: Network): Iterable<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  for (const { id, name = id, for: of, type } of KEYS)
    yield `<key${attributes({ id, for: of, "attr.name": name, "attr.type": type })}/>\n`;
  yield '<graph id="network" edgedefault="undirected">\n';
  for (const { id, label, kind, theme, mentions, sessions, colour } of nodes) {
    const [r, g, b] = channels(colour);
    const values = data({ label, kind, theme, mentions, "node-sessions": sessions, r, g, b });
    yield `<node${attributes({ id })}>${values}</node>\n`;
  }
  for (const { id, source, target, kind, weight, sessions } of edges) {
    const directed = kind === "line" ? true : undefined;
    const values = data({ relation: kind, weight, "edge-sessions": sessions });
    yield `<edge${attributes({ id, source, target, directed })}>${values}</edge>\n`;
  }
  yield "</graph>\n</graphml>\n";
}

function data(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== "")
    .map(([key, value]) => `<data key="${key}">${xmlText(String(value))}</data>`)
    .join("");
}
