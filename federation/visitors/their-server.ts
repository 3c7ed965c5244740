import { z } from "zod";
import type { Outbound } from "../../src/foundation/outbound.ts";
import { originOf, sameOrigin } from "../guard/origins.ts";
import { askServer } from "./ask.ts";

/** Where a server that speaks the Mastodon API is asked what; all of one origin. */
export interface TheirServer {
  readonly origin: string;
  readonly authorize: string;
  readonly token: string;
  readonly revoke: string;
  readonly userinfo: string;
  /** The least that lets us ask who somebody is. */
  readonly scope: string;
}

const address = z.url({ protocol: /^https?$/ }).max(2_048);
const perhaps = address.nullish().catch(null);

const Description = z.object({
  issuer: address,
  authorization_endpoint: perhaps,
  token_endpoint: perhaps,
  revocation_endpoint: perhaps,
  userinfo_endpoint: perhaps,
  scopes_supported: z.array(z.string().max(100)).max(500).nullish().catch(null),
});

/** How a server describes itself (RFC 8414), and where it does not, as older ones are. What it says of another origin is not believed. Throws `Unreachable`. */
export async function describeServer(outbound: Outbound, origin: string): Promise<TheirServer> {
  const { status, json } = await askServer(outbound, `${origin}/.well-known/oauth-authorization-server`);
  const read = status === 200 ? Description.safeParse(json).data : undefined;
  const said = read && sameOrigin(read.issuer, origin) ? read : null;
  const at = (given: string | null | undefined, usual: string) =>
    given && sameOrigin(given, origin) ? given : `${origin}${usual}`;
  return {
    origin,
    authorize: at(said?.authorization_endpoint, "/oauth/authorize"),
    token: at(said?.token_endpoint, "/oauth/token"),
    revoke: at(said?.revocation_endpoint, "/oauth/revoke"),
    userinfo: at(said?.userinfo_endpoint, "/oauth/userinfo"),
    scope: scopes.find((scope) => said?.scopes_supported?.includes(scope)) ?? "read:accounts",
  };
}

const scopes = ["profile", "read:accounts", "read"];

/** The page of their server that asks them. */
export function authorizePage(
  server: TheirServer,
  asked: {
    readonly client: string;
    readonly redirect: string;
    readonly state: string;
    readonly challenge: string;
  },
): string {
  const page = new URL(server.authorize);
  const query = {
    response_type: "code",
    client_id: asked.client,
    redirect_uri: asked.redirect,
    scope: server.scope,
    state: asked.state,
    code_challenge: asked.challenge,
    code_challenge_method: "S256",
  };
  for (const [name, value] of Object.entries(query)) page.searchParams.set(name, value);
  return page.href;
}

const NodeInfo = z.object({
  links: z
    .array(z.object({ rel: z.string(), href: z.string() }))
    .min(1)
    .max(100),
});

/** Whether a server is one of the Fediverse at all, as far as it says (NodeInfo). Throws `Unreachable`. */
export async function isOfFediverse(outbound: Outbound, origin: string): Promise<boolean> {
  const { status, json } = await askServer(outbound, `${origin}/.well-known/nodeinfo`);
  const links = status === 200 ? (NodeInfo.safeParse(json).data?.links ?? []) : [];
  return links.some(({ rel, href }) => rel.startsWith("http://nodeinfo.diaspora.software/ns/") && originOf(href));
}
