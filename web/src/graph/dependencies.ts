export interface Edge {
  from: string;
  to: string;
}

/** More lines than that no component has: its text is cut before. */
export const MAX_LINES = 20_000;

const LINE = /^(.+?) --> (.+)$/;

/** The edges of a text with one `A --> B` per line; other lines are left out. @returns null when there are too many. */
export function parseDependencies(text: string): Edge[] | null {
  const lines = text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  if (lines.length > MAX_LINES) return null;
  return lines.flatMap((line) => {
    const [, from, to] = LINE.exec(line) ?? [];
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
}

export interface Placed {
  name: string;
  x: number;
  y: number;
}

export interface Layout {
  nodes: Placed[];
  edges: { from: Placed; to: Placed }[];
  width: number;
  height: number;
}

export const NODE = { width: 190, height: 30 };
const GAP = { x: 70, y: 14 };
const MARGIN = 8;

/** Places what depends left of what it depends on, each in the column of its longest way from the left. */
export function layoutOf(edges: readonly Edge[]): Layout {
  const names = [...new Set(edges.flatMap(({ from, to }) => [from, to]))];
  const columns = columnsOf(names, edges);
  const rows = new Map<string, number>();
  const placed = new Map<string, Placed>();
  const tallest = Math.max(1, ...columns.map(({ length }) => length));
  for (const [column, members] of columns.entries()) {
    // Things stand near to what leads to them: lines cross less.
    const wanted = (name: string) => {
      const before = edges.filter(({ from, to }) => to === name && rows.has(from)).map(({ from }) => rows.get(from) ?? 0);
      return before.length === 0 ? 0 : before.reduce((sum, row) => sum + row, 0) / before.length;
    };
    const start = (tallest - members.length) / 2;
    for (const [index, name] of members.toSorted((a, b) => wanted(a) - wanted(b)).entries()) {
      rows.set(name, start + index);
      placed.set(name, { name, x: MARGIN + column * (NODE.width + GAP.x), y: MARGIN + (start + index) * (NODE.height + GAP.y) });
    }
  }
  return {
    nodes: [...placed.values()],
    edges: edges.flatMap(({ from, to }) => {
      const [source, target] = [placed.get(from), placed.get(to)];
      return source === undefined || target === undefined || source === target ? [] : [{ from: source, to: target }];
    }),
    width: 2 * MARGIN + columns.length * (NODE.width + GAP.x) - GAP.x,
    height: 2 * MARGIN + tallest * (NODE.height + GAP.y) - GAP.y,
  };
}

/** The members of each column. In a circle everything that is still to be placed goes into one. */
function columnsOf(names: readonly string[], edges: readonly Edge[]): string[][] {
  const columns: string[][] = [];
  let rest = new Set(names);
  while (rest.size > 0) {
    const inner = edges.filter(({ from, to }) => from !== to && rest.has(from) && rest.has(to));
    const targets = new Set(inner.map(({ to }) => to));
    const free = [...rest].filter((name) => !targets.has(name));
    const column = free.length > 0 ? free : [...rest];
    columns.push(column);
    rest = new Set([...rest].filter((name) => !column.includes(name)));
  }
  return columns;
}
