import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { proposalIri } from "../../federation/addresses.ts";
import { askToCheck, recheckCopies } from "../../federation/send/joint.ts";
import { readOffer, writeOfferSheet } from "../../federation/swarm/sheets.ts";
import { type Stamp, writeStamp } from "../../federation/vocabulary/stamp.ts";
import type { OfferSheet } from "../../src/catalogue/catalogue.ts";
import { keepOffers } from "../../src/catalogue/keeping.ts";
import { changeJoint, withdrawJoint } from "../../src/joint/changes.ts";
import type { JointPaper, JointPartner } from "../../src/joint/joint.ts";
import { findOfferById } from "../../src/offers/queries.ts";
import { versionOf } from "../../src/offers/substance.ts";
import { eventually } from "../support/eventually.ts";
import { nextcloud } from "../support/federated.ts";
import { type ForgedHost, startForgedHost } from "../support/forged-host.ts";
import { draftWith, hostOf, paperAt } from "../support/joint.ts";
import { startSite, type TestSite } from "../support/site.ts";
import type { Json } from "../support/strangers.ts";

let site: TestSite;
let own: string;
beforeAll(async () => {
  site = await startSite();
  own = (await hostOf(site)).actor;
});
afterAll(() => site?.[Symbol.asyncDispose]());

const long = 73 * 3_600_000;
const short = 71 * 3_600_000;

/** Its signature under what stands at an address, as it should be. */
const stampOf = (host: ForgedHost, object: string, version: string): Stamp => ({
  ...{ id: `${host.origin}/ap/relationships/1`, subject: host.actor, object, version, part: "open", note: null },
  ...{ given: new Date(), changed: new Date() },
});

/** Until nothing of this kind is under way or due. */
const doneWith = (task: string) =>
  eventually(async () => {
    const { rows } = await sql`
      select from graphile_worker._private_jobs as job join graphile_worker._private_tasks as task on task.id = task_id
      where identifier = ${task} and (attempts = 0 or locked_at is not null)`.execute(site.db);
    return rows.length === 0;
  });

describe("our host leads, and one that it asks", () => {
  /** It is asked to sign an offer of ours. */
  async function asked(host: ForgedHost, others: readonly ForgedHost[] = []) {
    const paper = await draftWith(site, [host, ...others]);
    const proposal = proposalIri(site.origin, paper.id);
    const invite = await eventually(() =>
      host.heard.find((one) => one["type"] === "Invite" && one["object"] === proposal),
    );
    return { paper, proposal, invite: String(invite["id"]), stamp: stampOf(host, proposal, paper.version) };
  }
  const answer = (host: ForgedHost, type: string, object: unknown, more: Json = {}) =>
    host.say({ id: `${host.origin}/ap/activities/${randomUUID()}`, type, object, to: [own], ...more });

  async function accept(
    host: ForgedHost,
    invite: string,
    shown: Json | number,
    address = `${host.origin}/ap/relationships/1`,
  ) {
    host.show(address, shown);
    await answer(host, "Accept", invite, { result: address });
    await doneWith("check-joint-stamp");
  }

  async function signed(host: ForgedHost) {
    const { paper, ...rest } = await asked(host);
    await accept(host, rest.invite, writeStamp(rest.stamp));
    await until(paper, "published", "accepted");
    expect(await isShown(paper)).toBe(true);
    return { paper, ...rest };
  }
  const stateOf = async ({ id }: JointPaper) => {
    const { state, partners } = await paperAt(site, id);
    return [state, partners[0]?.state];
  };
  const until = (paper: JointPaper, ...expected: readonly [JointPaper["state"], JointPartner["state"]]) =>
    eventually(async () => JSON.stringify(await stateOf(paper)) === JSON.stringify(expected));

  /** Whether anybody is offered it: in the directory, and to those who follow. */
  async function isShown({ id }: JointPaper): Promise<boolean> {
    await doneWith("tell");
    const slug = (await findOfferById(site.db, id))?.slug ?? "";
    const listed = await site.db.selectFrom("catalogueOffers").select("actor").where("slug", "=", slug).execute();
    const directory = await (await fetch(`${site.origin}/directory?q=Nextcloud`)).text();
    const inDirectory = directory.includes(`/offers/${slug}"`);
    expect(inDirectory, "the page shows what is listed").toBe(listed.length > 0);
    return inDirectory;
  }

  /** Looks at its signature, as each day. */
  async function look({ id }: JointPaper, host: ForgedHost, stamp: string): Promise<void> {
    await site.db.transaction().execute((tx) => askToCheck(tx, { paper: id, actor: host.actor, stamp, daily: true }));
    await doneWith("check-joint-stamp");
  }
  const lastSeen = (host: ForgedHost, ago: number) =>
    site.db
      .updateTable("jointPartners")
      .set({ checked: new Date(Date.now() - ago) })
      .where("actor", "=", host.actor)
      .execute();

  test.each<[string, (stamp: Stamp, host: ForgedHost) => Json | number]>([
    ["of another version", (stamp) => ({ ...writeStamp(stamp), version: "another" })],
    ["of something else", (stamp) => ({ ...writeStamp(stamp), object: `${stamp.object}0` })],
    [
      "of somebody else",
      (stamp, { origin }) => {
        const subject = `${origin}/ap/actors/2`;
        return { ...writeStamp(stamp), subject, attributedTo: subject };
      },
    ],
    ["of ours", (stamp) => ({ ...writeStamp(stamp), subject: own, attributedTo: own })],
    ["that says it stands elsewhere", (stamp) => ({ ...writeStamp(stamp), id: `${stamp.id}0` })],
    ["that is none", (stamp) => ({ ...writeStamp(stamp), relationship: "https://w3id.org/essaim/ns#partnerOf" })],
    ["that is missing", () => 404],
    ["that is gone", () => 410],
  ])("shows a signature %s: it has not signed, until it has", async (_, lie) => {
    await using host = await startForgedHost(site);
    const { paper, invite, stamp } = await asked(host);
    await accept(host, invite, lie(stamp, host));
    expect(host.asked).toContain(stamp.id);
    expect([await stateOf(paper), await isShown(paper)]).toEqual([["awaiting", "invited"], false]);
    await accept(host, invite, writeStamp(stamp));
    await until(paper, "published", "accepted");
  });

  test("signs at an address of another, or another signs for it: that is not even looked at", async () => {
    await using host = await startForgedHost(site);
    await using other = await startForgedHost(site, "Mille Sabots");
    const { paper, invite, stamp } = await asked(host);
    const elsewhere = `${other.origin}/ap/relationships/1`;
    other.show(elsewhere, { ...writeStamp(stamp), id: elsewhere });
    await answer(host, "Accept", invite, { result: elsewhere });
    await answer(other, "Accept", invite, { result: elsewhere });
    host.show(stamp.id, writeStamp(stamp));
    await answer(other, "Accept", invite, { result: stamp.id });
    await answer(other, "Reject", invite);
    await doneWith("check-joint-stamp");
    expect([...other.asked, ...host.asked].filter((url) => url.includes("/relationships/"))).toEqual([]);
    expect(await stateOf(paper)).toEqual(["awaiting", "invited"]);
  });

  test("has signed, and the other has not: nothing is shown; it changes nothing that it signs twice", async () => {
    await using host = await startForgedHost(site);
    await using other = await startForgedHost(site, "Mille Sabots");
    const { paper, invite, stamp } = await asked(host, [other]);
    for (const _ of [1, 2]) await accept(host, invite, writeStamp(stamp));
    await until(paper, "awaiting", "accepted");
    expect(await isShown(paper)).toBe(false);
  });

  test("signs what was changed since, and sends the old signature again: it is asked for the new one", async () => {
    await using host = await startForgedHost(site);
    const { paper, invite, stamp } = await asked(host);
    const terms = { ...paper.terms, liability: "Chacun répond de sa part." };
    await site.db.transaction().execute((tx) => changeJoint(tx, paper.id, { terms }, { now: new Date(), own }));
    for (const _ of [1, 2]) await accept(host, invite, writeStamp(stamp));
    expect([await stateOf(paper), await isShown(paper)]).toEqual([["awaiting", "invited"], false]);
    const { version } = await paperAt(site, paper.id);
    await accept(host, invite, writeStamp({ ...stamp, version }));
    await until(paper, "published", "accepted");
  });

  test("signs what was given up: it is told so again, and nothing is shown", async () => {
    await using host = await startForgedHost(site);
    const { paper, invite, stamp } = await asked(host);
    await site.db.transaction().execute((tx) => withdrawJoint(tx, paper.id, { now: new Date(), own }));
    const told = (times: number) =>
      eventually(() => host.heard.filter(({ type }) => type === "Delete").length === times);
    await told(1);
    await accept(host, invite, writeStamp(stamp));
    await told(2);
    expect([(await stateOf(paper))[0], await isShown(paper)]).toEqual(["withdrawn", false]);
  });

  test("has signed, and then says no: its signature stands as long as it is there", async () => {
    await using host = await startForgedHost(site);
    const { paper, invite } = await signed(host);
    await answer(host, "Reject", invite, { content: "Finalement non." });
    expect([await stateOf(paper), await isShown(paper)]).toEqual([["published", "accepted"], true]);
  });

  test("takes its signature back without a word: it is suspended, and is there again with the signature", async () => {
    await using host = await startForgedHost(site);
    const { paper, stamp, invite } = await signed(host);
    host.show(stamp.id, 410);
    await look(paper, host, stamp.id);
    expect([await stateOf(paper), await isShown(paper)]).toEqual([["suspended", "left"], false]);
    await accept(host, invite, writeStamp({ ...stamp, id: `${stamp.id}0` }), `${stamp.id}0`);
    await until(paper, "published", "accepted");
    expect(await isShown(paper)).toBe(true);
  });

  test("does not answer: its signature holds for three days, and no longer; then it wakes", async () => {
    await using host = await startForgedHost(site);
    const { paper, stamp } = await signed(host);
    host.sleep(true);
    await lastSeen(host, short);
    await look(paper, host, stamp.id);
    expect([await stateOf(paper), await isShown(paper)]).toEqual([["published", "accepted"], true]);
    await lastSeen(host, long);
    await look(paper, host, stamp.id);
    expect([await stateOf(paper), await isShown(paper)]).toEqual([["suspended", "unreachable"], false]);
    host.sleep(false);
    await look(paper, host, stamp.id);
    expect([await stateOf(paper), await isShown(paper)]).toEqual([["published", "accepted"], true]);
  });
});

describe("somebody else leads, and says that all have signed", () => {
  let count = 0;

  /** What an honest lead would show of it. */
  function sheetBy(lead: ForgedHost, partner: ForgedHost) {
    count += 1;
    const slug = `a-plusieurs-${count}`;
    const proposal = `${lead.origin}/ap/proposals/${slug}`;
    const content = { ...nextcloud, title: `Ensemble ${count}` };
    const terms = {
      ...{ text: null, invoicing: lead.actor, supportEntry: null, liability: null, total: null },
      parts: [lead, partner].map(({ actor }, at) => ({
        actor,
        roles: at === 0 ? ["lead"] : ["training"],
        share: null,
        does: null,
      })),
      onLeaving: { mode: "suspend", words: null } as const,
    };
    const version = versionOf({ title: content.title, about: null, content, terms });
    const stamp = stampOf(partner, proposal, version);
    const { actor, name, page } = partner;
    const sheet: OfferSheet = {
      ...{
        actor: `${lead.origin}/ap/actors/${slug}`,
        host: lead.actor,
        proposal,
        handle: slug.replaceAll("-", "_"),
        slug,
      },
      ...{ url: `${lead.origin}/offers/${slug}`, version: "1", published: new Date(), changed: new Date() },
      ...{ content, availability: null },
      joint: {
        version,
        state: "published",
        lead: lead.actor,
        terms,
        partners: [{ actor, name, page, stamp: stamp.id }],
      },
    };
    return { sheet, stamp };
  }

  /** It is read of that host, as a visit does. */
  async function visited(lead: ForgedHost, sheet: OfferSheet): Promise<void> {
    const json: unknown = JSON.parse(JSON.stringify(writeOfferSheet(sheet, `${sheet.url}/datasheet.json`)));
    const read = readOffer(json, { origin: lead.origin, now: new Date() });
    if (read !== null) await site.db.transaction().execute((tx) => keepOffers(tx, [read], new Date()));
    await doneWith("check-joint-copy");
  }

  async function isListed({ actor, slug }: OfferSheet): Promise<boolean> {
    const listed = await site.db.selectFrom("catalogueOffers").select("actor").where("actor", "=", actor).execute();
    const directory = await (await fetch(`${site.origin}/directory?q=Ensemble`)).text();
    expect(directory.includes(slug), "the page shows what is listed").toBe(listed.length > 0);
    return listed.length > 0;
  }

  async function lookAgain(): Promise<void> {
    await site.db.transaction().execute(recheckCopies);
    await sql`update graphile_worker._private_jobs set run_at = now(), attempts = 0 where starts_with(key, 'check-joint-copy:')`.execute(
      site.db,
    );
    await doneWith("check-joint-copy");
  }

  type Change = (sheet: OfferSheet, lead: ForgedHost) => OfferSheet;
  const joint = (sheet: OfferSheet, more: Partial<NonNullable<OfferSheet["joint"]>>): OfferSheet =>
    sheet.joint === null ? sheet : { ...sheet, joint: { ...sheet.joint, ...more } };
  test.each<[string, Change]>([
    [
      "names a signature that stands at its own site",
      (sheet, { origin }) =>
        joint(sheet, {
          partners: (sheet.joint?.partners ?? []).map((one) => ({ ...one, stamp: `${origin}/ap/relationships/1` })),
        }),
    ],
    ["names nobody who has signed", (sheet) => joint(sheet, { partners: [] })],
    ["says another version", (sheet) => joint(sheet, { version: "another" })],
    [
      "offers something else than what was signed",
      (sheet) => ({ ...sheet, content: { ...sheet.content, does: ["tout"] } }),
    ],
    ["names another lead", (sheet) => joint(sheet, { lead: own })],
    ["says itself that it is suspended", (sheet) => joint(sheet, { state: "suspended" })],
  ])("a sheet that %s is not shown, though the signature is right", async (_, change) => {
    await using lead = await startForgedHost(site, "Le Four");
    await using partner = await startForgedHost(site);
    const { sheet, stamp } = sheetBy(lead, partner);
    partner.show(stamp.id, writeStamp(stamp));
    lead.show(`${lead.origin}/ap/relationships/1`, { ...writeStamp(stamp), id: `${lead.origin}/ap/relationships/1` });
    await visited(lead, change(sheet, lead));
    expect(await isListed(sheet)).toBe(false);
  });

  test.each<[string, (stamp: Stamp) => Json | number]>([
    ["missing", () => 404],
    ["gone", () => 410],
    ["under another version", (stamp) => ({ ...writeStamp(stamp), version: "another" })],
    ["under something else", (stamp) => ({ ...writeStamp(stamp), object: `${stamp.object}0` })],
    ["somebody else’s", (stamp) => ({ ...writeStamp(stamp), subject: own, attributedTo: own })],
    ["not to be had", () => 503],
  ])("where the signature is %s, nothing is shown until it is right", async (_, lie) => {
    await using lead = await startForgedHost(site, "Le Four");
    await using partner = await startForgedHost(site);
    const { sheet, stamp } = sheetBy(lead, partner);
    partner.show(stamp.id, lie(stamp));
    await visited(lead, sheet);
    expect(partner.asked).toContain(stamp.id);
    expect(await isListed(sheet)).toBe(false);
    partner.show(stamp.id, writeStamp(stamp));
    await lookAgain();
    expect(await isListed(sheet)).toBe(true);
  });

  test("a partner that does not answer still counts, for three days and no longer; one that has left does not", async () => {
    await using lead = await startForgedHost(site, "Le Four");
    await using partner = await startForgedHost(site);
    const { sheet, stamp } = sheetBy(lead, partner);
    partner.show(stamp.id, writeStamp(stamp));
    await visited(lead, sheet);
    expect(await isListed(sheet)).toBe(true);
    const lastSeen = (ago: number) =>
      site.db
        .updateTable("catalogueStamps")
        .set({ seen: new Date(Date.now() - ago) })
        .where("address", "=", stamp.id)
        .execute();
    for (const [ago, shown] of [
      [short, true],
      [long, false],
    ] as const) {
      partner.sleep(true);
      await lastSeen(ago);
      await lookAgain();
      expect(await isListed(sheet)).toBe(shown);
    }
    partner.sleep(false);
    await lookAgain();
    expect(await isListed(sheet)).toBe(true);
    partner.show(stamp.id, 410);
    await lookAgain();
    expect(await isListed(sheet)).toBe(false);
    await visited(lead, { ...sheet, version: "2" });
    expect(await isListed(sheet), "its lead says that it is there all the same").toBe(false);
  });

  test("a signature under one offer is none under another of the same lead, in the same words", async () => {
    await using lead = await startForgedHost(site, "Le Four");
    await using partner = await startForgedHost(site);
    const { sheet, stamp } = sheetBy(lead, partner);
    partner.show(stamp.id, writeStamp(stamp));
    await visited(lead, sheet);
    const replayed = {
      ...sheet,
      ...{ actor: `${sheet.actor}0`, proposal: `${sheet.proposal}0`, url: `${sheet.url}0` },
      ...{ handle: `${sheet.handle}0`, slug: `${sheet.slug}0` },
    };
    await visited(lead, replayed);
    expect(await isListed(replayed)).toBe(false);
    await lookAgain();
    expect([await isListed(sheet), await isListed(replayed)]).toEqual([true, false]);
  });
});
