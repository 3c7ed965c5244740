import { sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import { fundingAsked } from "../../src/funding/api-examples.ts";
import { holdFunding } from "../../src/funding/lock.ts";
import { findFunding } from "../../src/funding/queries.ts";
import { requestBytes, shoot } from "../bench/http-load.ts";
import { eventually } from "../support/eventually.ts";
import { startSite } from "../support/site.ts";

const site = await startSite();
afterAll(() => site[Symbol.asyncDispose]());

const deadline = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);

async function call(method: string, path: string, body?: object) {
  const response = await fetch(`${site.origin}/api/v1/funding-requests${path}`, {
    method,
    headers: { authorization: `Bearer ${site.token}`, ...(body && { "content-type": "application/json" }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function opened(more: object = {}): Promise<string> {
  const { body } = await call("POST", "", { ...fundingAsked, deadline, ...more });
  await call("POST", `/${body["id"]}/opening`);
  return String(body["id"]);
}

/** Waits until this site asks nothing more of its database for a while: whoever is on the way has come and waits then. */
async function allWait(): Promise<void> {
  let quiet = 0;
  await eventually(async () => {
    const { rows } = await sql`select from pg_stat_activity where datname = current_database() and state = 'active'
      and pid <> pg_backend_pid() and wait_event_type is distinct from 'Lock'`.execute(site.db);
    quiet = rows.length === 0 ? quiet + 1 : 0;
    return quiet === 12;
  });
}

/** The statuses of many pledges of which all but the first wait for it, and so are made together. */
async function promisedTogether(code: string): Promise<readonly number[]> {
  const { id = "" } = (await findFunding(site.db, code)) ?? {};
  const sent = await site.db.transaction().execute(async (tx) => {
    await holdFunding(tx, id);
    const headers = { authorization: `Bearer ${site.token}`, "content-type": "application/json" };
    const url = `${site.origin}/api/v1/funding-requests/${code}/pledges`;
    const requests = Array.from({ length: 40 }, () => requestBytes("POST", url, headers, '{"amount":"20.00"}'));
    const target = { host: "127.0.0.1", port: Number(new URL(site.origin).port) };
    const all = shoot(target, requests.length, () => requests.pop() ?? null);
    await eventually(async () => {
      const { rows } = await sql`select from pg_locks where locktype = 'advisory' and not granted`.execute(site.db);
      return rows.length > 0;
    });
    await allWait();
    return { all };
  });
  return (await sent.all).map(({ status }) => status);
}

test("of many pledges that come at once each has its own answer, and the total is theirs", async () => {
  const [id, capped] = [await opened(), await opened({ cap: "700.00" })];
  const pledges: readonly (readonly [code: string, amount: string, status: number])[] = [
    ...Array.from({ length: 30 }, (_, at) => [id, `${20 + at}.50`, 201] as const),
    ...([[id, "vingt", 422] as const, [id, "0.50", 422] as const, ["aucune", "20.00", 404] as const] as const),
    ...([
      [capped, "600.00", 201] as const,
      [capped, "200.00", 409] as const,
      [capped, "100.00", 201] as const,
    ] as const),
  ];
  const answers = await Promise.all(pledges.map(([code, amount]) => call("POST", `/${code}/pledges`, { amount })));
  expect(answers.map(({ status }) => status)).toEqual(pledges.map(([, , status]) => status));
  const made = answers.slice(0, 30).map(({ body }) => body["amount"]);
  expect(made).toEqual(pledges.slice(0, 30).map(([, amount]) => amount));
  expect((await call("GET", `/${id}`)).body).toMatchObject({ total: "1050.00", pledges: 30 });
  expect((await call("GET", `/${capped}`)).body).toMatchObject({ total: "700.00", pledges: 2 });
});

test("where their commit fails nobody knows whether they are made, and so none is tried again by itself", async () => {
  const id = await opened();
  await sql`create sequence commits`.execute(site.db);
  await sql`create function fail_at_commit() returns trigger language plpgsql as
    'begin perform nextval(''commits''); raise exception ''lost at the commit''; end'`.execute(site.db);
  await sql`create constraint trigger fails after insert on pledges deferrable initially deferred
    for each row execute function fail_at_commit()`.execute(site.db);
  const statuses = await promisedTogether(id);
  await sql`drop trigger fails on pledges`.execute(site.db);
  expect([statuses.length, ...new Set(statuses)]).toEqual([40, 500]);
  const { rows } = await sql<{ commits: string }>`select last_value as commits from commits`.execute(site.db);
  expect(Number(rows[0]?.commits)).toBeLessThan(10); // one try for each batch, and none for each pledge
  expect((await call("GET", `/${id}`)).body).toMatchObject({ total: "0.00", pledges: 0 });
});
