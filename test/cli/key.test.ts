import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateIdentity, identityToRecipient } from "age-encryption";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { makePlace, PIPELINE, type Place } from "../run/example-archive.js";
import { callProgram, type Said } from "./call-program.js";

let place: Place;
let desk: string;
let identity: string;

const call = (...args: string[]): Promise<Said> => callProgram(args);
const exported = (...args: string[]) =>
  call("key", "export", "--pipeline", PIPELINE, "--out", place.out, "--archive", place.archive, ...args);
const entriesOf = (lines: string): Record<string, string[]> =>
  Object.fromEntries(
    lines
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { review: string; placeholder: string; texts: string[] })
      .map(({ review, placeholder, texts }) => [`${review} ${placeholder}`, texts]),
  );

beforeAll(async () => {
  place = await makePlace();
  desk = await mkdtemp(join(tmpdir(), "triangulum-keys-"));
  identity = await generateIdentity();
  await writeFile(join(desk, "identity.txt"), `# made for a test\n${identity}\n`);
  await writeFile(join(desk, "passphrase.txt"), "four words of a sentence\n");
  await call("run", "--pipeline", PIPELINE, "--out", place.out, "--archive", place.archive, "--workers", "0");
}, 120_000);
afterAll(async () => {
  await place.remove();
  await rm(desk, { recursive: true, force: true });
});

describe("the key of a run", () => {
  it("says what each placeholder of the run stands for, to whoever has the secret key", async () => {
    const to = join(desk, "york.age");
    const { out, err } = await exported("--to", to, "--recipient", await identityToRecipient(identity));
    expect(out).toMatch(/^Wrote 3 placeholders of run \S+ to \S+york\.age, encrypted\n$/);
    expect(err).toBe("");
    const bytes = await readFile(to, "latin1");
    expect(bytes).toMatch(/^age-encryption\.org\/v1/);
    for (const secret of ["Jane", "Smith", "900123", "PERSON"]) expect(bytes).not.toContain(secret);
    expect((await stat(to)).mode & 0o777).toBe(0o600);
    const opened = await call("key", "open", to, "--identity", join(desk, "identity.txt"));
    const mentions = await readFile(join(place.out, "latest/mentions.csv"), "utf8");
    const jane = /(\[PERSON-\d{3}\]),participant[^\n]*cuckooing/.exec(mentions)?.[1];
    expect(entriesOf(opened.out)).toMatchObject({
      [`york-2019 ${jane}`]: ["Jane Smith"],
      "york-2019 [PHONE-001]": ["07700 900123"],
    });
  });

  it("is opened by its passphrase and by no other", async () => {
    const to = join(desk, "passphrase.age");
    await exported("--to", to, "--passphrase-file", join(desk, "passphrase.txt"));
    const opened = await call("key", "open", to, "--passphrase-file", join(desk, "passphrase.txt"));
    expect(Object.values(entriesOf(opened.out)).flat().sort()).toEqual(["07700 900123", "Jane Smith", "Tom Brown"]);
    await writeFile(join(desk, "other.txt"), "quite another sentence\n");
    await expect(call("key", "open", to, "--passphrase-file", join(desk, "other.txt"))).rejects.toThrow(
      /cannot be opened/,
    );
  });

  it("leaves out a document that has changed since, and says so", async () => {
    const raw = await readFile(join(place.archive, "york-2019/housing.txt"), "utf8");
    await place.write({ "york-2019/housing.txt": raw.replace("07700 900123", "07700 900999") });
    const { out, err } = await exported(
      "--to",
      join(desk, "late.age"),
      "--recipient",
      await identityToRecipient(identity),
    );
    await place.write({ "york-2019/housing.txt": raw });
    expect(out).toContain("Wrote 0 placeholders");
    expect(err).toBe(
      "york-2019/housing.txt: The archive no longer holds the bytes that the run was made of. Put the document back, or leave it out of the key.\n",
    );
  });

  it.each<[string, () => string[], RegExp]>([
    ["inside out/", () => ["--to", join(place.out, "key.age")], /lies inside/],
    ["inside a run", () => ["--to", join(place.out, "latest", "key.age")], /lies inside/],
    ["inside the archive", () => ["--to", join(place.archive, "key.age")], /lies inside/],
    ["over a file", () => ["--to", join(desk, "identity.txt")], /is there already/],
    ["into no folder", () => ["--to", join(desk, "none", "key.age")], /no such folder/],
  ])("is not written %s", async (_name, to, why) => {
    await expect(exported(...to(), "--passphrase-file", join(desk, "passphrase.txt"))).rejects.toThrow(why);
  });

  it("is never written in the clear, nor with half a lock", async () => {
    await mkdir(join(desk, "free"), { recursive: true });
    const to = join(desk, "free", "key.age");
    await expect(exported("--to", to)).rejects.toThrow(/--recipient .* or --passphrase-file/);
    await expect(exported("--to", to, "--recipient", "age1nobody")).rejects.toThrow(/no public key of age/);
    await writeFile(join(desk, "short.txt"), "secret\n");
    await expect(exported("--to", to, "--passphrase-file", join(desk, "short.txt"))).rejects.toThrow(
      /under 12 letters/,
    );
    await expect(stat(to)).rejects.toThrow(/ENOENT/);
  });
});
