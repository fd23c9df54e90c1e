/** Numbers in, numbers out. Knows nothing of reviews, and imports nothing of ours. */
export { alpha, alphaOfConfusion } from "./alpha.js";
export { benjaminiHochberg } from "./benjamini-hochberg.js";
export { type BootstrapOptions, bootstrapInterval, bootstrapIntervals, type Interval } from "./bootstrap.js";
export { fisherExact, fisherReach, type Reach, type TwoByTwo } from "./fisher.js";
export { holm } from "./holm.js";
export { type Confusion, confusion, kappa, kappaOfLabels } from "./kappa.js";
export { largestPacking } from "./largest-packing.js";
export { largestRemainder } from "./largest-remainder.js";
export { logLikelihood } from "./log-likelihood.js";
export { LONGEST_EXACT, type MannKendall, mannKendall } from "./mann-kendall.js";
export { mantelHaenszel, type Stratum } from "./mantel-haenszel.js";
export { median, quantile } from "./quantile.js";
export { below, type Random, seededRandom, shuffle } from "./random.js";
export { f1, type Hits, macroF1, precision, recall } from "./retrieval.js";
export { senSlope } from "./sen-slope.js";
export { differenceOfShares, wilson } from "./wilson.js";
