import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createMasker, defaultKeyPath, KEY_BYTES, keyFingerprint, loadKey } from "../../src/privacy/index.js";
import { NOBODY, transcriptOf } from "./measure.js";

const folder = mkdtempSync(join(tmpdir(), "triangulum-key-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the masking key", () => {
  it("is made once, readable by its owner alone, and read again", () => {
    const path = join(folder, "state", "key");
    const key = loadKey(path);
    expect(key).toHaveLength(KEY_BYTES);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(loadKey(path)).toEqual(key);
    expect(loadKey(join(folder, "other", "key"))).not.toEqual(key);
  });
  it("is never replaced when damaged", () => {
    const path = join(folder, "short");
    writeFileSync(path, "too short");
    expect(() => loadKey(path)).toThrow("9 bytes; 32 are expected");
    expect(() => loadKey(join(path, "below"))).toThrow("masking key");
  });
  it("lives in the state folder unless told otherwise", () => {
    expect(defaultKeyPath({ XDG_STATE_HOME: "/var/state" })).toBe("/var/state/triangulum/key");
    expect(defaultKeyPath({ XDG_STATE_HOME: "relative" })).toMatch(/\/\.local\/state\/triangulum\/key$/);
  });
  it("changes every hash and its fingerprint", () => {
    const hashes = (fill: number): string[] =>
      createMasker({ key: new Uint8Array(32).fill(fill), places: [], agencies: [], mask: [], keep: [] })
        .mask(transcriptOf("Here Darren Pike has 07700 900123."), NOBODY)
        .slots.map((s) => s.hash);
    expect(hashes(1)).not.toEqual(hashes(2));
    expect(hashes(1)[0]).toMatch(/^[0-9a-f]{24}$/);
    expect(keyFingerprint(new Uint8Array(32))).not.toBe(keyFingerprint(new Uint8Array(32).fill(1)));
  });
});
