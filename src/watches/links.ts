import { timingSafeEqual } from "node:crypto";
import type { Secret } from "../foundation/secret.ts";

/** Where somebody confirms, and where they stop, without signing in; made from this site's secret and kept nowhere. */
export interface ReaderLinks {
  readonly confirmation: string;
  readonly end: string;
}

interface LinkParts {
  readonly origin: string;
  readonly secret: Secret;
}

export function linksOf({ origin, secret }: LinkParts, reader: string): ReaderLinks {
  const base = `${origin}/directory/watch/letters/${reader}/${secret.digest(purpose, reader)}`;
  return { confirmation: `${base}/confirmation`, end: `${base}/end` };
}

/** Whether a link is one that was sent to this reader. */
export function isLinkOf(secret: Secret, reader: string, token: string): boolean {
  const [one, other] = [Buffer.from(secret.digest(purpose, reader)), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other);
}

const purpose = "watch-reader";
