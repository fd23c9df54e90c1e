import { describe, it } from "vitest";
import { masker, NOBODY, transcriptOf } from "./measure.js";

/** Long enough that anything that grows with its square runs out of a test's time. */
const LENGTH = 100_000;

describe("masking ends on text that is made to hold it up", () => {
  it.each([
    "a",
    "Aa ",
    "A. ",
    "1",
    "1 ",
    "07 ",
    "1-",
    "12-12-",
    "AB12 ",
    "a.",
    "a@",
    "@a",
    "a at ",
    " dot a",
    "[at",
    "a_",
    "www.a",
    "http://",
    "flat 1 ",
    "1 Aa ",
    "lives at 1 a ",
    "at 1 a ",
    "born ",
    "dob 1 ",
    "1 May ",
    "oh one ",
    "sort code ",
    "account 1",
    "snapchat ",
    "called ",
    "call him ",
    "Darren, 1",
    "Darren Pike ",
    "the ",
    "i ",
    "'",
    "“",
    "é",
    "Ní ",
    " ",
  ])("repeated %j", (bit) => {
    masker().mask(transcriptOf(bit.repeat(Math.ceil(LENGTH / bit.length))), NOBODY);
  });
});
