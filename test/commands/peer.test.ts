import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "../support/database.ts";
import { eventually } from "../support/eventually.ts";
import { ownPort } from "../support/own-port.ts";
import { type Ended, essaim, type Server, type Settings, startServer } from "../support/processes.ts";

interface Host extends AsyncDisposable {
  readonly origin: string;
  readonly settings: Settings;
}

let folder = "";
let one: Host;
let other: Host;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "essaim-test-files-"));
  await writeFile(join(folder, "password"), "un bocal de cornichons bleus\n");
  [one, other] = await Promise.all([startHost("la_pomme"), startHost("le_rucher")]);
});
afterAll(async () => {
  await one?.[Symbol.asyncDispose]();
  await other?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

/** A host in processes of its own, as an operator runs it. */
async function startHost(handle: string): Promise<Host> {
  const database = await freshDatabase();
  const port = await ownPort();
  const origin = `http://127.0.0.1:${port}`;
  const settings = {
    ...{ DATABASE_URL: database.url, DATA_DIR: join(folder, handle), PORT: String(port), ORIGIN: origin },
    ...{ ALLOWED_PRIVATE_RANGES: "127.0.0.0/8", LANGUAGE: "en" },
  };
  const who = ["--admin-email", "ada@example.org", "--admin-password-file", join(folder, "password")];
  json(await essaim(["setup", "--name", handle, "--handle", handle, ...who, "--json"], settings));
  const server: Server = startServer(settings);
  await server.printed(/answers on/);
  return {
    origin,
    settings,
    async [Symbol.asyncDispose]() {
      await server.end("SIGTERM");
      await database.drop();
    },
  };
}

const peer = (host: Host, ...args: string[]) => essaim(["peer", ...args], host.settings);

function untilListed(host: Host, expected: object) {
  return eventually(async () => {
    const { items } = json(await peer(host, "list", "--json"));
    return items.find((item: object) =>
      Object.entries(expected).every(([key, value]) => Reflect.get(item, key) === value),
    );
  });
}

describe("essaim peer", () => {
  test("asks, shows and approves", async () => {
    expect(await peer(one, "list")).toMatchObject({ code: 0, stdout: "There is no other instance yet.\n" });
    const asked = json(await peer(one, "follow", other.origin, "--json"));
    expect(asked).toMatchObject({ origin: other.origin, direction: "outgoing", state: "requested", trust: 2 });
    const waiting = await untilListed(other, { origin: one.origin, state: "pending" });
    const approved = json(await peer(other, "approve", waiting.id, "--json"));
    expect(approved).toMatchObject({ id: waiting.id, state: "approved", trust: 4 });
    await untilListed(one, { origin: other.origin, direction: "mutual", state: "approved" });
    expect((await peer(one, "list")).stdout).toMatch(/\tin touch\twe follow each other\t/);
  });

  test("blocks, rejects and unblocks, by address as by id", async () => {
    const domain = new URL(one.origin).host;
    const blocked = json(await peer(other, "block", one.origin, "--reason", "essai", "--json"));
    expect(blocked).toMatchObject({ domain, reason: "essai" });
    await untilListed(other, { origin: one.origin, state: "blocked", trust: 0 });
    expect(await peer(other, "approve", one.origin)).toMatchObject({ code: 1, stdout: "" });
    expect((await peer(other, "follow", one.origin)).stderr).toBe("This domain is blocked. Unblock it first.\n");
    expect((await peer(other, "unblock", domain)).stdout).toBe(`${domain}: unblocked\n`);
    expect(json(await peer(other, "reject", one.origin, "--json"))).toMatchObject({ state: "rejected" });
  });

  test("says what is wrong, and what to do", async () => {
    const refusals: [string[], RegExp][] = [
      [["follow", "http://127.0.0.1:1"], /does not answer/],
      [["follow", one.origin], /this very site/],
      [["follow", "not an address"], /Write it like https/],
      [["approve", "https://nobody.example"], /do not know.*peer list/],
      [["block", one.origin], /[Tt]his very site/],
      [["unblock", "nobody.example"], /not blocked/],
    ];
    for (const [args, sentence] of refusals) {
      const ended = await peer(one, ...args);
      expect({ args, ...ended }).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(sentence) });
    }
    expect((await peer(one, "approve")).code).toBe(2);
  });
});

function json(ended: Ended) {
  if (ended.code !== 0) throw new Error(ended.stderr);
  return JSON.parse(ended.stdout);
}
