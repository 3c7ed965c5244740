import type { Context } from "hono";
import { neighbourhoodOf } from "../foundation/client-address.ts";
import type { Database } from "../foundation/database.ts";
import { keepForm } from "../foundation/kept-forms.ts";
import type { Secret } from "../foundation/secret.ts";
import type { Limit } from "../web/limits.ts";

export const keptPath = "/association/again";

interface KeepDeps {
  readonly db: Database;
  readonly secret: Secret;
  /** How many forms of people who are not signed in are kept from one address. */
  readonly limit: Limit;
  now(): Date;
}

/** Where to go on after signing in: for a form, to the page that holds it again. Forms about the account hold passwords, and are kept nowhere. */
export async function keepForLater({ db, secret, limit, now }: KeepDeps, c: Context): Promise<string> {
  const { pathname: path } = new URL(c.req.url);
  if (path.startsWith("/association/account")) return "/association/account";
  if ((await limit.count(neighbourhoodOf(c.env?.client ?? "unknown"))).exceeded) return "/association";
  const form = Object.entries(await c.req.parseBody({ all: true }));
  const texts = form.map(([name, value]) => [name, [value].flat().filter((one) => typeof one === "string")] as const);
  const kept = await db
    .transaction()
    .execute((tx) => keepForm(tx, secret, { path, sent: Object.fromEntries(texts) }, now()));
  return `${keptPath}?${new URLSearchParams({ path, kept })}`;
}
