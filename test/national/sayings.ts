import type { ClaimKind, Level, Sector } from "../../src/model/index.js";

/** Something planted in an archive: who says what in how many reviews, and what must be claimed of it. */
export interface Planted {
  /** For test titles. */
  readonly name: string;
  readonly kind: ClaimKind;
  readonly code: string;
  /** Whether it is said in the codebook's own words, or as practitioners talk. */
  readonly said: "term" | "paraphrase";
  /** Sectors that say it; where two stand, both say it in most reviews. */
  readonly sectors: readonly Sector[];
  readonly level?: Level;
  /** Ways of saying it. `{area}` is the review's area, `{place}` where `from` stands. */
  readonly sayings: readonly string[];
  /** Ways of saying the contrary, and in how many reviews of a hundred that could have said it. */
  readonly contrary?: readonly string[];
  /** Per cent of the full reviews that say it, and that say the contrary. */
  readonly share: number;
  readonly contraryShare?: number;
  /** Where it is said: in one region, in later or earlier quarters, or in the latest quarter, with `share`; elsewhere with `elsewhere`. */
  readonly where?: "later" | "earlier" | "latest" | { readonly region: string };
  readonly elsewhere?: number;
  /** Exporting place, and its region, where it is a line. */
  readonly from?: { readonly place: string; readonly region: string };
  /** Other codes that a reader would find in its sentences: claims on them are its own doing. */
  readonly also?: readonly string[];
}

/** Half of them in the codebook's words, half as people talk; written before anybody looked how the lexicon words them. */
export const PLANTED: readonly Planted[] = [
  {
    name: "cuckooing is raised by police and housing",
    ...{ kind: "reach", code: "cuckooing", said: "term", sectors: ["police", "housing"], share: 78 },
    sayings: [
      "We have seen cuckooing in at least three of the blocks this year.",
      "Cuckooing is a live issue on the estate behind the station.",
      "There is cuckooing in the flats by the canal and we get calls about it.",
      "We deal with cuckooing most months in {area}.",
      "A good part of my week goes on cuckooing.",
    ],
    also: ["housing-insecurity", "vulnerable-adults"],
  },
  {
    name: "parents who are at their wits' end, as they would say it",
    ...{ kind: "concern", code: "family", said: "paraphrase", sectors: ["adult social care"], share: 70 },
    sayings: [
      "What worries us is the mums and dads who have nobody to ring at two in the morning.",
      "We are very concerned about the mothers, they are frightened in their own kitchens.",
      "It is a big worry that the parents are left to sort it out on their own.",
      "The worry for us is grandparents bringing up the little ones.",
    ],
    also: ["children-young-people", "coercion-control"],
  },
  {
    name: "county lines are raised by police and youth justice",
    ...{ kind: "reach", code: "county-lines", said: "term", sectors: ["police", "youth justice"], share: 84 },
    sayings: [
      "County lines is the thing that fills our briefings.",
      "There are county lines running into {area} every week.",
      "We have county lines here, no question.",
      "A county line has been working out of the guest house.",
      "County lines came up in four of our last five cases.",
    ],
    also: ["drug-markets"],
  },
  {
    name: "debts that are worked off, as a youth worker would say it",
    ...{
      kind: "reach",
      code: "debt-bondage",
      said: "paraphrase",
      sectors: ["youth justice", "children's social care"],
      share: 74,
    },
    sayings: [
      "They tell him he owes for the package that got robbed and he works until it is paid.",
      "The robbery was staged, so now she has to pay them back by carrying for them.",
      "He says he owes them eight hundred pounds and cannot see a way out of it.",
      "Once a bag is gone they are in hock to the older ones for good.",
      "They make them work off what they owe, and the sum keeps going up.",
    ],
    also: [
      "drug-markets",
      "acquisitive-crime",
      "coercion-control",
      "grooming",
      "criminal-exploitation",
      "child-criminal-exploitation",
      "class-a-drugs",
      "county-lines",
      "gangs",
    ],
  },
  {
    name: "grooming with gifts, as a teacher would say it",
    ...{
      kind: "reach",
      code: "grooming",
      said: "paraphrase",
      sectors: ["education", "children's social care"],
      share: 72,
    },
    sayings: [
      "It starts with new trainers and a takeaway, and then he is asked to hold something.",
      "They buy them food and phones, make them feel they belong, and then want a favour.",
      "An older lad befriends them outside the shop and before long they are running errands for him.",
      "First it is lifts and presents, then they are told to drop a parcel off.",
    ],
    also: [
      "child-criminal-exploitation",
      "criminal-exploitation",
      "county-lines",
      "gangs",
      "boys-young-men",
      "coercion-control",
    ],
  },
  {
    name: "information sharing is a barrier",
    ...{ kind: "barrier", code: "information-sharing", said: "term", sectors: ["housing", "health"], share: 72 },
    sayings: [
      "Information sharing is a real barrier for us.",
      "The barrier is information sharing, we only hear things weeks later.",
      "Poor information sharing gets in the way of almost every case.",
      "Information sharing is a barrier between the agencies here.",
    ],
    also: ["multi-agency-working", "silos-duplication"],
  },
  {
    name: "social workers come and go, as families would say it",
    ...{ kind: "barrier", code: "staff-churn", said: "paraphrase", sectors: ["education", "health"], share: 70 },
    sayings: [
      "You get to know a social worker and six weeks later there is another one.",
      "Half the team left in the spring and the posts are still empty.",
      "Every time we ring it is somebody new who has never met the family.",
      "People are off sick or have handed in their notice, so nobody holds the case.",
      "Nobody stays longer than a season, it is one agency worker after the next.",
    ],
    also: ["family", "resources", "multi-agency-working"],
  },
  {
    name: "training is needed",
    ...{ kind: "need", code: "training-awareness", said: "term", sectors: ["education", "health"], share: 76 },
    sayings: [
      "We need more training on the signs to look for.",
      "Front line staff need training, and they need it every year.",
      "There is a need for training across all the agencies.",
      "What we need is training that reaches the night staff too.",
    ],
  },
  {
    name: "support ends at eighteen, as a leaving-care worker would say it",
    ...{
      kind: "gap",
      code: "transition",
      said: "paraphrase",
      sectors: ["children's social care", "adult social care"],
      share: 70,
    },
    sayings: [
      "The day they turn eighteen everything falls away and there is nothing for them.",
      "There is a gap at eighteen, one service shuts the door before the next one opens.",
      "At eighteen they drop off a cliff, nobody picks them up.",
      "Nothing is there for them once they have had their eighteenth birthday.",
    ],
    also: ["looked-after-children", "thresholds", "health-services"],
  },
  {
    name: "knife crime is rising",
    ...{ kind: "rising", code: "knife-crime", said: "term", sectors: ["police", "education"], share: 66 },
    sayings: [
      "Knife crime is rising, and we see it on the ground.",
      "There has been an increase in knife crime since the summer.",
      "Knife crime has gone up here.",
      "We are seeing more knife crime than we did.",
    ],
    also: ["serious-violence"],
  },
  {
    name: "carrying spreads, as a nurse would say it",
    ...{
      kind: "rising",
      code: "serious-violence",
      said: "paraphrase",
      sectors: ["health", "youth justice"],
      share: 62,
    },
    sayings: [
      "More and more of them come through our doors after being set upon.",
      "The beatings are getting worse, and there are more of them every month.",
      "We are patching up more lads who have been jumped than we ever did.",
      "Attacks on the street are on the up and they are nastier.",
    ],
    also: ["boys-young-men", "anti-social-behaviour", "knife-crime", "gangs"],
  },
  {
    name: "areas disagree about gangs",
    ...{
      kind: "dissonance",
      code: "gangs",
      said: "term",
      sectors: ["police", "education"],
      share: 46,
      contraryShare: 44,
    },
    sayings: [
      "There are gangs in {area} and everybody knows their names.",
      "We have two gangs on the north side.",
      "Gangs are part of life on the estate.",
      "The gangs here fight over the same few streets.",
    ],
    contrary: [
      "There are no gangs in {area}.",
      "We do not have gangs here.",
      "We have no gangs in this town.",
      "There aren't any gangs on our patch.",
    ],
    also: ["serious-violence"],
  },
  {
    name: "areas disagree about children put out of school, as heads would say it",
    ...{
      kind: "dissonance",
      code: "school-exclusion",
      said: "paraphrase",
      sectors: ["education", "youth justice"],
      share: 48,
      contraryShare: 42,
    },
    sayings: [
      "Children are being put out of lessons and never let back in.",
      "The ones who get into trouble are the ones who have been thrown out of school.",
      "He was kicked out in year nine and spends his days on the parade.",
      "They have been told not to come back to class, and so they drift.",
    ],
    contrary: [
      "Our heads have not put a single child out this year.",
      "Nobody gets thrown out of school round here.",
      "No child has been kicked out of the schools in {area}.",
      "We never send a pupil away for good.",
    ],
    also: ["schools", "children-young-people"],
  },
  {
    name: "firearms are heard of later",
    ...{
      kind: "emerged",
      code: "firearms",
      said: "term",
      sectors: ["police"],
      share: 84,
      where: "later",
      elsewhere: 6,
    },
    sayings: [
      "Firearms have been found in two of the houses we searched.",
      "We have had firearms recovered from a garden in {area}.",
      "There are firearms about.",
      "A shotgun and other firearms were handed in.",
    ],
    also: ["serious-violence"],
  },
  {
    name: "talk over the phone is heard of earlier, as parents would say it",
    ...{
      kind: "faded",
      code: "social-media",
      said: "paraphrase",
      sectors: ["education", "health"],
      share: 82,
      where: "earlier",
      elsewhere: 6,
    },
    sayings: [
      "It all gets arranged over Snapchat before we know anything.",
      "They meet them on their phones, in a group chat with people nobody has met.",
      "She was contacted through a game, by somebody who said he was sixteen.",
      "There are videos of it doing the rounds on their phones by the evening.",
    ],
    also: ["children-young-people", "grooming", "girls-young-women", "child-sexual-exploitation"],
  },
  {
    name: "radicalisation is new in the latest quarter",
    ...{
      kind: "new",
      code: "radicalisation",
      said: "term",
      sectors: ["education", "police"],
      share: 90,
      where: "latest",
      elsewhere: 0,
    },
    sayings: [
      "Radicalisation has come up in two of our schools.",
      "We are dealing with radicalisation of boys on the estate.",
      "There is radicalisation going on in {area}.",
    ],
    also: ["schools", "boys-young-men"],
  },
  {
    name: "lent bank cards are new in the latest quarter, as a bank clerk would say it",
    ...{
      kind: "new",
      code: "financial-exploitation",
      said: "paraphrase",
      sectors: ["youth justice", "housing"],
      share: 90,
      where: "latest",
      elsewhere: 0,
    },
    sayings: [
      "Lads are letting strangers run money through their bank accounts for fifty quid.",
      "They take her card off her on the day her benefits go in.",
      "He was talked into lending out his account and now the bank has shut it.",
    ],
    also: ["acquisitive-crime", "boys-young-men", "coercion-control"],
  },
  {
    name: "child sexual exploitation is heard of in one region",
    ...{
      kind: "region",
      code: "child-sexual-exploitation",
      said: "term",
      sectors: ["police", "youth justice"],
      share: 100,
      where: { region: "East Midlands" },
      elsewhere: 8,
    },
    sayings: [
      "Child sexual exploitation is what fills our referrals.",
      "We have child sexual exploitation in {area} every week.",
      "There is child sexual exploitation around the tram stops.",
    ],
    also: ["referral-assessment"],
  },
  {
    name: "trouble that moves along is heard of in one region, as residents would say it",
    ...{
      kind: "region",
      code: "displacement",
      said: "paraphrase",
      sectors: ["police", "housing"],
      share: 100,
      where: { region: "North East" },
      elsewhere: 6,
    },
    sayings: [
      "We shut one house down and they pop up two streets over.",
      "It only gets pushed round the corner into the next ward.",
      "They clear the park and the same faces turn up behind the library.",
      "All it does is shift them somewhere else.",
    ],
    also: ["drug-markets", "anti-social-behaviour"],
  },
  {
    name: "thresholds are raised by practitioners and not by boards",
    ...{
      kind: "level",
      code: "thresholds",
      said: "term",
      sectors: ["education", "health", "housing"],
      share: 88,
      level: "practitioner",
    },
    sayings: [
      "Thresholds are so high that nothing we send in is picked up.",
      "The threshold always sits just above the family in front of us.",
      "The threshold for a service is a moving target.",
    ],
    also: ["referral-assessment", "health-services", "safeguarding"],
  },
  {
    name: "plans are raised by boards and not by practitioners, as a director would say it",
    ...{
      kind: "level",
      code: "strategy-plan",
      said: "paraphrase",
      sectors: ["local authority"],
      share: 92,
      level: "strategic",
    },
    sayings: [
      "We have agreed five priorities for the next three years and who answers for each.",
      "The partnership signed off what we are going to do and by when.",
      "There is a written document that sets out where we want to be by the end of next year.",
    ],
    also: ["leadership-governance", "multi-agency-working"],
  },
  {
    name: "London runs lines into the South West",
    ...{
      kind: "line",
      code: "county-lines",
      said: "term",
      sectors: ["police", "youth justice"],
      share: 100,
      where: { region: "South West" },
      elsewhere: 0,
    },
    from: { place: "London", region: "London" },
    sayings: [
      "We have a county line from London into {area}.",
      "Drug dealers from London are running lines here.",
      "The county line that we shut came from London.",
    ],
    also: ["drug-markets", "offenders", "gangs"],
  },
  {
    name: "Liverpool sends lads to Wales, as an officer would say it",
    ...{
      kind: "line",
      code: "county-lines",
      said: "paraphrase",
      sectors: ["police", "youth justice"],
      share: 100,
      where: { region: "Wales" },
      elsewhere: 0,
    },
    from: { place: "Liverpool", region: "North West" },
    sayings: [
      "Lads come down from Liverpool with a rucksack and stay at somebody's flat to deal.",
      "The phone is held in Liverpool and the young ones are sent here to sell.",
      "Dealers travel in from Liverpool on the train on a Thursday.",
    ],
    also: ["drug-markets", "offenders", "boys-young-men", "cuckooing", "class-a-drugs", "children-young-people"],
  },
  {
    name: "nobody knows of modern slavery",
    ...{ kind: "unaware", code: "modern-slavery", said: "term", sectors: ["housing", "adult social care"], share: 64 },
    sayings: [
      "We are not aware of any modern slavery in {area}.",
      "The group was not aware of modern slavery.",
      "I would not know if there was modern slavery here.",
    ],
  },
  {
    name: "multi-agency work is a strength, as partners would say it",
    ...{
      kind: "strength",
      code: "multi-agency-working",
      said: "paraphrase",
      sectors: ["police", "children's social care"],
      share: 72,
    },
    sayings: [
      "We sit round the same table every Tuesday and it works really well.",
      "Having police and social care in one office is brilliant.",
      "You can pick up the phone to any of the partners and they help, that is a real strength.",
      "The joint morning meeting is excellent, everybody leaves with something to do.",
    ],
    also: ["information-sharing", "safeguarding"],
  },
];

/** A practice planted in one area: a sentence that praises, and what its entry in the directory must say. */
export interface PlantedPractice {
  readonly code: string;
  readonly status: "promising" | "established" | "evaluated";
  readonly heading: string;
  readonly saying: string;
}

export const PRACTICES: readonly PlantedPractice[] = [
  {
    code: "training-awareness",
    status: "promising",
    heading: "prevention",
    saying: "The training for taxi drivers works well and they ring us now.",
  },
  {
    code: "early-intervention",
    status: "established",
    heading: "prevention",
    saying: "The early help team has been in the primary schools for years and it works really well.",
  },
  {
    code: "information-sharing",
    status: "evaluated",
    heading: "data-intelligence",
    saying: "The information sharing desk works well, and an independent evaluation bears that out.",
  },
  {
    code: "community-engagement",
    status: "promising",
    heading: "prevention",
    saying: "Community engagement on the market square is a real success.",
  },
  {
    code: "offender-exit",
    status: "established",
    heading: "prevention",
    saying: "The mentoring programme for people coming out of gangs is well established and works really well.",
  },
];

/** What reviews say here and there, whoever says it: the noise against which claims must stand. One sentence, one code or two. */
export const NOISE: readonly { readonly code: string; readonly text: string }[] = [
  { code: "domestic-abuse", text: "There was domestic abuse in one of the households." },
  { code: "mental-health", text: "Mental health comes up now and then." },
  { code: "missing", text: "A girl was reported missing on the Sunday." },
  { code: "anti-social-behaviour", text: "There is some anti-social behaviour by the bus station." },
  { code: "substance-misuse", text: "Drug use among parents is part of it in this ward." },
  { code: "class-a-drugs", text: "Heroin is sold behind the arcade." },
  { code: "other-drugs", text: "Spice was found on a bench." },
  { code: "housing-insecurity", text: "Rough sleeping is visible in the centre." },
  { code: "inequality", text: "Poverty is deep in the two wards." },
  { code: "night-time-economy", text: "The night-time economy brings people in on a Friday." },
  { code: "organised-crime", text: "An organised crime group was named in the profile." },
  { code: "coercion-control", text: "He had been threatened with a beating if he talked." },
  { code: "vulnerable-adults", text: "Vulnerable adults live in the sheltered block." },
  { code: "prisons", text: "He came out of prison in March." },
  { code: "evaluation", text: "An evaluation was asked for." },
  { code: "looked-after-children", text: "Two looked after children live in the home on the hill." },
  { code: "radical", text: "The heating in the hall has been mended." },
];

/** What is said in any meeting and belongs to no code. Parts are drawn apart, so that no two sessions read alike. */
export const CHATTER = {
  openings: [
    "To be fair",
    "As I said earlier",
    "On that point",
    "Coming back to the timetable",
    "Before I forget",
    "From where I sit",
    "One more thing",
    "Looking at the calendar",
  ],
  subjects: [
    "the bus from the ring road",
    "the car park behind the hall",
    "the coffee machine",
    "the new letterhead",
    "the room with the green curtains",
    "the lift",
    "the photocopier",
    "the sign by the gate",
    "the canteen",
    "the clock in the corridor",
  ],
  verbs: [
    "was late again",
    "has been moved to the second floor",
    "still makes that noise",
    "will be painted in the autumn",
    "was mended on Monday",
    "closes at half past four",
    "is booked until noon",
    "has a queue most mornings",
  ],
  endings: [
    "and nobody minded much",
    "which suits the people from the annexe",
    "so we walked instead",
    "as the caretaker told us",
    "and that is how it has always been",
    "but the view is pleasant",
    "and we had sandwiches",
    "though it rained all week",
  ],
} as const;
