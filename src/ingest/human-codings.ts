import type { Limits, Problem, QdaProject, QdaSource } from "../model/index.js";
import { Bounds } from "./bounds.js";
import { decodeBytes } from "./decode-bytes.js";
import { normalised, positionsOf } from "./human-codings-positions.js";
import { type FoundSource, readProject } from "./human-codings-project.js";
import { problem, Unreadable } from "./unreadable.js";
import { unzip } from "./unzip.js";

/** A project as it was read, with what could not be taken over. Without a project there is one problem of severity error. */
export interface ReadCodings {
  readonly project: QdaProject | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Reads a REFI-QDA project (.qdpx) of NVivo, ATLAS.ti, MAXQDA, QualCoder and others with its codings. GUIDs lose braces and capitals; colours
 * that are none are dropped; positions counted in another way than the standard's are found out (see `positionsOf`). Left out, and said where
 * something is lost: sources that are pictures, recordings or rich text alone, selections in them, codings of whole sources, sets, links and
 * graphs. Never throws on bad input.
 */
export async function readHumanCodings(bytes: Uint8Array, limits: Limits): Promise<ReadCodings> {
  try {
    const wanted = (name: string) => /\.(?:qde|txt)$/i.test(name);
    const parts = await unzip(bytes, wanted, new Bounds(limits));
    const project = [...parts].find(([name]) => /\.qde$/i.test(name))?.[1];
    if (!project) {
      throw new Unreadable(
        "not-qdpx",
        "The archive holds no project.qde.",
        "Export the project again as REFI-QDA (.qdpx).",
      );
    }
    const found = readProject(project, new Bounds(limits));
    const problems = [...found.problems];
    const texts = new Map([...parts].map(([name, part]) => [fileName(name), part]));
    const sources = found.sources.flatMap((source, i) => completed(source, i, texts, problems));
    return { project: { ...found.project, sources }, problems };
  } catch (error) {
    const reason =
      error instanceof Unreadable
        ? error
        : new Unreadable("damaged", "The project could not be read.", "Export the project again as REFI-QDA (.qdpx).");
    return { project: undefined, problems: [reason.problem] };
  }
}

/** A source with its text and its selections at their places; nothing where it has no plain text. */
function completed(
  { content, plainTextPath, richTextPath, hasContent, ...source }: FoundSource,
  index: number,
  texts: ReadonlyMap<string, Uint8Array>,
  problems: Problem[],
): QdaSource[] {
  const place = `source ${index + 1}`;
  const bytes = texts.get(fileName(plainTextPath));
  if (!hasContent && bytes === undefined) {
    const rich = richTextPath !== "" && plainTextPath === "";
    problems.push(
      problem(
        rich ? "rich-text-only" : "source-not-in-project",
        rich
          ? "A source stands in the project as rich text alone; its codings are left out."
          : "The plain text of a source is not inside the project file; its codings are left out.",
        rich
          ? "Export the project with plain-text sources, or convert the source to plain text before coding."
          : "Export the project with its sources.",
        { place },
      ),
    );
    return [];
  }
  const raw = hasContent ? content : decoded(bytes, place, problems);
  if (raw === undefined) return [];
  const { at, habit } = positionsOf(raw, source.selections);
  if (habit !== "") {
    problems.push(
      problem(
        "positions-counted-otherwise",
        `Positions in a source do not count as the standard does; they were read ${habit}.`,
        "Look at some codings of this source before the figures are used.",
        { place, severity: "info" },
      ),
    );
  }
  const text = normalised(raw);
  const length = [...text].length;
  let outside = 0;
  const selections = source.selections.flatMap((selection) => {
    const [start, end] = [at(selection.start), at(selection.end)];
    if (start >= 0 && end > start && end <= length) return { ...selection, start, end };
    outside += 1;
    return [];
  });
  if (outside > 0) {
    problems.push(
      problem(
        "selection-outside-text",
        `${outside} selections lie outside their text or are empty; they are left out.`,
        "Export the project again together with its sources.",
        { place },
      ),
    );
  }
  return [{ ...source, text, selections }];
}

/** The text of a file, empty for an empty one; undefined, with a problem, where it is no text. */
function decoded(bytes: Uint8Array | undefined, place: string, problems: Problem[]): string | undefined {
  try {
    return bytes && bytes.length > 0 ? decodeBytes(bytes) : "";
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    problems.push({ ...error.problem, place, severity: "warning" });
    return undefined;
  }
}

function fileName(path: string): string {
  return path.toLowerCase().split(/[/\\]/).at(-1) ?? "";
}
