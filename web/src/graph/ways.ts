import type { Edge } from "./dependencies";

/** Who depends on whom, by name. */
export interface Neighbourhood {
  names: readonly string[];
  parents: ReadonlyMap<string, readonly string[]>;
  children: ReadonlyMap<string, readonly string[]>;
}

export function neighbourhoodOf(edges: readonly Edge[]): Neighbourhood {
  const parents = new Map<string, string[]>();
  const children = new Map<string, string[]>();
  const add = (to: Map<string, string[]>, name: string, other: string) => {
    const known = to.get(name);
    if (known === undefined) to.set(name, [other]);
    else if (!known.includes(other)) known.push(other);
  };
  for (const { from, to } of edges) {
    if (from === to) continue;
    add(children, from, to);
    add(parents, to, from);
  }
  return { names: [...new Set(edges.flatMap(({ from, to }) => [from, to]))], parents, children };
}

/** A shortest way from a start over its neighbours to the first one that is an end; only the start when there is no such way. */
function shortest(start: string, neighbours: ReadonlyMap<string, readonly string[]>, isEnd: (name: string) => boolean): string[] {
  const cameFrom = new Map<string, string | null>([[start, null]]);
  const queue = [start];
  // The loop goes on over what is added to the queue meanwhile.
  for (const name of queue) {
    if (isEnd(name)) {
      const way: string[] = [];
      for (let step: string | null = name; step !== null; step = cameFrom.get(step) ?? null) way.push(step);
      return way.reverse();
    }
    for (const next of neighbours.get(name) ?? []) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, name);
      queue.push(next);
    }
  }
  return [start];
}

/** A shortest way from something that nothing depends on to this one. */
export function wayTo(name: string, { parents }: Neighbourhood): string[] {
  return shortest(name, parents, (candidate) => !parents.has(candidate)).reverse();
}

/** A shortest way from something that nothing depends on over this one to the target, as far as there is one. */
export function wayThrough(name: string, target: string, neighbourhood: Neighbourhood): string[] {
  const onward = shortest(name, neighbourhood.children, (candidate) => candidate === target);
  return [...wayTo(name, neighbourhood), ...onward.slice(1)];
}

/** How many are shown of a list that was cut before it came to the component. */
const SOME = 10;

/** What is shown at first: a way to the component or, if it is not named in its dependencies, their beginning. */
export function beginning(component: string, graph: Neighbourhood): string[] {
  if (graph.names.includes(component)) return wayTo(component, graph);
  const root = graph.names.find((name) => !graph.parents.has(name)) ?? graph.names[0];
  return root === undefined ? [] : [root, ...(graph.children.get(root) ?? [])].slice(0, SOME);
}

/** The edges between shown ones. */
export function edgesAmong(edges: readonly Edge[], shown: ReadonlySet<string>): Edge[] {
  return edges.filter(({ from, to }) => shown.has(from) && shown.has(to));
}
