import type { Transcript, Turn } from "../../model/index.js";
import { labelKey } from "./infer-role.js";

/** Turns below which a speaker's habit of asking cannot be told, and the shares of asking turns that tell it. */
const FEWEST_TURNS = 3;
const ASKS = 0.6;
const ANSWERS = 0.25;

/**
 * The one speaker who does the asking, where no label says so: of at least three turns, most end in a question, while the others
 * together hardly ever do. Undefined where nobody, or more than one, fits.
 */
export function guessInterviewer(transcript: Transcript): string | undefined {
  const asked = new Map<string, { turns: number; questions: number; label: string }>();
  for (const turn of transcript.turns) {
    if (turn.speaker === "") continue;
    const key = labelKey(turn.speaker);
    const count = asked.get(key) ?? { turns: 0, questions: 0, label: turn.speaker };
    count.turns++;
    if (endsInQuestion(transcript, turn)) count.questions++;
    asked.set(key, count);
  }
  const speakers = [...asked.values()];
  const asking = speakers.filter(({ turns, questions }) => turns >= FEWEST_TURNS && questions / turns >= ASKS);
  if (asking.length !== 1 || speakers.length < 2) return undefined;
  const others = speakers.filter((speaker) => speaker !== asking[0]);
  const turns = others.reduce((sum, other) => sum + other.turns, 0);
  const questions = others.reduce((sum, other) => sum + other.questions, 0);
  return questions / turns <= ANSWERS ? asking[0]!.label : undefined;
}

function endsInQuestion(transcript: Transcript, turn: Turn): boolean {
  return /\?["'”’)]*$/.test(transcript.text.slice(turn.start, turn.end).trimEnd());
}
