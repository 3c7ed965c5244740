import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import type { Party } from "./funding.ts";

/** For so many days we have to have heard of somebody before they are known here. */
export const daysToBeKnown = 7;

/**
 * Whether an account elsewhere is new to us, or of a server with which nobody here has anything to do: nobody there follows
 * us or is followed, and no request of theirs was ever open. Whoever had a request open here before is known.
 */
export async function isUnknown(reader: Reader, { id, actor }: Party, now: Date): Promise<boolean> {
  if (actor === null) return true;
  const since = new Date(now.getTime() - daysToBeKnown * 24 * 3_600_000);
  const { rows } = await sql<{ known: boolean }>`
    select exists (select from funding_requests where requester = ${id} and opened is not null)
      or (exists (select from remote_actors where id = ${actor} and gone is null and met <= ${since})
        and (exists (select from followers where accepted and ${ofDomain("follower", actor)})
          or exists (select from followings where state = 'accepted' and ${ofDomain("followed", actor)})
          or exists (select from funding_requests join parties on parties.id = requester
            where opened is not null and ${ofDomain("parties.actor", actor)}))) as known`.execute(reader);
  return rows[0]?.known !== true;
}

/** Whether the address in a column is of the same server as an actor. */
function ofDomain(column: string, actor: string) {
  return sql`starts_with(${sql.ref(column)}, ${`${new URL(actor).origin}/`})`;
}
