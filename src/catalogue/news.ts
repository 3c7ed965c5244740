import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { type AvailabilityState, shownState, takesIn } from "../availability/availability.ts";
import type { Database, Reader, Transaction } from "../foundation/database.ts";
import { addJob } from "../foundation/jobs.ts";
import type { OfferSheet } from "./catalogue.ts";

/** What can happen to an offer in the catalogue: visitors see it for the first time, people can get in who could not, or no longer, or it is gone. */
export type NewsKind = "listed" | "opened" | "closed" | "withdrawn";

/** One thing that happened in the catalogue, as it was when this site learnt of it. */
export interface OfferNews {
  readonly id: string;
  /** Its actor. */
  readonly offer: string;
  readonly what: NewsKind;
  readonly happened: Date;
  /** What its host had said before, and said then; null where it had said nothing. */
  readonly before: AvailabilityState | null;
  readonly after: AvailabilityState | null;
}

/** What hosts had said of their offers before something new is kept, by actor; held until the transaction ends. */
export type SaidBefore = ReadonlyMap<string, AvailabilityState | null>;

export async function holdSaid(tx: Transaction, actors: readonly string[]): Promise<SaidBefore> {
  if (actors.length === 0) return new Map();
  const rows = await tx
    .selectFrom("catalogueOffers")
    .select(["actor", sql<AvailabilityState | null>`availability ->> 'state'`.as("state")])
    .where("actor", "in", [...actors])
    .orderBy("actor")
    .forUpdate()
    .execute();
  return new Map(rows.map(({ actor, state }) => [actor, state]));
}

/** Notes what is new in these sheets, beside the change itself, and lets those be told who watch for it. */
export async function noteKept(
  tx: Transaction,
  said: SaidBefore,
  sheets: readonly OfferSheet[],
  now: Date,
): Promise<void> {
  const seen = await listSeen(
    tx,
    sheets.flatMap(({ actor }) => (said.has(actor) ? [] : [actor])),
  );
  const news = sheets.flatMap(({ actor, availability }) => {
    const before = said.get(actor) ?? null;
    const after = availability?.state ?? null;
    const what = newsOf(said.has(actor), before, shownState(availability, now) === "unknown" ? null : after);
    return what === null || (what === "listed" && !seen.has(actor)) ? [] : [{ offer: actor, what, before, after }];
  });
  await note(tx, news, now);
}

/** From here on, visitors see a host without asking for more than what somebody vouches for. */
export const seenFrom = 3;

/** Which of these offers every visitor sees. */
async function listSeen(tx: Transaction, offers: readonly string[]): Promise<ReadonlySet<string>> {
  if (offers.length === 0) return new Set();
  const rows = await tx
    .selectFrom("catalogueEntries")
    .select("actor")
    .where("actor", "in", [...offers])
    .where("trust", ">=", seenFrom)
    .execute();
  return new Set(rows.map(({ actor }) => actor));
}

/** Notes that every visitor sees these hosts from now on: of what they offer, alone or with others, that of which nobody was told yet is new here. */
export async function noteSeen(tx: Transaction, hosts: readonly string[], now: Date): Promise<void> {
  if (hosts.length === 0) return;
  const { rows } = await sql`
    insert into catalogue_news (id, offer, what, happened, before, after)
    select gen_random_uuid(), actor, 'listed', ${now}, null, availability ->> 'state' from (
      select actor from catalogue_entries where host = any(${[...hosts]}::text[]) and trust >= ${seenFrom} union
      select actor from catalogue_entries
      where partners <> '{}' and partners && ${[...hosts]}::text[] and trust >= ${seenFrom}
    ) as seen join catalogue_offers using (actor)
    where not exists (select from catalogue_news where offer = actor and what = 'listed')
    returning id`.execute(tx);
  if (rows.length > 0) await askToTell(tx);
}

/** Notes that these offers are no longer there; of those that were not, nothing. */
export async function noteGone(tx: Transaction, said: SaidBefore, now: Date): Promise<void> {
  const gone = [...said].map(([offer, before]) => ({ offer, what: "withdrawn" as const, before, after: null }));
  await note(tx, gone, now);
}

/**
 * What a change of what the host says amounts to; null when to nothing. One that says again what had run out opens nothing:
 * what counts is what it last said, however long ago.
 */
function newsOf(known: boolean, before: AvailabilityState | null, after: AvailabilityState | null): NewsKind | null {
  if (!known) return "listed";
  const [could, can] = [before !== null && takesIn(before), after !== null && takesIn(after)];
  if (can && !could) return "opened";
  return could && !can && after !== null ? "closed" : null;
}

async function note(tx: Transaction, news: readonly Omit<OfferNews, "id" | "happened">[], now: Date): Promise<void> {
  if (news.length === 0) return;
  await tx
    .insertInto("catalogueNews")
    .values(news.map((one) => ({ id: randomUUID(), happened: now, ...one })))
    .execute();
  if (news.some(({ what }) => isTold(what))) await askToTell(tx);
}

async function askToTell(tx: Transaction): Promise<void> {
  const runAt = new Date(Date.now() + gather);
  await addJob(tx, "tell-watches", {}, { key: "tell-watches", queue: "watches", runAt });
}

/** What somebody who watches wants to hear of. */
const toldKinds = ["listed", "opened"] as const satisfies readonly NewsKind[];
const isTold = (what: NewsKind): boolean => toldKinds.some((kind) => kind === what);

/** For so long, in milliseconds, more of the same is awaited before anybody is told. */
const gather = 120_000;

/** Where to go on in the news, the newest first. */
export interface NewsPlace {
  readonly happened: Date;
  readonly id: string;
}

/** The newest listings and openings, after a place; no more than `limit`. */
export async function listNews(reader: Reader, after: NewsPlace | null, limit: number): Promise<readonly OfferNews[]> {
  const rows = await reader
    .selectFrom("catalogueNews")
    .select(["id", "offer", "what", "happened", "before", "after"])
    .where("what", "in", [...toldKinds])
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(happened, id) < (${after?.happened}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy("happened", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows as readonly OfferNews[];
}

/** Takes what nobody was told of yet, the oldest first: from now on it counts as told. */
export async function takeUntold(tx: Transaction, limit: number, now: Date): Promise<readonly OfferNews[]> {
  const untold = tx
    .selectFrom("catalogueNews")
    .select("id")
    .where("told", "is", null)
    .orderBy("happened")
    .limit(limit)
    .forUpdate();
  const rows = await tx
    .updateTable("catalogueNews")
    .set({ told: now })
    .where("id", "in", untold)
    .returning(["id", "offer", "what", "happened", "before", "after"])
    .execute();
  return rows as readonly OfferNews[];
}

/** What was told since, as `takeUntold` took it. */
export async function listToldSince(reader: Reader, since: Date): Promise<readonly (OfferNews & { told: Date })[]> {
  const rows = await reader
    .selectFrom("catalogueNews")
    .select(["id", "offer", "what", "happened", "before", "after", "told"])
    .where("told", ">", since)
    .where("what", "in", [...toldKinds])
    .orderBy("told")
    .execute();
  return rows as readonly (OfferNews & { told: Date })[];
}

/** The recurring job that forgets what happened more than 90 days ago. */
export async function sweepNews(db: Database, now: Date): Promise<void> {
  await db
    .deleteFrom("catalogueNews")
    .where("happened", "<", new Date(now.getTime() - 90 * 86_400_000))
    .execute();
}
