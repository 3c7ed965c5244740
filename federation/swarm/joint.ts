import type { Task } from "graphile-worker";
import { z } from "zod";
import { noteStamp } from "../../src/catalogue/joint-copies.ts";
import type { Transaction } from "../../src/foundation/database.ts";
import { Unreachable } from "../../src/foundation/errors.ts";
import { hearProblem, hearStamp } from "../../src/joint/hearing.ts";
import { type JointInvitation, type JointPaper, type JointPartner, partOf } from "../../src/joint/joint.ts";
import { grace } from "../../src/joint/life.ts";
import { findInvitationTo, listInvitations, listPapers } from "../../src/joint/queries.ts";
import { keepInvitation, noteLeadGone, type ShownPaper } from "../../src/joint/receiving.ts";
import { readShownPaper } from "../../src/joint/shown.ts";
import { proposalIri } from "../addresses.ts";
import { originOf, sameOrigin } from "../guard/origins.ts";
import { ownHostIri } from "../joint.ts";
import { askToCheck, askToLook, askToSay, recheckCopies } from "../send/joint.ts";
import { centsIn, centsWithin } from "../vocabulary/datasheet.ts";
import { readStamp, termsRel } from "../vocabulary/stamp.ts";
import type { Shown } from "./asking.ts";
import { shownAt } from "./comparing.ts";
import { checkCopyTask } from "./joint-copies.ts";
import { keep, type Walk } from "./walk.ts";

const LookAt = z.object({
  ...{ proposal: z.url(), lead: z.url() },
  ...{ invite: z.string().nullable(), daily: z.boolean().default(false) },
});

/** The job `look-at-joint`: what another host asks ours to sign, as its own address shows it to us. */
const lookTask =
  (walk: Walk): Task =>
  async (payload) => {
    const looking = LookAt.parse(payload);
    const { proposal, lead, daily } = looking;
    const known = await findInvitationTo(walk.db, proposal);
    if (known !== null && known.lead.actor !== lead) return;
    const shown = await ask(walk, proposal, daily);
    if (shown === null) return;
    if (shown.kind !== "found") return noteAbsent(walk, known, shown.kind);
    const paper = await readPaper(walk, proposal, { json: shown.json, daily });
    if (paper?.lead.actor === lead)
      await keep(walk, new URL(lead).origin, (tx) => keepShown(tx, walk, paper, looking.invite));
  };

async function keepShown(tx: Transaction, walk: Walk, paper: ShownPaper, invite: string | null): Promise<void> {
  const { proposal, partners, terms, lead } = paper;
  const [own, known] = [await ownHostIri(tx, walk), await findInvitationTo(tx, proposal)];
  if (own === null) return;
  if (partOf(terms, own) === null) return known === null ? undefined : noteLeadGone(tx, known.id, walk.now());
  await keepInvitation(tx, paper, invite, walk.now());
  const kept = await findInvitationTo(tx, proposal);
  if (kept !== null && missed(kept, partners, own)) await askToSay(tx, { say: "answer", id: kept.id, to: lead.actor });
}

/** Whether the lead has not heard what was answered. */
function missed({ state }: JointInvitation, partners: JointInvitation["partners"], own: string): boolean {
  const there = partners.find(({ actor }) => actor === own)?.state;
  const isSaid = state === "accepted" || state === "refused";
  return isSaid && there !== undefined && there !== state && there !== "left";
}

// An answer of 404 may only mean that our signature could not be checked for the moment; 410 is given to us alone.
async function noteAbsent(walk: Walk, known: JointInvitation | null, kind: "gone" | "absent"): Promise<void> {
  if (known === null) return;
  await walk.db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom("jointInvitations")
      .select("compared")
      .where("id", "=", known.id)
      .executeTakeFirstOrThrow();
    const since = row.compared ?? known.received;
    if (kind === "gone" || walk.now().getTime() - since.getTime() > grace) await noteLeadGone(tx, known.id, walk.now());
  });
}

async function readPaper(walk: Walk, proposal: string, { json, daily }: Given) {
  const terms = Proposal.safeParse(json).data?.attachment.find(({ rel }) => [rel].flat().includes(termsRel))?.href;
  if (terms === undefined || !sameOrigin(terms, proposal)) return null;
  const shown = await ask(walk, terms, daily);
  const sheet = shown?.kind === "found" ? Sheet.safeParse(shown.json).data : undefined;
  if (sheet === undefined) return null;
  const cents = {
    ...sheet,
    terms: centsWithin(sheet.terms),
    offer: sheet.offer == null ? null : centsIn(sheet.offer),
  };
  return readShownPaper(cents, { origin: originOf(proposal) ?? "", proposal });
}

interface Given {
  readonly json: unknown;
  readonly daily: boolean;
}

const Proposal = z.object({
  attachment: z.array(z.object({ rel: z.union([z.string(), z.array(z.string())]), href: z.url() }).loose()),
});
// An answer or a quote is about no offer, and has none.
const Sheet = z.object({ terms: z.unknown(), offer: z.unknown().optional() }).loose();

/** Asks; what cannot be had for the moment is asked for again by the queue, or, daily, the next day. */
async function ask({ asker }: Walk, address: string, daily: boolean): Promise<Shown | null> {
  try {
    return await shownAt(asker.prompt, address);
  } catch (error) {
    if (daily && error instanceof Unreachable) return null;
    throw error;
  }
}

const Check = z.object({ paper: z.uuid(), actor: z.url(), stamp: z.url(), daily: z.boolean().default(false) });

/** The job `check-joint-stamp`: a partner's signature under what our host leads, as its own address shows it. */
const checkTask =
  (walk: Walk): Task =>
  async (payload) => {
    const { paper, actor, stamp, daily } = Check.parse(payload);
    if (!sameOrigin(stamp, actor)) return;
    const shown = await ask(walk, stamp, daily);
    await walk.db.transaction().execute(async (tx) => {
      const now = walk.now();
      if (shown === null) return hearProblem(tx, paper, actor, { stamp, problem: "silent" }, now);
      if (shown.kind !== "found") return hearProblem(tx, paper, actor, { stamp, problem: "gone" }, now);
      const read = readStamp(shown.json);
      const sound = read?.id === stamp && read.subject === actor && read.object === proposalIri(walk.origin, paper);
      if (!sound) return hearProblem(tx, paper, actor, { stamp, problem: "wrong" }, now);
      const { version, part, note: partNote } = read;
      await noteStamp(tx, { address: stamp, partner: actor, proposal: read.object, version, part }, now);
      await hearStamp(tx, paper, actor, { address: stamp, version, part, partNote }, now);
    });
  };

/** The daily job `compare-joint`: all that is signed together, by our host or at its asking, is held against what the others show. */
const compareJointTask =
  (walk: Walk): Task =>
  async () => {
    const papers = await listPapers(walk.db, { states: ["awaiting", "published", "suspended"] });
    const invitations = await listInvitations(walk.db, { states: ["invited", "accepted", "refused", "left"] });
    await walk.db.transaction().execute(async (tx) => {
      for (const paper of papers) await compareWith(tx, paper);
      for (const { proposal, lead } of invitations)
        await askToLook(tx, { proposal, lead: lead.actor, invite: null, daily: true });
      await recheckCopies(tx);
    });
  };

async function compareWith(tx: Transaction, paper: JointPaper): Promise<void> {
  for (const partner of paper.partners) await comparePartner(tx, paper, partner);
}

/** A partner's signatures, the one in force among them, are looked at; one who has not signed what is asked for is asked again. */
async function comparePartner(tx: Transaction, paper: JointPaper, partner: JointPartner): Promise<void> {
  const { actor, stamp, stampVersion } = partner;
  const held = paper.inForce?.partners.find((one) => one.actor === actor)?.stamp ?? null;
  for (const one of new Set([stamp, held].flatMap((address) => address ?? [])))
    await askToCheck(tx, { paper: paper.id, actor, stamp: one, daily: true });
  if (stampVersion !== paper.version && partner.state !== "refused")
    await askToSay(tx, { say: "invite", id: paper.id, to: actor });
}

export const jointTasks = (walk: Walk) => ({
  "look-at-joint": lookTask(walk),
  "check-joint-stamp": checkTask(walk),
  "check-joint-copy": checkCopyTask(walk),
  "compare-joint": compareJointTask(walk),
});
