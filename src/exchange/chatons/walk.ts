import type { Reader, Transaction } from "../../foundation/database.ts";
import type { Outbound } from "../../foundation/outbound.ts";
import { done, type Outcome, refused } from "../../foundation/outcome.ts";
import { findHost } from "../../hosts/queries.ts";
import { findServiceById } from "../../services/queries.ts";
import { type Asked, ask, type NoFile, type Silences } from "./ask.ts";
import { type ChatonsReport, type FileRefusal, limits } from "./chatons.ts";
import { readChatonsFile } from "./file.ts";
import { findRemembered, type Remembered, remember, rememberRefusal, rememberUnchanged } from "./memory.ts";
import { tellOf } from "./report.ts";
import { takeFile } from "./take.ts";

/** What an import works with. */
export interface ChatonsImport {
  readonly reader: Reader;
  /** Each file is taken in by one of these. */
  transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>;
  readonly outbound: Pick<Outbound, "request">;
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
  if ((await findHost(deps.reader)) === null) return refused("not-set-up");
  const walk: Walk = { stops: [], seen: new Set(), silences: new Map(), gathered: tellOf() };
  plan(walk, { ...root, file: root.address ?? root.name, level: 0, parent: null });
  for (let looked = 0; looked < walk.stops.length; looked += 1) {
    const stop = walk.stops[looked] as Stop;
    deps.step(stop.file, looked, walk.stops.length);
    await visit(deps, walk, stop);
  }
  const host = await findHost(deps.reader);
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
  if (!got.done) return await refuse(deps, walk, stop, got.reason);
  if (isAnother(walk, stop, got.value.url)) return walk.gathered.refuse(stop.file, because("already-read"));
  if (got.value.news) await takeNews(deps, walk, stop, got.value);
  else await leave(deps, walk, stop, got.value);
}

async function get(deps: ChatonsImport, walk: Walk, stop: Stop): Promise<Outcome<Asked, NoFile>> {
  const { address, bytes, name } = stop;
  if (address === null)
    return done({ news: true, url: name, again: false, bytes: bytes ?? new Uint8Array(), etag: null, digest: "" });
  return await ask(deps.outbound, address, await findRemembered(deps.reader, address), walk.silences);
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
  if (!file.done) return await refuse(deps, walk, stop, because(file.reason));
  const { what, url } = file.value;
  const subs = file.value.subs.map(({ value }) => value);
  const reason = reasonAgainst(what, subs.length, stop);
  if (reason !== null) return await refuse(deps, walk, stop, because(reason));
  const now = deps.now();
  const taken = await deps.transaction(async (tx) => {
    const outcome = await takeFile(tx, file.value, { ...stop, site: deps.origin, now });
    if (!outcome.done || stop.address === null) return outcome;
    const { misread, service } = outcome.value;
    const memory = { what, subs, misread, service: service?.id ?? null, etag: asked.etag, digest: asked.digest };
    await remember(tx, stop.address, memory, now);
    return outcome;
  });
  if (!taken.done) return await refuse(deps, walk, stop, because(taken.reason));
  const { how, service } = taken.value;
  walk.gathered.take(stop.file, what, { ...taken.value, how: how === "taken" && asked.again ? "changed" : how });
  follow(walk, stop, subs, stop.address === null ? url : asked.url, service?.id ?? null);
}

/** What was taken before is left as it is; what was odd in it is told again, and what it names is looked at. */
async function leave(deps: ChatonsImport, walk: Walk, stop: Stop, asked: Asked & { news: false }): Promise<void> {
  const { what, subs, misread, service: id } = asked.known;
  const reason = reasonAgainst(what, subs.length, stop);
  if (reason !== null) return walk.gathered.refuse(stop.file, because(reason));
  const service = id === null ? null : await findServiceById(deps.reader, id);
  const { address } = stop;
  if (address !== null) await deps.transaction((tx) => rememberUnchanged(tx, address, deps.now()));
  walk.gathered.take(stop.file, what, { how: "unchanged", misread, service, draft: null });
  follow(walk, stop, subs, asked.url, id);
}

/** Why a file that could be read is not taken from where it stands. */
function reasonAgainst(what: Remembered["what"], subs: number, { level }: Stop): FileRefusal | null {
  if (what === "organization" && level > 0) return "another-organization";
  return subs > limits.subs ? "names-too-many" : null;
}

async function refuse(deps: ChatonsImport, walk: Walk, { file, address }: Stop, why: NoFile): Promise<void> {
  walk.gathered.refuse(file, why);
  if (address === null) return;
  await deps.transaction((tx) => rememberRefusal(tx, address, why.reason, deps.now()));
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
export function addressOf(said: string, base: string | null): URL | null {
  const from = base !== null && URL.canParse(base) ? base : undefined;
  if (!URL.canParse(said, from)) return null;
  const url = new URL(said, from);
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
