import { type Cases, checkAll } from "./check.js";

/** What stands between a cue and what it speaks of, and what stands where no verb does. */
const NOTES: Cases = {
  "a denial set off by an aside": [
    "Managers had not, as far as the team could see, offered [training](training-awareness absent gap) to agency staff.",
    "Officers have never, in all their years on the coast, met [organised crime](organised-crime absent).",
  ],
  "a fronted denial takes the clause that it turns round": [
    "At none of the visits, and they made eleven, did they come across [cuckooing](cuckooing absent).",
    "At no stage during the inquiry had they heard of [firearms](firearms absent).",
  ],
  "a subject that an aside cuts off from its denial": [
    "[Gangs](gangs absent), in the sense that London means, do not exist on this coast.",
    "[County lines](county-lines absent), whatever the leaflet says, are not happening in the valley.",
  ],
  "a hedge set off by an aside": [
    "It is believed, though nobody has proof, that [heroin](class-a-drugs possible) comes in by coach.",
  ],
  "brackets without a verb belong to the clause around them": [
    "These harms ([debt bondage](debt-bondage possible), [cuckooing](cuckooing possible)) seem to go together.",
    "There is no provision ([mentoring](offender-exit absent)) after five.",
  ],
  "brackets with a verb are a clause of their own": [
    "There was no [cuckooing](cuckooing absent) in the flats (they do have [gangs](gangs present) in the park).",
  ],
  "a topic and its answer": [
    "Evidence of [cuckooing](cuckooing absent): none seen.",
    "[Firearms](firearms absent): nil.",
    "[Modern slavery](modern-slavery unaware) – not known.",
    "[Knife crime](knife-crime rising): way up.",
    "[Staff turnover](staff-churn absent): nil in three years.",
  ],
  "a colon before more than an answer answers nothing": [
    "[Cuckooing](cuckooing present): no housing officer had been told of the two cases.",
  ],
  "asked about, and not known": [
    "Asked about [money laundering](financial-exploitation unaware), the tellers did not know what to look for.",
    "Asked about [modern slavery](modern-slavery unaware), none of the four knew of a case.",
  ],
  "nobody had heard of it": [
    "Not one of the six had heard there was a [strategy](strategy-plan unaware all).",
    "Hardly anyone was aware of the [vulnerable adults](vulnerable-adults unaware) desk.",
  ],
  "not told is no denial of the thing": [
    "Nobody told us he was [cuckooed](cuckooing present).",
    "None of them have met the new [exploitation](criminal-exploitation present) lead.",
  ],
  "a subject is there, whatever may be thought of what it does": [
    "The [schools](schools present) may be hiding the true figure.",
    "Two of the [charities](voluntary-sector present) appear to run the same course.",
    "[Violence](serious-violence possible) appears to be spreading.",
  ],
  "asked for in so many words": [
    "It was suggested that a joint [risk assessment](referral-assessment hypothetical need) be drawn up.",
    "Everyone supported a [multi-agency panel](multi-agency-working hypothetical need) for adults.",
  ],
  "those present, without a word that says so": [
    "Two heads of year, the college's [safeguarding](-safeguarding) lead and a [school](-schools) nurse.",
    "[Housing](-housing-services) officers, a tenancy sustainment worker and one PCSO.",
  ],
  "a verb makes it a sentence": [
    "[Housing officers](housing-services present), a nurse and a PCSO worry about [gangs](gangs present).",
  ],
  "set off on both sides, well is a breath": ["The [parents](family appraisal=none) were, well, elsewhere."],
};

const SPEECH: Cases = {
  "a longer sentence answers with its opening": [
    "[Handguns](firearms absent)? Not here, said my sergeant, and he would know.",
    "[Cuckooing](cuckooing absent)? No, never, not in twenty years.",
  ],
  "an answer is about the last clause of what was asked": [
    "There's [county lines](county-lines present) all over, but is it reported? No.",
  ],
  "a bare topic and its answer": ["[Cuckooing](cuckooing absent), no, not round here."],
  "a bare topic taken up": [
    "[Firearms](firearms rising), they've gone right up.",
    "[Training](training-awareness strength), that's been brilliant.",
  ],
  "a place or a time in front is no topic": ["In [prison](prisons trend=none), it's gone up."],
  "a clause and a no behind it are no topic": ["We've got [gangs](gangs present) coming in, no doubt about it."],
  "a request": [
    "Could we have one [referral form](referral-assessment hypothetical need) for all of it?",
    "Could somebody put on [training](training-awareness hypothetical need) for the night staff?",
  ],
  "asked of somebody who is there": [
    "Are the [schools](schools present) any help?",
    "Is [prison](prisons present) a break from it?",
  ],
  "asked whether it is there": ["Are there [gangs](gangs possible) on the estate?"],
  "tags do not resume a clause": ["There's [gangs](gangs present) down the arcade, aren't there?"],
  "no more than ever is no denial": ["We've had no more [knives](knife-crime stable) than any other year."],
  "gone from few to many is no fall": ["[Exclusions](school-exclusion rising) have gone from a handful to forty."],
};

checkAll("asides and fragments in notes", "notes", NOTES);
checkAll("asides and fragments in speech", "verbatim", SPEECH);
