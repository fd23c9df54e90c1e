import { describe, expect, it } from "vitest";
import { systemError } from "../../src/cli/system-error.js";

const error = (code: string, path?: string): Error => Object.assign(new Error(`${code}: refused`), { code, path });

describe("what the system refuses is said in words", () => {
  it.each([
    ["a full disk", error("ENOSPC", "/srv/out/x"), "/srv/out/x: The disk is full."],
    [
      "a full disk, met by the database",
      new Error('IO Error: Could not write "x": No space left on device'),
      "The disk is full.",
    ],
    ["a read-only folder", error("EROFS", "/srv/out"), "can only be read"],
    ["a folder of somebody else", error("EACCES", "/srv/out"), "Permission is denied"],
    ["a drive that went", error("ESTALE"), "network drive"],
  ])("%s", (_name, thrown, words) => {
    expect(systemError(thrown)).toContain(words);
    expect(systemError(thrown)).toContain("Nothing was published; the last good run stands.");
  });
  it("leaves a fault of ours to be told as one", () => {
    expect(systemError(new TypeError("x is not a function"))).toBeUndefined();
    expect(systemError("thrown")).toBeUndefined();
  });
});
