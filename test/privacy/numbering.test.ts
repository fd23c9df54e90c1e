import { describe, expect, it } from "vitest";
import { numberSlots } from "../../src/privacy/index.js";
import { placeholderNumber } from "../../src/privacy/placeholder.js";
import { masker, NOBODY, transcriptOf } from "./measure.js";

const document = (path: string, text: string) => {
  const { transcript, slots } = masker().mask(transcriptOf(text), NOBODY);
  return { path, text: transcript.text, slots, labels: transcript.turns.map((t) => t.speaker) };
};

describe("numbering of a review's placeholders", () => {
  const b = document("b.txt", "Anna Holt: Darren Pike has 07700 900123.");
  const a = document("a.txt", "Darren Pike: Yes, and Olga Novak too.");

  it("goes by document path and place, one number for one person", () => {
    const { texts, label } = numberSlots([b, a]);
    expect(texts).toEqual(["[PERSON-003]: [PERSON-001] has [PHONE-001].", "[PERSON-001]: Yes, and [PERSON-002] too."]);
    expect(label(b.labels[0]!)).toBe("[PERSON-003]");
  });
  it("does not depend on the order of the arguments", () => {
    expect(numberSlots([a, b]).texts).toEqual(numberSlots([b, a]).texts.reverse());
  });
  it("numbers people who are only in labels after all others, and leaves a stranger at 000", () => {
    const only = masker().maskLabel("Interview with Olga Petrova", NOBODY);
    expect(numberSlots([a, b], [only]).label(only)).toBe("Interview with [PERSON-004]");
    expect(numberSlots([a, b]).label(only)).toBe("Interview with [PERSON-000]");
  });
  it("keeps every offset", () => {
    expect(numberSlots([a]).texts[0]).toHaveLength(a.text.length);
  });
  it("refuses slots that stand on no placeholder", () => {
    expect(() => numberSlots([{ ...a, slots: [{ ...a.slots[0]!, start: 3, end: 15 }] }])).toThrow(
      "no PERSON placeholder",
    );
  });
  it("counts to 999, then from A00 to ZZZ, in three characters", () => {
    expect([1, 999, 1000, 1035, 1036, 2296, 34_695, 99_999].map(placeholderNumber)).toEqual([
      "001",
      "999",
      "A00",
      "A0Z",
      "A10",
      "B00",
      "ZZZ",
      "ZZZ",
    ]);
    expect(new Set(Array.from({ length: 34_695 }, (_, i) => placeholderNumber(i + 1))).size).toBe(34_695);
  });
});
