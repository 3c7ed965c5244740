import { ReadableStream } from "node:stream/web";
import { armor, Decrypter, Encrypter } from "age-encryption";
import { done, type Outcome, refused } from "./outcome.ts";

/** In characters: with 64 MiB a guess, and what an operator can still type. */
export const shortestPassphrase = 12;

// 64 MiB for a moment: what a small server has to spare beside its database.
const workFactor = 16;

/** Seals a text under a passphrase, in the age format, as text. */
export async function sealText(passphrase: string, text: string): Promise<string> {
  return armor.encode(await encrypter(passphrase).encrypt(text));
}

/** The inverse; refused when the passphrase is another, or when what was sealed was altered. */
export async function openText(passphrase: string, sealed: string): Promise<Outcome<string, "cannot-be-opened">> {
  try {
    return done(await decrypter(passphrase).decrypt(armor.decode(sealed), "text"));
  } catch {
    return refused("cannot-be-opened");
  }
}

type Bytes = AsyncIterable<Uint8Array>;

/** Seals what comes under a passphrase, in the age format, as it comes. */
export async function sealStream(passphrase: string, plain: Bytes): Promise<Bytes> {
  return bytesOf(await encrypter(passphrase).encrypt(streamOf(plain)));
}

/** The inverse; it fails here with a wrong passphrase, and while it is read where it was cut off or altered. */
export async function openStream(passphrase: string, sealed: Bytes): Promise<Bytes> {
  return bytesOf(await decrypter(passphrase).decrypt(streamOf(sealed)));
}

// Node's own adapters of its streams throw at nobody when their reader leaves early.
const streamOf = (bytes: Bytes) => ReadableStream.from(bytes) as globalThis.ReadableStream<Uint8Array>;
const bytesOf = (stream: globalThis.ReadableStream<Uint8Array>) => stream as unknown as Bytes;

function encrypter(passphrase: string): Encrypter {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(workFactor);
  return encrypter;
}

function decrypter(passphrase: string): Decrypter {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  return decrypter;
}
