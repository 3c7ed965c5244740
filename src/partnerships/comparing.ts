import type { Transaction } from "../foundation/database.ts";
import type { OtherHost } from "./changes.ts";
import { cureOf, type Theirs } from "./cures.ts";
import { closeWith, hearDeed } from "./hearing.ts";
import { isOver, type PartnershipDeed } from "./life.ts";
import { type Partnership, type PartnershipState, patienceWithMissing } from "./partnership.ts";
import { entering, hold, tellHeard, turn } from "./turning.ts";

/** What the other host's document says now: it stands, is over and how, or is not to be had. */
export type Shown =
  | {
      readonly kind: "stands";
      readonly standing: "asked" | "accepted";
      readonly shown: boolean;
      readonly given: Date | null;
    }
  | { readonly kind: "over"; readonly how: string | null }
  | { readonly kind: "absent" };

/** What our host is to say again, since the other has not heard it; null for nothing. */
export type SayAgain = PartnershipDeed | null;

/** Holds a partnership against what the other host's document says, and mends ours; what the other missed is to be said again. */
export async function compareWith(
  tx: Transaction,
  id: string,
  shown: Shown,
  { other, now }: { readonly other: OtherHost | null; readonly now: Date },
): Promise<SayAgain> {
  const held = await hold(tx, id);
  const named = other === null ? {} : { otherName: other.name, otherPage: other.page };
  const found = shown.kind === "stands" ? { theirShown: shown.shown, missing: null } : {};
  const seen = await turn(tx, held, { ...named, ...found, compared: now, unreachable: null }, held.changed);
  return shown.kind === "absent" ? whileAbsent(tx, seen, now) : cure(tx, seen, shown, now);
}

const ways = ["withdrawn", "expired", "declined"] as const;

function theirsOf(shown: Exclude<Shown, { kind: "absent" }>): Theirs {
  return shown.kind === "stands" ? shown.standing : (ways.find((one) => one === shown.how) ?? "over");
}

async function cure(
  tx: Transaction,
  held: Partnership,
  shown: Exclude<Shown, { kind: "absent" }>,
  now: Date,
): Promise<SayAgain> {
  const found = cureOf(held.side, held.state, theirsOf(shown));
  if (found === "settle" || (shown.kind === "stands" && isLongOver(held, now))) return settle(tx, held, now);
  if (found === null) return null;
  if ("say" in found) return found.say;
  if (found.become === "accepted" && isLate(held, shown, now)) {
    await become(tx, held, "withdrawn", now);
    return "withdraw";
  }
  await become(tx, held, found.become, now);
  return found.settled ? settle(tx, held, now) : null;
}

const grace = 5 * 60_000;

/** Whether the other host agreed only when what was asked held no longer. */
function isLate({ expires }: Partnership, shown: Shown, now: Date): boolean {
  const given = (shown.kind === "stands" ? shown.given : null) ?? now;
  return expires !== null && given.getTime() > expires.getTime() + grace;
}

/** What the event is called that tells of a state which was found out. */
const deeds = { accepted: "accept", withdrawn: "withdraw", declined: "decline", expired: "expire" } as const;

async function become(tx: Transaction, held: Partnership, state: PartnershipState, now: Date): Promise<void> {
  await turn(tx, held, entering(held, state, now), now);
  await tellHeard(tx, held.id, deeds[state as keyof typeof deeds] ?? "end", now);
}

/** It may come back: nothing is shown meanwhile, and after two weeks it counts as ended. */
async function whileAbsent(tx: Transaction, held: Partnership, now: Date): Promise<SayAgain> {
  if (held.state !== "accepted") return isOver(held.state) ? settle(tx, held, now) : null;
  const missing = held.missing ?? now;
  await turn(tx, held, { missing }, held.changed);
  if (now.getTime() - missing.getTime() > patienceWithMissing) await hearDeed(tx, held.id, { deed: "end" }, now);
  return null;
}

/** So long after it was over, what the other may not have heard is said again. */
const patience = 30 * 86_400_000;
const patienceUnheard = 3 * 86_400_000;

const isLongOver = ({ ended }: Partnership, now: Date, most = patience): boolean =>
  ended !== null && now.getTime() - ended.getTime() > most;

/** The other host has not said yet where its document stands: what we said last is said again, unless that host is `gone`. */
export async function compareUnanswered(
  tx: Transaction,
  id: string,
  { gone, now }: { readonly gone: boolean; readonly now: Date },
): Promise<SayAgain> {
  const held = await hold(tx, id);
  if (held.state === "sent") return gone ? close(tx, held, now) : askAgain(tx, held, now);
  if (held.state === "withdrawn" && !isLongOver(held, now, patienceUnheard)) return "withdraw";
  return settle(tx, held, now);
}

async function askAgain(tx: Transaction, held: Partnership, now: Date): Promise<SayAgain> {
  await turn(tx, held, { compared: now, unreachable: null }, held.changed);
  return "ask";
}

async function close(tx: Transaction, held: Partnership, now: Date): Promise<null> {
  await closeWith(tx, [held], now);
  return null;
}

/** The other host's server did not answer. */
export async function noteUnreachable(tx: Transaction, id: string, now: Date): Promise<void> {
  const held = await hold(tx, id);
  if (held.unreachable === null) await turn(tx, held, { unreachable: now }, held.changed);
}

/** Both sides have ended it alike: nothing more is to be compared. */
async function settle(tx: Transaction, { id }: Partnership, now: Date): Promise<null> {
  await tx.updateTable("partnerships").set({ settled: now }).where("id", "=", id).execute();
  return null;
}
