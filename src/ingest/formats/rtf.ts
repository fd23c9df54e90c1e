import iconv from "iconv-lite";
import type { Limits } from "../../model/index.js";
import { Bounds } from "../bounds.js";
import { ParagraphCollector } from "../collect-paragraphs.js";
import type { Parsed, ParsedParagraph } from "../parsed.js";
import { Unreadable } from "../unreadable.js";

/** Groups whose content is no text of the document. Groups marked `\*` that are not known are passed over as well. */
const SILENT = new Set(
  "stylesheet info pict colortbl header headerl headerr headerf footer footerl footerr footerf footnote annotation object fldinst listtable listoverridetable listtext pntext pntxta pntxtb filetbl revtbl themedata datastore generator xmlnstbl rsidtbl nonshppict bkmkstart bkmkend atnid atnauthor".split(
    " ",
  ),
);
/** Starred groups whose content is text all the same. */
const HEARD = new Set(["shptxt", "ud", "upr"]);

const SYMBOLS: Readonly<Record<string, string>> = {
  par: "\u0000",
  sect: "\u0000",
  page: "\u0000",
  line: "\n",
  tab: "\t",
  emdash: "\u2014",
  endash: "\u2013",
  lquote: "\u2018",
  rquote: "\u2019",
  ldblquote: "\u201C",
  rdblquote: "\u201D",
  bullet: "\u2022",
  emspace: " ",
  enspace: " ",
  qmspace: " ",
  "~": "\u00A0",
  _: "-",
  "-": "",
};

/** Windows character sets of fonts, where they differ from the document's code page. */
const CHARSETS: Readonly<Record<number, string>> = {
  77: "macroman",
  128: "cp932",
  161: "cp1253",
  162: "cp1254",
  163: "cp1258",
  177: "cp1255",
  178: "cp1256",
  186: "cp1257",
  204: "cp1251",
  222: "cp874",
  238: "cp1250",
};

/** Formatting that a group inherits and gives back at its end. */
interface State {
  silent: boolean;
  bold: boolean;
  hidden: boolean;
  /** Characters that stand in for one `\u` and are skipped. */
  fallback: number;
  codePage: string;
  fontTable: boolean;
}

const WORD = /\\(?:([a-zA-Z]{1,32})(-?\d{1,10})? ?|'([0-9a-fA-F]{2})|([^a-zA-Z]))|([{}])|[\r\n]+|([^\\{}\r\n]+)/y;

/** Rich Text Format, by a reader of its own: the libraries tried lose quotation marks or leave the fallbacks of `\u`. */
export function readRtf(bytes: Uint8Array, limits: Limits): Parsed {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  if (!text.trimStart().startsWith("{\\rtf")) {
    throw new Unreadable(
      "not-rtf",
      "The file does not begin as RTF does.",
      "Give the file the extension of its real format, or save it as .rtf.",
    );
  }
  return { paragraphs: new RtfReader(text.trimStart(), new Bounds(limits)).read(), problems: [] };
}

class RtfReader {
  private readonly collector = new ParagraphCollector();
  private state: State = {
    silent: false,
    bold: false,
    hidden: false,
    fallback: 1,
    codePage: "cp1252",
    fontTable: false,
  };
  private readonly stack: State[] = [];
  private readonly fonts = new Map<number, string>();
  private defaultCodePage = "cp1252";
  private font = 0;
  /** Bytes of `\'hh` not yet decoded: two of them may make one character. */
  private bytes: number[] = [];
  private toSkip = 0;
  private starred = false;
  private kind: ParsedParagraph["kind"] = "paragraph";
  private inTable = false;

  constructor(
    private readonly text: string,
    private readonly bounds: Bounds,
  ) {}

  read(): ParsedParagraph[] {
    WORD.lastIndex = 0;
    for (let at = 0; at < this.text.length; at = WORD.lastIndex) {
      WORD.lastIndex = at;
      const match = WORD.exec(this.text);
      if (!match) break;
      const [, word, argument, hex, symbol, brace, plain] = match;
      if (hex === undefined) this.flushBytes();
      if (brace === "{") this.open();
      else if (brace === "}") this.close();
      else if (hex !== undefined) this.byte(Number.parseInt(hex, 16));
      else if (word !== undefined) {
        this.bounds.node();
        this.control(word, argument === undefined ? undefined : Number(argument));
      } else if (symbol !== undefined) this.symbol(symbol);
      else if (plain !== undefined) this.write(this.skipFallback(this.decodePlain(plain)));
    }
    this.flushBytes();
    this.collector.end(this.kind);
    return this.collector.finish();
  }

  private open(): void {
    this.bounds.enter();
    this.stack.push({ ...this.state });
    this.toSkip = 0;
  }

  private close(): void {
    const outer = this.stack.pop();
    if (!outer) return;
    this.bounds.leave();
    this.state = outer;
    this.toSkip = 0;
    this.starred = false;
  }

  /** `\'hh`, `\~`, `\_`, `\-`, `\*`, escaped braces, and a line break that stands for `\par`. */
  private symbol(symbol: string): void {
    if (symbol === "*") this.starred = true;
    else if (symbol === "\n" || symbol === "\r") this.write("\u0000");
    else if ("\\{}".includes(symbol)) this.write(this.skipFallback(symbol));
    else this.write(SYMBOLS[symbol] ?? "");
  }

  private control(word: string, argument: number | undefined): void {
    const { state } = this;
    const starred = this.starred;
    this.starred = false;
    if (word === "fonttbl") {
      state.fontTable = true;
      state.silent = true;
    } else if (SILENT.has(word) || (starred && !HEARD.has(word))) {
      state.silent = true;
      if (word === "listtext" || word === "pntext") this.kind = this.kind === "heading" ? "heading" : "bullet";
    } else if (word === "ansicpg") {
      const codePage = `cp${argument ?? 1252}`;
      this.defaultCodePage = iconv.encodingExists(codePage) ? codePage : "cp1252";
      state.codePage = this.defaultCodePage;
    } else if (word === "mac") state.codePage = this.defaultCodePage = "macroman";
    else if (word === "f" && argument !== undefined) {
      this.font = argument;
      if (!state.fontTable) state.codePage = this.fonts.get(argument) ?? this.defaultCodePage;
    } else if (word === "fcharset" && state.fontTable)
      this.fonts.set(this.font, CHARSETS[argument ?? 0] ?? this.defaultCodePage);
    else if (word === "uc") state.fallback = Math.max(0, argument ?? 1);
    else if (word === "u" && argument !== undefined) {
      this.write(String.fromCharCode(argument & 0xffff));
      this.toSkip = state.fallback;
    } else if (word === "b") state.bold = argument !== 0;
    else if (word === "v" || word === "deleted") state.hidden = argument !== 0;
    else if (word === "plain") {
      state.bold = false;
      state.hidden = false;
    } else if (word === "pard") {
      this.kind = "paragraph";
      if (!state.silent && this.inTable) this.inTable = false;
    } else if (word === "outlinelevel" && (argument ?? 9) < 9) this.kind = "heading";
    else if (word === "ls" && (argument ?? 0) > 0 && this.kind === "paragraph") this.kind = "bullet";
    else if (word === "bin") WORD.lastIndex += Math.max(0, argument ?? 0);
    else if (word === "cell" || word === "nestcell") this.endParagraph();
    else if (word === "row" || word === "nestrow") this.endParagraph();
    else {
      const symbol = SYMBOLS[word];
      if (symbol !== undefined) this.write(symbol);
    }
  }

  private byte(value: number): void {
    if (this.toSkip > 0) this.toSkip -= 1;
    else this.bytes.push(value);
  }

  private flushBytes(): void {
    if (this.bytes.length === 0) return;
    const decoded = iconv.decode(Buffer.from(this.bytes), this.state.codePage);
    this.bytes = [];
    this.write(decoded);
  }

  /** Bytes above ASCII are not allowed in RTF, yet some programs write them: they are in the code page. */
  private decodePlain(text: string): string {
    return /[\u0080-\u00FF]/.test(text) ? iconv.decode(Buffer.from(text, "latin1"), this.state.codePage) : text;
  }

  private skipFallback(text: string): string {
    const skipped = Math.min(this.toSkip, text.length);
    this.toSkip -= skipped;
    return text.slice(skipped);
  }

  private write(text: string): void {
    if (this.state.silent || this.state.hidden || text === "") return;
    this.bounds.text(text.length);
    if (text === "\u0000") this.endParagraph();
    else this.collector.write(text, this.state.bold);
  }

  private endParagraph(): void {
    if (!this.state.silent) this.collector.end(this.kind);
  }
}
