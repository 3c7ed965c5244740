import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { notifyChanged } from "../foundation/changed.ts";
import type { Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { StoredService } from "./form.ts";
import { findServiceById } from "./queries.ts";
import type { Service, ServiceContent } from "./service.ts";

/** Where a new service stands. */
export interface NewService {
  /** Its name in addresses; another is found when it is taken. */
  readonly slug: string;
  readonly source: string | null;
  readonly offer: string | null;
  readonly now: Date;
}

/** Writes down that the host runs this. Nobody is told: services are looked up, offers are followed. */
export async function createService(
  tx: Transaction,
  content: ServiceContent,
  { slug, source, offer, now }: NewService,
): Promise<Service> {
  const id = randomUUID();
  const { last } = await tx
    .selectFrom("services")
    .select(({ fn }) => fn.max("position").as("last"))
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("services")
    .values({
      ...{ id, source, offer, created: now, changed: now },
      slug: await freeSlug(tx, slug),
      position: (last ?? 0) + 1,
      content: JSON.stringify(StoredService.parse(content)),
    })
    .execute();
  await notifyChanged(tx);
  return await needService(tx, id);
}

/** What a service is changed by: when, and from which address, where it has one. */
export interface ServiceChange {
  readonly source?: string | null;
  readonly now: Date;
}

/** Replaces what is said of a service; no difference is no change. */
export async function changeService(
  tx: Transaction,
  id: string,
  content: ServiceContent,
  { source = null, now }: ServiceChange,
): Promise<boolean> {
  await tx.selectFrom("services").select("id").where("id", "=", id).forUpdate().execute();
  const service = await needService(tx, id);
  const next = StoredService.parse(content);
  if (isDeepStrictEqual(next, service.content)) return false;
  await tx
    .updateTable("services")
    .set({ content: JSON.stringify(next), source: source ?? service.source, changed: now })
    .where("id", "=", id)
    .execute();
  await notifyChanged(tx);
  return true;
}

async function needService(tx: Transaction, id: string): Promise<Service> {
  const service = await findServiceById(tx, id);
  if (service === null) throw new NotFound("the service is gone");
  return service;
}

async function freeSlug(tx: Transaction, base: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base.slice(0, 74).replace(/-+$/, "")}-${number}`;
    const taken = await tx.selectFrom("services").select("id").where("slug", "=", slug).executeTakeFirst();
    if (taken === undefined) return slug;
  }
}
