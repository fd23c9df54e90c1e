import { beforeAll, describe, expect, it } from "vitest";
import { planted } from "../fixtures/planted.js";
import { demonstration } from "./demonstration.js";
import { type Row, readTable } from "./published.js";
import { PATIENCE } from "./triangulum.js";

/** Verdicts by `review code`, and the published lines. */
let verdicts: Map<string, Row>;
let lines: readonly Row[];

beforeAll(async () => {
  const { run } = await demonstration();
  verdicts = new Map();
  for (const { id } of planted.reviews)
    for (const row of (await readTable(run, `reviews/${id}/convergence.csv`)).rows)
      verdicts.set(`${id} ${row.code}`, row);
  ({ rows: lines } = await readTable(run, "lines.csv"));
}, PATIENCE);

/** Expects at least `fewest` of what was planted to have one of the verdicts; a failure lists those that have another. */
function check(wanted: typeof planted.agreements, accepted: readonly string[], fewest: number): void {
  const others = wanted.flatMap(({ review, code, note }) => {
    const { verdict = "" } = verdicts.get(`${review} ${code}`) ?? {};
    return accepted.includes(verdict) ? [] : [`${review} ${code}: ${verdict}, though ${note}`];
  });
  expect(wanted.length - others.length, others.join("\n")).toBeGreaterThanOrEqual(fewest);
}

describe("what was planted is found", () => {
  it("agreements", () => {
    expect(planted.agreements).toHaveLength(11);
    check(planted.agreements, ["agreement", "partial agreement"], 9);
  });

  // The unit of context is the sentence, so a course told in one of its own ("It's exploded since September") is not seen: of the
  // nine, three rest on such a sentence.
  it("dissonances", () => {
    expect(planted.dissonances).toHaveLength(9);
    check(planted.dissonances, ["dissonance"], 5);
  });

  it("lines that are counted, and hardly one that was planted as none", () => {
    const edge = ({ exporter, importer }: { exporter?: string; importer?: string }): string =>
      `${exporter} > ${importer}`;
    const found = lines.map(edge);
    const wanted = [...new Set(planted.lines.filter(({ counted }) => counted).map(edge))];
    const missed = wanted.filter((line) => !found.includes(line));
    expect(wanted.length - missed.length, `not found: ${missed.join(", ")}`).toBeGreaterThanOrEqual(4);
    const others = found.filter((line) => !wanted.includes(line));
    expect(others.length, `planted as no line: ${others.join(", ")}`).toBeLessThanOrEqual(1);
  });
});
