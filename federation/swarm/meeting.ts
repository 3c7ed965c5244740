import { z } from "zod";
import type { HostSheet } from "../../src/catalogue/catalogue.ts";
import { refusalToKnow } from "../../src/catalogue/gossip.ts";
import type { Visited } from "../../src/catalogue/visits.ts";
import type { Outcome } from "../../src/foundation/outcome.ts";
import type { FindRefusal, Instance } from "../../src/peers/peer.ts";
import { originOf } from "../guard/origins.ts";
import { readCollection } from "../vocabulary/collection.ts";
import { type HostActor, readHost } from "../vocabulary/host.ts";
import { type InstanceActor, readInstance } from "../vocabulary/instance.ts";
import { type Asker, type Questions, type Shown, VisitFailed } from "./asking.ts";
import { found, type Page, pagesFrom } from "./pages.ts";
import { readHostDatasheet } from "./sheets.ts";

/** How somebody's own origin is asked who it is. */
export interface Meeting {
  readonly asker: Asker;
  /** The instance at an origin of which nothing else is known. */
  findInstance(typed: string): Promise<Outcome<Instance, FindRefusal>>;
}

/** What an instance's own origin has shown: itself, its host, and where it lists others. */
export interface Met {
  readonly instance: InstanceActor;
  readonly host: HostSheet;
  /** Where its host lists for whom it vouches; null where it does not. */
  readonly vouches: string | null;
  /** Where its host lists with whom it works; null where it does not. */
  readonly partners: string | null;
  /** Where its host lists what it says of others' claims; null where it does not. */
  readonly reviews: string | null;
  /** The first page of its directory, and its hash where it says one. */
  readonly directory: Page & { readonly hash: string | null };
}

/** A host that must be forgotten at once, since its own origin says so. */
export class HostLeft extends VisitFailed {}

/** Asks an origin who it is, and has each claim proved by it: host, instance and directory name each other, all of one origin. */
export async function meet({ asker, findInstance }: Meeting, visited: Visited): Promise<Met> {
  const questions = asker.patient;
  const { origin } = visited;
  const instance = await meetInstance(questions, visited.actor ?? (await actorAt(findInstance, origin)), origin);
  const directory = await firstPage(questions, instance, origin);
  const address = await findClaimed(questions, directory, origin);
  const host = await meetHost(questions, instance, address);
  const { vouches, reviews, streams } = host;
  const partners = streams[1] ?? null;
  return { instance, directory, vouches, reviews, partners, host: await meetSheet(questions, host, origin) };
}

async function actorAt(findInstance: Meeting["findInstance"], origin: string): Promise<string> {
  const outcome = await findInstance(origin);
  if (outcome.done) return outcome.value.actor;
  switch (outcome.reason) {
    case "domain-blocked":
      throw new VisitFailed("blocked");
    case "unreachable":
      throw new VisitFailed("unreachable");
    default:
      throw new VisitFailed("no-instance");
  }
}

async function meetInstance(questions: Questions, address: string, origin: string): Promise<InstanceActor> {
  if (originOf(address) !== origin) throw new VisitFailed("lies-about-origin");
  const json = here(await questions.ask(address), "no-instance");
  const { data: thing } = z.object({ id: z.string(), type: z.string() }).safeParse(json);
  if (thing?.type !== "Application") throw new VisitFailed("no-instance");
  if (thing.id !== address) throw new VisitFailed("lies-about-origin");
  const instance = readInstance(json);
  const refusal = refusalToKnow({ capable: instance !== null, discoverable: true, claimed: true });
  if (instance === null || refusal !== null) throw new VisitFailed(refusal ?? "no-capability");
  return instance;
}

async function firstPage(
  questions: Questions,
  { streams: [address] }: InstanceActor,
  origin: string,
): Promise<Met["directory"]> {
  if (address === undefined) throw new VisitFailed("not-claimed");
  if (originOf(address) !== origin) throw new VisitFailed("lies-about-origin");
  const root = readCollection(await found(questions, address));
  if (root === null) throw new VisitFailed("not-readable");
  return { items: root.orderedItems, next: root.orderedItems.length > 0 ? root.next : root.first, hash: root.digest };
}

/** The host of its own that its directory lists; looked for page by page, though it should stand first. */
async function findClaimed(questions: Questions, { items, next }: Page, origin: string): Promise<string> {
  const claimed = ownIn(items, origin);
  if (claimed !== undefined) return claimed;
  for await (const page of pagesFrom(questions, { origin, from: next }, readPage)) {
    const listed = ownIn(page.items, origin);
    if (listed !== undefined) return listed;
  }
  throw new VisitFailed("not-claimed");
}

/** A page of a directory. */
export function readPage(json: unknown): Page | null {
  const page = readCollection(json);
  return page && { items: page.orderedItems, next: page.next };
}

function ownIn(items: readonly unknown[], origin: string): string | undefined {
  return items.find((item): item is string => typeof item === "string" && originOf(item) === origin);
}

async function meetHost(questions: Questions, instance: InstanceActor, address: string): Promise<HostActor> {
  const shown = await questions.ask(address);
  if (shown.kind === "gone") throw new HostLeft("departed");
  const host = readHost(here(shown, "not-claimed"));
  if (host === null) throw new VisitFailed("not-readable");
  if (host.id !== address) throw new VisitFailed("lies-about-origin");
  const evidence = { capable: true, discoverable: !host.reserved, claimed: host.instance === instance.id };
  const refusal = refusalToKnow(evidence);
  if (refusal === "not-discoverable") throw new HostLeft(refusal);
  if (refusal !== null) throw new VisitFailed(refusal);
  return host;
}

async function meetSheet(questions: Questions, { id, datasheet }: HostActor, origin: string): Promise<HostSheet> {
  if (originOf(datasheet) !== origin) throw new VisitFailed("lies-about-origin");
  const sheet = readHostDatasheet(await found(questions, datasheet), origin);
  if (sheet === null) throw new VisitFailed("not-readable");
  if (sheet.actor !== id) throw new VisitFailed("lies-about-origin");
  return sheet;
}

function here(shown: Shown, otherwise: "no-instance" | "not-claimed"): unknown {
  if (shown.kind === "gone") throw new HostLeft("departed");
  if (shown.kind === "absent") throw new VisitFailed(otherwise);
  return shown.json;
}
