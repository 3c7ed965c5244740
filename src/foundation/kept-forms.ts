import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import type { Database, Reader, Transaction } from "./database.ts";
import type { Secret } from "./secret.ts";

/** What a form sent: texts by the names of its fields. */
export type Sent = Readonly<Record<string, readonly string[]>>;

/** Where a form belongs, and what was typed there. */
export interface KeptForm {
  /** The page that shows it again. */
  readonly path: string;
  readonly sent: Sent;
}

const Stored = z.object({ path: z.string(), sent: z.record(z.string(), z.array(z.string())) });
const span = 2 * 3_600_000;

/** Keeps what somebody typed until they have shown who they are; returns the key that opens it, which is kept nowhere here. */
export async function keepForm(tx: Transaction, secret: Secret, form: KeptForm, now: Date): Promise<string> {
  const key = randomBytes(24).toString("base64url");
  const box = secret.seal(purpose(key), Buffer.from(JSON.stringify(form)));
  await tx
    .insertInto("keptForms")
    .values({ hash: secret.digest("kept-form", key), box, kept: now })
    .execute();
  return key;
}

/** What was typed into the form of this page, while it is kept; null for any other key. */
export async function findKeptForm(
  reader: Reader,
  secret: Secret,
  { key, path, now }: { readonly key: string | undefined; readonly path: string; readonly now: Date },
): Promise<Sent | null> {
  if (key === undefined || !/^[A-Za-z0-9_-]{32}$/.test(key)) return null;
  const row = await reader
    .selectFrom("keptForms")
    .select("box")
    .where("hash", "=", secret.digest("kept-form", key))
    .where("kept", ">", new Date(now.getTime() - span))
    .executeTakeFirst();
  if (!row) return null;
  const form = Stored.parse(JSON.parse(secret.unseal(purpose(key), row.box).toString()));
  return form.path === path ? form.sent : null;
}

/** Forms wait two hours for somebody who is on their way in. */
export async function sweepKeptForms(db: Database): Promise<void> {
  await db.deleteFrom("keptForms").where("kept", "<", sql<Date>`now() - interval '2 hours'`).execute();
}

const purpose = (key: string): string => `kept-form ${key}`;
