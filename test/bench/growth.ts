import { sql } from "kysely";
import { findHandle } from "../../src/hosts/handles.ts";
import type { Crowd } from "./crowd.ts";
import type { Subject } from "./subject.ts";

/** Gives a site the past of several busy years: 10,000 followers on 200 servers, a million activities heard and as many sent. */
export async function grow({ db }: Subject, crowd: Crowd): Promise<void> {
  const host = await findHandle(db, "un_hebergeur");
  if (host === null) throw new Error("the site is not set up");
  const servers = Array.from({ length: 200 }, (_, index) => new URL(crowd.actor(index)).origin);
  await sql`
    insert into remote_actors (id, type, name, handle, inbox, shared_inbox)
    select server || '/users/u' || n, 'Person', 'U' || n, 'u' || n, server || '/users/u' || n || '/inbox', server || '/inbox'
    from unnest(${servers}::text[]) as server, generate_series(1, 50) as n`.execute(db);
  await sql`
    insert into followers (actor, follower, follow, inbox, accepted)
    select ${host.id}::uuid, id, id || '/follows/1', shared_inbox, true from remote_actors
    where shared_inbox is not null`.execute(db);
  await sql`
    insert into heard (activity)
    select 'https://s' || n % 200 || '.example/activities/' || n from generate_series(1, 1000000) as n`.execute(db);
  await sql`
    insert into outgoing (id, actor, type, body, public, created)
    select gen_random_uuid(), handles.id, case n % 3 when 0 then 'Create' when 1 then 'Update' else 'Announce' end,
      repeat('x', 700), true, now() - make_interval(mins => n)
    from generate_series(1, 1000000) as n
    join lateral (select id from handles order by name offset n % (select count(*) from handles) limit 1) as handles on true`.execute(
    db,
  );
  await sql`
    insert into messages (id, recipients, author, kind, visibility, content, published)
    select 'https://s' || n % 200 || '.example/notes/' || n, array[${host.id}::uuid],
      'https://s' || n % 200 || '.example/users/u' || n % 10000, 'mention', 'public', '<p>Bonjour</p>',
      now() - make_interval(mins => n)
    from generate_series(1, 100000) as n`.execute(db);
  await sql`analyze`.execute(db);
}
