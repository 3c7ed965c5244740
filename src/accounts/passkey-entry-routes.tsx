import { type Context, Hono } from "hono";
import type { DeskEnv } from "../web/desk.tsx";
import { findCodes } from "./codes.ts";
import { ask, goIn, readFields, type SignInDeps } from "./entry-parts.tsx";
import { askForPasskey, findByPasskey } from "./passkey-ceremonies.ts";
import { findAccountById } from "./queries.ts";
import { askForCode } from "./second-step-routes.tsx";
import { words } from "./sign-in-words.ts";

/** `/admin/sign-in/passkey`: in without an address or a password. */
export function passkeyEntryRoutes(deps: SignInDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .post("/admin/sign-in/passkey/options", async (c) => {
      c.header("cache-control", "no-store");
      return c.json(await askForPasskey(deps));
    })
    .post("/admin/sign-in/passkey", (c) => signIn(deps, c));
}

async function signIn(deps: SignInDeps, c: Context<DeskEnv>): Promise<Response> {
  const { text, travel } = await readFields(c);
  const owner = await findByPasskey(deps, text("credential", 100_000), findAccountById);
  if (owner === null) {
    const { language } = await deps.readFrame(c.req.raw);
    return ask(deps, c, { ...travel, wrong: words[language].passkeyFailed }, 422);
  }
  const { account, verified } = owner;
  // A device that made sure of the person is two things already: what they have, and who they are.
  if (!verified && (await findCodes(deps.db, account.id)).confirmed !== null)
    return askForCode(deps, c, account, travel);
  return goIn(deps, c, account, { ...travel, deed: "signed-in-with-passkey" });
}
