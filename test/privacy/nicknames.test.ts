import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Slips } from "../../src/privacy/slips.js";
import { masker, NOBODY, transcriptOf } from "./measure.js";

/** Masks a marked text, a line a block: what stands in braces must go, all else must stay. */
function check(marked: string): void {
  const raw = marked.replace(/\{(?:[A-Z]{3,}:)?([^}]*)\}/g, "$1");
  const expected = marked.replace(/\{(?:([A-Z]{3,}):)?[^}]*\}/g, (_, kind?: string) => `[${kind ?? "PERSON"}-000]`);
  expect(masker().mask(transcriptOf(raw), NOBODY).transcript.text).toBe(expected);
}

const CASES: Readonly<Record<string, readonly string[]>> = {
  "a nickname that is equated with a name, from there on and before": [
    "They owe {Ratchet} money. {Ratchet} is {Callum Dewhurst}. I saw {Ratchet}'s van.",
    "- {Kettle} = {Sophie Marsden}, we think.\n- {Kettle} comes on Fridays.",
    "{Badger}, that is {Owen Pritchard}, was there, and {Badger} ran.",
    "Police confirmed {Pockets} to be {Liam Hargreaves}. {Pockets} denies it.",
    "- {Sprout} = older male who waits outside. She likes {Sprout}.",
  ],
  "no nickname: an office, a pronoun, kin, a word in small letters": [
    "The tenant is {Callum Dewhurst}. Tenant support came.",
    "She is {Sophie Marsden}. She left.",
    "Chair is {Owen Pritchard}. Chair opened the meeting.",
    "{Ratchet} is {Callum Dewhurst}. He had a ratchet strap.",
  ],
  "a word that a handle is made of": [
    "We know about {Badger}. He is {HANDLE:@badger.k99} there.",
    "We know about Panel. He is {HANDLE:@badger.k99} there.",
  ],
  "a name that is misspelt": [
    "{Zdravka Plimtova} came. {Zdarvka} cried, and {Zdravkas} flat was empty.",
    "{Zdravka Plimtova} came. Cuckooing is common.",
  ],
  "a nickname with an epithet, in a list too": ["It was {Mad Mick}.", "- Present was {Fat Harry}, they say."],
  "those present, whatever else their names may be": [
    "Apologies: {Mark Cole}, {Summer Blackwood}, Early Help Hub",
    "Present: {Young, Peter} (Housing), {Faith Drummond} (Health)",
  ],
  "what minutes ask of somebody": ["{Will Garrard} came.\n- {Will} to speak to the school.\n- Hope to see more."],
  "initials with stops, then without": ["Present: {K.D}. (minutes)\nSigned: {KD}"],
  "small words that are names elsewhere, before a name": ["Said {Jordan} came. Can {Kezia} come? Son {Alfie} cried."],
  "whoever is spoken to, or speaks, in small letters": [
    "thanks {grace} what about the school then\nthanks love that was kind of you to say",
    "hello this is {grace} from the office and i can hear you now",
  ],
  "a name that is given in small letters": [
    "so we asked about it and his name is {curtis diamond} it sounds made up\nnobody liked a diamond there",
    "well he's {mark price} and they all know that over here",
  ],
  "what is counted, worn or Welsh is nobody": [
    "He had a load of Charlie and a Pandora bracelet.",
    "They placed her at Bryn Celyn, and the school is Ysgol Glan Morfa.",
    "He writes from HMP Wayland every week.",
  ],
  "plurals behind a name that is a word are things": ["{Faith Drummond} came. Faith groups help. {Faith} knows them."],
};

describe("nicknames and names by what the document tells of them", () => {
  for (const [name, texts] of Object.entries(CASES))
    describe(name, () => {
      it.each(texts)("%s", check);
    });
});

describe("slips of the pen", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abcdefghijklmnop"), minLength: 6, maxLength: 12 });
  const letter = fc.constantFrom(..."qrstuvwxyz");
  it("are told whichever letter is left out, put in, changed or swapped", () => {
    fc.assert(
      fc.property(word, fc.nat(), letter, (name, place, other) => {
        const at = place % (name.length - 1);
        const [head, tail] = [name.slice(0, at), name.slice(at + 1)];
        const slips = new Slips();
        slips.add(name);
        const swapped = `${head}${name[at + 1]!}${name[at]!}${name.slice(at + 2)}`;
        for (const written of [name, head + tail, `${head}${other}${name.slice(at)}`, head + other + tail, swapped])
          expect(slips.has(written)).toBe(true);
        expect(slips.has(`${other}${other}${name.slice(2)}${other}`)).toBe(false);
      }),
    );
  });
  it("are not told of short names", () => {
    const slips = new Slips();
    slips.add("jane");
    expect(slips.has("jana")).toBe(false);
  });
});
