import { z } from "zod";
import { sameOrigin } from "../guard/origins.ts";
import { listOf } from "../vocabulary/shapes.ts";

/** Another server's actor, as its own document shows it. */
export interface RemoteActor {
  readonly id: string;
  readonly type: string;
  readonly name: string | null;
  readonly handle: string | null;
  readonly url: string | null;
  readonly inbox: string;
  /** Of the same server only. */
  readonly sharedInbox: string | null;
  /** The key that its document lists; null when that lists none that we can use. */
  readonly keyId: string | null;
  readonly keyPem: string | null;
}

const short = (most: number) =>
  z
    .string()
    .max(most)
    .nullish()
    .catch(null)
    .transform((text) => text ?? null);
const Key = z.object({ id: z.string().max(2_048), owner: z.string(), publicKeyPem: z.string().max(10_000) });

const ActorShape = z.object({
  id: z.string(),
  type: z.preprocess((types) => (Array.isArray(types) ? types[0] : types), z.string()),
  inbox: z.url().max(2_048),
  name: short(500),
  preferredUsername: short(200),
  url: z
    .preprocess((url) => (Array.isArray(url) ? url[0] : url), z.url({ protocol: /^https?$/ }))
    .nullish()
    .catch(null),
  endpoints: z
    .object({ sharedInbox: z.url().max(2_048).nullish().catch(null) })
    .nullish()
    .catch(null),
  publicKey: listOf(z.unknown()),
});

const kinds = ["Person", "Service", "Organization", "Group", "Application"];

/** Reads the document that stands at `id`; null unless it is an actor of that very id, all of one server. */
export function readRemoteActor(id: string, document: unknown, keyDocument: unknown = null): RemoteActor | null {
  const { data } = ActorShape.safeParse(document);
  if (!data || data.id !== id || !kinds.includes(data.type) || !sameOrigin(id, data.inbox)) return null;
  const shared = data.endpoints?.sharedInbox ?? null;
  const key = keyOf(id, data.publicKey, keyDocument);
  return {
    id,
    type: data.type,
    name: data.name,
    handle: data.preferredUsername,
    url: data.url ?? null,
    inbox: data.inbox,
    sharedInbox: shared !== null && sameOrigin(shared, id) ? shared : null,
    keyId: key?.id ?? null,
    keyPem: key?.publicKeyPem ?? null,
  };
}

/** The address of a key that the actor's document only names, to be fetched from there. */
export function namedKey(document: unknown): string | null {
  const { data } = z.object({ publicKey: listOf(z.unknown()) }).safeParse(document);
  const named = data?.publicKey[0];
  return typeof named === "string" ? named : null;
}

/** Only a key that the actor's own document lists is the actor's, whatever the key says of its owner (GHSA-q9f8-5hc7-898f). */
function keyOf(id: string, listed: readonly unknown[], keyDocument: unknown) {
  const candidates = listed.map((key) => (typeof key === "string" && isAt(keyDocument, key) ? keyDocument : key));
  const keys = candidates.flatMap((key) => Key.safeParse(key).data ?? []);
  return keys.find((key) => key.owner === id && sameOrigin(key.id, id)) ?? null;
}

const isAt = (document: unknown, id: string): boolean => Key.safeParse(document).data?.id === id;
