import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { noteIri } from "../../federation/addresses.ts";
import { interestIn } from "../../federation/interest.ts";
import type { AvailabilityState } from "../../src/availability/availability.ts";
import { changeAvailability } from "../../src/availability/changes.ts";
import { importSample } from "../../src/exchange/sample.ts";
import { projectPath } from "../../src/foundation/project-path.ts";
import { draftFunding, openFunding } from "../../src/funding/changes.ts";
import { actorParty } from "../../src/funding/parties.ts";
import { makePledge } from "../../src/pledges/making.ts";
import { type Activity, type FakeMastodon, startFakeMastodon } from "../support/fake-mastodon.ts";
import { asked, must, promise } from "../support/funding.ts";
import { startSite, type TestSite } from "../support/site.ts";

const sample = JSON.parse(await readFile(projectPath("test", "support", "sample", "hosts.json"), "utf8")) as unknown;

async function nubo(site: TestSite): Promise<string> {
  await site.db
    .transaction()
    .execute((tx) => importSample(tx, sample, { host: "nubo", publish: true, now: new Date() }));
  const { slug } = await site.db.selectFrom("offers").select("slug").executeTakeFirstOrThrow();
  return slug;
}

async function say(site: TestSite, slug: string, state: AvailabilityState, slots: number | null = null): Promise<void> {
  const statement = {
    state,
    slots,
    capacity: null,
    nextOpening: null,
    waves: [],
    approval: null,
    territory: null,
    message: null,
  };
  const outcome = await site.db
    .transaction()
    .execute((tx) => changeAvailability(tx, slug, statement, { now: new Date() }));
  if (!outcome.done) throw new Error(outcome.reason);
}

async function actorOf(site: TestSite, name: string): Promise<string> {
  const response = await fetch(`${site.origin}/@${name}`, { headers: { accept: "application/activity+json" } });
  return ((await response.json()) as { id: string }).id;
}

const isAccept = (of: Activity) => (one: Activity) => one.type === "Accept" && (one["object"] as Activity).id === of.id;
const createdBy = (actor: string) => (one: Activity) => one.type === "Create" && one["actor"] === actor;

test.each(["cavage", "rfc9421"] as const)(
  "someone on Mastodon follows the availability by %s, and hears when something opens",
  async (scheme) => {
    await using site = await startSite();
    await using mastodon = await startFakeMastodon();
    const slug = await nubo(site);
    const availability = await actorOf(site, "disponibilites");
    const follow = await mastodon.follow(availability, scheme);
    await mastodon.waitFor(isAccept(follow));

    await say(site, slug, "limited", 7);
    const { object } = (await mastodon.waitFor(createdBy(availability))) as unknown as { object: { content: string } };
    expect(object.content).toContain(`${site.origin}/offers/${slug}`);
    expect(mastodon.refused).toEqual([]);
  },
);

test("the host passes on what its offers and its availability say, and an offer can be followed alone", async () => {
  await using site = await startSite();
  await using mastodon = await startFakeMastodon();
  const slug = await nubo(site);
  const host = await actorOf(site, "la_pomme");
  const offer = (
    (await (
      await fetch(`${site.origin}/offers/${slug}`, { headers: { accept: "application/activity+json" } })
    ).json()) as Activity
  ).id;
  for (const actor of [host, offer]) await mastodon.waitFor(isAccept(await mastodon.follow(actor)));

  await say(site, slug, "open");
  const boost = await mastodon.waitFor((one) => one.type === "Announce" && one["actor"] === host);
  const note = await fetch(String(boost["object"]), { headers: { accept: "application/activity+json" } });
  expect(await note.json()).toMatchObject({ type: "Note", attributedTo: await actorOf(site, "disponibilites") });
});

test("after an Undo nothing more arrives", async () => {
  await using site = await startSite();
  await using mastodon = await startFakeMastodon();
  await using other = await startFakeMastodon("bob");
  const slug = await nubo(site);
  const availability = await actorOf(site, "disponibilites");
  const follow = await mastodon.follow(availability);
  await mastodon.waitFor(isAccept(follow));
  await other.waitFor(isAccept(await other.follow(availability)));
  await mastodon.undo(follow);
  await gone(site, mastodon);

  await say(site, slug, "open");
  await other.waitFor(createdBy(availability));
  expect(mastodon.received.filter(({ type }) => type !== "Accept")).toEqual([]);
});

async function gone(site: TestSite, { actor }: FakeMastodon): Promise<void> {
  await expect
    .poll(() => site.db.selectFrom("followers").select("since").where("follower", "=", actor).execute())
    .toEqual([]);
}

test("an association on Mastodon asks for money: it is named, hears when all is there, and votes without promising", async () => {
  await using site = await startSite();
  await using mastodon = await startFakeMastodon();
  await mastodon.mention(await actorOf(site, "la_pomme"), "<p>Bonjour</p>"); // so that it is known here
  await expect.poll(() => site.db.selectFrom("messages").select("id").execute()).toHaveLength(1);
  const now = new Date();
  const deadline = new Date(now.getTime() + 30 * 86_400_000).toISOString();
  const request = await site.db.transaction().execute(async (tx) => {
    const asker = { actor: mastodon.actor, name: "Alice & Cie", address: mastodon.actor };
    const requester = await actorParty(tx, asker, now);
    const draft = asked({ deadline, poll: true, presets: ["20.00"] });
    const { code } = must(await draftFunding(tx, draft, { requester, original: `${mastodon.actor}/1`, now }));
    return must(await openFunding(tx, code, { by: requester.id, now }));
  });
  const campaign = `${site.origin}/ap/actors/${request.id}`;
  const opening = await mastodon.waitFor(createdBy(campaign));
  expect((opening["object"] as Activity)["tag"]).toContainEqual(
    expect.objectContaining({ type: "Mention", href: mastodon.actor }),
  );
  await mastodon.waitFor((one) => one.type === "Announce" && one["object"] === `${mastodon.actor}/1`);

  expect(await mastodon.find(`fonds_${request.code}@${new URL(site.origin).host}`)).toMatchObject({ id: campaign });
  await mastodon.waitFor(isAccept(await mastodon.follow(campaign)));
  const question = await pollOf(site, request.id);
  const note = { id: `${mastodon.actor}#votes/1`, type: "Note", attributedTo: mastodon.actor, name: "20\u00a0€" };
  const vote = { id: `${mastodon.actor}#votes/1/activity`, type: "Create", actor: mastodon.actor };
  const status = await mastodon.post(
    { ...vote, to: [campaign], object: { ...note, inReplyTo: question, to: [campaign] } },
    { to: `${campaign}/inbox` },
  );
  expect(status).toBe(202);
  const votes = async () => (await interestIn(site.db, site.origin, request)).votes;
  await expect.poll(votes).toContainEqual({ label: "20\u00a0€", count: 1 });

  const saying = { request: request.id, by: request.requester.id, now };
  must(await site.db.transaction().execute((tx) => makePledge(tx, promise(60_000), saying)));
  await mastodon.waitFor((one) => createdBy(campaign)(one) && JSON.stringify(one).includes("Le compte y est"));
  expect(mastodon.refused).toEqual([]);
});

/** The address of the poll of a request. */
async function pollOf({ db, origin }: TestSite, request: string): Promise<string> {
  const poll = db.selectFrom("notes").select("id").where("actor", "=", request).where("kind", "=", "poll");
  return noteIri(origin, (await poll.executeTakeFirstOrThrow()).id);
}

test("a mention is kept for the host to answer", async () => {
  await using site = await startSite();
  await using mastodon = await startFakeMastodon();
  const host = await actorOf(site, "la_pomme");
  await mastodon.mention(host, "<p>Bonjour, avez-vous de la place ? <script>alert(1)</script></p>");
  await expect
    .poll(() => site.db.selectFrom("messages").select(["author", "kind", "content"]).execute())
    .toEqual([{ author: mastodon.actor, kind: "mention", content: "<p>Bonjour, avez-vous de la place ? </p>" }]);
});
