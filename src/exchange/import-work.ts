import { isDeepStrictEqual } from "node:util";
import type { Task } from "graphile-worker";
import { z } from "zod";
import type { Database, Transaction } from "../foundation/database.ts";
import type { Outbound } from "../foundation/outbound.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { ChatonsReport } from "./chatons/chatons.ts";
import { answering } from "./chatons/gathered.ts";
import { importChatons } from "./chatons/walk.ts";
import type { ImportReport } from "./exchange.ts";
import { gatherMaterial, type Material, pack, unpackGiven, unpackMaterial } from "./import-material.ts";
import { type ImportProblem, Preview } from "./imports.ts";
import { readJsonFile } from "./json-file.ts";
import { importLibrehost } from "./librehost.ts";
import { importSample } from "./sample.ts";
import { differencesOf, putBack, takeSnapshot } from "./snapshot.ts";

/** What the job `import` works with. */
export interface ImportWork {
  readonly db: Database;
  readonly outbound: Outbound;
  /** This site's. */
  readonly origin: string;
  now(): Date;
}

const Payload = z.object({ import: z.guid() });

/** The job `import`: looks at what somebody gave and keeps what it would change; or takes in what was shown. Begun anew, it ends the same. */
export function importTask(work: ImportWork): Task {
  return async (payload) => {
    const { import: id } = Payload.parse(payload);
    const row = await work.db.selectFrom("imports").selectAll().where("id", "=", id).executeTakeFirst();
    if (row?.material == null) return;
    if (row.state === "looking") await look(work, { ...row, material: row.material });
    if (row.state === "taking") await take(work, { ...row, material: row.material });
  };
}

interface Row {
  readonly id: string;
  readonly host: string | null;
  readonly material: Uint8Array;
  readonly kept: readonly string[];
}

async function look(work: ImportWork, row: Row): Promise<void> {
  const step = async (file: string, looked: number, known: number) => {
    await work.db.updateTable("imports").set({ step: file, looked, known }).where("id", "=", row.id).execute();
  };
  const material = await gatherMaterial(work.outbound, await unpackGiven(row.material), step);
  const seen = material.done ? await preview(work, row, material.value) : material;
  const packed = material.done && seen.done ? await pack(material.value) : null;
  await work.db
    .updateTable("imports")
    .set({
      ...(seen.done
        ? { state: "seen", preview: JSON.stringify(seen.value) }
        : { state: "refused", problem: seen.reason }),
      ...{ material: packed, step: null, changed: work.now() },
    })
    .where("id", "=", row.id)
    .where("state", "=", "looking")
    .execute();
}

// The import itself, taken back: what is shown is what will happen.
class TakenBack extends Error {}

async function preview(work: ImportWork, row: Row, material: Material): Promise<Outcome<Preview, ImportProblem>> {
  let seen: Outcome<Preview, ImportProblem> = refused("nothing");
  try {
    await work.db.transaction().execute(async (tx) => {
      seen = await apply(work, tx, { ...row, kept: [] }, material);
      throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
  return seen;
}

async function take(work: ImportWork, row: Row & { readonly preview: unknown }): Promise<void> {
  const material = await unpackMaterial(row.material);
  const now = await preview(work, row, material);
  if (now.done && !isDeepStrictEqual(now.value, Preview.parse(row.preview)))
    return await showAgain(work, row.id, now.value);
  await work.db.transaction().execute(async (tx) => {
    const taken = await apply(work, tx, row, material);
    await tx
      .updateTable("imports")
      .set({
        ...(taken.done
          ? { state: "taken", preview: JSON.stringify(taken.value) }
          : { state: "refused", problem: taken.reason }),
        ...{ material: null, changed: work.now() },
      })
      .where("id", "=", row.id)
      .execute();
  });
}

/** A colleague has changed meanwhile what the import would change: it is shown anew. */
async function showAgain(work: ImportWork, id: string, seen: Preview): Promise<void> {
  await work.db
    .updateTable("imports")
    .set({ state: "seen", preview: JSON.stringify(seen), problem: "changed-meanwhile", changed: work.now() })
    .where("id", "=", id)
    .execute();
}

/** Takes in all of it but what is to stay; what that changed. */
async function apply(
  work: ImportWork,
  tx: Transaction,
  { host, kept }: Pick<Row, "host" | "kept">,
  material: Material,
): Promise<Outcome<Preview, ImportProblem>> {
  const before = await takeSnapshot(tx);
  const now = work.now();
  const told =
    material.format === "chatonsinfos"
      ? await takeChatons(work, tx, material)
      : await takeJson(tx, material, host, now);
  if (!told.done) return told;
  await putBack(tx, before, kept, now);
  const differences = [...differencesOf(before, await takeSnapshot(tx))];
  return done({ ...told.value, differences });
}

type Told = Outcome<Omit<Preview, "differences">, ImportProblem>;

async function takeChatons(
  { outbound, origin, now }: ImportWork,
  tx: Transaction,
  { name, address, file, gathered }: Material & { readonly format: "chatonsinfos" },
): Promise<Told> {
  const root = { name, address, bytes: file === null ? null : Buffer.from(file, "base64") };
  const deps = {
    ...{ reader: tx, outbound: { ...outbound, ...answering(gathered) }, origin, now, step() {} },
    transaction: <Result>(work: (tx: Transaction) => Promise<Result>) => work(tx),
  };
  const report = await importChatons(deps, root);
  return report.done ? toldOfChatons(report.value) : report;
}

function toldOfChatons({ host, taken, changed, unchanged, refused: files, notUnderstood }: ChatonsReport): Told {
  if (taken.length + changed.length + unchanged.length === 0) {
    const [first] = files;
    if (first === undefined || files.length === 1)
      return refused(first?.reason === "unreachable" ? "unreachable" : "not-this-format");
  }
  const misread = notUnderstood.map(({ file, line, key, reason }) => ({
    where: key === null ? file : `${file}, ${key}`,
    line,
    reason,
  }));
  return done({ host, unchanged: unchanged.length, refused: [...files], misread });
}

async function takeJson(
  tx: Transaction,
  { format, text }: Material & { readonly format: "librehost" | "hosts" },
  host: string | null,
  now: Date,
): Promise<Told> {
  const file = readJsonFile(text);
  if (!file.done) return file;
  const { document, lineOf } = file.value;
  if (format === "hosts" && host === null) return refused("host-missing");
  const report =
    format === "librehost"
      ? await importLibrehost(tx, document, { lineOf, now })
      : await importSample(tx, document, { host: host ?? "", publish: false, now, lineOf });
  return report.done ? done(toldOfJson(report.value)) : report;
}

function toldOfJson({ host, unchanged, notUnderstood }: ImportReport): Omit<Preview, "differences"> {
  const misread = notUnderstood.map(({ path, line, reason }) => ({ where: path, line, reason }));
  return { host, unchanged: unchanged.length, refused: [], misread };
}
