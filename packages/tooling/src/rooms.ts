/** A file and what it imports, as dependency-cruiser's JSON has them. */
export interface Module {
  readonly source: string;
  readonly dependencies: readonly { readonly resolved: string }[];
}

/** Arrows that are known to close a ring, by the file that imports. The list may only become shorter. */
export type KnownArrows = Readonly<Record<string, readonly string[]>>;

export interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
  readonly why: string;
}

interface Arrow {
  readonly from: string;
  readonly to: string;
  /** `apps/intake/src/requests` */
  readonly rooms: readonly [from: string, to: string];
}

const name = 'rooms-make-no-ring';
const tests = /\.(?:spec|int-spec|journey-spec|testbed)\.ts$|\/testbed\//u;
const room = /^(apps\/([^/]+)\/src\/)([^/]+)\//u;

/**
 * A room, a folder in `apps/<service>/src`, imports another one only so that the rooms of the service form no ring. Tests and their beds
 * may look everywhere, and what lies outside the rooms puts them together.
 * @param modules all files of the house
 * @param services names in `apps/` that are services, and no web apps
 * @param known arrows of today that are let be; one that is gone, or closes no ring any more, is to be taken off the list
 */
export function ringsOfRooms(
  modules: readonly Module[],
  services: readonly string[],
  known: KnownArrows,
): readonly Violation[] {
  const arrows = modules.flatMap((module) => arrowsOf(module, services));
  const isKnown = ({ from, to }: Arrow): boolean => known[from]?.includes(to) ?? false;
  const others = arrows.filter((arrow) => !isKnown(arrow));
  const ways = waysOf(others);
  const rings = others
    .filter(({ rooms: [from, to] }) => leads(ways, to, from))
    .map(({ from, to, rooms }) => violation(from, to, ringOf(ways, rooms)));
  const listed = Object.entries(known).flatMap(([from, all]) => all.map((to) => ({ from, to })));
  const stale = listed.flatMap(({ from, to }) => {
    const arrow = arrows.find((one) => one.from === from && one.to === to);
    if (!arrow) return [violation(from, to, 'is gone: take it off packages/tooling/rings.json')];
    const [begin, end] = arrow.rooms;
    return leads(ways, end, begin)
      ? []
      : [violation(from, to, 'closes no ring any more: take it off packages/tooling/rings.json')];
  });
  return [...rings, ...stale];
}

const violation = (from: string, to: string, why: string): Violation => ({ from, to, rule: { name }, why });

function arrowsOf({ source, dependencies }: Module, services: readonly string[]): readonly Arrow[] {
  const begin = tests.test(source) ? null : room.exec(source);
  if (!begin || !services.includes(begin[2] ?? '')) return [];
  return dependencies.flatMap(({ resolved }) => {
    const end = room.exec(resolved);
    if (end?.[1] !== begin[1] || end?.[3] === begin[3]) return [];
    return [{ from: source, to: resolved, rooms: [`${begin[1]}${begin[3]}`, `${end?.[1]}${end?.[3]}`] as const }];
  });
}

type Ways = ReadonlyMap<string, ReadonlySet<string>>;

function waysOf(arrows: readonly Arrow[]): Ways {
  const ways = new Map<string, Set<string>>();
  for (const { rooms } of arrows) ways.set(rooms[0], (ways.get(rooms[0]) ?? new Set()).add(rooms[1]));
  return ways;
}

/** The shortest way from a room to another, both included; empty where there is none. */
function wayBetween(ways: Ways, from: string, to: string): readonly string[] {
  const before = new Map<string, string>([[from, '']]);
  for (const here of before.keys()) {
    if (here === to) {
      const way = [here];
      for (let back = before.get(here); back; back = before.get(back)) way.unshift(back);
      return way;
    }
    for (const next of ways.get(here) ?? []) if (!before.has(next)) before.set(next, here);
  }
  return [];
}

const leads = (ways: Ways, from: string, to: string): boolean => wayBetween(ways, from, to).length > 0;
const ringOf = (ways: Ways, [from, to]: Arrow['rooms']): string =>
  [from, ...wayBetween(ways, to, from)].map((path) => path.replace(/^.*\//u, '')).join(' → ');
