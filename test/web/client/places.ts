/** A place of the pages with what stands there when it has come. */
export type Visit = readonly [place: string, sign: string];

/** Pages over the fixtures that are the same in a file and under the server. */
export const EVERYWHERE: readonly Visit[] = [
  ["#/overview", "h1:has-text('Overview')"],
  ["#/matrix", "[role=gridcell]"],
  ["#/matrix/ironbeck?group=eight-questions&count=sectors&sort=verdict", "[role=gridcell]"],
  ["#/matrix/sessions?facet=assertion%3Dabsent", "[role=gridcell]"],
  ["#/matrix/ironbeck/county-lines/police", "aside .quote"],
  ["#/matrix/ironbeck/radicalisation/police", "aside .state"],
  ["#/matrix?theme=actors&sector=fire&level=community&prompted=yes", ".matrix-whole"],
  ["#/matrix?verdict=dissonance&facet=appraisal%3Dgap", ".matrix-whole"],
  ["#/findings", ".finding-list a"],
  ["#/findings?q=zzzz", ".state"],
  ["#/maps/lines", "svg .band"],
  ["#/maps/together", "svg .node"],
  ["#/maps/indicators", "svg .series"],
  ["#/maps/time", "svg .dot"],
  ["#/maps/language", "h1"],
  ["#/search", "h1"],
  ["#/search?q=county%20lines", ".kwic mark"],
  ["#/search?q=zzzz", ".state"],
  ["#/read", "table a"],
  ["#/read/ironbeck/01_police.txt", ".mention"],
  ["#/read/ironbeck/none.txt", ".state-refused"],
  ["#/corrections", "h1"],
  ["#/method", "dl"],
  ["#/nowhere", ".state"],
];

/** What a file cannot do, said in words. */
export const IN_A_FILE: readonly Visit[] = [
  ["#/lexicon", ".state-refused"],
  ["#/compare", ".state-refused"],
];

/** What only the server can do. */
export const UNDER_THE_SERVER: readonly Visit[] = [
  ["#/lexicon/county-lines", "textarea#terms"],
  ["#/compare", ".tiles"],
];
