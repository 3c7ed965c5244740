import type { Reader, Transaction } from "../../src/foundation/database.ts";
import { sendAgain } from "./deliveries.ts";
import { setProbe, setTry } from "./delivery-jobs.ts";

export type DeliveryState = "failed" | "waiting" | "held";

/** Given up after 14 days; waiting for its next try; held until its server answers again. */
export const deliveryStates: readonly DeliveryState[] = ["failed", "waiting", "held"];

/** A delivery that did not get through at once. */
export interface StoredDelivery {
  readonly id: number;
  readonly outgoing: string;
  readonly type: string;
  readonly origin: string;
  readonly inbox: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly firstTry: Date;
  /** Of a held one: when its server is tried. Null when it was given up. */
  readonly nextTry: Date | null;
  /** The last answer's HTTP status; null when there was none. */
  readonly status: number | null;
  readonly problem: string | null;
}

/** Which deliveries are meant; what is left out leaves all. */
export interface DeliveryFilter {
  readonly states?: readonly DeliveryState[];
  readonly origin?: string;
}

/** The deliveries that did not get through, oldest first. `after` is the `next` of the page before. */
export async function listDeliveries(
  reader: Reader,
  filter: DeliveryFilter,
  { after = 0, limit = 100 }: { readonly after?: number; readonly limit?: number } = {},
): Promise<{ readonly items: readonly StoredDelivery[]; readonly next: number | null }> {
  const rows = await chosen(reader, filter)
    .innerJoin("outgoing", "outgoing.id", "deliveries.outgoing")
    .leftJoin("peerOrigins", "peerOrigins.origin", "deliveries.origin")
    .select(["deliveries.id", "deliveries.outgoing", "outgoing.type", "deliveries.origin", "inbox", "deliveries.state"])
    .select(["attempts", "firstTry", "nextTry", "peerOrigins.probe", "status", "problem"])
    .where("deliveries.id", ">", after)
    .orderBy("deliveries.id")
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit).map(({ probe, ...row }) => {
    const state = row.state as DeliveryState;
    return { ...row, state, nextTry: state === "held" ? probe : row.nextTry };
  });
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** The ids of all deliveries that are meant. */
export async function listDeliveryIds(reader: Reader, filter: DeliveryFilter): Promise<readonly number[]> {
  const rows = await chosen(reader, filter).select("deliveries.id").orderBy("deliveries.id").execute();
  return rows.map(({ id }) => id);
}

/** Tries a delivery at once: one that was given up starts anew, a held one makes its server be asked. False when there is none of this id. */
export async function tryNow(tx: Transaction, id: number): Promise<boolean> {
  if (await sendAgain(tx, id)) return true;
  const now = new Date();
  const found = await tx.selectFrom("deliveries").select(["state", "origin"]).where("id", "=", id).executeTakeFirst();
  if (!found) return false;
  if (found.state === "held") {
    await tx.updateTable("peerOrigins").set({ probe: now }).where("origin", "=", found.origin).execute();
    await setProbe(tx, found.origin, now);
  } else {
    await tx.updateTable("deliveries").set({ nextTry: now }).where("id", "=", id).execute();
    await setTry(tx, id, now);
  }
  return true;
}

/** The server that a delivery is for; null when there is none of this id. */
export async function findOrigin(reader: Reader, id: number): Promise<string | null> {
  const row = await reader.selectFrom("deliveries").select("origin").where("id", "=", id).executeTakeFirst();
  return row?.origin ?? null;
}

function chosen(reader: Reader, { states = deliveryStates, origin }: DeliveryFilter) {
  const query = reader.selectFrom("deliveries").where("deliveries.state", "in", states);
  return origin === undefined ? query : query.where("deliveries.origin", "=", origin);
}
