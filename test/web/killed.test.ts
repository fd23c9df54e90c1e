import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import type { FindingDetail, FindingList } from "../../src/model/index.js";
import { readDecisions } from "../../src/store/index.js";
import { FILES, PIPELINE } from "../run/example-archive.js";
import { ENDS_WITH_US } from "./ends-with-us.js";
import { asked, openSite, type Site } from "./served.js";

const ALONE = fileURLToPath(new URL("./serve-alone.ts", import.meta.url));

/** The server in a process of its own, and what asks it as its decider. */
async function start(site: Site): Promise<{ child: ChildProcess; ask: Awaited<ReturnType<Site["enter"]>> }> {
  const args = [
    "--import",
    "tsx",
    ...ENDS_WITH_US.args,
    ALONE,
    site.place.out,
    PIPELINE,
    join(site.place.out, "../client"),
  ];
  const child = spawn(process.execPath, args, { stdio: [...ENDS_WITH_US.stdio] });
  child.stderr!.on("data", (text: Buffer) => process.stderr.write(text));
  const line = await new Promise<string>((done, fail) => {
    createInterface({ input: child.stdout! }).once("line", done);
    child.once("exit", (code) => fail(new Error(`The server ended with ${code} before it served.`)));
  });
  const [{ url }] = JSON.parse(line) as [{ url: string }];
  const { origin, pathname, search } = new URL(url);
  const entered = await asked(origin, pathname + search);
  const cookie = String(entered.headers["set-cookie"]).split(";")[0]!;
  return {
    child,
    ask: (path, asking = {}) =>
      asked(origin, path, { ...asking, headers: { cookie, origin, "sec-fetch-site": "same-origin" } }),
  };
}

/** How many decisions are sent at once. */
const AT_ONCE = 50;

it("fifty decisions at once with a kill between: what was answered stands, what stands is whole, and the rest can be decided again", async () => {
  const site = await openSite(FILES);
  const first = await start(site);
  const { findings } = (await first.ask("/api/findings")).json<FindingList>();
  expect(findings.length).toBeGreaterThan(3);
  const wishes = Array.from({ length: AT_ONCE }, (_, number) => {
    const { id } = findings[number % findings.length]!;
    // Several of them on one finding: the first to come is taken, the others have not seen it.
    return { finding: id, status: "rejected", note: `Reason ${number}.`, seen: 0 };
  });
  let answered = 0;
  const killed = new Promise((done) => first.child.once("exit", done));
  const outcomes = await Promise.all(
    wishes.map(async (body) => {
      try {
        const { status } = await first.ask("/api/decide", { method: "POST", body });
        if (++answered === Math.floor(findings.length / 2)) first.child.kill("SIGKILL");
        return { body, status };
      } catch {
        return { body, status: 0 };
      }
    }),
  );
  first.child.kill("SIGKILL");
  await killed;

  const { decisions, problems } = await readDecisions(site.place.out);
  expect(problems).toEqual([]);
  const notes = new Set(decisions.map(({ note }) => note));
  const taken = outcomes.filter(({ status }) => status === 200);
  expect(taken.length).toBeGreaterThan(0);
  for (const { body } of taken) expect(notes).toContain(body.note);
  for (const { status } of outcomes) expect([200, 409, 0]).toContain(status);
  for (const { body } of outcomes.filter(({ status }) => status === 409)) expect(notes).not.toContain(body.note);
  // No finding was decided twice by people who had seen nothing of each other.
  expect(new Set(decisions.map(({ finding }) => finding)).size).toBe(decisions.length);

  const second = await start(site);
  for (const { finding, note } of decisions) {
    const now = (await second.ask(`/api/finding?id=${finding}`)).json<FindingDetail>();
    expect(now).toMatchObject({ status: "rejected", note, decidedBy: "Alex", seen: 1 });
  }
  const open = findings.filter(({ id }) => !decisions.some(({ finding }) => finding === id));
  for (const { id } of open) {
    const body = { finding: id, status: "accepted", seen: 0 };
    expect((await second.ask("/api/decide", { method: "POST", body })).status).toBe(200);
  }
  second.child.kill("SIGKILL");
  await site.close();
});

it("two servers over one output lose nothing of what is decided at both", async () => {
  const site = await openSite(FILES);
  const [left, right] = await Promise.all([start(site), start(site)]);
  const { findings } = (await left.ask("/api/findings")).json<FindingList>();
  const decide = (ask: typeof left.ask, finding: string): Promise<number> =>
    ask("/api/decide", { method: "POST", body: { finding, status: "accepted", seen: 0 } }).then(({ status }) => status);
  const statuses = await Promise.all(findings.flatMap(({ id }) => [decide(left.ask, id), decide(right.ask, id)]));
  expect(statuses.filter((status) => status === 200)).toHaveLength(findings.length);
  expect(statuses.filter((status) => status === 409)).toHaveLength(findings.length);
  expect((await readDecisions(site.place.out)).decisions).toHaveLength(findings.length);
  const row = (await right.ask("/api/findings")).json<FindingList>().findings;
  expect(row.every(({ status }) => status === "accepted")).toBe(true);
  left.child.kill("SIGKILL");
  right.child.kill("SIGKILL");
  await site.close();
});

it("a server that a test started ends when the test is gone", async () => {
  const site = await openSite(FILES);
  const { child } = await start(site);
  const ended = new Promise((done) => child.once("exit", done));
  // What the end of its parent does to it.
  child.stdin!.end();
  expect(await ended).toBe(9);
  await site.close();
});
