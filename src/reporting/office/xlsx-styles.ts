/** How a cell looks. Colours as `#rrggbb`. */
export type Look = {
  readonly ink?: string;
  readonly ground?: string;
  readonly bold?: boolean;
  readonly underline?: boolean;
  readonly wrap?: boolean;
  readonly align?: "left" | "center" | "right";
  readonly border?: boolean;
  readonly size?: number;
  /** Code of a number format. */
  readonly format?: string;
  /** Marks a text that a spreadsheet would take for a formula if somebody typed it: it stays a text when the cell is edited. */
  readonly quote?: boolean;
};

const argb = (colour: string) => `FF${colour.slice(1).toUpperCase()}`;

/** A list that gives equal entries one number. */
class Numbered {
  private readonly places = new Map<string, number>();

  constructor(first: readonly string[]) {
    for (const entry of first) this.of(entry);
  }

  of(entry: string): number {
    const known = this.places.get(entry);
    if (known !== undefined) return known;
    this.places.set(entry, this.places.size);
    return this.places.size - 1;
  }

  xml(name: string): string {
    return `<${name} count="${this.places.size}">${[...this.places.keys()].join("")}</${name}>`;
  }
}

/** The looks of a workbook, numbered as they are first used. */
export class Styles {
  private readonly fonts = new Numbered([font({})]);
  private readonly fills = new Numbered([
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ]);
  private readonly borders = new Numbered([border(false)]);
  private readonly formats = new Map<string, number>();
  private readonly looks = new Numbered(['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']);
  private readonly known = new Map<Look, readonly [plain: number, quoted: number]>();

  /** Number of a look, as a cell names it. */
  of(look: Look, quote: boolean): number {
    let own = this.known.get(look);
    if (own === undefined) {
      own = [this.looks.of(this.look(look, false)), this.looks.of(this.look(look, true))];
      this.known.set(look, own);
    }
    return own[quote ? 1 : 0];
  }

  private look(look: Look, quote: boolean): string {
    const fill =
      look.ground === undefined
        ? 0
        : this.fills.of(
            `<fill><patternFill patternType="solid"><fgColor rgb="${argb(look.ground)}"/><bgColor indexed="64"/></patternFill></fill>`,
          );
    const wrap = look.wrap === true ? ' wrapText="1"' : "";
    const align = look.align === undefined ? "" : ` horizontal="${look.align}"`;
    return `<xf numFmtId="${this.format(look.format)}" fontId="${this.fonts.of(font(look))}" fillId="${fill}" borderId="${this.borders.of(border(look.border === true))}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${quote ? ' quotePrefix="1"' : ""}><alignment vertical="top"${align}${wrap}/></xf>`;
  }

  private format(code: string | undefined): number {
    if (code === undefined) return 0;
    const known = this.formats.get(code) ?? 164 + this.formats.size;
    this.formats.set(code, known);
    return known;
  }

  /** xl/styles.xml of all looks used so far. */
  xml(): string {
    const formats = [...this.formats].map(
      ([code, id]) => `<numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', "&quot;")}"/>`,
    );
    return [
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      formats.length === 0 ? "" : `<numFmts count="${formats.length}">${formats.join("")}</numFmts>`,
      this.fonts.xml("fonts"),
      this.fills.xml("fills"),
      this.borders.xml("borders"),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      this.looks.xml("cellXfs"),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
    ].join("");
  }
}

function font({ ink, bold, underline, size }: Look): string {
  return `<font>${bold === true ? "<b/>" : ""}${underline === true ? "<u/>" : ""}<sz val="${size ?? 10}"/><color rgb="${argb(ink ?? "#10202b")}"/><name val="Arial"/><family val="2"/></font>`;
}

function border(drawn: boolean): string {
  const side = (name: string) => (drawn ? `<${name} style="thin"><color rgb="FFC8D2D9"/></${name}>` : `<${name}/>`);
  return `<border>${["left", "right", "top", "bottom", "diagonal"].map((name) => (name === "diagonal" ? "<diagonal/>" : side(name))).join("")}</border>`;
}
