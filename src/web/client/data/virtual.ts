import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
} from "@tanstack/virtual-core";
import { useLayoutEffect, useReducer, useState } from "preact/hooks";

export interface Windowed {
  /** What is in sight or nearly so. */
  readonly items: readonly VirtualItem[];
  /** Pixels of all, the start's padding with them. */
  readonly total: number;
  readonly scrollTo: (index: number) => void;
}

/** Of many rows or columns those in sight of a scrolling element. */
export function useWindow(options: {
  readonly count: number;
  readonly scroll: { readonly current: HTMLElement | null };
  readonly size: (index: number) => number;
  readonly horizontal?: boolean;
  /** Pixels at the start that something sticky covers. */
  readonly start?: number;
  readonly overscan?: number;
}): Windowed {
  const [, render] = useReducer((turn: number) => turn + 1, 0);
  const { count, scroll, size, horizontal = false, start = 0, overscan = 4 } = options;
  const settings = {
    count,
    horizontal,
    overscan,
    paddingStart: start,
    scrollPaddingStart: start,
    getScrollElement: () => scroll.current,
    estimateSize: size,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => render(0),
  } satisfies ConstructorParameters<typeof Virtualizer<HTMLElement, Element>>[0];
  const [virtual] = useState(() => new Virtualizer<HTMLElement, Element>(settings));
  virtual.setOptions(settings);
  useLayoutEffect(() => virtual._didMount(), [virtual]);
  useLayoutEffect(() => virtual._willUpdate());
  useLayoutEffect(() => virtual.measure(), [virtual, count, start]);
  return {
    items: virtual.getVirtualItems(),
    total: virtual.getTotalSize(),
    scrollTo: (index) => virtual.scrollToIndex(index, { align: "auto" }),
  };
}
