import type { Reader, Transaction } from "../foundation/database.ts";
import { StoredOffer } from "./form.ts";
import type { OfferContent } from "./offer.ts";

/** What an offer said from some moment on. */
export interface OfferVersion {
  readonly id: number;
  readonly content: OfferContent;
  /** Everyone saw it from then on; else it was a draft. */
  readonly published: boolean;
  readonly saved: Date;
  /** Null where a program or a command wrote. */
  readonly who: string | null;
}

/** So many of each offer are kept. */
export const keptVersions = 50;

/** Remembers what an offer says from now on. */
export async function keepVersion(
  tx: Transaction,
  offer: string,
  content: OfferContent,
  { published, now, who = null }: { readonly published: boolean; readonly now: Date; readonly who?: string | null },
): Promise<void> {
  const row = { offer, content: JSON.stringify(content), published, saved: now, who };
  await tx.insertInto("offerVersions").values(row).execute();
  const oldest = await tx
    .selectFrom("offerVersions")
    .select("id")
    .where("offer", "=", offer)
    .orderBy("id", "desc")
    .offset(keptVersions)
    .limit(1)
    .executeTakeFirst();
  if (oldest) await tx.deleteFrom("offerVersions").where("offer", "=", offer).where("id", "<=", oldest.id).execute();
}

/** What an offer said, the newest first. */
export async function listVersions(reader: Reader, offer: string): Promise<readonly OfferVersion[]> {
  const rows = await versions(reader, offer).orderBy("id", "desc").execute();
  return rows.map(versionOf);
}

export async function findVersion(reader: Reader, offer: string, id: number): Promise<OfferVersion | null> {
  const row = await versions(reader, offer).where("id", "=", id).executeTakeFirst();
  return row ? versionOf(row) : null;
}

function versions(reader: Reader, offer: string) {
  return reader
    .selectFrom("offerVersions")
    .select(["id", "content", "published", "saved", "who"])
    .where("offer", "=", offer);
}

function versionOf({ content, ...row }: Omit<OfferVersion, "content"> & { readonly content: unknown }): OfferVersion {
  return { ...row, content: StoredOffer.parse(content) };
}
