import { z } from "@hono/zod-openapi";
import type { Outcome } from "../foundation/outcome.ts";
import { Problem } from "../web/problem.ts";
import type { Block, BlockRefusal } from "./block.ts";
import { directionOf, type FindRefusal, type Peer, type PeerRefusal, stateOf, trustOf } from "./peer.ts";
import { words } from "./words.ts";

export const PeerShape = z
  .object({
    id: z.string(),
    origin: z.string().describe("Its address."),
    name: z.string().describe("As it calls itself."),
    direction: z.enum(["outgoing", "incoming", "mutual"]).describe("Who follows or asks: we, they, or both."),
    state: z.enum(["requested", "pending", "approved", "rejected", "blocked"]),
    trust: z
      .int()
      .min(0)
      .max(4)
      .describe("How far its word counts here: 4 when in touch, 2 when known, 0 when blocked."),
    seen: z.iso.datetime().describe("When it last said or showed something of itself."),
    actor: z.string().describe("The permanent address of its actor."),
  })
  .openapi("Peer");

export const BlockShape = z
  .object({
    id: z.string(),
    domain: z.string().describe("In ASCII; with a port, only that port is meant."),
    reason: z.string().nullable().describe("For those who look after this instance."),
    created: z.iso.datetime(),
  })
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

/** Every reason why a call may be refused here; each is a problem of the API. */
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
