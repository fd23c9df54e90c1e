import { AlignmentType, type IStylesOptions, LevelFormat } from "docx";
import { LIGHT } from "../palette.js";

const FONT = "Arial";
const DARK = LIGHT.heat[4].ground.slice(1);
const QUIET = LIGHT.quiet.ink.slice(1);

const heading = (size: number, before: number, level: number) => ({
  run: { font: FONT, size, bold: true, color: DARK },
  paragraph: { spacing: { before, after: 100 }, keepNext: true, outlineLevel: level },
});

const own = (id: string, name: string, run: object, paragraph: object) => ({
  ...{ id, name, basedOn: "Normal", quickFormat: true, run, paragraph },
});

/** The styles of a report: those of a word processor under their own names, so that a reader's template can take over. */
export const STYLES: IStylesOptions = {
  default: {
    document: { run: { font: FONT, size: 20, language: { value: "en-GB" } } },
    title: {
      run: { font: FONT, size: 48, bold: true, color: DARK },
      paragraph: { spacing: { before: 1800, after: 160 } },
    },
    heading1: { ...heading(32, 400, 0) },
    heading2: { ...heading(24, 260, 1) },
    heading3: { ...heading(21, 200, 2) },
  },
  paragraphStyles: [
    own("BodyText", "Body Text", {}, { spacing: { after: 120, line: 276 } }),
    own("Subtitle", "Subtitle", { size: 28, color: QUIET }, { spacing: { after: 400 } }),
    own("ListBullet", "List Bullet", {}, { spacing: { after: 60, line: 264 } }),
    own(
      "Quote",
      "Quote",
      { italics: true, color: "2B3A44" },
      {
        ...{ indent: { left: 500, right: 300 }, spacing: { before: 40, after: 100 } },
        border: { left: { style: "single", size: 12, color: LIGHT.heat[2].ground.slice(1), space: 8 } },
      },
    ),
    own("Caption", "caption", { bold: true, size: 18, color: DARK }, { spacing: { before: 200, after: 80 } }),
    own("Source", "Source", { size: 18, color: QUIET }, { keepNext: true, spacing: { after: 60 } }),
    own(
      "Note",
      "Note",
      {},
      {
        ...{ spacing: { before: 80, after: 160 }, indent: { left: 120, right: 120 } },
        shading: { type: "clear", color: "auto", fill: "FFF4DC" },
        border: { left: { style: "single", size: 24, color: LIGHT.focus.slice(1), space: 8 } },
      },
    ),
    own("PageFoot", "Page Foot", { size: 16, color: QUIET }, { alignment: AlignmentType.RIGHT }),
    own("TableText", "Table Text", { size: 17 }, { spacing: { after: 0 } }),
    own(
      "TableHead",
      "Table Head",
      { size: 17, bold: true, color: "FFFFFF" },
      { spacing: { after: 0 }, keepNext: true },
    ),
    // So low that a table which fills its page is not followed by an empty one.
    own("AfterTable", "After Table", { size: 8 }, { spacing: { before: 0, after: 60, line: 100, lineRule: "exact" } }),
    own(
      "ContentsTitle",
      "Contents Title",
      { size: 32, bold: true, color: DARK },
      { spacing: { before: 400, after: 120 } },
    ),
    own(
      "TOC1",
      "toc 1",
      { bold: true },
      { spacing: { before: 100, after: 40 }, tabStops: [{ type: "right", position: 9638, leader: "dot" }] },
    ),
    own("TOC2", "toc 2", { size: 19 }, { indent: { left: 300 }, spacing: { after: 20 } }),
  ],
  characterStyles: [
    {
      id: "Reference",
      name: "Reference",
      basedOn: "DefaultParagraphFont",
      run: { size: 16, color: LIGHT.link.ink.slice(1) },
    },
  ],
};

export const NUMBERING = {
  config: [
    {
      reference: "bullets",
      levels: [
        {
          ...{ level: 0, format: LevelFormat.BULLET, text: "•", alignment: AlignmentType.LEFT },
          style: { paragraph: { indent: { left: 400, hanging: 260 } } },
        },
      ],
    },
  ],
};
