import type { Task } from "graphile-worker";
import { sql } from "kysely";
import { z } from "zod";
import type { Database, Transaction } from "../../src/foundation/database.ts";
import { addJob } from "../../src/foundation/jobs.ts";
import { receiveMessages } from "../../src/messages/changes.ts";
import type { RemoteActors } from "../actors/remote-actors.ts";
import { sameOrigin } from "../guard/origins.ts";
import { reference } from "../vocabulary/shapes.ts";
import { readRemoteNote } from "./note.ts";

/** Whom of our associations follow an actor. */
const readersOf = (actor: string) => sql<{ id: string }>`
  select followings.actor as id from followings join handles on handles.id = followings.actor
  where followed = ${actor} and state = 'accepted' and handles.kind = 'association' and handles.gone is null`;

/**
 * A host passes on what its offers say: for those of us who follow it, that is its news. Only what its own server has is
 * taken over, and it is read from there, later: nothing that came along is believed.
 */
export async function noteBoost(tx: Transaction, by: string, address: string): Promise<void> {
  if (!sameOrigin(by, address)) return;
  const { rows } = await sql`select exists (${readersOf(by)}) as read`.execute(tx);
  if (rows.some((row) => Readers.parse(row).read))
    await addJob(
      tx,
      "read-boost",
      { by, address },
      { key: `read-boost:${by}:${address}`.slice(0, 500), maxAttempts: 10 },
    );
}

const Readers = z.object({ read: z.boolean() });
const Boost = z.object({ by: z.string(), address: z.string() });
const Written = z.object({ attributedTo: reference });

/** The background job that reads what was passed on, at its own address. */
export function readBoostTask(db: Database, remoteActors: Pick<RemoteActors, "document" | "find">): Task {
  return async (payload) => {
    const { by, address } = Boost.parse(payload);
    const document = await remoteActors.document(address);
    const { data } = Written.safeParse(document);
    if (data === undefined || !sameOrigin(data.attributedTo, by)) return;
    if (JSON.stringify(document).includes("\\u0000")) return; // PostgreSQL stores no NUL
    const note = readRemoteNote(document, data.attributedTo);
    if (note === null || note.id !== address || !["public", "unlisted"].includes(note.visibility)) return;
    await remoteActors.find(note.author); // to know how it is called
    await db.transaction().execute(async (tx) => {
      const { rows } = await readersOf(by).execute(tx);
      const recipients = rows.map(({ id }) => id).sort();
      const { addressed: _, ...said } = note;
      if (recipients.length === 0) return;
      await receiveMessages(tx, [{ ...said, kind: "news", recipients, continues: null, others: [] }]);
      // It may have come before, for others.
      await sql`
        update messages set recipients = (
          select array_agg(distinct one order by one) from unnest(recipients || ${recipients}::uuid[]) as one)
        where id = ${note.id} and author = ${note.author} and not recipients @> ${recipients}::uuid[]`.execute(tx);
    });
  };
}
