import { describe, expect, it } from "vitest";
import { masker, NOBODY, plant, transcriptOf } from "./measure.js";

/** Masks the text without its braces and expects a placeholder of the right kind in the place of each brace, and nowhere else. */
function check(marked: string): void {
  const expected = marked.replace(/\{(?:([A-Z]{3,}):)?[^}]*\}/g, (_, kind?: string) => `[${kind ?? "PERSON"}-000]`);
  expect(masker().mask(transcriptOf(plant(marked).text), NOBODY).transcript.text).toBe(expected);
}

const CASES: Readonly<Record<string, readonly string[]>> = {
  "phones: national, mobile, any spacing": [
    "ring {PHONE:0114 496 0123} today",
    "ring {PHONE:07700900123} today",
    "ring {PHONE:07700 900123} or {PHONE:077 0090 0456} today",
    "ring {PHONE:(0114) 496 0123} today",
    "ring {PHONE:0161-496-0345} today",
  ],
  "phones: +44, 0044 and abroad": [
    "ring {PHONE:+44 7700 900456}",
    "ring {PHONE:+44 (0)20 7946 0958}",
    "ring {PHONE:0044 20 7946 0958}",
    "ring {PHONE:+353 20 912 3456}",
  ],
  "phones: two after one another": ["{PHONE:07700 900123}, {PHONE:07700 900124}"],
  "phones: local after a cue": ["ring me on {PHONE:496 0123}", "the 496 0123 cases"],
  "phones: digits in words": [
    "it was {PHONE:oh seven seven oh oh nine oh oh one two three} he said",
    "my number's {PHONE:oh seven seven double oh, nine hundred, three one eight} okay",
    "one two three four five six seven eight nine",
  ],
  "no phones: years, sums, references": [
    "from 2014 2015 2016 2017",
    "£1,250,000 over 10 years",
    "reference 19000123456",
  ],
  "mails, also spoken": [
    "at {EMAIL:a.b+c@example.co.uk}.",
    "it is {EMAIL:jo underscore b at example dot co dot uk} okay",
  ],
  handles: [
    "he is {HANDLE:@lil_k99} on there",
    "his snapchat name is {HANDLE:big_z}",
    "on Snapchat and Instagram and TikTok",
  ],
  "personal pages, not agencies' pages": [
    "see {HANDLE:www.facebook.com/jo.bloggs.9}",
    "see https://www.gov.uk/guidance/county-lines now",
  ],
  "NHS numbers by their check digit": [
    "number {NHS:943 476 5919} there",
    "code 943 476 5918 there",
    "NHS number {NHS:943 476 5918} there",
  ],
  "National Insurance numbers": ["it is {NINO:AB 12 34 56 C}", "it is {NINO:ab123456c}"],
  "postcodes by their area, or in capitals": [
    "in {POSTCODE:LS8 4DQ}",
    "in {POSTCODE:m14 5tp}",
    "in {POSTCODE:IB4 9DL} there",
    "the ib4 9dl there",
    "the P1 2nd line",
    "the LS8 lads",
  ],
  addresses: [
    "at {ADDRESS:14 Acacia Avenue}.",
    "at {ADDRESS:Flat 3, Marlow Court} now",
    "at {ADDRESS:12-14 Mill Lane} now",
    "he lives at {ADDRESS:14 acacia avenue} now",
    "she lives on {ADDRESS:Acacia Avenue} now",
    "dealing on Acacia Avenue and Victoria Road",
    "at {ADDRESS:Flat 6, The Maltings}, they said",
    "at {ADDRESS:Flat 2 The Old Brewery} they said",
    "we were in {ADDRESS:forty seven ropewalk terrace} again",
    "it was {ADDRESS:47 ropewalk terrace} again",
    "she's on {ADDRESS:brackenbury close} she's had them done",
    "they live on {ADDRESS:brackenbury close} now",
    "he's on the street and they're getting really close",
    "it is a 20 minute drive and 30 people close by",
    "she's at crown court and he's on bail close to home",
    "dealing down brackenbury close again",
    "10 houses down the road",
  ],
  "dates of birth, not other dates": [
    "born on {DOB:12 March 2004} here",
    "DoB {DOB:12/03/04}",
    "date of birth: {DOB:2004-03-12}",
    "born {DOB:the third of April two thousand and four} in Hull",
    "said he was {Kieron Walsh}, {DOB:03/11/2000}, and he is {AGE:fourteen}",
    "a lad called {Kieron Walsh} ({DOB:3.11.15})",
    "{Kieron Walsh} {DOB:03/11/2000} no fixed abode",
    "with {Kieron Walsh}, 14 May 2019",
    "met on 12 March 2004 here",
    "born in 2004 here",
  ],
  registrations: [
    "a car, {VEHICLE:YK19 LHP}, there",
    "reg {VEHICLE:P823 KLT} there",
    "registration {VEHICLE:a12 bcd} there",
    "the M62 AND the A64",
  ],
  "bank details": [
    "sort code {BANK:20-45-45} account {BANK:43218765}",
    "card {BANK:4539 1488 0343 6467}",
    "on 20-04-19 there were 43218765",
  ],
  "placeholders written by hand are numbered anew": ["as {PERSON:[PERSON-3]} said"],
};

describe("structured details", () => {
  for (const [phenomenon, cases] of Object.entries(CASES)) {
    it(phenomenon, () => {
      for (const marked of cases) check(marked);
    });
  }
});
