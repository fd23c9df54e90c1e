import type { Problem, QdaCase, QdaCode, QdaNote, QdaProject, QdaSelection, QdaSource } from "../model/index.js";
import type { Bounds } from "./bounds.js";
import { problem } from "./unreadable.js";
import { walkXml } from "./walk-xml.js";

/** A source as project.qde tells of it, before its text is looked up; positions are as they were counted there. */
export type FoundSource = Omit<Open<QdaSource>, "text" | "selections"> & {
  selections: Open<QdaSelection>[];
  content: string;
  hasContent: boolean;
  plainTextPath: string;
  richTextPath: string;
};

/** The same, still to be filled. */
type Open<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer One)[] ? Open<One>[] : T[K] };
type Attributes = Readonly<Record<string, string>>;

/** Elements whose inside says nothing that is read. */
const PASSED_OVER = new Set(["Sets", "Links", "Graphs"]);
/** Sources and selections that are no text. */
const NO_TEXT = new Set(["PictureSource", "AudioSource", "VideoSource", "PDFSource"]);
const NO_TEXT_SELECTION = /^(?:Picture|PDF|Audio|Video|Transcript)Selection$/;
/** Deepest tree of codes that is followed; deeper codes stand at this depth. */
const DEEPEST_CODE = 64;

/** What project.qde holds, its sources apart. Throws `Unreadable` where the XML is broken or grows past the bounds. */
export function readProject(
  qde: Uint8Array,
  bounds: Bounds,
): { project: Omit<QdaProject, "sources">; sources: FoundSource[]; problems: Problem[] } {
  const reader = new ProjectReader();
  walkXml(qde, reader, bounds);
  const { name, description, users, codes, variables, cases, notes } = reader;
  return {
    project: { name, description, users, codes, variables, cases, notes },
    sources: reader.sources,
    problems: reader.problems(),
  };
}

/** GUIDs are compared without braces and in lower case. */
function guidOf(text: string | undefined): string {
  return (text ?? "")
    .trim()
    .replace(/^\{|\}$/g, "")
    .toLowerCase();
}

/** `#rrggbb` of a colour: three or six digits, or eight with opacity first, with or without #; empty for anything else. */
function colourOf(text: string | undefined): string {
  const digits = /^#?([0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3})$/i.exec((text ?? "").trim())?.[1]?.toLowerCase() ?? "";
  if (digits.length === 3) return `#${[...digits].map((digit) => digit + digit).join("")}`;
  return digits === "" ? "" : `#${digits.slice(-6)}`;
}

/** A position, or -1, which lies outside every text. */
function position(text: string | undefined): number {
  const trimmed = (text ?? "").trim();
  return /^\d{1,9}$/.test(trimmed) ? Number(trimmed) : -1;
}

class ProjectReader {
  name = "";
  description = "";
  readonly users: { guid: string; name: string }[] = [];
  readonly codes: Open<QdaCode>[] = [];
  readonly variables: { guid: string; name: string; type: string }[] = [];
  readonly cases: Open<QdaCase>[] = [];
  readonly sources: FoundSource[] = [];
  readonly notes: Open<QdaNote>[] = [];
  private readonly path: string[] = [];
  private readonly openCodes: Open<QdaCode>[] = [];
  private passing = 0;
  private source: FoundSource | undefined;
  private selection: Open<QdaSelection> | undefined;
  private coding: Open<QdaSelection["codings"][number]> | undefined;
  private note: Open<QdaNote> | undefined;
  private value: { variable: string; value: string } | undefined;
  private noTextSelections = 0;
  private wholeSources = 0;
  private noTextSources = 0;

  open(tag: string, attributes: Attributes): void {
    const name = tag.split(":").at(-1) ?? tag;
    const parent = this.path.at(-1) ?? "";
    this.path.push(name);
    if (PASSED_OVER.has(name)) this.passing += 1;
    if (this.passing === 0) this.enter(name, parent, attributes);
  }

  private enter(name: string, parent: string, attributes: Attributes): void {
    const guid = guidOf(attributes.guid);
    const target = guidOf(attributes.targetGUID);
    const user = guidOf(attributes.creatingUser);
    const title = attributes.name ?? "";
    if (name === "Project") this.name = title;
    else if (name === "User") this.users.push({ guid, name: title });
    else if (name === "Code") this.enterCode(guid, title, attributes);
    else if (name === "Variable") this.variables.push({ guid, name: title, type: attributes.typeOfVariable ?? "Text" });
    else if (name === "Case")
      this.cases.push({ guid, name: title, description: "", values: [], sources: [], selections: [] });
    else if (name === "VariableValue") this.value = { variable: "", value: "" };
    else if (name === "VariableRef" && this.value) this.value.variable = target;
    else if (name === "SourceRef" && parent === "Case") this.cases.at(-1)?.sources.push(target);
    else if (name === "SelectionRef" && parent === "Case") this.cases.at(-1)?.selections.push(target);
    else if (name === "Note") this.note = { guid, name: title, text: "", user };
    else if (name === "TextSource" || (name === "Representation" && parent === "PDFSource"))
      this.enterSource(guid, title, user, attributes);
    else if (NO_TEXT.has(name)) this.noTextSources += 1;
    else if (NO_TEXT_SELECTION.test(name)) this.noTextSelections += 1;
    else if (name === "PlainTextSelection" && this.source) {
      const at = { start: position(attributes.startPosition), end: position(attributes.endPosition) };
      this.selection = { guid, name: title, description: "", user, ...at, codings: [] };
      this.source.selections.push(this.selection);
    } else if (name === "Coding" && parent === "PlainTextSelection" && this.selection)
      this.coding = { guid, code: "", user: user || this.selection.user, notes: [] };
    else if (name === "Coding" && parent === "TextSource") this.wholeSources += 1;
    else if (name === "CodeRef" && this.coding) this.coding.code = target;
    else if (name === "NoteRef" && this.coding && parent === "Coding") this.coding.notes.push(target);
    else if (name === "PlainTextContent" && this.source && parent !== "Note") this.source.hasContent = true;
  }

  private enterCode(guid: string, name: string, { isCodable, color }: Attributes): void {
    const codable = !/^(?:false|0)$/i.test(isCodable ?? "");
    const code = { guid, name, codable, colour: colourOf(color), description: "", codes: [] };
    (this.openCodes[Math.min(this.openCodes.length, DEEPEST_CODE) - 1]?.codes ?? this.codes).push(code);
    this.openCodes.push(code);
  }

  private enterSource(guid: string, name: string, user: string, { plainTextPath, richTextPath }: Attributes): void {
    const paths = { plainTextPath: plainTextPath ?? "", richTextPath: richTextPath ?? "" };
    this.source = { guid, name, description: "", user, selections: [], content: "", hasContent: false, ...paths };
    this.sources.push(this.source);
  }

  text(text: string): void {
    if (this.passing > 0) return;
    const [name, parent] = [this.path.at(-1), this.path.at(-2)];
    if (name === "PlainTextContent" && this.note) this.note.text += text;
    else if (name === "PlainTextContent" && this.source) this.source.content += text;
    else if (name?.endsWith("Value") && name !== "VariableValue" && this.value) this.value.value += text;
    else if (name === "Description") this.describe(parent ?? "", text);
  }

  private describe(parent: string, text: string): void {
    if (parent === "Project") this.description += text;
    const described = {
      Code: this.openCodes.at(-1),
      Case: this.cases.at(-1),
      TextSource: this.source,
      PlainTextSelection: this.selection,
    }[parent];
    if (described) described.description += text;
  }

  close(tag: string): void {
    const name = tag.split(":").at(-1) ?? tag;
    this.path.pop();
    if (PASSED_OVER.has(name)) this.passing -= 1;
    if (this.passing > 0) return;
    if (name === "Code") this.openCodes.pop();
    else if (name === "TextSource" || name === "Representation") this.source = undefined;
    else if (name === "PlainTextSelection") this.selection = undefined;
    else if (name === "Coding" && this.coding) {
      this.selection?.codings.push(this.coding);
      this.coding = undefined;
    } else if (name === "Note" && this.note) {
      this.notes.push(this.note);
      this.note = undefined;
    } else if (name === "VariableValue" && this.value) {
      if (this.path.at(-1) === "Case") this.cases.at(-1)?.values.push(this.value);
      this.value = undefined;
    }
  }

  problems(): Problem[] {
    const left: [number, string, string][] = [
      [
        this.noTextSources,
        "sources-no-text",
        "sources that are pictures, recordings or PDF pages; only their text is read",
      ],
      [this.noTextSelections, "selections-no-text", "selections in pictures, pages or recordings"],
      [this.wholeSources, "codings-of-sources", "codings of a whole source, which say of no sentence what it carries"],
    ];
    return left
      .filter(([number]) => number > 0)
      .map(([number, rule, what]) =>
        problem(
          rule,
          `Left out: ${number} ${what}.`,
          "Code the plain text of the source where the codings should count.",
          { severity: "info" },
        ),
      );
  }
}
