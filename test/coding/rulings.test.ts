import { type Cases, checkAll } from "./check.js";

const NOTES: Cases = {
  "a response that is not there is a gap": [
    "There is no [needs assessment](needs-assessment absent gap).",
    "No [training](training-awareness absent gap) has been given to the night porters.",
    "The district has never had a [strategy](strategy-plan absent gap).",
  ],
  "what is kept back is a barrier": [
    "The group is never told when a child is placed: [nobody tells us](information-sharing absent barrier).",
    "There is no [information sharing](information-sharing absent barrier) with the harbour office.",
    "The wardens [never hear back](information-sharing absent barrier).",
  ],
  "failure to tell is sharing denied": [
    "[Information sharing](information-sharing absent barrier) is hampered by lawyers.",
    "[Data sharing](information-sharing absent barrier) is a struggle with two of the trusts.",
  ],
  "nobody misses what nobody wants": [
    "There was no appetite for more [training](training-awareness appraisal=none absent).",
    "There is no need for a second [strategy](strategy-plan appraisal=none absent).",
  ],
  "what is called for is a need": [
    "The area could do with a [problem profile](data-intelligence hypothetical need).",
    "They would welcome [training](training-awareness hypothetical need) for bus drivers.",
  ],
  "what hangs on a condition is no need": [
    "If a [referral](referral-assessment hypothetical appraisal=none) arrives on a Friday, the duty officer opens it.",
  ],
  "what exists and must change is present": [
    "The [threshold](thresholds present) needs to be reviewed.",
    "There is a need to re-examine the [referral](referral-assessment present) form.",
    "The [strategy](strategy-plan present) must be updated.",
  ],
  "a strength that few have is a gap": [
    "Only two districts reported effective [engagement](multi-agency-working gap) from the hospital.",
    "None of the areas had good [training](training-awareness gap).",
  ],
  "cut back is a gap": [
    "The [youth club](early-intervention falling gap) has closed, one of three cut from five to two.",
  ],
  "nobody wishes for a harm; in a wish it is the topic": [
    "Bus drivers should be told about [county lines](county-lines present).",
    "The panel would like a briefing on [cuckooing](cuckooing present).",
    "Governors ought to hear about [knife crime](knife-crime present) from pupils.",
  ],
  "a sentence that opens with should sets a condition": [
    "Should [county lines](county-lines hypothetical) reach the islands, the ferry company would be first to know.",
  ],
  "what a raising verb hedges": ["[Cuckooing](cuckooing possible) is thought to be behind the complaints."],
  "the modifiers of a subject are not what the predicate speaks of": [
    "The use of [knives](knife-crime trend=rising) by boys who are in [gangs](gangs trend=none) is rising.",
  ],
  "whoever calls for it is not what is called for": [
    "[Young people](children-young-people appraisal=none) who are groomed need more [youth clubs](early-intervention need).",
  ],
};

const SPEECH: Cases = {
  "a term that denies in its own words": [
    "[Nobody tells us](information-sharing absent barrier) who has been let out.",
    "There's [nothing for them to do](early-intervention absent gap) of an evening.",
  ],
  "denied doubt states it": [
    "Nobody round here would dispute there's [county lines](county-lines present).",
    "[Stabbings](serious-violence present) are no longer a rarity.",
  ],
  "blame is seeing as victims denied": [
    "They said it was a [lifestyle choice](victims-first absent).",
    "He's just [asking for it](victims-first absent), that's what they told her, the exploited lad.",
  ],
  "warm words": [
    "Our [school nurse](health-services strength) is phenomenal.",
    "I'd be lost without them, the [street pastors](community-engagement strength).",
    "You cannot fault the [MASH](multi-agency-working strength).",
  ],
  "tired words": [
    "The [referral](referral-assessment barrier) sits in a drawer.",
    "[CAMHS](health-services barrier) has a waiting list as long as your arm.",
  ],
};

checkAll("rulings in notes", "notes", NOTES);
checkAll("rulings in speech", "verbatim", SPEECH);
