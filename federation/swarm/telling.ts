import type { Task } from "graphile-worker";
import { type Tiding, takeTidings } from "../../src/catalogue/tidings.ts";
import type { Transaction } from "../../src/foundation/database.ts";
import { findHandle, instanceName } from "../../src/hosts/handles.ts";
import { activityIri, actorIri, directoryIri, followersIri } from "../addresses.ts";
import { sendToFollowers } from "../delivery/deliveries.ts";
import type { Reach } from "../reach.ts";
import { derivedId } from "../send/ids.ts";
import { writeAnnounce, writeListing } from "../vocabulary/activities.ts";

/** The job `spread`: tells the instances that follow this one where there is something to look at. */
export const spreadTask =
  (reach: Reach): Task =>
  async (payload) => {
    const { subject } = payload as { subject: string };
    await reach.db.transaction().execute((tx) => tellTidings(tx, reach, subject));
  };

/** Says to those who follow all that is still to be told of one origin, or of the directory. */
export async function tellTidings(tx: Transaction, reach: Reach, subject: string): Promise<void> {
  const taken = await takeTidings(tx, subject, new Date());
  if ("single" in taken) {
    for (const tiding of taken.single) await tellTiding(tx, reach, tiding);
    return;
  }
  // Much at once: whoever hears it compares the whole, which takes fewer questions than each by itself.
  const address = subject === "directory" ? actorIri(reach.origin, instance) : await findInstanceAt(tx, subject);
  if (address !== null) await tellTiding(tx, reach, { kind: "changed", address, changed: taken.last });
}

const instance = { id: "", kind: "instance" } as const;

async function findInstanceAt(tx: Transaction, origin: string): Promise<string | null> {
  const row = await tx.selectFrom("instances").select("actor").where("origin", "=", origin).executeTakeFirst();
  return row?.actor ?? null;
}

/** Says to those who follow this instance that there is something to look at; told twice, it is said once. `erases`: the erasure that it tells of. */
export async function tellTiding(
  tx: Transaction,
  { origin }: Pick<Reach, "origin">,
  { kind, address, changed }: Tiding,
  erases?: string,
): Promise<void> {
  const handle = await findHandle(tx, instanceName);
  if (handle === null) return;
  const actor = actorIri(origin, instance);
  const id = derivedId(actor, "tiding", kind, address, changed.toISOString());
  // For those who follow only: nobody else has a use for it, and once it has arrived it need not be kept.
  const act = { id: activityIri(origin, id), actor, published: changed, to: [followersIri(actor)], cc: [] };
  const document =
    kind === "changed"
      ? writeAnnounce(act, address)
      : writeListing(act, kind === "listed" ? "Add" : "Remove", address, directoryIri(actor));
  const outgoing = {
    id,
    actor: handle.id,
    type: String(document["type"]),
    body: JSON.stringify(document),
    public: false,
    erases,
  };
  await sendToFollowers(tx, outgoing);
}
