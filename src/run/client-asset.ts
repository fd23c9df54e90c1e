import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Stop } from "../model/index.js";
import type { ClientAsset } from "../reporting/index.js";

/** Where the built client of the pages lies: beside this folder, or under `dist/` when the sources are run as they are. */
const FOLDER = new URL(import.meta.url.endsWith(".ts") ? "../../dist/web/client/" : "../web/client/", import.meta.url);

let known: ClientAsset | undefined;

/**
 * The client of the analyst's pages, read once.
 *
 * @throws Stop when the program was not built.
 */
export function clientAsset(): ClientAsset {
  known ??= { script: read("client.js"), style: read("client.css") };
  return known;
}

function read(name: string): string {
  const path = fileURLToPath(new URL(name, FOLDER));
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new Stop(`${path} is missing: the pages were not built. Run: npm run build`, 4);
  }
}
