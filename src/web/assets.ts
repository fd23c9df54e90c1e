import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { Stop } from "../model/index.js";

/** A file of the client with its type. */
export interface Asset {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/**
 * The built client, by the path under which it is served; `/` is its page. All is read at the start, so that no request ever names a file.
 *
 * @throws Stop when the client has not been built.
 */
export async function readAssets(folder: string): Promise<Map<string, Asset>> {
  const assets = new Map<string, Asset>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(folder.length).replaceAll("\\", "/").replace(/^\/*/, "/");
    assets.set(path === "/index.html" ? "/" : path, { bytes: new Uint8Array(await readFile(file)), type });
  }
  if (!assets.has("/")) throw new Stop(`${folder} holds no pages: the program was not built whole. Run: npm run build`);
  return assets;
}
