import { z } from "zod";
import { type AvailabilityStatement, availabilityStates, letsIn, shownState } from "../availability/availability.ts";
import { changeAvailability } from "../availability/changes.ts";
import { StoredDetails } from "../availability/form.ts";
import { findAvailability } from "../availability/queries.ts";
import type { Transaction } from "../foundation/database.ts";
import { type JointPaper, narrowest } from "./joint.ts";

/** As soon as one of the parts is closed, or not all agree any more, the whole is closed; once all is well again, what was said before holds again. */
export async function settleParts(
  tx: Transaction,
  { id, offer, partners, state }: Pick<JointPaper, "id" | "offer" | "partners" | "state">,
  now: Date,
): Promise<void> {
  if (offer === null) return;
  const row = await tx.selectFrom("offers").select(["slug", "partClosed"]).where("id", "=", offer).executeTakeFirst();
  const closed = state === "suspended" || narrowest(partners) === "closed";
  if (row === undefined || row.partClosed === closed) return;
  await tx.updateTable("offers").set({ partClosed: closed }).where("id", "=", offer).execute();
  if (closed) await close(tx, { paper: id, offer, slug: row.slug }, now);
  else await reopen(tx, { paper: id, offer, slug: row.slug }, now);
}

interface Closing {
  readonly paper: string;
  readonly offer: string;
  readonly slug: string;
}

const StoredBefore = StoredDetails.extend({ state: z.enum(availabilityStates), validDays: z.number() });

async function close(tx: Transaction, { paper, offer, slug }: Closing, now: Date): Promise<void> {
  const said = await findAvailability(tx, offer);
  if (said === null || !letsIn(shownState(said, now))) return;
  const { confirmed, expires, version: _, ...statement } = said;
  const validDays = Math.max(1, Math.round((expires.getTime() - confirmed.getTime()) / 86_400_000));
  const before = JSON.stringify({ ...statement, validDays });
  await tx.updateTable("jointPapers").set({ before }).where("id", "=", paper).execute();
  await say(tx, slug, { ...statement, state: "closed", slots: null }, validDays, now);
}

async function reopen(tx: Transaction, { paper, offer, slug }: Closing, now: Date): Promise<void> {
  const row = await tx.selectFrom("jointPapers").select("before").where("id", "=", paper).executeTakeFirst();
  const kept = StoredBefore.safeParse(row?.before).data;
  await tx.updateTable("jointPapers").set({ before: null }).where("id", "=", paper).execute();
  const said = await findAvailability(tx, offer);
  // Whatever our own host has said since counts.
  if (kept === undefined || said === null || said.state !== "closed") return;
  const { validDays, ...statement } = kept;
  await say(tx, slug, statement, validDays, now);
}

async function say(
  tx: Transaction,
  slug: string,
  statement: AvailabilityStatement,
  validDays: number,
  now: Date,
): Promise<void> {
  // An opening that was announced may be past by now: then our own host has to say what holds.
  await changeAvailability(tx, slug, statement, { now, validDays });
}
