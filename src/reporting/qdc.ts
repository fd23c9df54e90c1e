import { codingTree } from "./qdpx-codes.js";
import { codesXml } from "./qdpx-write.js";
import type { Reporter } from "./run-report.js";

/** codebook.qdc: the codes under their themes with colours and definitions, as REFI-QDA's codebook exchange has it, and the facets where these are codes. Terms and cues have no place there. */
export const qdc: Reporter = function* (run) {
  const codes = codingTree(run);
  if (codes.length === 0) return;
  yield {
    path: "codebook.qdc",
    chunks: (function* () {
      yield '<?xml version="1.0" encoding="utf-8"?>\n<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Triangulum">\n';
      yield* codesXml(codes);
      yield "</CodeBook>\n";
    })(),
  };
};
