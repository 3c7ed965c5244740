import { type Usage, usageOf } from "./machine.ts";
import type { Subject } from "./subject.ts";

/** One line of the table. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the product aims at: at least, or at most, this. */
  readonly aim: { readonly least: number } | { readonly most: number } | null;
  /** The best server of the Fediverse that was measured on this kind of machine; null where none was. */
  readonly peer: string | null;
  /** What limits it, measured in the same run. */
  readonly bound: string;
}

/** Whether a figure is as good as we want it; null where nothing was aimed at. */
export function reached({ value, aim }: Figure): boolean | null {
  if (aim === null) return null;
  return "least" in aim ? value >= aim.least : value <= aim.most;
}

/** What Essaim and its PostgreSQL used while something was done. */
export interface Cost {
  readonly seconds: number;
  /** Milliseconds of processor time. */
  readonly app: number;
  readonly database: number;
}

/** Does something and counts what it cost. */
export async function costOf(subject: Subject, act: () => Promise<unknown>): Promise<Cost> {
  const before = usages(subject);
  const started = performance.now();
  await act();
  const seconds = (performance.now() - started) / 1_000;
  const after = usages(subject);
  return {
    seconds,
    app: after.app.cpuMs - before.app.cpuMs,
    database: after.database.cpuMs - before.database.cpuMs,
  };
}

function usages({ essaim, postgres }: Subject): { readonly app: Usage; readonly database: Usage } {
  return { app: usageOf(essaim), database: usageOf([postgres]) };
}

/** Rounded for people: three figures at least. */
export function shown(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toPrecision(3).replace(/\.?0+$/, "");
}

/** The middle one of several runs: the machine is shared, and one of them may have been disturbed. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
