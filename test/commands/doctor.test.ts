import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { examine } from "../../src/commands/doctor/examination.ts";
import type { Finding } from "../../src/commands/doctor/finding.ts";
import { freshDatabase } from "../support/database.ts";
import { startMailServer } from "../support/mail-server.ts";
import { ownPort } from "../support/own-port.ts";
import { type Ended, essaim, type Server, type Settings, startServer } from "../support/processes.ts";
import { authority, type Fault, type HttpsProxy, startProxy } from "../support/proxy.ts";

// A whole instance behind a real proxy with HTTPS. Each test plants one fault and asks the doctor, as an operator does.
let folder = "";
let settings: Settings = {};
let proxy: HttpsProxy;
let server: Server;
let db: pg.Client;
const endings: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  setDefaultCACertificates([...getCACertificates(), await readFile(authority, "utf8")]);
  folder = await mkdtemp(join(tmpdir(), "essaim-test-files-"));
  const database = await freshDatabase();
  const port = await ownPort();
  proxy = await startProxy(port);
  settings = {
    ...{ DATABASE_URL: database.url, DATA_DIR: folder, PORT: String(port), ORIGIN: proxy.origin, LANGUAGE: "en" },
    ...{ ALLOWED_PRIVATE_RANGES: "127.0.0.0/8", TRUSTED_PROXIES: "127.0.0.1/32", NODE_EXTRA_CA_CERTS: authority },
  };
  await writeFile(join(folder, "password"), "un bocal de cornichons bleus\n");
  server = startServer(settings);
  await server.printed(/Essaim answers/);
  db = new pg.Client({ connectionString: database.url });
  await db.connect();
  endings.push(
    () => rm(folder, { recursive: true }),
    database.drop,
    () => db.end(),
    () => server.end("SIGTERM"),
  );
  endings.push(async () => proxy[Symbol.asyncDispose]());
});

afterAll(async () => {
  for (const end of endings.reverse()) await end();
});

afterEach(() => proxy.break({}));

interface Examined {
  readonly checks: readonly Finding[];
  of(check: string): Finding | undefined;
}

/** Runs the real command, in a process of its own. */
async function doctor(changed: Settings = {}, ...args: string[]): Promise<Examined & Omit<Ended, "stdout">> {
  const { code, stdout, stderr } = await essaim(["doctor", "--json", ...args], { ...settings, ...changed });
  return { code, stderr, ...found(JSON.parse(stdout).checks) };
}

/** What the command does, without its process: so that a suite of many faults stays quick. */
async function examined(changed: Settings = {}): Promise<Examined> {
  return found(await examine({ ...settings, ...changed }, null));
}

const found = (checks: readonly Finding[]): Examined => ({
  checks,
  of: (check) => checks.find((finding) => finding.check === check),
});

function broken(fault: Fault): Promise<Examined> {
  proxy.break(fault);
  return examined();
}

describe("the doctor", () => {
  test("finds that a new site is nobody's yet", async () => {
    const { code, of } = await doctor();
    expect(code).toBe(0);
    expect(of("setup")).toMatchObject({ outcome: "warning", todo: expect.stringContaining("essaim setup") });
  });

  test("finds nothing at fault in an instance that is well", async () => {
    const who = ["--admin-email", "ada@example.org", "--admin-password-file", join(folder, "password")];
    const setUp = await essaim(["setup", "--name", "La Pomme", "--handle", "la_pomme", ...who], settings);
    expect(setUp).toMatchObject({ code: 0 });
    const { code, stderr, checks } = await doctor();
    expect({ code, stderr, faults: checks.filter(({ outcome }) => outcome === "fault") }).toEqual({
      ...{ code: 0, stderr: "", faults: [] },
    });
    const well = checks.filter(({ outcome }) => outcome === "ok").map(({ check }) => check);
    const expected = ["node", "settings", "secret", "disk", "migrations", "setup", "keys", "queue", "deliveries"];
    expect(well).toEqual(
      expect.arrayContaining([...expected, "certificate", "proxy", "webfinger", "actor", "inbox", "clock", "mail"]),
    );
    for (const { outcome, todo } of checks) expect(todo === null).toBe(outcome === "ok");
  });

  test("prints what it finds for people, one thing a line in a pipe, and the number of faults on stderr", async () => {
    proxy.break({ certificate: "expired" });
    const { code, stdout, stderr } = await essaim(["doctor"], settings);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "One thing is at fault.\n" });
    expect(stdout).toMatch(/^fault\tcertificate\tThe certificate expired on 2020-04-01\.\tSee why [^\n]+$/m);
  });

  test.each([
    ["expired", /expired on 2020-04-01/, /renew/],
    ["misnamed", /another name than 127\.0\.0\.1/, /get one for 127\.0\.0\.1/],
    ["self-signed", /Nobody vouches/, /Let's Encrypt/],
  ] as const)("finds a certificate that is %s", async (certificate, what, todo) => {
    const { of } = await broken({ certificate });
    expect(of("certificate")).toEqual({
      ...{ check: "certificate", outcome: "fault" },
      ...{ what: expect.stringMatching(what), todo: expect.stringMatching(todo) },
    });
  });

  test("finds that nobody answers at ORIGIN", async () => {
    const { of } = await examined({ ORIGIN: `https://127.0.0.1:${await ownPort()}` });
    expect(of("certificate")?.what).toMatch(/Nobody answers https at 127\.0\.0\.1 \(ECONNREFUSED\)/);
  });

  test("finds a proxy that does not reach the site", async () => {
    const { of } = await broken({ answer: (_, response) => Boolean(response.writeHead(502).end("Bad Gateway")) });
    expect(of("proxy")).toMatchObject({ outcome: "fault", what: expect.stringContaining("502") });
    expect(of("webfinger")).toMatchObject({ outcome: "fault", what: expect.stringContaining("502") });
  });

  test("finds a proxy that changes the Host", async () => {
    proxy.break({ forward: (headers) => ({ ...headers, host: "127.0.0.1:8080" }) });
    const { code, of } = await doctor();
    expect(code).toBe(1);
    expect(of("proxy")).toMatchObject({
      outcome: "fault",
      what: expect.stringContaining("as one for 127.0.0.1:8080"),
      todo: expect.stringContaining("proxy_set_header Host"),
    });
    expect(of("inbox")).toMatchObject({ outcome: "fault", what: expect.stringContaining("421") });
  });

  test("finds a proxy that lets visitors pretend to be others", async () => {
    const lying = { "x-forwarded-for": "192.0.2.77" };
    const { of } = await broken({ forward: (headers) => ({ ...headers, ...lying }) });
    expect(of("proxy")).toMatchObject({ outcome: "fault", what: expect.stringContaining("anyone can pretend") });
  });

  test("finds a proxy that does not say who asks, or by what", async () => {
    const silent = await broken({ forward: ({ "x-forwarded-for": _, ...headers }) => headers });
    expect(silent.of("proxy")).toMatchObject({
      outcome: "warning",
      what: expect.stringContaining("all visitors are one"),
    });
    const vague = await broken({ forward: (headers) => ({ ...headers, "x-forwarded-proto": "http" }) });
    expect(vague.of("proxy")).toMatchObject({ outcome: "warning", todo: expect.stringContaining("X-Forwarded-Proto") });
  });

  test("finds a proxy that is not believed", async () => {
    const { of } = await examined({ TRUSTED_PROXIES: "10.0.0.0/8" });
    expect(of("proxy")).toMatchObject({ outcome: "warning", todo: "Set TRUSTED_PROXIES=127.0.0.1/32." });
  });

  test("finds another program that answers for our names", async () => {
    const other = {
      subject: `acct:la_pomme@${new URL(proxy.origin).host}`,
      links: [{ rel: "self", type: "application/activity+json", href: "https://other.example/users/la_pomme" }],
    };
    proxy.break({
      answer: (request, response) =>
        request.url?.startsWith("/.well-known/webfinger") === true && Boolean(response.end(JSON.stringify(other))),
    });
    const wrong = await doctor();
    expect(wrong.code).toBe(1);
    expect(wrong.of("webfinger")).toMatchObject({
      outcome: "fault",
      what: expect.stringContaining("led to https://other.example/users/la_pomme"),
    });
    const missing = await broken({
      answer: (request, response) =>
        request.url?.startsWith("/.well-known/") === true && Boolean(response.writeHead(404).end("not here")),
    });
    expect(missing.of("webfinger")).toMatchObject({ outcome: "fault", todo: expect.stringContaining("/.well-known/") });
  });

  test("finds a proxy that shows other servers the page for people", async () => {
    const { of } = await broken({ forward: (headers) => ({ ...headers, accept: "text/html" }) });
    expect(of("actor")).toMatchObject({ outcome: "fault", todo: expect.stringContaining("Accept") });
  });

  test("finds a proxy that keeps other servers' messages away", async () => {
    const { of } = await broken({
      answer: (request, response) =>
        request.method === "POST" && Boolean(response.writeHead(403).end("<h1>Forbidden</h1>")),
    });
    expect(of("inbox")).toMatchObject({ outcome: "fault", what: expect.stringContaining("403") });
  });

  test("finds that another instance, or one with another secret, answers at ORIGIN, and that the keys stay shut", async () => {
    const file = join(folder, "other-secret");
    await writeFile(file, Buffer.alloc(32, 7).toString("base64url"), { mode: 0o600 });
    const { code, of } = await doctor({ SECRET_FILE: file });
    expect(code).toBe(1);
    expect(of("keys")).toMatchObject({ outcome: "fault", todo: expect.stringContaining("SECRET_FILE") });
    expect(of("proxy")).toMatchObject({ outcome: "fault", what: expect.stringContaining("another secret") });
  });

  test("finds a secret that others can read, and one that is missing", async () => {
    await chmod(join(folder, "secret"), 0o644);
    const open = await doctor();
    expect(open.code).toBe(1);
    expect(open.of("secret")).toMatchObject({ outcome: "fault", todo: `chmod 600 ${join(folder, "secret")}` });
    await chmod(join(folder, "secret"), 0o600);
    const missing = join(folder, "nowhere", "secret");
    expect((await examined({ SECRET_FILE: missing })).of("secret")).toMatchObject({ outcome: "fault" });
    expect((await examined({ SECRET_FILE: missing })).of("secret")?.what).toContain("There is no secret"); // it makes none
  });

  test("finds settings that cannot be read, and an ORIGIN that nobody else can reach", async () => {
    const wrong = await doctor({ PORT: "a lot" });
    expect(wrong.code).toBe(1);
    expect(wrong.of("settings")).toMatchObject({ outcome: "fault", what: "PORT must be a number." });
    const local = await examined({ ORIGIN: "http://localhost:8080", BIND: "0.0.0.0" });
    expect(local.of("origin")).toMatchObject({ outcome: "fault", todo: expect.stringContaining("https") });
  });

  test("finds that PostgreSQL is not there, and goes on with the rest", async () => {
    const { code, of } = await doctor({ DATABASE_URL: "postgres://nobody@127.0.0.1:1/nothing" });
    expect(code).toBe(1);
    expect(of("database")).toMatchObject({ outcome: "fault", what: expect.stringContaining("does not answer") });
    expect(of("certificate")).toMatchObject({ outcome: "ok" });
  });

  test("finds that nothing has been started yet, and makes neither a secret nor a database", async () => {
    const empty = await mkdtemp(join(tmpdir(), "essaim-test-files-"));
    const { of } = await examined({ DATABASE_URL: "", DATA_DIR: empty });
    expect(of("database")).toMatchObject({ outcome: "fault", todo: expect.stringContaining("Start Essaim") });
    expect(of("secret")).toMatchObject({ outcome: "fault" });
    expect(await readdir(empty)).toEqual([]);
    await rm(empty, { recursive: true });
  });

  test("finds that the database lacks a migration, and brings nothing up to date itself", async () => {
    const { rows } = await db.query("delete from kysely_migration where name like '0008%' returning *");
    const { of } = await examined();
    expect(of("migrations")).toMatchObject({ outcome: "warning", what: expect.stringContaining("0008") });
    expect((await examined()).of("migrations")).toMatchObject({ outcome: "warning" });
    await db.query("insert into kysely_migration select * from json_populate_recordset(null::kysely_migration, $1)", [
      JSON.stringify(rows),
    ]);
    expect((await examined()).of("migrations")).toMatchObject({ outcome: "ok" });
  });

  test("finds jobs that nobody takes, and jobs that failed for good", async () => {
    await db.query("select graphile_worker.add_job('unheard-of', run_at => now() - interval '40 minutes')");
    const late = await doctor();
    expect(late.code).toBe(1);
    expect(late.of("queue")).toMatchObject({ outcome: "fault", what: expect.stringContaining("40 min") });
    await db.query("update graphile_worker._private_jobs set attempts = max_attempts");
    expect((await examined()).of("queue")).toMatchObject({ outcome: "warning", what: "One job has failed for good." });
    await db.query("delete from graphile_worker._private_jobs where attempts = max_attempts");
  });

  test("finds deliveries that were given up", async () => {
    await db.query(`
      with sent as (insert into outgoing (id, actor, type, body, public)
        select gen_random_uuid(), id, 'Create', '{}', true from hosts returning id)
      insert into deliveries (outgoing, inbox, origin, state)
      select id, 'https://away.example/inbox', 'https://away.example', 'failed' from sent`);
    const { of } = await examined();
    expect(of("deliveries")).toMatchObject({ outcome: "warning", todo: expect.stringContaining("essaim queue") });
    await db.query("delete from deliveries");
  });

  test("finds a clock that is wrong, by the server at ORIGIN and by those that we deliver to", async () => {
    const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000).toUTCString();
    const far = await broken({ back: (headers) => ({ ...headers, date: ago(600) }) });
    expect(far.of("clock")).toMatchObject({ outcome: "fault", what: expect.stringMatching(/(599|600|601) s ahead/) });
    proxy.break({});

    const peer = createServer((_, response) => response.writeHead(404, { date: ago(90) }).end());
    const inbox = `${await listen(peer)}/inbox`;
    await db.query("insert into remote_actors (id, type, inbox) values ('https://b.example/u', 'Person', $1)", [inbox]);
    await db.query(
      `insert into followers (actor, follower, follow, inbox, accepted)
       select id, 'https://b.example/u', 'https://b.example/f', $1, true from hosts`,
      [inbox],
    );
    const near = await examined();
    expect(near.of("clock")).toMatchObject({ outcome: "warning", what: expect.stringMatching(/(89|90|91) s ahead/) });
    await db.query("delete from followers");
    peer.close();
  });

  test("finds mail that does not leave, and sends a letter to try", async () => {
    await using mail = await startMailServer();
    const set = { SMTP_URL: mail.url.replace("//", "//ada:secret@"), MAIL_FROM: "essaim@pomme.example" };
    const well = await doctor(set, "--mail-to", "ada@example.org");
    expect(well.of("mail")).toMatchObject({ outcome: "ok" });
    expect(well.of("letter")).toMatchObject({ outcome: "ok" });
    expect(mail.posted.map(({ to }) => to)).toEqual([["ada@example.org"]]);
    mail.answer({ AUTH: "535 no" });
    expect((await examined(set)).of("mail")).toMatchObject({
      outcome: "fault",
      what: expect.stringContaining("password"),
    });
    const stopped = await examined({ ...set, SMTP_URL: `smtp://127.0.0.1:${await ownPort()}` });
    expect(stopped.of("mail")).toMatchObject({ outcome: "fault", what: expect.stringContaining("ESOCKET") });
    const { of } = await doctor({ SMTP_URL: mail.url }, "--mail-to", "ada@example.org");
    expect(of("mail")).toMatchObject({ outcome: "fault", what: expect.stringContaining("MAIL_FROM is not set") });
    expect(of("letter")).toMatchObject({ outcome: "fault" });
    expect(await essaim(["doctor", "--mail-to", "nobody"], settings)).toMatchObject({ code: 2, stdout: "" });
  });

  test("finds that nobody does the background work", async () => {
    await server.end("SIGTERM");
    const { code, of } = await doctor();
    expect(code).toBe(1);
    expect(of("queue")).toMatchObject({ outcome: "fault", todo: expect.stringContaining("ROLE=worker") });
  });
});

async function listen(peer: HttpServer): Promise<string> {
  await new Promise<void>((resolve) => peer.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(peer.address() as AddressInfo).port}`;
}
