import { createHmac, randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import { Stop } from "../model/index.js";
import type { SlotKind } from "./detail.js";

/** Length of a key in bytes. */
export const KEY_BYTES = 32;

/**
 * Where the key lives unless told otherwise: `$XDG_STATE_HOME/triangulum/key`, else `~/.local/state/triangulum/key`. Outside `out/`,
 * so that whoever is given a run cannot try names against its hashes. A relative XDG_STATE_HOME is ignored, as that standard asks.
 */
export function defaultKeyPath(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const state = environment.XDG_STATE_HOME;
  return join(state && isAbsolute(state) ? state : join(homedir(), ".local", "state"), "triangulum", "key");
}

/**
 * Reads the key at `path`, or makes a random one there (file 0600, folders 0700). Two processes that make it at once end with the
 * same key. Throws Stop when the file cannot be read or written or is not `KEY_BYTES` long; a damaged key is never replaced, since
 * every placeholder of every cached document would then change its person.
 */
export function loadKey(path: string = defaultKeyPath()): Uint8Array {
  const present = readKey(path);
  if (present) return present;
  const draft = `${path}.${process.pid}.${randomBytes(6).toString("hex")}`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(draft, randomBytes(KEY_BYTES), { mode: 0o600, flag: "wx" });
    try {
      linkSync(draft, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  } catch (error) {
    throw new Stop(
      `The masking key cannot be made at ${path} (${(error as NodeJS.ErrnoException).code}). Make its folder writable, or name another place.`,
      2,
    );
  } finally {
    rmSync(draft, { force: true });
  }
  const made = readKey(path);
  if (!made) throw new Stop(`The masking key at ${path} was removed while it was being made. Try again.`, 2);
  return made;
}

function readKey(path: string): Uint8Array | undefined {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT") return undefined;
    throw new Stop(
      `The masking key at ${path} cannot be read (${code}). Give its owner the right to read it, or name another place.`,
      2,
    );
  }
  if (bytes.length !== KEY_BYTES) {
    throw new Stop(
      `The masking key at ${path} has ${bytes.length} bytes; ${KEY_BYTES} are expected. Restore it, or remove it and run with --full.`,
      2,
    );
  }
  return new Uint8Array(bytes);
}

/** A name for a key that gives nothing away, for cache keys: 16 hex digits. */
export function keyFingerprint(key: Uint8Array): string {
  return createHmac("sha256", key).update("triangulum key fingerprint").digest("hex").slice(0, 16);
}

/** Keyed hash of a normalised detail: 24 hex digits (96 bits) of HMAC-SHA256. Equal where kind and detail are. */
export function detailHash(key: Uint8Array, kind: SlotKind, value: string): string {
  return createHmac("sha256", key).update(`${kind}\u0000${value}`).digest("hex").slice(0, 24);
}
