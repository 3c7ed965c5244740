import { type Context, Hono } from "hono";
import { z } from "zod";
import { enter } from "../accounts/journal.ts";
import { needsRole } from "../accounts/sign-in-routes.tsx";
import { Conflict } from "../foundation/errors.ts";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import { showDeskPage } from "../web/respond.ts";
import type { FundingRefusal } from "./changes.ts";
import { HeldPage, type HeldPageProps, heldPath } from "./desk-held-page.tsx";
import { type HeldDone, words } from "./desk-held-words.ts";
import { letThrough, listWaiting, refuseOpening } from "./holding.ts";
import { findFunding } from "./queries.ts";
import { findFundingSettings, holds, keepFundingSettings } from "./settings.ts";
import { words as fundingWords } from "./words.ts";

/** `/admin/funding/held`: requests of people whom this site does not know yet are read before they open. */
export function heldDesk(deps: DeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get(heldPath, (c) => show(deps, c, {}))
    .post(heldPath, (c) => decide(deps, c))
    .post(`${heldPath}/settings`, needsRole("administrator"), (c) => settle(deps, c));
}

const longestReason = 1_000;
const mostShown = 50;

const Decision = z.object({
  code: z.string().max(20).catch(""),
  version: z.coerce.number().int().catch(-1),
  do: z.enum(["accept", "refuse"]).catch("refuse"),
});

async function decide(deps: DeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const form = await c.req.parseBody();
  const { code, version, do: what } = Decision.parse(form);
  const name = `reason-${code}`;
  const reason = String(form[name] ?? "")
    .trim()
    .slice(0, longestReason);
  const { language } = await deps.frameOf(c);
  if (what === "refuse" && reason === "")
    return show(deps, c, { wrong: { [name]: words[language].reasonMissing } }, 422);
  const looked = { version, now: deps.now() };
  try {
    const problem = await (what === "accept"
      ? accept(deps, c, code, looked)
      : refuse(deps, c, code, { ...looked, reason }));
    if (problem === null) return c.redirect(`${heldPath}?done=${what === "accept" ? "let-through" : "refused"}`, 303);
    return show(deps, c, { problem: fundingWords[language].refusals[problem], typed: { [name]: reason } }, 422);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return show(deps, c, { problem: words[language].changed, typed: { [name]: reason } }, 409);
  }
}

type Looked = Parameters<typeof letThrough>[2];

/** Null once it is open; else why it cannot open any more. */
async function accept(
  { db }: DeskDeps,
  c: Context<DeskEnv>,
  code: string,
  looked: Looked,
): Promise<FundingRefusal | null> {
  return db.transaction().execute(async (tx) => {
    const opened = await letThrough(tx, code, looked);
    if (!opened.done) return opened.reason;
    const subject = opened.value.content.title;
    await enter(tx, c.get("person"), { deed: "funding-let-through", subject, now: looked.now });
    return null;
  });
}

async function refuse(
  { db }: DeskDeps,
  c: Context<DeskEnv>,
  code: string,
  refusing: Looked & { readonly reason: string },
): Promise<null> {
  return db.transaction().execute(async (tx) => {
    await refuseOpening(tx, code, refusing);
    const subject = (await findFunding(tx, code))?.content.title ?? code;
    await enter(tx, c.get("person"), { deed: "funding-opening-refused", subject, now: refusing.now });
    return null;
  });
}

async function settle(deps: DeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const form = await c.req.parseBody();
  const hold = holds.find((one) => one === form["hold"]);
  if (hold === undefined) return show(deps, c, {}, 422);
  await deps.db.transaction().execute(async (tx) => {
    await keepFundingSettings(tx, { hold });
    await enter(tx, c.get("person"), { deed: "funding-settings-changed", now: deps.now() });
  });
  return c.redirect(`${heldPath}?done=saved`, 303);
}

const dones: readonly HeldDone[] = ["let-through", "refused", "saved"];

async function show(
  { db, frameOf }: DeskDeps,
  c: Context<DeskEnv>,
  shown: Partial<Pick<HeldPageProps, "problem" | "typed" | "wrong">>,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const frame = { ...(await frameOf(c)), path: heldPath };
  const { hold } = await findFundingSettings(db);
  const waiting = await listWaiting(db, mostShown);
  const done = dones.find((one) => one === c.req.query("done")) ?? null;
  const { problem = null, typed = {}, wrong = {} } = shown;
  return showDeskPage(c, <HeldPage {...{ frame, waiting, hold, done, problem, typed, wrong }} />, status);
}
