import { createHash } from "node:crypto";
import type { Task } from "graphile-worker";
import { askToCheckCopy, listJointCopies } from "../../src/catalogue/joint-copies.ts";
import { spread } from "../../src/catalogue/tidings.ts";
import type { SiteEvent } from "../../src/events.ts";
import type { Transaction } from "../../src/foundation/database.ts";
import { addJob } from "../../src/foundation/jobs.ts";
import { findHost } from "../../src/hosts/queries.ts";
import { findInvitation, findPaper } from "../../src/joint/queries.ts";
import type { RemoteActors } from "../actors/remote-actors.ts";
import type { RemoteActor } from "../actors/remote-document.ts";
import { relationshipIri } from "../addresses.ts";
import { repeat } from "../delivery/deliveries.ts";
import type { Reach } from "../reach.ts";
import { Saying, sayingOf } from "./joint-sayings.ts";

/** What is said leaves by a job: where the other has its inbox may have to be asked first. */
export async function askToSay(tx: Transaction, saying: Saying): Promise<void> {
  await addJob(tx, "say-joint", saying, { key: keyOf("say-joint", saying.say, saying.id, saying.to, saying.of ?? "") });
}

/** Has a partner's signature looked at. */
export async function askToCheck(
  tx: Transaction,
  check: { readonly paper: string; readonly actor: string; readonly stamp: string; readonly daily?: boolean },
): Promise<void> {
  await addJob(tx, "check-joint-stamp", check, { key: keyOf("check-joint-stamp", check.paper, check.stamp) });
}

/** Has what another host leads looked at. */
export async function askToLook(
  tx: Transaction,
  look: { readonly proposal: string; readonly lead: string; readonly invite: string | null; readonly daily?: boolean },
): Promise<void> {
  await addJob(tx, "look-at-joint", look, { key: keyOf("look-at-joint", look.proposal) });
}

// Of one length: the queue's keys are short, addresses need not be.
const keyOf = (task: string, ...parts: readonly string[]): string =>
  `${task}:${createHash("sha256").update(parts.join("\n")).digest("base64url")}`;

/** The job `say-joint`: says it, or says it again. Throws `Unreachable` when the other's server cannot be asked for the moment. */
export function sayJointTask(reach: Reach & { readonly remoteActors: Pick<RemoteActors, "find"> }): Task {
  return async (payload) => {
    const saying = Saying.parse(payload);
    const to: RemoteActor | null = await reach.remoteActors.find(saying.to);
    if (to === null) return; // gone, or blocked: nothing is sent there
    await reach.db.transaction().execute(async (tx) => {
      const host = await findHost(tx);
      const said = host === null ? [] : await sayingOf(tx, reach, host.id, saying);
      for (const outgoing of said) await repeat(tx, outgoing, to.inbox);
    });
  };
}

/** Somebody is blocked from now on: what they make together with others is looked at anew. */
export async function recheckCopies(tx: Transaction): Promise<void> {
  for (const actor of await listJointCopies(tx)) await askToCheckCopy(tx, actor);
}

export const jointEvents = [
  ...(["joint-asked", "joint-in-force", "joint-suspended", "joint-withdrawn", "joint-chosen"] as const),
  ...(["joint-answered", "joint-commented"] as const),
] as const;
type JointEvent = Extract<SiteEvent, { readonly name: (typeof jointEvents)[number] }>;

/** What happens between those who sign together: each of the others is told, and nobody else. */
export async function tellJoint(tx: Transaction, { origin }: Reach, event: JointEvent): Promise<void> {
  switch (event.name) {
    case "joint-asked":
      return tellPartners(tx, event.paper, "invite", event.id);
    case "joint-in-force":
    case "joint-suspended":
    case "joint-chosen":
      return tellPartners(tx, event.paper, "news", event.id);
    case "joint-withdrawn":
      return tellPartners(tx, event.paper, "withdraw", event.id);
    case "joint-answered":
      return tellAnswered(tx, origin, event);
    case "joint-commented":
      return tellComment(tx, event.comment);
  }
}

async function tellPartners(tx: Transaction, id: string, say: "invite" | "news" | "withdraw", of: string) {
  const paper = await findPaper(tx, id);
  for (const { actor, state, stampVersion } of paper?.partners ?? []) {
    const hasSigned = state === "accepted" && stampVersion === paper?.version;
    if (say !== "invite" || !hasSigned) await askToSay(tx, { say, id, to: actor, of });
  }
}

/** Of a signature that stands no more, or says something else of its part, other instances are told too: they have to look for themselves. */
async function tellAnswered(
  tx: Transaction,
  origin: string,
  { invitation, deed, id: of, happened }: Extract<SiteEvent, { readonly name: "joint-answered" }>,
): Promise<void> {
  const found = await findInvitation(tx, invitation);
  if (found === null) return;
  const say = deed === "accept" || deed === "refuse" ? "answer" : "stamps";
  await askToSay(tx, { say, id: invitation, to: found.lead.actor, of });
  if (deed !== "leave") return;
  const changed = new Date(happened);
  const stamps = await tx
    .selectFrom("jointStamps")
    .select("id")
    .where("invitation", "=", invitation)
    .where("withdrawn", "=", changed)
    .execute();
  for (const { id } of stamps)
    await spread(tx, { kind: "changed", address: relationshipIri(origin, id), changed }, changed);
}

async function tellComment(tx: Transaction, id: string): Promise<void> {
  const row = await tx.selectFrom("jointComments").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) return;
  const paper = row.paper === null ? null : await findPaper(tx, row.paper);
  const invitation = row.invitation === null ? null : await findInvitation(tx, row.invitation);
  const { parts = [] } = (paper ?? invitation)?.terms ?? {};
  for (const { actor } of parts) if (actor !== row.author) await askToSay(tx, { say: "comment", id, to: actor });
}
