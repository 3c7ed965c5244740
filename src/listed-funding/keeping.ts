import { sql } from "kysely";
import { depart, listGone } from "../catalogue/departed.ts";
import type { Digest } from "../catalogue/gossip.ts";
import type { Reader, Transaction } from "../foundation/database.ts";
import { type FundingSheet, remainingOf } from "../funding/funding.ts";
import { mostListed } from "./listed-funding.ts";

/** What is held of a host's requests: the version of each, by its actor. */
export async function findHeldFunding(reader: Reader, host: string): Promise<Digest> {
  const rows = await reader
    .selectFrom("catalogueFunding")
    .select(["actor", "version"])
    .where("host", "=", host)
    .execute();
  return new Map(rows.map(({ actor, version }) => [actor, version]));
}

/**
 * Keeps what an instance says of requests of its own; `asked` is when the question was begun that brought it. Gives those
 * that are new or say something else than before. An answer that dawdled changes nothing, and brings nothing back.
 */
export async function keepFunding(
  tx: Transaction,
  host: string,
  sheets: readonly FundingSheet[],
  asked: Date,
): Promise<readonly string[]> {
  const actors = sheets.map(({ actor }) => actor);
  if (actors.length === 0 || !(await holdHost(tx, host))) return [];
  const gone = await listGone(tx, actors, asked);
  const held = await findHeldFunding(tx, host);
  const news: string[] = [];
  for (const sheet of sheets) {
    const isNew = !held.has(sheet.actor);
    if (gone.has(sheet.actor) || (isNew && held.size + news.length >= mostListed)) continue;
    if ((await keepOne(tx, host, sheet, asked)) && held.get(sheet.actor) !== sheet.version) news.push(sheet.actor);
  }
  return news;
}

// What is kept and what is dropped of one host never cross.
async function holdHost(tx: Transaction, host: string): Promise<boolean> {
  const { rows } = await sql`select from catalogue_hosts where actor = ${host} for no key update`.execute(tx);
  return rows.length > 0;
}

async function keepOne(tx: Transaction, host: string, sheet: FundingSheet, asked: Date): Promise<boolean> {
  const { actor, proposal } = sheet;
  const row = { ...rowOf(sheet), host, asked };
  await tx.deleteFrom("catalogueFunding").where("proposal", "=", proposal).where("actor", "<>", actor).execute();
  const kept = await tx
    .insertInto("catalogueFunding")
    .values({ ...row, actor })
    .onConflict((known) =>
      known
        .column("actor")
        .doUpdateSet(row)
        .where("catalogueFunding.asked", "<=", asked)
        .where("catalogueFunding.host", "=", host),
    )
    .returning("actor")
    .executeTakeFirst();
  return kept !== undefined;
}

function rowOf({ requester, terms, content, promises, actor: _, ...sheet }: FundingSheet) {
  return {
    ...sheet,
    ...{ requester: JSON.stringify(requester), terms: JSON.stringify(terms), content: JSON.stringify(content) },
    ...{ promises: JSON.stringify(promises), kind: terms.kind, currency: terms.goal.currency },
    ...{ total: promises.total, remaining: remainingOf(terms.goal, promises) },
  };
}

/** Of what is held of a host nothing has changed, says its instance: the totals are of now. */
export async function confirmFunding(
  tx: Transaction,
  host: string,
  actors: readonly string[],
  asked: Date,
): Promise<void> {
  if (actors.length === 0) return;
  await tx
    .updateTable("catalogueFunding")
    .set({ asked })
    .where("host", "=", host)
    .where("actor", "in", [...actors])
    .where("asked", "<", asked)
    .execute();
}

/** Forgets requests, by their actors or proposals, that their own instance, asked then, no longer shows; gives those that were held. */
export async function dropFunding(
  tx: Transaction,
  addresses: readonly string[],
  asked: Date,
): Promise<readonly string[]> {
  if (addresses.length === 0) return [];
  const dropped = await tx
    .deleteFrom("catalogueFunding")
    .where(({ or, eb }) => or([eb("actor", "in", [...addresses]), eb("proposal", "in", [...addresses])]))
    .where("asked", "<=", asked)
    .returning("actor")
    .execute();
  const actors = dropped.map(({ actor }) => actor);
  if (actors.length > 0) await depart(tx, "funding", actors, asked);
  return actors;
}
