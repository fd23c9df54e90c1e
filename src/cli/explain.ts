import { type Finding, type Mention, type ReviewResult, Stop } from "../model/index.js";
import { readRun } from "../store/index.js";
import { columns, type Io } from "./io.js";
import { type SavedOptions, savedFolder } from "./saved.js";

/** `triangulum explain ID`: the sentence, term, cues and exclusions behind a mention; the sessions and quotes behind a finding. */
export async function explainCommand(id: string, options: SavedOptions & { run: string }, io: Io): Promise<number> {
  const { reviews } = await readRun(await savedFolder(options.run, options));
  const mentions = reviews.flatMap((review) =>
    review.mentions.filter((one) => one.id.startsWith(id)).map((mention) => ({ review, mention })),
  );
  const findings = reviews.flatMap((review) =>
    review.findings.filter((one) => one.id.startsWith(id)).map((finding) => ({ review, finding })),
  );
  const [mention, finding] = [mentions[0], findings[0]];
  if (mentions.length + findings.length > 1)
    throw new Stop(`${mentions.length + findings.length} mentions and findings begin with ${id}; give more of the id.`);
  if (mention) io.out(mentionExplained(mention.review, mention.mention));
  else if (finding) io.out(findingExplained(finding.review, finding.finding));
  else throw new Stop(`The run holds no mention or finding ${id}. Ids stand in mentions.csv and findings.csv.`);
  return 0;
}

const FACETS = ["assertion", "temporality", "locus", "trend", "appraisal", "evidentiality", "support"] as const;

function mentionExplained(review: ReviewResult, mention: Mention): string {
  const stored = review.texts.find(({ document }) => document === mention.document);
  const sentence = stored?.sentences[mention.sentence];
  const from = sentence?.start ?? mention.start;
  const mark = (start: number, end: number): string =>
    `${mention.quote.slice(0, start - from)}[${mention.quote.slice(start - from, end - from)}]${mention.quote.slice(end - from)}`;
  const words = (start: number, end: number): string => stored?.text.slice(start, end) ?? "";
  const cues = mention.cues.map((cue) => [
    `  ${cue.facet}${cue.value === "" ? "" : ` = ${cue.value}`}`,
    cue.outcome,
    `"${words(cue.start, cue.end)}"`,
    `over "${words(cue.from, cue.to)}"`,
    cue.cue,
  ]);
  const aside = (stored?.overruled ?? [])
    .filter((one) => one.sentence === mention.sentence)
    .map((one) => [`  ${one.code}`, `"${words(one.start, one.end)}"`, one.because, one.term]);
  const others = review.mentions
    .filter((one) => one.document === mention.document && one.sentence === mention.sentence && one.id !== mention.id)
    .map((one) => [`  ${one.code}`, `"${one.text}"`, one.id]);
  const deciding = (facet: string): string =>
    mention.cues
      .filter((cue) => cue.facet === facet && cue.outcome === "decided")
      .map((cue) => `"${words(cue.start, cue.end)}"`)
      .join(", ") || "default";
  return [
    `Mention ${mention.id}: ${mention.code} (${mention.theme})\n\n`,
    `${mark(mention.start, mention.end)}\n\n`,
    columns([
      [
        "Where",
        `${mention.review}, session ${mention.session || "none"}, ${mention.document}, sentence ${mention.sentence}`,
      ],
      ["Who", [mention.role, mention.speaker, mention.time].filter((part) => part !== "").join(", ")],
      ["Term", mention.term],
      ["Evidence", mention.evidence ? "yes" : `no: ${mention.excluded}`],
      ["Prompted", mention.prompted || "not known (notes)"],
    ]),
    "\nFacets\n",
    columns(FACETS.map((facet) => [`  ${facet}`, mention[facet], deciding(facet)])),
    section("Cues", cues),
    section("Set aside in this sentence", aside),
    section("Also in this sentence", others),
  ].join("");
}

function findingExplained(review: ReviewResult, finding: Finding): string {
  const verdicts = review.verdicts.filter(({ code }) => finding.codes.includes(code));
  const stances = review.stances.filter(({ code, stance }) => finding.codes.includes(code) && stance !== "silent");
  const quotes = (list: Finding["evidence"]): string[][] =>
    list.map(({ mention, session, quote }) => [`  ${mention}`, session, quote]);
  return [
    `Finding ${finding.id}: ${finding.type}, ${review.meta.area}\n\n${finding.title}\n${finding.statement}\n\n`,
    columns([
      ["Strength", `${finding.strength} of 100`],
      [
        "Status",
        [finding.status, finding.decidedBy, finding.decidedAt, finding.note].filter((part) => part !== "").join(", "),
      ],
      ["Codes", finding.codes.join(", ")],
      ["For", finding.sessionsFor.join(", ") || "none"],
      ["Against", finding.sessionsAgainst.join(", ") || "none"],
      ["Uncertain", finding.sessionsUncertain.join(", ") || "none"],
      ["Silent", finding.sessionsSilent.join(", ") || "none"],
      ["Asked", finding.sessionsAsked.join(", ") || "none"],
    ]),
    section(
      "Verdicts",
      verdicts.map(({ code, verdict, rule }) => [`  ${code}`, verdict, rule]),
    ),
    section(
      "Stances",
      stances.map(({ code, session, stance, p, a, trend }) => [
        `  ${code}`,
        session,
        stance,
        `present ${p}`,
        `absent ${a}`,
        `trend ${trend}`,
      ]),
    ),
    section(
      "Indicators",
      finding.indicators.map(({ measure, perceived, result, p }) => [
        `  ${measure}`,
        `perceived ${perceived}`,
        result,
        p === undefined ? "" : `p ${p.toFixed(4)}`,
      ]),
    ),
    section("Evidence", quotes(finding.evidence)),
    section("Counter-evidence", quotes(finding.counterEvidence)),
  ].join("");
}

function section(title: string, rows: string[][]): string {
  return rows.length === 0 ? "" : `\n${title}\n${columns(rows)}`;
}
