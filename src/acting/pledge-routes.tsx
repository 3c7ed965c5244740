import { type Context, Hono } from "hono";
import type { Sent } from "../foundation/kept-forms.ts";
import { done, refused } from "../foundation/outcome.ts";
import { type Acting, actingIn } from "../funding/acting.ts";
import { readFrame } from "../hosts/parts.tsx";
import { makePledge } from "../pledges/making.ts";
import { tallyFor } from "../pledges/tallies.ts";
import { readSent } from "../web/sent.ts";
import { ownPledgeRoutes } from "./own-pledge-routes.tsx";
import { readPledge } from "./pledge-form.ts";
import { PledgePage, type PledgePageProps } from "./pledge-page.tsx";
import { faultWords, needPublic, refusalIn, refusalOf } from "./pledge-parts.tsx";
import { type Typed, typedOf } from "./reading.ts";
import { doOnce } from "./sending-parts.tsx";
import { type ActingDeps, type ActingEnv, askWho, findTyped, type Prefilled, showOwn } from "./who-parts.tsx";

/** `/funding/CODE/pledge` and `/funding/CODE/pledges/…`: promising, and what one promised. */
export function pledgeRoutes(deps: ActingDeps): Hono<ActingEnv> {
  return new Hono<ActingEnv>()
    .get("/funding/:code{[^/.]+}/pledge", async (c) => {
      const all = await deps.whoActs(c);
      const kept = await findTyped(deps, c);
      const token = c.req.query("from");
      const read = token === undefined ? null : await deps.prefill("pledge", token, all[0] ?? null);
      return showForm(deps, c, {
        all,
        typed: typedIn(c, kept, read),
        still: kept !== null,
        original: read?.original ?? null,
      });
    })
    .post("/funding/:code{[^/.]+}/pledge", (c) => promise(deps, c))
    .route("/", ownPledgeRoutes(deps));
}

/** What the form begins with: what was typed before, else what was read in a sentence, else what the link says. */
function typedIn(c: Context, kept: Sent | null, read: Prefilled | null): Typed {
  if (kept !== null) return typedOf(kept);
  const given = Object.entries(read?.fields ?? {}).map(([name, value]) => [name, [value].flat()] as const);
  const { from = "", amount = "" } = c.req.query();
  return { amount, ...typedOf(Object.fromEntries(given)), from };
}

async function promise(deps: ActingDeps, c: Context): Promise<Response> {
  const request = await needPublic(deps, c);
  const sent = await readSent(c);
  const typed = typedOf(sent);
  const all = await deps.whoActs(c);
  const acting = actingIn(all, typed["as"]);
  const { frame } = await readFrame(deps, c.req.raw);
  const read = readPledge(typed, request.terms.goal.currency);
  if (!read.done) return showForm(deps, c, { all, typed, wrong: faultWords(read.reason, frame.language) }, 422);
  if (acting === null) return askWho(deps, c, { page: `/funding/${request.code}/pledge`, sent });
  const now = deps.now();
  const made = await doOnce(deps.db, { acting, form: typed["form"] ?? "", now }, async (tx, party) => {
    const { promised, words: papers } = read.value;
    const saying = { request: request.id, by: party.id, now, papers: { words: papers } };
    const entry = await makePledge(tx, promised, saying);
    if (!entry.done) return refused(entry.reason);
    const path = `/funding/${request.code}/pledges/${entry.value.pledge}?done=promised`;
    return done({ deed: "pledge-made", subject: request.content.title, path });
  });
  if (made.done) return c.redirect(made.value, 303);
  return showForm(deps, c, { all, typed, ...refusalIn(made.reason, frame.language) }, 422);
}

type Shown = Pick<PledgePageProps, "typed"> & { readonly all: readonly Acting[] } & Partial<PledgePageProps>;

async function showForm(deps: ActingDeps, c: Context, shown: Shown, status: 200 | 422 = 200): Promise<Response> {
  const request = await needPublic(deps, c);
  const { frame } = await readFrame(deps, c.req.raw);
  const promises = await tallyFor(deps.db, request.id);
  const props = { frame, request, promises, wrong: {}, pledge: null, still: false, original: null, ...shown };
  const page = <PledgePage {...props} refused={shown.refused ?? refusalOf(request, deps.now(), frame.language)} />;
  return showOwn(deps, c, page, status);
}
