import type { AssessmentQuote, Mention } from "../model/index.js";
import { byText, holds } from "./names.js";
import { isEvidence, type Passage, ruleOf } from "./passages.js";
import type { AssessmentRules } from "./rules.js";

/** Most characters, about eight words, between a code's words and a judgement that is surely of it. */
const NEAR = 48;

/** Gives out quotes so that none stands twice, whatever principle, cohort or conflict asks for it. */
export class Quotes {
  private readonly used = new Set<string>();
  constructor(
    private readonly rules: AssessmentRules,
    /** Whether a session's record is speech. */
    private readonly verbatim: (review: string, session: string) => boolean,
  ) {}

  /**
   * The best quotes that are left: of passages of one kind alone, from different sessions first, what an earlier rule of
   * evidence names before what a later one does, a judgement in so many words that stands close to what it judges and a participant's own words before
   * the team's account and before sentences that restate counts, then those that carry the most evidence. Within the rules' length; fewer where there
   * are no more.
   *
   * @param codes the codes of which the quotes must be evidence of that kind: a sentence that names one of them and judges another says nothing of it
   */
  take(
    passages: readonly Passage[],
    kind: "strong" | "weak",
    most: number,
    codes?: ReadonlySet<string>,
  ): AssessmentQuote[] {
    const ranked = passages
      .filter((passage) => passage[kind] && !passage.divided && this.fits(passage.quote))
      .flatMap((passage) => {
        const own = passage.mentions.filter(
          (one) => (codes?.has(one.code) ?? true) && isEvidence(one, this.rules[kind]),
        );
        const first = Math.min(...own.map((one) => ruleOf(one, this.rules[kind])));
        const mention = own.find((one) => ruleOf(one, this.rules[kind]) === first);
        if (mention === undefined) return [];
        return { passage, mention, rank: 16 * first + this.rank(passage, mention), weight: own.length };
      })
      .sort((a, b) => a.rank - b.rank || b.weight - a.weight || byText(a.mention.id, b.mention.id));
    const taken: AssessmentQuote[] = [];
    const heard = new Set<string>();
    for (const fresh of [true, false])
      for (const { passage, mention } of ranked) {
        if (taken.length >= most) return taken;
        const { review, session, quote } = passage;
        const key = quote
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, " ")
          .trim();
        if (this.used.has(key) || (fresh && heard.has(session))) continue;
        this.used.add(key);
        heard.add(session);
        taken.push({ review, session, mention: mention.id, quote });
      }
    return taken;
  }

  private fits(quote: string): boolean {
    // A lead-in to what somebody said is no voice of its own, and a question claims nothing.
    if (/[:?][\s'"’”*_]*$/.test(quote)) return false;
    const words = quote.trim().split(/\s+/, this.rules.narrative.longest + 1).length;
    return words >= this.rules.narrative.shortest && words <= this.rules.narrative.longest;
  }

  private rank({ review, session, quote }: Passage, { support, evidentiality, cues, start, end }: Mention): number {
    const restates = holds(quote, this.rules.counting) ? 128 : 0;
    const account = this.verbatim(review, session) || support === "one" ? 0 : 2;
    // A judgement in so many words, rather than one that a term carries by itself; far from the code's words it may be of something else.
    const judging = cues.filter(({ facet, outcome }) => facet === "appraisal" && outcome === "decided");
    const gap = Math.min(...judging.map((cue) => Math.max(cue.start - end, start - cue.end, 0)));
    const judged = judging.length === 0 ? 4 : gap <= NEAR ? 0 : 8;
    return restates + account + judged + (evidentiality === "own" ? 0 : 1);
  }
}
