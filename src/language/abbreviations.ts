/**
 * Abbreviations after which a sentence goes on: what follows them completes them. Lower case, without the stop.
 */
export const GOES_ON = new Set(
  `mr mrs ms miss dr prof rev revd fr hon sir st sgt det insp supt ch const cllr cpl capt col lt gen pc dc ds di dci cc acc pcso
  para paras pp fig figs sec secs ch art arts app ref refs vol vols ed eds edn cf ibid viz vs v eg ie i.e e.g i.e. e.g. al
  dept depts govt gov tel ext max min approx est incl excl esp resp temp asst assoc admin addr attn jr sr mt rd ave
  jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri nos`.split(/\s+/),
);

/** Abbreviations that end a sentence as readily as they stand inside one. */
export const MAY_END = new Set(
  `etc a.m. p.m. am pm u.k. u.s. ltd plc inc co no st rd ave ph.d. b.a. m.a. d.o.b. n.b.`.split(/\s+/),
);
