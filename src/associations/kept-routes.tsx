import { Hono } from "hono";
import { StillTherePage } from "../accounts/sign-in-page.tsx";
import { findKeptForm } from "../foundation/kept-forms.ts";
import { keptPath } from "./kept-parts.tsx";
import { type AssociationDeps, frameOf, type MemberEnv, showOwn } from "./member-parts.tsx";

/** `/association/again`: what somebody sent after their session had ended is here again, to be sent for good. */
export function keptRoutes(deps: AssociationDeps): Hono<MemberEnv> {
  return new Hono<MemberEnv>().get(keptPath, async (c) => {
    const { kept: key, path = "" } = c.req.query();
    const sent = await findKeptForm(deps.db, deps.secret, { key, path, now: deps.now() });
    if (sent === null) return c.redirect("/association", 303); // too late, or sent already
    const entries = Object.entries(sent).flatMap(([name, values]) => values.map((value) => [name, value] as const));
    const kept = { path, entries: entries.map(([name, value]): [string, string] => [name, value]), files: false };
    return showOwn(deps, c, <StillTherePage {...{ frame: await frameOf(deps, c), kept }} home="/association" />);
  });
}
