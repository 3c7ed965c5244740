import { randomUUID } from "node:crypto";
import type { Reader, Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { record } from "../foundation/outbox.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { ListedHost } from "./catalogue.ts";
import type { VouchGiven, VouchWithdrawn } from "./events.ts";
import { findListedHost } from "./queries.ts";
import { settleTrust } from "./trust.ts";
import { keepVouches, mostVouches, type Vouch } from "./vouches.ts";

/** What our own host says of another. */
export interface OwnVouch {
  readonly id: string;
  readonly vouched: string;
  readonly reason: string | null;
  readonly given: Date;
  readonly withdrawn: Date | null;
}

export type VouchRefusal = "host-unknown" | "own-host" | "too-many-vouches";

/** Under which address each of our vouches is read. */
export type AddressOf = (vouch: string) => string;

/** What is wanted of a vouch. */
export interface Vouching {
  /** The actor of the host that we vouch for. */
  readonly actor: string;
  readonly reason: string | null;
  readonly addressOf: AddressOf;
  readonly now: Date;
}

/** Our host vouches for another, in public; said again, the reason is as it was said last. */
export async function vouchFor(
  tx: Transaction,
  { actor, reason, addressOf, now }: Vouching,
): Promise<Outcome<OwnVouch, VouchRefusal>> {
  const refusal = await refusalToVouch(tx, actor);
  if (refusal !== null) return refused(refusal);
  const given = { id: randomUUID(), vouched: actor, reason: reason?.trim() || null, given: now, withdrawn: null };
  const kept = await tx
    .insertInto("vouches")
    .values(given)
    .onConflict((known) =>
      known.column("vouched").where("withdrawn", "is", null).doUpdateSet({ reason: given.reason, given: now }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
  await enterOwnVouches(tx, addressOf, now);
  await settleTrust(tx, now, [new URL(actor).origin]);
  const event: VouchGiven = { ...happened(now), name: "vouch-given", vouch: kept.id };
  await record(tx, event);
  return done(kept);
}

/** Our host still vouches for another: said again on this day, in the same words. */
export async function renewVouch(
  tx: Transaction,
  id: string,
  { addressOf, now }: Pick<Vouching, "addressOf" | "now">,
): Promise<OwnVouch> {
  const renewed = await tx
    .updateTable("vouches")
    .set({ given: now })
    .where("id", "=", id)
    .where("withdrawn", "is", null)
    .returningAll()
    .executeTakeFirst();
  if (!renewed) throw new NotFound(`there is no vouch ${id}`);
  await enterOwnVouches(tx, addressOf, now);
  const event: VouchGiven = { ...happened(now), name: "vouch-given", vouch: id };
  await record(tx, event);
  return renewed;
}

/** Our host no longer vouches for another. */
export async function withdrawVouch(
  tx: Transaction,
  id: string,
  { addressOf, now }: Pick<Vouching, "addressOf" | "now">,
): Promise<OwnVouch> {
  const withdrawn = await tx
    .updateTable("vouches")
    .set({ withdrawn: now })
    .where("id", "=", id)
    .where("withdrawn", "is", null)
    .returningAll()
    .executeTakeFirst();
  if (!withdrawn) throw new NotFound(`there is no vouch ${id}`);
  await enterOwnVouches(tx, addressOf, now);
  await settleTrust(tx, now, [new URL(withdrawn.vouched).origin]);
  const event: VouchWithdrawn = { ...happened(now), name: "vouch-withdrawn", vouch: id };
  await record(tx, event);
  return withdrawn;
}

/** What our own host says enters the catalogue by the same door as what everyone else's says. */
export async function enterOwnVouches(tx: Transaction, addressOf: AddressOf, now: Date): Promise<void> {
  const own = await findOwnListed(tx);
  if (own === null) return;
  const vouches = (await listOwnVouches(tx)).map((vouch) => vouchOf(vouch, own.actor, addressOf));
  await keepVouches(tx, own.actor, vouches, now);
}

/** For whom our own host vouches now, the last first. */
export async function listOwnVouches(reader: Reader): Promise<readonly OwnVouch[]> {
  return await reader
    .selectFrom("vouches")
    .selectAll()
    .where("withdrawn", "is", null)
    .orderBy("given", "desc")
    .orderBy("id")
    .execute();
}

/** One of ours, whether it still holds or not. */
export async function findOwnVouch(reader: Reader, id: string): Promise<OwnVouch | null> {
  return (await reader.selectFrom("vouches").selectAll().where("id", "=", id).executeTakeFirst()) ?? null;
}

/** What our own host says now of another; null for nothing. */
export async function findOwnVouchFor(reader: Reader, vouched: string): Promise<OwnVouch | null> {
  const row = await reader
    .selectFrom("vouches")
    .selectAll()
    .where("vouched", "=", vouched)
    .where("withdrawn", "is", null)
    .executeTakeFirst();
  return row ?? null;
}

async function refusalToVouch(tx: Transaction, actor: string): Promise<VouchRefusal | null> {
  const host = await findListedHost(tx, actor);
  if (host === null || host.trust < 2) return "host-unknown";
  if (host.own) return "own-host";
  return (await listOwnVouches(tx)).length >= mostVouches ? "too-many-vouches" : null;
}

async function findOwnListed(reader: Reader): Promise<Pick<ListedHost, "actor"> | null> {
  const row = await reader
    .selectFrom("catalogueHosts")
    .innerJoin("instances", "instances.origin", "catalogueHosts.origin")
    .select("catalogueHosts.actor")
    .where("source", "=", "own")
    .executeTakeFirst();
  return row ?? null;
}

function vouchOf({ id, vouched, reason, given }: OwnVouch, voucher: string, addressOf: AddressOf): Vouch {
  return { address: addressOf(id), voucher, vouched, reason, given };
}

const happened = (now: Date) => ({ id: randomUUID(), happened: now.toISOString() });
