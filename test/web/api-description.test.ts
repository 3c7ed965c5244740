import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { fundingAsked } from "../../src/funding/api-examples.ts";
import { NewFundingInput } from "../../src/funding/form.ts";
import type { FundingSheet } from "../../src/funding/funding.ts";
import { actorParty, hostParty } from "../../src/funding/parties.ts";
import { showPayment } from "../../src/funding/payment.ts";
import { withdrawProposal } from "../../src/funding/proposals.ts";
import { findFunding } from "../../src/funding/queries.ts";
import { jointAsked } from "../../src/joint/api-examples.ts";
import { keepInvitation } from "../../src/joint/receiving.ts";
import { keepFunding } from "../../src/listed-funding/keeping.ts";
import { partnershipAsked } from "../../src/partnerships/api-examples.ts";
import { answerRequest } from "../../src/places/answering.ts";
import { receiveRequest } from "../../src/places/changes.ts";
import { commitFunding } from "../../src/pledges/committing.ts";
import { settleDueFunding } from "../../src/pledges/due.ts";
import { makePledge } from "../../src/pledges/making.ts";
import { nothingPromised } from "../../src/pledges/tallies.ts";
import { keepReview } from "../../src/reviews/keeping.ts";
import { mostSaidADay } from "../../src/sent-pledges/sent-pledge.ts";
import { problemsOf, scopeOf } from "../../src/web/api-document.ts";
import { type DescribedCall, type Received, readDescription, type Sending } from "../support/described-api.ts";
import { eventually } from "../support/eventually.ts";
import { promise, someFunding } from "../support/funding.ts";

import { askedByRucher } from "../support/joint-asked.ts";
import { know } from "../support/known-hosts.ts";
import { answers, startPeer } from "../support/peer.ts";
import { startSite } from "../support/site.ts";

const inMonths = (count: number) => new Date(Date.now() + count * 30 * 86_400_000).toISOString().slice(0, 10);

// This site is known by its own description alone; what stands here is only how to bring each state about.

const site = await startSite({ settings: { TRUSTED_PROXIES: "127.0.0.0/8" } });
const { calls, send } = await readDescription(site.origin);
const find = (id: string) => calls.find((call) => call.id === id) as DescribedCall;
const make = (scope: string) => send(find("createToken"), { token: site.token, body: { label: scope, scope } });
const tokens: Readonly<Record<string, string>> = {
  admin: site.token,
  offers: String((await make("offers")).body["token"]),
  read: String((await make("read")).body["token"]),
};
const other = await startSite({ name: "Mille Sabots", handle: "mille_sabots" });
const silent = await startPeer(answers(404));
const crowd = "198.51.100.1";

afterAll(async () => {
  await silent[Symbol.asyncDispose]();
  await other[Symbol.asyncDispose]();
  await site[Symbol.asyncDispose]();
});

// What is told meanwhile of the test before may hold the same rows: then it is tried again.
beforeEach(() => eventually(emptied));

async function emptied(): Promise<true> {
  await sql`delete from offers`.execute(site.db);
  await site.db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('catalogue'))`.execute(tx);
    await sql`delete from catalogue_offers`.execute(tx);
  });
  await sql`delete from handles where kind = 'offer'`.execute(site.db);
  await sql`delete from deliveries`.execute(site.db);
  await sql`delete from idempotency_keys`.execute(site.db);
  await sql`delete from peers`.execute(site.db);
  await sql`delete from blocks`.execute(site.db);
  return true;
}

/** With a token that opens the call, and no wider one. */
const allowed = (call: DescribedCall, sending: Sending = {}) =>
  send(call, { token: tokens[scopeOf(call.operation) ?? "read"] ?? null, ...sending });

/** Asks from the address of the crowd until it is not answered any more; that lasts five minutes, and the tests may take longer. */
async function crowdOut(): Promise<void> {
  while ((await send(find("readInstance"), { from: crowd })).status !== 429);
}

const draft = async () => void (await allowed(find("createOffer")));
const published = async () => {
  await draft();
  await allowed(find("publishOffer"));
};
const withdrawn = async () => {
  await published();
  await allowed(find("withdrawOffer"));
};
/** A published offer with these plans. */
const selling = async (...tiers: object[]) => {
  await draft();
  await allowed(find("changeOffer"), { body: { tiers } });
  await allowed(find("publishOffer"));
};
const price = (more: object) => ({ price: { model: "per-unit", unit: "GB", unitAmount: "1.00", ...more } });

async function failedDelivery(): Promise<{ id: string }> {
  const { id: actor } = await site.db
    .selectFrom("handles")
    .select("id")
    .where("kind", "=", "host")
    .executeTakeFirstOrThrow();
  const outgoing = randomUUID();
  await site.db
    .insertInto("outgoing")
    .values({ id: outgoing, actor, type: "Announce", body: "{}", public: true })
    .execute();
  const inbox = "https://mille-sabots.example/inbox";
  const { id } = await site.db
    .insertInto("deliveries")
    .values({
      ...{ outgoing, inbox, origin: new URL(inbox).origin, state: "failed" },
      ...{ attempts: 34, status: 502, problem: "502 Bad Gateway" },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { id: String(id) };
}

/** From now on no answer can be kept, until what this gives is called. */
async function withKeysHeld(): Promise<() => Promise<void>> {
  const locked = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const held = site.db.transaction().execute(async (tx) => {
    await sql`lock table idempotency_keys in share mode`.execute(tx);
    locked.resolve();
    await released.promise;
  });
  await locked.promise;
  return async () => {
    released.resolve();
    await held;
  };
}
const keyAwaited = () =>
  eventually(async () => {
    const { rows } =
      await sql`select 1 from pg_locks where relation = 'idempotency_keys'::regclass and not granted`.execute(site.db);
    return rows.length > 0;
  });

const asked = () => allowed(find("followPeer"), { body: { url: other.origin } });
/** Another instance that waits for us, or with this between us. */
async function waiting(relation: { ours?: string; theirs?: string } = { ours: "none", theirs: "pending" }) {
  const id = String((await asked()).body["id"]);
  await site.db.updateTable("peers").set(relation).where("id", "=", id).execute();
  return { id };
}
/** The host that the description names, known here. */
async function someHost(): Promise<void> {
  await eventually(async () => (await site.db.selectFrom("catalogueHosts").select("actor").execute()).length > 0);
  await sql`delete from vouches`.execute(site.db);
  await sql`delete from instances where origin = 'https://mille-sabots.example'`.execute(site.db);
  const actor = "https://mille-sabots.example/ap/actors/0192f1a0-0000-7000-8000-000000000002";
  await know(site.db, { origin: "https://mille-sabots.example", trust: 2, actor });
}
const vouching = async () => {
  await someHost();
  return { id: String((await allowed(find("giveVouch"))).body["id"]) };
};
const claimed = "We publish our accounts.";
const commitments = [{ claim: claimed, evidence: null, asOf: null, answer: null }];
const claiming = JSON.stringify({ name: "Mille Sabots", commitments });
/** The same host, which claims what the description says. */
async function someClaimer(): Promise<void> {
  await someHost();
  await sql`delete from reviews`.execute(site.db);
  await sql`update catalogue_hosts set trust = 3,
    profile = profile || ${claiming}::jsonb`.execute(site.db);
}
const reviewing = async () => {
  await someClaimer();
  return { id: String((await allowed(find("giveReview"))).body["id"]) };
};
/** It reviews what our own host claims. */
async function reviewed(): Promise<void> {
  await someClaimer();
  const reviewer = "https://mille-sabots.example/ap/actors/0192f1a0-0000-7000-8000-000000000002";
  const address = "https://mille-sabots.example/ap/relationships/0192f1a0-0000-7000-8000-000000000009";
  const word = { verdict: "confirms", why: "We read those of last year, and they add up." } as const;
  await site.db.transaction().execute(async (tx) => {
    const { id } = await tx.selectFrom("hosts").select("id").executeTakeFirstOrThrow();
    const facts = { address, reviewer, reviewed: `${site.origin}/ap/actors/${id}`, claim: claimed };
    const evidence = "https://mille-sabots.example/accounts";
    await keepReview(tx, { ...facts, ...word, evidence, said: new Date() }, new Date());
  });
}
const exampleOf = ({ operation }: DescribedCall) =>
  operation.requestBody?.content["application/json"]?.example as object | undefined;
const blocking = async () => ({ id: String((await allowed(find("blockDomain"))).body["id"]) });

/** A request for funding of the host, written down; with what else is asked for. */
async function drafted(more: object = {}): Promise<{ id: string }> {
  const { body } = await allowed(find("createFundingRequest"), {
    body: { ...bodies["createFundingRequest"], ...more },
  });
  return { id: String(body["id"]) };
}
const opened = async (more: object = {}) => {
  const params = await drafted(more);
  await allowed(find("openFundingRequest"), { params });
  return params;
};
const pledged = async (amount = "20.00", more: object = {}) => {
  const params = await opened(more);
  const body = { amount, ...(amount === "20.00" && { condition: { participants: 4 } }) };
  return { ...params, pledge: String((await allowed(find("makePledge"), { params, body })).body["id"]) };
};
const reached = async () => pledged("600.00");
const committed = async (more: object = {}) => {
  const params = await pledged("600.00", more);
  await allowed(find("commitFundingRequest"), { params });
  return params;
};
/** And those who promised know where to pay. */
const paying = async () => {
  const params = await committed();
  await site.db.transaction().execute(async (tx) => {
    const [{ id: by }, now] = [await hostParty(tx, new Date()), new Date()];
    await showPayment(tx, params.id, "https://caisse.example/velo", { by, now });
  });
  return params;
};
/** What somebody else asks for, or promises. */
async function strangers(promised: boolean): Promise<{ id: string; pledge: string }> {
  const { id, pledge } = await pledged("600.00");
  const party = await site.db.transaction().execute(async (tx) => {
    const actor = `https://social.example/users/${randomUUID()}`;
    return (await actorParty(tx, { actor, name: "AMAP du Lavoir", address: null }, new Date())).id;
  });
  if (!promised) return { id: (await someFunding(site.db, new Date(), bodies["createFundingRequest"])).code, pledge };
  const request = await findFunding(site.db, id);
  const saying = { request: request?.id ?? "", by: party, now: new Date() };
  const made = await site.db.transaction().execute((tx) => makePledge(tx, promise(1_000), saying));
  return { id, pledge: made.done ? made.value.pledge : "" };
}

/** A request of somebody else who asks the host to confirm its promise. */
async function confirmable(): Promise<{ id: string; pledge: string }> {
  const goal = { mode: "all-or-nothing", minimum: "20.00" };
  const request = await someFunding(site.db, new Date(), { goal, deadline: inMonths(6) });
  const { body } = await allowed(find("makePledge"), { params: { id: request.code }, body: { amount: "20.00" } });
  const asking = { by: request.requester.id, now: new Date(), until: null };
  await site.db.transaction().execute((tx) => commitFunding(tx, request.code, asking));
  return { id: request.code, pledge: String(body["id"]) };
}
const failed = async () => {
  const params = await opened();
  await settleDueFunding(site.db, new Date(`${inMonths(8)}T00:00:00Z`));
  return params;
};
const extensible = () => opened({ extension: inMonths(7) });
const answered = async () => {
  const params = await opened();
  return { ...params, proposal: String((await allowed(find("makeFundingProposal"), { params })).body["id"]) };
};

/** A request for a place in a published offer, which was answered. */
async function requested(): Promise<{ id: string }> {
  await published();
  await allowed(find("sayAvailability"));
  const now = new Date();
  const contact = { kind: "email" as const, address: "jardins@example.org" };
  const message = "An address for each of us, before spring.";
  const asked = { name: "Les Jardins du Lavoir", people: 20, message, contact };
  const text = "How much space do you need?";
  return site.db.transaction().execute(async (tx) => {
    const { id: offer } = await tx.selectFrom("offers").select("id").executeTakeFirstOrThrow();
    const received = await receiveRequest(tx, asked, { offer, form: randomUUID(), language: "fr", now });
    if (!received.done) throw new Error(received.reason);
    await answerRequest(tx, received.value.id, { act: "answer", text, account: null, now });
    return { id: received.value.id };
  });
}

const toSend = () => Object(find("sendPledge").operation.requestBody?.content["application/json"]?.example);

/** A request of another instance, as it was last shown here; with what else holds of it. */
async function copied(more: Partial<FundingSheet> = {}): Promise<void> {
  await someHost();
  const host = "https://mille-sabots.example/ap/actors/0192f1a0-0000-7000-8000-000000000002";
  const now = new Date();
  const sheet: FundingSheet = {
    ...NewFundingInput.parse(bodies["createFundingRequest"]),
    ...{ actor: "https://mille-sabots.example/ap/actors/0192f1c7-0000-7000-8000-000000000002", version: "1" },
    ...{ proposal: "https://mille-sabots.example/ap/proposals/0192f1c7-0000-7000-8000-000000000002", asOf: now },
    ...{ url: "https://mille-sabots.example/funding/7q4k", code: "7q4k", handle: "fonds_7q4k", state: "open" },
    requester: { name: "AMAP du Lavoir", address: null, actor: null },
    ...{ closes: null, original: null, previous: null, promises: nothingPromised, opened: now, extended: null },
    ...{ confirmUntil: null, committed: null, ended: null, ...more },
  };
  await site.db.transaction().execute((tx) => keepFunding(tx, host, [sheet], now));
  const id = String(toSend()["request"]);
  await site.db.updateTable("catalogueFunding").set({ id }).where("actor", "=", sheet.actor).execute();
}
const sentOne = async () => {
  await copied();
  return { id: String((await allowed(find("sendPledge"))).body["id"]) };
};

/** A request or a partnership of our host that stands like this. */
async function partnered(side: "asker" | "asked", state: string, count = 1): Promise<{ id: string }> {
  await site.db.deleteFrom("partnerships").execute();
  const now = new Date();
  const rows = Array.from({ length: count }, () => {
    const [id, offer, sabots] = [randomUUID(), randomUUID(), "https://mille-sabots.example"];
    const { rolesOffered = [], rolesWanted = [], message = "", kind } = partnershipAsked;
    const other = {
      other: `${sabots}/ap/actors/${offer}`,
      otherName: "Mille Sabots",
      otherPage: `${sabots}/@mille_sabots`,
    };
    const said = { kind, message, offer, rolesOffered: [...rolesOffered], rolesWanted: [...rolesWanted] };
    const answered = { answered: state === "accepted" ? now : null };
    const theirs = side === "asked" ? { document: `${sabots}/ap/relationships/${offer}`, theirShown: true } : {};
    return { ...other, ...said, ...theirs, ...answered, id, side, state, shown: true, asked: now, changed: now };
  });
  await site.db.insertInto("partnerships").values(rows).execute();
  return { id: rows[0]?.id ?? "" };
}
const answerable = () => partnered("asked", "received");

/** What is sent, where the example names somebody who is not there, or a day that will be over. */
const bodies: Readonly<Record<string, object>> = {
  followPeer: { url: other.origin },
  askPartnership: { ...partnershipAsked, to: `${other.origin}/@mille_sabots` },
  createFundingRequest: { ...fundingAsked, deadline: inMonths(6) },
  reopenFundingRequest: { ...fundingAsked, deadline: inMonths(6) },
};

/** What has to be there for each call to succeed; and the names in its address, where the examples do not do. */
const ready: Readonly<Record<string, () => Promise<unknown>>> = {
  readInstance: async () => {},
  listOffers: published,
  readOffer: published,
  quoteOffer: published,
  createOffer: async () => {},
  changeOffer: draft,
  deleteOffer: draft,
  publishOffer: draft,
  withdrawOffer: published,
  readAvailability: async () => {
    await published();
    await allowed(find("sayAvailability"));
  },
  sayAvailability: published,
  searchDirectory: async () => {
    await sql`delete from catalogue_hosts where origin <> ${site.origin}`.execute(site.db);
    await published();
    await eventually(async () => Number((await send(find("searchDirectory"))).body["total"]) > 0);
  },
  listPlaceRequests: async () => void (await requested()),
  readPlaceRequest: requested,
  erasePlaceRequest: requested,
  listTokens: async () => {},
  createToken: async () => {},
  deleteToken: async () => ({ id: String((await make("read")).body["id"]) }),
  listDeliveries: async () => void (await failedDelivery()),
  retryDelivery: failedDelivery,
  listPeers: async () => void (await asked()),
  readPeer: async () => ({ id: String((await asked()).body["id"]) }),
  followPeer: async () => {},
  leavePeer: waiting,
  approvePeer: waiting,
  rejectPeer: waiting,
  listBlocks: async () => void (await blocking()),
  blockDomain: async () => {},
  unblockDomain: blocking,
  listVouches: async () => void (await vouching()),
  giveVouch: async () => void (await someHost()),
  withdrawVouch: vouching,
  listPartnerships: async () => void (await answerable()),
  readPartnership: answerable,
  askPartnership: async () => void (await sql`delete from partnerships`.execute(site.db)),
  acceptPartnership: answerable,
  declinePartnership: answerable,
  counterPartnership: answerable,
  withdrawPartnership: () => partnered("asker", "sent"),
  endPartnership: () => partnered("asked", "accepted"),
  showPartnership: () => partnered("asked", "accepted"),
  listReviews: async () => void (await reviewing()),
  listReceivedReviews: reviewed,
  giveReview: someClaimer,
  withdrawReview: reviewing,
  listFundingRequests: async () => {
    await site.db.updateTable("fundingRequests").set({ state: "cancelled", ended: new Date() }).execute();
    await sql`update funding_requests set opened = null`.execute(site.db);
    return void (await opened());
  },
  createFundingRequest: async () => {},
  readFundingRequest: opened,
  openFundingRequest: drafted,
  cancelFundingRequest: opened,
  commitFundingRequest: reached,
  deliverFundingRequest: paying,
  listFundingProposals: async () => {
    const params = await opened();
    await allowed(find("makeFundingProposal"), { params });
    return params;
  },
  makeFundingProposal: opened,
  listPledges: pledged,
  makePledge: opened,
  changePledge: pledged,
  withdrawPledge: pledged,
  confirmPledge: confirmable,
  listSentPledges: async () => {
    await sql`truncate sent_pledges cascade`.execute(site.db);
    return void (await sentOne());
  },
  sendPledge: copied,
  withdrawSentPledge: sentOne,
  extendFundingRequest: extensible,
  writeFundingNews: opened,
  reopenFundingRequest: failed,
  chooseFundingProposal: answered,
  listAskings: async () => void (await askedTogether()),
  readAsking: () => askedTogether(),
  answerAsking: () => askedTogether(),
  quoteAsking: () => askedTogether(),
  proposeForAsking: () => askedTogether(),
  agreeToProposal: partnerAsked,
  listJointOffers: async () => void (await proposed()),
  readJointOffer: proposed,
  proposeJointOffer: someGiver,
  acceptJointOffer: invited,
  refuseJointOffer: invited,
  withdrawJointOffer: proposed,
  leaveJointOffer: async () => {
    const { id } = await invited();
    await allowed(find("acceptJointOffer"), { params: { id } });
    return { id };
  },
};

/** An association has asked our host with another, and stands like this. */
async function askedTogether(more: object = {}): Promise<{ id: string }> {
  await sql`delete from received_askings`.execute(site.db);
  const [id, now, asso] = [randomUUID(), new Date(), "https://asso.example/ap"];
  const page = "https://mille-sabots.example/@mille_sabots";
  const another = { name: "Mille Sabots", page, state: "partner", lead: false, chosen: true };
  const row = {
    ...{ id, document: `${asso}/relationships/1`, asker: `${asso}/actors/1`, offer: `${asso}/activities/1` },
    ...{
      name: "Les Lavandières",
      need: "A Nextcloud and a training for 12 people.",
      common: "https://asso.example/together/1",
    },
    ...{ standing: "led", chosen: "lead", answer: "lead", version: 1, received: now, changed: now },
    ...{ seenVersion: 1, rolesOffered: ["hosting"], rolesWanted: ["hosting"], needs: ["file-sharing"] },
    ...{ territory: "com:67482", people: 12, budget: 60_000, period: "year", wished: "2027-03-01" },
    contact: "Claire, claire@asso.example",
    others: JSON.stringify([{ ...another, actor: "https://mille-sabots.example/ap/actors/1", roles: ["training"] }]),
  };
  await site.db
    .insertInto("receivedAskings")
    .values({ ...row, ...more })
    .execute();
  return { id };
}
async function partnerAsked(): Promise<{ id: string }> {
  const result = {
    kind: "quote",
    url: null,
    text: "A Nextcloud for 12.",
    amount: null,
    currency: "EUR",
    period: "once",
    version: 1,
  };
  return askedTogether({ chosen: "partner", answer: "partner", result: JSON.stringify(result) });
}

/** A host is known at the address that the example of a joint offer names. */
async function someGiver(): Promise<void> {
  await sql`delete from joint_papers`.execute(site.db);
  const known = await site.db.selectFrom("catalogueHosts").select("actor").where("url", "=", partnerPage).execute();
  if (known.length > 0) return;
  const { origin } = new URL(partnerPage);
  await site.db.deleteFrom("instances").where("origin", "=", origin).execute();
  await know(site.db, { origin, name: "Le Rucher", trust: 3, actor: partnerActor });
  await site.db.updateTable("catalogueHosts").set({ url: partnerPage }).where("origin", "=", origin).execute();
}
const partnerPage = "https://le-rucher.example/@le_rucher";
const partnerActor = `https://le-rucher.example/ap/actors/${randomUUID()}`;

async function proposed(): Promise<{ id: string }> {
  await someGiver();
  return { id: String((await allowed(find("proposeJointOffer"))).body["id"]) };
}

/** Another host has asked ours to sign. */
async function invited(): Promise<{ id: string }> {
  await sql`delete from joint_invitations`.execute(site.db);
  const { actor: own } = await site.db
    .selectFrom("catalogueHosts")
    .select("actor")
    .where("trust", "=", 4)
    .executeTakeFirstOrThrow();
  await site.db.transaction().execute((tx) => keepInvitation(tx, askedByRucher(own), randomUUID(), new Date()));
  const { id } = await site.db
    .selectFrom("jointInvitations")
    .select("id")
    .orderBy("received", "desc")
    .executeTakeFirstOrThrow();
  return { id };
}

/** Chooses an answer that was taken back. */
async function takenBack(call: DescribedCall): Promise<Received> {
  const params = await answered();
  await site.db.transaction().execute(async (tx) => {
    const { id: by } = await hostParty(tx, new Date());
    await withdrawProposal(tx, params.id, params.proposal, { by, now: new Date() });
  });
  return allowed(call, { params });
}

/** A joint offer with something else than the example has. */
const joint = (more: object) => async (call: DescribedCall) => {
  await someGiver();
  return allowed(call, { body: { ...jointAsked, ...more } });
};

type Provoke = (call: DescribedCall, sending: Sending) => Promise<Received>;

/** With a body that puts something else in the place of the example's. */
const asking = (more: object) => async (call: DescribedCall) => {
  const body = { ...(bodies[call.id] as object), ...more };
  return allowed(call, call.id === "reopenFundingRequest" ? { params: await failed(), body } : { body });
};
const goal = (more: object) => asking({ goal: { ...fundingAsked.goal, ...more } });
const promising =
  (body: object, more: object = {}) =>
  async (call: DescribedCall) => {
    if (call.id !== "sendPledge") return allowed(call, { params: await pledged("600.00", more), body });
    await copied();
    return allowed(call, { body: { ...toSend(), ...body } });
  };

const narrower: Readonly<Record<string, string>> = { admin: "offers", offers: "read" };

/** How each refusal of the frame is brought about, whatever the call. */
/** Who guesses tokens is soon sent away: each call is tried from elsewhere. */
const strangerOf = (id: string): string =>
  `203.0.113.${1 + ([...id].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % 250)}`;

const anywhere: Readonly<Record<string, Provoke>> = {
  "token-missing": (call, sending) => send(call, { ...sending, token: null }),
  "token-unknown": (call, sending) => send(call, { ...sending, token: "nobody", from: strangerOf(call.id) }),
  "scope-too-narrow": (call, sending) =>
    send(call, { ...sending, token: tokens[narrower[scopeOf(call.operation) ?? ""] ?? ""] ?? null }),
  "too-many-requests": async (call, sending) => {
    const again = () => send(call, { ...sending, token: null, from: crowd });
    const received = await again();
    if (received.status === 429) return received;
    await crowdOut();
    return again();
  },
  "not-found": (call) =>
    allowed(call, { params: { slug: "nothing", id: call.id === "retryDelivery" ? "99999" : randomUUID() } }),
  "query-invalid": (call, sending) => allowed(call, { ...sending, query: "?limit=0" }),
  "cursor-unknown": (call, sending) => allowed(call, { ...sending, query: "?cursor=zzz" }),
  "json-malformed": (call, sending) => allowed(call, { ...sending, body: "{" }),
  "json-refused": (call, sending) => allowed(call, { ...sending, body: "[".repeat(30) + "]".repeat(30) }),
  "body-too-large": (call, sending) => allowed(call, { ...sending, body: JSON.stringify("a".repeat(300_000)) }),
  "not-json": (call, sending) => allowed(call, { ...sending, body: "a=b", headers: { "content-type": "text/plain" } }),
  invalid: (call, sending) => allowed(call, { ...sending, body: [] }),
  "header-invalid": (call, sending) => {
    const takesKey = call.operation.parameters?.some(({ name }) => name === "idempotency-key");
    return allowed(call, {
      ...sending,
      headers: takesKey ? { "idempotency-key": "a b" } : { "if-match": "x".repeat(300) },
    });
  },
  "changed-meanwhile": (call, sending) => allowed(call, { ...sending, headers: { "if-match": '"999999"' } }),
  "key-reused": async (call, sending) => {
    const token = site.token;
    const headers = { "idempotency-key": randomUUID() };
    await send(find("createToken"), { token, headers, body: { label: "another request", scope: "read" } });
    return send(call, { ...sending, token, headers });
  },
  "request-in-progress": async (call, sending) => {
    const headers = { "idempotency-key": randomUUID() };
    const release = await withKeysHeld();
    const first = allowed(call, { ...sending, headers });
    const second = await keyAwaited()
      .then(() => allowed(call, { ...sending, headers }))
      .finally(release);
    expect((await first).status).toBeLessThan(300);
    return second;
  },
};

/** Towards another place than in the example. */
const toThere = (call: DescribedCall, address: string) =>
  call.id === "askPartnership" ? { ...bodies[call.id], to: address } : { url: address };

const say = (body: object) => async (call: DescribedCall) => {
  await published();
  return allowed(call, { body });
};
const ask = (tiers: readonly object[], body: object) => async (call: DescribedCall) => {
  await selling(...tiers);
  return allowed(call, { body });
};
const after = (prepare: () => Promise<void>) => async (call: DescribedCall) => {
  await prepare();
  return allowed(call);
};
const gb = (GB: number) => ({ quantity: { GB } });
const one = [price({})];
const few = [
  price({
    model: "graduated",
    minimumUnits: 5,
    base: { upTo: 5, amount: "1.00" },
    bands: [{ from: 6, upTo: 9, unitAmount: "1.00" }],
  }),
];

/** How what a room refuses is brought about. */
const inRooms: Readonly<Record<string, (call: DescribedCall) => Promise<Received>>> = {
  "asking-over": async (call) =>
    allowed(call, { params: await askedTogether({ standing: "ended", ending: "closed" }) }),
  "not-lead": async (call) => allowed(call, { params: await askedTogether({ chosen: "partner" }) }),
  "nobody-to-sign": async (call) => allowed(call, { params: await askedTogether({ others: "[]" }) }),
  "quote-begun": async (call) => {
    const params = await askedTogether();
    await allowed(call, { params });
    return allowed(call, { params });
  },
  "nothing-proposed": async (call) =>
    allowed(call, { params: await askedTogether({ chosen: "partner", answer: "partner" }) }),
  "proposal-changed": async (call) => allowed(call, { params: await partnerAsked(), body: { version: 7 } }),
  "already-asked": async (call) => {
    await ready["askPartnership"]?.();
    await allowed(call, { body: bodies[call.id] });
    return allowed(call, { body: bodies[call.id] });
  },
  "too-many-open": async (call) => {
    await partnered("asker", "sent", 200);
    return allowed(call, { body: bodies[call.id] });
  },
  "expires-in-the-past": async (call) => {
    const [params, expires] = [await answerable(), "2020-01-01T00:00:00Z"];
    const body = call.id === "askPartnership" ? { ...bodies[call.id], expires } : { expires };
    return allowed(call, { params, body });
  },
  "not-yours-to-answer": async (call) => allowed(call, { params: await partnered("asker", "sent") }),
  "not-yours-to-withdraw": async (call) => allowed(call, { params: await answerable() }),
  "answered-already": async (call) => {
    const side = call.id === "withdrawPartnership" ? "asker" : "asked";
    return allowed(call, { params: await partnered(side, "accepted") });
  },
  "not-accepted": async (call) => allowed(call, { params: await partnered("asker", "sent") }),
  "partnership-expired": async (call) => allowed(call, { params: await partnered("asked", "expired") }),
  "partnership-over": async (call) => {
    const side = call.id === "withdrawPartnership" ? "asker" : "asked";
    return allowed(call, { params: await partnered(side, side === "asker" ? "declined" : "withdrawn") });
  },
  "address-malformed": (call) => allowed(call, { body: toThere(call, "où ?") }),
  "own-address": (call) => allowed(call, { body: { url: site.origin } }),
  unreachable: (call) => allowed(call, { body: toThere(call, "http://127.0.0.1:1/") }),
  "no-instance": (call) => allowed(call, { body: { url: silent.origin } }),
  "domain-malformed": (call) => allowed(call, { body: { domain: "où ?" } }),
  "own-domain": (call) => allowed(call, { body: { domain: new URL(site.origin).host } }),
  "not-asked": async (call) => allowed(call, { params: await waiting({ ours: "approved", theirs: "none" }) }),
  "domain-blocked": async (call) => {
    const params = await waiting();
    const id = randomUUID();
    await site.db
      .insertInto("blocks")
      .values({ id, domain: new URL(other.origin).host })
      .execute();
    const body = call.id === "followPeer" ? { url: other.origin } : bodies[call.id];
    const received = await allowed(call, { params, ...(body && { body }) });
    await allowed(find("unblockDomain"), { params: { id } });
    await eventually(async () => (await asked()).status < 300); // this process has heard of it
    return received;
  },
  "host-unknown": (call) => {
    if (call.id === "askPartnership") return allowed(call, { body: toThere(call, `${silent.origin}/@nobody`) });
    return allowed(call, { body: { ...exampleOf(call), actor: "https://nobody.example/1" } });
  },
  "own-host": async (call) => {
    if (call.id === "askPartnership") return allowed(call, { body: toThere(call, site.origin) });
    await someHost();
    const { id } = await site.db.selectFrom("hosts").select("id").executeTakeFirstOrThrow();
    return allowed(call, { body: { ...exampleOf(call), actor: `${site.origin}/ap/actors/${id}` } });
  },
  "claim-unknown": async (call) => {
    await someClaimer();
    return allowed(call, { body: { ...exampleOf(call), claim: "We sell your data." } });
  },
  "why-missing": async (call) => {
    await someClaimer();
    return allowed(call, { body: { ...exampleOf(call), verdict: "disputes", why: null } });
  },
  "too-many-reviews": async (call) => {
    await someClaimer();
    await sql`insert into reviews (id, reviewed, claim, digest, verdict, said)
      select gen_random_uuid(), 'https://h' || n || '.example/1', 'x', 'x', 'confirms', now()
      from generate_series(1, 500) as n`.execute(site.db);
    const received = await allowed(call);
    await sql`delete from reviews`.execute(site.db);
    return received;
  },
  "too-many-today": async (call) => {
    const { id } = await sentOne();
    await sql`insert into sent_pledge_versions (pledge, version, offer, said, visibility, amount)
      select ${id}, n, gen_random_uuid(), now(), 'visible', 2000 from generate_series(2, ${mostSaidADay}) as n`.execute(
      site.db,
    );
    const received = await allowed(call);
    await sql`truncate sent_pledges cascade`.execute(site.db);
    return received;
  },
  "too-many-vouches": async (call) => {
    await someHost();
    await sql`insert into vouches (id, vouched, given)
      select gen_random_uuid(), 'https://h' || n || '.example/1', now() from generate_series(1, 500) as n`.execute(
      site.db,
    );
    const received = await allowed(call);
    await sql`delete from vouches`.execute(site.db);
    return received;
  },
  "other-software": async (call) => {
    await using mastodon = await startPeer();
    mastodon.behave(({ path }, response) => {
      const links = [
        { rel: "http://nodeinfo.diaspora.software/ns/schema/2.0", href: `${mastodon.origin}/nodeinfo/2.0` },
      ];
      const body = path === "/nodeinfo/2.0" ? { software: { name: "mastodon" } } : { links };
      response.writeHead(path.includes("nodeinfo") ? 200 : 404, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    });
    return await allowed(call, { body: { url: mastodon.origin } });
  },
  "another-actor": async (call) => {
    await waiting();
    await site.db
      .updateTable("peers")
      .set({ actor: `${other.origin}/another` })
      .execute();
    return allowed(call, { body: { url: other.origin } });
  },
  "not-set-up": async (call) => {
    const hosts = await site.db.deleteFrom("hosts").returningAll().execute();
    const received = await allowed(call, { body: toThere(call, other.origin) });
    const kept = hosts.map((host) => ({ ...host, profile: JSON.stringify(host.profile) }));
    await site.db.insertInto("hosts").values(kept).execute();
    return received;
  },
  "minimum-missing": goal({ minimum: null }),
  "optimum-missing": goal({ mode: "minimum-then-optimum" }),
  "optimum-too-small": goal({ optimum: "5.00" }),
  "participants-missing": goal({ mode: "headcount" }),
  "period-missing": goal({ mode: "recurring", period: null }),
  "deadline-missing": asking({ deadline: null }),
  "deadline-in-the-past": async (call) => {
    if (call.id !== "openFundingRequest") return asking({ deadline: "2020-01-01" })(call);
    const params = await drafted();
    await sql`update funding_requests set content = jsonb_set(content, '{deadline}', '"2020-01-01"') where code = ${params.id}`.execute(
      site.db,
    );
    return allowed(call, { params });
  },
  "deadline-too-far": asking({ deadline: inMonths(60) }),
  "extension-too-early": asking({ extension: inMonths(1) }),
  "license-missing": asking({ kind: "shared-development" }),
  "pledges-contradict": asking({ maximumPledge: "4.00" }),
  "cap-too-small": asking({ cap: "50.00" }),
  "preset-out-of-bounds": asking({ presets: ["1.00"] }),
  "not-allowed": async (call) => allowed(call, { params: await strangers(false) }),
  "not-yours": async (call) => allowed(call, { params: await strangers(true) }),
  "wrong-state": async (call) => {
    if (call.id === "withdrawJointOffer") return allowed(call, { params: await invited() });
    if (call.id.endsWith("JointOffer")) return allowed(call, { params: await proposed() });
    if (call.id === "chooseFundingProposal") return takenBack(call);
    const params = await (call.id === "extendFundingRequest" ? extensible() : opened());
    await allowed(find("cancelFundingRequest"), { params });
    return allowed(call, { params });
  },
  "confirmations-pending": async (call) => {
    const params = await strangers(true);
    expect((await allowed(call, { params })).body["state"]).toBe("reached");
    return allowed(call, { params });
  },
  "deliverable-missing": async (call) => {
    const developed = { kind: "shared-development", license: "AGPL-3.0-or-later" };
    return allowed(call, { params: await committed(developed), body: { report: { text: "It is there." } } });
  },
  "no-extension-announced": async (call) => allowed(call, { params: await opened() }),
  "extended-already": async (call) => {
    const params = await extensible();
    await allowed(call, { params });
    return allowed(call, { params });
  },
  "request-unknown": async (call) => {
    const body = { ...toSend(), request: randomUUID() };
    return allowed(call, { body });
  },
  "request-over": async (call) => {
    await copied({ state: "failed" });
    return allowed(call);
  },
  "deadline-passed": async (call) => {
    if (call.id === "sendPledge") {
      await copied({ closes: new Date(Date.now() - 1_000) });
      return allowed(call);
    }
    const deadline = new Date(Date.now() + 1_000).toISOString();
    const params = await opened({ deadline, extension: inMonths(7) });
    await eventually(() => Date.now() > Date.parse(deadline));
    return allowed(call, { params });
  },
  "nothing-to-reopen": async (call) => allowed(call, { params: await opened(), body: bodies[call.id] }),
  "chosen-already": async (call) => {
    const params = await answered();
    await allowed(call, { params });
    return allowed(call, { params });
  },
  "not-signed-now": async (call) => {
    const params = await answered();
    await sql`update funding_proposals set broken = now() where id = ${params.proposal}`.execute(site.db);
    return allowed(call, { params });
  },
  "nothing-to-confirm": async (call) => allowed(call, { params: await pledged() }),
  "hosts-not-called": async (call) => allowed(call, { params: await opened({ call: { to: "nobody" } }) }),
  "not-open": async (call) => {
    const params = await pledged();
    await allowed(find("cancelFundingRequest"), { params });
    return allowed(call, { params });
  },
  "being-confirmed": async (call) => {
    const params = await strangers(true);
    const mine = (await allowed(find("listPledges"), { params, token: site.token })).body["items"];
    await allowed(find("commitFundingRequest"), { params });
    return allowed(call, { params: { ...params, pledge: String(Object(mine)[0]?.id) } });
  },
  "cap-reached": async (call) => {
    const params = await pledged("600.00", { cap: "700.00" });
    await allowed(find("makePledge"), { params, body: { amount: "100.00" } });
    return allowed(call, { params, body: { amount: "650.00" } });
  },
  "pledge-withdrawn": async (call) => {
    const params = await pledged();
    await allowed(find("withdrawPledge"), { params });
    return allowed(call, { params });
  },
  "pledge-lapsed": async (call) => {
    if (call.id === "withdrawSentPledge") {
      const sent = await sentOne();
      await site.db.updateTable("sentPledges").set({ standing: "lapsed" }).where("id", "=", sent.id).execute();
      return allowed(call, { params: sent });
    }
    const params = await opened();
    const body = { amount: "600.00", validUntil: new Date(Date.now() + 86_400_000).toISOString() };
    const pledge = String((await allowed(find("makePledge"), { params, body })).body["id"]);
    await settleDueFunding(site.db, new Date(Date.now() + 2 * 86_400_000));
    return allowed(call, { params: { ...params, pledge } });
  },
  committed: async (call) => allowed(call, { params: await committed() }),
  "pledge-too-small": promising({ amount: "4.99" }),
  "pledge-too-large": promising({ amount: "1000000.01" }),
  "valid-in-the-past": promising({ amount: "20.00", validUntil: "2020-01-01" }),
  "amount-other-currency": promising({ amount: "20.00", currency: "USD" }),
  "amount-malformed": promising({ amount: "1e3" }),
  "amount-negative": promising({ amount: "-20.00" }),
  "amount-decimals": promising({ amount: "20.001" }),
  "amount-zero": promising({ amount: "0.00" }),
  "amount-too-large": async (call) => {
    if (call.id !== "quoteOffer") return promising({ amount: "9999999999" })(call);
    return ask([price({ unitAmount: "999999999.00" })], gb(900_000))(call);
  },
  "slug-taken": async (call) => {
    if (call.id !== "proposeJointOffer") return after(draft)(call);
    await proposed();
    return allowed(call);
  },
  "partner-unknown": joint({ partners: [{ actor: "https://nobody.example/@nobody", roles: ["training"] }] }),
  "partner-twice": joint({
    partners: [
      { actor: partnerPage, roles: ["training"] },
      { actor: partnerPage, roles: ["support"] },
    ],
  }),
  "split-mixed": joint({ partners: [{ actor: partnerPage, roles: ["training"], share: { percent: 40 } }] }),
  "split-differs": joint({
    partners: [{ actor: partnerPage, roles: ["training"], share: { amount: "40.00" } }],
    lead: { share: { amount: "40.00" } },
    total: { amount: "120.00" },
  }),
  "percent-differs": joint({
    partners: [{ actor: partnerPage, roles: ["training"], share: { percent: 40 } }],
    lead: { share: { percent: 40 } },
  }),
  "other-version": async (call) => allowed(call, { params: await invited(), body: { version: "another" } }),
  "not-signed": async (call) => allowed(call, { params: await invited() }),
  "offer-is-withdrawn": after(withdrawn),
  "not-agreed": async (call) => {
    await someGiver();
    const { slug } = (await allowed(find("proposeJointOffer"))).body;
    return allowed(call, { params: { slug: String(slug) } });
  },
  "part-closed": async (call) => {
    await published();
    await sql`update offers set part_closed = true`.execute(site.db);
    return allowed(call);
  },
  "already-published": after(published),
  "not-published": after(draft),
  "not-a-draft": after(published),
  "next-opening-missing": say({ state: "between-waves" }),
  "next-opening-in-the-past": say({ state: "paused", nextOpening: "2020-01-01" }),
  "slots-exceed-capacity": say({ state: "open", slots: 7, capacity: 5 }),
  "slots-without-places": say({ state: "closed", slots: 7 }),
  "no-places-left": say({ state: "open", slots: 0 }),
  "tier-missing": ask(
    [
      { id: "a", ...price({}) },
      { id: "b", ...price({}) },
    ],
    gb(5),
  ),
  "tier-unknown": ask(one, { tier: "gold", ...gb(5) }),
  "price-missing": ask([{ title: "A" }], gb(5)),
  "on-quote": ask([{ price: { model: "on-quote" } }], gb(5)),
  "quantity-missing": ask(one, {}),
  "quantity-twice": ask(one, { quantity: { GB: 5, Go: 6 } }),
  "quantity-not-whole": ask(one, gb(7.5)),
  "quantity-negative": ask(one, gb(-7)),
  "quantity-too-large": ask(one, gb(1e15)),
  "below-minimum": ask(few, gb(4)),
  "above-maximum": ask(few, gb(10)),
};

describe("the description", () => {
  test("describes every call in plain words, in both languages", () => {
    expect(calls.map(({ id }) => id).sort()).toEqual(Object.keys(ready).sort());
    expect(new Set(calls.map(({ id }) => id)).size).toBe(calls.length);
    for (const { id, operation } of calls) {
      const { summary, description, tags, parameters = [] } = operation;
      expect({ id, summary, description, tags: tags?.length }).toEqual({
        ...{ id, summary: expect.stringMatching(/^[A-Z]/), tags: 1 },
        description: expect.stringMatching(/^[A-Z].*\.$/),
      });
      for (const parameter of parameters) expect(parameter.description, `${id} ${parameter.name}`).toMatch(/\.$/);
    }
  });

  test("explains each problem on the page that its type leads to, in both languages", async () => {
    const codes = new Set(
      calls.flatMap(({ operation }) =>
        Object.values(operation.responses).flatMap((one) => Object.keys(problemsOf(one))),
      ),
    );
    for (const language of ["fr", "en"]) {
      const page = await (await fetch(`${site.origin}/api`, { headers: { "accept-language": language } })).text();
      for (const code of [...codes, "failed", "method-not-allowed"])
        expect(page, code).toMatch(new RegExp(`id="problem-${code}".*?<dd>[^<]{10,}</dd>`, "s"));
      for (const { id } of calls) expect(page).toContain(`id="${id}"`);
      expect(page).not.toContain("<script");
    }
  });
});

describe.each(calls)("$id", (call) => {
  const { id, operation } = call;
  const prepared = async (): Promise<Sending> => ({
    params: { ...Object(await ready[id]?.()) },
    ...(bodies[id] && { body: bodies[id] }),
  });

  test("does what its own example says, and answers what its example shows", async () => {
    const { status, body } = await allowed(call, await prepared());
    expect(status).toBeLessThan(300);
    const example = operation.responses[status]?.content?.["application/json"]?.example;
    // Tokens are never taken away here, so their list is longer than the example.
    if (example !== undefined && id !== "listTokens") expect(masked(body)).toEqual(masked(example));
  });

  if (operation.responses["304"])
    test("is not sent again to whoever has it already", async () => {
      const sending = await prepared();
      const first = await allowed(call, sending);
      const etag = String(first.headers.get("etag"));
      const again = await allowed(call, { ...sending, headers: { "if-none-match": `"other", ${etag}` } });
      expect([again.status, again.headers.get("etag")]).toEqual([304, etag]);
      expect((await allowed(call, { ...sending, headers: { "if-none-match": '"other"' } })).status).toBe(200);
    });

  if (operation.requestBody?.required === false)
    test("takes an empty body, announced as JSON, for none", async () => {
      expect((await allowed(call, { ...(await prepared()), body: "" })).status).toBeLessThan(300);
    });

  const refusals = Object.entries(operation.responses).flatMap(([status, response]) =>
    Object.keys(problemsOf(response)).map((code) => ({ status: Number(status), code })),
  );

  test.each(refusals)("is refused with $status $code", async ({ status, code }) => {
    const special = inRooms[code];
    const provoke = anywhere[code];
    if (!special && !provoke) throw new Error(`nobody knows how ${code} comes about`);
    const received = special ? await special(call) : await provoke?.(call, await prepared());
    expect(received).toMatchObject({ status, body: { status, code, type: `/api#problem-${code}` } });
  });
});

describe.each([...new Set(calls.map(({ path }) => path))])("%s", (path) => {
  test("takes the methods that are described, and says so to others", async () => {
    const described = calls.filter((call) => call.path === path).map(({ method }) => method.toUpperCase());
    const other = ["PUT", "PATCH", "DELETE", "POST"].find((method) => !described.includes(method));
    const response = await fetch(`${site.origin}${path.replaceAll(/\{[^}]+\}/g, "some")}`, { method: String(other) });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")?.split(", ").sort()).toEqual(described.sort());
    expect(await response.json()).toMatchObject({ status: 405, code: "method-not-allowed" });
  });
});

/** Ids, instants, secrets and the site's own address are another each time; all else is as shown. */
function masked(value: unknown): unknown {
  const text = JSON.stringify(value)
    .replaceAll(/https?:\/\/((pomme|mille-sabots)\.example|127\.0\.0\.1:\d+)/g, "ORIGIN")
    .replaceAll(/"(mille-sabots\.example|127\.0\.0\.1:\d+)"/g, '"HOST"')
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "UUID")
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "INSTANT")
    .replaceAll(/"(deadline|extension)":"[\d-]+"/g, '"$1":"DAY"')
    .replaceAll(/"(id|request)":"[2-9b-z]{4}"/g, '"$1":"CODE"')
    .replaceAll(/(funding\/|fonds_)[2-9b-z]{4}"/g, '$1CODE"')
    .replaceAll(/essaim_[\w-]{43}/g, "TOKEN")
    .replaceAll(/"version":"[\w-]{43}"/g, '"version":"DIGEST"')
    .replaceAll(/"id":"\d+"/g, '"id":"NUMBER"');
  return JSON.parse(text);
}
