import { PARTICLES } from "./name-extent.js";
import { IS, type NameKnowledge } from "./name-knowledge.js";
import { BODY_OR_SURNAME, CIVIL_TITLES, OTHER_TITLES } from "./signs.js";
import type { Word } from "./words.js";

const ROLES = new Set(
  (
    "dob tel email date time place venue present apologies speaker participant interviewer interviewee facilitator moderator researcher reviewer chair chairman chairwoman respondent observer scribe note taker notetaker notes female male man woman voice unknown unidentified inaudible all group several multiple everyone both other others " +
    "officer worker workers manager lead leader head deputy director assistant adviser advisor coordinator commander practitioner professional specialist consultant analyst clerk support service services team unit person people child children parent parents mother father carer carers foster resident residents member members staff counsel witness judge coroner police constable sergeant inspector superintendent detective pc dc ds di dci pcso " +
    "housing social youth community school education health mental drugs drug alcohol probation prison fire ambulance hospital nurse doctor gp teacher headteacher senco safeguarding neighbourhood council councillor local authority adult care early help outreach detached voluntary sector charity representative rep delegate attendee family safer streets missing exploitation gangs gang violence offending yot yos yjs cce cse asb dwp nhs camhs mash lado iro sro cps cpn send pru " +
    "young junior senior new old older younger black white asian male's strategic operational principal chief first second third one two three four five six seven eight nine ten left right " +
    "interview focus question answer q a p r i f m s t w int fac mod inv res par rp sp iv ie rev obs tr sw hv ht cllr inquiry panel board session day week part north south east west central city town county area locality trainee student volunteer volunteers apprentice duty business crime prevention reduction partnership partner agency housing's tenancy estate warden caretaker landlord kc qc mbe obe cbe mp jp ward park street field house church hall temple town road"
  ).split(" "),
);
/** Whether letters in capitals are an abbreviation of the field or of an office, not somebody's initials. Lower case. */
export function isAbbreviation(letters: string): boolean {
  return ROLES.has(letters) || ABBREVIATIONS.has(letters);
}
const ABBREVIATIONS = new Set(
  "uk us eu ni gp mp cc od ot la ha aa na hr it pr pe tv dj id ai vr ap cp pp sv dv fm hb dh ofs rj se ne nw am pm ok nb rp ft bbc".split(
    " ",
  ),
);
/** Ranks that are written before a name: "DS Price", "PC Long"; elsewhere they are the office of somebody. */
const RANKS = new Set(
  "pc dc ds di dci dsu dsi wpc wdc pcso tdc ps sgt sergeant insp inspector supt superintendent constable".split(" "),
);
const NEUTRAL = new Set("from of at the for and in on with to by or is as".split(" "));

/**
 * The words of a speaker's label that are a person's name, as half-open runs of word numbers. Roles and codes ("Housing officer 2",
 * "F1", "Facilitator", "Counsel Inquiry") have none; "Sgt Khan (police)" has one. Two or three capitals that are no known
 * abbreviation ("JB") are taken for initials. A single unknown word is taken for a name: better one role hidden than one name shown.
 */
export function namesInLabel(
  words: readonly Word[],
  knowledge: NameKnowledge,
  isKept: (at: number) => boolean,
): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (let from = 0; from < words.length; ) {
    let to = from + 1;
    while (to < words.length && words[to]!.gap !== "mark" && words[to]!.gap !== "comma" && words[to]!.gap !== "end")
      to++;
    segment(from, to);
    from = to;
  }
  return found;

  function segment(from: number, to: number): void {
    const kinds: ("name" | "doubtful" | "title" | "role" | "plain" | "neutral")[] = [];
    for (let i = from; i < to; i++) kinds.push(kindOf(i, i > from && kinds.at(-1) === "title", to - from === 1));
    // "Yusuf al-Hassan", "Siobhán Ní Dhomhnaill": small words between names, and one with a capital before a name.
    for (let k = 0; k + 1 < kinds.length; k++) {
      const { lower, shape } = words[from + k]!;
      if (kinds[k + 1] !== "name" || !PARTICLES.has(lower)) continue;
      if (kinds[k - 1] === "name" || shape === "capital") kinds[k] = "name";
    }
    // "Dawn Church": in a label of two words a first name is not followed by a building.
    const tail = words[to - 1]!;
    if (
      kinds.length === 2 &&
      (kinds[0] === "name" || kinds[0] === "doubtful") &&
      kinds[1] === "role" &&
      BODY_OR_SURNAME.has(tail.lower) &&
      tail.shape === "capital"
    )
      kinds[1] = "name";
    const plain = kinds.includes("plain");
    const named = kinds.includes("name");
    for (let k = 0; k < kinds.length; k++) {
      const beside = kinds[k - 1] === "name" || kinds[k - 1] === "title" || kinds[k + 1] === "name";
      // "Grace" alone or beside a name is a name; "Faith leader", "Young carer" and "Field trip" are not.
      const takes =
        kinds[k] === "name" ||
        (kinds[k] === "doubtful" && (beside || (named && !plain) || (!plain && kinds.every((x) => x === "doubtful"))));
      if (!takes) continue;
      kinds[k] = "name";
      const at = from + k;
      const last = found.at(-1);
      if (last && last.to === at) last.to = at + 1;
      else found.push({ from: at, to: at + 1 });
    }
  }

  /** Of what stands behind a rank only a word with a capital that no role has: "DS Price", not "DS Lead" or "PC Support". */
  function isNameAfterRank(at: number): boolean {
    const { lower, shape, gap } = words[at]!;
    if (gap !== "space" || shape !== "capital" || ROLES.has(lower)) return false;
    return knowledge.isName(lower) || !knowledge.isEnglish(lower);
  }

  function kindOf(
    at: number,
    titled: boolean,
    alone: boolean,
  ): "name" | "doubtful" | "title" | "role" | "plain" | "neutral" {
    const word = words[at]!;
    const { lower, shape } = word;
    const last = at + 1 >= words.length || words[at + 1]!.gap === "mark";
    if (RANKS.has(lower) && !last && isNameAfterRank(at + 1)) return "title";
    if (shape === "code" || isKept(at)) return "role";
    if (CIVIL_TITLES.has(lower) || (OTHER_TITLES.has(lower) && !last && !ROLES.has(lower)))
      return last ? "role" : "title";
    if (titled) return lower.length === 1 && word.gap !== "dot" ? "role" : "name";
    if (shape === "capitals" && word.text.length <= 3 && !ROLES.has(lower))
      return alone || !knowledge.isEnglish(lower) ? "name" : "plain";
    if (ROLES.has(lower)) return "role";
    if (NEUTRAL.has(lower)) return "neutral";
    if (lower.length === 1) return at > 0 && words[at - 1]!.gap !== "mark" ? "doubtful" : "role";
    const bits = knowledge.of(lower);
    if (knowledge.isClearFirst(lower) || knowledge.isClearSurname(lower)) return "name";
    if ((bits & IS.first) !== 0 && (bits & IS.mass) === 0) return shape === "lower" ? "doubtful" : "name";
    if ((bits & (IS.first | IS.surname)) !== 0) return "doubtful";
    return knowledge.isEnglish(lower) ? "plain" : "name";
  }
}
