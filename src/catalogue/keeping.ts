import { sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";
import type { HostSheet, OfferSheet } from "./catalogue.ts";
import { holdSaid, noteGone, noteKept } from "./news.ts";
import { enterOffers, enterOffersOf, leaveEntries } from "./projection.ts";
import { settleTrust } from "./trust.ts";

/**
 * Keeps what an instance says of its own host; `asked` is when the request was begun that brought it. False when a later
 * one was answered already: an answer that dawdled on the way changes nothing, and brings nothing back.
 */
export async function keepHost(tx: Transaction, sheet: HostSheet, asked: Date): Promise<boolean> {
  const { actor, origin, handle, url, logo } = sheet;
  if ((await listGone(tx, [actor], asked)).size > 0) return false;
  const row = { origin, handle, url, logo, profile: JSON.stringify(sheet.profile), asked, confirmed: asked };
  const isNews = !(await isKept(tx, sheet));
  const kept = await tx
    .insertInto("catalogueHosts")
    .values({ actor, ...row })
    .onConflict((known) => known.column("actor").doUpdateSet(row).where("catalogueHosts.asked", "<=", asked))
    .returning("actor")
    .executeTakeFirst();
  if (kept && isNews) await enterOffersOf(tx, actor);
  return kept !== undefined;
}

// Each visit confirms a host; what hangs on it is made anew only when it says something else.
async function isKept(tx: Transaction, { actor, profile, handle, url, logo }: HostSheet): Promise<boolean> {
  const { rows } = await sql`
    select from catalogue_hosts where actor = ${actor} and handle = ${handle} and url = ${url}
    and logo is not distinct from ${logo} and profile = ${JSON.stringify(profile)}::jsonb`.execute(tx);
  return rows.length > 0;
}

/** The same for its offers, many at a time. Gives those that are new or say something else than before. */
export async function keepOffers(
  tx: Transaction,
  sheets: readonly OfferSheet[],
  asked: Date,
): Promise<readonly string[]> {
  const hosts = await lockHosts(
    tx,
    sheets.map(({ host }) => host),
  );
  const gone = await listGone(
    tx,
    sheets.map(({ actor }) => actor),
    asked,
  );
  const wanted = onceEach(sheets.filter(({ actor, host }) => hosts.has(host) && !gone.has(actor)));
  if (wanted.length === 0) return [];
  await makeRoom(tx, wanted);
  const said = await holdSaid(
    tx,
    wanted.map(({ actor }) => actor),
  );
  const kept = await tx
    .insertInto("catalogueOffers")
    .values(wanted.map((sheet) => rowOf(sheet, asked)))
    .onConflict((known) =>
      known
        .column("actor")
        .doUpdateSet(({ ref }) => ({
          ...{ host: ref("excluded.host"), proposal: ref("excluded.proposal"), handle: ref("excluded.handle") },
          ...{ slug: ref("excluded.slug"), url: ref("excluded.url"), content: ref("excluded.content") },
          ...{ availability: ref("excluded.availability"), version: ref("excluded.version") },
          ...{ published: ref("excluded.published"), changed: ref("excluded.changed"), asked: ref("excluded.asked") },
          seal: ref("excluded.seal"),
        }))
        .where(differs),
    )
    .returning("actor")
    .execute();
  const changed = kept.map(({ actor }) => actor);
  await enterOffers(tx, changed);
  const news = new Set(changed);
  await noteKept(
    tx,
    said,
    wanted.filter(({ actor }) => news.has(actor)),
    asked,
  );
  return changed;
}

/** Of several that claim one address, the last. */
function onceEach(sheets: readonly OfferSheet[]): readonly OfferSheet[] {
  const byActor = new Map(sheets.map((sheet) => [sheet.actor, sheet]));
  return [...new Map([...byActor.values()].map((sheet) => [sheet.proposal, sheet])).values()];
}

/** A proposal is of one offer: where an instance now says that it is another's, the older one goes. */
async function makeRoom(tx: Transaction, sheets: readonly OfferSheet[]): Promise<void> {
  const [actors, proposals] = [sheets.map(({ actor }) => actor), sheets.map(({ proposal }) => proposal)];
  const { rows } = await sql<{ actor: string }>`
    select held.actor from catalogue_offers as held
    join unnest(${actors}::text[], ${proposals}::text[]) as said (actor, proposal) on said.proposal = held.proposal
    where said.actor <> held.actor`.execute(tx);
  await forget(
    tx,
    rows.map(({ actor }) => actor),
  );
}

/** What a row says now, to be held against what it said when it was kept. */
const sealOfRow = sql<string>`offer_seal(catalogue_offers.content, catalogue_offers.availability, catalogue_offers.version,
  concat_ws(' ', catalogue_offers.host, catalogue_offers.proposal, catalogue_offers.handle, catalogue_offers.slug, catalogue_offers.url))`;

// Also what was altered here: only what its own instance says counts.
const differs = sql<boolean>`catalogue_offers.asked <= excluded.asked and excluded.seal <> ${sealOfRow}`;

function rowOf({ content, availability, ...sheet }: OfferSheet, asked: Date) {
  const { host, proposal, handle, slug, url, version } = sheet;
  const said = { content: JSON.stringify(content), availability: availability && JSON.stringify(availability) };
  const addresses = [host, proposal, handle, slug, url].join(" ");
  const seal = sql<string>`offer_seal(${said.content}::jsonb, ${said.availability}::jsonb, ${version}, ${addresses})`;
  return { ...sheet, ...said, asked, seal };
}

/** Forgets offers that their own instance, asked then, no longer shows; what an earlier answer still shows does not bring them back. */
export async function dropOffers(tx: Transaction, actors: readonly string[], asked: Date): Promise<readonly string[]> {
  if (actors.length === 0) return [];
  const held = await tx
    .selectFrom("catalogueOffers")
    .select(["actor", "host"])
    .where("actor", "in", [...actors])
    .where("asked", "<=", asked)
    .execute();
  await lockHosts(
    tx,
    held.map(({ host }) => host),
  );
  const dropped = held.map(({ actor }) => actor);
  await noteGone(tx, await holdSaid(tx, dropped), asked);
  await forget(tx, dropped);
  await depart(tx, "offer", actors, asked);
  return dropped;
}

/** Forgets a host that is gone, with all its offers; false when it was not known. */
export async function dropHost(tx: Transaction, actor: string, now: Date): Promise<boolean> {
  const offers = await tx.selectFrom("catalogueOffers").select("actor").where("host", "=", actor).execute();
  const leaving = offers.map((offer) => offer.actor);
  await noteGone(tx, await holdSaid(tx, leaving), now);
  await tx.deleteFrom("catalogueEntries").where("host", "=", actor).execute();
  const vouches = await tx.selectFrom("catalogueVouches").select("address").where("voucher", "=", actor).execute();
  const dropped = await tx
    .deleteFrom("catalogueHosts")
    .where("actor", "=", actor)
    .returning("actor")
    .executeTakeFirst();
  await depart(tx, "host", [actor], now);
  if (vouches.length > 0) await settleTrust(tx, now);
  return dropped !== undefined;
}

/** Forgets what was altered here since it was kept: its own instance is asked for it again. */
export async function forgetAltered(tx: Transaction, origin: string): Promise<void> {
  const altered = await tx
    .selectFrom("catalogueOffers")
    .innerJoin("catalogueHosts", "catalogueHosts.actor", "catalogueOffers.host")
    .select("catalogueOffers.actor")
    .where("origin", "=", origin)
    .where("seal", "<>", sealOfRow)
    .execute();
  await forget(
    tx,
    altered.map(({ actor }) => actor),
  );
}

async function forget(tx: Transaction, actors: readonly string[]): Promise<void> {
  if (actors.length === 0) return;
  await leaveEntries(tx, actors);
  await tx
    .deleteFrom("catalogueOffers")
    .where("actor", "in", [...actors])
    .execute();
}

// What is kept and what is dropped of one host never cross. In the order of their addresses: two never wait for each other.
async function lockHosts(tx: Transaction, actors: readonly string[]): Promise<ReadonlySet<string>> {
  if (actors.length === 0) return new Set();
  await sql`select pg_advisory_xact_lock(hashtext('catalogue'))`.execute(tx); // as the triggers do, and before any row
  const locked = await tx
    .selectFrom("catalogueHosts")
    .select("actor")
    .where("actor", "in", [...new Set(actors)])
    .orderBy("actor")
    .forNoKeyUpdate()
    .execute();
  return new Set(locked.map(({ actor }) => actor));
}

/** Those that had left when this was asked, or have since. */
async function listGone(tx: Transaction, ids: readonly string[], asked: Date): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom("departed")
    .select("id")
    .where("id", "in", [...ids])
    .where("left", ">=", asked)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

async function depart(tx: Transaction, kind: "host" | "offer", ids: readonly string[], now: Date): Promise<void> {
  await tx
    .insertInto("departed")
    .values(ids.map((id) => ({ id, kind, left: now })))
    .onConflict((known) =>
      known.column("id").doUpdateSet({ left: sql<Date>`greatest(departed."left", excluded."left")` }),
    )
    .execute();
}
