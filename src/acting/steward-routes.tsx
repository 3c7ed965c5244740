import { type Context, Hono } from "hono";
import { NotFound } from "../foundation/errors.ts";
import type { Language } from "../foundation/language.ts";
import type { FundingRequest } from "../funding/funding.ts";
import type { FundingRole } from "../funding/life.ts";
import { listProposals } from "../funding/proposals.ts";
import { findFunding } from "../funding/queries.ts";
import { words as fundingWords } from "../funding/words.ts";
import { readFrame } from "../hosts/parts.tsx";
import { listPledges } from "../pledges/queries.ts";
import { tallyFor } from "../pledges/tallies.ts";
import { readSent } from "../web/sent.ts";
import { CancellationPage } from "./cancellation-page.tsx";
import { type Known, listKnown, stewardOf } from "./known.ts";
import { type Typed, textOf, typedOf } from "./reading.ts";
import { doOnce } from "./sending-parts.tsx";
import { type ActRefusal, type StewardAct, stewardActs } from "./steps.ts";
import type { Tried } from "./steward-acts-parts.tsx";
import { stewardDeed } from "./steward-deeds.ts";
import type { StewardFault } from "./steward-form.ts";
import { StewardPage } from "./steward-page.tsx";
import { words } from "./steward-words.ts";
import { type ActingDeps, type ActingEnv, askWho, findTyped, showOwn } from "./who-parts.tsx";

/** `/funding/CODE/steward…`: a request carried on by who asks or its steward; for everybody else there is no such page. */
export function stewardRoutes(deps: ActingDeps): Hono<ActingEnv> {
  const path = "/funding/:code{[^/.]+}/steward";
  return new Hono<ActingEnv>()
    .get(path, (c) =>
      withRequest(deps, c, async (own) => {
        if (own.request.state === "draft") return c.redirect(`/funding/${own.request.code}/edit`, 303);
        return showSteward(deps, c, own, triedIn(await findTyped(deps, c)));
      }),
    )
    .get(`${path}/cancellation`, (c) =>
      withRequest(deps, c, async ({ request, role }) => {
        if (role !== "requester") throw new NotFound();
        const { frame } = await readFrame(deps, c.req.raw);
        return showOwn(deps, c, <CancellationPage {...{ frame, request }} />);
      }),
    )
    .post(`${path}/:act{[a-z]+}`, (c) => withRequest(deps, c, (own) => act(deps, c, own)));
}

interface Own extends Known {
  readonly request: FundingRequest;
  readonly role: FundingRole;
}

/** Goes on with a request of whoever is there; who has shown nothing is asked first, whether there is one or not. */
async function withRequest(deps: ActingDeps, c: Context, then: (own: Own) => Promise<Response>): Promise<Response> {
  const all = await deps.whoActs(c);
  const code = c.req.param("code") ?? "";
  if (all.length === 0) {
    const sent = c.req.method === "GET" ? null : await readSent(c);
    return askWho(deps, c, { page: `/funding/${code}/steward`, sent });
  }
  const request = await findFunding(deps.db, code);
  const own = request === null ? null : stewardOf(await listKnown(deps.db, all), request);
  if (request === null || own === null) throw new NotFound();
  return then({ request, ...own });
}

/** An act that was sent before anybody knew by whom, to be sent again. */
function triedIn(sent: Parameters<typeof typedOf>[0] | null): Tried | null {
  if (sent === null) return null;
  const typed = typedOf(sent);
  const known = actOf(typed["act"]);
  return known === null ? null : { act: known, typed, wrong: {}, refused: null };
}

const actOf = (name: string | undefined): StewardAct | null => stewardActs.find((one) => one === name) ?? null;

async function act(deps: ActingDeps, c: Context, own: Own): Promise<Response> {
  const known = actOf(c.req.param("act"));
  if (known === null) throw new NotFound();
  const typed = typedOf(await readSent(c));
  const now = deps.now();
  const read = stewardDeed(known, typed, now);
  const { frame } = await readFrame(deps, c.req.raw);
  if (!read.done) return showSteward(deps, c, own, faulty(known, typed, read.reason, frame.language), 422);
  const form = textOf(typed, "form");
  const made = await doOnce(deps.db, { acting: own.acting, form, now }, (tx, { id: by }) =>
    read.value(tx, own.request, { by, now }),
  );
  if (!made.done) return showSteward(deps, c, own, refusedAct(known, typed, made.reason, frame.language), 422);
  const leaves = known === "cancellation" && own.request.state === "draft";
  return c.redirect(leaves ? "/funding/mine?done=cancelled" : made.value, 303);
}

function faulty(
  which: StewardAct,
  typed: Typed,
  faults: Readonly<Record<string, StewardFault>>,
  language: Language,
): Tried {
  const said = Object.entries(faults).map(([field, fault]) => [field, words[language].faults[fault]]);
  return { act: which, typed, wrong: Object.fromEntries(said), refused: null };
}

function refusedAct(which: StewardAct, typed: Typed, reason: ActRefusal, language: Language): Tried {
  const sentence = fundingWords[language].refusals[reason];
  const at = reason === "deliverable-missing" ? { deliverable: sentence } : {};
  return { act: which, typed, wrong: at, refused: sentence };
}

async function showSteward(
  deps: ActingDeps,
  c: Context,
  own: Own,
  tried: Tried | null,
  status: 200 | 422 = 200,
): Promise<Response> {
  const { request, role, party } = own;
  const { frame } = await readFrame(deps, c.req.raw);
  const page = (
    <StewardPage
      {...{ frame, request, role, tried, now: deps.now(), done: c.req.query("done") ?? null }}
      promises={await tallyFor(deps.db, request.id)}
      pledges={await listPledges(deps.db, request)}
      proposals={await listProposals(deps.db, request, party)}
    />
  );
  return showOwn(deps, c, page, status);
}
