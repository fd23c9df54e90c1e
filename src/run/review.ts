import { answerQuestions, applyDecisions, findFindings, type Rules } from "../findings/index.js";
import type { Lexicon } from "../lexicon/index.js";
import type {
  Decision,
  LineSighting,
  Mention,
  Problem,
  ReviewFolder,
  ReviewResult,
  Session,
  StoredDocument,
  StoredText,
} from "../model/index.js";

import { numberSlots } from "../privacy/index.js";
import {
  corroborate,
  indicatorProblems,
  languageUse,
  saturation,
  sighting,
  stances,
  verdicts,
} from "../triangulation/index.js";
import { askedOf } from "./asked.js";
import type { MaskName } from "./code-archive.js";
import { shinglesOf } from "./fingerprint.js";
import { joinMentions } from "./mentions.js";
import { nearDuplicates } from "./near-duplicates.js";
import { type CodedDocument, isCoded, type ReadDocument } from "./read-document.js";
import { byText, type JoinedSession, joinSessions } from "./sessions.js";

/** What every review of a run is made with. */
export interface ReviewSettings {
  lexicon: Lexicon;
  rules: Rules;
  decisions: readonly Decision[];
  maskName: MaskName;
}

/**
 * Makes a review of its documents: joins sessions and mentions, decides what is evidence, numbers placeholders, then triangulates,
 * finds and answers. Pure; the order of documents does not matter.
 *
 * @param repeatedIn blocks of a document that stand word for word in several documents of the archive.
 * @param found problems that the archive had with the review.
 */
export function makeReview(
  folder: ReviewFolder,
  documents: readonly ReadDocument[],
  repeatedIn: (document: ReadDocument) => ReadonlySet<number>,
  found: readonly Problem[],
  { lexicon, rules, decisions, maskName }: ReviewSettings,
): ReviewResult {
  const { meta } = folder;
  const { numbered, label } = numberDetails(
    documents,
    found.map((problem) => maskName(problem.document)),
  );
  const coded = numbered.filter(isCoded);
  const joined = joinSessions(folder, coded);
  const repeatedByName = new Map(coded.map((document) => [document.name, repeatedIn(document)]));
  const twins = findNearDuplicates(coded, joined.sessions, repeatedByName);
  const { mentions, byDocument, heard } = joinMentions(coded, {
    review: meta.id,
    concepts: lexicon.concepts,
    area: areaNames(meta.area, lexicon),
    kinds: new Map(joined.sessions.map(({ session }) => [session.id, session.kind])),
    repeated: repeatedByName,
    nearDuplicates: twins,
    excludedSessions: new Set(joined.sessions.filter(({ excluded }) => excluded).map(({ session }) => session.id)),
  });
  const codes = lexicon.concepts.map(({ id }) => id);
  // A session that is left out, or that only repeats another, has no voice: it must not be counted as silent either.
  const sessions = joined.sessions
    .filter(({ session, excluded }) => !excluded && session.documents.some((name) => !twins.has(name)))
    .map(({ session, asked }): Session => {
      const questions = {
        session,
        written: [...meta.topicGuide, ...asked],
        heard: heard.get(session.id) ?? new Set<string>(),
      };
      return { ...session, asked: askedOf(questions, codes) };
    });
  const ofSessions = stances(sessions, mentions, codes);
  const matrix = verdicts(sessions, ofSessions, mentions, lexicon.concepts);
  const corroborations = corroborate(meta, matrix, folder.indicators);
  const lines = sightings(meta, coded, byDocument);
  const language = languageUse(sessions, mentions);
  const evidence = {
    meta,
    sessions,
    mentions,
    stances: ofSessions,
    verdicts: matrix,
    corroborations,
    lines,
    language,
    concepts: lexicon.concepts,
    frames: lexicon.frames,
  };
  const findings = applyDecisions(findFindings(evidence, rules), decisions);
  return {
    meta,
    documents: numbered.map(storedDocument),
    texts: coded.map((document) => storedText(document, repeatedByName.get(document.name))),
    sessions,
    mentions,
    stances: ofSessions,
    verdicts: matrix,
    corroborations,
    saturation: { ...saturation(sessions, mentions), review: meta.id },
    lines,
    findings,
    answers: answerQuestions(evidence, findings, rules),
    names: localNames(meta.id, coded),
    problems: [
      ...found.map((problem) => ({ ...problem, document: label(maskName(problem.document)) })),
      ...numbered.flatMap(({ name, problems }) =>
        problems.map((problem) => ({ ...problem, review: meta.id, document: name })),
      ),
      ...joined.problems,
      ...twinProblems(meta.id, twins),
      ...indicatorProblems(meta, folder.indicators),
    ],
  };
}

/** Numbers the placeholders of a review, in texts, speakers, labels and file names: a person is one number in all of them. */
function numberDetails(
  documents: readonly ReadDocument[],
  labels: readonly string[],
): { numbered: ReadDocument[]; label: (text: string) => string } {
  const ordered = [...documents].sort((a, b) => byText(a.document.path, b.document.path));
  // A label is given as a text of its own, behind the document's, so that labels too are numbered by place: among
  // themselves they would be sorted by their hashes, and so by this machine's key.
  const { texts, label } = numberSlots([
    ...ordered.map(({ document, result }) => ({
      path: document.path,
      text: result?.text ?? "",
      slots: result?.slots ?? [],
    })),
    ...ordered.flatMap(({ document, name, result }) =>
      [
        ...(result?.turns.map(({ speaker }) => speaker) ?? []),
        ...(result?.parts.map((part) => part.label) ?? []),
        name,
      ].map((own) => ({ path: document.path, text: "", slots: [], labels: [own] })),
    ),
    ...labels.map((own) => ({ path: "\uffff", text: "", slots: [], labels: [own] })),
  ]);
  const idOf = sessionIds(ordered.flatMap(({ result }) => result?.parts.map(({ session }) => session) ?? []));
  const numbered = ordered.map((one, index): ReadDocument => {
    if (!one.result) return { ...one, name: label(one.name) };
    const turns = one.result.turns.map((turn) => ({ ...turn, speaker: label(turn.speaker) }));
    const parts = one.result.parts.map((part) => ({ ...part, session: idOf(part.session), label: label(part.label) }));
    return { ...one, name: label(one.name), result: { ...one.result, text: texts[index] ?? "", turns, parts } };
  });
  return { numbered: withOwnNames(numbered), label };
}

/**
 * Published ids of sessions, in the order in which they are met. Those guessed from labels that name people say only `person`; where
 * two would then be one, the second is `…-2`.
 */
function sessionIds(met: readonly string[]): (session: string) => string {
  const published = new Map<string, string>();
  const taken = new Set(met.filter((session) => !session.includes("#")));
  for (const session of met) {
    if (published.has(session)) continue;
    const base = session.split("#")[0] ?? session;
    let id = base;
    for (let repeat = 2; session !== base && taken.has(id); repeat++) id = `${base}-${repeat}`;
    taken.add(id);
    published.set(session, id);
  }
  return (session) => published.get(session) ?? session;
}

/** Two files whose names differ by a person that could not be told apart must still be two documents. */
function withOwnNames(documents: readonly ReadDocument[]): ReadDocument[] {
  const taken = new Map<string, number>();
  return documents.map((document) => {
    const repeat = (taken.get(document.name) ?? 0) + 1;
    taken.set(document.name, repeat);
    return repeat === 1 ? document : { ...document, name: `${document.name} (${repeat})` };
  });
}

/** Documents that repeat one of another session; the one whose session comes first is kept. A draft that is left out anyway repeats nobody. */
function findNearDuplicates(
  documents: readonly CodedDocument[],
  sessions: readonly JoinedSession[],
  repeated: ReadonlyMap<string, ReadonlySet<number>>,
): Map<string, string> {
  const order = new Map(sessions.map(({ session }) => [session.id, session.order]));
  const first = ({ result }: CodedDocument): number =>
    Math.min(...result.parts.map(({ session }) => order.get(session) ?? 0));
  const counted = new Set(sessions.filter(({ excluded }) => !excluded).map(({ session }) => session.id));
  const inOrder = documents
    .filter(({ result }) => result.parts.some(({ session }) => counted.has(session)))
    .sort((a, b) => first(a) - first(b) || byText(a.name, b.name));
  return nearDuplicates(
    inOrder.map(({ name, result }) => {
      const matter = repeated.get(name);
      return {
        key: name,
        sessions: result.parts.map(({ session }) => session),
        // What an archive repeats at its heads and tails is nobody's voice, and no likeness either.
        shingles: matter && matter.size > 0 ? shinglesOf(result, matter) : result.shingles,
      };
    }),
  );
}

function twinProblems(review: string, twins: ReadonlyMap<string, string>): Problem[] {
  return [...twins].map(([document, twin]) => ({
    rule: "session/near-duplicate",
    review,
    document,
    place: "",
    severity: "warning" as const,
    message: `More than half of this text stands in ${twin} too, which belongs to another session; only that one is counted.`,
    wayOut: "Take one of the two out, or give both the same session id in sessions.csv.",
  }));
}

/** Lower-case names of an area: as review.yaml has it and as the gazetteer spells it. */
export function areaNames(area: string, { places }: Pick<Lexicon, "places">): Set<string> {
  const own = area.toLowerCase();
  const place = places.find(({ name, also }) => [name, ...also].some((one) => one.toLowerCase() === own));
  return new Set(
    [own, ...(place ? [place.name, ...place.also].map((one) => one.toLowerCase()) : [])].filter((name) => name !== ""),
  );
}

function sightings(
  meta: ReviewFolder["meta"],
  documents: readonly CodedDocument[],
  byDocument: ReadonlyMap<string, ReadonlyMap<number, Mention>>,
): LineSighting[] {
  return documents.flatMap(({ name, result }) =>
    result.lines.flatMap((line) => {
      const mention = byDocument.get(name)?.get(line.mention);
      return mention ? [sighting(meta, line, mention)] : [];
    }),
  );
}

function storedDocument({ document, name, result }: ReadDocument): StoredDocument {
  return {
    review: document.review,
    document: name,
    sha256: document.sha256,
    // Whether it came from the cache is told by run.json alone: it must change no other byte.
    status: result ? "coded" : "problem",
    sessions: [...new Set(result?.parts.map(({ session }) => session))].sort(byText),
    words: result?.words ?? 0,
  };
}

function storedText({ name, result }: CodedDocument, repeated: ReadonlySet<number> = new Set()): StoredText {
  const { text, turns, blocks, sentences, overruled, parts } = result;
  const partOf = new Map(sentences.map(({ block, part }) => [block, part] as const));
  return {
    document: name,
    text,
    turns,
    blocks: blocks.map((block, index) => ({
      ...block,
      record: parts[partOf.get(index) ?? -1]?.record ?? "notes",
      repeated: repeated.has(index),
    })),
    sentences: sentences.map((sentence) => ({ ...sentence, session: parts[sentence.part]?.session ?? "" })),
    overruled,
  };
}

function localNames(review: string, documents: readonly CodedDocument[]): ReviewResult["names"] {
  const counts = new Map<string, ReviewResult["names"][number]>();
  for (const { kind, name } of documents.flatMap(({ result }) => result.names)) {
    const known = counts.get(`${kind} ${name}`);
    if (known) known.mentions++;
    else counts.set(`${kind} ${name}`, { review, kind, name, mentions: 1 });
  }
  return [...counts.values()].sort((a, b) => byText(a.kind, b.kind) || byText(a.name, b.name));
}
