import { getLogger } from "@logtape/logtape";
import type { JobHelpers, TaskList } from "graphile-worker";
import type { Database } from "../../src/foundation/database.ts";
import { addJob } from "../../src/foundation/jobs.ts";
import type { Outbound } from "../../src/foundation/outbound.ts";
import { openAbsences } from "./absences.ts";
import { openArrivals } from "./arrivals.ts";
import { type Body, openBodies } from "./bodies.ts";
import { setTry } from "./delivery-jobs.ts";
import { noteConfirmed } from "./erasing.ts";
import { openLanes } from "./lanes.ts";
import { openPeers } from "./peers.ts";
import { post, type Reply, type Sender } from "./posting.ts";
import { type Delivery, openRecords } from "./records.ts";
import { resume, settleAnswered } from "./resume.ts";
import { sweepBodies, sweepDeliveries } from "./sweep.ts";

/** What deliveries need of the site. */
export interface DeliveryReach {
  readonly db: Database;
  readonly outbound: Outbound;
  /** The RSA key of a local actor, with the IRI under which its document lists it. */
  readonly keys: (actor: string) => Promise<Sender>;
  /** Whether an actor's own server says that there is none. */
  readonly isDenied: (actor: string) => Promise<boolean>;
  /** Spreads the pauses; in [0, 1). */
  readonly random?: () => number;
  /** Told of each try what came of it: the kind of the reply, or `held` where none was made. */
  readonly count?: (outcome: Reply["kind"] | "held") => void;
}

/** The jobs that carry our activities to others. */
export interface DeliveryWork {
  readonly tasks: TaskList;
  readonly crontab: string;
  /** Waits a moment for deliveries whose job has ended before they have; what stays is tried again later. */
  close(): Promise<void>;
}

/**
 * Delivers what `send` has stored. Each delivery begins as a job `deliver`; one that does not get through gets a row and
 * jobs `redeliver`; those of a server whose circuit is open are only rows, which `resume` takes up again.
 *
 * Order: what goes to one inbox leaves in the order it was sent in, as long as it gets through, and again after a
 * circuit was open. A single refused delivery may be overtaken: receivers compare `updated`.
 */
export function deliveryWork(reach: DeliveryReach): DeliveryWork {
  const parts = openParts(reach);
  const { db, records } = parts;
  const deliver = async (payload: unknown, { job }: JobHelpers) => {
    const { outgoing, inbox } = payload as { outgoing: string; inbox: string };
    if (!URL.canParse(inbox)) return;
    // Repeated after its process died: it may have been noted before that.
    if (job.attempts > 1 && (await records.knows(outgoing, inbox))) return;
    const delivery = {
      outgoing,
      inbox,
      origin: new URL(inbox).origin,
      attempts: 0,
      firstTry: job.created_at,
      lastStatus: null,
      stored: false,
    };
    const busy = await attempt(parts, delivery);
    if (busy !== null) await addJob(db, "deliver", payload, { runAt: busy });
  };
  const redeliver = async (payload: unknown) => {
    const { delivery: id } = payload as { delivery: number };
    const delivery = await records.find(id);
    const busy = delivery && (await attempt(parts, delivery));
    if (busy) await setTry(db, id, busy);
  };
  return {
    tasks: {
      deliver,
      redeliver,
      resume: (payload) => resume(parts, (payload as { origin: string }).origin),
      "sweep-deliveries": () => sweepDeliveries(db),
      "sweep-bodies": () => sweepBodies(db),
    },
    crontab: "17 * * * * sweep-deliveries\n23 3 * * * sweep-bodies",
    async close() {
      const patience = new Promise((resolve) => setTimeout(resolve, 2_000).unref());
      await Promise.race([Promise.allSettled(parts.parked), patience]);
      await parts.arrivals.flush().catch(unnoted);
    },
  };
}

const log = getLogger(["essaim", "deliveries"]);
const unnoted = (error: unknown) => log.warning("when a server last took something was not noted: {error}", { error });

type Parts = ReturnType<typeof openParts>;

function openParts({ db, outbound, keys, isDenied, random = Math.random, count = () => {} }: DeliveryReach) {
  const peers = openPeers(db, random);
  const records = openRecords(db, peers, random);
  const findBody = openBodies(db);
  const arrivals = openArrivals(db, unnoted);
  const noteTaken = async ({ outgoing, origin }: Pick<Delivery, "outgoing" | "origin">, { erases }: Body) => {
    arrivals.note(origin);
    if (erases) await noteConfirmed(db, outgoing, origin);
  };
  const tryOnce = async ({ outgoing, inbox, origin }: Delivery): Promise<Reply> => {
    const found = outbound.refuses(inbox) ? null : await findBody(outgoing);
    if (!found) return { kind: "taken" }; // its actor was removed, or the inbox's domain blocked: there is nothing to send
    const { scheme } = await peers.find(origin);
    const got = await post(outbound, { inbox, body: found.body, sender: await keys(found.actor), scheme });
    count(got.reply.kind);
    if (got.reply.kind === "taken") await noteTaken({ outgoing, origin }, found);
    if (got.scheme !== scheme) await peers.remember(origin, got.scheme);
    return got.reply;
  };
  const absences = openAbsences(db, isDenied);
  return {
    db,
    peers,
    records,
    absences,
    arrivals,
    count,
    lanes: openLanes(),
    tryOnce,
    parked: new Set<Promise<void>>(),
  };
}

/** One try; null when that is settled, or else when to come again because the server has enough to do. */
async function attempt(parts: Parts, delivery: Delivery): Promise<Date | null> {
  const { peers, records, lanes } = parts;
  const { opened } = await peers.find(delivery.origin);
  if (opened !== null && (await records.hold(delivery))) {
    parts.count("held");
    return null;
  }
  const lane = await lanes.enter(delivery.origin, delivery.inbox);
  if (typeof lane === "number") return new Date(Date.now() + lane);
  const reply = parts.tryOnce(delivery).finally(() => lane.leave());
  if (await isQuick(reply)) {
    await settle(parts, delivery, await reply);
    return null;
  }
  // A slow server may not hold a worker up: the try is noted as failed, the job ends, and the answer, if it comes, amends the note.
  lane.slow();
  await records.miss(delivery, { kind: "slow" });
  const parked = reply.then((late) => settle(parts, { ...delivery, stored: true }, late)).catch(() => {});
  parts.parked.add(parked);
  void parked.finally(() => parts.parked.delete(parked));
  return null;
}

async function isQuick(reply: Promise<unknown>): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), 1_000);
  const quick = reply.then(() => true);
  return Promise.race([quick, promise]).finally(() => clearTimeout(timer));
}

async function settle(parts: Parts, delivery: Delivery, reply: Reply): Promise<void> {
  if (reply.kind === "down") return parts.records.miss(delivery, reply);
  await parts.peers.answered(delivery.origin);
  await settleAnswered(parts, delivery, reply);
}
