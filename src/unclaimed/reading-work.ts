import type { Task } from "graphile-worker";
import { z } from "zod";
import type { Database } from "../foundation/database.ts";
import type { Outbound } from "../foundation/outbound.ts";
import { gatherList, type Step } from "./gather.ts";

/** What the job `read-unclaimed` works with. */
export interface ReadingWork {
  readonly db: Database;
  readonly outbound: Outbound;
  now(): Date;
}

const Payload = z.object({ reading: z.guid() });

/** The job `read-unclaimed`: reads a list and all that it names, and keeps what it found. Begun anew, it ends the same. */
export function readUnclaimedTask({ db, outbound, now }: ReadingWork): Task {
  return async (payload) => {
    const { reading: id } = Payload.parse(payload);
    const row = await db
      .selectFrom("unclaimedReadings")
      .select(["source", "given"])
      .where("id", "=", id)
      .where("state", "=", "reading")
      .executeTakeFirst();
    if (!row) return;
    const step: Step = async (file, looked, known) => {
      await db.updateTable("unclaimedReadings").set({ step: file, looked, known }).where("id", "=", id).execute();
    };
    const found = await gatherList(outbound, { source: row.source, file: row.given }, step, now());
    await db
      .updateTable("unclaimedReadings")
      .set({
        ...(found.done
          ? { state: "seen", found: JSON.stringify(found.value) }
          : { state: "refused", problem: found.reason }),
        ...{ given: null, step: null, changed: now() },
      })
      .where("id", "=", id)
      .where("state", "=", "reading")
      .execute();
  };
}
