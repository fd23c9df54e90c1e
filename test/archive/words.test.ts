import { describe, expect, it } from "vitest";
import { numberOf } from "../../src/archive/cells.js";
import { dateInName, readDate } from "../../src/archive/dates.js";
import { guessFromName, kebab } from "../../src/archive/folder-name.js";
import { isYearSpan, readPeriod } from "../../src/archive/periods.js";
import { readKind, readLevel, readRecord, readSectors } from "../../src/archive/synonyms.js";
import { KINDS, LEVELS, RECORDS, SECTORS } from "../../src/model/index.js";

describe("sectors as people write them", () => {
  const cases: [cell: string, sectors: string][] = [
    ["Childrens social care", "children's social care"],
    ["Children’s Social Care", "children's social care"],
    ["Social care (children)", "children's social care"],
    ["Children's services", "children's social care"],
    ["MASH", "children's social care"],
    ["Social care - adults", "adult social care"],
    ["YOT", "youth justice"],
    ["Youth Offending Service", "youth justice"],
    ["NHS", "health"],
    ["A&E staff", "health"],
    ["Drug and alcohol service", "health"],
    ["voluntary sector", "voluntary and community"],
    ["VCS", "voluntary and community"],
    ["the fire service", "fire"],
    ["Fire & Rescue", "fire"],
    ["Police officers", "police"],
    ["Probation", "probation and justice"],
    ["CRC", "probation and justice"],
    ["Schools", "education"],
    ["Registered providers", "housing"],
    ["Community safety team", "local authority"],
    ["Council", "local authority"],
    ["police; housing", "police; housing"],
    ["housing; police; police", "police; housing"],
    ["Police, Housing and Health", "police; housing; health"],
    ["Police/YOT", "police; youth justice"],
    ["Probation and justice", "probation and justice"],
    ["Voluntary and community; unknown", "voluntary and community"],
    ["unknown", "unknown"],
    ["Social care", "! Social care"],
    ["everyone", "! everyone"],
    ["police; Martians", "police ! Martians"],
    ["police, Martians", "! police, Martians"],
    ["", ""],
    [" ; ", ""],
  ];
  it.each(cases)("%s", (cell, expected) => {
    const { sectors, bad } = readSectors(cell);
    expect([sectors.join("; "), ...bad.map((b) => `! ${b}`)].filter((part) => part !== "").join(" ")).toBe(expected);
  });

  it("every value of a closed list is its own name", () => {
    expect(SECTORS.map((s) => readSectors(s).sectors)).toEqual(SECTORS.map((s) => [s]));
    expect(KINDS.map(readKind)).toEqual([...KINDS]);
    expect(LEVELS.map(readLevel)).toEqual([...LEVELS]);
    expect(RECORDS.map(readRecord)).toEqual([...RECORDS]);
  });

  it.each([
    ["FG", "focus-group"],
    ["Focus Group", "focus-group"],
    ["1:1", "interview"],
    ["One-to-one", "interview"],
    ["Telephone interview", "interview"],
    ["site visit", "visit"],
    ["chat", undefined],
  ])("kind %s", (text, kind) => expect(readKind(text)).toBe(kind));

  it.each([
    ["Front-line", "practitioner"],
    ["Senior", "strategic"],
    ["Middle managers", "managerial"],
    ["Residents", "community"],
    ["high", undefined],
  ])("level %s", (text, level) => expect(readLevel(text)).toBe(level));
});

describe("dates", () => {
  const cases: [text: string, iso: string | undefined][] = [
    ["2019-05-14", "2019-05-14"],
    ["2019/5/4", "2019-05-04"],
    ["2019-05-14T10:30:00Z", "2019-05-14"],
    ["14/05/2019", "2019-05-14"],
    ["14.5.19", "2019-05-14"],
    ["14 May 2019", "2019-05-14"],
    ["14th May, 2019", "2019-05-14"],
    ["Tuesday 14th May 2019", "2019-05-14"],
    ["14-15 May 2019", "2019-05-14"],
    ["May 14, 2019", "2019-05-14"],
    ["1 Sept 2019", "2019-09-01"],
    ["29/02/2020", "2020-02-29"],
    ["29/02/2019", undefined],
    ["05/14/2019", undefined],
    ["May 2019", "2019-05-01~"],
    ["2019-05", "2019-05-01~"],
    ["05/2019", "2019-05-01~"],
    ["2019", "2019-01-01~"],
    ["tomorrow", undefined],
    ["2019-05-14 or so", undefined],
    ["1850", undefined],
    ["", undefined],
  ];
  it.each(cases)("%s", (text, expected) => {
    const date = readDate(text);
    expect(date && date.iso + (date.exact ? "" : "~")).toBe(expected);
  });

  it("a long run of digits and dashes is no trap", () => {
    const start = performance.now();
    expect(dateInName("1-".repeat(50_000)).date).toBeUndefined();
    expect(readDate("May ".repeat(50_000))).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe("folder names", () => {
  const cases: [folder: string, area: string, date: string, id: string][] = [
    ["York", "York", "", "york"],
    ["york-2019", "York", "2019-01-01", "york-2019"],
    ["York locality review May 2019", "York", "2019-05-01", "york-locality-review-may-2019"],
    ["2019-05-14_Hull_transcripts", "Hull", "2019-05-14", "2019-05-14-hull-transcripts"],
    ["20190514 Hull", "Hull", "2019-05-14", "20190514-hull"],
    ["kings-lynn-and-west-norfolk", "Kings Lynn and West Norfolk", "", "kings-lynn-and-west-norfolk"],
    ["stoke-on-trent county lines review", "Stoke on Trent", "", "stoke-on-trent-county-lines-review"],
    ["King's Lynn (final v2)", "King's Lynn", "", "kings-lynn-final-v2"],
    ["LEEDS", "Leeds", "", "leeds"],
    ["BCP", "BCP", "", "bcp"],
    ["Ynys Môn 14 May 2019", "Ynys Môn", "2019-05-14", "ynys-mon-14-may-2019"],
    ["Brighton & Hove", "Brighton & Hove", "", "brighton-and-hove"],
    ["Review 2018-19", "Review 2018-19", "2018-01-01", "review-2018-19"],
  ];
  it.each(cases)("%s", (folder, area, date, id) => {
    const guess = guessFromName(folder);
    expect({ area: guess.area, date: guess.date?.iso ?? "", id: kebab(folder) }).toEqual({ area, date, id });
  });

  it("a Mac's decomposed name gives the id of the composed one", () => {
    expect(kebab("Ynys Môn".normalize("NFD"))).toBe(kebab("Ynys Môn".normalize("NFC")));
    expect(kebab("访谈é".normalize("NFD"))).toBe(kebab("访谈é"));
  });

  it("very long names stay apart and short enough for a folder", () => {
    const [one, other] = [kebab(`${"a".repeat(240)}1`), kebab(`${"a".repeat(240)}2`)];
    expect(one).not.toBe(other);
    expect(one.length).toBeLessThanOrEqual(100);
  });
});

describe("periods", () => {
  const cases: [text: string, period: string | undefined][] = [
    ["2019", "2019"],
    ["2019-Q2", "2019-Q2"],
    ["Q2 2019", "2019-Q2"],
    ["2019 q2", "2019-Q2"],
    ["2018/19", "2018/19"],
    ["2018-19", "2018/19"],
    ["2018/2019", "2018/19"],
    ["FY 2018/19", "2018/19"],
    ["1999/00", "1999/00"],
    ["2018/19 Q3", "2018/19-Q3"],
    ["2011-12", "2011-12"],
    ["2019-05", "2019-05"],
    ["May 2019", "2019-05"],
    ["Apr-19", "2019-04"],
    ["31/03/2019", "2019-03-31"],
    ["2018/20", undefined],
    ["last year", undefined],
    ["", undefined],
  ];
  it.each(cases)("%s", (text, period) => expect(readPeriod(text)).toBe(period));

  it("2011-12 is a year where the table counts in years", () => {
    expect(isYearSpan("2012-13")).toBe(true);
    expect(isYearSpan("2011-12")).toBe(false);
    expect(readPeriod("2011-12", true)).toBe("2011/12");
    expect(readPeriod("2011-10", true)).toBe("2011-10");
  });
});

describe("figures", () => {
  const cases: [text: string, value: ReturnType<typeof numberOf>][] = [
    ["12", 12],
    ["12.5", 12.5],
    [".5", 0.5],
    ["-3", -3],
    ["−3", -3],
    ["1,234,567", 1234567],
    ["1 234", 1234],
    ["12.5 %", 12.5],
    ["£1,200", 1200],
    ["*", "suppressed"],
    ["n/a", "suppressed"],
    ["", "suppressed"],
    ["12,5", undefined],
    ["about 12", undefined],
    ["1e9", undefined],
  ];
  it.each(cases)("%s", (text, value) => expect(numberOf(text)).toBe(value));
});
