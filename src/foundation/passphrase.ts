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

/** Seals a stream under a passphrase, in the age format. */
export function sealStream(passphrase: string, plain: ReadableStream<Uint8Array>): Promise<ReadableStream<Uint8Array>> {
  return encrypter(passphrase).encrypt(plain);
}

/** The inverse; it fails here with a wrong passphrase, and while it is read where it was cut off or altered. */
export function openStream(
  passphrase: string,
  sealed: ReadableStream<Uint8Array>,
): Promise<ReadableStream<Uint8Array>> {
  return decrypter(passphrase).decrypt(sealed);
}

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
