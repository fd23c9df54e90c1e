import type { QdaProject, QdaSource } from "../model/index.js";
import type { SheetSentence } from "./coding-sheet.js";
import { codingTree } from "./qdpx-codes.js";
import { guidOf } from "./qdpx-guid.js";
import { countable } from "./qdpx-text.js";
import { writeQdpx } from "./qdpx-write.js";
import type { RunReport } from "./run-report.js";

/** Not the program's own user: what is coded in a sheet was coded by a person, whoever the other program says it was. */
const USER = { guid: guidOf("user", "Coding sheet"), name: "Coding sheet" };

const SAYS = "Each line is a sentence to code; a line without a coding was read and carries nothing.";
const MARK = /^\s{0,9}Coding sheet of (.{1,400}?): Each line is a sentence to code/s;

const sheetGuid = (document: string): string => guidOf("sheet", document);

/**
 * A coding sheet as .qdpx: a source for each document with its drawn sentences, one to a line with a blank line between, and the codebook, with facets where the pipeline has them as codes; no codings. The same
 * sentences give the same bytes.
 *
 * @param sentences in the order in which they stand in their documents
 */
export function codingSheetProject(
  codebook: Pick<RunReport, "concepts" | "qdaFacets">,
  sentences: readonly SheetSentence[],
): Uint8Array {
  const byDocument = new Map<string, SheetSentence[]>();
  for (const one of sentences) {
    const own = byDocument.get(one.document) ?? [];
    if (own.length === 0) byDocument.set(one.document, own);
    own.push(one);
  }
  const project: QdaProject = {
    name: "Coding sheet",
    description: SAYS,
    users: [USER],
    codes: codingTree(codebook),
    ...{ variables: [], cases: [], notes: [] },
    sources: [...byDocument].map(([document, own]) => ({
      guid: sheetGuid(document),
      name: document,
      description: `Coding sheet of ${document}: ${SAYS}`,
      user: USER.guid,
      text: own.map(({ sentence }) => `${countable(sentence).text.replace(/\s+/g, " ").trim()}\n`).join("\n"),
      selections: [],
    })),
  };
  return writeQdpx(project);
}

/** `review/path` of the document whose drawn sentences a source holds, by its description or GUID, either of which a program may drop; undefined where it is no sheet. */
export function documentOfSheet({
  guid,
  name,
  description,
}: Pick<QdaSource, "guid" | "name" | "description">): string | undefined {
  return MARK.exec(description)?.[1] ?? (guid === sheetGuid(name) ? name : undefined);
}
