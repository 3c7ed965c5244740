import { sql } from "kysely";
import type { Reader, Transaction } from "../foundation/database.ts";
import { dayOf } from "../foundation/day.ts";

/** So many days before a statement expires a letter goes out, and once more on the last day. */
const reminderDays = [7, 1] as const;

/** An offer of which what was said expires soon, or has expired. */
export interface Expiring {
  readonly title: string;
  readonly language: string;
  readonly state: string;
  readonly expires: Date;
}

/** One letter to each of these people about all of these offers. */
export interface Reminder {
  readonly to: readonly string[];
  readonly offers: readonly Expiring[];
}

/**
 * Who is to be told today that something expires, and of what; null when nobody is, or somebody has been told today. That
 * they were is noted in the same transaction, so that of each statement they hear once for each of `reminderDays`.
 */
export async function takeReminder(tx: Transaction, now: Date): Promise<Reminder | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended('reminders', 0))`.execute(tx);
  const team = await listTeam(tx);
  const to = team.filter(({ wanted }) => wanted);
  if (to.length === 0 || team.some(({ sent }) => sent !== null && dayOf(sent) === dayOf(now))) return null;
  const offers = await listExpiring(tx, now);
  if (!offers.some(({ fresh }) => fresh)) return null;
  await noteReminded(tx, offers);
  await noteSent(
    tx,
    to.map(({ id }) => id),
    now,
  );
  return { to: to.map(({ email }) => email), offers };
}

/** Whether somebody wants letters; who has never said, does. */
export async function wantsReminders(reader: Reader, account: string): Promise<boolean> {
  const row = await reader.selectFrom("reminders").select("wanted").where("account", "=", account).executeTakeFirst();
  return row?.wanted ?? true;
}

export async function wantReminders(tx: Transaction, account: string, wanted: boolean): Promise<void> {
  await tx
    .insertInto("reminders")
    .values({ account, wanted })
    .onConflict((known) => known.column("account").doUpdateSet({ wanted }))
    .execute();
}

async function listTeam(tx: Transaction) {
  return await tx
    .selectFrom("accounts")
    .leftJoin("reminders", "reminders.account", "accounts.id")
    .select(["accounts.id", "accounts.email", "reminders.sent"])
    .select(sql<boolean>`coalesce(reminders.wanted, true)`.as("wanted"))
    .where("accounts.role", "in", ["administrator", "editor"])
    .orderBy("accounts.created")
    .execute();
}

/** What expires within the first of `reminderDays`, and what has expired; `fresh` where nobody has been told that it is so near. */
async function listExpiring(tx: Transaction, now: Date) {
  const [first, last] = reminderDays;
  const rows = await tx
    .selectFrom("availabilities")
    .innerJoin("offers", "offers.id", "availabilities.offer")
    .select(["availabilities.offer", "availabilities.state", "confirmed", "expires", "reminded", "offers.position"])
    .select([
      sql<string>`offers.content ->> 'title'`.as("title"),
      sql<string>`offers.content ->> 'language'`.as("language"),
    ])
    .where("offers.state", "=", "published")
    .where("expires", "<=", daysFrom(now, first))
    .orderBy("availabilities.offer") // whoever changes several does so in this order
    .forUpdate("availabilities")
    .execute();
  const sorted = rows.toSorted(
    (one, other) => one.expires.getTime() - other.expires.getTime() || one.position - other.position,
  );
  return sorted.map((row) => {
    const near = row.expires <= daysFrom(now, last) ? last : first;
    // What was said for a few days only was just now said: its own first day is no news.
    const whole = row.expires.getTime() - row.confirmed.getTime() >= near * day;
    return { ...row, near, fresh: whole && (row.reminded === null || row.reminded > near) };
  });
}

async function noteReminded(tx: Transaction, offers: readonly { readonly offer: string; readonly near: number }[]) {
  for (const near of reminderDays) {
    const told = offers.filter((one) => one.near === near).map(({ offer }) => offer);
    if (told.length === 0) continue;
    await tx.updateTable("availabilities").set({ reminded: near }).where("offer", "in", told).execute();
  }
}

async function noteSent(tx: Transaction, accounts: readonly string[], now: Date): Promise<void> {
  await tx
    .insertInto("reminders")
    .values(accounts.map((account) => ({ account, sent: now })))
    .onConflict((known) => known.column("account").doUpdateSet({ sent: now }))
    .execute();
}

const day = 86_400_000;
const daysFrom = (now: Date, days: number): Date => new Date(now.getTime() + days * day);
