import { sql } from "kysely";
import { eraseListed } from "../../src/catalogue/erasing.ts";
import { spread } from "../../src/catalogue/tidings.ts";
import type { Transaction } from "../../src/foundation/database.ts";
import { dropFunding } from "../../src/listed-funding/keeping.ts";
import { closeWith } from "../../src/partnerships/hearing.ts";
import { listPartnerships } from "../../src/partnerships/queries.ts";
import { hearPeer } from "../../src/peers/changes.ts";
import { erasePledger } from "../../src/pledges/erasing.ts";

/** An actor elsewhere is no more: its follows, reactions and words are forgotten, its promises stay as somebody's, it is listed no longer, and nothing of it counts until its own server shows it again. */
export async function forgetActor(tx: Transaction, actor: string): Promise<void> {
  const { rows } = await sql<{ party: string | null; listed: boolean; partner: boolean }>`
    with followers_gone as (delete from followers where follower = ${actor}),
         followings_gone as (delete from followings where followed = ${actor}),
         sayings_gone as (delete from sayings where actor = ${actor}),
         reactions_gone as (delete from reactions where actor = ${actor}),
         votes_gone as (delete from poll_votes where voter = ${actor}),
         comments_gone as (delete from joint_comments where author = ${actor}),
         messages_gone as (
           update messages set content = '', url = null, deleted = now() where author = ${actor} and deleted is null),
         actor_gone as (update remote_actors set gone = now(), name = null where id = ${actor})
    select (select id from parties where actor = ${actor}) as party,
      exists (select from catalogue_funding where actor = ${actor}) as listed,
      exists (select from partnerships where other = ${actor}) as partner`.execute(tx);
  const now = new Date();
  const { party = null, listed = false, partner = false } = rows[0] ?? {};
  if (party !== null) await erasePledger(tx, party, now);
  if (partner)
    await closeWith(tx, await listPartnerships(tx, { other: actor, states: ["sent", "received", "accepted"] }), now);
  await hearPeer(tx, actor, "vanishes", now);
  await eraseListed(tx, actor, now);
  const dropped = listed ? await dropFunding(tx, [actor], now) : [];
  if (dropped.length > 0) await spread(tx, { kind: "changed", address: actor, changed: now }, now);
}
