import { TOKEN, Vocabulary } from "../language/index.js";
import { FACET_VALUES, type Problem } from "../model/index.js";
import { compileLexicon, termOf } from "./compile.js";
import type { Lexicon } from "./load.js";
import { PatternError, parsePattern } from "./pattern.js";

/** Longest term in words: a longer one is a sentence learnt by heart. */
const LONGEST_TERM = 6;

/**
 * Holds a lexicon against itself: terms that cannot be read or can never match, duplicates, terms under two codes with no ruling,
 * codes without definition or terms, unknown codes in yieldsTo, related, cues and frames, codes that a frame forgets. Unreadable terms are
 * errors; the rest are warnings.
 */
export function lintLexicon(lexicon: Lexicon): Problem[] {
  const problems: Problem[] = [];
  const say = (severity: "error" | "warning", rule: string, place: string, message: string, wayOut: string): void => {
    problems.push({ rule: `lexicon/${rule}`, review: "", document: "", place, severity, message, wayOut });
  };
  const known = new Set(lexicon.concepts.map((concept) => concept.id));
  const vocabulary = new Vocabulary();
  const groups = new Set([...Object.keys(lexicon.macros), "place", "num", "person"]);
  const readable = (source: string, place: string): boolean => {
    try {
      for (const stretch of parsePattern(source, vocabulary)) {
        for (const element of stretch.alternatives.flat()) {
          if (element.kind === "macro" && !groups.has(element.value)) {
            say(
              "error",
              "unknown-group",
              place,
              `"${source}" uses @${element.value}, which macros.yaml does not hold.`,
              `Add the group or use one of: ${[...groups].sort().join(", ")}.`,
            );
            return false;
          }
        }
      }
      return true;
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      say("error", "unreadable-term", place, error.message, "See the term language in lexicons/README.md.");
      return false;
    }
  };

  for (const drop of lexicon.idleDrops ?? [])
    say(
      "warning",
      "idle-drop",
      drop.slice(0, drop.indexOf(":")),
      `An overlay drops "${drop.slice(drop.indexOf(":") + 2)}", which is no term of that code.`,
      "Write it as the shared lexicon has it, or take it out of the overlay.",
    );

  const owners = new Map<string, { code: string; conditional: boolean }[]>();
  const seenCodes = new Set<string>();
  for (const concept of lexicon.concepts) {
    if (seenCodes.has(concept.id))
      say("error", "duplicate-code", concept.id, `The code ${concept.id} stands twice.`, "Merge the two entries.");
    seenCodes.add(concept.id);
    if (concept.terms.length === 0)
      say(
        "warning",
        "no-terms",
        concept.id,
        `${concept.id} has no term and will never be found.`,
        "Add at least one term.",
      );
    for (const other of [
      ...concept.yieldsTo,
      ...(concept.related ?? []),
      ...(concept.broader ? [concept.broader] : []),
    ]) {
      if (!known.has(other))
        say(
          "error",
          "unknown-code",
          concept.id,
          `${concept.id} refers to ${other}, which is no code.`,
          "Correct the id.",
        );
    }
    for (const source of concept.unless) readable(source, concept.id);
    const seen = new Set<string>();
    for (const entry of concept.terms) {
      const term = termOf(entry);
      const place = `${concept.id}: ${term.term}`;
      const readableTerm = readable(term.term, place);
      for (const source of [...(term.with ?? []), ...(term.without ?? []), ...(term.unless ?? [])])
        readable(source, place);
      if (!readableTerm) continue;
      if (seen.has(term.term))
        say("warning", "duplicate-term", place, `The term stands twice under ${concept.id}.`, "Remove one.");
      seen.add(term.term);
      const longest = Math.max(
        ...parsePattern(term.term, vocabulary).map((s) => Math.max(...s.alternatives.map((a) => a.length))),
      );
      if (longest > LONGEST_TERM)
        say(
          "warning",
          "long-term",
          place,
          `${longest} words in a row; a term is at most ${LONGEST_TERM}.`,
          "Keep the words that carry the code and use gaps.",
        );
      const list = owners.get(term.term) ?? [];
      list.push({ code: concept.id, conditional: (term.with?.length ?? 0) + (term.without?.length ?? 0) > 0 });
      owners.set(term.term, list);
      if ([...concept.unless, ...(term.unless ?? [])].includes(term.term)) {
        say(
          "warning",
          "never-matches",
          place,
          "An innocent reading is the term itself, so it can never match.",
          "Make the innocent reading longer or drop the term.",
        );
      }
    }
  }
  for (const [term, list] of owners) {
    const codes = [...new Set(list.map((o) => o.code))].sort();
    if (codes.length < 2) continue;
    const ruled = codes.some((a) =>
      codes.some(
        (b) =>
          lexicon.concepts.find((c) => c.id === a)!.yieldsTo.includes(b) ||
          (lexicon.concepts.find((c) => c.id === a)!.related ?? []).includes(b),
      ),
    );
    if (!ruled && list.every((o) => !o.conditional)) {
      say(
        "warning",
        "two-codes",
        term,
        `"${term}" stands under ${codes.join(" and ")} with no ruling.`,
        "Keep it under one, demand company, or name the other under `related` to say that both are meant.",
      );
    }
  }
  for (const cue of lexicon.cues) {
    for (const source of [...cue.patterns, ...(cue.unless ?? [])]) readable(source, `cue ${cue.id}`);
    if (cue.facet === "pseudo" || cue.facet === "terminate") continue;
    const values: readonly string[] = FACET_VALUES[cue.facet];
    if (!cue.value || !values.includes(cue.value)) {
      say(
        "error",
        "unknown-value",
        `cue ${cue.id}`,
        `${cue.facet} has no value "${cue.value ?? ""}".`,
        `One of: ${values.join(", ")}.`,
      );
    }
    for (const code of [...(cue.codes ?? []), ...(cue.exceptCodes ?? []), ...(cue.exceptSubjects ?? [])]) {
      if (!known.has(code) && !code.startsWith("theme:"))
        say("error", "unknown-code", `cue ${cue.id}`, `The cue names ${code}, which is no code.`, "Correct the id.");
    }
  }
  for (const frame of lexicon.frames) {
    const placed = new Map<string, string>();
    for (const { id, codes } of [...frame.headings, { id: "none", codes: frame.none }]) {
      for (const code of codes) {
        if (!known.has(code))
          say("error", "unknown-code", `frame ${frame.id}/${id}`, `${code} is no code.`, "Correct the id.");
        if (placed.has(code))
          say(
            "error",
            "twice-in-frame",
            `frame ${frame.id}`,
            `${code} stands under ${placed.get(code)} and ${id}.`,
            "A code has at most one heading of a frame.",
          );
        placed.set(code, id);
      }
    }
    for (const code of known) {
      if (!placed.has(code))
        say(
          "error",
          "forgotten-in-frame",
          `frame ${frame.id}`,
          `${code} stands under no heading.`,
          "Put it under a heading or list it under `none`.",
        );
    }
  }
  return problems;
}

/** Terms by code, words known to the matcher and other sizes, for `lexicon stats`. */
export function lexiconStats(lexicon: Lexicon): {
  codes: number;
  terms: number;
  cues: number;
  patterns: number;
  wordTypes: number;
  termsByCode: Record<string, number>;
} {
  const compiled = compileLexicon(lexicon);
  return {
    codes: lexicon.concepts.length,
    terms: compiled.terms.length,
    cues: compiled.cues.length,
    patterns: compiled.patterns.length,
    wordTypes: compiled.vocabulary.types.filter((type) => type.kind === TOKEN.word).length,
    termsByCode: Object.fromEntries(lexicon.concepts.map((concept) => [concept.id, concept.terms.length])),
  };
}
