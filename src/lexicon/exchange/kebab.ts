import { BOUNDS } from "./dictionary.js";

/** An id from a name: small letters without accents, everything else a hyphen. */
export function kebab(name: string): string {
  return name
    .slice(0, BOUNDS.wording)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/['’]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60)
    .replace(/-$/, "");
}
