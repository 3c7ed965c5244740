import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";
import { record } from "../foundation/outbox.ts";
import type { ReviewHeard } from "./events.ts";

/** Our own host is told, once for each host until somebody here has read what that one says. */
export async function tellOwnHost(tx: Transaction, now: Date): Promise<void> {
  const { rows } = await sql<{ address: string; reviewer: string; waits: boolean }>`
    update listed_reviews as review set told = ${now}
    where told is null and met is not null and withdrawn is null
      and reviewed = (select host.actor from catalogue_hosts as host
        join instances on instances.origin = host.origin where source = 'own')
    returning address, reviewer, exists (select from listed_reviews as other
      where other.reviewer = review.reviewer and other.reviewed = review.reviewed
        and other.told is not null and other.read is null and other.withdrawn is null
        and other.address <> review.address) as waits`.execute(tx);
  const first = new Map(rows.filter(({ waits }) => !waits).map((row) => [row.reviewer, row.address]));
  for (const review of first.values()) {
    const event: ReviewHeard = { id: randomUUID(), name: "review-heard", happened: now.toISOString(), review };
    await record(tx, event);
  }
}
