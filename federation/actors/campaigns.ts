import { sql } from "kysely";
import type { Reader } from "../../src/foundation/database.ts";
import type { FundingRequest, Party, Promises } from "../../src/funding/funding.ts";
import { isPublic } from "../../src/funding/life.ts";
import { findFundingById } from "../../src/funding/queries.ts";
import { tallyFor } from "../../src/pledges/tallies.ts";
import type { Mention } from "../vocabulary/tags.ts";
import { accountOf } from "./account.ts";
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
  /** How they are named in a text, where they are an actor elsewhere, and where they are told. */
  readonly named: Named | null;
}

/** Somebody elsewhere whom a note names. */
export interface Named extends Mention {
  /** Their page. */
  readonly page: string | null;
  /** Null where it is not known. */
  readonly inbox: string | null;
}

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

async function askerOf(reader: Reader, local: Local, { kind, name, address, actor, erased }: Party): Promise<Asker> {
  if (erased !== null) return { name: null, page: null, actor: null, named: null };
  if (kind === "host")
    return { name, page: `${local.origin}/@${local.host.handle}`, actor: hostIri(local), named: null };
  if (actor === null) return { name, page: address, actor: null, named: null };
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
