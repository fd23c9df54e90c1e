import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { parse, toTranscript } from "../../src/ingest/index.js";
import { Format, Pipeline } from "../../src/model/index.js";
import { isHeavy, Parsers } from "../../src/run/parsers.js";
import { ROOT } from "../run/example-archive.js";

/** Inputs of each format: over five thousand in all in the long run. */
const INPUTS = process.env.TRIANGULUM_LONG ? 440 : 12;
/** MiB that this process may hold after all of it; parsing processes are killed at 2 GiB, which would show as lost. */
const MEMORY = 2048;
const limits = { ...Pipeline.shape.limits.parse(undefined), seconds: 30 };

const parsers = new Parsers();
afterAll(() => parsers.close());

/** The demonstration's files of each format, which every mutation starts from. */
const archive = join(ROOT, "fixtures/archive");
const files = (readdirSync(archive, { recursive: true }) as string[]).sort();
const samples = (format: Format): Uint8Array[] =>
  files.filter((name) => name.endsWith(`.${format}`)).map((name) => readFileSync(join(archive, name)));

type Mutation = readonly [kind: number, at: number, value: number];

/** A file with stretches flipped, cut, doubled, moved, overwritten or made huge, as bad disks, half copies and hands do. */
function mutated(bytes: Uint8Array, mutations: readonly Mutation[]): Uint8Array {
  let made = Buffer.from(bytes);
  for (const [kind, share, value] of mutations) {
    const at = Math.floor(share * Math.max(1, made.length));
    const length = Math.min(made.length - at, 1 + (value % 97));
    switch (kind) {
      case 0:
        if (at < made.length) made[at] = value;
        break;
      case 1:
        made = made.subarray(0, at);
        break;
      case 2:
        made = Buffer.concat([made.subarray(0, at), made.subarray(at + length)]);
        break;
      case 3:
        made = Buffer.concat([made.subarray(0, at + length), made.subarray(at)]);
        break;
      case 4:
        made.fill(value, at, at + length);
        break;
      case 5:
        made = Buffer.concat([made.subarray(at), made.subarray(0, at)]);
        break;
      default: {
        const again = length > 0 ? made.subarray(at, at + length) : Buffer.of(value);
        made = Buffer.concat([made.subarray(0, at), Buffer.alloc(value * 40, again), made.subarray(at)]);
      }
    }
  }
  return made;
}

const mutations = fc.array(fc.tuple(fc.nat(6), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), {
  minLength: 1,
  maxLength: 6,
});

/** Reads an input as a night would; whatever it holds, it comes back as blocks or as problems with a way out. */
async function check(format: Format, bytes: Uint8Array): Promise<void> {
  const parsed = isHeavy(format) ? await parsers.parse(format, bytes, limits) : await parse(format, bytes, limits);
  if ("lost" in parsed) throw new Error(`the reader of ${format} was lost: ${parsed.lost}`);
  const { transcript, problems } = toTranscript(parsed, { interviewers: [], participants: [] });
  const told = [...parsed.problems, ...problems];
  if (transcript.blocks.length === 0 && !told.some(({ severity }) => severity === "error"))
    throw new Error(`${format}: nothing was read, and no error says so`);
  for (const { wayOut, message } of told)
    if (wayOut === "" || message === "") throw new Error(`${format}: a problem without words`);
  for (const { start, end } of transcript.blocks)
    if (!(start >= 0 && start <= end && end <= transcript.text.length))
      throw new Error(`${format}: a block outside its text`);
}

describe("files that no program wrote", { timeout: 3_600_000 }, () => {
  it.each(Format.options)("%s: mutated files and noise are read or are problems; no crash, no hang", async (format) => {
    const real = samples(format);
    expect(real.length, `a sample of ${format} in the demonstration`).toBeGreaterThan(0);
    const mutant = fc
      .tuple(fc.nat(real.length - 1), mutations)
      .map(([index, changes]) => mutated(real[index]!, changes));
    const noise = fc.uint8Array({ maxLength: 4096 });
    const input = fc.oneof({ arbitrary: mutant, weight: 5 }, { arbitrary: noise, weight: 1 });
    await fc.assert(
      fc.asyncProperty(input, (bytes) => check(format, bytes)),
      { numRuns: INPUTS, seed: 7, endOnFailure: true },
    );
    expect(process.memoryUsage().rss / 2 ** 20).toBeLessThan(MEMORY);
  });
});
