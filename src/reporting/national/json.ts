import type { Reporter } from "../run-report.js";

/** national/summary.json, for systems; its schema is pipelines/schemas/national.schema.json. */
export const nationalJson: Reporter = function* ({ national }) {
  if (national === undefined) return;
  yield { path: "national/summary.json", chunks: [`${JSON.stringify(national.summary, null, 1)}\n`] };
};
