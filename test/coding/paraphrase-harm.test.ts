import { checkAll } from "./check.js";

/**
 * How people tell of exploitation, drugs, violence and vulnerability without the field's own words, by the frame behind the telling; and the
 * ordinary senses of the same words, which must be left alone (codes with a minus, see check.ts).
 */
checkAll("the harm area in other words", "verbatim", {
  "a programme by its name, and the same words in small letters": [
    "The Ending [Gang Violence](-gangs) unit met twice.",
    "It takes sharing to get near to ending [gang violence](gangs).",
  ],
  "cuckooing: somebody else answers the door": [
    "I have knocked four times and [a different man opens the door](cuckooing) at that flat.",
    "At that address the [door gets opened by somebody new](cuckooing).",
    "At the surgery the [nurse opens the door](-cuckooing) and calls the next name.",
  ],
  "cuckooing: they have the keys": [
    "It began with a cup of tea and by Easter [they had the keys](cuckooing).",
    "The lads from the car park [have got his keys](cuckooing) and he waits to be let in.",
    "They [have the keys](-cuckooing) to the community centre on a Tuesday.",
  ],
  "cuckooing: the home is lost to others": [
    "She has [lost her flat to the dealers](cuckooing) and nobody wrote it down.",
    "It is [no longer his own home](cuckooing), he says so himself.",
    "They lost the [flat to a fire](-cuckooing) in March.",
  ],
  "cuckooing: the tenant is pushed aside": [
    "He is [sitting in one room](cuckooing) while dealers use the rest.",
    "She can [never use her own kitchen](cuckooing) any more.",
    "My son [stays in his bedroom](-cuckooing) on the PlayStation all day.",
  ],
  "cuckooing: strangers help themselves": [
    "[They eat his food and sleep in his bed](cuckooing), and he thanks them for the company.",
    "There were [strangers all over her front room](cuckooing) when the gas man called.",
    "Her grandchildren come on Sundays and [they eat her dinner](-cuckooing).",
  ],
  "cuckooing: guests who do not go": [
    "He put up a lad for one night and now has an [unwanted lodger](cuckooing).",
    "They [moved in on](cuckooing) a pensioner at the end of our landing.",
    "Police [moved in on](-cuckooing) the suspect at noon.",
  ],
  "county lines: voices from elsewhere": [
    "There is a [boy with a Liverpool accent](county-lines) outside the chip shop every weekend.",
    "It is a [different lad every fortnight](county-lines) and never one of ours.",
    "We get a [new face every week](-county-lines) at the drop in.",
  ],
  "county lines: children on trains": [
    "Transport police took a [girl off the coach](county-lines) with two phones and no ticket.",
    "They were [put on the early train](county-lines) with a bag of wraps.",
    "We took thirty [kids on the train](-county-lines) to the seaside.",
  ],
  "county lines: lines by count and by name": [
    "The [Smokey line and the Mikey line](county-lines) both sell here.",
    "We [mapped nine numbers](county-lines) last month and took out two.",
    "The [Jubilee line and the Central line](-county-lines) were down, so half the commuters were late on the tube.",
  ],
  "county lines: goods from elsewhere": [
    "The [gear is brought down from Manchester](county-lines) on a Thursday.",
    "Our town is known to [export its trouble](county-lines).",
  ],
  "child criminal exploitation: errands for others": [
    "He is fourteen and he is [holding it for someone](child-criminal-exploitation).",
    "The [girl was told to look after the phone for him](child-criminal-exploitation).",
    "Nobody asks who the [child is carrying for](child-criminal-exploitation).",
    "My daughter [looks after the dog for someone](-child-criminal-exploitation) on our street.",
  ],
  "child criminal exploitation: money a child cannot have": [
    "Mum found [six hundred quid in his school bag](child-criminal-exploitation).",
    "A boy of twelve had [cash under his mattress](child-criminal-exploitation).",
    "The pensioner kept her [savings under the mattress](-child-criminal-exploitation).",
  ],
  "child criminal exploitation: ages and jobs": [
    "It is a [twelve year old on a push bike](child-criminal-exploitation) that brings it now.",
    "He was a [13-year-old with a burner](child-criminal-exploitation) and we charged him.",
    "A [twelve year old on a bike](-child-criminal-exploitation) had an accident by the lights and had no helmet.",
  ],
  "criminal exploitation: used by others, no age": [
    "Men on our books are [used as left luggage](criminal-exploitation) by people they are scared of.",
    "She goes [shoplifting to order](criminal-exploitation).",
    "He is at their [beck and call](criminal-exploitation).",
  ],
  "grooming: treats": [
    "[They buy him a kebab](grooming) and drop him home.",
    "It starts with a [pizza and a lift home](grooming).",
    "[Who paid for the trainers](grooming), that is what I ask.",
    "[My mum bought me trainers](-grooming) for Christmas.",
  ],
  "grooming: taken for friends": [
    "He [thinks they are his mates](grooming).",
    "She [says he is her boyfriend](grooming), and she is thirteen.",
    "He [thinks she is his colleague](-grooming).",
  ],
  "grooming: the ones they go for": [
    "[They look for the quiet ones](grooming), ones with nobody at home.",
    "The [lads they pick](grooming) have no dad about.",
    "The lonely [get preyed upon](grooming).",
    "We [look for young ones](-grooming) who like football.",
  ],
  "grooming: those who wait": [
    "There are [men sat outside the children's home](grooming) in a hire car.",
    "There is a [car waiting and it is not his dad](grooming).",
    "[Parents wait outside the school](-grooming) from three.",
  ],
  "grooming: bought and drawn in": [
    "They get [drawn in with weed](grooming).",
    "[Someone offered him fifty quid](grooming) to stand on the corner.",
    "He [calls her babe](grooming) and she melts.",
    "The council [offered them a grant](-grooming).",
  ],
  "grooming: recruiting grounds": [
    "The unit is a [recruiting ground for gangs](grooming).",
    "The home is a [feeder for the line](grooming).",
    "Police held a [recruitment fair](-grooming) for new officers at the college.",
  ],
  "coercion: what is done to house and family": [
    "His nan [had a visit](coercion-control) last night.",
    "They [torched his mum's car](coercion-control).",
    "They put a [firework through the letterbox](coercion-control).",
    "[Two lads came to the door wanting their money](coercion-control).",
    "Mum [had a visit](-coercion-control) from the health visitor.",
  ],
  "coercion: what they were told": [
    "She was [told she would get cut if](coercion-control) she spoke.",
    "They [know where his sister goes](coercion-control) to school, they said, so he pays.",
    "We [know where he lives](-coercion-control), the social worker has been.",
  ],
  "coercion: fear": [
    "Half of them are [frit](coercion-control) of what comes next.",
    "The residents are [petrified](coercion-control).",
    "Staff are [petrified](-coercion-control) of the inspection.",
    "The [neighbours are frightened](coercion-control) of the dealers.",
  ],
  "coercion: spoken for and watched": [
    "Her [boyfriend does all the talking](coercion-control).",
    "There is always a [man stood behind her](coercion-control) at the desk.",
    "The boy had been [coached](coercion-control), every answer was no comment.",
    "He was [coached](-coercion-control) by a football team.",
  ],
  "coercion: forced": [
    "He was [bullied into it](coercion-control;criminal-exploitation).",
    "They will [not let him walk away](coercion-control), the gang.",
    "We were [forced into it](-coercion-control) by the cuts.",
  ],
  "debt: owing": [
    "All these lads [owe](debt-bondage) somebody.",
    "They come out of jail [owing](debt-bondage).",
    "She is [into them for two grand](debt-bondage).",
    "We [owe](-debt-bondage) it to the children to do better.",
    "He [owes](-debt-bondage) rent to the landlord.",
    "It was put off [owing to](-debt-bondage) the weather.",
  ],
  "debt: made and grown": [
    "The [robbery was staged](debt-bondage).",
    "What he owes [doubles every week](debt-bondage).",
    "[They own him](debt-bondage) after that.",
    "[They own](-debt-bondage) the company.",
  ],
  "debt: families pay": [
    "His [mum paid them off](debt-bondage) twice.",
    "The [parents bailed him out](debt-bondage) and it was not enough.",
    "The [parents pay off](-debt-bondage) the school fees.",
  ],
  "financial exploitation": [
    "There was [nine grand through her account](financial-exploitation).",
    "They [walked him to the cashpoint](financial-exploitation).",
    "Her [nephew has got her bank card](financial-exploitation).",
    "She [took over the post office](-financial-exploitation) in 2010.",
  ],
  "modern slavery": [
    "They are [ten to a room](modern-slavery) and the gangmaster holds the passports.",
    "The men [hand over their wages](modern-slavery) to the driver.",
    "The students are [four to a room](-modern-slavery).",
  ],
  "displacement: moved a little way": [
    "All we have done is [shift it fifty yards](displacement).",
    "[All we did was move it](displacement).",
    "They [moved the deadline two weeks](-displacement).",
  ],
  "displacement: since we acted": [
    "[Since the patrols they are](displacement) down by the lock.",
    "[Since they fenced the car park it is](displacement) the churchyard.",
    "The [dealers have gone over to the arcade](displacement) since the closure order.",
    "[Since the order](-displacement) the street is quiet.",
  ],
  "displacement: back, or the same faces": [
    "The [same lads are on the next](displacement) block.",
    "You arrest one and there is [another lad there by teatime](displacement).",
    "She is [back by Monday](-displacement) from her holiday.",
  ],
  "displacement: pushed": [
    "The cameras have [pushed them into the](displacement) alleys.",
    "Somehow it became [somebody else's problem now](displacement).",
    "I [pushed them to the limit](-displacement) in the gym.",
  ],
  "displacement: going to": [
    "I thought [it was going to](-displacement) be a long closure after the arrests.",
    "Our thinking has [moved on](-displacement) since the police left.",
  ],
  "drug markets: prices and trade": [
    "It is a [tenner a bag](drug-markets) and has been for years.",
    "[Weed's dirt cheap](drug-markets) here.",
    "One family took over the [cocaine trade](drug-markets).",
    "We paid a [tenner a bag](-drug-markets) for the shopping.",
  ],
  "drug markets: in and out": [
    "They bring it in [by the kilo](drug-markets).",
    "[Drones](drug-markets) drop it in the prison yard.",
    "He [sells bits](drug-markets) on the landing.",
    "They are [serving extra food](-drug-markets) at lunch.",
  ],
  "substances by other names": [
    "[Coke](class-a-drugs) is in every pub toilet.",
    "I want to [get off the brown](substance-misuse).",
    "Dad has an [expensive habit](substance-misuse).",
    "It is [sprayed on the letters](other-drugs) that come to the wing.",
    "A can of [coke](-class-a-drugs) and a bag of crisps.",
  ],
  missing: [
    "[Nobody knew where she was](missing) until Tuesday.",
    "He had been [gone six nights](missing).",
    "She [stayed out all night](missing) again.",
    "He turned up [back home days later](missing).",
    "The [missing](-missing) page of the minutes turned up.",
    "Could we [do one](-missing) assessment between us?",
    "He was [away two weeks](-missing) on holiday.",
  ],
  "children in care": [
    "We have [kids from London in a unit](looked-after-children) at the end of our road.",
    "They [place us a child](looked-after-children) and say nothing.",
    "They [put lads from other boroughs in](looked-after-children) that house.",
    "Tenants were visited in their own [homes](-looked-after-children).",
  ],
  "school exclusion": [
    "He got [slung out of school](school-exclusion) in year eight.",
    "They are [bunking off](school-exclusion) most days.",
    "She is [not in school](school-exclusion) and nobody rings.",
    "I had a [half day](-school-exclusion) training.",
  ],
  "mental health in plain words": [
    "The boy [cannot sleep](mental-health) and has no appetite.",
    "She is [hurting herself](mental-health).",
    "They say he [has got capacity](mental-health) and close the case.",
    "The team [has no capacity](-mental-health).",
    "They [sent](-mental-health) the lad a letter.",
  ],
  "housing in plain words": [
    "He was [thrown out of the flat](housing-insecurity) on Friday.",
    "She has [nowhere to go](housing-insecurity) when she is released.",
    "Three of them are [sleeping in a car](housing-insecurity).",
    "We met in the [smoking shelter](-housing-insecurity).",
  ],
  "want and loneliness": [
    "[Nobody visits](inequality) that old man from one week to the next.",
    "They come in having had [no breakfast](inequality).",
    "The [food bank](-inequality) van is parked outside.",
  ],
  "turning eighteen": [
    "At [eighteen and one day](transition) there was nobody.",
    "The social worker drops them [on the birthday](transition).",
    "Two officers from the [young adult wing](-transition) came.",
  ],
  "violence in plain words": [
    "He [got his jaw broken](serious-violence) over it.",
    "It ends with [someone in theatre](-serious-violence) or with a [slashing](serious-violence;knife-crime).",
    "That is where the [beef](serious-violence) began.",
    "We had [beef](-serious-violence) pie at the meeting.",
    "The [beat](-serious-violence) officer knows them all.",
    "It is the paperwork that is [killing us](-serious-violence).",
    "The youngers have [straps](firearms) now, live ones.",
    "The [straps](-firearms) of her bag had snapped.",
  ],
  "abuse at home": [
    "Her [partner slaps her](domestic-abuse) about.",
    "Mum gets [knocked about by her fella](domestic-abuse).",
    "It was [just a domestic](domestic-abuse), they said.",
  ],
  "disorder and theft": [
    "They are [hanging about outside the shops](anti-social-behaviour) every night.",
    "Kids [throwing eggs at](anti-social-behaviour) the windows.",
    "Someone [nicked a bike off](acquisitive-crime) my drive.",
    "Old ladies get [scammed](acquisitive-crime).",
    "The [arson](-anti-social-behaviour) officer came to the group.",
  ],
});
