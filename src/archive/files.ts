import type { Format } from "../model/index.js";

/** The metadata that a review folder may hold, by file name (any case). */
export const METADATA = {
  "review.yaml": "review",
  "review.yml": "review",
  "sessions.csv": "sessions",
  "indicators.csv": "indicators",
  "recommendations.csv": "recommendations",
  "survey.csv": "survey",
} as const;
export type MetadataKind = (typeof METADATA)[keyof typeof METADATA];

const FORMAT_OF: Readonly<Record<string, Format>> = {
  txt: "txt",
  text: "txt",
  md: "md",
  markdown: "md",
  docx: "docx",
  pdf: "pdf",
  vtt: "vtt",
  srt: "srt",
  odt: "odt",
  rtf: "rtf",
  html: "html",
  htm: "html",
  csv: "csv",
  json: "json",
  qdpx: "qdpx",
};

/** What lies beside transcripts and is none, by extension; the word is how it is named in the one problem about it. */
const COMPANION_OF: Readonly<Record<string, string>> = {
  ...all("audio", "mp3 m4a wav wma ogg oga opus aac flac amr aif aiff dss ds2 caf"),
  ...all("video", "mp4 m4v mov avi mkv wmv webm mpg mpeg 3gp"),
  ...all("image", "jpg jpeg png gif bmp tif tiff webp svg heic heif ico"),
  ...all("shortcut", "lnk url webloc"),
  ...all("temporary file", "tmp temp bak swp swo part crdownload"),
};

function all(word: string, extensions: string): Record<string, string> {
  return Object.fromEntries(extensions.split(" ").map((extension) => [extension, word]));
}

/** Folders that systems make for themselves; nothing in them is looked at. */
const SYSTEM_FOLDERS = new Set(["__macosx", "$recycle.bin", "system volume information", "node_modules", "lost+found"]);

/** What a file is, judged by its name alone: nothing is opened to find out. */
export type FileKind =
  | { is: "metadata"; kind: MetadataKind }
  | { is: "transcript"; format: Format }
  /** Known and left alone. */
  | { is: "companion"; as: string }
  | { is: "unknown"; extension: string };

/** The part after the last dot in lower case, or empty. A name that begins with its only dot has none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : "";
}

/** Judges one file by its name. Metadata counts only at the top of a review; deeper down the caller says so. */
export function kindOfFile(name: string): FileKind {
  const lower = name.toLowerCase();
  if (lower === ".ds_store") return { is: "companion", as: ".DS_Store" };
  if (lower === "thumbs.db" || lower === "ehthumbs.db") return { is: "companion", as: "Thumbs.db" };
  if (lower === "desktop.ini") return { is: "companion", as: "desktop.ini" };
  if (lower.startsWith("~$") || lower.startsWith(".~lock.") || lower.startsWith("~wrl"))
    return { is: "companion", as: "lock file of an open document (~$…)" };
  if (lower.startsWith(".")) return { is: "companion", as: "hidden file" };
  if (/^(read ?me|licen[cs]e|copying)(\.(md|txt|html?))?$/u.test(lower)) return { is: "companion", as: "read-me" };
  const metadata = (METADATA as Readonly<Record<string, MetadataKind>>)[lower];
  if (metadata !== undefined) return { is: "metadata", kind: metadata };
  const extension = extensionOf(name);
  const format = Object.hasOwn(FORMAT_OF, extension) ? FORMAT_OF[extension] : undefined;
  if (format !== undefined) return { is: "transcript", format };
  const companion = Object.hasOwn(COMPANION_OF, extension) ? COMPANION_OF[extension] : undefined;
  if (companion !== undefined) return { is: "companion", as: `${companion} (.${extension})` };
  return { is: "unknown", extension };
}

/** Whether a folder is the system's or hidden, and passed over. */
export function isPassedOver(folder: string): boolean {
  return folder.startsWith(".") || SYSTEM_FOLDERS.has(folder.toLowerCase());
}

/** What to do with a file whose extension is not read. */
export function wayOutFor(extension: string): string {
  switch (extension) {
    case "doc":
    case "pages":
    case "wpd":
    case "dot":
    case "docm":
      return "Open it in a word processor and save it as .docx.";
    case "xls":
    case "xlsx":
    case "ods":
      return "Save the sheet that holds the transcript as .csv.";
    case "ppt":
    case "pptx":
    case "msg":
    case "eml":
      return "Export its text as .txt, .docx or .pdf.";
    case "zip":
    case "7z":
    case "rar":
    case "gz":
      return "Unpack it into the review folder.";
    case "nvp":
    case "nvpx":
    case "mx20":
    case "mx22":
    case "atlproj":
      return "Export the project as REFI-QDA (.qdpx).";
    default:
      return "Save it as one of .txt .md .docx .pdf .vtt .srt .odt .rtf .html .csv .json .qdpx, or move it out of the archive.";
  }
}
