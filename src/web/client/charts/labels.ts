import type { Laid } from "./lay-out.js";

/** Where the name of a node stands: the middle or an end of its words, and their foot. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly anchor: "middle" | "start" | "end";
}

/** A node with its name and size. */
export interface Named extends Laid {
  readonly name: string;
  readonly radius: number;
}

/** Pixels of a letter and of a line at the size in which names are written. */
const [LETTER, LINE] = [6.3, 13];

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const shared = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

/**
 * Places names over, under or beside their nodes, the largest node first, each where it covers least of the names and nodes that stand
 * already. The same nodes give the same places. Costs nodes squared.
 */
export function placeLabels(nodes: readonly Named[]): Map<string, Label> {
  const placed = new Map<string, Label>();
  const taken: Box[] = nodes.map(({ x, y, radius }) => ({
    ...{ left: x - radius, right: x + radius },
    ...{ top: y - radius, bottom: y + radius },
  }));
  for (const node of [...nodes].sort((a, b) => b.radius - a.radius || (a.id < b.id ? -1 : 1))) {
    const { x, y, radius, name } = node;
    const ways: readonly Label[] = [
      { x, y: y - radius - 3, anchor: "middle" },
      { x, y: y + radius + LINE, anchor: "middle" },
      { x: x + radius + 4, y: y + 4, anchor: "start" },
      { x: x - radius - 4, y: y + 4, anchor: "end" },
    ];
    const tried = ways.map((label) => {
      const box = boxOf(label, name.length * LETTER);
      return { label, box, covers: taken.reduce((sum, one) => sum + shared(box, one), 0) };
    });
    const best = tried.reduce((least, one) => (one.covers < least.covers ? one : least));
    placed.set(node.id, best.label);
    taken.push(best.box);
  }
  return placed;
}

function boxOf({ x, y, anchor }: Label, width: number): Box {
  const left = anchor === "middle" ? x - width / 2 : anchor === "start" ? x : x - width;
  return { left, right: left + width, top: y - LINE + 3, bottom: y + 3 };
}
