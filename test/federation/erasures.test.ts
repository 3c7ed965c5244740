import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { giveHandle } from "../../src/associations/handle-changes.ts";
import { sweepErasures } from "../../src/erasures/changes.ts";
import { addFollower, passTime } from "../support/delivery-site.ts";
import { eventually } from "../support/eventually.ts";
import { answers, type Peer, startPeer } from "../support/peer.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { acceptedOn, idOf } from "../web/associations.ts";
import { signedIn, visitor } from "../web/desk.ts";

const name = "Les Erreurs du Cadastre";
let site: TestSite;
/** Follows; has followed; is away at first; takes nothing; was followed once. */
let peers: Record<"follows" | "left" | "away" | "refuses" | "followed", Peer>;
let page = "";

beforeAll(async () => {
  site = await startSite({ settings: { TRUSTED_PROXIES: "127.0.0.0/8" } });
  const start = () => startPeer();
  peers = {
    ...{ follows: await start(), left: await start(), away: await start() },
    ...{ refuses: await start(), followed: await start() },
  };
  peers.away.behave(answers(503));
  peers.refuses.behave(answers(403));
});
afterAll(async () => {
  await site[Symbol.asyncDispose]();
  for (const peer of Object.values(peers)) await peer[Symbol.asyncDispose]();
});

const hostOf = (peer: Peer) => new URL(peer.origin).host;
const pageIn = async (language = "fr") => (await visitor(site, language).get(page)).text();
/** What the page says of one server. */
const saidOf = async (peer: Peer, language = "fr") =>
  (await pageIn(language)).split("<li").find((item) => item.includes(`<strong>${hostOf(peer)}</strong>`)) ?? "";
const says = (peer: Peer, words: string, language = "fr") =>
  eventually(async () => expect(await saidOf(peer, language)).toContain(words));

/** Somebody there was followed by the association, and is no longer. */
async function followedOnce(actor: string, peer: Peer): Promise<void> {
  const followed = `${peer.origin}/users/${randomUUID()}`;
  await site.db
    .insertInto("remoteActors")
    .values({ id: followed, type: "Person", inbox: `${followed}/inbox` })
    .execute();
  await site.db
    .insertInto("followings")
    .values({ actor, followed, follow: `${site.origin}/f`, state: "accepted" })
    .execute();
  await site.db.deleteFrom("followings").where("followed", "=", followed).execute();
}

test("whoever goes is given a page that says of every server that ever got it whether it has confirmed", async () => {
  const member = await acceptedOn(site, { name });
  const id = await idOf(site, name);
  await site.db.transaction().execute((tx) => giveHandle(tx, { id, name }, new Date()));
  for (const peer of [peers.follows, peers.left, peers.away, peers.refuses])
    await addFollower(site.db, id, `${peer.origin}/inbox`);
  await site.db.deleteFrom("followers").where("inbox", "=", `${peers.left.origin}/inbox`).execute();
  await followedOnce(id, peers.followed);
  const closed = await member.post("/association/account/close", { confirm: name });
  page = closed.headers.get("location") ?? "";
  expect(page).toMatch(/^\/erasures\/[\w-]{43}$/);
  for (const peer of [peers.follows, peers.left, peers.followed]) await says(peer, "a confirmé le");
  await says(peers.away, "n’a pas encore répondu\u202f; nous réessayons jusqu’au");
  await says(peers.refuses, "refuse pour l’instant");
  expect(peers.left.received.map(({ body }) => JSON.parse(body).type)).toEqual(["Delete"]);
  expect(await site.db.selectFrom("reached").selectAll().execute()).toEqual([]);
  expect(await pageIn()).toContain("3 sur 5 ont confirmé.");
  expect(await pageIn()).not.toContain("Cadastre");
});

test("who was away and comes back has confirmed then; who never takes it is named, with what one can do", async () => {
  peers.away.behave(answers(202));
  await passTime(site.db, "redeliver");
  await says(peers.away, "a confirmé le");
  await site.db
    .updateTable("deliveries")
    .set({ state: "failed", nextTry: null })
    .where("origin", "=", peers.refuses.origin)
    .execute();
  await says(peers.refuses, "a refusé pendant quatorze jours");
  const said = await saidOf(peers.refuses, "en");
  expect(said).toContain("refused for fourteen days; we try no longer");
  expect(said).toContain(`<a href="${peers.refuses.origin}"`);
  await site.db.deleteFrom("deliveries").where("origin", "=", peers.refuses.origin).execute();
  await says(peers.refuses, "n’est plus joint");
});

test("nobody finds the page who has not its address, and nobody keeps it who leaves it", async () => {
  const answer = await visitor(site).get(page);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(await answer.text()).toContain('<meta name="robots" content="noindex"');
  for (const path of [`/erasures/${"A".repeat(43)}`, "/erasures/x", "/erasures/"])
    expect((await visitor(site).get(path)).status, path).toBe(404);
});

test("administrators see the same at the desk, without a name; after a year nobody does", async () => {
  const administrator = await signedIn(site);
  expect(await (await administrator.get("/admin/followers/deliveries")).text()).toContain('href="/admin/erasures"');
  const list = await (await administrator.get("/admin/erasures")).text();
  expect(list).toContain("Une association, le");
  expect(list).toContain("4 sur 5 ont confirmé.");
  expect(list).not.toContain("Cadastre");
  expect((await (await signedIn(site, "editor")).get("/admin/erasures")).status).toBe(403);
  const later = new Date(Date.now() + 367 * 86_400_000);
  await sweepErasures(site.db, later);
  expect((await visitor(site).get(page)).status).toBe(404);
  expect(await site.db.selectFrom("erasureSendings").selectAll().execute()).toEqual([]);
});
