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
