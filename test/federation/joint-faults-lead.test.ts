import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { proposalIri, termsIri } from "../../federation/addresses.ts";
import { writeTerms } from "../../federation/joint.ts";
import { askToLook } from "../../federation/send/joint.ts";
import { writeDraftProposal } from "../../federation/vocabulary/stamp.ts";
import { acceptInvitation, leaveJoint } from "../../src/joint/invitations.ts";
import type { JointPaper } from "../../src/joint/joint.ts";
import { findInvitationTo } from "../../src/joint/queries.ts";
import type { JointTerms } from "../../src/offers/joint-terms.ts";
import { versionOf } from "../../src/offers/substance.ts";
import { eventually } from "../support/eventually.ts";
import { nextcloud } from "../support/federated.ts";
import { doneWith, type ForgedHost, startForgedHost } from "../support/forged-host.ts";
import { hostOf } from "../support/joint.ts";
import { startSite, type TestSite } from "../support/site.ts";
import type { Json } from "../support/strangers.ts";

let site: TestSite;
let own: string;
beforeAll(async () => {
  site = await startSite();
  own = (await hostOf(site)).actor;
});
afterAll(() => site?.[Symbol.asyncDispose]());

describe("somebody else leads, and asks our host to sign", () => {
  /** What an honest lead shows to those whom it asks: its proposal, and the terms of it. */
  function paperBy(lead: ForgedHost) {
    const id = randomUUID();
    const [proposal, at] = [proposalIri(lead.origin, id), termsIri(lead.origin, id)];
    const terms: JointTerms = {
      ...{ text: null, invoicing: lead.actor, supportEntry: null, liability: null, total: null },
      parts: [lead.actor, own].map((actor, place) => ({
        ...{ actor, share: null, does: null },
        roles: roles[place] ?? [],
      })),
      onLeaving: { mode: "suspend", words: null },
    };
    const content = { ...nextcloud, title: "Ensemble" };
    const said = { title: content.title, about: null, content, terms };
    const paper: JointPaper = {
      ...{ id, kind: "offer", state: "awaiting", offer: id, language: "fr", inForce: null, partners: [], reason: null },
      ...{ ...said, version: versionOf(said), created: new Date(), changed: new Date(), asked: new Date() },
      ...{ published: null, withdrawn: null, chosen: null },
    };
    const write = (more: object = {}, by: ForgedHost = lead) =>
      writeTerms(lead.origin, { ...paper, ...more }, { lead: by, page: null, announcement: null }) as Json;
    const { actor, name } = lead;
    lead.show(
      proposal,
      writeDraftProposal({ ...{ id: proposal, lead: actor, name, terms: at, partners: [own] }, ...dates() }),
    );
    return { ...paper, proposal, at, write };
  }
  const roles = [["lead"], ["training"]];
  const dates = () => ({ published: new Date(), changed: new Date() });

  async function invite(by: ForgedHost, proposal: string, type = "Invite"): Promise<void> {
    const object = type === "Invite" ? proposal : { id: proposal, type: "Proposal" };
    await by.say({ id: `${by.origin}/ap/activities/${randomUUID()}`, type, object, target: own, to: [own] });
    await doneWith(site, "look-at-joint");
  }

  /** Looks at it, as each day. */
  async function look(proposal: string, lead: ForgedHost): Promise<void> {
    await site.db
      .transaction()
      .execute((tx) => askToLook(tx, { proposal, lead: lead.actor, invite: null, daily: true }));
    await doneWith(site, "look-at-joint");
  }
  const found = (proposal: string) => findInvitationTo(site.db, proposal);

  /** Our host has signed what it asks. */
  async function signed(lead: ForgedHost) {
    const paper = paperBy(lead);
    lead.show(paper.at, paper.write());
    await invite(lead, paper.proposal);
    const { id } = await eventually(() => found(paper.proposal));
    await site.db.transaction().execute((tx) => acceptInvitation(tx, id, paper.version, new Date()));
    const answers = () => lead.heard.filter(({ type }) => type === "Accept");
    const { result } = await eventually(() => answers()[0]);
    const stamp = String((result as Json)["id"]);
    expect(await (await fetch(stamp, { headers: { accept: "application/activity+json" } })).json()).toMatchObject({
      ...{ subject: own, object: paper.proposal, version: paper.version },
    });
    return { ...paper, answers, stamp };
  }
  const stateAt = async ({ proposal, stamp }: { readonly proposal: string; readonly stamp: string }) => [
    (await found(proposal))?.state,
    (await fetch(stamp, { headers: { accept: "application/activity+json" } })).status,
  ];

  type Paper = ReturnType<typeof paperBy>;
  test.each<[string, (paper: Paper, other: ForgedHost) => Json]>([
    ["whose version is that of something else", (paper) => paper.write({ version: "another" })],
    [
      "in which what is offered is not what its version says",
      (paper) => paper.write({ content: { ...nextcloud, title: paper.title, does: ["tout"] } }),
    ],
    ["of another proposal", (paper) => ({ ...paper.write(), proposal: `${paper.proposal}0` })],
    ["in the name of another lead", (paper, other) => paper.write({}, other)],
    ["that are no offer, although they carry one", (paper) => paper.write({ kind: "answer" })],
  ])("with terms %s: it is not even asked", async (_, lie) => {
    await using lead = await startForgedHost(site, "Le Four");
    await using other = await startForgedHost(site);
    const paper = paperBy(lead);
    lead.show(paper.at, lie(paper, other));
    await invite(lead, paper.proposal);
    expect(lead.asked).toContain(paper.at);
    expect(await found(paper.proposal)).toBeNull();
    lead.show(paper.at, paper.write());
    await invite(lead, paper.proposal);
    expect((await found(paper.proposal))?.state).toBe("invited");
  });

  test("what another leads, or in what our host has no part: it is not even asked", async () => {
    await using lead = await startForgedHost(site, "Le Four");
    await using other = await startForgedHost(site);
    const paper = paperBy(lead);
    lead.show(paper.at, paper.write());
    await invite(other, paper.proposal);
    expect(lead.asked).not.toContain(paper.proposal);
    const parts = paper.terms.parts.map((part) => (part.actor === own ? { ...part, actor: other.actor } : part));
    const terms = { ...paper.terms, parts };
    const said = { title: paper.title, about: null, content: paper.content, terms };
    lead.show(paper.at, paper.write({ terms, version: versionOf(said) }));
    await invite(lead, paper.proposal);
    expect(await found(paper.proposal)).toBeNull();
  });

  test("and then shows other words under the version that was signed: what was signed is what was read", async () => {
    await using lead = await startForgedHost(site, "Le Four");
    const paper = await signed(lead);
    const terms = { ...paper.terms, liability: "L’autre répond de tout." };
    lead.show(paper.at, paper.write({ terms }));
    await invite(lead, paper.proposal, "Update");
    expect((await found(paper.proposal))?.terms.liability).toBeNull();
    const version = versionOf({ title: paper.title, about: null, content: paper.content, terms });
    lead.show(paper.at, paper.write({ terms, version }));
    await invite(lead, paper.proposal, "Update");
    expect([await stateAt(paper), (await found(paper.proposal))?.version]).toEqual([["invited", 200], version]);
  });

  test("and has not heard that it signed: it is told again, the same", async () => {
    await using lead = await startForgedHost(site, "Le Four");
    const paper = await signed(lead);
    lead.show(
      paper.at,
      paper.write({ partners: [{ actor: own, name: "La Pomme", page: own, state: "invited", stamp: null }] }),
    );
    await look(paper.proposal, lead);
    await eventually(() => paper.answers().length === 2);
    expect(new Set(paper.answers().map((one) => one["id"])).size).toBe(1);
  });

  test("and sleeps, or shows nothing for a while: what was signed stands; once it is gone, it does not", async () => {
    await using lead = await startForgedHost(site, "Le Four");
    const paper = await signed(lead);
    lead.sleep(true);
    await look(paper.proposal, lead);
    lead.sleep(false);
    lead.show(paper.proposal, 404);
    await look(paper.proposal, lead);
    expect(await stateAt(paper)).toEqual(["accepted", 200]);
    lead.show(paper.proposal, 410);
    await look(paper.proposal, lead);
    expect(await stateAt(paper)).toEqual(["ended", 410]);
    lead.show(paper.proposal, { id: paper.proposal });
    await invite(lead, paper.proposal);
    expect(await stateAt(paper)).toEqual(["ended", 410]);
  });

  test("and asks again what our host has left, or another says that it is over: it stays as it was", async () => {
    await using lead = await startForgedHost(site, "Le Four");
    await using other = await startForgedHost(site);
    const paper = await signed(lead);
    await invite(other, paper.proposal, "Delete");
    await other.say({
      type: "Delete",
      id: `${other.origin}/1`,
      object: { id: paper.proposal, type: "Tombstone", formerType: "Proposal" },
      to: [own],
    });
    expect(await stateAt(paper)).toEqual(["accepted", 200]);
    const { id = "" } = (await found(paper.proposal)) ?? {};
    await site.db.transaction().execute((tx) => leaveJoint(tx, id, null, new Date()));
    await invite(lead, paper.proposal);
    expect(await stateAt(paper)).toEqual(["left", 410]);
  });
});
