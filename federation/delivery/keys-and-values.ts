import type { KvKey, KvStore, KvStoreListEntry, KvStoreSetOptions } from "@fedify/fedify";
import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Database } from "../../src/foundation/database.ts";

const sevenDays = 7 * 24 * 3_600_000;

/** Fedify's key-value store. Every entry expires, after 7 days if Fedify does not say when: other servers cannot fill the table. */
export class PgKvStore implements KvStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async get<T = unknown>(key: KvKey): Promise<T | undefined> {
    const { rows } = await sql<{ value: T }>`select value from federation_kv where key = ${key} and ${live}`.execute(
      this.#db,
    );
    return rows[0]?.value;
  }

  async set(key: KvKey, value: unknown, options?: KvStoreSetOptions): Promise<void> {
    await sql`insert into federation_kv (key, value, expires) values (${key}, ${json(value)}, ${expiry(options)})
      on conflict (key) do update set value = excluded.value, expires = excluded.expires`.execute(this.#db);
  }

  async delete(key: KvKey): Promise<void> {
    await sql`delete from federation_kv where key = ${key}`.execute(this.#db);
  }

  /** Puts `next` in place of `expected`, unless someone was faster; undefined stands for no entry. */
  async cas(key: KvKey, expected: unknown, next: unknown, options?: KvStoreSetOptions): Promise<boolean> {
    if (expected === undefined && next === undefined) return (await this.get(key)) === undefined;
    const { rows } = await exchange(key, expected, next, expiry(options)).execute(this.#db);
    return rows.length > 0;
  }

  async *list(prefix?: KvKey): AsyncIterable<KvStoreListEntry> {
    const under = prefix ?? [];
    const { rows } = await sql<KvStoreListEntry>`
      select key, value from federation_kv where key[1:${under.length}::integer] = ${under}::text[] and ${live} order by key`.execute(
      this.#db,
    );
    yield* rows;
  }
}

/** The recurring job that removes what has expired. */
export async function sweepKeysAndValues(db: Database): Promise<void> {
  await db.deleteFrom("federationKv").where("expires", "<", sql<Date>`now()`).execute();
}

const live: RawBuilder<SqlBool> = sql`(federation_kv.expires is null or federation_kv.expires > now())`;
const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`;
const expiry = (options?: KvStoreSetOptions) =>
  sql`now() + ${options?.ttl?.total("millisecond") ?? sevenDays}::float8 * interval '1 millisecond'`;

function exchange(key: KvKey, expected: unknown, next: unknown, expires: RawBuilder<unknown>): RawBuilder<unknown> {
  if (expected === undefined)
    return sql`insert into federation_kv (key, value, expires) values (${key}, ${json(next)}, ${expires})
      on conflict (key) do update set value = excluded.value, expires = excluded.expires where not ${live} returning 1`;
  const same = sql`key = ${key} and value = ${json(expected)} and ${live}`;
  return next === undefined
    ? sql`delete from federation_kv where ${same} returning 1`
    : sql`update federation_kv set value = ${json(next)}, expires = ${expires} where ${same} returning 1`;
}
