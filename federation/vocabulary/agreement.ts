import { z } from "zod";
import { activityStreams, namespace } from "./contexts.ts";
import { type Exchange, type Written, writeBetween } from "./exchange.ts";
import { plainly } from "./plainly.ts";
import { instant, orNull, reference } from "./shapes.ts";

/** What somebody stands in for towards a proposal that asks: money, or help in kind counted in its own unit. */
export interface Stipulated {
  readonly proposal: string;
  readonly toward: "primary" | "help";
  readonly unit: "one" | "hour" | "day";
  /** A decimal number, as text. */
  readonly quantity: string;
}

/** An agreement of FEP-0837: at the one who promises as it is offered, at the one who asks as it was accepted. */
export interface Agreement extends Stipulated {
  readonly id: string;
  /** Whose document it is. */
  readonly by: string;
  /** The page for people. */
  readonly url: string | null;
}

/** What the one who promises adds at the agreement's address, for the one who asks to fetch. */
export interface PromiseDetails {
  readonly to: string;
  readonly version: number;
  readonly visibility: string;
  readonly condition: { readonly total: string | null; readonly participants: number | null } | null;
  /** The words for help in kind. */
  readonly words: string | null;
  readonly until: Date | null;
  readonly made: Date;
  readonly changed: Date;
}

/** What the one who asks adds there. */
export interface AcceptedDetails {
  readonly version: number;
  readonly standing: string;
  /** Until when it has to be confirmed; null where nobody asks for that, or it is. */
  readonly confirmUntil: Date | null;
  readonly made: Date;
  readonly changed: Date;
}

const terms = {
  vf: "https://w3id.org/valueflows/ont/vf#",
  om2: "http://www.ontology-of-units-of-measure.org/resource/om-2/",
  Agreement: "vf:Agreement",
  Commitment: "vf:Commitment",
  stipulates: "vf:stipulates",
  stipulatesReciprocal: "vf:stipulatesReciprocal",
  satisfies: { "@id": "vf:satisfies", "@type": "@id" },
  resourceQuantity: "vf:resourceQuantity",
  hasUnit: "om2:hasUnit",
  hasNumericalValue: "om2:hasNumericalValue",
};

/** For an agreement in an activity: nothing of our own. */
const agreementContext = [activityStreams, terms];

/** For an agreement at its address, with what we add to it. */
const detailContext = [
  activityStreams,
  {
    ...terms,
    essaim: namespace,
    version: "essaim:version",
    visibility: "essaim:visibility",
    conditionTotal: "essaim:conditionTotal",
    conditionParticipants: "essaim:conditionParticipants",
    standing: "essaim:standing",
    confirmUntil: { "@id": "essaim:confirmUntil", "@type": "http://www.w3.org/2001/XMLSchema#dateTime" },
  },
];

/** An agreement inside an activity; a final one gives its parts addresses too. */
function embedAgreement({ id, by, url, proposal, ...rest }: Agreement, final: boolean) {
  const commitment = (part: string, satisfies: string, hasUnit: string, hasNumericalValue: string) => ({
    ...(final && { id: `${id}#${part}` }),
    ...{ type: "Commitment", satisfies },
    resourceQuantity: { type: "om2:Measure", hasUnit, hasNumericalValue },
  });
  return {
    ...{ id, type: "Agreement", attributedTo: by },
    ...(url !== null && { url }),
    stipulates: commitment("primary", `${proposal}#${rest.toward}`, rest.unit, rest.quantity),
    stipulatesReciprocal: commitment("reciprocal", `${proposal}#reciprocal`, "one", "1"),
  };
}

/** The document of an agreement at the one who promises. */
export function writePromise(agreement: Agreement, details: PromiseDetails) {
  const { to, version, visibility, condition, words, until, made, changed } = details;
  return {
    "@context": detailContext,
    ...embedAgreement(agreement, false),
    ...(words !== null && { name: words }),
    ...{ published: made.toISOString(), updated: changed.toISOString() },
    ...(until && { endTime: until.toISOString() }),
    ...{ version, visibility },
    ...(condition?.total != null && { conditionTotal: condition.total }),
    ...(condition?.participants != null && { conditionParticipants: condition.participants }),
    to: [to],
  };
}

/** The document of an agreement at the one who asks. It names nobody. */
export function writeAccepted(agreement: Agreement, details: AcceptedDetails) {
  const { version, standing, confirmUntil, made, changed } = details;
  return {
    "@context": detailContext,
    ...embedAgreement(agreement, true),
    ...{ published: made.toISOString(), updated: changed.toISOString(), version, standing },
    ...(confirmUntil && { confirmUntil: confirmUntil.toISOString() }),
  };
}

/** Somebody promises, or promises something else in its place. */
export function writeOffer(exchange: Exchange, agreement: Agreement, published: Date): Written {
  const object = embedAgreement(agreement, false);
  return writeBetween(exchange, "Offer", { published: published.toISOString(), object }, agreementContext);
}

/** It is accepted; `offer` is the id of what was offered. */
export function writeAcceptance(exchange: Exchange, offer: string, agreement: Agreement): Written {
  return writeBetween(exchange, "Accept", { object: offer, result: embedAgreement(agreement, true) }, agreementContext);
}

/** What was said is refused; `content` is the reason as HTML. */
export function writeRefusal(exchange: Exchange, object: string, content: string, language: string): Written {
  return writeBetween(exchange, "Reject", { object, content, contentMap: { [language]: content } });
}

/** A promise holds, say those who made it: an activity that refers to the agreement. */
export function writeConfirmation(exchange: Exchange, agreement: string): Written {
  return writeBetween(exchange, "Accept", { object: agreement, context: agreement });
}

/** There is news of an agreement, to be fetched at its address; or it is no more. */
export function writeAgreementNews(exchange: Exchange, type: "Update" | "Delete", agreement: string): Written {
  const object =
    type === "Update"
      ? { id: agreement, type: "Agreement", attributedTo: exchange.actor }
      : { id: agreement, type: "Tombstone", formerType: "Agreement" };
  return writeBetween(exchange, type, { object }, agreementContext);
}

/** An agreement as somebody else wrote it: its amounts are text that nobody has checked. */
export interface ReadAgreement {
  readonly id: string | null;
  readonly by: string | null;
  readonly satisfies: string;
  /** The address of the currency or thing, where it says one. */
  readonly conformsTo: string | null;
  readonly unit: string;
  /** Null where it is no text. */
  readonly quantity: string | null;
  readonly version: number;
  readonly visibility: "visible" | "amount-hidden" | "anonymous";
  readonly condition: { readonly total: string | null; readonly participants: number | null } | null;
  readonly words: string | null;
  readonly until: Date | null;
  readonly standing: (typeof standings)[number] | null;
  readonly confirmUntil: Date | null;
}

const standings = ["promised", "waiting", "confirmed", "withdrawn", "lapsed", "released"] as const;
const written = z.string().max(100);

const Shape = z
  .object({
    type: z.preprocess((type) => (Array.isArray(type) ? type[0] : type), z.literal("Agreement")),
    ...{ id: orNull(z.url().max(2_048)), attributedTo: orNull(reference) },
    stipulates: z.object({
      satisfies: reference,
      resourceConformsTo: orNull(reference),
      resourceQuantity: z.object({
        hasUnit: written.default("one"),
        hasNumericalValue: written.nullish().catch(null),
      }),
    }),
    version: z.int().min(1).max(1_000_000_000).default(1),
    visibility: z.enum(["visible", "amount-hidden", "anonymous"]).default("visible"),
    ...{ conditionTotal: orNull(written), conditionParticipants: orNull(z.int().min(2).max(1_000_000)) },
    ...{ name: orNull(z.string().trim().min(1).max(500)), endTime: orNull(instant) },
    ...{ standing: orNull(z.enum(standings)), confirmUntil: orNull(instant) },
  })
  .transform(({ stipulates, conditionTotal: total, conditionParticipants: participants, ...rest }): ReadAgreement => {
    const { satisfies, resourceConformsTo: conformsTo, resourceQuantity } = stipulates;
    const { id, attributedTo: by, version, visibility, name: words, endTime: until, standing, confirmUntil } = rest;
    return {
      ...{ id, by, satisfies, conformsTo, version, visibility, words, until, standing, confirmUntil },
      ...{ unit: resourceQuantity.hasUnit, quantity: resourceQuantity.hasNumericalValue ?? null },
      condition: total === null && participants === null ? null : { total, participants },
    };
  });

/** Whether something says that it is an agreement, however well. */
export function isAgreement(json: unknown): boolean {
  return z.object({ type: Shape.in.shape.type }).safeParse(plainly(json)).success;
}

/** An agreement from its document or out of an activity; null when it cannot be read. */
export function readAgreement(json: unknown): ReadAgreement | null {
  return Shape.safeParse(plainly(json)).data ?? null;
}
