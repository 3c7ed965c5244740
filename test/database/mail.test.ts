import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Database, openDatabase, openPool } from "../../src/foundation/database.ts";
import { type Letter, mailTask, openMailer, sendMail } from "../../src/foundation/mail.ts";
import { secretOf } from "../../src/foundation/secret.ts";
import { startWorker } from "../../src/foundation/worker.ts";
import { freshDatabase } from "../support/database.ts";
import { countJobs, passTime } from "../support/delivery-site.ts";
import { eventually } from "../support/eventually.ts";
import { type MailServer, startMailServer } from "../support/mail-server.ts";
import { startSite } from "../support/site.ts";

const letter: Letter = {
  to: "ada@example.org",
  subject: "Une place s’est libérée",
  text: "Bonjour Ada,\n.\nvoici la suite.\n",
};

const secret = secretOf(randomBytes(32));
let server: MailServer;
let db: Database;
let endings: (() => Promise<void>)[] = [];

beforeEach(async () => {
  server = await startMailServer();
  const { url, drop } = await freshDatabase();
  const pool = openPool(url, 4, () => {});
  db = openDatabase(pool);
  const tasks = { mail: mailTask(settings(), secret) };
  const worker = await startWorker({ pool, url, tasks, lost: () => {}, freed: () => {} });
  endings = [() => worker.stop(), () => db.destroy(), drop];
});

afterEach(async () => {
  for (const end of endings) await end();
  await server[Symbol.asyncDispose]();
});

const settings = () => ({ smtpUrl: server.url, mailFrom: "essaim@pomme.example" });
const send = (more: Partial<Letter> = {}) =>
  db.transaction().execute((tx) => sendMail(tx, settings(), { ...letter, ...more }));

describe("a letter", () => {
  test("leaves once the change it belongs to is committed, and not if that is undone", async () => {
    const undone = db.transaction().execute(async (tx) => {
      await sendMail(tx, settings(), { ...letter, subject: "Never" });
      throw new Error("something else went wrong");
    });
    await expect(undone).rejects.toThrow("something else");
    await send();
    const posted = await eventually(() => server.posted[0]);
    expect(server.posted).toHaveLength(1);
    expect(posted).toMatchObject({ from: "essaim@pomme.example", to: ["ada@example.org"] });
    expect(headerOf(posted.content, "Content-Type")).toMatch(/^text\/plain/);
    expect(headerOf(posted.content, "Auto-Submitted")).toBe("auto-generated");
    expect(posted.content).toContain("\n.\nvoici la suite.");
    await eventually(async () => (await countJobs(db)) === 0);
  });

  test("holds one subject and one recipient, whatever is written into them", async () => {
    expect(await send({ subject: "Hello\r\nBcc: eve@example.org\r\n\r\nanother body" })).toEqual({
      done: true,
      value: null,
    });
    const posted = await eventually(() => server.posted[0]);
    expect(posted.to).toEqual(["ada@example.org"]);
    expect(headerOf(posted.content, "Subject")).toBe("Hello Bcc: eve@example.org another body");
    expect(headerOf(posted.content, "Bcc")).toBeNull();
    for (const to of ["a@example.org\r\nBcc: b@example.org", "a@example.org, b@example.org", "Ada <a@example.org>", ""])
      expect(await send({ to })).toEqual({ done: false, reason: "address-malformed" });
    expect(await countJobs(db)).toBeLessThanOrEqual(1);
  });

  test("is refused with a reason where no mail is set up, and nothing is kept of it", async () => {
    for (const missing of [{ smtpUrl: null }, { mailFrom: null }]) {
      const refused = await db.transaction().execute((tx) => sendMail(tx, { ...settings(), ...missing }, letter));
      expect(refused).toEqual({ done: false, reason: "mail-not-set-up" });
    }
    expect(await countJobs(db)).toBe(0);
    expect(openMailer({ smtpUrl: null, mailFrom: "a@example.org" })).toBeNull();
  });

  test("is tried again when the mail server was busy, under the same id", async () => {
    server.answer({ DATA: "451 later" });
    await send();
    const failed = () => lastErrors(db).then(([error]) => error);
    expect(await eventually(failed)).toBe("the mail server answered 451 (EENVELOPE)");
    server.answer({});
    await passTime(db);
    await eventually(() => server.posted.length === 1);
    await eventually(async () => (await countJobs(db)) === 0);
    expect(headerOf(server.posted[0]?.content, "Message-ID")).toMatch(/^<[0-9a-f-]{36}@pomme\.example>$/);
  });

  test("that nobody wants is given up at once, and leaves no address behind", async () => {
    server.answer({ RCPT: "550 no such person" });
    await send();
    await eventually(async () => (await countJobs(db)) === 0);
    expect(server.posted).toEqual([]);
  });

  test("is given up after its last try, so that no address stays in the database", async () => {
    server.answer({ MAIL: "421 closed" });
    await send();
    await eventually(async () => (await lastErrors(db)).length > 0);
    await sql`update graphile_worker._private_jobs set attempts = max_attempts - 1`.execute(db);
    await passTime(db);
    await eventually(async () => (await countJobs(db)) === 0);
  });
});

test("a password is not given to a mail server that hides that it can encrypt", async () => {
  // The name stands for this machine; the rule asks whether the address is its own.
  const { port } = new URL(server.url);
  const mailer = openMailer({ smtpUrl: `smtp://ada:secret@0.0.0.0:${port}`, mailFrom: "a@example.org" });
  await expect(mailer?.verify()).rejects.toThrow(/ETLS/);
  const near = openMailer({ smtpUrl: `smtp://ada:secret@127.0.0.1:${port}`, mailFrom: "a@example.org" });
  await expect(near?.verify()).resolves.toBeUndefined();
});

function headerOf(content: string | undefined, name: string): string | null {
  const [head = ""] = (content ?? "").split("\n\n");
  const line = head
    .replaceAll(/\n\s+/g, " ")
    .split("\n")
    .find((text) => text.startsWith(`${name}: `));
  return line?.slice(name.length + 2) ?? null;
}

async function lastErrors(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ lastError: string }>`
    select last_error from graphile_worker.jobs where last_error is not null`.execute(db);
  return rows.map(({ lastError }) => lastError);
}

test("a whole site carries its letters", async () => {
  const { smtpUrl, mailFrom } = settings();
  await using site = await startSite({ settings: { SMTP_URL: smtpUrl, MAIL_FROM: mailFrom } });
  await site.db.transaction().execute((tx) => sendMail(tx, settings(), letter));
  expect(await eventually(() => server.posted[0])).toMatchObject({ to: ["ada@example.org"] });
});
