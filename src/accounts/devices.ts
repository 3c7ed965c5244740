import { randomBytes } from "node:crypto";
import type { Secret } from "../foundation/secret.ts";

/**
 * What a browser keeps once somebody has signed in on it: it opens nothing, but its tries are counted apart, so that a
 * stranger who keeps on guessing cannot shut out the person themself.
 */
export function deviceKey(secret: Secret, account: string): string {
  const id = randomBytes(12).toString("base64url");
  return `${id}.${secret.digest(purpose, `${account} ${id}`)}`;
}

/** The id of the browser, when this account has signed in on it before. */
export function deviceOf(secret: Secret, account: string, key: string): string | null {
  const [id = "", proof = ""] = key.split(".");
  return proof !== "" && proof === secret.digest(purpose, `${account} ${id}`) ? id : null;
}

const purpose = "known-device";
