/** Two hosts that work together; the same pair comes once. */
export interface Tie {
  readonly one: string;
  readonly other: string;
}

/** Where a host stands in the picture. */
export interface Spot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** A line between two hosts; where it is long it swings around those that stand between. */
export interface Line extends Tie {
  readonly from: Spot;
  readonly to: Spot;
  /** The point that draws the line aside; null where it is straight. */
  readonly bend: { readonly x: number; readonly y: number } | null;
}

export interface Network {
  readonly width: number;
  readonly height: number;
  readonly spots: readonly Spot[];
  readonly lines: readonly Line[];
}

/** The circle of a host, and the cell that it has to itself with its name: what keeps names apart. */
export const radius = 20;
export const cell = { width: 108, height: 108 };
const columns = 4;
/** Every other column stands lower, so that a line to the second neighbour passes beside the first. */
const drop = 44;

/**
 * The picture of who works with whom: those who are tied together stand together, each in a cell of its own, so that
 * neither circles nor names meet. The same ties give the same picture, in whatever order they come.
 */
export function drawNetwork(ties: readonly Tie[]): Network {
  const unique = sorted(ties);
  const places = shelve(groupsOf(unique).map((group) => arrange(group, tiesAmong(group, unique))));
  const spots = [...places].map(([id, at]) => ({ id, ...centreOf(at) })).sort((a, b) => (a.id < b.id ? -1 : 1));
  const rows = Math.max(0, ...[...places.values()].map(({ row }) => row + 1));
  const wide = Math.max(0, ...[...places.values()].map(({ column }) => column + 1));
  const byId = new Map(spots.map((spot) => [spot.id, spot]));
  const lines = unique.flatMap((tie) => {
    const [from, to] = [byId.get(tie.one), byId.get(tie.other)];
    return from && to ? [{ ...tie, from, to, bend: bendOf(from, to, wide * cell.width) }] : [];
  });
  const height = rows === 0 ? 0 : rows * cell.height + (wide > 1 ? drop : 0);
  return { width: wide * cell.width, height, spots, lines };
}

interface Cell {
  readonly column: number;
  readonly row: number;
}

const centreOf = ({ column, row }: Cell) => ({
  x: (column + 0.5) * cell.width,
  y: row * cell.height + radius + 8 + (column % 2) * drop,
});

function sorted(ties: readonly Tie[]): readonly Tie[] {
  const pairs = ties.filter(({ one, other }) => one !== other).map(({ one, other }) => [one, other].sort());
  const unique = new Map(pairs.map(([one = "", other = ""]) => [`${one}\n${other}`, { one, other }]));
  return [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tie]) => tie);
}

type Neighbours = ReadonlyMap<string, readonly string[]>;

function neighboursIn(ties: readonly Tie[]): Neighbours {
  const all = ties.flatMap(({ one, other }) => [[one, other] as const, [other, one] as const]);
  return new Map([...Map.groupBy(all, ([of]) => of)].map(([of, pairs]) => [of, pairs.map(([, to]) => to)]));
}

/** Those who are tied together, however far around; the largest groups first. */
function groupsOf(ties: readonly Tie[]): readonly (readonly string[])[] {
  const near = neighboursIn(ties);
  const seen = new Set<string>();
  const groups: (readonly string[])[] = [];
  for (const first of [...near.keys()].sort()) {
    if (seen.has(first)) continue;
    const group = reachedFrom(first, near);
    for (const id of group) seen.add(id);
    groups.push([...group].sort());
  }
  return groups.sort((a, b) => b.length - a.length);
}

/** A set that grows while it is read. */
function reachedFrom(first: string, near: Neighbours): ReadonlySet<string> {
  const group = new Set([first]);
  for (const id of group) for (const next of near.get(id) ?? []) group.add(next);
  return group;
}

const tiesAmong = (group: readonly string[], ties: readonly Tie[]): readonly Tie[] => {
  const ids = new Set(group);
  return ties.filter(({ one }) => ids.has(one));
};

interface Block {
  readonly cells: ReadonlyMap<string, Cell>;
  readonly width: number;
  readonly height: number;
}

/** One group in a block of cells: begun in the middle with whoever has most ties, then bettered by changing places. */
function arrange(group: readonly string[], ties: readonly Tie[]): Block {
  const near = neighboursIn(ties);
  const width = Math.min(columns, Math.ceil(Math.sqrt(group.length)));
  const height = Math.ceil(group.length / width);
  const free = Array.from({ length: width * height }, (_, at) => ({ column: at % width, row: Math.floor(at / width) }));
  const cells = new Map<string, Cell>();
  const middle = { column: (width - 1) / 2, row: (height - 1) / 2 };
  for (const id of inOrder(group, near)) {
    const own = (near.get(id) ?? []).flatMap((other) => cells.get(other) ?? []);
    const [best] = free.toSorted((a, b) => far(a, own, middle) - far(b, own, middle));
    if (best === undefined) break;
    free.splice(free.indexOf(best), 1);
    cells.set(id, best);
  }
  better(cells, free, near);
  return { cells, width, height };
}

/** Who has most ties first, then whoever is tied to most of those that stand already. */
function inOrder(group: readonly string[], near: Neighbours): readonly string[] {
  const waiting = new Map(group.map((id) => [id, 0]));
  const order: string[] = [];
  const degree = (id: string) => near.get(id)?.length ?? 0;
  while (waiting.size > 0) {
    const [next = ""] = [...waiting].reduce((best, one) =>
      one[1] > best[1] || (one[1] === best[1] && degree(one[0]) > degree(best[0])) ? one : best,
    );
    waiting.delete(next);
    order.push(next);
    for (const other of near.get(next) ?? []) if (waiting.has(other)) waiting.set(other, (waiting.get(other) ?? 0) + 1);
  }
  return order;
}

const distance = (a: Cell, b: Cell): number => {
  const [from, to] = [centreOf(a), centreOf(b)];
  return ((from.x - to.x) / cell.width) ** 2 + ((from.y - to.y) / cell.height) ** 2;
};

const far = (at: Cell, others: readonly Cell[], middle: Cell): number =>
  others.reduce((sum, other) => sum + distance(at, other), 0) + distance(at, middle) / 100;

const mostRounds = 8;

/** Two change places, or one goes to a free cell, as long as the lines get shorter by it. */
function better(cells: Map<string, Cell>, free: Cell[], near: Neighbours): void {
  const ids = [...cells.keys()].sort();
  for (let round = 0, changed = true; changed && round < mostRounds; round++) {
    changed = false;
    for (const [at, id] of ids.entries()) {
      for (const other of ids.slice(at + 1)) changed = exchange(cells, near, id, other) || changed;
      changed = move(cells, near, id, free) || changed;
    }
  }
}

function exchange(cells: Map<string, Cell>, near: Neighbours, id: string, other: string): boolean {
  const [a, b] = [cells.get(id), cells.get(other)];
  if (a === undefined || b === undefined) return false;
  const costs = (one: Cell, two: Cell) =>
    costOf(cells, near, { id, at: one, besides: other }) + costOf(cells, near, { id: other, at: two, besides: id });
  if (costs(b, a) >= costs(a, b) - 1e-9) return false;
  cells.set(id, b).set(other, a);
  return true;
}

function move(cells: Map<string, Cell>, near: Neighbours, id: string, free: Cell[]): boolean {
  const a = cells.get(id);
  if (a === undefined) return false;
  const cost = (at: Cell) => costOf(cells, near, { id, at, besides: id });
  const at = free.findIndex((b) => cost(b) < cost(a) - 1e-9);
  const b = free[at];
  if (b === undefined) return false;
  free[at] = a;
  cells.set(id, b);
  return true;
}

/** How long the lines of one are from a cell; the line between two that change places stays as long as it is. */
function costOf(
  cells: ReadonlyMap<string, Cell>,
  near: Neighbours,
  { id, at, besides }: { readonly id: string; readonly at: Cell; readonly besides: string },
): number {
  let sum = 0;
  for (const other of near.get(id) ?? []) {
    const to = other === besides ? undefined : cells.get(other);
    if (to !== undefined) sum += distance(at, to);
  }
  return sum;
}

/** Blocks beside each other as long as there is room, then below. */
function shelve(blocks: readonly Block[]): ReadonlyMap<string, Cell> {
  const placed = new Map<string, Cell>();
  let [left, top, tall] = [0, 0, 0];
  for (const { cells, width, height } of blocks) {
    if (left + width > columns) [left, top, tall] = [0, top + tall, 0];
    for (const [id, { column, row }] of cells) placed.set(id, { column: left + column, row: top + row });
    left += width;
    tall = Math.max(tall, height);
  }
  return placed;
}

/** A line that is longer than from one cell to the next swings aside by a part of its length, towards the middle. */
function bendOf(from: Spot, to: Spot, width: number): Line["bend"] {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  if (length < 1.3 * cell.width) return null;
  const aside = Math.min(0.22 * length, 0.45 * cell.width) / length;
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  const side = x < width / 2 === dy < 0 ? 1 : -1;
  return { x: x - dy * aside * side, y: Math.max(0, y + dx * aside * side) };
}
