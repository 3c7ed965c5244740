import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { sendToFollowers } from "../../federation/delivery/deliveries.ts";
import { listErasureSendings } from "../../federation/delivery/erasing.ts";
import { standingsOf } from "../../src/erasures/erasures.ts";
import { startReceiving } from "../support/receiving.ts";

const servers = 10_000;

test("an erasure that ten thousand servers are asked for is sent, and looked at, in a few statements", async () => {
  await using site = await startReceiving();
  const { db, reach, counter } = { db: site.db, reach: site.reach, counter: site.counter };
  const [actor, id] = [site.ids.offer, randomUUID()];
  await sql`
    insert into remote_actors (id, type, inbox)
    select 'https://s' || n || '.example/u', 'Person', 'https://s' || n || '.example/inbox'
    from generate_series(1, ${servers}::integer) as n`.execute(db);
  await sql`
    insert into followers (actor, follower, follow, inbox, accepted)
    select ${actor}::uuid, id, id || '/follow', inbox, true from remote_actors where id like 'https://s%.example/u'`.execute(
    db,
  );
  await db.insertInto("erasures").values({ id: actor, kind: "watch", happened: new Date() }).execute();

  counter.statements = 0;
  const leave = { id, actor, type: "Delete", body: "{}", public: true, erases: actor };
  await reach.db.transaction().execute((tx) => sendToFollowers(tx, leave));
  expect(counter.statements).toBeLessThanOrEqual(3);

  // A tenth has not taken it yet, some of them at another address than was known; another tenth has, and the rest is to be tried first.
  await sql`
    with tried as (
      delete from graphile_worker._private_jobs using generate_series(1, ${servers / 5}::integer) as n
      where payload ->> 'inbox' = 'https://s' || n || '.example/inbox' returning n)
    insert into deliveries (outgoing, inbox, origin, state, next_try)
    select ${id}::uuid, 'https://s' || n || '.example/inbox',
      case when n = 1 then 'https://moved.example' else 'https://s' || n || '.example' end, 'waiting', now()
    from tried where n <= ${servers / 10}`.execute(db);
  await sql`
    update erasure_sendings set confirmed = now() from generate_series(${servers / 10 + 1}::integer, ${servers / 5}::integer) as n
    where origin = 'https://s' || n || '.example'`.execute(db);

  counter.statements = 0;
  const standings = standingsOf(await listErasureSendings(reach.db, [actor]));
  expect(counter.statements).toBeLessThanOrEqual(3);
  const counted = Map.groupBy(standings, ({ state }) => state);
  expect(new Map([...counted].map(([state, all]) => [state, all.length]))).toEqual(
    new Map([
      ["ended", 1],
      ["waiting", servers - servers / 10],
      ["confirmed", servers / 10],
    ]),
  );
  expect(standings.find(({ origin }) => origin === "https://moved.example")?.until).not.toBeNull();
});
