import { type Context, Hono } from "hono";
import { NotFound } from "../foundation/errors.ts";
import type { DeskEnv } from "../web/desk.tsx";
import type { Wrong } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { type AccountDeps, provePerson } from "./account-parts.tsx";
import { readFields } from "./entry-parts.tsx";
import { enter } from "./journal.ts";
import { askForNewPasskey, readNewPasskey } from "./passkey-ceremonies.ts";
import { PasskeyPage } from "./passkey-page.tsx";
import { keepPasskey, type PasskeyRefusal, removePasskey } from "./passkeys.ts";
import { words } from "./words.ts";

const path = "/admin/account/passkeys";

/** `/admin/account/passkeys…`: one more, or one less. */
export function passkeyRoutes(deps: AccountDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get(`${path}/new`, (c) => show(deps, c, "", {}))
    .post(`${path}/options`, (c) => options(deps, c))
    .post(`${path}/new`, (c) => add(deps, c))
    .post(`${path}/:id{[A-Za-z0-9_-]+}/remove`, async (c) => {
      const person = c.get("person");
      await deps.db.transaction().execute(async (tx) => {
        const name = await removePasskey(tx, person.id, c.req.param("id"));
        if (name === null) throw new NotFound("this passkey is not theirs, or removed already");
        await enter(tx, person, { deed: "passkey-removed", subject: name, now: deps.now() });
      });
      return c.redirect("/admin/account?done=passkey-removed", 303);
    });
}

async function show(
  deps: AccountDeps,
  c: Context<DeskEnv>,
  name: string,
  wrong: Wrong,
  status: 200 | 422 = 200,
): Promise<Response> {
  const frame = { ...(await deps.frameOf(c)), path: `${path}/new` };
  return showDeskPage(c, <PasskeyPage {...{ frame, name, wrong }} />, status);
}

/** Only who knows the password learns what a new passkey has to sign, so a browser that was left open adds none. */
async function options(deps: AccountDeps, c: Context<DeskEnv>): Promise<Response> {
  const { text } = await readFields(c);
  const frame = await deps.frameOf(c);
  c.header("cache-control", "no-store");
  if (text("name").trim() === "") return c.json({ problem: words[frame.language].moreRefusals["name-missing"] }, 422);
  const proof = await provePerson(deps, c, frame, text("password"));
  if ("sentence" in proof) return c.json({ problem: proof.sentence }, proof.status);
  return c.json(await askForNewPasskey(deps, proof.account));
}

async function add(deps: AccountDeps, c: Context<DeskEnv>): Promise<Response> {
  const { text } = await readFields(c);
  const [person, created] = [c.get("person"), deps.now()];
  const name = text("name").trim().slice(0, 100);
  const made = await readNewPasskey(deps, person.id, text("credential", 100_000));
  if (made === null) return refuse(deps, c, name, "passkey-refused");
  const added = await deps.db.transaction().execute(async (tx) => {
    const kept = await keepPasskey(tx, person.id, { ...made, name, created });
    if (kept.done) await enter(tx, person, { deed: "passkey-added", subject: name, now: created });
    return kept;
  });
  return added.done ? c.redirect("/admin/account?done=passkey-added", 303) : refuse(deps, c, name, added.reason);
}

async function refuse(deps: AccountDeps, c: Context<DeskEnv>, name: string, reason: PasskeyRefusal) {
  const { language } = await deps.frameOf(c);
  return show(deps, c, name, { name: words[language].moreRefusals[reason] }, 422);
}
