/** A node with its weight, and where it came to lie. */
export interface Laid {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** Pixels at each side that a node leaves free for its name. */
const EDGE = 105;

/**
 * Lays nodes out so that those that are tied lie near one another (Fruchterman & Reingold 1991). No chance is in it: the same ties give the
 * same picture. Costs nodes squared a step; meant for the 68 codes. Places are within `width` x `height`.
 */
export function layOut(
  ids: readonly string[],
  ties: readonly { readonly a: string; readonly b: string; readonly weight: number }[],
  { width, height, steps = 260 }: { width: number; height: number; steps?: number },
): Laid[] {
  const place = new Map(ids.map((id, i) => [id, i]));
  const golden = Math.PI * (3 - Math.sqrt(5));
  // A sunflower to begin with, so that no two nodes lie on one another.
  const xs = ids.map((_, i) => width / 2 + 0.4 * width * Math.sqrt((i + 0.5) / ids.length) * Math.cos(i * golden));
  const ys = ids.map((_, i) => height / 2 + 0.4 * height * Math.sqrt((i + 0.5) / ids.length) * Math.sin(i * golden));
  const ideal = 0.55 * Math.sqrt((width * height) / Math.max(1, ids.length));
  const heaviest = Math.max(1, ...ties.map(({ weight }) => weight));
  for (let step = 0; step < steps; step++) {
    const [dx, dy] = [ids.map(() => 0), ids.map(() => 0)];
    const push = (i: number, j: number, force: number) => {
      const [x, y] = [(xs[i] ?? 0) - (xs[j] ?? 0), (ys[i] ?? 0) - (ys[j] ?? 0)];
      const away = Math.hypot(x, y) || 0.01;
      const strength = force < 0 ? (force * away * away) / ideal : (force * ideal * ideal) / away;
      dx[i] = (dx[i] ?? 0) + (x / away) * strength;
      dy[i] = (dy[i] ?? 0) + (y / away) * strength;
      dx[j] = (dx[j] ?? 0) - (x / away) * strength;
      dy[j] = (dy[j] ?? 0) - (y / away) * strength;
    };
    for (let i = 0; i < ids.length; i++) for (let j = i + 1; j < ids.length; j++) push(i, j, 1);
    for (const { a, b, weight } of ties) {
      const [i, j] = [place.get(a), place.get(b)];
      if (i !== undefined && j !== undefined) push(i, j, -0.25 - 0.75 * (weight / heaviest));
    }
    const heat = (1 - step / steps) * 0.09 * width;
    for (let i = 0; i < ids.length; i++) {
      // A light pull to the middle keeps what is tied to nothing in the picture.
      const [px, py] = [
        (dx[i] ?? 0) + (width / 2 - (xs[i] ?? 0)) * 0.6,
        (dy[i] ?? 0) + (height / 2 - (ys[i] ?? 0)) * 0.9,
      ];
      const far = Math.hypot(px, py) || 0.01;
      const most = Math.min(far, heat);
      xs[i] = Math.max(EDGE, Math.min(width - EDGE, (xs[i] ?? 0) + (px / far) * most));
      ys[i] = Math.max(24, Math.min(height - 24, (ys[i] ?? 0) + (py / far) * most));
    }
  }
  return ids.map((id, i) => ({ id, x: Math.round((xs[i] ?? 0) * 10) / 10, y: Math.round((ys[i] ?? 0) * 10) / 10 }));
}
