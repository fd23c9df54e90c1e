import { createHash } from "node:crypto";
import { counted } from "../labels.js";
import { reviewsInOrder } from "../order.js";
import type { Reporter, RunReport } from "../run-report.js";
import { type PageViews, pageViews } from "../views/index.js";
import { alwaysBlocks, type Block, block, quoteBlocks } from "./blocks.js";
import { Html, html } from "./html.js";
import { packed } from "./pack.js";

/** Largest page in bytes: under 25 MB with room to spare for what mail and browsers add. */
const LARGEST = 24_000_000;
/** Largest page whose data stand in it as they are, to be read with any tool; what is larger opens sooner packed. */
const PLAIN = 8_000_000;
/** Numbers of quotes tried in turn, below the one asked for, until the page is small enough. */
const FEWER = [50, 20, 10, 5, 3, 2, 1];

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Bytes of a block in the page, with its tag. */
function bytesOf({ request, json }: Block): number {
  return Buffer.byteLength(json) + Buffer.byteLength(request) + 80;
}

/** What a page holds of a run. */
interface Plan {
  readonly blocks: readonly Block[];
  /** Most quotes a cell; 0 where quotes and details are left out. */
  readonly most: number;
  /** Says what is left out; empty where nothing is. */
  readonly notice: string;
}

/** What is left out of a page that could not hold it: the quotes of every cell first, whole transcripts before that. */
function* moreBlocks(run: RunReport, views: PageViews): Iterable<Block> {
  const reviews = reviewsInOrder(run);
  for (const { meta } of reviews) yield block("/api/maps", { review: meta.id }, views.maps(meta.id));
  for (const { meta, texts } of reviews)
    for (const { document } of [...texts].sort((a, b) => (a.document < b.document ? -1 : 1)))
      yield block("/api/reader", { review: meta.id, document }, views.reader(meta.id, document));
}

function* allQuotes(run: RunReport, views: PageViews, most: number): Iterable<Block> {
  const codes = run.concepts.map(({ id }) => id);
  if (most > 0) for (const { meta } of reviewsInOrder(run)) yield* quoteBlocks(views, meta.id, codes, most);
}

/** Blocks with their bytes; undefined once they are more than there is room for. */
function fitting(blocks: Iterable<Block>, room: number): { blocks: Block[]; bytes: number } | undefined {
  const taken: Block[] = [];
  let bytes = 0;
  for (const one of blocks) {
    bytes += bytesOf(one);
    if (bytes > room) return undefined;
    taken.push(one);
  }
  return { blocks: taken, bytes };
}

/** All of a run, as it is; undefined where that is more than there is room for. */
function wholePlan(run: RunReport, views: PageViews, room: number): Plan | undefined {
  const all = function* (): Iterable<Block> {
    yield* alwaysBlocks(views);
    yield* allQuotes(run, views, run.quotes);
    yield* moreBlocks(run, views);
  };
  const held = fitting(all(), room);
  return held && { blocks: held.blocks, most: run.quotes, notice: "" };
}

/** Everything packed: as many quotes a cell as fit, and then as many transcripts as there is room for. */
function packedPlan(run: RunReport, views: PageViews, room: number): Plan {
  const always = fitting(packed(alwaysBlocks(views)), Number.POSITIVE_INFINITY)!;
  let left = room - always.bytes;
  const tried = [run.quotes, ...FEWER.filter((most) => most < run.quotes)];
  let most = 0;
  const blocks = [...always.blocks];
  for (const each of tried) {
    const quotes = fitting(packed(allQuotes(run, views, each)), left);
    if (quotes === undefined) continue;
    [most, left] = [each, left - quotes.bytes];
    blocks.push(...quotes.blocks);
    break;
  }
  let [transcripts, kept] = [0, 0];
  for (const one of packed(moreBlocks(run, views))) {
    const isTranscript = one.request.startsWith("/api/reader?");
    if (isTranscript) transcripts++;
    if (bytesOf(one) > left) continue;
    left -= bytesOf(one);
    blocks.push(one);
    if (isTranscript) kept++;
  }
  const said = [
    ...(most === 0 && run.reviews.length > 0 ? ["it shows no quotes; mentions.csv holds them all"] : []),
    ...(most > 0 && most < run.quotes
      ? [
          `it shows at most ${counted(most, "quote")} a cell, where ${run.quotes} were asked for; mentions.csv holds them all`,
        ]
      : []),
    ...(kept < transcripts
      ? [
          `${transcripts - kept} of ${counted(transcripts, "transcript")} ${transcripts - kept === 1 ? "is" : "are"} left out; triangulum serve shows ${transcripts - kept === 1 ? "it" : "them"}`,
        ]
      : []),
  ];
  return { blocks, most, notice: said.length === 0 ? "" : `To keep this file small, ${said.join(", and ")}.` };
}

/** A script that ends a block early would run what follows as markup: none of ours does, and none can. */
function script(text: string): Html {
  return new Html(text.replace(/<\/(?=script)/gi, "<\\/"));
}

/**
 * The page in chunks: the client with its data, each view a block that the client reads when it is asked for. Past `plain` bytes the blocks are
 * packed. It holds at most `run.quotes` quotes a cell, and fewer where it would grow past `largest` bytes all the same; then whole transcripts
 * are left out. It says so.
 */
export function* renderPage(run: RunReport, largest = LARGEST, plain = Math.min(PLAIN, largest)): Iterable<string> {
  const views = pageViews(run);
  const code = script(run.client.script);
  const policy = [
    "default-src 'none'",
    `style-src ${hash(run.client.style)}`,
    `script-src ${hash(code.text)}`,
    "img-src data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  // Room for the head, and for the shell, whose notice is not known yet.
  const shell = bytesOf(block("/api/shell", {}, views.shell({ quotes: run.quotes, notice: "" })));
  const head = Buffer.byteLength(run.client.style) + Buffer.byteLength(code.text) + shell + 3000;
  const plan = wholePlan(run, views, plain - head) ?? packedPlan(run, views, largest - head);
  yield html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">
<title>Triangulum</title><link rel="icon" href="data:,"><style>${new Html(run.client.style)}</style></head>
<body><div id="app"><p class="state state-loading" role="status">Reading the run…</p></div>
<noscript><p class="state">This page needs JavaScript. The same results stand in the CSV files and workbooks beside it.</p></noscript>
`.text;
  const told = block("/api/shell", {}, views.shell({ quotes: plan.most, notice: plan.notice }));
  for (const { request, json, packed: isPacked } of [told, ...plan.blocks])
    yield html`<script type="${isPacked ? "application/gzip" : "application/json"}" data-request="${request}">${new Html(json)}</script>
`.text;
  yield html`<script>${code}</script></body></html>
`.text;
}

/** report.html: the whole run on one page that needs nothing else. */
export const page: Reporter = function* (run) {
  yield { path: "report.html", chunks: renderPage(run) };
};
