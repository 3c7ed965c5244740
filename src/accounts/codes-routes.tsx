import { type Context, Hono } from "hono";
import type { DeskEnv } from "../web/desk.tsx";
import type { Wrong } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { type AccountDeps, AccountForm, PresentPassword, provePerson, showSecretPage } from "./account-parts.tsx";
import {
  beginCodes,
  confirmCodes,
  describeKey,
  findBegunKey,
  findCodes,
  renewRecoveryCodes,
  turnOffCodes,
} from "./codes.ts";
import { BeginPage, CodesOffForm, CodesPage, RecoveryCodesPage } from "./codes-page.tsx";
import { words } from "./codes-words.ts";
import { readFields } from "./entry-parts.tsx";
import { enter } from "./journal.ts";
import { words as roomWords } from "./words.ts";

const path = "/admin/account/codes";

/** `/admin/account/codes…`: a code of the telephone beside the password. */
export function codesRoutes(deps: AccountDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get(path, async (c) => {
      const [frame, codes] = [await deps.frameOf(c), await findCodes(deps.db, c.get("person").id)];
      const page =
        codes.confirmed === null ? (
          <CodesOffForm frame={frame} wrong={{}} />
        ) : (
          <CodesPage {...{ frame, codes, confirmed: codes.confirmed }} />
        );
      return showDeskPage(c, page);
    })
    .post(path, (c) => begin(deps, c))
    .get(`${path}/confirm`, (c) => c.redirect(path, 303)) // reloaded, or come back to
    .post(`${path}/confirm`, (c) => confirm(deps, c))
    .get(`${path}/recovery`, (c) => showProof(deps, c, "recovery", {}))
    .post(`${path}/recovery`, (c) => renew(deps, c))
    .get(`${path}/off`, (c) => showProof(deps, c, "off", {}))
    .post(`${path}/off`, (c) => turnOff(deps, c));
}

async function begin(deps: AccountDeps, c: Context<DeskEnv>): Promise<Response> {
  const { text } = await readFields(c);
  const [person, frame] = [c.get("person"), await deps.frameOf(c)];
  const proof = await provePerson(deps, c, frame, text("password"));
  if ("sentence" in proof)
    return showDeskPage(c, <CodesOffForm frame={frame} wrong={{ password: proof.sentence }} />, proof.status);
  const begun = await deps.db.transaction().execute((tx) => beginCodes(tx, deps.secret, person.id, deps.now()));
  return begun.done ? showKey(deps, c, begun.value, {}) : c.redirect(path, 303);
}

async function confirm(deps: AccountDeps, c: Context<DeskEnv>): Promise<Response> {
  const { text } = await readFields(c);
  const [person, now] = [c.get("person"), deps.now()];
  const outcome = await deps.db.transaction().execute(async (tx) => {
    const confirmed = await confirmCodes(tx, deps.secret, person.id, { code: text("code", 20), now });
    if (confirmed.done) await enter(tx, person, { deed: "codes-turned-on", now });
    return confirmed;
  });
  if (outcome.done) return showRecoveryCodes(deps, c, outcome.value);
  const key = await findBegunKey(deps.db, deps.secret, person.id);
  if (key === null) return c.redirect(path, 303);
  const { language } = await deps.frameOf(c);
  return showKey(deps, c, key, { code: roomWords[language].moreRefusals["code-wrong"] });
}

async function showKey(deps: AccountDeps, c: Context<DeskEnv>, key: Buffer, wrong: Wrong): Promise<Response> {
  const frame = { ...(await deps.frameOf(c)), path };
  const issuer = frame.host?.name ?? new URL(deps.origin).host;
  const { uri, text } = await describeKey(key, { issuer, label: frame.person.email });
  const { renderSVG } = await import("uqr");
  const drawing = renderSVG(uri, { border: 2 });
  return showSecretPage(c, <BeginPage {...{ frame, uri, text, drawing, wrong }} />, "code" in wrong ? 422 : 200);
}

async function showRecoveryCodes(deps: AccountDeps, c: Context<DeskEnv>, codes: readonly string[]) {
  const frame = { ...(await deps.frameOf(c)), path };
  return showSecretPage(c, <RecoveryCodesPage frame={frame} codes={codes} />);
}

async function showProof(
  deps: AccountDeps,
  c: Context<DeskEnv>,
  what: "recovery" | "off",
  wrong: Wrong,
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  const frame = await deps.frameOf(c);
  const { recovery, turnOff: off, title } = words[frame.language];
  const renewing = { title: recovery.renewTitle, lead: recovery.renewLead, submit: recovery.renewSubmit };
  const page = (
    <AccountForm
      {...{ frame, wrong, action: `${path}/${what}`, back: { href: path, label: title } }}
      {...(what === "recovery" ? renewing : { ...off, danger: true })}
    >
      <PresentPassword language={frame.language} wrong={wrong} />
    </AccountForm>
  );
  return showDeskPage(c, page, status);
}

async function renew(deps: AccountDeps, c: Context<DeskEnv>): Promise<Response> {
  const { text } = await readFields(c);
  const [person, frame] = [c.get("person"), await deps.frameOf(c)];
  const proof = await provePerson(deps, c, frame, text("password"));
  if ("sentence" in proof) return showProof(deps, c, "recovery", { password: proof.sentence }, proof.status);
  const codes = await deps.db.transaction().execute(async (tx) => {
    if ((await findCodes(tx, person.id)).confirmed === null) return null;
    await enter(tx, person, { deed: "recovery-codes-renewed", now: deps.now() });
    return renewRecoveryCodes(tx, deps.secret, person.id);
  });
  return codes === null ? c.redirect(path, 303) : showRecoveryCodes(deps, c, codes);
}

async function turnOff(deps: AccountDeps, c: Context<DeskEnv>): Promise<Response> {
  const { text } = await readFields(c);
  const [person, frame] = [c.get("person"), await deps.frameOf(c)];
  const proof = await provePerson(deps, c, frame, text("password"));
  if ("sentence" in proof) return showProof(deps, c, "off", { password: proof.sentence }, proof.status);
  await deps.db.transaction().execute(async (tx) => {
    await turnOffCodes(tx, person.id);
    await enter(tx, person, { deed: "codes-turned-off", now: deps.now() });
  });
  return c.redirect("/admin/account?done=codes-off", 303);
}
