import { z } from "zod";
import { actorContext, everyone } from "./contexts.ts";
import { escapeHtml, unescapeHtml } from "./html.ts";
import { instant, listOf, orNull, pick, reference } from "./shapes.ts";
import { type Hashtag, HashtagShape, writeHashtag } from "./tags.ts";

/** What every actor of ours shows of itself, whatever it stands for. */
export interface Actor {
  readonly id: string;
  /** Its name in an account: @name. */
  readonly name: string;
  readonly title: string;
  /** HTML. */
  readonly summary: string;
  /** The page for people. */
  readonly url: string;
  readonly icon: Picture | null;
  /** The wide picture above a profile. */
  readonly header: Picture | null;
  readonly published: Date;
  readonly addresses: ActorAddresses;
  readonly fields: readonly Field[];
  readonly hashtags: readonly Hashtag[];
  /** Another asks before following, and nobody finds it by browsing: so for the instance, and for an association that shows its name alone. */
  readonly reserved: boolean;
  /** Whether what it says may be found by its words. */
  readonly indexable: boolean;
  /** PEM. */
  readonly publicKey: string;
  /** Ed25519, as a Multikey. */
  readonly proofKey: string;
}

interface ActorAddresses {
  readonly inbox: string;
  readonly outbox: string;
  readonly followers: string;
  readonly following: string;
  readonly featured: string;
  readonly featuredTags: string;
  readonly sharedInbox: string;
}

export interface Picture {
  readonly url: string;
  readonly mediaType: string;
  /** What it shows, for those who do not see it. */
  readonly name: string;
}

/** A line of a profile: plain text, or a link that shows its own address. */
export type Field = { readonly name: string } & ({ readonly text: string } | { readonly link: string });

/** A link of an actor that machines follow; `rel` says to what. */
export interface ActorLink {
  readonly rel: readonly string[];
  readonly mediaType: string;
  readonly href: string;
  readonly name: string;
}

/** The document of an actor. Receivers need arrays even of one (R13), and names and summaries within bounds (R14). */
export function writeActor(
  type: string,
  actor: Actor,
  links: readonly ActorLink[],
  rest: Readonly<Record<string, unknown>>,
) {
  const { addresses, icon, header } = actor;
  return {
    "@context": actorContext,
    id: actor.id,
    type,
    preferredUsername: actor.name,
    name: actor.title.slice(0, 128),
    summary: actor.summary,
    url: actor.url,
    inbox: addresses.inbox,
    outbox: addresses.outbox,
    followers: addresses.followers,
    following: addresses.following,
    featured: addresses.featured,
    featuredTags: addresses.featuredTags,
    endpoints: { sharedInbox: addresses.sharedInbox },
    manuallyApprovesFollowers: actor.reserved,
    discoverable: !actor.reserved,
    indexable: actor.indexable,
    published: actor.published.toISOString(),
    ...(icon && { icon: { type: "Image", ...icon } }),
    ...(header && { image: { type: "Image", ...header } }),
    attachment: [...actor.fields.map(writeField), ...links.map((link) => ({ type: "Link", ...link }))],
    ...rest,
    ...(!actor.reserved && { interactionPolicy: { canFeature: { automaticApproval: everyone } } }),
    tag: actor.hashtags.map(writeHashtag),
    publicKey: {
      id: `${actor.id}#main-key`,
      type: "CryptographicKey",
      owner: actor.id,
      publicKeyPem: actor.publicKey,
    },
    assertionMethod: [
      { id: `${actor.id}#multikey-2`, type: "Multikey", controller: actor.id, publicKeyMultibase: actor.proofKey },
    ],
  };
}

function writeField(field: Field) {
  const value =
    "text" in field
      ? escapeHtml(field.text)
      : `<a href="${escapeHtml(field.link)}" rel="nofollow noopener me" translate="no">${escapeHtml(field.link)}</a>`;
  return { type: "PropertyValue", name: field.name, value };
}

const FieldShape = z
  .object({ type: z.literal("PropertyValue"), name: z.string(), value: z.string() })
  .transform(({ name, value }): Field => {
    const [, link] = /^<a href="([^"]*)"/.exec(value) ?? [];
    return link === undefined ? { name, text: unescapeHtml(value) } : { name, link: unescapeHtml(link) };
  });

const LinkShape = z.object({
  type: z.literal("Link"),
  rel: listOf(z.string()),
  mediaType: z.string().default(""),
  href: z.url(),
  name: z.string().default(""),
});

const PictureShape = orNull(z.object({ url: z.url(), mediaType: z.string(), name: z.string().default("") }));

const Document = z.object({
  id: z.url(),
  preferredUsername: z.string(),
  name: z.string().default(""),
  summary: z.string().default(""),
  url: z.url(),
  inbox: z.url(),
  outbox: z.url(),
  followers: z.url(),
  following: z.url(),
  featured: z.url(),
  featuredTags: z.url(),
  endpoints: z.object({ sharedInbox: z.url() }),
  discoverable: z.boolean().default(false),
  indexable: z.boolean().default(false),
  published: instant,
  icon: PictureShape,
  image: PictureShape,
  attachment: listOf(z.unknown()),
  tag: listOf(z.unknown()),
  publicKey: z.object({ publicKeyPem: z.string() }),
  assertionMethod: listOf(z.object({ publicKeyMultibase: z.string() })),
});

/** An actor that was read, with its links. */
interface Known {
  readonly actor: Actor;
  readonly links: readonly ActorLink[];
  hrefOf(rel: string): string | null;
}

/** The actor in a document as sites like ours write it, with its links by `rel`; null when something is missing. */
export function readActor(document: unknown): Known | null {
  const read = Document.safeParse(document);
  if (!read.success) return null;
  const { id, inbox, outbox, followers, following, featured, featuredTags, endpoints, ...rest } = read.data;
  const links = pick(LinkShape, rest.attachment);
  const actor: Actor = {
    id,
    name: rest.preferredUsername,
    title: rest.name,
    summary: rest.summary,
    url: rest.url,
    icon: rest.icon,
    header: rest.image,
    published: rest.published,
    addresses: { inbox, outbox, followers, following, featured, featuredTags, sharedInbox: endpoints.sharedInbox },
    fields: pick(FieldShape, rest.attachment),
    hashtags: pick(HashtagShape, rest.tag),
    reserved: !rest.discoverable,
    indexable: rest.indexable,
    publicKey: rest.publicKey.publicKeyPem,
    proofKey: rest.assertionMethod[0]?.publicKeyMultibase ?? "",
  };
  return { actor, links, hrefOf: (rel) => links.find((link) => link.rel.includes(rel))?.href ?? null };
}

/** The addresses that an actor names besides its own. */
export const addressIn = (document: unknown, property: string): string | null =>
  reference.safeParse((document as Readonly<Record<string, unknown>>)[property]).data ?? null;
