import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { draftFunding, openFunding } from "../../src/funding/changes.ts";
import type { FundingRequest } from "../../src/funding/funding.ts";
import { partyFor } from "../../src/funding/parties.ts";
import type { JointPaper } from "../../src/joint/joint.ts";
import { listPapers } from "../../src/joint/queries.ts";
import { eventually } from "../support/eventually.ts";
import { asked, must } from "../support/funding.ts";
import { hostOf, invitationAt } from "../support/joint.ts";
import { befriend } from "../support/peers.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { acceptedOn, idOf, registered } from "./associations.ts";
import { printed, signedIn, type Visitor, visitor } from "./desk.ts";
import { type Form, formIn } from "./forms.ts";
import { day } from "./visiting.ts";

let lead: TestSite;
let partner: TestSite;
let ada: Visitor;
let bob: Visitor;
let asker: Visitor;
let request: FundingRequest;

beforeAll(async () => {
  lead = await startSite({ settings: { TRUSTED_PROXIES: "127.0.0.0/8" } });
  partner = await startSite({ name: "Le Rucher", handle: "le_rucher" });
  await befriend(lead, partner);
  [ada, bob, asker] = [await signedIn(lead), await signedIn(partner), await acceptedOn(lead)];
  const id = await idOf(lead, registered.name);
  request = await lead.db.transaction().execute(async (tx) => {
    const now = new Date();
    const requester = await partyFor(tx, { kind: "association", id, name: registered.name }, now);
    const { code } = must(await draftFunding(tx, asked({ deadline: day(40) }), { requester, now }));
    return must(await openFunding(tx, code, { by: requester.id, now }));
  });
});
afterAll(async () => {
  for (const site of [lead, partner]) await site?.[Symbol.asyncDispose]();
});

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const whole = "Nous hébergeons, et Le Rucher vous forme.";

/** Sends what a browser would send of a form of a page, with what is typed. */
async function fill(who: Visitor, page: string, action: string, typed: Form = {}): Promise<Response> {
  const [, form = ""] = new RegExp(`action="${action}"(.*?)</form>`, "s").exec(await text(who.get(page))) ?? [];
  return who.post(action, { ...formIn(`<main${form}`), ...typed });
}

async function paper(): Promise<JointPaper> {
  const [first] = await listPapers(lead.db);
  if (first === undefined) throw new Error("nothing is drafted");
  return first;
}

interface Shown {
  readonly state: string;
  readonly text: string;
  readonly amount: string;
  readonly broken: string | null;
  readonly partners: readonly { readonly name: string; readonly roles: readonly string[] }[];
}

/** The answers to the request, as programs read them. */
async function answers(): Promise<readonly Shown[]> {
  const list = await lead.api("GET", `/funding-requests/${request.code}/proposals`);
  return ((await list.json()) as { readonly items: readonly Shown[] }).items;
}

const publicPage = () => text(visitor(lead).get(`/funding/${request.code}`));
const stewardPage = () => text(asker.get(`/funding/${request.code}/steward`));

describe("two hosts answer a request together", () => {
  test("one drafts it from the request's page, with who does what for how much; nobody reads it yet", async () => {
    const way = `/admin/joint/answer?request=${request.code}`;
    expect(await text(ada.get(`/funding/${request.code}/answer`))).toContain(way);
    expect(await text(ada.get(`/funding/${request.code}`))).toContain(way);
    expect(await publicPage()).not.toContain("/admin/joint");
    const asking = `/admin/partners/new?kind=joint-answer&about=${encodeURIComponent(`/funding/${request.code}`)}`;
    expect(await text(ada.get(`/funding/${request.code}`))).toContain(asking.replace("&", "&amp;"));
    expect(await text(ada.get(asking))).toContain(`${lead.origin}/funding/${request.code}`);
    const begun = await fill(ada, way, "/admin/joint/answer", {
      ...{ "with-1": `${partner.origin}/@le_rucher`, text: whole, price: "600" },
    });
    const terms = (begun.headers.get("location") ?? "").replace(/\?.*$/, "");
    expect(terms).toMatch(/^\/admin\/joint\/[0-9a-f-]{36}\/terms$/);
    const { terms: first } = await paper();
    const at = first.parts.findIndex(({ actor }) => actor !== first.invoicing);
    const saved = await fill(ada, terms, terms, {
      ...{ [`roles-${at}`]: ["training"], [`share-${at}`]: "200", [`share-${1 - at}`]: "400" },
      liability: "Chacun répond de sa part.",
    });
    expect(saved.status).toBe(303);
    const own = terms.replace("/terms", "");
    expect((await fill(ada, own, `${own}/invitation`)).headers.get("location")).toBe(`${own}?done=invited`);
    expect(await text(ada.get(`/funding/${request.code}`))).toContain(`href="${own}"`);
    expect(await answers()).toEqual([]);
    expect(await publicPage()).not.toContain(whole);
  });

  test("the other signs it, and it is one answer that names both", async () => {
    const { id, title } = await eventually(() => invitationAt(partner));
    expect(title).toBe(request.content.title);
    const path = `/admin/joint/invitations/${id}`;
    const page = await text(bob.get(path));
    expect(page).toContain(whole);
    // Where it is at home, or its copy here once that has come.
    expect(page).toMatch(
      new RegExp(`href="(${lead.origin}/funding/${request.code}|/funding/elsewhere/[0-9a-f-]{36})"`),
    );
    expect((await fill(bob, path, `${path}/acceptance`)).status).toBe(303);
    const [only, ...others] = await eventually(async () => {
      const all = await answers();
      return all.length > 0 ? all : null;
    });
    expect(others).toEqual([]);
    expect(only).toMatchObject({ state: "made", text: whole, amount: "600.00" });
    const { actor } = await hostOf(partner);
    expect(only?.partners).toEqual([expect.objectContaining({ actor, name: "Le Rucher", roles: ["training"] })]);
    for (const shown of [await publicPage(), await stewardPage()]) {
      expect(shown.split(whole)).toHaveLength(2);
      expect(shown).toMatch(/Le\s+Rucher/);
      expect(shown).toContain("Formation");
    }
  });

  test("is changed where both sign it, not on the page of the request", async () => {
    const own = await text(ada.get(`/funding/${request.code}/answer`));
    expect(own).toContain("Votre réponse commune");
    expect(own).not.toContain('name="text"');
  });

  test("the other leaves: the answer is shown as standing no more, and cannot be chosen", async () => {
    const found = await invitationAt(partner);
    const path = `/admin/joint/invitations/${found?.id}`;
    expect((await fill(bob, path, `${path}/leaving`, { reason: "Nous n’avons plus le temps." })).status).toBe(303);
    await eventually(async () => (await answers()).every(({ broken }) => broken !== null));
    expect(await publicPage()).toContain(printed("Ne tient plus"));
    const steward = await stewardPage();
    expect(steward).toContain(printed("Cette réponse ne tient plus"));
    expect(steward).not.toContain(printed("Retenir cette réponse"));
  });

  test("and comes back: it stands again, once", async () => {
    const found = await invitationAt(partner);
    const path = `/admin/joint/invitations/${found?.id}`;
    expect((await fill(bob, path, `${path}/acceptance`)).status).toBe(303);
    await eventually(async () => (await answers()).filter(({ broken }) => broken === null).length === 1);
    expect(await stewardPage()).toContain(printed("Retenir cette réponse"));
  });
});
