import type { Transaction } from "../../src/foundation/database.ts";
import { findHandle, instanceName } from "../../src/hosts/handles.ts";
import type { ReportPassedOn } from "../../src/messages/events.ts";
import { findReport } from "../../src/messages/queries.ts";
import { activityIri, actorIri } from "../addresses.ts";
import { send } from "../delivery/deliveries.ts";
import type { Reach } from "../reach.ts";
import { writeFlag } from "../vocabulary/activities.ts";
import { derivedId } from "./ids.ts";

/** Tells the server of somebody that people complain of them here: in the name of the instance, never of who complains. */
export async function passOn(tx: Transaction, { origin }: Pick<Reach, "origin">, event: ReportPassedOn): Promise<void> {
  const [actor = ""] = event.objects;
  const [report, instance] = [await findReport(tx, event.report), await findHandle(tx, instanceName)];
  const there = await tx
    .selectFrom("remoteActors")
    .select(["inbox", "sharedInbox"])
    .where("id", "=", actor)
    .executeTakeFirst();
  if (report === null || instance === null || !there) return;
  const id = derivedId(event.id, "flag");
  const complaint = { objects: event.objects, content: report.content };
  const document = writeFlag(activityIri(origin, id), actorIri(origin, instance), actor, complaint);
  const outgoing = { id, actor: instance.id, type: "Flag", body: JSON.stringify(document), public: false };
  await send(tx, outgoing, [there.sharedInbox ?? there.inbox]);
}
