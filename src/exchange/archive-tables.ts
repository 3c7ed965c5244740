import { z } from "zod";
import { associationStates, registrations } from "../associations/associations.ts";
import { availabilityStates } from "../availability/availability.ts";
import { StoredDetails } from "../availability/form.ts";
import { erasureKinds } from "../erasures/erasures.ts";
import type { DB } from "../foundation/tables.ts";
import { StoredContent } from "../funding/form.ts";
import { fundingKinds, fundingModes, fundingStates } from "../funding/funding.ts";
import { StoredPartners, StoredProposal, StoredSignedAnswer } from "../funding/proposal.ts";
import { holds } from "../funding/settings.ts";
import { StoredFirstRun, StoredProfile } from "../hosts/form.ts";
import { StoredInForce, StoredOthers } from "../joint/form.ts";
import { invitationStates, jointKinds, jointStates, partnerStates, partStates } from "../joint/joint.ts";
import { noticeWhats, rhythms } from "../notices/notices.ts";
import { StoredOffer } from "../offers/form.ts";
import { StoredTerms } from "../offers/joint-form.ts";
import { slugPattern } from "../offers/offer.ts";
import { partnershipKinds, partnershipStates } from "../partnerships/partnership.ts";
import { requestStates } from "../places/places.ts";
import { pledgeActs, visibilities } from "../pledges/pledges.ts";
import { StoredSection } from "../portal/form.ts";
import { verdicts } from "../reviews/reviews.ts";
import { StoredService } from "../services/form.ts";

type Table = keyof DB & string;

/** How a table travels: its columns, each with the shape that reads it, and the order of its rows. */
export interface Section {
  readonly columns: Readonly<Record<string, z.ZodType>>;
  readonly order: readonly string[];
}

/** Why a table does not travel as a section of the archive. */
export interface LeftOut {
  readonly leftOut: string;
}

const id = z.guid();
const text = z.string();
const maybe = text.nullable();
const instant = z.iso.datetime({ offset: true });
const perhaps = instant.nullable();
/** When somebody was met, in archives that do not say so: they are no newcomers. */
const longAgo = "2026-01-01T00:00:00Z";
const count = z.int().min(0);
const amount = z.int().min(1).nullable();
/** As PostgreSQL writes bytes; by how they begin, they are served as nothing else. */
const pictureBytes = /^\\x(52494646[0-9a-f]{8}57454250|89504e470d0a1a0a)([0-9a-f]{2})+$/;

function section<Name extends Table>(
  columns: { readonly [Column in keyof DB[Name]]: z.ZodType | null },
  order: readonly (keyof DB[Name] & string)[],
): Section {
  const open = Object.entries<z.ZodType | null>(columns).filter(
    (column): column is [string, z.ZodType] => column[1] !== null,
  );
  return { columns: Object.fromEntries(open), order };
}

/**
 * What becomes of each table when the instance moves, in the order in which rows may refer to earlier ones. A new table
 * does not compile until it has its line here. A column that is null here stays behind.
 */
export const archiveTables: { readonly [Name in Table]: Section | LeftOut } = {
  handles: section<"handles">(
    {
      id,
      name: text.regex(/^[a-z0-9_]{1,30}$/, "a name of small letters, digits and _"),
      kind: z.enum(["instance", "host", "offer", "availability", "watch", "campaign", "intake", "association"]),
      created: instant,
      gone: perhaps,
      shown: maybe,
    },
    ["created", "id"],
  ),
  hosts: section<"hosts">(
    {
      ...{ id, singleton: z.literal(true), profile: StoredProfile, version: z.int().min(1).default(1) },
      ...{ firstRun: StoredFirstRun.nullable().default(null), created: instant, changed: instant },
    },
    ["id"],
  ),
  associations: section<"associations">(
    {
      ...{
        id,
        name: text,
        presentation: text,
        territory: maybe,
        sector: maybe,
        rna: maybe,
        siret: maybe,
        website: maybe,
      },
      ...{ public: z.boolean(), language: z.enum(["fr", "en"]), state: z.enum(associationStates), reason: maybe },
      ...{ created: instant, confirmed: perhaps, decided: perhaps, version: z.int().min(1), feed: z.int().min(1) },
    },
    ["created", "id"],
  ),
  associationSettings: section<"associationSettings">(
    { singleton: z.literal(true), registration: z.enum(registrations) },
    ["singleton"],
  ),
  accounts: section<"accounts">(
    {
      id,
      name: text.max(100).default(""),
      email: z.email(),
      role: z.enum(["administrator", "editor", "reader", "member"]),
      association: id.nullable().default(null),
      passwordHash: null,
      created: instant,
      seen: null,
    },
    ["created", "id"],
  ),
  reminders: section<"reminders">({ account: id, wanted: z.boolean(), sent: null }, ["account"]),
  offers: section<"offers">(
    {
      ...{ id, slug: text.regex(slugPattern, "small letters, digits and hyphens"), content: StoredOffer },
      ...{ state: z.enum(["draft", "published", "withdrawn"]), position: z.int(), version: z.int().min(1) },
      ...{ created: instant, changed: instant, published: perhaps, withdrawn: perhaps },
      ...{ archived: perhaps.default(null), farewell: maybe.default(null) },
      ...{ agreed: maybe.default(null), partClosed: z.boolean().default(false) },
    },
    ["position", "id"],
  ),
  offerDrafts: section<"offerDrafts">({ offer: id, content: StoredOffer, changed: instant, who: maybe }, ["offer"]),
  offerVersions: section<"offerVersions">(
    { id: z.int().min(1), offer: id, content: StoredOffer, published: z.boolean(), saved: instant, who: maybe },
    ["id"],
  ),
  availabilities: section<"availabilities">(
    {
      ...{ offer: id, state: z.enum(availabilityStates), details: StoredDetails },
      ...{ confirmed: instant, expires: instant, expired: perhaps, version: z.int().min(1) },
      ...{ reminded: z.int().nullable().default(null) },
      beforeClosing: z.unknown().default(null),
    },
    ["offer"],
  ),
  availabilityStatements: section<"availabilityStatements">(
    {
      ...{ offer: id, version: z.int().min(1), state: z.enum(availabilityStates), slots: count.nullable() },
      ...{ said: instant, confirmed: instant, expires: instant },
    },
    ["offer", "version"],
  ),
  pictures: section<"pictures">(
    {
      ...{ id: text, purpose: z.literal("logo"), format: z.enum(["webp", "png"]), size: z.int().min(1).max(2_000) },
      ...{ bytes: text.regex(pictureBytes, "a WebP or PNG file in hexadecimal"), kept: instant, replaced: perhaps },
    },
    ["kept", "id"],
  ),
  services: section<"services">(
    {
      ...{ id, slug: text.regex(slugPattern, "small letters, digits and hyphens"), position: z.int() },
      ...{ content: StoredService, offer: id.nullable(), source: maybe, created: instant, changed: instant },
    },
    ["position", "id"],
  ),
  importedFiles: section<"importedFiles">(
    {
      ...{
        address: text,
        state: z.enum(["taken", "refused"]),
        reason: maybe,
        etag: maybe,
        digest: maybe,
        class: maybe,
      },
      ...{ subs: z.array(z.unknown()), misread: z.array(z.unknown()), service: id.nullable(), read: instant },
    },
    ["address"],
  ),
  notes: section<"notes">(
    {
      ...{ id, actor: id, kind: z.enum(["announcement", "flip", "state", "poll"]), content: text, language: text },
      ...{ mentions: z.array(z.unknown()).default([]), topic: maybe.default(null), poll: z.unknown().default(null) },
      ...{ hashtags: z.array(text), context: maybe, published: instant, updated: perhaps, deleted: perhaps },
    },
    ["published", "id"],
  ),
  pollVotes: section<"pollVotes">({ note: id, voter: text, option: count, voted: instant }, ["voted", "note", "voter"]),
  remoteActors: section<"remoteActors">(
    {
      ...{ id: text, type: text, name: maybe, handle: maybe, url: maybe, inbox: text, sharedInbox: maybe },
      ...{ keyId: maybe, keyPem: maybe, fetched: instant, gone: perhaps },
      met: instant.default(longAgo),
    },
    ["id"],
  ),
  followers: section<"followers">(
    { actor: id, follower: text, follow: text, inbox: text, accepted: z.boolean(), since: instant },
    ["since", "actor", "follower"],
  ),
  followings: section<"followings">(
    { actor: id, followed: text, follow: text, state: z.enum(["requested", "accepted", "rejected"]), since: instant },
    ["since", "actor", "followed"],
  ),
  peers: section<"peers">(
    {
      ...{ id, origin: text, actor: text, name: text, seen: instant, created: instant },
      ...{ ours: z.enum(["none", "requested", "approved", "rejected"]) },
      ...{ theirs: z.enum(["none", "pending", "approved", "rejected"]) },
      decision: z.enum(["approved", "rejected", "welcomed"]).nullable().default(null),
    },
    ["created", "id"],
  ),
  vouches: section<"vouches">({ id, vouched: text, reason: maybe, given: instant, withdrawn: perhaps }, [
    "given",
    "id",
  ]),
  reviews: section<"reviews">(
    {
      ...{ id, reviewed: text, claim: text, digest: text, verdict: z.enum(verdicts), why: maybe, evidence: maybe },
      ...{ said: instant, withdrawn: perhaps },
    },
    ["said", "id"],
  ),
  swarmSettings: section<"swarmSettings">(
    { singleton: z.literal(true), vouchesNeeded: z.int().min(1).max(20), welcomeVouched: z.boolean() },
    ["singleton"],
  ),
  fundingSettings: section<"fundingSettings">({ singleton: z.literal(true), hold: z.enum(holds) }, ["singleton"]),
  blocklists: section<"blocklists">(
    {
      ...{ id, url: maybe, name: text, created: instant, read: perhaps, problem: maybe, rows: count },
      unread: z.array(z.unknown()),
    },
    ["created", "id"],
  ),
  blockSuggestions: section<"blockSuggestions">(
    { domain: text, list: id, severity: text, comment: maybe, met: instant, dismissed: perhaps },
    ["met", "domain"],
  ),
  blocks: section<"blocks">({ id, domain: text, reason: maybe, created: instant }, ["created", "id"]),
  followerCounts: section<"followerCounts">({ kind: text, day: text.regex(/^\d{4}-\d\d-\d\d$/), followers: count }, [
    "day",
    "kind",
  ]),
  reactions: section<"reactions">(
    { activity: text, kind: z.enum(["like", "boost"]), actor: text, object: text, received: instant },
    ["received", "activity"],
  ),
  messages: section<"messages">(
    {
      ...{ id: text, recipients: z.array(id), author: text, kind: z.enum(["mention", "reply", "news"]) },
      ...{ visibility: z.enum(["public", "unlisted", "followers", "direct"]), content: text, language: maybe },
      ...{ url: maybe, inReplyTo: maybe, published: perhaps, updated: perhaps, received: instant },
      ...{ answered: perhaps, deleted: perhaps, conversation: maybe.default(null), others: z.array(text).default([]) },
      ...{ assignee: id.nullable().default(null), number: null },
    },
    ["received", "id"],
  ),
  answers: section<"answers">(
    {
      ...{ id, message: text, actor: id, visibility: z.enum(["unlisted", "direct"]), text, language: text },
      ...{ version: z.int().min(1), told: count, account: id.nullable(), who: text },
      ...{ published: instant, updated: perhaps, deleted: perhaps },
    },
    ["published", "id"],
  ),
  remarks: section<"remarks">({ id, message: text, account: id.nullable(), who: text, text, written: instant }, [
    "written",
    "id",
  ]),
  reports: section<"reports">(
    {
      ...{ id: text, reporter: maybe, objects: z.array(text), content: text, received: instant, handled: perhaps },
      ...{ contact: maybe.default(null), passedOn: perhaps.default(null) },
    },
    ["received", "id"],
  ),
  heard: section<"heard">({ activity: text, heard: instant }, ["heard", "activity"]),
  events: section<"events">(
    {
      ...{ id, name: text, event: z.record(text, z.unknown()), bundle: maybe, happened: instant, told: perhaps },
      position: null,
    },
    ["position"],
  ),
  outgoing: section<"outgoing">({ id, actor: id, type: text, body: text, public: z.boolean(), created: instant }, [
    "created",
    "id",
  ]),
  deliveries: section<"deliveries">(
    {
      ...{ id: z.int().min(1), outgoing: id, inbox: text, origin: text, state: z.enum(["waiting", "held", "failed"]) },
      ...{ attempts: count, firstTry: instant, nextTry: perhaps, status: z.int().nullable(), problem: maybe },
    },
    ["id"],
  ),
  peerOrigins: section<"peerOrigins">(
    {
      ...{ origin: text, scheme: z.enum(["draft-cavage", "rfc9421"]), failures: count },
      ...{ firstFailure: perhaps, opened: perhaps, probe: perhaps },
    },
    ["origin"],
  ),
  placeSettings: section<"placeSettings">(
    { singleton: z.literal(true), answerDays: z.int().nullable(), keptMonths: z.int() },
    ["singleton"],
  ),
  watches: section<"watches">({ id, search: text, actor: id.nullable(), created: instant, alone: perhaps }, [
    "created",
    "id",
  ]),
  placeRequestCounts: section<"placeRequestCounts">({ year: z.int(), state: z.enum(requestStates), erased: count }, [
    "year",
    "state",
  ]),
  erasures: section<"erasures">({ id, kind: z.enum(erasureKinds), happened: instant, link: maybe }, ["happened", "id"]),
  erasureSendings: section<"erasureSendings">({ erasure: id, outgoing: id, origin: text, confirmed: perhaps }, [
    "outgoing",
    "origin",
  ]),
  reached: section<"reached">({ about: id, actor: id, inbox: text }, ["about", "inbox"]),
  sections: section<"sections">(
    {
      ...{ id, slug: text.regex(slugPattern, "small letters, digits and hyphens"), position: z.int() },
      ...{ content: StoredSection, shown: z.boolean(), version: z.int().min(1), created: instant, changed: instant },
    },
    ["position", "id"],
  ),
  sectionPicks: section<"sectionPicks">(
    { section: id, actor: text, kind: z.enum(["host", "offer"]), name: text, position: z.int(), picked: instant },
    ["section", "position", "actor"],
  ),
  highlights: section<"highlights">(
    {
      ...{ id, actor: text, kind: z.enum(["host", "offer"]), name: text, reason: text, language: text },
      ...{ who: text, said: instant, version: z.int().min(1) },
    },
    ["said", "id"],
  ),
  unclaimed: section<"unclaimed">(
    {
      ...{ id, domain: text, name: text, website: z.url({ protocol: /^https?$/ }), summary: maybe, language: maybe },
      ...{ needs: z.array(text), territory: maybe, source: z.enum(["chatonsinfos", "librehosters"]), list: text },
      ...{ listName: maybe, file: text, entered: instant, read: instant, claimedBy: maybe, asked: null },
    },
    ["domain"],
  ),
  unclaimedRemovals: section<"unclaimedRemovals">({ domain: text, removed: instant, how: z.enum(["owner", "desk"]) }, [
    "domain",
  ]),
  parties: section<"parties">(
    {
      ...{ id, kind: z.enum(["host", "association", "actor"]), actor: maybe, name: text, address: maybe },
      ...{ created: instant, erased: perhaps },
    },
    ["created", "id"],
  ),
  fundingRequests: section<"fundingRequests">(
    {
      ...{ id, code: text.regex(/^[2-9bcdfghjkmnpqrstvwxz]{4,8}$/), requester: id, steward: id.nullable() },
      ...{ state: z.enum(fundingStates), kind: z.enum(fundingKinds), mode: z.enum(fundingModes), currency: text },
      ...{ minimum: amount, optimum: amount, participants: count.nullable(), period: maybe },
      ...{ minimumPledge: amount, maximumPledge: amount, cap: amount, license: maybe, closes: perhaps },
      ...{ extension: perhaps, content: StoredContent, previous: id.nullable(), version: z.int().min(1) },
      ...{ created: instant, changed: instant, opened: perhaps, extended: perhaps, asked: perhaps },
      ...{ askedUntil: perhaps, committed: perhaps, ended: perhaps, payment: maybe.default(null) },
      ...{ original: maybe.default(null), endAnnounced: perhaps.default(null) },
    },
    ["created", "id"],
  ),
  fundingNews: section<"fundingNews">(
    {
      ...{ id, request: id, party: id, kind: z.enum(["news", "outcome", "closing"]), text },
      ...{ deliverable: maybe, written: instant },
    },
    ["written", "id"],
  ),
  fundingProposals: section<"fundingProposals">(
    {
      ...{ id, request: id, party: id, state: z.enum(["made", "chosen", "withdrawn"]) },
      ...{ visibility: z.enum(["everyone", "requester"]), text, amount: count.nullable(), currency: maybe },
      ...{ period: maybe, ready: maybe, terms: maybe, url: maybe, source: maybe, made: instant, changed: instant },
      ...{ provider: maybe.default(null), partners: StoredPartners.nullable().default(null) },
      ...{ joint: StoredSignedAnswer.nullable().default(null), broken: perhaps.default(null) },
    },
    ["made", "id"],
  ),
  pledges: section<"pledges">(
    {
      ...{ pledge: id, number: z.int().min(1), replaces: null, request: id, party: id, act: z.enum(pledgeActs) },
      ...{ version: z.int().min(1), amount, currency: maybe, help: count.nullable(), helpUnit: maybe },
      ...{ totalAtLeast: amount, participantsAtLeast: count.nullable(), visibility: z.enum(visibilities) },
      ...{ validUntil: perhaps, said: instant },
    },
    ["number", "pledge"],
  ),
  pledgePapers: section<"pledgePapers">(
    { pledge: id, number: z.int().min(1), words: maybe, source: maybe, digest: maybe },
    ["pledge", "number"],
  ),
  agreements: section<"agreements">({ id, pledge: id, request: id, actor: text, made: instant }, ["made", "id"]),
  pledgeMessages: section<"pledgeMessages">(
    {
      ...{ message: text, actor: text, domain: null, request: id, pledge: id.nullable() },
      ...{ number: z.int().min(1).nullable(), reason: maybe, heard: instant },
    },
    ["heard", "message"],
  ),
  sentPledges: section<"sentPledges">(
    {
      ...{ id, party: id, campaign: text, proposal: text, page: text, title: text, currency: text, agreement: maybe },
      ...{ standing: maybe, heldVersion: z.int().nullable(), heldAmount: maybe, confirmUntil: perhaps },
      ...{ confirming: id.nullable(), withdrawn: perhaps, undo: id.nullable(), reason: maybe, settled: perhaps },
      ...{ made: instant, changed: instant, compared: perhaps },
    },
    ["made", "id"],
  ),
  sentPledgeVersions: section<"sentPledgeVersions">(
    {
      ...{ pledge: id, version: z.int().min(1), offer: id, amount, help: count.nullable(), helpUnit: maybe },
      ...{ words: maybe, totalAtLeast: amount, participantsAtLeast: count.nullable() },
      ...{ visibility: z.enum(visibilities), validUntil: perhaps, said: instant },
      ...{ answer: z.enum(["accepted", "refused"]).nullable(), reason: maybe, answered: perhaps },
    },
    ["pledge", "version"],
  ),
  notices: section<"notices">(
    {
      ...{ id, number: z.int(), party: id, request: id.nullable(), campaign: maybe, what: z.enum(noticeWhats) },
      ...{ event: id, happened: instant, seen: perhaps, asking: null },
    },
    ["happened", "id"],
  ),
  noticeReaders: section<"noticeReaders">(
    { account: id, rhythm: z.enum(rhythms), muted: z.array(text), written: perhaps, heard: count },
    ["account"],
  ),
  jointPapers: section<"jointPapers">(
    {
      ...{ id, kind: z.enum(jointKinds), state: z.enum(jointStates), offer: id.nullable(), about: maybe, title: text },
      ...{ language: text, content: StoredOffer.nullable(), terms: StoredTerms, version: text },
      ...{ inForce: StoredInForce.nullable(), reason: maybe, before: z.unknown(), created: instant, changed: instant },
      ...{ asked: perhaps, published: perhaps, withdrawn: perhaps, chosen: perhaps.default(null) },
    },
    ["created", "id"],
  ),
  jointPartners: section<"jointPartners">(
    {
      ...{ paper: id, actor: text, position: count, name: text, page: text, invite: id, state: z.enum(partnerStates) },
      ...{ stamp: maybe, stampVersion: maybe, checked: perhaps, part: z.enum(partStates), partNote: maybe },
      ...{ reason: maybe, changed: instant },
    },
    ["paper", "position", "actor"],
  ),
  jointInvitations: section<"jointInvitations">(
    {
      ...{ id, kind: z.enum(jointKinds), lead: text, leadName: text, leadPage: text, proposal: text, invite: text },
      ...{ state: z.enum(invitationStates), leadState: z.enum(jointStates), title: text, language: text, page: maybe },
      ...{
        about: maybe,
        version: text,
        content: StoredOffer.nullable(),
        terms: StoredTerms,
        inForce: maybe,
        announcement: maybe,
      },
      ...{ partners: StoredOthers, part: z.enum(partStates), partNote: maybe, reason: maybe, received: instant },
      ...{ answered: perhaps, changed: instant, compared: perhaps, chosen: perhaps.default(null) },
    },
    ["received", "id"],
  ),
  jointStamps: section<"jointStamps">(
    { id, invitation: id, version: text, given: instant, changed: instant, withdrawn: perhaps },
    ["given", "id"],
  ),
  jointComments: section<"jointComments">(
    { id, paper: id.nullable(), invitation: id.nullable(), note: text, author: text, name: text, text, said: instant },
    ["said", "id"],
  ),
  jointVersions: section<"jointVersions">(
    {
      ...{ id, paper: id.nullable(), invitation: id.nullable(), version: text },
      ...{ content: StoredOffer.nullable(), terms: StoredTerms, kept: instant },
    },
    ["kept", "id"],
  ),
  sentAnswers: section<"sentAnswers">(
    {
      ...{ id, campaign: text, proposal: text, page: text, title: text, paper: id.nullable() },
      ...{ state: z.enum(["offered", "suspended", "withdrawn"]), content: StoredProposal, version: z.int().min(1) },
      ...{ offer: id, undo: id, standing: z.enum(["shown", "chosen", "refused"]).nullable(), reason: maybe },
      ...{ answered: perhaps, made: instant, changed: instant },
    },
    ["made", "id"],
  ),
  receivedAnswers: section<"receivedAnswers">(
    {
      ...{ id, source: text, actor: text, request: id, proposal: id.nullable(), offer: text, version: z.int() },
      ...{ sheet: z.unknown(), state: z.enum(["waiting", "shown", "broken", "refused", "withdrawn"]), reason: maybe },
      ...{ received: instant, changed: instant, checked: perhaps },
    },
    ["received", "id"],
  ),
  unclaimedReadings: { leftOut: "what they brought is here already" },
  seedsRead: { leftOut: "each server reads the list that comes with its code, once" },
  askings: { leftOut: "what associations ask, and how to reach them, stays with the site whose links they have" },
  askingHosts: { leftOut: "they belong to askings, which stay" },
  askingPapers: { leftOut: "they belong to askings, which stay" },
  askingLinks: { leftOut: "they belong to askings, which stay" },
  receivedAskings: { leftOut: "the site of the association shows them again to nobody but the site that it asked" },
  placeRequests: { leftOut: "people's own words and addresses travel only when asked for, under a passphrase" },
  placeRequestEntries: { leftOut: "they travel with their requests" },
  placeRequestLinks: { leftOut: "they travel with their requests" },
  referrals: { leftOut: "what passes between two hosts of somebody who asks stays with these two servers, and ends" },
  outsidePartnerships: { leftOut: "other hosts' addresses and answers travel only when asked for, under a passphrase" },
  actorKeys: { leftOut: "private keys travel only when asked for, under a passphrase" },
  tokens: { leftOut: "they open this server only: their hashes depend on its secret" },
  idempotencyKeys: { leftOut: "they belong to tokens, which stay" },
  sessions: { leftOut: "everybody signs in anew on another server" },
  passkeys: { leftOut: "they travel with their accounts, in the sealed envelope" },
  codeApps: { leftOut: "their secrets travel with their accounts, in the sealed envelope" },
  recoveryCodes: { leftOut: "they open this server only: their hashes depend on its secret" },
  passkeyChallenges: { leftOut: "they are good for five minutes" },
  signInTries: { leftOut: "they count for a quarter of an hour" },
  resetLinks: { leftOut: "they open this server only, for half an hour" },
  signInLinks: { leftOut: "they open this server only, for a quarter of an hour" },
  associationInvitations: { leftOut: "their links open this server only: people are invited anew" },
  associationReaders: { leftOut: "they belong to accounts, which travel in the sealed envelope" },
  invitations: { leftOut: "their links open this server only: people are invited anew" },
  imports: { leftOut: "what they took in is here already" },
  keptForms: { leftOut: "they wait two hours for somebody who is on their way in" },
  sentForms: { leftOut: "they belong to sessions, which stay" },
  visits: { leftOut: "they belong to the desk of this server" },
  journal: { leftOut: "it tells who did what on this server" },
  setupLinks: { leftOut: "they open this server only, for a day" },
  instances: { leftOut: "they are met again through those that are followed" },
  catalogueHosts: { leftOut: "a copy of what each host publishes itself" },
  catalogueOffers: { leftOut: "a copy of what each host publishes itself" },
  catalogueJoint: { leftOut: "a copy of what each host publishes itself" },
  catalogueStamps: { leftOut: "a copy of what each host says itself" },
  catalogueFunding: { leftOut: "a copy of what each instance publishes itself" },
  partnerships: section<"partnerships">(
    {
      ...{ id, side: z.enum(["asker", "asked"]), other: text, otherName: text, otherPage: text, domain: null },
      ...{ kind: z.enum(partnershipKinds), rolesOffered: z.array(text), rolesWanted: z.array(text), message: text },
      ...{ state: z.enum(partnershipStates), shown: z.boolean(), theirShown: z.boolean().nullable(), public: null },
      ...{ offer: text, document: maybe, counters: id.nullable(), batch: id.nullable(), about: maybe },
      ...{ fromUnknown: z.boolean(), expires: perhaps, reason: maybe, asked: instant, answered: perhaps },
      ...{ ended: perhaps, changed: instant, compared: perhaps, missing: perhaps, unreachable: perhaps },
      ...{ settled: perhaps, published: perhaps },
    },
    ["asked", "id"],
  ),
  listedPartnerships: { leftOut: "copies of what other instances publish" },
  catalogueVouches: { leftOut: "a copy of what each host says itself" },
  listedReviews: { leftOut: "a copy of what each host says itself" },
  vouchReadings: { leftOut: "it belongs to the copies, which stay" },
  reviewReadings: { leftOut: "it belongs to the copies, which stay" },
  tidings: { leftOut: "what others were told a while ago" },
  catalogueNews: { leftOut: "it tells of the copies, which stay" },
  watchReaders: { leftOut: "people's addresses, given to this server only: they subscribe anew" },
  visitorSessions: { leftOut: "people sign in anew on another server" },
  visitorSignIns: { leftOut: "they are good for a quarter of an hour" },
  sayings: { leftOut: "they wait for people who come with their account, for 30 days at most" },
  heldOpenings: {
    leftOut: "drafts that wait are asked to open anew: the desk of the other server has not looked at them",
  },
  visitorServers: { leftOut: "other servers are met anew; their secrets are sealed for this server only" },
  catalogueEntries: { leftOut: "made of the catalogue, anew at the next start" },
  catalogueWords: { leftOut: "made of the catalogue, anew at the next start" },
  catalogueGaps: { leftOut: "made of the catalogue, anew at the next start" },
  catalogueSpellings: { leftOut: "made of the catalogue, anew at the next start" },
  catalogueBits: { leftOut: "made of the catalogue, anew at the next start" },
  departed: { leftOut: "it belongs to the copies, which stay" },
  arrivals: { leftOut: "the next deliveries tell it anew" },
  federationKv: { leftOut: "a cache that fills itself again" },
};

/** The tables that travel, in order. */
export const sections: ReadonlyMap<string, Section> = new Map(
  Object.entries(archiveTables).filter((entry): entry is [string, Section] => "columns" in entry[1]),
);
