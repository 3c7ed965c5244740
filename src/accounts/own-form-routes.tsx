import { type Context, Hono } from "hono";
import { deleteCookie } from "hono/cookie";
import type { DeskEnv } from "../web/desk.tsx";
import { TextField, type Wrong } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { refusalOfPassword } from "./account.ts";
import { type AccountDeps, AccountForm, PresentPassword, provePerson } from "./account-parts.tsx";
import { words } from "./account-words.ts";
import { type DescribeRefusal, describeAccount, setPassword } from "./changes.ts";
import { removeAccount } from "./colleagues.ts";
import { cookieOf, isSecure, readFields } from "./entry-parts.tsx";
import { enter } from "./journal.ts";
import { tellErased, tellOfChange } from "./letter-parts.tsx";
import { words as signInWords } from "./sign-in-words.ts";
import { words as roomWords } from "./words.ts";

/** Name and address, password, and the end of one's own account: a page each. */
export function ownFormRoutes(deps: AccountDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get("/admin/account/you", (c) => showYou(deps, c, c.get("person"), {}))
    .post("/admin/account/you", (c) => describe(deps, c))
    .get("/admin/account/password", (c) => showPassword(deps, c, {}))
    .post("/admin/account/password", (c) => change(deps, c))
    .get("/admin/account/delete", (c) => showDelete(deps, c, {}))
    .post("/admin/account/delete", (c) => remove(deps, c));
}

async function showYou(
  deps: AccountDeps,
  c: Context<DeskEnv>,
  { name, email }: { readonly name: string; readonly email: string },
  wrong: Wrong,
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  const frame = await deps.frameOf(c);
  const word = words[frame.language];
  return showDeskPage(
    c,
    <AccountForm frame={frame} title={word.youPage.title} action="/admin/account/you" submit={word.save} wrong={wrong}>
      <TextField
        {...{ name: "name", label: word.name, hint: word.youPage.nameHint, value: name, wrong: wrong["name"] }}
        {...{ autocomplete: "name", maxlength: 100 }}
        required
      />
      <TextField
        {...{ name: "email", label: word.email, hint: word.youPage.emailHint, value: email, wrong: wrong["email"] }}
        {...{ type: "email", autocomplete: "email" }}
        required
      />
      <PresentPassword language={frame.language} wrong={wrong} hint={word.youPage.presentHint} />
    </AccountForm>,
    status,
  );
}

async function describe(deps: AccountDeps, c: Context<DeskEnv>): Promise<Response> {
  const { text } = await readFields(c);
  const [person, frame, now] = [c.get("person"), await deps.frameOf(c), deps.now()];
  const typed = { name: text("name", 200), email: text("email", 254) };
  const moves = typed.email.trim() !== person.email;
  const proof = moves ? await provePerson(deps, c, frame, text("password")) : null;
  if (proof !== null && "sentence" in proof) return showYou(deps, c, typed, { password: proof.sentence }, proof.status);
  const outcome = await deps.db.transaction().execute(async (tx) => {
    const changed = await describeAccount(tx, person.id, typed);
    if (!changed.done) return changed;
    await enter(tx, person, { deed: moves ? "email-changed" : "account-changed", now });
    const letter = { to: person.email, language: frame.language, what: { email: typed.email.trim() } };
    if (moves) await tellOfChange(tx, deps, letter);
    return changed;
  });
  if (outcome.done) return c.redirect("/admin/account?done=saved", 303);
  const { refusals, moreRefusals } = roomWords[frame.language];
  const sentences: Readonly<Record<DescribeRefusal, string>> = { ...refusals, ...moreRefusals };
  const wrong = outcome.reason.map((reason) => [reason.startsWith("name") ? "name" : "email", sentences[reason]]);
  return showYou(deps, c, typed, Object.fromEntries(wrong), 422);
}

async function showPassword(deps: AccountDeps, c: Context<DeskEnv>, wrong: Wrong, status: 200 | 422 | 429 = 200) {
  const frame = await deps.frameOf(c);
  const word = words[frame.language].passwordPage;
  return showDeskPage(
    c,
    <AccountForm frame={frame} {...word} action="/admin/account/password" wrong={wrong}>
      <PresentPassword language={frame.language} wrong={wrong} />
      <TextField
        {...{ name: "fresh", label: word.fresh, hint: signInWords[frame.language].reset.hint, type: "password" }}
        {...{ autocomplete: "new-password", value: "", wrong: wrong["fresh"] }}
        required
      />
    </AccountForm>,
    status,
  );
}

async function change(deps: AccountDeps, c: Context<DeskEnv>): Promise<Response> {
  const { text } = await readFields(c);
  const [person, frame, now] = [c.get("person"), await deps.frameOf(c), deps.now()];
  const proof = await provePerson(deps, c, frame, text("password"));
  if ("sentence" in proof) return showPassword(deps, c, { password: proof.sentence }, proof.status);
  const reason = refusalOfPassword(text("fresh"), person.email);
  if (reason !== null) return showPassword(deps, c, { fresh: roomWords[frame.language].refusals[reason] }, 422);
  await deps.db.transaction().execute(async (tx) => {
    await setPassword(tx, person.id, text("fresh"), person.session);
    await enter(tx, person, { deed: "password-changed", now });
    await tellOfChange(tx, deps, { to: person.email, language: frame.language, what: "passwordChanged" });
  });
  return c.redirect("/admin/account?done=password", 303);
}

async function showDelete(deps: AccountDeps, c: Context<DeskEnv>, wrong: Wrong, status: 200 | 422 | 429 = 200) {
  const frame = await deps.frameOf(c);
  const word = words[frame.language].deletePage;
  return showDeskPage(
    c,
    <AccountForm frame={frame} {...word} action="/admin/account/delete" wrong={wrong} danger>
      <PresentPassword language={frame.language} wrong={wrong} />
    </AccountForm>,
    status,
  );
}

async function remove(deps: AccountDeps, c: Context<DeskEnv>): Promise<Response> {
  const { text } = await readFields(c);
  const [person, frame] = [c.get("person"), await deps.frameOf(c)];
  const proof = await provePerson(deps, c, frame, text("password"));
  if ("sentence" in proof) return showDelete(deps, c, { password: proof.sentence }, proof.status);
  const outcome = await deps.db.transaction().execute(async (tx) => {
    const removed = await removeAccount(tx, person.id);
    const by = { ...person, id: null };
    if (!removed.done) return removed;
    await enter(tx, by, { deed: "account-deleted", subject: person.email, now: deps.now() });
    await tellErased(tx, deps, { to: person.email, language: frame.language, now: deps.now() });
    return removed;
  });
  if (!outcome.done && outcome.reason === "last-administrator") {
    const sentence = roomWords[frame.language].moreRefusals["last-administrator"];
    return showDelete(deps, c, { password: sentence }, 422);
  }
  for (const name of ["desk", "device"] as const)
    deleteCookie(c, cookieOf(deps.origin, name), { path: "/", secure: isSecure(deps.origin) });
  return c.redirect("/admin/sign-in?gone", 303);
}
