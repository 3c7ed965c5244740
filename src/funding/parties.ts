import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { noteErasure } from "../erasures/changes.ts";
import type { Reader, Transaction } from "../foundation/database.ts";
import { record } from "../foundation/outbox.ts";
import { needHost } from "../hosts/queries.ts";
import type { Acting } from "./acting.ts";
import type { PartyErased } from "./events.ts";
import type { Party } from "./funding.ts";

/** The party that our own host is; made when it first acts, and called as the host calls itself now. */
export async function hostParty(tx: Transaction, now: Date): Promise<Party> {
  const known = await tx
    .selectFrom("parties")
    .innerJoin("hosts", (join) => join.on(sql<boolean>`hosts.profile ->> 'name' = parties.name`))
    .selectAll("parties")
    .where("kind", "=", "host")
    .executeTakeFirst();
  if (known) return partyOf(known);
  const { profile } = await needHost(tx);
  const row = await tx
    .insertInto("parties")
    .values({ id: randomUUID(), kind: "host", name: profile.name, created: now })
    .onConflict((conflict) => conflict.column("kind").where("kind", "=", "host").doUpdateSet({ name: profile.name }))
    .returningAll()
    .executeTakeFirstOrThrow();
  return partyOf(row);
}

/** The party that somebody acts for; made when it first acts. */
export function partyFor(tx: Transaction, acting: Acting, now: Date): Promise<Party> {
  switch (acting.kind) {
    case "host":
      return hostParty(tx, now);
    case "association":
      return associationParty(tx, acting, now);
    case "actor":
      return actorParty(tx, acting, now);
  }
}

/** The party that somebody acts for, if it has acted before; the id is all that pages ask. */
export async function findParty(reader: Reader, acting: Acting): Promise<string | null> {
  if (acting.kind === "association") return acting.id;
  const parties = reader.selectFrom("parties").select("id");
  const known = acting.kind === "host" ? parties.where("kind", "=", "host") : parties.where("actor", "=", acting.actor);
  return (await known.executeTakeFirst())?.id ?? null;
}

export async function findPartyById(reader: Reader, id: string): Promise<Party | null> {
  const row = await reader.selectFrom("parties").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? partyOf(row) : null;
}

/** The ids of the parties that some are, as far as they have acted before. */
export async function findParties(reader: Reader, all: readonly Acting[]): Promise<readonly string[]> {
  return (await Promise.all(all.map((acting) => findParty(reader, acting)))).filter((one) => one !== null);
}

/** The party that an association of this site is: of the same id, and called as it calls itself now. */
async function associationParty(tx: Transaction, { id, name }: AssociationShown, now: Date): Promise<Party> {
  const row = await tx
    .insertInto("parties")
    .values({ id, kind: "association", name, created: now })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ name }))
    .returningAll()
    .executeTakeFirstOrThrow();
  return partyOf(row);
}

type AssociationShown = Extract<Acting, { kind: "association" }>;

/** What is known of an actor of the Fediverse who acts here. */
export interface ActorShown {
  /** Its permanent id: whoever has its handle one day is somebody else. */
  readonly actor: string;
  readonly name: string;
  /** Where people read of it. */
  readonly address: string | null;
}

/** The party that an actor of the Fediverse is; what it is called is kept as it was last shown. */
export async function actorParty(tx: Transaction, { actor, name, address }: ActorShown, now: Date): Promise<Party> {
  const known = await tx.selectFrom("parties").selectAll().where("actor", "=", actor).executeTakeFirst();
  if (known?.name === name && known.address === address) return partyOf(known);
  const row = await tx
    .insertInto("parties")
    .values({ id: randomUUID(), kind: "actor", actor, name, address, created: now })
    .onConflict((conflict) => conflict.column("actor").doUpdateSet({ name, address }))
    .returningAll()
    .executeTakeFirstOrThrow();
  return partyOf(row);
}

/** Takes away all that names a party, and what it had not opened yet; what it promised stays in the ledger, as somebody's. What it asked for reads otherwise from now on. */
export async function eraseParty(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx.deleteFrom("fundingRequests").where("requester", "=", id).where("state", "=", "draft").execute();
  await tx
    .updateTable("parties")
    .set({ name: "", address: null, actor: null, erased: now })
    .where("id", "=", id)
    .execute();
  await sql`
    update funding_requests set version = version + 1, changed = ${now},
      original = case when requester = ${id} then null else original end
    where requester = ${id} or (steward = ${id} and state <> 'draft')`.execute(tx);
  await noteErasure(tx, { id, kind: "account" }, now);
  const event: PartyErased = { id: randomUUID(), name: "party-erased", happened: now.toISOString(), party: id };
  await record(tx, event);
}

/** A party as its row tells it. */
export function partyOf(row: Omit<Party, "kind"> & { readonly kind: string }): Party {
  const { id, actor, name, address, erased } = row;
  return { id, kind: row.kind as Party["kind"], actor, name, address, erased };
}
