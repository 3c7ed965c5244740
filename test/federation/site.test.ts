import { expect, test } from "vitest";
import { startSite } from "../support/site.ts";

test("a site answers people, servers and probes", async () => {
  await using site = await startSite();
  const home = await fetch(site.origin, { headers: { accept: "text/html" } });
  expect(home.status).toBe(200);
  expect(await home.text()).toContain("La Pomme");
  const actor = await fetch(`${site.origin}/@la_pomme`, { headers: { accept: "application/activity+json" } });
  expect(actor.status).toBe(200);
  expect(await actor.json()).toMatchObject({ type: "Organization", preferredUsername: "la_pomme" });
  expect(await (await fetch(`${site.origin}/readyz`)).json()).toEqual({
    database: true,
    migrations: true,
    queue: true,
  });
});
