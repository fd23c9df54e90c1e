import { readFile, realpath } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { Decrypter, Encrypter } from "age-encryption";
import { loadLexicon } from "../lexicon/index.js";
import { Stop } from "../model/index.js";
import { keyOf, loadPipeline } from "../run/index.js";
import { readRun } from "../store/index.js";
import { count, type Io } from "./io.js";
import { type SavedOptions, savedFolder } from "./saved.js";

/** Whom the key is locked for, or what it is locked with: one or the other. */
interface Lock {
  recipient?: string[];
  passphraseFile?: string;
}

/** Fewest letters of a passphrase. */
const SHORTEST = 12;

/**
 * `triangulum key export [RUN] --to FILE`: what the placeholders of a run stand for, as JSON lines, encrypted by age (age-encryption.org)
 * for public keys or with a passphrase. Never written in the clear, never under `out/`, never over a file that is there.
 */
export async function exportCommand(
  run: string,
  options: SavedOptions & Lock & { archive?: string; to: string },
  io: Io,
): Promise<number> {
  const encrypter = await encrypterOf(options);
  const pipeline = await loadPipeline(options.pipeline, options);
  const to = await refuseInside(options.to, [pipeline.out, pipeline.archive]);
  const saved = await readRun(await savedFolder(run, options));
  const lexicon = loadLexicon(pipeline.lexicon, pipeline.overlays);
  const { entries, problems } = await keyOf(saved.reviews, pipeline, lexicon);
  const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`).join("");
  await io.effects.writeFile(to, [await encrypter.encrypt(lines)]);
  io.out(`Wrote ${count(entries.length, "placeholder")} of run ${saved.record.run} to ${to}, encrypted\n`);
  for (const { review, document, message, wayOut } of problems) io.err(`${review}/${document}: ${message} ${wayOut}\n`);
  return 0;
}

/** `triangulum key open FILE`: decrypts an exported key to the terminal, as JSON lines. */
export async function openCommand(
  file: string,
  options: { identity?: string; passphraseFile?: string },
  io: Io,
): Promise<number> {
  const { identity, passphraseFile } = options;
  if ((identity === undefined) === (passphraseFile === undefined))
    throw new Stop("Give --identity with the file of a secret key, or --passphrase-file; one of them.");
  const decrypter = new Decrypter();
  if (passphraseFile !== undefined) decrypter.addPassphrase(firstLine(await opened(passphraseFile)));
  else {
    const keys = (await opened(identity!)).split("\n").filter((line) => line.startsWith("AGE-SECRET-KEY-"));
    if (keys.length === 0) throw new Stop(`${identity} holds no secret key of age (a line AGE-SECRET-KEY-…).`);
    for (const key of keys) decrypter.addIdentity(key.trim());
  }
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Stop(`${file} cannot be read (${error.code}).`);
  });
  io.out(
    await decrypter.decrypt(bytes, "text").catch(() => {
      throw new Stop(`${file} cannot be opened: it is no key exported by age, or this is not what it was locked with.`);
    }),
  );
  return 0;
}

async function encrypterOf({ recipient, passphraseFile }: Lock): Promise<Encrypter> {
  if ((recipient === undefined) === (passphraseFile === undefined))
    throw new Stop("Give --recipient with public keys of age (age1…), or --passphrase-file; one of them.");
  const encrypter = new Encrypter();
  for (const one of recipient ?? []) {
    try {
      encrypter.addRecipient(one);
    } catch {
      throw new Stop(`--recipient ${one}: no public key of age. One begins with age1; \`age-keygen\` makes a pair.`);
    }
  }
  if (passphraseFile !== undefined) {
    const passphrase = firstLine(await opened(passphraseFile));
    if (passphrase.length < SHORTEST)
      throw new Stop(`The passphrase in ${passphraseFile} has under ${SHORTEST} letters. Take several words.`);
    encrypter.setPassphrase(passphrase);
  }
  return encrypter;
}

async function opened(file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Stop(`${file} cannot be read (${error.code}).`);
  });
}

const firstLine = (text: string): string => text.split(/\r?\n/)[0] ?? "";

/** The file to write, by its real folder; refused inside folders that others are given or that are read again, and where a file stands. */
async function refuseInside(to: string, folders: readonly string[]): Promise<string> {
  const folder = await realpath(dirname(resolve(to))).catch(() => {
    throw new Stop(
      `${dirname(resolve(to))}: no such folder. Make it first, where only those who may read the key can.`,
    );
  });
  const path = join(folder, basename(to));
  for (const one of folders) {
    const away = relative(await realpath(one).catch(() => one), path);
    if (!away.startsWith("..") && !away.startsWith("/"))
      throw new Stop(`${to} lies inside ${one}. A key is kept apart from what it opens: give --to a place outside.`);
  }
  const stands = await readFile(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== "ENOENT",
  );
  if (stands) throw new Stop(`${to} is there already. Give another name, or remove it first.`);
  return path;
}
