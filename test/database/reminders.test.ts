import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import type { Role } from "../../src/accounts/account.ts";
import { confirmAvailability } from "../../src/availability/changes.ts";
import { reminderLetter } from "../../src/availability/letter-words.ts";
import { takeReminder, wantReminders } from "../../src/availability/reminders.ts";
import { setUp } from "../../src/hosts/changes.ts";
import { remind } from "../../src/site-reminders.ts";
import { noteVisit } from "../../src/today/visits.ts";
import { databaseOfTests } from "../support/database.ts";
import { files, offer, publish, say, withdraw } from "../web/offers.ts";

const db = await databaseOfTests(3);
const now = new Date("2026-11-24T07:00:00Z");
const day = 86_400_000;
const inDays = (days: number) => new Date(now.getTime() + days * day);
const take = (when: Date) => db.transaction().execute((tx) => takeReminder(tx, when));
/** Days after `now`, and what was in the letter of that day. */
async function lettersOf(days: readonly number[]): Promise<Record<number, readonly string[]>> {
  const sent: Record<number, readonly string[]> = {};
  for (const after of days) {
    const reminder = await take(inDays(after));
    if (reminder) sent[after] = reminder.offers.map(({ title }) => title);
  }
  return sent;
}

beforeEach(async () => {
  await sql`truncate offers, handles, availabilities, accounts, reminders cascade`.execute(db);
  await account("ada@example.org", "administrator");
  for (const title of ["Courriel", "Fichiers"]) await publish(db, title.toLowerCase(), { ...files, title }, now);
});

async function account(email: string, role: Role): Promise<string> {
  const id = crypto.randomUUID();
  await db.insertInto("accounts").values({ id, email, role, passwordHash: "$argon2id$" }).execute();
  return id;
}

describe("the team is told before something expires", () => {
  test("seven days before and once more on the last day, and of nothing else", async () => {
    await say(db, "courriel", {}, inDays(-60)); // holds for 90 days
    const days = Array.from({ length: 40 }, (_, index) => index);
    expect(await lettersOf(days)).toEqual({ 23: ["Courriel"], 29: ["Courriel"] });
  });

  test("in one letter for all, with what was told of before and is still to be said", async () => {
    await say(db, "courriel", {}, inDays(-60));
    await say(db, "fichiers", {}, inDays(-58));
    const days = Array.from({ length: 40 }, (_, index) => index);
    expect(await lettersOf(days)).toEqual({
      23: ["Courriel"],
      25: ["Courriel", "Fichiers"],
      29: ["Courriel", "Fichiers"],
      31: ["Courriel", "Fichiers"],
    });
  });

  test("no more than once a day, however often the job runs and in however many processes", async () => {
    await say(db, "courriel", {}, inDays(-84));
    const all = await Promise.all([take(now), take(now), take(inDays(0.3))]);
    expect(all.filter((one) => one !== null)).toHaveLength(1);
    await say(db, "fichiers", {}, inDays(-84));
    expect(await take(inDays(0.5))).toBeNull();
    expect((await take(inDays(1)))?.offers.map(({ title }) => title)).toEqual(["Courriel", "Fichiers"]);
  });

  test("even when the site did not run on the day, and what has expired meanwhile", async () => {
    await say(db, "courriel", {}, inDays(-100));
    expect((await take(now))?.offers.map(({ title }) => title)).toEqual(["Courriel"]);
    expect(await take(inDays(1))).toBeNull();
  });

  test("anew after it was confirmed, and not of what was said for a few days only", async () => {
    await say(db, "courriel", {}, inDays(-84));
    await take(now);
    await db.transaction().execute((tx) => confirmAvailability(tx, "courriel", { now, validDays: 5 }));
    expect(await take(inDays(1))).toBeNull();
    expect((await take(inDays(4)))?.offers).toHaveLength(1);
  });

  test("not of drafts, nor of offers that are withdrawn or say nothing", async () => {
    await offer(db, "brouillon", files, now);
    await say(db, "brouillon", {}, inDays(-84));
    await say(db, "courriel", {}, inDays(-84));
    await withdraw(db, "courriel", now);
    expect(await take(now)).toBeNull();
  });
});

describe("a letter of reminder goes", () => {
  test("to administrators and editors who want it", async () => {
    await account("edith@example.org", "editor");
    await account("rita@example.org", "reader");
    const quiet = await account("quentin@example.org", "editor");
    await db.transaction().execute((tx) => wantReminders(tx, quiet, false));
    await say(db, "courriel", {}, inDays(-84));
    expect((await take(now))?.to).toEqual(["ada@example.org", "edith@example.org"]);
  });

  test("nowhere, and nothing is noted, where nobody wants it or no mail is set up", async () => {
    await say(db, "courriel", {}, inDays(-84));
    const config = { smtpUrl: null, mailFrom: null, origin: "https://pomme.example", language: "fr" } as const;
    await remind(config, db, now);
    const { id } = await db.selectFrom("accounts").select("id").executeTakeFirstOrThrow();
    await db.transaction().execute((tx) => wantReminders(tx, id, false));
    expect(await take(now)).toBeNull();
    await db.transaction().execute((tx) => wantReminders(tx, id, true));
    expect(await take(now)).not.toBeNull();
  });

  test("from the site, in its language, with where to say it and how to stop", async () => {
    await sql`truncate hosts, graphile_worker._private_jobs cascade`.execute(db);
    const host = { name: "La Pomme", handle: "la_pomme", territory: "dep:69", now };
    await db.transaction().execute((tx) => setUp(tx, host));
    await say(db, "courriel", { state: "paused" }, inDays(-84));
    const config = { smtpUrl: "smtp://localhost", mailFrom: "pomme@example.org", origin: "https://pomme.example" };
    await remind({ ...config, language: "fr" }, db, now);
    const { rows } = await sql<{ payload: { to: string; subject: string; text: string } }>`
      select payload from graphile_worker._private_jobs as job
      join graphile_worker._private_tasks as task on task.id = job.task_id where identifier = 'mail'`.execute(db);
    expect(rows).toHaveLength(1);
    const letter = rows[0]?.payload;
    expect(letter?.to).toBe("ada@example.org");
    expect(letter?.subject).toBe("La Pomme\u00a0: une disponibilité à confirmer");
    expect(letter?.text).toContain("- Courriel\u00a0: En pause, jusqu’au 30 novembre 2026");
    expect(letter?.text).toContain("https://pomme.example/admin/availability\n");
    expect(letter?.text).toContain("https://pomme.example/admin/availability#letters");
  });

  test("in English where the site speaks it, and says what has expired", () => {
    const offers = [{ title: "Mail", language: "en", state: "open", expires: inDays(-1) }];
    const letter = reminderLetter(offers, { origin: "https://a.example", host: "Apple", language: "en", now });
    expect(letter.text).toContain("- Mail: Open, expired since 23 November 2026");
  });
});

test("a visit begins after half an hour away, and says since when one has not looked", async () => {
  const id = await account("vera@example.org", "editor");
  const look = (minutes: number) =>
    db.transaction().execute((tx) => noteVisit(tx, id, new Date(now.getTime() + minutes * 60_000)));
  expect(await look(0)).toEqual(inDays(-7));
  expect(await look(20)).toEqual(new Date(inDays(-7).getTime() + 20 * 60_000));
  const later = new Date(now.getTime() + 20 * 60_000);
  expect(await look(120)).toEqual(later);
  expect(await look(140)).toEqual(later);
});
