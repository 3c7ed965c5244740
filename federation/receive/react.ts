import { sql } from "kysely";
import { readLocal } from "../addresses.ts";
import { actorAt, noEffect, type Receiver } from "./activity.ts";
import { readReference } from "./reference.ts";

/** Someone likes, in one way or another, what one of our actors said or is. */
export const like: Receiver = reaction("like");

/** Someone passes on what one of our actors said. */
export const announce: Receiver = reaction("boost");

const known = {
  instance: sql`select id from handles`,
  actor: sql`select id from handles`,
  note: sql`select id from notes union all select id from answers`,
  proposal: sql`select id from offers union all select id from funding_requests where opened is not null`,
};

/** Counted once for each person, kind and thing. */
function reaction(kind: "like" | "boost"): Receiver {
  return ({ origin }, { id, actor, object }) => {
    const liked = readReference(object)?.id ?? null;
    const local = liked === null ? null : readLocal(origin, liked);
    if (local === null || local.thing === "activity" || local.thing === "relationship" || local.thing === "agreement")
      return noEffect;
    const ours = known[local.thing];
    const thing = local.thing === "instance" ? actorAt(origin, liked) : sql`${local.id}::uuid`;
    return async (tx) => {
      await sql`
        insert into reactions (activity, kind, actor, object) select ${id}, ${kind}, ${actor}, ${liked}
        where exists (select from (${ours}) as ours where id = ${thing})
        on conflict (kind, actor, object) do update set activity = excluded.activity`.execute(tx);
    };
  };
}
