/** Something that grants some of what is wished for: an offer, of a host. */
export interface Part {
  readonly host: string;
  /** Of the wishes, those that it grants. */
  readonly grants: readonly string[];
}

/** More wishes than this are not combined: with each one the work triples. */
export const mostWishes = 8;

/**
 * The smallest ways to have every wish granted: fewest hosts first, then fewest offers, then those that come first in
 * `parts`. At most `most` of them, each of other hosts, all of equally few; none where some wish is granted by nobody.
 */
export function combine<Given extends Part>(
  wishes: readonly string[],
  parts: readonly Given[],
  most: number,
): readonly (readonly Given[])[] {
  const bits = new Map(wishes.slice(0, mostWishes).map((wish, at) => [wish, 1 << at]));
  const maskOf = ({ grants }: Part) => grants.reduce((mask, wish) => mask | (bits.get(wish) ?? 0), 0);
  const useful = parts.map((part, place) => ({ place, host: part.host, mask: maskOf(part) })).filter(isUseful);
  const hosts = [...Map.groupBy(useful, ({ host }) => host)].map(([host, own]) => ({
    host,
    mask: own.reduce((mask, part) => mask | part.mask, 0),
    best: bestOf(own),
  }));
  const found = waysOf(hosts, most)((1 << bits.size) - 1);
  return found.map(({ places }) => places.flatMap((place) => parts[place] ?? []));
}

const isUseful = ({ mask }: { readonly mask: number }): boolean => mask > 0;

/** Where in `parts` the chosen ones stand, in their order. */
type Places = readonly number[];

interface Choice {
  readonly hosts: readonly string[];
  readonly places: Places;
}

interface Grouped {
  readonly host: string;
  readonly mask: number;
  /** The fewest and first of its own that grant all of these; null where it cannot. */
  best(mask: number): Places | null;
}

function bestOf(own: readonly { readonly place: number; readonly mask: number }[]): Grouped["best"] {
  const best: Grouped["best"] = remembered((mask) => {
    if (mask === 0) return [];
    const all = own.flatMap((part) => {
      const rest = part.mask & lowest(mask) ? best(mask & ~part.mask) : null;
      return rest === null ? [] : [together([part.place], rest)];
    });
    return all.toSorted(compare)[0] ?? null;
  });
  return best;
}

/**
 * The best choices for what is still wished for. Some host grants the first wish of it; with one host less the others
 * grant the rest, or this would not be a smallest choice. So no host comes twice, and what is best for a part is kept.
 */
function waysOf(hosts: readonly Grouped[], most: number): (mask: number) => readonly Choice[] {
  const fewest: (mask: number) => number = remembered((mask) => {
    if (mask === 0) return 0;
    const able = hosts.filter((host) => host.mask & lowest(mask));
    return 1 + Math.min(Number.POSITIVE_INFINITY, ...able.map((host) => fewest(mask & ~host.mask)));
  });
  const ways: ReturnType<typeof waysOf> = remembered((mask) => {
    if (mask === 0) return [{ hosts: [], places: [] }];
    if (!Number.isFinite(fewest(mask))) return [];
    const choices = hosts.flatMap((host) =>
      sharesOf(host.mask & mask, lowest(mask)).flatMap((share) => {
        const own = fewest(mask & ~share) === fewest(mask) - 1 ? host.best(share) : null;
        return own === null ? [] : ways(mask & ~share).map((rest) => joined(host.host, own, rest));
      }),
    );
    return firstOfEach(choices).slice(0, most);
  });
  return ways;
}

const joined = (host: string, own: Places, rest: Choice): Choice => ({
  hosts: [...rest.hosts, host].sort(),
  places: together(own, rest.places),
});

/** In order, and only the best of those with the same hosts. */
function firstOfEach(choices: readonly Choice[]): readonly Choice[] {
  const seen = new Set<string>();
  return choices
    .toSorted((one, other) => compare(one.places, other.places))
    .filter(({ hosts }) => {
      const key = hosts.join("\n");
      return seen.has(key) ? false : seen.add(key);
    });
}

/** Every part of a mask that holds this bit. */
function sharesOf(mask: number, bit: number): readonly number[] {
  if ((mask & bit) === 0) return [];
  const others = mask & ~bit;
  const shares: number[] = [];
  for (let share = others; ; share = (share - 1) & others) {
    shares.push(share | bit);
    if (share === 0) return shares;
  }
}

const lowest = (mask: number): number => mask & -mask;

const together = (one: Places, other: Places): Places => [...one, ...other].sort((a, b) => a - b);

/** Fewer first, then those that stand further in front, all in all, then in their order. */
function compare(one: Places, other: Places): number {
  const sum = (places: Places) => places.reduce((all, place) => all + place, 0);
  const at = one.findIndex((place, index) => place !== other[index]);
  return one.length - other.length || sum(one) - sum(other) || (at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0));
}

function remembered<Value>(work: (mask: number) => Value): (mask: number) => Value {
  const known = new Map<number, Value>();
  return (mask) => {
    if (!known.has(mask)) known.set(mask, work(mask));
    return known.get(mask) as Value;
  };
}
