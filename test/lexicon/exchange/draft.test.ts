import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { draftOverlay, importLexicon, lintLexicon, loadLexicon } from "../../../src/lexicon/index.js";
import { SHIPPED } from "./check.js";

const desk = mkdtempSync(join(tmpdir(), "triangulum-draft-"));
afterAll(() => rmSync(desk, { recursive: true, force: true }));

describe("a draft from another program's dictionary", () => {
  const base = loadLexicon(SHIPPED);
  const cuckooing = base.concepts.find(({ id }) => id === "cuckooing")!;
  const known = cuckooing.terms.find((term) => typeof term === "string" && /^[a-z ]+$/.test(term)) as string;
  const text = `Cuckooing:\n  - ${known}\n  - squatted by dealers\nDrugs:\n  Vape shops: [vape shop, 'Spice*']\n`;

  it("is an overlay that loads, adds what is new and passes lint", async () => {
    const { concepts, problems } = await importLexicon(Buffer.from(text), "quanteda", base.concepts, "settings");
    expect(problems.map(({ rule }) => rule)).toEqual(["lexicon-exchange/new-id", "lexicon-exchange/no-definition"]);
    const draft = draftOverlay("Imported", concepts, base);
    expect([draft.added, draft.known, draft.newCodes]).toEqual([3, 1, ["vape-shops"]]);
    for (const { path, text: body } of draft.files) {
      mkdirSync(dirname(join(desk, path)), { recursive: true });
      writeFileSync(join(desk, path), body);
    }
    const lexicon = loadLexicon(SHIPPED, [desk]);
    const code = (id: string) => lexicon.concepts.find((concept) => concept.id === id)!;
    expect(code("vape-shops")).toMatchObject({
      theme: "drugs",
      prefLabel: "Vape shops",
      terms: ["vape shop", "Spice*"],
    });
    expect(code("cuckooing")).toEqual({ ...cuckooing, terms: [...cuckooing.terms, "squatted by dealers"] });
    expect(lintLexicon(lexicon).filter(({ severity }) => severity === "error")).toEqual([]);
  });
});
