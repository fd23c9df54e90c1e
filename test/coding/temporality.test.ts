import { type Cases, checkAll } from "./check.js";

const NOTES: Cases = {
  "past by used to": [
    "There used to be a [gang](gangs past) on the ridge.",
    "The panel used to meet about [cuckooing](cuckooing past).",
    "Lads who used to run [county lines](county-lines past) now mentor.",
    "[Knife crime](knife-crime past) used to be dealt with in school.",
  ],
  "past by adverb": [
    "Previously [training](training-awareness past) was yearly.",
    "Historically [gangs](gangs past) came from the docks.",
    "[Drug dealing](drug-markets past) was formerly in the square.",
    "There was once a [strategy](strategy-plan past).",
    "Traditionally [robbery](acquisitive-crime past) was a summer thing.",
  ],
  "past by date": [
    "Ten years ago there were [gangs](gangs past) on the estate.",
    "[Cuckooing](cuckooing past) came up last year.",
    "In 2011 [robbery](acquisitive-crime past) was at its height.",
    "A few years back [county lines](county-lines past) ran from the hotel.",
    "In the nineties [firearms](firearms past) were about.",
    "Last summer a [county line](county-lines past) was closed.",
    "[Modern slavery](modern-slavery past) was found there two years ago.",
    "In the eighties the [drug dealing](drug-markets past) was done by bikers.",
  ],
  "past by event": [
    "Before the cuts there was [early intervention](early-intervention past) in every ward.",
    "Before Covid the [MACE](multi-agency-working past) met in person.",
    "When the sergeant started there were [gangs](gangs past) in every park.",
    "Prior to the merger there was a [strategy](strategy-plan past).",
    "Under the old regime [thresholds](thresholds past) were lower.",
    "At that time [grooming](grooming past) was not a word they used.",
    "Until the restructure there was a [data](data-intelligence past) analyst.",
  ],
  "no longer is past": [
    "[Gangs](gangs past) no longer meet at the arches.",
    "They no longer have a [strategy](strategy-plan past absent).",
    "The [youth club](early-intervention past) is no longer open.",
  ],
  "past by idiom": [
    "Back in the day [drug dealing](drug-markets past) was local men.",
    "Once upon a time there was [training](training-awareness past) for all.",
    "In those days [knife crime](knife-crime past) was unheard of.",
    "At one time [missing](missing past) was a police matter only.",
    "It is a long time since they had [gangs](gangs past).",
  ],
  "past, in its own clause": [
    "There used to be [gangs](gangs past), but now it is [county lines](county-lines current).",
    "In the past it was [robbery](acquisitive-crime past); now it is [cuckooing](cuckooing current).",
  ],
  "the past tense of notes is no past": [
    "[Cuckooing](cuckooing current) was described in two blocks.",
    "The group said that [gangs](gangs current) were active.",
    "[Knife crime](knife-crime current) was seen as a growing risk.",
    "There were [county lines](county-lines current) in the area.",
  ],
  "look-alikes of the past": [
    "Tenants are used to [drug dealing](drug-markets current).",
    "The flat is used to store [drugs](drug-markets current).",
    "There is more [robbery](acquisitive-crime current) than last year.",
    "[Grooming](grooming current) starts prior to release.",
    "Since 2015 [county lines](county-lines current) have run through the town.",
    "Staff have got used to [gangs](gangs current) at the gates.",
    "[Knife crime](knife-crime current) is up on last year.",
  ],
  "future by will": [
    "[Training](training-awareness future) will be given to landlords.",
    "The board will launch a [strategy](strategy-plan future).",
    "A [MACE](multi-agency-working future) will start in the spring.",
    "[Information sharing](information-sharing future) will improve with the hub.",
    "The [peer mentors](offender-exit future) will begin on the wing.",
  ],
  "future by plan": [
    "The council is planning to commission [mentoring](offender-exit future).",
    "They intend to offer [training](training-awareness future).",
    "They plan to hold [focus groups](community-engagement future) with parents.",
    "A [strategy](strategy-plan future) is planned.",
    "A [needs assessment](needs-assessment future) is due to start.",
    "The partnership is about to set up a [MACE](multi-agency-working future).",
    "They are going to review [thresholds](thresholds future).",
    "A joint [strategy](strategy-plan future) is in the pipeline.",
    "An [information sharing](information-sharing future) agreement is to be signed.",
    "A [contextual safeguarding](contextual-safeguarding future) pilot is being developed.",
    "Work is under way to set up [mapping](data-intelligence future) of the cohort.",
  ],
  "future by date": [
    "Next year there is [training](training-awareness future) for nurses.",
    "From April the [MASH](multi-agency-working future) moves in.",
    "In the coming months [schools](schools future) get a named officer.",
    "The [early help](early-intervention future) hub opens next month.",
    "[Training](training-awareness future) for bar staff follows in the new year.",
    "The forthcoming [needs assessment](needs-assessment future) covers adults.",
    "A [strategy](strategy-plan future) is coming soon.",
    "Going forward [referrals](referral-assessment future) go to the desk.",
    "In future [safeguarding](safeguarding future) sits with the hub.",
    "Later this year the [youth club](early-intervention future) reopens.",
  ],
  "future feared": [
    "[County lines](county-lines future) will be here within a year.",
    "[Gangs](gangs future) are going to come, they said.",
    "Sooner or later there will be [firearms](firearms future).",
    "It is only a matter of time before [cuckooing](cuckooing future) reaches the villages.",
  ],
  "look-alikes of the future": [
    "Children going to school see [drug dealing](drug-markets current).",
    "As soon as a [cuckooed](cuckooing current) flat is found it is closed.",
    "[Gangs](gangs current) will wait for them at the gates.",
    "He kept going to court over [robbery](acquisitive-crime current).",
  ],
  "bullets read their lead-in": [
    "In the past there were:\n- [gangs](gangs past)\n- [robberies](acquisitive-crime past) on the front",
    "Next year there will be:\n- [training](training-awareness future)\n- a [strategy](strategy-plan future)",
  ],
};

const SPEECH: Cases = {
  "past in speech": [
    "We used to get [gangs](gangs past) in the precinct, years back.",
    "When I first came it was all [robbery](acquisitive-crime past).",
    "Back then you'd not hear of [county lines](county-lines past).",
  ],
  "future in speech": [
    "We're gonna have [training](training-awareness future), apparently.",
    "There's going to be a [strategy](strategy-plan future), so they tell us.",
    "It'll be [firearms](firearms future) next.",
  ],
  "present in speech": [
    "We're going to meetings about [cuckooing](cuckooing current) every week.",
    "I'm used to [gangs](gangs current), me.",
  ],
};

checkAll("temporality in notes", "notes", NOTES);
checkAll("temporality in speech", "verbatim", SPEECH);
