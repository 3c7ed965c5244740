import type { Federatable, RequestContext } from "@fedify/fedify";
import type { Link } from "@fedify/webfinger";
import { findFunding } from "../src/funding/queries.ts";
import { findHandle, type Handle, instanceName } from "../src/hosts/handles.ts";
import { findOffer } from "../src/offers/queries.ts";
import { actorIri } from "./addresses.ts";
import type { Reach } from "./reach.ts";

/** What Fedify calls an actor of ours: the id of its handle, but "instance" for the instance. */
function identifierOf({ id, kind }: Pick<Handle, "id" | "kind">): string {
  return kind === "instance" ? instanceName : id;
}

type Names = Federatable<Reach> extends { setActorDispatcher(...args: never[]): infer Setters } ? Setters : never;

/** Answers who is behind an account, a page or the site itself. */
export function answerNames(actors: Names): void {
  actors.mapHandle(({ data }, name) => byName(data, name)).mapAlias(({ data }, resource) => byAddress(data, resource));
}

/** The site's own name stands for the instance too. */
async function byName(reach: Reach, name: string): Promise<string | null> {
  const wanted = name.toLowerCase();
  const handle = await findHandle(reach.db, wanted === new URL(reach.origin).hostname ? instanceName : wanted);
  return handle && identifierOf(handle);
}

async function byAddress(reach: Reach, resource: URL): Promise<{ identifier: string } | null> {
  if (resource.origin !== reach.origin) return null;
  if (resource.pathname === "/" || resource.pathname === "/ap/instance") return { identifier: instanceName };
  const identifier = await byPage(reach, resource.pathname);
  return identifier === null ? null : { identifier };
}

async function byPage(reach: Reach, path: string): Promise<string | null> {
  const [, name] = /^\/@([a-z0-9_]{1,30})$/i.exec(path) ?? [];
  if (name !== undefined) return byName(reach, name);
  const [, code] = /^\/funding\/([a-z0-9]{4,8})$/i.exec(path) ?? [];
  if (code !== undefined) return byCode(reach, code);
  const [, slug] = /^\/offers\/([a-z0-9-]{1,80})$/.exec(path) ?? [];
  const offer = slug === undefined ? null : await findOffer(reach.db, slug);
  return offer && offer.state !== "draft" ? offer.id : null;
}

/** A draft has no account yet. */
async function byCode(reach: Reach, code: string): Promise<string | null> {
  const request = await findFunding(reach.db, code);
  return request && request.handle !== null ? request.id : null;
}

/** The site answers for its own actor (FEP-d556); elsewhere someone can ask to follow from here. */
export function namesLinks({ data: { origin } }: RequestContext<Reach>, resource: URL): readonly Link[] {
  const subscribe = {
    rel: "http://ostatus.org/schema/1.0/subscribe",
    template: `${origin}/authorize_interaction?uri={uri}`,
  };
  if (resource.href.replace(/\/$/, "") !== origin) return [subscribe];
  const href = actorIri(origin, { id: "", kind: "instance" });
  return [{ rel: "https://www.w3.org/ns/activitystreams#Service", type: "application/activity+json", href }, subscribe];
}

/** Where to ask about names, for older software. */
export function hostMeta(origin: string): Response {
  const template = `${origin}/.well-known/webfinger?resource={uri}`;
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0">
  <Link rel="lrdd" type="application/jrd+json" template="${template}"/>
</XRD>
`;
  return new Response(body, { headers: { "content-type": "application/xrd+xml; charset=utf-8" } });
}
