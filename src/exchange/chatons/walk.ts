import type { Database } from "../../foundation/database.ts";
import type { Outbound } from "../../foundation/outbound.ts";
import { done, type Outcome, refused } from "../../foundation/outcome.ts";
import { findHost } from "../../hosts/queries.ts";
import { findServiceById } from "../../services/queries.ts";
import { type Asked, ask, type NoFile, type Silences } from "./ask.ts";
import { type ChatonsReport, type FileRefusal, limits } from "./chatons.ts";
import { readChatonsFile } from "./file.ts";
import { findRemembered, remember, rememberRefusal } from "./memory.ts";
import { tellOf } from "./report.ts";
import { type Taken, takeFile } from "./take.ts";

/** What an import works with. */
export interface ChatonsImport {
  readonly db: Database;
  readonly outbound: Outbound;
  /** This site's. */
  readonly origin: string;
  now(): Date;
  /** Told before each file, with how many were looked at and how many are known of. */
  step(file: string, looked: number, known: number): void;
}

/** Where an import begins: an address, or a file on disk with its bytes. */
export interface Root {
  readonly name: string;
  readonly address: string | null;
  readonly bytes: Uint8Array | null;
}

/**
 * Takes in a host's file and those that it names, one by one: each is kept as soon as it is read, so that an import that
 * was interrupted goes on where it stopped. Files that have not changed since are not read again.
 */
export async function importChatons(deps: ChatonsImport, root: Root): Promise<Outcome<ChatonsReport, "not-set-up">> {
  if ((await findHost(deps.db)) === null) return refused("not-set-up");
  const walk: Walk = { stops: [], seen: new Set(), silences: new Map(), gathered: tellOf() };
  plan(walk, { ...root, file: root.address ?? root.name, level: 0, parent: null });
  for (let looked = 0; looked < walk.stops.length; looked += 1) {
    const stop = walk.stops[looked] as Stop;
    deps.step(stop.file, looked, walk.stops.length);
    await visit(deps, walk, stop);
  }
  const host = await findHost(deps.db);
  return done({ host: host?.profile.name ?? "", ...walk.gathered.told() });
}

/** One file to look at. */
interface Stop extends Root {
  /** What it is called in the report. */
  readonly file: string;
  readonly level: number;
  /** The id of the service that names it. */
  readonly parent: string | null;
}

interface Walk {
  /** All that were planned, those before the present one included. */
  readonly stops: Stop[];
  /** Every address that was asked, or answered. */
  readonly seen: Set<string>;
  readonly silences: Silences;
  readonly gathered: ReturnType<typeof tellOf>;
}

async function visit(deps: ChatonsImport, walk: Walk, stop: Stop): Promise<void> {
  const got = await get(deps, walk, stop);
  if (!got.done) {
    walk.gathered.refuse(stop.file, got.reason);
    if (stop.address !== null) await forget(deps, stop.address, got.reason.reason);
    return;
  }
  if (isAnother(walk, stop, got.value.url)) return walk.gathered.refuse(stop.file, because("already-read"));
  if (got.value.news) return await takeNews(deps, walk, stop, got.value);
  const { known } = got.value;
  const service = known.service === null ? null : await findServiceById(deps.db, known.service);
  const unchanged: Taken = { how: "unchanged", misread: known.misread, service, draft: null };
  walk.gathered.take(stop.file, known.what, unchanged);
  follow(walk, stop, known.subs, got.value.url, known.service);
}

async function get(deps: ChatonsImport, walk: Walk, stop: Stop): Promise<Outcome<Asked, NoFile>> {
  const { address, bytes, name } = stop;
  if (address === null)
    return done({ news: true, url: name, bytes: bytes ?? new Uint8Array(), etag: null, digest: "" });
  return await ask(deps.outbound, address, await findRemembered(deps.db, address), walk.silences);
}

// A redirect may lead to what was read already.
function isAnother(walk: Walk, { address }: Stop, url: string): boolean {
  if (address === null || url === address) return false;
  if (walk.seen.has(url)) return true;
  walk.seen.add(url);
  return false;
}

async function takeNews(deps: ChatonsImport, walk: Walk, stop: Stop, asked: Asked & { news: true }): Promise<void> {
  const file = readChatonsFile(asked.bytes);
  const reason = file.done ? reasonAgainst(file.value.what, file.value.subs.length, stop) : file.reason;
  if (!file.done || reason !== null) return await refuse(deps, walk, stop, reason ?? "not-this-format");
  const { what } = file.value;
  const subs = file.value.subs.map(({ value }) => value);
  const now = deps.now();
  const taken = await deps.db.transaction().execute(async (tx) => {
    const outcome = await takeFile(tx, file.value, { ...stop, site: deps.origin, now });
    if (!outcome.done || stop.address === null) return outcome;
    const { misread, service } = outcome.value;
    const memory = { what, subs, misread, service: service?.id ?? null, etag: asked.etag, digest: asked.digest };
    await remember(tx, stop.address, memory, now);
    return outcome;
  });
  if (!taken.done) return await refuse(deps, walk, stop, taken.reason);
  walk.gathered.take(stop.file, what, taken.value);
  follow(walk, stop, subs, stop.address === null ? file.value.url : asked.url, taken.value.service?.id ?? null);
}

/** Why a file that could be read is not taken from where it stands. */
function reasonAgainst(
  what: "organization" | "service" | "metrics",
  subs: number,
  { level }: Stop,
): FileRefusal | null {
  if (what === "organization" && level > 0) return "another-organization";
  return subs > limits.subs ? "names-too-many" : null;
}

async function refuse(deps: ChatonsImport, walk: Walk, { file, address }: Stop, reason: FileRefusal): Promise<void> {
  walk.gathered.refuse(file, because(reason));
  if (address !== null) await forget(deps, address, reason);
}

async function forget({ db, now }: ChatonsImport, address: string, reason: FileRefusal): Promise<void> {
  await db.transaction().execute((tx) => rememberRefusal(tx, address, reason, now()));
}

/** Plans the files that a file names, as far as the limits allow; says of each other why not. */
function follow(walk: Walk, from: Stop, subs: readonly string[], base: string | null, service: string | null): void {
  for (const said of subs) {
    const url = addressOf(said, base);
    const reason = url === null ? "not-an-address" : refusalToPlan(walk, from, url.href);
    const file = url?.href ?? said.slice(0, 200);
    if (url === null || reason !== null) walk.gathered.refuse(file, because(reason ?? "not-an-address"));
    else
      plan(walk, { name: nameOf(url), address: url.href, bytes: null, file, level: from.level + 1, parent: service });
  }
}

/** Where a file that is named stands, without what would only be a place in it; null where it is not on the web. */
function addressOf(said: string, base: string | null): URL | null {
  if (!URL.canParse(said, base ?? undefined)) return null;
  const url = new URL(said, base ?? undefined);
  url.hash = "";
  return /^https?:$/.test(url.protocol) ? url : null;
}

function refusalToPlan(walk: Walk, { level }: Stop, address: string): FileRefusal | null {
  if (walk.seen.has(address)) return "already-read";
  if (level >= limits.levels) return "too-deep";
  return walk.stops.length >= limits.files ? "too-many-files" : null;
}

function plan(walk: Walk, stop: Stop): void {
  walk.stops.push(stop);
  if (stop.address !== null) walk.seen.add(stop.address);
}

const because = (reason: FileRefusal): NoFile => ({ reason, detail: null });

/** The last part of an address. */
function nameOf({ pathname }: URL): string {
  return pathname.slice(pathname.lastIndexOf("/") + 1);
}
