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

/** What was last taken from an address, be it refused since; null when nothing was, or when the service it measured is gone. */
export async function findRemembered(reader: Reader, address: string): Promise<Remembered | null> {
  const row = await reader
    .selectFrom("importedFiles")
    .selectAll()
    .where("address", "=", address)
    .where("class", "is not", null)
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
  const said = {
    ...{ state: "taken", reason: null, class: what, etag, digest, service, read: now },
    subs: JSON.stringify(subs),
    misread: JSON.stringify(misread),
  };
  await tx
    .insertInto("importedFiles")
    .values({ address, ...said })
    .onConflict((conflict) => conflict.column("address").doUpdateSet(said))
    .execute();
}

/** Remembers that an address gave nothing now; what was taken from it before stays known, so that it is not read anew. */
export async function rememberRefusal(tx: Transaction, address: string, reason: FileRefusal, now: Date): Promise<void> {
  const said = { state: "refused", reason, read: now };
  await tx
    .insertInto("importedFiles")
    .values({ address, ...said })
    .onConflict((conflict) => conflict.column("address").doUpdateSet(said))
    .execute();
}

/** Remembers that a file is still the one that was taken. */
export async function rememberUnchanged(tx: Transaction, address: string, now: Date): Promise<void> {
  const said = { state: "taken", reason: null, read: now };
  await tx.updateTable("importedFiles").set(said).where("address", "=", address).execute();
}
