import { followActor, unfollow } from "../../federation/send/follow.ts";
import { writeAnswer } from "../../federation/vocabulary/activities.ts";
import type { Transaction } from "../../src/foundation/database.ts";
import type { Outcome } from "../../src/foundation/outcome.ts";
import { draftFunding, extendFunding, openFunding } from "../../src/funding/changes.ts";
import { deliverFunding } from "../../src/funding/delivering.ts";
import { writeNews } from "../../src/funding/news.ts";
import { actorParty } from "../../src/funding/parties.ts";
import { changeHost } from "../../src/hosts/changes.ts";
import { findHost } from "../../src/hosts/queries.ts";
import { answerMessage, changeAnswer } from "../../src/messages/answer-changes.ts";
import { receiveMessages } from "../../src/messages/changes.ts";
import { changeOffer, createOffer, publishOffer, withdrawOffer } from "../../src/offers/changes.ts";
import { commitFunding } from "../../src/pledges/committing.ts";
import { settlePromised } from "../../src/pledges/due.ts";
import { makePledge } from "../../src/pledges/making.ts";
import { type Federated, followedBy, nextcloud, open, say, sentBy, withOffer } from "./federated.ts";
import { asked, must, promise } from "./funding.ts";

/** One thing this site says, and where it was met. */
export interface Emitted {
  readonly where: string;
  readonly document: Record<string, unknown>;
  readonly delivered: boolean;
  readonly open: boolean;
}

/** Everything this site says in the life of an offer and of a funding request, served and delivered. */
export async function everythingSaid(site: Federated): Promise<readonly Emitted[]> {
  await followedBy(site, "https://b.example/ap/instance");
  await withOffer(site);
  await say(site, { ...open, message: "Écrivez-nous & venez." });
  await say(site, { ...open, slots: 1 });
  await liveOn(site);
  await fundTogether(site);
  const delivered = (await sentBy(site.db)).map(({ document, open: seen }) => {
    return {
      where: `delivered ${document.type} of ${document.object?.type ?? document.object}`,
      document,
      delivered: true,
      open: seen,
    };
  });
  const served = await Promise.all((await addresses(site)).map((path) => servedAt(site, path)));
  return [...delivered, ...served.flat(), answerToFollow()];
}

async function liveOn(site: Federated): Promise<void> {
  const now = new Date();
  const host = await findHost(site.db);
  if (!host) throw new Error("no host");
  await site.change((tx) => changeOffer(tx, "nextcloud", { ...nextcloud, title: "Nextcloud 60 Go" }, { now }));
  await site.change((tx) => createOffer(tx, { ...nextcloud, title: "Autre" }, { slug: "autre", now }));
  await site.change((tx) => publishOffer(tx, "autre", now));
  await site.tellAll();
  await site.change((tx) => withdrawOffer(tx, "autre", now));
  await site.change((tx) => changeHost(tx, { ...host.profile, ...richer }, now));
  const followed = { id: "https://b.example/ap/instance", inbox: "https://b.example/inbox" };
  const actor = await site.db
    .selectFrom("handles")
    .selectAll()
    .where("kind", "=", "instance")
    .executeTakeFirstOrThrow();
  const following = { actor: { id: actor.id, kind: "instance" as const }, followed };
  await site.change((tx) => followActor(tx, site.reach, following, "11111111-1111-4111-8111-111111111111"));
  await site.change((tx) => unfollow(tx, site.reach, following));
  await site.tellAll();
  await answerAlice(site, host.id);
}

const alice = "https://social.example/users/alice";

/** Alice asks twice, in the open and in private; the open answer is changed and taken back. */
async function answerAlice(site: Federated, host: string): Promise<void> {
  const person = { id: alice, type: "Person", name: "Alice", handle: "alice", inbox: `${alice}/inbox` };
  await site.db.insertInto("remoteActors").values(person).execute();
  const by = { id: crypto.randomUUID(), name: "Ada", email: "ada@example.org" };
  await site.db
    .insertInto("accounts")
    .values({ ...by, role: "editor", passwordHash: "x" })
    .execute();
  const doing = { by, now: new Date() };
  const ids: string[] = [];
  for (const visibility of ["public", "direct"] as const) {
    const words = {
      id: `${alice}/statuses/${visibility}`,
      author: alice,
      recipients: [host],
      kind: "mention" as const,
    };
    const text = { content: "<p>?</p>", language: "fr", url: null, inReplyTo: null, continues: null, others: [] };
    const message = { ...words, ...text, visibility, published: null, updated: null };
    await site.change((tx) => receiveMessages(tx, [message]));
    const { number } = await site.db
      .selectFrom("messages")
      .select("number")
      .where("id", "=", message.id)
      .executeTakeFirstOrThrow();
    const answering = {
      actor: host,
      text: "Oui.\n\nVoyez https://hote-a.example/offers/autre",
      language: "fr",
      seen: 1,
    };
    const answered = await site.change((tx) => answerMessage(tx, number, answering, doing));
    if (!answered.done) throw new Error(answered.reason);
    ids.push(answered.value);
    await site.tellAll();
  }
  const [open = ""] = ids;
  await site.change((tx) => changeAnswer(tx, open, { text: "Non.", version: 1 }, doing));
  await site.tellAll();
}

/** Alice asks for money, and it comes together; she is asked by a poll, too, and says what came of it. */
async function fundTogether(site: Federated): Promise<void> {
  const now = new Date();
  const request = await site.change(async (tx) => {
    const requester = await actorParty(tx, { actor: alice, name: "Alice & Cie", address: `${alice}/page` }, now);
    const draft = asked({ deadline: dayIn(now, 60), extension: dayIn(now, 70), poll: true, presets: ["20.00"] });
    const { code } = must(await draftFunding(tx, draft, { requester, original: `${alice}/statuses/public`, now }));
    return must(await openFunding(tx, code, { by: requester.id, now }));
  });
  const deed = { by: request.requester.id, now };
  const news = {
    kind: "news" as const,
    text: "Merci <à> tous\u00a0!\n\nVoyez https://ailleurs.example/",
    deliverable: null,
  };
  const report = { text: "C’est là.", deliverable: "https://ailleurs.example/velo" };
  const saying = { request: request.id, by: request.requester.id, now };
  const steps: readonly ((tx: Transaction) => Promise<Outcome<unknown, unknown>>)[] = [
    (tx) => makePledge(tx, promise(30_000), saying),
    (tx) => extendFunding(tx, request.code, deed),
    (tx) => makePledge(tx, promise(30_000), saying),
    (tx) => writeNews(tx, request.code, news, deed),
    (tx) => commitFunding(tx, request.code, { ...deed, until: null }),
    (tx) => deliverFunding(tx, request.code, report, deed),
  ];
  for (const step of steps) {
    must(await site.change(step));
    await settlePromised(site.db, request.id, now);
    await site.tellAll();
  }
}

const dayIn = (now: Date, days: number): string =>
  new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);

const richer = {
  name: "H".repeat(200),
  summary: `${"é".repeat(5_000)}\n\nÀ Lyon.`,
  website: "https://www.hote-a.example/?a=1&b=2",
  country: "FR",
  legalForm: "association",
  dataLocation: "Lyon",
  memberOf: ["CHATONS", "Les Réseaux d’à côté"],
};

async function addresses(site: Federated): Promise<readonly string[]> {
  const handles = await site.db.selectFrom("handles").selectAll().execute();
  const said = await site.db.selectFrom("notes").select("id").execute();
  const notes = [...said, ...(await site.db.selectFrom("answers").select("id").execute())];
  const offers = await site.db.selectFrom("offers").select("id").execute();
  const requests = await site.db.selectFrom("fundingRequests").select("id").execute();
  const actors = handles.map(({ id, kind }) => (kind === "instance" ? "/ap/instance" : `/ap/actors/${id}`));
  const collections = [
    "outbox",
    "outbox?page=0",
    "followers",
    "following",
    "featured",
    "tags",
    "offers",
    "partners",
    "directory",
    "peers",
  ];
  return [
    ...actors.flatMap((path) => [path, ...collections.map((name) => `${path}/${name}`)]),
    ...notes.flatMap(({ id }) => [`/ap/notes/${id}`, `/ap/notes/${id}/replies`]),
    ...[...offers, ...requests].map(({ id }) => `/ap/proposals/${id}`),
  ];
}

async function servedAt(site: Federated, path: string): Promise<Emitted[]> {
  const response = await site.get(path);
  return response ? [{ where: `served ${path}`, document: await response.json(), delivered: false, open: true }] : [];
}

function answerToFollow(): Emitted {
  const follow = {
    id: "https://social.example/f/1",
    actor: "https://social.example/users/alice",
    object: "https://hote-a.example/ap/instance",
  };
  const document = writeAnswer(
    "https://hote-a.example/ap/activities/22222222-2222-4222-8222-222222222222",
    "Accept",
    follow,
  );
  return { where: "delivered Accept", document, delivered: true, open: false };
}
