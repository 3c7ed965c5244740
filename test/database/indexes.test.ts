import type { PostgresPool } from "kysely";
import pg from "pg";
import { expect, test } from "vitest";
import { openDatabase } from "../../src/foundation/database.ts";
import { listNews } from "../../src/messages/queries.ts";
import { freshDatabase } from "../support/database.ts";

/** The statements that `act` sends, each with its values. */
async function listen(pool: pg.Pool, act: (db: ReturnType<typeof openDatabase>) => Promise<unknown>) {
  const sent: { readonly text: string; readonly values: unknown[] }[] = [];
  const connect = async () => {
    const client = await pool.connect();
    const query = (text: string, values: unknown[]) => {
      sent.push({ text, values });
      return client.query(text, values);
    };
    return { query, release: () => client.release() };
  };
  const listening: unknown = { options: {}, connect, end: async () => {} };
  await act(openDatabase(listening as PostgresPool)); // of a pool, and of its clients, Kysely needs no more
  return sent;
}

test("the newest news are found without reading all that was ever said", async () => {
  const database = await freshDatabase();
  const pool = new pg.Pool({ connectionString: database.url });
  await pool.query(`insert into messages (id, recipients, author, kind, visibility, content, published)
    select 'https://b.example/' || n, '{}', 'https://b.example/ap/actors/' || n, 'news', 'public', '', now() - n * interval '1 minute'
    from generate_series(1, 5000) as n`);
  await pool.query("analyze messages");
  const [statement] = await listen(pool, (db) => listNews(db, 3));
  const { rows } = await pool.query(`explain ${statement?.text}`, statement?.values);
  const plan = rows.map((row: Record<string, string>) => row["QUERY PLAN"]).join("\n");
  expect(plan).toContain("messages_news");
  expect(plan).not.toMatch(/Seq Scan on messages|Sort/);
  await pool.end();
  await database.drop();
});
