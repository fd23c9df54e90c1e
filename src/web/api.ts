import { type Context, Hono } from "hono";
import { PageRefusal, type Pages } from "../run/index.js";
import type { Known } from "./app.js";
import { NO_SUCH_PAGE, READERS_DO_NOT_DECIDE } from "./refusals.js";

/** Quotes that are shown where the page does not say, and most that it may ask for. */
const [QUOTES, MOST_QUOTES] = [20, 500];
/** Longest question of a search. */
const LONGEST = 200;

/** The requests of `model/pages`. Whoever gets here was let in; whether they may decide is asked here. */
export function api(pages: Pages): Hono<Known> {
  const app = new Hono<Known>();

  app.use(async (context, next) => {
    await pages.recall();
    await next();
    // A page that shows another run than this one says so.
    context.header("Triangulum-Run", pages.run());
  });

  app.get("/shell", async (context) => {
    await pages.refresh();
    return context.json(await pages.shell(context.get("viewer")));
  });
  app.get("/overview", async (context) => context.json((await pages.views()).overview()));
  app.get("/matrix", async (context) =>
    context.json(held((await pages.views()).matrix(context.req.query("review")), "review of that id")),
  );
  app.get("/evidence", async (context) => {
    const options = { most: number(context, "most", QUOTES, MOST_QUOTES), session: context.req.query("session") };
    const found = (await pages.views()).evidence(given(context, "review"), given(context, "code"), options);
    return context.json(held(found, "review and code of that name"));
  });
  app.get("/transcripts", async (context) => context.json((await pages.views()).transcripts()));
  app.get("/reader", async (context) => {
    const found = (await pages.views()).reader(given(context, "review"), given(context, "document"));
    return context.json(held(found, "transcript of that name"));
  });
  app.get("/findings", async (context) => context.json((await pages.views()).findings()));
  app.get("/finding", async (context) => {
    const most = number(context, "most", QUOTES, MOST_QUOTES);
    return context.json(held((await pages.views()).finding(given(context, "id"), most), "finding of that id"));
  });
  app.get("/maps", async (context) =>
    context.json(held((await pages.views()).maps(context.req.query("review")), "review of that id")),
  );
  app.get("/search", async (context) => {
    const q = given(context, "q");
    if (q.length > LONGEST)
      throw new PageRefusal("bad-request", `A search has at most ${LONGEST} characters.`, "Look for fewer words.");
    const offset = number(context, "offset", 0, Number.MAX_SAFE_INTEGER);
    const { review, code } = context.req.query();
    return context.json((await pages.views()).search({ q, offset, review, code }));
  });
  app.get("/trend", async (context) => context.json(await pages.trend(given(context, "code"))));
  app.get("/compare", async (context) =>
    context.json(await pages.compare(given(context, "before"), given(context, "after"))),
  );
  app.get("/corrections", async (context) => context.json(await pages.corrections()));
  app.get("/corrections.csv", async (context) =>
    context.body(await pages.correctionsCsv(), 200, {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="corrections.csv"',
    }),
  );
  app.get("/terms", async (context) => context.json(pages.lexicon().terms(given(context, "code"))));

  app.post("/decide", async (context) => context.json(await pages.decide(await body(context), decider(context))));
  app.post("/correct", async (context) => context.json(await pages.correct(await body(context), decider(context))));
  // Trying a term out changes nothing: readers may.
  app.post("/preview", async (context) => context.json(await pages.lexicon().preview(await body(context))));
  app.post("/propose", async (context) => context.json(await pages.propose(await body(context), decider(context))));
  app.all("*", () => {
    throw NO_SUCH_PAGE;
  });
  return app;
}

function held<T>(found: T | undefined, what: string): T {
  if (found !== undefined) return found;
  throw new PageRefusal("not-found", `The run holds no ${what}.`, "Load the page again: another run may be shown now.");
}

function given(context: Context<Known>, name: string): string {
  const value = context.req.query(name);
  if (value !== undefined && value !== "") return value;
  throw new PageRefusal("bad-request", `The request does not say which ${name}.`, "Load the page again.");
}

function number(context: Context<Known>, name: string, otherwise: number, most: number): number {
  const text = context.req.query(name);
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 0 && value <= most) return value;
  throw new PageRefusal("bad-request", `${name} must be a whole number up to ${most}.`, "Load the page again.");
}

/** Name of the analyst who asks; a reader is refused. */
function decider(context: Context<Known>): string {
  const { role, who } = context.get("viewer");
  if (role !== "decider") throw READERS_DO_NOT_DECIDE;
  return who;
}

async function body(context: Context<Known>): Promise<unknown> {
  const type = context.req.header("content-type") ?? "";
  const unreadable = new PageRefusal("bad-request", "What was sent is no JSON.", "Load the page again.");
  if (!/^application\/json\b/.test(type)) throw unreadable;
  try {
    return await context.req.json();
  } catch (error) {
    if (error instanceof SyntaxError) throw unreadable;
    throw error;
  }
}
