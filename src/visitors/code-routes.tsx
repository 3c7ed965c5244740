import { setTimeout as pause } from "node:timers/promises";
import { type Context, Hono } from "hono";
import { neighbourhoodOf } from "../foundation/client-address.ts";
import { intakeName } from "../hosts/handles.ts";
import { addressOf, readFrame } from "../hosts/parts.tsx";
import { openLimit, quotas } from "../web/limits.ts";
import { showPage } from "../web/respond.ts";
import { CodePage, type CodeState } from "./code-page.tsx";
import { type Entry, findEntry, takeEntry } from "./entries.ts";
import { askAgain, goIn, type SignInDeps } from "./sign-in-parts.tsx";
import { ownPathOf, readCookie, type VisitorEnv } from "./visitor-parts.tsx";
import { mostTries } from "./visitors.ts";

/** `/sign-in/code`: the code to send us, and the button for once it is sent. */
export function codeRoutes(deps: SignInDeps): Hono<VisitorEnv> {
  const limit = openLimit(quotas.visitorCodes);
  return new Hono<VisitorEnv>()
    .get("/sign-in/code", async (c) => {
      const entry = await findOurs(deps, c);
      return isWaiting(entry) ? show(deps, c, entry, "shown") : c.redirect("/sign-in", 303);
    })
    .post("/sign-in/code", async (c) => {
      const { exceeded, reset } = await limit.count(neighbourhoodOf(c.env?.client ?? "unknown"));
      if (!exceeded) return answer(deps, c, await waitForCode(deps, c));
      c.header("retry-after", String(reset));
      const entry = await findOurs(deps, c);
      return isWaiting(entry) ? show(deps, c, entry, "too-many") : spent(deps, c, entry);
    });
}

const findOurs = (deps: SignInDeps, c: Context): Promise<Entry | null> =>
  findEntry(deps.db, deps.secret, readCookie(deps, c, "visitor-entry"), deps.now());

type Waiting = Entry & { readonly visitor: NonNullable<Entry["visitor"]>; readonly code: string };

/** Whether a code is waited for that is still worth something, or has come. */
function isWaiting(entry: Entry | null): entry is Waiting {
  if (entry === null || entry.visitor === null || entry.code === null) return false;
  return entry.confirmed !== null || entry.tries < mostTries;
}

const looks = 8;
const between = 500;

/** Messages take a moment: whoever pressed the button waits for theirs a little, instead of pressing again. */
async function waitForCode(deps: SignInDeps, c: Context): Promise<Entry | null> {
  for (let look = 1; ; look += 1) {
    const entry = await findOurs(deps, c);
    if (!isWaiting(entry) || entry.confirmed || entry.tries > 0 || look === looks) return entry;
    await pause(between);
  }
}

async function answer(deps: SignInDeps, c: Context, entry: Entry | null): Promise<Response> {
  if (!isWaiting(entry)) return spent(deps, c, entry);
  if (entry.confirmed) return enter(deps, c, entry);
  return show(deps, c, entry, entry.tries > 0 ? "other" : "waiting");
}

/** Once, on the browser that showed the code. */
async function enter(deps: SignInDeps, c: Context, entry: Waiting): Promise<Response> {
  const key = readCookie(deps, c, "visitor-entry");
  const first = await deps.db.transaction().execute((tx) => takeEntry(tx, deps.secret, key));
  if (!first || deps.refuses(entry.visitor.actor)) return spent(deps, c, entry);
  return goIn(deps, c, entry.visitor, entry.back);
}

const spent = (deps: SignInDeps, c: Context, entry: Entry | null): Promise<Response> =>
  askAgain(deps, c, {
    typed: entry?.typed ?? "",
    back: entry?.back ?? ownPathOf(deps.origin, null),
    wrong: "code-spent",
  });

async function show(deps: SignInDeps, c: Context, waiting: Waiting, state: CodeState): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const { back, code, visitor } = waiting;
  const page = (
    <CodePage
      {...{ frame, state, intake: addressOf(deps.origin, intakeName) }}
      entry={{ back, code, address: visitor.address }}
    />
  );
  const response = await showPage(c, deps.origin, page, state === "too-many" ? 429 : 200);
  response.headers.set("cache-control", "private, no-store");
  return response;
}
