import { SECTORS, type Sector } from "../../src/model/index.js";
import { below, type Random, seededRandom, shuffle } from "../../src/statistics/index.js";
import { CHATTER, NOISE, PLANTED, type Planted, type PlantedPractice, PRACTICES } from "./sayings.js";

/** What was planted of one claim: the reviews that say it, and that say the contrary. */
export interface Sown {
  readonly planted: Planted;
  readonly saying: readonly string[];
  readonly contrary: readonly string[];
}

export interface SownReview {
  readonly id: string;
  readonly area: string;
  readonly region: string;
  readonly date: string;
  /** A thin review has no session of a sector that is expected to know, and asks nothing. */
  readonly thin: boolean;
  readonly sectors: readonly Sector[];
  /** Codes of all sentences that were sown in it, noise too. */
  readonly codes: Set<string>;
}

/** One thing that one sector says in one review. */
export interface Utterance {
  readonly review: string;
  readonly sector: Sector;
  readonly text: string;
  /** What it was planted for and on which side; absent in noise. */
  readonly planted?: Planted;
  readonly practice?: PlantedPractice;
  readonly side: "for" | "against";
  readonly code: string;
}

/** An archive as files by path, with what was planted in it. */
export interface SownArchive {
  readonly files: Readonly<Record<string, string>>;
  readonly reviews: readonly SownReview[];
  readonly sown: readonly Sown[];
  readonly utterances: readonly Utterance[];
  readonly practices: readonly { readonly practice: PlantedPractice; readonly review: SownReview }[];
}

type Say = (review: SownReview, utterance: Omit<Utterance, "review">) => void;

const REGIONS = [
  "North East",
  "North West",
  "Yorkshire and the Humber",
  "East Midlands",
  "East of England",
  "South East",
  "South West",
  "Wales",
];
const QUARTERS = ["2018-02", "2018-05", "2018-08", "2018-11", "2019-02", "2019-05", "2019-08", "2019-11"];
const FULL: readonly (readonly [Sector, string])[] = [
  ["police", "practitioner"],
  ["housing", "practitioner"],
  ["education", "practitioner"],
  ["health", "practitioner"],
  ["children's social care", "practitioner"],
  ["adult social care", "practitioner"],
  ["youth justice", "managerial"],
  ["local authority", "strategic"],
];
const THIN: readonly (readonly [Sector, string])[] = [
  ["fire", "practitioner"],
  ["voluntary and community", "community"],
  ["unknown", "practitioner"],
];
const HEADS = [
  "Brack",
  "Crom",
  "Dill",
  "Ever",
  "Fenn",
  "Gant",
  "Holm",
  "Ister",
  "Kel",
  "Lang",
  "Mar",
  "Nether",
  "Orl",
  "Pend",
  "Quar",
  "Ras",
  "Selm",
  "Tarn",
  "Ulver",
  "Wend",
];
const TAILS = ["ington", "wick", "mouth", "combe", "thorpe", "stead", "beck"];

/**
 * An archive of generated reviews, the same for the same seed: three in four full (eight sectors, a topic guide that asks about all that is planted), one in
 * four thin. Regions and quarters cross, so that neither stands for the other. Every review also says a few things that nobody else says.
 *
 * @param planted what is planted; none for an archive in which nothing is to be claimed
 */
export function sowArchive(seed: number, size: number, planted: readonly Planted[] = PLANTED): SownArchive {
  const random = seededRandom(seed);
  const pick = <T>(items: readonly T[]): T => items[below(items.length, random)] as T;
  const names = shuffle(
    HEADS.flatMap((head) => TAILS.map((tail) => head + tail)),
    random,
  );
  const reviews = Array.from({ length: size }, (_, i): SownReview => {
    const thin = i % 5 === 4;
    const area = names[i % names.length] as string;
    const region = REGIONS[i % REGIONS.length] as string;
    // 3 and 8 have no common factor with the step, so that each region is visited in each quarter.
    const date = `${QUARTERS[(Math.floor(i / REGIONS.length) * 3 + i * 5) % QUARTERS.length]}-${String(1 + below(28, random)).padStart(2, "0")}`;
    const sectors = (thin ? THIN : FULL).map(([sector]) => sector);
    return { id: `${area.toLowerCase()}-${i}`, area, region, date, thin, sectors, codes: new Set() };
  });
  const said = new Map<string, string[]>();
  const utterances: Utterance[] = [];
  const say: Say = (review, utterance) => {
    const key = `${review.id}|${utterance.sector}`;
    said.set(key, [...(said.get(key) ?? []), utterance.text]);
    utterances.push({ ...utterance, review: review.id });
    review.codes.add(utterance.code);
  };
  const sown = planted.map((one): Sown => sow(one, reviews, random, say));
  const practices = planted.length === 0 ? [] : sowPractices(reviews, random, say);
  for (const review of reviews) {
    for (let n = 0; n < 4; n++) {
      const noise = pick(NOISE);
      say(review, { sector: pick(review.sectors), text: noise.text, side: "for", code: noise.code });
    }
  }
  const codes = [...new Set(planted.map(({ code }) => code))].sort();
  const files: Record<string, string> = {};
  for (const review of reviews) Object.assign(files, filesOf(review, codes, said, random));
  return { files, reviews, sown, utterances, practices };
}

function sow(planted: Planted, reviews: readonly SownReview[], random: Random, say: Say): Sown {
  const full = reviews.filter(({ thin }) => !thin);
  const { where, share, elsewhere = 0, sectors } = planted;
  const inside = where === undefined ? full : full.filter((review) => isWhere(review, where, reviews));
  const outside = full.filter((review) => !inside.includes(review));
  const take = (some: readonly SownReview[], perCent: number) =>
    shuffle(some, random).slice(0, Math.round((some.length * perCent) / 100));
  const saying = [...take(inside, share), ...take(outside, elsewhere)];
  const rest = shuffle(
    full.filter((review) => !saying.includes(review)),
    random,
  );
  const contrary = rest.slice(0, Math.round((full.length * (planted.contraryShare ?? 0)) / 100));
  for (const review of saying) {
    const who = below(10, random) < 6 ? sectors : [sectors[below(sectors.length, random)] as Sector];
    for (const sector of who) {
      const text = worded(planted.sayings[below(planted.sayings.length, random)], review);
      say(review, { sector, text, planted, side: "for", code: planted.code });
    }
    for (const code of planted.also ?? []) review.codes.add(code);
  }
  for (const review of contrary) {
    const texts = planted.contrary ?? [];
    const text = worded(texts[below(texts.length, random)], review);
    say(review, { sector: sectors[0] as Sector, text, planted, side: "against", code: planted.code });
  }
  const ids = (some: readonly SownReview[]) => some.map(({ id }) => id).sort();
  return { planted, saying: ids(saying), contrary: ids(contrary) };
}

const worded = (text: string | undefined, review: SownReview): string => (text ?? "").replaceAll("{area}", review.area);

export const quarterOf = (date: string): string => `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;

function isWhere(review: SownReview, where: NonNullable<Planted["where"]>, reviews: readonly SownReview[]): boolean {
  if (typeof where === "object") return review.region === where.region;
  const latest = reviews
    .map(({ date }) => quarterOf(date))
    .sort()
    .at(-1);
  if (where === "latest") return quarterOf(review.date) === latest;
  return where === "later" ? review.date >= "2019" : review.date < "2019";
}

function sowPractices(reviews: readonly SownReview[], random: Random, say: Say): SownArchive["practices"] {
  const hosts = shuffle(
    reviews.filter(({ thin }) => !thin),
    random,
  );
  return PRACTICES.map((practice, i) => {
    const review = hosts[i % hosts.length] as SownReview;
    say(review, { sector: "local authority", text: practice.saying, practice, side: "for", code: practice.code });
    return { practice, review };
  });
}

function chatter(random: Random): string {
  const pick = (items: readonly string[]): string => items[below(items.length, random)] as string;
  return `${pick(CHATTER.openings)}, ${pick(CHATTER.subjects)} ${pick(CHATTER.verbs)} ${pick(CHATTER.endings)}.`;
}

/** The files of one review: review.yaml, sessions.csv and a transcript or notes for each session. */
function filesOf(
  review: SownReview,
  codes: readonly string[],
  said: ReadonlyMap<string, readonly string[]>,
  random: Random,
): Record<string, string> {
  const folder = review.id;
  const sessions = (review.thin ? THIN : FULL).map(([sector, level]) => ({
    ...{ sector, level },
    slug: sector.replace(/[^a-z]+/g, "-"),
    // In turn, so that each kind of record is heard of each sector.
    verbatim: (SECTORS.indexOf(sector) + review.id.length) % 2 === 0,
  }));
  const rows = sessions.map(
    ({ sector, level, slug, verbatim }) =>
      `${slug}.txt,${slug},${sector},focus-group,${sector === "unknown" ? "" : sector},${level},${review.date},${verbatim ? "verbatim" : "notes"},Interviewer`,
  );
  const files: Record<string, string> = {
    [`${folder}/review.yaml`]: `area: ${review.area}\ndate: ${review.date}\nregion: ${review.region}\ntitle: Locality review of ${review.area}\n${review.thin ? "" : `topic_guide: [${codes.join(", ")}]\n`}`,
    [`${folder}/sessions.csv`]: `file,session,label,kind,sectors,level,date,record,interviewers\n${rows.join("\n")}\n`,
  };
  for (const { sector, slug, verbatim } of sessions) {
    const own = said.get(`${review.id}|${sector}`) ?? [];
    const talk = Array.from({ length: 6 }, () => chatter(random));
    const lines = shuffle([...own, ...talk], random);
    files[`${folder}/${slug}.txt`] = verbatim
      ? `${lines.map((line, i) => `${i % 4 === 0 ? "Interviewer: Tell me a little more.\n\n" : ""}Participant ${1 + (i % 3)}: ${line}`).join("\n\n")}\n`
      : `${lines.join("\n\n")}\n`;
  }
  return files;
}
