import { createHash } from "node:crypto";
import type { Transaction } from "../../src/foundation/database.ts";
import type { Handle } from "../../src/hosts/handles.ts";
import type { Named } from "../actors/account.ts";
import { actorDocument } from "../actors/documents.ts";
import type { Local } from "../actors/local.ts";
import { activityIri, actorIri, followersIri } from "../addresses.ts";
import { sendToFollowers } from "../delivery/deliveries.ts";
import type { Reach } from "../reach.ts";
import { type Act, writeActorUpdate, writeAnnounce } from "../vocabulary/activities.ts";
import { everyone } from "../vocabulary/contexts.ts";
import { derivedId } from "./ids.ts";

/** One event being told to those who follow: all that is said of it commits with the note that it is told. */
export interface Telling {
  readonly tx: Transaction;
  readonly reach: Reach;
  readonly local: Local;
  /** The id of the event: ids of what is said come from it. */
  readonly event: string;
  readonly happened: Date;
  /** The id of the erasure that is told, where it is one. */
  readonly erases?: string;
}

/** Says something in public to all who follow this actor, and to those it names; `purpose` tells it from the rest that the actor says of the event. */
export async function say(
  { tx, reach, event, happened, erases }: Telling,
  by: Pick<Handle, "id" | "kind">,
  purpose: string,
  write: (act: Act) => Readonly<Record<string, unknown>>,
  named: readonly Named[] = [],
): Promise<void> {
  const id = derivedId(event, by.id, purpose);
  const actor = actorIri(reach.origin, by);
  const act = {
    id: activityIri(reach.origin, id),
    actor,
    published: happened,
    to: [everyone],
    cc: [followersIri(actor), ...named.map(({ href }) => href)],
  };
  const document = write(act);
  const sent = { id, actor: by.id, type: String(document["type"]), body: JSON.stringify(document), public: true };
  await sendToFollowers(
    tx,
    { ...sent, erases },
    named.flatMap(({ inbox }) => inbox ?? []),
  );
}

/** Passes on what can be read at an address; whose it is, is told where they are named. */
export async function boost(
  telling: Telling,
  by: Pick<Handle, "id" | "kind">,
  object: string,
  named: readonly Named[] = [],
): Promise<void> {
  await say(telling, by, `boost ${object}`, (act) => writeAnnounce(act, object), named);
}

/** Shows an actor as it now is, unless it looks as it did when it was last shown. */
export async function showActor(telling: Telling, handle: Handle): Promise<void> {
  const { tx, reach, local } = telling;
  const document = await actorDocument(tx, reach, local, handle);
  if (document === null || !(await looksNew(tx, handle, document))) return;
  await say(telling, handle, "show", (act) => writeActorUpdate(act, document));
}

/** Remembers how the actor looks; false when it looked so before. */
async function looksNew(tx: Transaction, { id }: Handle, document: object): Promise<boolean> {
  const shown = createHash("sha256").update(JSON.stringify(document)).digest("base64url");
  const { numUpdatedRows } = await tx
    .updateTable("handles")
    .set({ shown })
    .where("id", "=", id)
    .where("shown", "is distinct from", shown)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
