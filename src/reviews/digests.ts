import { createHash } from "node:crypto";
import { wordingOf } from "./reviews.ts";

/** By which a review finds its claim; another wording has another. */
export function digestOf(claim: string): string {
  return createHash("sha256").update(wordingOf(claim)).digest("base64url");
}
