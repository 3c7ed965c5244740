import { type Context, Hono } from "hono";
import { z } from "zod";
import { enter } from "../accounts/journal.ts";
import { dateWords } from "../foundation/date-words.ts";
import { dayOf } from "../foundation/day.ts";
import { Conflict } from "../foundation/errors.ts";
import type { Language } from "../foundation/language.ts";
import type { DeskEnv } from "../web/desk.tsx";
import type { Difference, Typed, Wrong } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { onceSent } from "../web/sent-forms.ts";
import {
  type AvailabilityRefusal,
  type AvailabilityState,
  type AvailabilityStatement,
  availabilityStates,
  defaultValidDays,
  expiryOf,
  refusalOf,
  shownState,
} from "./availability.ts";
import { changeAvailability } from "./changes.ts";
import { type ReadStatement, readStatement, rowsOf, typedOf, wavesWords } from "./desk-form.ts";
import { AvailabilityFormPage } from "./desk-form-page.tsx";
import { words as formWords } from "./desk-form-words.ts";
import { type Announced, AvailabilityReviewPage } from "./desk-review-page.tsx";
import { type AvailabilityDeskDeps, needStanding, readTyped } from "./desk-routes.tsx";
import { validDaysOf } from "./due.ts";
import type { KeptStanding } from "./parts.tsx";
import { words } from "./words.ts";

/** `/admin/availability/offers/…`: all that can be said of one offer, read once more before it is announced. */
export function availabilityFormRoutes(deps: AvailabilityDeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get("/admin/availability/offers/:slug", async (c) => {
      const { availability } = await needStanding(deps.db, c.req.param("slug"));
      const validDays = availability === null ? defaultValidDays : validDaysOf(availability);
      const state = z.enum(availabilityStates).safeParse(c.req.query("state"));
      const typed = { ...typedOf(availability, validDays), ...(state.success && { state: state.data }) };
      return showForm(deps, c, { typed, version: availability?.version ?? 0 });
    })
    .post("/admin/availability/offers/:slug", (c) => submit(deps, c));
}

/** What an offer's followers will read when this is said; nothing where the state stays what it was, or nobody sees the offer. */
export function announcedOf(
  deps: Pick<AvailabilityDeskDeps, "announcement">,
  { offer, availability }: KeptStanding,
  statement: AvailabilityStatement,
  { now, validDays }: { readonly now: Date; readonly validDays: number },
): Announced {
  const said = { ...statement, confirmed: now, expires: expiryOf(statement, now, validDays) };
  const aloud = offer.state === "published" && shownState(availability, now) !== statement.state;
  return {
    sentence: aloud ? deps.announcement(offer.content.title, said, now) : null,
    message: aloud ? statement.message : null,
    draft: offer.state === "draft",
    expires: said.expires,
  };
}

/** The field to which a refusal belongs. */
const fieldOf: Readonly<Record<AvailabilityRefusal, string>> = {
  "offer-is-withdrawn": "state",
  "next-opening-missing": "nextDay",
  "next-opening-in-the-past": "nextDay",
  "slots-exceed-capacity": "slots",
  "slots-without-places": "slots",
  "no-places-left": "slots",
  "no-statement-yet": "state",
  "part-closed": "state",
};

interface Filled {
  readonly typed: Typed;
  readonly version: number;
  readonly wrong?: Wrong;
  readonly differences?: readonly Difference[];
}

async function showForm(
  deps: AvailabilityDeskDeps,
  c: Context<DeskEnv>,
  { typed, version, wrong = {}, differences = [] }: Filled,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const frame = { ...(await deps.frameOf(c)), path: new URL(c.req.url).pathname };
  const standing = await needStanding(deps.db, c.req.param("slug") ?? "");
  const props = { frame, standing, now: deps.now(), typed, version, wrong, differences };
  return showDeskPage(c, <AvailabilityFormPage {...props} />, status);
}

async function submit(deps: AvailabilityDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const typed = await readTyped(c);
  const version = z.coerce.number().int().min(0).catch(0).parse(typed["version"]);
  if (typed["step"] === "edit") return showForm(deps, c, { typed, version });
  if (typed["step"] === "wave")
    return showForm(deps, c, { typed: { ...typed, waves: String(rowsOf(typed) + 1) }, version });
  return say(deps, c, typed, version);
}

/** What is right is shown once more, or said. */
async function say(deps: AvailabilityDeskDeps, c: Context<DeskEnv>, typed: Typed, version: number): Promise<Response> {
  const standing = await needStanding(deps.db, c.req.param("slug") ?? "");
  const read = readStatement(typed, standing.availability?.territory ?? null);
  const wrong = await sayWhy(deps, c, read);
  if (read.statement === null || wrong !== null) return showForm(deps, c, { typed, version, wrong: wrong ?? {} }, 422);
  const known = standing.availability?.version ?? 0;
  if (version !== known && !wasSent(typed)) return showConflict(deps, c, typed, standing);
  const said = { statement: read.statement, validDays: read.validDays };
  return wasSent(typed) ? send(deps, c, { typed, version, ...said }) : review(deps, c, { typed, standing, ...said });
}

const wasSent = (typed: Typed): boolean => typed["step"] === "send";

interface Said {
  readonly typed: Typed;
  readonly statement: AvailabilityStatement;
  readonly validDays: number;
}

async function review(
  deps: AvailabilityDeskDeps,
  c: Context<DeskEnv>,
  { typed, standing, statement, validDays }: Said & { readonly standing: KeptStanding },
): Promise<Response> {
  const path = new URL(c.req.url).pathname;
  const { form, step: _, ...kept } = typed;
  const props = {
    ...{ frame: { ...(await deps.frameOf(c)), path }, title: standing.offer.content.title, action: path },
    ...{ typed: kept, form, audience: await deps.audience(deps.db) },
    announced: [announcedOf(deps, standing, statement, { now: deps.now(), validDays })],
  };
  return showDeskPage(c, <AvailabilityReviewPage {...props} />);
}

async function send(
  deps: AvailabilityDeskDeps,
  c: Context<DeskEnv>,
  { typed, statement, validDays, version }: Said & { readonly version: number },
): Promise<Response> {
  const slug = c.req.param("slug") ?? "";
  const [now, person] = [deps.now(), c.get("person")];
  const standing = await needStanding(deps.db, slug);
  try {
    const path = await deps.db.transaction().execute((tx) =>
      onceSent(tx, { form: typed["form"] ?? "", account: person.id, now }, async () => {
        const outcome = await changeAvailability(tx, slug, statement, { now, validDays, version });
        if (!outcome.done) return null;
        await enter(tx, person, { deed: "availability-said", subject: standing.offer.content.title, now });
        return `/admin/availability?done=said&offer=${encodeURIComponent(slug)}`;
      }),
    );
    return c.redirect(path ?? `/admin/availability/offers/${slug}`, 303);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showConflict(deps, c, typed, await needStanding(deps.db, slug));
  }
}

/** A colleague was quicker: both versions, and the fields keep one's own. */
async function showConflict(
  deps: AvailabilityDeskDeps,
  c: Context<DeskEnv>,
  typed: Typed,
  { availability }: KeptStanding,
): Promise<Response> {
  const { language } = await deps.frameOf(c);
  const version = availability?.version ?? 0;
  const theirs = typedOf(availability, defaultValidDays);
  const differences = differencesOf(typed, theirs, language);
  if (differences.length > 0) return showForm(deps, c, { typed, version, differences }, 409);
  // They said the same, or only that it is still true: one's own is read once more, on top of theirs.
  return say(deps, c, { ...typed, version: String(version), step: "review" }, version);
}

function differencesOf(yours: Typed, theirs: Typed, language: Language): readonly Difference[] {
  const labels = formWords[language];
  const named = ["slots", "capacity", "nextDay", "nextMonth", "message", "approval"] as const;
  const state = (typed: Typed) => words[language].states[typed["state"] as AvailabilityState] ?? "";
  const value = (typed: Typed, name: (typeof named)[number]) =>
    name.startsWith("next") ? dateWords(typed[name] ?? "", language) : (typed[name] ?? "");
  return [
    { label: labels.state, yours: state(yours), theirs: state(theirs) },
    ...named.map((name) => ({ label: labels[name], yours: value(yours, name), theirs: value(theirs, name) })),
    { label: labels.waves, yours: wavesWords(yours), theirs: wavesWords(theirs) },
  ].filter((one) => one.yours.trim() !== one.theirs.trim());
}

/** Why it cannot be said, field by field; null when it can. */
async function sayWhy(deps: AvailabilityDeskDeps, c: Context<DeskEnv>, read: ReadStatement): Promise<Wrong | null> {
  const { language } = await deps.frameOf(c);
  const problems = Object.entries(read.wrong).map(([name, problem]) => [name, formWords[language].problems[problem]]);
  if (read.statement === null) return Object.fromEntries(problems);
  const reason = refusalOf(read.statement, dayOf(deps.now()));
  return reason === null ? null : { [fieldOf[reason]]: words[language].refusals[reason] };
}
