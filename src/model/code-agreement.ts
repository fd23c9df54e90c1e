import { z } from "zod";

/** Figures of the last agreement with hand coding that somebody chose to keep: out/agreement.json. */
export const KeptAgreement = z.object({
  /** ISO instant. */
  at: z.string(),
  codes: z.array(
    z.object({
      code: z.string(),
      /** Rows (sentence and code) of the person, and of the machine. */
      human: z.int(),
      machine: z.int(),
      /** Undefined where there was nothing to judge. */
      precision: z.number().optional(),
      recall: z.number().optional(),
    }),
  ),
});
export type KeptAgreement = z.infer<typeof KeptAgreement>;
