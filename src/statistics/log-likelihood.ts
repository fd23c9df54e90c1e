/**
 * Rayson's log-likelihood (Rayson & Garside 2000): how surprising it is that a word stands `a` times among `n1` words
 * here and `b` times among `n2` there, if it were equally common in both. 10.83 is the 0.1 % point of chi-square with
 * one degree of freedom. It does not say on which side the word is commoner.
 * @returns 0 when the word stands nowhere, or when either text has no words.
 */
export function logLikelihood(a: number, n1: number, b: number, n2: number): number {
  if (n1 <= 0 || n2 <= 0) return 0;
  const rate = (a + b) / (n1 + n2);
  // Rounding can leave a hair under 0 where both rates are the same.
  return Math.max(0, 2 * (part(a, n1 * rate) + part(b, n2 * rate)));
}

function part(observed: number, expected: number): number {
  return observed === 0 ? 0 : observed * Math.log(observed / expected);
}
