import { type Context, Hono } from "hono";
import { z } from "zod";
import { enter } from "../accounts/journal.ts";
import { needsRole } from "../accounts/sign-in-routes.tsx";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import type { Wrong } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { type BlockRefusal, domainsAround, readDomain } from "./block.ts";
import { type Beyond, blockDomain, unblockDomain } from "./block-changes.ts";
import { BlockPage, BlocksPage } from "./desk-block-page.tsx";
import { countWithin, listBlocks } from "./queries.ts";
import { words as refusalWords } from "./words.ts";

const path = "/admin/followers/blocks";
const NewBlock = z.object({
  domain: z.string().trim().max(2_000).catch(""),
  reason: z.string().trim().max(2_000).catch(""),
});

export interface BlocksDeskDeps extends DeskDeps {
  readonly beyond: Beyond;
}

/** `/admin/followers/blocks`: a block is asked for, looked at with all that follows, and made. */
export function blockRoutes(deps: BlocksDeskDeps): Hono<DeskEnv> {
  const administrators = needsRole("administrator");
  return new Hono<DeskEnv>()
    .get(path, (c) => showBlocks(deps, c, { done: c.req.query("done") }))
    .get(`${path}/new`, administrators, (c) => consider(deps, c))
    .post(path, administrators, (c) => block(deps, c))
    .post(`${path}/:id{[0-9a-f-]{36}}/removal`, administrators, async (c) => {
      await deps.db.transaction().execute(async (tx) => {
        const { beyond } = deps;
        const now = deps.now();
        const { domain } = await unblockDomain(tx, c.req.param("id"), { now, beyond });
        await enter(tx, c.get("person"), { deed: "domain-unblocked", subject: domain, now });
      });
      return c.redirect(`${path}?done=unblocked`, 303);
    });
}

interface Shown {
  readonly typed?: string;
  readonly wrong?: Wrong;
  readonly done?: string | undefined;
}

async function showBlocks(
  deps: DeskDeps,
  c: Context<DeskEnv>,
  shown: Shown,
  status: 200 | 422 = 200,
): Promise<Response> {
  const frame = { ...(await deps.frameOf(c)), path };
  return showDeskPage(c, <BlocksPage {...{ frame, blocks: await listBlocks(deps.db), ...shown }} />, status);
}

async function consider(deps: DeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const { domain: typed } = NewBlock.parse(c.req.query());
  const domain = readDomain(typed);
  if (domain === null) return refuse(deps, c, typed, "domain-malformed");
  if (domainsAround(deps.origin).includes(domain)) return refuse(deps, c, typed, "own-domain");
  const counts = await countWithin(deps.db, domain);
  return showDeskPage(c, <BlockPage frame={await deps.frameOf(c)} domain={domain} counts={counts} />);
}

async function block(deps: BlocksDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const { domain, reason } = NewBlock.parse(await c.req.parseBody());
  const { origin, beyond } = deps;
  const now = deps.now();
  const outcome = await deps.db.transaction().execute(async (tx) => {
    const made = await blockDomain(tx, { domain, reason, origin, now, beyond });
    if (made.done) await enter(tx, c.get("person"), { deed: "domain-blocked", subject: made.value.domain, now });
    return made;
  });
  return outcome.done ? c.redirect(`${path}?done=blocked`, 303) : refuse(deps, c, domain, outcome.reason);
}

async function refuse(deps: DeskDeps, c: Context<DeskEnv>, typed: string, reason: BlockRefusal): Promise<Response> {
  const { language } = await deps.frameOf(c);
  return showBlocks(deps, c, { typed, wrong: { domain: refusalWords[language].refusals[reason] } }, 422);
}
