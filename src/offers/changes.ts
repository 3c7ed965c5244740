import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Transaction } from "../foundation/database.ts";
import { Conflict, NotFound } from "../foundation/errors.ts";
import { record } from "../foundation/outbox.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { claimHandle, retireHandle, suggestHandle } from "../hosts/handles.ts";
import type { OfferChanged, OfferPublished, OfferSettled, OfferWithdrawn } from "./events.ts";
import { StoredOffer } from "./form.ts";
import { type Offer, type OfferContent, type OfferRefusal, refusalToPublish, slugOf, slugPattern } from "./offer.ts";
import { findOfferById } from "./queries.ts";
import { substanceDigest } from "./substance.ts";
import { keepVersion } from "./versions.ts";

/** What a change is made with; a `version` that is no longer the offer's is a Conflict. */
export interface OfferChange {
  readonly version?: number | undefined;
  readonly now: Date;
  /** Who does it, for the history; null where a program or a command does. */
  readonly who?: string | null;
}

type More = Omit<OfferChange, "now">;

/** Writes a new offer, as a draft that nobody is told of. Its address comes from its title unless `slug` says it. */
export async function createOffer(
  tx: Transaction,
  content: OfferContent,
  { slug, now, who }: { readonly slug?: string; readonly now: Date; readonly who?: string | null },
): Promise<Outcome<Offer, OfferRefusal>> {
  if (content.title.trim() === "") return refused("title-missing");
  if (slug !== undefined && !slugPattern.test(slug)) return refused("slug-malformed");
  if (slug !== undefined && (await isTaken(tx, slug))) return refused("slug-taken");
  const id = randomUUID();
  const chosen = slug ?? (await freeSlug(tx, slugOf(content.title) || "offre"));
  await nameOffer(tx, id, chosen);
  const { last } = await tx
    .selectFrom("offers")
    .select(({ fn }) => fn.max("position").as("last"))
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("offers")
    .values({ id, slug: chosen, position: (last ?? 0) + 1, content: stored(content), created: now, changed: now })
    .onConflict((conflict) => conflict.column("slug").doNothing())
    .execute();
  const created = await findOfferById(tx, id);
  if (created === null) throw new Conflict(`another offer has just taken the address ${chosen}`);
  await keepVersion(tx, id, created.content, { published: false, now, ...(who !== undefined && { who }) });
  return done(created);
}

/** A new draft that says the same; the way back for an offer that was withdrawn. */
export async function duplicateOffer(tx: Transaction, slug: string, now: Date): Promise<Outcome<Offer, OfferRefusal>> {
  const { content } = await lockOffer(tx, slug, {});
  return createOffer(tx, content, { now });
}

/** Replaces what an offer says. Of a published one, directories hear at once, those who follow once for all within a minute; no difference is no change. */
export async function changeOffer(
  tx: Transaction,
  slug: string,
  content: OfferContent,
  change: OfferChange,
): Promise<Outcome<Offer, OfferRefusal>> {
  const offer = await lockOffer(tx, slug, change);
  const next = StoredOffer.parse(content);
  const reason = offer.state === "published" ? await refusalToShow(tx, offer, next) : null;
  if (offer.state === "withdrawn") return refused("offer-is-withdrawn");
  if (next.title.trim() === "") return refused("title-missing");
  if (reason !== null) return refused(reason);
  if (isDeepStrictEqual(next, offer.content)) return done(offer);
  const changed = await save(tx, offer, { content: stored(next), changed: change.now });
  await keepVersion(tx, offer.id, next, { ...change, published: offer.state === "published" });
  if (offer.state === "published") await tellChange(tx, offer, change.now);
  return done(changed);
}

/** What is said beside the content of a published offer has changed: others are to look at it again. */
export async function restateOffer(tx: Transaction, id: string, now: Date): Promise<void> {
  const offer = await findOfferById(tx, id);
  if (offer?.state === "published") {
    await save(tx, offer, { changed: now });
    await tellChange(tx, offer, now);
  }
}

async function tellChange(tx: Transaction, offer: Offer, now: Date): Promise<void> {
  const event: OfferChanged = { ...happened(offer, now), name: "offer-changed" };
  const settled: OfferSettled = { ...happened(offer, now), name: "offer-settled" };
  await record(tx, event);
  await record(tx, settled, { subject: offer.id, seconds: 60 });
}

/** Shows a draft to everyone. */
export async function publishOffer(
  tx: Transaction,
  slug: string,
  now: Date,
  more: More = {},
): Promise<Outcome<Offer, OfferRefusal>> {
  const published = await enter(
    tx,
    slug,
    { ...more, now },
    { state: "published", published: now, archived: null },
    (offer) => {
      // Other servers were told that its actor is gone, and will never believe in it again.
      if (offer.state === "withdrawn") return "offer-is-withdrawn";
      return offer.state === "published" ? "already-published" : refusalToShow(tx, offer, offer.content);
    },
  );
  if (published.done)
    await keepVersion(tx, published.value.id, published.value.content, { ...more, now, published: true });
  return published;
}

/** Ends a published offer, for good: its address and its actor say that it is gone, and its page why, if that is said. */
export async function withdrawOffer(
  tx: Transaction,
  slug: string,
  now: Date,
  { farewell = null, ...more }: More & { readonly farewell?: string | null } = {},
): Promise<Outcome<Offer, OfferRefusal>> {
  const next = { state: "withdrawn", withdrawn: now, farewell } as const;
  const withdrawn = await enter(tx, slug, { ...more, now }, next, (offer) => {
    if (offer.state === "withdrawn") return "offer-is-withdrawn";
    return offer.state === "draft" ? "not-published" : null;
  });
  if (!withdrawn.done) return withdrawn;
  await retireHandle(tx, withdrawn.value.id, now);
  await tx.deleteFrom("offerDrafts").where("offer", "=", withdrawn.value.id).execute();
  return withdrawn;
}

/** Why an offer cannot say this to everyone; one that others make too only what all of them have agreed to. */
async function refusalToShow(tx: Transaction, { id }: Offer, content: OfferContent): Promise<OfferRefusal | null> {
  const reason = refusalToPublish(content);
  if (reason !== null) return reason;
  const { agreed } = await tx.selectFrom("offers").select("agreed").where("id", "=", id).executeTakeFirstOrThrow();
  return agreed === null || agreed === substanceDigest(content) ? null : "not-agreed";
}

/** Brings an offer into its next state and tells of it, unless there is a reason not to. */
async function enter(
  tx: Transaction,
  slug: string,
  change: OfferChange,
  next: Columns & { readonly state: "published" | "withdrawn" },
  refusalOf: (offer: Offer) => OfferRefusal | null | Promise<OfferRefusal | null>,
): Promise<Outcome<Offer, OfferRefusal>> {
  const offer = await lockOffer(tx, slug, change);
  const reason = await refusalOf(offer);
  if (reason !== null) return refused(reason);
  const entered = await save(tx, offer, { ...next, changed: change.now });
  const event: OfferPublished | OfferWithdrawn = { ...happened(offer, change.now), name: `offer-${next.state}` };
  await record(tx, event);
  return done(entered);
}

/** Throws a draft away; its name is free again, since nobody has ever heard it. */
export async function deleteOffer(
  tx: Transaction,
  slug: string,
  change: OfferChange,
): Promise<Outcome<null, OfferRefusal>> {
  const offer = await lockOffer(tx, slug, change);
  if (offer.state !== "draft") return refused("not-a-draft");
  await tx.deleteFrom("offers").where("id", "=", offer.id).execute();
  await tx.deleteFrom("handles").where("id", "=", offer.id).execute();
  return done(null);
}

/** The offer as it stands, and as it stays until this transaction ends. */
export async function lockOffer(tx: Transaction, slug: string, { version }: More): Promise<Offer> {
  const row = await tx.selectFrom("offers").select("id").where("slug", "=", slug).forUpdate().executeTakeFirst();
  const offer = row ? await findOfferById(tx, row.id) : null;
  if (offer === null) throw new NotFound(`there is no offer ${slug}`);
  if (version !== undefined && version !== offer.version) throw new Conflict(`the offer ${slug} was changed meanwhile`);
  return offer;
}

interface Columns {
  readonly content?: string;
  readonly state?: "published" | "withdrawn";
  readonly published?: Date;
  readonly withdrawn?: Date;
  readonly archived?: null;
  readonly farewell?: string | null;
}

async function save(
  tx: Transaction,
  { id, version }: Offer,
  columns: Columns & { readonly changed: Date },
): Promise<Offer> {
  await tx
    .updateTable("offers")
    .set({ ...columns, version: version + 1 })
    .where("id", "=", id)
    .execute();
  const saved = await findOfferById(tx, id);
  if (saved === null) throw new NotFound("the offer is gone");
  return saved;
}

const stored = (content: OfferContent): string => JSON.stringify(StoredOffer.parse(content));
const happened = ({ id: offer }: Offer, now: Date) => ({ id: randomUUID(), happened: now.toISOString(), offer });

async function isTaken(tx: Transaction, slug: string): Promise<boolean> {
  // Where the desk asks for a new offer.
  if (slug === "new") return true;
  return (await tx.selectFrom("offers").select("id").where("slug", "=", slug).executeTakeFirst()) !== undefined;
}

async function freeSlug(tx: Transaction, base: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (!(await isTaken(tx, slug))) return slug;
  }
}

/** Claims a name for the offer's actor; another may take the suggested one at the same moment. */
async function nameOffer(tx: Transaction, id: string, slug: string): Promise<void> {
  for (let tries = 0; tries < 5; tries += 1) {
    const claimed = await claimHandle(tx, { id, name: await suggestHandle(tx, slug), kind: "offer" });
    if (claimed.done) return;
  }
  throw new Conflict(`no name could be found for ${slug}`);
}
