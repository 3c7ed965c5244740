import { sql } from "kysely";
import type { Database } from "../../src/foundation/database.ts";

/** What is sent, and in whose name. */
export interface Body {
  readonly body: string;
  readonly actor: string;
  /** Whether it asks to erase something, so that who takes it is noted. */
  readonly erases: boolean;
}

const size = 200;

/** Reads the stored activities, the last few from memory: a fan-out reads its body once. Null when its actor was removed meanwhile. */
export function openBodies(db: Database): (outgoing: string) => Promise<Body | null> {
  const known = new Map<string, Promise<Body | null>>();
  return (outgoing) => {
    const found = known.get(outgoing);
    if (found) return found;
    const reading = findBody(db, outgoing);
    reading.catch(() => known.delete(outgoing));
    known.set(outgoing, reading);
    const [oldest] = known.keys();
    if (known.size > size && oldest !== undefined) known.delete(oldest);
    return reading;
  };
}

async function findBody(db: Database, outgoing: string): Promise<Body | null> {
  const row = await db
    .selectFrom("outgoing")
    .select(["body", "actor"])
    .select(sql<boolean>`exists (select from erasure_sendings where outgoing = outgoing.id)`.as("erases"))
    .where("id", "=", outgoing)
    .executeTakeFirst();
  return row ?? null;
}
