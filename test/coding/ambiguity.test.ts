import { describe, it } from "vitest";
import { check } from "./check.js";

/**
 * Ambiguous words of the field: what the code means by the word, then what else it means. The second sentence must leave the word alone;
 * codes with a minus are forbidden on the marked words (see check.ts).
 */
const WORDS: readonly (readonly [word: string, meant: string, other: string])[] = [
  // County lines
  [
    "going country",
    "Lads of fourteen are [going country](county-lines) for a week at a time.",
    "Things are [going country](-county-lines) wide from next April.",
  ],
  [
    "CL",
    "[CL](county-lines) nominals are using a runner from the care home.",
    "The [CL](-county-lines) for paediatrics sent her apologies.",
  ],
  [
    "phone line",
    "They hold the [phone line](county-lines) and sell crack off it all night.",
    "The council set up a [phone line](-county-lines) for residents during the floods.",
  ],
  [
    "line: London",
    "There is a [line](county-lines) coming in from London every weekend.",
    "The [line](-county-lines) from London was shut after a tree fell on the track.",
  ],
  [
    "lines: police count",
    "Police know of eleven [lines](county-lines) running into the town.",
    "She read out eleven [lines](-county-lines) of a poem at assembly.",
  ],
  [
    "lines: front",
    "[Deal lines](county-lines) are changed every week.",
    "Staff on the [front lines](-county-lines) feel forgotten.",
  ],
  [
    "line: manager",
    "The [line](county-lines) is run by two brothers and sells heroin.",
    "Her [line manager](-county-lines) signs off the visit.",
  ],
  [
    "line: gender",
    "Each [drug line](county-lines) has its own name.",
    "The group split along [gender lines](-county-lines) on this.",
  ],
  [
    "line: cocaine",
    "He answers the [line](county-lines) for the dealers.",
    "They might do a [line](-county-lines) of cocaine on a Friday.",
  ],
  [
    "line: drawn",
    "They rebranded the [line](county-lines) after the gang was raided.",
    "It is hard to draw a [line](-county-lines) between bullying and banter.",
  ],
  [
    "line: helpline",
    "Users get a text when the [line](county-lines) is back on with crack.",
    "Parents can ring the [advice line](-county-lines) at any hour.",
  ],
  [
    "runner",
    "He was a [runner](county-lines) for a drug line at twelve.",
    "She is a keen [runner](-county-lines) and did the half marathon.",
  ],
  [
    "drug running",
    "[Drug running](county-lines) is done by children who have no record.",
    "The drop-in has been [running](-county-lines) since March.",
  ],
  [
    "exporting",
    "The city is [exporting](county-lines) drugs to half the county.",
    "We had trouble [exporting](-county-lines) the spreadsheet to the council's system.",
  ],
  [
    "imported",
    "The [importing area](county-lines) is never told who is coming.",
    "Case notes were [imported](-county-lines) into the new system.",
  ],
  [
    "plug",
    "Girls are made to [plug](county-lines) wraps before the train.",
    "The charity helps to [plug](-county-lines) the gap left by the youth service.",
  ],
  [
    "packing",
    "They call it [packing](county-lines) or plugging: wraps carried inside the runner.",
    "She was [packing](-county-lines) boxes for the move.",
  ],
  ["burner", "He had three [burner phones](county-lines) on him.", "It has gone on the back [burner](-county-lines)."],
  [
    "banking",
    "The word they use is [banking](county-lines): wraps hidden inside the runner.",
    "Pensioners struggle with online [banking](-county-lines).",
  ],
  [
    "OT",
    "He's been [going OT](county-lines) with the older lads.",
    "The [OT](-county-lines) assessed her bathroom for a rail.",
  ],
  [
    "out of town",
    "They go [out of town](county-lines) to sell crack.",
    "The conference was [out of town](-county-lines) so few attended.",
  ],
  // Cuckooing
  ["cuckoo", "The man upstairs has been [cuckooed](cuckooing) twice.", "The class drew a [cuckoo clock](-cuckooing)."],
  [
    "trap house",
    "His flat became a [trap house](cuckooing) within a month.",
    "The workshop lets them record [trap music](-cuckooing).",
  ],
  [
    "bando",
    "They were dealing out of a [bando](cuckooing) on the estate.",
    "His uncle plays [bando](-cuckooing), the old Welsh ball game.",
  ],
  [
    "trap",
    "Kids stay in the [trap](drug-markets) for days selling crack.",
    "Families fall into the poverty [trap](-cuckooing;-county-lines;-drug-markets).",
  ],
  [
    "take over",
    "Dealers [took over her flat](cuckooing) and she slept in the bath.",
    "The new provider [took over the flats](-cuckooing) from the council in May.",
  ],
  // Exploitation
  [
    "CCE",
    "The panel sees a dozen [CCE](child-criminal-exploitation) cases a month.",
    "The college's [CCE](-child-criminal-exploitation) prospectus lists further education courses.",
  ],
  [
    "criminally exploited",
    "Boys in year nine are being [criminally exploited](child-criminal-exploitation).",
    "Gaps between services are [exploited](-child-criminal-exploitation) by everyone.",
  ],
  [
    "exploitation",
    "[Exploitation](criminal-exploitation) is everywhere if you know how to look.",
    "The mineral [exploitation](-criminal-exploitation) licence was refused.",
  ],
  [
    "exploit",
    "Gangs [exploit](criminal-exploitation) people who have nothing.",
    "We should [exploit](-criminal-exploitation) the opportunity to bid together.",
  ],
  [
    "exploit: loophole",
    "Those being [exploited](criminal-exploitation) rarely say so.",
    "Landlords [exploit](-criminal-exploitation) a loophole in the licence rules.",
  ],
  [
    "sexual exploitation",
    "[Sexual exploitation](child-sexual-exploitation) of girls in care has not gone away.",
    "The refuge helps adult women who escape [sexual exploitation](-child-sexual-exploitation) in brothels.",
  ],
  [
    "CSE",
    "[CSE](child-sexual-exploitation) training reached every school.",
    "He left school with one [CSE](-child-sexual-exploitation) in woodwork in 1978.",
  ],
  [
    "CSA",
    "Disclosures of [CSA](child-sexual-exploitation) come in through the school nurse.",
    "The [CSA](-child-sexual-exploitation) chased him for child maintenance.",
  ],
  [
    "slavery",
    "Officers found [slavery](modern-slavery) at a car wash.",
    "The museum's exhibition on the abolition of [slavery](-modern-slavery) was busy.",
  ],
  [
    "slave",
    "A boy said that he was a [slave](modern-slavery) to the gang.",
    "She is a [slave](-modern-slavery) to her inbox.",
  ],
  [
    "MS",
    "[MS](modern-slavery) referrals and trafficking cases have doubled.",
    "Her mother has [MS](-modern-slavery) and uses a wheelchair.",
  ],
  [
    "trafficking: people",
    "[Trafficking](modern-slavery) of children inside the county is missed.",
    "Two men were charged with drug [trafficking](-modern-slavery).",
  ],
  [
    "trafficked",
    "Children are [trafficked](modern-slavery) from one town to the next.",
    "Forty kilos of heroin were [trafficked](-modern-slavery) through the port.",
  ],
  [
    "NRM",
    "An [NRM](modern-slavery) was put in for all three boys.",
    "The class went to the [NRM](-modern-slavery) in York to see the steam engines.",
  ],
  [
    "debt",
    "They keep them in [debt](debt-bondage) to the dealer so they cannot leave.",
    "Household [debt](-debt-bondage) has grown with the rents.",
  ],
  [
    "debt: student",
    "A fake robbery puts the runner in [debt](debt-bondage) to the gang.",
    "Students worry about [debt](-debt-bondage) after college.",
  ],
  [
    "tick",
    "He took weed on [tick](debt-bondage) and now has to work it off.",
    "It is a [tick](-debt-bondage) box exercise.",
  ],
  ["grooming", "[Grooming](grooming) starts with a pair of trainers.", "She runs a dog [grooming](-grooming) parlour."],
  [
    "recruitment",
    "[Recruitment](grooming) of children by gangs happens outside the takeaway.",
    "[Recruitment](-grooming) of social workers has been slow.",
  ],
  [
    "recruited",
    "Children as young as ten are [recruited](grooming) by the older lads.",
    "The trust has [recruited](-grooming) two more mentors.",
  ],
  [
    "targeting",
    "Dealers are [targeting children](grooming) outside the unit.",
    "The plan has a set of [targets](-grooming) for each quarter.",
  ],
  [
    "threats",
    "They keep him quiet with [threats](coercion-control) to his family.",
    "The review lists strengths, weaknesses, opportunities and [threats](-coercion-control).",
  ],
  [
    "mules",
    "Students act as [money mules](financial-exploitation).",
    "The farm keeps [mules](-financial-exploitation) and donkeys for disabled children.",
  ],
  [
    "squaring",
    "Kids are [squaring](financial-exploitation) with their bank cards for the older lads.",
    "The council is [squaring](-financial-exploitation) its budget.",
  ],
  [
    "deets",
    "They ask on Snapchat for the [deets](financial-exploitation) of a bank account.",
    "Send me the [deets](-financial-exploitation) of the meeting.",
  ],
  [
    "laundering",
    "A nail bar was used for [laundering money](financial-exploitation).",
    "The hostel charges for [laundering](-financial-exploitation) sheets.",
  ],
  [
    "Prevent",
    "[Prevent](radicalisation) referrals go through the same front door.",
    "[Prevent](-radicalisation) children from being drawn into gangs.",
  ],
  [
    "prevent",
    "Staff have had [Prevent training](radicalisation).",
    "We need to [prevent](-radicalisation) this from happening again.",
  ],
  [
    "Channel",
    "The [Channel panel](radicalisation) meets monthly.",
    "It was on a TV [channel](-radicalisation) last week.",
  ],
  [
    "channel",
    "Two boys were taken to [Channel](radicalisation) after a Prevent referral.",
    "There is no clear [channel](-radicalisation) for passing it on.",
  ],
  [
    "radical",
    "He was [radicalised](radicalisation) online.",
    "The service needs a [radical](-radicalisation) rethink.",
  ],
  // Actors
  ["gang", "[Gangs](gangs) from two estates are at war.", "A [gang](-gangs) of workmen dug up the road."],
  [
    "elders",
    "The [elders](gangs) of the gang never touch the drugs.",
    "[Elders](-gangs) of the church offered the hall.",
  ],
  [
    "youngers",
    "The [youngers](gangs) run for the older ones in the gang.",
    "Mothers here are [younger](-gangs) than the county average.",
  ],
  [
    "nominals",
    "Police have forty gang [nominals](gangs) on their books.",
    "The fee for the hall is [nominal](-gangs).",
  ],
  [
    "matrix",
    "He was put on the [gangs matrix](gangs) at fifteen.",
    "We drew up a skills [matrix](-gangs;-data-intelligence) for trustees.",
  ],
  [
    "trident",
    "Officers from [Trident](enforcement-disruption) brought the gang intelligence.",
    "The class debated the [Trident](-gangs;-enforcement-disruption;-firearms) submarines.",
  ],
  ["crew", "The [crew](gangs) he runs with stabbed a rival.", "A fire [crew](-gangs) visited every flat."],
  [
    "SOC",
    "[SOC](organised-crime) sits with the same superintendent.",
    "The [soc](-organised-crime) med student shadowed her.",
  ],
  [
    "organised",
    "[Organised crime](organised-crime) owns the car washes.",
    "The day was well [organised](-organised-crime).",
  ],
  [
    "girls",
    "[Girls](girls-young-women) in gangs are asked to hold the knives.",
    "The [girls](-girls-young-women) in the office keep the list.",
  ],
  [
    "boys",
    "[Boys](boys-young-men) are seen as offenders and girls as victims.",
    "The [boys](-boys-young-men) in blue turned up late.",
  ],
  [
    "cohort: children",
    "There is a [cohort of young people](children-young-people) that every service knows.",
    "The second [cohort](-children-young-people) of areas joined the programme in the spring.",
  ],
  [
    "YP",
    "[YP](children-young-people) at risk of exploitation are discussed weekly.",
    "The [YP](-children-young-people) trade directory is online.",
  ],
  [
    "youth",
    "[Youths](children-young-people) drawn into gangs are not seen as children.",
    "The [Youth Offending Service](-children-young-people) sent its manager.",
  ],
  [
    "vulnerability",
    "[Vulnerable adults](vulnerable-adults) lose their homes to dealers.",
    "[Adult services](-vulnerable-adults) were not invited.",
  ],
  [
    "carers",
    "[Parents and carers](family) were not told.",
    "Paid [carers](-family) call three times a day at the sheltered scheme.",
  ],
  ["older", "[Older dealers](offenders) use them and move on.", "[Older](-offenders) residents feel safe."],
  ["victim", "[Perpetrators](offenders) are rarely charged.", "[Victims](-offenders) are rarely told the outcome."],
  // Drugs
  [
    "dealer",
    "A [dealer](drug-markets) on the corner serves the school run.",
    "He works for a car [dealer](-drug-markets).",
  ],
  [
    "dealing",
    "There is [dealing](drug-markets) in the stairwells.",
    "She is used to [dealing](-drug-markets) with complaints.",
  ],
  [
    "food",
    "They text that they have [food](drug-markets) and the addicts come running.",
    "The [food](-drug-markets;-class-a-drugs;-county-lines) bank opens on Tuesdays.",
  ],
  [
    "shot",
    "He used to [shot](drug-markets) for the older lads on the estate.",
    "Give the idea a [shot](-drug-markets;-firearms).",
  ],
  [
    "market share",
    "The gang is after [market share](drug-markets) in crack.",
    "The housing [market](-drug-markets) has priced out nurses.",
  ],
  [
    "supply",
    "[Supply](drug-markets) of crack has not slowed.",
    "[Supply](-drug-markets) teachers do not know the pupils.",
  ],
  [
    "possession",
    "He was caught with [possession with intent to supply](drug-markets).",
    "The landlord got a [possession order](-drug-markets) in court.",
  ],
  ["wraps", "He had twelve [wraps](drug-markets) in his sock.", "The canteen sells [wraps](-drug-markets) and crisps."],
  [
    "wrap-around",
    "She swallowed the [wraps](drug-markets) of heroin when she was stopped.",
    "They get [wrap-around](-drug-markets) support.",
  ],
  [
    "brown",
    "They sell [brown](class-a-drugs) and white from the same phone.",
    "Mrs [Brown](-class-a-drugs) chaired the meeting.",
  ],
  [
    "brown: colour",
    "He's on the [brown](class-a-drugs) again, injecting in the car park.",
    "The [brown](-class-a-drugs) bins go out on Monday.",
  ],
  [
    "white",
    "He was dealing [white](class-a-drugs) in ten pound bags.",
    "The town is mostly [white](-class-a-drugs) and elderly.",
  ],
  [
    "white: British",
    "Users can get [white](class-a-drugs) and brown on the same deal.",
    "[White](-class-a-drugs) British boys do worst at school.",
  ],
  [
    "black",
    "[Black boys](boys-young-men) are stopped and searched more than others.",
    "The [Black](-class-a-drugs;-boys-young-men) Country has its own line on this.",
  ],
  [
    "crack",
    "[Crack](class-a-drugs) is back on the estate.",
    "The police [crack](-class-a-drugs) down on speeding every autumn.",
  ],
  [
    "crack on",
    "They smoke [crack](class-a-drugs) in the stairwell.",
    "We just [crack](-class-a-drugs) on with the work.",
  ],
  [
    "cracks",
    "[Crack](class-a-drugs) users come in from the villages.",
    "Children fall through the [cracks](-class-a-drugs).",
  ],
  [
    "rocks",
    "He was caught with eight [rocks](class-a-drugs) of crack.",
    "Kids threw [rocks](-class-a-drugs) at the bus.",
  ],
  [
    "coke",
    "[Coke](class-a-drugs) is what the professionals buy from dealers.",
    "They hang about with a can of [coke](-class-a-drugs) and some chips.",
  ],
  [
    "gear",
    "He was sent to fetch the [gear](class-a-drugs) from the dealer.",
    "The club lends them football [gear](-class-a-drugs;-drug-markets).",
  ],
  [
    "gear: car",
    "They were injecting [gear](class-a-drugs) in the toilets.",
    "The partnership has moved up a [gear](-class-a-drugs;-drug-markets).",
  ],
  [
    "weed",
    "Everybody smokes [weed](other-drugs) at that school.",
    "They [weed](-other-drugs) the community garden on Sundays.",
  ],
  [
    "grass",
    "He was caught smoking [grass](other-drugs) by the shops.",
    "Nobody cuts the [grass](-other-drugs) on the estate.",
  ],
  [
    "grass: informer",
    "They sell [grass](other-drugs) and pills to schoolchildren.",
    "Nobody wants to be called a [grass](-other-drugs).",
  ],
  ["bud", "He sells [bud](other-drugs) to his mates in year ten.", "The scheme was nipped in the [bud](-other-drugs)."],
  [
    "Spice",
    "Half the rough sleepers are on [Spice](other-drugs).",
    "The hostel kitchen has [spice](-other-drugs) jars donated by the mosque.",
  ],
  [
    "NPS",
    "[NPS](other-drugs) such as Spice are sold outside the hostel.",
    "[NPS](-other-drugs) and the CRC both hold cases.",
  ],
  [
    "NPS: officer",
    "The use of [NPS](other-drugs) in the prison is out of hand.",
    "The [NPS](-other-drugs) officer writes the report for court.",
  ],
  [
    "pills",
    "Kids are popping [pills](other-drugs) bought off Snapchat.",
    "The nurse keeps her [pills](-other-drugs) in a locked cupboard.",
  ],
  [
    "joint: drug",
    "They share a [joint](other-drugs) of weed before school.",
    "The two teams hold a [joint](-other-drugs) briefing.",
  ],
  [
    "user",
    "[Users](substance-misuse) come for heroin at all hours.",
    "[Users](-substance-misuse) of the new case system need a log-in.",
  ],
  [
    "user: service",
    "A [chaotic user](substance-misuse) lets dealers stay for a bit of crack.",
    "Service [users](-substance-misuse) sit on the panel.",
  ],
  [
    "treatment",
    "She dropped out of drug [treatment](substance-misuse) twice.",
    "Complaints of rude [treatment](-substance-misuse) at reception have gone up.",
  ],
  [
    "treatment: victims",
    "[Treatment](substance-misuse) for heroin addiction has a waiting list.",
    "Equal [treatment](-substance-misuse) of staff is in the contract.",
  ],
  [
    "clean",
    "He's been [clean](substance-misuse) of heroin for six months.",
    "The council will [clean](-substance-misuse) the stairwell.",
  ],
  [
    "script",
    "He collects his methadone [script](substance-misuse) daily.",
    "Actors wrote the [script](-substance-misuse) with pupils.",
  ],
  // Violence
  [
    "violence",
    "[Violence](serious-violence) has moved into the schools.",
    "The [Violence Reduction Unit](-serious-violence) paid for it.",
  ],
  [
    "stabbing",
    "There was a [stabbing](serious-violence) outside the chip shop.",
    "Officers wore [stab vests](-serious-violence).",
  ],
  ["stab", "He was [stabbed](serious-violence) over a phone.", "I'll take a [stab](-serious-violence) at a figure."],
  [
    "attack",
    "The [attack](serious-violence) with a machete was filmed.",
    "He had a panic [attack](-serious-violence) in class.",
  ],
  [
    "fight",
    "Two groups had a [fight](serious-violence) at the bus station.",
    "We had to [fight](-serious-violence) for every penny.",
  ],
  [
    "beef",
    "There is [beef](serious-violence) between lads from the two estates.",
    "They served roast [beef](-serious-violence) at the gang exit lunch.",
  ],
  [
    "injuries",
    "He came in with [knife injuries](serious-violence) and would not say who.",
    "She is off work with a back [injury](-serious-violence).",
  ],
  ["weapon", "They hide [weapons](knife-crime) in the park.", "Information is our best [weapon](-knife-crime)."],
  ["blade", "He had a [blade](knife-crime) down his trousers.", "The boat's rotor [blade](-knife-crime) had snapped."],
  [
    "carrying",
    "Boys are [carrying](knife-crime) because they are scared.",
    "We are [carrying](-knife-crime) three vacancies.",
  ],
  [
    "tool",
    "He had a [tool](knife-crime) on him when he was stopped.",
    "The screening [tool](-knife-crime) takes ten minutes.",
  ],
  ["shank", "He had a [shank](knife-crime) in his sock.", "The lunch was lamb [shank](-knife-crime)."],
  [
    "mace",
    "[MACE](multi-agency-working) took his case on Tuesday.",
    "The mayor's [mace](-multi-agency-working) was on display.",
  ],
  [
    "shooting",
    "There was a [shooting](firearms) on the high street.",
    "The [shooting](-firearms) of the film closed the road.",
  ],
  ["strap", "He carries a [strap](firearms) for the gang.", "The bag had a broken [strap](-firearms)."],
  ["shots", "[Shots](firearms) were fired at a house.", "Nobody is calling the [shots](-firearms) on this."],
  ["gun", "A [gun](firearms) was found in the loft.", "They jumped the [gun](-firearms) with the launch."],
  [
    "ASB",
    "[ASB](anti-social-behaviour) around the shops is up.",
    "The [ASB team](-anti-social-behaviour) came to the meeting.",
  ],
  [
    "nuisance",
    "Residents report [nuisance](anti-social-behaviour) from mopeds.",
    "It is a [nuisance](-anti-social-behaviour) to log in twice.",
  ],
  ["robbed", "He was [robbed](acquisitive-crime) of his phone.", "We were [robbed](-acquisitive-crime) in extra time."],
  [
    "steal",
    "They [steal](acquisitive-crime) bikes to order.",
    "We will [steal](-acquisitive-crime) that idea for our own training.",
  ],
  ["DV", "[DV](domestic-abuse) is in nearly every file.", "Analysts wait a year for [DV](-domestic-abuse) clearance."],
  [
    "DA",
    "[DA](domestic-abuse) was the reason for the referral in half the families.",
    "The [DA](-domestic-abuse) in Chicago tried it first.",
  ],
  [
    "displaced",
    "Dealing was just [displaced](displacement) to the next estate.",
    "[Displaced](-displacement) families from Syria live in the hotel.",
  ],
  // Vulnerability
  ["missing", "Girls in care go [missing](missing) at weekends.", "There is [missing](-missing) data on ethnicity."],
  ["missing: partners", "He was [missing](missing) for nine days.", "Health was [missing](-missing) from the table."],
  [
    "missing: the point",
    "[Missing episodes](missing) have doubled since he was placed.",
    "I think we are [missing](-missing) the point.",
  ],
  [
    "RHI",
    "Every child who goes missing should have an [RHI](missing).",
    "The [RHI](-missing) pays for the boiler in the village hall.",
  ],
  [
    "LAC",
    "[LAC](looked-after-children) placed here by London boroughs are not notified.",
    "The [LAC](-looked-after-children) coordinator knows every resident on the street.",
  ],
  [
    "looked after",
    "[Looked after children](looked-after-children) are sent forty miles away.",
    "She [looked after](-looked-after-children) her mother for years.",
  ],
  [
    "care",
    "He has been in [care](looked-after-children) since he was six.",
    "Take [care](-looked-after-children) when you visit alone.",
  ],
  [
    "placement",
    "His third [placement](looked-after-children) broke down in a month.",
    "The student nurse is on a [placement](-looked-after-children) with us.",
  ],
  [
    "excluded",
    "He was [excluded](school-exclusion) in year eight.",
    "Two areas were [excluded](-school-exclusion) from the sample.",
  ],
  [
    "exclusions",
    "[Exclusions](school-exclusion) hand them to the gangs.",
    "[Exclusion](-school-exclusion) zones were put on his licence.",
  ],
  ["PRU", "The [PRU](school-exclusion) is where they meet.", "She works in claims at the [Pru](-school-exclusion)."],
  [
    "AP",
    "Pupils in [AP](school-exclusion) get two hours a day.",
    "The [AP](-school-exclusion) newswire ran the story.",
  ],
  [
    "capacity: mental",
    "He was said to have [capacity](mental-health) to decide who stays in his flat.",
    "There is no [capacity](-mental-health) in the team for another project.",
  ],
  [
    "capacity: service",
    "The [capacity of the service](resources) has been halved.",
    "She lacks the [mental capacity](-resources) to agree to it.",
  ],
  [
    "depression",
    "[Depression](mental-health) among the mothers is common.",
    "There was a tropical [depression](-mental-health) on the news.",
  ],
  [
    "trauma",
    "Their [trauma](mental-health) is never asked about.",
    "The major [trauma centre](-mental-health) is in the city.",
  ],
  [
    "SEND",
    "[SEND](mental-health) pupils are over-represented among those excluded.",
    "Please [SEND](-mental-health) THIS TO ALL STAFF.",
  ],
  [
    "evicted",
    "She was [evicted](housing-insecurity) after the raid.",
    "The [housing officer](-housing-insecurity) took the chair.",
  ],
  [
    "transition",
    "[Transition](transition) at eighteen is a cliff edge.",
    "The [transition](-transition) to the new computer system was painful.",
  ],
  [
    "online",
    "They are groomed [online](social-media) before they ever meet.",
    "Book your place [online](-social-media).",
  ],
  ["drill", "[Drill videos](social-media) set off the feud.", "The school held a fire [drill](-social-media)."],
  [
    "deprived",
    "It is the most [deprived](inequality) ward in the county.",
    "He was [deprived](-inequality) of his liberty.",
  ],
  // Settings
  [
    "custody",
    "He came out of [custody](prisons) worse.",
    "The parents are fighting over [custody](-prisons) of the twins.",
  ],
  [
    "inside",
    "He met them [inside](prisons) and they were waiting at the gate.",
    "They keep the bikes [inside](-prisons) the hall.",
  ],
  [
    "training (train)",
    "Children arrive on the [train](night-time-economy) with a rucksack.",
    "We [train](-night-time-economy) every new starter.",
  ],
  [
    "taxi licensing",
    "[Licensing](night-time-economy) hold a list of the worst premises.",
    "The software [licensing](-night-time-economy) costs have doubled.",
  ],
  [
    "clubs",
    "[Clubs](night-time-economy) in the town centre let them in and sell them drink.",
    "Boxing [clubs](-night-time-economy) keep them off the street.",
  ],
  [
    "bar",
    "Door staff at the [bar](night-time-economy) see who comes and goes with the drink.",
    "The [bar](-night-time-economy) for a referral is too high.",
  ],
  ["schools", "[Schools](schools) shut the door on them.", "There are two [schools of thought](-schools) on this."],
  // Response
  [
    "board",
    "The [board](leadership-governance) has never asked for the figures.",
    "Everyone is on [board](-leadership-governance).",
  ],
  [
    "board: notice",
    "It goes to the [partnership board](leadership-governance).",
    "It was on the notice [board](-leadership-governance).",
  ],
  [
    "chair",
    "Nobody wants to [chair](leadership-governance) the panel.",
    "There was a broken [chair](-leadership-governance) leg in the room.",
  ],
  [
    "CSP",
    "The [CSP](leadership-governance) owns the strategy.",
    "A strict [CSP](-leadership-governance) header stops scripts on the web page.",
  ],
  [
    "PCC",
    "The [PCC](leadership-governance) made it a priority.",
    "The vicar and the [PCC](-leadership-governance) lent us the church hall.",
  ],
  [
    "grip",
    "Nobody at the council has a [grip](leadership-governance) on this.",
    "He lost his [grip](-leadership-governance) on the ladder.",
  ],
  [
    "grip: fear",
    "The board has [no grip](leadership-governance) on the work.",
    "The town is in the [grip](-leadership-governance) of a heatwave.",
  ],
  [
    "lead",
    "There is no [strategic lead](leadership-governance).",
    "The dog was off its [lead](-leadership-governance).",
  ],
  ["strategy", "There is no [strategy](strategy-plan).", "A [strategy meeting](-strategy-plan) was called on the boy."],
  ["plan", "The [action plan](strategy-plan) has gathered dust.", "Each child has a [care plan](-strategy-plan)."],
  [
    "framework",
    "We work to a shared [framework](strategy-plan).",
    "Ofsted has changed its [inspection framework](-strategy-plan).",
  ],
  [
    "partner",
    "[Partners](multi-agency-working) work well together here.",
    "Her [partner](-multi-agency-working) hit her again.",
  ],
  [
    "hub",
    "The [exploitation hub](multi-agency-working) brings police and social care into one room.",
    "The car's [hub](-multi-agency-working) cap was stolen.",
  ],
  ["MASH", "[MASH](multi-agency-working) screens them all.", "Lunch was sausage and [mash](-multi-agency-working)."],
  [
    "panel",
    "The [multi-agency panel](multi-agency-working) looks at ten cases.",
    "They want solar [panels](-multi-agency-working) on the hall.",
  ],
  [
    "network: meeting",
    "There is a [multi-agency network](multi-agency-working) of leads.",
    "The mobile [network](-multi-agency-working;-gangs) was down.",
  ],
  [
    "network: drugs",
    "[Dangerous drug networks](gangs) run three towns.",
    "She has a good [network](-gangs) of friends.",
  ],
  [
    "silos",
    "Everyone works in [silos](silos-duplication).",
    "The farm's grain [silo](-silos-duplication) was set alight.",
  ],
  [
    "share",
    "Nobody [shares intelligence](information-sharing) with the school.",
    "The two clubs [share](-information-sharing) a minibus.",
  ],
  [
    "overlap",
    "Four [meetings overlap](silos-duplication) and nobody knows why.",
    "The tiles [overlap](-silos-duplication) on the roof.",
  ],
  [
    "intelligence",
    "Police [intelligence](data-intelligence) on the estate is thin.",
    "Staff lack emotional [intelligence](-data-intelligence).",
  ],
  [
    "intelligence: artificial",
    "There is no [intelligence](data-intelligence) picture of the lines.",
    "The college teaches artificial [intelligence](-data-intelligence).",
  ],
  [
    "mapping",
    "[Mapping](data-intelligence) of peer groups has begun.",
    "The street [map](-data-intelligence) at the bus stop is wrong.",
  ],
  [
    "profile",
    "A [problem profile](data-intelligence) was written two years ago.",
    "It would raise the [profile](-data-intelligence) of the scheme.",
  ],
  ["data", "There is no [data](data-intelligence) from A&E.", "He ran out of [data](-data-intelligence) on his phone."],
  [
    "front door",
    "The [front door](referral-assessment) turns half of them away.",
    "They kicked in the [front door](-referral-assessment) at dawn.",
  ],
  [
    "threshold",
    "They do not meet the [threshold](thresholds).",
    "He stood on the [threshold](-thresholds) of the house.",
  ],
  [
    "threshold: statistics",
    "[Thresholds](thresholds) for social care are too high.",
    "Her income is above the tax [threshold](-thresholds).",
  ],
  [
    "safeguarding",
    "[Safeguarding](safeguarding) is everyone's job.",
    "[Operation Safeguard](-safeguarding) held prisoners in cells.",
  ],
  [
    "neglect",
    "The [neglect](safeguarding) in that home was plain to see.",
    "We must not [neglect](-safeguarding) the paperwork.",
  ],
  ["CP", "He is on a [CP plan](safeguarding).", "Her son has [CP](-safeguarding) and walks with a frame."],
  ["EH", "The [EH assessment](early-intervention) was never done.", "[EH](-early-intervention), is that right?"],
  [
    "prevention",
    "[Prevention](early-intervention) gets no money.",
    "The [fire prevention](-early-intervention) officer fitted alarms.",
  ],
  [
    "diversion",
    "[Diversion](early-intervention) works with first offenders.",
    "There was a [diversion](-early-intervention) on the A6.",
  ],
  [
    "Impact",
    "The [impact](evaluation) of the scheme was never measured.",
    "[Impacted](-evaluation) wisdom teeth kept her off work.",
  ],
  [
    "shield",
    "[Operation Shield](enforcement-disruption) put two dealers away.",
    "She had to [shield](-enforcement-disruption) during the pandemic.",
  ],
  [
    "warrant",
    "Officers ran a [warrant](enforcement-disruption) at the flat.",
    "It does not [warrant](-enforcement-disruption) a second visit.",
  ],
  [
    "arrest",
    "Nine [arrests](enforcement-disruption) were made.",
    "He died of a cardiac [arrest](-enforcement-disruption).",
  ],
  [
    "raid",
    "The [raids](enforcement-disruption) lifted spirits.",
    "Kids [raid](-enforcement-disruption) the fridge after school.",
  ],
  [
    "training",
    "[Training](training-awareness) was given to taxi drivers.",
    "He goes to football [training](-training-awareness) twice a week.",
  ],
  [
    "training: weights",
    "Teachers want [training](training-awareness) on county lines.",
    "The gym has a weight [training](-training-awareness) room.",
  ],
  [
    "awareness",
    "[Awareness](training-awareness) sessions reached every college.",
    "He crept in without her [awareness](-training-awareness).",
  ],
  [
    "campaign",
    "A [campaign](training-awareness) on buses told parents the signs.",
    "The election [campaign](-training-awareness) starts in May.",
  ],
  [
    "churn",
    "The [churn](staff-churn) of social workers breaks trust.",
    "The dairy had a butter [churn](-staff-churn).",
  ],
  [
    "resources",
    "There are no [resources](resources) for the evenings.",
    "[Human resources](-resources) checked the contract.",
  ],
  ["cuts", "[Cuts](resources) closed the youth club.", "He had [cuts](-resources) on both hands."],
  [
    "charity",
    "A [charity](voluntary-sector) runs the drop-in.",
    "It was a [charity shop](-voluntary-sector) that was broken into.",
  ],
  [
    "VCS",
    "The [VCS](voluntary-sector) is left out of meetings.",
    "The developers keep the code in a [VCS](-voluntary-sector).",
  ],
  [
    "health",
    "[Health](health-services) never come to the panel.",
    "[Health and safety](-health-services) rules stop the trip.",
  ],
  ["GPS", "[GPs](health-services) do not share what they know.", "He wore a [GPS](-health-services) tag."],
  [
    "public health",
    "[Public health](health-services) pays for the nurse.",
    "They take a [public health approach](-health-services;public-health-approach) to violence.",
  ],
  [
    "mentor",
    "[Mentors](offender-exit) who left gangs themselves meet them at the gate.",
    "The new teacher has a [mentor](-offender-exit) in the maths department.",
  ],
  ["exit", "There is no [gang exit](offender-exit) work.", "The fire [exit](-offender-exit) was locked."],
  [
    "graft",
    "They go out on the [graft](county-lines) with kids from the home.",
    "It was hard [graft](-county-lines) to build the trust.",
  ],
  [
    "bird",
    "He did his [bird](prisons) and came out to the same gang.",
    "A [bird](-prisons) box was put up in the playground.",
  ],
];

describe("ambiguous words", () => {
  for (const [word, meant, other] of WORDS) {
    it(`${word}: ${meant}`, () => check(meant));
    it(`${word}, otherwise: ${other}`, () => check(other));
  }
});
