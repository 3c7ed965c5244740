import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Challenge, openAuthenticator } from "../support/authenticator.ts";
import { eventually } from "../support/eventually.ts";
import { type MailServer, startMailServer } from "../support/mail-server.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { password, signedIn, type Visitor, visitor } from "./desk.ts";
import { hiddenOf, tokenIn } from "./forms.ts";

let site: TestSite;
let mail: MailServer;
/** A site that sends no mail. */
let silent: TestSite;
beforeAll(async () => {
  mail = await startMailServer();
  site = await startSite({
    settings: { SMTP_URL: mail.url, MAIL_FROM: "essaim@pomme.example", TRUSTED_PROXIES: "127.0.0.0/8" },
  });
  silent = await startSite();
});
afterAll(async () => {
  await silent[Symbol.asyncDispose]();
  await site[Symbol.asyncDispose]();
  await mail[Symbol.asyncDispose]();
});

/** Turns codes on for who is signed in on this browser; its telephone, and the codes to write down. */
async function turnOnCodes(browser: Visitor): Promise<{ telephone: TOTP; recovery: readonly string[] }> {
  const begun = await (await browser.post("/admin/account/codes", { password })).text();
  const [, key = ""] = /<code>([A-Z2-7 ]{39})<\/code>/.exec(begun) ?? [];
  const telephone = new TOTP({ secret: Secret.fromBase32(key.replaceAll(" ", "")) });
  const shown = await (await browser.post("/admin/account/codes/confirm", { code: telephone.generate() })).text();
  return { telephone, recovery: [...shown.matchAll(/<li>([a-z0-9-]{14})<\/li>/g)].map(([, code = ""]) => code) };
}

/** As if the last code had never been used: nobody wants to wait half a minute for the next. */
const forgetStep = () => site.db.updateTable("codeApps").set({ lastStep: 0 }).execute();

describe("somebody who guesses", () => {
  test("is told to wait, in words and in a header, and nothing of what was typed is lost", async () => {
    const browser = visitor(site);
    const kept = JSON.stringify({ path: "/admin/offers/x", entries: [["title", "Écrit"]], files: false });
    const guess = { email: "nobody@example.org", password: "une autre phrase", kept, back: "/admin/offers" };
    for (let i = 0; i < 3; i++) expect((await browser.post("/admin/sign-in", guess)).status).toBe(422);
    const stopped = await browser.post("/admin/sign-in", guess);
    expect(stopped.status).toBe(429);
    expect(Number(stopped.headers.get("retry-after"))).toBeGreaterThan(0);
    const page = await stopped.text();
    expect(page).toContain("Trop d’essais sans succès. Attendez une seconde");
    expect(page).toContain('value="nobody@example.org"');
    expect(JSON.parse(hiddenOf(page, "kept"))).toEqual(JSON.parse(kept));
    expect(hiddenOf(page, "back")).toBe("/admin/offers");
  });

  test("from one place is stopped for all accounts at once, whichever form of the way in they use", async () => {
    const browser = visitor(site);
    for (let i = 0; i < 30; i++) await browser.post("/admin/sign-in/forgotten", { email: "" });
    for (const path of ["/admin/sign-in", "/admin/sign-in/code", "/admin/sign-in/passkey/options", "/admin/invitation"])
      expect((await browser.post(path, { email: `${path}@example.org`, password })).status, path).toBe(429);
    expect((await visitor(site).post("/admin/sign-in", { email: "x@example.org", password })).status).toBe(422);
  });

  test("does not shut out the person themself, where they have signed in before", async () => {
    const email = "famous@example.org";
    const known = await signedIn(site, "editor", email);
    await known.post("/admin/sign-out");
    const stranger = visitor(site);
    for (let i = 0; i < 4; i++) await stranger.post("/admin/sign-in", { email, password: "une autre phrase" });
    expect((await visitor(site).post("/admin/sign-in", { email, password })).status).toBe(429);
    expect((await known.post("/admin/sign-in", { email, password })).status).toBe(303);
  });
});

describe("somebody whose account asks for codes", () => {
  test("comes in with both, and what they had written waits on the other side", async () => {
    const email = "codes@example.org";
    const first = await signedIn(site, "editor", email);
    const { telephone } = await turnOnCodes(first);
    await forgetStep();
    const browser = visitor(site);
    const asked = await browser.post("/admin/offers/x?y=1", { title: "Des listes" });
    const kept = hiddenOf(await asked.text(), "kept");
    const second = await (await browser.post("/admin/sign-in", { email, password, kept })).text();
    expect(second).toContain("Encore un code");
    expect((await browser.get("/admin")).status).toBe(303);
    const travel = { held: hiddenOf(second, "held"), kept: hiddenOf(second, "kept"), back: hiddenOf(second, "back") };
    const wrong = await browser.post("/admin/sign-in/code", { ...travel, code: "000000" });
    expect(wrong.status).toBe(422);
    const entered = await browser.post("/admin/sign-in/code", { ...travel, code: telephone.generate() });
    expect(await entered.text()).toContain('action="/admin/offers/x?y=1"');
    expect((await browser.get("/admin")).status).toBe(200);
  });

  test("comes in with a code that was written down, which the journal tells, and not with a sealed page alone", async () => {
    const email = "paper@example.org";
    const { recovery } = await turnOnCodes(await signedIn(site, "editor", email));
    expect(recovery).toHaveLength(10);
    const browser = visitor(site);
    const held = hiddenOf(await (await browser.post("/admin/sign-in", { email, password })).text(), "held");
    expect((await browser.post("/admin/sign-in/code", { held })).status).toBe(422);
    const late = await browser.post("/admin/sign-in/code", { held: `${held}x`, recovery: recovery[0] ?? "" });
    expect(await late.text()).toContain("Plus de cinq minutes ont passé");
    const entered = await browser.post("/admin/sign-in/code", { held, recovery: recovery[0] ?? "" });
    expect(entered.headers.get("location")).toBe("/admin");
    const deeds = await site.db.selectFrom("journal").select("deed").where("who", "=", email).execute();
    expect(deeds.map(({ deed }) => deed)).toContain("signed-in-with-recovery-code");
  });
});

describe("a forgotten password", () => {
  test("is set anew by a link that comes by mail, opens once, and is told to no other page", async () => {
    const email = "lost@example.org";
    const before = await signedIn(site, "editor", email);
    const browser = visitor(site);
    const asked = await browser.post("/admin/sign-in/forgotten", { email: "LOST@example.org" });
    expect(asked.headers.get("location")).toBe("/admin/sign-in/forgotten?sent");
    const letter = await eventually(async () => mail.posted.find(({ to }) => to.includes(email)));
    const token = tokenIn(letter.content);
    const page = await browser.get(`/admin/sign-in/reset?token=${token}`);
    expect(page.headers.get("referrer-policy")).toBe("strict-origin");
    expect((await browser.post("/admin/sign-in/reset", { token, password: "court" })).status).toBe(422);
    const fresh = { token, password: "cinq chaises de bois" };
    expect((await browser.post("/admin/sign-in/reset", fresh)).headers.get("location")).toBe("/admin/sign-in?reset");
    expect((await before.get("/admin")).status).toBe(303);
    expect((await browser.post("/admin/sign-in/reset", fresh)).status).toBe(410);
    expect((await browser.get(`/admin/sign-in/reset?token=${token}`)).status).toBe(410);
    expect((await browser.post("/admin/sign-in", { email, password: fresh.password })).status).toBe(303);
    await eventually(async () => mail.posted.find(({ to, content }) => to.includes(email) && !tokenIn(content)));
  });

  test("is answered alike for an address that nobody has, and nobody is written to", async () => {
    const [known, unknown] = [visitor(site), visitor(site)];
    await signedIn(site, "editor", "known@example.org");
    const answers = await Promise.all([
      known.post("/admin/sign-in/forgotten", { email: "known@example.org" }),
      unknown.post("/admin/sign-in/forgotten", { email: "unknown@example.org" }),
    ]);
    const [a, b] = answers.map(({ status, headers }) => [status, headers.get("location")]);
    expect(a).toEqual(b);
    await eventually(async () => mail.posted.find(({ to }) => to.includes("known@example.org")));
    expect(mail.posted.some(({ to }) => to.includes("unknown@example.org"))).toBe(false);
  });

  test("leaves the codes asked for", async () => {
    const email = "both@example.org";
    await turnOnCodes(await signedIn(site, "editor", email));
    const browser = visitor(site);
    await browser.post("/admin/sign-in/forgotten", { email });
    const letter = await eventually(async () => mail.posted.find(({ to }) => to.includes(email)));
    const fresh = { token: tokenIn(letter.content), password: "cinq chaises de bois" };
    await browser.post("/admin/sign-in/reset", fresh);
    const entered = await browser.post("/admin/sign-in", { email, password: fresh.password });
    expect(await entered.text()).toContain("Encore un code");
  });
});

test("where no mail is sent, the page says who can help and with which command", async () => {
  const browser = visitor(silent);
  expect(await (await browser.get("/admin/sign-in/forgotten")).text()).toContain("essaim admin password --email");
  expect((await browser.post("/admin/sign-in/forgotten", { email: "ada@example.org" })).status).toBe(303);
});

describe("a passkey", () => {
  test("opens at once where the device made sure of the person, and else asks for the code too", async () => {
    const email = "device@example.org";
    const browser = await signedIn(site, "editor", email);
    const { telephone } = await turnOnCodes(browser);
    await forgetStep();
    const device = openAuthenticator(site.origin);
    const asked = await browser.post("/admin/account/passkeys/options", { name: "Téléphone", password });
    const credential = device.create((await asked.json()) as Challenge);
    const added = await browser.post("/admin/account/passkeys/new", { name: "Téléphone", credential });
    expect(added.headers.get("location")).toBe("/admin/account?done=passkey-added");
    const enter = async (verified: boolean) => {
      const visit = visitor(site);
      const challenge = (await (await visit.post("/admin/sign-in/passkey/options")).json()) as Challenge;
      const signed = { credential: device.get(challenge, { verified }), back: "/admin/offers" };
      return { visit, answer: await visit.post("/admin/sign-in/passkey", signed) };
    };
    expect((await enter(true)).answer.headers.get("location")).toBe("/admin/offers");
    const { visit, answer } = await enter(false);
    const page = await answer.text();
    expect((await visit.get("/admin")).status).toBe(303);
    const travel = { held: hiddenOf(page, "held"), back: hiddenOf(page, "back") };
    const entered = await visit.post("/admin/sign-in/code", { ...travel, code: telephone.generate() });
    expect(entered.headers.get("location")).toBe("/admin/offers");
  });

  test("that nobody has, or that is no passkey at all, opens nothing and loses nothing", async () => {
    const browser = visitor(site);
    const options = await browser.post("/admin/sign-in/passkey/options");
    expect(options.headers.get("cache-control")).toBe("no-store");
    const { challenge, rpId } = (await options.json()) as { challenge: string; rpId: string };
    expect(rpId).toBe("127.0.0.1");
    expect(JSON.stringify(await site.db.selectFrom("passkeyChallenges").selectAll().execute())).not.toContain(
      challenge,
    );
    const response = { clientDataJSON: "e30", authenticatorData: "AAAA", signature: "AAAA" };
    const unknown = JSON.stringify({ id: "AAAA", rawId: "AAAA", type: "public-key", response });
    for (const credential of ["", "{", "null", "[]", unknown]) {
      const answer = await browser.post("/admin/sign-in/passkey", { credential, back: "/admin/offers" });
      expect(answer.status).toBe(422);
      expect(hiddenOf(await answer.text(), "back")).toBe("/admin/offers");
    }
  });
});
