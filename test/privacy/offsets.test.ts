import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Transcript } from "../../src/model/index.js";
import { replaceDetails } from "../../src/privacy/replace.js";
import { masker, NOBODY, takenStretches, transcriptOf } from "./measure.js";

const PIECE = fc.constantFrom(
  "Darren Pike", "darren", "Mr ", "Khan", "Will", "May", "J.B.", "’s", "'s ", ", ", ". ", "? ", "\n", "\n\n", " ", ": ", "the ", "said ", "in ", "Preston", "14 Acacia Avenue", "YO31 7EX", "07700 900123", "@lil_k9",
  "a.b@c.org", "born on 12/03/2004", "NHS ", "943 476 5919", "Operation Rose", "Facilitator: ", "Anna: ", "[PERSON-003]", "[", "]", "😀", "\ud83d", "\u2028", "ﬁ", "É", "-", "(", ")", "0", "+44", "é", "called ", "\u0301",
); // biome-ignore format: a bag of pieces
const TEXT = fc
  .array(fc.oneof(PIECE, fc.string({ unit: "binary", maxLength: 4 })), { maxLength: 40 })
  .map((pieces) => pieces.join(""));

/** A stretch with placeholders cut out, so that what was kept can be compared. */
const kept = (text: string): string[] => text.split(/\[[A-Z]+-000\]/);

describe("offsets after masking", () => {
  it("leaves unmasked stretches as they were and lays blocks and turns on the same words", () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const raw = transcriptOf(text);
        const { transcript, slots } = masker().mask(raw, NOBODY);
        // Throws when a kept stretch differs.
        takenStretches(text, transcript.text, slots);
        for (const slot of slots) expect(transcript.text.slice(slot.start, slot.end)).toBe(`[${slot.kind}-000]`);
        for (const layer of ["blocks", "turns"] as const) {
          expect(transcript[layer]).toHaveLength(raw[layer].length);
          let last = 0;
          transcript[layer].forEach((span, i) => {
            expect(span.start).toBeGreaterThanOrEqual(last);
            expect(span.end).toBeGreaterThanOrEqual(span.start);
            last = span.end;
            const before = raw.text.slice(raw[layer][i]!.start, raw[layer][i]!.end);
            let from = 0;
            for (const piece of kept(transcript.text.slice(span.start, span.end))) {
              const at = before.indexOf(piece, from);
              expect(at).toBeGreaterThanOrEqual(0);
              from = at + piece.length;
            }
          });
        }
      }),
      { numRuns: 400, seed: 20190512 },
    );
  });

  it("gives the same result twice, and for a masker that has seen other texts", () => {
    fc.assert(
      fc.property(TEXT, TEXT, (text, other) => {
        const once = masker().mask(transcriptOf(text), NOBODY);
        masker().mask(transcriptOf(other), NOBODY);
        const again = masker().mask(transcriptOf(text), NOBODY);
        expect([again.transcript, again.slots, again.names]).toEqual([once.transcript, once.slots, once.names]);
      }),
      { numRuns: 100, seed: 20190513 },
    );
  });

  it("moves an offset inside a detail to the end of its placeholder", () => {
    const replaced = replaceDetails(
      "see Darren now",
      [{ start: 4, end: 10, kind: "PERSON", value: "darren" }],
      () => "h",
    );
    expect(replaced.text).toBe("see [PERSON-000] now");
    expect(replaced.place([0, 4, 5, 10, 14])).toEqual([0, 4, 16, 16, 20]);
  });
});

describe("failing safe", () => {
  it("throws rather than return a text it could not mask", () => {
    const broken = { ...transcriptOf("Darren: yes"), text: undefined } as unknown as Transcript;
    expect(() => masker().mask(broken, NOBODY)).toThrow();
    const overlapping = [
      { start: 0, end: 4, kind: "PERSON" as const, value: "a" },
      { start: 2, end: 6, kind: "PERSON" as const, value: "b" },
    ];
    expect(() => replaceDetails("abcdefgh", overlapping, () => "h")).toThrow("out of order");
  });
  it("finds what it finds in a text of one endless word, line or list of digits in reasonable time", () => {
    for (const text of [
      "a".repeat(300_000),
      "Aa ".repeat(100_000),
      "1 2 3 4 5 ".repeat(30_000),
      "@".repeat(100_000),
      "a.".repeat(100_000),
      "07".repeat(100_000),
      "Mr ".repeat(100_000),
      "dot com at ".repeat(20_000),
    ]) {
      const before = process.cpuUsage();
      masker().mask(transcriptOf(text), NOBODY);
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1000, text.slice(0, 12)).toBeLessThan(10_000);
    }
  });
});
