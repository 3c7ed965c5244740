import { createHash, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** What the server can do: as Mastodon since 4.4, unless said. */
export interface Abilities {
  /** `/.well-known/oauth-authorization-server`, since 4.3. */
  readonly described?: boolean;
  /** `/oauth/userinfo`, since 4.4. */
  readonly userinfo?: boolean;
  readonly scopes?: readonly string[];
  /** "refused": for registered people only. "none": no such API. */
  readonly apps?: "open" | "refused" | "none";
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
  readonly token: string | null;
}

interface Reply {
  readonly status: number;
  /** JSON, or a page when it is text. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly delayMs?: number;
}

export interface MastodonApi extends AsyncDisposable {
  readonly origin: string;
  readonly host: string;
  /** The id of the actor of that name. */
  actor(name: string): string;
  /** What was asked of it, the first first. */
  readonly asked: readonly Asked[];
  /** Permissions that were given and not given back. */
  readonly open: ReadonlySet<string>;
  /** Forgets every application, as Mastodon does each day with those that hold no token. */
  forgetApplications(): void;
  /** Answers otherwise at one path, honest or not; undefined: as usual. */
  instead(path: string, answer: (asked: Asked) => Reply | undefined): void;
  /** What a person's browser does at the page that asks them: gives the address where it is sent back. */
  answer(page: string, says: "yes" | "no"): Promise<string>;
}

interface Application {
  readonly secret: string;
  readonly redirect: string;
  readonly scopes: readonly string[];
}

const mastodonScopes = ["read", "profile", "write", "write:accounts", "read:accounts", "follow", "push"];

/** Another server on loopback that speaks the Mastodon API as documented, with one person signed in there: alice. */
export async function startMastodonApi(abilities: Abilities = {}): Promise<MastodonApi> {
  const { described = true, userinfo = true, scopes = mastodonScopes, apps = "open" } = abilities;
  const applications = new Map<string, Application>();
  const codes = new Map<string, { readonly client: string; readonly challenge: string; readonly redirect: string }>();
  const open = new Set<string>();
  const asked: Asked[] = [];
  const instead = new Map<string, (asked: Asked) => Reply | undefined>();
  const server = createServer(async (incoming, response) => {
    const one = await readAsked(incoming);
    asked.push(one);
    const { status, body, headers = {}, delayMs = 0 } = instead.get(one.path)?.(one) ?? usual(one);
    await pause(delayMs);
    const text = typeof body === "string" ? body : JSON.stringify(body ?? {});
    const type = one.path.startsWith("/users/") ? "application/activity+json" : "application/json; charset=utf-8";
    response.writeHead(status, { "content-type": typeof body === "string" ? "text/html" : type, ...headers }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const origin = `http://${host}`;
  const actor = (name: string) => `${origin}/users/${name}`;

  const routes: Readonly<Record<string, (asked: Asked) => Reply>> = {
    "GET /.well-known/oauth-authorization-server": () =>
      described ? { status: 200, body: descriptionOf(origin, scopes, userinfo) } : missing,
    "GET /.well-known/nodeinfo": () => ({ status: 200, body: nodeInfoLinks(origin) }),
    "GET /.well-known/webfinger": ({ query }) => {
      const [, name] = /^acct:(alice|bob)@(.*)$/.exec(query.get("resource") ?? "") ?? [];
      return name === undefined ? missing : { status: 200, body: webFinger(actor(name), query.get("resource") ?? "") };
    },
    "GET /users/alice": () => ({ status: 200, body: actorDocument(actor("alice"), "alice", "Alice Martin") }),
    "POST /api/v1/apps": ({ form }) => {
      if (apps === "none") return missing;
      if (apps === "refused") return { status: 403, body: { error: "This method is not available" } };
      return register(form);
    },
    "GET /oauth/authorize": authorizePage,
    "POST /oauth/authorize": decide,
    "POST /oauth/token": ({ form }) => exchange(form),
    "POST /oauth/revoke": ({ form }) => {
      if (applications.get(form.get("client_id") ?? "")?.secret !== form.get("client_secret"))
        return { status: 403, body: { error: "unauthorized_client" } };
      open.delete(form.get("token") ?? "");
      return { status: 200 };
    },
    "GET /oauth/userinfo": ({ token }) => {
      if (!userinfo) return missing;
      return open.has(token ?? "") ? { status: 200, body: infoOf(origin, actor("alice")) } : unauthorized;
    },
    "GET /api/v1/accounts/verify_credentials": ({ token }) => {
      const account = { id: "1", username: "alice", acct: "alice", display_name: "Alice", url: `${origin}/@alice` };
      return open.has(token ?? "") ? { status: 200, body: account } : unauthorized;
    },
  };

  function usual(one: Asked): Reply {
    return routes[`${one.method} ${one.path}`]?.(one) ?? missing;
  }

  function register(form: URLSearchParams): Reply {
    const wanted = (form.get("scopes") ?? "read").split(" ");
    if (!wanted.every((scope) => scopes.includes(scope)))
      return { status: 422, body: { error: "Validation failed: Scopes doesn't match configured on the server." } };
    const [id, secret] = [randomBytes(16).toString("hex"), randomBytes(16).toString("hex")];
    applications.set(id, { secret, redirect: form.get("redirect_uris") ?? "", scopes: wanted });
    return { status: 200, body: { id: "1", name: form.get("client_name"), client_id: id, client_secret: secret } };
  }

  function faultOf(query: URLSearchParams): string | null {
    const known = applications.get(query.get("client_id") ?? "");
    if (!known) return "Client authentication failed due to unknown client.";
    if (query.get("redirect_uri") !== known.redirect) return "The requested redirect uri is malformed.";
    const wanted = (query.get("scope") ?? "").split(" ");
    if (!wanted.every((scope) => known.scopes.includes(scope))) return "The requested scope is invalid.";
    return query.get("response_type") === "code" ? null : "The response type is not supported.";
  }

  function authorizePage({ query }: Asked): Reply {
    const fault = faultOf(query);
    if (fault !== null) return { status: 400, body: page(`<h1>${fault}</h1>`) };
    const fields = [...query].map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`).join("");
    const buttons = ["yes", "no"].map((says) => `<button name="says" value="${says}">${says}</button>`).join(" ");
    return { status: 200, body: page(`<h1>Authorize?</h1><form method="post">${fields}${buttons}</form>`) };
  }

  function decide({ form }: Asked): Reply {
    const fault = faultOf(form);
    if (fault !== null) return { status: 400, body: page(`<h1>${fault}</h1>`) };
    const redirect = form.get("redirect_uri") ?? "";
    const back = new URL(redirect);
    if (form.get("says") === "no") back.searchParams.set("error", "access_denied");
    else {
      const code = randomBytes(16).toString("hex");
      codes.set(code, { client: form.get("client_id") ?? "", challenge: form.get("code_challenge") ?? "", redirect });
      back.searchParams.set("code", code);
    }
    back.searchParams.set("state", form.get("state") ?? "");
    return { status: 302, headers: { location: back.href } };
  }

  function exchange(form: URLSearchParams): Reply {
    const client = form.get("client_id") ?? "";
    if (applications.get(client)?.secret !== form.get("client_secret"))
      return { status: 401, body: { error: "invalid_client" } };
    const code = form.get("code") ?? "";
    const given = codes.get(code);
    codes.delete(code);
    const proof = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    const fits = given?.client === client && given.redirect === form.get("redirect_uri") && given.challenge === proof;
    if (!fits) return { status: 400, body: { error: "invalid_grant" } };
    const token = randomBytes(16).toString("hex");
    open.add(token);
    return { status: 200, body: { access_token: token, token_type: "Bearer", scope: form.get("scope") ?? "" } };
  }

  return {
    ...{ origin, host, actor, asked, open },
    forgetApplications: () => applications.clear(),
    instead: (path, answer) => void instead.set(path, answer),
    async answer(address, says) {
      const { searchParams } = new URL(address);
      const seen = usual({ method: "GET", path: "/oauth/authorize", query: searchParams, ...nothingSent });
      if (seen.status !== 200) throw new Error(String(seen.body));
      const form = new URLSearchParams([...searchParams, ["says", says]]);
      return decide({ method: "POST", path: "/oauth/authorize", query: searchParams, ...nothingSent, form }).headers?.[
        "location"
      ] as string;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const nothingSent = { form: new URLSearchParams(), token: null };
const missing: Reply = { status: 404, body: { error: "Record not found" } };
const unauthorized: Reply = { status: 401, body: { error: "The access token is invalid" } };
const page = (html: string) =>
  `<!doctype html><html lang="en"><title>Mastodon</title><link rel="icon" href="data:,">${html}</html>`;

async function readAsked(incoming: IncomingMessage): Promise<Asked> {
  const { pathname, searchParams } = new URL(incoming.url ?? "/", "http://here");
  let body = "";
  for await (const chunk of incoming) body += chunk;
  const token = /^Bearer (.+)$/.exec(incoming.headers.authorization ?? "")?.[1] ?? null;
  const method = incoming.method ?? "GET";
  return { method, path: pathname, query: searchParams, form: new URLSearchParams(body), token };
}

const descriptionOf = (origin: string, scopes: readonly string[], userinfo: boolean) => ({
  ...{ issuer: `${origin}/`, service_documentation: "https://docs.joinmastodon.org/" },
  ...{ authorization_endpoint: `${origin}/oauth/authorize`, token_endpoint: `${origin}/oauth/token` },
  ...{ revocation_endpoint: `${origin}/oauth/revoke`, app_registration_endpoint: `${origin}/api/v1/apps` },
  ...(userinfo && { userinfo_endpoint: `${origin}/oauth/userinfo` }),
  ...{ scopes_supported: scopes, response_types_supported: ["code"], code_challenge_methods_supported: ["S256"] },
  grant_types_supported: ["authorization_code", "client_credentials"],
});

const nodeInfoLinks = (origin: string) => ({
  links: [{ rel: "http://nodeinfo.diaspora.software/ns/schema/2.0", href: `${origin}/nodeinfo/2.0` }],
});

const webFinger = (href: string, subject: string) => ({
  subject,
  links: [{ rel: "self", type: "application/activity+json", href }],
});

const infoOf = (origin: string, sub: string) => ({
  ...{ iss: `${origin}/`, sub, name: "Alice Martin", preferred_username: "alice" },
  ...{ profile: `${origin}/@alice`, picture: `${origin}/avatar.png` },
});

const actorDocument = (id: string, preferredUsername: string, name: string) => ({
  "@context": ["https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1"],
  ...{ id, type: "Person", preferredUsername, name, url: `${new URL(id).origin}/@${preferredUsername}` },
  ...{ inbox: `${id}/inbox`, outbox: `${id}/outbox` },
});
