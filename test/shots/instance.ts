import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { chmod, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPostgres, withDatabase } from "../../src/commands/instance.ts";
import demonstration from "../../src/demo.json" with { type: "json" };
import { readConfig } from "../../src/foundation/config.ts";
import { removeEmbedded } from "../../src/foundation/embedded-postgres.ts";
import { findFreePort } from "../../src/foundation/free-port.ts";
import { projectPath } from "../../src/foundation/project-path.ts";
import { eventually } from "../support/eventually.ts";
import { knowNeighbours } from "../support/neighbours.ts";

export interface Instance extends AsyncDisposable {
  readonly origin: string;
  readonly email: string;
  readonly password: string;
}

/** A built instance with the invented hosts of the demonstration in it, and somebody who may sign in. */
export async function openInstance(): Promise<Instance> {
  const data = await mkdtemp(join(tmpdir(), "essaim-shots-"));
  await chmod(data, 0o755);
  const [port, email, password] = [await findFreePort(), "ada@example.org", "un bocal de cornichons bleus"];
  const origin = `http://localhost:${port}`;
  const settings = { PORT: String(port), ORIGIN: origin, DATA_DIR: data, PATH: process.env["PATH"] ?? "", HOME: data };
  await writeFile(join(data, "password"), password);
  const run = (file: string, ...args: readonly string[]) =>
    spawn(process.execPath, [projectPath("dist", file), ...args], {
      env: settings,
      stdio: ["ignore", "pipe", "inherit"],
    });
  const command = async (...args: readonly string[]) => {
    const [code] = await once(run("essaim.js", ...args), "close");
    if (code !== 0) throw new Error(`essaim ${args.join(" ")} ended with ${code}`);
  };
  const who = ["--admin-email", email, "--admin-password-file", join(data, "password")];
  await command("setup", "--name", "La Pomme du voisin", "--handle", "la_pomme", ...who, "--territory", "dep:69");
  await command("import", projectPath("src/demo.json"), "--host", "la-pomme", "--publish");
  await meetNeighbours(settings);
  const server = run("main.js");
  await eventually(() => fetch(origin).then(({ ok }) => ok));
  return {
    ...{ origin, email, password },
    async [Symbol.asyncDispose]() {
      server.kill("SIGTERM");
      await once(server, "close");
      await removeEmbedded(data);
    },
  };
}

/** Others of the demonstration are in its directory: one that it is in touch with, one for which nobody vouches. */
async function meetNeighbours(settings: Record<string, string>): Promise<void> {
  const config = readConfig(settings);
  if (!config.done) throw new Error(config.reason.join(" "));
  const { databaseUrl, close } = await openPostgres(config.value);
  const neighbours = [{ id: "le-rucher" }, { id: "la-loutre", trust: 2 as const }];
  await withDatabase(databaseUrl, async (db) => {
    for (const { origin, profile } of (await knowNeighbours(db, neighbours, new Date(), demonstration)).slice(0, 1))
      await db
        .insertInto("peers")
        .values({
          ...{ id: randomUUID(), origin, actor: `${origin}/ap/instance`, name: profile.name },
          ...{ ours: "approved", theirs: "approved", seen: new Date() },
        })
        .execute();
  });
  await close();
}
