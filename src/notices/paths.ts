import { timingSafeEqual } from "node:crypto";
import type { Secret } from "../foundation/secret.ts";

export const noticesPath = "/funding/notices";

/** Where somebody with an account says how they want to be written to, without signing in; made from this site's secret and kept nowhere. */
export function wishesPath(secret: Secret, account: string): string {
  return `${noticesPath}/${account}/${secret.digest(purpose, account)}`;
}

/** Whether that is the one of this account. */
export function isWishesToken(secret: Secret, account: string, token: string): boolean {
  const [one, other] = [Buffer.from(secret.digest(purpose, account)), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other);
}

const purpose = "notice-reader";
