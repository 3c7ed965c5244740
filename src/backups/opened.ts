import { jsonOf } from "../foundation/json.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import {
  type BackupRefusal,
  backupVersion,
  endName,
  Manifest,
  manifestName,
  type Piece,
  partName,
  secretName,
} from "./backup.ts";
import { Damaged, openPieces, Unopened } from "./pieces.ts";

/** A backup whose first pieces are read; its tables follow in the manifest's order. */
export interface OpenBackup {
  readonly manifest: Manifest;
  readonly secret: Buffer;
  /** The parts of a table or of the jobs, which come next. */
  parts(folder: string): AsyncGenerator<Buffer>;
  /** Throws `Damaged` unless nothing but the end is left. */
  end(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a backup as far as is needed to know what it is. */
export async function openBackup(file: string, passphrase: string): Promise<Outcome<OpenBackup, BackupRefusal>> {
  const pieces = openPieces(file, passphrase);
  const outcome = await begin(pieces).catch((error: unknown) => {
    if (error instanceof Unopened) return refused("cannot-be-opened" as const);
    if (error instanceof Damaged) return refused("damaged" as const);
    throw error;
  });
  if (!outcome.done) await pieces.return(undefined);
  return outcome;
}

async function begin(pieces: AsyncGenerator<Piece>): Promise<Outcome<OpenBackup, BackupRefusal>> {
  const [manifest, secret] = [await take(pieces, manifestName), await take(pieces, secretName)];
  const said = manifest && jsonOf(manifest.toString());
  if (typeof said === "object" && said !== null && isNewer(said)) return refused("newer-backup");
  const read = Manifest.safeParse(said);
  if (!read.success || secret?.length !== 32) return refused("not-a-backup");
  return done({ manifest: read.data, secret, ...reader(pieces) });
}

const isNewer = (said: object): boolean =>
  "version" in said && typeof said.version === "number" && said.version > backupVersion;

async function take(pieces: AsyncGenerator<Piece>, name: string): Promise<Buffer | null> {
  const { value } = await pieces.next();
  return value?.name === name ? value.bytes : null;
}

function reader(pieces: AsyncGenerator<Piece>): Omit<OpenBackup, "manifest" | "secret"> {
  let next: Piece | null | undefined;
  const peek = async (): Promise<Piece | null> => {
    if (next === undefined) next = (await pieces.next()).value ?? null;
    return next ?? null;
  };
  return {
    async *parts(folder) {
      for (let number = 1; (await peek())?.name === partName(folder, number); number += 1) {
        yield next?.bytes ?? Buffer.alloc(0);
        next = undefined;
      }
    },
    async end() {
      const last = await peek();
      if (last?.name !== endName)
        throw new Damaged(`${JSON.stringify(last?.name ?? "nothing")} stands where the end should be`);
      next = undefined;
      if ((await peek()) !== null) throw new Damaged("something stands after its end");
    },
    close: async () => void (await pieces.return(undefined)),
  };
}
