import type { KeyObject } from "node:crypto";
import { z } from "zod";
import type { Database } from "../../src/foundation/database.ts";
import { Unreachable } from "../../src/foundation/errors.ts";
import { type Answer, type Outbound, RefusedAddress } from "../../src/foundation/outbound.ts";
import { signDraftCavage } from "../delivery/signatures.ts";
import type { Checked } from "../guard/check.ts";
import { sameOrigin } from "../guard/origins.ts";
import { Refused } from "../guard/refused.ts";
import { verify } from "../guard/verify.ts";
import { Remembered } from "./remembered.ts";
import { namedKey, type RemoteActor, readRemoteActor } from "./remote-document.ts";

/** Who signs our GETs: the instance actor. */
export type Signer = () => Promise<{ readonly keyId: string; readonly key: KeyObject }>;

const hour = 3_600_000; // an old key is dead after an hour at the latest
const minute = 60_000; // one fetch for each actor and minute, whatever is sent in its name
const accepted = 'application/activity+json, application/ld+json; profile="https://www.w3.org/ns/activitystreams"';

type Fetched = { readonly kind: "actor"; readonly actor: RemoteActor } | { readonly kind: "gone" | "none" | "away" };

/** Other servers' actors and their keys: memory, then our table, then one signed GET. Never to be asked inside a transaction. */
export class RemoteActors {
  readonly #db: Database;
  readonly #outbound: Outbound;
  readonly #signer: Signer;
  readonly #known = new Remembered<RemoteActor>(5_000, hour);
  readonly #tried = new Remembered<Fetched>(5_000, minute);
  readonly #fetching = new Map<string, Promise<Fetched>>();

  constructor(db: Database, outbound: Outbound, signer: Signer) {
    this.#db = db;
    this.#outbound = outbound;
    this.#signer = signer;
  }

  /** An actor as last seen within the hour, or as it is now; null when there is none. */
  async find(id: string): Promise<RemoteActor | null> {
    const known = this.#known.get(id) ?? (await this.#stored(id));
    if (known) return known;
    const fetched = await this.#fetch(id);
    return fetched.kind === "actor" ? fetched.actor : null;
  }

  /** Asks the actor's own address anew; null when there is none. */
  async refresh(id: string): Promise<RemoteActor | null> {
    this.#known.forget(id);
    this.#tried.forget(id);
    const fetched = await this.#fetch(id);
    return fetched.kind === "actor" ? fetched.actor : null;
  }

  /** Throws `Refused` unless the request is signed with the key that its actor's own document lists. */
  async authenticate(checked: Checked): Promise<RemoteActor> {
    const known = await this.find(checked.actor);
    if (known && fits(checked, known)) return known;
    const fetched = await this.#fetch(checked.actor); // the key may be new
    if (fetched.kind === "actor" && fits(checked, fetched.actor)) return fetched.actor;
    if (fetched.kind === "away") throw new Refused(503, "the key cannot be fetched for the moment");
    if (fetched.kind === "gone" && isFarewell(checked)) return this.#farewell(checked);
    throw new Refused(401, "the signature is not that of a key of the actor");
  }

  /** What stands at an address, given by its own server, as JSON; null when nothing does. Throws `Unreachable`. */
  async document(id: string): Promise<unknown> {
    const answer = await this.#get(id);
    return isDocument(answer, id) ? readBody(answer) : null;
  }

  // The origin itself says that the actor is gone: its last word is believed, if it means anything here.
  async #farewell(checked: Checked): Promise<RemoteActor> {
    const row = await this.#row(checked.actor);
    if (row) return row;
    throw new Refused(202, "nobody here knew the actor");
  }

  async #stored(id: string): Promise<RemoteActor | null> {
    const since = new Date(Date.now() - hour);
    const row = await this.#row(id, since);
    if (row) this.#known.keep(id, row);
    return row;
  }

  async #row(id: string, since = new Date(0)): Promise<RemoteActor | null> {
    const row = await this.#db
      .selectFrom("remoteActors")
      .select(["id", "type", "name", "handle", "url", "inbox", "sharedInbox", "keyId", "keyPem"])
      .where("id", "=", id)
      .where("fetched", ">", since)
      .where("gone", "is", null)
      .executeTakeFirst();
    return row ?? null;
  }

  #fetch(id: string): Promise<Fetched> {
    const tried = this.#tried.get(id);
    if (tried) return Promise.resolve(tried);
    const underWay = this.#fetching.get(id);
    if (underWay) return underWay;
    const fetching = this.#fetchNow(id)
      .then((fetched) => this.#tried.keep(id, fetched))
      .finally(() => this.#fetching.delete(id));
    this.#fetching.set(id, fetching);
    return fetching;
  }

  async #fetchNow(id: string): Promise<Fetched> {
    try {
      const answer = await this.#get(id);
      const absent = absenceOf(answer);
      if (absent) return { kind: absent };
      const actor = isDocument(answer, id) ? await this.#read(id, readBody(answer)) : null;
      return actor ? { kind: "actor", actor: await this.#keep(actor) } : { kind: "none" };
    } catch (error) {
      if (error instanceof Unreachable) return { kind: "away" };
      if (error instanceof RefusedAddress) return { kind: "none" };
      throw error;
    }
  }

  async #read(id: string, document: unknown): Promise<RemoteActor | null> {
    const key = namedKey(document);
    const keyDocument = key !== null && sameOrigin(key, id) ? await this.document(key) : null;
    return readRemoteActor(id, document, keyDocument);
  }

  async #keep(actor: RemoteActor): Promise<RemoteActor> {
    const row = { ...actor, fetched: new Date(), gone: null };
    await this.#db
      .insertInto("remoteActors")
      .values(row)
      .onConflict((known) => known.column("id").doUpdateSet(row))
      .execute();
    return this.#known.keep(actor.id, actor);
  }

  async #get(url: string): Promise<Answer> {
    const signed = await signDraftCavage({ method: "GET", url, ...(await this.#signer()) });
    return this.#outbound.request(url, {
      headers: { ...signed, accept: accepted, "accept-encoding": "identity" },
      redirects: 0,
    });
  }
}

function absenceOf({ status }: Answer): "gone" | "away" | null {
  if (status === 404 || status === 410) return "gone";
  return status >= 500 || status === 429 ? "away" : null;
}

function fits(checked: Checked, { keyId, keyPem }: RemoteActor): boolean {
  return keyId === checked.keyId && keyPem !== null && verify(checked, keyPem);
}

function isFarewell({ activity, actor, type }: Checked): boolean {
  const { data } = z
    .union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)])
    .safeParse(activity["object"]);
  return type === "Delete" && data === actor;
}

function isDocument({ status, headers, url }: Answer, id: string): boolean {
  const type = String(headers["content-type"] ?? "").toLowerCase();
  return status === 200 && sameOrigin(url, id) && /^application\/(activity\+json|ld\+json)/.test(type);
}

function readBody({ body }: Answer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return null;
  }
}
