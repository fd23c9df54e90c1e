import { strToU8, unzipSync, Zip, ZipDeflate, type Zippable, zipSync } from "fflate";

/** The date of every entry: the first day that a zip can hold, asked for each time since zips keep local time: the same bytes in any zone. */
const mtime = (): Date => new Date(1980, 0, 1, 12);

/** One entry of a zip: its text in pieces, read once. */
export type Part = { readonly path: string; readonly text: Iterable<string> };

/** A zip written as its parts are read: what is held in memory is one piece, however long a part is. */
export function* zipped(parts: Iterable<Part>): Iterable<Uint8Array> {
  let ready: Uint8Array[] = [];
  const archive = new Zip((error, bytes) => {
    if (error !== null) throw error;
    ready.push(bytes);
  });
  const take = (): Uint8Array[] => {
    const taken = ready;
    ready = [];
    return taken;
  };
  for (const { path, text } of parts) {
    const entry = new ZipDeflate(path, { level: 6 });
    entry.mtime = mtime();
    archive.add(entry);
    for (const piece of text) {
      entry.push(strToU8(piece));
      yield* take();
    }
    entry.push(new Uint8Array(0), true);
    yield* take();
  }
  archive.end();
  yield* take();
}

/** A zip again with the same bytes whenever its parts are the same: sorted by `first` and path, dated alike, and each part changed by `change`. */
export function rezipped(bytes: Uint8Array, change: (path: string, text: string) => string): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith("/"));
  parts.sort(([a], [b]) => (a < b ? -1 : 1));
  // [Content_Types].xml comes first by its bracket only among small letters; readers that guess by the first entry want it there.
  parts.sort(([a], [b]) => Number(b === "[Content_Types].xml") - Number(a === "[Content_Types].xml"));
  const decoder = new TextDecoder();
  const again: Zippable = {};
  for (const [path, part] of parts) {
    again[path] = /\.(?:xml|rels)$/.test(path) ? strToU8(change(path, decoder.decode(part))) : part;
  }
  return zipSync(again, { level: 6, mtime: mtime() });
}
