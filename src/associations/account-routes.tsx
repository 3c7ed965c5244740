import { type Context, Hono } from "hono";
import { refusalOfPassword } from "../accounts/account.ts";
import { setPassword } from "../accounts/changes.ts";
import { findCodes } from "../accounts/codes.ts";
import { codesRoutes } from "../accounts/codes-routes.tsx";
import { describeMember, hasPassword } from "../accounts/members.ts";
import type { OwnPlace } from "../accounts/own-place-parts.tsx";
import { passkeyRoutes } from "../accounts/passkey-routes.tsx";
import { listPasskeys } from "../accounts/passkeys.ts";
import { endSession, endSessions, listSessions } from "../accounts/sessions.ts";
import { words as accountWords } from "../accounts/words.ts";
import { NotFound } from "../foundation/errors.ts";
import { sendMail } from "../foundation/mail.ts";
import { AccountPage, type AccountPageProps, ClosePage, type Done } from "./account-page.tsx";
import { words } from "./account-words.ts";
import { countRunning } from "./closing.ts";
import { exportAssociation } from "./export.ts";
import { closeAssociation } from "./goodbye-parts.tsx";
import { forgetInvitations } from "./inviting.ts";
import { words as letterWords } from "./letter-words.ts";
import {
  type AssociationDeps,
  frameOf,
  letOut,
  type MemberEnv,
  mailsOf,
  readFields,
  showOwn,
} from "./member-parts.tsx";
import { accountPath, freshDoor, memberPlace } from "./own-place-parts.tsx";
import { words as roomWords } from "./words.ts";

const path = accountPath;

/** `/association/account…`: what belongs to one person, the data of all, and the end. */
export function accountRoutes(deps: AssociationDeps): Hono<MemberEnv> {
  const place = memberPlace(deps);
  const fresh = freshDoor(deps);
  return new Hono<MemberEnv>()
    .use(`${path}/passkeys/*`, fresh)
    .use(`${path}/codes/*`, fresh)
    .on("POST", `${path}/password`, fresh)
    .get(path, (c) => show(deps, c))
    .post(path, (c) => describe(deps, c))
    .get(`${path}/password`, (c) => c.redirect(path, 303)) // a form's address, reloaded
    .post(`${path}/password`, (c) => change(deps, place, c))
    .post(`${path}/sessions/end-others`, async (c) => {
      const { member, session } = c.get("acting");
      await deps.db.transaction().execute((tx) => endSessions(tx, member.id, session));
      return c.redirect(`${path}?done=others-ended`, 303);
    })
    .post(`${path}/sessions/:id{[0-9a-f-]{36}}/end`, async (c) => {
      const { member } = c.get("acting");
      const ended = await deps.db.transaction().execute((tx) => endSession(tx, member.id, c.req.param("id")));
      if (!ended) throw new NotFound("this session is not theirs, or ended already");
      return c.redirect(`${path}?done=ended`, 303);
    })
    .get(`${path}/data.json`, async (c) => {
      const data = await exportAssociation(deps.db, c.get("acting").association.id, deps.following);
      c.header("cache-control", "private, no-store");
      c.header("content-disposition", 'attachment; filename="association.json"');
      return c.body(`${JSON.stringify(data, null, 2)}\n`, 200, { "content-type": "application/json; charset=utf-8" });
    })
    .get(`${path}/close`, (c) => showClose(deps, c, "", null))
    .post(`${path}/close`, (c) => close(deps, c))
    .route("/", passkeyRoutes(place))
    .route("/", codesRoutes(place));
}

async function describe(deps: AssociationDeps, c: Context<MemberEnv>): Promise<Response> {
  const text = await readFields(c);
  const { member } = c.get("acting");
  const { language, host } = await frameOf(deps, c);
  const typed = { name: text("name", 100), email: text("email", 254) };
  const outcome = await deps.db.transaction().execute(async (tx) => {
    const changed = await describeMember(tx, member, typed);
    const moved = changed.done && typed.email.trim() !== member.email;
    const letter = letterWords[language].emailChanged(host?.name ?? "", typed.email.trim());
    if (moved) await sendMail(tx, deps.mail, { to: member.email, ...letter });
    // An invitation to an address that is now somebody's would let who has its link into their account.
    if (moved) await forgetInvitations(tx, member.association, typed.email);
    return changed;
  });
  if (outcome.done) return c.redirect(`${path}?done=saved`, 303);
  return show(deps, c, { typed, wrong: { email: roomWords[language].refusals[outcome.reason] } }, 422);
}

async function change(deps: AssociationDeps, place: OwnPlace<MemberEnv>, c: Context<MemberEnv>): Promise<Response> {
  const text = await readFields(c);
  const [{ member, session }, { language, host }] = [c.get("acting"), await frameOf(deps, c)];
  const proof = await place.prove(c, text("present"));
  if (proof !== "proven") return show(deps, c, { wrong: { present: proof.sentence } }, proof.status);
  const reason = refusalOfPassword(text("fresh"), member.email);
  if (reason !== null) return show(deps, c, { wrong: { fresh: accountWords[language].refusals[reason] } }, 422);
  await deps.db.transaction().execute(async (tx) => {
    await setPassword(tx, member.id, text("fresh"), session);
    await sendMail(tx, deps.mail, { to: member.email, ...letterWords[language].passwordChanged(host?.name ?? "") });
  });
  return c.redirect(`${path}?done=password`, 303);
}

async function close(deps: AssociationDeps, c: Context<MemberEnv>): Promise<Response> {
  const typed = (await readFields(c))("confirm", 300);
  const { association } = c.get("acting");
  const { language, host } = await frameOf(deps, c);
  const same = (text: string) => text.trim().replaceAll(/\s+/g, " ").toLowerCase();
  if (same(typed) !== same(association.name)) return showClose(deps, c, typed, words[language].closePage.confirmWrong);
  const post = { ...deps, host: host?.name ?? "" };
  const outcome = await deps.db.transaction().execute((tx) => closeAssociation(tx, post, association, deps.now()));
  if (!outcome.done) return showClose(deps, c, typed, words[language].closePage.running);
  letOut(deps, c);
  return c.redirect(outcome.value, 303);
}

async function showClose(deps: AssociationDeps, c: Context<MemberEnv>, typed: string, sentence: string | null) {
  const acting = c.get("acting");
  const frame = await frameOf(deps, c, `${path}/close`);
  const running = (await countRunning(deps.db, acting.association.id)) > 0;
  const wrong = sentence === null || running ? {} : { confirm: sentence };
  return showOwn(deps, c, <ClosePage {...{ frame, acting, running, typed, wrong }} />, sentence === null ? 200 : 422);
}

async function show(
  deps: AssociationDeps,
  c: Context<MemberEnv>,
  more: Partial<AccountPageProps> = {},
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  const acting = c.get("acting");
  const { member } = acting;
  const asked = c.req.query("done") ?? "";
  const props: AccountPageProps = {
    ...{ acting, frame: await frameOf(deps, c, path), mails: mailsOf(deps), wrong: {} },
    ...{ hasPassword: await hasPassword(deps.db, member.id), proves: await memberPlace(deps).asksPassword(c) },
    ...{ passkeys: await listPasskeys(deps.db, member.id), codes: await findCodes(deps.db, member.id) },
    sessions: await listSessions(deps.db, member.id),
    typed: { name: member.name, email: member.email },
    done: Object.hasOwn(words.fr.done, asked) ? (asked as Done) : null,
    ...more,
  };
  return showOwn(deps, c, <AccountPage {...props} />, status);
}
