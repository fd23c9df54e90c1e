import type { Doubt, ReviewResult } from "../model/index.js";
import { readAgreement, readCorrections } from "../store/index.js";
import { correctionList, doubtsOf } from "../triangulation/index.js";
import { heldIn } from "./open-run.js";

/** What is known to be weak about codes, by the corrections and the kept agreement as they stand under the output folder. */
export async function standingDoubts(out: string, reviews: readonly ReviewResult[]): Promise<Doubt[]> {
  const [{ corrections }, agreement] = [await readCorrections(out), await readAgreement(out)];
  return doubtsOf(correctionList(corrections, heldIn(reviews)), agreement?.codes ?? []);
}
