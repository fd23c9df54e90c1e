import { type Fault, readRules, slotNames } from "../findings/index.js";
import type { Concept, Frame } from "../model/index.js";
import { NationalRules } from "./rules.js";

/** Slots that statements and notes can name. A part that names something there is none of is left out. */
const CLAIM_SLOTS = [
  ...["code", "Code", "course", "reach", "backed", "mostSectors", "other", "otherSessions", "period", "place", "level"],
  ...["otherLevel", "sector", "exporter", "importer", "against", "contested", "uncertain", "silent", "notKnown"],
  ...["volunteered", "agreed", "risen", "fallen", "steady", "moved", "corroborated", "contradicted", "notShown"],
  ...["latest", "inLatest", "most", "least", "levels", "alongside"],
];
const UNKNOWN_SLOTS = ["sector", "codes", "count"];
const INTRO_SLOTS: Readonly<Record<string, readonly string[]>> = {
  asAt: ["reviews", "sessions", "first", "last", "quarter"],
  comparison: ["with", "asAt", "reviews"],
};

/**
 * Reads the rules of the national summary.
 *
 * @param path only for messages
 * @param lexicon its codes and frames, against which the rules are held
 * @throws Stop (exit code 2) that lists every fault with file, line and way out: a wrong key, a slot, frame or code that there is none of.
 */
export function loadNationalRules(
  text: string,
  path: string,
  lexicon: { readonly concepts: readonly Pick<Concept, "id">[]; readonly frames: readonly Pick<Frame, "id">[] },
): NationalRules {
  return readRules(text, path, NationalRules, (rules) => [...slotFaults(rules), ...nameFaults(rules, lexicon)]);
}

function slotFaults(rules: NationalRules): Fault[] {
  const texts: { path: PropertyKey[]; text: string; slots: readonly string[] }[] = [
    ...Object.entries(rules.kinds).flatMap(([kind, { title, statement }]) => [
      { path: ["kinds", kind, "title"], text: title, slots: CLAIM_SLOTS },
      ...statement.map((text, i) => ({ path: ["kinds", kind, "statement", i], text, slots: CLAIM_SLOTS })),
    ]),
    ...Object.entries(rules.notes).flatMap(([note, parts]) =>
      parts.map((text, i) => ({ path: ["notes", note, i], text, slots: CLAIM_SLOTS })),
    ),
    ...Object.entries(rules.unknown).map(([key, text]) => ({ path: ["unknown", key], text, slots: UNKNOWN_SLOTS })),
    ...Object.entries(rules.text.intro).map(([key, text]) => ({
      path: ["text", "intro", key],
      text,
      slots: INTRO_SLOTS[key] ?? [],
    })),
    ...rules.text.methods.map(({ text }, i) => ({ path: ["text", "methods", i, "text"], text, slots: ["threshold"] })),
  ];
  return texts.flatMap(({ path, text, slots }) => {
    const names = slotNames(text);
    if (names === undefined)
      return [{ path, message: "a brace that belongs to no slot; a slot is {name} or {name:one|many}" }];
    return names
      .filter((name) => !slots.includes(name))
      .map((name) => ({ path, message: `no slot {${name}}; there are ${slots.join(", ") || "none here"}` }));
  });
}

function nameFaults(
  rules: NationalRules,
  {
    concepts,
    frames,
  }: { readonly concepts: readonly Pick<Concept, "id">[]; readonly frames: readonly Pick<Frame, "id">[] },
): Fault[] {
  const codes = new Set(concepts.map(({ id }) => id));
  const known = frames.map(({ id }) => id);
  const named = [
    { path: ["practice", "code"], code: rules.practice.code },
    ...rules.practice.evaluatedBy.map((code, i) => ({ path: ["practice", "evaluatedBy", i], code })),
    ...rules.lineCodes.map((code, i) => ({ path: ["lineCodes", i], code })),
  ];
  return [
    ...Object.entries(rules.frames)
      .filter(([, id]) => !known.includes(id))
      .map(([key, id]) => ({
        path: ["frames", key],
        message: `no frame ${id} in the lexicon; it has ${known.join(", ") || "none"}. Name one of them, or add lexicons/frames/${id}.yaml`,
      })),
    ...named
      .filter(({ code }) => !codes.has(code))
      .map(({ path, code }) => ({ path, message: `no code ${code} in the lexicon; correct it, or add the code` })),
  ];
}
