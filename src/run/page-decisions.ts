import { type Correction, CorrectRequest, DecideRequest, type Decision, type FindingDetail } from "../model/index.js";
import { appendCorrection, type Effects, readDecisions, takeDecision } from "../store/index.js";
import type { OpenRun } from "./open-run.js";
import { notInRun, PageRefusal } from "./page-refusal.js";

/** Quotes a side of a finding that a page shows at first. */
export const QUOTES_SHOWN = 20;

/**
 * Takes an analyst's decision on a finding of the run that is shown; it is on the disk when this returns.
 *
 * @param by name of the analyst.
 * @throws PageRefusal where the finding is not there, something is missing, or somebody decided meanwhile.
 */
export async function decide(
  out: string,
  open: OpenRun,
  request: unknown,
  by: string,
  effects: Effects,
): Promise<FindingDetail> {
  const wish = readRequest(DecideRequest, request);
  const reviews = open.saved.reviews;
  const review = reviews.find(({ findings }) => findings.some(({ id }) => id === wish.finding));
  const finding = review?.findings.find(({ id }) => id === wish.finding);
  if (finding === undefined) throw notInRun("finding of that id");
  if (wish.status === "edited" && wish.statement === undefined)
    throw new PageRefusal(
      "bad-request",
      "The new wording is missing.",
      "Write the wording, or accept the finding as it is.",
    );
  if (wish.status === "rejected" && wish.note.trim() === "" && wish.into === undefined)
    throw new PageRefusal(
      "bad-request",
      "A rejection needs a reason.",
      "Say in a few words why the finding does not hold.",
    );
  if (
    wish.into !== undefined &&
    !(wish.status === "rejected" && wish.into !== finding.id && hasFinding(review, wish.into))
  )
    throw new PageRefusal(
      "bad-request",
      "A finding can only be merged into another one of its own review.",
      "Choose a finding of the same review; the one that is merged is set to rejected.",
    );
  const current = async (): Promise<FindingDetail> => {
    const detail = (await open.now()).views.finding(finding.id, QUOTES_SHOWN);
    if (detail === undefined) throw notInRun("finding of that id");
    return detail;
  };
  const stale = async (message: string): Promise<PageRefusal> =>
    new PageRefusal(
      "stale",
      message,
      "Look at what stands now and decide again if you still want to.",
      await current(),
    );
  if (wish.evidenceHash !== undefined && wish.evidenceHash !== finding.evidenceHash)
    throw await stale("The evidence of this finding has changed since you looked.");
  const decision: Decision = {
    ...{ finding: finding.id, status: wish.status, by, at: effects.now().toISOString(), note: wish.note.trim() },
    ...(wish.status === "edited" && { statement: wish.statement!.trim(), drafted: (await current()).drafted }),
    ...(wish.into !== undefined && { into: wish.into }),
    evidenceHash: finding.evidenceHash,
    mentions: [...finding.evidence, ...finding.counterEvidence].map(({ mention }) => mention),
  };
  if (!(await takeDecision(out, decision, wish.seen, effects))) {
    const last = (await readDecisions(out)).decisions.findLast((one) => one.finding === finding.id);
    throw await stale(
      last === undefined
        ? "The decisions on this finding are not those that you saw."
        : `${last.by || "Somebody"} decided on this finding since you looked: ${last.status}.`,
    );
  }
  return current();
}

function hasFinding(review: OpenRun["saved"]["reviews"][number] | undefined, id: string): boolean {
  return review?.findings.some((finding) => finding.id === id) ?? false;
}

/**
 * Takes what an analyst says of a mention of the run that is shown, or of one that is missing; it is on the disk when this returns.
 *
 * @throws PageRefusal where the mention, code or place is not there.
 */
export async function correct(
  out: string,
  open: OpenRun,
  request: unknown,
  by: string,
  effects: Effects,
): Promise<void> {
  const wish = readRequest(CorrectRequest, request);
  const about = { kind: wish.kind, by, at: effects.now().toISOString(), note: wish.note.trim() };
  const correction: Correction =
    wish.kind === "missing" ? { ...about, ...placeOf(open, wish) } : { ...about, ...mentionOf(open, wish.mention) };
  await appendCorrection(out, correction, effects);
}

type Corrected = Omit<Correction, "kind" | "by" | "at" | "note">;

function mentionOf(open: OpenRun, id: string): Corrected {
  const mention = open.held.mentions.get(id);
  if (mention === undefined) throw notInRun("mention of that id");
  const { review, document, session, code, term, start, end, text, quote } = mention;
  return { review, document, session, code, mention: id, term, start, end, text, quote };
}

function placeOf(open: OpenRun, wish: CorrectRequest & { kind: "missing" }): Corrected {
  const { review, document, code, start, end } = wish;
  const stored = open.held.text(review, document);
  if (stored === undefined) throw notInRun("transcript of that name");
  if (!open.codebook.concepts.some(({ id }) => id === code)) throw notInRun("code of that name");
  const sentence = stored.sentences.find((one) => one.start <= start && end <= one.end);
  if (sentence === undefined || start >= end)
    throw new PageRefusal(
      "bad-request",
      "The words that were marked do not stand in one sentence.",
      "Mark the words that carry the code, inside one sentence.",
    );
  return {
    ...{ review, document, session: sentence.session, code, mention: "", term: "", start, end },
    text: stored.text.slice(start, end),
    quote: stored.text.slice(sentence.start, sentence.end),
  };
}

/** What a page sends, held against its form. Throws PageRefusal that names the field. */
export function readRequest<T>(
  schema: { safeParse(value: unknown): { success: true; data: T } | { success: false; error: { issues: Issue[] } } },
  request: unknown,
): T {
  const read = schema.safeParse(request);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw new PageRefusal(
    "bad-request",
    `What was sent is not of its form: ${issue?.path.join(".") || "body"}: ${issue?.message ?? "not readable"}.`,
    "Load the page again; if it happens once more, the page and the program are not of one version.",
  );
}

type Issue = { path: PropertyKey[]; message: string };
