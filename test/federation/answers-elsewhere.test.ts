import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addJob } from "../../src/foundation/jobs.ts";
import type { FundingRequest } from "../../src/funding/funding.ts";
import { hostParty } from "../../src/funding/parties.ts";
import type { FundingProposal } from "../../src/funding/proposal.ts";
import { withdrawJoint } from "../../src/joint/changes.ts";
import { leaveJoint } from "../../src/joint/invitations.ts";
import { findInvitation } from "../../src/joint/queries.ts";
import { listNotices } from "../../src/notices/queries.ts";
import { answerElsewhere, changeAnswer, withdrawAnswer } from "../../src/sent-answers/changes.ts";
import {
  answersTo,
  answerTogether,
  answerWhen,
  choose,
  copyAt,
  openAt,
  paperOf,
  said,
  signAt,
  untilSent,
} from "../support/answers-elsewhere.ts";
import { eventually } from "../support/eventually.ts";
import { must } from "../support/funding.ts";
import { hostOf } from "../support/joint.ts";
import { befriend } from "../support/peers.ts";
import { startSite, type TestSite } from "../support/site.ts";

let home: TestSite;
let lead: TestSite;
let partner: TestSite;
beforeAll(async () => {
  home = await startSite({ name: "La Pomme", handle: "la_pomme" });
  lead = await startSite({ name: "Le Rucher", handle: "le_rucher" });
  partner = await startSite({ name: "La Loutre", handle: "la_loutre" });
  await befriend(home, lead);
  await befriend(lead, partner);
  await befriend(home, partner);
});
afterAll(async () => {
  for (const site of [home, lead, partner]) await site?.[Symbol.asyncDispose]();
});

const activity = { headers: { accept: "application/activity+json" } };

/** What whoever asks was told of, by what it was. */
async function toldOf({ db }: TestSite, { requester }: FundingRequest): Promise<readonly string[]> {
  return (await listNotices(db, [requester.id])).map(({ what }) => what);
}

async function send(request: FundingRequest, text: string) {
  const copy = await copyAt(lead, home, request);
  const answering = { origin: lead.origin, now: new Date() };
  return must(await lead.db.transaction().execute((tx) => answerElsewhere(tx, copy, said(text), answering)));
}

const isWith = (text: string) => (one: FundingProposal) => one.text === text;

describe("One host answers a request of another instance", () => {
  let request: FundingRequest;
  let id: string;
  test("in its own name: it is read there, and nobody else can read it at its address", async () => {
    request = await openAt(home, [lead], "Un Nextcloud à plusieurs");
    ({ id } = await send(request, "Nous hébergeons."));
    const answer = await answerWhen(home, request, isWith("Nous hébergeons."));
    const { actor } = await hostOf(lead);
    expect(answer).toMatchObject({ ...said("Nous hébergeons."), state: "made", broken: null, party: { actor } });
    await untilSent(lead, id, "shown");
    for (const path of [`/ap/proposals/${id}`, `/ap/proposals/${id}/answer`])
      expect((await fetch(lead.origin + path, activity)).status).toBe(404);
    expect(await toldOf(home, request)).toEqual(["answer"]);
  });

  test("once: another one is a change of the same", async () => {
    const copy = await copyAt(lead, home, request);
    const again = await lead.db
      .transaction()
      .execute((tx) => answerElsewhere(tx, copy, said("Encore."), { origin: lead.origin, now: new Date() }));
    expect(again).toEqual({ done: false, reason: "answered-already" });
    must(await lead.db.transaction().execute((tx) => changeAnswer(tx, id, said("Nous formons aussi."), new Date())));
    await answerWhen(home, request, isWith("Nous formons aussi."));
  });

  test("and hears that it is chosen, once, although whoever asks chooses twice", async () => {
    const [answer] = await answersTo(home, request);
    must(await choose(home, request, answer?.id ?? ""));
    expect(await choose(home, request, answer?.id ?? "")).toEqual({ done: false, reason: "chosen-already" });
    await untilSent(lead, id, "chosen");
    const { id: host } = await lead.db.transaction().execute((tx) => hostParty(tx, new Date()));
    const told = () => listNotices(lead.db, [host]);
    const [notice, ...more] = await eventually(async () => ((await told()).length > 0 ? told() : null));
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ what: "chosen", request: { title: request.content.title } });
  });

  test("and takes another one back: it is gone from its address, and withdrawn there", async () => {
    const other = await openAt(home, [lead], "Un courriel à nous");
    const sent = await send(other, "À reprendre.");
    await untilSent(lead, sent.id, "shown");
    must(await lead.db.transaction().execute((tx) => withdrawAnswer(tx, sent.id, new Date())));
    await answerWhen(home, other, ({ state }) => state === "withdrawn");
  });

  test("and learns why, when the request is closed meanwhile", async () => {
    const other = await openAt(home, [lead], "Une visio");
    await home.db.updateTable("fundingRequests").set({ state: "committed" }).where("id", "=", other.id).execute();
    const { id: late } = await send(other, "Trop tard.");
    const refused = await untilSent(lead, late, "refused");
    expect(refused.reason).toBe("Cette annonce ne prend plus de réponses.");
    expect(await answersTo(home, other)).toEqual([]);
  });
});

describe("Several hosts answer a request of another instance together", () => {
  let request: FundingRequest;
  let paper: Awaited<ReturnType<typeof paperOf>>;
  let invitation: string;
  test("nothing of it is there before each has signed exactly this version", async () => {
    request = await openAt(home, [lead, partner], "Des fichiers et de l’aide");
    paper = await answerTogether([lead, partner], home, request);
    await eventually(async () => (await paperOf(lead, paper.id)).state === "awaiting");
    expect(await answersTo(home, request)).toEqual([]);
    invitation = await signAt(partner, lead, paper);
    const answer = await answerWhen(home, request, ({ joint }) => joint?.version === paper.version);
    const [one, other] = [await hostOf(lead), await hostOf(partner)];
    expect(answer).toMatchObject({ state: "made", broken: null, amount: 60_000, party: { actor: one.actor } });
    expect(answer.partners).toEqual([
      expect.objectContaining({ ...other, stamp: expect.stringContaining(`${partner.origin}/ap/relationships/`) }),
    ]);
    expect(answer.joint?.terms).toEqual(paper.terms);
    await untilSent(lead, paper.id, "shown");
  });

  test("everybody reads at its home who does what, and whoever asks is told of one answer", async () => {
    const page = await (await fetch(`${home.origin}/funding/${request.code}`)).text();
    for (const words of ["Le Rucher", "la_loutre", "Nous hébergeons, et l’autre forme."]) expect(page).toContain(words);
    expect(await toldOf(home, request)).toEqual(["answer"]);
  });

  test("a partner leaves: it is shown as standing no more, cannot be chosen, and this is told once", async () => {
    must(await partner.db.transaction().execute((tx) => leaveJoint(tx, invitation, "Plus le temps.", new Date())));
    const answer = await answerWhen(home, request, ({ broken }) => broken !== null);
    expect(await choose(home, request, answer.id)).toEqual({ done: false, reason: "not-signed-now" });
    await untilSent(lead, paper.id, "suspended");
    await home.db.transaction().execute((tx) => addJob(tx, "compare-answers", {}));
    await eventually(async () => (await toldOf(home, request)).includes("answer-broken"));
    expect((await toldOf(home, request)).filter((what) => what === "answer-broken")).toHaveLength(1);
  });

  test("and comes back: it stands again, and the choice reaches the lead and its partner", async () => {
    await signAt(partner, lead, paper);
    const answer = await answerWhen(home, request, ({ broken }) => broken === null);
    must(await choose(home, request, answer.id));
    await untilSent(lead, paper.id, "chosen");
    await eventually(async () => (await paperOf(lead, paper.id)).chosen !== null);
    await eventually(async () => (await findInvitation(partner.db, invitation))?.chosen != null);
  });

  test("a partner leaves after the choice: it stands no more, and another answer may be chosen", async () => {
    must(await partner.db.transaction().execute((tx) => leaveJoint(tx, invitation, null, new Date())));
    const broken = await answerWhen(home, request, (one) => one.broken !== null);
    expect(broken.state).toBe("chosen");
    const copy = await copyAt(lead, home, request);
    expect(copy.content.title).toBe(request.content.title);
  });

  test("its lead gives it up: it is taken back there", async () => {
    const { actor: own } = await hostOf(lead);
    must(await lead.db.transaction().execute((tx) => withdrawJoint(tx, paper.id, { now: new Date(), own })));
    await answerWhen(home, request, ({ state }) => state === "withdrawn");
  });
});

describe("A request of a partner's own site", () => {
  test("is answered by another who leads, with that partner among those who sign", async () => {
    const request = await openAt(partner, [lead], "Un site à nous");
    const paper = await answerTogether([lead, partner], partner, request);
    await signAt(partner, lead, paper);
    const answer = await answerWhen(partner, request, ({ joint }) => joint?.version === paper.version);
    expect(answer.partners?.map(({ name }) => name)).toEqual([(await hostOf(partner)).name]);
    must(await choose(partner, request, answer.id));
    await eventually(async () => (await paperOf(lead, paper.id)).chosen !== null);
  });
});
