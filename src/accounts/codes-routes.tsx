import { type Context, type Env, Hono } from "hono";
import type { Wrong } from "../web/form-parts.tsx";
import { OwnForm, PresentPassword } from "./account-parts.tsx";
import {
  beginCodes,
  confirmCodes,
  describeKey,
  findBegunKey,
  findCodes,
  renewRecoveryCodes,
  turnOffCodes,
} from "./codes.ts";
import { BeginCodes, CodesOff, CodesOn, RecoveryCodes } from "./codes-page.tsx";
import { words } from "./codes-words.ts";
import { readFields } from "./entry-parts.tsx";
import type { OwnPlace } from "./own-place-parts.tsx";
import { words as roomWords } from "./words.ts";

/** `…/codes…` below one's account: a code of the telephone, too. */
export function codesRoutes<Here extends Env>(place: OwnPlace<Here>): Hono<Here> {
  const path = pathOf(place);
  return new Hono<Here>()
    .get(path, (c) => overview(place, c, {}))
    .post(path, (c) => begin(place, c))
    .get(`${path}/confirm`, (c) => c.redirect(path, 303)) // reloaded, or come back to
    .post(`${path}/confirm`, (c) => confirm(place, c))
    .get(`${path}/recovery`, (c) => showProof(place, c, "recovery", {}))
    .post(`${path}/recovery`, (c) => renew(place, c))
    .get(`${path}/off`, (c) => showProof(place, c, "off", {}))
    .post(`${path}/off`, (c) => turnOff(place, c));
}

const pathOf = ({ path }: { readonly path: string }): string => `${path}/codes`;

async function overview<Here extends Env>(
  place: OwnPlace<Here>,
  c: Context<Here>,
  wrong: Wrong,
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  const { language } = await place.frameOf(c);
  const codes = await findCodes(place.db, place.ownerOf(c).id);
  const { confirmed } = codes;
  const [path, asksPassword] = [place.path, await place.asksPassword(c)];
  const content =
    confirmed === null ? (
      <CodesOff {...{ language, path, asksPassword, wrong }} />
    ) : (
      <CodesOn {...{ language, path, codes, confirmed }} />
    );
  return place.show(c, { title: words[language].title, content }, status);
}

async function begin<Here extends Env>(place: OwnPlace<Here>, c: Context<Here>): Promise<Response> {
  const { text } = await readFields(c);
  const proof = await place.prove(c, text("password"));
  if (proof !== "proven") return overview(place, c, { password: proof.sentence }, proof.status);
  const { id } = place.ownerOf(c);
  const begun = await place.db.transaction().execute((tx) => beginCodes(tx, place.secret, id, place.now()));
  return begun.done ? showKey(place, c, begun.value, {}) : c.redirect(pathOf(place), 303);
}

async function confirm<Here extends Env>(place: OwnPlace<Here>, c: Context<Here>): Promise<Response> {
  const { text } = await readFields(c);
  const [{ id }, now] = [place.ownerOf(c), place.now()];
  const outcome = await place.db.transaction().execute(async (tx) => {
    const confirmed = await confirmCodes(tx, place.secret, id, { code: text("code", 20), now });
    if (confirmed.done) await place.note(tx, c, "codes-turned-on");
    return confirmed;
  });
  if (outcome.done) return showRecoveryCodes(place, c, outcome.value);
  const key = await findBegunKey(place.db, place.secret, id);
  if (key === null) return c.redirect(pathOf(place), 303);
  const { language } = await place.frameOf(c);
  return showKey(place, c, key, { code: roomWords[language].moreRefusals["code-wrong"] });
}

async function showKey<Here extends Env>(
  place: OwnPlace<Here>,
  c: Context<Here>,
  key: Buffer,
  wrong: Wrong,
): Promise<Response> {
  const { language, host } = await place.frameOf(c);
  const issuer = host?.name ?? new URL(place.origin).host;
  const { uri, text } = await describeKey(key, { issuer, label: place.ownerOf(c).email });
  const { renderSVG } = await import("uqr");
  const drawing = renderSVG(uri, { border: 2 });
  const content = <BeginCodes {...{ language, path: place.path, uri, text, drawing, wrong }} />;
  const page = { title: words[language].begin.title, content, path: pathOf(place), secret: true };
  return place.show(c, page, "code" in wrong ? 422 : 200);
}

async function showRecoveryCodes<Here extends Env>(
  place: OwnPlace<Here>,
  c: Context<Here>,
  codes: readonly string[],
): Promise<Response> {
  const { language, host, origin } = await place.frameOf(c);
  const belongs = [host?.name ?? "Essaim", origin, place.ownerOf(c).email].join(", ");
  const content = <RecoveryCodes {...{ language, path: place.path, codes, belongs }} />;
  return place.show(c, { title: words[language].recovery.title, content, path: pathOf(place), secret: true });
}

async function showProof<Here extends Env>(
  place: OwnPlace<Here>,
  c: Context<Here>,
  what: "recovery" | "off",
  wrong: Wrong,
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  const { language } = await place.frameOf(c);
  const [path, { recovery, turnOff: off, title }] = [pathOf(place), words[language]];
  const renewing = { title: recovery.renewTitle, lead: recovery.renewLead, submit: recovery.renewSubmit };
  const form = what === "recovery" ? renewing : { ...off, danger: true };
  const content = (
    <OwnForm {...{ language, wrong, ...form, action: `${path}/${what}`, back: { href: path, label: title } }}>
      {(await place.asksPassword(c)) && <PresentPassword language={language} wrong={wrong} />}
    </OwnForm>
  );
  return place.show(c, { title: form.title, content }, status);
}

async function renew<Here extends Env>(place: OwnPlace<Here>, c: Context<Here>): Promise<Response> {
  const { text } = await readFields(c);
  const proof = await place.prove(c, text("password"));
  if (proof !== "proven") return showProof(place, c, "recovery", { password: proof.sentence }, proof.status);
  const { id } = place.ownerOf(c);
  const codes = await place.db.transaction().execute(async (tx) => {
    if ((await findCodes(tx, id)).confirmed === null) return null;
    await place.note(tx, c, "recovery-codes-renewed");
    return renewRecoveryCodes(tx, place.secret, id);
  });
  return codes === null ? c.redirect(pathOf(place), 303) : showRecoveryCodes(place, c, codes);
}

async function turnOff<Here extends Env>(place: OwnPlace<Here>, c: Context<Here>): Promise<Response> {
  const { text } = await readFields(c);
  const proof = await place.prove(c, text("password"));
  if (proof !== "proven") return showProof(place, c, "off", { password: proof.sentence }, proof.status);
  await place.db.transaction().execute(async (tx) => {
    await turnOffCodes(tx, place.ownerOf(c).id);
    await place.note(tx, c, "codes-turned-off");
  });
  return c.redirect(`${place.path}?done=codes-off`, 303);
}
