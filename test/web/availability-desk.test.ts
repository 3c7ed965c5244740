import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listJournal } from "../../src/accounts/journal.ts";
import { findAvailability } from "../../src/availability/queries.ts";
import { findOffer } from "../../src/offers/queries.ts";
import { eventually } from "../support/eventually.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { signedIn, type Visitor } from "./desk.ts";
import { files, lists, offer, publish, say, withdraw } from "./offers.ts";

let site: TestSite;
let desk: Visitor;

beforeAll(async () => {
  site = await startSite();
  await publish(site.db, "fichiers", files);
  await publish(site.db, "listes", lists);
  await offer(site.db, "brouillon", { ...files, title: "Un brouillon" });
  desk = await signedIn(site);
});
afterAll(() => site[Symbol.asyncDispose]());
beforeEach(async () => {
  await say(site.db, "fichiers", { state: "limited", slots: 7, capacity: 40, message: "Bienvenue" });
  await say(site.db, "listes", { state: "open" });
});

const list = "/admin/availability";
const form = (slug: string) => `${list}/offers/${slug}`;
const saidOf = async (slug: string) => {
  const found = await findOffer(site.db, slug);
  return found && (await findAvailability(site.db, found.id));
};
const versionOf = async (slug: string) => String((await saidOf(slug))?.version ?? 0);
const once = () => crypto.randomUUID();

describe("the list of who can still get in", () => {
  test("shows each offer, drafts among them, with its state, its dates and what a press says", async () => {
    await withdraw(site.db, await made("retiree"));
    const page = await read(desk.get(list));
    for (const words of ["Partager des fichiers", "Write to all your members", "Un brouillon", "7 places", "En pause"])
      expect(page).toContain(words);
    expect(page).toContain("Personne ne suit encore vos disponibilités");
    expect(plain(page)).toContain("Partager des fichiers et des agendas : En pause");
    expect(page).not.toContain("retiree");
  });

  test("says a state by one press, and drops what was written for the state before", async () => {
    const pressed = { state: "paused", version: await versionOf("fichiers"), form: once() };
    const answer = await desk.post(`${form("fichiers")}/state`, pressed);
    expect(answer.headers.get("location")).toBe(`${list}?done=said&offer=fichiers`);
    expect(await saidOf("fichiers")).toMatchObject({ state: "paused", slots: null, capacity: 40, message: null });
    expect(await read(desk.get(`${list}?done=said&offer=fichiers`))).toContain(
      "C’est dit. « Partager des fichiers et des agendas » : En pause.",
    );
    expect((await listJournal(site.db, 1))[0]).toMatchObject({ deed: "availability-said" });
  });

  test("announces it once, however often the button was pressed", async () => {
    const version = await versionOf("fichiers");
    const pressed = { state: "closed", version, form: once() };
    const answers = await Promise.all([1, 2, 3].map(() => desk.post(`${form("fichiers")}/state`, pressed)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await versionOf("fichiers")).toBe(String(Number(version) + 1));
  });

  test("tells who pressed on what a colleague had changed, and changes nothing", async () => {
    const version = await versionOf("fichiers");
    await say(site.db, "fichiers", { state: "by-approval" });
    const answer = await desk.post(`${form("fichiers")}/state`, { state: "open", version, form: once() });
    expect(answer.status).toBe(409);
    expect(await read(answer)).toContain("Quelqu’un a été plus rapide");
    expect(await saidOf("fichiers")).toMatchObject({ state: "by-approval" });
  });

  test("confirms one, for as long as it was to hold before, and leads back to where the press was", async () => {
    await desk.post(form("listes"), {
      state: "open",
      validDays: "14",
      version: await versionOf("listes"),
      step: "send",
    });
    const pressed = { version: await versionOf("listes"), back: "/admin", form: once() };
    const answer = await desk.post(`${form("listes")}/confirmation`, pressed);
    expect(answer.headers.get("location")).toBe("/admin?done=confirmed&offer=listes");
    const said = await saidOf("listes");
    expect(daysOf(said)).toBe(14);
  });

  test("leads nowhere else than into the desk", async () => {
    const pressed = { version: await versionOf("listes"), back: "https://evil.example/", form: once() };
    const answer = await desk.post(`${form("listes")}/confirmation`, pressed);
    expect(answer.headers.get("location")).toBe(`${list}?done=confirmed&offer=listes`);
  });

  test("leads to the form where a press is not enough", async () => {
    const pressed = { state: "between-waves", version: await versionOf("fichiers"), form: once() };
    const answer = await desk.post(`${form("fichiers")}/state`, pressed);
    const there = answer.headers.get("location") ?? "";
    expect(there).toBe(`${form("fichiers")}?state=between-waves`);
    expect(await read(desk.get(there))).toMatch(/value="between-waves" checked/);
  });

  test("confirms all that can be confirmed, and names the rest", async () => {
    await say(site.db, "fichiers", { state: "between-waves", nextOpening: "2020-03-01" }, new Date("2020-01-01"));
    const answer = await desk.post(`${list}/confirmation`, { form: once() });
    expect(answer.headers.get("location")).toBe(`${list}?done=all&left=fichiers`);
    expect(await read(desk.get(answer.headers.get("location") ?? ""))).toContain(
      "Il reste à dire ce qu’il en est de Partager des fichiers et des agendas",
    );
    const confirmed = (await saidOf("listes"))?.confirmed.getTime() ?? 0;
    expect(Date.now() - confirmed).toBeLessThan(60_000);
    expect((await saidOf("fichiers"))?.confirmed).toEqual(new Date("2020-01-01"));
  });

  test("shows readers what is, and no button", async () => {
    const reader = await signedIn(site, "reader");
    const page = await read(reader.get(list));
    expect(page).toContain("7 places");
    expect(page).not.toContain("/state");
    expect((await reader.post(`${form("fichiers")}/state`, { state: "closed" })).status).toBe(403);
  });

  test("knows no offer that is withdrawn or never was", async () => {
    await withdraw(site.db, await made("partie"));
    for (const slug of ["partie", "jamais"]) expect((await desk.get(form(slug))).status).toBe(404);
  });
});

describe("the form of one offer", () => {
  test("says what will be announced before it is, and announces just that", async () => {
    const filled = {
      state: "limited",
      slots: "3",
      capacity: "40",
      validDays: "60",
      message: "Deux semaines d’attente",
    };
    await say(site.db, "fichiers", { state: "closed" });
    const version = await versionOf("fichiers");
    const page = await read(desk.post(form("fichiers"), { ...filled, version, step: "review" }));
    const sentence = "Partager des fichiers et des agendas : Places limitées (3 places sur 40)";
    expect(plain(page)).toContain(sentence);
    expect(plain(page)).toContain("Deux semaines d’attente");
    expect(await saidOf("fichiers")).toMatchObject({ state: "closed" });
    const answer = await desk.post(form("fichiers"), { ...hidden(page), step: "send" });
    expect(answer.status).toBe(303);
    expect(await saidOf("fichiers")).toMatchObject({ state: "limited", slots: 3, capacity: 40 });
    const told = async () => {
      const notes = await site.db.selectFrom("notes").select("content").where("kind", "=", "flip").execute();
      return notes.some(({ content }) => plain(content).includes(sentence));
    };
    expect(await eventually(told)).toBe(true);
  });

  test("says that nothing is announced where the state stays the same", async () => {
    const filled = { state: "limited", slots: "6", validDays: "60", version: await versionOf("fichiers") };
    const page = await read(desk.post(form("fichiers"), { ...filled, step: "review" }));
    expect(page).toContain("rien n’est annoncé");
    expect(page).toContain("Enregistrer");
  });

  test("comes back with all that was typed, and says beside each field what is wrong", async () => {
    const typed = {
      ...{ state: "limited", slots: "dix", capacity: "5", nextDay: "32/13/2027", message: "Un mot & un autre" },
      ...{ waves: "1", "wave-0-opens": "3/2099", "wave-0-until": "1/1/2099", "wave-0-places": "4", validDays: "60" },
    };
    const answer = await desk.post(form("fichiers"), { ...typed, step: "review" });
    expect(answer.status).toBe(422);
    const page = await read(answer);
    expect(page).toContain("3 choses à corriger");
    for (const id of ["slots-error", "nextDay-error", "wave-0-until-error"]) expect(page).toContain(`id="${id}"`);
    expect(page).toContain("Un mot &amp; un autre");
    expect(page).toContain('value="dix"');
  });

  test.each([
    [{ state: "between-waves" }, "nextDay", "Il manque la date de la prochaine ouverture"],
    [{ state: "paused", nextDay: "2020-01-01" }, "nextDay", "La prochaine ouverture est passée"],
    [{ state: "open", slots: "9", capacity: "8" }, "slots", "plus de places libres que de places en tout"],
    [{ state: "closed", slots: "1" }, "slots", "pas de places à donner"],
    [{ state: "open", slots: "0" }, "slots", "Sans place libre"],
    [{}, "state", "Choisissez un état"],
  ])("refuses %j in words beside its field", async (typed, field, sentence) => {
    const answer = await desk.post(form("fichiers"), { validDays: "60", ...typed, step: "review" });
    expect(answer.status).toBe(422);
    const page = await read(answer);
    expect(page).toMatch(new RegExp(`id="${field}-error"[^]*?${sentence}`));
    expect(page).toContain(`href="#${field}"`);
  });

  test("has one more row of waves whenever it is asked, without a script, and loses nothing", async () => {
    const typed = {
      state: "between-waves",
      nextMonth: "2099-03",
      waves: "1",
      "wave-0-opens": "1/3/2099",
      message: "Bientôt",
    };
    const page = await read(desk.post(form("fichiers"), { ...typed, step: "wave" }));
    expect(page).toContain('name="wave-1-opens"');
    expect(page).toContain('value="1/3/2099"');
    expect(page).toContain("Bientôt");
  });

  test("keeps waves, months and the validity as they were written", async () => {
    const typed = {
      ...{ state: "between-waves", nextMonth: "2099-03", validDays: "30", version: await versionOf("fichiers") },
      ...{
        waves: "3",
        "wave-0-opens": "15/3/2099",
        "wave-0-places": "24",
        "wave-2-opens": "2099-09",
        "wave-2-note": "Rentrée",
      },
    };
    await desk.post(form("fichiers"), { ...typed, step: "send", form: once() });
    const said = await saidOf("fichiers");
    expect(said).toMatchObject({ state: "between-waves", nextOpening: "2099-03" });
    expect(said?.waves).toEqual([
      { opens: "2099-03-15", until: null, places: 24, note: null },
      { opens: "2099-09", until: null, places: null, note: "Rentrée" },
    ]);
    expect(daysOf(said)).toBe(30);
    const page = await read(desk.get(form("fichiers")));
    expect(page).toContain('value="15/03/2099"');
    expect(page).toContain('value="09/2099"');
  });

  test("keeps the territory that a program has given", async () => {
    const territory = { codes: ["dep:67"], policy: "fallback" } as const;
    await say(site.db, "fichiers", { state: "open", territory });
    const typed = { state: "paused", validDays: "60", version: await versionOf("fichiers") };
    await desk.post(form("fichiers"), { ...typed, step: "send", form: once() });
    expect(await saidOf("fichiers")).toMatchObject({ state: "paused", territory });
  });

  test("shows both versions when a colleague was quicker, and keeps one’s own in the fields", async () => {
    const version = await versionOf("fichiers");
    await say(site.db, "fichiers", { state: "closed", message: "Complet" });
    const typed = { state: "open", slots: "4", message: "Il reste de la place", validDays: "60", version };
    const answer = await desk.post(form("fichiers"), { ...typed, step: "send", form: once() });
    expect(answer.status).toBe(409);
    const page = await read(answer);
    for (const words of ["Complet", "Il reste de la place", "Version enregistrée depuis"])
      expect(page).toContain(words);
    expect(page).toMatch(/value="open" checked/);
    const again = await desk.post(form("fichiers"), { ...typed, version: hidden(page)["version"] ?? "", step: "send" });
    expect(again.status).toBe(303);
    expect(await saidOf("fichiers")).toMatchObject({ state: "open", slots: 4 });
  });
});

test("a colleague who said the same meanwhile is no conflict: one’s own is read once more", async () => {
  const version = await versionOf("fichiers");
  const typed = { state: "limited", slots: "7", capacity: "40", message: "Bienvenue", validDays: "60", version };
  await say(site.db, "fichiers", { state: "limited", slots: 7, capacity: 40, message: "Bienvenue" });
  const page = await read(desk.post(form("fichiers"), { ...typed, step: "send", form: once() }));
  expect(page).toContain("Ce qui va se passer");
  expect((await desk.post(form("fichiers"), { ...hidden(page), step: "send" })).status).toBe(303);
});

describe("all offers at once", () => {
  test("say the same, each with what is its own, once it was read", async () => {
    const filled = { state: "paused", message: "Nous revenons en septembre", validDays: "42", nextMonth: "2099-09" };
    const asked = { ...filled, offers: ["fichiers", "listes"] };
    const page = await read(desk.post(`${list}/all`, { ...asked, step: "review" }));
    for (const title of ["Partager des fichiers et des agendas", "Write to all your members at once"])
      expect(plain(page)).toContain(`${title} : En pause (ouvre en septembre 2099)`);
    const answer = await desk.post(`${list}/all`, { ...asked, step: "send", form: once() });
    expect(answer.headers.get("location")).toBe(`${list}?done=all-said`);
    const told = { state: "paused", nextOpening: "2099-09", message: "Nous revenons en septembre" };
    expect(await saidOf("fichiers")).toMatchObject({ ...told, capacity: 40 });
    expect(await saidOf("listes")).toMatchObject(told);
  });

  test("are refused together, and say which field", async () => {
    const asked = { state: "between-waves", validDays: "60", offers: ["fichiers", "listes"], step: "review" };
    const answer = await desk.post(`${list}/all`, asked);
    expect(answer.status).toBe(422);
    expect(await read(answer)).toContain('id="nextDay-error"');
    const none = await desk.post(`${list}/all`, { state: "paused", validDays: "60", step: "review" });
    expect(await none.text()).toContain("Choisissez au moins une offre");
  });
});

test("letters of reminder can be chosen where mail is set up, and nowhere else", async () => {
  expect(await read(desk.get(list))).toContain("Ce site n’envoie pas de courriel");
  await using other = await startSite({ settings: { SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "pomme@example.org" } });
  const there = await signedIn(other);
  const box = /name="wanted" value="yes"( checked)?/;
  expect(box.exec(await read(there.get(list)))?.[1]).toBe(" checked");
  await there.post(`${list}/reminders`, {});
  expect(box.exec(await read(there.get(list)))?.[1]).toBeUndefined();
});

async function made(slug: string): Promise<string> {
  await publish(site.db, slug, { ...files, title: slug });
  return slug;
}

function daysOf(said: Awaited<ReturnType<typeof saidOf>>): number {
  return said ? (said.expires.getTime() - said.confirmed.getTime()) / 86_400_000 : 0;
}

/** A page with plain spaces where lines may not break. */
async function read(answer: Response | Promise<Response>): Promise<string> {
  return (await (await answer).text()).replaceAll(/[\u00a0\u202f]/g, " ");
}

/** What a page says, without its marks and entities. */
function plain(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .replaceAll(/\s+/g, " ");
}

/** The hidden fields of a page's form. */
function hidden(html: string): Record<string, string> {
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return Object.fromEntries(fields.map(([, name = "", value = ""]) => [name, value.replaceAll("&#39;", "'")]));
}
