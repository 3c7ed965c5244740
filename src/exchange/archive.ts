import { z } from "zod";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { sections } from "./archive-tables.ts";
import { pathText } from "./exchange.ts";
import { storable, tooDeep } from "./storable.ts";

/** The version of the form; it goes up when an older Essaim could no longer understand it. */
export const archiveVersion = 1;

const instant = z.iso.datetime({ offset: true });

const JobShape = z.strictObject({
  task: z.string().regex(/^[a-z0-9:_-]{1,128}$/i, "the name of a task"),
  payload: z.unknown(),
  queue: z.string().max(127).nullable(),
  runAt: instant,
  maxAttempts: z.int().min(1).max(32_767),
  key: z.string().max(512).nullable(),
  priority: z.int().min(-32_768).max(32_767),
});

const DataShape = z.strictObject(
  Object.fromEntries([...sections].map(([name, { columns }]) => [name, z.array(z.strictObject(columns)).default([])])),
);

/** An instance as one JSON document: what this reads is what `essaim export` writes. */
export const ArchiveShape = z
  .strictObject({
    format: z.literal("essaim"),
    version: z.literal(archiveVersion),
    /** The instance's public address: from it all ids are built. */
    origin: z.url({ protocol: /^https?$/, error: "an address like https://example.org" }),
    exported: instant,
    software: z.object({ name: z.string(), version: z.string() }),
    /** The rows of each table. */
    data: DataShape,
    /** What is still to be done. */
    jobs: z.array(JobShape).default([]),
    /** Private keys and passwords: armored age, under a passphrase. */
    sealed: z.string().nullable().default(null),
  })
  .meta({ title: "Essaim archive", description: "One instance of Essaim, to move or to keep." });

export type Archive = z.infer<typeof ArchiveShape>;

/** Why an archive is not taken in; what stands beside the reason says which, or where. */
export type ArchiveRefusal =
  | { readonly reason: "newer-version"; readonly version: number }
  | { readonly reason: "malformed"; readonly path: string; readonly problem: string }
  | { readonly reason: "other-origin"; readonly origin: string; readonly ours: string }
  | { readonly reason: "lived-on"; readonly since: string; readonly exported: string }
  | { readonly reason: "unstorable" | "too-deep" | "not-empty" | "server-running" };

/** Whether a document says that it is an archive, whole or not. */
export function isArchive(document: unknown): boolean {
  return Head.safeParse(document).success;
}

const Head = z.looseObject({ format: z.literal("essaim"), version: z.unknown() });

/** Reads an archive, all of it or nothing. */
export function readArchive(document: unknown): Outcome<Archive, ArchiveRefusal> {
  const version = z.looseObject({ version: z.int() }).safeParse(document).data?.version;
  if (version !== undefined && version > archiveVersion) return refused({ reason: "newer-version", version });
  if (tooDeep(document)) return refused({ reason: "too-deep" });
  if (!storable(document)) return refused({ reason: "unstorable" });
  const read = ArchiveShape.safeParse(document);
  return read.success ? done(read.data) : refused(malformed(read.error));
}

function malformed({ issues: [first] }: z.ZodError): ArchiveRefusal {
  const path = (first?.path ?? []).filter((step) => typeof step !== "symbol");
  return { reason: "malformed", path: pathText(path) || "the document", problem: first?.message ?? "not understood" };
}

/** The JSON Schema of an archive, made from what reads it. */
export function archiveSchema(): object {
  return z.toJSONSchema(ArchiveShape, { io: "input" });
}
