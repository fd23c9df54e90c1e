import type {
  Assessment,
  Changes,
  Concept,
  Decision,
  Doubt,
  Frame,
  LanguageUse,
  Line,
  NationalSummary,
  NationalText,
  Problem,
  ReviewResult,
  TraceRow,
} from "../model/index.js";
import type { QdaFacets } from "./qdpx-facets.js";

/** Everything that a report of a run is made from. Rows may come in any order; every report sorts what it publishes. */
export type RunReport = {
  /** Those that were taken over from an earlier run have no texts: a report over all reviews cannot quote beyond mentions and findings. */
  readonly reviews: readonly ReviewResult[];
  /** Edges of the map over all reviews. */
  readonly lines: readonly Line[];
  /** Words by code and sector over all reviews. */
  readonly language: readonly LanguageUse[];
  /** What the reviews say together, where the pipeline asks for it. */
  readonly national?: NationalReport;
  /** Problems of the run; those of its reviews may be among them or not, each is told once. */
  readonly problems: readonly Problem[];
  /** The codebook in its order, which is the order of the rows of every matrix. */
  readonly concepts: readonly Concept[];
  readonly frames: readonly Frame[];
  /** The assessment of a programme, where the archive holds one. */
  readonly assessment?: Assessment | undefined;
  /** Whether CSV files begin with a byte-order mark. */
  readonly bom: boolean;
  /** Most quotes shown for a cell of report.html. */
  readonly quotes: number;
  /** How facets stand in project.qdpx. */
  readonly qdaFacets: QdaFacets;
  /** The analyst's pages as they were built, to be put into report.html. */
  readonly client: ClientAsset;
  /** Against the run before, for the overview; undefined on the first night. */
  readonly changes?: Changes;
  /** The log of decisions in its order, for the history of a finding. */
  readonly decisions?: readonly Decision[];
  /** What is known to be weak about codes. */
  readonly doubts?: readonly Doubt[];
};

/** The national summary under disclosure control, the words around it, and its trace, which stays in the house. */
export type NationalReport = {
  readonly summary: NationalSummary;
  readonly text: NationalText;
  trace(): Iterable<TraceRow>;
};
/** The client of the analyst's pages: one script that is no module, and one style. */
export type ClientAsset = { readonly script: string; readonly style: string };

/** One file of a run: its path under the run's folder, with forward slashes, and its text or bytes in pieces, read once. */
export type OutputFile = {
  readonly path: string;
  readonly chunks: Iterable<string | Uint8Array> | AsyncIterable<Uint8Array>;
};

/** One format. Pure: the same run gives the same files, byte for byte. */
export type Reporter = (run: RunReport) => Iterable<OutputFile>;
