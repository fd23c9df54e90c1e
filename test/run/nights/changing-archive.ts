import { below, type Random, seededRandom } from "../../../src/statistics/index.js";
import type { Place } from "../example-archive.js";

/** What a night found changed: reviews whose results must be made again, and what was done. */
export interface Night {
  touched: Set<string>;
  deeds: string[];
}

/** An archive that lives: each day documents come, change, are renamed, move to another review and go; so do whole reviews. */
export interface ChangingArchive {
  /** One day's work; now and then there is none. */
  day(): Promise<Night>;
}

const SECTORS = ["police", "housing", "health", "education", "youth justice", "fire"];
const SAYINGS = [
  "Cuckooing is a big problem here and we see more of it.",
  "There is no knife crime on our estates.",
  "County lines are in the area, and the lines come from Liverpool.",
  "We are not aware of any debt bondage.",
  "Domestic abuse is rising.",
  "Gangs are fighting over the estate, most of us would say.",
  "There is drug dealing by the bus station.",
  "Nobody in the room had seen exploitation.",
  "Information does not reach us in time.",
  "The panel meets on Tuesdays and Jane Smith takes the notes.",
  "Last year knife crime was worse.",
  "In Leeds they have cuckooing too.",
];

/** Writes an archive of so many reviews and gives what changes it, the same for a seed on every machine. */
export async function changingArchive(place: Place, reviews: number, seed: number): Promise<ChangingArchive> {
  const random = seededRandom(seed);
  const files = new Map<string, string>();
  let made = 0;

  const write = async (path: string, text: string): Promise<void> => {
    files.set(path, text);
    await place.write({ [path]: text });
  };
  const drop = async (path: string): Promise<void> => {
    files.delete(path);
    await place.drop(path);
  };
  const found = async (id: string): Promise<void> => {
    for (let sessions = 2 + below(3, random); sessions > 0; sessions--) await write(...fresh(id));
    await write(`${id}/review.yaml`, `area: ${id.split("-")[0]}\ndate: 2019-05-0${1 + below(9, random)}\n`);
  };
  const fresh = (id: string): [path: string, text: string] => {
    const sector = pick(SECTORS, random);
    return [`${id}/${sector} ${++made}.txt`, transcript(sector, random)];
  };
  for (let index = 0; index < reviews; index++) await found(`town${index}-2019`);

  const day = async (): Promise<Night> => {
    const touched = new Set<string>();
    const deeds: string[] = [];
    const touch = (deed: string, ...paths: string[]): void => {
      deeds.push(deed);
      for (const path of paths) touched.add(path.split("/")[0]!);
    };
    const transcripts = (): string[] => [...files.keys()].filter((path) => path.endsWith(".txt"));
    for (let deed = below(4, random); deed > 0; deed--) {
      const path = pick(transcripts(), random);
      const text = files.get(path)!;
      const id = path.split("/")[0]!;
      switch (below(9, random)) {
        case 0:
        case 1:
        case 2: {
          const [to, said] = fresh(id);
          await write(to, said);
          touch("new", to);
          break;
        }
        case 3:
        case 4:
          await write(path, `${text}\nOfficer: ${pick(SAYINGS, random)} That was said on the phone, ${++made}.\n`);
          touch("changed", path);
          break;
        case 5: {
          const to = `${id}/renamed ${++made}.txt`;
          await drop(path);
          await write(to, text);
          touch("renamed", to);
          break;
        }
        case 6: {
          const to = `${pick(transcripts(), random).split("/")[0]}/moved ${++made}.txt`;
          await drop(path);
          await write(to, text);
          touch("moved", path, to);
          break;
        }
        case 7:
          await drop(path);
          touch("removed", path);
          break;
        case 8:
          await write(
            `${id}/sessions.csv`,
            `file,session,sectors,level\n${path.slice(id.length + 1)},s${++made},health,strategic\n`,
          );
          touch("metadata", path);
      }
    }
    if (below(20, random) === 0) {
      const id = `village${++made}-2020`;
      await found(id);
      touch("new review", id);
    }
    return { touched, deeds };
  };
  return { day };
}

function pick<T>(items: readonly T[], random: Random): T {
  return items[below(items.length, random)]!;
}

function transcript(sector: string, random: Random): string {
  const lines = Array.from({ length: 6 + below(20, random) }, (_, line) => {
    const asks = line % 5 === 0;
    return `${asks ? "Interviewer" : `Officer ${1 + below(3, random)}`}: ${asks ? `What do you see in ${sector}?` : `${pick(SAYINGS, random)} ${pick(SAYINGS, random)}`}\n`;
  });
  return lines.join("\n");
}
