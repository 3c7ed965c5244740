import { randomUUID } from "node:crypto";
import type { Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { slugOf } from "../offers/offer.ts";
import { moved, type Ref, type Section, type SectionContent } from "./portal.ts";
import { lockSection } from "./queries.ts";

/** What a form says of a section. */
export interface SaidSection {
  readonly content: SectionContent;
  readonly shown: boolean;
}

/** Begins a section, as the last one; its name in addresses comes from its title, and stays. */
export async function createSection(tx: Transaction, { content, shown }: SaidSection, now: Date): Promise<string> {
  const rows = await tx.selectFrom("sections").select(["slug", "position"]).forUpdate().execute();
  const id = randomUUID();
  const slug = freeSlug(content.title, new Set(rows.map((row) => row.slug)));
  const position = Math.max(0, ...rows.map((row) => row.position)) + 1;
  await tx
    .insertInto("sections")
    .values({ id, slug, position, content: JSON.stringify(content), shown, created: now, changed: now })
    .execute();
  return id;
}

/** Saves what a form says, unless somebody changed the section since the form was shown: then it stays as they have it, and this is given back. */
export async function changeSection(
  tx: Transaction,
  id: string,
  { content, shown, version, now }: SaidSection & { readonly version: number; readonly now: Date },
): Promise<Section | null> {
  const section = await needSection(tx, id);
  if (section.version !== version) return section;
  await tx
    .updateTable("sections")
    .set({ content: JSON.stringify(content), shown, version: version + 1, changed: now })
    .where("id", "=", id)
    .execute();
  return null;
}

export async function removeSection(tx: Transaction, id: string): Promise<Section> {
  const section = await needSection(tx, id);
  await tx.deleteFrom("sections").where("id", "=", id).execute();
  return section;
}

/** Moves a section one place up or down. */
export async function moveSection(tx: Transaction, id: string, by: -1 | 1): Promise<void> {
  const rows = await tx.selectFrom("sections").select("id").orderBy("position").orderBy("id").forUpdate().execute();
  const order = moved(
    rows,
    rows.findIndex((row) => row.id === id),
    by,
  );
  for (const [position, row] of order.entries())
    await tx
      .updateTable("sections")
      .set({ position: position + 1 })
      .where("id", "=", row.id)
      .execute();
}

/** Adds a host or an offer to what was picked; what is there already stays where it is. */
export async function addPick(tx: Transaction, section: string, ref: Ref & { readonly name: string }, now: Date) {
  const order = await lockPicks(tx, section);
  await tx
    .insertInto("sectionPicks")
    .values({ section, ...ref, position: order.length + 1, picked: now })
    .onConflict((known) => known.doNothing())
    .execute();
  await touch(tx, section, now);
}

export async function removePick(tx: Transaction, section: string, actor: string, now: Date): Promise<void> {
  const order = await lockPicks(tx, section);
  await tx.deleteFrom("sectionPicks").where("section", "=", section).where("actor", "=", actor).execute();
  const left = order.filter((one) => one !== actor);
  await number(tx, section, left);
  await touch(tx, section, now);
}

export async function movePick(tx: Transaction, section: string, actor: string, { by, now }: Move): Promise<void> {
  const order = await lockPicks(tx, section);
  await number(tx, section, moved(order, order.indexOf(actor), by));
  await touch(tx, section, now);
}

/** One place up or down. */
interface Move {
  readonly by: -1 | 1;
  readonly now: Date;
}

function freeSlug(title: string, taken: ReadonlySet<string>): string {
  const wanted = slugOf(title) || "section";
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? wanted : `${wanted.slice(0, 56)}-${n}`;
    if (!taken.has(slug)) return slug;
  }
}

async function needSection(tx: Transaction, id: string): Promise<Section> {
  const section = await lockSection(tx, id);
  if (section === null) throw new NotFound(`there is no section ${id}`);
  return section;
}

/** The picks in their order; nobody else changes them meanwhile. */
async function lockPicks(tx: Transaction, section: string): Promise<readonly string[]> {
  await needSection(tx, section);
  const rows = await tx
    .selectFrom("sectionPicks")
    .select("actor")
    .where("section", "=", section)
    .orderBy("position")
    .execute();
  return rows.map(({ actor }) => actor);
}

async function number(tx: Transaction, section: string, order: readonly string[]): Promise<void> {
  for (const [index, actor] of order.entries())
    await tx
      .updateTable("sectionPicks")
      .set({ position: index + 1 })
      .where("section", "=", section)
      .where("actor", "=", actor)
      .execute();
}

async function touch(tx: Transaction, section: string, now: Date): Promise<void> {
  await tx.updateTable("sections").set({ changed: now }).where("id", "=", section).execute();
}
