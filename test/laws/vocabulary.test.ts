import {
  Accept,
  Announce,
  Application,
  Create,
  Delete,
  Follow,
  Note,
  OrderedCollection,
  Organization,
  Proposal,
  Question,
  Service,
  Object as Thing,
  Tombstone,
  Undo,
  Update,
} from "@fedify/vocab";
import fc from "fast-check";
import { expect, test } from "vitest";
import { summaryOf } from "../../federation/actors/common.ts";
import { bundledContexts } from "../../federation/bundled-contexts.ts";
import {
  readAct,
  readAnswer,
  readFollow,
  readTombstone,
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
import type { Actor, Field } from "../../federation/vocabulary/actor.ts";
import { readAvailability, writeAvailability } from "../../federation/vocabulary/availability-actor.ts";
import { writeCollection } from "../../federation/vocabulary/collection.ts";
import { centsIn, decimalsOf } from "../../federation/vocabulary/datasheet.ts";
import { readHost, writeHost } from "../../federation/vocabulary/host.ts";
import { escapeHtml, unescapeHtml } from "../../federation/vocabulary/html.ts";
import { readInstance, writeInstance } from "../../federation/vocabulary/instance.ts";
import { embedNote, readNote, writeNote } from "../../federation/vocabulary/note.ts";
import { readOfferActor, writeOfferActor } from "../../federation/vocabulary/offer-actor.ts";
import { centsOf, currencies, decimalOf, readProposal, writeProposal } from "../../federation/vocabulary/proposal.ts";
import { readQuestion, readVote, writeQuestion } from "../../federation/vocabulary/question.ts";
import { type ReviewDocument, readReview, readReviews, writeReview } from "../../federation/vocabulary/review.ts";
import { hashtagName } from "../../federation/vocabulary/tags.ts";
import { readVouch, readVouches, writeVouch } from "../../federation/vocabulary/vouch.ts";
import { StoredOffer } from "../../src/offers/form.ts";
import type { Price } from "../../src/offers/price.ts";

const text = fc.string({ unit: "grapheme", maxLength: 60 });
const iri = fc.uuid().map((id) => `https://hote-a.example/ap/things/${id}`);
const iris = fc.array(iri, { maxLength: 3 });
const link = fc.webUrl({ withQueryParameters: true });
const instant = fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
const orNull = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const hashtags = fc.array(fc.record({ name: fc.stringMatching(/^[A-Za-z0-9_]{1,20}$/), href: iri }), { maxLength: 3 });
const field: fc.Arbitrary<Field> = fc.oneof(fc.record({ name: text, text }), fc.record({ name: text, link }));
const place = fc.record({
  name: text,
  position: orNull(
    fc.record({ latitude: fc.integer({ min: -90, max: 90 }), longitude: fc.integer({ min: -180, max: 180 }) }),
  ),
});

const picture = fc.record({ url: iri, mediaType: fc.constant("image/png"), name: text });
const actor: fc.Arbitrary<Omit<Actor, "reserved">> = fc.record({
  indexable: fc.boolean(),
  id: iri,
  name: fc.stringMatching(/^[a-z0-9_]{1,30}$/),
  title: fc.string({ maxLength: 128 }),
  summary: text,
  url: iri,
  icon: orNull(picture),
  header: orNull(picture),
  published: instant,
  addresses: fc.record({
    inbox: iri,
    outbox: iri,
    followers: iri,
    following: iri,
    featured: iri,
    featuredTags: iri,
    sharedInbox: iri,
  }),
  fields: fc.array(field, { minLength: 1, maxLength: 4 }),
  hashtags,
  publicKey: fc.constant(
    "-----BEGIN PUBLIC KEY-----\nMFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAL6fZlKBLPxCPzSh7nCBlqU+ftV1Yvd3\nOo0ZlFQUOBDTdCZkbrRjBLB6GQ3vRKVyOpXCkUCu2ADXPr8sRXkZpucCAwEAAQ==\n-----END PUBLIC KEY-----\n",
  ),
  proofKey: fc.constant("z6MksHh7qHWvybLg5QTPPdG2DgEjjduBDArV9EF9mRiRzMBN"),
});
const open = actor.map((some) => ({ ...some, reserved: false }));
const host = fc
  .record({
    datasheet: iri,
    instance: iri,
    availability: orNull(iri),
    vouches: orNull(iri),
    reviews: orNull(iri),
    location: orNull(place),
    legalForm: orNull(text),
    dataLocation: orNull(text),
    streams: iris,
  })
  .chain((rest) => open.map((some) => ({ ...some, ...rest })));
const offer = fc
  .record({ host: iri, proposal: iri, datasheet: iri, instance: iri })
  .chain((rest) => open.map((some) => ({ ...some, ...rest })));
const availability = fc
  .record({ host: iri, instance: iri, streams: fc.array(iri, { minLength: 1, maxLength: 2 }) })
  .chain((rest) => open.map((some) => ({ ...some, ...rest })));
const instance = iris.chain((streams) =>
  fc
    .record({ digest: orNull(iri), sheets: orNull(iri) })
    .chain((lists) => actor.map((some) => ({ ...some, ...lists, reserved: true, streams }))),
);
const note = fc.record({
  ...{
    id: iri,
    author: iri,
    content: text,
    language: fc.constantFrom("fr", "en"),
    url: iri,
    published: instant,
    updated: orNull(instant),
  },
  ...{ to: iris, cc: iris, hashtags, inReplyTo: orNull(iri), context: orNull(iri) },
  mentions: fc.array(fc.record({ href: iri, account: fc.constant("alice@social.example") }), { maxLength: 2 }),
});
const question = fc
  .record({
    ends: instant,
    options: fc.array(fc.record({ name: text, votes: fc.nat() }), { minLength: 2, maxLength: 5 }),
  })
  .chain((rest) => note.map((some) => ({ ...some, ...rest })));
const cents = fc.integer({ min: 0, max: 10_000_000 });
const proposal = fc.record({
  ...{ id: iri, offer: iri, name: text, content: text, url: iri, published: instant, updated: instant },
  ...{ location: orNull(place), hashtags, service: iri, datasheet: iri, freePrice: fc.boolean() },
  available: orNull(fc.nat({ max: 100_000 })),
  price: orNull(
    fc.record({
      cents,
      currency: fc.constantFrom(...(Object.keys(currencies) as (keyof typeof currencies)[])),
      period: fc.constantFrom("once", "day", "month", "quarter", "year"),
    }),
  ),
  availability: orNull(fc.record({ state: fc.constantFrom("open", "waitlist", "closed"), asOf: instant })),
});
const act = fc.record({ id: iri, actor: iri, published: instant, to: iris, cc: iris });
const followed = fc.record({ id: iri, actor: iri, object: iri });
const sentence = text.map((some) => some.replaceAll("\0", "").replaceAll(/\s+/g, " ").trim() || null);
const vouch = fc.record({ id: iri, subject: iri, object: iri, reason: sentence, given: instant });
const review = fc
  .record({
    ...{ id: iri, subject: iri, object: iri, why: sentence, said: instant, evidence: orNull(iri) },
    ...{ verdict: fc.constantFrom("confirms", "disputes", "cannot-check"), claim: sentence },
  })
  .filter(({ claim, verdict, why }) => claim !== null && (verdict !== "disputes" || why !== null))
  .map((some) => ({ ...some, claim: some.claim ?? "" }) as ReviewDocument);
const tombstone = fc.record({ id: iri, formerType: fc.constantFrom("Note", "Service"), deleted: instant });

const hostLabels = { availability: "Disponibilités", datasheet: "Fiche", vouches: "Garanties", reviews: "Avis" };
const offerLabels = { subscribe: "Souscrire", datasheet: "Fiche" };
const wire = (document: unknown): unknown => JSON.parse(JSON.stringify(document));

/** Whatever is written is read back as it was. */
function readsBack<T>(some: fc.Arbitrary<T>, write: (value: T) => unknown, read: (document: unknown) => unknown): void {
  fc.assert(fc.property(some, (value) => void expect(read(wire(write(value)))).toEqual(value)));
}

test("a host read is the host written", () => readsBack(host, (some) => writeHost(some, hostLabels), readHost));
test("an offer's account read is the one written", () =>
  readsBack(offer, (some) => writeOfferActor(some, offerLabels), readOfferActor));
test("an availability account read is the one written", () =>
  readsBack(availability, writeAvailability, readAvailability));
test("an instance read is the instance written", () => readsBack(instance, writeInstance, readInstance));
test("a note read is the note written", () => readsBack(note, writeNote, readNote));
test("a question read is the question written, and is no note", () => {
  readsBack(question, writeQuestion, readQuestion);
  fc.assert(fc.property(question, (some) => void expect(readNote(wire(writeQuestion(some)))).toBeNull()));
});
test("a vote is the words of an option and nothing else", () => {
  const [by, to] = ["https://social.example/users/alice", "https://hote-a.example/ap/notes/1"];
  const vote = { type: "Note", attributedTo: by, name: "20 €", inReplyTo: to };
  expect(readVote(vote)).toEqual({ question: to, option: "20 €", by });
  for (const other of [
    { content: "<p>20 €</p>" },
    { name: undefined },
    { name: "" },
    { inReplyTo: null },
    { type: "Article" },
  ])
    expect(readVote({ ...vote, ...other })).toBeNull();
});
test("a proposal read is the proposal written", () => readsBack(proposal, writeProposal, readProposal));
test("a vouch read is the vouch written", () => readsBack(vouch, writeVouch, readVouch));
test("a review read is the review written, and is no vouch", () => {
  readsBack(review, writeReview, readReview);
  fc.assert(fc.property(review, (some) => void expect(readVouch(wire(writeReview(some)))).toBeNull()));
  fc.assert(fc.property(vouch, (some) => void expect(readReview(wire(writeVouch(some)))).toBeNull()));
});
test("a tombstone read is the tombstone written", () => readsBack(tombstone, writeTombstone, readTombstone));
test("a follow read is the follow written", () => readsBack(followed, writeFollow, readFollow));

test("an activity read is the activity written, with what it is about", () => {
  fc.assert(
    fc.property(act, note, tombstone, (some, about, grave) => {
      const object = wire(embedNote(about));
      expect(readAct(wire(writeCreate(some, about)))).toEqual({ type: "Create", act: some, object });
      expect(readAct(wire(writeNoteUpdate(some, about)))).toEqual({ type: "Update", act: some, object });
      expect(readAct(wire(writeAnnounce(some, about.id)))).toEqual({ type: "Announce", act: some, object: about.id });
      expect(readAct(wire(writeActorDelete(some)))).toEqual({ type: "Delete", act: some, object: some.actor });
      expect(readTombstone(readAct(wire(writeDelete(some, grave)))?.object)).toEqual(grave);
    }),
  );
});

test("an answer read carries the follow it answers", () => {
  fc.assert(
    fc.property(iri, followed, (id, follow) => {
      expect(readAnswer(wire(writeAnswer(id, "Accept", follow)))).toEqual({ id, type: "Accept", follow });
      expect(readAnswer(wire(writeAnswer(id, "Reject", follow)))).toEqual({ id, type: "Reject", follow });
      expect(readAnswer(wire(writeUndo(id, follow)))).toEqual({ id, type: "Undo", follow });
    }),
  );
});

test("no reader takes what is not of its kind, and none throws", () => {
  const readers = [
    readHost,
    readOfferActor,
    readAvailability,
    readInstance,
    readNote,
    readProposal,
    readQuestion,
    readVote,
    readAct,
    readFollow,
    readAnswer,
    readTombstone,
    readVouch,
    readReview,
    (document: unknown) => readReviews(document, "https://hote-a.example/ap/actors/1"),
    (document: unknown) => readVouches(document, "https://hote-a.example/ap/actors/1"),
  ];
  fc.assert(
    fc.property(fc.anything(), (anything) => {
      for (const read of readers) expect(read(anything)).toBeNull();
    }),
  );
});

test("amounts of money survive a data sheet", () => {
  fc.assert(fc.property(cents, (amount) => void expect(centsOf(decimalOf(amount))).toBe(amount)));
  const terms = { currency: "EUR", period: "month" };
  const price: fc.Arbitrary<Partial<Price>> = fc.oneof(
    cents.map((amount) => ({ ...terms, model: "flat" as const, amount })),
    cents.map((suggested) => ({ ...terms, model: "free-price" as const, suggested })),
    fc.tuple(cents, cents).map(([amount, unitAmount]) => ({
      ...{ ...terms, model: "graduated", unit: "GB", minimumUnits: 5 },
      ...{ base: { upTo: 5, amount }, bands: [{ from: 6, upTo: null, unitAmount }] },
    })),
  ) as fc.Arbitrary<Partial<Price>>;
  fc.assert(
    fc.property(fc.array(price, { maxLength: 3 }), (prices) => {
      const tiers = prices.map((some, n) => ({ id: `t${n}`, price: some }));
      const content = StoredOffer.parse({ title: "x", summary: "", language: "fr", tiers });
      const sheet = wire(decimalsOf(content));
      expect(JSON.stringify(sheet)).not.toMatch(/"(amount|unitAmount|suggested)":\d/);
      expect(StoredOffer.parse(centsIn(sheet))).toEqual(content);
    }),
  );
});

test("what people write stays text, and hashtags stay words", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (written) => {
      expect(escapeHtml(written)).not.toMatch(/[<>"']/);
      expect(unescapeHtml(escapeHtml(written))).toBe(written);
      expect(hashtagName(written) ?? "x").toMatch(/^[\p{L}\p{N}_]+$/u);
    }),
  );
});

test("a summary is never longer than receivers read", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("<", "a", "\n", "\n\n", "’", "&"), maxLength: 6_000 }), (written) => {
      expect(summaryOf(written).length).toBeLessThanOrEqual(1_800);
    }),
  );
});

test("Fedify's vocabulary reads each document as what it is", async () => {
  const [some] = fc.sample(act, { numRuns: 1, seed: 1 }) as [typeof act extends fc.Arbitrary<infer A> ? A : never];
  const one = <T>(arbitrary: fc.Arbitrary<T>): T => fc.sample(arbitrary, { numRuns: 1, seed: 1 })[0] as T;
  const cases = [
    [writeHost(one(host), hostLabels), Organization],
    [writeOfferActor(one(offer), offerLabels), Service],
    [writeAvailability(one(availability)), Service],
    [writeInstance(one(instance)), Application],
    [writeNote(one(note)), Note],
    [writeQuestion(one(question)), Question],
    [writeProposal(one(proposal)), Proposal],
    [writeCreateQuestion(some, one(question)), Create],
    [writeCreate(some, one(note)), Create],
    [writeNoteUpdate(some, one(note)), Update],
    [writeActorUpdate(some, writeHost(one(host), hostLabels)), Update],
    [writeAnnounce(some, one(iri)), Announce],
    [writeActorDelete(some), Delete],
    [writeDelete(some, one(tombstone)), Delete],
    [writeTombstone(one(tombstone)), Tombstone],
    [writeFollow(one(followed)), Follow],
    [writeUndo(some.id, one(followed)), Undo],
    [writeAnswer(some.id, "Accept", one(followed)), Accept],
    [writeCollection({ id: some.id, total: 1, items: [embedNote(one(note))] }), OrderedCollection],
  ] as const;
  const loaders = { documentLoader: bundledContexts, contextLoader: bundledContexts };
  for (const [document, kind] of cases) {
    const read = await Thing.fromJsonLd(wire(document), loaders);
    expect(read, kind.name).toBeInstanceOf(kind);
    expect(read.id?.href).toBe((document as { id: string }).id);
  }
});

test("Fedify's vocabulary reads what a proposal proposes", async () => {
  const [wanted] = fc.sample(
    proposal.filter(({ price }) => price !== null),
    { numRuns: 1, seed: 7 },
  );
  if (!wanted?.price) throw new Error("no price was made");
  const loaders = { documentLoader: bundledContexts, contextLoader: bundledContexts };
  const read = await Proposal.fromJsonLd(wire(writeProposal(wanted)), loaders);
  const [service, price] = [read.publishes, read.reciprocal];
  expect(read.purpose).toBe("offer");
  expect(service?.resourceConformsTo?.href).toBe(wanted.service);
  expect(price?.resourceConformsTo?.href).toBe(currencies[wanted.price.currency]);
  expect(String(price?.resourceQuantity?.numericalValue)).toBe(decimalOf(wanted.price.cents));
});
