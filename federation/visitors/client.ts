import { z } from "zod";
import type { Database } from "../../src/foundation/database.ts";
import type { Outbound } from "../../src/foundation/outbound.ts";
import { done, type Outcome, refused } from "../../src/foundation/outcome.ts";
import type { Secret } from "../../src/foundation/secret.ts";
import { findHost } from "../../src/hosts/queries.ts";
import { type Client, findClient, keepClient } from "../../src/visitors/servers.ts";
import { askServer, type Told } from "./ask.ts";
import type { TheirServer } from "./their-server.ts";

/** What is needed to be known to other servers. */
export interface Knowing {
  readonly db: Database;
  readonly secret: Secret;
  readonly outbound: Outbound;
  /** Our own. */
  readonly origin: string;
}

/** Where their server sends people back to. */
export const returnAddress = (origin: string): string => `${origin}/sign-in/return`;

/** As whom a server knows us: as it did before, if it still does; else we say who we are. Servers forget those with no token, which we never keep. Throws `Unreachable`. */
export async function clientAt(
  knowing: Knowing,
  server: TheirServer,
): Promise<Outcome<Client, "no-apps" | "apps-refused">> {
  const known = await findClient(knowing.db, knowing.secret, server.origin);
  if (known?.scope === server.scope && (await isKnown(knowing, server, known))) return done(known);
  return register(knowing, server);
}

/** A code that never was: the answer tells whether the fault is with it or with us. */
async function isKnown({ outbound, origin }: Knowing, server: TheirServer, client: Client): Promise<boolean> {
  const told = await askServer(outbound, server.token, {
    form: { ...tokenForm(client, origin), code: "none", code_verifier: "none" },
  });
  return !isStranger(told);
}

export const tokenForm = (client: Client, origin: string) => ({
  grant_type: "authorization_code",
  client_id: client.id,
  client_secret: client.secret,
  redirect_uri: returnAddress(origin),
});

const Problem = z.object({ error: z.string().max(200) });

/** Whether a token was refused because the server does not know us. */
export function isStranger({ status, json }: Told): boolean {
  const error = Problem.safeParse(json).data?.error;
  return error === "invalid_client" || error === "unauthorized_client" || (status === 401 && error !== "invalid_grant");
}

const App = z.object({ client_id: z.string().min(1).max(2_048), client_secret: z.string().min(1).max(2_048) });

async function register(
  { db, secret, outbound, origin }: Knowing,
  server: TheirServer,
): Promise<Outcome<Client, "no-apps" | "apps-refused">> {
  const host = await findHost(db);
  const { status, json } = await askServer(outbound, `${server.origin}/api/v1/apps`, {
    form: {
      client_name: (host?.profile.name ?? new URL(origin).host).slice(0, 60),
      redirect_uris: returnAddress(origin),
      scopes: server.scope,
      website: origin,
    },
  });
  const { data } = App.safeParse(json);
  if (status === 200 || status === 201) {
    if (!data) return refused("no-apps");
    const client = { id: data.client_id, secret: data.client_secret, scope: server.scope };
    await keepClient(db, secret, server.origin, { client, now: new Date() });
    return done(client);
  }
  return refused([400, 401, 403, 422].includes(status) ? "apps-refused" : "no-apps");
}
