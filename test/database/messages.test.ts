import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { eraseMessage, keepReport, receiveMessages } from "../../src/messages/changes.ts";
import type { Message } from "../../src/messages/messages.ts";
import { listNews, listOpenReports, listUnanswered } from "../../src/messages/queries.ts";
import { databaseOfTests } from "../support/database.ts";

const db = await databaseOfTests(2);
beforeEach(async () => {
  await db.deleteFrom("messages").execute();
});

const alice = "https://ailleurs.example/users/alice";
const message = (more: Partial<Message> = {}): Message => ({
  ...{ id: `${alice}/${randomUUID()}`, author: alice, recipients: [randomUUID()], kind: "mention" },
  ...{ visibility: "public", content: "<p>Bonjour</p>", language: "fr", url: null, inReplyTo: null },
  ...{ continues: null, others: [] },
  ...{ published: new Date("2026-11-22T10:00:00Z"), updated: null },
  ...more,
});
const receive = (...messages: readonly Message[]) =>
  db.transaction().execute(async (tx) => {
    for (const one of messages) await receiveMessages(tx, [one]);
  });

test("what is written to the host waits for an answer, the oldest first; news does not", async () => {
  const [first, second] = [message(), message({ kind: "reply" })];
  await receive(first);
  await receive(second, message({ kind: "news" }));
  expect((await listUnanswered(db)).map(({ id }) => id)).toEqual([first.id, second.id]);
});

test("the newest version of a message is kept, in whatever order they come", async () => {
  const first = message();
  const [later, latest] = ["11", "12"].map((hour) => ({
    ...first,
    content: hour,
    updated: new Date(`2026-11-22T${hour}:00:00Z`),
  }));
  if (!later || !latest) throw new Error("there are two");
  await receive(latest, first, later);
  expect(await listUnanswered(db)).toMatchObject([{ content: "12" }]);
});

test("nobody changes or erases another's message", async () => {
  const mine = message();
  const theirs = { ...mine, author: "https://ailleurs.example/users/bob", content: "x", updated: new Date() };
  await receive(mine, theirs);
  await db.transaction().execute((tx) => eraseMessage(tx, mine.id, theirs.author, new Date()));
  expect(await listUnanswered(db)).toMatchObject([{ author: alice, content: mine.content }]);
});

test("what its author deletes is not shown, and stays so", async () => {
  const mine = message({ url: `${alice}/1` });
  await receive(mine);
  await db.transaction().execute((tx) => eraseMessage(tx, mine.id, alice, new Date()));
  await receive({ ...mine, updated: new Date() });
  expect(await listUnanswered(db)).toEqual([]);
  expect(await db.selectFrom("messages").select(["content", "url"]).execute()).toEqual([{ content: "", url: null }]);
});

test("news is shown only where it was said in public to the host, the newest first, under a name where one is known", async () => {
  const [host, association] = [randomUUID(), randomUUID()];
  await db
    .insertInto("handles")
    .values([
      { id: host, name: "la_pomme", kind: "host" },
      { id: association, name: "asso_velo", kind: "association" },
    ])
    .execute();
  const at = (hour: string, more: Partial<Message> = {}) =>
    message({
      ...{ kind: "news", content: hour, recipients: [host], published: new Date(`2026-11-22T${hour}:00:00Z`) },
      ...more,
    });
  const actor = { id: alice, type: "Person", name: "Alice", inbox: `${alice}/inbox` };
  await db.insertInto("remoteActors").values(actor).execute();
  const bob = "https://ailleurs.example/users/bob";
  await receive(
    at("10"),
    at("12", { author: bob }),
    at("11", { visibility: "followers" }),
    at("13", { kind: "mention" }),
    at("14", { recipients: [association] }),
  );
  const news = await listNews(db, 5);
  expect(news.map(({ author, content }) => [author, content])).toEqual([
    ["ailleurs.example", "12"],
    ["Alice", "10"],
  ]);
  expect(await listNews(db, 1)).toHaveLength(1);
});

test("a complaint is kept once, until someone has looked at it", async () => {
  const report = {
    id: "https://ailleurs.example/flags/1",
    reporter: alice,
    objects: ["https://hote-a.example/x"],
    contact: null,
  };
  await db.transaction().execute(async (tx) => {
    await keepReport(tx, { ...report, content: "Trop cher" });
    await keepReport(tx, { ...report, content: "Autre" });
  });
  expect(await listOpenReports(db)).toMatchObject([{ content: "Trop cher" }]);
});
