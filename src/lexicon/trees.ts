import type { Fragment } from "./fragment.js";
import { Forest } from "./tree.js";

const UNBUILT = -1;
/** Fragments have a number in the automaton; in a tree of its own a fragment is number 0. */
const ITSELF = 0;

/** The trees of the fragments that are matched on the spot. A tree is laid out when its fragment is first asked for. */
export class Trees {
  readonly forest = new Forest();
  private readonly roots: Int32Array;
  private readonly fragments: readonly Fragment[];

  constructor(fragments: readonly Fragment[]) {
    this.fragments = fragments;
    this.roots = new Int32Array(fragments.length).fill(UNBUILT);
  }

  /** The root of a fragment's tree. */
  rootOf(fragment: number): number {
    const known = this.roots[fragment]!;
    if (known !== UNBUILT) return known;
    const root = this.forest.node();
    this.fragments[fragment]!.addTo(this.forest, root, ITSELF);
    this.roots[fragment] = root;
    return root;
  }
}
