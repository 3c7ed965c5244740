import { z } from "zod";

/** The version of the form; it goes up when an older Essaim could no longer understand it. */
export const backupVersion = 1;

const name = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/, "the name of a table or column");

/** What a backup says of itself, before all else. */
export const Manifest = z.strictObject({
  format: z.literal("essaim-backup"),
  version: z.literal(backupVersion),
  origin: z.string(),
  /** The version of Essaim that wrote it. */
  software: z.string(),
  taken: z.iso.datetime(),
  /** The migrations that the database had, in order. */
  migrations: z
    .array(z.string().regex(/^\d{4}-[a-z0-9-]{1,100}$/))
    .min(1)
    .max(10_000),
  /** Each after those it refers to. */
  tables: z.array(z.strictObject({ name, columns: z.array(name).min(1).max(500) })).max(1_000),
});
export type Manifest = z.infer<typeof Manifest>;

/** A piece of a backup: the manifest, the secret, or a part of what COPY says of a table or of the jobs. */
export interface Piece {
  readonly name: string;
  readonly bytes: Buffer;
}

export const manifestName = "manifest.json";
export const secretName = "secret";
/** The last piece: what has none was cut off. */
export const endName = "end";
export const partName = (folder: string, number: number): string => `${folder}/${String(number).padStart(6, "0")}`;

/** Parts are cut here; nothing longer is ever in memory. */
export const partSize = 1024 * 1024;

export type BackupRefusal =
  | "cannot-be-opened"
  | "damaged"
  | "not-a-backup"
  | "newer-backup"
  | "newer-schema"
  | "other-schema"
  | "not-empty"
  | "server-running"
  | "other-secret";
