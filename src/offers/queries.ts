import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import { StoredOffer } from "./form.ts";
import type { Offer, OfferState } from "./offer.ts";

/** Which offers, from where on, and how many at most. */
export interface OfferSelection {
  readonly states?: readonly OfferState[];
  readonly ids?: readonly string[];
  /** Those that come after this one in the host's order. */
  readonly after?: Pick<Offer, "position" | "id">;
  readonly limit?: number;
}

/** The offers in the host's own order. */
export async function listOffers(
  reader: Reader,
  { states, ids, after, limit }: OfferSelection = {},
): Promise<readonly Offer[]> {
  let query = offers(reader).orderBy("offers.position").orderBy("offers.id");
  if (states) query = query.where("offers.state", "in", states);
  if (ids) query = query.where(sql<boolean>`offers.id = any(${[...ids]}::uuid[])`);
  if (after) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple("offers.position", "offers.id"), ">", tuple(after.position, after.id)),
    );
  }
  if (limit !== undefined) query = query.limit(limit);
  return (await query.execute()).map(offerOf);
}

export async function findOffer(reader: Reader, slug: string): Promise<Offer | null> {
  const row = await offers(reader).where("offers.slug", "=", slug).executeTakeFirst();
  return row ? offerOf(row) : null;
}

/** By the id that is also its actor's. */
export async function findOfferById(reader: Reader, id: string): Promise<Offer | null> {
  const row = await offers(reader).where("offers.id", "=", id).executeTakeFirst();
  return row ? offerOf(row) : null;
}

/** How many offers there are of each state. */
export async function countOffers(reader: Reader): Promise<Readonly<Record<OfferState, number>>> {
  const rows = await reader
    .selectFrom("offers")
    .select(({ fn }) => ["state", fn.countAll<number>().as("count")])
    .groupBy("state")
    .execute();
  return {
    draft: 0,
    published: 0,
    withdrawn: 0,
    ...Object.fromEntries(rows.map(({ state, count }) => [state, count])),
  };
}

function offers(reader: Reader) {
  return reader
    .selectFrom("offers")
    .innerJoin("handles", "handles.id", "offers.id")
    .selectAll("offers")
    .select("handles.name as handle");
}

type Row = Awaited<ReturnType<ReturnType<typeof offers>["executeTakeFirstOrThrow"]>>;

function offerOf(row: Row): Offer {
  const { agreed: _, partClosed: __, ...offer } = row;
  return { ...offer, state: row.state as OfferState, content: StoredOffer.parse(row.content) };
}
