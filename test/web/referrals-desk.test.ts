import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import demonstration from "../../src/demo.json" with { type: "json" };
import { importSample } from "../../src/exchange/sample.ts";
import { changeHost } from "../../src/hosts/changes.ts";
import { needHost } from "../../src/hosts/queries.ts";
import { findReferral } from "../../src/referrals/queries.ts";
import type { Referral } from "../../src/referrals/referrals.ts";
import { eventually } from "../support/eventually.ts";
import { type MailServer, startMailServer } from "../support/mail-server.ts";
import { knowNeighbours } from "../support/neighbours.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { signedIn, type Visitor, visitor } from "./desk.ts";
import { say } from "./offers.ts";

let site: TestSite;
let mail: MailServer;
let ada: Visitor;
let reader: Visitor;
const slug = "fichiers-et-agendas";

beforeAll(async () => {
  mail = await startMailServer();
  site = await startSite({ settings: { SMTP_URL: mail.url, MAIL_FROM: "essaim@pomme.example" } });
  const options = { host: "la-pomme", publish: true, now: new Date() };
  await site.db.transaction().execute((tx) => importSample(tx, demonstration, options));
  await knowNeighbours(site.db, [{ id: "le-rucher" }], new Date(), demonstration);
  [ada, reader] = [await signedIn(site, "editor"), await signedIn(site, "reader")];
  await site.db.transaction().execute(async (tx) => {
    const { profile } = await needHost(tx);
    const referrals = [
      { to: "Le Rucher numérique", why: "Pour les grandes associations" },
      { to: "Quelqu’un d’autre", why: null },
    ];
    await changeHost(tx, { ...profile, referrals }, new Date());
  });
});
afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await mail[Symbol.asyncDispose]();
});

const text = async (answer: Promise<Response>) => (await answer).text();
const need = "Une association cherche de la place pour ses dossiers.";
const somebody = { hand: "yes", asker: "Ada", contact: "ada@lavoir.example", message: "Nos dossiers, avant l’été." };
const outside = { toward: "elsewhere", name: "Chez Bernard", email: "bernard@ailleurs.example" };

async function sendOn(more: Record<string, string>): Promise<Referral> {
  const answer = await ada.post("/admin/referrals", { need, form: randomUUID(), ...more });
  const [, id = ""] = /referrals\/([0-9a-f-]{36})/.exec(answer.headers.get("location") ?? "") ?? [];
  const sent = await findReferral(site.db, id);
  if (sent === null) throw new Error(`not sent: ${answer.status}`);
  return sent;
}

const readable = (content: string) =>
  content
    .replaceAll(/=\n/g, "")
    .replaceAll(/(?:=[0-9A-F]{2})+/g, (coded) => Buffer.from(coded.replaceAll("=", ""), "hex").toString());

/** The path of the link in the last letter to somebody, once it says this. */
const linkTo = (address: string, said: string) =>
  eventually(async () => {
    const letters = mail.posted.filter(({ to }) => to.includes(address)).map(({ content }) => readable(content));
    const letter = letters.findLast((one) => one.includes(said));
    return /\/referrals\/(?:mine\/)?[\w-]{43}/.exec(letter ?? "")?.[0];
  });

describe("the form", () => {
  test("shows first whom the host recommends, then who gives the same and takes people in", async () => {
    const page = await text(ada.get(`/admin/referrals/new?offer=${slug}`));
    expect(page).toMatch(/Vous le recommandez · Pour les grandes associations.*Un autre hébergeur/s);
    expect(page).toContain("Une association cherche");
  });

  test("comes back with what was typed: a sentence with an address in it goes nowhere", async () => {
    const typed = { ...outside, need: "Écrire à ada@lavoir.example", form: randomUUID() };
    const answer = await ada.post("/admin/referrals", typed);
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain("Cette phrase contient une adresse ou un numéro");
    expect(page).toContain("Chez Bernard");
    const nobody = await ada.post("/admin/referrals", { need, form: randomUUID(), hand: "yes" });
    expect(await nobody.text()).toMatch(/Choisissez un hébergeur.*Il manque son nom.*Il manque son adresse/s);
  });

  test("sent twice sends one, and is not for readers", async () => {
    const form = randomUUID();
    const [one, again] = [await sendOn({ ...outside, form }), await sendOn({ ...outside, form })];
    expect(again.id).toBe(one.id);
    expect((await reader.post("/admin/referrals", { need, ...outside, form: randomUUID() })).status).toBe(403);
  });
});

test("a host without Essaim reads and answers behind the link that it is mailed; who asks says yes on theirs", async () => {
  const sent = await sendOn({ ...outside, email: "jeanne@ailleurs.example", ...somebody });
  const handed = await linkTo("jeanne@ailleurs.example", "vous adresse");
  const before = await text(visitor(site).get(handed));
  expect(before).toContain(need);
  expect(before).not.toContain("lavoir.example");

  const mine = await linkTo("ada@lavoir.example", "Pouvons-nous transmettre");
  expect(await text(visitor(site).get(mine))).toMatch(/Chez Bernard.*Oui, transmettre/s);
  await visitor(site).post(mine, { agreed: "yes" });
  expect(await text(visitor(site).get(handed))).toMatch(/Ada.*ada@lavoir\.example.*avant l’été/s);

  const refused = await visitor(site).post(handed, { act: "decline", said: "" });
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining("Il manque la raison")]);
  await visitor(site).post(handed, { act: "take", said: "Volontiers." });
  expect(await findReferral(site.db, sent.id)).toMatchObject({ state: "taken", said: "Volontiers." });
  expect(await text(visitor(site).get(mine))).toMatch(/Chez Bernard peut s’occuper de vous.*Volontiers/s);
  expect(await text(ada.get(`/admin/referrals/${sent.id}`))).toMatch(/Prise en charge.*Volontiers/s);
});

test("whoever wrote erases all of it: nothing personal is left, and both links are closed", async () => {
  const sent = await sendOn({ ...outside, ...somebody, contact: "eve@lavoir.example" });
  const mine = await linkTo("eve@lavoir.example", "Pouvons-nous transmettre");
  await visitor(site).post(`${mine}/erasure`);
  const kept = JSON.stringify(await findReferral(site.db, sent.id));
  expect(kept).not.toMatch(/eve@lavoir|Ada|dossiers/);
  for (const path of [mine, `/referrals/${sent.token}`]) expect((await visitor(site).get(path)).status, path).toBe(404);
});

test("what was sent can be taken back; the journal names the other host, never who asks", async () => {
  const sent = await sendOn({ ...outside, ...somebody });
  await ada.post(`/admin/referrals/${sent.id}/withdraw`, { form: randomUUID() });
  expect(await findReferral(site.db, sent.id)).toMatchObject({ state: "withdrawn", token: null });
  const again = await ada.post(`/admin/referrals/${sent.id}/withdraw`, { form: randomUUID() });
  expect([again.status, await again.text()]).toEqual([422, expect.stringContaining("n’est plus possible")]);
  const journal = JSON.stringify(await site.db.selectFrom("journal").selectAll().execute());
  expect(journal).toContain("Chez Bernard");
  expect(journal).not.toContain("lavoir");
});

test("an offer that takes nobody in shows whom its host recommends, with the way to those who are known here", async () => {
  await say(site.db, slug, { state: "open" });
  expect(await text(visitor(site).get(`/offers/${slug}`))).not.toContain("Voyez plutôt");
  await say(site.db, slug, { state: "closed" });
  for (const path of [`/offers/${slug}`, `/offers/${slug}/place`])
    expect(await text(visitor(site).get(path)), path).toMatch(
      /voyez plutôt.*href="\/directory\/hosts\/[^"]+"[^>]*>Le Rucher numérique.*Pour les grandes associations.*Quelqu’un d’autre/is,
    );
  expect(await text(visitor(site).get("/about"))).toMatch(/href="\/directory\/hosts\/[^"]+">Le Rucher numérique/);
});

test("what waits for an answer comes first in the list, however old; the rest goes on where it is long", async () => {
  const waiting = await sendOn({ ...outside, need: "Une chorale cherche une liste de diffusion." });
  await site.db
    .updateTable("referrals")
    .set({ asked: new Date("2026-01-01") })
    .where("id", "=", waiting.id)
    .execute();
  const { id } = await sendOn(outside);
  const row = await site.db.selectFrom("referrals").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const placed = { ...row, state: "placed", token: null, consentToken: null, document: null };
  const many = Array.from({ length: 51 }, (_, n) => ({ ...placed, id: randomUUID(), offer: `${row.offer}-${n}` }));
  await site.db.insertInto("referrals").values(many).execute();
  const first = await text(ada.get("/admin/referrals?side=giver"));
  expect(first.indexOf(waiting.need)).toBeGreaterThan(0);
  expect(first.indexOf(waiting.need)).toBeLessThan(first.indexOf("Devenue une place"));
  expect(first).toContain('href="/admin/referrals?side=giver&amp;page=2"');
  expect([...first.matchAll(/<th scope="row">/g)]).toHaveLength(50);
  expect(await text(ada.get("/admin/referrals?side=giver&page=2"))).toContain("Devenue une place");
});
