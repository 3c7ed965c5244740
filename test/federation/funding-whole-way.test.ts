import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeAmount } from "../../federation/vocabulary/amounts.ts";
import { everyone } from "../../federation/vocabulary/contexts.ts";
import { addJob } from "../../src/foundation/jobs.ts";
import { eventually } from "../support/eventually.ts";
import { type Activity, type FakeMastodon, startFakeMastodon } from "../support/fake-mastodon.ts";
import { befriend, tellAtOnce } from "../support/peers.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { hiddenOn, idOf, registerOn } from "../web/associations.ts";
import { signedIn, type Visitor, visitor } from "../web/desk.ts";
import { formIn } from "../web/forms.ts";
import { comeInByMessage, day } from "../web/visiting.ts";

/** One request from the first word to the last: an association asks on A, others promise there, from Mastodon and from B. */
let home: TestSite;
let away: TestSite;
let lavoir: FakeMastodon;
let reader: FakeMastodon;
beforeAll(async () => {
  home = await startSite({ name: "La Pomme", handle: "la_pomme", settings: { TRUSTED_PROXIES: "127.0.0.0/8" } });
  away = await startSite({ name: "Le Rucher", handle: "le_rucher" });
  lavoir = await startFakeMastodon("lavoir");
  reader = await startFakeMastodon("lectrice");
  await befriend(home, away);
  hostOfA = await signedIn(home);
  hostOfB = await signedIn(away);
  [velo, foyer] = await Promise.all([member("Vélo et Compagnie"), member("Le Foyer des Lices")]);
});
afterAll(async () => {
  for (const one of [home, away, lavoir, reader]) await one[Symbol.asyncDispose]();
});

let hostOfA: Visitor;
let hostOfB: Visitor;
let velo: Visitor;
let foyer: Visitor;
let alice: Visitor;
const payment = "https://pay.example/visio";
/** The request, and where each has their own promise. */
let code = "";
let copy = "";
const own: Record<"host" | "foyer" | "lavoir" | "rucher", string> = { host: "", foyer: "", lavoir: "", rucher: "" };

const centsIn = (digits: string) => Math.round(Number(digits) * 100);
const sum = (text: string) => text.replaceAll(" ", "\u00a0");

/** Registers an association on A, and has the host accept it. */
async function member(name: string): Promise<Visitor> {
  const { browser } = await registerOn(home, { name, email: `${randomUUID()}@asso.example` });
  const path = `/admin/associations/${await idOf(home, name)}`;
  await hostOfA.post(path, { ...(await hiddenOn(hostOfA, path)), decision: "approve" });
  return browser;
}

/** Sends the form of a page as a person who types this; gives the path where it leads. */
async function fill(browser: Visitor, path: string, typed: Readonly<Record<string, string>>): Promise<string> {
  const sent = await browser.post(path, { ...formIn(await (await browser.get(path)).text()), ...typed });
  if (sent.status !== 303) throw new Error(`${path} was answered by ${sent.status}: ${await sent.text()}`);
  return sent.headers.get("location") ?? "";
}

const steward = async (act: string, typed: Readonly<Record<string, string>> = {}) => {
  const sent = await velo.post(`/funding/${code}/steward/${act}`, { form: randomUUID(), ...typed });
  if (sent.status !== 303) throw new Error(`${act} was answered by ${sent.status}: ${await sent.text()}`);
};

interface Shown {
  readonly state: string;
  readonly total: string;
  readonly participants: number;
  readonly waiting: { readonly total: string };
  readonly actor: string;
  readonly proposal: string;
  readonly url: string;
}
const shown = async () => (await (await home.api("GET", `/funding-requests/${code}`)).json()) as Shown;
const untilShown = (expected: Partial<Shown>) =>
  eventually(async () => {
    const now = await shown();
    for (const [name, value] of Object.entries(expected))
      if (now[name as keyof Shown] !== value) throw new Error(JSON.stringify(now));
    return now;
  });
const pageOf = async (site: TestSite, path: string) => (await visitor(site).get(path)).text();
const json = async (address: string) =>
  (await (await fetch(address, { headers: { accept: "application/activity+json" } })).json()) as Record<
    string,
    unknown
  >;

const objectOf = ({ object }: Activity) => object as Record<string, unknown> & { readonly id: string };
/** The note with which a request was opened, as a search on another server finds it. */
async function firstNoteOf(actor: string): Promise<string> {
  const { first } = await json(`${actor}/outbox`);
  const { orderedItems } = (await json(String(first))) as { orderedItems: Activity[] };
  const created = orderedItems.findLast(
    (one) => one.type === "Create" && String(objectOf(one)["content"]).includes("cherche à réunir"),
  );
  return created === undefined ? "" : objectOf(created).id;
}

const noteSays = (text: string) => (one: Activity) =>
  one.type === "Create" && String(objectOf(one)["content"]).includes(text);

/** What a sum is everywhere it is read: on the pages, to scripts, to other servers, to those who follow. */
async function readsEverywhere(euros: string, digits: string): Promise<void> {
  const { actor, proposal, url } = await untilShown({ total: digits });
  await eventually(async () => {
    await tellAtOnce(home);
    const edits = reader.received.filter(
      ({ type, object }) => type === "Update" && (object as { type: string }).type === "Note",
    );
    const latest = edits.at(-1);
    return latest !== undefined && String(objectOf(latest)["content"]).includes(`Promis\u00a0: ${sum(euros)}`);
  });
  for (const path of [copy, "/funding?state=all"])
    await eventually(async () => (await pageOf(away, path)).includes(sum(euros)));
  for (const path of [`/funding/${code}`, "/funding?state=all"]) expect(await pageOf(home, path)).toContain(sum(euros));
  expect(await json(proposal)).toMatchObject({ pledgedTotal: writeAmount(centsIn(digits), "EUR") });
  expect(await json(`${url}/datasheet.json`)).toMatchObject({
    promised: { total: writeAmount(centsIn(digits), "EUR") },
  });
  const { orderedItems } = (await json(`${actor}/featured`)) as { orderedItems: { content: string }[] };
  expect(orderedItems[0]?.content).toContain(sum(euros));
}

describe("a request goes the whole way", () => {
  test("an association writes it down and opens it; another server's reader and another instance hear of it", async () => {
    const drafted = await fill(velo, "/funding/new", {
      ...{ title: "Un serveur de visio à plusieurs", description: "Nos réunions, sans publicité." },
      ...{ kind: "shared-purchase", needs: "video-conference", mode: "all-or-nothing", minimum: "120" },
      ...{ deadline: day(40), minimumPledge: "5" },
    });
    code = /^\/funding\/([^/]+)\/edit/.exec(drafted)?.[1] ?? "";
    expect((await visitor(home).get(`/funding/${code}`)).status).toBe(404);
    await fill(velo, `/funding/${code}/edit/opening`, {});
    const { actor, state } = await shown();
    expect(state).toBe("open");
    const found = await reader.find(`fonds_${code}@${new URL(home.origin).host}`);
    expect(found["id"]).toBe(actor);
    await reader.follow(actor);
    await reader.waitFor(({ type }) => type === "Accept");
    copy = await eventually(
      async () => /\/funding\/elsewhere\/[0-9a-f-]{36}/.exec(await pageOf(away, "/funding"))?.[0],
    );
    expect(await pageOf(away, copy)).toContain("Un serveur de visio à plusieurs");
  });

  test("a promise under a condition waits; one without a name counts at once", async () => {
    own.foyer = await fill(foyer, `/funding/${code}/pledge`, { amount: "60,50", conditionParticipants: "3" });
    await untilShown({ total: "0.00" });
    own.host = await fill(hostOfA, `/funding/${code}/pledge`, { amount: "5", visibility: "anonymous" });
    await readsEverywhere("5 €", "5.00");
    expect((await shown()).waiting.total).toBe("60.50");
    const listed = await fetch(`${home.origin}/api/v1/funding-requests/${code}/pledges`);
    const { items } = (await listed.json()) as { items: { name: string | null }[] };
    expect(items.map(({ name }) => name).sort()).toEqual(["Le Foyer des Lices", null].sort());
  });

  test("somebody on Mastodon answers in a sentence, gets a receipt beside the public, and confirms it", async () => {
    const { actor } = await shown();
    const note = await firstNoteOf(actor);
    const answer = await lavoir.mention(actor, "<p>@fonds je participe 20 €</p>", { inReplyTo: note });
    const receipt = await lavoir.waitFor(
      (one) => one.type === "Create" && objectOf(one)["inReplyTo"] === objectOf(answer).id,
    );
    expect(objectOf(receipt)).toMatchObject({ attributedTo: actor, to: [lavoir.actor], cc: [everyone] });
    const link = /href="[^"]*(\/f\/[2-9a-z]{8})"/.exec(String(objectOf(receipt)["content"]))?.[1] ?? "";
    expect((await shown()).total).toBe("5.00");
    alice = await comeInByMessage(home, lavoir);
    const form = (await alice.get(link)).headers.get("location") ?? "";
    expect(form).toMatch(new RegExp(`^/funding/${code}/pledge\\?from=`));
    expect(formIn(await (await alice.get(form)).text())["amount"]).toEqual(["20"]);
    own.lavoir = await fill(alice, form, {});
    await readsEverywhere("85,50 €", "85.50");
  });

  test("interest is shown, and counts for nothing", async () => {
    const { actor } = await shown();
    const { orderedItems } = (await json(`${actor}/featured`)) as { orderedItems: { id: string }[] };
    const object = orderedItems[0]?.id ?? "";
    for (const type of ["Like", "Announce"]) {
      const said = { id: `${reader.actor}#${randomUUID()}`, type, actor: reader.actor, object };
      const heard = await reader.post({ "@context": "https://www.w3.org/ns/activitystreams", ...said }, { to: actor });
      expect(heard).toBe(202);
    }
    await eventually(async () => {
      const page = await pageOf(home, `/funding/${code}`);
      return page.includes("1 favori") && page.includes("1 partage");
    });
    await untilShown({ total: "85.50" });
  });

  test("the host of another instance promises from its own site, and the sum is there: everybody is told", async () => {
    own.rucher = /#promise-([0-9a-f-]{36})$/.exec(await fill(hostOfB, copy, { amount: "40,25" }))?.[1] ?? "";
    await readsEverywhere("125,75 €", "125.75");
    await untilShown({ state: "reached", participants: 4 });
    await reader.waitFor(noteSays("Le compte y est"));
  });

  test("confirmations are asked; who says nothing is released, and the order is signed", async () => {
    expect((await velo.post(`/funding/${code}/steward/payment`, { form: randomUUID(), payment })).status).toBe(422);
    await steward("commitment", { until: day(5) });
    await reader.waitFor(noteSays("Avez-vous promis"));
    const confirmation = (path: string) => `${path.split("?")[0]}/confirmation`;
    for (const [browser, path] of [
      [foyer, own.foyer],
      [alice, own.lavoir],
    ] as const)
      expect((await browser.post(confirmation(path), { form: randomUUID() })).status).toBe(303);
    await eventually(async () =>
      (await (await hostOfB.get(copy)).text()).includes(`promises/${own.rucher}/confirmation`),
    );
    const elsewhere = `/funding/elsewhere/promises/${own.rucher}/confirmation`;
    expect((await hostOfB.post(elsewhere, { form: randomUUID() })).status).toBe(303);
    await eventually(async () => (await (await hostOfB.get(copy)).text()).includes("Confirmée"));
    expect((await shown()).state).toBe("reached");
    await home.db.updateTable("fundingRequests").set({ askedUntil: new Date() }).where("code", "=", code).execute();
    await addJob(home.db, "settle-due-funding", {});
    await untilShown({ state: "committed", total: "120.75", participants: 3 });
    await readsEverywhere("120,75 €", "120.75");
    await reader.waitFor(noteSays("La commande est signée"));
    expect(await (await hostOfA.get(own.host)).text()).toContain("Tombée");
  });

  test("where to pay is said now that the order is signed, and was not before", async () => {
    await steward("payment", { payment });
    for (const [browser, path] of [
      [foyer, own.foyer],
      [alice, own.lavoir],
    ] as const)
      expect(await (await browser.get(path)).text()).toContain(`href="${payment}"`);
    expect(await (await hostOfA.get(own.host)).text()).not.toContain(payment);
    expect(await pageOf(home, `/funding/${code}`)).toContain(`href="${payment}"`);
  });

  test("it is carried out, and what came of it is said here, there, and to those who follow", async () => {
    await steward("start");
    await untilShown({ state: "delivering" });
    await steward("delivery", {
      report: "Le salon est ouvert à nos quatre associations.",
      deliverable: "https://visio.example/",
    });
    await untilShown({ state: "delivered" });
    await reader.waitFor(noteSays("Le salon est ouvert"));
    expect(await pageOf(home, `/funding/${code}`)).toContain("Le salon est ouvert");
    await eventually(async () => (await pageOf(away, copy)).includes("Livr"));
    expect(await json((await shown()).proposal)).toMatchObject({ fundingState: "delivered", pledgedTotal: "120.75" });
  });
});
