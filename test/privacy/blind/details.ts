import type { Random } from "./plant.js";

/** Structured details in the spellings that people use. Telephone numbers are of the ranges set aside for drama; nothing is anybody's. */
export type DetailKind =
  | "phone"
  | "email"
  | "postcode"
  | "address"
  | "date"
  | "dateWords"
  | "age"
  | "ageWords"
  | "ageNumber"
  | "nhs"
  | "nino"
  | "plate"
  | "handle"
  | "handleBare"
  | "url"
  | "sort"
  | "account"
  | "iban"
  | "card";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const NUMBERS = [
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
];
const ORDINALS = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
  "eleventh",
  "twelfth",
  "fourteenth",
  "nineteenth",
  "twenty-first",
  "thirtieth",
];
const STREETS = [
  "Elmfield Terrace",
  "Holgate Rise",
  "Beckside Avenue",
  "St Mary's Close",
  "Orchard Court",
  "Marlow Road",
  "Dunmore Crescent",
  "The Paddocks",
  "Station Approach",
  "Nelson Street",
  "Queen's Drive",
  "Lower Mill Lane",
  "Ashbourne Way",
  "Wharf Street North",
];
const AREAS = ["YO24", "HU5", "LS11", "M14", "B21", "CM2", "SW9", "NE4", "EC1V", "L8", "CF10", "G31"];
const pad = (value: number, width = 2): string => String(value).padStart(width, "0");

const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => random.below(10)).join("");
const letters = (random: Random, count: number): string =>
  Array.from({ length: count }, () => random.pick([..."ABDEFGHJKLNPRSTUXYZ"])).join("");

function nhsNumber(random: Random): string {
  for (;;) {
    const nine = `${random.pick(["999", "943", "485", "612"])}${digits(random, 6)}`;
    const sum = [...nine].reduce((total, digit, i) => total + Number(digit) * (10 - i), 0);
    const check = (11 - (sum % 11)) % 11;
    if (check !== 10) return nine + check;
  }
}

function cardNumber(random: Random): string {
  const fifteen = random.pick(["4", "51", "53"]).padEnd(2, "0") + digits(random, 13);
  const sum = [...fifteen].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return fifteen + ((10 - (sum % 10)) % 10);
}

function iban(random: Random): string {
  const body = `NWBK${digits(random, 14)}`;
  const numeric = [...`${body}GB00`].map((c) => (/\d/.test(c) ? c : String(c.charCodeAt(0) - 55))).join("");
  let rest = 0;
  for (const digit of numeric) rest = (rest * 10 + Number(digit)) % 97;
  return `GB${pad(98 - rest)}${body}`;
}

const grouped = (text: string, sizes: readonly number[], by: string): string =>
  sizes
    .map((size, i) => {
      const at = sizes.slice(0, i).reduce((sum, one) => sum + one, 0);
      return text.slice(at, at + size);
    })
    .join(by);

const date = (random: Random): string => {
  const [d, m, y] = [1 + random.below(28), 1 + random.below(12), 1985 + random.below(26)];
  const month = MONTHS[m - 1]!;
  return random.pick([
    `${pad(d)}/${pad(m)}/${y}`,
    `${d}.${m}.${pad(y % 100)}`,
    `${pad(d)}-${pad(m)}-${y}`,
    `${d} ${month} ${y}`,
    `${d} ${month.slice(0, 3)} ${y}`,
    `${d}th ${month}, ${y}`,
    `${y}-${pad(m)}-${pad(d)}`,
    `${month} ${d}, ${y}`,
    `${d}/${m}/${pad(y % 100)}`,
    `${pad(d)} ${pad(m)} ${y}`,
  ]);
};

const dateWords = (random: Random): string => {
  const [d, m, y] = [1 + random.below(28), random.below(12), 1985 + random.below(26)];
  return random.pick([
    `the ${d}th of ${MONTHS[m]} ${y}`,
    `the ${random.pick(ORDINALS)} of ${MONTHS[m]} ${y}`,
    `${d} ${MONTHS[m]} ${y}`,
    `${MONTHS[m]} the ${d}th, ${y}`,
  ]);
};

export const SPELLINGS: Record<DetailKind, (random: Random) => string> = {
  phone: (random) => {
    const mobile = `900${digits(random, 3)}`;
    const local = `0${digits(random, 3)}`;
    return random.pick([
      `07700 ${mobile}`,
      `07700${mobile}`,
      `+44 7700 ${mobile}`,
      `+447700${mobile}`,
      `0044 7700 ${mobile}`,
      `077 00 ${grouped(mobile, [2, 2, 2], " ")}`,
      `07700-${grouped(mobile, [3, 3], "-")}`,
      `07700.${mobile}`,
      `(0113) 496 ${local}`,
      `0113 496 ${local}`,
      `020 7946 ${local}`,
      `+44 (0)20 7946 ${local}`,
      `01632 960${digits(random, 3)}`,
      `0161 496 ${local}`,
    ]);
  },
  email: (random) => {
    const who = random.pick([
      "kez.thorne",
      "d_ollerton",
      "MARLON.B",
      "ngozi-okonjo",
      "smiffy04",
      "c.ramsbottom+work",
      "info.tracey",
    ]);
    const at = random.pick([
      "example.org",
      "mail.example.co.uk",
      "yorkcouncil.example.gov.uk",
      "gmail.com",
      "hotmail.co.uk",
    ]);
    return random.pick([
      `${who}${digits(random, 2)}@${at}`,
      `${who}@${at}`,
      `${who.toLowerCase()} at ${at.replace(/\./g, " dot ")}`,
      `${who}[at]${at}`,
    ]);
  },
  postcode: (random) => {
    const [out, inward] = [random.pick(AREAS), `${random.below(10)}${letters(random, 2)}`];
    return random.pick([`${out} ${inward}`, `${out}${inward}`, `${out} ${inward}`.toLowerCase(), `${out}-${inward}`]);
  },
  address: (random) => {
    const [number, street] = [1 + random.below(180), random.pick(STREETS)];
    const short = street
      .replace("Terrace", "Terr")
      .replace("Avenue", "Ave")
      .replace("Crescent", "Cres")
      .replace("Road", "Rd")
      .replace("Street", "St")
      .replace("Drive", "Dr");
    return random.pick([
      `${number} ${street}`,
      `${number}, ${street}`,
      `${number}a ${street}`,
      `Flat ${1 + random.below(9)}, ${number} ${street}`,
      `flat 2b, ${number} ${street.toLowerCase()}`,
      `${number} ${short}`,
      `No. ${number} ${street}`,
      `number ${number} ${street}`,
      `${number}-${number + 2} ${street}`,
      `${number} ${street.toLowerCase()}`,
    ]);
  },
  date,
  dateWords,
  age: (random) => {
    const years = 11 + random.below(8);
    return random.pick([
      `${years}`,
      `aged ${years}`,
      `${years} years old`,
      `age ${years}`,
      `${years}yo`,
      `${years}-year-old lad`,
    ]);
  },
  ageWords: (random) => random.pick(NUMBERS),
  ageNumber: (random) => String(11 + random.below(9)),
  nhs: (random) => {
    const number = nhsNumber(random);
    return random.pick([number, grouped(number, [3, 3, 4], " "), grouped(number, [3, 3, 4], "-")]);
  },
  nino: (random) => {
    const number = `${random.pick(["AB", "CE", "JM", "PW", "SK", "TN", "YZ"])}${digits(random, 6)}${random.pick([..."ABCD"])}`;
    return random.pick([
      number,
      grouped(number, [2, 2, 2, 2, 1], " "),
      number.toLowerCase(),
      `${number.slice(0, 2)} ${number.slice(2, 8)} ${number.slice(8)}`,
      grouped(number, [2, 2, 2, 2, 1], "-"),
    ]);
  },
  plate: (random) => {
    const now = `${letters(random, 2)}${random.pick(["14", "67", "08", "19", "72"])} ${letters(random, 3)}`;
    return random.pick([
      now,
      now.replace(" ", ""),
      now.toLowerCase(),
      `${random.pick([..."KPRSTW"])}${1 + random.below(999)} ${letters(random, 3)}`,
      now.replace(" ", "").toLowerCase(),
    ]);
  },
  handle: (random) =>
    `@${random.pick(["jay_rr", "kez.2k", "lilmarvz", "remi_oxo", "TINKS.x", "dreads"])}${pad(random.below(100))}`,
  handleBare: (random) =>
    `${random.pick(["kez.2k", "jay_rr", "lil.marvz", "remi_oxo_", "xx.tinks"])}${1 + random.below(99)}`,
  url: (random) => {
    const who = `${random.pick(["kez.2k", "darren.pile.", "lilmarvz", "remi_oxo"])}${1 + random.below(99)}`;
    return random.pick([
      `https://www.facebook.com/${who}`,
      `instagram.com/${who}`,
      `www.tiktok.com/@${who}`,
      `snapchat.com/add/${who}`,
      `http://${who.replace(/[._]/g, "")}.blogspot.com`,
    ]);
  },
  sort: (random) => grouped(digits(random, 6), [2, 2, 2], random.pick(["-", " ", ""])),
  account: (random) => random.pick([digits(random, 8), grouped(digits(random, 8), [4, 4], " ")]),
  iban: (random) => random.pick([iban(random), grouped(iban(random), [4, 4, 4, 4, 4, 2], " ")]),
  card: (random) => {
    const number = cardNumber(random);
    return random.pick([number, grouped(number, [4, 4, 4, 4], " "), grouped(number, [4, 4, 4, 4], "-")]);
  },
};
