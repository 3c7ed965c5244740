import type { Transaction } from "../foundation/database.ts";
import { type Outcome, refused } from "../foundation/outcome.ts";
import { draftJoint, type JointDeed } from "../joint/changes.ts";
import type { JointPaper, JointRefusal, Named } from "../joint/joint.ts";
import { findPaper } from "../joint/queries.ts";
import type { JointTerms, Money } from "../offers/joint-terms.ts";
import { type AnswerRefusal, giveResult, lockReceived, touchAnswer } from "./answering.ts";
import { listReceivedWith, type OtherHost, type ReceivedAsking } from "./received.ts";
import type { NamedPaper, Result } from "./together.ts";

/** Those to whom the association has said yes beside our host, and who can sign: they have a site of their own. */
export function signersIn({
  others,
}: Pick<ReceivedAsking, "others">): readonly (OtherHost & { readonly actor: string })[] {
  return others.flatMap((one) => (one.chosen && one.actor !== null ? [{ ...one, actor: one.actor }] : []));
}

/** Those to whom it has said yes, and who have no site to sign on. */
export const unableToSign = ({ others }: Pick<ReceivedAsking, "others">): readonly OtherHost[] =>
  others.filter(({ chosen, actor }) => chosen && actor === null);

/** A joint quote as it begins: in which words, with whom, for how much. */
export interface QuoteBeginning {
  readonly title: string;
  readonly text: string;
  readonly language: string;
  /** The actors of those who are to sign besides our host. */
  readonly partners: readonly string[];
  readonly total: Money | null;
}

/** Drafts the quote that several hosts will sign for what was asked: who does what begins with what each has said that it takes on. */
export async function beginQuote(
  tx: Transaction,
  id: string,
  { title, text, language, partners, total }: QuoteBeginning,
  deed: JointDeed,
): Promise<Outcome<JointPaper, JointRefusal>> {
  const asking = await lockReceived(tx, id);
  if (!mayPropose(asking)) return refused("wrong-state");
  if (asking.paperState !== null && asking.paperState !== "withdrawn") return refused("already-joint");
  const others = signersIn(asking).filter(({ actor }) => partners.includes(actor));
  const terms = termsOf(asking, others, { text, total, own: deed.own });
  const hosts: readonly Named[] = others.map(({ actor, name, page }) => ({ actor, name, page: page ?? actor }));
  const drafting = { kind: "quote", offer: null, about: asking.common, title, language, terms, hosts } as const;
  const drafted = await draftJoint(tx, drafting, deed);
  if (drafted.done) await keepLink(tx, id, drafted.value.id);
  return drafted;
}

/** Whether our host may propose something: the association has chosen it to lead, and its site says under which address all hosts know what was asked. */
export const mayPropose = ({ standing, chosen, common }: ReceivedAsking): boolean =>
  standing === "led" && chosen === "lead" && common !== null;

function termsOf(
  { rolesOffered }: ReceivedAsking,
  others: readonly (OtherHost & { readonly actor: string })[],
  { text, total, own }: { readonly text: string; readonly total: Money | null; readonly own: string },
): JointTerms {
  const ours = { actor: own, roles: ["lead", ...rolesOffered.filter((role) => role !== "lead")] };
  const parts = [ours, ...others].map(({ actor, roles }) => ({ actor, roles, share: null, does: null }));
  return {
    ...{ text, total, parts, invoicing: own, supportEntry: own, liability: null },
    onLeaving: { mode: "suspend", words: null },
  };
}

const keepLink = (tx: Transaction, id: string, paper: string | null) =>
  tx.updateTable("receivedAskings").set({ paper }).where("id", "=", id).execute();

/** Where what several have signed stands, for those who may read it. */
export interface PaperPlaces {
  /** The address that signatures name, and where all that is signed is shown. */
  placesOf(paper: string): { readonly proposal: string; readonly sheet: string };
  /** The page on which everybody reads an offer of ours. */
  offerPage(offer: string): Promise<string | null>;
}

/** Proposes a joint offer that our host leads and that is public: its association reads who gives it, and checks that all agree. */
export async function proposeJointOffer(
  tx: Transaction,
  id: string,
  offer: string,
  places: PaperPlaces,
  now: Date,
): Promise<Outcome<ReceivedAsking, AnswerRefusal>> {
  const [asking, paper] = [await lockReceived(tx, id), await findPaper(tx, offer)];
  if (!mayPropose(asking)) return refused("not-possible-now");
  const result = paper?.kind === "offer" ? await resultOf(paper, places) : null;
  if (result === null) return refused("no-result");
  await keepLink(tx, id, offer);
  return giveResult(tx, id, result, now);
}

/** What several sign has changed how it stands: the associations that it is for are told of it, or look at it anew. */
export async function settleQuote(tx: Transaction, id: string, places: PaperPlaces, now: Date): Promise<void> {
  const paper = await findPaper(tx, id);
  for (const { id: received } of paper === null ? [] : await listReceivedWith(tx, id)) {
    const result = paper?.state === "published" ? await resultOf(paper, places) : null;
    if (result !== null) await giveResult(tx, received, result, now);
    else await touchAnswer(tx, received, now);
  }
}

/** What is in force, as a result; null while nothing is. */
async function resultOf(
  { id, kind, offer, state, inForce }: JointPaper,
  places: PaperPlaces,
): Promise<Omit<Result, "version"> | null> {
  if (state !== "published" || inForce === null || kind === "answer") return null;
  const paper: NamedPaper = { ...places.placesOf(id), version: inForce.version };
  const { text, total } = inForce.terms;
  return {
    ...{ kind, text, paper, url: offer === null ? null : await places.offerPage(offer) },
    ...{ amount: total?.amount ?? null, currency: total?.currency ?? "EUR", period: total?.period ?? "once" },
  };
}
