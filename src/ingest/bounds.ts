import type { Limits } from "../model/index.js";
import { Unreadable } from "./unreadable.js";

/**
 * Counts what a reader meets and stops it at the pipeline's limits, so that a small file cannot grow into a large one
 * in memory. Counts, never clocks: the same file is refused on every machine.
 */
export class Bounds {
  private nodes = 0;
  private depth = 0;
  private characters = 0;
  constructor(private readonly limits: Limits) {}

  /** One more node (element, text item, cell, control word). Throws `Unreadable` past `limits.nodes`. */
  node(): void {
    this.nodes += 1;
    if (this.nodes > this.limits.nodes) {
      throw new Unreadable(
        "too-many-nodes",
        `The document has more than ${this.limits.nodes} nodes.`,
        "Split the document, or raise limits.nodes in the pipeline.",
      );
    }
  }

  /** One level deeper, which is also a node. Throws `Unreadable` past `limits.depth`. */
  enter(): void {
    this.node();
    this.depth += 1;
    if (this.depth > this.limits.depth) {
      throw new Unreadable(
        "too-deep",
        `The document is nested deeper than ${this.limits.depth} levels.`,
        "Save the document again from its program, or raise limits.depth in the pipeline.",
      );
    }
  }

  leave(): void {
    this.depth -= 1;
  }

  /** `length` more UTF-16 units (or unpacked bytes). Throws `Unreadable` past `limits.text`. */
  text(length: number): void {
    this.characters += length;
    if (this.characters > this.limits.text) {
      throw new Unreadable(
        "text-too-large",
        `The document unpacks to more than ${this.limits.text} characters.`,
        "Split the document, or raise limits.text in the pipeline.",
      );
    }
  }
}
