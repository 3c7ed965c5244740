import { sql } from "kysely";
import { z } from "zod";
import type { Reader, Transaction } from "../foundation/database.ts";
import { requestActs, requestStates } from "./places.ts";

const id = z.guid();
const instant = z.iso.datetime({ offset: true });
const maybe = z.string().nullable();

/** A request on its way to another server, with its history and the digests of its private links. */
export const MovingRequest = z.strictObject({
  ...{ id, offer: id, form: z.string(), name: z.string(), people: z.int().min(1), message: z.string() },
  ...{ contact: z.string(), contactKind: z.enum(["email", "fediverse"]), language: z.enum(["fr", "en"]) },
  ...{ state: z.enum(requestStates), slot: z.enum(["open", "limited", "by-approval"]).nullable() },
  ...{ received: instant, changed: instant, waiting: instant.nullable() },
  entries: z.array(
    z.strictObject({
      ...{ id, number: z.int().min(0), act: z.enum(requestActs), text: maybe, referred: maybe },
      ...{ account: id.nullable(), problem: z.enum(["no-account", "unreachable"]).nullable(), written: instant },
      ...{ toldBy: id.nullable().default(null), toldAt: maybe.default(null) },
    }),
  ),
  links: z.array(z.strictObject({ digest: z.string(), created: instant })),
});
export type MovingRequest = z.infer<typeof MovingRequest>;

/** All requests, for an envelope that a passphrase closes. */
export async function listMovingRequests(reader: Reader): Promise<readonly unknown[]> {
  const rows = await reader.selectFrom("placeRequests").selectAll().orderBy("received").orderBy("id").execute();
  const entries = await reader.selectFrom("placeRequestEntries").selectAll().orderBy("number").execute();
  const links = await reader.selectFrom("placeRequestLinks").selectAll().orderBy("created").execute();
  const [entriesOf, linksOf] = [Map.groupBy(entries, ofRequest), Map.groupBy(links, ofRequest)];
  return rows.map((row) => ({
    ...row,
    entries: (entriesOf.get(row.id) ?? []).map(({ request: _, ...entry }) => entry),
    links: (linksOf.get(row.id) ?? []).map(({ request: _, ...link }) => link),
  }));
}

const ofRequest = ({ request }: { readonly request: string }) => request;

/** Keeps requests that came from elsewhere instead of those that are here; those for offers that are not here are left. */
export async function keepRequests(tx: Transaction, requests: readonly MovingRequest[]): Promise<number> {
  await tx.deleteFrom("placeRequests").execute();
  const offers = new Set((await tx.selectFrom("offers").select("id").execute()).map((offer) => offer.id));
  const kept = requests.filter(({ offer }) => offers.has(offer));
  for (const { entries, links, ...request } of kept) {
    await tx.insertInto("placeRequests").values(request).execute();
    const within = { request: request.id };
    for (const { account, ...entry } of entries)
      await tx
        .insertInto("placeRequestEntries")
        .values({ ...entry, ...within, account: sql<string>`(select id from accounts where id = ${account}::uuid)` })
        .execute();
    if (links.length > 0)
      await tx
        .insertInto("placeRequestLinks")
        .values(links.map((link) => ({ ...link, ...within })))
        .execute();
  }
  return kept.length;
}
