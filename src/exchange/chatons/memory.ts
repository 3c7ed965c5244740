import { z } from "zod";
import type { Reader, Transaction } from "../../foundation/database.ts";
import { type FileRefusal, lineMisreadings, type MisreadLine } from "./chatons.ts";

/** What an address gave when it was last asked. */
export interface Remembered {
  readonly etag: string | null;
  readonly digest: string | null;
  readonly what: "organization" | "service" | "metrics";
  readonly subs: readonly string[];
  readonly misread: readonly MisreadLine[];
  /** The id of the service that it became. */
  readonly service: string | null;
}

const StoredMisread = z.array(
  z.object({ line: z.number(), key: z.string().nullable(), reason: z.enum(lineMisreadings) }),
);
const StoredSubs = z.array(z.string());
const StoredClass = z.enum(["organization", "service", "metrics"]);

/** What was taken from an address; null when nothing was, or when the service it became is gone. */
export async function findRemembered(reader: Reader, address: string): Promise<Remembered | null> {
  const row = await reader
    .selectFrom("importedFiles")
    .selectAll()
    .where("address", "=", address)
    .where("state", "=", "taken")
    .executeTakeFirst();
  if (!row || (row.service === null && row.class === "metrics")) return null;
  return {
    etag: row.etag,
    digest: row.digest,
    what: StoredClass.parse(row.class),
    subs: StoredSubs.parse(row.subs),
    misread: StoredMisread.parse(row.misread),
    service: row.service,
  };
}

/** Remembers what an address gave, in the transaction that takes it in. */
export async function remember(
  tx: Transaction,
  address: string,
  { what, subs, misread, etag, digest, service }: Remembered,
  now: Date,
): Promise<void> {
  await save(tx, address, {
    ...{ state: "taken", reason: null, class: what, etag, digest, service, read: now },
    subs: JSON.stringify(subs),
    misread: JSON.stringify(misread),
  });
}

/** Remembers that an address gave nothing. What it gave before stays with the service it became; it is asked anew next time. */
export async function rememberRefusal(tx: Transaction, address: string, reason: FileRefusal, now: Date): Promise<void> {
  const nothing = { class: null, etag: null, digest: null, service: null, subs: "[]", misread: "[]" };
  await save(tx, address, { ...nothing, state: "refused", reason, read: now });
}

interface Columns {
  readonly state: string;
  readonly reason: string | null;
  readonly class: string | null;
  readonly etag: string | null;
  readonly digest: string | null;
  readonly service: string | null;
  readonly subs: string;
  readonly misread: string;
  readonly read: Date;
}

async function save(tx: Transaction, address: string, columns: Columns): Promise<void> {
  await tx
    .insertInto("importedFiles")
    .values({ address, ...columns })
    .onConflict((conflict) => conflict.column("address").doUpdateSet(columns))
    .execute();
}
