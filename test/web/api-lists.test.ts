import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { createToken } from "../../src/accounts/tokens.ts";
import { secretOf } from "../../src/foundation/secret.ts";
import { keepInvitation } from "../../src/joint/receiving.ts";
import { receiveRequest } from "../../src/places/changes.ts";
import { draftWith, hostOf } from "../support/joint.ts";
import { askedByRucher, rucher } from "../support/joint-asked.ts";
import { startSite } from "../support/site.ts";
import { files, publish, say } from "./offers.ts";

const site = await startSite();
afterAll(() => site[Symbol.asyncDispose]());

interface Page {
  readonly items: readonly { readonly id: string; readonly label?: string }[];
  readonly next: string | null;
}

const read = async (path: string) => (await (await site.api("GET", path)).json()) as Page;

/** All pages, one after the other; something else comes in between. */
async function walk(path: string, between: () => Promise<unknown>): Promise<readonly string[]> {
  const seen: string[] = [];
  let page = await read(`${path}limit=2`);
  for (;;) {
    seen.push(...page.items.map(({ id }) => id));
    if (page.next === null) return seen;
    await between();
    page = await read(`${path}limit=2&cursor=${page.next}`);
  }
}

test("tokens are listed whole, the oldest first, although they were made in the same instant or come in between", async () => {
  const now = new Date("2026-11-22T10:00:00.123Z");
  const make = (label: string, at: Date) =>
    site.db
      .transaction()
      .execute((tx) => createToken(tx, secretOf(Buffer.alloc(32)), { scope: "read", label, now: at }));
  const made = await Promise.all(Array.from({ length: 5 }, (_, number) => make(`${number}`, now)));
  const seen = await walk("/tokens?", () => make("earlier", new Date("2026-11-01T10:00:00Z")));
  expect(seen.slice(0, 5).toSorted()).toEqual(made.map(({ id }) => id).toSorted());
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toHaveLength(6);
});

test("deliveries that failed are listed whole, and one that is tried again is there no more", async () => {
  const { id: actor } = await site.db
    .selectFrom("handles")
    .select("id")
    .where("kind", "=", "host")
    .executeTakeFirstOrThrow();
  const fail = async () => {
    const outgoing = randomUUID();
    await site.db
      .insertInto("outgoing")
      .values({ id: outgoing, actor, type: "Announce", body: "{}", public: true })
      .execute();
    const inbox = "https://mille-sabots.invalid/inbox";
    const row = { outgoing, inbox, origin: new URL(inbox).origin, state: "failed", attempts: 30 };
    const { id } = await site.db.insertInto("deliveries").values(row).returning("id").executeTakeFirstOrThrow();
    return String(id);
  };
  const failed = [await fail(), await fail(), await fail(), await fail(), await fail()];
  expect(await walk("/deliveries?state=failed&", async () => {})).toEqual(failed);
  expect((await site.api("POST", `/deliveries/${failed[1]}/retry`)).status).toBe(202);
  expect((await site.api("POST", `/deliveries/${failed[1]}/retry`)).status).toBe(404);
  expect(await walk("/deliveries?", async () => {})).toEqual(failed.toSpliced(1, 1));
  const rows = await site.db
    .selectFrom("deliveries")
    .select(["id", "state"])
    .where("id", "=", Number(failed[1]))
    .execute();
  expect(rows.every(({ state }) => state !== "failed")).toBe(true);
});

test("a token that is revoked opens nothing from then on", async () => {
  const made = (await (await site.api("POST", "/tokens", { label: "site", scope: "read" })).json()) as {
    id: string;
    token: string;
  };
  const use = () => fetch(`${site.origin}/api/v1/instance`, { headers: { authorization: `Bearer ${made.token}` } });
  expect((await use()).status).toBe(200);
  expect((await site.api("DELETE", `/tokens/${made.id}`)).status).toBe(204);
  expect((await use()).status).toBe(401);
  expect((await site.api("DELETE", `/tokens/${made.id}`)).status).toBe(404);
});

test("blocked domains are listed whole, however long they are, and a made-up cursor is refused", async () => {
  const long = `${"tres-".repeat(11)}long.${"tres-".repeat(11)}long.${"tres-".repeat(11)}long.example`;
  const domains = ["a.example", "b.example", "c.example", long, "z.example"];
  for (const domain of domains.toReversed()) expect((await site.api("POST", "/blocks", { domain })).status).toBe(201);
  const ids = await walk("/blocks?", async () => {});
  expect(new Set(ids).size).toBe(domains.length);
  expect(ids).toHaveLength(domains.length);
  const madeUp = Buffer.from(JSON.stringify("a\u0000b")).toString("base64url");
  expect((await site.api("GET", `/blocks?cursor=${madeUp}`)).status).toBe(400);
  expect((await site.api("GET", `/peers?cursor=${madeUp}`)).status).toBe(400);
  expect((await site.api("POST", "/blocks", { domain: `${"a.".repeat(130)}example` })).status).toBe(422);
});

test("requests for a place are listed whole, the newest first, although others come in between", async () => {
  await publish(site.db, "fichiers", files);
  await say(site.db, "fichiers", { state: "open" });
  const { id: offer } = await site.db.selectFrom("offers").select("id").executeTakeFirstOrThrow();
  const ask = (now: Date) =>
    site.db.transaction().execute(async (tx) => {
      const contact = { kind: "email" as const, address: `${randomUUID()}@example.org` };
      const asked = { name: "Les Jardins", people: 20, message: "Un agenda", contact };
      const received = await receiveRequest(tx, asked, { offer, form: randomUUID(), language: "fr", now });
      return received.done ? received.value.id : "";
    });
  const now = new Date();
  const asked = [await ask(now), await ask(now), await ask(now), await ask(new Date(now.getTime() - 1_000))];
  const seen = await walk("/place-requests?", () => ask(new Date()));
  expect(seen.toSorted()).toEqual(asked.toSorted());
  expect(seen.at(-1)).toBe(asked[3]);
  expect((await read("/place-requests?state=declined")).items).toEqual([]);
});

test("what hosts sign together is listed whole, led or asked, the last changed first, although something comes in between", async () => {
  const { actor: own } = await hostOf(site);
  let asked = 0;
  const ask = (changed: Date) =>
    site.db.transaction().execute(async (tx) => {
      asked += 1;
      const proposal = `${rucher.actor.replace("/actors/host", "")}/proposals/${asked}`;
      await keepInvitation(
        tx,
        askedByRucher(own, { proposal }),
        `https://lerucher.example/ap/activities/${asked}`,
        now,
      );
      await tx.updateTable("jointInvitations").set({ changed }).where("proposal", "=", proposal).execute();
    });
  const now = new Date("2026-11-22T10:00:00.123Z");
  for (let n = 0; n < 3; n += 1) await ask(now);
  const other = {
    actor: "https://mille-sabots.example/ap/actors/1",
    name: "Mille Sabots",
    page: "https://mille-sabots.example/@m",
  };
  const led = [await draftWith(site, [other]), await draftWith(site, [other])];
  await site.db.updateTable("jointPapers").set({ changed: now }).execute();
  const seen = await walk("/joint-offers?", () => ask(new Date()));
  const invitations = await site.db.selectFrom("jointInvitations").select("id").where("changed", "=", now).execute();
  expect(seen.toSorted()).toEqual([...led, ...invitations].map(({ id }) => id).toSorted());
});
