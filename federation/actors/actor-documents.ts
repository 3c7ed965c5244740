import { z } from "zod";
import type { JsonThing } from "../guard/json.ts";
import { originOf, sameOrigin } from "../guard/origins.ts";

/** An actor of another server, as its own document shows it. */
export interface RemoteActor {
  readonly id: string;
  readonly type: string;
  readonly name: string | null;
  /** `name@host` */
  readonly handle: string | null;
  readonly url: string | null;
  readonly inbox: string;
  readonly sharedInbox: string | null;
  readonly keyId: string | null;
  readonly keyPem: string | null;
}

/** A key that an actor's document lists: in full, or only by the address where it stands. */
export type ListedKey = { readonly id: string; readonly pem: string | null };

/** Reads the document that stands at an actor's own address; null when it is no actor, or of another address or origin. */
export function readActor(json: JsonThing, id: string): { actor: RemoteActor; keys: readonly ListedKey[] } | null {
  const read = ActorShape.safeParse(json);
  if (!read.success || read.data.id !== id || !sameOrigin(read.data.inbox, id)) return null;
  const { type, name, preferredUsername, url, inbox, endpoints, publicKey } = read.data;
  const shared = endpoints?.sharedInbox ?? null;
  const actor = {
    id,
    type,
    name: name ?? preferredUsername,
    handle: preferredUsername && `${preferredUsername}@${new URL(id).host}`,
    url: url !== null && originOf(url) !== null ? url : null,
    inbox,
    sharedInbox: shared !== null && sameOrigin(shared, id) ? shared : null,
    keyId: null,
    keyPem: null,
  };
  return { actor, keys: listKeys(publicKey, id) };
}

/** Reads the document of a key that an actor lists: the key itself, or the actor with the key inside. */
export function readKeyDocument(json: JsonThing, keyId: string, owner: string): string | null {
  const keys = json["id"] === owner ? listKeys(json["publicKey"], owner) : listKeys(json, owner);
  return keys.find(({ id }) => id === keyId)?.pem ?? null;
}

/** At most three: each may cost a look at another address. */
function listKeys(given: unknown, owner: string): readonly ListedKey[] {
  return [given]
    .flat()
    .flatMap((key): ListedKey[] => {
      if (typeof key === "string") return [{ id: key, pem: null }];
      const read = KeyShape.safeParse(key);
      return read.success && read.data.owner === owner ? [{ id: read.data.id, pem: read.data.publicKeyPem }] : [];
    })
    .filter(({ id }) => sameOrigin(id, owner))
    .slice(0, 3);
}

const address = z.string().max(2_048);
const text = z.string().transform((given) => given.slice(0, 200));
const orNull = <Schema extends z.ZodType>(schema: Schema) =>
  schema
    .nullish()
    .catch(null)
    .transform((value) => value ?? null);

const link = z.union([address, z.object({ href: address }).transform(({ href }) => href)]);
const firstLink = z.union([link, z.tuple([link], z.unknown()).transform(([first]) => first)]);

const ActorShape = z.object({
  id: address,
  type: z.union([text, z.tuple([text], z.unknown()).transform(([first]) => first)]),
  inbox: address,
  name: orNull(text),
  preferredUsername: orNull(z.string().min(1).max(200)),
  url: orNull(firstLink),
  endpoints: orNull(z.object({ sharedInbox: orNull(address) })),
  publicKey: z.unknown(),
});

const KeyShape = z.object({ id: address, owner: address, publicKeyPem: z.string().max(10_000) });
