import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wrap } from "../../src/commands/columns.ts";
import { checkCertificates } from "../../src/commands/doctor/certificate.ts";
import { checkClock, readDate } from "../../src/commands/doctor/clock.ts";
import { checkServer } from "../../src/commands/doctor/database.ts";
import { look } from "../../src/commands/doctor/look.ts";
import { checkBackups, checkDisk, checkNode } from "../../src/commands/doctor/machine.ts";
import { checkSender } from "../../src/commands/doctor/mail.ts";
import { checkName, checkOrigin, findNamed } from "../../src/commands/doctor/origin.ts";
import { checkDeliveries, checkQueue } from "../../src/commands/doctor/queue.ts";
import { showFindings } from "../../src/commands/doctor.ts";
import { isEcho, makeEchoToken, openEcho } from "../../src/foundation/echo.ts";
import { secretOf } from "../../src/foundation/secret.ts";

const GB = 2 ** 30;
const now = new Date("2026-11-25T12:00:00Z");
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);

describe("the doctor's rules", () => {
  test.each([
    [GB + 1, "ok"],
    [GB - 1, "warning"],
    [200 * 2 ** 20 - 1, "fault"],
    [0, "fault"],
  ])("of a disk with %d bytes free", async (bytes, outcome) => {
    expect(await checkDisk(tmpdir(), async () => bytes)).toMatchObject({ outcome });
  });

  test("the disk of a folder that is not there yet is that of the folder it will be in", async () => {
    const asked: string[] = [];
    await checkDisk(join(tmpdir(), "not", "yet"), async (folder) => asked.push(folder));
    expect(asked).toEqual([tmpdir()]);
  });

  test.each([
    [180_004, "UTF8", true, "ok"],
    [150_000, "UTF8", true, "ok"],
    [140_020, "UTF8", true, "fault"],
    [180_004, "SQL_ASCII", true, "fault"],
    [180_004, "UTF8", false, "warning"],
  ])("of PostgreSQL %d with %s (durable: %s)", (version, encoding, durable, outcome) => {
    expect(checkServer({ version, encoding, durable, bytes: 1, largest: "events" })).toMatchObject({ outcome });
  });

  test.each([
    ["24.7.0", "ok"],
    ["25.0.0", "ok"],
    ["24.6.9", "fault"],
    ["20.19.0", "fault"],
  ])("of Node %s", (version, outcome) => {
    expect(checkNode(version)).toMatchObject({ outcome });
  });

  test("of a certificate: two weeks are left to renew it", () => {
    const shown = (days: number) => [{ address: "203.0.113.5", expires: inDays(days), problem: null }];
    expect(checkCertificates("pomme.example", shown(15), now)).toMatchObject({ outcome: "ok" });
    expect(checkCertificates("pomme.example", shown(13), now)).toMatchObject({
      outcome: "warning",
      what: "The certificate expires in 13 days.",
    });
    const chain = [{ address: "203.0.113.5", expires: inDays(80), problem: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" }];
    expect(checkCertificates("pomme.example", chain, now).todo).toContain("fullchain.pem");
  });

  test("of several addresses: each must answer, unless this machine cannot go there", () => {
    const good = { address: "203.0.113.5", expires: inDays(80), problem: null };
    const six = (problem: string) => ({ address: "2001:db8::1", problem });
    expect(checkCertificates("pomme.example", [good, six("ENETUNREACH")], now)).toMatchObject({ outcome: "ok" });
    expect(checkCertificates("pomme.example", [good, six("ECONNREFUSED")], now)).toMatchObject({
      outcome: "warning",
      what: expect.stringContaining("2001:db8::1"),
    });
    expect(checkCertificates("pomme.example", [six("ECONNREFUSED")], now)).toMatchObject({ outcome: "fault" });
  });

  test.each([
    ["https://pomme.example", {}, "ok"],
    ["https://pomme.example:8443", {}, "warning"],
    ["http://pomme.example", {}, "fault"],
    ["http://localhost:8080", {}, "warning"],
    ["https://localhost", { bind: "0.0.0.0" }, "fault"],
    ["http://127.0.0.1:8080", { trustedProxies: ["10.0.0.1/32"] }, "fault"],
    ["http://[::1]:8080", {}, "warning"],
  ])("of ORIGIN %s %o", (origin, more, outcome) => {
    const usual = { bind: "127.0.0.1", trustedProxies: [], allowedPrivateRanges: [] };
    expect(checkOrigin({ ...usual, ...more, origin })).toMatchObject({ outcome });
  });

  test.each([
    [{ world: ["203.0.113.5", "2600::5"], here: [] }, [], "fault"], // 203.0.113.0/24 is for documents only
    [{ world: ["193.0.6.139", "2600::5"], here: ["127.0.1.1"] }, [], "ok"],
    [{ world: ["192.168.1.5"], here: ["192.168.1.5"] }, [], "fault"],
    [{ world: ["193.0.6.139", "192.168.1.5"], here: [] }, [], "fault"],
    [{ world: ["192.168.1.5"], here: [] }, ["192.168.0.0/16"], "ok"],
    [{ world: [], here: ["193.0.6.139"] }, [], "fault"],
    [{ world: [], here: ["127.0.0.1"] }, ["127.0.0.0/8"], "ok"],
    [{ world: null, here: ["193.0.6.139"] }, [], "ok"],
    [{ world: null, here: [] }, [], "fault"],
  ])("of a name that is at %o (own ranges: %o)", (named, ranges, outcome) => {
    expect(checkName("pomme.example", named, ranges)).toMatchObject({ outcome });
  });

  test("a name that only this machine knows is found here", async () => {
    expect((await findNamed("localhost")).here.length).toBeGreaterThan(0);
  });

  test("of clocks: one other server that is wrong makes nobody doubt ours, all of them do", () => {
    const peer = (seconds: number) => ({ whose: `peer ${seconds}`, milliseconds: seconds * 1_000 });
    const own = [{ whose: "the database", milliseconds: 12 }];
    expect(checkClock(own, [peer(0), peer(1), peer(900)])).toMatchObject({ outcome: "ok" });
    expect(checkClock(own, [peer(45), peer(44), peer(0)])).toMatchObject({ outcome: "warning" });
    expect(checkClock(own, [peer(-400)])).toMatchObject({
      outcome: "fault",
      what: expect.stringContaining("400 s ahead"),
    });
    expect(checkClock([peer(31)], [])).toMatchObject({
      outcome: "warning",
      what: expect.stringContaining("31 s behind"),
    });
    expect(checkClock([], [])).toMatchObject({ outcome: "ok" });
    expect(readDate("x", 0, "not a date", 0)).toBeNull();
  });

  test.each([
    [{ workers: 1, lateSeconds: null, dead: 0 }, "ok"],
    [{ workers: 2, lateSeconds: 119, dead: 0 }, "ok"],
    [{ workers: 1, lateSeconds: 120, dead: 0 }, "warning"],
    [{ workers: 1, lateSeconds: 600, dead: 0 }, "fault"],
    [{ workers: 0, lateSeconds: null, dead: 0 }, "fault"],
    [{ workers: 1, lateSeconds: null, dead: 3 }, "warning"],
  ])("of the queue %o", (work, outcome) => {
    expect(checkQueue({ ...work, failed: 0 })).toMatchObject({ outcome });
    expect(checkDeliveries({ ...work, failed: 0 })).toMatchObject({ outcome: "ok" });
  });

  test("of backups: none, an old one, and one of today", async () => {
    const folder = await mkdtemp(join(tmpdir(), "essaim-test-files-"));
    expect(await checkBackups(folder, new Date())).toMatchObject({ outcome: "warning" });
    await mkdir(join(folder, "backups"));
    const file = join(folder, "backups", "essaim.tar.age");
    await writeFile(file, "");
    expect(await checkBackups(folder, new Date())).toMatchObject({ outcome: "ok" });
    const before = new Date(Date.now() - 5 * 86_400_000);
    await utimes(file, before, before);
    expect(await checkBackups(folder, new Date())).toMatchObject({ what: expect.stringContaining("5 days old") });
    await rm(folder, { recursive: true });
  });

  test("of the sender's domain: unknown is a warning, a silent DNS is none", async () => {
    const fail = (code: string) => async () => Promise.reject(Object.assign(new Error(code), { code }));
    const ask = (mx: string, a: string) => ({ resolveMx: fail(mx), resolve4: fail(a) }) as never;
    expect(await checkSender("a@pomme.example", ask("ENOTFOUND", "ENODATA"))).toMatchObject({ outcome: "warning" });
    expect(await checkSender("a@pomme.example", ask("ETIMEOUT", "ENODATA"))).toMatchObject({ outcome: "ok" });
  });

  test("a check that fails is a finding of its own", async () => {
    const failing = await look("disk", () => Promise.reject(new Error("the disk is on fire")));
    expect(failing).toMatchObject([{ check: "disk", outcome: "fault", what: expect.stringContaining("on fire") }]);
  });
});

describe("an echo", () => {
  const secret = secretOf(Buffer.alloc(32, 1));
  const seen = { host: "pomme.example", from: "127.0.0.1", forwardedFor: null, forwardedProto: "https" };

  test("is given to who holds the secret, once, and for five minutes", () => {
    const echo = openEcho(secret);
    const token = makeEchoToken(secret, now);
    const heard = echo(token, seen, now);
    expect(heard?.seen).toEqual(seen);
    expect(heard && isEcho(secret, token, heard)).toBe(true);
    expect(echo(token, seen, now)).toBeNull();
    expect(echo(makeEchoToken(secret, now), seen, inDays(1))).toBeNull();
  });

  test("is given to nobody else, and cannot be altered on the way", () => {
    const [echo, other] = [openEcho(secret), secretOf(Buffer.alloc(32, 2))];
    const token = makeEchoToken(secret, now);
    for (const wrong of ["", "x", makeEchoToken(other, now), `${token}x`, token.replace(/^./, "z")])
      expect(echo(wrong, seen, now)).toBeNull();
    const heard = echo(token, seen, now);
    expect(heard && isEcho(secret, token, { ...heard, seen: { ...seen, host: "other.example" } })).toBe(false);
    expect(heard && isEcho(other, token, heard)).toBe(false);
  });
});

describe("what the doctor prints", () => {
  const findings = [
    { check: "disk", outcome: "ok", what: "78 GB are free.", todo: null },
    { check: "certificate", outcome: "fault", what: "It expired. ".repeat(12).trim(), todo: "Renew it." },
  ] as const;

  test("is readable on a terminal of 80 columns, by words as well as signs", () => {
    const lines = showFindings(findings, 80).split("\n");
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
    expect(lines[0]).toBe("✓ ok       disk          78 GB are free.");
    expect(lines[1]).toMatch(/^✗ fault {4}certificate {3}It expired\./);
    expect(lines.at(-1)).toBe(`${" ".repeat(25)}→ Renew it.`);
  });

  test("holds nothing that another server could tell the terminal to do", () => {
    const what = "Who looks for us is led to https://x.example/\u001b[2J\nok\tall\tis well";
    const hostile = [{ check: "webfinger", outcome: "fault", what, todo: null }] as const;
    for (const width of [null, 80]) {
      expect(showFindings(hostile, width)).not.toContain("\u001b");
      expect(showFindings(hostile, width)).not.toContain("\nok");
    }
  });

  test("is one line a finding in a pipe", () => {
    expect(showFindings(findings, null).split("\n")).toHaveLength(2);
  });

  test("loses no word when it is wrapped", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/)), fc.integer({ min: 12, max: 100 }), (words, width) => {
        const lines = wrap(words.join(" "), width);
        expect(lines.join(" ")).toBe(words.join(" "));
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
      }),
    );
  });
});
