/** The values of one moment, lowest band first. */
export interface Point {
  at: number;
  values: readonly number[];
}

/** The least that the scale shows: few things do not look like many. */
const LEAST_TOP = 5;

/** Paths of stacked bands within a square of 100 × 100, and the value at its upper edge. */
export function bands(points: readonly Point[], count: number): { top: number; paths: string[] } {
  const [first, last] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0];
  // One moment alone is drawn as if nothing had changed.
  const drawn = points.length === 1 ? [...points.map((point) => ({ ...point, at: first })), ...points.map((point) => ({ ...point, at: first + 1 }))] : points;
  const width = Math.max(1, last - first);
  const top = Math.max(LEAST_TOP, ...points.map(({ values }) => values.reduce((sum, value) => sum + value, 0)));
  const spot = ({ at, values }: Point, upTo: number) => {
    const sum = values.slice(0, upTo).reduce((total, value) => total + value, 0);
    return `${round((100 * (at - first)) / width)},${round(100 - (100 * sum) / top)}`;
  };
  const paths = Array.from({ length: count }, (_, band) => {
    const upper = drawn.map((point) => spot(point, band + 1));
    const lower = drawn.map((point) => spot(point, band)).reverse();
    return `M${[...upper, ...lower].join(" L")} Z`;
  });
  return { top, paths };
}

const round = (value: number) => Math.round(value * 100) / 100;
