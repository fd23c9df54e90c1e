import { useState } from "preact/hooks";

const KEY = "triangulum-keys";

function remembered(): boolean {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

/** Whether single letters decide, and how that is changed: who speaks to the machine, or rests a hand on it, must be able to switch them off. */
export function useKeys(): { readonly on: boolean; readonly turn: (on: boolean) => void } {
  const [on, setOn] = useState(remembered);
  return {
    on,
    turn: (next) => {
      setOn(next);
      try {
        localStorage.setItem(KEY, next ? "on" : "off");
      } catch {
        // A browser that keeps nothing for files turns them off while the page is open.
      }
    },
  };
}

/** Whether a key is meant for the page: no modifier is held, and nobody is typing. */
export function isForPage(event: KeyboardEvent): boolean {
  const target = event.target as Element;
  return !(event.ctrlKey || event.metaKey || event.altKey || target.closest("input, textarea, select, dialog"));
}
