import { randomBytes } from "node:crypto";
import { createToken } from "../../src/accounts/tokens.ts";
import { makeSetupLink } from "../../src/commands/setup-link.ts";
import { type Config, readConfig } from "../../src/foundation/config.ts";
import { secretOf } from "../../src/foundation/secret.ts";
import { setUp } from "../../src/hosts/changes.ts";
import { buildSite, type Site } from "../../src/site.ts";
import { freshDatabase } from "./database.ts";
import { ownPort } from "./own-port.ts";

export interface TestSite extends AsyncDisposable {
  readonly origin: string;
  readonly db: Site["db"];
  readonly site: Site;
  /** May do everything through the JSON API. */
  readonly token: string;
  /** Calls the JSON API as the administrator. */
  api(method: string, path: string, body?: unknown): Promise<Response>;
  /** Stops, lets something happen meanwhile, and starts again where it was; its database lives as long as the first one. */
  sleep(meanwhile: () => Promise<void>): Promise<TestSite>;
}

/** A whole site of its own, set up for a host: its port, its database, its worker. `await using` stops it. */
export async function startSite({
  name = "La Pomme",
  handle = "la_pomme",
  settings = {},
}: {
  name?: string;
  handle?: string;
  settings?: Record<string, string>;
} = {}): Promise<TestSite> {
  const opened = await openSite(settings);
  const { origin, site, secret } = opened;
  const token = await site.db.transaction().execute(async (tx) => {
    const host = await setUp(tx, { name, handle, territory: "dep:69", now: new Date() });
    if (!host.done) throw new Error(host.reason);
    return (await createToken(tx, secret, { scope: "admin", label: "tests", now: new Date() })).token;
  });
  return testSite({ origin, token, site, build: opened.build, close: opened.close });
}

interface Parts extends Pick<TestSite, "origin" | "token" | "site"> {
  build(): Promise<Site>;
  close(): Promise<void>;
}

function testSite({ origin, token, site, build, close }: Parts): TestSite {
  return {
    origin,
    db: site.db,
    site,
    token,
    api: (method, path, body) =>
      fetch(`${origin}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    async sleep(meanwhile) {
      await site.stop();
      await meanwhile();
      const woken = await build();
      return testSite({ origin, token, site: woken, build, close: () => woken.stop() });
    },
    [Symbol.asyncDispose]: close,
  };
}

export interface BareSite extends AsyncDisposable {
  readonly origin: string;
  readonly db: Site["db"];
  /** What the first start prints. */
  readonly link: string;
}

/** A whole site that nobody has made theirs yet. */
export async function startBareSite(): Promise<BareSite> {
  const { origin, site, secret, close } = await openSite({});
  const link = await makeSetupLink(site.db, secret, origin, new Date());
  if (link === null) throw new Error("somebody hosts here already");
  return { origin, db: site.db, link, [Symbol.asyncDispose]: close };
}

async function openSite(settings: Record<string, string>) {
  const database = await freshDatabase();
  const port = await ownPort();
  const origin = `http://127.0.0.1:${port}`;
  const config = configOf({ PORT: String(port), ORIGIN: origin, ALLOWED_PRIVATE_RANGES: "127.0.0.0/8", ...settings });
  const secret = secretOf(randomBytes(32));
  const build = async () => {
    const built = await buildSite(config, { databaseUrl: database.url, secret });
    await built.start();
    return built;
  };
  const site = await build();
  const close = async () => {
    await site.stop();
    await database.drop();
  };
  return { origin, site, secret, build, close };
}

function configOf(settings: Record<string, string>): Config {
  const read = readConfig(settings);
  if (!read.done) throw new Error(read.reason.join(" "));
  return read.value;
}
