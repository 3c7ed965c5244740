import { z } from "@hono/zod-openapi";
import type { Outcome } from "../foundation/outcome.ts";
import { Problem } from "../web/problem.ts";
import type { Block, BlockRefusal } from "./block.ts";
import { directionOf, type FindRefusal, type Peer, type PeerRefusal, stateOf, trustOf } from "./peer.ts";
import type { Slice } from "./queries.ts";
import { words } from "./words.ts";

export const PeerShape = z
  .object({
    id: z.string(),
    origin: z.string(),
    name: z.string(),
    direction: z.enum(["outgoing", "incoming", "mutual"]),
    state: z.enum(["requested", "pending", "approved", "rejected", "blocked"]),
    trust: z.int().min(0).max(4),
    seen: z.iso.datetime(),
    actor: z.string(),
  })
  .openapi("Peer");

export const BlockShape = z
  .object({ id: z.string(), domain: z.string(), reason: z.string().nullable(), created: z.iso.datetime() })
  .openapi("Block");

/** A peer as scripts read it. */
export function showPeer(peer: Peer): z.infer<typeof PeerShape> {
  const { id, origin, name, actor, seen } = peer;
  const [direction, state, trust] = [directionOf(peer), stateOf(peer), trustOf(peer)];
  return { ...{ id, origin, name, direction, state, trust, actor }, seen: seen.toISOString() };
}

/** A block as scripts read it. */
export function showBlock({ id, domain, reason, created }: Block): z.infer<typeof BlockShape> {
  return { id, domain, reason, created: created.toISOString() };
}

export type Refusal = PeerRefusal | FindRefusal | BlockRefusal;

/** The value of what was done; a refusal becomes the answer. */
export function orProblem<Value>(outcome: Outcome<Value, Refusal>): Value {
  if (outcome.done) return outcome.value;
  const { reason } = outcome;
  const sentence = words.en.refusals[reason];
  const path = fields[reason];
  if (path === undefined) throw new Problem(409, reason, sentence);
  throw new Problem(422, reason, sentence, { errors: [{ path, reason: sentence, code: reason }] });
}

const fields: Readonly<Partial<Record<Refusal, string>>> = {
  "address-malformed": "url",
  "own-address": "url",
  unreachable: "url",
  "no-instance": "url",
  "domain-malformed": "domain",
  "own-domain": "domain",
};

/** Some of a list, and the cursor of the rest; `key` is the field by which it is ordered. */
export async function page<Key extends string, Item extends Readonly<Record<Key, string>>>(
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
  list: (slice: Slice) => Promise<readonly Item[]>,
  key: Key,
): Promise<{ readonly items: readonly Item[]; readonly next: string | null }> {
  const after = cursor === undefined ? {} : { after: Buffer.from(cursor, "base64url").toString() };
  const found = await list({ ...after, limit: limit + 1 });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.length > limit && last ? Buffer.from(last[key]).toString("base64url") : null };
}
