import { randomUUID } from "node:crypto";
import { notifyChanged } from "../foundation/changed.ts";
import type { Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { record } from "../foundation/outbox.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { type Block, type BlockRefusal, domainsAround, readDomain } from "./block.ts";
import { turnAway } from "./changes.ts";
import type { DomainBlocked } from "./events.ts";
import { findBlock } from "./queries.ts";

/** What a block, and its end, bring about at once in the rooms that stand on this one. */
export interface Beyond {
  cutOff(tx: Transaction, domain: string, now: Date): Promise<void>;
  meetAgain(tx: Transaction, domain: string, now: Date): Promise<void>;
}

/** What is wanted of a block. */
export interface Blocking {
  /** As somebody typed it. */
  readonly domain: string;
  readonly reason?: string | null;
  /** Our own, which is never blocked. */
  readonly origin: string;
  readonly now: Date;
  readonly beyond: Beyond;
}

/** Refuses all that comes from a domain or goes there; what is blocked already stays as it is. */
export async function blockDomain(
  tx: Transaction,
  { domain: typed, reason = null, origin, now, beyond }: Blocking,
): Promise<Outcome<Block, BlockRefusal>> {
  const domain = readDomain(typed);
  if (domain === null) return refused("domain-malformed");
  if (domainsAround(origin).includes(domain)) return refused("own-domain");
  const block: Block = { id: randomUUID(), domain, reason: reason?.trim() || null, created: now };
  const made = await tx
    .insertInto("blocks")
    .values(block)
    .onConflict((known) => known.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (made) {
    await turnAway(tx, domain, now);
    await beyond.cutOff(tx, domain, now);
    const event: DomainBlocked = { id: randomUUID(), happened: now.toISOString(), name: "domain-blocked", domain };
    await record(tx, event);
  }
  return done((await findBlock(tx, domain)) ?? block);
}

/** Lets a domain be heard and reached again from now on; what the block has ended stays so. */
export async function unblockDomain(
  tx: Transaction,
  id: string,
  { now, beyond }: Pick<Blocking, "now" | "beyond">,
): Promise<Block> {
  const block = await tx.deleteFrom("blocks").where("id", "=", id).returningAll().executeTakeFirst();
  if (!block) throw new NotFound(`there is no block ${id}`);
  await beyond.meetAgain(tx, block.domain, now);
  await notifyChanged(tx);
  return block;
}
