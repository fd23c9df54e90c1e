import { mkdir, writeFile } from "node:fs/promises";
import { request as plain } from "node:http";
import { dirname, join } from "node:path";
import { loadDefinition, loadPipeline, run } from "../../src/run/index.js";
import { type Effects, realEffects } from "../../src/store/index.js";
import { type ServeOptions, servePages } from "../../src/web/index.js";
import { makePlace, PIPELINE, type Place } from "../run/example-archive.js";

/** What a server answered. */
export interface Answered {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  text: string;
  json: <T = unknown>() => T;
}

/** What is asked of a server; every head can be set, those too that a browser would not let a page set. */
export interface Asking {
  method?: string;
  headers?: Readonly<Record<string, string>>;
  body?: unknown;
  /** Sent as it is, in place of `body`. */
  raw?: string;
}

/** A run of a small archive with the pages over it. */
export interface Site {
  place: Place;
  origin: string;
  host: string;
  /** Where it listens, whatever its address is. */
  listening: string;
  /** What the server said of its own failures. */
  failures: string[];
  ask(path: string, asking?: Asking): Promise<Answered>;
  /** Comes in by an address, and gives what asks as that viewer's browser would. */
  enter(role: "decider" | "reader", name?: string): Promise<(path: string, asking?: Asking) => Promise<Answered>>;
  entrances: { role: string; who: string; url: string }[];
  /** Ends the server and starts it again over the same output. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** A page that stands for the client, which tests of the server do not need. */
const CLIENT = '<!doctype html><html lang="en"><title>Client</title><script src="client.js" defer></script></html>';

export async function openSite(
  files: Readonly<Record<string, string | Uint8Array>> | undefined,
  options: Partial<ServeOptions> = {},
  effects: Effects = realEffects,
): Promise<Site> {
  const place = await makePlace(files);
  const definition = await loadDefinition(PIPELINE);
  await run({ pipeline: await loadPipeline(PIPELINE, { archive: place.archive, out: place.out, workers: 0 }) });
  const client = join(dirname(place.out), "client");
  await mkdir(client);
  await writeFile(join(client, "index.html"), CLIENT);
  await writeFile(join(client, "client.js"), "'use strict';\n");
  await writeFile(join(client, "secret.txt"), "no type of the client's\n");

  const site = { place, failures: [] as string[] } as Site;
  let served: Awaited<ReturnType<typeof servePages>>;
  const start = async (): Promise<void> => {
    served = await servePages(
      { ...{ out: place.out, run: "latest", definition, client, names: ["Alex", "Bo"], port: 0 }, ...options },
      (where) => void site.failures.push(where),
      effects,
    );
    site.entrances = served.entrances.map(({ viewer, url }) => ({ ...viewer, url }));
    site.origin = new URL(site.entrances[0]!.url).origin;
    site.host = new URL(site.origin).host;
    site.listening = served.listening;
  };
  site.ask = (path, asking) => asked(site.origin, path, asking);
  site.enter = async (role, name) => {
    const door = site.entrances.find((one) => one.role === role && (name === undefined || one.who === name))!;
    const { headers } = await site.ask(new URL(door.url).pathname + new URL(door.url).search);
    const cookie = String(headers["set-cookie"]).split(";")[0]!;
    return (path, asking = {}) =>
      site.ask(path, { ...asking, headers: { cookie, ...fromPage(site.origin, asking), ...asking.headers } });
  };
  site.restart = async () => {
    await served.close();
    await start();
  };
  site.close = async () => {
    await served.close();
    await place.remove();
  };
  await start();
  return site;
}

/** The heads that a browser adds to what a page of the server's own asks. */
function fromPage(origin: string, { method = "GET" }: Asking): Record<string, string> {
  return { "sec-fetch-site": "same-origin", ...(method === "GET" ? {} : { origin }) };
}

export function asked(
  origin: string,
  path: string,
  { method = "GET", headers = {}, body, raw }: Asking = {},
): Promise<Answered> {
  const { hostname, port } = new URL(origin);
  const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  return new Promise((done, fail) => {
    const request = plain(
      {
        ...{ hostname, port, path, method, agent: false },
        headers: { ...(content !== undefined && { "content-type": "application/json" }), ...headers },
      },
      (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (piece: string) => {
          text += piece;
        });
        response.on("end", () =>
          done({ status: response.statusCode ?? 0, headers: response.headers, text, json: () => JSON.parse(text) }),
        );
      },
    );
    request.once("error", fail);
    request.end(content);
  });
}
