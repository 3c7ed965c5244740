import { generateKeyPairSync } from "node:crypto";
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { availabilityDocument } from "../../federation/actors/availability.ts";
import { campaignDocument, requestProposalDocument, requestSheetDocument } from "../../federation/actors/campaign.ts";
import { hostDocument } from "../../federation/actors/host.ts";
import { instanceDocument } from "../../federation/actors/instance.ts";
import type { Keys } from "../../federation/actors/keys.ts";
import type { Local } from "../../federation/actors/local.ts";
import { offerDocument, proposalDocument } from "../../federation/actors/offer.ts";
import { audienceOf, noteOfAnswer, type StoredAnswer } from "../../federation/answers.ts";
import { noteOf } from "../../federation/notes.ts";
import { campaignState, openingNews, reachedNews } from "../../federation/send/funding-texts.ts";
import { optionsOf, pollWords } from "../../federation/send/polls.ts";
import type { Words } from "../../federation/send/saying.ts";
import { availabilityState, flipNews, offerNews } from "../../federation/send/texts.ts";
import {
  writeActorDelete,
  writeActorUpdate,
  writeAnnounce,
  writeAnswer,
  writeCreate,
  writeCreateQuestion,
  writeDelete,
  writeFollow,
  writeNoteUpdate,
  writeTombstone,
  writeUndo,
} from "../../federation/vocabulary/activities.ts";
import { readAgreement } from "../../federation/vocabulary/agreement.ts";
import { isProposal, readAnswerProposal } from "../../federation/vocabulary/answer.ts";
import { readAsking } from "../../federation/vocabulary/asking.ts";
import { readAskingAnswer } from "../../federation/vocabulary/asking-answer.ts";
import { writeCollection } from "../../federation/vocabulary/collection.ts";
import { everyone } from "../../federation/vocabulary/contexts.ts";
import { centsWithin } from "../../federation/vocabulary/datasheet.ts";
import { readEnding, readPartnership } from "../../federation/vocabulary/partnership.ts";
import type { Question } from "../../federation/vocabulary/question.ts";
import { readReferral, readTaken } from "../../federation/vocabulary/referral.ts";
import { embedReview, type ReviewDocument, writeReview } from "../../federation/vocabulary/review.ts";
import { embedVouch, type VouchDocument, writeVouch } from "../../federation/vocabulary/vouch.ts";
import { projectPath } from "../../src/foundation/project-path.ts";
import type { Handle } from "../../src/hosts/handles.ts";
import { emptyProfile } from "../../src/hosts/host.ts";
import { readShownAnswer } from "../../src/received-answers/shown.ts";
import { nextcloud, open } from "../support/federated.ts";
import { agreementExamples } from "../support/some-agreements.ts";
import { answerExamples } from "../support/some-answers.ts";
import { askingExamples } from "../support/some-askings.ts";
import { asker, someCampaign } from "../support/some-campaign.ts";
import { jointExamples } from "../support/some-joint.ts";
import { partnershipExamples } from "../support/some-partnerships.ts";
import { referralExamples } from "../support/some-referrals.ts";

const origin = "https://hote-a.example";
const created = new Date("2026-11-22T08:00:00Z");
const now = new Date("2026-11-22T10:00:00Z");
const idOf = (n: number) => `0192f1a0-0000-7000-8000-00000000000${n}`;
const handle = (n: number, name: string, kind: Handle["kind"]): Handle => ({
  id: idOf(n),
  name,
  kind,
  created,
  gone: null,
});
const instance = handle(1, "instance", "instance");
const host = handle(2, "hote_a", "host");
const availability = handle(3, "disponibilites", "availability");
const service = handle(4, "nextcloud", "offer");

const offer = {
  offer: {
    ...({
      id: service.id,
      slug: "nextcloud",
      handle: service.name,
      state: "published",
      position: 1,
      version: 1,
    } as const),
    ...{ content: nextcloud, created, changed: created, published: created, withdrawn: null },
    ...{ archived: null, farewell: null },
  },
  availability: { ...open, confirmed: now, expires: new Date("2026-12-22T10:00:00Z") },
  joint: null,
};
const profile = {
  ...emptyProfile("Hôte A", "fr"),
  summary: "Hébergeur associatif. Nos offres et nos disponibilités sont des comptes que vous pouvez suivre.",
  website: "https://www.hote-a.example/",
  country: "FR",
  memberOf: ["CHATONS"],
};
const local: Local = {
  ...{ origin, now, instance, availability, language: "fr", offers: [offer] },
  host: { id: host.id, handle: host.name, profile, logo: [], created, changed: created },
};
const pair = generateKeyPairSync("ed25519");
const keys: Keys = {
  ...{ rsa: pair.privateKey, ed25519: pair.privateKey },
  rsaPublicPem: "-----BEGIN PUBLIC KEY-----\n...\n-----END PUBLIC KEY-----\n",
  ed25519Multibase: "z6Mk...",
};
const iri = ({ id, kind }: Handle) => (kind === "instance" ? `${origin}/ap/instance` : `${origin}/ap/actors/${id}`);
const activity = (n: number) => `${origin}/ap/activities/${idOf(n)}`;
const act = (n: number, by: Handle) => ({
  ...{ id: activity(n), actor: iri(by), published: now, to: [everyone], cc: [`${iri(by)}/followers`] },
});
const note = (n: number, author: Handle, words: Words, edited = false) =>
  noteOf(origin, author, {
    ...{ id: idOf(n), actor: author.id, language: "fr", mentions: [], ...words },
    ...{ published: edited ? created : now, updated: edited ? now : null },
  });
const followOfPeer = {
  id: "https://hote-b.example/ap/activities/1",
  actor: "https://hote-b.example/ap/instance",
  object: iri(instance),
};
const ourFollow = { id: activity(9), actor: iri(instance), object: "https://hote-b.example/ap/instance" };
const flip = note(6, availability, flipNews(local, offer));

const answer: StoredAnswer = {
  ...{ id: idOf(8), actor: host.id, visibility: "unlisted", language: "fr", version: 1, told: 0 },
  text: "Oui, il reste trois places.\n\nTout est sur https://hote-a.example/offers/nextcloud.",
  ...{ published: now, updated: null, deleted: null },
  message: "https://social.example/users/alice/statuses/1",
  author: "https://social.example/users/alice",
  ...{ handle: "alice", url: "https://social.example/@alice", inbox: "https://social.example/users/alice/inbox" },
};
const privately: StoredAnswer = { ...answer, visibility: "direct" };
const answerNote = noteOfAnswer(origin, host, answer);
const answerAct = (n: number) => ({ id: activity(n), actor: iri(host), published: now, ...audienceOf(answer) });

const vouch: VouchDocument = {
  id: `${origin}/ap/relationships/${idOf(7)}`,
  ...{ subject: iri(host), object: "https://hote-b.example/ap/actors/1", given: now },
  reason: "Nous échangeons nos sauvegardes depuis trois ans.",
};

const review: ReviewDocument = {
  id: `${origin}/ap/relationships/${idOf(8)}`,
  ...{ subject: iri(host), object: "https://hote-b.example/ap/actors/1", verdict: "disputes", said: now },
  claim: "Nous publions nos comptes chaque année.",
  why: "Ceux de 2025 ne sont pas sur leur site\u00a0: nous les avons cherchés le 20 novembre.",
  evidence: "https://hote-b.example/comptes",
};

const campaign = handle(9, "fonds_7q4k", "campaign");
const request = someCampaign({ id: campaign.id, created, now });
/** What the campaign says to whom it names. */
const said = (n: number, { named = [], ...words }: Words) =>
  noteOf(origin, campaign, {
    ...{ id: idOf(n), actor: campaign.id, language: "fr", ...words, published: now, updated: null },
    mentions: named.map(({ href, account }) => ({ href, account })),
  });
const toAsker = (n: number) => ({ ...act(n, campaign), cc: [...act(n, campaign).cc, asker] });
const question: Question = {
  ...said(6, pollWords(local, request)),
  ...{
    options: optionsOf(local, request).map((name, votes) => ({ name, votes })),
    ends: new Date("2027-01-31T23:00:00Z"),
  },
};

/** Everything this site says, by the name of its example. */
const examples: Readonly<Record<string, object | null>> = {
  "01-host-actor": hostDocument(local, keys),
  "02-offer-actor": offerDocument(local, offer, service, keys),
  "03-availability-actor": availabilityDocument(local, availability, keys),
  "04-instance-actor": instanceDocument(local, keys),
  "05-offer-proposal": proposalDocument(local, offer),
  "06-offer-announcement": writeCreate(act(5, service), note(5, service, offerNews(local, offer))),
  "06b-host-boost": writeAnnounce(act(6, host), `${origin}/ap/notes/${idOf(5)}`),
  "07-availability-change-note": writeCreate(act(7, availability), flip),
  "07b-availability-pinned-update": writeNoteUpdate(
    act(8, availability),
    note(7, availability, availabilityState(local), true),
  ),
  "07c-proposal-announced-to-peers": writeAnnounce(act(8, instance), `${origin}/ap/proposals/${service.id}`),
  "08-offer-actor-update": writeActorUpdate(act(8, service), offerDocument(local, offer, service, keys)),
  "09-offer-withdrawn": writeActorDelete(act(8, service)),
  "09b-tombstone": writeTombstone({ id: iri(service), formerType: "Service", deleted: now }),
  "10-follow": writeFollow(ourFollow),
  "10b-undo-follow": writeUndo(activity(8), ourFollow),
  "10c-accept-follow": writeAnswer(activity(8), "Accept", followOfPeer),
  "10d-reject-follow": writeAnswer(activity(8), "Reject", followOfPeer),
  "11-answer": writeCreate(answerAct(5), answerNote),
  "11b-answer-update": writeNoteUpdate(answerAct(6), { ...answerNote, updated: now }),
  "11c-answer-delete": writeDelete(answerAct(7), { id: answerNote.id, formerType: "Note", deleted: now }),
  "11d-private-answer": writeCreate({ ...answerAct(9), cc: [] }, noteOfAnswer(origin, host, privately)),
  "13-directory": writeCollection({
    id: `${iri(instance)}/directory`,
    owner: iri(instance),
    total: 1,
    items: [iri(host)],
  }),
  "12-vouch": writeVouch(vouch),
  "12b-vouches": writeCollection({
    id: `${iri(host)}/vouches`,
    owner: iri(host),
    total: 1,
    items: [embedVouch(vouch)],
  }),
  "12c-vouch-announced-to-peers": writeAnnounce(act(9, instance), vouch.id),
  "12d-vouch-withdrawn": writeTombstone({ id: vouch.id, formerType: "Relationship", deleted: now }),
  "12e-review": writeReview(review),
  "12f-reviews": writeCollection({
    id: `${iri(host)}/reviews`,
    owner: iri(host),
    total: 1,
    items: [embedReview(review)],
  }),
  "12g-review-announced-to-peers": writeAnnounce(act(9, instance), review.id),
  "12h-review-withdrawn": writeTombstone({ id: review.id, formerType: "Relationship", deleted: now }),
  "15-campaign-actor": campaignDocument(local, request, campaign, keys),
  "15b-campaign-proposal": requestProposalDocument(local, request),
  "15c-campaign-datasheet": requestSheetDocument(local, request),
  "16-campaign-opening": writeCreate(toAsker(5), said(5, openingNews(local, request))),
  "16b-campaign-boosts-original": writeAnnounce(toAsker(6), `${asker}/statuses/1150001`),
  "16c-campaign-poll": writeCreateQuestion(toAsker(6), question),
  "16d-campaign-pinned-update": writeNoteUpdate(
    act(7, campaign),
    note(7, campaign, campaignState(local, request), true),
  ),
  "16e-campaign-reached": writeCreate(act(8, campaign), note(8, campaign, reachedNews(local, request))),
  ...partnershipExamples({ origin, host: iri(host), now }),
  ...agreementExamples({
    ...{ origin, now, host: iri(host), campaign: iri(campaign) },
    proposal: `${origin}/ap/proposals/${campaign.id}`,
  }),
  ...referralExamples({ origin, now, host: iri(host) }),
  ...jointExamples({ origin, now, local, offer, service, keys }),
  ...answerExamples({ origin, now, host: iri(host) }),
  ...askingExamples({ origin, now, asker: `${origin}/ap/actors/0192f1c9-7c1a-7cc2-8b5e-3f2a9c1d7e42` }),
  "14-followers": writeCollection({ id: `${iri(host)}/followers`, owner: iri(host), total: 12 }),
};

test.each(Object.entries(examples))("the example %s shows what is said", async (name, document) => {
  const file = projectPath("federation", "examples", `${name}.json`);
  await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot(file);
});

test("the answer among them is one that our own readers understand, as long as its version is that of what it says", () => {
  const read = readAnswerProposal(examples["27b-answer-proposal"]);
  expect(read).toMatchObject({ by: iri(host), sheet: `${read?.id}/answer` });
  const at = { origin, proposal: read?.id ?? "", actor: iri(host) };
  const sheet = centsWithin(examples["27c-answer-sheet"]) as { readonly title: string };
  expect(readShownAnswer(sheet, at)).toMatchObject({ state: "offered", content: { amount: 60_000 } });
  for (const lie of [
    { ...sheet, title: "Autre chose" },
    { ...sheet, about: "https://hote-b.example/funding/zzzz" },
    { ...sheet, by: { ...at, page: `${origin}/@hote_a`, actor: "https://autre.example/ap/actors/1", name: "Autre" } },
  ])
    expect(readShownAnswer(lie, at)).toBeNull();
  expect(isProposal((examples["27-answer-offer"] as { readonly object: unknown }).object)).toBe(true);
});

test("the agreements among them are ones that our own readers understand", () => {
  for (const name of ["17b-pledge-agreement", "18b-accepted-agreement"])
    expect(readAgreement(examples[name]), name).not.toBeNull();
});

test("the referrals among them are ones that our own readers understand", () => {
  for (const name of ["22-referral", "22b-referral-document"]) {
    const document = examples[name] as { readonly object: unknown; readonly type: string };
    expect(readReferral(document.type === "Offer" ? document.object : document), name).not.toBeNull();
  }
  expect(readTaken(examples["22d-taken-document"])).toMatchObject({ standing: "placed" });
});

test("what is asked of several hosts, and what they answer, are ones that our own readers understand", () => {
  const [asking, answer] = [readAsking(examples["20b-asking"]), readAskingAnswer(examples["20d-asking-answer"])];
  expect(asking).toMatchObject({ name: "Les Lavandières", budget: 60_000, period: "year", chosen: "partner" });
  expect(asking?.result).toMatchObject({ kind: "quote", amount: 58_000, version: 1 });
  expect(answer).toMatchObject({ answer: "partner", roles: ["training"], agreed: 1, context: asking?.id });
  const [led, signed] = [
    readAsking(examples["20i-asking-lead"]),
    readAskingAnswer(examples["20j-asking-signed-result"]),
  ];
  expect(led?.others).toMatchObject([
    { actor: "https://hote-c.example/ap/actors/1", roles: ["training"], chosen: true },
  ]);
  expect(led).toMatchObject({
    declined: { version: 2, reason: "Un peu trop cher pour nous." },
    common: asking?.common,
  });
  expect(signed?.result?.paper).toEqual(led?.result?.paper);
  expect(signed?.result?.paper?.sheet).toMatch(/\/signed$/);
});

test("the partnerships among them are ones that our own readers understand", () => {
  for (const name of ["19b-partnership-asked", "20e-partnership-for-everybody"])
    expect(readPartnership(examples[name]), name).not.toBeNull();
  expect(readEnding(examples["20h-partnership-tombstone"])).toBe("ended");
});

test("no example shows what is no longer said", () => {
  const files = readdirSync(projectPath("federation", "examples"));
  expect(files.sort()).toEqual(
    Object.keys(examples)
      .map((name) => `${name}.json`)
      .sort(),
  );
});
