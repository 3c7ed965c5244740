import { randomBytes, timingSafeEqual } from "node:crypto";
import type { Secret } from "./secret.ts";

/** How a request looked when it came in, after every proxy. */
export interface Seen {
  readonly host: string | null;
  /** The address that the connection came from. */
  readonly from: string | null;
  readonly forwardedFor: string | null;
  readonly forwardedProto: string | null;
}

/** What a running process answers to a token: how the request looked, and the proof that it holds the same secret. */
export interface Echo {
  readonly seen: Seen;
  readonly proof: string;
}

/** A token that makes a running process of this site say how a request looked to it: once, and within five minutes. */
export function makeEchoToken(secret: Secret, now: Date): string {
  const claim = `${(now.getTime() + patience).toString(36)}.${randomBytes(16).toString("base64url")}`;
  return `${claim}.${secret.digest(purpose, claim)}`;
}

/** Answers tokens, each once; null to all others, so that nobody but the operator learns what stands before this site. */
export function openEcho(secret: Secret): (token: string, seen: Seen, now: Date) => Echo | null {
  const spent = new Map<string, number>();
  return (token, seen, now) => {
    for (const [old, expires] of spent) if (expires < now.getTime()) spent.delete(old);
    const expires = readToken(secret, token);
    if (expires === null || expires < now.getTime() || spent.has(token)) return null;
    spent.set(token, expires);
    return { seen, proof: proofOf(secret, token, seen) };
  };
}

/** Whether an echo was made by a process with this secret, for this token. */
export function isEcho(secret: Secret, token: string, { seen, proof }: Echo): boolean {
  return same(proof, proofOf(secret, token, seen));
}

const patience = 5 * 60_000;
const purpose = "doctor-echo";

function readToken(secret: Secret, token: string): number | null {
  const [, expires = "", nonce, seal = ""] = /^([0-9a-z]{1,12})\.([\w-]{22})\.([\w-]{43})$/.exec(token) ?? [];
  return nonce !== undefined && same(seal, secret.digest(purpose, `${expires}.${nonce}`))
    ? Number.parseInt(expires, 36)
    : null;
}

function proofOf(secret: Secret, token: string, { host, from, forwardedFor, forwardedProto }: Seen): string {
  return secret.digest(`${purpose}-answer`, JSON.stringify([token, host, from, forwardedFor, forwardedProto]));
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
