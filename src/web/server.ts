import { readFile } from "node:fs/promises";
import { createServer as createPlain } from "node:http";
import { createServer as createSecure } from "node:https";
import { isIP } from "node:net";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { Stop } from "../model/index.js";
import { openPages, type Viewer } from "../run/index.js";
import { type Effects, realEffects } from "../store/index.js";
import { makeApp } from "./app.js";
import { readAssets } from "./assets.js";
import { openDoor } from "./doorkeeper.js";

/** The client as it was built beside this file. */
const CLIENT = fileURLToPath(new URL("./client", import.meta.url));

/** Where the pages are served, and to whom. */
export interface ServeOptions extends Omit<Parameters<typeof openPages>[0], never> {
  /** Address to listen at; default 127.0.0.1. */
  readonly host?: string;
  /** 0 takes any that is free; default 4747. */
  readonly port?: number;
  /** Files of a certificate and its key: the pages are then served over TLS. */
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  /** TLS ends before this server, in a reverse proxy that alone can reach it. Needs `address`. */
  readonly behindProxy?: boolean;
  /** Address that browsers use, where it is not host and port: `https://name` or `https://name:port`. */
  readonly address?: string;
  /** Names of those who may decide. */
  readonly names: readonly string[];
  /** Folder of the built client. */
  readonly client?: string;
}

/** A server that is up. */
export interface Served {
  /** Addresses that let a browser in, each good for as long as the server runs. */
  readonly entrances: readonly { readonly viewer: Viewer; readonly url: string }[];
  /** Where it listens: what a proxy is pointed at. */
  readonly listening: string;
  /** Id of the run that is shown. */
  readonly run: string;
  /** Ends it: no new request is taken, those under way are answered. */
  close(): Promise<void>;
}

/** Milliseconds for the head of a request, and for all of it: nobody keeps a door open by talking slowly. */
const [HEAD_TIME, WHOLE_TIME] = [10_000, 30_000];
const CONNECTIONS = 200;

/**
 * Serves the analyst's pages over a saved run. Nobody gets in without one of the addresses that are returned.
 *
 * @param failed told where in the program something went wrong.
 * @throws Stop when the run, the client or the certificate cannot be read, the port is taken, or the pages would leave this machine unprotected.
 */
export async function servePages(
  options: ServeOptions,
  failed: (where: string) => void,
  effects: Effects = realEffects,
): Promise<Served> {
  const { host = "127.0.0.1", port = 4747, tlsCert, tlsKey, behindProxy = false, address, names } = options;
  if ((tlsCert === undefined) !== (tlsKey === undefined))
    throw new Stop("A certificate goes with its key: give both --tls-cert and --tls-key.");
  const tls =
    tlsCert !== undefined && tlsKey !== undefined ? { cert: await file(tlsCert), key: await file(tlsKey) } : undefined;
  const own = address === undefined ? undefined : originOf(address);
  refuseBareNetwork(host, tls !== undefined, behindProxy, own);

  const assets = await readAssets(options.client ?? CLIENT);
  const pages = await openPages(options, effects);
  const clock = (): number => effects.now().getTime();
  const door = openDoor(names, clock);

  const origins = new Set<string>();
  let handle: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 });
  const limits = { headersTimeout: HEAD_TIME, requestTimeout: WHOLE_TIME, maxHeaderSize: 16 * 1024 };
  const server = await new Promise<ReturnType<typeof serve>>((done, fail) => {
    const made = serve({
      fetch: (request) => handle(request),
      ...{ hostname: host, port },
      ...(tls
        ? { createServer: createSecure, serverOptions: { ...limits, ...tls } }
        : { createServer: createPlain, serverOptions: limits }),
    });
    made.once("listening", () => done(made));
    made.once("error", (error: NodeJS.ErrnoException) =>
      fail(
        new Stop(
          error.code === "EADDRINUSE"
            ? `Port ${port} is taken: the pages may be open already. Give another with --port, or 0 for any that is free.`
            : `Nothing can be served at ${host} port ${port} (${error.code ?? error.message}).`,
        ),
      ),
    );
  });
  if ("maxConnections" in server) server.maxConnections = CONNECTIONS;
  const bound = server.address();
  const at = typeof bound === "object" && bound !== null ? bound.port : port;
  const scheme = tls ? "https" : "http";
  const listening = `${scheme}://${host.includes(":") ? `[${host}]` : host}:${at}`;
  const listed = own ?? listening;
  origins.add(new URL(listed).origin);
  if (isLoopback(host) && own === undefined)
    for (const name of ["127.0.0.1", "localhost", "[::1]"]) origins.add(new URL(`${scheme}://${name}:${at}`).origin);
  const app = makeApp({ pages, assets, door, origins, cookie: `triangulum-${at}`, clock, failed });
  handle = (request) => app.fetch(request);

  return {
    entrances: door.tokens.map(({ token, viewer }) => ({
      viewer,
      url: `${new URL(listed).origin}/enter?token=${token}`,
    })),
    listening,
    run: pages.run(),
    close: () =>
      new Promise((done, fail) => {
        pages.close();
        server.close((error) => (error ? fail(error) : done()));
        if ("closeIdleConnections" in server) server.closeIdleConnections();
      }),
  };
}

/** Whether an address is this machine's own and no other's. */
export function isLoopback(host: string): boolean {
  if (host === "localhost" || host === "::1") return true;
  return isIP(host) === 4 && host.startsWith("127.");
}

/** Transcripts of children's lives do not go over a network in the clear, and not because somebody forgot a flag. */
function refuseBareNetwork(host: string, tls: boolean, behindProxy: boolean, own: string | undefined): void {
  if (behindProxy) {
    if (tls) throw new Stop("Either this server ends TLS (--tls-cert, --tls-key) or a proxy does (--behind-proxy).");
    if (own === undefined || !own.startsWith("https:"))
      throw new Stop("Behind a proxy say under which address browsers reach it: --address https://NAME");
    return;
  }
  if (own !== undefined && own.startsWith("https:") !== tls)
    throw new Stop(`--address ${own} does not fit: these pages are served over ${tls ? "https" : "http"}.`);
  if (isLoopback(host)) return;
  if (!tls)
    throw new Stop(
      `At ${host} others on the network could read the transcripts. Give --tls-cert and --tls-key, or --behind-proxy where a proxy ends TLS; or leave --host out.`,
    );
  if (isIP(host) !== 0 && /^(0\.0\.0\.0|::)$/.test(host) && own === undefined)
    throw new Stop("Listening at every address, say which one browsers use: --address https://NAME:PORT");
}

function originOf(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.pathname !== "/" || url.search !== "")
    throw new Stop(`--address ${address}: expected https://NAME or https://NAME:PORT, and nothing behind it.`);
  return url.origin;
}

async function file(path: string): Promise<Buffer> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Stop(`${path} cannot be read (${error.code}). Give a certificate or key as a PEM file.`);
  });
}
