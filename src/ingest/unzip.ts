import yauzl from "yauzl";
import type { Bounds } from "./bounds.js";
import { startsWith } from "./decode-bytes.js";
import { Unreadable } from "./unreadable.js";

/** Entries in one archive; a document has some dozens. */
const MOST_ENTRIES = 10_000;

/**
 * Unpacks the entries of a zip whose name `wanted` accepts, each inflated under `bounds` and counted as it inflates, so
 * that a lying header cannot slip a bomb past. Throws `Unreadable` for a password, damage or another format.
 */
export async function unzip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  bounds: Bounds,
): Promise<Map<string, Uint8Array>> {
  refuseOle(bytes);
  try {
    return await readEntries(bytes, wanted, bounds);
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(
      "damaged",
      "The file is not a whole zip archive, as this format must be; it is cut off or damaged.",
      "Copy the file again from its source, or open it in its program and save it again.",
    );
  }
}

/** Office wraps a password-protected document, and the old formats, in an OLE container. */
function refuseOle(bytes: Uint8Array): void {
  if (!startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return;
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.includes(Buffer.from("EncryptedPackage", "utf16le"))) throw encrypted();
  throw new Unreadable(
    "old-office-format",
    "The file is in the old binary Office format under a new name.",
    "Open it in a word processor and save it as .docx.",
  );
}

/** The one way to say that a password is in the way. */
export function encrypted(): Unreadable {
  return new Unreadable(
    "encrypted",
    "The document is protected by a password and cannot be read.",
    "Save a copy without a password in the archive.",
  );
}

function readEntries(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  bounds: Bounds,
): Promise<Map<string, Uint8Array>> {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(data, { lazyEntries: true, validateEntrySizes: true }, (openError, zip) => {
      if (openError || !zip) return reject(openError ?? new Error("no zip"));
      const found = new Map<string, Uint8Array>();
      let entries = 0;
      const fail = (error: unknown) => {
        zip.close();
        reject(error);
      };
      zip.on("error", fail);
      zip.on("end", () => resolve(found));
      zip.on("entry", (entry: yauzl.Entry) => {
        entries += 1;
        if (entries > MOST_ENTRIES) {
          return fail(
            new Unreadable(
              "too-many-entries",
              `The archive holds more than ${MOST_ENTRIES} entries.`,
              "Take the transcripts out of it.",
            ),
          );
        }
        if (!wanted(entry.fileName)) return zip.readEntry();
        if (entry.generalPurposeBitFlag & 1) return fail(encrypted());
        zip.openReadStream(entry, (error, stream) => {
          if (error || !stream) return fail(error);
          const chunks: Buffer[] = [];
          stream.on("data", (chunk: Buffer) => {
            try {
              bounds.text(chunk.length);
              chunks.push(chunk);
            } catch (limit) {
              stream.destroy();
              fail(limit);
            }
          });
          stream.on("error", fail);
          stream.on("end", () => {
            found.set(entry.fileName, Buffer.concat(chunks));
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
}
