import { randomUUID } from "node:crypto";
import type { Reader, Transaction } from "../foundation/database.ts";
import { record } from "../foundation/outbox.ts";
import { claimHandle, findHandleById, suggestHandle } from "../hosts/handles.ts";
import type { Association } from "./associations.ts";
import type { AssociationChanged } from "./events.ts";

/** The name of an association's account on other servers; null before it has one. */
export async function findAssociationHandle(reader: Reader, association: string): Promise<string | null> {
  const handle = await findHandleById(reader, association);
  return handle === null || handle.gone !== null ? null : handle.name;
}

/** Gives an association an account that other servers know, once: it needs one to follow, and to be followed. */
export async function giveHandle(
  tx: Transaction,
  { id, name }: Pick<Association, "id" | "name">,
  now: Date,
): Promise<string> {
  const known = await findHandleById(tx, id);
  if (known !== null) return known.name;
  for (;;) {
    const handle = await suggestHandle(tx, name);
    const claimed = await claimHandle(tx, { id, name: handle, kind: "association" });
    if (!claimed.done) continue; // somebody took it meanwhile
    const event: AssociationChanged = {
      ...{ id: randomUUID(), name: "association-changed", happened: now.toISOString(), association: id },
    };
    await record(tx, event);
    return handle;
  }
}
