import { useEffect, useState } from "preact/hooks";

/** Where the reader is: the address after `#/`, part by part, and what is asked behind `?`. */
export interface Route {
  readonly parts: readonly string[];
  readonly asked: Readonly<Record<string, string>>;
}

/** Address of a place, to be put in `href`. Undefined and empty questions are left out. */
export function to(parts: readonly string[], asked: Readonly<Record<string, string | undefined>> = {}): string {
  const query = Object.entries(asked)
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([name, value]) => `${name}=${encodeURIComponent(value ?? "")}`)
    .join("&");
  return `#/${parts.map(encodeURIComponent).join("/")}${query === "" ? "" : `?${query}`}`;
}

/** Goes somewhere; `replace` leaves no step to come back to. */
export function go(address: string, replace = false): void {
  if (replace) {
    history.replaceState(null, "", address);
    dispatchEvent(new HashChangeEvent("hashchange"));
  } else location.hash = address;
}

const plain = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Reads an address; a piece that cannot be decoded stands as it is. */
export function readRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#?\/?/, "").split(/\?(.*)/s);
  return {
    parts: path.split("/").filter(Boolean).map(plain),
    asked: Object.fromEntries(
      query
        .split("&")
        .filter(Boolean)
        .map((pair) => {
          const [name = "", value = ""] = pair.split(/=(.*)/s);
          return [plain(name), plain(value)];
        }),
    ),
  };
}

/** The route, kept up with the address bar. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => readRoute(location.hash));
  useEffect(() => {
    const follow = () => setRoute(readRoute(location.hash));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return route;
}
