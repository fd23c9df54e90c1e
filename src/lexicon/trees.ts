import type { Fragment } from "./fragment.js";
import type { Node } from "./tree.js";

const UNBUILT = -1;

/** Cells of a node: its marks, its first branch, how many there are. */
export const NODE = { marks: 0, branch: 1, branches: 2, cells: 3 } as const;
/** Whether the fragment ends at a node, and whether its last word may stand behind a coordination there. */
export const ENDS = 1;
export const HEADS = 2;

/**
 * The trees of the fragments that are matched on the spot, in columns: a node's branches stand one behind the other, a symbol and the
 * node that it leads to, in order of symbol. A tree is laid out when its fragment is first asked for.
 */
export class Trees {
  /** By node, `NODE.cells` cells. */
  nodes: Int32Array<ArrayBuffer> = new Int32Array(3072);
  /** By branch, a symbol and a node. */
  branches: Int32Array<ArrayBuffer> = new Int32Array(4096);
  private readonly roots: Int32Array;
  private readonly fragments: readonly Fragment[];
  private nodeCount = 0;
  private branchCount = 0;

  constructor(fragments: readonly Fragment[]) {
    this.fragments = fragments;
    this.roots = new Int32Array(fragments.length).fill(UNBUILT);
  }

  /** The root of a fragment's tree. */
  rootOf(fragment: number): number {
    const known = this.roots[fragment]!;
    if (known !== UNBUILT) return known;
    const root = this.lay(this.fragments[fragment]!.tree());
    this.roots[fragment] = root;
    return root;
  }

  /** The node to which a symbol leads from a node, or -1. */
  next(node: number, symbol: number): number {
    const { branches } = this;
    const cell = node * NODE.cells;
    let low = this.nodes[cell + NODE.branch]!;
    let high = low + this.nodes[cell + NODE.branches]!;
    const end = high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (branches[middle * 2]! < symbol) low = middle + 1;
      else high = middle;
    }
    return low < end && branches[low * 2] === symbol ? branches[low * 2 + 1]! : -1;
  }

  private lay(node: Node): number {
    const id = this.nodeCount++;
    if (this.nodeCount * NODE.cells > this.nodes.length) this.nodes = larger(this.nodes);
    const first = this.branchCount;
    this.branchCount += node.next.size;
    while (this.branchCount * 2 > this.branches.length) this.branches = larger(this.branches);
    const cell = id * NODE.cells;
    this.nodes[cell + NODE.marks] = (node.ends.length > 0 ? ENDS : 0) | (node.heads.length > 0 ? HEADS : 0);
    this.nodes[cell + NODE.branch] = first;
    this.nodes[cell + NODE.branches] = node.next.size;
    let branch = first;
    for (const [symbol, next] of [...node.next].sort(([a], [b]) => a - b)) {
      this.branches[branch * 2] = symbol;
      const laid = this.lay(next);
      this.branches[branch * 2 + 1] = laid;
      branch++;
    }
    return id;
  }
}

function larger(column: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(column.length * 2);
  grown.set(column);
  return grown;
}
