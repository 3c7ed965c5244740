import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countJobs } from "../support/delivery-site.ts";
import { eventually } from "../support/eventually.ts";
import { expectGood, lettersTo, letterTo } from "../support/letters.ts";
import { type MailServer, startMailServer } from "../support/mail-server.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { password, printed, signedIn, type Visitor, visitor } from "./desk.ts";

const lin = "lin@fil.example";
let mail: MailServer;
let site: TestSite;
let ada: Visitor;

beforeAll(async () => {
  mail = await startMailServer();
  const settings = { SMTP_URL: mail.url, MAIL_FROM: "essaim@pomme.example", TRUSTED_PROXIES: "127.0.0.0/8" };
  site = await startSite({ settings });
  ada = await signedIn(site);
}, 60_000);
afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await mail[Symbol.asyncDispose]();
});

/** An association whose members come in with a password. */
async function association(name: string, language: "fr" | "en", emails: readonly string[]): Promise<Visitor> {
  const id = randomUUID();
  const row = { id, name, presentation: "", language, state: "approved", confirmed: new Date(), created: new Date() };
  await site.db.insertInto("associations").values(row).execute();
  const { passwordHash } = await hashed();
  const accounts = emails.map((email) => ({ id: randomUUID(), association: id, role: "member", email, passwordHash }));
  await site.db.insertInto("accounts").values(accounts).execute();
  const browser = visitor(site);
  await browser.post("/association/sign-in", { email: emails[0] ?? "", password, by: "password" });
  return browser;
}

/** The hash of the password of tests. */
const hashed = () => site.db.selectFrom("accounts").select("passwordHash").limit(1).executeTakeFirstOrThrow();

/** Everything that this site keeps, as somebody reads it who has the database. */
async function kept(): Promise<string> {
  const tables = ["accounts", "associations", "associationInvitations", "erasures", "events"] as const;
  const rows = await Promise.all(tables.map((table) => site.db.selectFrom(table).selectAll().execute()));
  const jobs = await sql`select payload from graphile_worker._private_jobs`.execute(site.db);
  return JSON.stringify([rows, jobs.rows]);
}

describe("a last letter", () => {
  test("says to each member that their association is erased, what remains, and where one sees who erased it too", async () => {
    const browser = await association("Le Fil à linge", "fr", [lin, "rita@fil.example"]);
    const answer = await browser.post("/association/account/close", { confirm: "Le Fil à linge" });
    expect(answer.status).toBe(303);
    for (const address of [lin, "rita@fil.example"]) {
      const letter = await letterTo(mail, address, "est effacé");
      expectGood(letter);
      expect(letter.subject).toBe(printed("Le Fil à linge : le compte chez La Pomme est effacé"));
      expect(letter.text).toMatch(/Nos sauvegardes peuvent garder le reste jusqu’au \d/);
      expect(letter.paths).toEqual([answer.headers.get("location")]);
      const page = await (await visitor(site).get(letter.paths[0] ?? "")).text();
      expect(page).toContain("Le compte de votre association est effacé");
    }
    await eventually(async () => (await countJobs(site.db)) === 0);
    expect(await kept()).not.toMatch(/fil\.example/);
    expect(lettersTo(mail, lin)).toHaveLength(1);
  });

  test("is not written while something is under way, since nothing is erased", async () => {
    const browser = await association("The Clothes Line", "en", ["line@fil.example"]);
    await browser.post("/association/account/close", { confirm: "Another name" });
    expect(lettersTo(mail, "line@fil.example")).toEqual([]);
  });

  test("says to somebody who no longer acts for an association that their account is gone", async () => {
    const browser = await association("The Tool Library", "en", ["tom@tools.example", "tess@tools.example"]);
    const { id } = await site.db
      .selectFrom("accounts")
      .select("id")
      .where("email", "=", "tess@tools.example")
      .executeTakeFirstOrThrow();
    for (const _ of ["once", "and again"]) await browser.post(`/association/people/${id}/remove`);
    const letter = await letterTo(mail, "tess@tools.example", "You no longer act for “The Tool Library”");
    expectGood(letter);
    expect(letter.text).toMatch(/Our backups may keep your name and this address until \d/);
    expect(lettersTo(mail, "tess@tools.example")).toHaveLength(1);
    expect(lettersTo(mail, "tom@tools.example")).toEqual([]);
  });

  test("says to a colleague that their account at the desk is gone, whoever erased it, and what the journal keeps", async () => {
    const edith = await signedIn(site, "editor", "edith@pomme.example");
    await edith.post("/admin/account/delete", { password });
    await signedIn(site, "reader", "rene@pomme.example");
    const { id } = await site.db
      .selectFrom("accounts")
      .select("id")
      .where("email", "=", "rene@pomme.example")
      .executeTakeFirstOrThrow();
    for (const _ of ["once", "and again"]) await ada.post(`/admin/team/${id}/remove`);
    for (const address of ["edith@pomme.example", "rene@pomme.example"]) {
      const letter = await letterTo(mail, address, "est effacé");
      expectGood(letter);
      expect(letter.text).toContain("Le journal du bureau garde pendant un an");
      expect(lettersTo(mail, address)).toHaveLength(1);
    }
  });
});
