import { z } from "zod";
import { jsonOf } from "../foundation/json.ts";
import { and, type Bitmap, each, without } from "./bitmap.ts";

/** Where a page begins: after this much of the order, as it was when the first page was read. */
export interface Cursor {
  /** Milliseconds since 1970: what had expired then is what the order goes by on all pages. */
  readonly at: number;
  /** The class of the last one shown, or when it was confirmed. */
  readonly rank: number;
  /** Its turn within it. */
  readonly turn: number;
}

const Written = z.tuple([z.int().min(0), z.int().min(0), z.int().min(0)]);

/** As it stands in addresses. */
export function writeCursor({ at, rank, turn }: Cursor): string {
  return Buffer.from(JSON.stringify([at, rank, turn])).toString("base64url");
}

/** The cursor that this is; null where it is none of ours. */
export function readCursor(text: string): Cursor | null {
  const read = Written.safeParse(jsonOf(Buffer.from(text, "base64url").toString()));
  if (!read.success) return null;
  const [at, rank, turn] = read.data;
  return { at, rank, turn };
}

/** The place of an entry among its equals: another one each day, so that nobody is always first. */
function turnOf(ordinal: number, day: number): number {
  let turn = (ordinal ^ (Math.imul(day, 0x9e37_79b1) >>> 12)) & all;
  for (const factor of [0x2_c1b3, 0xa_e3d5]) {
    turn = Math.imul(turn, factor) & all;
    turn ^= turn >>> 11;
  }
  return turn;
}

// As many as there can be ordinals: each step above goes from one of them to another, never from two to the same.
const all = 2 ** 20 - 1;

export interface Placed {
  readonly ordinal: number;
  readonly rank: number;
  readonly turn: number;
}

/** Sets that part the found ones, the best first, each entry in the first one that it is in. */
export type Partition = readonly Bitmap[];

/** The first few of what was found, in order, after a cursor. What comes first decides before what comes later. */
export function firstOf(
  found: Bitmap,
  partitions: readonly Partition[],
  { after, limit, day }: { readonly after: Cursor | null; readonly limit: number; readonly day: number },
): readonly Placed[] {
  const placed: Placed[] = [];
  let rank = 0;
  for (const members of classesOf(found, partitions)) {
    if (placed.length >= limit) break;
    if (after === null || rank >= after.rank) {
      const from = after !== null && rank === after.rank ? after.turn + 1 : 0;
      placed.push(...earliest(members, { from, limit: limit - placed.length, day }).map((one) => ({ ...one, rank })));
    }
    rank += 1;
  }
  return placed;
}

function* classesOf(found: Bitmap, [first, ...rest]: readonly Partition[]): Generator<Bitmap> {
  if (first === undefined) return yield found;
  for (const part of first) yield* classesOf(and(found, part), rest);
}

/** Those of a class whose turns come first. */
function earliest(
  members: Bitmap,
  { from, limit, day }: { readonly from: number; readonly limit: number; readonly day: number },
): readonly { readonly ordinal: number; readonly turn: number }[] {
  let kept: { ordinal: number; turn: number }[] = [];
  let highest = Number.POSITIVE_INFINITY;
  each(members, (ordinal) => {
    const turn = turnOf(ordinal, day);
    if (turn < from || turn > highest) return;
    kept.push({ ordinal, turn });
    if (kept.length < 4 * limit + 64) return;
    kept = kept.sort((a, b) => a.turn - b.turn).slice(0, limit);
    highest = kept.at(-1)?.turn ?? highest;
  });
  return kept.sort((a, b) => a.turn - b.turn).slice(0, limit);
}

/** Parts that do not overlap: each without those before it, and last whoever is in none. */
export function partition(everybody: Bitmap, parts: readonly Bitmap[]): Partition {
  let left = everybody;
  const made: Bitmap[] = [];
  for (const part of parts) {
    made.push(and(left, part));
    left = without(left, part);
  }
  return [...made, left];
}
