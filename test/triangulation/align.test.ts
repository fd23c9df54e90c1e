import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { align, type HumanSentence, type MachineSentence } from "../../src/triangulation/index.js";

/** The machine's sentences, parted by `|`, in one text. */
function inText(picture: string): { text: string; sentences: MachineSentence[] } {
  const parts = picture.split(/ ?\| ?/);
  let start = 0;
  const sentences = parts.map((text) => {
    const sentence = { start, text };
    start += text.length + 1;
    return sentence;
  });
  return { text: parts.join(" "), sentences };
}

/** A sheet of sentences parted by `|`, one a line of the file; `&` instead: on the same line as the one before. */
function onSheet(picture: string): HumanSentence[] {
  let line = 1;
  return picture.split(/ ?([|&]) ?/).flatMap((part) => {
    if (part === "|") line++;
    return part === "|" || part === "&" ? [] : [{ session: "a", line, sentence: part }];
  });
}

/** The stretch of the text that each sentence of the sheet covers, by its words; `-` where it was not found. */
function covered(sheet: readonly HumanSentence[], { text, sentences }: ReturnType<typeof inText>): string[] {
  const { sentences: ordered, found, at } = align(sheet, sentences);
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  return ordered.map((_, i) =>
    found[i]
      ? words
          .filter((word) => at(word.index) === i)
          .map(([word]) => word)
          .join(" ")
      : "-",
  );
}

function check(sheet: string, text: string, expected: string) {
  expect(covered(onSheet(sheet), inText(text)).join(" | ")).toBe(expected);
}

describe("sentences of a sheet are found in the document", () => {
  test.each([
    [
      "sentence for sentence",
      "Gangs move in. | They use flats.",
      "Gangs move in. | They use flats.",
      "Gangs move in | They use flats",
    ],
    [
      "one of theirs spans two of ours",
      "Gangs move in; they use flats.",
      "Gangs move in; | they use flats.",
      "Gangs move in they use flats",
    ],
    [
      "one of theirs is part of one of ours",
      "Gangs move in. & They use flats.",
      "Gangs move in. They use flats.",
      "Gangs move in | They use flats",
    ],
    [
      "quotes, dashes and case do not matter",
      '"Gangs" move - slowly - in',
      "“gangs” move — slowly — in",
      "gangs move slowly in",
    ],
    [
      "a heading between them belongs to nobody",
      "Gangs move in. | They use flats.",
      "Gangs move in. | HOUSING MATTERS | They use flats.",
      "Gangs move in | They use flats",
    ],
    [
      "a masked name",
      "We met Ann Bell who runs the centre in town.",
      "We met [PERSON-001] who runs the centre in town.",
      "We met who runs the centre in town".replace("met who", "met PERSON 001 who"),
    ],
    [
      "a mended line end",
      "The commun- ity officers know every flat here.",
      "The community officers know every flat here.",
      "The community officers know every flat here",
    ],
    [
      "names in the midst of a sentence, further apart than half of it",
      "Gangs from the east met Ann Bell near the old mill with Carl Dow and sold it there.",
      "Gangs from the east met [PERSON-001] near the old mill with [PERSON-002] and sold it there.",
      "Gangs from the east met PERSON 001 near the old mill with PERSON 002 and sold it there",
    ],
    [
      "a sentence that moved gives way to all that kept their order",
      "They use flats here. | Gangs move in now. | Schools do know it.",
      "Gangs move in now. | Schools do know it. | They use flats here.",
      "- | Gangs move in now | Schools do know it",
    ],
    [
      "a mended word at the end",
      "They all know the commun- ity. | Gangs move in.",
      "They all know the community. | Gangs move in.",
      "They all know the community | Gangs move in",
    ],
    [
      "words of our sentence that the sheet leaves out belong to nobody",
      "Gangs move in by night.",
      "Minutes of the day: gangs move in by night, as said.",
      "gangs move in by night",
    ],
    [
      "a name at either end",
      "Ann Bell met the group in town. | We then met her deputy Carl Dow.",
      "[PERSON-001] met the group in town. | We then met her deputy [PERSON-002].",
      "PERSON 001 met the group in town | We then met her deputy",
    ],
    [
      "not in the document",
      "Gangs move in. | Nobody ever wrote this down.",
      "Gangs move in. | They use flats.",
      "Gangs move in | -",
    ],
    [
      "too little in common",
      "Gangs move in by night and take the flats of old men.",
      "Gangs move in. | They left.",
      "-",
    ],
    [
      "a short sentence said again and again takes its turn",
      "Yes. | Gangs move in here. | Yes. | They use flats now. | Yes.",
      "Yes. | Gangs move in here. | Yes. | They use flats now. | Yes.",
      "Yes | Gangs move in here | Yes | They use flats now | Yes",
    ],
    [
      "the same sentence in two places",
      "Good practice was seen. | Gangs move in. | Good practice was seen.",
      "Good practice was seen. | Gangs move in. | Good practice was seen.",
      "Good practice was seen | Gangs move in | Good practice was seen",
    ],
    [
      "a look-alike further on does not draw the rest with it",
      "They use flats. | Gangs move in. | Schools do know.",
      "They use flats. | Gangs move in. | Schools do know. | Again: they use flats.",
      "They use flats | Gangs move in | Schools do know",
    ],
    ["an empty sheet", "...", "Gangs move in.", "-"],
    ["an empty document", "Gangs move in.", "", "-"],
  ])("%s", (_, sheet, text, expected) => {
    check(sheet, text, expected);
  });

  test("a sentence that is listed with two codes and once with none is one sentence", () => {
    const twice = onSheet("Gangs move in. & gangs move in & They use flats.");
    expect(align(twice, inText("Gangs move in. | They use flats.").sentences).sentences).toHaveLength(2);
  });

  test("a repeated bullet in a long list: the hundredth finds its own place", () => {
    const items = Array.from({ length: 100 }, (_, i) =>
      i % 10 === 0 ? `Item number ${i} is special here.` : "Good practice.",
    );
    const found = covered(onSheet(items.join(" | ")), inText(items.join(" | ")));
    expect(found).toEqual(items.map((item) => item.replace(".", "")));
  });
});

const words = "gangs move into flats and schools know it while police hold the line on debt".split(" ");
const sentence = fc.array(fc.constantFrom(...words), { minLength: 4, maxLength: 12 }).map((list) => list.join(" "));

test("of two labels for one sentence the first by code units is shown, whichever came first", () => {
  const labelled = ["b", "a"].map((session) => ({ session, line: 1, sentence: "Gangs move in." }));
  for (const sheet of [labelled, [...labelled].reverse()]) {
    expect(align(sheet, []).sentences.map(({ session }) => session)).toEqual(["a"]);
  }
});

test("however either side cuts the text, every word goes to the sentence that holds it", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(sentence, { minLength: 1, maxLength: 12 }),
      fc.infiniteStream(fc.boolean()),
      (list, cuts) => {
        // Numbered, so that the sentences themselves are distinct and the expectation is exact.
        const sheet = list.map((text, i) => `no${i} begin${i} ${text} end${i} stop${i}`);
        const text = sheet
          .join(" ")
          .split(" ")
          .map((word) => (cuts.next().value ? `${word} |` : word))
          .join(" ")
          .replace(/ \|$/, "");
        expect(covered(onSheet(sheet.join(" | ")), inText(text))).toEqual(sheet);
      },
    ),
  );
});

test("the order of the sheet and of the document's sentences never matters", () => {
  const sheet = onSheet("Yes. | Gangs move in & they use flats. | Yes. | Good practice. | Schools know it all.");
  const text = inText("Yes. | Gangs move in, they use flats. | Yes. | Good practice. | Schools know it all.");
  const expected = covered(sheet, text);
  fc.assert(
    fc.property(
      fc.shuffledSubarray(sheet, { minLength: sheet.length }),
      fc.shuffledSubarray(text.sentences, { minLength: text.sentences.length }),
      (shuffled, sentences) => {
        expect(covered(shuffled, { text: text.text, sentences })).toEqual(expected);
      },
    ),
  );
});
