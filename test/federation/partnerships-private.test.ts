import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { signDraftCavage, signRfc9421 } from "../../federation/delivery/signatures.ts";
import { askPartnership } from "../../src/partnerships/changes.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { newKey, showActor, startServer } from "../support/strangers.ts";

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site[Symbol.asyncDispose]());

const secret = "mot-que-personne-ne-doit-lire";
const hour = 3_600_000;

/** A request of our host to a host elsewhere, and the two whose keys it may be asked for with. */
async function asked() {
  const [server, elsewhere] = [await startServer(), await startServer()];
  const [hers, theirs] = [newKey(), newKey()];
  const other = { ...showActor(server, "autre", hers.pem, { type: "Organization", name: `Hôte ${secret}` }), ...hers };
  const stranger = { ...showActor(elsewhere, "mallory", theirs.pem), ...theirs };
  const { id } = await site.db.transaction().execute(async (tx) => {
    const to = { actor: other.id, name: `Hôte ${secret}`, page: other.id };
    const proposed = { kind: "joint-offer", rolesOffered: [], rolesWanted: [], message: secret } as const;
    const rest = { to, expires: null, about: null, shown: true, batch: null };
    const made = await askPartnership(tx, { ...proposed, ...rest }, { now: new Date() });
    if (!made.done) throw new Error(made.reason);
    return made.value;
  });
  return { id, other, stranger, address: `${site.origin}/ap/relationships/${id}` };
}

const accept = "application/activity+json";

/** What somebody gets at an address, but for what is new in each answer. */
async function get(address: string, headers: Record<string, string> = {}, method = "GET") {
  const answer = await fetch(address, { method, headers: { accept, ...headers } });
  const kept = [...answer.headers].filter(
    ([name]) => !["date", "x-request-id", "connection", "keep-alive"].includes(name),
  );
  return { status: answer.status, body: await answer.text(), headers: Object.fromEntries(kept) };
}

type Signing = Parameters<typeof signDraftCavage>[0];

test("a request is read by the other host alone, whichever way it signs", async () => {
  const { address, other } = await asked();
  for (const sign of [signDraftCavage, signRfc9421]) {
    const found = await get(address, await sign({ method: "GET", url: address, ...other }));
    expect([found.status, JSON.parse(found.body)["content"]]).toEqual([200, `<p>${secret}</p>`]);
    expect(found.headers).toMatchObject({
      "cache-control": "private, no-store",
      vary: expect.stringContaining("Signature"),
    });
  }
});

test("to everybody else it is what never was: the same answer, to the letter", async () => {
  const { address, other, stranger } = await asked();
  const absent = `${site.origin}/ap/relationships/${randomUUID()}`;
  const nothing = await get(absent);
  expect(nothing.status).toBe(404);
  const signed: readonly Signing[] = [
    { method: "GET", url: address, ...stranger },
    { method: "GET", url: address, keyId: other.keyId, key: stranger.key },
    { method: "GET", url: address, ...other, now: new Date(Date.now() - 2 * hour) },
    { method: "GET", url: address, ...other, now: new Date(Date.now() + hour) },
    { method: "GET", url: absent, ...other },
    { method: "POST", url: address, ...other },
    { method: "GET", url: address.replace("127.0.0.1", "autre.example"), ...other },
    { method: "GET", url: address, keyId: `${other.id}#another-key`, key: other.key },
    { method: "GET", url: address, keyId: `${site.origin}/ap/instance#main-key`, key: stranger.key },
  ];
  expect(await get(address)).toEqual(nothing);
  expect(await get(address, { signature: 'keyId="x"' })).toEqual(nothing);
  for (const one of signed)
    for (const sign of [signDraftCavage, signRfc9421]) {
      const { host: _, ...headers } = await sign(one);
      expect(await get(address, headers), `${one.keyId} ${one.url}`).toEqual(nothing);
    }
  const { other: other2, address: address2 } = await asked();
  expect(await get(absent, await signDraftCavage({ method: "GET", url: absent, ...other2 }))).toEqual(nothing);
  expect((await get(address2, {}, "HEAD")).status).toBe(404);
  for (const kind of ["text/html", "application/json", "*/*"])
    expect(await get(address, { accept: kind })).toEqual(await get(absent, { accept: kind }));
});

test("no page, list, feed, search or error tells of it", async () => {
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
