import { z } from "@hono/zod-openapi";
import type { Outcome } from "../foundation/outcome.ts";
import { cursorOf, Paging } from "../web/paging.ts";
import { Problem } from "../web/problem.ts";
import type { Block, BlockRefusal } from "./block.ts";
import { directionOf, type FindRefusal, type Peer, type PeerRefusal, stateOf, trustInPeer } from "./peer.ts";
import { refusalWords } from "./words.ts";

/** Lists here go on after an address or a domain, which may be long. */
export const PlacePaging = Paging.extend({ cursor: z.string().max(500).optional() });
export const place = cursorOf(z.string().regex(/^[!-~]{1,300}$/));

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

/** What the calls show as examples. */
export const peerAsked: z.input<typeof PeerShape> = {
  id: "2f0b8a55-4f0e-4c1f-9a52-7b4e0d8c3a21",
  origin: "https://mille-sabots.example",
  name: "mille-sabots.example",
  direction: "outgoing",
  state: "requested",
  trust: 2,
  seen: "2026-11-24T10:00:00.000Z",
  actor: "https://mille-sabots.example/ap/instance",
};
export const peerApproved: z.input<typeof PeerShape> = {
  ...{ ...peerAsked, direction: "incoming", state: "approved", trust: 4 },
};
export const blocked: z.input<typeof BlockShape> = {
  id: "9d0f2b1f-0a6f-4c11-8f7c-1f6a6f0e4a52",
  domain: "bad.example",
  reason: "spam",
  created: "2026-11-24T10:00:00.000Z",
};

/** A peer as scripts read it. */
export function showPeer(peer: Peer): z.infer<typeof PeerShape> {
  const { id, origin, name, actor, seen } = peer;
  const [direction, state, trust] = [directionOf(peer), stateOf(peer), trustInPeer(peer)];
  return { ...{ id, origin, name, direction, state, trust, actor }, seen: seen.toISOString() };
}

/** A block as scripts read it. */
export function showBlock({ id, domain, reason, created }: Block): z.infer<typeof BlockShape> {
  return { id, domain, reason, created: created.toISOString() };
}

type Refusal = PeerRefusal | FindRefusal | BlockRefusal;

/** The value of what was done; a refusal becomes the answer. */
export function orProblem<Value>(outcome: Outcome<Value, Refusal>): Value {
  if (outcome.done) return outcome.value;
  const { reason } = outcome;
  const sentence = refusalWords(reason, "en");
  const code = typeof reason === "string" ? reason : "other-software";
  const path = fields[code];
  if (path === undefined) throw new Problem(409, code, sentence);
  throw new Problem(422, code, sentence, { errors: [{ path, reason: sentence, code }] });
}

const fields: Readonly<Record<string, string | undefined>> = {
  "address-malformed": "url",
  "own-address": "url",
  unreachable: "url",
  "no-instance": "url",
  "other-software": "url",
  "domain-malformed": "domain",
  "own-domain": "domain",
};
