import { type Context, Hono } from "hono";
import { enter } from "../accounts/journal.ts";
import { needsRole } from "../accounts/sign-in-routes.tsx";
import { Unreachable } from "../foundation/errors.ts";
import { type Outbound, RefusedAddress } from "../foundation/outbound.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import { showDeskPage } from "../web/respond.ts";
import { words } from "./desk-seed-words.ts";
import { SeedsPage, type SeedsPageProps, seedsPath } from "./desk-seeds-page.tsx";
import { originOf, readSeedList } from "./seed-list.ts";
import { addSeeds, weighSeeds } from "./seeds.ts";

export interface SeedsDeskDeps extends DeskDeps {
  readonly outbound: Pick<Outbound, "request">;
}

type Problem = keyof (typeof words)["fr"]["problems"];

/** `/admin/followers/list`: a list of instances is read, and somebody chooses which to visit. */
export function seedsDesk(deps: SeedsDeskDeps): Hono<DeskEnv> {
  const administrators = needsRole("administrator");
  return new Hono<DeskEnv>()
    .get(seedsPath, administrators, (c) => {
      const added = /^\d{1,4}$/.test(c.req.query("added") ?? "") ? Number(c.req.query("added")) : null;
      return show(deps, c, { added });
    })
    .post(`${seedsPath}/reading`, administrators, (c) => read(deps, c))
    .post(seedsPath, administrators, (c) => add(deps, c));
}

async function show(deps: SeedsDeskDeps, c: Context<DeskEnv>, shown: Partial<SeedsPageProps>): Promise<Response> {
  const frame = { ...(await deps.frameOf(c)), path: seedsPath };
  const props = { seeds: null, typed: "", wrong: {}, added: null, ...shown };
  return showDeskPage(c, <SeedsPage frame={frame} {...props} />, Object.keys(props.wrong).length > 0 ? 422 : 200);
}

async function read(deps: SeedsDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const form = await c.req.parseBody();
  const typed = typeof form["address"] === "string" ? form["address"].trim().slice(0, 2_000) : "";
  const file = form["file"] instanceof File && form["file"].size > 0 ? form["file"] : null;
  const text = file ? done(await file.text()) : await fetchList(deps.outbound, typed);
  const origins = text.done ? listIn(text.value) : text;
  if (!origins.done) return refuse(deps, c, typed, origins.reason);
  return show(deps, c, { typed, seeds: await weighSeeds(deps.db, origins.value) });
}

async function refuse(deps: SeedsDeskDeps, c: Context<DeskEnv>, typed: string, reason: Problem): Promise<Response> {
  const { language } = await deps.frameOf(c);
  return show(deps, c, { typed, wrong: { address: words[language].problems[reason] } });
}

async function fetchList(outbound: SeedsDeskDeps["outbound"], address: string): Promise<Outcome<string, Problem>> {
  if (address === "") return refused("missing");
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) return refused("malformed");
  try {
    const { status, body } = await outbound.request(address, { headers: { accept: "application/json" } });
    return status === 200 ? done(body.toString("utf8")) : refused("unreachable");
  } catch (error) {
    if (error instanceof Unreachable || error instanceof RefusedAddress) return refused("unreachable");
    throw error;
  }
}

function listIn(text: string): Outcome<readonly string[], Problem> {
  try {
    const origins = readSeedList(JSON.parse(text));
    return origins === null ? refused("not-a-list") : done(origins);
  } catch (error) {
    if (error instanceof SyntaxError) return refused("not-a-list");
    throw error;
  }
}

async function add(deps: SeedsDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const { origin = [] } = await c.req.parseBody({ all: true });
  const chosen = [origin].flat().flatMap((one) => (typeof one === "string" ? (originOf(one) ?? []) : []));
  if (chosen.length === 0) return refuse(deps, c, "", "none");
  const now = deps.now();
  const added = await deps.db.transaction().execute(async (tx) => {
    const count = await addSeeds(tx, [...new Set(chosen)].slice(0, 5_000), now);
    await enter(tx, c.get("person"), { deed: "seeds-added", subject: String(count), now });
    return count;
  });
  return c.redirect(`${seedsPath}?added=${added}`, 303);
}
