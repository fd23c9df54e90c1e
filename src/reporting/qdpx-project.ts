import type {
  Finding,
  Mention,
  QdaCase,
  QdaCoding,
  QdaNote,
  QdaProject,
  QdaSelection,
  QdaSource,
  QdaVariable,
  ReviewResult,
  Session,
  StoredText,
} from "../model/index.js";
import { byId, byText, byTexts } from "./order.js";
import { codingTree } from "./qdpx-codes.js";
import { facetCodes, facetLines, facetsInShort } from "./qdpx-facets.js";
import { codeGuid, guidOf } from "./qdpx-guid.js";
import { countable } from "./qdpx-text.js";
import { reviewName } from "./review-name.js";
import type { RunReport } from "./run-report.js";

/** The user whose codings are the program's own. */
const USER = { guid: guidOf("user", "Triangulum"), name: "Triangulum" };

const FACETS_ARE = {
  notes: "A note on a coding says its seven facets.",
  codes:
    "Codes under Facets say of a selection how its coding is meant; a facet that none of them names is at its default.",
};
const description = (facets: keyof typeof FACETS_ARE): string =>
  [
    "Codings by Triangulum of what it counts as evidence; interviewers' turns, headings and repeated matter are in the text and carry none.",
    FACETS_ARE[facets],
    "A note named for a finding says what rests on the codings that it is linked to.",
    "Sources are plain text with LF line ends. Characters beyond the basic plane stand as U+25A1, so that positions are the same in code points and in UTF-16 units.",
    "Dates are fixed, so that the same run gives the same file.",
  ].join(" ");

/** A review as a project for programs of qualitative analysis: its texts with the evidence coded in them, its sessions as cases, its findings as notes. */
export function qdaProject(run: Pick<RunReport, "concepts" | "qdaFacets">, review: ReviewResult): QdaProject {
  const known = new Set(run.concepts.map(({ id }) => id));
  const mentions = review.mentions.filter(({ evidence, code }) => evidence && known.has(code));
  const notesOf = findingsByMention(review.findings);
  const asCodes = run.qdaFacets === "codes";
  const facetNotes = asCodes ? undefined : new Map<string, QdaNote>();
  const sources = [...review.texts]
    .sort(byTexts((text) => text.document))
    .map((text) => sourceOf(review.meta.id, text, mentions, notesOf, facetNotes));
  return {
    name: reviewName(review.meta),
    description: description(run.qdaFacets),
    users: [USER],
    codes: codingTree(run),
    ...casesOf(review),
    sources,
    notes: [
      ...[...(facetNotes?.values() ?? [])].sort(byTexts((note) => note.text)),
      ...byId(review.findings).map(findingNote),
    ],
  };
}

function sourceOf(
  review: string,
  { document, text: stored, sentences }: StoredText,
  mentions: readonly Mention[],
  notesOf: ReadonlyMap<string, string[]>,
  facetNotes: Map<string, QdaNote> | undefined,
): QdaSource {
  const { text, at } = countable(stored);
  const selections: QdaSelection[] = sessionParts(sentences).map(({ session, start, end }, i) => ({
    guid: partGuid(review, document, i),
    name: session,
    description: "",
    user: USER.guid,
    ...{ start: at(start), end: at(end), codings: [] },
  }));
  const coded = mentions.filter((mention) => mention.document === document && mention.end <= stored.length);
  const place = (mention: Mention) => String(mention.start).padStart(9, "0");
  coded.sort(
    byTexts(
      place,
      (mention) => mention.code,
      (mention) => mention.id,
    ),
  );
  for (const mention of coded) {
    const note = facetNotes && facetNote(mention);
    if (note) facetNotes.set(note.guid, note);
    const notes = [...(note ? [note.guid] : []), ...(notesOf.get(mention.id) ?? [])];
    const coding = (code: string, of: string[], notes: string[]): QdaCoding => ({
      ...{ guid: guidOf("coding", review, mention.id, ...of), code, user: USER.guid, notes },
    });
    selections.push({
      guid: guidOf("mention", review, mention.id),
      name: mention.text.replace(/\s+/g, " ").trim(),
      description: facetsInShort(mention),
      user: USER.guid,
      ...{ start: at(mention.start), end: at(mention.end) },
      codings: [
        coding(codeGuid(mention.code), [], notes),
        ...(facetNotes ? [] : facetCodes(mention).map(({ facet, guid }) => coding(guid, [facet], []))),
      ],
    });
  }
  return { guid: sourceGuid(review, document), name: document, description: "", user: USER.guid, text, selections };
}

/** GUID of a document's text. */
export const sourceGuid = (review: string, document: string): string => guidOf("source", review, document);
const partGuid = (review: string, document: string, part: number): string =>
  guidOf("part", review, document, String(part));

/** Stretches of a document that belong to one session, where it holds several. */
function sessionParts(sentences: StoredText["sentences"]): { session: string; start: number; end: number }[] {
  const parts: { session: string; start: number; end: number }[] = [];
  for (const { session, start, end } of sentences) {
    const last = parts.at(-1);
    if (last?.session === session) last.end = Math.max(last.end, end);
    else parts.push({ session, start, end });
  }
  return parts.filter(({ session }) => session !== "").length > 1 ? parts.filter(({ session }) => session !== "") : [];
}

/** One note for all codings of equal facets: a link is cheap, and some hundred notes can be looked through where ten thousand cannot. */
function facetNote(mention: Mention): QdaNote {
  const text = facetLines(mention);
  return {
    guid: guidOf("facets", text),
    name: `Facets: ${facetsInShort(mention) || "as stated"}`,
    text,
    user: USER.guid,
  };
}

const findingGuid = ({ review, id }: Finding): string => guidOf("finding", review, id);

/** GUIDs of the findings that rest on a mention, for or against. */
function findingsByMention(findings: readonly Finding[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const finding of byId(findings)) {
    const guid = findingGuid(finding);
    for (const mention of new Set([...finding.evidence, ...finding.counterEvidence].map((each) => each.mention)))
      found.set(mention, [...(found.get(mention) ?? []), guid]);
  }
  return found;
}

function findingNote(finding: Finding): QdaNote {
  const sessions = (label: string, ids: readonly string[]) => (ids.length === 0 ? [] : `${label}: ${ids.join(", ")}.`);
  const text = [
    finding.statement,
    `${finding.type}; strength ${finding.strength} of 100; ${finding.status}${finding.verdict === "" ? "" : `; verdict: ${finding.verdict}`}.`,
    sessions("Sessions for", finding.sessionsFor),
    sessions("Sessions against", finding.sessionsAgainst),
    sessions("Sessions silent", finding.sessionsSilent),
    finding.note === "" ? [] : `Note: ${finding.note}`,
    `Finding ${finding.id}.`,
  ].flat();
  return { guid: findingGuid(finding), name: finding.title, text: text.join("\n"), user: USER.guid };
}

/** What is known of a session, as the standard's types have it. */
const VARIABLES: readonly (QdaVariable & { value(session: Session): string })[] = [
  { ...variable("kind", "Text"), value: ({ kind }) => kind },
  { ...variable("sectors", "Text"), value: ({ sectors }) => sectors.join("; ") },
  { ...variable("level", "Text"), value: ({ level }) => level },
  // A year or a month alone is no date of the standard's.
  { ...variable("date", "Date"), value: ({ date }) => (/^\d{4}-\d\d-\d\d$/.test(date) ? date : "") },
  { ...variable("record", "Text"), value: ({ record }) => record },
];

function variable(name: string, type: string): QdaVariable {
  return { guid: guidOf("variable", name), name, type };
}

function casesOf({ meta, sessions, texts }: ReviewResult): Pick<QdaProject, "variables" | "cases"> {
  const parts = texts.map(({ document, sentences }) => ({ document, parts: sessionParts(sentences) }));
  parts.sort((a, b) => byText(a.document, b.document));
  const cases: QdaCase[] = byId(sessions).map((session) => ({
    guid: guidOf("session", meta.id, session.id),
    name: session.label || session.id,
    description: `Session ${session.id}`,
    values: VARIABLES.map((each) => ({ variable: each.guid, value: each.value(session) })).filter(({ value }) => value),
    sources: parts
      .filter(({ document, parts }) => parts.length === 0 && session.documents.includes(document))
      .map(({ document }) => sourceGuid(meta.id, document)),
    selections: parts.flatMap(({ document, parts }) =>
      parts.flatMap((part, i) => (part.session === session.id ? partGuid(meta.id, document, i) : [])),
    ),
  }));
  return { variables: VARIABLES.map(({ guid, name, type }) => ({ guid, name, type })), cases };
}
