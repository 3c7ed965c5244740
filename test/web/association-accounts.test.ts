import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Challenge, openAuthenticator } from "../support/authenticator.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { acceptedOn, hiddenOn, idOf, registered } from "./associations.ts";
import { password, signedIn, type Visitor, visitor } from "./desk.ts";

let site: TestSite;
beforeAll(async () => {
  site = await startSite({ settings: { TRUSTED_PROXIES: "127.0.0.0/8" } });
});
afterAll(() => site[Symbol.asyncDispose]());

const account = "/association/account";
const door = "/association/sign-in";
const textOf = async (answer: Response | Promise<Response>) => (await answer).text();
/** The field of a form that says where somebody was going. */
const going = (path: string) => Object.fromEntries(new URLSearchParams(`then=${encodeURIComponent(path)}`));
const placeOf = (answer: Response) => answer.headers.get("location");

/** As if everybody had come in an hour ago. */
const anHourLater = () =>
  site.db
    .updateTable("sessions")
    .set({ created: new Date(Date.now() - 3_600_000) })
    .execute();

/** Adds a passkey, as the page's script does. */
async function addPasskey(browser: Visitor, more: Readonly<Record<string, string>> = {}) {
  const device = openAuthenticator(site.origin);
  const asked = await browser.post(`${account}/passkeys/options`, { name: "Téléphone", ...more });
  const credential = device.create((await asked.json()) as Challenge);
  const added = await browser.post(`${account}/passkeys/new`, { name: "Téléphone", credential });
  expect(placeOf(added)).toBe(`${account}?done=passkey-added`);
  return device;
}

/** Comes in with a passkey, at the members' door or at another. */
async function enterWith(device: ReturnType<typeof openAuthenticator>, verified = true, at = door) {
  const browser = visitor(site);
  const challenge = (await (await browser.post(`${at}/passkey/options`)).json()) as Challenge;
  const signed = { credential: device.get(challenge, { verified }), ...going("/funding") };
  return { browser, answer: await browser.post(`${at}/passkey`, signed) };
}

/** Has codes asked for; the telephone that shows them, and one to write down. */
async function turnOnCodes(browser: Visitor) {
  const html = await textOf(browser.post(`${account}/codes`));
  const [, key = ""] = /<code>([A-Z2-7 ]+)<\/code>/.exec(html) ?? [];
  const telephone = new TOTP({ secret: Secret.fromBase32(key.replaceAll(" ", "")) });
  const shown = await textOf(browser.post(`${account}/codes/confirm`, { code: telephone.generate() }));
  const [, written = ""] = /<li>([a-z0-9-]{14})<\/li>/.exec(shown) ?? [];
  await site.db.updateTable("codeApps").set({ lastStep: 0 }).execute(); // as half a minute later
  return { telephone, written };
}

test("a member comes in with a passkey, and it opens nothing of the desk", async () => {
  const browser = await acceptedOn(site, { name: "La Clé", email: "cle@asso.example" });
  const device = await addPasskey(browser);
  expect(await textOf(browser.get(account))).toContain("Téléphone");
  const { browser: entered, answer } = await enterWith(device);
  expect(placeOf(answer)).toBe("/funding");
  expect((await entered.get("/association")).status).toBe(200);
  const desk = await enterWith(device, true, "/admin/sign-in");
  expect(desk.answer.status).toBe(422);
  expect((await desk.browser.get("/admin")).status).toBe(303);
  const removed = await browser.post(`${account}/passkeys/${device.id}/remove`);
  expect(placeOf(removed)).toBe(`${account}?done=passkey-removed`);
  expect((await enterWith(device)).answer.status).toBe(422);
});

test("a passkey of the team opens no association", async () => {
  const admin = await signedIn(site);
  const device = openAuthenticator(site.origin);
  const asked = await admin.post("/admin/account/passkeys/options", { name: "Bureau", password });
  await admin.post("/admin/account/passkeys/new", {
    name: "Bureau",
    credential: device.create((await asked.json()) as Challenge),
  });
  const { browser, answer } = await enterWith(device);
  expect([answer.status, (await browser.get("/association")).status]).toEqual([422, 303]);
});

test("who has codes gives one after the password, or one that they wrote down, once", async () => {
  const email = "codes@asso.example";
  const browser = await acceptedOn(site, { name: "Les Codes", email });
  const { telephone, written } = await turnOnCodes(browser);
  const enter = async () => {
    const visit = visitor(site);
    const html = await textOf(visit.post(door, { email, password: registered.password, ...going("/funding") }));
    const [, held = ""] = /name="held" value="([^"]+)"/.exec(html) ?? [];
    const give = (typed: Readonly<Record<string, string>>) =>
      visit.post(`${door}/code`, { held, ...typed, ...going("/funding") });
    return { visit, give, held };
  };
  const { visit, give, held } = await enter();
  expect((await visit.get("/association")).status).toBe(303);
  expect((await give({ code: "000000" })).status).toBe(422);
  expect(placeOf(await give({ code: telephone.generate() }))).toBe("/funding");
  expect((await visit.get("/association")).status).toBe(200);
  expect((await visitor(site).post("/admin/sign-in/code", { held, recovery: written })).status).toBe(422); // another door
  expect(placeOf(await (await enter()).give({ recovery: written }))).toBe("/funding");
  expect((await (await enter()).give({ recovery: written })).status).toBe(422);
  const device = await addPasskey(browser);
  expect(placeOf((await enterWith(device)).answer)).toBe("/funding");
  expect(await textOf((await enterWith(device, false)).answer)).toContain('name="held"');
  expect(placeOf(await browser.post(`${account}/codes/off`))).toBe(`${account}?done=codes-off`);
});

test("a browser that was left open changes no way in without the password", async () => {
  const browser = await acceptedOn(site, { name: "Ouverte", email: "ouverte@asso.example" });
  await anHourLater();
  const ask = (more: Readonly<Record<string, string>>) =>
    browser.post(`${account}/passkeys/options`, { name: "clé", ...more });
  expect((await ask({ password: "une autre phrase" })).status).toBe(422);
  expect((await browser.post(`${account}/codes`, { password: "une autre phrase" })).status).toBe(422);
  await addPasskey(browser, { password: registered.password });
  expect((await browser.post(`${account}/password`, { fresh: "une toute nouvelle phrase" })).status).toBe(422);
  await site.db
    .updateTable("accounts")
    .set({ passwordHash: null })
    .where("email", "=", "ouverte@asso.example")
    .execute();
  for (const path of ["/passkeys/new", "/codes", "/password"]) {
    const answer = await browser.post(`${account}${path}`, { fresh: "une toute nouvelle phrase" });
    expect([path, answer.status, (await answer.text()).includes("Entrez de nouveau")]).toEqual([path, 401, true]);
  }
  const left = await browser.post("/association/sign-out", going(account));
  expect(placeOf(left)).toBe(`${door}?left&then=${encodeURIComponent(account)}`);
});

test("who signs every other browser out stays in on this one", async () => {
  const email = "partout@asso.example";
  const here = await acceptedOn(site, { name: "Partout", email });
  const there = visitor(site);
  await there.post(door, { email, password: registered.password, ...going(account) });
  expect((await there.get(account)).status).toBe(200);
  expect(placeOf(await here.post(`${account}/sessions/end-others`))).toBe(`${account}?done=others-ended`);
  expect((await here.get(account)).status).toBe(200);
  expect(placeOf(await there.get(account))).toContain(door);
});

test("what was sent after the session had ended waits behind the door; passwords do not", async () => {
  const email = "tard@asso.example";
  const browser = await acceptedOn(site, { name: "Trop tard", email });
  await site.db.deleteFrom("sessions").execute();
  const late = await browser.post("/association/people/invite", { email: "amie@asso.example" });
  const { then = "" } = await hiddenOn(browser, placeOf(late) ?? "");
  const came = await browser.post(door, {
    email,
    password: registered.password,
    ...going(then),
  });
  const again = await textOf(browser.get(placeOf(came) ?? ""));
  expect(again).toContain('action="/association/people/invite"');
  expect(again).toContain('value="amie@asso.example"');
  const other = `/association/again?${new URLSearchParams({ path: "/association/profile", kept: new URLSearchParams(then).get("kept") ?? "" })}`;
  expect(placeOf(await browser.get(other))).toBe("/association");
  await site.db.deleteFrom("sessions").execute();
  const secret = await browser.post(`${account}/password`, { fresh: "une toute nouvelle phrase" });
  expect(placeOf(secret)).toBe(`${door}?then=${encodeURIComponent(account)}`);
  expect((await site.db.selectFrom("keptForms").select("kept").execute()).length).toBe(1);
});

test("the host lets somebody in anew, and what they had before opens nothing any more", async () => {
  const email = "perdue@asso.example";
  const browser = await acceptedOn(site, { name: "Perdue", email });
  const device = await addPasskey(browser);
  await turnOnCodes(browser);
  const invite = `/admin/associations/${await idOf(site, "Perdue")}/invite`;
  const editor = await signedIn(site, "editor", "editor@example.org");
  expect((await editor.post(invite, { email })).status).toBe(403);
  const admin = await signedIn(site);
  const taken = await admin.post(invite, { email: "administrator@example.org" });
  expect([taken.status, (await taken.text()).includes("a déjà un autre compte ici")]).toEqual([422, true]);
  const shown = await textOf(admin.post(invite, { email }));
  const [, link = ""] = /<code class="command">([^<]+)</.exec(shown) ?? [];
  const token = new URL(link).searchParams.get("token") ?? "";
  const back = visitor(site);
  const fresh = "une corde à linge toute neuve";
  expect(placeOf(await back.post("/association/invitation", { token, name: "", password: fresh }))).toBe(
    "/association",
  );
  expect((await browser.get("/association")).status).toBe(303);
  expect((await enterWith(device)).answer.status).toBe(422);
  expect(placeOf(await visitor(site).post(door, { email, password: fresh }))).toBe("/association");
  expect(await textOf(admin.get("/admin/server/journal"))).toContain("Quelqu’un invité de nouveau");
  const members = await site.db.selectFrom("accounts").select("id").where("email", "=", email).execute();
  expect(members.length).toBe(1);
});
