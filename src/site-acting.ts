import type { TaskList } from "graphile-worker";
import type { Context } from "hono";
import { Hono } from "hono";
import { type SignInDeps as DeskDoor, findPerson } from "./accounts/entry-parts.tsx";
import { answerRoutes } from "./acting/answer-routes.tsx";
import { mineRoutes } from "./acting/mine-routes.tsx";
import { pledgeRoutes } from "./acting/pledge-routes.tsx";
import { requestRoutes } from "./acting/request-routes.tsx";
import { stewardRoutes } from "./acting/steward-routes.tsx";
import type { WayIn } from "./acting/who-page.tsx";
import type { ActingDeps, ActingEnv } from "./acting/who-parts.tsx";
import { mayAct, mayDraft } from "./associations/associations.ts";
import { currentMember } from "./associations/member-parts.tsx";
import { answerElsewhereRoutes } from "./elsewhere/answer-routes.tsx";
import { elsewhereRoutes } from "./elsewhere/routes.tsx";
import type { Database } from "./foundation/database.ts";
import { sweepKeptForms } from "./foundation/kept-forms.ts";
import type { Acting } from "./funding/acting.ts";
import { openOrHold } from "./funding/holding.ts";
import { findHost } from "./hosts/queries.ts";
import { currentVisitor, type VisitorDeps } from "./visitors/visitor-parts.tsx";
import { openLimit, quotas } from "./web/limits.ts";

/** As what somebody can act on requests and promises, on this browser: all that they have shown. */
export async function whoActs(deps: DeskDoor & VisitorDeps, c: Context): Promise<readonly Acting[]> {
  return [...(await asHost(deps, c)), ...(await asAssociation(deps, c, mayAct)), ...(await asVisitor(deps, c))];
}

/** The same for drafts, which nobody else sees: an association that waits to be accepted writes them already. */
export async function whoDrafts(deps: DeskDoor & VisitorDeps, c: Context): Promise<readonly Acting[]> {
  return [...(await asHost(deps, c)), ...(await asAssociation(deps, c, mayDraft)), ...(await asVisitor(deps, c))];
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
  return host === null ? [] : [{ kind: "host", name: host.profile.name, by: person }];
}

async function asAssociation(deps: DeskDoor, c: Context, may: typeof mayAct): Promise<readonly Acting[]> {
  const acting = await currentMember(deps, c);
  if (acting === null || !may(acting.association)) return [];
  const { id, name } = acting.association;
  return [{ kind: "association", id, name }];
}

async function asVisitor(deps: VisitorDeps, c: Context): Promise<readonly Acting[]> {
  const visitor = await currentVisitor(deps, c);
  return visitor === null ? [] : [{ kind: "actor", actor: visitor.actor, name: visitor.name, address: visitor.url }];
}

/** The pages on which somebody asks, promises, answers and carries on. */
export function actingRoutes(parts: Omit<ActingDeps, "limit" | "waysIn" | "openRequest">): Hono<ActingEnv> {
  const deps: ActingDeps = { ...parts, waysIn, openRequest: openOrHold, limit: openLimit(quotas.keptForms) };
  const pages = new Hono<ActingEnv>();
  for (const part of [
    elsewhereRoutes,
    answerElsewhereRoutes,
    mineRoutes,
    requestRoutes,
    pledgeRoutes,
    stewardRoutes,
    answerRoutes,
  ])
    pages.route("/", part(deps));
  return pages;
}

/** The doors by which somebody shows who they are, and is led back. */
export function waysIn(then: string): readonly WayIn[] {
  const led = encodeURIComponent(then);
  return [
    { kind: "association", href: `/association/sign-in?then=${led}`, anew: `/association/new?then=${led}` },
    { kind: "actor", href: `/sign-in?then=${encodeURIComponent(then)}` },
    {
      kind: "host",
      href: `/admin/sign-in?back=${encodeURIComponent(`/admin/funding/on?to=${encodeURIComponent(then)}`)}`,
    },
  ];
}

/** The job that forgets what was typed by those who never came in. */
export const actingTasks = (db: Database): TaskList => ({ "sweep-kept-forms": () => sweepKeptForms(db) });
export const actingCrontab = ["17 * * * * sweep-kept-forms"];
