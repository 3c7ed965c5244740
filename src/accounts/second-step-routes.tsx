import { type Context, Hono } from "hono";
import type { Language } from "../foundation/language.ts";
import type { DeskEnv } from "../web/desk.tsx";
import { showDeskPage } from "../web/respond.ts";
import type { Account } from "./account.ts";
import { type EntryRefusal, holdEntry, readHeldEntry, tryCode } from "./entrance.ts";
import { ask, deviceCookie, goIn, readFields, type SignInDeps, sentenceOf } from "./entry-parts.tsx";
import type { Travel } from "./kept-form.ts";
import { findAccountById } from "./queries.ts";
import { SecondStepPage } from "./second-step-page.tsx";
import { TravelFields } from "./sign-in-page.tsx";
import { words } from "./sign-in-words.ts";

/** `/admin/sign-in/code`: what a password alone does not open. */
export function secondStepRoutes(deps: SignInDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get("/admin/sign-in/code", (c) => c.redirect("/admin/sign-in", 303)) // reloaded, or come back to
    .post("/admin/sign-in/code", (c) => enterCode(deps, c));
}

/** Asks whoever gave the right password for a code, too; what they were doing travels along. */
export async function askForCode(
  deps: SignInDeps,
  c: Context<DeskEnv>,
  account: Account,
  travel: Travel,
): Promise<Response> {
  return show(deps, c, { held: await holdEntry(deps.db, deps.secret, account.id, deps.now()), travel });
}

async function enterCode(deps: SignInDeps, c: Context<DeskEnv>): Promise<Response> {
  const { text, travel } = await readFields(c);
  const [held, now] = [text("held", 2_000), deps.now()];
  const account = await readHeldEntry(deps.db, deps.secret, { held, now }, findAccountById);
  if (account === null) return tooLate(deps, c, travel);
  const typed = { code: text("code", 20), recovery: text("recovery", 100), device: deviceCookie(deps, c), now };
  const tried = await tryCode(deps.db, deps.secret, account, typed);
  if (!tried.done) return show(deps, c, { held, travel, refusal: tried.reason, recovery: typed.recovery !== "" });
  const deed = tried.value === "code" ? "signed-in" : "signed-in-with-recovery-code";
  return goIn(deps, c, account, { ...travel, deed });
}

async function tooLate(deps: SignInDeps, c: Context<DeskEnv>, travel: Travel): Promise<Response> {
  const { language } = await deps.readFrame(c.req.raw);
  return ask(deps, c, { ...travel, wrong: words[language].code.tooLate }, 422);
}

interface Shown {
  readonly held: string;
  readonly travel: Travel;
  readonly refusal?: EntryRefusal;
  /** It was a recovery code that was refused. */
  readonly recovery?: boolean;
}

async function show(deps: SignInDeps, c: Context<DeskEnv>, { held, travel, refusal, recovery = false }: Shown) {
  const frame = { ...(await deps.readFrame(c.req.raw)), path: "/admin/sign-in" };
  const word = words[frame.language].code;
  const sentences = { ...word, wrong: recovery ? word.recoveryWrong : word.wrong };
  const said = refusal === undefined ? null : sentenceOf(c, frame, refusal, sentences);
  const wrong = said === null ? {} : { [recovery ? "recovery" : "code"]: said.sentence };
  const page = (
    <SecondStepPage {...{ frame, held, wrong, door: "/admin/sign-in" }} help={<LostCodes language={frame.language} />}>
      <TravelFields {...travel} />
    </SecondStepPage>
  );
  return showDeskPage(c, page, said?.status ?? 200);
}

/** What helps when telephone and recovery codes are both gone. */
function LostCodes({ language }: { readonly language: Language }) {
  return (
    <>
      {words[language].code.help} <code>essaim admin codes-off --email …</code>
    </>
  );
}
