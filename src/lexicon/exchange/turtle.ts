import { MALFORMED } from "./dictionary.js";
import { DCT, SKOS, type Triple } from "./skos.js";
import type { Tally } from "./tally.js";

/** n3 is loaded only when Turtle is read or written: nothing else needs it. */
const n3 = (): Promise<typeof import("n3")> => import("n3");

/** Statements as Turtle with the prefixes skos and dct. */
export async function writeTurtle(triples: readonly Triple[]): Promise<string> {
  const { Writer, DataFactory } = await n3();
  const writer = new Writer({ prefixes: { skos: SKOS, dct: DCT } });
  for (const { subject, predicate, object } of triples)
    writer.addQuad(
      DataFactory.namedNode(subject),
      DataFactory.namedNode(predicate),
      "iri" in object
        ? DataFactory.namedNode(object.iri)
        : DataFactory.literal(object.text, object.language || undefined),
    );
  return new Promise((resolve, reject) => {
    writer.end((error, text) => (error ? reject(error) : resolve(text)));
  });
}

/** Reads Turtle; what stands before a fault is kept. Nothing that it names is fetched. */
export async function readTurtle(text: string, tally: Tally): Promise<Triple[]> {
  const { Parser } = await n3();
  const triples: Triple[] = [];
  const parser = new Parser({ format: "text/turtle", baseIRI: "urn:file:", blankNodePrefix: "_:b" });
  // The parser calls back later, and once more for a fault or the end.
  await new Promise<void>((resolve) => {
    parser.parse(text, (error, quad) => {
      if (error) tally.add(MALFORMED, error.message.split("\n")[0]!.slice(0, 120));
      if (error || !quad) return resolve();
      const { subject, predicate, object } = quad;
      triples.push({
        subject: subject.value,
        predicate: predicate.value,
        object:
          object.termType === "Literal" ? { text: object.value, language: object.language } : { iri: object.value },
      });
    });
  });
  return triples;
}
