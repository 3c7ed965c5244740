import type { Context } from "hono";
import { type SignInDeps as DeskDoor, findPerson } from "./accounts/entry-parts.tsx";
import type { Acting } from "./funding/acting.ts";
import { findHost } from "./hosts/queries.ts";
import { currentVisitor, type VisitorDeps } from "./visitors/visitor-parts.tsx";

/** As what somebody can act on requests and promises, on this browser: all that they have shown. */
export async function whoActs(deps: DeskDoor & VisitorDeps, c: Context): Promise<readonly Acting[]> {
  return [...(await asHost(deps, c)), ...(await asVisitor(deps, c))];
}

/** The account that is signed in on this browser, of the host's team or of an association; null for everybody else. */
export async function signedInAccount(deps: DeskDoor, c: Context): Promise<string | null> {
  return (await findPerson(deps, c))?.id ?? null;
}

/** Readers of the desk look on: they promise nothing for the host. */
async function asHost(deps: DeskDoor, c: Context): Promise<readonly Acting[]> {
  const person = await findPerson(deps, c);
  if (person === null || person.role === "reader") return [];
  const host = await findHost(deps.db);
  return host === null ? [] : [{ kind: "host", name: host.profile.name }];
}

async function asVisitor(deps: VisitorDeps, c: Context): Promise<readonly Acting[]> {
  const visitor = await currentVisitor(deps, c);
  return visitor === null ? [] : [{ kind: "actor", actor: visitor.actor, name: visitor.name, address: visitor.url }];
}
