import { sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";
import type { HostSheet, OfferSheet } from "./catalogue.ts";
import { listGone } from "./departed.ts";
import { forgetOffers, lockHosts } from "./dropping.ts";
import { findJointCopy, holdJoint, isOpen } from "./joint-copies.ts";
import { holdSaid, noteKept } from "./news.ts";
import { sealOf, sealOfRow, textsOf } from "./offer-seal.ts";
import { enterOffers, enterOffersOf } from "./projection.ts";

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
  const all = onceEach(sheets.filter(({ actor, host }) => hosts.has(host) && !gone.has(actor)));
  const { open: wanted, closed } = await holdJoint(tx, all, asked);
  await forgetOffers(tx, closed);
  if (wanted.length === 0) return closed;
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
          joint: ref("excluded.joint"),
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
  return [...changed, ...closed];
}

/** A joint offer once more, after its signatures were looked at: it is shown, or no longer. */
export async function settleJointCopy(tx: Transaction, actor: string, now: Date): Promise<void> {
  const copy = await findJointCopy(tx, actor);
  if (copy === null) return;
  await lockHosts(tx, [copy.sheet.host]);
  if (await isOpen(tx, copy.sheet, now)) await keepOffers(tx, [copy.sheet], copy.asked);
  else await forgetOffers(tx, [actor]);
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
  await forgetOffers(
    tx,
    rows.map(({ actor }) => actor),
  );
}

// Also what was altered here: only what its own instance says counts.
const differs = sql<boolean>`catalogue_offers.asked <= excluded.asked and excluded.seal <> ${sealOfRow}`;

function rowOf(sheet: OfferSheet, asked: Date) {
  return { ...sheet, ...textsOf(sheet), asked, seal: sealOf(sheet) };
}
