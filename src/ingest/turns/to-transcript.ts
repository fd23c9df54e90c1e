import type { Problem, RecordKind, Transcript } from "../../model/index.js";
import type { Parsed } from "../parsed.js";
import { problem } from "../unreadable.js";
import { guessInterviewer } from "./guess-interviewer.js";
import { guessRecord } from "./guess-record.js";
import { inferRole, labelKey, type NamedRoles } from "./infer-role.js";
import { layOut } from "./lay-out.js";
import { linesToUnits } from "./lines-to-units.js";
import { paragraphsToLines } from "./paragraphs-to-lines.js";
import { unitsToTurns } from "./units-to-turns.js";

/** What is known of a document before it is read. */
export interface TranscriptOptions extends NamedRoles {
  /** Given in sessions.csv; undefined lets the text decide. */
  record?: RecordKind | undefined;
}

/**
 * Finds speaker turns and roles in parsed paragraphs, joins and mends, and lays out one text with blocks and turns.
 * Offsets are UTF-16 code units into `transcript.text`, which holds the blocks' texts and line breaks and nothing else:
 * labels stand in `Turn.speaker`, bullet marks are dropped. Never throws; without paragraphs the transcript is empty.
 */
export function toTranscript(
  parsed: Parsed,
  options: TranscriptOptions,
): { transcript: Transcript; problems: Problem[] } {
  const lines = paragraphsToLines(
    parsed.paragraphs,
    new Set([...options.interviewers, ...options.participants].map(labelKey)),
  );
  const units = linesToUnits(lines);
  const guessed = guessRecord(units);
  const turns = unitsToTurns(units, (label) => inferRole(label, options));
  const record = options.record ?? guessed;
  const transcript = layOut(turns, record);
  const problems = problemsOf(transcript, options, parsed.paragraphs.length);
  const asked = transcript.turns.some((turn) => turn.role === "interviewer");
  const guess = record === "verbatim" && !asked ? guessInterviewer(transcript) : undefined;
  if (guess === undefined) return { transcript, problems };
  const key = labelKey(guess);
  return {
    transcript: {
      ...transcript,
      turns: transcript.turns.map((turn) =>
        labelKey(turn.speaker) === key ? { ...turn, role: "interviewer" as const } : turn,
      ),
    },
    problems: [
      ...problems.filter(({ rule }) => rule !== "ingest/no-interviewer"),
      {
        ...problem(
          "interviewer-guessed",
          "No label names an interviewer; the one speaker whose turns mostly end in a question was taken for it.",
          "Name the interviewers' labels in the column interviewers of sessions.csv.",
        ),
        severity: "info",
      },
    ],
  };
}

function problemsOf(transcript: Transcript, options: TranscriptOptions, paragraphs: number): Problem[] {
  const problems: Problem[] = [];
  if (transcript.blocks.length === 0 && paragraphs > 0)
    problems.push(
      problem(
        "nothing-said",
        `None of ${paragraphs} paragraphs holds speech: they are times, labels or marks alone.`,
        "Check which column or part of the file holds the words; in a table, name its column `text`.",
        { severity: "error" },
      ),
    );
  const speakers = new Set(transcript.turns.map((turn) => labelKey(turn.speaker)));
  const wanted = [...options.interviewers, ...options.participants];
  const missing = wanted.filter((label) => !speakers.has(labelKey(label))).length;
  if (missing > 0 && transcript.blocks.length > 0) {
    problems.push(
      problem(
        "speaker-not-found",
        `${missing} of ${wanted.length} speaker labels that sessions.csv names do not occur in the document.`,
        "Write the labels in sessions.csv as they stand in the transcript.",
      ),
    );
  }
  speakers.delete("");
  const asked = transcript.turns.some((turn) => turn.role === "interviewer");
  if (transcript.record === "verbatim" && speakers.size > 1 && !asked) {
    problems.push(
      problem(
        "no-interviewer",
        `None of ${speakers.size} speakers was recognised as interviewer, so everything counts as said by participants.`,
        "Name the interviewers' labels in the column interviewers of sessions.csv.",
      ),
    );
  }
  return problems;
}
