import { afterAll, beforeAll, expect, test } from "vitest";
import { askPartnership } from "../../src/partnerships/changes.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { newKey, showActor, startServer } from "../support/strangers.ts";

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site[Symbol.asyncDispose]());

const secret = "mot-que-personne-ne-doit-lire";

/** A request of our host to a host elsewhere. */
async function asked() {
  const server = await startServer();
  const other = showActor(server, "autre", newKey().pem, { type: "Organization", name: `Hôte ${secret}` });
  const { id } = await site.db.transaction().execute(async (tx) => {
    const to = { actor: other.id, name: `Hôte ${secret}`, page: other.id };
    const proposed = { kind: "joint-offer", rolesOffered: [], rolesWanted: [], message: secret } as const;
    const rest = { to, expires: null, about: null, shown: true, batch: null };
    const made = await askPartnership(tx, { ...proposed, ...rest }, { now: new Date() });
    if (!made.done) throw new Error(made.reason);
    return made.value;
  });
  return { id, other };
}

const accept = "application/activity+json";

test("no page, list, feed, search or error tells of a request to work together", async () => {
  const { id, other } = await asked();
  const host = (await site.db.selectFrom("hosts").select("id").executeTakeFirstOrThrow()).id;
  const actor = `/ap/actors/${host}`;
  const places = [
    ...["/", "/about", "/@la_pomme", "/directory", "/directory?q=mot-que", "/funding", "/sitemap.xml", "/feed", "/api"],
    ...[
      "/.well-known/nodeinfo",
      "/nodeinfo/2.1",
      "/librehost.json",
      "/directory.json",
      "/hosts/la_pomme/datasheet.json",
    ],
    ...[
      actor,
      `${actor}/partners`,
      `${actor}/outbox`,
      `${actor}/outbox?page=1`,
      `${actor}/following`,
      `${actor}/vouches`,
    ],
    ...["/ap/instance", "/ap/instance/outbox", "/ap/instance/directory", "/ap/instance/digest", "/ap/instance/peers"],
    ...["/api/v1/partnerships", `/api/v1/partnerships/${id}`, "/api/v1/instance", "/api/v1/directory"],
    `/authorize_interaction?uri=${encodeURIComponent(`${site.origin}/ap/relationships/${id}`)}`,
    `/.well-known/webfinger?resource=${encodeURIComponent(`${site.origin}/ap/relationships/${id}`)}`,
    ...["/ap/activities/", "/ap/agreements/", "/ap/notes/", "/ap/proposals/"].map((at) => at + id),
  ];
  const activities = await site.db.selectFrom("outgoing").select("id").execute();
  for (const path of [...places, ...activities.map((one) => `/ap/activities/${one.id}`)])
    for (const kind of [accept, "text/html", "application/json"]) {
      const answer = await fetch(site.origin + path, { headers: { accept: kind }, redirect: "manual" });
      const said = `${await answer.text()} ${[...answer.headers].join(" ")}`;
      const asking = said.replaceAll(encodeURIComponent(`/relationships/${id}`), "").replaceAll(path, "");
      for (const word of [secret, new URL(other.id).host])
        expect(asking.includes(word), `${path} as ${kind}`).toBe(false);
      if (!path.includes(id)) expect(said.includes(id), `${path} as ${kind}`).toBe(false);
    }
});
