import { type Context, Hono } from "hono";
import type { Child } from "hono/jsx";
import type { Reader } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import type { Language } from "../foundation/language.ts";
import { type PageDeps, readFrame } from "../hosts/parts.tsx";
import { findRequestByLink } from "../places/queries.ts";
import { requestPath } from "../places/request-routes.tsx";
import { ErasedPage } from "../web/erased-page.tsx";
import { limitForms } from "../web/form-limit.ts";
import { showPage } from "../web/respond.ts";
import { Referred } from "./asker-parts.tsx";
import { agreeToHand, eraseAsker } from "./changes.ts";
import { MinePage } from "./mine-page.tsx";
import { consentPath } from "./paths.ts";
import { findReferral, findReferralByConsent, listReferralsOf } from "./queries.ts";
import type { Referral } from "./referrals.ts";
import { words } from "./words.ts";

type Env = { Bindings: { readonly client?: string } };

/** `/requests/TOKEN/referrals/ID` and `/referrals/mine/TOKEN`: whoever asks says whether what is theirs may be handed on. */
export function askerRoutes(deps: PageDeps): Hono<Env> {
  const limit = limitForms();
  return new Hono<Env>()
    .post("/requests/:token/referrals/:id", limit, (c) => agreeOnRequest(deps, c))
    .get("/referrals/mine/erased", (c) => showErased(deps, c))
    .get("/referrals/mine/:token", async (c) => showMine(deps, c, await findMine(deps, c)))
    .post("/referrals/mine/:token", limit, (c) => agreeOnMine(deps, c))
    .post("/referrals/mine/:token/erasure", limit, (c) => erase(deps, c));
}

/** To whom a request was sent on, for the private page of who asked. */
export async function referredPart(reader: Reader, request: string, link: string, language: Language): Promise<Child> {
  const referrals = await listReferralsOf(reader, request);
  return <Referred {...{ referrals, language }} actionOf={({ id }) => `${link}/referrals/${id}`} />;
}

const isToken = (token: string): boolean => /^[\w-]{43}$/.test(token);

async function agreeOnRequest(deps: PageDeps, c: Context): Promise<Response> {
  const [token, id] = [c.req.param("token") ?? "", c.req.param("id") ?? ""];
  const request = isToken(token) ? await findRequestByLink(deps.db, token) : null;
  const referral = request && /^[0-9a-f-]{36}$/.test(id) ? await findReferral(deps.db, id) : null;
  if (request === null || referral?.request !== request.id) throw new NotFound();
  await agree(deps, c, referral);
  return c.redirect(`${requestPath(token)}#referred`, 303);
}

async function findMine({ db }: PageDeps, c: Context): Promise<Referral> {
  const token = c.req.param("token") ?? "";
  const referral = isToken(token) ? await findReferralByConsent(db, token) : null;
  if (referral === null) throw new NotFound();
  return referral;
}

async function agreeOnMine(deps: PageDeps, c: Context): Promise<Response> {
  await agree(deps, c, await findMine(deps, c));
  return c.redirect(`${consentPath(c.req.param("token") ?? "")}#referred`, 303);
}

// Where it is over meanwhile, the page says so.
async function agree({ db, now }: PageDeps, c: Context, { id }: Referral): Promise<void> {
  const { agreed } = await c.req.parseBody();
  if (agreed !== "yes" && agreed !== "no") return;
  await db.transaction().execute((tx) => agreeToHand(tx, id, agreed === "yes", now()));
}

async function erase(deps: PageDeps, c: Context): Promise<Response> {
  const { id } = await findMine(deps, c);
  await deps.db.transaction().execute((tx) => eraseAsker(tx, id, deps.now()));
  return c.redirect("/referrals/mine/erased", 303);
}

async function showMine(deps: PageDeps, c: Context, referral: Referral): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const link = consentPath(c.req.param("token") ?? "");
  const page = <MinePage frame={{ ...frame, path: link }} referral={referral} link={link} />;
  const answer = await showPage(c, deps.origin, page);
  answer.headers.set("cache-control", "no-store");
  return answer;
}

async function showErased(deps: PageDeps, c: Context): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const { erasedText, home } = words[frame.language].mine;
  return showPage(
    c,
    deps.origin,
    <ErasedPage frame={frame} text={erasedText} way={{ href: "/#offers", label: home }} />,
  );
}
