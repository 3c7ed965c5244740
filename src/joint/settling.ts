import type { Transaction } from "../foundation/database.ts";
import { record } from "../foundation/outbox.ts";
import { changeOffer, publishOffer, restateOffer } from "../offers/changes.ts";
import { findOfferById } from "../offers/queries.ts";
import { substanceDigest } from "../offers/substance.ts";
import { changeJoint, happened, lockPaper } from "./changes.ts";
import type { JointInForce, JointSuspended } from "./events.ts";
import { type InForce, isSigned, type JointPaper, type SuspensionReason, withoutPart } from "./joint.ts";
import { paperSteps } from "./life.ts";
import { settleParts } from "./narrowing.ts";

/**
 * What becomes of a paper by what its partners' own addresses have last shown: in force as soon as all have signed the
 * version that is asked for, suspended as soon as one of those in force has not. Called after each thing that is heard.
 */
export async function settlePaper(tx: Transaction, id: string, now: Date): Promise<void> {
  const paper = await lockPaper(tx, id);
  if (isSigned(paper) && isNew(paper)) return complete(tx, paper, signedOf(paper), now);
  const broken = brokenBy(paper);
  if (paper.state === "published" && broken !== null) return suspend(tx, paper, broken, now);
  if (paper.state === "suspended" && broken === null && paper.inForce !== null) {
    const again = againInForce(paper, paper.inForce);
    if (again !== null) return complete(tx, paper, again, now);
  }
  await settleParts(tx, paper, now);
}

/** Whether completing it would change anything: another version, another address of a signature, or the end of a suspension. */
function isNew({ state, version, inForce, partners }: JointPaper): boolean {
  if (paperSteps[state].complete === null) return false;
  if (state !== "published" || inForce?.version !== version) return true;
  return partners.some(({ actor, stamp }) => inForce.partners.find((one) => one.actor === actor)?.stamp !== stamp);
}

function signedOf({ version, terms, partners }: JointPaper): InForce {
  const signed = partners.flatMap(({ actor, name, page, stamp }) =>
    stamp === null ? [] : [{ actor, name, page, stamp }],
  );
  return { version, terms, partners: signed };
}

/** What was in force, with the signatures as they stand now; null as long as one of them does not. */
function againInForce({ partners }: JointPaper, { partners: before, ...inForce }: InForce): InForce | null {
  const signed = before.flatMap((one) => {
    const now = partners.find(({ actor }) => actor === one.actor);
    if (now === undefined) return [];
    return now.stampVersion === inForce.version && now.stamp !== null ? [{ ...one, stamp: now.stamp }] : [one];
  });
  return signed.length === before.length ? { ...inForce, partners: signed } : null;
}

interface Broken {
  readonly actor: string;
  readonly reason: SuspensionReason;
}

/** Who of those in force no longer signs. */
function brokenBy({ inForce, partners }: JointPaper): Broken | null {
  const inIt = new Set(inForce?.partners.map(({ actor }) => actor));
  const one = partners.find(({ actor, state }) => inIt.has(actor) && (state === "left" || state === "unreachable"));
  if (one === undefined) return null;
  return { actor: one.actor, reason: one.state === "unreachable" ? "unreachable" : "left" };
}

async function complete(tx: Transaction, paper: JointPaper, inForce: InForce, now: Date): Promise<void> {
  const state = paperSteps[paper.state].complete;
  if (state === null) return;
  await tx
    .updateTable("jointPapers")
    .set({ state, inForce: JSON.stringify(inForce), reason: null, changed: now, published: paper.published ?? now })
    .where("id", "=", paper.id)
    .execute();
  if (paper.offer !== null && inForce.version === paper.version) await showOffer(tx, paper, now);
  else if (paper.offer !== null) await restateOffer(tx, paper.offer, now);
  const event: JointInForce = {
    ...{ ...happened(now), name: "joint-in-force", paper: paper.id, first: paper.published === null },
  };
  await record(tx, event);
  await settleParts(tx, { ...paper, state }, now);
}

/** The offer says what all have signed, to everyone, in the same transaction. */
async function showOffer(tx: Transaction, { id, content }: JointPaper, now: Date): Promise<void> {
  const offer = await findOfferById(tx, id);
  if (offer === null || content === null || offer.state === "withdrawn") return;
  const agreed = substanceDigest(content);
  await tx.updateTable("offers").set({ agreed }).where("id", "=", id).execute();
  const isOther = substanceDigest(offer.content) !== agreed;
  const said = isOther ? await changeOffer(tx, offer.slug, content, { now }) : null;
  const shown = offer.state === "draft" ? await publishOffer(tx, offer.slug, now) : null;
  for (const outcome of [said, shown])
    if (outcome !== null && !outcome.done) throw new Error(`the joint offer ${id} cannot be shown: ${outcome.reason}`);
  if (shown === null) await restateOffer(tx, id, now);
}

/** Nobody is offered it any more; where its own terms let the rest go on with less, they are asked for that at once. */
async function suspend(tx: Transaction, paper: JointPaper, { actor, reason }: Broken, now: Date): Promise<void> {
  const state = paperSteps[paper.state].break;
  if (state === null) return;
  await tx.updateTable("jointPapers").set({ state, reason, changed: now }).where("id", "=", paper.id).execute();
  await settleParts(tx, { ...paper, state }, now);
  if (paper.offer !== null) await restateOffer(tx, paper.offer, now);
  const event: JointSuspended = { ...happened(now), name: "joint-suspended", paper: paper.id, actor };
  await record(tx, event);
  const { onLeaving } = paper.inForce?.terms ?? paper.terms;
  if (reason === "left" && onLeaving.mode === "shrink") await shrink(tx, paper, actor, now);
}

async function shrink(tx: Transaction, paper: JointPaper, left: string, now: Date): Promise<void> {
  const own = leadOf(paper);
  const terms = own === null ? null : withoutPart(paper.terms, own, left);
  if (own !== null && terms !== null) await changeJoint(tx, paper.id, { terms }, { now, own });
}

/** Our own host, as the terms name it: the one who is not asked. */
export function leadOf({ terms, partners }: Pick<JointPaper, "terms" | "partners">): string | null {
  const asked = new Set(partners.map(({ actor }) => actor));
  return terms.parts.find(({ actor }) => !asked.has(actor))?.actor ?? null;
}
