import { type Network, networkOf } from "./graphml-network.js";
import { reviewsInOrder } from "./order.js";
import { channels } from "./qdpx-codes.js";
import type { Reporter } from "./run-report.js";
import { xmlAttributes as attributes } from "./xml.js";

const NODE_VALUES = [
  ["kind", "string"],
  ["theme", "string"],
  ["mentions", "integer"],
  ["sessions", "integer"],
] as const;
const EDGE_VALUES = [
  ["relation", "string"],
  ["sessions", "integer"],
] as const;

/** reviews/<id>/network.gexf: the network of network.graphml in Gephi's own format (1.3), with colours. */
export const gexf: Reporter = function* (run) {
  for (const review of reviewsInOrder(run))
    yield { path: `reviews/${review.meta.id}/network.gexf`, chunks: document(networkOf(run, review)) };
};

function* document({ nodes, edges }: Network): Iterable<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n';
  yield "<meta><creator>Triangulum</creator><description>Codes in one sentence, and lines from place to place</description></meta>\n";
  yield '<graph defaultedgetype="undirected" mode="static">\n';
  yield declared("node", NODE_VALUES) + declared("edge", EDGE_VALUES);
  yield "<nodes>\n";
  for (const node of nodes) {
    const [r, g, b] = channels(node.colour);
    const values = valuesOf(NODE_VALUES, { ...node });
    yield `<node${attributes({ id: node.id, label: node.label })}>${values}<viz:color${attributes({ r, g, b })}/></node>\n`;
  }
  yield "</nodes>\n<edges>\n";
  for (const { id, source, target, kind, weight, sessions } of edges) {
    const type = kind === "line" ? "directed" : "undirected";
    const values = valuesOf(EDGE_VALUES, { relation: kind, sessions });
    yield `<edge${attributes({ id, source, target, type, weight })}>${values}</edge>\n`;
  }
  yield "</edges>\n</graph>\n</gexf>\n";
}

function declared(of: string, values: readonly (readonly [string, string])[]): string {
  const lines = values.map(([title, type]) => `<attribute${attributes({ id: `${of}-${title}`, title, type })}/>\n`);
  return `<attributes class="${of}">\n${lines.join("")}</attributes>\n`;
}

function valuesOf(
  declaredValues: typeof NODE_VALUES | typeof EDGE_VALUES,
  row: Readonly<Record<string, string | number>>,
): string {
  const of = declaredValues === NODE_VALUES ? "node" : "edge";
  const values = declaredValues.map(
    ([title]) => `<attvalue${attributes({ for: `${of}-${title}`, value: row[title] })}/>`,
  );
  return `<attvalues>${values.join("")}</attvalues>`;
}
