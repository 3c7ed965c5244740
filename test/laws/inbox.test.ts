import fc from "fast-check";
import type { JobHelpers } from "graphile-worker";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openInbox } from "../../federation/inbox-batches.ts";
import {
  act,
  alice,
  bob,
  type Json,
  mallory,
  noteBy,
  permutations,
  type Receiving,
  startReceiving,
} from "../support/receiving.ts";

let site: Receiving;
beforeAll(async () => {
  site = await startReceiving();
});
afterAll(() => site[Symbol.asyncDispose]());

/** Forgets everything, hears these, and says what is here then. */
async function after(activities: readonly Json[], hear = site.hear) {
  for (const table of ["followers", "heard", "reactions", "messages"] as const)
    await site.db.deleteFrom(table).execute();
  await hear(...activities);
  const { db } = site;
  return {
    followers: await db
      .selectFrom("followers")
      .select(["actor", "follower"])
      .orderBy("actor")
      .orderBy("follower")
      .execute(),
    reactions: await db
      .selectFrom("reactions")
      .select(["kind", "actor", "object"])
      .orderBy("kind")
      .orderBy("actor")
      .execute(),
    messages: await db
      .selectFrom("messages")
      .select(["id", "content", "updated", "recipients", "kind"])
      .select((column) => column("deleted", "is", null).as("kept"))
      .orderBy("id")
      .execute(),
  };
}

async function sameInEveryOrder(activities: readonly Json[]) {
  const [first = [], ...others] = permutations(activities);
  const expected = await after(first);
  for (const other of others) expect(await after(other), other.map(({ type }) => type).join(" ")).toEqual(expected);
  return expected;
}

const versionsOf = (note: Json & { id: string }) =>
  ["2026-11-22T11:00:00Z", "2026-11-22T12:00:00Z"].map((updated, at) => {
    const also = at === 1 ? [site.host, site.offer] : [site.host];
    const tag = also.map((href) => ({ type: "Mention", href }));
    return act("Update", alice, { ...note, cc: also, tag, content: `<p>${at}</p>`, updated });
  });

test("Create, Update and Update end equal in every order", async () => {
  const note = noteBy(alice, [site.host]);
  const { messages } = await sameInEveryOrder([act("Create", alice, note), ...versionsOf(note)]);
  expect(messages).toMatchObject([{ content: "<p>1</p>", recipients: [site.ids.host, site.ids.offer].sort() }]);
});

test("Create, Update, Update and Delete leave nothing to read, in every order", async () => {
  const note = noteBy(alice, [site.host]);
  const all = [act("Create", alice, note), ...versionsOf(note), act("Delete", alice, note.id)];
  for (const order of permutations(all)) {
    const { messages } = await after(order);
    expect(messages.filter(({ content, kept }) => kept || content !== "")).toEqual([]);
  }
});

test("what is done and undone is not done, in every order and under both forms", async () => {
  const done = [act("Follow", alice, site.host), act("Like", alice, site.note), act("Announce", alice, site.note)];
  for (const form of [(one: Json) => one, (one: Json) => one["id"]])
    for (const one of done) {
      const end = await sameInEveryOrder([one, act("Undo", alice, form(one))]);
      expect([end.followers, end.reactions]).toEqual([[], []]);
    }
});

test("two things done and undone are not done, in all 24 orders", async () => {
  const pairs = [
    [act("Follow", alice, site.host), act("Follow", alice, site.host)],
    [act("Like", alice, site.note), act("Announce", alice, site.note)],
  ];
  for (const done of pairs) {
    const end = await sameInEveryOrder([...done, ...done.map((one) => act("Undo", alice, one.id))]);
    expect([end.followers, end.reactions]).toEqual([[], []]);
  }
});

test("copies of what came change nothing, wherever they come in between", async () => {
  const note = noteBy(alice, [site.host]);
  const [follow, like] = [act("Follow", alice, site.host), act("Like", alice, site.note)];
  const story = [
    ...[act("Create", alice, note), ...versionsOf(note), follow, like],
    ...[act("Undo", alice, follow), act("Follow", alice, site.offer)],
  ];
  const expected = await after(story);
  const copies = fc.array(fc.record({ of: fc.nat(story.length - 1), late: fc.nat(story.length) }), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(copies, async (repeated) => {
      const told = story.flatMap((one, at) => [
        one,
        ...repeated.filter(({ of, late }) => of <= at && at === Math.max(of, late)).map(({ of }) => story[of] as Json),
      ]);
      expect(await after(told)).toEqual(expected);
    }),
    { numRuns: 25 },
  );
});

test("twenty copies of one activity that several inboxes take at once have one effect", async () => {
  await after([]);
  const follow = act("Follow", alice, site.host);
  const note = noteBy(alice, [site.host]);
  const copies = Array.from({ length: 20 }, () => [follow, act("Create", alice, note, { id: `${note.id}/activity` })]);
  const accepts = () => site.db.selectFrom("outgoing").select("id").where("type", "=", "Accept").execute();
  const before = await accepts();
  const inboxes = [openInbox(site.reach), openInbox(site.reach), openInbox(site.reach)];
  await Promise.all(copies.map((both, at) => inboxes[at % 3]?.task(both, {} as JobHelpers)));
  expect((await accepts()).length - before.length).toBe(1);
  expect(await site.db.selectFrom("followers").selectAll().execute()).toHaveLength(1);
  expect(await site.db.selectFrom("messages").selectAll().execute()).toHaveLength(1);
  expect(await site.db.selectFrom("heard").selectAll().execute()).toHaveLength(2);
});

test("what comes in one batch ends as what comes one by one", async () => {
  const stories = [alice, bob, mallory].map((who) => {
    const note = noteBy(who, [site.host]);
    const follow = act("Follow", who, site.host);
    const edit = act("Update", who, { ...note, content: "<p>Plus tard</p>", updated: "2026-11-22T12:00:00Z" });
    const like = act("Like", who, site.note);
    return [act("Create", who, note), edit, follow, like, act("Undo", who, like), act("Delete", who, note.id)];
  });
  const told = fc.shuffledSubarray(stories.flat(), { minLength: 5 });
  await fc.assert(
    fc.asyncProperty(told, async (activities) => {
      expect(await after(activities, site.hearTogether)).toEqual(await after(activities));
    }),
    { numRuns: 60 },
  );
});

test("twenty copies at once have one effect", async () => {
  await after([]);
  const [like, follow] = [act("Like", alice, site.note), act("Follow", alice, site.host)];
  const before = await site.db.selectFrom("outgoing").select("id").where("type", "=", "Accept").execute();
  await Promise.all(Array.from({ length: 20 }, (_, at) => site.hear(at % 2 === 0 ? like : follow)));
  const sent = await site.db.selectFrom("outgoing").select("id").where("type", "=", "Accept").execute();
  expect(sent.length - before.length).toBe(1);
  expect(await site.db.selectFrom("reactions").selectAll().execute()).toHaveLength(1);
});
