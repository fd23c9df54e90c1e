import type { Refusal } from "../../../model/index.js";
import { Refused, RUN_SEEN, requestOf, type Source } from "./source.js";

/** Views from the server that served the page. */
export function fromServer(): Source {
  return {
    get: (path, params) => answer(() => fetch(requestOf(path, params), { headers: { accept: "application/json" } })),
    post: (path, body) =>
      answer(() =>
        fetch(path, {
          method: "POST",
          headers: { accept: "application/json", "content-type": "application/json" },
          body: JSON.stringify(body),
        }),
      ),
  };
}

async function answer(ask: () => Promise<Response>): Promise<unknown> {
  let response: Response;
  try {
    response = await ask();
  } catch {
    throw new Refused({
      kind: "failed",
      message: "The server does not answer.",
      wayOut: "Look whether `triangulum serve` still runs in its window, and open the address that it prints again.",
    });
  }
  const run = response.headers.get("triangulum-run");
  if (run !== null) dispatchEvent(new CustomEvent(RUN_SEEN, { detail: run }));
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok && body !== undefined) return body;
  throw new Refused((body as Refusal | undefined)?.error ?? unknownRefusal(response.status));
}

function unknownRefusal(status: number): Refusal["error"] {
  if (status === 401)
    return {
      kind: "no-session",
      message: "This browser is not signed in, or its session has ended.",
      wayOut: "Open the address that `triangulum serve` printed when it started; it signs the browser in.",
    };
  return {
    kind: "failed",
    message: `The server answered with status ${status} and nothing to show.`,
    wayOut: "Load the page again; if it stays so, look at what the server printed.",
  };
}
