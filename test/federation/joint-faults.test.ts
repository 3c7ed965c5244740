import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { proposalIri } from "../../federation/addresses.ts";
import { askToCheck } from "../../federation/send/joint.ts";
import { type Stamp, writeStamp } from "../../federation/vocabulary/stamp.ts";
import { changeJoint, withdrawJoint } from "../../src/joint/changes.ts";
import type { JointPaper, JointPartner } from "../../src/joint/joint.ts";
import { findOfferById } from "../../src/offers/queries.ts";
import { eventually } from "../support/eventually.ts";
import { doneWith, type ForgedHost, stampOf, startForgedHost } from "../support/forged-host.ts";
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
    await doneWith(site, "check-joint-stamp");
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
    await doneWith(site, "tell");
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
    await doneWith(site, "check-joint-stamp");
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
    await doneWith(site, "check-joint-stamp");
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

  test("is asked for another version of what is in force: as long as its old signature stands, so does the old version", async () => {
    await using host = await startForgedHost(site);
    const { paper, invite, stamp } = await signed(host);
    const terms = { ...paper.terms, liability: "Chacun répond de sa part." };
    await site.db.transaction().execute((tx) => changeJoint(tx, paper.id, { terms }, { now: new Date(), own }));
    await accept(host, invite, writeStamp(stamp));
    const { inForce, version } = await paperAt(site, paper.id);
    expect([await stateOf(paper), inForce?.version, await isShown(paper)]).toEqual([
      ...[["published", "invited"], paper.version, true],
    ]);
    expect(version).not.toBe(paper.version);
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
