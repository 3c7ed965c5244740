import { sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";
import type { HostSheet, OfferSheet } from "./catalogue.ts";
import { enterOffers, enterOffersOf, leaveEntries } from "./projection.ts";

/**
 * Keeps what an instance says of its own host; `asked` is when the request was begun that brought it. False when a later
 * one was answered already: an answer that dawdled on the way changes nothing.
 */
export async function keepHost(tx: Transaction, sheet: HostSheet, asked: Date): Promise<boolean> {
  const { actor, origin, handle, url, logo } = sheet;
  const row = { origin, handle, url, logo, profile: JSON.stringify(sheet.profile), asked, confirmed: asked };
  const kept = await tx
    .insertInto("catalogueHosts")
    .values({ actor, ...row })
    .onConflict((known) => known.column("actor").doUpdateSet(row).where("catalogueHosts.asked", "<=", asked))
    .returning("actor")
    .executeTakeFirst();
  if (kept) await enterOffersOf(tx, actor);
  return kept !== undefined;
}

/** The same for its offers, many at a time. Gives those that are new or say something else than before. */
export async function keepOffers(
  tx: Transaction,
  sheets: readonly OfferSheet[],
  asked: Date,
): Promise<readonly string[]> {
  if (sheets.length === 0) return [];
  const rows = sheets.map(({ content, availability, ...sheet }) => ({
    ...{ ...sheet, asked, content: JSON.stringify(content) },
    availability: availability && JSON.stringify(availability),
  }));
  const changed = sql<boolean>`catalogue_offers.asked <= excluded.asked and catalogue_offers.version <> excluded.version`;
  const kept = await tx
    .insertInto("catalogueOffers")
    .values(rows)
    .onConflict((known) =>
      known
        .column("actor")
        .doUpdateSet(({ ref }) => ({
          ...{ host: ref("excluded.host"), proposal: ref("excluded.proposal"), handle: ref("excluded.handle") },
          ...{ slug: ref("excluded.slug"), url: ref("excluded.url"), content: ref("excluded.content") },
          ...{ availability: ref("excluded.availability"), version: ref("excluded.version") },
          ...{ published: ref("excluded.published"), changed: ref("excluded.changed"), asked: ref("excluded.asked") },
        }))
        .where(changed),
    )
    .returning("actor")
    .execute();
  const actors = kept.map(({ actor }) => actor);
  await enterOffers(tx, actors);
  return actors;
}

/** Forgets offers that their own instance no longer shows; what an earlier answer still shows does not bring them back. */
export async function dropOffers(tx: Transaction, actors: readonly string[], now: Date): Promise<void> {
  if (actors.length === 0) return;
  await leaveEntries(tx, actors);
  await tx
    .deleteFrom("catalogueOffers")
    .where("actor", "in", [...actors])
    .execute();
  await depart(tx, "offer", actors, now);
}

/** Forgets a host that is gone, with all its offers. */
export async function dropHost(tx: Transaction, actor: string, now: Date): Promise<void> {
  await tx.deleteFrom("catalogueEntries").where("host", "=", actor).execute();
  await tx.deleteFrom("catalogueHosts").where("actor", "=", actor).execute();
  await depart(tx, "host", [actor], now);
}

async function depart(tx: Transaction, kind: "host" | "offer", ids: readonly string[], now: Date): Promise<void> {
  await tx
    .insertInto("departed")
    .values(ids.map((id) => ({ id, kind, left: now })))
    .onConflict((known) => known.column("id").doUpdateSet({ left: now }))
    .execute();
}
