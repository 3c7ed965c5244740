import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Reader, Transaction } from "../foundation/database.ts";

/** A promise that another server made, as an agreement that both sides can read. Only they know its id. */
export interface Agreement {
  readonly id: string;
  readonly pledge: string;
  readonly request: string;
  /** Who promised. */
  readonly actor: string;
  readonly made: Date;
}

/** The agreement that a promise is; made when it is first accepted. */
export async function keepAgreement(
  tx: Transaction,
  { pledge, request, actor }: Pick<Agreement, "pledge" | "request" | "actor">,
  now: Date,
): Promise<Agreement> {
  await tx
    .insertInto("agreements")
    .values({ id: randomUUID(), pledge, request, actor, made: now })
    .onConflict((known) => known.column("pledge").doNothing())
    .execute();
  return tx.selectFrom("agreements").selectAll().where("pledge", "=", pledge).executeTakeFirstOrThrow();
}

export async function findAgreement(reader: Reader, id: string): Promise<Agreement | null> {
  return (await reader.selectFrom("agreements").selectAll().where("id", "=", id).executeTakeFirst()) ?? null;
}

/** The agreement of a promise; null where it was made here. */
export async function findAgreementOf(reader: Reader, pledge: string): Promise<Agreement | null> {
  return (await reader.selectFrom("agreements").selectAll().where("pledge", "=", pledge).executeTakeFirst()) ?? null;
}

/** The agreements on a request whose promises still bind, the first made first. */
export async function listAgreements(reader: Reader, request: string): Promise<readonly Agreement[]> {
  return reader
    .selectFrom("agreements")
    .selectAll()
    .where("request", "=", request)
    .where(sql<boolean>`exists (select from pledges where pledges.pledge = agreements.pledge
      and act not in ('withdraw', 'lapse') and not exists (
        select from pledges as later where later.pledge = pledges.pledge and later.number = pledges.number + 1))`)
    .orderBy("made")
    .orderBy("id")
    .execute();
}
