import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Transaction } from "../../src/foundation/database.ts";
import { answerAsking } from "../../src/together/answering.ts";
import { chooseLead } from "../../src/together/deciding.ts";
import { draftAsking } from "../../src/together/drafting.ts";
import { listHostsOf } from "../../src/together/queries.ts";
import { listReceived } from "../../src/together/received.ts";
import { sendAsking } from "../../src/together/sending.ts";
import { eventually } from "../support/eventually.ts";
import { hostOf } from "../support/joint.ts";
import { befriend } from "../support/peers.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { acceptedOn, idOf, registered } from "./associations.ts";
import { printed, signedIn, type Visitor } from "./desk.ts";
import { type Form, formIn } from "./forms.ts";

// The association's own host leads here; the other one has a site of its own.
let lead: TestSite;
let partner: TestSite;
let ada: Visitor;
let bob: Visitor;
let member: Visitor;
let asking: string;

beforeAll(async () => {
  lead = await startSite({ settings: { TRUSTED_PROXIES: "127.0.0.0/8" } });
  partner = await startSite({ name: "Le Rucher", handle: "le_rucher" });
  await befriend(lead, partner);
  [ada, bob, member] = [await signedIn(lead, "editor"), await signedIn(partner, "editor"), await acceptedOn(lead)];
  asking = await askBoth();
}, 90_000);
afterAll(async () => {
  for (const site of [lead, partner]) await site?.[Symbol.asyncDispose]();
});

const change = <T>({ db }: TestSite, work: (tx: Transaction) => Promise<T>) => db.transaction().execute(work);
const text = async (answer: Response | Promise<Response>) => (await answer).text();

async function askBoth(): Promise<string> {
  const party = await idOf(lead, registered.name);
  await lead.db
    .insertInto("parties")
    .values({ id: party, kind: "association", name: registered.name, created: new Date() })
    .onConflict((known) => known.doNothing())
    .execute();
  const [own, other] = [await hostOf(lead), await hostOf(partner)];
  const hosts = [
    { way: "own" as const, host: own.actor, name: "La Pomme", page: own.page, address: null, roles: ["hosting"] },
    { way: "essaim" as const, host: other.actor, name: "Le Rucher", page: other.page, address: null, roles: [] },
  ];
  const said = {
    ...{ name: registered.name, need: "Un Nextcloud et une formation.", needs: [], contact: "lin@fil.example" },
    ...{ territory: null, people: 12, budget: 60_000, currency: "EUR", period: "year", wished: null },
  };
  const asker = { party, email: null, language: "fr", now: new Date() } as const;
  const drafted = await change(lead, (tx) => draftAsking(tx, { said, about: null, hosts }, asker));
  if (!drafted.done) throw new Error(drafted.reason);
  const { id } = drafted.value;
  await change(lead, (tx) => sendAsking(tx, id, { hold: false, now: new Date() }));
  const answers = [
    [lead, { answer: "lead", roles: ["hosting"], words: null }],
    [partner, { answer: "partner", roles: ["training"], words: null }],
  ] as const;
  for (const [site, answer] of answers) {
    const received = await receivedAt(site);
    await change(site, (tx) => answerAsking(tx, received, answer, new Date()));
  }
  await eventually(async () => (await listHostsOf(lead.db, id)).every(({ answered }) => answered !== null));
  const [first, second] = await listHostsOf(lead.db, id);
  const choice = { lead: first?.id ?? "", partners: [second?.id ?? ""], now: new Date() };
  await change(lead, (tx) => chooseLead(tx, id, choice));
  await eventually(async () => (await listReceived(partner.db))[0]?.chosen === "partner");
  await eventually(async () => (await listReceived(lead.db))[0]?.chosen === "lead");
  return id;
}

const receivedAt = ({ db }: TestSite) => eventually(async () => (await listReceived(db))[0]?.id ?? null);

/** Sends what a browser would send of a form of a page, with what is typed. */
async function fill(who: Visitor, page: string, action: string, typed: Form = {}): Promise<Response> {
  const [, form = ""] = new RegExp(`action="${action}"(.*?)</form>`, "s").exec(await text(who.get(page))) ?? [];
  return who.post(action, { ...formIn(`<main${form}`), ...typed });
}

const own = () => text(member.get(`/together/${asking}`));

describe("the desk makes a joint quote out of what an association asks", () => {
  test("the form is filled in with who was chosen, with whose roles, and the budget; what is missing is said, and nothing is lost", async () => {
    const at = `/admin/askings/${await receivedAt(lead)}`;
    expect(await text(ada.get(at))).toContain(`href="${at}/quote"`);
    const page = await text(ada.get(`${at}/quote`));
    const { actor } = await hostOf(partner);
    expect(formIn(page)).toMatchObject({ partner: [actor], price: ["600"], period: ["year"] });
    expect(page).toContain("Formation");
    const empty = await fill(ada, `${at}/quote`, `${at}/quote`, { price: "580" });
    expect(empty.status).toBe(422);
    const again = await text(empty);
    expect(again).toContain(printed("Dites ce que vous proposez."));
    expect(formIn(again)).toMatchObject({ price: ["580"], partner: [actor] });
    const begun = await fill(ada, `${at}/quote`, `${at}/quote`, {
      text: "Nous hébergeons, Le Rucher forme.",
      price: "580",
    });
    const terms = (begun.headers.get("location") ?? "").replace(/\?.*$/, "");
    expect(terms).toMatch(/^\/admin\/joint\/[0-9a-f-]{36}\/terms$/);
    expect((await fill(ada, terms, terms, { "share-0": "400", "share-1": "180" })).status).toBe(303);
    const paper = terms.replace("/terms", "");
    expect((await fill(ada, paper, `${paper}/invitation`)).status).toBe(303);
    expect(await text(ada.get(at))).toContain(`href="${paper}"`);
    expect(await own()).not.toContain("Le Rucher forme");
  });

  test("the other finds it where it was asked, and signs it there", async () => {
    const at = `/admin/askings/${await receivedAt(partner)}`;
    const invitation = await eventually(async () => {
      const [, path] = /href="(\/admin\/joint\/invitations\/[0-9a-f-]{36})"/.exec(await text(bob.get(at))) ?? [];
      return path ?? null;
    });
    expect(await text(bob.get(invitation))).toContain(`href="${at}"`);
    expect((await fill(bob, invitation, `${invitation}/acceptance`)).status).toBe(303);
  });

  test("the association reads one quote: who does what for which share, that all have signed, and when that was seen", async () => {
    const page = await eventually(async () => {
      const shown = await own();
      return shown.includes(printed("Signé par tous")) ? shown : null;
    });
    for (const said of ["La Pomme et Le Rucher", "Le Rucher forme", "180", "400", "580", "vérifié chaque signature"])
      expect(page).toContain(printed(said));
    expect(page).toContain(new URL(partner.origin).host);
    expect(page).toContain(`/together/${asking}/conclusion`);
  });

  test("a no needs a reason; a yes ends it, and both desks say so", async () => {
    const page = `/together/${asking}`;
    const empty = await fill(member, page, `${page}/no`);
    expect(empty.status).toBe(422);
    expect(await text(empty)).toContain(printed("Dites pourquoi, en une phrase."));
    expect((await fill(member, page, `${page}/conclusion`)).headers.get("location")).toBe(`${page}?done=concluded`);
    expect(await own()).toContain(printed("vous avez accepté un devis"));
    for (const [who, site] of [
      [ada, lead],
      [bob, partner],
    ] as const) {
      const at = `/admin/askings/${await receivedAt(site)}`;
      await eventually(async () => (await text(who.get(at))).includes(printed("L’association a accepté le devis")));
    }
  });
});
