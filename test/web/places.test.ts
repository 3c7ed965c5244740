import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { changeHost } from "../../src/hosts/changes.ts";
import { findHost } from "../../src/hosts/queries.ts";
import { answerRequest } from "../../src/places/answering.ts";
import { changePlaceSettings } from "../../src/places/changes.ts";
import { findRequestByLink, listRequests } from "../../src/places/queries.ts";
import { freshDatabase } from "../support/database.ts";
import { files, publish, say } from "./offers.ts";
import { openPages, type Pages } from "./pages.ts";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let pages: Pages;
let clock = Date.parse("2026-11-24T10:00:00Z");
const path = "/offers/fichiers/place";

const wait = (seconds: number) => {
  clock += seconds * 1_000;
};

let clients = 0;
const somebody = () => {
  clients += 1;
  return `203.0.113.${clients}`;
};

/** Each sends from a place of its own, unless said. */
async function post(to: string, form: Record<string, string>, client = somebody()): Promise<Response> {
  const headers = { "accept-language": "fr", origin: "https://pomme.example" };
  const body = new URLSearchParams(form);
  return pages.app.request(`https://pomme.example${to}`, { method: "POST", body, headers }, { client });
}

beforeAll(async () => {
  database = await freshDatabase();
  pages = await openPages(database.url, { now: () => new Date(clock) });
  await publish(pages.db, "fichiers", files);
  const host = await findHost(pages.db);
  if (!host) throw new Error("nobody hosts");
  const contact = { ...host.profile.contact, email: "bonjour@pomme.example" };
  await pages.db.transaction().execute((tx) => changeHost(tx, { ...host.profile, contact }, new Date(clock)));
});

afterAll(async () => {
  await pages.close();
  await database.drop();
});

beforeEach(async () => {
  await pages.db.deleteFrom("placeRequests").execute();
  await say(pages.db, "fichiers", { state: "limited", slots: 3 }, new Date(clock));
});

const filled = {
  name: "Les Jardins du Lavoir",
  people: "20",
  message: "Nos dossiers,\npour le printemps.",
  contact: "jardins@example.org",
};

/** The form as a browser has it: all that is hidden in it. */
async function openForm(): Promise<Record<string, string>> {
  const page = await (await pages.get(path)).text();
  const [, seal = ""] = /name="form" value="([^"]+)"/.exec(page) ?? [];
  return { form: seal, website: "" };
}

async function send(more: Record<string, string> = {}, seconds = 30): Promise<Response> {
  const form = await openForm();
  wait(seconds);
  return post(path, { ...form, ...filled, ...more });
}

async function sent(more: Record<string, string> = {}): Promise<string> {
  const answer = await send(more);
  expect(answer.status).toBe(303);
  return answer.headers.get("location") ?? "";
}

describe("the form", () => {
  test("is the main action of an offer that takes people in, and has four fields on one page, without a script", async () => {
    expect(await (await pages.get("/offers/fichiers")).text()).toMatch(
      /<a class="button button-main button-wide" href="\/offers\/fichiers\/place">Demander une place<\/a>/,
    );
    const page = await (await pages.get(path)).text();
    expect(page.match(/<label class="field-label"/g)).toHaveLength(4);
    expect(page).not.toContain("<script");
    expect(page).toContain('<meta name="robots" content="noindex"');
    expect(page).toMatch(/Seules les personnes qui répondent pour La Pomme lisent cette demande.*12 mois/);
  });

  test("says how soon one is answered, where the host says so", async () => {
    expect(await (await pages.get(path)).text()).not.toContain("Réponse sous");
    await pages.db.transaction().execute((tx) => changePlaceSettings(tx, { answerDays: 3, keptMonths: 6 }));
    const page = await (await pages.get(path)).text();
    expect(page).toContain("Réponse sous 3 jours");
    expect(page).toContain("6 mois");
    await pages.db.deleteFrom("placeSettings").execute();
  });

  test("is that of a waiting list where all is taken", async () => {
    await say(pages.db, "fichiers", { state: "waiting-list" }, new Date(clock));
    expect(await (await pages.get("/offers/fichiers")).text()).toContain("S’inscrire sur la liste d’attente</a>");
    expect(await (await pages.get(path)).text()).toMatch(/<h1>S’inscrire sur la liste d’attente<\/h1>/);
    expect((await send()).status).toBe(303);
  });

  test.each(["closed", "paused", "ending"] as const)(
    "is not there while an offer is %s: one reads how to be told of an opening",
    async (state) => {
      await say(pages.db, "fichiers", { state }, new Date(clock));
      const page = await (await pages.get(path)).text();
      expect(page).not.toContain('name="message"');
      expect(page).toContain('action="/follow"');
      expect(page).toContain("availability.atom");
    },
  );

  test("that closes while somebody writes gives back what was written", async () => {
    const form = await openForm();
    await say(pages.db, "fichiers", { state: "closed" }, new Date(clock));
    wait(30);
    const answer = await post(path, { ...form, ...filled });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain("Nos dossiers,\npour le printemps.");
    expect(await listRequests(pages.db)).toEqual([]);
  });

  test("is of published offers only", async () => {
    expect((await pages.get("/offers/rien/place")).status).toBe(404);
    expect((await post("/offers/rien/place", filled)).status).toBe(404);
  });

  test.each([
    [{ name: " " }, "name", "Il manque le nom"],
    [{ name: "a".repeat(151) }, "name", "trop long"],
    [{ people: "" }, "people", "Il manque le nombre"],
    [{ people: "une vingtaine" }, "people", "en chiffres"],
    [{ people: "0" }, "people", "en chiffres"],
    [{ message: "" }, "message", "pour quoi faire"],
    [{ message: "a".repeat(4_001) }, "message", "trop long"],
    [{ contact: "" }, "contact", "Il manque un moyen"],
    [{ contact: "jardins" }, "contact", "Nous n’arrivons pas"],
    [{ contact: "@jardins" }, "contact", "Nous n’arrivons pas"],
    [{ contact: "https://masto.example/@%E0%A4%A" }, "contact", "Nous n’arrivons pas"],
    [{ contact: "a@b.org, c@d.org" }, "contact", "Nous n’arrivons pas"],
  ])(
    "comes back with what was typed, and says beside the field and on top what is wrong: %j",
    async (more, field, why) => {
      const answer = await send(more);
      const page = await answer.text();
      expect(answer.status).toBe(422);
      expect(page).toMatch(new RegExp(`error-summary.*href="#${field}">[^<]*${why}`, "s"));
      expect(page).toMatch(new RegExp(`id="${field}-error">.*?${why}`, "s"));
      if (!("message" in more)) expect(page).toContain("Nos dossiers,\npour le printemps.</textarea>");
      expect(await listRequests(pages.db)).toEqual([]);
    },
  );

  test.each([
    ["jardins@example.org", { kind: "email", address: "jardins@example.org" }],
    [" mailto:jardins@example.org ", { kind: "email", address: "jardins@example.org" }],
    ["@jardins@masto.example", { kind: "fediverse", address: "jardins@masto.example" }],
    ["https://masto.example/@jardins", { kind: "fediverse", address: "jardins@masto.example" }],
  ])("understands %s", async (contact, read) => {
    await sent({ contact });
    expect((await listRequests(pages.db))[0]).toMatchObject({ contact: read, people: 20 });
  });

  test("understands a thousand people, and keeps a name on one line", async () => {
    await sent({ people: "1 000", name: "Les\r\nJardins\u2028 du  Lavoir" });
    expect((await listRequests(pages.db))[0]).toMatchObject({ people: 1_000, name: "Les Jardins du Lavoir" });
  });
});

describe("what looks like a robot", () => {
  test.each([
    ["a field filled in that nobody sees", { website: "https://spam.example" }, 30],
    ["a form sent within a moment", {}, 1],
  ])("is told that nothing was sent, and how to write otherwise: %s", async (_, more, seconds) => {
    const answer = await send(more, seconds);
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain("Votre demande n’est pas partie");
    expect(page).toContain('href="mailto:bonjour@pomme.example"');
    expect(page).toContain("Nos dossiers,\npour le printemps.</textarea>");
    expect(await listRequests(pages.db)).toEqual([]);
  });

  test.each([
    ["without a seal", () => ""],
    ["with a seal of somebody’s own", () => `${clock.toString(36)}.${"A".repeat(22)}.${"B".repeat(43)}`],
    ["with an earlier hour written into it", (seal: string) => seal.replace(/^[^.]+/, "1")],
  ])("has to send once more: a form %s", async (_, forge) => {
    const { form = "" } = await openForm();
    wait(30);
    const answer = await post(path, { ...filled, form: forge(form) });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("n’est pas encore partie");
    expect(await listRequests(pages.db)).toEqual([]);
  });

  test("has to send once more a form that was opened the day before, and nothing that was typed is lost", async () => {
    const answer = await send({}, 90_000);
    const page = await answer.text();
    expect(page).toContain("n’est pas encore partie");
    const [, seal = ""] = /name="form" value="([^"]+)"/.exec(page) ?? [];
    wait(10);
    expect((await post(path, { ...filled, form: seal })).status).toBe(303);
  });

  test("cannot take the seal of one offer to another", async () => {
    await publish(pages.db, "agenda", files).catch(() => {});
    await say(pages.db, "agenda", { state: "open" }, new Date(clock));
    const form = await openForm();
    wait(30);
    expect((await post("/offers/agenda/place", { ...form, ...filled })).status).toBe(422);
  });
});

describe("a request", () => {
  test("sent twice is one request, and both are led to it", async () => {
    const form = { ...(await openForm()), ...filled };
    wait(30);
    const [first, second] = [await post(path, form), await post(path, form)];
    expect(second.status).toBe(303);
    expect(await listRequests(pages.db)).toHaveLength(1);
    const page = await (await pages.get(second.headers.get("location") ?? "")).text();
    expect(page).toContain("Cette demande était déjà partie");
    expect(await (await pages.get(first.headers.get("location") ?? "")).text()).toContain("Votre demande est partie");
  });

  test("is read under a link that nobody guesses and no address, log or search engine tells of", async () => {
    const link = await sent();
    expect(link).toMatch(/^\/requests\/[\w-]{43}\?done=sent$/);
    const answer = await pages.get(link);
    const page = await answer.text();
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(page).toContain('<meta name="robots" content="noindex"');
    expect(page).toContain(`https://pomme.example${link.replace("?done=sent", "")}`);
    for (const text of ["Les Jardins du Lavoir", "20 personnes", "jardins@example.org"]) expect(page).toContain(text);
    expect((await pages.get(`/requests/${"A".repeat(43)}`)).status).toBe(404);
    expect((await pages.get("/requests/x")).status).toBe(404);
  });

  test("says how to keep the link, as the answer will come", async () => {
    expect(await (await pages.get(await sent())).text()).toContain("Ce site n’envoie pas de courriel");
    const page = await (await pages.get(await sent({ contact: "@jardins@masto.example" }))).text();
    expect(page).toContain("@jardins@masto.example, en message privé");
  });

  test("shows what the host answers, and nothing that it noted for itself", async () => {
    const link = (await sent()).replace("?done=sent", "");
    const id = (await findRequestByLink(pages.db, link.slice(-43)))?.id ?? "";
    const now = new Date(clock);
    await pages.db.transaction().execute(async (tx) => {
      await answerRequest(tx, id, { act: "note", text: "Secret", account: null, now });
      await answerRequest(tx, id, { act: "answer", text: "Pour <quand> ?", account: null, now });
    });
    const page = await (await pages.get(link)).text();
    expect(page).toContain("Pour &lt;quand&gt; ?");
    expect(page).not.toContain("Secret");
  });

  test("takes messages, can be taken back, and says when something is no longer possible", async () => {
    const link = (await sent()).replace("?done=sent", "");
    const empty = await post(`${link}/messages`, { text: " " });
    expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining("Il manque le message")]);
    expect((await post(`${link}/messages`, { text: "Encore ceci." })).headers.get("location")).toBe(
      `${link}?done=said`,
    );
    expect(await (await pages.get(link)).text()).toContain("Encore ceci.");
    expect((await post(`${link}/withdrawal`, {})).headers.get("location")).toBe(`${link}?done=withdrawn`);
    expect((await post(`${link}/withdrawal`, {})).headers.get("location")).toBe(`${link}?done=withdrawn`);
    const late = await post(`${link}/messages`, { text: "Trop tard" });
    expect(late.status).toBe(422);
    expect(await late.text()).toContain("Cela n’est plus possible");
  });

  test("is erased at once by its asker, link and all", async () => {
    const link = (await sent()).replace("?done=sent", "");
    expect((await post(`${link}/erasure`, {})).headers.get("location")).toMatch(/^\/erasures\/[\w-]{43}$/);
    expect(await (await pages.get("/requests/erased")).text()).toContain("Tout est effacé");
    expect((await pages.get(link)).status).toBe(404);
    expect((await post(`${link}/erasure`, {})).headers.get("location")).toBe("/requests/erased");
    expect(await listRequests(pages.db)).toEqual([]);
  });

  test("is in nothing that others read", async () => {
    await sent();
    for (const address of ["/", "/offers/fichiers", "/about", "/feed.atom", "/@fichiers"])
      expect(await (await pages.get(address)).text(), address).not.toContain("Jardins du Lavoir");
  });
});

test("only so many requests are taken from one place in an hour, and what was typed comes back", async () => {
  const answers = [];
  for (let i = 0; i < 11; i += 1) answers.push(await post(path, filled, "198.51.100.1"));
  expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: 10 }, () => 422), 429]);
  const last = answers.at(-1);
  expect(Number(last?.headers.get("retry-after"))).toBeGreaterThan(3_000);
  expect(await last?.text()).toMatch(/Beaucoup de demandes.*pour le printemps\.<\/textarea>/s);
});
