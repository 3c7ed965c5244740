import { setTimeout as pause } from "node:timers/promises";
import { type Context, Hono } from "hono";
import { neighbourhoodOf } from "../foundation/client-address.ts";
import { intakeName } from "../hosts/handles.ts";
import { addressOf, readFrame } from "../hosts/parts.tsx";
import { openLimit, quotas } from "../web/limits.ts";
import { showPage } from "../web/respond.ts";
import { CodePage, type CodeState } from "./code-page.tsx";
import { askAgain, goIn, type SignInDeps } from "./sign-in-parts.tsx";
import { findSignIn, type SignIn, takeSignIn } from "./sign-ins.ts";
import { ownPathOf, readCookie, type VisitorEnv } from "./visitor-parts.tsx";
import { mostTries } from "./visitors.ts";

/** `/sign-in/code`: the code to send us, and the button for once it is sent. */
export function codeRoutes(deps: SignInDeps): Hono<VisitorEnv> {
  const limit = openLimit(quotas.visitorCodes);
  return new Hono<VisitorEnv>()
    .get("/sign-in/code", async (c) => {
      const signIn = await findOurs(deps, c);
      return isWaiting(signIn) ? show(deps, c, signIn, "shown") : c.redirect("/sign-in", 303);
    })
    .post("/sign-in/code", async (c) => {
      const { exceeded, reset } = await limit.count(neighbourhoodOf(c.env?.client ?? "unknown"));
      if (!exceeded) return answer(deps, c, await waitForCode(deps, c));
      c.header("retry-after", String(reset));
      const signIn = await findOurs(deps, c);
      return isWaiting(signIn) ? show(deps, c, signIn, "too-many") : spent(deps, c, signIn);
    });
}

const findOurs = (deps: SignInDeps, c: Context): Promise<SignIn | null> =>
  findSignIn(deps.db, deps.secret, readCookie(deps, c, "visitor-sign-in"), deps.now());

type Waiting = SignIn & { readonly visitor: NonNullable<SignIn["visitor"]>; readonly code: string };

/** Whether a code is waited for that is still worth something, or has come. */
function isWaiting(signIn: SignIn | null): signIn is Waiting {
  if (signIn === null || signIn.visitor === null || signIn.code === null) return false;
  return signIn.confirmed !== null || signIn.tries < mostTries;
}

const looks = 8;
const between = 500;

/** Messages take a moment: whoever pressed the button waits for theirs a little, instead of pressing again. */
async function waitForCode(deps: SignInDeps, c: Context): Promise<SignIn | null> {
  for (let look = 1; ; look += 1) {
    const signIn = await findOurs(deps, c);
    if (!isWaiting(signIn) || signIn.confirmed || signIn.tries > 0 || look === looks) return signIn;
    await pause(between);
  }
}

async function answer(deps: SignInDeps, c: Context, signIn: SignIn | null): Promise<Response> {
  if (!isWaiting(signIn)) return spent(deps, c, signIn);
  if (signIn.confirmed) return enter(deps, c, signIn);
  return show(deps, c, signIn, signIn.tries > 0 ? "other" : "waiting");
}

/** Once, on the browser that showed the code. */
async function enter(deps: SignInDeps, c: Context, signIn: Waiting): Promise<Response> {
  const key = readCookie(deps, c, "visitor-sign-in");
  const first = await deps.db.transaction().execute((tx) => takeSignIn(tx, deps.secret, key));
  if (!first || deps.refuses(signIn.visitor.actor)) return spent(deps, c, signIn);
  return goIn(deps, c, signIn.visitor, signIn.back);
}

const spent = (deps: SignInDeps, c: Context, signIn: SignIn | null): Promise<Response> =>
  askAgain(deps, c, {
    typed: signIn?.typed ?? "",
    back: signIn?.back ?? ownPathOf(deps.origin, null),
    wrong: "code-spent",
  });

async function show(deps: SignInDeps, c: Context, waiting: Waiting, state: CodeState): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const { back, code, visitor } = waiting;
  const page = (
    <CodePage
      {...{ frame, state, intake: addressOf(deps.origin, intakeName) }}
      signIn={{ back, code, address: visitor.address }}
    />
  );
  const response = await showPage(c, deps.origin, page, state === "too-many" ? 429 : 200);
  response.headers.set("cache-control", "private, no-store");
  return response;
}
