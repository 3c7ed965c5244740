import { Unreachable } from "../../src/foundation/errors.ts";
import { done, type Outcome, refused } from "../../src/foundation/outcome.ts";
import { findClient, forgetClient } from "../../src/visitors/servers.ts";
import type { Lead, LeadRefusal, Means, Place, ReturnRefusal, Visitor } from "../../src/visitors/visitors.ts";
import { findAccount } from "../actors/find-account.ts";
import type { RemoteActors } from "../actors/remote-actors.ts";
import type { RemoteActor } from "../actors/remote-document.ts";
import { originOf, sameOrigin } from "../guard/origins.ts";
import { clientAt, type Knowing, returnAddress } from "./client.ts";
import { authorizePage, describeServer, isOfFediverse, type TheirServer } from "./their-server.ts";
import { type Grant, whoCame } from "./who.ts";

export interface WayInDeps extends Knowing {
  readonly remoteActors: Pick<RemoteActors, "see">;
}

/** Leads somebody to where they can show who they are. What they typed is only ever asked through the guarded way out. */
export async function leadIn(
  deps: WayInDeps,
  place: Place,
  { by, ...proof }: Proof & { readonly by: Means },
): Promise<Outcome<Lead, LeadRefusal>> {
  if (place.host === new URL(deps.origin).host) return refused("own-address");
  if (deps.outbound.refuses(`https://${place.host}`)) return refused("domain-blocked");
  return await whereItAnswers(async () => {
    const found = place.account === null ? done(null) : await findVisitor(deps, place.account);
    if (!found.done) return found;
    const visitor = found.value;
    if (by === "server") return await leadToServer(deps, await serverOf(deps, place, visitor), visitor, proof);
    return visitor ? done({ by, visitor }) : refused("account-needed");
  });
}

interface Proof {
  readonly state: string;
  readonly challenge: string;
}

/** Who came back from their server: an actor of that very server, which it shows itself. */
export async function comeBack(
  deps: WayInDeps,
  { server: origin, visitor }: { readonly server: string; readonly visitor: Visitor | null },
  grant: Grant,
): Promise<Outcome<Visitor, ReturnRefusal>> {
  if (deps.outbound.refuses(origin)) return refused("domain-blocked");
  return await whereItAnswers<Visitor, ReturnRefusal>(async () => {
    const came = await askWho(deps, origin, grant);
    if (!came.done) return came;
    const actor = await deps.remoteActors.see(came.value);
    if (actor === null) return refused("actor-unknown");
    return done(actor.id === visitor?.actor ? visitor : visitorOf(actor, null));
  });
}

async function whereItAnswers<Value, Reason>(
  ask: () => Promise<Outcome<Value, Reason>>,
): Promise<Outcome<Value, Reason | "unreachable">> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Unreachable) return refused("unreachable");
    throw error;
  }
}

async function askWho(
  deps: WayInDeps,
  origin: string,
  grant: Grant,
): Promise<Outcome<string, "server-refused" | "foreign-actor">> {
  const client = await findClient(deps.db, deps.secret, origin);
  if (client === null) return refused("server-refused");
  const came = await whoCame(deps, await describeServer(deps.outbound, origin), { client, grant });
  if (!came.done && came.reason === "stranger") await forgetClient(deps.db, origin);
  if (!came.done) return refused("server-refused");
  // No server speaks for the people of another, whatever its WebFinger says.
  return sameOrigin(came.value, origin) ? done(came.value) : refused("foreign-actor");
}

async function findVisitor(
  deps: WayInDeps,
  account: string,
): Promise<Outcome<Visitor, "account-unknown" | "domain-blocked" | "own-address">> {
  const actor = await findAccount(deps, account);
  if (actor === null) return refused("account-unknown");
  if (deps.outbound.refuses(actor.id)) return refused("domain-blocked");
  return sameOrigin(actor.id, deps.origin) ? refused("own-address") : done(visitorOf(actor, `@${account}`));
}

function visitorOf({ id, name, handle, url }: RemoteActor, address: string | null): Visitor {
  const { host } = new URL(id);
  const shown = address ?? (handle === null ? host : `@${handle}@${host}`);
  return {
    actor: id,
    name: plainName(name ?? "") || plainName(handle ?? "") || shown,
    address: shown.slice(0, 300),
    url: url !== null && sameOrigin(url, id) ? url : id,
  };
}

/** A name in one line, without what turns the words around it. */
function plainName(text: string): string {
  const plain = text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  return [...plain].slice(0, 100).join("");
}

/** That of the account; of a server only typed, by https, else by http, which only goes where the operator allows it. */
async function serverOf({ outbound }: WayInDeps, { host }: Place, visitor: Visitor | null): Promise<TheirServer> {
  const origin = visitor && originOf(visitor.actor);
  if (origin) return describeServer(outbound, origin);
  try {
    return await describeServer(outbound, `https://${host}`);
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    return await describeServer(outbound, `http://${host}`);
  }
}

async function leadToServer(
  deps: WayInDeps,
  server: TheirServer,
  visitor: Visitor | null,
  proof: Proof,
): Promise<Outcome<Lead, LeadRefusal>> {
  const client = await clientAt(deps, server);
  if (client.done) {
    const page = authorizePage(server, { client: client.value.id, redirect: returnAddress(deps.origin), ...proof });
    return done({ by: "server", server: server.origin, page, visitor });
  }
  if (client.reason === "apps-refused") return refused("apps-refused");
  if (visitor !== null) return done({ by: "message", visitor });
  return refused((await isOfFediverse(deps.outbound, server.origin)) ? "account-needed" : "not-fediverse");
}
