import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { FILES } from "../run/example-archive.js";
import { openSite } from "./served.js";

/** A field of a certificate (X.690): its kind, its length, and what it holds. */
function field(kind: number, ...holds: readonly Buffer[]): Buffer {
  const content = Buffer.concat(holds);
  const length =
    content.length < 128
      ? [content.length]
      : content.length < 256
        ? [0x81, content.length]
        : [0x82, content.length >> 8, content.length & 255];
  return Buffer.concat([Buffer.from([kind, ...length]), content]);
}

/** A certificate that signs itself, for one name, made for this test and gone with it (RFC 5280). */
function selfSigned(name: string): { cert: string; key: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const [sequence, set, oid, text, time, bits] = [0x30, 0x31, 0x06, 0x0c, 0x17, 0x03] as const;
  const algorithm = field(sequence, field(oid, Buffer.from("2a8648ce3d040302", "hex")));
  const called = field(
    sequence,
    field(set, field(sequence, field(oid, Buffer.from("550403", "hex")), field(text, Buffer.from(name)))),
  );
  const valid = field(sequence, field(time, Buffer.from("200101000000Z")), field(time, Buffer.from("491231235959Z")));
  const body = field(
    sequence,
    ...[
      field(0x02, createHash("sha256").update(name).digest().subarray(0, 1).fill(1)),
      algorithm,
      called,
      valid,
      called,
    ],
    publicKey.export({ type: "spki", format: "der" }),
  );
  const signature = field(bits, Buffer.from([0]), sign("sha256", body, privateKey));
  const pem = field(sequence, body, algorithm, signature).toString("base64").replace(/.{64}/g, "$&\n");
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${pem}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: "pkcs8", format: "pem" }) as string,
  };
}

it("over TLS every network address may be served, with a cookie that never travels in the clear", async () => {
  const folder = await mkdtemp(join(tmpdir(), "triangulum-tls-"));
  const { cert, key } = selfSigned("pages.example.org");
  const [tlsCert, tlsKey] = [join(folder, "cert.pem"), join(folder, "key.pem")];
  await writeFile(tlsCert, cert);
  await writeFile(tlsKey, key);
  const site = await openSite(FILES, { host: "0.0.0.0", address: "https://pages.example.org", tlsCert, tlsKey });
  const { url } = site.entrances[0]!;
  expect(url).toMatch(/^https:\/\/pages\.example\.org\/enter\?token=/);
  const ask = (path: string, host: string): Promise<{ status?: number; heads: Record<string, unknown> }> =>
    new Promise((done, fail) => {
      const { port } = new URL(site.listening);
      request(
        { hostname: "127.0.0.1", port, path, ca: cert, servername: "pages.example.org", headers: { host } },
        (answer) => {
          answer.resume();
          answer.on("end", () => done({ status: answer.statusCode, heads: answer.headers }));
        },
      )
        .once("error", fail)
        .end();
    });
  const path = new URL(url).pathname + new URL(url).search;
  const entered = await ask(path, "pages.example.org");
  expect(entered.status).toBe(200);
  expect(String(entered.heads["set-cookie"])).toMatch(/; HttpOnly; Secure; SameSite=Strict/);
  expect(entered.heads["strict-transport-security"]).toBe("max-age=31536000");
  expect((await ask(path, "127.0.0.1")).status).toBe(403);
  await site.close();
  await rm(folder, { recursive: true, force: true });
});
