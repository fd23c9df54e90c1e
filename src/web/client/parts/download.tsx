import { useState } from "preact/hooks";

/** Hands a file to the reader. */
export function download(name: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers read the address after the click.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A table as CSV (RFC 4180); a cell that a spreadsheet would run has an apostrophe before it. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number): string => {
    if (typeof value === "number") return String(value);
    const safe = /^\s*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return rows.map((row) => `${row.map(cell).join(",")}\n`).join("");
}

const LOOKS = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "font-size",
  "font-weight",
  "font-family",
  "text-anchor",
  "opacity",
];

/** A drawing that stands by itself: the looks that the page's style gives it are written into it. */
export function svgOf(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const [from, into] = [
    [drawing, ...drawing.querySelectorAll("*")],
    [copy, ...copy.querySelectorAll("*")],
  ];
  for (const [place, element] of from.entries()) {
    const style = getComputedStyle(element);
    for (const look of LOOKS) into[place]?.setAttribute(look, style.getPropertyValue(look));
    into[place]?.removeAttribute("class");
    into[place]?.removeAttribute("tabindex");
  }
  const { width, height } = sizeOf(drawing);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  ground.setAttribute("width", "100%");
  ground.setAttribute("height", "100%");
  ground.setAttribute("fill", getComputedStyle(document.body).backgroundColor);
  copy.prepend(ground);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}

function sizeOf(drawing: SVGSVGElement): { width: number; height: number } {
  const { width, height } = drawing.viewBox.baseVal;
  return width > 0 ? { width, height } : drawing.getBoundingClientRect();
}

/** The drawing as a picture, twice its size. */
async function pngOf(drawing: SVGSVGElement): Promise<Blob> {
  const { width, height } = sizeOf(drawing);
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(drawing))}`;
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * 2;
  canvas.height = height * 2;
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error("The picture cannot be drawn.")) : resolve(blob))),
  );
}

/** PNG, SVG and CSV of a chart. */
export function Downloads({
  name,
  drawing,
  rows,
}: {
  /** File name without its ending. */
  name: string;
  drawing?: () => SVGSVGElement | null | undefined;
  rows: () => readonly (readonly (string | number)[])[];
}) {
  const [failed, setFailed] = useState("");
  const picture = async () => {
    const svg = drawing?.();
    if (svg === null || svg === undefined) return;
    try {
      download(`${name}.png`, "image/png", await pngOf(svg));
      setFailed("");
    } catch {
      setFailed("This browser would not draw the picture; take the SVG instead.");
    }
  };
  return (
    <p class="downloads">
      <span>Download</span>
      {drawing !== undefined && (
        <>
          <button type="button" onClick={picture}>
            PNG
          </button>
          <button
            type="button"
            onClick={() => {
              const svg = drawing();
              if (svg) download(`${name}.svg`, "image/svg+xml", svgOf(svg));
            }}
          >
            SVG
          </button>
        </>
      )}
      <button type="button" onClick={() => download(`${name}.csv`, "text/csv", csvOf(rows()))}>
        CSV
      </button>
      {failed !== "" && <span role="alert">{failed}</span>}
    </p>
  );
}
