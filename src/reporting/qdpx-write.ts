import { strToU8, zipSync } from "fflate";
import type { QdaCase, QdaCode, QdaNote, QdaProject, QdaSource, QdaVariable } from "../model/index.js";
import { xmlAttributes as attributes, xmlText } from "./xml.js";

/**
 * The one date of everything in the file: importers want one, a run must give the same bytes every night, and a zip can hold none that is
 * earlier. Given in local parts, since a zip's dates have no zone.
 */
const DATE = "1980-01-01T12:00:00Z";
const zipDate = (): Date => new Date(1980, 0, 1, 12);

/** A project as .qdpx: a zip of project.qde and of every source as plain text (UTF-8, no byte-order mark, LF). The same project gives the same bytes. */
export function writeQdpx(project: QdaProject): Uint8Array {
  const files: Record<string, Uint8Array> = { "project.qde": strToU8([...projectXml(project)].join("")) };
  for (const { guid, text } of project.sources) files[`Sources/${guid}.txt`] = strToU8(text);
  return zipSync(files, { mtime: zipDate(), level: 6, os: 3 });
}

function* projectXml(project: QdaProject): Iterable<string> {
  const user = project.users[0]?.guid;
  yield '<?xml version="1.0" encoding="utf-8"?>\n';
  yield `<Project xmlns="urn:QDA-XML:project:1.0"${attributes({ name: project.name, origin: "Triangulum", creatingUserGUID: user, creationDateTime: DATE })}>\n`;
  yield* group("Users", project.users, ({ guid, name }) => `<User${attributes({ guid, name })}/>\n`);
  if (project.codes.length > 0) yield `<CodeBook>\n${[...codesXml(project.codes)].join("")}</CodeBook>\n`;
  yield* group("Variables", project.variables, variableXml);
  const types = new Map(project.variables.map(({ guid, type }) => [guid, type]));
  yield* group("Cases", project.cases, (one) => caseXml(one, types));
  yield* group("Sources", project.sources, sourceXml);
  yield* group("Notes", project.notes, noteXml);
  yield `${element("Description", project.description)}</Project>\n`;
}

/** `<Codes>` with its tree, as projects and codebooks share it. */
export function* codesXml(codes: readonly QdaCode[]): Iterable<string> {
  yield* group("Codes", codes, codeXml);
}

function codeXml({ guid, name, codable, colour, description, codes }: QdaCode): string {
  const inside = element("Description", description) + codes.map(codeXml).join("");
  const head = `<Code${attributes({ guid, name, isCodable: codable, color: colour === "" ? undefined : colour })}`;
  return inside === "" ? `${head}/>\n` : `${head}>\n${inside}</Code>\n`;
}

function variableXml({ guid, name, type }: QdaVariable): string {
  return `<Variable${attributes({ guid, name, typeOfVariable: type })}/>\n`;
}

function caseXml(one: QdaCase, types: ReadonlyMap<string, string>): string {
  const values = one.values.map(({ variable, value }) => {
    const tag = `${types.get(variable) ?? "Text"}Value`;
    return `<VariableValue>${reference("VariableRef", variable)}<${tag}>${xmlText(value)}</${tag}></VariableValue>\n`;
  });
  return [
    `<Case${attributes({ guid: one.guid, name: one.name })}>\n`,
    element("Description", one.description),
    ...values,
    ...one.sources.map((guid) => `${reference("SourceRef", guid)}\n`),
    ...one.selections.map((guid) => `${reference("SelectionRef", guid)}\n`),
    "</Case>\n",
  ].join("");
}

function sourceXml({ guid, name, description, user, selections }: QdaSource): string {
  const made = { creatingUser: user === "" ? undefined : user, creationDateTime: DATE };
  return [
    `<TextSource${attributes({ guid, name, plainTextPath: `internal://${guid}.txt`, ...made })}>\n`,
    element("Description", description),
    ...selections.map(selectionXml),
    "</TextSource>\n",
  ].join("");
}

function selectionXml({ guid, name, description, user, start, end, codings }: QdaSource["selections"][number]): string {
  const by = user === "" ? undefined : user;
  const at = { startPosition: start, endPosition: end, creatingUser: by, creationDateTime: DATE };
  return [
    `<PlainTextSelection${attributes({ guid, name, ...at })}>\n`,
    element("Description", description),
    ...codings.map((coding) => {
      const made = { creatingUser: coding.user === "" ? undefined : coding.user, creationDateTime: DATE };
      const notes = coding.notes.map((note) => reference("NoteRef", note)).join("");
      return `<Coding${attributes({ guid: coding.guid, ...made })}>${reference("CodeRef", coding.code)}${notes}</Coding>\n`;
    }),
    "</PlainTextSelection>\n",
  ].join("");
}

function noteXml({ guid, name, text, user }: QdaNote): string {
  const made = { creatingUser: user === "" ? undefined : user, creationDateTime: DATE };
  return `<Note${attributes({ guid, name, ...made })}><PlainTextContent>${xmlText(text)}</PlainTextContent></Note>\n`;
}

/** A list under its own element, which the schema wants to be absent when the list is empty. */
function* group<T>(tag: string, rows: readonly T[], each: (row: T) => string): Iterable<string> {
  if (rows.length === 0) return;
  yield `<${tag}>\n`;
  for (const row of rows) yield each(row);
  yield `</${tag}>\n`;
}

function element(tag: string, text: string): string {
  return text === "" ? "" : `<${tag}>${xmlText(text)}</${tag}>\n`;
}

function reference(tag: string, guid: string): string {
  return `<${tag} targetGUID="${guid}"/>`;
}
