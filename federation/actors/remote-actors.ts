import type { Database } from "../../src/foundation/database.ts";
import { Unreachable } from "../../src/foundation/errors.ts";
import { type Answer, type Outbound, RefusedAddress } from "../../src/foundation/outbound.ts";
import type { Checked } from "../guard/check.ts";
import { idOf, originOf, sameOrigin } from "../guard/origins.ts";
import { Refused } from "../guard/refused.ts";
import type { Signed } from "../guard/signed.ts";
import { verify } from "../guard/verify.ts";
import { absenceOf, isDocument, readBody } from "./answers.ts";
import { forgetActor } from "./forget-actor.ts";
import { Remembered } from "./remembered.ts";
import { namedKey, type RemoteActor, readRemoteActor } from "./remote-document.ts";
import { type Signer, signedGet } from "./signed-get.ts";

const hour = 3_600_000; // an old key is dead after an hour at the latest
const minute = 60_000; // one fetch for each actor, reason and minute, whatever is sent in its name
const mostFetches = 100; // strangers name whom we ask: only so many at a time
const accepted = 'application/activity+json, application/ld+json; profile="https://www.w3.org/ns/activitystreams"';

type Fetched =
  | { readonly kind: "actor"; readonly actor: RemoteActor }
  | { readonly kind: "gone" | "absent" | "none" | "away" };

/** Other servers' actors and their keys: memory, then our table, then one signed GET. Never to be asked inside a transaction. */
export class RemoteActors {
  readonly #db: Database;
  readonly #outbound: Outbound;
  readonly #signer: Signer;
  readonly #known = new Remembered<RemoteActor>(5_000, hour);
  readonly #met = new Remembered<Fetched>(5_000, minute);
  readonly #rechecked = new Remembered<Fetched>(5_000, minute);
  readonly #refreshed = new Remembered<Fetched>(5_000, minute);
  readonly #fetching = new Map<string, Promise<Fetched>>();

  constructor(db: Database, outbound: Outbound, signer: Signer) {
    this.#db = db;
    this.#outbound = outbound;
    this.#signer = signer;
  }

  /** An actor as last seen within the hour, or as it is now; null when there is none. Throws `Unreachable`. */
  async find(id: string): Promise<RemoteActor | null> {
    if (this.#outbound.refuses(id)) return null;
    return (await this.#recent(id)) ?? actorIn(await this.#fetch(id, this.#met), id);
  }

  /** An actor as its own address shows it, or did within the minute; null when there is none. Throws `Unreachable`. */
  async see(id: string): Promise<RemoteActor | null> {
    return actorIn(await this.#fetch(id, this.#met), id);
  }

  /** Asks the actor's own address anew; asked within the minute, says from when on that can be done instead. Throws `Unreachable`. */
  async refresh(id: string): Promise<Date | null> {
    // What is under way may have been read before the change that this is about.
    const later = this.#fetching.has(id) ? Date.now() + minute : this.#refreshed.until(id);
    if (later !== null) return new Date(later);
    actorIn(await this.#fetch(id, this.#refreshed), id);
    return null;
  }

  /** Whether the actor's own server says that there is none; false also when it says nothing for the moment. */
  async isDenied(id: string): Promise<boolean> {
    const { kind } = await this.#fetch(id, this.#met);
    return kind === "gone" || kind === "absent";
  }

  /** Throws `Refused` unless the request is signed with the key that its actor's own document lists. */
  async authenticate(checked: Checked): Promise<RemoteActor> {
    // Before anything is looked up, and without a reason, as Mastodon does: a sender gives up on 403.
    if (this.#outbound.refuses(checked.actor)) throw new Refused(403, "not taken here");
    const known = await this.#recent(checked.actor);
    if (known && fits(checked, known)) return known;
    const fetched = await this.#fetch(checked.actor, known ? this.#rechecked : this.#met); // the key may be new
    if (fetched.kind === "actor" && fits(checked, fetched.actor)) return fetched.actor;
    if (fetched.kind === "away") throw new Refused(503, "the key cannot be fetched for the moment");
    const denied = fetched.kind === "gone" || fetched.kind === "absent";
    if (denied && isFarewell(checked)) return this.#farewell(checked);
    throw new Refused(401, "the signature is not that of a key of the actor");
  }

  /** Whose key signed a request that only asks, as the actor's own document lists it; null when it is nobody's, or cannot be had. */
  async signerOf(signed: Signed): Promise<RemoteActor | null> {
    const id = signed.keyId.replace(/#.*$/s, "");
    if (id === signed.keyId || originOf(id) === null || this.#outbound.refuses(id)) return null;
    const known = await this.#recent(id);
    if (known && fits(signed, known)) return known;
    const fetched = await this.#fetch(id, known ? this.#rechecked : this.#met); // the key may be new
    return fetched.kind === "actor" && fits(signed, fetched.actor) ? fetched.actor : null;
  }

  /** What stands at an address, given by its own server, as JSON; null when nothing does. Throws `Unreachable`, and `RefusedAddress` for where we never go. */
  async document(id: string): Promise<unknown> {
    const answer = await this.#get(id);
    if (absenceOf(answer) === "away") throw new Unreachable(`${new URL(id).host}: ${answer.status}`);
    return isDocument(answer, id) ? readBody(answer) : null;
  }

  // Its server no longer shows the actor, perhaps by mistake: it takes its leave with the key that we knew.
  async #farewell(checked: Checked): Promise<RemoteActor> {
    const row = await this.#row(checked.actor);
    if (!row) throw new Refused(202, "nobody here knew the actor");
    if (fits(checked, row.actor)) return row.actor;
    throw new Refused(401, "the signature is not that of a key of the actor");
  }

  async #recent(id: string): Promise<RemoteActor | null> {
    const known = this.#known.get(id);
    if (known) return known;
    const row = await this.#row(id);
    if (!row || row.fetched.getTime() < Date.now() - hour) return null;
    return this.#known.keep(id, row.actor, row.fetched.getTime());
  }

  async #row(id: string): Promise<{ readonly actor: RemoteActor; readonly fetched: Date } | null> {
    const row = await this.#db
      .selectFrom("remoteActors")
      .select(["id", "type", "name", "handle", "url", "inbox", "sharedInbox", "keyId", "keyPem", "fetched"])
      .where("id", "=", id)
      .where("gone", "is", null)
      .executeTakeFirst();
    if (!row) return null;
    const { fetched, ...actor } = row;
    return { actor, fetched };
  }

  #fetch(id: string, reason: Remembered<Fetched>): Promise<Fetched> {
    const last = reason.get(id);
    if (last) return Promise.resolve(last);
    const underWay = this.#fetching.get(id);
    if (underWay) return underWay;
    if (this.#fetching.size >= mostFetches) return Promise.resolve({ kind: "away" });
    const fetching = this.#fetchNow(id)
      .then((fetched) => reason.keep(id, fetched))
      .finally(() => this.#fetching.delete(id));
    this.#fetching.set(id, fetching);
    return fetching;
  }

  async #fetchNow(id: string): Promise<Fetched> {
    try {
      const answer = await this.#get(id);
      const absent = absenceOf(answer);
      if (absent === "gone") await this.#forget(id);
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

  // Its own server says that it is no more, as a Delete would.
  async #forget(id: string): Promise<void> {
    await this.#db.transaction().execute((tx) => forgetActor(tx, id));
    this.#known.forget(id);
  }

  #get(url: string): Promise<Answer> {
    return signedGet({ outbound: this.#outbound, signer: this.#signer }, url, accepted);
  }
}

function actorIn(fetched: Fetched, id: string): RemoteActor | null {
  if (fetched.kind === "away") throw new Unreachable(`${new URL(id).host}: its actor cannot be had for the moment`);
  return fetched.kind === "actor" ? fetched.actor : null;
}

function fits(signed: Signed, { keyId, keyPem }: RemoteActor): boolean {
  return keyId === signed.keyId && keyPem !== null && verify(signed, keyPem);
}

function isFarewell({ activity, actor, type }: Checked): boolean {
  return type === "Delete" && idOf(activity["object"]) === actor;
}
