import type { KeyObject } from "node:crypto";
import { Unreachable } from "../../src/foundation/errors.ts";
import type { Answer, Outbound } from "../../src/foundation/outbound.ts";
import { signDraftCavage } from "../delivery/signatures.ts";
import { isActivityType } from "../guard/check.ts";
import { type JsonThing, readJson } from "../guard/json.ts";
import { Refused } from "../guard/refused.ts";

/** The instance actor's key: who asks, whenever this site reads another. */
export type Signer = () => Promise<{ readonly keyId: string; readonly key: KeyObject }>;

/** What stands at an address: a document; nothing any more; nothing; or nothing that we may or can read. */
export type Fetched =
  | { readonly kind: "found"; readonly json: JsonThing }
  | { readonly kind: "gone" | "absent" | "unreadable" };

/** How this site reads the documents of others. */
export interface DocumentReader {
  readonly outbound: Outbound;
  readonly signer: Signer;
}

/**
 * A GET signed by the instance actor. No redirect is followed: a document is believed at its own address only.
 * Throws `Unreachable` when trying again later makes sense.
 */
export async function fetchDocument({ outbound, signer }: DocumentReader, address: string): Promise<Fetched> {
  const signed = await signDraftCavage({ method: "GET", url: address, ...(await signer()) });
  const answer = await outbound.request(address, { headers: { accept, ...signed }, redirects: 0 });
  if (answer.status === 429 || answer.status >= 500)
    throw new Unreachable(`${new URL(address).host}: ${answer.status}`);
  return readAnswer(answer);
}

const accept = 'application/activity+json, application/ld+json; profile="https://www.w3.org/ns/activitystreams"';

function readAnswer({ status, headers, body }: Answer): Fetched {
  if (status === 410) return { kind: "gone" };
  if (status === 404) return { kind: "absent" };
  if (status !== 200 || !isActivityType(String(headers["content-type"]))) return { kind: "unreadable" };
  const json = readOrNull(body);
  if (!json) return { kind: "unreadable" };
  return json["type"] === "Tombstone" ? { kind: "gone" } : { kind: "found", json };
}

function readOrNull(body: Buffer): JsonThing | null {
  try {
    return readJson(body);
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}
