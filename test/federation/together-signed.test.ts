import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Transaction } from "../../src/foundation/database.ts";
import { inviteAll } from "../../src/joint/changes.ts";
import { acceptInvitation, leaveJoint } from "../../src/joint/invitations.ts";
import { findInvitationAbout } from "../../src/joint/queries.ts";
import { placesIn } from "../../src/site-together.ts";
import { answerAsking } from "../../src/together/answering.ts";
import { chooseLead } from "../../src/together/deciding.ts";
import { draftAsking } from "../../src/together/drafting.ts";
import { concludeAsking, declineResult } from "../../src/together/ending.ts";
import { findPaper } from "../../src/together/papers.ts";
import { findAsking, listHostsOf } from "../../src/together/queries.ts";
import { beginQuote, proposeJointOffer, signersIn } from "../../src/together/quoting.ts";
import { listReceived, receivedStep } from "../../src/together/received.ts";
import { sendAsking } from "../../src/together/sending.ts";
import { commonAddress } from "../../src/together/together.ts";
import { eventually } from "../support/eventually.ts";
import { draftTogether, hostOf } from "../support/joint.ts";
import { befriend } from "../support/peers.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { acceptedOn, idOf } from "../web/associations.ts";

const name = "Les Lavandières";

let home: TestSite;
let lead: TestSite;
let partner: TestSite;
let asking: string;
beforeAll(async () => {
  home = await startSite({ settings: { TRUSTED_PROXIES: "127.0.0.0/8" } });
  lead = await startSite({ name: "Le Rucher", handle: "le_rucher" });
  partner = await startSite({ name: "Mille Sabots", handle: "mille_sabots" });
  await acceptedOn(home, { name, email: "lavandieres@asso.example" });
  for (const [one, other] of [
    [home, lead],
    [home, partner],
    [lead, partner],
  ] as const)
    await befriend(one, other);
  asking = await askBoth();
}, 90_000);
afterAll(async () => {
  for (const site of [home, lead, partner]) await site?.[Symbol.asyncDispose]();
});

const change = <T>({ db }: TestSite, work: (tx: Transaction) => Promise<T>) => db.transaction().execute(work);

/** The association asks two hosts of other sites, both say yes, and it chooses who leads. */
async function askBoth(): Promise<string> {
  const party = await idOf(home, name);
  const row = { id: party, kind: "association", name, created: new Date() };
  await home.db
    .insertInto("parties")
    .values(row)
    .onConflict((known) => known.doNothing())
    .execute();
  const hosts = await Promise.all([lead, partner].map(hostOf));
  const drafted = await change(home, (tx) =>
    draftAsking(
      tx,
      {
        said: {
          ...{ name, need: "Un Nextcloud et une formation.", needs: [], contact: "claire@asso.example" },
          ...{ territory: null, people: 12, budget: 60_000, currency: "EUR", period: "year", wished: null },
        },
        about: null,
        hosts: hosts.map(({ actor, page }, at) => ({
          ...{ way: "essaim" as const, host: actor, name: at === 0 ? "Le Rucher" : "Mille Sabots", page },
          ...{ address: null, roles: [] },
        })),
      },
      { party, email: null, language: "fr", now: new Date() },
    ),
  );
  if (!drafted.done) throw new Error(drafted.reason);
  const { id } = drafted.value;
  await change(home, (tx) => sendAsking(tx, id, { hold: false, now: new Date() }));
  await answerAt(lead, "lead", ["hosting"]);
  await answerAt(partner, "partner", ["training"]);
  await eventually(async () => (await listHostsOf(home.db, id)).every(({ answered }) => answered !== null));
  const [first, second] = await listHostsOf(home.db, id);
  const choice = { lead: first?.id ?? "", partners: [second?.id ?? ""], now: new Date() };
  await change(home, (tx) => chooseLead(tx, id, choice));
  return id;
}

async function answerAt(site: TestSite, answer: "lead" | "partner", roles: readonly string[]): Promise<void> {
  const { id } = await seen(site, ({ answer: said }) => said === "waiting");
  await change(site, (tx) => answerAsking(tx, id, { answer, roles, words: null }, new Date()));
}

type Received = Awaited<ReturnType<typeof listReceived>>[number];
const seen = (site: TestSite, is: (one: Received) => boolean): Promise<Received> =>
  eventually(async () => {
    const [one] = await listReceived(site.db);
    return one !== undefined && is(one) ? one : null;
  });

/** How what several have signed stands at the association. */
async function paperAtHome() {
  const found = await findAsking(home.db, asking);
  return found && findPaper(home.db, found);
}
const untilPaper = (state: "signed" | "broken") =>
  eventually(async () => {
    const paper = await paperAtHome();
    return paper?.state === state ? paper : null;
  });
const resultVersion = async () => (await findAsking(home.db, asking))?.result?.version ?? 0;

async function invitationOf(site: TestSite): Promise<string> {
  return eventually(() => findInvitationAbout(site.db, commonAddress(home.origin, asking)));
}

async function sign(site: TestSite): Promise<void> {
  const id = await invitationOf(site);
  const { version } = await site.db
    .selectFrom("jointInvitations")
    .select("version")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const signed = await change(site, (tx) => acceptInvitation(tx, id, version, new Date()));
  expect(signed.done).toBe(true);
}

const saidNo = async () =>
  (await home.db.selectFrom("notices").select("what").where("asking", "=", asking).execute()).map(({ what }) => what);

describe("what an association asks of two hosts ends with what both have signed", () => {
  let paper: string;

  test("who leads drafts the quote, with the roles that each has offered; the association sees nothing of it yet", async () => {
    const led = await seen(lead, ({ chosen }) => chosen === "lead");
    const { actor } = await hostOf(partner);
    expect(signersIn(led)).toMatchObject([{ name: "Mille Sabots", actor, roles: ["training"] }]);
    const beginning = { title: "Devis", text: "Nous hébergeons et nous formons.", language: "fr", partners: [actor] };
    const total = { amount: 58_000, currency: "EUR", period: "year" } as const;
    const { actor: own } = await hostOf(lead);
    const begun = await change(lead, (tx) => beginQuote(tx, led.id, { ...beginning, total }, { now: new Date(), own }));
    if (!begun.done) throw new Error(begun.reason);
    paper = begun.value.id;
    expect(begun.value.terms.parts.map(({ roles }) => roles)).toEqual([["lead", "hosting"], ["training"]]);
    expect(receivedStep(await seen(lead, () => true))).toBe("paper");
    await change(lead, (tx) => inviteAll(tx, paper, { now: new Date(), own }));
    await invitationOf(partner);
    expect(receivedStep(await seen(lead, () => true))).toBe("wait");
    expect((await findAsking(home.db, asking))?.result).toBeNull();
  });

  test("nobody reads what is signed but those who sign and the association's own site", async () => {
    const headers = { accept: "application/activity+json" };
    const [there, nothing] = [`/ap/proposals/${paper}/signed`, `/ap/proposals/${asking}/signed`];
    const [asked, absent] = await Promise.all([there, nothing].map((path) => fetch(lead.origin + path, { headers })));
    expect([asked?.status, await asked?.text()]).toEqual([404, await absent?.text()]);
  });

  test("once the other has signed, the association sees one quote: who does what, who invoices, signed by all, checked", async () => {
    await sign(partner);
    const signed = await untilPaper("signed");
    expect(signed).toMatchObject({ kind: "quote", title: "Devis", lead: { name: "Le Rucher" }, reason: null });
    expect(signed.signers).toMatchObject([{ actor: (await hostOf(partner)).actor, problem: null }]);
    expect(signed.signers[0]?.stamp.startsWith(partner.origin)).toBe(true);
    expect(signed.seen).not.toBeNull();
    expect(signed.terms.invoicing).toBe((await hostOf(lead)).actor);
    expect(signed.terms.total?.amount).toBe(58_000);
    await eventually(async () => (await saidNo()).includes("hosts-decide"));
    expect(receivedStep(await seen(partner, ({ result }) => result !== null))).toBe("wait");
  });

  test("it says no with its reason: both read why, and the one in the lead may propose something else", async () => {
    const version = await resultVersion();
    const empty = await change(home, (tx) => declineResult(tx, asking, { version, reason: "", now: new Date() }));
    expect(empty).toEqual({ done: false, reason: "reason-missing" });
    const reason = "Un peu trop cher pour nous.";
    await change(home, (tx) => declineResult(tx, asking, { version, reason, now: new Date() }));
    for (const site of [lead, partner]) {
      const one = await seen(site, ({ declined }) => declined !== null);
      expect(one.declined).toEqual({ version, reason });
    }
    expect(receivedStep(await seen(lead, () => true))).toBe("result");
  });

  test("one leaves before the yes: the association sees who, and cannot accept it any more", async () => {
    const invitation = await invitationOf(partner);
    await change(partner, (tx) => leaveJoint(tx, invitation, "Nous n’avons plus le temps.", new Date()));
    const broken = await untilPaper("broken");
    expect(broken.signers).toMatchObject([{ problem: "gone" }]);
    expect(broken.reason).toBe("left");
    const version = await resultVersion();
    const taken = await change(home, (tx) => concludeAsking(tx, asking, { version, now: new Date() }));
    expect(taken).toEqual({ done: false, reason: "not-signed" });
    expect(receivedStep(await seen(lead, ({ paperState }) => paperState === "suspended"))).toBe("paper");
  });

  test("comes back, and it can be accepted: all are told, and nothing is expected of anybody any more", async () => {
    await sign(partner);
    await untilPaper("signed");
    const version = await resultVersion();
    const taken = await change(home, (tx) => concludeAsking(tx, asking, { version, now: new Date() }));
    expect(taken.done && taken.value.ending).toBe("quote");
    for (const site of [lead, partner]) {
      const one = await seen(site, ({ standing }) => standing === "ended");
      expect([one.ending, receivedStep(one)]).toEqual(["quote", "over"]);
    }
  });
});

describe("or with an offer that several give together", () => {
  test("which the one in the lead names, and the association reads with who signs it", async () => {
    asking = await askBoth();
    const led = await seen(lead, ({ chosen, standing }) => chosen === "lead" && standing === "led");
    const drafted = await draftTogether([lead, partner]);
    const now = new Date();
    const early = await change(lead, (tx) => proposeJointOffer(tx, led.id, drafted.id, placesIn(lead.origin)(tx), now));
    expect(early.done).toBe(false); // not all have signed it
    const invitation = await eventually(async () => {
      const row = await partner.db
        .selectFrom("jointInvitations")
        .select("id")
        .where("version", "=", drafted.version)
        .executeTakeFirst();
      return row?.id ?? null;
    });
    await change(partner, (tx) => acceptInvitation(tx, invitation, drafted.version, new Date()));
    await eventually(async () => {
      const row = await lead.db
        .selectFrom("jointPapers")
        .select("state")
        .where("id", "=", drafted.id)
        .executeTakeFirst();
      return row?.state === "published";
    });
    const said = await change(lead, (tx) =>
      proposeJointOffer(tx, led.id, drafted.id, placesIn(lead.origin)(tx), new Date()),
    );
    expect(said.done).toBe(true);
    const signed = await untilPaper("signed");
    expect(signed).toMatchObject({ kind: "offer", title: drafted.title });
    expect(signed.page?.startsWith(`${lead.origin}/offers/`)).toBe(true);
    const version = await resultVersion();
    const taken = await change(home, (tx) => concludeAsking(tx, asking, { version, now: new Date() }));
    expect(taken.done && taken.value.ending).toBe("offer");
  });
});
