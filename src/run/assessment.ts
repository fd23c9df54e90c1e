import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { AssessmentRules, assess, type CodedRecommendation, type Recommended } from "../assessment/index.js";
import { codeDocument } from "../coding/index.js";
import type { Rules } from "../findings/index.js";
import { compileLexicon, type Lexicon, readYaml } from "../lexicon/index.js";
import {
  type Assessment,
  type Frame,
  type Problem,
  type ReviewFolder,
  type ReviewResult,
  Stop,
  type Transcript,
} from "../model/index.js";
import type { Masker } from "../privacy/index.js";
import type { LoadedPipeline } from "./pipeline.js";

/** What the assessment of a programme is made with. */
export interface AssessmentSettings {
  rules: AssessmentRules;
  frame: Frame;
  /** sha256 of the rules' text. */
  hash: string;
}

/** Whether an archive holds anything of a programme: recommendations, a survey, or a review that names its cohort. */
function holdsProgramme(folders: readonly ReviewFolder[]): boolean {
  return folders.some(
    ({ meta, recommendations, survey }) => meta.cohort !== "" || recommendations.length > 0 || survey.length > 0,
  );
}

/**
 * Reads the rules of the assessment, before anything is coded; undefined where the archive holds nothing of a programme.
 *
 * @throws Stop when they cannot be read, or name a frame, a heading or a code that the lexicon lacks.
 */
export async function assessmentSettings(
  pipeline: Pick<LoadedPipeline, "assessment" | "file">,
  folders: readonly ReviewFolder[],
  lexicon: Pick<Lexicon, "frames" | "concepts">,
): Promise<AssessmentSettings | undefined> {
  if (!holdsProgramme(folders)) return undefined;
  const text = await readFile(pipeline.assessment, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Stop(
      `${pipeline.assessment}: the rules of the assessment cannot be read (${error.code}). Correct \`assessment:\` in ${pipeline.file}.`,
    );
  });
  const rules = readYaml(text, pipeline.assessment, AssessmentRules);
  const known = lexicon.frames.map(({ id }) => id).join(", ");
  const frame = lexicon.frames.find(({ id }) => id === rules.frame);
  if (frame === undefined)
    throw new Stop(
      `${pipeline.assessment}: frame: the lexicon has no frame ${rules.frame}; it has ${known || "none"}.`,
    );
  const headings = frame.headings.map(({ id }) => id);
  const heading = Object.keys(rules.topics).find((id) => !headings.includes(id));
  if (heading !== undefined)
    throw new Stop(
      `${pipeline.assessment}: topics: ${heading} is no heading of the frame ${frame.id}; it has ${headings.join(", ")}.`,
    );
  const codes = new Set(lexicon.concepts.map(({ id }) => id));
  const named = [...Object.values(rules.items), ...Object.values(rules.topicCodes), rules.worseRising].flat();
  const code = named.find((one) => !codes.has(one));
  if (code !== undefined)
    throw new Stop(
      `${pipeline.assessment}: the code ${code} is not in the lexicon. Correct it, or add it to the lexicon.`,
    );
  return { rules, frame, hash: createHash("sha256").update(text).digest("hex") };
}

/** Rows and reviews of a run that hold something of a programme -> its assessment, masked, with the problems of its data. */
export function assessProgramme(
  settings: AssessmentSettings,
  run: {
    folders: readonly ReviewFolder[];
    reviews: readonly ReviewResult[];
    lexicon: Lexicon;
    codeWording: Rules["wording"];
    masker: Masker;
  },
): { assessment: Assessment; problems: Problem[] } {
  const { folders, reviews, lexicon, codeWording, masker } = run;
  const masked = maskedTexts(masker);
  const { assessment, problems } = assess(
    {
      reviews,
      recommended: codeReasons(folders, lexicon, masker).map(({ review, rows }) => ({
        review,
        rows: rows.map((row) => ({
          ...row,
          ...{ cohort: masked(row.cohort), area: masked(row.area), id: masked(row.id), text: masked(row.text) },
        })),
      })),
      surveys: folders.map(({ meta, survey }) => ({
        review: meta.id,
        rows: survey.map(({ cohort, topic, item, measure, wave, line, ...figures }) => ({
          ...figures,
          ...{ cohort: masked(cohort), topic: masked(topic), item: masked(item), measure: masked(measure) },
          ...{ wave: masked(wave), line: masked(line) },
        })),
      })),
      concepts: lexicon.concepts,
      frame: settings.frame,
      codeWording,
    },
    settings.rules,
  );
  return {
    assessment,
    // They belong to the archive: a review may be taken over from the last night although another's rows now contradict its survey.
    problems: problems.map((one) => ({ ...one, review: "", document: `${one.review}/${one.document}` })),
  };
}

/** Cells of tables, masked as labels are. Which person a placeholder stands for is not told: no number, no hash. */
function maskedTexts({ maskLabel }: Masker): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = maskLabel(text, { speakers: [], extraNames: [] }).replace(/\[([A-Z]+)#[0-9a-f]+\]/g, "[$1]");
    known.set(text, made);
    return made;
  };
}

/** The codes that the coder finds in each reason; what it finds denied is none. The reasons themselves are published nowhere. */
function codeReasons(folders: readonly ReviewFolder[], lexicon: Lexicon, masker: Masker): Recommended[] {
  const all = folders.flatMap(({ recommendations }) => recommendations.filter(({ reason }) => reason !== ""));
  if (all.length === 0)
    return folders.map(({ meta, recommendations }) => ({
      review: meta.id,
      rows: recommendations.map((row) => ({ ...row, reasonCodes: [] })),
    }));
  const compiled = compileLexicon(lexicon);
  return folders.map(({ meta, recommendations }) => {
    const transcript = asTranscript(recommendations.map(({ reason }) => reason));
    const { transcript: stored } = masker.mask(transcript, { speakers: [], extraNames: [] });
    const coded = codeDocument(compiled, { ...stored, parts: [] });
    const codes = stored.blocks.map(() => new Set<string>());
    for (const { code, sentence, facets } of coded.mentions)
      if (facets.assertion !== "absent" || facets.appraisal !== "none")
        codes[coded.sentences[sentence]!.block]?.add(code);
    return {
      review: meta.id,
      rows: recommendations.map((row, at): CodedRecommendation => ({ ...row, reasonCodes: [...codes[at]!].sort() })),
    };
  });
}

/** Texts as one transcript of notes, a block each. */
function asTranscript(texts: readonly string[]): Transcript {
  let text = "";
  const blocks = texts.map((one): Transcript["blocks"][number] => {
    const start = text.length;
    text += `${one.replace(/\s+/g, " ")}\n`;
    return { start, end: text.length - 1, kind: "paragraph", turn: 0, leadIn: -1 };
  });
  return {
    text,
    blocks,
    turns: [{ start: 0, end: text.length, speaker: "", role: "participant", time: "" }],
    record: "notes",
  };
}
