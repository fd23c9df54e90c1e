import { describe, expect, it } from "vitest";
import { begunAt, decidedRuns, type Keep, runsToRemove } from "../../src/store/prune.js";

const runs = [1, 5, 9, 10, 11].map((day) => `2026-03-${String(day).padStart(2, "0")}T02-00-00Z`);
const now = new Date("2026-03-12T02:00:00Z");

/** Days of March of the runs that go; the latest is the 11th's unless said otherwise. */
function check(keep: Keep, gone: number[], decided: number[] = [], latest = 11): void {
  const id = (day: number): string => runs.find((run) => begunAt(run) === Date.UTC(2026, 2, day, 2)) ?? "";
  const around = { latest: id(latest), decided: new Set(decided.map(id)), now };
  expect(runsToRemove(runs, keep, around)).toEqual(gone.map(id));
}

describe("which runs go", () => {
  it("all but the newest", () => check({ newest: 2 }, [1, 5, 9]));
  it("those of longer ago", () => check({ days: 3 }, [1, 5]));
  it("those that neither rule keeps", () => check({ newest: 1, days: 3 }, [1, 5]));
  it("never the latest, wherever it stands", () => {
    check({ newest: 1 }, [5, 9, 10, 11], [], 1);
    check({ retention: 1 }, [1, 5, 9, 10]);
    check({ retention: 1 }, [5, 9, 10], [], 1);
  });
  it("not those with decisions", () => check({ newest: 1 }, [1, 9, 10], [5]));
  it("those past their retention, decisions or not, and nothing else of it alone", () =>
    check({ retention: 6 }, [1, 5], [5]));
  it("none without a rule", () => check({}, []));
});

describe("runs with decisions", () => {
  it("are those that were the newest when somebody decided", () => {
    const at = (day: number): { at: string } => ({ at: `2026-03-${day}T12:00:00.000Z` });
    expect([...decidedRuns(runs, [at(10), at(10), { at: "2026-03-07T00:00:00Z" }])]).toEqual([runs[3], runs[1]]);
    expect([...decidedRuns(runs, [{ at: "2026-02-01T00:00:00Z" }, { at: "nonsense" }])]).toEqual([]);
  });
  it("count the repeats of one second with it", () => {
    expect(begunAt("2026-03-01T02-00-00Z-2")).toBe(begunAt("2026-03-01T02-00-00Z"));
    expect(begunAt("something else")).toBeNaN();
  });
});
