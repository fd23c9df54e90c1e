import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadDefinition } from "../../src/run/index.js";
import { type ServeOptions, servePages } from "../../src/web/index.js";
import { FILES, PIPELINE } from "../run/example-archive.js";
import { asked, openSite } from "./served.js";

describe("who may be served", () => {
  let out: string;
  beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), "triangulum-network-"));
  });
  afterAll(() => rm(out, { recursive: true, force: true }));

  const refused: [string, Partial<ServeOptions>, RegExp][] = [
    ["another address in the clear", { host: "192.0.2.1" }, /others on the network could read/],
    ["every address in the clear", { host: "0.0.0.0" }, /others on the network could read/],
    ["every address of version 6 in the clear", { host: "::" }, /others on the network could read/],
    ["a name in the clear", { host: "example.org" }, /others on the network could read/],
    ["a name that begins like this machine", { host: "127.0.0.1.example.org" }, /others on the network could read/],
    ["a certificate without its key", { host: "192.0.2.1", tlsCert: "cert.pem" }, /both --tls-cert and --tls-key/],
    ["a certificate that is not there", { tlsCert: "/none/cert.pem", tlsKey: "/none/key.pem" }, /cannot be read/],
    ["a proxy without an address", { behindProxy: true }, /--address https/],
    ["a proxy without TLS", { behindProxy: true, address: "http://pages.example.org" }, /--address https/],
    ["an address with a path", { address: "http://127.0.0.1/pages" }, /--address/],
    ["an address that does not fit", { address: "https://pages.example.org" }, /does not fit/],
  ];
  it.each(refused)("%s is refused before anything is read", async (_name, options, message) => {
    const definition = await loadDefinition(PIPELINE);
    const serving = servePages({ out, run: "latest", definition, names: ["A"], port: 0, ...options }, () => {});
    await expect(serving).rejects.toThrow(message);
  });

  it("behind a proxy the proxy's name is the only one", async () => {
    const site = await openSite(FILES, { behindProxy: true, address: "https://pages.example.org" });
    const { url } = site.entrances[0]!;
    expect(url).toMatch(/^https:\/\/pages\.example\.org\/enter\?token=/);
    const path = new URL(url).pathname + new URL(url).search;
    const entered = await asked(site.listening, path, { headers: { host: "pages.example.org" } });
    expect([entered.status, String(entered.headers["set-cookie"])]).toEqual([200, expect.stringContaining("; Secure")]);
    expect(entered.headers["strict-transport-security"]).toBeDefined();
    expect((await asked(site.listening, path)).status).toBe(403);
    await site.close();
  });
});
