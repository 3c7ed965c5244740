import { type Context, Hono } from "hono";
import { enter } from "../accounts/journal.ts";
import type { Transaction } from "../foundation/database.ts";
import { type Day, dayOf } from "../foundation/day.ts";
import type { DeskEnv } from "../web/desk.tsx";
import type { Typed, Wrong } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { onceSent } from "../web/sent-forms.ts";
import { type AvailabilityRefusal, type AvailabilityStatement, defaultValidDays, refusalOf } from "./availability.ts";
import { changeAvailability } from "./changes.ts";
import { AvailabilityAllPage } from "./desk-all-page.tsx";
import { readStatement } from "./desk-form.ts";
import { announcedOf } from "./desk-form-routes.tsx";
import { words as formWords } from "./desk-form-words.ts";
import { AvailabilityReviewPage } from "./desk-review-page.tsx";
import { type AvailabilityDeskDeps, needStanding, readTyped } from "./desk-routes.tsx";
import { words as deskWords } from "./desk-words.ts";
import { withState } from "./due.ts";
import { type KeptStanding, listStandings } from "./parts.tsx";
import { words } from "./words.ts";

/** `/admin/availability/all`: the same said of several offers, all or none. */
export function availabilityAllRoutes(deps: AvailabilityDeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get("/admin/availability/all", async (c) => {
      const standings = await listStandings(deps.db);
      const chosen = standings.map(({ offer }) => offer.slug);
      return show(deps, c, { typed: { validDays: String(defaultValidDays) }, chosen, wrong: {} });
    })
    .post("/admin/availability/all", (c) => submit(deps, c));
}

interface Filled {
  readonly typed: Typed;
  readonly chosen: readonly string[];
  readonly wrong: Wrong;
}

async function show(deps: AvailabilityDeskDeps, c: Context<DeskEnv>, filled: Filled, status: 200 | 422 = 200) {
  const frame = { ...(await deps.frameOf(c)), path: "/admin/availability/all" };
  const standings = await listStandings(deps.db, ["published", "draft"]);
  return showDeskPage(c, <AvailabilityAllPage {...{ frame, standings, now: deps.now() }} {...filled} />, status);
}

async function submit(deps: AvailabilityDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const { offers: _, ...typed } = await readTyped(c);
  const { offers = [] } = await c.req.parseBody({ all: true });
  const asked = [offers].flat().filter((slug) => typeof slug === "string");
  const standings = await listStandings(deps.db, ["published", "draft"]);
  const chosen = standings.filter(({ offer }) => asked.includes(offer.slug));
  const filled = { typed, chosen: chosen.map(({ offer }) => offer.slug) };
  if (typed["step"] === "edit") return show(deps, c, { ...filled, wrong: {} });
  const { statement, validDays, wrong } = readStatement(typed, null);
  const { language } = await deps.frameOf(c);
  const problems = Object.entries(wrong).map(([name, problem]) => [name, formWords[language].problems[problem]]);
  if (chosen.length === 0) problems.push(["offers", formWords[language].noOffer]);
  if (statement === null || problems.length > 0)
    return show(deps, c, { ...filled, wrong: Object.fromEntries(problems) }, 422);
  const reason = refusalFor(chosen, statement, dayOf(deps.now()));
  if (reason !== null)
    return show(deps, c, { ...filled, wrong: { [fieldFor(reason)]: words[language].refusals[reason] } }, 422);
  const said = { ...filled, statement, validDays };
  return typed["step"] === "send" ? send(deps, c, said) : review(deps, c, chosen, said);
}

interface Said {
  readonly typed: Typed;
  readonly chosen: readonly string[];
  readonly statement: AvailabilityStatement;
  readonly validDays: number;
}

/** What is said of one of them: what the form says, and what is the offer's own. */
function ownStatement({ availability }: KeptStanding, asked: AvailabilityStatement, today: Day): AvailabilityStatement {
  const own = withState(availability, asked.state, today);
  return { ...own, nextOpening: asked.nextOpening ?? own.nextOpening, message: asked.message };
}

function refusalFor(
  chosen: readonly KeptStanding[],
  asked: AvailabilityStatement,
  today: Day,
): AvailabilityRefusal | null {
  const reasons = chosen.map((standing) => refusalOf(ownStatement(standing, asked, today), today));
  return reasons.find((reason) => reason !== null) ?? null;
}

// Places are not asked here.
const fieldFor = (reason: AvailabilityRefusal): string => (reason.startsWith("next-opening") ? "nextDay" : "state");

async function review(
  deps: AvailabilityDeskDeps,
  c: Context<DeskEnv>,
  standings: readonly KeptStanding[],
  { typed, chosen, statement, validDays }: Said,
): Promise<Response> {
  const frame = { ...(await deps.frameOf(c)), path: "/admin/availability/all" };
  const now = deps.now();
  const { form, step: _, ...kept } = typed;
  const props = {
    ...{ frame, title: deskWords[frame.language].allChange, action: frame.path, typed: kept, form },
    ...{ chosen: { name: "offers", values: chosen }, audience: await deps.audience(deps.db) },
    announced: standings.map((standing) =>
      announcedOf(deps, standing, ownStatement(standing, statement, dayOf(now)), { now, validDays }),
    ),
  };
  return showDeskPage(c, <AvailabilityReviewPage {...props} />);
}

async function send(
  deps: AvailabilityDeskDeps,
  c: Context<DeskEnv>,
  { typed, chosen, statement, validDays }: Said,
): Promise<Response> {
  const [now, person] = [deps.now(), c.get("person")];
  const work = (tx: Transaction) =>
    onceSent(tx, { form: typed["form"] ?? "", account: person.id, now }, async () => {
      for (const slug of await inLockOrder(tx, chosen)) {
        const standing = await needStanding(tx, slug);
        const own = ownStatement(standing, statement, dayOf(now));
        const version = standing.availability?.version ?? 0;
        const outcome = await changeAvailability(tx, slug, own, { now, validDays, version });
        if (!outcome.done) throw new Error(`${slug} was refused after it had been looked at: ${outcome.reason}`);
        await enter(tx, person, { deed: "availability-said", subject: standing.offer.content.title, now });
      }
      return "/admin/availability?done=all-said";
    });
  return c.redirect((await deps.db.transaction().execute(work)) ?? "/admin/availability", 303);
}

/** In the order in which everyone changes several, so that two who do never wait for each other. */
async function inLockOrder(tx: Transaction, slugs: readonly string[]): Promise<readonly string[]> {
  const standings = await listStandings(tx, ["published", "draft"]);
  const chosen = standings.filter(({ offer }) => slugs.includes(offer.slug));
  return chosen.toSorted((one, other) => (one.offer.id < other.offer.id ? -1 : 1)).map(({ offer }) => offer.slug);
}
