import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { giveHandle } from "../../src/associations/handle-changes.ts";
import { addJob } from "../../src/foundation/jobs.ts";
import { eventually } from "../support/eventually.ts";
import { type MailServer, startMailServer } from "../support/mail-server.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { acceptedOn, hiddenOn, idOf, registered, registerOn } from "./associations.ts";
import { password, signedIn, type Visitor, visitor } from "./desk.ts";
import { files, publish } from "./offers.ts";

const proxies = { TRUSTED_PROXIES: "127.0.0.0/8" };
/** The field of a form that says where somebody was going. */
const going = (path: string) => Object.fromEntries(new URLSearchParams(`then=${path}`));
const textOf = async (answer: Response | Promise<Response>) => (await answer).text();

describe("where no mail is set up", () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite({ settings: proxies });
  });
  afterAll(() => site[Symbol.asyncDispose]());

  test("an association registers, waits, is accepted, and can act", async () => {
    const admin = await signedIn(site);
    const { browser, answer } = await registerOn(site);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/association"]);
    expect(await textOf(browser.get("/association"))).toContain("Votre inscription attend une réponse");
    expect(
      (await browser.post("/association/follow", { account: `@la_pomme@${new URL(site.origin).host}` })).status,
    ).toBe(422);

    expect(await textOf(admin.get("/admin"))).toContain("Le Fil à linge demande un compte d’association");
    const one = `/admin/associations/${await idOf(site, registered.name)}`;
    expect(await textOf(admin.get(one))).toContain("Une laverie partagée");
    const done = await admin.post(one, { decision: "approve" });
    expect(done.headers.get("location")).toBe("/admin/associations?state=approved&done=approve");
    expect(await textOf(admin.get("/admin/server/journal"))).toContain("Association acceptée");
    expect(await textOf(browser.get("/association"))).not.toContain("attend une réponse");
    expect((await admin.post(one, { decision: "refuse", "reason-refuse": "non" })).status).toBe(409);
  });

  test("an association that waits keeps its request as a draft, and opens it once it is accepted", async () => {
    const admin = await signedIn(site);
    const { browser } = await registerOn(site, { name: "Les Patientes", email: "patientes@asso.example" });
    const goal = { minimum: "600", mode: "all-or-nothing", currency: "EUR", deadline: "2028-01-31" };
    const form = { title: "Un agenda", description: "Nos dates.", kind: "shared-purchase", ...goal };
    const page = (await browser.post("/funding/new", form)).headers.get("location")?.replace(/\?.*$/, "") ?? "";
    expect(page).toMatch(/^\/funding\/[a-z0-9]+\/edit$/);
    expect(await textOf(browser.get("/funding/mine"))).toContain("Un agenda");
    expect(await textOf(browser.get(`${page}/opening`))).toContain("Votre association attend encore une réponse");
    expect((await browser.post(`${page}/opening`, {})).status).toBe(422);
    expect((await browser.get(page)).status).toBe(200); // still a draft
    const asked = await browser.get("/together/mine");
    expect([asked.status, await asked.text()]).toEqual([
      401,
      expect.stringContaining("Les Patientes n’est pas encore acceptée ici"),
    ]);

    await admin.post(`/admin/associations/${await idOf(site, "Les Patientes")}`, { decision: "approve" });
    const opened = await browser.post(`${page}/opening`, {});
    expect(opened.headers.get("location")).toBe(page.replace("edit", "steward?done=opened"));
  });

  test("nothing of the desk opens to a member, whatever they ask for", async () => {
    const member = await acceptedOn(site, { name: "Les Curieuses", email: "curieuses@asso.example" });
    const admin = await signedIn(site);
    const paths = await deskPathsOf(site, admin);
    expect(paths.length).toBeGreaterThan(30);
    const key = member.cookies.get("association") ?? "";
    const thief = visitor(site);
    thief.cookies.set("desk", key);
    thief.cookies.set("association", key);
    for (const browser of [member, thief])
      for (const path of paths) {
        const answer = await browser.get(path);
        expect([path, answer.status, answer.headers.get("location")?.slice(0, 20)]).toEqual([
          path,
          303,
          "/admin/sign-in?back=",
        ]);
        expect([path, (await browser.post(path, { name: "x" })).status]).toEqual([path, 401]);
      }
    const tried = await visitor(site).post("/admin/sign-in", {
      email: "curieuses@asso.example",
      password: registered.password,
    });
    expect(tried.status).toBe(422);
    const other = await visitor(site).post("/association/sign-in", { email: "administrator@example.org", password });
    expect(other.status).toBe(422); // and the team has no way into an association
  });

  test("the session of somebody of the team opens no association", async () => {
    const admin = await signedIn(site);
    admin.cookies.set("association", admin.cookies.get("desk") ?? "");
    expect((await admin.get("/association")).headers.get("location")).toBe("/association/sign-in?then=%2Fassociation");
  });

  test("what is wrong comes back with what was typed", async () => {
    const { answer } = await registerOn(site, { name: "", email: "non", presentation: "Nous dansons." });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain("Il manque le nom de l’association.");
    expect(html).toContain('value="non"');
    expect(html).toContain("Nous dansons.");
    const weak = await registerOn(site, { name: "Faible", email: "faible@asso.example", password: "azertyuiop123" });
    expect(weak.answer.status).toBe(422);
    expect(await site.db.selectFrom("associations").select("id").where("name", "=", "Faible").execute()).toEqual([]);
  });

  test("a robot is not taken", async () => {
    const browser = visitor(site);
    const hidden = await hiddenOn(browser, "/association/new");
    const quick = await browser.post("/association/new", {
      ...registered,
      email: "r@asso.example",
      form: hidden["form"] ?? "",
    });
    expect([quick.status, (await quick.text()).includes("Ce n’est pas encore parti")]).toEqual([422, true]);
  });

  test("the host settles how associations register", async () => {
    const admin = await signedIn(site);
    await admin.post("/admin/associations/settings", { registration: "closed" });
    expect(await textOf(visitor(site).get("/association/new"))).toContain("Pas de nouveau compte ici");
    await admin.post("/admin/associations/settings", { registration: "open" });
    const { browser } = await registerOn(site, { name: "Tout de suite", email: "vite@asso.example" });
    expect(await textOf(browser.get("/association"))).not.toContain("attend une réponse");
    await admin.post("/admin/associations/settings", { registration: "approval" });
    const editor = await signedIn(site, "editor");
    expect((await editor.post("/admin/associations/settings", { registration: "open" })).status).toBe(403);
  });

  test("a refusal is told with its reason, and the association can take its data and go", async () => {
    const admin = await signedIn(site);
    const { browser } = await registerOn(site, { name: "La Banque", email: "banque@asso.example" });
    const id = await idOf(site, "La Banque");
    const empty = await admin.post(`/admin/associations/${id}`, { decision: "refuse", "reason-refuse": " " });
    expect([empty.status, (await empty.text()).includes("Il manque votre raison")]).toEqual([422, true]);
    await admin.post(`/admin/associations/${id}`, { decision: "refuse", "reason-refuse": "Vous êtes une banque." });
    expect(await textOf(browser.get("/association"))).toContain("Vous êtes une banque.");
    const data = await (await browser.get("/association/account/data.json")).json();
    expect(data).toMatchObject({
      association: { name: "La Banque", state: "refused" },
      members: [{ email: "banque@asso.example" }],
    });
    expect((await browser.post("/association/account/close", { confirm: "la" })).status).toBe(422);
    const closed = await browser.post("/association/account/close", { confirm: "la banque" });
    expect(closed.headers.get("location")).toMatch(/^\/erasures\/[\w-]{43}$/);
    for (const table of ["associations", "accounts"] as const)
      expect(await site.db.selectFrom(table).select("id").where("name", "=", "La Banque").execute()).toEqual([]);
    expect(
      await site.db.selectFrom("accounts").select("id").where("email", "=", "banque@asso.example").execute(),
    ).toEqual([]);
  });

  test("several people act for one association; the last does not leave it alone", async () => {
    const first = await acceptedOn(site, { name: "À plusieurs", email: "une@asso.example" });
    expect((await first.post("/association/people/leave")).status).toBe(422);
    const shown = await textOf(first.post("/association/people/invite", { email: "deux@asso.example" }));
    const [, link = ""] = /<code class="command">([^<]+)</.exec(shown) ?? [];
    const second = visitor(site);
    const path = link.slice(site.origin.length);
    expect(await textOf(second.get(path))).toContain("Agir avec d’autres pour À plusieurs");
    const token = new URL(link).searchParams.get("token") ?? "";
    await second.post("/association/invitation", { token, name: "Deux", password: "deux mains pour étendre" });
    expect(await textOf(second.get("/association/people"))).toContain("une@asso.example");
    expect((await visitor(site).post("/association/invitation", { token, name: "", password })).status).toBe(422); // once
    expect((await first.post("/association/people/leave")).headers.get("location")).toBe("/association/sign-in?left");
    expect((await first.get("/association")).status).toBe(303);
    expect((await second.post("/association/people/leave")).status).toBe(422);
  });

  test("a profile is read as people write, and numbers are checked", async () => {
    const browser = await acceptedOn(site, { name: "Numérotée", email: "num@asso.example" });
    const { version = "" } = await hiddenOn(browser, "/association/profile");
    const typed = {
      name: "Numérotée",
      presentation: "Compter",
      territory: "Fougères (35)",
      website: "num.example",
      version,
    };
    const wrong = await browser.post("/association/profile", { ...typed, rna: "W12", siret: "73282932000075" });
    const html = await wrong.text();
    expect(wrong.status).toBe(422);
    expect(html).toContain("Ce numéro RNA n’est pas le bon.");
    expect(html).toContain("Ce numéro SIRET n’est pas le bon.");
    const good = { ...typed, rna: "w353000123", siret: "35600000049837", sector: "calcul", public: "yes" };
    expect((await browser.post("/association/profile", good)).status).toBe(303);
    const page = await textOf(browser.get("/association/profile"));
    expect(page).toContain("@numerotee@");
    expect(page).toContain("Fougères (35)");
    expect((await browser.post("/association/profile", good)).status).toBe(409); // of an older version
    const stranger = await textOf(visitor(site).get("/@numerotee"));
    expect(stranger).toContain("W353000123");
  });

  test("a sign-in leads only to pages of ours", async () => {
    await acceptedOn(site, { name: "Ailleurs", email: "ailleurs@asso.example" });
    for (const [then, to] of [
      ["/funding/new", "/funding/new"],
      ["//evil.example", "/association"],
      ["https://evil.example", "/association"],
      ["/admin", "/association"],
      ["/association/sign-in", "/association"],
    ] as const) {
      const given = { email: "ailleurs@asso.example", password: registered.password, ...going(then) };
      expect((await visitor(site).post("/association/sign-in", given)).headers.get("location")).toBe(to);
    }
  });
});

/** Every page of the desk that somebody who administers can reach. */
async function deskPathsOf(site: TestSite, admin: Visitor): Promise<readonly string[]> {
  const found = new Set(["/admin"]);
  for (const path of found) {
    const html = found.size > 150 ? "" : await textOf(admin.get(path));
    const addresses = [...html.matchAll(/(?:href|action)="(\/admin[^"#]*)"/g)].map(([, address = ""]) => address);
    const paths = addresses.map((address) => new URL(address, site.origin).pathname);
    for (const one of paths.filter((one) => !/^\/admin\/(sign-|invitation|setup)/.test(one))) found.add(one);
  }
  return [...found];
}

describe("where mail is set up", () => {
  let site: TestSite;
  let mail: MailServer;
  beforeAll(async () => {
    mail = await startMailServer();
    site = await startSite({ settings: { ...proxies, SMTP_URL: mail.url, MAIL_FROM: "pomme@pomme.example" } });
  });
  afterAll(async () => {
    await site[Symbol.asyncDispose]();
    await mail[Symbol.asyncDispose]();
  });

  const lettersTo = (to: string) => mail.posted.filter((letter) => letter.to.includes(to));
  const linkIn = (content: string): string => {
    const plain = content.replaceAll(/=\n/g, "").replaceAll("=3D", "=");
    const [link = ""] = /http:\/\/127[^\s]*\/association\/[^\s]+/.exec(plain) ?? [];
    return link.slice(site.origin.length);
  };
  async function lettersOf(to: string, count: number) {
    await eventually(() => expect(lettersTo(to).length).toBe(count));
    return lettersTo(to);
  }
  async function openLink(path: string): Promise<{ readonly browser: Visitor; readonly answer: Response }> {
    const browser = visitor(site);
    const hidden = await hiddenOn(browser, path);
    const answer = await browser.post("/association/sign-in/link", hidden);
    return { browser, answer };
  }

  test("somebody registers without a password, and is seen once their address is theirs", async () => {
    const admin = await signedIn(site);
    const { answer } = await registerOn(site, { password: "" });
    expect(answer.headers.get("location")).toBe("/association/sign-in?sent");
    expect(await textOf(admin.get("/admin/associations"))).not.toContain(registered.name);
    const [letter] = await lettersOf(registered.email, 1);
    const { browser, answer: came } = await openLink(linkIn(letter?.content ?? ""));
    expect([came.status, came.headers.get("location")]).toEqual([303, "/association"]);
    expect((await browser.get("/association")).status).toBe(200);
    expect(await textOf(admin.get("/admin/associations"))).toContain(registered.name);
    const again = await openLink(linkIn(letter?.content ?? ""));
    expect(again.answer.status).toBe(422); // once
    await admin.post(`/admin/associations/${await idOf(site, registered.name)}`, { decision: "approve" });
    const [, told] = await lettersOf(registered.email, 2);
    expect(told?.content).toContain("/association");
  });

  test("the page says the same of every address, and only its owner gets a letter", async () => {
    const answers = [];
    for (const email of [registered.email, "personne@asso.example", "administrator@example.org"]) {
      const answer = await visitor(site).post("/association/sign-in", {
        ...{ email, by: "mail" },
        ...going("/funding"),
      });
      answers.push([answer.status, answer.headers.get("location")]);
    }
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    const letters = await lettersOf(registered.email, 3);
    const { answer } = await openLink(linkIn(letters[2]?.content ?? ""));
    expect(answer.headers.get("location")).toBe("/funding");
    expect([lettersTo("personne@asso.example").length, lettersTo("administrator@example.org").length]).toEqual([0, 0]);
  });

  test("who registers with an address that has an account learns nothing of it", async () => {
    const { answer } = await registerOn(site, { name: "Autre", password: "" });
    expect(answer.headers.get("location")).toBe("/association/sign-in?sent");
    expect(await site.db.selectFrom("associations").select("id").where("name", "=", "Autre").execute()).toEqual([]);
  });

  test("a wrong password and an unknown address read alike, and many tries have to wait", async () => {
    const said = [];
    for (const email of [registered.email, "inconnue@asso.example"]) {
      const answer = await visitor(site).post("/association/sign-in", {
        email,
        by: "password",
        password: "faux et long assez",
      });
      said.push([answer.status, (await answer.text()).includes("ne vont pas ensemble")]);
    }
    expect(said).toEqual([
      [422, true],
      [422, true],
    ]);
    const browser = visitor(site);
    const statuses = [];
    for (let n = 0; n < 5; n += 1)
      statuses.push(
        (await browser.post("/association/sign-in", { email: "inconnue@asso.example", by: "password", password: "x" }))
          .status,
      );
    expect(statuses).toContain(429);
  });

  test("news comes by mail once a week, only where there is some, and one click ends it", async () => {
    const host = await site.db.selectFrom("hosts").select("id").executeTakeFirstOrThrow();
    const association = await idOf(site, registered.name);
    await site.db.transaction().execute((tx) => giveHandle(tx, { id: association, name: registered.name }, new Date()));
    const followed = `${site.origin}/ap/actors/${host.id}`;
    await site.db
      .insertInto("followings")
      .values({
        actor: association,
        followed,
        follow: `${site.origin}/ap/activities/${association}`,
        state: "accepted",
      })
      .execute();
    const before = lettersTo(registered.email).length;
    await site.db
      .updateTable("accounts")
      .set({ created: new Date(Date.now() - 8 * 86_400_000) })
      .execute();
    await publish(site.db, "courriel", { ...files, title: "Le courriel de pomme" });
    await eventually(async () => (await site.db.selectFrom("notes").select("id").execute()).length > 2);
    await addJob(site.db, "write-association-letters", {});
    const letters = await lettersOf(registered.email, before + 1);
    const content = letters.at(-1)?.content ?? "";
    expect(content).toContain("Le courriel de pomme");
    expect(content).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    const [, end = ""] = /List-Unsubscribe: <([^>]+)>/.exec(content.replaceAll(/\n\s+/g, " ")) ?? [];
    const click = await visitor(site).post(end.slice(site.origin.length), { "List-Unsubscribe": "One-Click" });
    expect([click.status, (await click.text()).includes("Ces courriels sont arrêtés")]).toEqual([200, true]);
    const settings = await site.db.selectFrom("associationReaders").select("letters").executeTakeFirstOrThrow();
    expect(settings.letters).toBe("never");
  });

  test("what nobody confirms is forgotten after a week", async () => {
    await registerOn(site, { name: "Jamais lue", email: "jamais@asso.example", password: "" });
    const { sweepAssociations } = await import("../../src/associations/changes.ts");
    const later = new Date(Date.now() + 8 * 86_400_000);
    await site.db.transaction().execute((tx) => sweepAssociations(tx, later));
    expect(await site.db.selectFrom("associations").select("id").where("name", "=", "Jamais lue").execute()).toEqual(
      [],
    );
    expect(
      await site.db.selectFrom("accounts").select("id").where("email", "=", "jamais@asso.example").execute(),
    ).toEqual([]);
  });
});
