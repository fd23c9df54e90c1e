import { describe, expect, it } from "vitest";
import { loadRules } from "../../src/findings/index.js";
import { FINDING_TYPES, Stop } from "../../src/model/index.js";
import { RULES, RULES_PATH, RULES_TEXT } from "./review.js";

/** The shipped file with one stretch replaced is refused at the line where the replacement stands. */
function refuses(from: string, to: string, ...said: string[]) {
  const at = RULES_TEXT.indexOf(from);
  expect(at).toBeGreaterThanOrEqual(0);
  const text = RULES_TEXT.replace(from, () => to);
  const line = RULES_TEXT.slice(0, at).split("\n").length;
  let message = "";
  try {
    loadRules(text, RULES_PATH);
  } catch (error) {
    expect(error).toBeInstanceOf(Stop);
    expect((error as Stop).exitCode).toBe(2);
    message = (error as Stop).message;
  }
  expect(message).toContain(`${RULES_PATH}:${line}: `);
  for (const words of said) expect(message).toContain(words);
}

describe("loadRules", () => {
  it("has a rule for every type of finding", () => {
    expect(new Set(RULES.rules.map((rule) => rule.type))).toEqual(new Set(FINDING_TYPES));
  });
  it("refuses what is not YAML", () => refuses("evidence: 12", "evidence: 12: 13", "not YAML"));
  it("refuses an unknown key", () => refuses("evidence: 12", "evidense: 12", "evidense"));
  it("refuses a type that does not exist", () =>
    refuses("type: shared concern", "type: shared worry", "rules.0.type", "shared concern"));
  it("refuses a stance that does not exist", () =>
    refuses(
      "stance: [affirms, mixed], appraisal: [concern, barrier]",
      "stance: [agrees], appraisal: [concern, barrier]",
      "affirms",
    ));
  it("refuses a threshold of none", () =>
    refuses("group: concerned, independent: 2", "group: concerned, independent: 0", "independent"));
  it("refuses a group that is not named", () =>
    refuses("for: [concerned]", "for: [worried]", "no group `worried`", "concerned, content, denying"));
  it("refuses a condition of two kinds", () =>
    refuses("- { group: concerned, independent: 2 }", "- { group: concerned, code: [cuckooing] }", "one kind"));
  it("refuses a count of nothing", () =>
    refuses("- { group: concerned, independent: 2 }", "- { code: [cuckooing], sessions: 2 }", "none is named"));
  it("refuses a slot that does not exist", () =>
    refuses("'Shared concern: {code}'", "'Shared concern: {label}'", "{label}"));
  it("refuses a loose brace", () => refuses("'Shared concern: {code}'", "'Shared concern: {code'", "a slot is {name}"));
  it("refuses a rule about a code without a condition", () =>
    refuses(
      "type: emerging trend",
      "type: strength\n    title: x\n    statement: [x]\n    questions: [1]\n  - type: emerging trend",
      "add `when`",
    ));
});
