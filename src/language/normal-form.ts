/** Contraction parts, as the scanner leaves them, and the words they stand for. */
const CONTRACTED: Readonly<Record<string, string>> = {
  "n't": "not",
  "'re": "are",
  "'ve": "have",
  "'ll": "will",
  "'d": "would",
  "'m": "am",
  "'s": "is",
  ca: "can",
  wo: "will",
  sha: "shall",
  ai: "is",
  "&": "and",
};

/** Words in -ize that are no verbs with a British -ise. */
const KEEPS_Z =
  /^(?:size|sized|sizes|sizing|prize\w*|seize\w*|capsize\w*|downsiz\w*|oversiz\w*|resiz\w*|maize|gaze\w*|maze\w*|breeze\w*|freez\w*|sneez\w*|squeez\w*|bronze|doze\w*|wheez\w*|snooz\w*|booze\w*|ooze\w*|blaz\w*|craz\w*|laz\w*|daz\w*|glaz\w*|graz\w*|raze\w*|amaz\w*|haz\w*)$/;

/**
 * The form under which spellings meet: lower case, straight apostrophes, no accents, -ise for -ize, contraction parts spelt out.
 */
export function normalForm(surface: string): string {
  let form = surface.toLowerCase();
  if (/[^\x00-\x7f]/.test(form)) {
    form = form
      .replace(/[\u2018\u2019\u02bc\u0060\u00b4]/g, "'")
      .normalize("NFD")
      .replace(/\p{M}+/gu, "");
  }
  const spelt = CONTRACTED[form];
  if (spelt !== undefined && Object.hasOwn(CONTRACTED, form)) return spelt;
  if (form.length > 5 && form.includes("iz") && !KEEPS_Z.test(form)) {
    form = form.replace(/iz(e|es|ed|er|ers|ing|ation|ations|ational)$/, "is$1");
  }
  return form;
}
