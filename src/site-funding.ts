import type { TaskList } from "graphile-worker";
import { z } from "zod";
import type { SiteEvent } from "./events.ts";
import type { Database, Reader } from "./foundation/database.ts";
import { addJob } from "./foundation/jobs.ts";
import type { Listener } from "./foundation/outbox.ts";
import { announceEnds, settleDueFunding, settlePromised } from "./pledges/due.ts";
import { eraseOldPledgers } from "./pledges/erasing.ts";
import type { PledgeEvent } from "./pledges/events.ts";
import { sweepPledgeMessages } from "./pledges/messages.ts";

/** The id of the host that a request or a pledge may be of; null before the set-up. */
export async function findHostId(reader: Reader): Promise<string | null> {
  return (await reader.selectFrom("hosts").select("id").executeTakeFirst())?.id ?? null;
}

/** Under a crowd nobody sums what is promised: it is done once for all that came within a second. */
export const fundingListener: Listener<SiteEvent> = {
  hears: isOfPledges,
  async tellTogether(tx, events) {
    const requests = new Set(events.filter(isOfPledges).map(({ request }) => request));
    for (const request of requests) {
      const options = { key: `settle-funding:${request}`, runAt: new Date(Date.now() + 1_000) };
      await addJob(tx, "settle-funding", { request }, options);
    }
  },
};

function isOfPledges(event: SiteEvent): event is PledgeEvent {
  return event.name.startsWith("pledge-");
}

export const fundingCrontab = [
  ...["* * * * * settle-due-funding", "* * * * * announce-ends"],
  ...["33 5 * * * sweep-pledge-messages", "38 5 * * * erase-old-pledgers"],
];

/** What time and the ledger do to requests. */
export function fundingTasks(db: Database): TaskList {
  return {
    "settle-funding": (payload) => settlePromised(db, Settling.parse(payload).request, new Date()),
    "settle-due-funding": () => settleDueFunding(db, new Date()),
    "announce-ends": () => announceEnds(db, new Date()),
    "sweep-pledge-messages": () => sweepPledgeMessages(db, new Date()),
    "erase-old-pledgers": () => eraseOldPledgers(db, new Date()),
  };
}

const Settling = z.object({ request: z.uuid() });
