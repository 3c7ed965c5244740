import { sql } from "kysely";
import type { Reader, Transaction } from "../foundation/database.ts";
import type { Partnership, PartnershipKind, PartnershipSide, PartnershipState } from "./partnership.ts";

export async function findPartnership(reader: Reader, id: string): Promise<Partnership | null> {
  return first(await partnerships(reader).where("id", "=", id).execute());
}

/** One that nobody else changes before this transaction ends. */
export async function lockPartnership(tx: Transaction, id: string): Promise<Partnership | null> {
  return first(await partnerships(tx).where("id", "=", id).forUpdate().execute());
}

/** What an Offer asked: one of our own by its id, one of another host by its address. */
export async function findByOffer(reader: Reader, offer: string, other?: string): Promise<Partnership | null> {
  let query = partnerships(reader).where("offer", "=", offer);
  if (other !== undefined) query = query.where("other", "=", other);
  return first(await query.limit(1).execute());
}

/** The one of which the other host's document stands at this address. */
export async function findByDocument(reader: Reader, document: string, other: string): Promise<Partnership | null> {
  const query = partnerships(reader).where("document", "=", document).where("other", "=", other);
  return first(await query.orderBy("asked", "desc").limit(1).execute());
}

/** Which ones are wanted; what is left out is not asked for. */
export interface PartnershipFilter {
  readonly states?: readonly PartnershipState[];
  readonly other?: string;
  readonly batch?: string;
  /** Only those after this one, in the order of the list. */
  readonly after?: { readonly changed: Date; readonly id: string };
  readonly limit?: number;
  readonly offset?: number;
}

/** Those of our host, the last changed first. */
export async function listPartnerships(
  reader: Reader,
  { states, other, batch, after, limit, offset }: PartnershipFilter = {},
): Promise<readonly Partnership[]> {
  let query = partnerships(reader).orderBy("changed", "desc").orderBy("id");
  if (states !== undefined) query = query.where("state", "in", [...states]);
  if (other !== undefined) query = query.where("other", "=", other);
  if (batch !== undefined) query = query.where("batch", "=", batch);
  if (after !== undefined) {
    const { changed, id } = after;
    query = query.where(({ or, and, eb }) =>
      or([eb("changed", "<", changed), and([eb("changed", "=", changed), eb("id", ">", id)])]),
    );
  }
  if (limit !== undefined) query = query.limit(limit);
  if (offset !== undefined) query = query.offset(offset);
  return (await query.execute()).map(partnershipOf);
}

/** Those of our host that everybody may see. */
export async function listPublicPartnerships(reader: Reader): Promise<readonly Partnership[]> {
  return (await partnerships(reader).where("public", "=", true).orderBy("published").orderBy("id").execute()).map(
    partnershipOf,
  );
}

/** Those of which the two sides may still think otherwise, from one on. */
export async function listUnsettled(reader: Reader, after: string | null, limit: number): Promise<readonly string[]> {
  let query = reader.selectFrom("partnerships").select("id").where("settled", "is", null).orderBy("id").limit(limit);
  if (after !== null) query = query.where("id", ">", after);
  return (await query.execute()).map(({ id }) => id);
}

/** The requests that were to be answered before now, and were not. */
export async function listUnanswered(reader: Reader, now: Date): Promise<readonly Partnership[]> {
  const query = partnerships(reader).where("state", "in", ["sent", "received"]).where("expires", "<=", now);
  return (await query.orderBy("id").execute()).map(partnershipOf);
}

/** Those that are open or agreed with hosts within a domain. */
export async function listLiveWithin(reader: Reader, domain: string): Promise<readonly Partnership[]> {
  const query = partnerships(reader)
    .where("state", "in", ["sent", "received", "accepted"])
    .where(sql<boolean>`is_within(other, ${domain})`);
  return (await query.orderBy("id").execute()).map(partnershipOf);
}

/** How many requests of one domain wait for an answer of ours, and how many came from it within a day. */
export async function countFrom(reader: Reader, other: string, now: Date) {
  const since = new Date(now.getTime() - 86_400_000);
  const { rows } = await sql<{ open: number; today: number }>`
    select count(*) filter (where state = 'received')::integer as open,
      count(*) filter (where asked > ${since})::integer as today
    from partnerships where side = 'asked'
    and domain = registrable_domain(substring(${other} from '^https?://[^/]+'))`.execute(reader);
  return rows[0] ?? { open: 0, today: 0 };
}

const partnerships = (reader: Reader) => reader.selectFrom("partnerships").selectAll();

type Row = Awaited<ReturnType<ReturnType<typeof partnerships>["executeTakeFirstOrThrow"]>>;

const first = ([row]: readonly Row[]): Partnership | null => (row === undefined ? null : partnershipOf(row));

function partnershipOf({ domain: _, kind, side, state, public: open, ...row }: Row): Partnership {
  return {
    ...row,
    kind: kind as PartnershipKind,
    side: side as PartnershipSide,
    state: state as PartnershipState,
    public: open ?? false,
  };
}
