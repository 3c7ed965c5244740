import { randomUUID } from "node:crypto";
import type { Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { record } from "../foundation/outbox.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { withdrawOffer } from "../offers/changes.ts";
import type { JointTerms } from "../offers/joint-terms.ts";
import type { Offer, OfferContent } from "../offers/offer.ts";
import { findOfferById } from "../offers/queries.ts";
import { versionOf } from "../offers/substance.ts";
import type { JointAsked, JointWithdrawn } from "./events.ts";
import {
  type JointKind,
  type JointPaper,
  type JointPartner,
  type JointRefusal,
  type Named,
  partOf,
  refusalOfTerms,
} from "./joint.ts";
import { paperSteps, partnerSteps } from "./life.ts";
import { findPaper } from "./queries.ts";

/** Who says it, and when. */
export interface JointDeed {
  readonly now: Date;
  /** The permanent address of our own host. */
  readonly own: string;
}

/** What is drafted; of an offer, its draft says what is offered. */
export interface Drafting {
  readonly kind: JointKind;
  readonly offer: Offer | null;
  readonly about: string | null;
  readonly title: string;
  readonly language: string;
  readonly terms: JointTerms;
  /** How those are called who are to sign. */
  readonly hosts: readonly Named[];
}

type Papered = Promise<Outcome<JointPaper, JointRefusal>>;

/** Drafts what several hosts are to sign. Nobody is told of it; of an offer, nothing is public from here on that not all have signed. */
export async function draftJoint(tx: Transaction, drafting: Drafting, { now, own }: JointDeed): Papered {
  const { kind, offer, terms, hosts, language } = drafting;
  const about = kind === "offer" ? null : drafting.about;
  const reason = (await refusalToDraft(tx, drafting)) ?? refusalOfTerms(terms, own);
  if (reason !== null) return refused(reason);
  const id = offer?.id ?? randomUUID();
  const content = offer?.content ?? null;
  const title = offer?.content.title ?? drafting.title;
  const row = {
    ...{ id, kind, offer: offer?.id ?? null, about, title, language, created: now, changed: now },
    ...{ content: content && JSON.stringify(content), terms: JSON.stringify(terms) },
    version: versionOf({ title, about, content, terms }),
  };
  await tx.insertInto("jointPapers").values(row).execute();
  if (offer !== null) await tx.updateTable("offers").set({ agreed: "" }).where("id", "=", offer.id).execute();
  await keepPartners(tx, { id, terms, partners: [] }, { now, own }, hosts);
  return done(await needPaper(tx, id));
}

async function refusalToDraft(tx: Transaction, { kind, offer, title }: Drafting): Promise<JointRefusal | null> {
  if (title.trim() === "") return "title-missing";
  if (kind !== "offer") return null;
  if (offer === null || offer.state !== "draft") return "offer-not-draft";
  return (await findPaper(tx, offer.id)) === null ? null : "already-joint";
}

/** What is to be another; what is left out stays. */
export interface JointChange {
  readonly title?: string;
  readonly content?: OfferContent;
  readonly terms?: JointTerms;
  /** How those are called who are new in the terms. */
  readonly hosts?: readonly Named[];
}

/** Changes what is to be signed. Of substance, it is another version: those who were asked already are asked anew at once, and what is in force stays so until all have signed. */
export async function changeJoint(tx: Transaction, id: string, change: JointChange, deed: JointDeed): Papered {
  const paper = await lockPaper(tx, id);
  const state = paperSteps[paper.state].change;
  if (state === null) return refused("wrong-state");
  const { title, content, terms } = changedBy(paper, change);
  const reason = title.trim() === "" ? "title-missing" : refusalOfTerms(terms, deed.own);
  if (reason !== null) return refused(reason);
  const version = versionOf({ title, about: paper.about, content, terms });
  await tx
    .updateTable("jointPapers")
    .set({ title, version, content: content && JSON.stringify(content), terms: JSON.stringify(terms) })
    .set({ changed: deed.now })
    .where("id", "=", id)
    .execute();
  await keepPartners(tx, { ...paper, terms }, deed, change.hosts ?? []);
  if (version !== paper.version && paper.state !== "draft") await ask(tx, id, deed.now);
  return done(await needPaper(tx, id));
}

function changedBy(paper: JointPaper, change: JointChange): Pick<JointPaper, "title" | "content" | "terms"> {
  const content = paper.kind === "offer" ? (change.content ?? paper.content) : null;
  return { content, title: content?.title ?? change.title ?? paper.title, terms: change.terms ?? paper.terms };
}

/** Asks all to sign the version as it stands; asked again, those who have not answered are asked once more. */
export async function inviteAll(tx: Transaction, id: string, { now }: JointDeed): Papered {
  const paper = await lockPaper(tx, id);
  const state = paperSteps[paper.state].ask;
  if (state === null) return refused("wrong-state");
  await tx.updateTable("jointPapers").set({ state }).where("id", "=", id).execute();
  await ask(tx, id, now);
  return done(await needPaper(tx, id));
}

/** Gives it up, for good. Those who were asked are told; a public offer is withdrawn with it. */
export async function withdrawJoint(tx: Transaction, id: string, { now }: JointDeed): Papered {
  const paper = await lockPaper(tx, id);
  const state = paperSteps[paper.state].withdraw;
  if (state === null) return paper.state === "withdrawn" ? done(paper) : refused("wrong-state");
  await tx
    .updateTable("jointPapers")
    .set({ state, withdrawn: now, changed: now, inForce: null, reason: null })
    .where("id", "=", id)
    .execute();
  const offer = paper.offer === null ? null : await findOfferById(tx, paper.offer);
  if (offer?.state === "published") await withdrawOffer(tx, offer.slug, now);
  const event: JointWithdrawn = { ...happened(now), name: "joint-withdrawn", paper: id };
  await record(tx, event);
  return done(await needPaper(tx, id));
}

/** Whoever has not signed this version is asked for it. */
async function ask(tx: Transaction, id: string, now: Date): Promise<void> {
  const { partners, version } = await needPaper(tx, id);
  for (const { actor, state, stampVersion } of partners) {
    if (stampVersion === version && state === "accepted") continue;
    await tx
      .updateTable("jointPartners")
      .set({ state: partnerSteps[state]["asked-anew"], reason: null, changed: now })
      .where("paper", "=", id)
      .where("actor", "=", actor)
      .execute();
  }
  await tx.updateTable("jointPapers").set({ asked: now, changed: now }).where("id", "=", id).execute();
  const event: JointAsked = { ...happened(now), name: "joint-asked", paper: id };
  await record(tx, event);
}

/** Those named in the terms, but our own host, are asked; those who no longer are, are not. */
async function keepPartners(
  tx: Transaction,
  { id, terms, partners }: Pick<JointPaper, "id" | "terms"> & { readonly partners: readonly JointPartner[] },
  { now, own }: JointDeed,
  hosts: readonly Named[],
): Promise<void> {
  const named = new Map([...partners, ...hosts].map((one) => [one.actor, one]));
  const wanted = terms.parts.map(({ actor }) => actor).filter((actor) => actor !== own);
  for (const [position, actor] of wanted.entries()) {
    const { name = actor, page = actor } = named.get(actor) ?? {};
    await tx
      .insertInto("jointPartners")
      .values({ paper: id, actor, position, name, page, invite: randomUUID(), changed: now })
      .onConflict((known) => known.columns(["paper", "actor"]).doUpdateSet({ position, name, page }))
      .execute();
  }
  const struck = partners.filter(({ actor }) => partOf(terms, actor) === null).map(({ actor }) => actor);
  if (struck.length === 0) return;
  await tx.deleteFrom("jointPartners").where("paper", "=", id).where("actor", "in", struck).execute();
}

/** The paper as it stands, and as it stays until this transaction ends. */
export async function lockPaper(tx: Transaction, id: string): Promise<JointPaper> {
  await tx.selectFrom("jointPapers").select("id").where("id", "=", id).forUpdate().execute();
  return needPaper(tx, id);
}

async function needPaper(tx: Transaction, id: string): Promise<JointPaper> {
  const paper = await findPaper(tx, id);
  if (paper === null) throw new NotFound(`there is no joint paper ${id}`);
  return paper;
}

export const happened = (now: Date) => ({ id: randomUUID(), happened: now.toISOString() });
