import { type Context, Hono } from "hono";
import { findCodes } from "../accounts/codes.ts";
import { type EntryRefusal, holdEntry, readHeldEntry, tryCode } from "../accounts/entrance.ts";
import { sentenceOf } from "../accounts/entry-parts.tsx";
import { findMemberById } from "../accounts/members.ts";
import { askForPasskey, findByPasskey } from "../accounts/passkey-ceremonies.ts";
import { SecondStepPage } from "../accounts/second-step-page.tsx";
import { words as entryWords } from "../accounts/sign-in-words.ts";
import {
  type AssociationDeps,
  deviceCookie,
  frameOf,
  letIn,
  type MemberEnv,
  readFields,
  showOwn,
  thenOf,
} from "./member-parts.tsx";
import { ask } from "./sign-in-parts.tsx";
import { words } from "./sign-in-words.ts";

const door = "/association/sign-in";

/** `/association/sign-in/passkey`, `/association/sign-in/code`: in with what a member's device keeps. */
export function entryRoutes(deps: AssociationDeps): Hono<MemberEnv> {
  return new Hono<MemberEnv>()
    .post(`${door}/passkey/options`, async (c) => {
      c.header("cache-control", "no-store");
      return c.json(await askForPasskey(deps));
    })
    .post(`${door}/passkey`, (c) => enterWithPasskey(deps, c))
    .get(`${door}/code`, (c) => c.redirect(door, 303)) // reloaded, or come back to
    .post(`${door}/code`, (c) => enterCode(deps, c));
}

/** Lets in whoever gave a good password or link; who has codes is asked for one, too. */
export async function goIn(deps: AssociationDeps, c: Context, account: string, back: string): Promise<Response> {
  const now = deps.now();
  if ((await findCodes(deps.db, account)).confirmed !== null)
    return showCode(deps, c, { held: await holdEntry(deps.db, deps.secret, account, now), back });
  await letIn(deps, c, account);
  return c.redirect(back, 303);
}

async function enterWithPasskey(deps: AssociationDeps, c: Context<MemberEnv>): Promise<Response> {
  const text = await readFields(c);
  const back = thenOf(deps.origin, text("then"));
  const owner = await findByPasskey(deps, text("credential", 100_000), findMemberById);
  if (owner === null) {
    const { language } = await frameOf(deps, c);
    return ask(deps, c, { back, wrong: { email: entryWords[language].passkeyFailed } }, 422);
  }
  // A device that made sure of the person is two things already: what they have, and who they are.
  if (!owner.verified) return goIn(deps, c, owner.account.id, back);
  await letIn(deps, c, owner.account.id);
  return c.redirect(back, 303);
}

async function enterCode(deps: AssociationDeps, c: Context<MemberEnv>): Promise<Response> {
  const text = await readFields(c);
  const [held, back, now] = [text("held", 2_000), thenOf(deps.origin, text("then")), deps.now()];
  const member = await readHeldEntry(deps.db, deps.secret, { held, now }, findMemberById);
  if (member === null) {
    const { language } = await frameOf(deps, c);
    return ask(deps, c, { back, wrong: { email: words[language].codeTooLate } }, 422);
  }
  const typed = { code: text("code", 20), recovery: text("recovery", 100), device: deviceCookie(deps, c), now };
  const tried = await tryCode(deps.db, deps.secret, member, typed);
  if (!tried.done) return showCode(deps, c, { held, back, refusal: tried.reason, recovery: typed.recovery !== "" });
  await letIn(deps, c, member.id);
  return c.redirect(back, 303);
}

interface Shown {
  readonly held: string;
  readonly back: string;
  readonly refusal?: EntryRefusal;
  /** It was a recovery code that was refused. */
  readonly recovery?: boolean;
}

async function showCode(deps: AssociationDeps, c: Context, { held, back, refusal, recovery = false }: Shown) {
  const frame = await frameOf(deps, c, `${door}?then=${encodeURIComponent(back)}`);
  const word = entryWords[frame.language].code;
  const sentences = { tooMany: word.tooMany, wrong: recovery ? word.recoveryWrong : word.wrong };
  const said = refusal === undefined ? null : sentenceOf(c, frame, refusal, sentences);
  const wrong = said === null ? {} : { [recovery ? "recovery" : "code"]: said.sentence };
  const help = words[frame.language].codesLost(frame.host?.name ?? "Essaim");
  const page = (
    <SecondStepPage {...{ frame, door, held, wrong, help }}>
      <input type="hidden" name="then" value={back} />
    </SecondStepPage>
  );
  return showOwn(deps, c, page, said?.status ?? 200);
}
