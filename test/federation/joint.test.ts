import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recheckCopies } from "../../federation/send/joint.ts";
import { changeAvailability } from "../../src/availability/changes.ts";
import { notifyChanged } from "../../src/foundation/changed.ts";
import type { Transaction } from "../../src/foundation/database.ts";
import { addJob } from "../../src/foundation/jobs.ts";
import { changeJoint, withdrawJoint } from "../../src/joint/changes.ts";
import { comment } from "../../src/joint/comments.ts";
import { acceptInvitation, closePart, leaveJoint, openPart } from "../../src/joint/invitations.ts";
import type { JointPaper } from "../../src/joint/joint.ts";
import { listComments } from "../../src/joint/queries.ts";
import { changeOffer, publishOffer, restateOffer } from "../../src/offers/changes.ts";
import { findOfferById } from "../../src/offers/queries.ts";
import { eventually } from "../support/eventually.ts";
import { open } from "../support/federated.ts";
import { draftTogether, hostOf, invitationAt, lists, paperAt } from "../support/joint.ts";
import { befriend } from "../support/peers.ts";
import { startSite, type TestSite } from "../support/site.ts";

let lead: TestSite;
let hive: TestSite;
let hooves: TestSite;
let paper: JointPaper;
const title = "Nextcloud à plusieurs";
const activity = { headers: { accept: "application/activity+json" } };

beforeAll(async () => {
  lead = await startSite({ name: "La Pomme", handle: "la_pomme" });
  hive = await startSite({ name: "Le Rucher", handle: "le_rucher" });
  hooves = await startSite({ name: "Mille Sabots", handle: "mille_sabots" });
  await befriend(lead, hive);
  await befriend(lead, hooves);
  await befriend(hive, hooves);
});
afterAll(async () => {
  for (const site of [lead, hive, hooves]) await site?.[Symbol.asyncDispose]();
});

const invited = (site: TestSite, version: string) =>
  eventually(async () => {
    const found = await invitationAt(site);
    return found?.version === version ? found : null;
  });

async function sign(site: TestSite, version: string): Promise<void> {
  const { id } = await invited(site, version);
  const outcome = await site.db.transaction().execute((tx) => acceptInvitation(tx, id, version, new Date()));
  expect(outcome.done).toBe(true);
}

const everywhere = async (shown: boolean) =>
  (await Promise.all([lead, hive, hooves].map((site) => lists(site, title)))).every((one) => one === shown);

/** What the joint offer's account has said to those who follow it. */
const announcements = () =>
  lead.db
    .selectFrom("notes")
    .select("content")
    .where("actor", "=", paper.id)
    .where("kind", "=", "announcement")
    .orderBy("published")
    .execute();

describe("three hosts make an offer together", () => {
  test("one drafts it and asks two: they read it, and nobody else does, not even that it is there", async () => {
    paper = await draftTogether([lead, hive, hooves]);
    const read = await invited(hive, paper.version);
    expect(read).toMatchObject({
      title,
      state: "invited",
      leadState: "awaiting",
      lead: { actor: (await hostOf(lead)).actor },
    });
    expect(read.terms).toEqual(paper.terms);
    await invited(hooves, paper.version);

    for (const path of [`/ap/proposals/${paper.id}`, `/ap/proposals/${paper.id}/terms`]) {
      const asked = await fetch(lead.origin + path, activity);
      const nothing = await fetch(
        lead.origin + path.replace(paper.id, "00000000-0000-4000-8000-000000000000"),
        activity,
      );
      expect([asked.status, await asked.text()]).toEqual([404, await nothing.text()]);
    }
    const offer = await findOfferById(lead.db, paper.id);
    expect((await fetch(`${lead.origin}/offers/${offer?.slug}`)).status).toBe(404);
    expect((await fetch(`${lead.origin}/offers/${offer?.slug}/datasheet.json`)).status).toBe(404);
    expect(await everywhere(false)).toBe(true);
  });

  test("they write to each other of it", async () => {
    const { actor, name } = await hostOf(hive);
    const { id } = await invited(hive, paper.version);
    const writing = { own: actor, name, noteAt: (note: string) => `${hive.origin}/ap/notes/${note}`, now: new Date() };
    await hive.db.transaction().execute((tx) => comment(tx, { invitation: id }, "Et la formation ?", writing));
    await eventually(async () => (await listComments(lead.db, { paper: paper.id })).length === 1);
    const there = await eventually(() => invitationAt(hooves));
    const [read] = await eventually(async () => {
      const all = await listComments(hooves.db, { invitation: there.id });
      return all.length === 1 ? all : null;
    });
    expect(read).toMatchObject({ author: actor, text: "Et la formation ?" });
    expect(await lead.db.selectFrom("messages").select("id").execute()).toEqual([]);
  });

  test("it can be published by nobody before all have signed", async () => {
    const offer = await findOfferById(lead.db, paper.id);
    const outcome = await lead.db.transaction().execute((tx) => publishOffer(tx, offer?.slug ?? "", new Date()));
    expect(outcome).toEqual({ done: false, reason: "not-agreed" });
  });

  test("one signs; then a change of substance asks both anew", async () => {
    await sign(hive, paper.version);
    await eventually(async () => (await paperAt(lead, paper.id)).partners[0]?.state === "accepted");
    const { actor: own } = await hostOf(lead);
    const terms = { ...paper.terms, liability: "Chacun répond de sa part." };
    const before = paper.version;
    await lead.db.transaction().execute((tx) => changeJoint(tx, paper.id, { terms }, { now: new Date(), own }));
    paper = await paperAt(lead, paper.id);
    expect(paper.version).not.toBe(before);
    expect(paper.partners.map(({ state }) => state)).toEqual(["invited", "invited"]);
    expect((await invited(hive, paper.version)).state).toBe("invited");
    await invited(hooves, paper.version);
    await sign(hive, paper.version);
    await eventually(async () => (await paperAt(lead, paper.id)).partners[0]?.state === "accepted");
    expect((await paperAt(lead, paper.id)).state).toBe("awaiting");
    expect(await everywhere(false)).toBe(true);
  });

  test("as soon as the last has signed, it is public on all three, and each passes it on once", async () => {
    await sign(hooves, paper.version);
    await eventually(() => everywhere(true));
    expect((await paperAt(lead, paper.id)).state).toBe("published");
    const offer = await findOfferById(lead.db, paper.id);
    expect((await fetch(`${lead.origin}/offers/${offer?.slug}`)).status).toBe(200);
    const document = (await (await fetch(`${lead.origin}/ap/proposals/${paper.id}`, activity)).json()) as Shown;
    expect(document.audience).toEqual(paper.terms.parts.map(({ actor }) => actor));
    for (const stamp of document.context)
      expect(await (await fetch(stamp, activity)).json()).toMatchObject({
        ...{ type: "Relationship", object: document.id, version: paper.version },
        relationship: "https://w3id.org/essaim/ns#coProvides",
      });
    const actor = (await (await fetch(`${lead.origin}/ap/actors/${paper.id}`, activity)).json()) as {
      attachment: object[];
    };
    expect(JSON.stringify(actor.attachment)).toContain("Hébergeur 3");
    for (const site of [hive, hooves])
      await eventually(async () => {
        const sent = await site.db.selectFrom("outgoing").select("body").where("type", "=", "Announce").execute();
        return sent.filter(({ body }) => body.includes(`${lead.origin}/ap/notes/`)).length === 1;
      });
    const [note] = await announcements();
    expect(note?.content).toContain("le_rucher");
  });

  test("one of them closes its part: the whole is closed, and opens with it again", async () => {
    const offer = await findOfferById(lead.db, paper.id);
    const slug = offer?.slug ?? "";
    await lead.db.transaction().execute((tx) => changeAvailability(tx, slug, open, { now: new Date() }));
    const { id } = await invited(hive, paper.version);
    await hive.db.transaction().execute((tx) => closePart(tx, id, "Complet jusqu’en mai.", new Date()));
    const stateAt = (site: TestSite) =>
      site.db
        .selectFrom("catalogueOffers")
        .select("availability")
        .where("proposal", "like", `%${paper.id}`)
        .executeTakeFirst();
    const saysAt = async (site: TestSite) => ((await stateAt(site))?.availability as { state: string } | null)?.state;
    await eventually(async () => (await saysAt(hooves)) === "closed");
    expect((await paperAt(lead, paper.id)).partners[0]).toMatchObject({
      part: "closed",
      partNote: "Complet jusqu’en mai.",
    });
    const outcome = await lead.db
      .transaction()
      .execute((tx) => changeAvailability(tx, slug, open, { now: new Date() }));
    expect(outcome).toEqual({ done: false, reason: "part-closed" });
    await hive.db.transaction().execute((tx) => openPart(tx, id, new Date()));
    await eventually(async () => (await saysAt(hooves)) === "open");
  });

  test("what is in force cannot be said otherwise without the others, but for what promises nothing", async () => {
    const offer = await findOfferById(lead.db, paper.id);
    if (offer === null) throw new Error("no offer");
    const change = (content: typeof offer.content) =>
      lead.db.transaction().execute((tx) => changeOffer(tx, offer.slug, content, { now: new Date() }));
    expect(await change({ ...offer.content, does: ["tout"] })).toEqual({ done: false, reason: "not-agreed" });
    expect((await change({ ...offer.content, summary: "Vos fichiers à l’abri." })).done).toBe(true);
  });

  test("one leaves: it is suspended everywhere, and those who follow are told once", async () => {
    const { id } = await invited(hive, paper.version);
    await hive.db.transaction().execute((tx) => leaveJoint(tx, id, "Nous arrêtons la formation.", new Date()));
    await eventually(() => everywhere(false));
    await eventually(async () => (await paperAt(lead, paper.id)).state === "suspended");
    const told = await eventually(async () => {
      const all = await announcements();
      return all.length === 2 ? all : null;
    });
    expect(told[1]?.content).toContain("suspendue");
    expect((await paperAt(lead, paper.id)).inForce?.partners).toHaveLength(2);
  });

  test("and nobody can ask for a place in it", async () => {
    const address = `${lead.origin}/offers/${(await findOfferById(lead.db, paper.offer ?? ""))?.slug}/place`;
    const page = await (await fetch(address)).text();
    expect(page).toContain("Cette offre est suspendue");
    expect(page).not.toContain('name="contact"');
    const body = new URLSearchParams({ name: "La Ruche", people: "12", message: "", contact: "claire@asso.example" });
    const sent = await fetch(address, { method: "POST", body, headers: { origin: lead.origin } });
    expect(sent.status).toBe(409);
    expect(await sent.text()).toContain("claire@asso.example"); // nothing that was typed is lost
    expect(await lead.db.selectFrom("placeRequests").select("id").execute()).toEqual([]);
  });

  test("and when it signs again, it is there again", async () => {
    const { id } = await invited(hive, paper.version);
    await hive.db.transaction().execute((tx) => acceptInvitation(tx, id, paper.version, new Date()));
    await eventually(() => everywhere(true));
    expect((await paperAt(lead, paper.id)).state).toBe("published");
  });

  describe("and one of them lies, is gone, or is away", () => {
    const [hidden, shown] = [() => lists(hooves, title).then((one) => !one), () => lists(hooves, title)];
    const lookAgain = async () => {
      await hooves.db.transaction().execute(recheckCopies);
      await sql`update graphile_worker._private_jobs set run_at = now() where starts_with(key, 'check-joint-copy:')`.execute(
        hooves.db,
      );
    };
    /** A site says something else than it should, at the addresses that it serves. */
    const lie = (site: TestSite, change: (tx: Transaction) => Promise<unknown>) =>
      site.db.transaction().execute(async (tx) => {
        await change(tx);
        await notifyChanged(tx);
      });
    const signedAt = (version: string) => (tx: Transaction) =>
      tx.updateTable("jointStamps").set({ version }).where("withdrawn", "is", null).execute();
    const proposedAt = (proposal: string) => (tx: Transaction) =>
      tx.updateTable("jointInvitations").set({ proposal }).execute();

    test("a signature under another version than the one that is shown counts for nothing, until it is the right one", async () => {
      await lie(hive, signedAt("another"));
      await lookAgain();
      await eventually(hidden);
      await lie(hive, signedAt(paper.version));
      await lookAgain();
      await eventually(shown);
    });

    test("nor one of another proposal, replayed under this one", async () => {
      await lie(hive, proposedAt(`${lead.origin}/ap/proposals/other`));
      await lookAgain();
      await eventually(hidden);
      await lie(hive, proposedAt(`${lead.origin}/ap/proposals/${paper.id}`));
      await lookAgain();
      await eventually(shown);
    });

    test("a sheet that says something else than what was signed, or names somebody's signature as another's, is not shown", async () => {
      const { inForce } = await paperAt(lead, paper.id);
      const tell = async (stored: unknown) => {
        await lead.db
          .updateTable("jointPapers")
          .set({ inForce: JSON.stringify(stored) })
          .execute();
        await lead.db.transaction().execute((tx) => restateOffer(tx, paper.id, new Date()));
      };
      const [one, other] = inForce?.partners ?? [];
      await tell({ ...inForce, partners: [one, { ...other, stamp: one?.stamp }] });
      await eventually(hidden);
      await tell({ ...inForce, terms: { ...inForce?.terms, liability: "Personne ne répond de rien." } });
      await eventually(async () => {
        const row = await hooves.db.selectFrom("catalogueJoint").select("state").executeTakeFirst();
        return row?.state === "suspended";
      });
      expect(await lists(hooves, title)).toBe(false);
      await tell(inForce);
      await eventually(shown);
    });

    test("one that is away for a while still counts, for three days and no longer", async () => {
      hive = await hive.sleep(async () => {
        await lookAgain();
        await eventually(async () => {
          const row = await hooves.db
            .selectFrom("catalogueStamps")
            .select("address")
            .where("problem", "=", "unreachable");
          return (await row.execute()).length > 0;
        });
        expect(await lists(hooves, title)).toBe(true);
        const long = new Date(Date.now() - 73 * 3_600_000);
        await hooves.db.updateTable("catalogueStamps").set({ seen: long }).where("problem", "is not", null).execute();
        await lookAgain();
        await eventually(hidden);
      });
      await lookAgain();
      await eventually(shown);
    });

    test("an answer that was lost on the way is heard by the daily comparison", async () => {
      await lead.db.updateTable("jointPartners").set({ state: "invited", stamp: null, stampVersion: null }).execute();
      await lead.db.updateTable("jointPapers").set({ state: "awaiting" }).execute();
      await lead.db.transaction().execute((tx) => addJob(tx, "compare-joint", {}));
      await eventually(async () => (await paperAt(lead, paper.id)).state === "published");
    });
  });

  test("it is given up: it is gone everywhere, and nobody is bound any more", async () => {
    const { actor: own } = await hostOf(lead);
    await lead.db.transaction().execute((tx) => withdrawJoint(tx, paper.id, { now: new Date(), own }));
    await eventually(() => everywhere(false));
    for (const site of [hive, hooves]) {
      const over = await eventually(async () => {
        const found = await invitationAt(site);
        return found?.state === "ended" ? found : null;
      });
      expect(over.stamps).toEqual([]);
    }
    expect((await fetch(`${lead.origin}/ap/proposals/${paper.id}`, activity)).status).toBe(410);
  });
});

interface Shown {
  readonly id: string;
  readonly audience: readonly string[];
  readonly context: readonly string[];
}
