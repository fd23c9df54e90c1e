import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { XmlDocument, XmlValidateError, XsdValidator } from "libxml2-wasm";
import { xmlRegisterFsInputProviders } from "libxml2-wasm/lib/nodejs.mjs";
import { beforeAll, describe, expect, it } from "vitest";
import type { ReviewResult } from "../../src/model/index.js";
import { REPORTERS, type RunReport } from "../../src/reporting/index.js";
import { AWKWARD, bytesOf, opened, withTexts } from "./qda-review.js";
import { draftResult, draftRun, REVIEWS } from "./run.js";

// A schema that includes another asks for it as a file.
xmlRegisterFsInputProviders();

function validatorOf(name: string): XsdValidator {
  const url = fileURLToPath(new URL(`refi/${name}`, import.meta.url));
  using schema = XmlDocument.fromBuffer(readFileSync(url), { url });
  return XsdValidator.fromDoc(schema);
}

/** What a schema has against a file, a line each; none where it is valid. Throws where the file is no XML at all. */
function against(schema: XsdValidator, xml: string): string[] {
  using document = XmlDocument.fromString(xml);
  try {
    schema.validate(document);
    return [];
  } catch (error) {
    if (error instanceof XmlValidateError) return error.details.map(({ message }) => message.trim());
    throw error;
  }
}

const PROJECT = validatorOf("project.xsd");
const CODEBOOK = validatorOf("codebook.xsd");

async function projectXml(review: ReviewResult, qdaFacets: RunReport["qdaFacets"] = "notes"): Promise<string> {
  const [file] = REPORTERS.qdpx!(draftRun({ reviews: [review], qdaFacets }));
  return opened(await bytesOf(file!.chunks)).files["project.qde"]!;
}
async function codebookXml(): Promise<string> {
  const [file] = REPORTERS.qdc!(draftRun());
  return Buffer.from(await bytesOf(file!.chunks)).toString("utf8");
}

describe("project.qdpx", () => {
  it.each<[string, ReviewResult]>([
    ["a review without texts", REVIEWS[0]!],
    ["a review without anything", draftResult({ sessions: {}, says: [] })],
    ["several sessions in one file", withTexts(REVIEWS[0]!, "", "\n", "all.txt")],
    ["awkward characters", AWKWARD],
    ...REVIEWS.map((review): [string, ReviewResult] => [`a full review, ${review.meta.id}`, withTexts(review)]),
  ])("is valid: %s", async (_, review) => {
    expect(against(PROJECT, await projectXml(review))).toEqual([]);
    expect(against(PROJECT, await projectXml(review, "codes"))).toEqual([]);
  });
});

describe("codebook.qdc", () => {
  it("is valid", async () => {
    expect(against(CODEBOOK, await codebookXml())).toEqual([]);
  });
});

type Mutation = [name: string, from: RegExp, to: string, said: RegExp];
const ZEROES = "00000000-0000-4000-8000-000000000000";

describe("a project that is not as the standard has it", () => {
  let valid: string;
  let apart: string;
  beforeAll(async () => {
    valid = await projectXml(withTexts(REVIEWS[0]!));
    apart = await projectXml(withTexts(REVIEWS[0]!, "", "\n", "all.txt"));
  });

  it.each<Mutation>([
    ["an element renamed", /(<\/?)TextSource\b/g, "$1TextDocument", /TextDocument.*not expected/],
    ["an element of another version", /project:1\.0/, "project:2.0", /No matching global declaration/],
    ["an element in the wrong place", /(<Sources>.*<\/Sources>\n)(<Notes>.*<\/Notes>\n)/s, "$2$1", /Sources.*not exp/],
    ["an empty list", /<Users>.*<\/Users>/s, "<Users/>", /Users.*Missing child/],
    ["no project name", /(<Project[^>]*?) name="[^"]*"/, "$1", /'name' is required/],
    ["a broken GUID", /(<Code guid=")[0-9a-f]{8}-/, "$1zz-", /'guid'.*pattern/],
    ["no GUID", /(<Code) guid="[^"]*"/, "$1", /'guid' is required/],
    ["two things of one GUID", /(<User guid=")([^"]*)(".*<Code guid=")[^"]*/s, "$1$2$3$2", /Duplicate key/],
    ["a code without a name", /(<Code [^>]*?) name="[^"]*"/, "$1", /'name' is required/],
    ["codable or not, in words", /isCodable="true"/, 'isCodable="yes"', /isCodable.*boolean/],
    ["a colour without its sign", / color="#/, ' color="', /'color'.*pattern/],
    ["a colour by name", / color="[^"]*"/, ' color="red"', /'color'.*pattern/],
    [
      "a definition behind the codes below",
      /(<\/Code>\n)(<\/Code>)/,
      "$1<Description>x</Description>$2",
      /Descri.*not/,
    ],
    ["an unknown type of variable", /typeOfVariable="Text"/, 'typeOfVariable="Words"', /typeOfVariable.*enumeration/],
    ["a month as a date", /(<DateValue>\d{4}-\d\d)-\d\d/, "$1", /DateValue.*date/],
    ["a value of no variable", /<VariableRef[^>]*>/, "", /Expected.*VariableRef/],
    ["a position before the text", /startPosition="\d+"/, 'startPosition="-1"', /startPosition.*nonNegativeInteger/],
    ["half a position", /endPosition="(\d+)"/, 'endPosition="$1.5"', /endPosition.*nonNegativeInteger/],
    ["no end", / endPosition="\d+"/, "", /'endPosition' is required/],
    ["a day without its hour", /T12:00:00Z/, "", /creationDateTime.*dateTime/],
    ["a source without a text", / plainTextPath="[^"]*"/, "", /'plainTextPath' is required/],
    ["a text outside the package", /internal:\/\//, "file:///", /plainTextPath.*pattern/],
    ["a coding of no code", /<CodeRef[^>]*>/, "", /Coding.*(?:Expected|Missing)|Expected.*CodeRef/],
    ["a coding of a code that is not there", /(<CodeRef targetGUID=")[^"]*/, `$1${ZEROES}`, /to-a-code/],
    ["a coding of a note", /(<CodeRef targetGUID=")[^"]*("\/><NoteRef targetGUID=")([^"]*)/, "$1$3$2$3", /to-a-code/],
    ["a note that is not there", /(<NoteRef targetGUID=")[^"]*/, `$1${ZEROES}`, /to-a-note/],
    ["a session of no file", /(<SourceRef targetGUID=")[^"]*/, `$1${ZEROES}`, /to-a-source/],
    ["a variable that is not there", /(<VariableRef targetGUID=")[^"]*/, `$1${ZEROES}`, /to-a-variable/],
    ["nobody's coding", /(<Coding [^>]*creatingUser=")[^"]*/, `$1${ZEROES}`, /to-a-user/],
    ["an attribute of our own", /<Note /, '<Note strength="80" ', /strength.*not allowed/],
    ["words between elements", /<Notes>/, "<Notes>notes", /Notes.*[Cc]haracter content/],
  ])("is refused: %s", (_, from, to, said) => {
    const changed = valid.replace(from, to);
    expect(changed).not.toBe(valid);
    expect(against(PROJECT, changed).join("\n")).toMatch(said);
  });

  it("is refused: a session of no stretch", () => {
    const changed = apart.replace(/(<SelectionRef targetGUID=")[^"]*/, `$1${ZEROES}`);
    expect(changed).not.toBe(apart);
    expect(against(PROJECT, changed).join("\n")).toMatch(/to-a-selection/);
  });
});

describe("a codebook that is not as the standard has it", () => {
  it.each<Mutation>([
    ["an element renamed", /(<\/?)Codes\b/g, "$1Themes", /Themes.*not expected/],
    ["a project's namespace", /codebook:1\.0/, "project:1.0", /No matching global declaration/],
    ["no codes", /<Codes>.*<\/Codes>/s, "", /CodeBook.*Missing child/],
    ["a broken GUID", /(guid="[0-9a-f]{8})-/, "$1", /'guid'.*pattern/],
    ["two codes of one GUID", /(<Code guid=")([^"]*)(.*?<Code guid=")[^"]*/s, "$1$2$3$2", /one-guid-a-code/],
    ["a colour of three figures", / color="#(.{3})[^"]*"/, ' color="#$1"', /'color'.*pattern/],
    ["terms, which have no place", /<\/Code>/, "<Term>x</Term></Code>", /Term.*not expected/],
  ])("is refused: %s", async (_, from, to, said) => {
    const valid = await codebookXml();
    const changed = valid.replace(from, to);
    expect(changed).not.toBe(valid);
    expect(against(CODEBOOK, changed).join("\n")).toMatch(said);
  });
});
