import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { Agency, Concept, Cue, Frame, Place, Stop, THEMES, Theme } from "../model/index.js";

/** Everything the program knows of the field, as read from a lexicon folder and its overlays. */
export interface Lexicon {
  readonly title: string;
  readonly version: string;
  /** In codebook order: theme by theme, then as written. */
  readonly concepts: readonly Concept[];
  readonly cues: readonly Cue[];
  readonly macros: Readonly<Record<string, readonly string[]>>;
  readonly places: readonly Place[];
  readonly agencies: readonly Agency[];
  readonly frames: readonly Frame[];
  /** What overlays drop and no lexicon below them holds, as `code: term`; absent where there is none. */
  readonly idleDrops?: readonly string[];
  /** sha256 over all files, in order of path. */
  readonly hash: string;
}

const About = z.strictObject({
  title: z.string(),
  version: z.string(),
  licence: z.string().optional(),
  description: z.string().optional(),
});
/** A file of codes: `codes/<theme>.yaml`. */
export const CodesFile = z.strictObject({
  theme: Theme,
  concepts: z.array(
    Concept.omit({ theme: true }).extend({
      theme: Theme.optional(),
      /** In an overlay: terms of the shared lexicon that are left out, as their words stand there. */
      drop: z.array(z.string().min(1)).optional(),
    }),
  ),
});
/** A file of cues: `cues/*.yaml`. */
export const CuesFile = z.strictObject({ cues: z.array(Cue) });
const Macros = z.strictObject({
  macros: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), z.array(z.string().min(1)).min(1)),
});
const Places = z.strictObject({ places: z.array(Place) });
const Agencies = z.strictObject({ agencies: z.array(Agency) });

/**
 * Reads a lexicon folder, then lays overlays over it in order: an overlay's code of the same id replaces definition and adds its terms;
 * terms that it drops
 * are left out; its cues, places, agencies and groups are added. Throws `Stop` (exit code 2) naming file, line, what was found and the way out.
 */
export function loadLexicon(folder: string, overlays: readonly string[] = []): Lexicon {
  const hash = createHash("sha256");
  let merged = readFolder(folder, hash, true);
  for (const overlay of overlays) merged = layOver(merged, readFolder(overlay, hash, false));
  const order = (concept: Concept): number => THEMES.indexOf(concept.theme);
  const concepts = merged.concepts
    .map((c, i) => ({ c, i }))
    .sort((a, b) => order(a.c) - order(b.c) || a.i - b.i)
    .map(({ c }) => c);
  const { drops: _drops, ...lexicon } = merged;
  return { ...lexicon, concepts, hash: hash.digest("hex") };
}

/** A folder as read; `drops` are the words of shared terms that it leaves out, by code. */
type Read = Omit<Lexicon, "hash"> & { readonly drops: ReadonlyMap<string, readonly string[]> };

function readFolder(folder: string, hash: ReturnType<typeof createHash>, whole: boolean): Read {
  if (!existsSync(folder))
    throw new Stop(`${folder}: no such lexicon folder. Give the folder that holds codes/ and cues/.`);
  const read = <T>(path: string, schema: z.ZodType<T>): T | undefined => {
    const file = join(folder, path);
    if (!existsSync(file)) {
      if (whole) throw new Stop(`${file}: missing from the lexicon. See lexicons/README.md for the files it needs.`);
      return undefined;
    }
    const text = readFileSync(file, "utf8");
    hash.update(path).update("\0").update(text).update("\0");
    return readYaml(text, file, schema);
  };
  const list = (sub: string): string[] => {
    const dir = join(folder, sub);
    return existsSync(dir)
      ? readdirSync(dir)
          .filter((n) => n.endsWith(".yaml"))
          .sort()
          .map((n) => `${sub}/${n}`)
      : [];
  };
  const about = read("lexicon.yaml", About);
  const drops = new Map<string, string[]>();
  const concepts = list("codes").flatMap((path) => {
    const file = read(path, CodesFile)!;
    return file.concepts.map(({ drop, ...concept }) => {
      if (drop) drops.set(concept.id, [...(drops.get(concept.id) ?? []), ...drop]);
      return { ...concept, theme: concept.theme ?? file.theme } as Concept;
    });
  });
  return {
    title: about?.title ?? "",
    version: about?.version ?? "",
    concepts,
    cues: list("cues").flatMap((path) => read(path, CuesFile)!.cues),
    macros: read("macros.yaml", Macros)?.macros ?? {},
    places: read("places.yaml", Places)?.places ?? [],
    agencies: read("agencies.yaml", Agencies)?.agencies ?? [],
    frames: list("frames").map((path) => read(path, Frame)!),
    drops,
  };
}

const termText = (term: Concept["terms"][number]): string => (typeof term === "string" ? term : term.term);

function layOver(base: Read, over: Read): Read {
  const dropped = (code: string): ReadonlySet<string> => new Set(over.drops.get(code));
  const concepts = base.concepts.map((concept) => {
    const local = over.concepts.find((c) => c.id === concept.id);
    return local
      ? {
          ...concept,
          ...local,
          // An overlay that only adds words keeps what the shared lexicon says of the code.
          expectedSectors: local.expectedSectors.length > 0 ? local.expectedSectors : concept.expectedSectors,
          yieldsTo: local.yieldsTo.length > 0 ? local.yieldsTo : concept.yieldsTo,
          terms: [...concept.terms.filter((term) => !dropped(concept.id).has(termText(term))), ...local.terms],
          unless: [...concept.unless, ...local.unless],
        }
      : concept;
  });
  const known = new Set(concepts.map((c) => c.id));
  const idle = [...over.drops].flatMap(([code, terms]) => {
    const held = new Set(base.concepts.find((concept) => concept.id === code)?.terms.map(termText));
    return terms.filter((term) => !held.has(term)).map((term) => `${code}: ${term}`);
  });
  const idleDrops = [...(base.idleDrops ?? []), ...idle];
  const macros: Record<string, readonly string[]> = { ...base.macros };
  for (const [name, entries] of Object.entries(over.macros)) macros[name] = [...(macros[name] ?? []), ...entries];
  return {
    title: base.title,
    version: over.version ? `${base.version}+${over.version}` : base.version,
    concepts: [...concepts, ...over.concepts.filter((c) => !known.has(c.id))],
    cues: [...base.cues, ...over.cues],
    macros,
    places: [...base.places, ...over.places],
    agencies: [...base.agencies, ...over.agencies],
    frames: [...base.frames.filter((f) => !over.frames.some((g) => g.id === f.id)), ...over.frames],
    drops: base.drops,
    ...(idleDrops.length > 0 && { idleDrops }),
  };
}

/** Reads YAML without custom types and holds it against a schema. Throws `Stop` with file and line. */
export function readYaml<T>(text: string, file: string, schema: z.ZodType<T>): T {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, customTags: [], merge: false, maxAliasCount: 0 } as never);
  const broken = document.errors[0];
  if (broken)
    throw new Stop(
      `${file} line ${broken.linePos?.[0].line ?? "?"}: not readable as YAML: ${broken.message.split("\n")[0]}`,
    );
  const result = schema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  const node = nodeAt(document, issue.path);
  const line = node ? lines.linePos(node).line : 1;
  throw new Stop(
    `${file} line ${line}: ${issue.path.join(".") || "top level"}: ${issue.message}. See lexicons/README.md for the keys that are allowed.`,
  );
}

/** Offset of the deepest node on a path that exists. */
function nodeAt(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number | undefined {
  for (let n = path.length; n >= 0; n--) {
    const node = n === 0 ? document.contents : document.getIn(path.slice(0, n), true);
    const range = (node as { range?: [number, number, number] | null } | undefined)?.range;
    if (range) return range[0];
  }
  return undefined;
}
