import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { PageRefusal, type Pages, type Viewer } from "../run/index.js";
import { api } from "./api.js";
import type { Asset } from "./assets.js";
import type { Doorkeeper } from "./doorkeeper.js";
import { type Rate, rateLimit } from "./rate-limit.js";
import {
  FAILED,
  NO_SESSION,
  NO_SUCH_PAGE,
  refusalBody,
  refusalPage,
  STATUS,
  TOO_LARGE,
  TOO_MANY,
  WRONG_HOST,
  WRONG_ORIGIN,
} from "./refusals.js";

/** What the pages are served with. */
export interface AppOptions {
  readonly pages: Pages;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly door: Doorkeeper;
  /** Addresses under which browsers reach the pages, each `https://name:port`. A request for another is refused. */
  readonly origins: ReadonlySet<string>;
  /** Name of the cookie: two servers on one machine must not take each other's. */
  readonly cookie: string;
  /** Milliseconds. */
  readonly clock: () => number;
  /** Told of what went wrong on our side: the kind of error and where in the program, never what was asked or said. */
  readonly failed: (where: string) => void;
}

/** What is known of a request once it was let in. */
export interface Known {
  Variables: { viewer: Viewer };
}

/** Most bytes that a request may bring: the longest list of terms, and no more. */
const MOST_BYTES = 2 * 1024 * 1024;
/** Requests of one browser; a page asks for a handful at once. */
const BROWSER: Rate = { burst: 300, perSecond: 30 };
/** Knocks without a cookie, over all who knock: a token cannot be guessed at this rate before the sun burns out. */
const KNOCKS: Rate = { burst: 60, perSecond: 2 };

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The server as a function of requests: who may come in, what they may ask for, and how it is answered. */
export function makeApp({ pages, assets, door, origins, cookie, clock, failed }: AppOptions): Hono<Known> {
  const app = new Hono<Known>();
  const secure = [...origins].every((origin) => origin.startsWith("https:"));
  const hosts = new Set([...origins].map((origin) => new URL(origin).host));
  const browser = rateLimit(BROWSER, clock);
  const knock = rateLimit(KNOCKS, clock);

  app.use(async (context, next) => {
    await next();
    const { headers } = context.res;
    headers.set("Content-Security-Policy", POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    headers.set("Cache-Control", "no-store");
    if (secure) headers.set("Strict-Transport-Security", "max-age=31536000");
  });

  app.onError((error, context) => {
    const refusal = error instanceof PageRefusal ? error : FAILED;
    if (refusal === FAILED) failed(`${context.req.method} ${context.req.path}: ${traceOf(error)}`);
    const status = STATUS[refusal.kind];
    if (context.req.path.startsWith("/api/")) return context.json(refusalBody(refusal), status);
    return context.html(refusalPage(refusal), status);
  });
  app.notFound(() => {
    throw NO_SUCH_PAGE;
  });

  app.use(async (context, next) => {
    // A name that somebody made point at this machine (DNS rebinding) is not one of ours.
    if (!hosts.has((context.req.header("host") ?? "").toLowerCase())) throw WRONG_HOST;
    const origin = context.req.header("origin");
    const changes = !["GET", "HEAD"].includes(context.req.method);
    if (origin === undefined ? changes : !origins.has(origin)) throw WRONG_ORIGIN;
    const site = context.req.header("sec-fetch-site");
    if (context.req.path.startsWith("/api/") && site !== undefined && site !== "same-origin") throw WRONG_ORIGIN;
    await next();
  });

  app.get("/enter", (context) => {
    if (!knock("")) throw TOO_MANY;
    const fresh = door.admit(context.req.query("token") ?? "");
    if (fresh === undefined) throw NO_SESSION;
    setCookie(context, cookie, fresh, { httpOnly: true, sameSite: "Strict", path: "/", secure });
    // Not a redirect: a browser that was sent here by another page would follow one without the cookie.
    return context.html(
      '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=/"><title>Triangulum</title><link rel="icon" href="data:,"></head><body><p><a href="/">Triangulum</a></p></body></html>\n',
    );
  });

  app.use(async (context, next) => {
    const held = getCookie(context, cookie);
    const viewer = door.viewerOf(held);
    if (viewer === undefined) {
      if (!knock("")) throw TOO_MANY;
      if (held !== undefined) deleteCookie(context, cookie, { path: "/" });
      throw NO_SESSION;
    }
    if (!browser(held ?? "")) throw TOO_MANY;
    context.set("viewer", viewer);
    await next();
  });

  app.use(
    bodyLimit({
      maxSize: MOST_BYTES,
      onError: () => {
        throw TOO_LARGE;
      },
    }),
  );

  app.route("/api", api(pages));

  app.get("*", (context) => {
    const asset = assets.get(context.req.path);
    if (asset === undefined) throw NO_SUCH_PAGE;
    return context.body(asset.bytes, 200, { "Content-Type": asset.type });
  });
  return app;
}

/** Kind and places of an error. Its message may hold words of a transcript, and is left out. */
function traceOf(error: Error): string {
  const places = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [error.name, ...places.slice(0, 8).map((line) => line.trim())].join(" ");
}
