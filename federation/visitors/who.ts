import { getLogger } from "@logtape/logtape";
import { z } from "zod";
import { Unreachable } from "../../src/foundation/errors.ts";
import type { Outbound } from "../../src/foundation/outbound.ts";
import { done, type Outcome, refused } from "../../src/foundation/outcome.ts";
import type { Client } from "../../src/visitors/servers.ts";
import { askWebFinger } from "../actors/ask-webfinger.ts";
import { askServer } from "./ask.ts";
import { isStranger, tokenForm } from "./client.ts";
import type { TheirServer } from "./their-server.ts";

const log = getLogger(["essaim", "visitors"]);

/** What their server gave them to come back with. */
export interface Grant {
  readonly code: string;
  readonly verifier: string;
}

interface Asking {
  readonly outbound: Outbound;
  /** Our own. */
  readonly origin: string;
}

/** Whom a server says that came: the address of an actor, as yet unproven. The permission is given back at once. Throws `Unreachable`. */
export async function whoCame(
  asking: Asking,
  server: TheirServer,
  { client, grant }: { readonly client: Client; readonly grant: Grant },
): Promise<Outcome<string, "stranger" | "refused">> {
  const token = await exchange(asking, server, { client, grant });
  if (!token.done) return token;
  try {
    const actor = (await bySub(asking, server, token.value)) ?? (await byName(asking, server, token.value));
    return actor === null ? refused("refused") : done(actor);
  } finally {
    await giveBack(asking, server, client, token.value);
  }
}

const Token = z.object({
  access_token: z
    .string()
    .max(4_096)
    .regex(/^[\x21-\x7e]+$/),
});

async function exchange(
  { outbound, origin }: Asking,
  server: TheirServer,
  { client, grant }: { readonly client: Client; readonly grant: Grant },
): Promise<Outcome<string, "stranger" | "refused">> {
  const told = await askServer(outbound, server.token, {
    form: { ...tokenForm(client, origin), code: grant.code, code_verifier: grant.verifier, scope: server.scope },
  });
  const token = told.status === 200 ? Token.safeParse(told.json).data?.access_token : undefined;
  if (token !== undefined) return done(token);
  return refused(isStranger(told) ? "stranger" : "refused");
}

const address = z.url({ protocol: /^https?$/ }).max(2_048);
const UserInfo = z.object({ sub: address });

/** As Mastodon tells it from 4.4 on. */
async function bySub({ outbound }: Asking, server: TheirServer, token: string): Promise<string | null> {
  const { status, json } = await askServer(outbound, server.userinfo, { token });
  return status === 200 ? (UserInfo.safeParse(json).data?.sub ?? null) : null;
}

const Account = z.object({
  username: z
    .string()
    .max(200)
    .regex(/^[^\s@/:?#]+$/),
});

/** By the name of the account, which leads to its actor. */
async function byName({ outbound }: Asking, server: TheirServer, token: string): Promise<string | null> {
  const url = `${server.origin}/api/v1/accounts/verify_credentials`;
  const { status, json } = await askServer(outbound, url, { token });
  const name = status === 200 ? Account.safeParse(json).data?.username : undefined;
  if (name === undefined) return null;
  const links = await askWebFinger(outbound, `${name}@${new URL(server.origin).host}`);
  const self = links?.find(({ rel, type = "" }) => rel === "self" && /activity\+json|ld\+json/.test(type));
  return address.safeParse(self?.href).data ?? null;
}

async function giveBack(
  { outbound }: Asking,
  { revoke, origin }: TheirServer,
  client: Client,
  token: string,
): Promise<void> {
  try {
    const form = { client_id: client.id, client_secret: client.secret, token };
    const { status } = await askServer(outbound, revoke, { form });
    if (status >= 300) log.warning("{origin} did not take a permission back: {status}", { origin, status });
  } catch (error) {
    // We keep no token either way: nobody is kept out for it.
    if (!(error instanceof Unreachable)) throw error;
    log.warning("{origin} could not be given a permission back: {error}", { origin, error });
  }
}
