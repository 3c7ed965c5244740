import { type Context, Hono } from "hono";
import { z } from "zod";
import { enter } from "../accounts/journal.ts";
import { needsRole } from "../accounts/sign-in-routes.tsx";
import { NotFound } from "../foundation/errors.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { DeskEnv } from "../web/desk.tsx";
import type { Wrong } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { blockDomain } from "./block-changes.ts";
import { readBlocklist, writeBlocklist } from "./blocklist.ts";
import { dismiss, dropList, importList, type ListRefusal, subscribe } from "./blocklist-changes.ts";
import { findBlocklist, listBlocklists, listSuggestions } from "./blocklist-queries.ts";
import type { BlocksDeskDeps } from "./desk-block-routes.tsx";
import { ListPage } from "./desk-list-page.tsx";
import { ListsPage, listsPath } from "./desk-lists-page.tsx";
import { words } from "./list-words.ts";
import { listBlocks } from "./queries.ts";

const one = `${listsPath}/:id{[0-9a-f-]{36}}`;
const pageSize = 25;
const largest = 1_048_576;
const Page = z.coerce.number().int().min(1).max(10_000).catch(1);

/** `/admin/followers/blocks/lists`: what others block, as suggestions that somebody here decides about. */
export function listRoutes(deps: BlocksDeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .use(listsPath, needsRole("administrator"))
    .use(`${listsPath}/*`, needsRole("administrator"))
    .get(listsPath, (c) => showAll(deps, c, { done: c.req.query("done") }))
    .post(listsPath, (c) => follow(deps, c))
    .post(`${listsPath}/file`, (c) => readFile(deps, c))
    .get(`${listsPath}/blocks.csv`, async (c) => {
      const csv = writeBlocklist((await listBlocks(deps.db)).map(({ domain }) => domain));
      const named = { "content-disposition": 'attachment; filename="domain_blocks.csv"' };
      return c.body(csv, 200, { "content-type": "text/csv; charset=utf-8", "cache-control": "no-store", ...named });
    })
    .get(one, (c) => showOne(deps, c, { done: c.req.query("done"), page: c.req.query("page") }))
    .post(one, (c) => decide(deps, c))
    .post(`${one}/removal`, async (c) => {
      await deps.db.transaction().execute(async (tx) => {
        const name = await dropList(tx, c.req.param("id"));
        await enter(tx, c.get("person"), { deed: "blocklist-dropped", subject: name, now: deps.now() });
      });
      return c.redirect(`${listsPath}?done=dropped`, 303);
    });
}

interface Shown {
  readonly typed?: string;
  readonly wrong?: Wrong;
  readonly done?: string | undefined;
}

async function showAll({ db, frameOf }: BlocksDeskDeps, c: Context<DeskEnv>, shown: Shown, status: 200 | 422 = 200) {
  const frame = { ...(await frameOf(c)), path: listsPath };
  return showDeskPage(c, <ListsPage {...{ frame, lists: await listBlocklists(db), ...shown }} />, status);
}

async function follow(deps: BlocksDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const { url } = z.object({ url: z.string().trim().max(2_000).catch("") }).parse(await c.req.parseBody());
  const now = deps.now();
  const outcome = await deps.db.transaction().execute(async (tx) => {
    const made = await subscribe(tx, { url, now });
    if (made.done) await enter(tx, c.get("person"), { deed: "blocklist-followed", subject: new URL(url).host, now });
    return made;
  });
  if (outcome.done) return c.redirect(`${listsPath}/${outcome.value}?done=subscribed`, 303);
  return refuse(deps, c, { typed: url, field: "url", reason: outcome.reason });
}

async function readFile(deps: BlocksDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const { file } = await c.req.parseBody();
  const sent = file instanceof File && file.size > 0 ? file : null;
  if (sent === null) {
    const { language } = await deps.frameOf(c);
    return showAll(deps, c, { wrong: { file: words[language].fileMissing } }, 422);
  }
  const outcome = await keepFile(deps, c, sent);
  if (outcome.done) return c.redirect(`${listsPath}/${outcome.value}?done=listed`, 303);
  return refuse(deps, c, { field: "file", reason: outcome.reason });
}

async function keepFile(
  { db, origin, now: clock }: BlocksDeskDeps,
  c: Context<DeskEnv>,
  file: File,
): Promise<Outcome<string, ListRefusal>> {
  if (file.size > largest) return refused("list-too-large");
  const read = readBlocklist((await file.text()).replaceAll("\0", ""));
  const now = clock();
  return db.transaction().execute(async (tx) => {
    const made = await importList(tx, { name: file.name || "CSV", read, origin, now });
    if (!made.done) return made;
    await enter(tx, c.get("person"), { deed: "blocklist-read", subject: file.name.slice(0, 200), now });
    return done(made.value);
  });
}

interface Refusing {
  readonly typed?: string;
  readonly field: "url" | "file";
  readonly reason: ListRefusal;
}

async function refuse(deps: BlocksDeskDeps, c: Context<DeskEnv>, { typed = "", field, reason }: Refusing) {
  const { language } = await deps.frameOf(c);
  return showAll(deps, c, { typed, wrong: { [field]: words[language].refusals[reason] } }, 422);
}

interface OneShown {
  readonly page?: string | undefined;
  readonly wrong?: Wrong;
  readonly done?: string | undefined;
}

async function showOne(
  { db, frameOf }: BlocksDeskDeps,
  c: Context<DeskEnv>,
  { page: asked, ...shown }: OneShown,
  status: 200 | 422 = 200,
): Promise<Response> {
  const list = await findBlocklist(db, c.req.param("id") ?? "");
  if (list === null) throw new NotFound("there is no such list");
  const pages = Math.max(1, Math.ceil(list.waiting / pageSize));
  const page = Math.min(Page.parse(asked), pages);
  const suggestions = await listSuggestions(db, list.id, { skip: (page - 1) * pageSize, limit: pageSize });
  const frame = { ...(await frameOf(c)), path: `${listsPath}/${list.id}` };
  return showDeskPage(c, <ListPage {...{ frame, list, suggestions, page, pages, ...shown }} />, status);
}

const Decision = z.object({
  do: z.enum(["block", "dismiss"]),
  page: z.string().optional(),
  domain: z.preprocess((domains) => [domains ?? []].flat(), z.array(z.string().max(300)).max(pageSize)),
});

async function decide(deps: BlocksDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const decision = Decision.parse(await c.req.parseBody({ all: true }));
  const id = c.req.param("id") ?? "";
  if (decision.domain.length === 0) {
    const { language } = await deps.frameOf(c);
    return showOne(deps, c, { page: decision.page, wrong: { domain: words[language].nonePicked } }, 422);
  }
  if (decision.do === "block") await blockAll(deps, c, decision.domain);
  else await deps.db.transaction().execute((tx) => dismiss(tx, decision.domain, deps.now()));
  return c.redirect(`${listsPath}/${id}?done=${decision.do === "block" ? "blocked" : "dismissed"}`, 303);
}

async function blockAll(
  { db, origin, beyond, now: clock }: BlocksDeskDeps,
  c: Context<DeskEnv>,
  domains: readonly string[],
) {
  const now = clock();
  await db.transaction().execute(async (tx) => {
    for (const domain of domains) {
      const made = await blockDomain(tx, { domain, origin, now, beyond });
      if (made.done) await enter(tx, c.get("person"), { deed: "domain-blocked", subject: made.value.domain, now });
    }
  });
}
