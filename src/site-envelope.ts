import { z } from "zod";
import { keepKeys, listKeys, MovingKeys } from "../federation/actors/moving-keys.ts";
import { keepAccounts, listMovingAccounts, MovingAccount } from "./accounts/moving.ts";
import type { Transaction } from "./foundation/database.ts";
import { jsonOf } from "./foundation/json.ts";
import { done, type Outcome, refused } from "./foundation/outcome.ts";
import { openText, sealText } from "./foundation/passphrase.ts";
import type { Secret } from "./foundation/secret.ts";
import { keepOutside, listMovingOutside, MovingOutside } from "./partnerships/outside-moving.ts";
import { keepRequests, listMovingRequests, MovingRequest } from "./places/moving.ts";

const Envelope = z.strictObject({
  keys: z.array(MovingKeys),
  accounts: z.array(MovingAccount),
  requests: z.array(MovingRequest).default([]),
  outside: z.array(MovingOutside).default([]),
});
export type Envelope = z.output<typeof Envelope>;

/** What an archive says to nobody without the passphrase: the private keys, how people sign in, and who asks for a place. */
export async function closeEnvelope(tx: Transaction, secret: Secret, passphrase: string): Promise<string> {
  const content = {
    keys: await listKeys(tx, secret),
    accounts: await listMovingAccounts(tx, secret),
    requests: await listMovingRequests(tx),
    outside: await listMovingOutside(tx),
  };
  return await sealText(passphrase, JSON.stringify(content));
}

export type EnvelopeRefusal = "passphrase-wrong" | "envelope-malformed";

/** The inverse. */
export async function openEnvelope(sealed: string, passphrase: string): Promise<Outcome<Envelope, EnvelopeRefusal>> {
  const opened = await openText(passphrase, sealed);
  if (!opened.done) return refused("passphrase-wrong");
  const read = Envelope.safeParse(jsonOf(opened.value));
  return read.success ? done(read.data) : refused("envelope-malformed");
}

/** Puts its content in its place here; how many key pairs, accounts and requests that are. */
export async function keepEnvelope(tx: Transaction, secret: Secret, { keys, accounts, requests, outside }: Envelope) {
  await keepOutside(tx, outside);
  return {
    keys: await keepKeys(tx, secret, keys),
    accounts: await keepAccounts(tx, secret, accounts),
    requests: await keepRequests(tx, requests),
  };
}
