import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Transaction } from "../../src/foundation/database.ts";
import { draftFunding, redraftFunding } from "../../src/funding/changes.ts";
import { findHolding, openOrHold } from "../../src/funding/holding.ts";
import { actorParty, hostParty } from "../../src/funding/parties.ts";
import { findFunding } from "../../src/funding/queries.ts";
import { keepFundingSettings } from "../../src/funding/settings.ts";
import { type Activity, type FakeMastodon, startFakeMastodon } from "../support/fake-mastodon.ts";
import { asked, must } from "../support/funding.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { signedIn, type Visitor } from "./desk.ts";

let site: TestSite;
let alice: FakeMastodon;
let ada: Visitor;
let editor: Visitor;
beforeAll(async () => {
  site = await startSite();
  alice = await startFakeMastodon();
  const host = String((await alice.find(`la_pomme@${new URL(site.origin).host}`))["id"]);
  await alice.mention(host, "<p>Bonjour</p>"); // now she is somebody that this site has heard of
  ada = await signedIn(site);
  editor = await signedIn(site, "editor");
});
afterAll(async () => {
  await alice[Symbol.asyncDispose]();
  await site[Symbol.asyncDispose]();
});
beforeEach(async () => {
  await site.db.deleteFrom("heldOpenings").execute();
  await site.db.deleteFrom("fundingSettings").execute();
});

const path = "/admin/funding/held";
const now = () => new Date();
const change = <Value>(work: (tx: Transaction) => Promise<Value>) => site.db.transaction().execute(work);
const text = async (answer: Response | Promise<Response>) => (await answer).text();

/** Somebody with an account elsewhere asks for a request of theirs to open. */
async function proposes(actor = alice.actor, title = "Un wiki à plusieurs") {
  return change(async (tx) => {
    const requester = await actorParty(tx, { actor, name: "Alice", address: null }, now());
    const { code, version } = must(await draftFunding(tx, asked({ title }), { requester, now: now() }));
    const request = must(await openOrHold(tx, code, { by: requester.id, now: now() }));
    return { code, version, requester, state: request.state };
  });
}

const decide = (who: Visitor, { code, version }: { code: string; version: number }, what: string, reason = "") =>
  who.post(path, { code, version: String(version), do: what, [`reason-${code}`]: reason });

const stateOf = async (code: string) => (await findFunding(site.db, code))?.state;

describe("a request of somebody whom the site does not know", () => {
  test("waits, as a draft that nobody sees, and the desk is told", async () => {
    const { code, state } = await proposes();
    expect(state).toBe("draft");
    expect((await site.api("GET", `/funding-requests/${code}`)).status).toBe(404);
    expect(await text(ada.get("/admin"))).toContain("Une annonce attend d’être lue");
    const page = await text(ada.get(path));
    expect(page).toContain("Un wiki à plusieurs");
    expect(page).toContain("600\u00a0€");
  });

  test("opens once somebody has let it through, in the name of who asked", async () => {
    const held = await proposes();
    const answer = await decide(editor, held, "accept");
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `${path}?done=let-through`]);
    expect(await stateOf(held.code)).toBe("open");
    expect(await text(ada.get("/admin/server/journal"))).toContain("Annonce laissée passer");
    // From now on they are known here.
    expect((await proposes()).state).toBe("open");
  });

  test("is refused with a reason that its author reads, in private; without one nothing is done", async () => {
    await using bob = await startFakeMastodon("bob");
    const host = String((await bob.find(`la_pomme@${new URL(site.origin).host}`))["id"]);
    await bob.mention(host, "<p>Bonjour</p>");
    const held = await proposes(bob.actor);
    const unsaid = await decide(ada, held, "refuse");
    expect(unsaid.status).toBe(422);
    expect(await text(unsaid)).toContain("Dites pourquoi vous refusez");
    await decide(ada, held, "refuse", "Dites qui vous êtes.");
    expect(await findHolding(site.db, (await findFunding(site.db, held.code))?.id ?? "")).toMatchObject({
      ...{ decision: "refused", reason: "Dites qui vous êtes." },
    });
    expect(await stateOf(held.code)).toBe("draft");
    const told = await bob.waitFor((one: Activity) => JSON.stringify(one).includes("Dites qui vous êtes."));
    expect(told).toMatchObject({ type: "Create", to: [bob.actor], cc: [] });
    expect(JSON.stringify(told)).toContain(`/funding/${held.code}/edit`);
  });

  test("is not decided on by somebody who has read another version, or twice", async () => {
    const held = await proposes("https://nulle-part.example/users/c", "Une chose");
    await change((tx) =>
      redraftFunding(tx, held.code, asked({ title: "Une autre" }), { by: held.requester.id, now: now() }),
    );
    const late = await decide(ada, held, "accept");
    expect([late.status, await stateOf(held.code)]).toEqual([409, "draft"]);
    expect(await text(late)).toContain("Une autre");
    const latest = { code: held.code, version: held.version + 1 };
    expect((await decide(ada, latest, "accept")).status).toBe(303);
    expect((await decide(ada, latest, "refuse", "Non")).status).toBe(409);
  });
});

describe("who has to wait", () => {
  test("is nobody of the host, and nobody where the administrators say so", async () => {
    const own = await change(async (tx) => {
      const requester = await hostParty(tx, now());
      const { code } = must(await draftFunding(tx, asked(), { requester, now: now() }));
      return must(await openOrHold(tx, code, { by: requester.id, now: now() })).state;
    });
    expect(own).toBe("open");
    const saved = await ada.post(`${path}/settings`, { hold: "nobody" });
    expect(saved.headers.get("location")).toBe(`${path}?done=saved`);
    expect((await proposes("https://nulle-part.example/users/d")).state).toBe("open");
    expect((await editor.post(`${path}/settings`, { hold: "everyone" })).status).toBe(403);
  });

  test("is everybody with an account elsewhere, also who is known, where they say so", async () => {
    await change((tx) => keepFundingSettings(tx, { hold: "everyone" }));
    expect((await proposes()).state).toBe("draft");
  });

  test("is not who was heard of a week ago, of a server where somebody follows us", async () => {
    const actor = "https://voisins.example/users/e";
    const met = new Date(Date.now() - 8 * 86_400_000);
    const inbox = `${actor}/inbox`;
    await site.db.insertInto("remoteActors").values({ id: actor, type: "Person", inbox, met }).execute();
    expect((await proposes(actor)).state).toBe("draft");
    const { id } = await site.db.selectFrom("hosts").select("id").executeTakeFirstOrThrow();
    const neighbour = "https://voisins.example/users/f";
    await site.db.insertInto("remoteActors").values({ id: neighbour, type: "Person", inbox }).execute();
    const follower = { actor: id, follower: neighbour, follow: "x", inbox, accepted: true };
    await site.db.insertInto("followers").values(follower).execute();
    expect((await proposes(actor)).state).toBe("open");
    await site.db.updateTable("remoteActors").set({ met: now() }).where("id", "=", actor).execute();
    expect((await proposes("https://voisins.example/users/g")).state).toBe("draft");
  });
});
