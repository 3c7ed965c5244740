import { z } from "zod";
import { activityStreams, everyone, namespace } from "./contexts.ts";
import { type Exchange, type Written, writeBetween, writeOfferUndo } from "./exchange.ts";
import { paragraphs, plainText } from "./html.ts";
import { plainly } from "./plainly.ts";
import {
  changedRelationship,
  embedRelationship,
  endedRelationship,
  isRelationship,
  itemsOf,
  relationshipShape,
} from "./relationship.ts";
import { address, instant, listOf, orNull } from "./shapes.ts";

/** One side's part of a partnership, as its own `Relationship`: it holds for as long as both stand at their addresses. */
export interface PartnershipDocument {
  readonly id: string;
  /** The actor of the host whose document it is. */
  readonly subject: string;
  /** The actor of the other host. */
  readonly object: string;
  readonly name: string;
  readonly kind: string;
  /** Codes of what its own host does in it, and of what it wants of the other. */
  readonly rolesOffered: readonly string[];
  readonly rolesWanted: readonly string[];
  /** The other side's document; while a request is another proposal, the one that it answers. */
  readonly context: string | null;
  readonly given: Date;
  /** Whether its host asks for it still, or both have agreed. */
  readonly standing: "asked" | "accepted";
  readonly shown: boolean;
  /** What is between the two alone; null in what everybody reads. */
  readonly between: {
    /** Plain text. */
    readonly message: string;
    readonly about: string | null;
    readonly expires: Date | null;
  } | null;
}

const partnerOf = `${namespace}partnerOf`;

const context = [
  activityStreams,
  {
    essaim: namespace,
    kind: "essaim:kind",
    rolesOffered: "essaim:rolesOffered",
    rolesWanted: "essaim:rolesWanted",
    standing: "essaim:standing",
    shown: "essaim:shown",
    about: { "@id": "essaim:about", "@type": "@id" },
  },
];

/** The document at its address. */
export function writePartnership(partnership: PartnershipDocument): Written {
  return { "@context": context, ...embedPartnership(partnership) };
}

/** For a collection, or inside an activity. */
export function embedPartnership(partnership: PartnershipDocument): Written {
  const { id, subject, object, name, kind, given, between } = partnership;
  const { rolesOffered, rolesWanted, standing, shown } = partnership;
  return {
    ...{ ...embedRelationship({ id, subject, object }, partnerOf), name },
    ...(between !== null && between.message !== "" && { content: paragraphs(between.message) }),
    ...(partnership.context !== null && { context: partnership.context }),
    published: given.toISOString(),
    ...(between?.expires && { endTime: between.expires.toISOString() }),
    ...{ kind, rolesOffered, rolesWanted, standing, shown },
    ...(between?.about && { about: between.about }),
    to: [between === null ? everyone : object],
  };
}

/** What is left of it once it is over. How it ended is told to the other side alone. */
export function writeEndedPartnership(id: string, ended: Date, standing: string | null): Written {
  const tombstone = { ...endedRelationship(id), deleted: ended.toISOString() };
  return standing === null
    ? { "@context": activityStreams, ...tombstone }
    : { "@context": context, ...tombstone, standing };
}

const write = (exchange: Exchange, type: string, rest: Written) => writeBetween(exchange, type, rest, context);

/** A host asks another. */
export function writePartnershipOffer(exchange: Exchange, partnership: PartnershipDocument): Written {
  const { to: target } = exchange;
  const [published, object] = [partnership.given.toISOString(), embedPartnership(partnership)];
  return write(exchange, "Offer", { target, published, object });
}

/** It is agreed to; `offer` is the id of what asked it. */
export function writePartnershipAccept(exchange: Exchange, offer: string, ours: PartnershipDocument): Written {
  return write(exchange, "Accept", { object: offer, result: embedPartnership(ours) });
}

/** It is declined, with words for the one who asked. */
export function writePartnershipReject(exchange: Exchange, offer: string, reason: string | null): Written {
  return write(exchange, "Reject", { object: offer, ...(reason !== null && { content: paragraphs(reason) }) });
}

/** Another proposal comes in its place, as an Offer of its own whose document names this one's. */
export function writePartnershipCounter(exchange: Exchange, offer: string): Written {
  return write(exchange, "TentativeAccept", { object: offer });
}

/** Whoever asked takes it back. */
export function writePartnershipUndo(exchange: Exchange, offer: string, document: string): Written {
  return writeOfferUndo(exchange, offer, document, context);
}

/** One side ends it, or says that its document now reads otherwise. */
export function writePartnershipNews(exchange: Exchange, type: "Delete" | "Update", document: string): Written {
  const object = type === "Delete" ? document : changedRelationship(document, exchange.actor);
  return write(exchange, type, { object });
}

const longestText = 20_000;
const text = (most: number) =>
  z
    .string()
    .max(longestText)
    .transform((html) => plainText(html, most));
const codes = listOf(z.string().max(100))
  .transform((all) => [...new Set(all)].slice(0, 20))
  .catch([]);

const Shape = z
  .object({
    ...{ ...relationshipShape(partnerOf), attributedTo: orNull(address) },
    ...{ name: orNull(text(500)).catch(null), content: orNull(text(5_000)).catch(null) },
    ...{ context: orNull(address).catch(null), about: orNull(address).catch(null) },
    ...{ published: orNull(instant).catch(null), endTime: orNull(instant) },
    ...{ kind: z.string().max(100).default("joint-offer"), rolesOffered: codes, rolesWanted: codes },
    ...{ standing: z.enum(["asked", "accepted"]).catch("accepted"), shown: z.boolean().catch(false) },
  })
  .refine(({ attributedTo, subject }) => attributedTo === null || attributedTo === subject)
  .transform(
    ({ id, subject, object, name, content, published, endTime: expires, about, ...rest }): ReadPartnership => ({
      ...{ id, subject, object, name: name ?? "", given: published },
      ...{ kind: rest.kind, rolesOffered: rest.rolesOffered, rolesWanted: rest.rolesWanted },
      ...{ context: rest.context, standing: rest.standing, shown: rest.shown },
      between: { message: content ?? "", about, expires },
    }),
  );

/** A partnership as somebody else wrote it: codes that nobody has checked. */
export interface ReadPartnership extends Omit<PartnershipDocument, "given" | "between"> {
  readonly given: Date | null;
  readonly between: NonNullable<PartnershipDocument["between"]>;
}

/** Whether something says that it is a partnership, however well. */
export function isPartnership(json: unknown): boolean {
  return isRelationship(plainly(json), partnerOf);
}

/** A partnership from its document, or out of an activity; null when it cannot be read. */
export function readPartnership(json: unknown): ReadPartnership | null {
  return Shape.safeParse(plainly(json)).data ?? null;
}

/** How it ended, as the other side's address says; null where it does not. */
export function readEnding(json: unknown): string | null {
  return (
    z.object({ type: z.literal("Tombstone"), standing: z.string() }).safeParse(plainly(json)).data?.standing ?? null
  );
}

/** Those that a host's collection of partners carries, all of which it says itself; null when this is no such collection. */
export function readPartners(collection: unknown, host: string): readonly ReadPartnership[] | null {
  const said = itemsOf(collection, host)?.flatMap((item) => readPartnership(item) ?? []);
  return said?.filter(({ subject }) => subject === host) ?? null;
}
