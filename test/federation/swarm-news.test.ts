import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeHost } from "../../src/hosts/changes.ts";
import { findHost } from "../../src/hosts/queries.ts";
import { publishOne, tellNow } from "../support/catalogue.ts";
import { eventually } from "../support/eventually.ts";
import { befriend } from "../support/peers.ts";
import { startSite, type TestSite } from "../support/site.ts";

let a: TestSite;
let hub: TestSite;
let c: TestSite;
beforeAll(async () => {
  a = await startSite({ name: "La Pomme", handle: "la_pomme" });
  hub = await startSite({ name: "Le Carrefour", handle: "carrefour" });
  c = await startSite({ name: "La Loutre", handle: "la_loutre" });
});
afterAll(async () => {
  for (const site of [a, hub, c]) await site?.[Symbol.asyncDispose]();
});

const hostOf = (site: TestSite, { origin }: TestSite) =>
  site.db.selectFrom("catalogueHosts").selectAll().where("origin", "=", origin).executeTakeFirst();

const offerOf = (site: TestSite, { origin }: TestSite, slug: string) =>
  site.db.selectFrom("catalogueOffers").selectAll().where("url", "=", `${origin}/offers/${slug}`).executeTakeFirst();

describe("three instances of which two do not know each other", () => {
  test("come to hold all that the others publish, through the one that they have in common", async () => {
    await publishOne(a, "courriel");
    await publishOne(c, "fichiers");
    await befriend(a, hub);
    await eventually(() => offerOf(hub, a, "courriel"));
    expect(await hostOf(hub, a)).toMatchObject({ trust: 4, profile: { name: "La Pomme" } });
    await befriend(c, hub);
    await eventually(() => offerOf(a, c, "fichiers"));
    await eventually(() => offerOf(c, a, "courriel"));
    expect(await hostOf(a, c)).toMatchObject({ trust: 2, profile: { name: "La Loutre" } });
    expect(
      await a.db.selectFrom("instances").selectAll().where("origin", "=", c.origin).executeTakeFirst(),
    ).toMatchObject({
      ...{ state: "known", source: "named", namedBy: hub.origin, hops: 1 },
    });
  });

  test("hear of a change of availability, each from the origin of the offer", async () => {
    const said = await c.api("PUT", "/offers/fichiers/availability", { state: "open", slots: 7 });
    expect(said.status).toBe(200);
    await eventually(async () => {
      const offer = await offerOf(a, c, "fichiers");
      return JSON.stringify(offer?.availability).includes('"slots":7');
    });
  });

  test("hear of a new offer, of a host that presents itself otherwise, and of a withdrawal", async () => {
    await publishOne(c, "agenda");
    await eventually(() => offerOf(a, c, "agenda"));
    await c.db.transaction().execute(async (tx) => {
      const host = await findHost(tx);
      if (host) await changeHost(tx, { ...host.profile, tagline: "Au bord de l’eau" }, new Date());
    });
    await tellNow(c, "host-changed");
    await eventually(async () => JSON.stringify((await hostOf(a, c))?.profile).includes("Au bord de l’eau"));
    await c.api("DELETE", "/offers/agenda/publication");
    await eventually(async () => (await offerOf(a, c, "agenda")) === undefined);
    expect(await offerOf(hub, c, "agenda")).toBeUndefined();
  });
});
