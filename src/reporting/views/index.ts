import type {
  CodeEvidence,
  FindingDetail,
  FindingList,
  Maps,
  Matrix,
  Overview,
  Reader,
  SearchResults,
  Shell,
  TranscriptList,
} from "../../model/index.js";
import { evidenceView } from "./evidence.js";
import { findingsView, findingView } from "./findings.js";
import { mapsView } from "./maps.js";
import { matrixView } from "./matrix.js";
import { overviewView } from "./overview.js";
import { readerView, transcriptsView } from "./reader.js";
import { type Search, searchView } from "./search.js";
import { shellView } from "./shell.js";
import { indexSource, type PageSource } from "./source.js";

/** The views of `model/pages`, made when they are asked for. Undefined means that the run holds no such thing. */
export interface PageViews {
  shell(file?: { quotes: number; notice: string }): Shell;
  overview(): Overview;
  /** Of all reviews, or of one. */
  matrix(review?: string): Matrix | undefined;
  /** At most `most` quotes a session. */
  evidence(review: string, code: string, options: { most: number; session?: string }): CodeEvidence | undefined;
  transcripts(): TranscriptList;
  reader(review: string, document: string): Reader | undefined;
  findings(): FindingList;
  /** At most `most` quotes a side. */
  finding(id: string, most: number): FindingDetail | undefined;
  /** Of all reviews, or of one. */
  maps(review?: string): Maps | undefined;
  search(search: Search): SearchResults;
}

/** Indexes a run once; pure, so that the same rows give the same views. */
export function pageViews(source: PageSource): PageViews {
  const index = indexSource(source);
  const codes = new Set(source.concepts.map(({ id }) => id));
  return {
    shell: (file = { quotes: 0, notice: "" }) => shellView(index, file),
    overview: () => overviewView(index),
    matrix: (id) => {
      if (id === undefined) return matrixView(index);
      const review = index.review(id);
      return review && matrixView(index, [review]);
    },
    evidence: (id, code, options) => {
      const review = index.review(id);
      return review && codes.has(code) ? evidenceView(index, review, code, options) : undefined;
    },
    transcripts: () => transcriptsView(index),
    reader: (id, document) => {
      const review = index.review(id);
      const stored = review?.texts.get(document);
      return review && stored && readerView(index, review, stored);
    },
    findings: () => findingsView(index),
    finding: (id, most) => {
      const found = index.finding(id);
      return found && findingView(index, found, most);
    },
    maps: (id) => {
      if (id === undefined) return mapsView(index);
      const review = index.review(id);
      return review && mapsView(index, review);
    },
    search: (search) => searchView(index, search),
  };
}
