import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { type Database, openDatabase, openPool } from "../../src/foundation/database.ts";
import { projectPath } from "../../src/foundation/project-path.ts";
import { passTime } from "./delivery-site.ts";
import { eventually } from "./eventually.ts";
import type { FakeMastodon } from "./fake-mastodon.ts";
import { ownPort } from "./own-port.ts";
import { type Ended, essaim, type Settings, startServer } from "./processes.ts";

/** Settings of an instance on loopback, on a free port. */
export async function settingsFor(
  dataDir: string,
  databaseUrl: string,
): Promise<Settings & { readonly ORIGIN: string }> {
  const PORT = String(await ownPort());
  const ORIGIN = `http://127.0.0.1:${PORT}`;
  const rest = { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, ALLOWED_PRIVATE_RANGES: "127.0.0.0/8", LANGUAGE: "en" };
  return { PORT, ORIGIN, ...rest };
}

/** Runs a command that has to succeed; what it printed. */
export async function succeed(settings: Settings, ...args: readonly string[]): Promise<string> {
  const ended: Ended = await essaim(args, settings);
  if (ended.code !== 0) throw new Error(`essaim ${args.join(" ")}: ${ended.stderr}`);
  return ended.stdout;
}

export async function onDatabase<Value>(url: string, act: (db: Database) => Promise<Value>): Promise<Value> {
  const db = openDatabase(openPool(url, 1, () => {}));
  return await act(db).finally(() => db.destroy());
}

/** Lets an instance live: it is set up, shows a logo, publishes, is followed and written to, says things, withdraws an offer; then its server ends. */
export async function liveAWhile(
  settings: Settings & { readonly ORIGIN: string },
  folder: string,
  mastodon: FakeMastodon,
): Promise<Readonly<Record<string, string>>> {
  const password = join(folder, "password");
  await writeFile(password, "un bocal de cornichons bleus\n");
  const who = ["--admin-email", "ada@example.org", "--admin-password-file", password];
  await succeed(settings, "setup", "--name", "La Pomme", "--handle", "la_pomme", ...who, "--territory", "dep:69");
  await succeed(settings, "import", projectPath("src/demo.json"), "--host", "la-pomme", "--publish");
  const logo = sharp({ create: { width: 200, height: 120, channels: 3, background: "#226644" } });
  await logo.png().toFile(join(folder, "logo.png"));
  await succeed(settings, "logo", "set", join(folder, "logo.png"));
  await using server = startServer(settings);
  await server.printed(/Essaim answers/);
  const host = String((await actorOf(settings.ORIGIN, "la_pomme")).id);
  await mastodon.follow(host);
  await mastodon.waitFor(({ type }) => type === "Accept");
  await mastodon.mention(host, "<p>Bonjour, il reste de la place ?</p>");
  await succeed(settings, "availability", "set", "fichiers-et-agendas", "limited", "--slots", "3");
  await succeed(settings, "offer", "withdraw", "compta-et-adherents");
  await onDatabase(settings["DATABASE_URL"] ?? "", (db) =>
    eventually(async () => {
      await passTime(db, "tell");
      const untold = await db.selectFrom("events").select("id").where("told", "is", null).execute();
      const messages = await db.selectFrom("messages").select("id").execute();
      return untold.length === 0 && messages.length > 0;
    }),
  );
  const documents = await documentsOf(settings);
  await server.end("SIGTERM");
  return documents;
}

async function actorOf(origin: string, name: string): Promise<Record<string, unknown>> {
  const response = await fetch(`${origin}/@${name}`, { headers: { accept: "application/activity+json" } });
  return (await response.json()) as Record<string, unknown>;
}

/** All that other servers can ask of an instance, by path: the status and the bytes. */
export async function documentsOf({
  ORIGIN,
  DATABASE_URL = "",
}: Settings & { readonly ORIGIN: string }): Promise<Readonly<Record<string, string>>> {
  const paths = await onDatabase(DATABASE_URL, pathsOf);
  const read = paths.map(async (path): Promise<[string, string]> => {
    const response = await fetch(ORIGIN + path, {
      headers: { accept: "application/activity+json" },
      redirect: "manual",
    });
    return [path, `${response.status} ${await response.text()}`];
  });
  return Object.fromEntries(await Promise.all(read));
}

const collections = ["outbox", "outbox?page=0", "followers", "following", "featured", "tags", "offers", "partners"];

async function pathsOf(db: Database): Promise<readonly string[]> {
  const handles = await db.selectFrom("handles").select(["id", "name", "kind"]).execute();
  const notes = await db.selectFrom("notes").select("id").execute();
  const outgoing = await db.selectFrom("outgoing").select("id").execute();
  const pictures = await db.selectFrom("pictures").select(["id", "format"]).execute();
  const offers = await db.selectFrom("offers").select(["id", "slug"]).execute();
  const actors = handles.map(({ id, kind }) => (kind === "instance" ? "/ap/instance" : `/ap/actors/${id}`));
  return [
    ...actors.flatMap((actor) => [actor, ...[...collections, "directory", "peers"].map((name) => `${actor}/${name}`)]),
    ...handles.flatMap(({ name }) => [`/@${name}`, `/.well-known/webfinger?resource=acct:${name}@127.0.0.1`]),
    ...notes.flatMap(({ id }) => [`/ap/notes/${id}`, `/ap/notes/${id}/replies`]),
    ...pictures.map(({ id, format }) => `/pictures/${id}.${format}`),
    ...outgoing.map(({ id }) => `/ap/activities/${id}`),
    ...offers.flatMap(({ id, slug }) => [`/ap/proposals/${id}`, `/offers/${slug}`, `/offers/${slug}/datasheet.json`]),
    ...["/librehost.json", "/nodeinfo/2.1", "/.well-known/nodeinfo", "/hosts/la_pomme/datasheet.json"],
  ];
}
