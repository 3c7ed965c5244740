import { randomInt } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import type { Browser, BrowserContextOptions, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Role } from "../../src/accounts/account.ts";
import { createAccount } from "../../src/accounts/changes.ts";
import { eventually } from "../support/eventually.ts";
import { type MailServer, startMailServer } from "../support/mail-server.ts";
import { ownPort } from "../support/own-port.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { password } from "../web/desk.ts";
import { tokenIn } from "../web/forms.ts";
import { axeFaults } from "./axe.ts";
import { openBrowser, reading } from "./browser.ts";

let browser: Browser;
let mail: MailServer;
let site: TestSite;
/** Passkeys belong to a name, not to a number. */
let origin: string;

beforeAll(async () => {
  [browser, mail] = [await openBrowser(), await startMailServer()];
  const port = await ownPort();
  origin = `http://localhost:${port}`;
  const settings = { PORT: String(port), ORIGIN: origin, SMTP_URL: mail.url, MAIL_FROM: "essaim@pomme.example" };
  site = await startSite({ settings: { ...settings, TRUSTED_PROXIES: "127.0.0.0/8" } });
});

afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await mail[Symbol.asyncDispose]();
  await browser.close();
});

/** Somebody somewhere else, so that nobody shares the limits of an address. */
function visiting(options: BrowserContextOptions, use: (page: Page) => Promise<void>): Promise<void> {
  const from = `198.18.${randomInt(256)}.${randomInt(256)}`;
  return reading(browser, { ...options, extraHTTPHeaders: { "x-forwarded-for": from } }, use);
}

const withoutScripts = { javaScriptEnabled: false };
const main = (page: Page) => page.locator("main");
const button = (page: Page, name: string) => main(page).getByRole("button", { name, exact: true });
const link = (page: Page, name: string) => main(page).getByRole("link", { name, exact: true });

/** Somebody with an account, who calls themself by the first part of their address. */
async function make(name: string, role: Role = "administrator"): Promise<string> {
  const email = `${name.toLowerCase()}@example.org`;
  const account = { name, email, password, role, now: new Date() };
  const made = await site.db.transaction().execute((tx) => createAccount(tx, account));
  if (!made.done) throw new Error(made.reason);
  return email;
}

async function signIn(page: Page, email: string, word = password): Promise<void> {
  await page.goto(`${origin}/admin/sign-in`);
  await page.getByLabel("Votre adresse de courriel").fill(email);
  await page.getByLabel("Votre mot de passe").fill(word);
  await button(page, "Entrer").click();
}

/** Turns codes on, for who is signed in; their telephone, and the codes to write down. */
async function linkTelephone(page: Page, look: (page: Page) => Promise<void> = async () => {}) {
  await page.goto(`${origin}/admin/account/codes`);
  await page.getByLabel("Votre mot de passe actuel").fill(password);
  await button(page, "Commencer").click();
  await look(page);
  const key = (await main(page).locator("code").textContent()) ?? "";
  const telephone = new TOTP({ secret: Secret.fromBase32(key.replaceAll(" ", "")) });
  await page.getByLabel("Le code que l’application montre").fill(telephone.generate());
  await button(page, "Demander ces codes désormais").click();
  await look(page);
  const recovery = await main(page).locator(".codes li").allTextContents();
  await link(page, "C’est noté").click();
  return { telephone, recovery };
}

/** As if no code had been used yet: nobody wants to wait half a minute for the next. */
const forgetStep = () => site.db.updateTable("codeApps").set({ lastStep: 0 }).execute();

const letterTo = (email: string) =>
  eventually(async () => mail.posted.find(({ to, content }) => to.includes(email) && tokenIn(content) !== ""));

describe("without scripts", () => {
  test("somebody who forgot their password sets a new one, and comes in", async () => {
    const email = await make("Lise");
    await visiting(withoutScripts, async (page) => {
      await page.goto(`${origin}/admin`);
      await link(page, "Mot de passe oublié").click();
      await page.getByLabel("Votre adresse de courriel").fill(email);
      await button(page, "Envoyer le lien").click();
      await page.getByText("Regardez votre courriel").waitFor();
      const { content } = await letterTo(email);
      await page.goto(`${origin}/admin/sign-in/reset?token=${tokenIn(content)}`);
      await page.getByLabel("Nouveau mot de passe").fill("motdepasse2026");
      await button(page, "Changer de mot de passe").click();
      await page.getByRole("alert").getByRole("link").click();
      await page.getByLabel("Nouveau mot de passe").fill("cinq chaises de bois");
      await button(page, "Changer de mot de passe").click();
      await page.getByText("Votre mot de passe est changé").waitFor();
      await signIn(page, email, "cinq chaises de bois");
      await page.getByRole("navigation", { name: "Bureau" }).waitFor();
    });
  });

  test("an administrator invites a colleague, who joins, and takes the right back", async () => {
    const boss = await make("Odile");
    await visiting(withoutScripts, async (page) => {
      await signIn(page, boss);
      await page.getByRole("link", { name: "Collègues" }).click();
      await link(page, "Inviter quelqu’un").click();
      await page.getByLabel("Son adresse de courriel").fill("nour@example.org");
      await page.getByLabel("Lectrice ou lecteur").check();
      await button(page, "Inviter").click();
      const invitation = await page.getByLabel("Le lien d’invitation").inputValue();
      expect(tokenIn((await letterTo("nour@example.org")).content)).toBe(tokenIn(invitation));
      await visiting(withoutScripts, async (guest) => {
        await guest.goto(invitation);
        await guest.getByLabel("Votre nom").fill("Nour");
        await guest.getByLabel("Votre mot de passe").fill(password);
        await button(guest, "Rejoindre l’équipe").click();
        await guest.getByText("Bienvenue dans l’équipe").waitFor();
        await link(page, "C’est fait").click();
        await page.getByRole("link", { name: "Changer l’accès de Nour" }).click();
        await button(page, "Retirer l’accès").click();
        await page.getByText("Son accès est retiré").waitFor();
        await guest.goto(`${origin}/admin`);
        await guest.getByRole("heading", { name: "Entrer dans le bureau" }).waitFor();
      });
      await page.getByRole("link", { name: "Voir le journal du bureau" }).click();
      await page.getByText("Accès retiré à nour@example.org").waitFor();
    });
  });

  test("somebody has codes asked for, and comes in with their telephone, or with what they wrote down", async () => {
    const email = await make("Theo");
    await visiting(withoutScripts, async (page) => {
      await signIn(page, email);
      const { telephone, recovery } = await linkTelephone(page);
      await forgetStep();
      for (const use of ["telephone", "paper"]) {
        await page.context().clearCookies();
        await signIn(page, email);
        await page.getByRole("heading", { name: "Encore un code" }).waitFor();
        if (use === "paper") {
          await page.getByText("Je n’ai pas mon téléphone").click();
          await page.getByLabel("Un code de secours").fill(recovery[3] ?? "");
        } else await page.getByLabel("Le code à six chiffres").fill(telephone.generate());
        await button(page, "Entrer").click();
        await page.getByRole("navigation", { name: "Bureau" }).waitFor();
      }
      await page.goto(`${origin}/admin/account`);
      await page.getByText("9 codes de secours restent").waitFor();
    });
  });

  test("the page of passkeys says what else there is, and the way in offers none", async () => {
    const email = await make("Paul", "editor");
    await visiting(withoutScripts, async (page) => {
      await signIn(page, email);
      await page.goto(`${origin}/admin/account/passkeys/new`);
      await link(page, "Utiliser des codes à la place").waitFor();
      expect(await button(page, "Créer la clé sur cet appareil").isVisible()).toBe(false);
      await page.goto(`${origin}/admin/sign-in`);
      expect(await button(page, "Entrer avec une clé d’accès").isVisible()).toBe(false);
    });
  });
});

describe("with a passkey", () => {
  /** A device that keeps passkeys, and makes sure of the person by a finger or a code. */
  async function plugIn(page: Page) {
    const devtools: CDPSession = await page.context().newCDPSession(page);
    await devtools.send("WebAuthn.enable");
    const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        ...{ protocol: "ctap2", transport: "internal", hasResidentKey: true, automaticPresenceSimulation: true },
        ...{ hasUserVerification: true, isUserVerified: true },
      },
    });
    return { devtools, authenticatorId };
  }

  async function addPasskey(page: Page): Promise<void> {
    await page.goto(`${origin}/admin/account/passkeys/new`);
    await page.getByLabel("Un nom pour la reconnaître").fill("Téléphone");
    await page.getByLabel("Votre mot de passe actuel").fill(password);
    await button(page, "Créer la clé sur cet appareil").click();
    await page.getByText("Cette clé d’accès est gardée").waitFor();
  }

  async function leaveAndComeBack(page: Page): Promise<void> {
    await page.context().clearCookies();
    await page.goto(`${origin}/admin/account`);
    await button(page, "Entrer avec une clé d’accès").click();
  }

  test("somebody comes in without an address or a password, even where codes are asked for, until they remove it", async () => {
    const email = await make("Rose");
    await visiting({}, async (page) => {
      await plugIn(page);
      await signIn(page, email);
      await addPasskey(page);
      await linkTelephone(page);
      await leaveAndComeBack(page);
      await page.getByRole("heading", { name: "Mon compte", level: 1 }).waitFor();
      await button(page, "Retirer la clé Téléphone").click();
      await page.getByText("Cette clé d’accès n’ouvre plus rien.").waitFor();
      await leaveAndComeBack(page);
      await page.getByRole("alert").getByText("n’ouvre rien ici").waitFor();
    });
    const deeds = await site.db.selectFrom("journal").select("deed").where("who", "=", "Rose").orderBy("id").execute();
    expect(deeds.map(({ deed }) => deed)).toEqual([
      ...["signed-in", "passkey-added", "codes-turned-on", "signed-in-with-passkey", "passkey-removed"],
    ]);
  });

  test("what was signed once opens nothing again, and a copy that lags behind opens nothing", async () => {
    const email = await make("Vera");
    await visiting({}, async (page) => {
      const { devtools, authenticatorId } = await plugIn(page);
      await signIn(page, email);
      await addPasskey(page);
      let sent: string | null = null;
      page.on("request", (request) => {
        if (request.url().endsWith("/sign-in/passkey")) sent = request.postData();
      });
      await leaveAndComeBack(page);
      await page.getByRole("heading", { name: "Mon compte", level: 1 }).waitFor();
      const replayed = await fetch(`${origin}/admin/sign-in/passkey`, {
        ...{ method: "POST", body: sent, redirect: "manual" },
        headers: { origin, "content-type": "application/x-www-form-urlencoded" },
      });
      expect(replayed.status).toBe(422);
      const { credentials } = await devtools.send("WebAuthn.getCredentials", { authenticatorId });
      for (const credential of credentials) {
        await devtools.send("WebAuthn.removeCredential", { authenticatorId, credentialId: credential.credentialId });
        await devtools.send("WebAuthn.addCredential", { authenticatorId, credential: { ...credential, signCount: 0 } });
      }
      await site.db.updateTable("passkeys").set({ counter: 100 }).where("name", "=", "Téléphone").execute();
      await leaveAndComeBack(page);
      await page.getByRole("alert").getByText("n’ouvre rien ici").waitFor();
    });
  });

  test("nobody adds one who does not know the password, and one device keeps one", async () => {
    const email = await make("Yann");
    await visiting({}, async (page) => {
      await plugIn(page);
      await signIn(page, email);
      await page.goto(`${origin}/admin/account/passkeys/new`);
      await page.getByLabel("Un nom pour la reconnaître").fill("Téléphone");
      await page.getByLabel("Votre mot de passe actuel").fill("une autre phrase");
      await button(page, "Créer la clé sur cet appareil").click();
      await page.getByRole("alert").getByText("pas votre mot de passe actuel").waitFor();
      await addPasskey(page);
      await page.goto(`${origin}/admin/account/passkeys/new`);
      await page.getByLabel("Un nom pour la reconnaître").fill("Encore");
      await page.getByLabel("Votre mot de passe actuel").fill(password);
      await button(page, "Créer la clé sur cet appareil").click();
      await page.getByRole("alert").getByText("garde déjà une clé").waitFor();
    });
  });
});

describe.each([
  { name: "light", options: { colorScheme: "light" } },
  { name: "dark", options: { colorScheme: "dark" } },
  { name: "light, on a telephone of 320 pixels", options: { viewport: { width: 320, height: 640 } } },
] as { name: string; options: BrowserContextOptions }[])("in the $name", ({ name, options }) => {
  test("no page of the way in, the account and the team has anything that axe finds wrong", async () => {
    const email = await make(`Zoe-${name.replaceAll(/\W/g, "")}`);
    await visiting(options, async (page) => {
      const seen: string[] = [];
      const look = async () => {
        expect(await axeFaults(page), page.url()).toEqual([]);
        const [width, most] = (await page.evaluate("[document.documentElement.scrollWidth, innerWidth]")) as [
          number,
          number,
        ];
        expect(width, page.url()).toBeLessThanOrEqual(most);
        seen.push(page.url());
      };
      const visit = async (path: string) => {
        await page.goto(`${origin}${path}`);
        await look();
      };
      for (const path of ["", "?left", "/forgotten", "/forgotten?sent", "/reset?token=x"])
        await visit(`/admin/sign-in${path}`);
      await signIn(page, email, "une autre phrase");
      await look();
      await signIn(page, email);
      for (const path of ["", "/you", "/password", "/delete", "/codes", "/passkeys/new"])
        await visit(`/admin/account${path}`);
      await linkTelephone(page, look);
      for (const path of ["", "/codes", "/codes/recovery", "/codes/off"]) await visit(`/admin/account${path}`);
      await visit("/admin/team/invite");
      await page.getByLabel("Son adresse de courriel").fill(`invited-${email}`);
      await button(page, "Inviter").click();
      await look();
      await visit(new URL(await page.getByLabel("Le lien d’invitation").inputValue()).href.slice(origin.length));
      await visit("/admin/team");
      await page
        .getByRole("link", { name: /^Changer l’accès/ })
        .first()
        .click();
      await look();
      await visit("/admin/server/journal");
      await page.context().clearCookies();
      await signIn(page, email);
      await look();
      expect(seen).toHaveLength(25);
    });
  });
});
