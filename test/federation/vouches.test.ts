import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { settleTrust } from "../../src/catalogue/trust.ts";
import { askVisit } from "../../src/catalogue/visits.ts";
import { eventually } from "../support/eventually.ts";
import { befriend, peerOf, untilPeer } from "../support/peers.ts";
import { startSite, type TestSite } from "../support/site.ts";

let one: TestSite;
let friend: TestSite;
let third: TestSite;
beforeAll(async () => {
  one = await startSite({ name: "La Pomme", handle: "la_pomme" });
  friend = await startSite({ name: "Le Rucher", handle: "le_rucher" });
  third = await startSite({ name: "Mille Sabots", handle: "mille_sabots" });
});
afterAll(async () => {
  for (const site of [one, friend, third]) await site?.[Symbol.asyncDispose]();
});

const activity = { headers: { accept: "application/activity+json" } };

async function hostOf({ db, origin }: TestSite): Promise<string> {
  const { id } = await db.selectFrom("hosts").select("id").executeTakeFirstOrThrow();
  return `${origin}/ap/actors/${id}`;
}

/** How far one site trusts the host of another; null while it does not know it. */
async function trustIn(site: TestSite, other: TestSite): Promise<number | null> {
  const row = await site.db
    .selectFrom("catalogueHosts")
    .select("trust")
    .where("origin", "=", other.origin)
    .executeTakeFirst();
  return row?.trust ?? null;
}

const untilTrust = (site: TestSite, other: TestSite, trust: number) =>
  eventually(async () => (await trustIn(site, other)) === trust);

interface Given {
  readonly id: string;
  readonly address: string;
}

describe("three sites", () => {
  let given: Given;

  test("of which one knows two: what its own people approved is of level 4, what that one names of level 2", async () => {
    await befriend(friend, third);
    await untilTrust(friend, third, 4);
    await befriend(one, friend);
    await untilTrust(one, friend, 4);
    await untilTrust(one, third, 2);
  });

  test("vouch in public, and whoever trusts the one who vouches shows the other", async () => {
    const response = await friend.api("POST", "/vouches", { actor: await hostOf(third), reason: "Des voisins." });
    expect(response.status).toBe(201);
    given = (await response.json()) as Given;
    await untilTrust(one, third, 3);

    const document = await (await fetch(given.address, activity)).json();
    expect(document).toMatchObject({
      ...{ type: "Relationship", subject: await hostOf(friend), object: await hostOf(third) },
      ...{ relationship: "https://w3id.org/essaim/ns#vouchesFor", content: "<p>Des voisins.</p>" },
    });
    const host = (await (await fetch(await hostOf(friend), activity)).json()) as {
      attachment: { rel?: string[]; href?: string }[];
    };
    const link = host.attachment.find(({ rel }) => rel?.includes("https://w3id.org/essaim/ns#vouches"));
    const all = await (await fetch(link?.href ?? "", activity)).json();
    expect(all).toMatchObject({ totalItems: 1, orderedItems: [{ id: given.address }] });
  });

  test("and one that was not there when it was said learns it with a visit", async () => {
    await one.db.deleteFrom("catalogueVouches").execute();
    await one.db.updateTable("catalogueHosts").set({ trust: 2 }).where("origin", "=", third.origin).execute();
    await one.db.transaction().execute((tx) => askVisit(tx, friend.origin));
    await untilTrust(one, third, 3);
  });

  test("let in whoever is vouched for without waiting, where the desk says so", async () => {
    await one.db.insertInto("swarmSettings").values({ welcomeVouched: true }).execute();
    await third.api("POST", "/peers", { url: one.origin });
    await untilPeer(one, third, "mutual", "approved");
    expect((await peerOf(one, third))?.trust).toBe(3);
    await untilTrust(one, third, 3);
  });

  test("and when it is withdrawn, its address says that it is gone, and it counts no longer", async () => {
    expect((await friend.api("DELETE", `/vouches/${given.id}`)).status).toBe(204);
    const gone = await fetch(given.address, activity);
    expect([gone.status, await gone.json()]).toMatchObject([410, { type: "Tombstone", formerType: "Relationship" }]);
    await untilTrust(one, third, 2);
  });

  test("of whom one is blocked: nothing of it is shown, however often a friend names it or vouches for it", async () => {
    await friend.api("POST", "/vouches", { actor: await hostOf(third), reason: null });
    await untilTrust(one, third, 3);
    const blocked = await one.api("POST", "/blocks", { domain: new URL(third.origin).host });
    const { id } = (await blocked.json()) as { id: string };
    expect(await trustIn(one, third)).toBe(0);
    await one.db.transaction().execute((tx) => settleTrust(tx, new Date()));
    expect(await trustIn(one, third)).toBe(0);
    const listed = (await (await fetch(`${one.origin}/ap/instance/directory`, activity)).json()) as {
      orderedItems: string[];
    };
    expect(listed.orderedItems).not.toContain(await hostOf(third));

    await one.api("DELETE", `/blocks/${id}`);
    await untilTrust(one, third, 3);
  });
});
