import { readFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {
  CodeEvidence,
  CorrectionList,
  FindingDetail,
  FindingList,
  Preview,
  Refusal,
  Shell,
} from "../../src/model/index.js";
import { forget, loadDefinition, loadPipeline, run as nextRun } from "../../src/run/index.js";
import { type Effects, realEffects } from "../../src/store/index.js";
import { FILES, PIPELINE } from "../run/example-archive.js";
import { type Answered, openSite, type Site } from "./served.js";

type Ask = Awaited<ReturnType<Site["enter"]>>;

let site: Site;
let decider: Ask;
let reader: Ask;
beforeAll(async () => {
  site = await openSite({
    ...FILES,
    "york-2019/police.txt": `Interviewer: Anything else about cuckooing?

<script>alert(1)</script>: The gang said "</script><script>alert(2)</script>" about cuckooing.

Officer: Somebody wrote =HYPERLINK() on the wall.
`,
    "york-2019/sessions.csv": `${FILES["york-2019/sessions.csv"]}police.txt,police,Police <img src=x onerror=alert(3)>,focus-group,police,practitioner,2019-05-06,verbatim,Interviewer,,
`,
  });
  decider = await site.enter("decider", "Alex");
  reader = await site.enter("reader");
});
afterAll(() => site.close());

const kind = (answer: Answered): string => answer.json<Refusal>().error.kind;

describe("nobody in without an address that was printed", () => {
  it.each(["/", "/client.js", "/api/shell", "/api/matrix", "/api/corrections.csv", "/api/nothing", "/nothing"])(
    "%s without a cookie",
    async (path) => {
      const answer = await site.ask(path);
      expect(answer.status).toBe(401);
      expect(answer.text).not.toContain("york-2019");
      expect(answer.text).toContain("Open the address that `triangulum serve` printed");
    },
  );

  it.each(["", "x", "a".repeat(5000)])("a token that is none of ours", async (token) => {
    const answer = await site.ask(`/enter?token=${token}`);
    expect([answer.status, answer.headers["set-cookie"]]).toEqual([401, undefined]);
  });

  it("a cookie that is none of ours, or of another server", async () => {
    const name = String((await site.ask(enterPath())).headers["set-cookie"]).split("=")[0]!;
    for (const cookie of [`${name}=`, `${name}=${"a".repeat(43)}`, `other=${"a".repeat(43)}`])
      expect((await site.ask("/api/shell", { headers: { cookie } })).status).toBe(401);
  });

  it("a token gets a cookie that no script reads and no other site sends, and the address bar is left without it", async () => {
    const answer = await site.ask(enterPath());
    expect(answer.status).toBe(200);
    expect(String(answer.headers["set-cookie"])).toMatch(
      /^triangulum-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(answer.text).toContain('content="0;url=/"');
  });

  it("is asked of the token and not of the cookie once the server was started again", async () => {
    const own = await openSite(FILES);
    const before = await own.enter("reader");
    const old = own.entrances[0]!.url;
    await own.restart();
    expect((await before("/api/shell")).status).toBe(401);
    expect((await own.ask(new URL(old).pathname + new URL(old).search)).status).toBe(401);
    await own.close();
  });
});

const enterPath = (): string => new URL(site.entrances[0]!.url).pathname + new URL(site.entrances[0]!.url).search;

describe("no other page, and no other name", () => {
  it.each(["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example"])(
    "host %s (a name made to point here)",
    async (host) => {
      for (const path of ["/", "/api/shell", enterPath()]) {
        const answer = await decider(path, { headers: { host } });
        expect([path, answer.status]).toEqual([path, 403]);
      }
    },
  );

  it("this machine by its other names is let in", async () => {
    const host = `localhost:${new URL(site.origin).port}`;
    expect((await decider("/api/shell", { headers: { host } })).status).toBe(200);
  });

  it.each(["http://evil.example", "null", "https://127.0.0.1", "http://127.0.0.1:1"])("origin %s", async (origin) => {
    const [finding] = (await decider("/api/findings")).json<FindingList>().findings;
    const body = { finding: finding!.id, status: "accepted", seen: 0 };
    const answer = await decider("/api/decide", { method: "POST", body, headers: { origin } });
    expect([answer.status, kind(answer)]).toEqual([403, "forbidden"]);
    expect((await decider("/api/shell", { headers: { origin } })).status).toBe(403);
    expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
  });

  it("a form of another page: no origin, or another type of body", async () => {
    const body = { finding: "x", status: "accepted", seen: 0 };
    const bare = await site.ask("/api/decide", { method: "POST", body });
    expect(bare.status).toBe(403);
    const form = await decider("/api/decide", {
      method: "POST",
      raw: JSON.stringify(body),
      headers: { "content-type": "text/plain" },
    });
    expect([form.status, kind(form)]).toEqual([400, "bad-request"]);
  });

  it("a picture or link of another page that asks for data", async () => {
    for (const from of ["cross-site", "same-site", "none"])
      expect((await decider("/api/shell", { headers: { "sec-fetch-site": from } })).status).toBe(403);
  });

  it.each(["OPTIONS", "PUT", "DELETE", "PATCH", "TRACE"])("%s", async (method) => {
    const answer = await decider("/api/decide", { method, headers: { origin: site.origin } });
    expect([400, 404, 405]).toContain(answer.status);
  });
});

describe("every answer", () => {
  it("lets a browser run nothing but the client's own files, and keep nothing", async () => {
    for (const answer of [
      await decider("/"),
      await decider("/api/shell"),
      await site.ask("/"),
      await decider("/none"),
    ]) {
      const policy = String(answer.headers["content-security-policy"]);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      expect(answer.headers["cache-control"]).toBe("no-store");
      expect(answer.headers["x-content-type-options"]).toBe("nosniff");
      expect(answer.headers["referrer-policy"]).toBe("no-referrer");
      expect(answer.headers["x-frame-options"]).toBe("DENY");
      expect(answer.text).not.toMatch(/<script(?! src=)/);
    }
  });
});

describe("no file but the client's", () => {
  it.each([
    "/../package.json",
    "/..%2f..%2fpackage.json",
    "/%2e%2e/%2e%2e/package.json",
    "/....//package.json",
    "/client.js/../../secret.txt",
    "/secret.txt",
    "/index.html/",
    "/%00",
    "/..\\..\\package.json",
    "//etc/passwd",
    "/client.js%00.html",
    "/api/reader?review=..%2f..&document=..%2f..%2fdecisions.jsonl",
    "/api/reader?review=york-2019&document=..%2fsessions.csv",
    "/api/compare?before=..%2f..&after=latest",
    "/api/terms?code=__proto__",
    "/api/evidence?review=york-2019&code=constructor",
    "/api/finding?id=__proto__",
  ])("%s", async (path) => {
    const answer = await decider(path);
    expect([400, 404]).toContain(answer.status);
    expect(answer.text).not.toMatch(/"name": "triangulum"|root:|no type of the client/);
  });

  it("the client's files are served with their types", async () => {
    const [page, script] = [await decider("/"), await decider("/client.js")];
    expect([page.status, page.headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
    expect([script.status, script.headers["content-type"]]).toEqual([200, "text/javascript; charset=utf-8"]);
  });
});

/** A world in which no time goes by, so that no machine is too slow to be too fast. */
const stopped: Effects = { ...realEffects, now: () => new Date(Date.UTC(2026, 0, 1)) };

describe("what is too much", () => {
  it("a body over the limit is refused before it is read", async () => {
    const big = "x".repeat(3 * 1024 * 1024);
    const answer = await decider("/api/preview", { method: "POST", body: { code: "gangs", terms: [], note: big } });
    expect([answer.status, kind(answer)]).toEqual([413, "too-large"]);
  });

  it("a body that does not say how long it is", async () => {
    const raw = JSON.stringify({ code: "gangs", terms: [], note: "x".repeat(3 * 1024 * 1024) });
    const answer = await decider("/api/preview", {
      method: "POST",
      raw,
      headers: { "transfer-encoding": "chunked" },
    });
    expect(answer.status).toBe(413);
  });

  it.each<[string, string]>([
    ["no JSON", "{"],
    ["another form", "[]"],
    ["an unknown key", '{"finding":"a","status":"accepted","seen":0,"by":"Somebody else"}'],
    ["deep nesting", "[".repeat(100_000)],
  ])("a body of %s is refused in words", async (_name, raw) => {
    const answer = await decider("/api/decide", { method: "POST", raw });
    expect([answer.status, kind(answer)]).toEqual([400, "bad-request"]);
    expect(answer.json<Refusal>().error.wayOut).not.toBe("");
  });

  it.each([
    "/api/search?q=",
    `/api/search?q=${"x".repeat(201)}`,
    "/api/evidence?review=a&code=b&most=501",
    "/api/evidence?review=a&code=b&most=-1",
  ])("%s", async (path) => {
    expect((await decider(path)).status).toBe(400);
  });

  it("knocks without a cookie are slowed down, and those who are in are not", async () => {
    const own = await openSite(FILES, {}, stopped);
    const inside = await own.enter("reader");
    const answers = await Promise.all(Array.from({ length: 100 }, () => own.ask("/enter?token=guess")));
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(20);
    expect((await inside("/api/shell")).status).toBe(200);
    await own.close();
  });

  it("a browser that asks without end is slowed down", async () => {
    const own = await openSite(FILES, {}, stopped);
    const inside = await own.enter("reader");
    const statuses: number[] = [];
    for (let round = 0; round < 10; round++)
      statuses.push(
        ...(await Promise.all(Array.from({ length: 60 }, () => inside("/none")))).map(({ status }) => status),
      );
    expect(statuses).toContain(429);
    await own.close();
  });

  it("a line that is no request, and heads without end, get nothing", async () => {
    const { port } = new URL(site.origin);
    for (const sent of [
      "\u0000\u0001\r\n\r\n",
      `GET / HTTP/1.1\r\nHost: ${site.host}\r\nX: ${"x".repeat(40_000)}\r\n\r\n`,
    ]) {
      const said = await new Promise<string>((done) => {
        let text = "";
        const socket = connect(Number(port), "127.0.0.1", () => socket.write(sent));
        socket.on("data", (piece) => {
          text += piece;
        });
        socket.on("close", () => done(text));
        socket.on("error", () => done(text));
      });
      expect(said).toMatch(/^HTTP\/1\.1 4\d\d /);
    }
    expect((await decider("/api/shell")).status).toBe(200);
  });
});

describe("roles", () => {
  it("readers see all and change nothing", async () => {
    expect((await reader("/api/shell")).json<Shell>()).toMatchObject({ mode: "server", role: "reader", who: "" });
    const { findings } = (await reader("/api/findings")).json<FindingList>();
    for (const [path, body] of [
      ["/api/decide", { finding: findings[0]!.id, status: "accepted", seen: 0 }],
      ["/api/correct", { kind: "wrong", mention: "m" }],
      ["/api/propose", { code: "gangs", terms: ["gang"], note: "" }],
    ] as const) {
      const answer = await reader(path, { method: "POST", body });
      expect([path, answer.status, kind(answer)]).toEqual([path, 403, "forbidden"]);
    }
    const tried = await reader("/api/preview", { method: "POST", body: { code: "gangs", terms: ["lad"], note: "" } });
    expect(tried.status).toBe(200);
  });

  it("deciders decide under their own names, whatever they send", async () => {
    const bo = await site.enter("decider", "Bo");
    expect((await bo("/api/shell")).json<Shell>()).toMatchObject({ role: "decider", who: "Bo" });
    const row = (await bo("/api/findings")).json<FindingList>().findings.at(-1)!;
    const body = { finding: row.id, status: "rejected", note: "Hearsay.", seen: 0 };
    const after = (await bo("/api/decide", { method: "POST", body })).json<FindingDetail>();
    expect(after).toMatchObject({ status: "rejected", decidedBy: "Bo", note: "Hearsay.", seen: 1 });
    expect(after.history.map(({ by, note }) => [by, note])).toEqual([["Bo", "Hearsay."]]);
  });
});

describe("decisions", () => {
  const fresh = async (): Promise<FindingDetail> => {
    const rows = (await decider("/api/findings")).json<FindingList>().findings;
    const row = rows.find(({ status }) => status === "candidate")!;
    return (await decider(`/api/finding?id=${row.id}`)).json<FindingDetail>();
  };
  const decide = (body: object, ask = decider): Promise<Answered> => ask("/api/decide", { method: "POST", body });

  it("of somebody who was slower is refused, and what stands now is shown", async () => {
    const { id, seen } = await fresh();
    const bo = await site.enter("decider", "Bo");
    expect((await decide({ finding: id, status: "accepted", seen }, bo)).status).toBe(200);
    const late = await decide({ finding: id, status: "rejected", note: "No.", seen });
    expect([late.status, kind(late)]).toEqual([409, "stale"]);
    const { error } = late.json<Refusal>();
    expect(error.message).toContain("Bo");
    expect(error.current).toMatchObject({ id, status: "accepted", decidedBy: "Bo", seen: seen + 1 });
    // Having looked, the analyst may decide all the same.
    expect((await decide({ finding: id, status: "rejected", note: "No.", seen: seen + 1 })).status).toBe(200);
  });

  it("on evidence that is not what stands now is refused", async () => {
    const { id, seen } = await fresh();
    expect((await decide({ finding: id, status: "accepted", seen, evidenceHash: "other" })).status).toBe(409);
  });

  it.each<[string, object]>([
    ["rejected without a reason", { status: "rejected" }],
    ["edited without a wording", { status: "edited" }],
    ["merged into itself", { status: "rejected", into: "self" }],
    ["merged into one that is not there", { status: "rejected", into: "nothing" }],
    ["merged and accepted", { status: "accepted", into: "other" }],
  ])("%s is refused in words", async (_name, body) => {
    const { id, seen } = await fresh();
    const into = "into" in body ? { into: body.into === "self" ? id : body.into } : {};
    const answer = await decide({ finding: id, seen, ...body, ...into });
    expect([answer.status, kind(answer)]).toEqual([400, "bad-request"]);
  });

  it("an edited wording stands, and reopening brings the drafted one back, after a restart too", async () => {
    const own = await openSite(FILES);
    let ask = await own.enter("decider", "Alex");
    const { id, statement } = (await ask("/api/findings")).json<FindingList>().findings[0]!;
    const post = (body: object) => ask("/api/decide", { method: "POST", body });
    expect((await post({ finding: id, status: "edited", statement: "In our words.", seen: 0 })).status).toBe(200);
    await own.restart();
    ask = await own.enter("decider", "Alex");
    const now = (await ask(`/api/finding?id=${id}`)).json<FindingDetail>();
    expect(now).toMatchObject({ status: "edited", statement: "In our words.", drafted: statement, decidedBy: "Alex" });
    expect((await post({ finding: id, status: "candidate", seen: 1 })).json()).toMatchObject({
      status: "candidate",
      statement,
    });
    await own.close();
  });
});

describe("corrections", () => {
  it("become rows for agree, precision of a term and a doubt of its code", async () => {
    const evidence = (await decider("/api/evidence?review=york-2019&code=cuckooing")).json<CodeEvidence>();
    const quotes = evidence.sessions.flatMap((session) => session.quotes).filter(({ role }) => role === "participant");
    const [first, second, third] = quotes;
    const correct = (body: object) => decider("/api/correct", { method: "POST", body });
    for (const { mention } of [first!, second!]) await correct({ kind: "wrong", mention, note: "Another thing." });
    expect((await correct({ kind: "right", mention: third!.mention })).status).toBe(200);
    // Looked at again: it stands after all, and then not.
    await correct({ kind: "right", mention: first!.mention });
    const list = (await correct({ kind: "wrong", mention: first!.mention })).json<CorrectionList>();
    expect(list.corrections.map((one) => [one.kind, one.mention, one.by])).toEqual([
      ["wrong", first!.mention, "Alex"],
      ["right", third!.mention, "Alex"],
      ["wrong", second!.mention, "Alex"],
    ]);
    const judged = list.terms.reduce((sum, { right, wrong }) => sum + right + wrong, 0);
    expect(judged).toBe(3);
    const [doubt] = (await decider("/api/shell")).json<Shell>().doubts;
    expect(doubt).toMatchObject({ code: "cuckooing", source: "corrections", rows: 3 });
    expect(doubt!.says).toBe("2 of 3 mentions that analysts looked at are wrong.");
    const sheet = (await decider("/api/corrections.csv")).text;
    expect(sheet).toMatch(/^session,line,sentence,code,trigger,assertion,trend,appraisal,locus,support,document,/);
    expect(sheet).toContain("york-2019/");
  });

  it("of words that are missing keep the words and the sentence", async () => {
    const text = (await decider("/api/reader?review=york-2019&document=housing.txt")).json<{ text: string }>().text;
    const start = text.indexOf("lads from Leeds");
    const body = {
      kind: "missing",
      review: "york-2019",
      document: "housing.txt",
      code: "gangs",
      start,
      end: start + 4,
    };
    const { corrections } = (await decider("/api/correct", { method: "POST", body })).json<CorrectionList>();
    expect(corrections[0]).toMatchObject({
      kind: "missing",
      code: "gangs",
      text: "lads",
      session: "housing",
      gone: false,
    });
    expect(corrections[0]!.quote).toContain("flats taken over by lads");
  });

  it.each<[string, object, number]>([
    ["of no mention of the run", { kind: "wrong", mention: "none" }, 404],
    [
      "of no document",
      { kind: "missing", review: "york-2019", document: "none.txt", code: "gangs", start: 0, end: 4 },
      404,
    ],
    [
      "of no code",
      { kind: "missing", review: "york-2019", document: "housing.txt", code: "none", start: 0, end: 4 },
      404,
    ],
    [
      "over half the text",
      { kind: "missing", review: "york-2019", document: "housing.txt", code: "gangs", start: 0, end: 300 },
      400,
    ],
    [
      "behind the text",
      { kind: "missing", review: "york-2019", document: "housing.txt", code: "gangs", start: 1e6, end: 1e6 + 4 },
      400,
    ],
    [
      "that ends before it begins",
      { kind: "missing", review: "york-2019", document: "housing.txt", code: "gangs", start: 30, end: 20 },
      400,
    ],
  ])("%s are refused", async (_name, body, status) => {
    expect((await decider("/api/correct", { method: "POST", body })).status).toBe(status);
  });
});

describe("what transcripts hold", () => {
  it("of scripts and formulas comes out as data, and every formula in the sheet is defused", async () => {
    const answer = await decider("/api/reader?review=york-2019&document=police.txt");
    expect(answer.headers["content-type"]).toMatch(/^application\/json/);
    expect(answer.text).toContain("</script>");
    const start = answer.json<{ text: string }>().text.indexOf("=HYPERLINK");
    const place = { review: "york-2019", document: "police.txt", code: "gangs", start, end: start + 10 };
    const body = { kind: "missing", ...place, note: "=1+1" };
    expect((await decider("/api/correct", { method: "POST", body })).status).toBe(200);
    const sheet = (await decider("/api/corrections.csv")).text;
    expect(sheet).toContain("'=HYPERLINK");
    expect(sheet).toContain("'=1+1");
    expect(sheet).not.toMatch(/(?:^|,)"?[=+@-][A-Z1]/m);
  });

  it("never stands in a failure that is told", async () => {
    expect(site.failures.join("\n")).not.toMatch(/cuckooing|script|HYPERLINK/);
  });
});

describe("a run from which something was forgotten while it is shown", () => {
  it("is read again before anything is shown of it", async () => {
    const own = await openSite(FILES);
    const ask = await own.enter("reader");
    const document = "/api/reader?review=york-2019&document=housing.txt";
    expect((await ask(document)).text).toContain("flats taken over by lads");
    const run = (await ask("/api/shell")).json<Shell>().run;
    const definition = await loadDefinition(PIPELINE);
    await forget(
      own.place.out,
      { review: "york-2019", document: "housing.txt" },
      definition,
      { dry: false },
      realEffects,
    );
    expect((await ask(document)).status).toBe(404);
    expect((await ask("/api/search?q=lads")).text).not.toContain("lads from");
    expect((await ask("/api/shell")).json<Shell>().run).toBe(run);
    await own.close();
  });
});

describe("another run that is published while the pages are open", () => {
  it("is told by name with every answer, and shown to whoever loads the page", async () => {
    const own = await openSite(FILES);
    const ask = await own.enter("reader");
    const { run } = (await ask("/api/shell")).json<Shell>();
    await own.place.write({ "hull-2020/police.txt": "Inspector: There are gangs from Leeds everywhere now.\n" });
    await nextRun({
      pipeline: await loadPipeline(PIPELINE, { archive: own.place.archive, out: own.place.out, workers: 0 }),
    });
    const before = await ask("/api/overview");
    expect(before.headers["triangulum-run"]).toBe(run);
    const shell = await ask("/api/shell");
    expect(shell.json<Shell>().run).not.toBe(run);
    expect((await ask("/api/overview")).headers["triangulum-run"]).toBe(shell.json<Shell>().run);
    await own.close();
  });
});

describe("the lexicon tried out", () => {
  it("keeps nobody waiting but who asked for it", async () => {
    const own = await openSite(FILES);
    const ask = await own.enter("reader");
    const order: string[] = [];
    const note = (what: string) => () => void order.push(what);
    const body = { code: "gangs", terms: ["lad"], note: "" };
    // The first preview has the whole run to read; what is asked after it is answered before it.
    const previews = [0, 1].map(() => ask("/api/preview", { method: "POST", body }).then(note("preview")));
    for (let n = 0; n < 5; n++) await ask("/api/overview").then(note("overview"));
    await Promise.all(previews);
    expect(order).toEqual([...Array(5).fill("overview"), "preview", "preview"]);
    await own.close();
  });

  it("is refused to who asks for too much of it at once", async () => {
    const own = await openSite(FILES);
    const ask = await own.enter("reader");
    const body = { code: "gangs", terms: ["lad"], note: "" };
    const answers = await Promise.all(Array.from({ length: 30 }, () => ask("/api/preview", { method: "POST", body })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]));
    await own.close();
  });

  it("says how much of what analysts judged it answers", async () => {
    const own = await openSite(FILES);
    const ask = await own.enter("decider", "Alex");
    const [session] = (await ask("/api/evidence?review=hull-2020&code=gangs")).json<CodeEvidence>().sessions;
    await ask("/api/correct", { method: "POST", body: { kind: "wrong", mention: session!.quotes[0]!.mention } });
    const answer = await ask("/api/preview", { method: "POST", body: { code: "gangs", terms: ["lad"], note: "" } });
    expect(answer.json<Preview>().judged).toEqual([{ kind: "wrong", of: 1, now: 1 }]);
    expect(
      (await ask("/api/evidence?review=hull-2020&code=gangs")).json<CodeEvidence>().sessions[0]!.quotes[0],
    ).toMatchObject({ judged: "wrong" });
    await own.close();
  });

  const tried = async (terms: unknown[]): Promise<Preview> =>
    (await decider("/api/preview", { method: "POST", body: { code: "gangs", terms, note: "" } })).json<Preview>();

  it("says what a term gains and loses, by review", async () => {
    const { terms } = (await decider("/api/terms?code=gangs")).json<{ terms: string[] }>();
    expect(terms).toEqual(["gang"]);
    const told = await tried(["lad"]);
    expect(told.gained.map(({ quote, at }) => quote.slice(...at))).toEqual(["lads"]);
    expect(told.lost.length).toBeGreaterThan(0);
    expect(told.after).toBe(told.before + told.gained.length - told.lost.length);
    expect(new Set(told.reviews.map(({ review }) => review))).toEqual(new Set(["york-2019", "hull-2020"]));
  });

  it("says which terms cannot be read, and tries the others", async () => {
    const told = await tried(["gang", "(lad", "@nothing"]);
    expect(told.problems).toHaveLength(2);
    expect([told.gained, told.lost]).toEqual([[], []]);
  });

  it("is saved as an overlay, which a lexicon takes", async () => {
    const body = { code: "gangs", terms: ["lad", { term: "crew", with: ["estate"] }], note: "Heard in York." };
    const { path, yaml } = (await decider("/api/propose", { method: "POST", body })).json<{
      path: string;
      yaml: string;
    }>();
    expect(yaml).toContain("drop:");
    const { loadLexicon } = await import("../../src/lexicon/index.js");
    const laid = loadLexicon(join(import.meta.dirname, "../run/lexicon"), [join(site.place.out, path)]);
    expect(laid.concepts.find(({ id }) => id === "gangs")?.terms).toEqual(["lad", { term: "crew", with: ["estate"] }]);
    expect(await readFile(join(site.place.out, path, "lexicon.yaml"), "utf8")).toContain("Heard in York.");
  });
});
