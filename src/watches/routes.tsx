import { type Context, Hono } from "hono";
import type { Filters } from "../directory/directory.ts";
import { readFilters } from "../directory/filters.ts";
import { normalFilters, searchOf } from "../directory/normal-form.ts";
import { neighbourhoodOf } from "../foundation/client-address.ts";
import { type MailSettings, sendsMail } from "../foundation/mail.ts";
import type { Secret } from "../foundation/secret.ts";
import { findHandle, findHandleById, type Handle } from "../hosts/handles.ts";
import { type PageDeps, readFrame, type Said } from "../hosts/parts.tsx";
import { ErrorPage } from "../web/error-page.tsx";
import { readSeal, sealForm } from "../web/form-seal.tsx";
import { openLimit, quotas } from "../web/limits.ts";
import { showPage } from "../web/respond.ts";
import { keepWatch, startWatch } from "./changes.ts";
import { sendConfirmation } from "./letter-parts.tsx";
import { longest, readAddress } from "./mail-form.ts";
import { watchPath, withSearch } from "./paths.ts";
import { findFollowedWatch, findWatch } from "./queries.ts";
import { askToRead } from "./readers.ts";
import { WatchPage, type WatchPageProps } from "./watch-page.tsx";

export interface WatchDeps extends PageDeps {
  readonly secret: Secret;
  readonly mail: MailSettings;
  /** What one of our actors said last, the newest first. */
  notesOf(actor: string): Promise<readonly Said[]>;
}

type Env = { Bindings: { readonly client?: string } };

/** `/directory/watch?…`: where one asks to be told; `/@veille_…`: the account that tells. */
export function watchRoutes(deps: WatchDeps): Hono<Env> {
  const limit = openLimit(quotas.watches);
  const unlessTooMany = (act: (c: Context<Env>, sent: Sent) => Promise<Response>) => async (c: Context<Env>) => {
    const sent = await readSent(c);
    const { exceeded, reset } = await limit.count(neighbourhoodOf(c.env?.client ?? "unknown"));
    if (!exceeded) return act(c, sent);
    c.header("retry-after", String(reset));
    return show(deps, c, sent.filters, { notSent: "too-many-from-here", email: sent.email }, 429);
  };
  return new Hono<Env>()
    .get(watchPath, (c) => {
      const done = (["started", "asked"] as const).find((one) => one === c.req.query("done")) ?? null;
      return show(deps, c, normalFilters(readFilters(new URL(c.req.url).searchParams)), { done });
    })
    .post(
      watchPath,
      unlessTooMany((c, sent) => start(deps, c, sent)),
    )
    .post(
      `${watchPath}/letters`,
      unlessTooMany((c, sent) => ask(deps, c, sent)),
    )
    .get("/:handle{@veille_[a-z0-9_]+}", async (c, next) => {
      const handle = await findHandle(deps.db, (c.req.param("handle") ?? "").slice(1));
      return handle?.kind === "watch" ? showAccount(deps, c, handle) : next();
    });
}

/** What a form of this page sends. */
interface Sent {
  readonly form: Readonly<Record<string, unknown>>;
  readonly filters: Filters;
  readonly search: string;
  readonly email: string;
}

async function readSent(c: Context): Promise<Sent> {
  const form = await c.req.parseBody();
  const text = (name: string) => String(form[name] ?? "").slice(0, longest.read);
  const filters = normalFilters(readFilters(new URLSearchParams(text("search"))));
  return { form, filters, search: searchOf(filters), email: text("email") };
}

async function start(deps: WatchDeps, c: Context, { form, filters, search }: Sent): Promise<Response> {
  const now = deps.now();
  // One button, which a person presses at once: only the trap and the age tell.
  const seal = readSeal(deps.secret, watchPath, form, new Date(now.getTime() + 3_000));
  if (!seal.done) return show(deps, c, filters, { notSent: seal.reason }, 422);
  if (search.length > longest.search) return show(deps, c, filters, { notSent: "search-too-long" }, 422);
  const started = await deps.db.transaction().execute((tx) => startWatch(tx, search, now));
  if (!started.done) return show(deps, c, filters, { notSent: started.reason }, 409);
  return c.redirect(`${doneWith("started", search)}#follow`, 303);
}

async function ask(deps: WatchDeps, c: Context, { form, filters, search, email }: Sent): Promise<Response> {
  const now = deps.now();
  if (!sendsMail(deps.mail)) return show(deps, c, filters, {}, 409);
  const seal = readSeal(deps.secret, watchPath, form, now);
  if (!seal.done) return show(deps, c, filters, { notSent: seal.reason, email }, 422);
  const address = readAddress(email);
  if (!address.done) return show(deps, c, filters, { wrong: address.reason, email }, 422);
  if (search.length > longest.search) return show(deps, c, filters, { notSent: "search-too-long", email }, 422);
  const { frame } = await readFrame(deps, c.req.raw);
  const asked = await deps.db.transaction().execute(async (tx) => {
    const watch = await keepWatch(tx, search, now);
    const asking = { watch: watch.id, email: address.value, language: frame.language, now };
    const outcome = await askToRead(tx, asking);
    if (outcome.done && outcome.value) await sendConfirmation(tx, deps, watch, outcome.value);
    return outcome;
  });
  if (!asked.done) return show(deps, c, filters, { notSent: asked.reason, email }, 429);
  return c.redirect(doneWith("asked", search), 303);
}

const doneWith = (what: "started" | "asked", search: string): string =>
  withSearch(watchPath, [search, `done=${what}`].filter((part) => part !== "").join("&"));

type Shown = Partial<Pick<WatchPageProps, "done" | "notSent" | "email" | "wrong" | "own">>;

async function show(
  deps: WatchDeps,
  c: Context,
  filters: Filters,
  shown: Shown,
  status: 200 | 409 | 422 | 429 = 200,
): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const search = searchOf(filters);
  const props: WatchPageProps = {
    ...{ frame: { ...frame, path: withSearch(watchPath, search) }, filters, search },
    account: await findAccount(deps, search),
    ...{ own: false, mails: sendsMail(deps.mail), seal: sealForm(deps.secret, watchPath, deps.now()) },
    ...{ done: null, notSent: null, email: "", wrong: null },
    ...shown,
  };
  return showPage(c, deps.origin, <WatchPage {...props} />, status);
}

async function findAccount(deps: WatchDeps, search: string): Promise<WatchPageProps["account"]> {
  const watch = await findWatch(deps.db, search);
  const handle = watch?.actor ? await findHandleById(deps.db, watch.actor) : null;
  if (handle === null) return null;
  const notes = await deps.notesOf(handle.id);
  return { handle: handle.name, actor: deps.actorId(handle), notes };
}

async function showAccount(deps: WatchDeps, c: Context, handle: Handle): Promise<Response> {
  const watch = await findFollowedWatch(deps.db, handle.id);
  if (watch !== null) return show(deps, c, readFilters(new URLSearchParams(watch.search)), { own: true });
  const { frame } = await readFrame(deps, c.req.raw);
  return showPage(c, deps.origin, <ErrorPage frame={frame} status={410} />, 410);
}
