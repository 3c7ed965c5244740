import { sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";
import type { HostSheet, OfferSheet } from "./catalogue.ts";
import { settleTrust } from "./trust.ts";

/**
 * Keeps what an instance says of its own host; `asked` is when the request was begun that brought it. False when a later
 * one was answered already: an answer that dawdled on the way changes nothing, and brings nothing back.
 */
export async function keepHost(tx: Transaction, sheet: HostSheet, asked: Date): Promise<boolean> {
  const { actor, origin, handle, url, logo } = sheet;
  if ((await listGone(tx, [actor], asked)).size > 0) return false;
  const row = { origin, handle, url, logo, profile: JSON.stringify(sheet.profile), asked, confirmed: asked };
  const kept = await tx
    .insertInto("catalogueHosts")
    .values({ actor, ...row })
    .onConflict((known) => known.column("actor").doUpdateSet(row).where("catalogueHosts.asked", "<=", asked))
    .returning("actor")
    .executeTakeFirst();
  return kept !== undefined;
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
  const actors = sheets.map(({ actor }) => actor);
  const gone = await listGone(tx, actors, asked);
  const wanted = sheets.filter(({ actor, host }) => hosts.has(host) && !gone.has(actor));
  if (wanted.length === 0) return [];
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
  return kept.map(({ actor }) => actor);
}

/** What a row says now, to be held against what it said when it was kept. */
export const sealOfRow = sql<string>`offer_seal(catalogue_offers.content, catalogue_offers.availability, catalogue_offers.version,
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
    .select("host")
    .where("actor", "in", [...actors])
    .execute();
  await lockHosts(
    tx,
    held.map(({ host }) => host),
  );
  const dropped = await tx
    .deleteFrom("catalogueOffers")
    .where("actor", "in", [...actors])
    .where("asked", "<=", asked)
    .returning("actor")
    .execute();
  await depart(tx, "offer", actors, asked);
  return dropped.map(({ actor }) => actor);
}

/** Forgets a host that is gone, with all its offers; false when it was not known. */
export async function dropHost(tx: Transaction, actor: string, now: Date): Promise<boolean> {
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

// What is kept and what is dropped of one host never cross. In the order of their addresses: two never wait for each other.
async function lockHosts(tx: Transaction, actors: readonly string[]): Promise<ReadonlySet<string>> {
  if (actors.length === 0) return new Set();
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
