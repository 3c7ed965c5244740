import type { Reader, Transaction } from "../foundation/database.ts";
import { StoredSection } from "./form.ts";
import type { Pick, Section } from "./portal.ts";

/** The sections in their order. */
export async function listSections(reader: Reader): Promise<readonly Section[]> {
  return (await sections(reader).orderBy("position").orderBy("id").execute()).map(sectionOf);
}

/** Those that the public sees. */
export async function listShownSections(reader: Reader): Promise<readonly Section[]> {
  return (await sections(reader).where("shown", "=", true).orderBy("position").orderBy("id").execute()).map(sectionOf);
}

export async function findSection(reader: Reader, id: string): Promise<Section | null> {
  const row = await sections(reader).where("id", "=", id).executeTakeFirst();
  return row ? sectionOf(row) : null;
}

/** By its name in addresses; null for one that the public does not see. */
export async function findShownSection(reader: Reader, slug: string): Promise<Section | null> {
  const row = await sections(reader).where("slug", "=", slug).where("shown", "=", true).executeTakeFirst();
  return row ? sectionOf(row) : null;
}

/** As it stands, and as it stays until the transaction ends. */
export async function lockSection(tx: Transaction, id: string): Promise<Section | null> {
  const row = await sections(tx).where("id", "=", id).forUpdate().executeTakeFirst();
  return row ? sectionOf(row) : null;
}

/** What was picked for some sections, in its order. */
export async function listPicks(reader: Reader, section: string): Promise<readonly Pick[]> {
  const rows = await reader
    .selectFrom("sectionPicks")
    .select(["actor", "kind", "name", "picked"])
    .where("section", "=", section)
    .orderBy("position")
    .orderBy("actor")
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind === "host" ? "host" : "offer" }));
}

function sections(reader: Reader) {
  return reader.selectFrom("sections").selectAll();
}

type Row = Awaited<ReturnType<ReturnType<typeof sections>["executeTakeFirstOrThrow"]>>;

const sectionOf = ({ content, ...row }: Row): Section => ({ ...row, content: StoredSection.parse(content) });
