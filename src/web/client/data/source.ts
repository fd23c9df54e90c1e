import type { Refusal } from "../../../model/index.js";

/** Parameters of a request; undefined ones are left out. */
export type Params = Readonly<Record<string, string | number | undefined>>;

/** Where the views come from: the file that the page stands in, or the server that served it. */
export interface Source {
  /** The answer to a GET of `model/pages`. Throws {@link Refused}. */
  get(path: string, params?: Params): Promise<unknown>;
  /** The answer to a POST. Throws {@link Refused}. */
  post(path: string, body: unknown): Promise<unknown>;
}

/** Name of the event on the window that tells, as its detail, of which run an answer of the server was. */
export const RUN_SEEN = "triangulum-run";

/** An answer other than the one asked for, in words for a person. */
export class Refused extends Error {
  readonly refusal: Refusal["error"];
  constructor(refusal: Refusal["error"]) {
    super(refusal.message);
    this.name = "Refused";
    this.refusal = refusal;
  }
}

/** A request as one string: the key of a view in a file, and the address under the server. */
export function requestOf(path: string, params: Params = {}): string {
  const given = Object.entries(params).filter((entry): entry is [string, string | number] => entry[1] !== undefined);
  const query = given.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
  return query === "" ? path : `${path}?${query}`;
}
