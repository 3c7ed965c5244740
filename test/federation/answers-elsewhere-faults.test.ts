import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeAnswerSheet } from "../../federation/sent-answers.ts";
import { writeAnswerOffer, writeAnswerProposal } from "../../federation/vocabulary/answer.ts";
import { type Stamp, writeStamp } from "../../federation/vocabulary/stamp.ts";
import { addJob } from "../../src/foundation/jobs.ts";
import type { FundingRequest } from "../../src/funding/funding.ts";
import { listNotices } from "../../src/notices/queries.ts";
import type { JointTerms } from "../../src/offers/joint-terms.ts";
import { versionOf } from "../../src/offers/substance.ts";
import type { SentAnswer } from "../../src/sent-answers/sent-answer.ts";
import { answersTo, answerWhen, said } from "../support/answers-elsewhere.ts";
import { eventually } from "../support/eventually.ts";
import { type ForgedHost, startForgedHost } from "../support/forged-host.ts";
import { someFunding } from "../support/funding.ts";
import { startSite, type TestSite } from "../support/site.ts";
import type { Json } from "../support/strangers.ts";

let home: TestSite;
let lead: ForgedHost;
let partner: ForgedHost;
beforeAll(async () => {
  home = await startSite({ name: "La Pomme", handle: "la_pomme" });
  lead = await startForgedHost(home, "Le Rucher");
  partner = await startForgedHost(home, "La Loutre");
});
afterAll(async () => {
  for (const one of [lead, partner, home]) await one?.[Symbol.asyncDispose]();
});

/** What the lead shows and says of an answer that it gives with its partner; and how each may be made another. */
function answerOf(request: FundingRequest, more: Partial<JointTerms> = {}) {
  const [id, now] = [randomUUID(), new Date()];
  const [proposal, stampAt] = [`${lead.origin}/ap/proposals/${id}`, `${partner.origin}/ap/relationships/${id}`];
  const about = `${home.origin}/funding/${request.code}`;
  const campaign = `${home.origin}/ap/actors/${request.id}`;
  const { title } = request.content;
  const terms: JointTerms = {
    ...{ text: "Nous deux.", invoicing: lead.actor, supportEntry: null, liability: null, total: null },
    parts: [lead, partner].map(({ actor }) => ({ actor, roles: ["hosting"], share: null, does: null })),
    ...{ onLeaving: { mode: "suspend", words: null }, ...more },
  };
  const version = versionOf({ title, about, content: null, terms });
  const sent: SentAnswer = {
    ...{ id, campaign, proposal: `${home.origin}/ap/proposals/${request.id}`, page: about, title, paper: id },
    ...{ state: "offered", version: 1, offer: randomUUID(), undo: randomUUID(), standing: null, reason: null },
    ...{ answered: null, made: now, changed: now },
    content: {
      ...said("Nous deux."),
      partners: [{ actor: partner.actor, name: "La Loutre", page: partner.page, roles: ["hosting"], stamp: stampAt }],
      joint: { lead: { actor: lead.actor, name: "Le Rucher", page: lead.page }, version, terms, language: "fr" },
    },
  };
  const by = { actor: lead.actor, name: "Le Rucher", page: lead.page };
  const stamp: Stamp = {
    ...{ id: stampAt, subject: partner.actor, object: proposal, version, part: "open", note: null },
    ...{ given: now, changed: now },
  };
  const document = writeAnswerProposal({
    ...{ id: proposal, by: lead.actor, request: sent.proposal, name: title, sheet: `${proposal}/answer`, terms: null },
    ...{ published: now, changed: now, to: [campaign] },
  }) as Json;
  const offer = `${lead.origin}/ap/activities/${sent.offer}`;
  return {
    ...{ sent, stamp, document, proposal, offer },
    show(more: Json = {}, sheet: Json = {}) {
      lead.show(proposal, { ...document, ...more });
      lead.show(`${proposal}/answer`, { ...(writeAnswerSheet(lead.origin, sent, by) as Json), ...sheet });
    },
    sign: (more: Partial<Stamp> = {}) => partner.show(stampAt, writeStamp({ ...stamp, ...more }) as Json),
    lose: () => partner.show(stampAt, 410),
    /** Says where it is to be read, and waits until home has read it. */
    async say(speaker: ForgedHost = lead, id = offer) {
      const act = { id, actor: speaker.actor, to: campaign };
      await speaker.say(writeAnswerOffer(act, { proposal, request: sent.proposal, published: now }) as Json);
      await read();
    },
    heard: () => lead.heard.filter(({ object }) => object === offer),
  };
}

/** Waits until home has nothing more to look at. */
const read = () =>
  eventually(async () => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::integer as n from graphile_worker._private_jobs as job
      join graphile_worker._private_tasks as task on task.id = job.task_id
      where identifier = 'look-at-answer' and run_at <= now() and attempts = 0`.execute(home.db);
    return rows[0]?.n === 0;
  });

type Answer = ReturnType<typeof answerOf>;

/** Shows it, and signs it, each as the test has it. */
const lies: readonly (readonly [
  string,
  shown: (other: string) => readonly [Json, Json],
  signed: Partial<Stamp> | null,
])[] = [
  ["before its partner has signed", () => [{}, {}], null],
  ["with a signature under another version", () => [{}, {}], { version: "another" }],
  ["with a signature for something else", () => [{}, {}], { object: "https://autre.example/ap/proposals/1" }],
  ["with somebody else's signature", () => [{}, {}], { subject: "https://autre.example/ap/actors/1" }],
  ["that says something else than was signed", () => [{}, { title: "Autre chose" }], {}],
  ["to another request, in its document", (other) => [{ context: other }, {}], {}],
  ["of another host, in its document", () => [{ attributedTo: "https://autre.example/ap/actors/1" }, {}], {}],
];

describe("A joint answer from elsewhere", () => {
  let request: FundingRequest;
  let other: FundingRequest;
  beforeAll(async () => {
    request = await someFunding(home.db, new Date(), { title: "Un Nextcloud à plusieurs" });
    other = await someFunding(home.db, new Date(), { title: "Une visio" });
  });

  test.each(lies)("%s is shown to nobody, and its lead hears why", async (_, shown, signed) => {
    const answer: Answer = answerOf(request);
    answer.show(...shown(`${home.origin}/ap/proposals/${other.id}`));
    if (signed !== null) answer.sign(signed);
    await answer.say();
    const [refusal] = await eventually(async () => (answer.heard().length > 0 ? answer.heard() : null));
    expect(refusal).toMatchObject({ type: "Reject", content: expect.stringContaining("<p>") });
    expect(await answersTo(home, request)).toEqual([]);
    expect(await listNotices(home.db, [request.requester.id])).toEqual([]);
  });

  test("that another sends in its lead's name is not even looked at", async () => {
    const answer = answerOf(request);
    answer.show();
    answer.sign();
    const offer = `${partner.origin}/ap/activities/${randomUUID()}`;
    await answer.say(partner, offer);
    expect(lead.asked).not.toContain(answer.proposal);
    expect(await answersTo(home, request)).toEqual([]);
  });

  test("that was too early is shown as soon as it is signed; what is lost then ends it, once, and heals", async () => {
    const answer = answerOf(request);
    answer.show();
    await answer.say();
    await eventually(async () => answer.heard().some(({ type }) => type === "Reject"));
    answer.sign();
    await answer.say();
    await answerWhen(home, request, ({ broken }) => broken === null);
    await eventually(async () => answer.heard().some(({ type }) => type === "TentativeAccept"));

    const lookAgain = async () => {
      await home.db.transaction().execute((tx) => addJob(tx, "compare-answers", {}));
      await eventually(async () => {
        await sql`
          update graphile_worker._private_jobs set run_at = now() where starts_with(key, 'look-at-answer:')`.execute(
          home.db,
        );
        return true;
      });
    };
    answer.lose();
    await eventually(async () => {
      await lookAgain();
      const [one] = await answersTo(home, request);
      return one?.broken != null;
    });
    await lookAgain();
    await read();
    const toldOf = async () => (await listNotices(home.db, [request.requester.id])).map(({ what }) => what);
    await eventually(async () => (await toldOf()).includes("answer-broken"));
    const told = await toldOf();
    expect(told.filter((what) => what === "answer-broken")).toHaveLength(1);

    answer.sign();
    await answer.say();
    await answerWhen(home, request, ({ broken }) => broken === null);
  });

  test("whose partner's server is away waits, and is shown once that answers", async () => {
    const answer = answerOf(other);
    answer.show();
    answer.sign();
    partner.sleep(true);
    await answer.say();
    expect(await answersTo(home, other)).toEqual([]);
    expect(answer.heard()).toEqual([]);
    partner.sleep(false);
    await answer.say();
    await answerWhen(home, other, ({ broken }) => broken === null);
  });
});
