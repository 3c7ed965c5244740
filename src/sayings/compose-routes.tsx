import { type Context, Hono } from "hono";
import { NotFound, Unreachable } from "../foundation/errors.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { isPublic } from "../funding/life.ts";
import { findFunding } from "../funding/queries.ts";
import { intakeName } from "../hosts/handles.ts";
import { addressOf, type PageDeps, readFrame } from "../hosts/parts.tsx";
import { fillTemplate, readAccount } from "../web/account.ts";
import { showPage } from "../web/respond.ts";
import { ComposePage, type ComposePageProps, type Composing } from "./compose-page.tsx";
import { type ComposeRefusal, words } from "./compose-words.ts";

export interface ComposeDeps extends PageDeps {
  /** The page of somebody's own server that opens its composer, with `{content}` in it; null when it has none. Throws `Unreachable`. */
  shareTemplate(account: string): Promise<string | null>;
  /** The page of somebody's own server that opens one of our accounts or posts, with `{uri}` in it. Throws `Unreachable`. */
  followTemplate(account: string): Promise<string | null>;
  /** The address of what a request's account has said of its opening; null where it has said nothing yet. */
  postOf(request: string): Promise<string | null>;
}

/** `/funding/compose` and `/funding/CODE/compose`: asking and promising from one's own account, with the sentence written already. */
export function composeRoutes(deps: ComposeDeps): Hono {
  return new Hono()
    .get("/funding/compose", (c) => begin(deps, c))
    .post("/funding/compose", (c) => lead(deps, c))
    .get("/funding/:code/compose", (c) => begin(deps, c))
    .post("/funding/:code/compose", (c) => lead(deps, c));
}

const longestAccount = 500;
/** Some servers take no more in an address. */
const longestText = 2_000;

async function begin(deps: ComposeDeps, c: Context): Promise<Response> {
  const composing = await findComposing(deps, c);
  const { frame } = await readFrame(deps, c.req.raw);
  const word = words[frame.language];
  const part = composing.request === null ? word.ask : word.promise;
  return show(deps, c, composing, { account: "", text: part.sentence(composing.to), boosts: false }, null);
}

async function lead(deps: ComposeDeps, c: Context): Promise<Response> {
  const composing = await findComposing(deps, c);
  const form = await c.req.parseBody();
  const text = String(form["text"] ?? "")
    .replaceAll(/\r\n?/g, "\n")
    .slice(0, longestText);
  const boosts = form["boost"] !== undefined;
  const account = String(form[boosts ? "boost" : "account"] ?? "").slice(0, longestAccount);
  const page = boosts ? await boostPage(deps, composing, account) : await composerPage(deps, account, text);
  if (page.done) return c.redirect(page.value, 303);
  const { frame } = await readFrame(deps, c.req.raw);
  const usual = words[frame.language].promise.sentence(composing.to);
  return show(deps, c, composing, { account, text: boosts ? usual : text, boosts }, page.reason);
}

type Page = Promise<Outcome<string, ComposeRefusal>>;

/** The composer of somebody's own server, with these words in it. */
async function composerPage(deps: ComposeDeps, typed: string, text: string): Page {
  if (text.trim() === "") return refused("text-missing");
  const content = encodeURIComponent(text.trim());
  return theirPage(typed, deps.origin, async (account) => {
    const template = await deps.shareTemplate(account);
    return template === null ? null : template.replaceAll("{content}", () => content);
  });
}

async function boostPage(deps: ComposeDeps, { request }: Composing, typed: string): Page {
  const post = request?.post ?? null;
  if (post === null) throw new NotFound("nothing was said of it yet");
  return theirPage(typed, deps.origin, async (account) => {
    const template = await deps.followTemplate(account);
    return template === null ? null : fillTemplate(template, post, deps.origin.startsWith("http:"));
  });
}

async function theirPage(typed: string, origin: string, find: (account: string) => Promise<string | null>): Page {
  const account = readAccount(typed);
  if (!account.done) return account;
  try {
    const page = await find(account.value);
    return page !== null && isSafe(page, origin.startsWith("http:")) ? done(page) : refused("no-template");
  } catch (error) {
    if (error instanceof Unreachable) return refused("unreachable");
    throw error;
  }
}

function isSafe(page: string, plain: boolean): boolean {
  if (!URL.canParse(page) || /\{[^}]*\}/.test(page)) return false;
  const { protocol, username } = new URL(page);
  return (protocol === "https:" || (plain && protocol === "http:")) && username === "";
}

async function findComposing(deps: ComposeDeps, c: Context): Promise<Composing> {
  const code = c.req.param("code");
  if (code === undefined) return { to: addressOf(deps.origin, intakeName), request: null };
  const request = await findFunding(deps.db, code);
  if (request === null || request.handle === null || !isPublic(request)) throw new NotFound();
  const { handle, content, id } = request;
  const post = await deps.postOf(id);
  return { to: addressOf(deps.origin, handle), request: { title: content.title, code: request.code, handle, post } };
}

async function show(
  deps: ComposeDeps,
  c: Context,
  composing: Composing,
  { boosts, ...typed }: ComposePageProps["typed"] & Pick<ComposePageProps, "boosts">,
  refusal: ComposeRefusal | null,
): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const account = readAccount(typed.account);
  const server = account.done ? account.value.slice(account.value.lastIndexOf("@") + 1) : null;
  const page = <ComposePage {...{ frame, composing, typed, refusal, boosts, server }} />;
  return showPage(c, deps.origin, page, refusal === null ? 200 : 422);
}
