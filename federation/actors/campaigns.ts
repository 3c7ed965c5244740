import { sql } from "kysely";
import type { Reader } from "../../src/foundation/database.ts";
import type { FundingRequest, Party, Promises } from "../../src/funding/funding.ts";
import { isPublic } from "../../src/funding/life.ts";
import { findFundingById } from "../../src/funding/queries.ts";
import { findHandleById } from "../../src/hosts/handles.ts";
import { tallyFor } from "../../src/pledges/tallies.ts";
import { actorIri, actorPage } from "../addresses.ts";
import { accountOf, type Named } from "./account.ts";
import { hostIri, type Local } from "./local.ts";

/** A request that was opened, with all that its account says of it. */
export interface LocalCampaign {
  readonly request: FundingRequest;
  readonly promises: Promises;
  readonly asker: Asker;
  /** Another one as soon as the request or what is promised is another. */
  readonly version: string;
  /** When it last became another. */
  readonly asOf: Date;
}

/** Who asks, as others know them. */
interface Asker {
  /** Null once nothing names them any more. */
  readonly name: string | null;
  /** Where people read of them. */
  readonly page: string | null;
  /** Their actor, here or elsewhere. */
  readonly actor: string | null;
  /** How they are named in a text, where they are an actor, and where they are told; here they are told without. */
  readonly named: Named | null;
}

/** Whether our host asks itself, or somebody who has an account here: then the host passes on what is asked. */
export const isAskedHere = ({ request }: LocalCampaign): boolean => request.requester.kind !== "actor";

/** The request that one of our accounts stands for; null for a draft, and for what never was more. */
export async function findCampaign(reader: Reader, local: Local, id: string): Promise<LocalCampaign | null> {
  const request = await findFundingById(reader, id);
  if (request === null || !isPublic(request)) return null;
  const [promises, asker, entered] = [
    await tallyFor(reader, id),
    await askerOf(reader, local, request.requester),
    await lastEntry(reader, id),
  ];
  const asOf = entered.last !== null && entered.last > request.changed ? entered.last : request.changed;
  return { request, promises, asker, version: `${request.version}.${entered.rows}`, asOf };
}

async function lastEntry(reader: Reader, request: string) {
  return await reader
    .selectFrom("pledges")
    .select([sql<number>`count(*)`.as("rows"), sql<Date | null>`max(said)`.as("last")])
    .where("request", "=", request)
    .executeTakeFirstOrThrow();
}

async function askerOf(reader: Reader, local: Local, party: Party): Promise<Asker> {
  const { kind, name, address, actor, erased } = party;
  if (erased !== null) return { name: null, page: null, actor: null, named: null };
  if (kind === "host")
    return { name, page: `${local.origin}/@${local.host.handle}`, actor: hostIri(local), named: null };
  if (actor === null)
    return (await ownAsker(reader, local, party)) ?? { name, page: address, actor: null, named: null };
  const known = await reader
    .selectFrom("remoteActors")
    .select(["handle", "url", "inbox"])
    .where("id", "=", actor)
    .where("gone", "is", null)
    .executeTakeFirst();
  const page = known?.url ?? address;
  const named = { href: actor, account: accountOf(actor, known?.handle ?? null), page, inbox: known?.inbox ?? null };
  return { name, page, actor, named };
}

/** An association of this site that others can follow is named like anybody; nothing is posted to ourselves. */
async function ownAsker(reader: Reader, { origin }: Local, { id, kind, name }: Party): Promise<Asker | null> {
  const handle = kind === "association" ? await findHandleById(reader, id) : null;
  if (handle === null || handle.gone !== null) return null;
  const [href, page] = [actorIri(origin, handle), actorPage(origin, handle.name)];
  return {
    name,
    page,
    actor: href,
    named: { href, account: `${handle.name}@${new URL(origin).host}`, page, inbox: null },
  };
}
