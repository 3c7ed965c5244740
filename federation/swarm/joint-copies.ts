import type { Task } from "graphile-worker";
import { z } from "zod";
import {
  findJointCopy,
  type JointCopy,
  listJointBy,
  noteStamp,
  noteStampProblem,
  type StampProblem,
} from "../../src/catalogue/joint-copies.ts";
import { settleJointCopy } from "../../src/catalogue/keeping.ts";
import type { Transaction } from "../../src/foundation/database.ts";
import { Unreachable } from "../../src/foundation/errors.ts";
import { findStamp } from "../../src/joint/queries.ts";
import { readLocal } from "../addresses.ts";
import { ownHostIri, stampOf } from "../joint.ts";
import { readStamp, type Stamp } from "../vocabulary/stamp.ts";
import { type Shown, VisitFailed } from "./asking.ts";
import type { Walk } from "./walk.ts";

type Partner = Pick<JointCopy["sheet"]["joint"]["partners"][number], "actor" | "stamp">;

/**
 * The job `check-joint-copy`: whether each of those who are said to make an offer together has signed it, each asked at its
 * own address, by this site itself. Throws `Unreachable` when one of them cannot be asked for the moment.
 */
export const checkCopyTask =
  (walk: Walk): Task =>
  async (payload) => {
    const { actor } = z.object({ actor: z.string() }).parse(payload);
    const copy = await findJointCopy(walk.db, actor);
    if (copy === null) return;
    const looked: Looked[] = [];
    for (const partner of copy.sheet.joint.partners) looked.push(await lookAtStamp(walk, partner));
    await walk.db.transaction().execute(async (tx) => {
      const now = walk.now();
      for (const one of looked) await noteLooked(tx, copy.sheet.proposal, one, now);
      await tx.updateTable("catalogueJoint").set({ checked: now }).where("actor", "=", actor).execute();
      await settleJointCopy(tx, actor, now);
    });
    const away = looked.find(({ found }) => found === "unreachable");
    if (away !== undefined) throw new Unreachable(new URL(away.partner.actor).host);
  };

/** A signature as its own address showed it just now. */
export interface Looked {
  readonly partner: Partner;
  readonly found: Stamp | StampProblem;
}

/** Looks at a signature at its partner's own address; one of our own host, here. */
export async function lookAtStamp(walk: Walk, partner: Partner): Promise<Looked> {
  const local = readLocal(walk.origin, partner.stamp);
  if (local !== null) return { partner, found: await ownStamp(walk, local.thing === "relationship" ? local.id : "") };
  try {
    return { partner, found: foundIn(await walk.asker.prompt.ask(partner.stamp)) };
  } catch (error) {
    if (!(error instanceof VisitFailed)) throw error;
    return { partner, found: error.problem === "unreachable" ? "unreachable" : "wrong" };
  }
}

function foundIn(shown: Shown): Looked["found"] {
  if (shown.kind !== "found") return "gone";
  return readStamp(shown.json) ?? "wrong";
}

/** One of our own host: nobody asks themselves over the network. */
async function ownStamp({ db, origin }: Walk, id: string): Promise<Looked["found"]> {
  const [kept, own] = [id === "" ? null : await findStamp(db, id), await ownHostIri(db, { origin })];
  if (kept === null || own === null) return "wrong";
  return kept.withdrawn === null ? stampOf(origin, own, kept) : "gone";
}

/** Notes how a signature for this proposal was found. */
export async function noteLooked(
  tx: Transaction,
  proposal: string,
  { partner, found }: Looked,
  now: Date,
): Promise<void> {
  const stamp = { address: partner.stamp, partner: partner.actor, proposal };
  if (typeof found === "string") return noteStampProblem(tx, stamp, found, now);
  const isSound = found.id === partner.stamp && found.subject === partner.actor && found.object === proposal;
  if (!isSound) return noteStampProblem(tx, stamp, "wrong", now);
  await noteStamp(tx, { ...stamp, version: found.version, part: found.part }, now);
}

/** A signature that somebody says has changed, as its own address shows it; false where nothing here hangs on it. */
export async function noteStampNews(tx: Transaction, address: string, shown: Shown, now: Date): Promise<boolean> {
  const row = await tx
    .selectFrom("catalogueStamps")
    .select(["partner", "proposal"])
    .where("address", "=", address)
    .executeTakeFirst();
  if (row === undefined) return false;
  const offers = await listJointBy(tx, address);
  const found = foundIn(shown);
  if (typeof found === "string") await noteStampProblem(tx, { address, ...row }, found, now);
  else if (found.id !== address || found.subject !== row.partner || found.object !== row.proposal)
    await noteStampProblem(tx, { address, ...row }, "wrong", now);
  else await noteStamp(tx, { address, ...row, version: found.version, part: found.part }, now);
  for (const actor of offers) await settleJointCopy(tx, actor, now);
  return true;
}
