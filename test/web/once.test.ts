import { sql } from "kysely";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { sweepIdempotencyKeys } from "../../src/web/once.ts";
import { startSite } from "../support/site.ts";

const site = await startSite();
afterAll(() => site[Symbol.asyncDispose]());
beforeEach(async () => {
  await sql`delete from offers`.execute(site.db);
  await sql`delete from idempotency_keys`.execute(site.db);
});

const offer = { title: "Shared files", slug: "shared-files" };

async function post(path: string, key: string, body: unknown, token = site.token) {
  const response = await fetch(`${site.origin}/api/v1${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json", "idempotency-key": key },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const countOffers = async () =>
  Number((await sql<{ count: number }>`select count(*) from offers`.execute(site.db)).rows[0]?.count);

describe("a request with an Idempotency-Key", () => {
  test("that is sent 20 times at once is done once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => post("/offers", "at-once", { title: "Shared files" })),
    );
    expect(await countOffers()).toBe(1);
    const [made] = answers.filter(({ status }) => status === 201);
    for (const { status, headers, text } of answers) {
      expect([201, 409]).toContain(status);
      if (status === 201) expect(text).toBe(made?.text);
      else expect([headers.get("retry-after"), JSON.parse(text).code]).toEqual(["1", "request-in-progress"]);
    }
    expect((await post("/offers", "at-once", { title: "Shared files" })).text).toBe(made?.text);
    expect(await countOffers()).toBe(1);
  });

  test("is given its first answer again, with what belongs to it, however the JSON is spaced", async () => {
    const first = await post("/offers", '"quoted"', offer);
    const again = await post("/offers", "quoted", JSON.stringify(offer, null, 4));
    expect([again.status, again.text]).toEqual([first.status, first.text]);
    for (const name of ["content-type", "etag", "location"])
      expect(again.headers.get(name)).toBe(first.headers.get(name));
    expect([first.headers.get("idempotent-replayed"), again.headers.get("idempotent-replayed")]).toEqual([
      null,
      "true",
    ]);
    expect(again.headers.get("ratelimit")).toMatch(/^"token";r=\d+;t=\d+$/);
  });

  test("keeps a refusal too, even when it would be granted by now", async () => {
    await post("/offers", "first", offer);
    const refused = await post("/offers", "second", offer);
    expect(refused.status).toBe(409);
    await sql`delete from offers`.execute(site.db);
    expect(await post("/offers", "second", offer)).toMatchObject({ status: 409, text: refused.text });
    expect(await countOffers()).toBe(0);
  });

  test("that could not even be read may be mended under the same key", async () => {
    expect((await post("/offers", "mended", { title: "" })).status).toBe(422);
    expect((await post("/offers", "mended", offer)).status).toBe(201);
  });

  test("takes no other request under its key, and leaves the same key of another token alone", async () => {
    const made = await post("/tokens", "shared", { label: "other", scope: "admin" });
    const other = JSON.parse(made.text).token;
    expect(await post("/offers", "shared", offer)).toMatchObject({
      status: 422,
      text: expect.stringContaining("key-reused"),
    });
    expect((await post("/offers", "shared", offer, other)).status).toBe(201);
  });

  test("shows a new token again without keeping it in the clear", async () => {
    const { text } = await post("/tokens", "secret", { label: "site", scope: "read" });
    expect((await post("/tokens", "secret", { label: "site", scope: "read" })).text).toBe(text);
    const { rows } = await sql<{ found: boolean }>`
      select position(${Buffer.from("essaim_")} in body) > 0 as found from idempotency_keys`.execute(site.db);
    expect(rows).toEqual([{ found: false }]);
  });

  test("is remembered for a day, and no longer than needed", async () => {
    await post("/offers", "old", offer);
    await post("/offers", "fresh", { title: "Lists" });
    await sql`update idempotency_keys set created = now() - interval '25 hours' where key = 'old'`.execute(site.db);
    await sql`update idempotency_keys set created = now() - interval '23 hours' where key = 'fresh'`.execute(site.db);
    await sweepIdempotencyKeys(site.db);
    const { rows } = await sql`select key from idempotency_keys`.execute(site.db);
    expect(rows).toEqual([{ key: "fresh" }]);
  });
});
