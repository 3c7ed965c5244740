import { chmod, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { bundle } from "../../src/bundle.mjs";
import { openDatabase, openPool } from "../../src/foundation/database.ts";
import { openEmbedded, removeEmbedded } from "../../src/foundation/embedded-postgres.ts";
import { migrate } from "../../src/foundation/migrate.ts";
import { projectPath } from "../../src/foundation/project-path.ts";
import { onServer, urlOf } from "./server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The cluster of this run; its database `template` is migrated. */
    clusterUrl: string;
    /** The folder of the programs, built from the sources as they are now: they start in a third of the time. */
    built: string;
  }
}

/** One PostgreSQL for the whole run, in a folder of its own, so that several runs go side by side. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep();
  const folder = await mkdtemp(join(tmpdir(), prefix));
  await chmod(folder, 0o755);
  const settings = {
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    max_connections: "300",
    shared_buffers: "64MB",
  };
  const cluster = await openEmbedded(folder, { settings });
  await makeTemplate(cluster.url);
  project.provide("clusterUrl", cluster.url);
  const built = projectPath("node_modules", ".cache", `essaim-test-build-${process.pid}`);
  await bundle(built);
  project.provide("built", built);
  return async () => {
    await rm(built, { recursive: true, force: true });
    await cluster.stop();
    await removeEmbedded(folder);
  };
}

const prefix = "essaim-test-";

/** Ends and removes what runs that were killed have left. */
async function sweep(): Promise<void> {
  const left = (await readdir(tmpdir())).filter((name) => name.startsWith(prefix)).map((name) => join(tmpdir(), name));
  for (const folder of left) {
    const found = await stat(folder).catch(() => null);
    if (found && Date.now() - found.mtimeMs > 600_000) await removeEmbedded(folder);
  }
}

async function makeTemplate(clusterUrl: string): Promise<void> {
  await onServer(clusterUrl, "create database template");
  const pool = openPool(urlOf(clusterUrl, "template"), 2, () => {});
  const db = openDatabase(pool);
  await migrate(db, pool);
  await db.destroy();
}
