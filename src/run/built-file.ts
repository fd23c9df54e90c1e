import { fileURLToPath } from "node:url";

/**
 * Path of one of this folder's modules as node can start it in a thread or process of its own: beside this one, or under `dist/`
 * when the sources are run as they are, as the tests do.
 */
export function builtFile(name: string): string {
  const unbuilt = import.meta.url.endsWith(".ts");
  return fileURLToPath(new URL(unbuilt ? `../../dist/run/${name}` : name, import.meta.url));
}
