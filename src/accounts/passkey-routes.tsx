import { type Context, type Env, Hono } from "hono";
import { NotFound } from "../foundation/errors.ts";
import type { Wrong } from "../web/form-parts.tsx";
import { words as pageWords } from "./account-words.ts";
import { readFields } from "./entry-parts.tsx";
import type { OwnPlace } from "./own-place-parts.tsx";
import { askForNewPasskey, readNewPasskey } from "./passkey-ceremonies.ts";
import { NewPasskey } from "./passkey-page.tsx";
import { keepPasskey, type PasskeyRefusal, removePasskey } from "./passkeys.ts";
import { words } from "./words.ts";

/** `…/passkeys…` below one's account: one more, or one less. */
export function passkeyRoutes<Here extends Env>(place: OwnPlace<Here>): Hono<Here> {
  const path = `${place.path}/passkeys`;
  return new Hono<Here>()
    .get(`${path}/new`, (c) => show(place, c, "", {}))
    .post(`${path}/options`, (c) => options(place, c))
    .post(`${path}/new`, (c) => add(place, c))
    .post(`${path}/:id{[A-Za-z0-9_-]+}/remove`, async (c) => {
      await place.db.transaction().execute(async (tx) => {
        const name = await removePasskey(tx, place.ownerOf(c).id, c.req.param("id"));
        if (name === null) throw new NotFound("this passkey is not theirs, or removed already");
        await place.note(tx, c, "passkey-removed", name);
      });
      return c.redirect(`${place.path}?done=passkey-removed`, 303);
    });
}

async function show<Here extends Env>(
  place: OwnPlace<Here>,
  c: Context<Here>,
  name: string,
  wrong: Wrong,
  status: 200 | 422 = 200,
): Promise<Response> {
  const { language } = await place.frameOf(c);
  const asksPassword = await place.asksPassword(c);
  const content = <NewPasskey {...{ language, path: place.path, asksPassword, name, wrong }} />;
  const { title } = pageWords[language].passkeyPage;
  return place.show(c, { title, content, path: `${place.path}/passkeys/new`, scripts: ["passkey"] }, status);
}

/** Only who has shown again who they are learns what a new passkey has to sign, so a browser that was left open adds none. */
async function options<Here extends Env>(place: OwnPlace<Here>, c: Context<Here>): Promise<Response> {
  const { text } = await readFields(c);
  const { language } = await place.frameOf(c);
  c.header("cache-control", "no-store");
  if (text("name").trim() === "") return c.json({ problem: words[language].moreRefusals["name-missing"] }, 422);
  const proof = await place.prove(c, text("password"));
  if (proof !== "proven") return c.json({ problem: proof.sentence }, proof.status);
  return c.json(await askForNewPasskey(place, place.ownerOf(c)));
}

async function add<Here extends Env>(place: OwnPlace<Here>, c: Context<Here>): Promise<Response> {
  const { text } = await readFields(c);
  const [{ id }, created] = [place.ownerOf(c), place.now()];
  const name = text("name").trim().slice(0, 100);
  const made = await readNewPasskey(place, id, text("credential", 100_000));
  if (made === null) return refuse(place, c, name, "passkey-refused");
  const added = await place.db.transaction().execute(async (tx) => {
    const kept = await keepPasskey(tx, id, { ...made, name, created });
    if (kept.done) await place.note(tx, c, "passkey-added", name);
    return kept;
  });
  if (!added.done) return refuse(place, c, name, added.reason);
  return c.redirect(`${place.path}?done=passkey-added`, 303);
}

async function refuse<Here extends Env>(
  place: OwnPlace<Here>,
  c: Context<Here>,
  name: string,
  reason: PasskeyRefusal,
): Promise<Response> {
  const { language } = await place.frameOf(c);
  return show(place, c, name, { name: words[language].moreRefusals[reason] }, 422);
}
