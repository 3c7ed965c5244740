import { type Context, Hono } from "hono";
import { NotFound } from "../foundation/errors.ts";
import type { DeskEnv } from "../web/desk.tsx";
import { showDeskPage } from "../web/respond.ts";
import { AccountPage, type Deed } from "./account-page.tsx";
import type { AccountDeps } from "./account-parts.tsx";
import { words } from "./account-words.ts";
import { findCodes } from "./codes.ts";
import { codesRoutes } from "./codes-routes.tsx";
import { deskPlace } from "./desk-place-parts.tsx";
import { enter } from "./journal.ts";
import { ownFormRoutes } from "./own-form-routes.tsx";
import { passkeyRoutes } from "./passkey-routes.tsx";
import { listPasskeys } from "./passkeys.ts";
import { endSession, endSessions, listSessions } from "./sessions.ts";

/** `/admin/account…`: what everybody may do, for themselves. */
export function accountRoutes(deps: AccountDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get("/admin/account", (c) => overview(deps, c))
    .post("/admin/account/sessions/end-others", async (c) => {
      const { id, session } = c.get("person");
      await deps.db.transaction().execute(async (tx) => {
        const ended = await endSessions(tx, id, session);
        if (ended > 0) await enter(tx, c.get("person"), { deed: "sessions-ended", now: deps.now() });
      });
      return c.redirect("/admin/account?done=sessions-ended", 303);
    })
    .post("/admin/account/sessions/:id{[0-9a-f-]{36}}/end", async (c) => {
      const person = c.get("person");
      const ended = await deps.db.transaction().execute(async (tx) => {
        const found = await endSession(tx, person.id, c.req.param("id"));
        if (found) await enter(tx, person, { deed: "sessions-ended", now: deps.now() });
        return found;
      });
      if (!ended) throw new NotFound("this session is not theirs, or ended already");
      return c.redirect("/admin/account?done=session-ended", 303);
    })
    .route("/", ownFormRoutes(deps))
    .route("/", codesRoutes(deskPlace(deps)))
    .route("/", passkeyRoutes(deskPlace(deps)));
}

async function overview(deps: AccountDeps, c: Context<DeskEnv>): Promise<Response> {
  const { db } = deps;
  const [frame, { id }] = [await deps.frameOf(c), c.get("person")];
  const codes = await findCodes(db, id);
  const [passkeys, sessions] = [await listPasskeys(db, id), await listSessions(db, id)];
  const asked = c.req.query("done") ?? "";
  const done = Object.hasOwn(words.fr.done, asked) ? (asked as Deed) : null;
  return showDeskPage(c, <AccountPage {...{ frame, done, codes, passkeys, sessions }} />);
}
