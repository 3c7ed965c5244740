import type pg from "pg";
import { type Transaction, withClient } from "../foundation/database.ts";
import { waitingJobs } from "../foundation/jobs.ts";
import { listAppliedMigrations } from "../foundation/migrate.ts";
import { backupVersion, endName, type Manifest, manifestName, type Piece, secretName } from "./backup.ts";
import { copyOut, quoted } from "./copies.ts";
import { listOwnTables } from "./own-tables.ts";
import { sealPieces } from "./pieces.ts";

/** What a backup is taken of. */
export interface TakenFrom {
  readonly url: string;
  readonly secret: Buffer;
  readonly origin: string;
  /** The version of Essaim. */
  readonly software: string;
  readonly now: Date;
  /** Told which table is being copied. */
  readonly progress: (what: string) => void;
}

/** Takes a backup in one snapshot, beside all that runs: `keep` gets it sealed, piece by piece. */
export async function takeBackup(
  from: TakenFrom,
  passphrase: string,
  keep: (content: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<Manifest> {
  let failure: unknown;
  const taken = withClient(from.url, async (tx, client) => {
    const manifest = await describe(tx, from);
    await keep(sealPieces(pieces(client, manifest, from), passphrase)).catch((error: unknown) => {
      failure = error;
      throw error;
    });
    return manifest;
  });
  // A full disk ends the COPY with its connection: the disk is what went wrong.
  return await taken.catch((error: unknown) => {
    throw failure ?? error;
  });
}

async function describe(tx: Transaction, { origin, software, now }: TakenFrom): Promise<Manifest> {
  return {
    ...{ format: "essaim-backup", version: backupVersion, origin, software, taken: now.toISOString() },
    ...{ migrations: [...(await listAppliedMigrations(tx))], tables: await listOwnTables(tx) },
  };
}

async function* pieces(client: pg.Client, manifest: Manifest, { secret, progress }: TakenFrom): AsyncGenerator<Piece> {
  yield { name: manifestName, bytes: Buffer.from(JSON.stringify(manifest, null, 2)) };
  yield { name: secretName, bytes: secret };
  for (const { name, columns } of manifest.tables) {
    progress(name);
    yield* copyOut(client, `select ${columns.map(quoted).join(", ")} from ${quoted(name)}`, `tables/${name}`);
  }
  progress("jobs");
  yield* copyOut(client, waitingJobs, "jobs");
  yield { name: endName, bytes: Buffer.from("essaim-backup\n") };
}
