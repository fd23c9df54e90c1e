import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Viewer } from "../run/index.js";

/** Milliseconds after which a cookie that nobody used is worth nothing: a working day. */
const IDLE = 12 * 3_600_000;
/** Browsers let in at once; the one that was idle longest goes. */
const MOST = 200;

/** Lets browsers in: a token of the start-up address buys a cookie, a cookie tells who looks. Both are kept as hashes. */
export interface Doorkeeper {
  /** The start-up tokens, one for each analyst and one for readers. */
  readonly tokens: readonly { token: string; viewer: Viewer }[];
  /** A fresh cookie for a token; undefined where the token is none of ours. */
  admit(token: string): string | undefined;
  /** Who holds a cookie; undefined where nobody does. */
  viewerOf(cookie: string | undefined): Viewer | undefined;
}

const digest = (secret: string): Buffer => createHash("sha256").update(secret).digest();

/**
 * @param names of the analysts who may decide.
 * @param clock milliseconds, for the age of cookies.
 */
export function openDoor(names: readonly string[], clock: () => number): Doorkeeper {
  const viewers: Viewer[] = [...names.map((who): Viewer => ({ role: "decider", who })), { role: "reader", who: "" }];
  const tokens = viewers.map((viewer) => ({ token: randomBytes(24).toString("base64url"), viewer }));
  const doors = tokens.map(({ token, viewer }) => ({ hash: digest(token), viewer }));
  const inside = new Map<string, { viewer: Viewer; used: number }>();
  return {
    tokens,
    admit(token) {
      // All are compared, in the same time whichever fits.
      const given = digest(token);
      const door = doors.filter(({ hash }) => timingSafeEqual(hash, given))[0];
      if (door === undefined) return undefined;
      const cookie = randomBytes(32).toString("base64url");
      inside.set(digest(cookie).toString("base64url"), { viewer: door.viewer, used: clock() });
      for (const oldest of inside.keys()) if (inside.size > MOST) inside.delete(oldest);
      return cookie;
    },
    viewerOf(cookie) {
      if (cookie === undefined || cookie.length > 100) return undefined;
      const key = digest(cookie).toString("base64url");
      const found = inside.get(key);
      if (found === undefined) return undefined;
      inside.delete(key);
      if (clock() - found.used > IDLE) return undefined;
      inside.set(key, { ...found, used: clock() });
      return found.viewer;
    },
  };
}
