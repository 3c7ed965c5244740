import { readdir, readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectPath } from "../../src/foundation/project-path.ts";
import { hostActs } from "../../src/places/places.ts";
import { type DeedWords, joinDeeds } from "../../src/web/deeds.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { password, signedIn, visitor } from "./desk.ts";
import { tokenIn } from "./forms.ts";

let site: TestSite;
/** A site with one administrator, and nobody else. */
let alone: TestSite;
beforeAll(async () => {
  const settings = { TRUSTED_PROXIES: "127.0.0.0/8" };
  [site, alone] = [await startSite({ settings }), await startSite({ settings })];
});
afterAll(async () => {
  await alone[Symbol.asyncDispose]();
  await site[Symbol.asyncDispose]();
});

describe("one's own account", () => {
  test("lists the browsers that are signed in, this one marked, and ends one or all the others", async () => {
    const email = "ada@example.org";
    const [here, there, elsewhere] = [
      await signedIn(site, "reader", email),
      await signedIn(site, "reader", email),
      await signedIn(site, "reader", email),
    ];
    const page = await (await here.get("/admin/account")).text();
    expect(page.match(/ce navigateur/g)).toHaveLength(1);
    const [, one = ""] = /\/sessions\/([0-9a-f-]{36})\/end/.exec(page) ?? [];
    expect((await here.post(`/admin/account/sessions/${one}/end`)).status).toBe(303);
    const open = async () => [(await there.get("/admin")).status, (await elsewhere.get("/admin")).status].sort();
    expect(await open()).toEqual([200, 303]);
    await here.post("/admin/account/sessions/end-others");
    expect(await open()).toEqual([303, 303]);
    expect((await here.get("/admin")).status).toBe(200);
  });

  test("does not end the browsers of somebody else", async () => {
    const [ada, bob] = [
      await signedIn(site, "editor", "a@example.org"),
      await signedIn(site, "editor", "b@example.org"),
    ];
    const { id } = await site.db
      .selectFrom("sessions")
      .innerJoin("accounts", "accounts.id", "sessions.account")
      .select("sessions.id")
      .where("email", "=", "b@example.org")
      .executeTakeFirstOrThrow();
    expect((await ada.post(`/admin/account/sessions/${id}/end`)).status).toBe(404);
    expect((await bob.get("/admin")).status).toBe(200);
  });

  test("changes its password for who knows the present one, and signs out everywhere else", async () => {
    const email = "carla@example.org";
    const [here, there] = [await signedIn(site, "editor", email), await signedIn(site, "editor", email)];
    const change = (present: string, fresh: string) =>
      here.post("/admin/account/password", { password: present, fresh });
    expect(await (await change("une autre phrase", "cinq chaises de bois")).text()).toContain("pas votre mot de passe");
    expect(await (await change(password, "motdepasse2026")).text()).toContain("se devine vite");
    expect((await change(password, "cinq chaises de bois")).headers.get("location")).toContain("done=password");
    expect((await there.get("/admin")).status).toBe(303);
    expect((await here.get("/admin")).status).toBe(200);
    expect((await visitor(site).post("/admin/sign-in", { email, password })).status).toBe(422);
  });

  test("changes its name freely, and its address only for who knows the password", async () => {
    const browser = await signedIn(site, "editor", "dora@example.org");
    const describe = (form: Record<string, string>) => browser.post("/admin/account/you", form);
    expect((await describe({ name: "Dora", email: "dora@example.org" })).status).toBe(303);
    const refused = await describe({ name: "Dora", email: "dora@other.example" });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('value="dora@other.example"');
    expect((await describe({ name: "Dora", email: "dora@other.example", password })).status).toBe(303);
    expect(await (await browser.get("/admin/account")).text()).toContain("dora@other.example");
  });

  test("turns codes on by one code, shows its secrets in answers that no browser keeps, and turns them off again", async () => {
    const browser = await signedIn(site, "editor", "emil@example.org");
    expect((await browser.post("/admin/account/codes", { password: "une autre phrase" })).status).toBe(422);
    const begun = await browser.post("/admin/account/codes", { password });
    expect(begun.headers.get("cache-control")).toBe("no-store");
    const page = await begun.text();
    expect(page).toContain("otpauth://totp/La%20Pomme:emil%40example.org");
    expect(page).toContain("<svg");
    expect((await browser.post("/admin/account/codes/confirm", { code: "12345" })).status).toBe(422);
    expect((await browser.post("/admin/account/codes/off", { password })).status).toBe(303);
    expect(await site.db.selectFrom("codeApps").selectAll().execute()).toEqual([]);
  });

  test("is deleted by who knows the password, and is gone with its sessions", async () => {
    const browser = await signedIn(site, "reader", "finn@example.org");
    expect((await browser.post("/admin/account/delete", { password: "une autre phrase" })).status).toBe(422);
    expect((await browser.post("/admin/account/delete", { password })).headers.get("location")).toBe(
      "/admin/sign-in?gone",
    );
    expect(browser.cookies.size).toBe(0);
    expect((await visitor(site).post("/admin/sign-in", { email: "finn@example.org", password })).status).toBe(422);
  });

  test("makes no passkey for who does not know the password", async () => {
    const browser = await signedIn(site, "editor", "gala@example.org");
    const ask = (form: Record<string, string>) => browser.post("/admin/account/passkeys/options", form);
    expect((await ask({ name: "clé", password: "une autre phrase" })).status).toBe(422);
    expect(await (await ask({ name: " ", password })).json()).toHaveProperty("problem");
    const options = (await (await ask({ name: "clé", password })).json()) as { authenticatorSelection: object };
    expect(options.authenticatorSelection).toMatchObject({ residentKey: "required", userVerification: "preferred" });
    expect((await browser.post("/admin/account/passkeys/new", { name: "clé", credential: "{}" })).status).toBe(422);
  });
});

describe("colleagues", () => {
  test("are invited by a link that makes one account, and go in at once", async () => {
    const boss = await signedIn(site, "administrator", "boss@example.org");
    const invite = { email: "new@example.org", role: "editor" };
    const shown = await boss.post("/admin/team/invite", invite);
    expect(shown.headers.get("cache-control")).toBe("no-store");
    const token = tokenIn(await shown.text());
    const guest = visitor(site);
    const page = await guest.get(`/admin/invitation?token=${token}`);
    expect(page.headers.get("referrer-policy")).toBe("strict-origin");
    const refused = await guest.post("/admin/invitation", { token, name: "Nour", password: "court" });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('value="Nour"');
    const joined = await guest.post("/admin/invitation", { token, name: "Nour", password });
    expect(joined.headers.get("location")).toBe("/admin/account?done=welcome");
    expect((await guest.get("/admin")).status).toBe(200);
    expect((await visitor(site).get(`/admin/invitation?token=${token}`)).status).toBe(410);
    expect(await (await boss.get("/admin/team")).text()).toContain("Nour");
  });

  test("lose their right or their account at once, and the journal tells who did it", async () => {
    const boss = await signedIn(site, "administrator", "boss@example.org");
    const colleague = await signedIn(site, "editor", "hugo@example.org");
    const { id } = await site.db
      .selectFrom("accounts")
      .select("id")
      .where("email", "=", "hugo@example.org")
      .executeTakeFirstOrThrow();
    await boss.post(`/admin/team/${id}`, { role: "reader" });
    expect((await colleague.post("/admin/offers")).status).toBe(403);
    await boss.post(`/admin/team/${id}/remove`);
    expect((await colleague.get("/admin")).status).toBe(303);
    expect((await boss.post(`/admin/team/${id}/remove`)).status).toBe(404);
    const journal = await (await boss.get("/admin/server/journal")).text();
    expect(journal).toContain("Accès retiré à hugo@example.org");
    expect(journal).toContain("Droits changés : hugo@example.org, Lectrice ou lecteur");
  });

  test("and the journal are looked after by administrators only", async () => {
    for (const role of ["reader", "editor"] as const) {
      const browser = await signedIn(site, role, `${role}-only@example.org`);
      for (const path of ["/admin/team", "/admin/team/invite", "/admin/server/journal"])
        expect((await browser.get(path)).status, path).toBe(403);
      expect((await browser.post("/admin/team/invite", { email: "x@example.org", role: "reader" })).status).toBe(403);
      expect(await (await browser.get("/admin")).text()).not.toContain('href="/admin/team"');
    }
  });

  test("the last administrator stays, and is told why", async () => {
    const boss = await signedIn(alone, "administrator", "boss@example.org");
    expect(await (await boss.post("/admin/account/delete", { password })).text()).toContain("dernière personne");
    const { id } = await alone.db.selectFrom("accounts").select("id").executeTakeFirstOrThrow();
    const refused = await boss.post(`/admin/team/${id}`, { role: "reader" });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("dernière personne");
  });

  test("turn the pages of the journal", async () => {
    const boss = await signedIn(alone, "administrator", "boss@example.org");
    const entries = Array.from({ length: 60 }, (_, n) => ({
      ...{ done: new Date(), who: "Ada", deed: "passkey-added", subject: `clé ${n}` },
    }));
    await alone.db.insertInto("journal").values(entries).execute();
    const latest = await (await boss.get("/admin/server/journal")).text();
    expect(latest).toContain("clé 59");
    expect(latest).not.toContain("clé 9<");
    const [, earlier = ""] = /href="(\/admin\/server\/journal\?before=\d+)"/.exec(latest) ?? [];
    const older = await (await boss.get(earlier)).text();
    expect(older).toContain("clé 9<");
    expect(older).toContain("Entrée dans le bureau");
    expect(older).not.toContain(">Plus ancien<");
  });
});

test("the journal has words in both languages for every deed that is entered anywhere", async () => {
  const files = (await readdir(projectPath("src"), { recursive: true })).filter((file) => /\.tsx?$/.test(file));
  const rooms = files.filter((file) => file.endsWith("deed-words.ts"));
  const words = await Promise.all(
    rooms.map((file) => import(projectPath("src", file)) as Promise<{ deeds: DeedWords }>),
  );
  const known = joinDeeds(words.map(({ deeds }) => deeds));
  const doors = files
    .filter((file) => /^site[a-z-]*\.tsx?$/.test(file))
    .map((file) => readFile(projectPath("src", file), "utf8"));
  const desk = (await Promise.all(doors)).join("");
  for (const file of rooms) expect(desk).toContain(`"./${file}"`);
  const used = new Set<string>();
  for (const file of files) {
    const source = await readFile(projectPath("src", file), "utf8");
    for (const line of source.split("\n").filter((one) => entering.test(one)))
      for (const [, deed = ""] of line.replace(/subject.*$/, "").matchAll(/"([a-z]+(?:-[a-z]+)+|exported)"/g))
        used.add(deed);
  }
  // What is put together where it is entered.
  for (const act of hostActs) used.add(`place-request-${act}`);
  for (const deed of ["availability-said", "peer-approved", "peer-rejected", "deliveries-again", "deliveries-drop"])
    used.add(deed);
  expect(used.size).toBeGreaterThan(55);
  for (const language of ["fr", "en"] as const)
    expect([...used].filter((deed) => !Object.hasOwn(known[language], deed))).toEqual([]);
});

/** A line that enters something in the journal, or says what is to be entered. */
const entering = /\benter\(|\bgoIn\(|\bnote\(tx|\bdeed\(deps|const deed = |deed: moves/;
