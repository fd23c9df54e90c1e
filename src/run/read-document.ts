import type { ArchiveDocument, DocumentResult, Problem } from "../model/index.js";

/** A document of the archive with what was made of it. */
export interface ReadDocument {
  document: ArchiveDocument;
  /** Path under the review, masked where it names a person: the name by which everything published calls it. */
  name: string;
  /** Undefined where it could not be read; the problems say why. */
  result: DocumentResult | undefined;
  /** Whether the result came from the cache. */
  reused: boolean;
  problems: Problem[];
}

/** A document that could be read. */
export type CodedDocument = ReadDocument & { result: DocumentResult };

export function isCoded(document: ReadDocument): document is CodedDocument {
  return document.result !== undefined;
}
