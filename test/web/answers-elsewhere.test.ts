import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FundingRequest } from "../../src/funding/funding.ts";
import { listPapers } from "../../src/joint/queries.ts";
import { answerWhen, copyAt, openAt, untilSent } from "../support/answers-elsewhere.ts";
import { eventually } from "../support/eventually.ts";
import { befriend } from "../support/peers.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { printed, signedIn, type Visitor, visitor } from "./desk.ts";
import { type Form, formIn } from "./forms.ts";

let home: TestSite;
let away: TestSite;
let ada: Visitor;
let request: FundingRequest;
let page: string;
beforeAll(async () => {
  home = await startSite({ name: "La Pomme", handle: "la_pomme" });
  away = await startSite({ name: "Le Rucher", handle: "le_rucher" });
  await befriend(home, away);
  ada = await signedIn(away);
  request = await openAt(home, [away], "Un Nextcloud à plusieurs");
  page = `/funding/elsewhere/${(await copyAt(away, home, request)).id}`;
}, 90_000);
afterAll(async () => {
  for (const site of [home, away]) await site?.[Symbol.asyncDispose]();
});

const text = async (answer: Response | Promise<Response>) => (await answer).text();

/** Sends what a browser would send of a form of a page, with what is typed. */
async function fill(path: string, action: string, typed: Form = {}): Promise<Response> {
  const [, form = ""] = new RegExp(`action="${action}"(.*?)</form>`, "s").exec(await text(ada.get(path))) ?? [];
  return ada.post(action, { ...formIn(`<main${form}`), ...typed });
}

describe("the page of a request of another instance", () => {
  test("leads the host's team to answer it, alone or with others, and shows nobody else a way to", async () => {
    const shown = await text(ada.get(page));
    expect(shown).toContain(`href="${page}/answer"`);
    expect(shown).toContain(`href="/admin/joint/answer?request=${page.slice("/funding/".length)}"`);
    expect(await text(visitor(away).get(page))).not.toContain(`${page}/answer`);
    expect((await visitor(away).get(`${page}/answer`)).status).toBe(401);
  });

  test("takes an answer, shows how it stands, changes it and takes it back; nothing typed is lost", async () => {
    const wrong = await fill(`${page}/answer`, `${page}/answer`, { text: "Nous hébergeons.", amount: "beaucoup" });
    expect(wrong.status).toBe(422);
    expect(await text(wrong)).toContain("Nous hébergeons.");
    const typed = { text: "Nous hébergeons.", amount: "580", period: "year", ready: "2027-03-01" };
    const sent = await fill(`${page}/answer`, `${page}/answer`, typed);
    expect(sent.headers.get("location")).toBe(`${page}/answer?done=sent`);
    const there = await answerWhen(home, request, (one) => one.text === typed.text);
    expect(there).toMatchObject({ amount: 58_000, period: "year", ready: "2027-03-01", state: "made" });
    const row = await away.db.selectFrom("sentAnswers").select("id").executeTakeFirstOrThrow();
    await untilSent(away, row.id, "shown");
    expect(await text(ada.get(page))).toContain(printed("Reçue"));
    expect(await text(ada.get(`${page}/answer`))).toContain("Nous hébergeons.");
    await fill(`${page}/answer`, `${page}/answer`, { ...typed, text: "Et nous formons." });
    await answerWhen(home, request, (one) => one.text === "Et nous formons.");
    const back = await fill(`${page}/answer`, `${page}/answer/withdrawal`);
    expect(back.headers.get("location")).toBe(`${page}/answer?done=withdrawn`);
    await answerWhen(home, request, ({ state }) => state === "withdrawn");
    expect(await text(ada.get("/admin/server/journal"))).toContain(printed("Réponse à un autre site reprise"));
  });

  test("leads to a joint answer at the desk, whose page links the request", async () => {
    const way = `/admin/joint/answer?request=${page.slice("/funding/".length)}`;
    const begun = await fill(way, "/admin/joint/answer", {
      ...{ "with-1": `${home.origin}/@la_pomme`, text: "Nous deux.", price: "600" },
    });
    expect(begun.headers.get("location")).toMatch(/^\/admin\/joint\/[0-9a-f-]{36}\/terms\?done=drafted$/);
    const [paper] = await eventually(async () => {
      const all = await listPapers(away.db, { kinds: ["answer"] });
      return all.length > 0 ? all : null;
    });
    expect(paper).toMatchObject({ about: `${home.origin}/funding/${request.code}`, title: request.content.title });
    expect(await text(ada.get(`/admin/joint/${paper?.id}`))).toContain(`href="${page}"`);
  });
});
