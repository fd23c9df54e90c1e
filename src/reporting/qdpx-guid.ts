import { createHash } from "node:crypto";

/** Namespace of every GUID of the program's: chosen once, at random, and never changed, so that ids stay what they are. */
const NAMESPACE = Buffer.from("5b1f0c0e6a3d4f7c9b52d1a8e47c3960", "hex");

/**
 * The same GUID for the same words in every run and on every machine: RFC 9562, version 5 (SHA-1 of a namespace and a name), in lower case.
 *
 * @param name what it stands for: a kind, then ids that no other thing of the kind has.
 */
export function guidOf(...name: readonly string[]): string {
  const hash = createHash("sha1").update(NAMESPACE).update(JSON.stringify(name)).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString("hex", 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** GUID of a code: the same in every review, so that projects can be joined. */
export const codeGuid = (code: string): string => guidOf("code", code);
