import { type Context, Hono } from "hono";
import type { Child } from "hono/jsx";
import { enter } from "../accounts/journal.ts";
import { needsRole } from "../accounts/sign-in-routes.tsx";
import { NotFound } from "../foundation/errors.ts";
import type { Language } from "../foundation/language.ts";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import type { Wrong } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import type { Trust } from "./catalogue.ts";
import { ListQuery, longestReason, readNeeded, readOrigin, SettingsForm, VouchForm } from "./desk-form.ts";
import { HostPage } from "./desk-host-page.tsx";
import { HostsPage, hostPath, hostsPath } from "./desk-hosts-page.tsx";
import { words } from "./desk-words.ts";
import { countKnown, findKnown, type Known, listKnown } from "./known.ts";
import { findDoubts } from "./look-alikes.ts";
import { findSwarmSettings, keepSwarmSettings } from "./swarm-settings.ts";
import { settleTrust } from "./trust.ts";
import { askVisit, findVisited } from "./visits.ts";
import { type AddressOf, findOwnVouchFor, vouchFor, withdrawVouch } from "./vouching.ts";
import { findWhy } from "./why.ts";

export interface CatalogueDeskDeps extends DeskDeps {
  /** Under which address each of our vouches is read. */
  readonly vouchAddress: AddressOf;
  /** What a host claims, and what we say of it, as the room above shows it to those who may. */
  claimsOf(host: Known, language: Language): Promise<Child>;
}

const pageSize = 50;

/** `/admin/followers/hosts`: everybody known here, how far each is trusted and why, and what can be done about it. */
export function knownHostsDesk(deps: CatalogueDeskDeps): Hono<DeskEnv> {
  const administrators = needsRole("administrator");
  return new Hono<DeskEnv>()
    .get(hostsPath, (c) => showAll(deps, c, { done: c.req.query("done") }))
    .post(`${hostsPath}/settings`, administrators, (c) => settle(deps, c))
    .get(`${hostsPath}/site`, (c) => showOne(deps, c, c.req.query(), { done: c.req.query("done") }))
    .post(`${hostsPath}/site/visit`, administrators, (c) => visitNow(deps, c))
    .post(`${hostsPath}/site/vouch`, administrators, (c) => vouch(deps, c))
    .post(`${hostsPath}/site/vouch/withdrawal`, administrators, (c) => withdraw(deps, c));
}

interface Shown {
  readonly wrong?: Wrong;
  readonly done?: string | undefined;
}

interface SettingsShown extends Shown {
  readonly settings?: { readonly needed: string; readonly welcome: boolean };
}

async function showAll(
  { db, frameOf }: CatalogueDeskDeps,
  c: Context<DeskEnv>,
  shown: SettingsShown,
  status: 200 | 422 = 200,
): Promise<Response> {
  const query = ListQuery.parse(c.req.query());
  const level = (query.level ?? null) as Trust | null;
  const counts = await countKnown(db);
  const total = level === null ? Object.values(counts).reduce((sum, count) => sum + count, 0) : counts[level];
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(query.page, pages);
  const hosts = await listKnown(db, { trust: level, skip: (page - 1) * pageSize, limit: pageSize });
  const { vouchesNeeded, welcomeVouched } = await findSwarmSettings(db);
  const settings = { needed: String(vouchesNeeded), welcome: welcomeVouched };
  const frame = { ...(await frameOf(c)), path: hostsPath };
  const doubts = await findDoubts(db, hosts);
  return showDeskPage(
    c,
    <HostsPage {...{ frame, hosts, doubts, counts, level, page, pages, settings, ...shown }} />,
    status,
  );
}

async function settle(deps: CatalogueDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const typed = SettingsForm.parse(await c.req.parseBody());
  const [vouchesNeeded, welcome] = [readNeeded(typed.needed), typed.welcome !== undefined];
  if (vouchesNeeded === null) {
    const { language } = await deps.frameOf(c);
    const wrong = { needed: words[language].neededWrong };
    return showAll(deps, c, { wrong, settings: { needed: typed.needed, welcome } }, 422);
  }
  const now = deps.now();
  await deps.db.transaction().execute(async (tx) => {
    await keepSwarmSettings(tx, { vouchesNeeded, welcomeVouched: welcome });
    await settleTrust(tx, now);
    await enter(tx, c.get("person"), { deed: "swarm-settings-changed", subject: "", now });
  });
  return c.redirect(`${hostsPath}?done=saved`, 303);
}

interface OneShown extends Shown {
  readonly typed?: string;
}

async function showOne(
  { db, frameOf, claimsOf }: CatalogueDeskDeps,
  c: Context<DeskEnv>,
  query: unknown,
  shown: OneShown,
  status: 200 | 422 = 200,
): Promise<Response> {
  const host = await needKnown({ db }, query);
  const why = host.actor === null ? null : await findWhy(db, host.actor);
  const vouch = host.actor === null ? null : await findOwnVouchFor(db, host.actor);
  const doubt = (await findDoubts(db, [host])).get(host.origin);
  const progress = (await findVisited(db, host.origin))?.progress ?? null;
  const frame = { ...(await frameOf(c)), path: hostPath(host.origin) };
  const claims = await claimsOf(host, frame.language);
  return showDeskPage(c, <HostPage {...{ frame, host, why, vouch, claims, doubt, progress, ...shown }} />, status);
}

async function visitNow({ db, now }: CatalogueDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const { origin, own } = await needKnown({ db }, await c.req.parseBody());
  await db.transaction().execute(async (tx) => {
    if (!own) await askVisit(tx, origin);
    await enter(tx, c.get("person"), { deed: "visit-asked", subject: new URL(origin).host, now: now() });
  });
  return c.redirect(`${hostPath(origin)}&done=visiting`, 303);
}

async function vouch(deps: CatalogueDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const { db, vouchAddress: addressOf } = deps;
  const body = await c.req.parseBody();
  const { reason } = VouchForm.parse(body);
  const { origin, actor, name } = await needKnown(deps, body);
  const { language } = await deps.frameOf(c);
  if (reason.length > longestReason)
    return showOne(deps, c, body, { typed: reason, wrong: { reason: words[language].reasonLong } }, 422);
  const now = deps.now();
  const outcome = await db.transaction().execute(async (tx) => {
    const given = await vouchFor(tx, { actor: actor ?? "", reason, addressOf, now });
    if (given.done) await enter(tx, c.get("person"), { deed: "vouch-given", subject: name, now });
    return given;
  });
  if (outcome.done) return c.redirect(`${hostPath(origin)}&done=vouched`, 303);
  return showOne(deps, c, body, { typed: reason, wrong: { reason: words[language].refusals[outcome.reason] } }, 422);
}

async function withdraw({ db, now, vouchAddress: addressOf }: CatalogueDeskDeps, c: Context<DeskEnv>) {
  const { origin, actor, name } = await needKnown({ db }, await c.req.parseBody());
  await db.transaction().execute(async (tx) => {
    const given = actor === null ? null : await findOwnVouchFor(tx, actor);
    if (given === null) throw new NotFound("we do not vouch for it");
    await withdrawVouch(tx, given.id, { addressOf, now: now() });
    await enter(tx, c.get("person"), { deed: "vouch-withdrawn", subject: name, now: now() });
  });
  return c.redirect(`${hostPath(origin)}&done=withdrawn`, 303);
}

async function needKnown({ db }: Pick<CatalogueDeskDeps, "db">, query: unknown): Promise<Known> {
  const origin = readOrigin(query);
  const known = origin === null ? null : await findKnown(db, origin);
  if (known === null) throw new NotFound("there is no such instance");
  return known;
}
