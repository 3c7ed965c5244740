import type { Transaction } from "../foundation/database.ts";
import { type Outcome, refused } from "../foundation/outcome.ts";
import { createOffer, withdrawOffer } from "../offers/changes.ts";
import { findWorkingOffer } from "../offers/drafts.ts";
import { StoredOffer } from "../offers/form.ts";
import type { JointTerms, Money } from "../offers/joint-terms.ts";
import type { Offer, OfferContent, OfferRefusal } from "../offers/offer.ts";
import { findOffer, findOfferById } from "../offers/queries.ts";
import { changeJoint, draftJoint, inviteAll, type JointDeed, withdrawJoint } from "./changes.ts";
import type { JointPaper, JointRefusal, Named } from "./joint.ts";
import { guessRoles } from "./naming.ts";

type Papered = Promise<Outcome<JointPaper, JointRefusal>>;

/** A joint offer as it begins: what it is, and with whom. */
export interface Beginning {
  /** One of our own drafts, by its address, or what a new one says. */
  readonly offer: string | OfferContent;
  readonly partners: readonly Named[];
  readonly total: Money | null;
}

/** Drafts an offer that several hosts will give together; who does what is a guess until somebody says it. */
export async function beginJoint(
  tx: Transaction,
  { offer: from, partners, total }: Beginning,
  deed: JointDeed & { readonly who: string },
): Papered {
  const offer = typeof from === "string" ? await findOffer(tx, from) : await createdFor(tx, from, deed);
  if (offer === null) return refused(typeof from === "string" ? "offer-not-draft" : "title-missing");
  const terms = await firstTerms(tx, { own: deed.own, hosts: partners, total, text: null });
  const { language, title } = offer.content;
  return draftJoint(tx, { kind: "offer", offer, about: null, title, language, terms, hosts: partners }, deed);
}

/** A joint answer as it begins: to what, in which words, with whom. */
export interface Answered {
  /** The address of the request. */
  readonly about: string;
  readonly title: string;
  readonly text: string;
  readonly language: string;
  readonly partners: readonly Named[];
  readonly total: Money | null;
}

/** Drafts an answer that several hosts will give together; who does what is a guess until somebody says it. */
export async function beginAnswer(tx: Transaction, answered: Answered, deed: JointDeed): Papered {
  const { about, title, text, language, partners: hosts, total } = answered;
  const terms = await firstTerms(tx, { own: deed.own, hosts, total, text });
  return draftJoint(tx, { kind: "answer", offer: null, about, title, language, terms, hosts }, deed);
}

async function firstTerms(
  tx: Transaction,
  { own, hosts, total, text }: { own: string; hosts: readonly Named[]; total: Money | null; text: string | null },
): Promise<JointTerms> {
  const others = hosts.map(({ actor }) => partFor(tx, actor, []));
  return {
    ...{ text, total, invoicing: own, supportEntry: own, liability: null },
    parts: [await partFor(tx, own, ["lead"]), ...(await Promise.all(others))],
    onLeaving: { mode: "suspend", words: null },
  };
}

async function createdFor(
  tx: Transaction,
  content: OfferContent,
  { now, who }: { readonly now: Date; readonly who: string },
): Promise<Offer | null> {
  const created = await createOffer(tx, content, { now, who });
  return created.done ? created.value : null;
}

async function partFor(tx: Transaction, actor: string, first: readonly string[]) {
  const guessed = await guessRoles(tx, actor);
  return { actor, roles: [...first, ...guessed], share: null, does: null };
}

/** A whole joint offer: what it says, who does what, and how those are called who are to sign. */
export interface Proposed {
  readonly offer: Pick<OfferContent, "title" | "summary" | "needs" | "language" | "tiers"> & {
    readonly slug: string | null;
  };
  readonly terms: JointTerms;
  readonly hosts: readonly Named[];
}

/** Drafts a whole joint offer and asks for it at once. */
export async function proposeJoint(
  tx: Transaction,
  { offer: { slug, ...said }, terms, hosts }: Proposed,
  deed: JointDeed,
): Promise<Outcome<JointPaper, JointRefusal | OfferRefusal>> {
  const content = StoredOffer.parse(said);
  const created = await createOffer(tx, content, { now: deed.now, ...(slug !== null && { slug }) });
  if (!created.done) return created;
  const { title, language } = content;
  const draft = { kind: "offer", offer: created.value, about: null, title, language, terms, hosts } as const;
  const drafted = await draftJoint(tx, draft, deed);
  return drafted.done ? inviteAll(tx, drafted.value.id, deed) : drafted;
}

/** An offer of which only the first things are said. */
export function contentOf({
  price,
  ...said
}: Pick<OfferContent, "title" | "summary" | "needs" | "language"> & { readonly price: Money | null }): OfferContent {
  const tiers = price === null ? [] : [{ id: "formule", price: { model: "flat", ...price } }];
  return StoredOffer.parse({ ...said, tiers });
}

/** Asks all of them to sign what the offer says now. */
export async function askForContent(tx: Transaction, id: string, deed: JointDeed): Papered {
  const offer = await findOfferById(tx, id);
  const working = offer && (await findWorkingOffer(tx, offer.slug));
  return changeJoint(tx, id, working ? { content: working.content } : {}, deed);
}

/** Invites all who are named, to what the offer says now. */
export async function inviteWithContent(tx: Transaction, id: string, deed: JointDeed): Papered {
  const asked = await askForContent(tx, id, deed);
  return asked.done ? inviteAll(tx, id, deed) : asked;
}

/** Gives it up: an offer that is public ends for good, a draft of ours is ours alone again. */
export async function giveUpJoint(tx: Transaction, id: string, deed: JointDeed): Papered {
  const withdrawn = await withdrawJoint(tx, id, deed);
  const offer = withdrawn.done && withdrawn.value.kind === "offer" ? await findOfferById(tx, id) : null;
  if (offer?.state === "published") await withdrawOffer(tx, offer.slug, deed.now);
  if (offer?.state === "draft") await tx.updateTable("offers").set({ agreed: null }).where("id", "=", id).execute();
  return withdrawn;
}
