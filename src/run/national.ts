import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Wording } from "../findings/index.js";
import type { Lexicon } from "../lexicon/index.js";
import { type LanguageUse, type Pipeline, type ReviewResult, Stop } from "../model/index.js";
import {
  digestReview,
  fieldOf,
  type HouseRules,
  loadNationalRules,
  type Nation,
  type NationalRules,
  readSummary,
  type SummaryOptions,
  summarise,
} from "../national/index.js";
import { type GroupHider, hideGroups, loadTellingWords } from "../privacy/index.js";
import type { Definition } from "./pipeline.js";
import { byText } from "./sessions.js";

type Book = Pick<Lexicon, "concepts" | "frames" | "places">;

/** What a national summary is made with, read before anything is coded. */
export interface NationSettings {
  readonly rules: NationalRules;
  readonly wording: Wording;
  readonly house: HouseRules;
  /** Hides the gangs that the pipeline keeps out of what is published. */
  readonly hider: GroupHider;
  readonly options: Omit<SummaryOptions, "name"> & { readonly name: string };
  /** Hash of the rules and of the earlier summary. */
  readonly hash: string;
}

/**
 * Reads what a definition says of the national summary; undefined where it is off.
 *
 * @throws Stop when its rules, the earlier summary or the words of disclosure control cannot be read or do not fit.
 */
export async function loadNation(
  definition: Definition,
  lexicon: Book,
  wording: Wording,
): Promise<NationSettings | undefined> {
  const { national, disclosure, file } = definition;
  if (!national.on) return undefined;
  const text = await read(national.rules, `Correct \`national.rules\` in ${file}.`);
  const earlier =
    national.compare === undefined
      ? undefined
      : { text: await read(national.compare, `Correct \`national.compare\` in ${file}.`), file: national.compare };
  return {
    rules: loadNationalRules(text, national.rules, lexicon),
    wording,
    hider: hideGroups(definition.privacy.published_groups),
    house: { disclosure, words: wordsOf(disclosure, definition.lexicon) },
    options: {
      name: national.name,
      regions: national.regions,
      since: national.since,
      until: national.until,
      ...(earlier && { earlier: readSummary(earlier.text, earlier.file) }),
    },
    hash: createHash("sha256")
      .update(text)
      .update("\0")
      .update(earlier?.text ?? "")
      .digest("hex"),
  };
}

async function read(file: string, wayOut: string): Promise<string> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Stop(`${file}: cannot be read (${error.code}). ${wayOut}`);
  });
}

function wordsOf(disclosure: Pipeline["disclosure"], lexicon: string): HouseRules["words"] {
  return disclosure.national ? loadTellingWords(lexicon) : { roles: [], events: [] };
}

/** Rolls reviews up to the nation: one after the other into what the nation needs of it, then together. */
export function nationOf(
  reviews: readonly ReviewResult[],
  language: readonly LanguageUse[],
  { rules, wording, house, hider, options }: NationSettings,
  lexicon: Book,
): Nation {
  const field = fieldOf(lexicon, rules);
  const digests = reviews.map((review) => digestReview(hider.review(review), field));
  const asAt =
    digests
      .map(({ date }) => date)
      .sort(byText)
      .at(-1) ?? "";
  return summarise(
    digests,
    hider.language(language),
    { ...options, name: options.name || `data as at ${asAt}` },
    { field, wording, house },
  );
}
