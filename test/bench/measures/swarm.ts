import { hour, minute, second } from "../../simulation/clock.ts";
import type { Costs, Spread } from "../../simulation/judging.ts";
import { type Story, tellStory } from "../../simulation/story.ts";
import type { Study, StudyWishes } from "../studies.ts";
import { rowsAsTable } from "../table.ts";

/** Swarms of growing size, by the real rules of `src/catalogue/gossip.ts`. */
export async function studySwarm({ quick, seed, note }: StudyWishes): Promise<Study> {
  const sizes = quick ? [10, 30, 100] : [10, 30, 100, 300, 1_000];
  const stories = sizes.map((size) => {
    const started = performance.now();
    const story = tellStory(size, seed);
    note(`${size} instances: ${Math.round((performance.now() - started) / 1_000)} s`);
    return story;
  });
  const faults = stories.flatMap(faultsOf);
  const tables = [spreading(stories), growth(stories), healing(stories)].join("\n\n");
  const verdict = faults.length === 0 ? "All of it holds." : faults.join("\n");
  return { text: `${tables}\n\n${verdict}`, figures: { seed, stories }, holds: faults.length === 0 };
}

/** What must never be. */
function faultsOf({ size, highest, shownThoughGone, complete, gaps }: Story): readonly string[] {
  return [
    ...(highest > 2 ? [`${size}: a hostile host has reached level ${highest}`] : []),
    ...(shownThoughGone > 0 ? [`${size}: hosts that are gone are shown ${shownThoughGone} times`] : []),
    ...(complete === null ? [`${size}: not everybody knows everybody three days after the last newcomer`] : []),
    ...(gaps.missing + gaps.stale > 0
      ? [`${size}: at the end ${gaps.missing} are missing and ${gaps.stale} stale`]
      : []),
  ];
}

function spreading(stories: readonly Story[]): string {
  const rows = stories.map(({ size, hostile, complete, spreads, highest }) => [
    ...[String(size), String(hostile), longOf(complete)],
    ...[middle(spreads, "half"), middle(spreads, "most"), middle(spreads, "all"), slowest(spreads)],
    String(highest),
  ]);
  const head = [
    "instances",
    "hostile",
    "all know all",
    "change at half",
    "at 99 %",
    "at all",
    "slowest, at all",
    "highest hostile level",
  ];
  return rowsAsTable([head, ...rows]);
}

const costs: readonly (readonly [keyof Costs, string])[] = [
  ["requests", "requests a day"],
  ["vain", "visits in vain"],
  ["sent", "messages sent a day"],
  ["received", "received"],
  ["instances", "rows: instances"],
  ["invented", "of them invented"],
  ["offers", "offers"],
];

function growth(stories: readonly Story[]): string {
  const rows = stories.map(({ size, costs: had }) => [
    String(size),
    ...costs.map(([name]) => `${Math.round(had[name].mean)} (${Math.round(had[name].most)})`),
  ]);
  return rowsAsTable([["instances", ...costs.map(([, said]) => `${said}, mean (most)`)], ...rows]);
}

function healing(stories: readonly Story[]): string {
  const rows = stories.map(({ size, healing: [parted, ...later] }) => {
    const before = parted === undefined ? 0 : parted.gaps.missing + parted.gaps.stale;
    const repaired = later.map(({ gaps }) => 1 - (gaps.missing + gaps.stale) / before);
    return [String(size), String(before), ...repaired.map((share) => `${(share * 100).toFixed(1)} %`)];
  });
  const hours = (stories[0]?.healing ?? []).slice(1).map(({ after }) => `repaired after ${longOf(after)}`);
  return rowsAsTable([["instances", "differences after three days apart", ...hours], ...rows]);
}

const sortedOf = (spreads: readonly Spread[], what: keyof Spread) =>
  spreads.map((spread) => spread[what] ?? Number.POSITIVE_INFINITY).sort((one, other) => one - other);

function middle(spreads: readonly Spread[], what: keyof Spread): string {
  const sorted = sortedOf(spreads, what);
  return longOf(sorted[Math.floor(sorted.length / 2)] ?? null);
}

const slowest = (spreads: readonly Spread[]): string => longOf(sortedOf(spreads, "all").at(-1) ?? null);

function longOf(milliseconds: number | null): string {
  if (milliseconds === null || !Number.isFinite(milliseconds)) return "never";
  if (milliseconds < 2 * minute) return `${Math.round(milliseconds / second)} s`;
  return milliseconds < 2 * hour ? `${Math.round(milliseconds / minute)} min` : `${Math.round(milliseconds / hour)} h`;
}
