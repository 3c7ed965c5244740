import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { acceptFollower, rejectFollower } from "../../federation/receive/follow.ts";
import { followActor } from "../../federation/send/follow.ts";
import { RefusedAddress } from "../../src/foundation/outbound.ts";
import { withdrawOffer } from "../../src/offers/changes.ts";
import { sentBy } from "../support/federated.ts";
import {
  act,
  alice,
  bob,
  everyone,
  type Json,
  mallory,
  noteBy,
  type Receiving,
  startReceiving,
} from "../support/receiving.ts";

let site: Receiving;
beforeAll(async () => {
  site = await startReceiving();
});
afterAll(() => site[Symbol.asyncDispose]());
beforeEach(async () => {
  for (const table of [
    "followers",
    "followings",
    "heard",
    "reactions",
    "messages",
    "reports",
    "outgoing",
    "peers",
  ] as const)
    await site.db.deleteFrom(table).execute();
  await site.db.updateTable("remoteActors").set({ gone: null }).execute();
  site.asked.length = 0;
  site.documents.clear();
});

const followers = () => site.db.selectFrom("followers").select(["actor", "follower", "inbox", "accepted"]).execute();
const reactions = () => site.db.selectFrom("reactions").select(["kind", "actor", "object"]).execute();
const messages = () => site.db.selectFrom("messages").selectAll().orderBy("received").execute();
const answers = async () => (await sentBy(site.db)).map(({ document, open }) => ({ ...document, open }));

describe("Follow", () => {
  test.each(["host", "offer"] as const)("of the %s is kept, and answered with the whole of it", async (whom) => {
    const follow = act("Follow", alice, site[whom]);
    await site.hear(follow);
    const shared = "https://ailleurs.example/inbox";
    expect(await followers()).toEqual([{ actor: site.ids[whom], follower: alice, inbox: shared, accepted: true }]);
    const [accept, ...more] = await answers();
    expect(more).toEqual([]);
    const request = { id: follow.id, type: "Follow", actor: alice, object: site[whom] };
    expect(accept).toMatchObject({ type: "Accept", actor: site[whom], to: [alice], object: request, open: false });
  });

  test("that comes twice is answered once; a new one from the same is answered again", async () => {
    const follow = act("Follow", alice, site.host);
    await site.hear(follow, follow);
    expect(await answers()).toHaveLength(1);
    await site.hear(act("Follow", alice, { id: site.host, type: "Organization" }));
    expect(await answers()).toHaveLength(2);
    expect(await followers()).toHaveLength(1);
  });

  test("of the instance is for other instances only", async () => {
    await site.hear(act("Follow", bob, site.instance));
    expect(await followers()).toEqual([]);
    expect(await answers()).toMatchObject([{ type: "Reject", actor: site.instance, to: [bob] }]);
  });

  test("of the instance waits until it is approved", async () => {
    await site.db.updateTable("remoteActors").set({ type: "Application" }).where("id", "=", alice).execute();
    const who = { actor: { id: site.ids.instance, kind: "instance" as const }, follower: alice };
    await site.hear(act("Follow", alice, site.instance));
    expect(await followers()).toMatchObject([{ accepted: false }]);
    expect(await answers()).toEqual([]);
    expect(await site.change((tx) => acceptFollower(tx, site.reach, who))).toBe(true);
    expect(await site.change((tx) => acceptFollower(tx, site.reach, who))).toBe(false);
    expect(await followers()).toMatchObject([{ accepted: true }]);
    expect(await answers()).toMatchObject([{ type: "Accept", actor: site.instance }]);
    expect(await site.change((tx) => rejectFollower(tx, site.reach, who))).toBe(true);
    expect(await followers()).toEqual([]);
    expect((await answers()).map(({ type }) => type).sort()).toEqual(["Accept", "Reject"]);
  });

  test("of nobody, of a note or of someone else's actor has no effect", async () => {
    const unknown = `${site.origin}/ap/actors/00000000-0000-4000-8000-000000000000`;
    for (const object of [unknown, site.note, bob, null, 7, { type: "Person" }, `${site.origin}/@hote_a/../x`])
      await site.hear(act("Follow", alice, object));
    expect([await followers(), await answers()]).toEqual([[], []]);
  });

  test("of an offer that was withdrawn is rejected", async () => {
    await using other = await startReceiving();
    await other.change((tx) => withdrawOffer(tx, "nextcloud", new Date()));
    await other.hear(act("Follow", alice, other.offer));
    const sent = (await sentBy(other.db)).map(({ document }) => document.type);
    expect(sent).toContain("Reject");
    expect(await other.db.selectFrom("followers").selectAll().execute()).toEqual([]);
  });
});

describe("Undo of a Follow", () => {
  const followThen = async (undo: (follow: Json & { id: string }) => Json) => {
    const follow = act("Follow", alice, site.host);
    await site.hear(follow, undo(follow));
    return (await followers()).length;
  };

  test("by its author ends it, whether the Follow is embedded or only named", async () => {
    expect(await followThen((follow) => act("Undo", alice, follow))).toBe(0);
    expect(await followThen((follow) => act("Undo", alice, follow.id))).toBe(0);
  });

  test("ends it also under another id than it came under", async () => {
    const renamed = (follow: Json) => ({ ...follow, id: "https://ailleurs.example/follows/1/2" });
    expect(await followThen((follow) => act("Undo", alice, renamed(follow)))).toBe(0);
  });

  test("by a stranger, or by another of the same host, has no effect", async () => {
    for (const other of [mallory, bob]) {
      expect(await followThen((follow) => act("Undo", other, follow))).toBe(1);
      expect(await followThen((follow) => act("Undo", other, follow.id))).toBe(1);
      expect(await followThen((follow) => act("Undo", other, { ...follow, actor: other }))).toBe(1);
    }
  });

  test("that comes first keeps the late Follow without effect", async () => {
    const follow = act("Follow", alice, site.host);
    await site.hear(act("Undo", alice, follow.id), follow);
    expect([await followers(), await answers()]).toEqual([[], []]);
  });

  test("of an earlier Follow leaves the later one", async () => {
    const [first, second] = [act("Follow", alice, site.host), act("Follow", alice, site.host)];
    await site.hear(first, second, act("Undo", alice, first));
    expect(await followers()).toHaveLength(1);
  });

  test("of one actor leaves the follow of another", async () => {
    const [host, offer] = [act("Follow", alice, site.host), act("Follow", alice, site.offer)];
    await site.hear(host, offer, act("Undo", alice, host));
    expect(await followers()).toMatchObject([{ actor: site.ids.offer }]);
  });
});

describe("Accept and Reject of our Follow", () => {
  const ask = async () => {
    const actor = { id: site.ids.host, kind: "host" as const };
    const followed = { id: alice, inbox: `${alice}/inbox` };
    await site.change((tx) => followActor(tx, site.reach, { actor, followed }, crypto.randomUUID()));
    return (await site.db.selectFrom("followings").select("follow").executeTakeFirstOrThrow()).follow;
  };
  const state = async () => (await site.db.selectFrom("followings").select("state").executeTakeFirst())?.state;

  test("by the one we asked settles it, in whatever form it names the Follow", async () => {
    const follow = await ask();
    await site.hear(act("Accept", alice, follow));
    expect(await state()).toBe("accepted");
    await site.hear(act("Reject", alice, { id: follow, type: "Follow", actor: site.host, object: alice }));
    expect(await state()).toBe("rejected");
    await ask();
    await site.hear(act("Accept", alice, { type: "Follow", actor: site.host, object: alice }));
    expect(await state()).toBe("accepted");
  });

  test("by anybody else has no effect", async () => {
    const follow = await ask();
    const embedded = { id: follow, type: "Follow", actor: site.host, object: alice };
    for (const other of [bob, mallory]) await site.hear(act("Accept", other, follow), act("Reject", other, embedded));
    expect(await state()).toBe("requested");
  });

  test("an answer to an earlier Follow does not settle the later one, and a Reject is not taken back by a late Accept", async () => {
    const first = await ask();
    await site.hear(act("Reject", alice, first), act("Accept", alice, first));
    expect(await state()).toBe("rejected");
    await ask();
    await site.hear(act("Accept", alice, { id: first, type: "Follow", actor: site.host, object: alice }));
    expect(await state()).toBe("requested");
  });
});

describe("Block", () => {
  test("ends the follows of both, and of nobody else", async () => {
    for (const who of [alice, bob]) await site.hear(act("Follow", who, site.host));
    const following = { actor: site.ids.host, followed: alice, follow: `${site.origin}/x`, state: "accepted" };
    await site.db.insertInto("followings").values(following).execute();
    await site.hear(act("Block", mallory, site.host), act("Block", alice, bob));
    expect(await followers()).toHaveLength(2);
    await site.hear(act("Block", alice, site.host));
    expect(await followers()).toMatchObject([{ follower: bob }]);
    expect(await site.db.selectFrom("followings").selectAll().execute()).toEqual([]);
  });
});

describe("Like, EmojiReact and Announce", () => {
  test("of what is ours count once for each person", async () => {
    for (const object of [site.note, site.host, site.proposal, site.instance])
      await site.hear(
        act("Like", alice, object),
        act("EmojiReact", alice, { id: object }),
        act("Announce", alice, object),
      );
    await site.hear(act("Like", bob, site.note));
    const counted = await reactions();
    expect(counted).toHaveLength(9);
    expect(counted.filter(({ object }) => object === site.note)).toHaveLength(3);
  });

  test("of what is not ours, or is not there, count nowhere", async () => {
    const unknown = site.note.replace(/[0-9a-f]{12}$/, "000000000000");
    for (const object of [`${bob}/statuses/1`, unknown, `${site.origin}/`, null, []])
      await site.hear(act("Like", alice, object), act("Announce", alice, object));
    expect(await reactions()).toEqual([]);
  });

  test("are taken back by their author only, each kind by itself", async () => {
    const [like, boost] = [act("Like", alice, site.note), act("Announce", alice, site.note)];
    await site.hear(like, boost, act("Undo", mallory, like), act("Undo", bob, like.id));
    expect(await reactions()).toHaveLength(2);
    await site.hear(act("Undo", alice, like));
    expect(await reactions()).toMatchObject([{ kind: "boost" }]);
    await site.hear(act("Undo", alice, boost.id));
    expect(await reactions()).toEqual([]);
  });
});

describe("Create", () => {
  test("of a note that names ours is kept for each of them, cleaned", async () => {
    const content =
      '<p onclick="x()">Bonjour <a href="https://a.example" class="x">A</a><script>x</script><img src=x></p>';
    const note = noteBy(alice, [site.host, site.offer], { content, contentMap: { fr: content }, url: `${alice}/1` });
    const create = act("Create", alice, note);
    await site.hear(create, create, act("Create", alice, note));
    const [message, ...more] = await messages();
    expect(more).toEqual([]);
    expect(message).toMatchObject({
      ...{ id: note.id, author: alice, kind: "mention", visibility: "public", language: "fr", answered: null },
      content: '<p>Bonjour <a rel="nofollow noopener" href="https://a.example">A</a></p>',
      recipients: [site.ids.host, site.ids.offer].sort(),
    });
  });

  test.each([
    ["unlisted", { to: [`${alice}/followers`], cc: [everyone] }],
    ["followers", { to: [`${alice}/followers`], cc: [] }],
    ["direct", { to: "https://hote-a.example/x", cc: [] }],
    ["public", { to: ["as:Public"] }],
  ])("is %s as its addresses say", async (visibility, addresses) => {
    await site.hear(act("Create", alice, noteBy(alice, [site.instance], addresses)));
    expect(await messages()).toMatchObject([{ visibility, recipients: [site.ids.instance] }]);
  });

  test("of an answer to one of our notes is for its author", async () => {
    await site.hear(act("Create", alice, noteBy(alice, [], { inReplyTo: site.note })));
    expect(await messages()).toMatchObject([{ kind: "reply", recipients: [site.ids.offer], inReplyTo: site.note }]);
  });

  test("of someone we follow is news; of a stranger who does not name us it is nothing", async () => {
    const following = { actor: site.ids.host, followed: bob, follow: `${site.origin}/x` };
    await site.db
      .insertInto("followings")
      .values({ ...following, state: "accepted" })
      .execute();
    await site.hear(act("Create", alice, noteBy(alice, [bob])), act("Create", bob, noteBy(bob, [])));
    expect(await messages()).toMatchObject([{ kind: "news", author: bob, recipients: [site.ids.host] }]);
  });

  test("of someone we follow, said to a few who are not us, is kept for nobody", async () => {
    const following = { actor: site.ids.host, followed: bob, follow: `${site.origin}/x` };
    await site.db
      .insertInto("followings")
      .values({ ...following, state: "accepted" })
      .execute();
    await site.hear(act("Create", bob, noteBy(bob, [alice], { to: [alice], cc: [] })));
    expect(await messages()).toEqual([]);
  });

  test("that only names the note is read at its own origin", async () => {
    const note = noteBy(alice, [site.host]);
    site.documents.set(note.id, note);
    const foreign = noteBy(mallory, [site.host], { attributedTo: alice });
    site.documents.set(foreign.id, foreign);
    await site.hear(act("Create", alice, note.id), act("Create", alice, foreign.id));
    expect(await messages()).toMatchObject([{ id: note.id }]);
    expect(site.asked).toEqual([note.id]);
  });

  test("in another's name, with another's address, or of what nobody reads, is not believed", async () => {
    const forged = [
      noteBy(alice, [site.host], { attributedTo: bob }),
      noteBy(alice, [site.host], { id: `${mallory}/statuses/1` }),
      noteBy(alice, [site.host], { type: "Proposal" }),
      noteBy(alice, [site.host], { attributedTo: null }),
      { ...noteBy(alice, [site.host]), id: undefined },
    ];
    for (const note of forged) await site.hear(act("Create", alice, note));
    expect(await messages()).toEqual([]);
  });
});

describe("Update and Delete of a note", () => {
  test("by its author change and erase it; by anybody else they do nothing", async () => {
    const note = noteBy(alice, [site.host]);
    const edited = { ...note, content: "<p>Bonsoir</p>", updated: "2026-11-22T11:00:00Z" };
    await site.hear(act("Create", alice, note), act("Update", bob, { ...edited, attributedTo: bob }));
    await site.hear(act("Update", mallory, edited), act("Delete", mallory, note.id), act("Delete", bob, note.id));
    expect(await messages()).toMatchObject([{ content: "<p>Bonjour</p>", deleted: null }]);
    await site.hear(act("Update", alice, edited));
    expect(await messages()).toMatchObject([{ content: "<p>Bonsoir</p>" }]);
    await site.hear(act("Update", alice, { ...edited, content: "<p>Vieux</p>", updated: "2026-11-22T10:30:00Z" }));
    expect(await messages()).toMatchObject([{ content: "<p>Bonsoir</p>" }]);
    await site.hear(act("Delete", alice, { id: note.id, type: "Tombstone" }));
    expect(await messages()).toMatchObject([{ content: "", url: null, deleted: expect.any(Date) }]);
  });

  test("an edit reaches what was kept even if it names us no longer", async () => {
    const note = noteBy(alice, [site.host]);
    const edited = { ...note, cc: [], tag: [], content: "<p>Rien</p>", updated: "2026-11-22T11:00:00Z" };
    await site.hear(act("Create", alice, note), act("Update", alice, edited));
    expect(await messages()).toMatchObject([{ content: "<p>Rien</p>", recipients: [site.ids.host] }]);
  });

  test("what was deleted before it came is never kept", async () => {
    const note = noteBy(alice, [site.host]);
    await site.hear(act("Delete", alice, note.id), act("Create", alice, note), act("Update", alice, note));
    expect(await messages()).toEqual([]);
    const other = noteBy(alice, [site.host]);
    await site.hear(act("Delete", mallory, other.id), act("Create", alice, other));
    expect(await messages()).toHaveLength(1);
  });
});

describe("an actor elsewhere", () => {
  test("that is no more is forgotten, and nothing of it comes late; nobody else can say so", async () => {
    const note = noteBy(alice, [site.host]);
    await site.hear(act("Follow", alice, site.host), act("Like", alice, site.note), act("Create", alice, note));
    await site.hear(act("Delete", mallory, alice), act("Delete", bob, alice));
    expect([(await followers()).length, (await reactions()).length]).toEqual([1, 1]);
    await site.hear(act("Delete", alice, alice), act("Follow", alice, site.offer));
    expect([await followers(), await reactions()]).toEqual([[], []]);
    expect(await messages()).toMatchObject([{ content: "", deleted: expect.any(Date) }]);
  });

  test("that shows itself otherwise is asked at its own address, and its followers' inbox follows", async () => {
    await site.hear(act("Follow", alice, site.host));
    const moved = "https://ailleurs.example/other-inbox";
    await site.db.updateTable("remoteActors").set({ sharedInbox: moved }).where("id", "=", alice).execute();
    await site.hear(act("Update", alice, { id: alice, type: "Person", inbox: "https://mechant.example/" }));
    expect(site.asked).toEqual([alice]);
    expect(await followers()).toMatchObject([{ inbox: moved }]);
    await site.hear(act("Update", mallory, { id: alice, type: "Person" }));
    expect(site.asked).toEqual([alice]);
    await site.db
      .updateTable("remoteActors")
      .set({ sharedInbox: "https://ailleurs.example/inbox" })
      .where("id", "=", alice)
      .execute();
  });

  const home = "https://nouveau.example/users/alice";
  const refused = "https://10.0.0.1/users/alice";
  const settle = async (alsoKnownAs: unknown) => {
    await site.know(home);
    site.documents.set(home, { id: home, type: "Person", inbox: `${home}/inbox`, alsoKnownAs });
    site.documents.set(refused, new RefusedAddress("10.0.0.1"));
    await site.hear(act("Follow", alice, site.host));
  };

  test("that moves, and whose new account says so, takes its follows along; we ask it anew", async () => {
    await settle([alice]);
    const following = { actor: site.ids.host, followed: alice, follow: `${site.origin}/x` };
    await site.db
      .insertInto("followings")
      .values({ ...following, state: "accepted" })
      .execute();
    await site.hear(act("Move", alice, alice, { target: home }));
    expect(await followers()).toMatchObject([{ follower: home, inbox: "https://nouveau.example/inbox" }]);
    const followings = await site.db.selectFrom("followings").select(["followed", "state"]).execute();
    expect(followings).toEqual([{ followed: home, state: "requested" }]);
    expect(await answers()).toContainEqual(expect.objectContaining({ type: "Follow", actor: site.host, object: home }));
  });

  test("does not move when the target does not say so, or another says it", async () => {
    await settle([bob]);
    await site.hear(act("Move", alice, alice, { target: home }));
    site.documents.set(home, { id: home, alsoKnownAs: alice });
    await site.hear(act("Move", mallory, alice, { target: home }), act("Move", bob, alice, { target: home }));
    await site.hear(act("Move", alice, alice, { target: site.host }), act("Move", alice, alice, { target: null }));
    await site.hear(act("Move", alice, alice, { target: "nowhere" }), act("Move", alice, alice, { target: refused }));
    expect(await followers()).toMatchObject([{ follower: alice }]);
  });
});

describe("Flag", () => {
  test("of something here is kept for the host, of anything else it is not", async () => {
    await site.hear(act("Flag", alice, [site.host, { id: site.note }, bob], { content: "x".repeat(9_000) }));
    await site.hear(act("Flag", alice, [bob]), act("Flag", alice, null));
    const reports = await site.db.selectFrom("reports").selectAll().execute();
    expect(reports).toMatchObject([{ reporter: alice, objects: [site.host, site.note], handled: null }]);
    expect(reports[0]?.content).toHaveLength(5_000);
  });
});

describe("any activity", () => {
  test("of a kind that nobody here knows is heard, and does nothing", async () => {
    const known = ["Add", "Listen", "QuoteRequest"].map((type) => act(type, alice, site.host));
    const unknown = act("https://mechant.example/ns#Explode", alice, { type: "Bomb" });
    await site.hear(...known, unknown);
    const heard = await site.db.selectFrom("heard").select("activity").execute();
    expect(heard.map(({ activity }) => activity).sort()).toEqual([...known, unknown].map(({ id }) => id).sort());
  });

  test("in another form of JSON-LD is understood, under the same names only", async () => {
    const as = "https://www.w3.org/ns/activitystreams#";
    await site.hear({ ...act("as:Follow", alice, site.host), "@context": "https://www.w3.org/ns/activitystreams" });
    await site.hear({ ...act("Follow", alice, [{ id: site.offer }]), type: ["Follow"], actor: { id: alice } });
    expect(await followers()).toMatchObject([{ follower: alice }, { follower: alice }]);
    const hidden = { id: undefined, "@type": `${as}Follow`, [`${as}actor`]: { "@id": bob } };
    await site.hear({ ...act("Nothing", mallory, site.host), ...hidden });
    expect(await followers()).toHaveLength(2);
  });

  test("of endless addresses or with a NUL does nothing, and fails nowhere", async () => {
    const endless = `${alice}/${Array.from({ length: 9_000 }, () => Math.random().toString(36)).join("")}`;
    const note = noteBy(alice, [site.host], { content: "\u0000" });
    site.documents.set(note.id, note);
    await site.hear(act("Undo", alice, endless), act("Delete", alice, endless), act("Follow", alice, endless));
    await site.hear(act("Create", alice, { ...note, content: "", id: endless }), act("Create", alice, note.id));
    expect(await messages()).toEqual([]);
    await site.hear(act("Create", alice, noteBy(alice, [site.host], { inReplyTo: endless })));
    expect(await messages()).toMatchObject([{ inReplyTo: null }]);
  });

  test("takes at most five statements", async () => {
    await site.know("https://nouveau.example/users/alice");
    const home = "https://nouveau.example/users/alice";
    site.documents.set(home, { id: home, alsoKnownAs: [alice] });
    const note = noteBy(alice, [site.host, site.offer], { inReplyTo: site.note });
    const like = act("Like", alice, site.note);
    const following = { actor: site.ids.host, followed: alice, follow: `${site.origin}/x` };
    await site.db
      .insertInto("followings")
      .values({ ...following, state: "accepted" })
      .execute();
    const all = [
      ...[act("Follow", alice, site.host), like, act("Undo", alice, like), act("Announce", alice, site.note)],
      ...[act("Create", alice, note), act("Update", alice, { ...note, updated: "2026-11-23T00:00:00Z" })],
      ...[act("Delete", alice, note.id), act("Flag", alice, [site.host]), act("Accept", alice, `${site.origin}/x`)],
      ...[
        act("Update", alice, { id: alice }),
        act("Move", alice, alice, { target: home }),
        act("Block", alice, site.host),
      ],
      ...[act("Undo", alice, act("Follow", alice, site.host)), act("Delete", alice, alice)],
    ];
    for (const activity of all) {
      site.counter.statements = 0;
      await site.hear(activity);
      expect(site.counter.statements, String(activity["type"])).toBeLessThanOrEqual(5);
    }
  });
});
