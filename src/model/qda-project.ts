/**
 * A project as the REFI-QDA exchange format (.qdpx) holds it, with what both sides of the program need of it. GUIDs are in lower case without
 * braces. Positions are code points into the source's `text`, half-open, as the standard counts; line ends are LF.
 */
export interface QdaProject {
  readonly name: string;
  readonly description: string;
  readonly users: readonly { readonly guid: string; readonly name: string }[];
  readonly codes: readonly QdaCode[];
  readonly variables: readonly QdaVariable[];
  readonly cases: readonly QdaCase[];
  readonly sources: readonly QdaSource[];
  readonly notes: readonly QdaNote[];
}

export interface QdaCode {
  readonly guid: string;
  readonly name: string;
  /** Whether text can carry it; a heading of codes cannot. */
  readonly codable: boolean;
  /** `#rrggbb` in lower case, or empty. */
  readonly colour: string;
  readonly description: string;
  readonly codes: readonly QdaCode[];
}

export interface QdaVariable {
  readonly guid: string;
  readonly name: string;
  /** One of the standard's types. */
  readonly type: string;
}

/** A unit of comparison with its values: a session. */
export interface QdaCase {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  readonly values: readonly { readonly variable: string; readonly value: string }[];
  /** GUIDs of whole sources, and of selections, that belong to it. */
  readonly sources: readonly string[];
  readonly selections: readonly string[];
}

/** A source of plain text with what was selected in it. */
export interface QdaSource {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  /** GUID of the user who made it, or empty. */
  readonly user: string;
  readonly text: string;
  readonly selections: readonly QdaSelection[];
}

export interface QdaSelection {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  readonly user: string;
  readonly start: number;
  readonly end: number;
  readonly codings: readonly QdaCoding[];
}

export interface QdaCoding {
  readonly guid: string;
  /** GUID of the code. */
  readonly code: string;
  readonly user: string;
  /** GUIDs of notes on it. */
  readonly notes: readonly string[];
}

export interface QdaNote {
  readonly guid: string;
  readonly name: string;
  readonly text: string;
  readonly user: string;
}
