import { type Context, Hono } from "hono";
import { z } from "zod";
import { enter } from "../accounts/journal.ts";
import { NotFound } from "../foundation/errors.ts";
import type { DeskEnv } from "../web/desk.tsx";
import type { Typed, Wrong } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { onceSent } from "../web/sent-forms.ts";
import { answerReferral, type ReferralRefusal } from "./changes.ts";
import { ReferralsPage } from "./desk-list-page.tsx";
import { newReferralDesk, type ReferralsDeskDeps } from "./desk-new-routes.tsx";
import { DeskReferralPage } from "./desk-referral-page.tsx";
import { words } from "./desk-words.ts";
import { countSent, findReferral, listReferrals } from "./queries.ts";
import { actsOpen, longest, type Referral, type ReferralAct } from "./referrals.ts";

const one = "/admin/referrals/:id{[0-9a-f-]{36}}";

/** `/admin/referrals…`: whom others send here, whom this host sends elsewhere, and what came of it. */
export function referralsDesk(deps: ReferralsDeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get("/admin/referrals", (c) => list(deps, c))
    .route("/", newReferralDesk(deps))
    .get(one, async (c) => show(deps, c, await findOne(deps, c), null))
    .post(`${one}/:act`, (c) => act(deps, c));
}

const pageSize = 50;
const Query = z.object({
  side: z.enum(["taker", "giver"]).catch("taker"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

async function list({ db, frameOf }: ReferralsDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const { side, page } = Query.parse(c.req.query());
  const frame = await frameOf(c);
  const found = await listReferrals(db, side, { limit: pageSize + 1, offset: (page - 1) * pageSize });
  const props = { frame, side, page, more: found.length > pageSize, waiting: await countSent(db) };
  return showDeskPage(
    c,
    <ReferralsPage {...props} referrals={found.slice(0, pageSize)} done={c.req.query("done") ?? null} />,
  );
}

async function findOne({ db }: ReferralsDeskDeps, c: Context<DeskEnv>): Promise<Referral> {
  const referral = await findReferral(db, c.req.param("id") ?? "");
  if (referral === null) throw new NotFound();
  return referral;
}

async function act(deps: ReferralsDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const referral = await findOne(deps, c);
  const act = acts.find((known) => known === c.req.param("act"));
  if (act === undefined) throw new NotFound();
  const form = await c.req.parseBody();
  const typed = String(form[act] ?? "").slice(0, longest.said);
  const result = await doOnce(deps, c, referral, { act, typed, form: String(form["form"] ?? "") });
  if (typeof result !== "string") return c.redirect(result.path, 303);
  const { language } = await deps.frameOf(c);
  const field = result === "reason-missing" ? act : "content";
  const wrong = { [field]: words[language].refusals[result] };
  return show(deps, c, await findOne(deps, c), { act, typed: { [act]: typed }, wrong }, 422);
}

const acts = ["take", "decline", "place", "withdraw"] as const;

interface Sent {
  readonly act: (typeof acts)[number];
  readonly typed: string;
  readonly form: string;
}

async function doOnce(
  { db, now }: ReferralsDeskDeps,
  c: Context<DeskEnv>,
  { id, side, state, otherName }: Referral,
  { act, typed, form }: Sent,
): Promise<{ readonly path: string } | ReferralRefusal> {
  const person = c.get("person");
  let reason: ReferralRefusal = "not-possible-now";
  if (!actsOpen({ side, state }).includes(act)) return reason;
  const path = await db.transaction().execute((tx) =>
    onceSent(tx, { form, account: person.id, now: now() }, async () => {
      const outcome = await answerReferral(tx, id, { act, said: typed.trim() || null, now: now() });
      if (!outcome.done) {
        reason = outcome.reason;
        return null;
      }
      await enter(tx, person, { deed: `referral-${act}`, subject: otherName, now: now() });
      return `/admin/referrals/${id}?done=${act}`;
    }),
  );
  return path === null ? reason : { path };
}

async function show(
  deps: ReferralsDeskDeps,
  c: Context<DeskEnv>,
  referral: Referral,
  tried: { readonly act: ReferralAct; readonly typed: Typed; readonly wrong: Wrong } | null,
  status: 200 | 422 = 200,
): Promise<Response> {
  const frame = { ...(await deps.frameOf(c)), path: `/admin/referrals/${referral.id}` };
  const props = { frame, referral, tried, mails: deps.mails, done: c.req.query("done") ?? null };
  return showDeskPage(c, <DeskReferralPage {...props} />, status);
}
