import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Transaction } from "../../src/foundation/database.ts";
import { addJob } from "../../src/foundation/jobs.ts";
import { makeLink, receiveRequest } from "../../src/places/changes.ts";
import { eraseRequest } from "../../src/places/erasing.ts";
import { findRequest } from "../../src/places/queries.ts";
import { findReferral, listReferrals } from "../../src/referrals/queries.ts";
import type { Referral } from "../../src/referrals/referrals.ts";
import { eventually } from "../support/eventually.ts";
import { befriend } from "../support/peers.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { signedIn, type Visitor, visitor } from "../web/desk.ts";
import { files, publish, say } from "../web/offers.ts";

let giver: TestSite;
let taker: TestSite;
let ada: Visitor;
let bob: Visitor;
let offer: string;

beforeAll(async () => {
  giver = await startSite({ name: "La Pomme", handle: "la_pomme" });
  taker = await startSite({ name: "Le Rucher", handle: "le_rucher" });
  for (const site of [giver, taker]) {
    await publish(site.db, "fichiers", files);
    await say(site.db, "fichiers", { state: "open" });
  }
  offer = (await giver.db.selectFrom("offers").select("id").executeTakeFirstOrThrow()).id;
  await befriend(giver, taker);
  await eventually(async () => (await toward()) !== undefined);
  [ada, bob] = [await signedIn(giver, "editor"), await signedIn(taker, "editor")];
});
afterAll(async () => {
  for (const site of [giver, taker]) await site?.[Symbol.asyncDispose]();
});

const change = <Value>({ db }: TestSite, work: (tx: Transaction) => Promise<Value>) => db.transaction().execute(work);

/** The taker's offer, as the giver knows it. */
async function toward(): Promise<string | undefined> {
  const row = await giver.db
    .selectFrom("catalogueOffers")
    .select("actor")
    .where("actor", "like", `${taker.origin}/%`)
    .executeTakeFirst();
  return row?.actor;
}

interface Asked {
  readonly request: string;
  /** The private page. */
  readonly link: string;
}

async function asksForAPlace(): Promise<Asked> {
  const asked = {
    ...{ name: "Les Jardins du Lavoir", people: 20, message: "Nos dossiers, avant l’été." },
    contact: { kind: "email" as const, address: `${randomUUID()}@lavoir.example` },
  };
  const now = new Date();
  return change(giver, async (tx) => {
    const outcome = await receiveRequest(tx, asked, { offer, form: randomUUID(), language: "fr", now });
    if (!outcome.done) throw new Error(outcome.reason);
    return { request: outcome.value.id, link: `/requests/${await makeLink(tx, outcome.value.id, now)}` };
  });
}

const need = "Une association cherche de la place pour ses dossiers.";

/** At the giver's desk; the referral as each of the two has it. */
async function sendOn(request: string, more: Record<string, string> = {}): Promise<readonly [Referral, Referral]> {
  const form = { request, need, toward: (await toward()) ?? "", form: randomUUID(), ...more };
  const answer = await ada.post("/admin/referrals", form);
  expect(answer.status).toBe(303);
  const [, id = ""] = /referrals\/([0-9a-f-]{36})/.exec(answer.headers.get("location") ?? "") ?? [];
  const sent = await findReferral(giver.db, id);
  if (sent === null) throw new Error("nothing was sent");
  const document = `${giver.origin}/ap/relationships/${id}`;
  const came = await eventually(async () =>
    (await listReferrals(taker.db, "taker")).find((one) => one.document === document),
  );
  return [sent, came];
}

const stateAt = async ({ db }: TestSite, { id }: Referral) => (await findReferral(db, id))?.state;
const untilState = (site: TestSite, referral: Referral, state: string) =>
  eventually(async () => (await stateAt(site, referral)) === state);
const readAt = async (site: TestSite, { id }: Referral) => (await findReferral(site.db, id)) as Referral;

const page = async (site: TestSite, path: string) => {
  const answer = await visitor(site).get(path.replace(site.origin, ""));
  return [answer.status, await answer.text()] as const;
};

describe("without handing anything on", () => {
  let asked: Asked;
  let sent: Referral;
  let came: Referral;

  test("the asker gets the way, and the other host one sentence with nothing personal in it", async () => {
    asked = await asksForAPlace();
    [sent, came] = await sendOn(asked.request, { hand: "no", word: "Ils sont plus près." });
    expect((await findRequest(giver.db, asked.request))?.state).toBe("referred");
    expect(await page(giver, asked.link)).toEqual([
      200,
      expect.stringMatching(/Adressée à Le Rucher.*Ils sont plus près/s),
    ]);
    expect(came).toMatchObject({
      ...{ state: "sent", need, handing: "none", otherName: "La Pomme" },
      fromUnknown: false,
    });
    const everything = JSON.stringify(await taker.db.selectFrom("referrals").selectAll().execute());
    expect(everything).not.toMatch(/Lavoir|lavoir\.example|avant l’été/);
    const [, behind] = await page(giver, came.page ?? "");
    expect(behind).toContain(need);
    expect(behind).not.toMatch(/Lavoir|lavoir\.example|avant l’été/);
  });

  test("the taker’s desk has it to answer, and both desks and the asker see what it says", async () => {
    expect(await (await bob.get("/admin")).text()).toContain("La Pomme vous adresse une association");
    const taken = await bob.post(`/admin/referrals/${came.id}/take`, { take: "Avec plaisir.", form: randomUUID() });
    expect(taken.headers.get("location")).toBe(`/admin/referrals/${came.id}?done=take`);
    await untilState(giver, sent, "taken");
    expect(await readAt(giver, sent)).toMatchObject({
      said: "Avec plaisir.",
      document: expect.stringContaining(taker.origin),
    });
    expect(await page(giver, asked.link)).toEqual([
      200,
      expect.stringMatching(/Le Rucher peut s’occuper de vous.*Avec plaisir/s),
    ]);
  });

  test("and what became of it: the place, told by an address that the giver asks", async () => {
    await bob.post(`/admin/referrals/${came.id}/place`, { form: randomUUID() });
    await untilState(giver, sent, "placed");
    expect((await readAt(giver, sent)).token).toBeNull();
    expect((await page(giver, came.page ?? ""))[0]).toBe(404);
  });
});

describe("with the request handed on", () => {
  test("who asks is asked first, and the other host reads it only after a yes, for as long as that holds", async () => {
    const asked = await asksForAPlace();
    const [sent, came] = await sendOn(asked.request, { hand: "yes" });
    expect(came).toMatchObject({ handing: "asked" });
    const [, before] = await page(giver, came.page ?? "");
    expect(before).not.toMatch(/Lavoir|lavoir\.example/);

    const [, question] = await page(giver, asked.link);
    expect(question).toContain("Pouvons-nous transmettre votre nom, votre adresse et votre message à Le Rucher");
    const answer = await visitor(giver).post(`${asked.link}/referrals/${sent.id}`, { agreed: "yes" });
    expect(answer.status).toBe(303);
    await eventually(async () => (await readAt(taker, came)).handing === "agreed");
    expect(await (await bob.get(`/admin/referrals/${came.id}`)).text()).toContain(came.page ?? "none");
    const [status, after] = await page(giver, came.page ?? "");
    expect([status, after]).toEqual([
      200,
      expect.stringMatching(/Les Jardins du Lavoir.*@lavoir\.example.*avant l’été/s),
    ]);

    await visitor(giver).post(`${asked.link}/referrals/${sent.id}`, { agreed: "no" });
    await eventually(async () => (await readAt(taker, came)).handing === "refused");
    expect((await page(giver, came.page ?? ""))[1]).not.toMatch(/Lavoir|lavoir\.example/);
  });

  test("nobody but who asks can say yes, and a wrong link is like none", async () => {
    const [asked, other] = [await asksForAPlace(), await asksForAPlace()];
    const [sent] = await sendOn(asked.request, { hand: "yes" });
    const stranger = await visitor(giver).post(`${other.link}/referrals/${sent.id}`, { agreed: "yes" });
    expect([stranger.status, (await readAt(giver, sent)).handing]).toEqual([404, "asked"]);
    const [wrong, none] = [await page(giver, `/referrals/${"a".repeat(43)}`), await page(giver, "/referrals/none")];
    expect([wrong[0], none[0]]).toEqual([404, 404]);
  });

  test("erasing the request closes the page, and the other host is told and keeps nothing but the dates", async () => {
    const asked = await asksForAPlace();
    const [sent, came] = await sendOn(asked.request, { hand: "yes" });
    await visitor(giver).post(`${asked.link}/referrals/${sent.id}`, { agreed: "yes" });
    await change(giver, (tx) => eraseRequest(tx, asked.request, new Date()));
    expect((await page(giver, came.page ?? ""))[0]).toBe(404);
    await untilState(taker, came, "withdrawn");
    expect(await readAt(taker, came)).toMatchObject({ need: "", page: null });
    expect(await readAt(giver, sent)).toMatchObject({ state: "withdrawn", need: "", request: null, token: null });
  });
});

test("a refusal has a reason, which both desks and the asker read; the request waits for another way", async () => {
  const asked = await asksForAPlace();
  const [sent, came] = await sendOn(asked.request);
  const without = await bob.post(`/admin/referrals/${came.id}/decline`, { form: randomUUID() });
  expect([without.status, await without.text()]).toEqual([422, expect.stringContaining("Il manque la raison")]);
  await bob.post(`/admin/referrals/${came.id}/decline`, { decline: "Nous sommes complets.", form: randomUUID() });
  await untilState(giver, sent, "declined");
  expect(await page(giver, asked.link)).toEqual([200, expect.stringContaining("Nous sommes complets.")]);
  expect(await (await ada.get("/admin")).text()).toMatch(/Le Rucher ne peut pas prendre.*Chercher ailleurs/s);
});

describe("what goes wrong on the way", () => {
  test("an answer that was lost is given again, once the same is asked again", async () => {
    const [sent, came] = await sendOn((await asksForAPlace()).request);
    await bob.post(`/admin/referrals/${came.id}/take`, { form: randomUUID() });
    await untilState(giver, sent, "taken");
    const lost = { state: "sent", answered: null, document: null };
    await giver.db.updateTable("referrals").set(lost).where("id", "=", sent.id).execute();
    await giver.db.deleteFrom("heard").where("activity", "like", `${taker.origin}/%`).execute();
    await runJob(giver, "compare-referral", { referral: sent.id });
    await untilState(giver, sent, "taken");
    const all = (await listReferrals(taker.db, "taker")).filter(({ document }) => document === came.document);
    expect(all).toHaveLength(1);
  });

  test("what was taken back while the other heard nothing is known by the next evening", async () => {
    const [sent, came] = await sendOn((await asksForAPlace()).request);
    await giver.db
      .updateTable("referrals")
      .set({ state: "withdrawn", token: null })
      .where("id", "=", sent.id)
      .execute();
    await runJob(taker, "compare-referral", { referral: came.id });
    await untilState(taker, came, "withdrawn");
  });

  test("the document is answered to the other host alone: to everybody else it is what was never there", async () => {
    const [sent] = await sendOn((await asksForAPlace()).request);
    const accept = { headers: { accept: "application/activity+json" } };
    const [there, never] = await Promise.all(
      [sent.id, randomUUID()].map((id) => fetch(`${giver.origin}/ap/relationships/${id}`, accept)),
    );
    expect([there?.status, await there?.text()]).toEqual([404, await never?.text()]);
  });
});

async function runJob({ db }: TestSite, name: string, payload: object): Promise<void> {
  await db.transaction().execute((tx) => addJob(tx, name, payload, { key: `test:${randomUUID()}` }));
}
