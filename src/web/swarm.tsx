import { raw } from "hono/html";

/** Points of a whole, in their order: full ones, perhaps, and empty ones; a mark stands before the point `mark`. */
export interface SwarmProps {
  readonly full: number;
  readonly perhaps: number;
  readonly empty: number;
  readonly mark: number | null;
  /** The same as a sentence. */
  readonly label: string;
}

/** What comes together, drawn as a flight: full from the middle outwards, what is beyond the mark at some distance. */
export function Swarm({ label, mark, ...points }: SwarmProps) {
  const all = points.full + points.perhaps + points.empty;
  const beyond = mark === null ? 0 : moat;
  const reach = step * Math.sqrt(Math.max(all, 1)) + beyond + 6;
  const drawn = runsOf(points).map(([name, from, to, r]) => group(name, from, to, (i) => place(i, mark), r));
  const ring = mark === null ? "" : `<circle class="swarm-ring" r="${round(step * Math.sqrt(mark) + moat / 2)}"/>`;
  return (
    <svg
      class="swarm"
      viewBox={[-reach, -reach, 2 * reach, 2 * reach].map(round).join(" ")}
      role="img"
      aria-label={label}
    >
      {raw(drawn.join("") + ring)}
    </svg>
  );
}

/** The same in one line, for cards; larger points for a few heads. */
export function SwarmLine({ label, mark, ...points }: SwarmProps) {
  const all = points.full + points.perhaps + points.empty;
  const height = all <= few ? 11 : 20;
  const drawn = runsOf(points).map(([name, from, to, r]) => group(name, from, to, (i) => [7 + i * 10, height / 2], r));
  const tick = mark === null ? "" : `<path class="swarm-tick" d="M${mark * 10 + 2} 1v${height - 2}"/>`;
  return (
    <svg class="swarm-line" viewBox={`2 0 ${all * 10} ${height}`} role="img" aria-label={label}>
      {raw(drawn.join("") + tick)}
    </svg>
  );
}

/** So many points are drawn large. */
const few = 12;

/** One point beside the word for it. */
export function SwarmPoint({ of }: { readonly of: Kind | "ring" }) {
  return (
    <svg viewBox="-6 -6 12 12" aria-hidden="true">
      <circle class={`swarm-${of}`} r={of === "in" ? 4.5 : of === "ring" ? 5 : 4} />
    </svg>
  );
}

type Kind = "in" | "perhaps" | "out";

function runsOf({ full, perhaps, empty }: Pick<SwarmProps, "full" | "perhaps" | "empty">) {
  const ends = [full, full + perhaps, full + perhaps + empty] as const;
  const runs: readonly (readonly [name: Kind, from: number, to: number, r: number])[] = [
    ["in", 0, ends[0], 4.25],
    ["perhaps", ends[0], ends[1], 3.6],
    ["out", ends[1], ends[2], 3.4],
  ];
  return runs.filter(([, from, to]) => to > from);
}

function group(name: Kind, from: number, to: number, at: (i: number) => readonly [number, number], r: number): string {
  const dots = Array.from({ length: to - from }, (_, i) => {
    const [x, y] = at(from + i);
    return `<circle cx="${round(x)}" cy="${round(y)}" r="${r}"/>`;
  });
  return `<g class="swarm-${name}">${dots.join("")}</g>`;
}

const step = 6.1;
const moat = 9;
const goldenAngle = 2.399_963_23;

function place(i: number, mark: number | null): readonly [number, number] {
  const distance = step * Math.sqrt(i + 0.5) + (mark !== null && i >= mark ? moat : 0);
  return [distance * Math.cos(i * goldenAngle), distance * Math.sin(i * goldenAngle)];
}

const round = (n: number): string => String(Math.round(n * 100) / 100);
