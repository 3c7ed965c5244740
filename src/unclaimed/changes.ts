import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Database, Transaction } from "../foundation/database.ts";
import type { Outbound } from "../foundation/outbound.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { instancesOf, lookFor } from "./proof.ts";
import { findHostAt } from "./queries.ts";
import type { Found } from "./reading.ts";
import { domainOf, type Sighting, type Unclaimed } from "./unclaimed.ts";

/** Enters what a list says, and takes away what it named before and names no more. What was removed stays away. Returns how many entries there are of it now. */
export async function enterList(tx: Transaction, list: string, found: Found, now: Date): Promise<number> {
  const removals = await tx.selectFrom("unclaimedRemovals").select("domain").execute();
  const away = new Set(removals.map(({ domain }) => domain));
  const byDomain = new Map<string, Sighting>();
  for (const sighting of found.sightings) {
    const domain = domainOf(sighting.website);
    if (domain !== null && !away.has(domain) && !byDomain.has(domain)) byDomain.set(domain, sighting);
  }
  for (const [domain, sighting] of byDomain) await enterOne(tx, { domain, sighting, list, found, now });
  await tx
    .deleteFrom("unclaimed")
    .where("list", "=", list)
    .where(sql<boolean>`not file = any(${[...found.files]}::text[])`)
    .execute();
  return byDomain.size;
}

interface Entering {
  readonly domain: string;
  readonly sighting: Sighting;
  readonly list: string;
  readonly found: Found;
  readonly now: Date;
}

async function enterOne(tx: Transaction, { domain, sighting, list, found, now }: Entering): Promise<void> {
  const { needs, ...said } = sighting;
  const row = { ...said, needs: [...needs], source: found.source, list, listName: found.listName, read: now };
  await tx
    .insertInto("unclaimed")
    .values({ id: randomUUID(), domain, entered: now, ...row })
    .onConflict((known) => known.column("domain").doUpdateSet(row))
    .execute();
}

/** Removes the entry of a domain for good: no later list brings it back. */
export async function removeUnclaimed(
  tx: Transaction,
  domain: string,
  how: "owner" | "desk",
  now: Date,
): Promise<void> {
  await tx.deleteFrom("unclaimed").where("domain", "=", domain).execute();
  await tx
    .insertInto("unclaimedRemovals")
    .values({ domain, removed: now, how })
    .onConflict((known) => known.doNothing())
    .execute();
}

/** Lets later lists bring the entry of a domain back. */
export async function allowUnclaimed(tx: Transaction, domain: string): Promise<void> {
  await tx.deleteFrom("unclaimedRemovals").where("domain", "=", domain).execute();
}

/** Why somebody who says that an entry is theirs is not believed, or not yet. */
export type ClaimRefusal = "too-soon" | "address-malformed" | "unknown-instance" | "no-proof";

/** What asks a website for its word. */
export interface Asking {
  readonly db: Database;
  readonly outbound: Pick<Outbound, "request">;
  readonly now: Date;
}

/** Removes an entry when its own website says so. */
export async function removeByOwner(
  { db, outbound, now }: Asking,
  entry: Unclaimed,
): Promise<Outcome<null, ClaimRefusal>> {
  if (!(await mayAsk(db, entry.id, now))) return refused("too-soon");
  const word = await lookFor(outbound, entry.website);
  if (word === null || !word.removal) return refused("no-proof");
  await db.transaction().execute((tx) => removeUnclaimed(tx, entry.domain, "owner", now));
  return done(null);
}

/** Lets an entry give way to a host of another domain, when its own website names the instance of that host. */
export async function claimByOwner(
  { db, outbound, now }: Asking,
  entry: Unclaimed,
  typed: string,
): Promise<Outcome<null, ClaimRefusal>> {
  const text = typed.trim();
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (text === "" || !URL.canParse(address)) return refused("address-malformed");
  const { origin } = new URL(address);
  const actor = await findHostAt(db, origin);
  if (actor === null) return refused("unknown-instance");
  if (!(await mayAsk(db, entry.id, now))) return refused("too-soon");
  if (!(await instancesOf(outbound, entry.website)).includes(origin)) return refused("no-proof");
  await db.updateTable("unclaimed").set({ claimedBy: actor }).where("id", "=", entry.id).execute();
  return done(null);
}

/** Once in half a minute: these pages are public, and each question goes to somebody's server. */
async function mayAsk(db: Database, id: string, now: Date): Promise<boolean> {
  const asked = await db
    .updateTable("unclaimed")
    .set({ asked: now })
    .where("id", "=", id)
    .where(({ or, eb }) => or([eb("asked", "is", null), eb("asked", "<", new Date(now.getTime() - 30_000))]))
    .returning("id")
    .executeTakeFirst();
  return asked !== undefined;
}
