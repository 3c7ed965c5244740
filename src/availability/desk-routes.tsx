import { type Context, Hono } from "hono";
import { z } from "zod";
import { enter } from "../accounts/journal.ts";
import type { Reader, Transaction } from "../foundation/database.ts";
import { dayOf } from "../foundation/day.ts";
import { Conflict, NotFound } from "../foundation/errors.ts";
import type { Outcome } from "../foundation/outcome.ts";
import { findOffer } from "../offers/queries.ts";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import type { Typed } from "../web/form-parts.tsx";
import { listWords } from "../web/money.ts";
import { showDeskPage } from "../web/respond.ts";
import { onceSent } from "../web/sent-forms.ts";
import {
  type Availability,
  type AvailabilityRefusal,
  availabilityStates,
  defaultValidDays,
  expiryOf,
  type KeptAvailability,
} from "./availability.ts";
import { changeAvailability, confirmAvailabilities, confirmAvailability } from "./changes.ts";
import { AvailabilityListPage, type ListNews } from "./desk-list-page.tsx";
import type { Audience } from "./desk-review-page.tsx";
import { words } from "./desk-words.ts";
import { validDaysOf, withState } from "./due.ts";
import { type KeptStanding, listStandings } from "./parts.tsx";
import { findAvailability } from "./queries.ts";
import { wantReminders, wantsReminders } from "./reminders.ts";
import { headline } from "./state-parts.tsx";

export interface AvailabilityDeskDeps extends DeskDeps {
  /** Whether this site sends mail. */
  readonly mails: boolean;
  audience(reader: Reader): Promise<Audience>;
  /** What followers read of a new state, in the language of the site. */
  announcement(title: string, said: Availability, now: Date): string;
}

/** `/admin/availability`: all offers, and the presses that say who can still get in. */
export function availabilityDeskRoutes(deps: AvailabilityDeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get("/admin/availability", async (c) => showList(deps, c, null))
    .post("/admin/availability/offers/:slug/state", (c) => press(deps, c, pressState))
    .post("/admin/availability/offers/:slug/confirmation", (c) => press(deps, c, pressStill))
    .post("/admin/availability/confirmation", (c) => confirmAll(deps, c))
    .post("/admin/availability/reminders", (c) => chooseLetters(deps, c));
}

/** What was typed, by the names of the fields: no file, and of several values the first. */
export async function readTyped(c: Context): Promise<Typed> {
  const form = await c.req.parseBody({ all: true });
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => {
      const [first] = [value].flat();
      return typeof first === "string" ? [[name, first]] : [];
    }),
  );
}

/** An offer that may have an availability, with what was last said of it. */
export async function needStanding(reader: Reader, slug: string): Promise<KeptStanding> {
  const offer = await findOffer(reader, slug);
  if (offer === null || offer.state === "withdrawn") throw new NotFound(`there is no offer ${slug}`);
  return { offer, availability: await findAvailability(reader, offer.id) };
}

async function showList(
  deps: AvailabilityDeskDeps,
  c: Context<DeskEnv>,
  said: ListNews | null,
  status: 200 | 409 = 200,
) {
  const frame = await deps.frameOf(c);
  const now = deps.now();
  const standings = await listStandings(deps.db, ["published", "draft"]);
  const { followers } = await deps.audience(deps.db);
  const first = standings.find(({ offer }) => offer.state === "published");
  const letters = deps.mails ? await wantsReminders(deps.db, c.get("person").id) : null;
  const example = first === undefined ? null : deps.announcement(first.offer.content.title, paused(now), now);
  const news = said ?? newsOf(c, standings, frame.language);
  return showDeskPage(
    c,
    <AvailabilityListPage {...{ frame, standings, now, followers, example, letters, news }} />,
    status,
  );
}

function paused(now: Date): Availability {
  const statement = withState(null, "paused", dayOf(now));
  return { ...statement, confirmed: now, expires: expiryOf(statement, now, defaultValidDays) };
}

/** What the redirect after a change says in its query. */
function newsOf(c: Context, standings: readonly KeptStanding[], language: keyof typeof words): ListNews | null {
  const word = words[language].was;
  const titled = (slug: string) => standings.find(({ offer }) => offer.slug === slug);
  const one = titled(c.req.query("offer") ?? "");
  const left = (c.req.queries("left") ?? []).flatMap((slug) => titled(slug)?.offer.content.title ?? []);
  const good = (title: string, text: string | null = null): ListNews => ({ tone: "good", title, text });
  switch (c.req.query("done")) {
    case "said": {
      if (!one?.availability) return null;
      const state = headline(one.availability.state, one.availability, language);
      return good(word.said(one.offer.content.title, state), word.mistake);
    }
    case "confirmed":
      return one ? good(word.confirmed(one.offer.content.title)) : null;
    case "all":
      return left.length === 0
        ? good(word.all)
        : { tone: "care", title: word.allBut(listWords(left, language)), text: null };
    case "all-said":
      return good(word.allSaid);
    case "letters-on":
      return good(word.lettersOn);
    case "letters-off":
      return good(word.lettersOff);
    default:
      return null;
  }
}

interface Pressed {
  readonly slug: string;
  readonly typed: Typed;
  readonly version: number;
  readonly now: Date;
}

type Press = (
  tx: Transaction,
  pressed: Pressed,
) => Promise<{ readonly outcome: Outcome<KeptAvailability, AvailabilityRefusal>; readonly deed: "said" | "confirmed" }>;

/** One press says it; where more has to be said, the form asks. Whoever pressed on what is no longer so is shown what is. */
async function press(deps: AvailabilityDeskDeps, c: Context<DeskEnv>, act: Press): Promise<Response> {
  const typed = await readTyped(c);
  const slug = c.req.param("slug") ?? "";
  const [now, person] = [deps.now(), c.get("person")];
  const version = z.coerce.number().int().min(0).catch(-1).parse(typed["version"]);
  const form = `/admin/availability/offers/${slug}${typed["state"] ? `?state=${encodeURIComponent(typed["state"])}` : ""}`;
  const { offer } = await needStanding(deps.db, slug);
  const work = (tx: Transaction) =>
    onceSent(tx, { form: typed["form"] ?? "", account: person.id, now }, async () => {
      const { outcome, deed } = await act(tx, { slug, typed, version, now });
      if (!outcome.done) return null;
      await enter(tx, person, { deed: `availability-${deed}`, subject: offer.content.title, now });
      const back = typed["back"] === "/admin" ? "/admin" : "/admin/availability";
      return `${back}?done=${deed}&offer=${encodeURIComponent(slug)}`;
    });
  try {
    return c.redirect((await deps.db.transaction().execute(work)) ?? form, 303);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const { quicker } = words[(await deps.frameOf(c)).language];
    return showList(deps, c, { tone: "care", title: quicker.title, text: quicker.text(offer.content.title) }, 409);
  }
}

const pressState: Press = async (tx, { slug, typed, version, now }) => {
  const state = z.enum(availabilityStates).safeParse(typed["state"]);
  if (!state.success) return { outcome: { done: false, reason: "no-statement-yet" }, deed: "said" };
  const { availability } = await needStanding(tx, slug);
  const statement = withState(availability, state.data, dayOf(now));
  const validDays = availability === null ? defaultValidDays : validDaysOf(availability);
  return { outcome: await changeAvailability(tx, slug, statement, { now, validDays, version }), deed: "said" };
};

const pressStill: Press = async (tx, { slug, version, now }) => ({
  outcome: await confirmAvailability(tx, slug, { now, version }),
  deed: "confirmed",
});

async function confirmAll(deps: AvailabilityDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const typed = await readTyped(c);
  const [now, person] = [deps.now(), c.get("person")];
  const path = await deps.db.transaction().execute((tx) =>
    onceSent(tx, { form: typed["form"] ?? "", account: person.id, now }, async () => {
      const came = [...(await confirmAvailabilities(tx, now))];
      const left = came.flatMap(([slug, reason]) => (reason === null ? [] : [`&left=${encodeURIComponent(slug)}`]));
      if (left.length < came.length) await enter(tx, person, { deed: "availability-confirmed", now });
      return `/admin/availability?done=all${left.join("")}`;
    }),
  );
  return c.redirect(path ?? "/admin/availability", 303);
}

async function chooseLetters(deps: AvailabilityDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const wanted = (await readTyped(c))["wanted"] === "yes";
  await deps.db.transaction().execute((tx) => wantReminders(tx, c.get("person").id, wanted));
  return c.redirect(`/admin/availability?done=letters-${wanted ? "on" : "off"}#letters`, 303);
}
