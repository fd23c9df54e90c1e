import { reviewsInOrder } from "./order.js";
import { qdaProject } from "./qdpx-project.js";
import { writeQdpx } from "./qdpx-write.js";
import type { Reporter } from "./run-report.js";

/** reviews/<id>/project.qdpx: texts, codes, evidence, sessions and findings of a review, for NVivo, ATLAS.ti, MAXQDA, QualCoder and others. */
export const qdpx: Reporter = function* (run) {
  for (const review of reviewsInOrder(run)) {
    yield {
      path: `reviews/${review.meta.id}/project.qdpx`,
      chunks: (function* () {
        yield writeQdpx(qdaProject(run, review));
      })(),
    };
  }
};
