import type { ReviewHead, Shell } from "../../model/index.js";
import { reviewName } from "../review-name.js";
import { MARKS } from "./marks.js";
import type { PageIndex, ReviewIndex } from "./source.js";

const READER: Pick<Shell, "mode" | "run" | "runs" | "role" | "who"> = {
  mode: "file",
  run: "",
  runs: [],
  role: "reader",
  who: "",
};

/** What every page needs. `quotes` and `notice` are a file's: how many quotes a cell it holds, and what it leaves out. */
export function shellView(index: PageIndex, file: { quotes: number; notice: string }): Shell {
  const { concepts, frames, doubts, viewer } = index.source;
  return {
    ...(viewer ?? READER),
    concepts: concepts.map(({ id, prefLabel, theme, definition, scopeNote }) => ({
      id,
      label: prefLabel,
      theme,
      definition,
      scopeNote: scopeNote ?? "",
    })),
    frames: frames.map(({ id, title, headings }) => ({ id, title, headings })),
    questions: questionsOf(index.reviews),
    reviews: index.reviews.map(headOf),
    marks: [...MARKS],
    doubts: [...(doubts ?? [])],
    ...file,
  };
}

function headOf({ result: { meta, documents }, sessions }: ReviewIndex): ReviewHead {
  const { id, area, date, region, cohort } = meta;
  return {
    ...{ id, name: reviewName(meta), area, date, region, cohort },
    sessions: sessions.length,
    documents: documents.length,
    words: documents.reduce((sum, { words }) => sum + words, 0),
  };
}

/** The questions of a locality review as the answers head them. */
function questionsOf(reviews: readonly ReviewIndex[]): Shell["questions"] {
  const titles = new Map(
    reviews.flatMap(({ result }) => result.answers.map(({ question, title }) => [question, title] as const)),
  );
  return [...titles].sort(([a], [b]) => a - b).map(([question, title]) => ({ question, title }));
}
