import { randomUUID } from "node:crypto";
import type { Updateable } from "kysely";
import { findListedHost } from "../catalogue/queries.ts";
import type { Transaction } from "../foundation/database.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { Partnerships } from "../foundation/tables.ts";
import { isBlocked } from "../peers/queries.ts";
import { afterOurs, isOver, type PartnershipDeed } from "./life.ts";
import { mostOpenAsked, type Partnership, type PartnershipKind } from "./partnership.ts";
import { listPartnerships } from "./queries.ts";
import { entering, hold, tellChanged, turn } from "./turning.ts";

/** Another host, as far as a request needs it. */
export interface OtherHost {
  readonly actor: string;
  readonly name: string;
  readonly page: string;
}

/** What is asked of another host, whoever it is. */
export interface Proposed {
  readonly kind: PartnershipKind;
  readonly rolesOffered: readonly string[];
  readonly rolesWanted: readonly string[];
  readonly message: string;
  readonly expires: Date | null;
  readonly about: string | null;
  /** Whether everybody may see it, once it is agreed and the other host says so too. */
  readonly shown: boolean;
}

export interface Asking extends Proposed {
  readonly to: OtherHost;
  /** The same for several that are asked at once. */
  readonly batch: string | null;
}

/** Why nobody is asked like this. */
export type AskRefusal = "own-host" | "domain-blocked" | "already-asked" | "too-many-open" | "expires-in-the-past";

/** Why the host that somebody names is not found. */
export type FindHostRefusal = "address-malformed" | "own-host" | "domain-blocked" | "unreachable" | "host-unknown";

/** Why something cannot be done with a request or a partnership as it stands. */
export type DeedRefusal =
  | "not-yours-to-answer"
  | "not-yours-to-withdraw"
  | "not-accepted"
  | "answered-already"
  | "partnership-expired"
  | "partnership-over";

type Done<Reason = DeedRefusal> = Promise<Outcome<Partnership, Reason>>;

/** When it is done. */
export interface Doing {
  readonly now: Date;
}

/** Our host asks another one to work together. */
export async function askPartnership(tx: Transaction, asking: Asking, { now }: Doing): Done<AskRefusal> {
  const reason = await refusalToAsk(tx, asking, now);
  return reason === null ? done(await ask(tx, asking, null, now)) : refused(reason);
}

/** Our host agrees; the other may then show it publicly too, if `shown`. */
export async function acceptPartnership(
  tx: Transaction,
  id: string,
  { shown, now }: Doing & { readonly shown: boolean },
): Done {
  return doOurs(tx, id, { deed: "accept", change: { shown }, now });
}

/** Our host says no, with a reason that the other reads. */
export async function declinePartnership(tx: Transaction, id: string, reason: string | null, { now }: Doing): Done {
  return doOurs(tx, id, { deed: "decline", change: { reason }, now });
}

/** Our host answers with another proposal: a new request, which names the one that it answers. */
export async function counterPartnership(
  tx: Transaction,
  id: string,
  proposed: Proposed,
  { now }: Doing,
): Done<DeedRefusal | AskRefusal> {
  if (isPast(proposed.expires, now)) return refused("expires-in-the-past");
  const countered = await doOurs(tx, id, { deed: "counter", change: {}, now });
  if (!countered.done) return countered;
  const { other: actor, otherName: name, otherPage: page } = countered.value;
  const known = (await listPartnerships(tx, { other: actor })).find(({ counters }) => counters === id);
  return done(known ?? (await ask(tx, { ...proposed, to: { actor, name, page }, batch: null }, id, now)));
}

/** Our host takes back what it asked, before it was agreed on. */
export async function withdrawPartnership(tx: Transaction, id: string, { now }: Doing): Done {
  return doOurs(tx, id, { deed: "withdraw", change: {}, now });
}

/** Our host ends what was agreed; the other is told, and no consent of it is needed. */
export async function endPartnership(tx: Transaction, id: string, { now }: Doing): Done {
  return doOurs(tx, id, { deed: "end", change: {}, now });
}

/** Our host agrees that everybody sees it, or no longer does. */
export async function showPartnership(tx: Transaction, id: string, shown: boolean, { now }: Doing): Done {
  return doOurs(tx, id, { deed: "show", change: { shown }, now });
}

interface Deed {
  readonly deed: PartnershipDeed;
  readonly change: Updateable<Partnerships>;
  readonly now: Date;
}

async function doOurs(tx: Transaction, id: string, { deed, change, now }: Deed): Done {
  const held = await hold(tx, id);
  const state = afterOurs(held.side, held.state, deed);
  if (state === null) return isDone(held, deed) ? done(held) : refused(refusalOf(held, deed));
  if (held.state === "received" && isPast(held.expires, now)) return refused("partnership-expired");
  if (deed === "show" && held.shown === change.shown) return done(held);
  const entered = deed === "show" ? {} : entering(held, state, now);
  const after = await turn(tx, held, { ...entered, ...change }, now);
  await tellChanged(tx, id, deed, now);
  return done(after);
}

/** Whether our host did the same before. */
function isDone({ side, state }: Partnership, deed: PartnershipDeed): boolean {
  const from = side === "asker" && deed === "withdraw" ? "sent" : side === "asked" ? "received" : null;
  if (deed === "end") return state === "ended";
  return from !== null && afterOurs(side, from, deed) === state;
}

function refusalOf({ side, state }: Partnership, deed: PartnershipDeed): DeedRefusal {
  if (state === "expired") return "partnership-expired";
  if (isOver(state)) return "partnership-over";
  if (deed === "end" || deed === "show") return "not-accepted";
  if (deed === "withdraw") return side === "asked" ? "not-yours-to-withdraw" : "answered-already";
  return side === "asker" ? "not-yours-to-answer" : "answered-already";
}

async function refusalToAsk(tx: Transaction, { to, kind, expires }: Asking, now: Date): Promise<AskRefusal | null> {
  if ((await findListedHost(tx, to.actor))?.own) return "own-host";
  if (await isBlocked(tx, to.actor)) return "domain-blocked";
  if (isPast(expires, now)) return "expires-in-the-past";
  const open = await listPartnerships(tx, { states: ["sent"] });
  if (open.some((one) => one.other === to.actor && one.kind === kind)) return "already-asked";
  return open.length >= mostOpenAsked ? "too-many-open" : null;
}

const isPast = (expires: Date | null, now: Date): boolean => expires !== null && expires <= now;

async function ask(tx: Transaction, asking: Asking, counters: string | null, now: Date): Promise<Partnership> {
  const { to, rolesOffered, rolesWanted, ...rest } = asking;
  const id = randomUUID();
  await tx
    .insertInto("partnerships")
    .values({
      ...{ ...rest, id, side: "asker", state: "sent", counters, offer: randomUUID(), asked: now, changed: now },
      ...{ other: to.actor, otherName: to.name, otherPage: to.page },
      ...{ rolesOffered: [...rolesOffered], rolesWanted: [...rolesWanted] },
    })
    .execute();
  await tellChanged(tx, id, "ask", now);
  return hold(tx, id);
}
