import type { Refusal } from "../model/index.js";
import { PageRefusal } from "../run/index.js";

/** Status of each kind of refusal. */
export const STATUS = {
  "bad-request": 400,
  "no-session": 401,
  forbidden: 403,
  "not-found": 404,
  stale: 409,
  "too-large": 413,
  "too-many": 429,
  failed: 500,
} as const satisfies Record<Refusal["error"]["kind"], number>;

export const NO_SESSION = new PageRefusal(
  "no-session",
  "This browser has not been let in, or its time is over.",
  "Open the address that `triangulum serve` printed when it was started.",
);
export const WRONG_HOST = new PageRefusal(
  "forbidden",
  "The request was made for another address than the one that these pages are served under.",
  "Open the address that `triangulum serve` printed when it was started.",
);
export const WRONG_ORIGIN = new PageRefusal(
  "forbidden",
  "The request was made by a page that is not one of these.",
  "Use the pages that `triangulum serve` opened; no other page may ask for them.",
);
export const READERS_DO_NOT_DECIDE = new PageRefusal(
  "forbidden",
  "Whoever came in by the readers' address looks and decides nothing.",
  "Open the address for deciding, which `triangulum serve` printed beside the readers' one.",
);
export const TOO_LARGE = new PageRefusal(
  "too-large",
  "What was sent is larger than any page sends.",
  "Shorten the text, or the list of terms.",
);
export const TOO_MANY = new PageRefusal(
  "too-many",
  "Too many requests in a short time.",
  "Wait a few seconds and try again.",
);
export const NO_SUCH_PAGE = new PageRefusal("not-found", "There is no such page.", "Begin at the overview.");
export const FAILED = new PageRefusal(
  "failed",
  "The program met something that it was not made for; nothing was lost.",
  "Try again. If it happens once more, tell whoever looks after the program what you did.",
);

/** A refusal as the pages read it. */
export function refusalBody({ kind, message, wayOut, current }: PageRefusal): Refusal {
  return { error: { kind, message, wayOut, ...(current && { current }) } };
}

/** A refusal as a page of its own, for a browser that asked for a page. Holds no script, and nothing of what was asked. */
export function refusalPage({ message, wayOut }: PageRefusal): string {
  const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Triangulum</title><link rel="icon" href="data:,"></head>
<body><main><h1>Triangulum</h1><p>${escaped(message)}</p><p>${escaped(wayOut)}</p></main></body></html>
`;
}
