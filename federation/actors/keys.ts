import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import type { Database, Reader } from "../../src/foundation/database.ts";
import type { Secret } from "../../src/foundation/secret.ts";

/** The keys of a local actor: private ones to sign with, public ones as its document shows them. */
export interface Keys {
  readonly rsa: KeyObject;
  readonly rsaPublicPem: string;
  readonly ed25519: KeyObject;
  /** The public Ed25519 key as a Multikey. */
  readonly ed25519Multibase: string;
}

const generate = promisify(generateKeyPair);

/** The keys of every local actor: made on first need, sealed at rest, opened once in a process. */
export class ActorKeys {
  readonly #db: Database;
  readonly #secret: Secret;
  readonly #opened = new Map<string, Promise<Keys>>();

  constructor(db: Database, secret: Secret) {
    this.#db = db;
    this.#secret = secret;
  }

  /** Takes the id of the actor's handle. Within a transaction give that: nothing is remembered then, since it may yet be undone. */
  of(actor: string, reader: Reader = this.#db): Promise<Keys> {
    const known = this.#opened.get(actor);
    if (known) return known;
    const opening = this.#open(reader, actor);
    if (reader.isTransaction) return opening;
    this.#opened.set(actor, opening);
    opening.catch(() => this.#opened.delete(actor));
    return opening;
  }

  async #open(reader: Reader, actor: string): Promise<Keys> {
    const row = (await find(reader, actor).executeTakeFirst()) ?? (await this.#make(reader, actor));
    return {
      rsa: this.#unseal(actor, row.rsaPrivate),
      rsaPublicPem: row.rsaPublic,
      ed25519: this.#unseal(actor, row.ed25519Private),
      ed25519Multibase: multibaseOf(createPublicKey(row.ed25519Public)),
    };
  }

  // Two processes may make keys at once: the first to store them wins, and both read what is stored.
  async #make(reader: Reader, actor: string) {
    const [rsa, ed25519] = await Promise.all([generate("rsa", { modulusLength: 2048 }), generate("ed25519")]);
    await reader
      .insertInto("actorKeys")
      .values({
        actor,
        rsaPublic: pemOf(rsa.publicKey),
        rsaPrivate: this.#seal(actor, rsa.privateKey),
        ed25519Public: pemOf(ed25519.publicKey),
        ed25519Private: this.#seal(actor, ed25519.privateKey),
      })
      .onConflict((conflict) => conflict.column("actor").doNothing())
      .execute();
    return find(reader, actor).executeTakeFirstOrThrow();
  }

  #seal(actor: string, key: KeyObject): Buffer {
    return sealKey(this.#secret, actor, key);
  }

  #unseal(actor: string, box: Uint8Array): KeyObject {
    return unsealKey(this.#secret, actor, box);
  }
}

/** A private key as it is kept: only this secret opens it, and for this actor alone. */
export function sealKey(secret: Secret, actor: string, key: KeyObject): Buffer {
  return secret.seal(purposeOf(actor), key.export({ type: "pkcs8", format: "der" }));
}

export function unsealKey(secret: Secret, actor: string, box: Uint8Array): KeyObject {
  return createPrivateKey({ key: secret.unseal(purposeOf(actor), box), type: "pkcs8", format: "der" });
}

const find = (reader: Reader, actor: string) => reader.selectFrom("actorKeys").selectAll().where("actor", "=", actor);
const purposeOf = (actor: string): string => `actor-key:${actor}`;
export const pemOf = (key: KeyObject): string => key.export({ type: "spki", format: "pem" }).toString();

/** An Ed25519 public key as "z…": base58btc of the multicodec prefix 0xed01 and the 32 raw bytes. */
function multibaseOf(key: KeyObject): string {
  const raw = Buffer.from(String(key.export({ format: "jwk" }).x), "base64url");
  return `z${base58(Buffer.concat([Buffer.from([0xed, 0x01]), raw]))}`;
}

const alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

function base58(bytes: Buffer): string {
  let rest = BigInt(`0x${bytes.toString("hex")}`);
  let text = "";
  for (; rest > 0n; rest /= 58n) text = alphabet.charAt(Number(rest % 58n)) + text;
  return text;
}
