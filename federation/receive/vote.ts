import { sql } from "kysely";
import { readLocal } from "../addresses.ts";
import { readVote } from "../vocabulary/question.ts";
import { indexable } from "../vocabulary/shapes.ts";
import { type Effect, type Heard, noEffect } from "./activity.ts";

/** Somebody chooses in a poll of ours: their first choice counts, while it lasts. It is no message, and no promise. Null when this is no choice. */
export function vote(origin: string, { actor, object }: Heard): Effect | null {
  const chosen = readVote(object);
  if (chosen === null || !indexable(actor)) return null;
  const local = readLocal(origin, chosen.question);
  if (local?.thing !== "note" || chosen.by !== actor) return noEffect;
  return async (tx) => {
    await sql`
      insert into poll_votes (note, voter, option, voted)
      select id, ${actor}, choice.at - 1, now()
      from notes, jsonb_array_elements_text(poll -> 'options') with ordinality as choice (name, at)
      where id = ${local.id} and choice.name = ${chosen.option} and deleted is null
        and (poll ->> 'ends')::timestamptz > now()
      on conflict do nothing`.execute(tx);
  };
}
