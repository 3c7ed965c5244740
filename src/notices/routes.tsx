import { type Context, Hono } from "hono";
import { NotFound } from "../foundation/errors.ts";
import type { Secret } from "../foundation/secret.ts";
import type { Acting } from "../funding/acting.ts";
import { findParties } from "../funding/parties.ts";
import { type PageDeps, readFrame } from "../hosts/parts.tsx";
import { showPage } from "../web/respond.ts";
import { SeenInput, WishesInput } from "./form.ts";
import { NoticesPage, type NoticesPageProps } from "./notices-page.tsx";
import { isWishesToken, noticesPath, wishesPath } from "./paths.ts";
import { listNotices, markSeen } from "./queries.ts";
import { findWishes, setWishes } from "./readers.ts";
import { WishesPage } from "./wishes-page.tsx";

/** What the pages of notices need. */
export interface NoticeDeps extends PageDeps {
  readonly secret: Secret;
  whoActs(c: Context): Promise<readonly Acting[]>;
  /** The doors by which somebody shows who they are, who is led back to a path. */
  waysIn(then: string): NoticesPageProps["waysIn"];
  /** The account that is signed in on this browser, if one is. */
  accountOf(c: Context): Promise<string | null>;
}

/** `/funding/notices`: what somebody is told, and how they want to be written to. */
export function noticeRoutes(deps: NoticeDeps): Hono {
  const wishes = `${noticesPath}/:account{[0-9a-f-]{36}}/:token`;
  return new Hono()
    .get(noticesPath, (c) => showNotices(deps, c))
    .post(noticesPath, async (c) => {
      const read = SeenInput.safeParse(await c.req.parseBody());
      const parties = await findParties(deps.db, await deps.whoActs(c));
      if (read.success) await deps.db.transaction().execute((tx) => markSeen(tx, parties, read.data.until, deps.now()));
      return c.redirect(noticesPath, 303);
    })
    .get(wishes, (c) => showWishes(deps, c))
    .post(wishes, (c) => takeWishes(deps, c));
}

async function showNotices(deps: NoticeDeps, c: Context): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const all = await deps.whoActs(c);
  const notices = all.length === 0 ? null : await listNotices(deps.db, await findParties(deps.db, all));
  const account = await deps.accountOf(c);
  const wishes = account === null ? null : wishesPath(deps.secret, account);
  const shown = { frame, notices, wishes, now: deps.now(), waysIn: deps.waysIn(noticesPath) };
  return quietly(await showPage(c, deps.origin, <NoticesPage {...shown} />));
}

async function showWishes(deps: NoticeDeps, c: Context): Promise<Response> {
  const wishes = await needWishes(deps, c);
  const { frame } = await readFrame(deps, c.req.raw);
  const { pathname: path, searchParams } = new URL(c.req.url);
  const done = (["saved", "stopped"] as const).find((one) => searchParams.get("done") === one) ?? null;
  const shown = { ...frame, path: noticesPath }; // the link itself is nobody else's to read
  return quietly(await showPage(c, deps.origin, <WishesPage {...{ frame: shown, path, wishes, done }} />));
}

/** The form says what is wanted; anything else is the one click of a mail program, or of the button, that ends it all (RFC 8058). */
async function takeWishes(deps: NoticeDeps, c: Context): Promise<Response> {
  await needWishes(deps, c);
  const { account = "" } = c.req.param();
  const sent = await c.req.parseBody({ all: true });
  const read = sent["form"] === "wishes" ? WishesInput.safeParse(sent) : null;
  const wanted = read?.success ? read.data : { rhythm: "never" as const, muted: [] };
  if (read?.success === false) return showWishes(deps, c);
  await deps.db.transaction().execute((tx) => setWishes(tx, account, wanted));
  return c.redirect(`${new URL(c.req.url).pathname}?done=${read === null ? "stopped" : "saved"}`, 303);
}

async function needWishes(deps: NoticeDeps, c: Context) {
  const { account = "", token = "" } = c.req.param();
  const wishes = isWishesToken(deps.secret, account, token) ? await findWishes(deps.db, account) : null;
  if (wishes === null) throw new NotFound();
  return wishes;
}

function quietly(answer: Response): Response {
  answer.headers.set("cache-control", "no-store");
  answer.headers.set("referrer-policy", "no-referrer");
  return answer;
}
