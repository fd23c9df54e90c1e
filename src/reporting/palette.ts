/** Colours of one mode. Text and the ground it stands on are held together, so that contrast can be checked pair by pair. */
type Pair = { readonly ink: string; readonly ground: string };
export type Palette = {
  readonly page: Pair;
  readonly quiet: Pair;
  readonly raised: Pair;
  readonly link: Pair;
  readonly line: string;
  readonly focus: string;
  readonly stances: Readonly<Record<"affirms" | "denies" | "mixed" | "uncertain" | "silent", Pair>>;
  /** Share of sessions, from few to all. */
  readonly heat: readonly [Pair, Pair, Pair, Pair, Pair];
  readonly severities: Readonly<Record<"error" | "warning" | "info", Pair>>;
};

/** Blue-green against orange: told apart by people who do not see red and green apart, and never by colour alone. */
export const LIGHT: Palette = {
  page: { ink: "#10202b", ground: "#ffffff" },
  quiet: { ink: "#4a5964", ground: "#ffffff" },
  raised: { ink: "#10202b", ground: "#f3f6f8" },
  link: { ink: "#005a70", ground: "#f3f6f8" },
  line: "#c8d2d9",
  focus: "#b35900",
  stances: {
    affirms: { ink: "#06414d", ground: "#cbe7ea" },
    denies: { ink: "#6f2b00", ground: "#fcdcc5" },
    mixed: { ink: "#43216f", ground: "#e7ddf6" },
    uncertain: { ink: "#4c3d00", ground: "#f5ecc4" },
    silent: { ink: "#56646f", ground: "#ffffff" },
  },
  heat: [
    { ink: "#06414d", ground: "#e3f2f3" },
    { ink: "#06414d", ground: "#bfe0e4" },
    { ink: "#04323c", ground: "#86c2ca" },
    { ink: "#ffffff", ground: "#1d7483" },
    { ink: "#ffffff", ground: "#0a4854" },
  ],
  severities: {
    error: { ink: "#8a1212", ground: "#fbe3e3" },
    warning: { ink: "#6b3f00", ground: "#fdebcf" },
    info: { ink: "#1c4a73", ground: "#e2eef9" },
  },
};

export const DARK: Palette = {
  page: { ink: "#e6edf1", ground: "#11181d" },
  quiet: { ink: "#a9b7c0", ground: "#11181d" },
  raised: { ink: "#e6edf1", ground: "#1a242b" },
  link: { ink: "#7fd0df", ground: "#1a242b" },
  line: "#36444e",
  focus: "#ffb25c",
  stances: {
    affirms: { ink: "#c2ecf1", ground: "#13444d" },
    denies: { ink: "#ffd9bf", ground: "#5c2c0e" },
    mixed: { ink: "#e6d9fb", ground: "#432f63" },
    uncertain: { ink: "#f3e7b0", ground: "#4a3f10" },
    silent: { ink: "#98a7b1", ground: "#11181d" },
  },
  heat: [
    { ink: "#c2ecf1", ground: "#142c33" },
    { ink: "#c2ecf1", ground: "#17424b" },
    { ink: "#e0f6f8", ground: "#1c5d69" },
    { ink: "#06242a", ground: "#4fb0bf" },
    { ink: "#06242a", ground: "#a5e0e8" },
  ],
  severities: {
    error: { ink: "#ffc9c9", ground: "#5a1c1c" },
    warning: { ink: "#ffdfae", ground: "#55370b" },
    info: { ink: "#c7e0f7", ground: "#1d3a55" },
  },
};

/** Every pair of a palette that text is set in, by name. */
export function pairsOf(palette: Palette): (Pair & { readonly name: string })[] {
  const named = (names: Readonly<Record<string, Pair>>) =>
    Object.entries(names).map(([name, pair]) => ({ name, ...pair }));
  const { page, quiet, raised, link } = palette;
  return [
    ...named({ page, quiet, raised, link, "quiet on raised": { ...quiet, ground: raised.ground } }),
    ...named({ "link on page": { ...link, ground: page.ground } }),
    ...named(palette.stances),
    ...named(palette.severities),
    ...palette.heat.map((pair, i) => ({ name: `heat-${i + 1}`, ...pair })),
  ];
}

/** The palette as custom properties of CSS. */
export function properties(palette: Palette): string {
  const { line, focus } = palette;
  return [
    ...pairsOf(palette)
      .filter(({ name }) => !name.includes(" "))
      .flatMap(({ name, ink, ground }) => [`--${name}-ink:${ink}`, `--${name}:${ground}`]),
    `--line:${line}`,
    `--focus:${focus}`,
  ].join(";");
}
