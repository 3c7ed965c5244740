import { type Context, Hono } from "hono";
import { NotFound } from "../foundation/errors.ts";
import { type PageDeps, readFrame } from "../hosts/parts.tsx";
import { findRequest } from "../places/queries.ts";
import { limitForms } from "../web/form-limit.ts";
import { showPage } from "../web/respond.ts";
import { hearAct, noteOpened } from "./changes.ts";
import { HandedPage, type HandedPageProps, type Looking, OverPage } from "./handed-page.tsx";
import { referralPath } from "./paths.ts";
import { findReferralByLink } from "./queries.ts";
import { longest, type Referral } from "./referrals.ts";

type Env = { Bindings: { readonly client?: string } };

/** `/referrals/TOKEN`: what another host is handed on, and where one without a desk answers. */
export function handedRoutes(deps: PageDeps): Hono<Env> {
  return new Hono<Env>()
    .get("/referrals/answered", async (c) => {
      const { frame } = await readFrame(deps, c.req.raw);
      return showPage(c, deps.origin, <OverPage frame={frame} />);
    })
    .get("/referrals/:token{[\\w-]{43}}", async (c) => {
      return show(deps, c, await findByLink(deps, c), { done: c.req.query("done") === "answered" });
    })
    .post("/referrals/:token{[\\w-]{43}}", limitForms(), (c) => answer(deps, c));
}

async function findByLink({ db, now }: PageDeps, c: Context): Promise<Referral> {
  const referral = await findReferralByLink(db, c.req.param("token") ?? "", now());
  if (referral === null) throw new NotFound();
  return referral;
}

const acts = ["take", "place", "decline"] as const;

async function answer(deps: PageDeps, c: Context): Promise<Response> {
  const referral = await findByLink(deps, c);
  const form = await c.req.parseBody();
  const act = acts.find((one) => one === form["act"]);
  if (act === undefined || referral.other !== null) throw new NotFound();
  const said = String(form["said"] ?? "")
    .trim()
    .slice(0, longest.said);
  if (act === "decline" && said === "") return show(deps, c, referral, { refusal: "reasonMissing" }, 422);
  const now = deps.now();
  const heard = await deps.db.transaction().execute((tx) => hearAct(tx, referral.id, { act, said: said || null, now }));
  if (heard === null) return show(deps, c, referral, { typed: said, refusal: "tooLate" }, 422);
  const path = heard.token === null ? "/referrals/answered" : `${referralPath(heard.token)}?done=answered`;
  return c.redirect(path, 303);
}

/** Who is looking: nothing of it before they agreed. */
async function findLooking({ db }: PageDeps, referral: Referral): Promise<Looking | null> {
  if (referral.handing !== "agreed") return null;
  const request = referral.request === null ? null : await findRequest(db, referral.request);
  if (request !== null) return request;
  const { asker, contact, message } = referral;
  if (contact === null) return null;
  return {
    name: asker ?? "",
    contact: { kind: "email", address: contact },
    people: null,
    message: message ?? referral.need,
  };
}

async function show(
  deps: PageDeps,
  c: Context,
  referral: Referral,
  more: Partial<Pick<HandedPageProps, "done" | "typed" | "refusal">>,
  status: 200 | 422 = 200,
): Promise<Response> {
  const link = referralPath(c.req.param("token") ?? "");
  const { frame } = await readFrame(deps, c.req.raw);
  const looking = await findLooking(deps, referral);
  if (looking !== null && referral.opened === null)
    await deps.db.transaction().execute((tx) => noteOpened(tx, referral.id, deps.now()));
  const props = { frame: { ...frame, path: link }, referral, looking, link, done: false, typed: "", refusal: null };
  const answer = await showPage(c, deps.origin, <HandedPage {...{ ...props, ...more }} />, status);
  answer.headers.set("cache-control", "no-store");
  answer.headers.set("referrer-policy", "no-referrer");
  return answer;
}
