import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { AvailabilityRefusal } from "../availability/availability.ts";
import { giveSlotBack, takeSlot } from "../availability/changes.ts";
import type { Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { record } from "../foundation/outbox.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { PlaceRequestAnswered, PlaceRequestSaid } from "./events.ts";
import {
  type HostAct,
  mostRequests,
  type RequestAct,
  type RequestEntry,
  type RequestRefusal,
  refusalOf,
  stateAfter,
  waitingAfter,
} from "./places.ts";
import { findRequest, type KeptRequest, listEntries } from "./queries.ts";

/** What the host does with a request. */
export interface HostDoing {
  readonly act: HostAct;
  readonly text: string | null;
  /** To which other host the asker is sent. */
  readonly referred?: string | null;
  /** Who acts for the host; null for a program. */
  readonly account: string | null;
  readonly now: Date;
  /** How many entries were shown: of two colleagues who act at once, the second is told. */
  readonly entries?: number;
  /** With an acceptance: the free places that were shown, and what is said of the offer once none is left. */
  readonly slots?: { readonly seen: number | null; readonly full: "closed" | "waiting-list" };
}

export type AnswerRefusal = RequestRefusal | AvailabilityRefusal | "slots-changed" | "changed-meanwhile";

/** Answers, accepts, declines, refers, opens anew, or notes for colleagues; all but the note is told to the asker. */
export async function answerRequest(
  tx: Transaction,
  id: string,
  { act, text, referred = null, account, now, entries, slots }: HostDoing,
): Promise<Outcome<RequestEntry, AnswerRefusal>> {
  const request = await lockRequest(tx, id);
  if (entries !== undefined && (await listAll(tx, id)).length !== entries) return refused("changed-meanwhile");
  const entry = await step(tx, request, { act, text, referred, account, now, ...(slots && { slots }) });
  if (!entry.done || act === "note") return entry;
  const happened = now.toISOString();
  const about = { request: id, entry: entry.value.id };
  const event: PlaceRequestAnswered = { id: randomUUID(), name: "place-request-answered", happened, ...about };
  await record(tx, event);
  return entry;
}

/** What an asker does with the own request, under its private link. */
export interface AskerDoing {
  readonly act: "say" | "withdraw";
  readonly text: string | null;
  readonly now: Date;
}

/** Adds a message to one's own request, or takes it back: a place that was counted for it is free again. */
export async function followRequest(
  tx: Transaction,
  id: string,
  { act, text, now }: AskerDoing,
): Promise<Outcome<RequestEntry, AnswerRefusal | "too-many-messages">> {
  const request = await lockRequest(tx, id);
  const entries = await listAll(tx, id);
  const last = entries.at(-1);
  if (last?.act === act && last.text === text) return done(last); // the button was pressed twice
  const said = entries.filter((entry) => entry.act === "say");
  if (act === "say" && said.length >= mostRequests.messages) return refused("too-many-messages");
  const entry = await step(tx, request, { act, text, referred: null, account: null, now });
  if (!entry.done) return entry;
  const happened = now.toISOString();
  const about = { request: id, entry: entry.value.id };
  const event: PlaceRequestSaid = { id: randomUUID(), name: "place-request-said", happened, ...about };
  await record(tx, event);
  return entry;
}

async function listAll(tx: Transaction, id: string): Promise<readonly RequestEntry[]> {
  return (await listEntries(tx, [id], { notes: true })).get(id) ?? [];
}

interface Step extends Pick<HostDoing, "text" | "account" | "now" | "slots"> {
  readonly act: RequestAct;
  readonly referred: string | null;
}

/** The one way in which a request changes: by the table, or not at all. */
async function step(
  tx: Transaction,
  request: KeptRequest,
  { act, text, referred, account, now, slots }: Step,
): Promise<Outcome<RequestEntry, AnswerRefusal>> {
  const state = stateAfter(request.state, act);
  if (state === null) return refused("not-possible-now");
  const reason = refusalOf(act, text, referred);
  if (reason !== null) return refused(reason);
  const slot = await moveSlot(tx, request, { state, now, ...(slots && { slots }) });
  if (!slot.done) return slot;
  const change = { state, slot: slot.value, waiting: waitingAfter(request.waiting, act, now) };
  await tx
    .updateTable("placeRequests")
    .set({ ...change, changed: now })
    .where("id", "=", request.id)
    .execute();
  return done(await enter(tx, request.id, { act, text, referred, account, now }));
}

type Slot = KeptRequest["slot"];

/** A place is counted as taken while a request is accepted, where places are counted. */
async function moveSlot(
  tx: Transaction,
  { slug, slot, state: before }: KeptRequest,
  { state, now, slots }: Pick<Step, "now" | "slots"> & { readonly state: KeptRequest["state"] },
): Promise<Outcome<Slot, AvailabilityRefusal | "slots-changed">> {
  if (state === before) return done(slot);
  if (state === "accepted" && slots) {
    const taken = await takeSlot(tx, slug, { now, ...slots });
    return taken.done ? done(taken.value) : taken;
  }
  if (slot === null) return done(null);
  const given = await giveSlotBack(tx, slug, slot, now);
  return given.done ? done(null) : given;
}

async function enter(
  tx: Transaction,
  request: string,
  { act, text, referred, account, now }: Omit<Step, "slots">,
): Promise<RequestEntry> {
  const entry = { id: randomUUID(), act, text, referred, account, written: now };
  await tx
    .insertInto("placeRequestEntries")
    .values({
      ...{ ...entry, request },
      number: sql<number>`(select count(*) from place_request_entries where request = ${request})`,
    })
    .execute();
  return { ...entry, problem: null };
}

/** Only one at a time changes a request. */
async function lockRequest(tx: Transaction, id: string): Promise<KeptRequest> {
  await tx.selectFrom("placeRequests").select("id").where("id", "=", id).forUpdate().execute();
  const request = await findRequest(tx, id);
  if (request === null) throw new NotFound(`there is no request ${id}`);
  return request;
}
