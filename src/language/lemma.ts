import nlp from "compromise/two";

/** Words in -ing or -ed that have a life of their own: "housing" is not to house. They keep their form (plural aside). */
const OWN_LIFE = new Set(
  `housing training building meeting funding policing missing safeguarding mentoring parenting clothing sentencing briefing screening mapping
  licensing wellbeing gathering setting finding understanding feeling thing something anything nothing everything evening morning ceiling ring string
  spring king wing sibling heading beginning being during according following including regarding concerning outstanding ongoing upcoming outgoing
  offspring darling sterling offending reoffending shooting stabbing parking banking nursing counselling learning planning commissioning
  teaching fighting reading writing hearing warning opening ending painting drawing wedding bring king sing sling swing cling fling
  need feed seed speed weed deed indeed bleed breed greed reed shed bed red sled united concerned used hundred sacred naked wicked kindred shared limited
  based related added mixed complicated embedded entrenched vulnerable deprived advanced experienced trusted involved excluded sibling
  working dealing drugs less unless across always perhaps plus thus bus gas yes was has his this is us as its whereas canvas chaos bias atlas lens
  news series species means diabetes aids sometimes besides towards afterwards premises politics ethics mathematics economics headquarters crisis basis analysis
  emphasis thesis hypothesis oasis diagnosis prognosis process access success business address illness witness progress distress stress mess loss boss cross pass class glass
  left found saw felt lay bound wound ground rose born data media criteria staff police people`.split(/\s+/),
);

/** Words whose dictionary form no rule gives, or for which the general rules err. */
const IRREGULAR: Readonly<Record<string, string>> = {
  meetings: "meeting",
  buildings: "building",
  trainings: "training",
  briefings: "briefing",
  settings: "setting",
  findings: "finding",
  siblings: "sibling",
  gatherings: "gathering",
  feelings: "feeling",
  warnings: "warning",
  hearings: "hearing",
  stabbings: "stabbing",
  shootings: "shooting",
  things: "thing",
  buses: "bus",
  crises: "crisis",
  analyses: "analysis",
  bases: "base",
  addresses: "address",
  children: "child",
  kids: "kid",
  women: "woman",
  men: "man",
  teeth: "tooth",
  feet: "foot",
  lives: "life",
  wives: "wife",
  knives: "knife",
  thieves: "thief",
  halves: "half",
  shelves: "shelf",
  selves: "self",
  themselves: "themselves",
  ourselves: "ourselves",
  persons: "person",
  is: "be",
  are: "be",
  was: "be",
  were: "be",
  been: "be",
  being: "be",
  am: "be",
  has: "have",
  had: "have",
  having: "have",
  does: "do",
  did: "do",
  done: "do",
  doing: "do",
  goes: "go",
  went: "go",
  gone: "go",
  going: "go",
  gets: "get",
  got: "get",
  getting: "get",
  gotten: "get",
  hidden: "hide",
  shot: "shot",
  better: "better",
  worse: "worse",
  hid: "hide",
  cuckooed: "cuckoo",
  cuckooing: "cuckoo",
  cuckoos: "cuckoo",
  shotting: "shot",
  shotted: "shot",
  plugging: "plug",
  mispers: "misper",
  mis: "mis",
  pots: "pot",
  lads: "lad",
  dealt: "deal",
  dealers: "dealer",
  targeting: "target",
  targeted: "target",
  targetting: "target",
  targetted: "target",
  offered: "offer",
  entered: "enter",
  happened: "happen",
  monitored: "monitor",
  monitoring: "monitor",
  visited: "visit",
  visiting: "visit",
  benefited: "benefit",
  focussed: "focus",
  focused: "focus",
  focussing: "focus",
  focusing: "focus",
  focuses: "focus",
  referred: "refer",
  referring: "refer",
  trafficked: "traffic",
  trafficking: "traffic",
  cut: "cut",
  cuts: "cut",
  cutting: "cut",
  lines: "line",
  services: "service",
  police: "police",
  policies: "policy",
  strategies: "strategy",
  moped: "moped",
  mopeds: "moped",
  drugged: "drug",
  drug: "drug",
  drugs: "drug",
  dealing: "deal",
  working: "work",
  involved: "involve",
  excluded: "exclude",
  entrenched: "entrench",
  shared: "share",
  based: "base",
  related: "relate",
  limited: "limit",
  trusted: "trust",
};

const model = nlp.model();
const methods = nlp.methods() as unknown as {
  two: {
    transform: {
      verb: { toInfinitive(word: string, model: unknown, tense: string): string };
      noun: { toSingular(word: string, model: unknown): string };
    };
  };
};

/** Strong verb forms that do not end in -ed or -ing, and so say by themselves that they are verbs. */
const STRONG = new Map(
  `took:take taken:take ran:run sold:sell bought:buy brought:bring caught:catch taught:teach thought:think said:say
  told:tell knew:know known:know came:come became:become began:begin begun:begin gave:give given:give got:get kept:keep
  held:hold led:lead left:leave lost:lose made:make met:meet paid:pay sent:send spent:spend stood:stand
  understood:understand went:go won:win wrote:write written:write spoke:speak spoken:speak broke:break broken:break
  chose:choose chosen:choose drove:drive driven:drive fell:fall fallen:fall felt:feel fought:fight found:find
  forgot:forget forgotten:forget grew:grow grown:grow heard:hear laid:lay rose:rise risen:rise sat:sit saw:see seen:see
  shook:shake shown:show showed:show slept:sleep stole:steal stolen:steal struck:strike stuck:stick swept:sweep
  threw:throw thrown:throw withdrew:withdraw withdrawn:withdraw wore:wear worn:wear beaten:beat bled:bleed drawn:draw
  drew:draw eaten:eat ate:eat fed:feed flown:fly flew:fly froze:freeze frozen:freeze hung:hang mistook:mistake
  undertook:undertake undertaken:undertake overtaken:overtake proven:prove built:build lent:lend bent:bend dealt:deal
  meant:mean learnt:learn burnt:burn spilt:spill dug:dig lied:lie died:die tied:tie lying:lie dying:die tying:tie`
    .split(/\s+/)
    .map((pair) => pair.split(":") as [string, string]),
);

/**
 * The dictionary form of a normalised word, without regard to its context: one form, one lemma, so that a lexicon term and a text
 * always meet. Verbs and plurals go through compromise's conjugation models; words in -ing with a life of their own stay.
 */
export function lemmaOf(norm: string): string {
  if (Object.hasOwn(IRREGULAR, norm)) return IRREGULAR[norm]!;
  if (OWN_LIFE.has(norm) || norm.length < 3 || !/^[a-z']+$/.test(norm)) return norm;
  const strong = STRONG.get(norm);
  if (strong) return strong;
  if (norm.endsWith("ing") && norm.length > 4)
    return checked(norm, methods.two.transform.verb.toInfinitive(norm, model, "Gerund"));
  if (norm.endsWith("ed") && norm.length > 4)
    return checked(norm, methods.two.transform.verb.toInfinitive(norm, model, "PastTense"));
  if (norm.endsWith("s") && !/(?:ss|us|is|'s)$/.test(norm))
    return checked(norm, methods.two.transform.noun.toSingular(norm, model));
  return norm;
}

/** A lemma is one word that shares the beginning of its form; anything else is a model's slip. */
function checked(norm: string, lemma: string): string {
  return lemma && /^[a-z']{2,}$/.test(lemma) && lemma[0] === norm[0] ? lemma : norm;
}
