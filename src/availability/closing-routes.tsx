import { type Context, Hono } from "hono";
import { enter } from "../accounts/journal.ts";
import { needsRole } from "../accounts/sign-in-routes.tsx";
import { dateWords } from "../foundation/date-words.ts";
import { dayOf } from "../foundation/day.ts";
import { type Language, languages } from "../foundation/language.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { type Closing, type Host, isHub } from "../hosts/host.ts";
import { day, webAddress } from "../hosts/profile-kinds.ts";
import { needHost } from "../hosts/queries.ts";
import { listOffers } from "../offers/queries.ts";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import type { Typed, Wrong } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { onceSent } from "../web/sent-forms.ts";
import { type ClosingPlan, type ClosingRefusal, refusalOfClosing } from "./closing.ts";
import { announceClosing, withdrawClosing } from "./closing-changes.ts";
import { ClosingPage, type ClosingPageProps, ClosingReview } from "./closing-page.tsx";
import { words } from "./closing-words.ts";

export interface ClosingDeps extends DeskDeps {
  followersOf(actor: string): Promise<number>;
  /** The note that those who follow the host would get, as plain text. */
  closingNote(closing: Closing): Promise<string>;
  /** The page of the host that takes over, as both say in public; null where nobody does. */
  takesOver(): Promise<string | null>;
}

/** `/admin/host/closing`: a host that stops says when, sees what that does, and can take it back until the day. */
export function closingRoutes(deps: ClosingDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get("/admin/host/closing", async (c) => {
      const said = c.req.query("done");
      const { closing } = (await needHost(deps.db)).profile;
      const how = said === "announced" || said === "withdrawn" ? said : null;
      const typed = closing === null ? { successor: (await deps.takesOver()) ?? "" } : typedOf(closing);
      return show(deps, c, { typed, wrong: {}, done: how });
    })
    .post("/admin/host/closing", needsRole("administrator"), (c) => send(deps, c));
}

const fields = ["ends", "successor", "exitGuide", "notice"] as const;

function typedOf(closing: Closing): Typed {
  return Object.fromEntries(fields.map((name) => [name, closing[name] ?? ""]));
}

async function show(
  deps: ClosingDeps,
  c: Context<DeskEnv>,
  props: Pick<ClosingPageProps, "typed" | "wrong" | "done">,
): Promise<Response> {
  const [frame, host] = await Promise.all([deps.frameOf(c), needHost(deps.db)]);
  const standing = { closing: host.profile.closing, today: dayOf(deps.now()) };
  const page = <ClosingPage {...{ frame, ...standing, ...props }} />;
  return showDeskPage(c, page, Object.keys(props.wrong).length > 0 ? 422 : 200);
}

async function send(deps: ClosingDeps, c: Context<DeskEnv>): Promise<Response> {
  const form = await c.req.parseBody();
  const text = (name: string) => (typeof form[name] === "string" ? form[name].trim().slice(0, 10_000) : "");
  const typed = Object.fromEntries(fields.map((name) => [name, text(name)]));
  const wanted = text("do");
  if (wanted === "stay") return stay(deps, c, text("form"));
  if (wanted === "edit") return show(deps, c, { typed, wrong: {}, done: null });
  const { language } = await deps.frameOf(c);
  const host = await needHost(deps.db);
  const plan = readPlan(typed, language, host, dayOf(deps.now()));
  if (!plan.done) return show(deps, c, { typed, wrong: plan.reason, done: null });
  return wanted === "announce" ? announce(deps, c, plan.value, text("form")) : review(deps, c, host, plan.value, typed);
}

function readPlan(typed: Typed, language: Language, host: Host, today: string): Outcome<ClosingPlan, Wrong> {
  const word = words[language];
  const speech = { language, factNames: {} };
  const [ends, guide] = [day.read(typed["ends"] ?? "", speech), webAddress.read(typed["exitGuide"] ?? "", speech)];
  const last = ends.done ? (ends.value ?? "") : "";
  const reason = refusalOfClosing(host.profile.closing, { ends: last }, today);
  const tooLong = (name: "successor" | "notice") =>
    (typed[name] ?? "").length > 2_000 ? { [name]: word.tooLong } : {};
  const wrong: Wrong = {
    ...(reason === null ? {} : { ends: word.refusals[reason] }),
    ...(guide.done ? {} : { exitGuide: word.guideMalformed }),
    ...tooLong("successor"),
    ...tooLong("notice"),
  };
  if (Object.keys(wrong).length > 0 || !guide.done) return refused(wrong);
  const said = (name: string) => typed[name] || null;
  return done({ ends: last, successor: said("successor"), exitGuide: guide.value, notice: said("notice") });
}

async function review(
  deps: ClosingDeps,
  c: Context<DeskEnv>,
  host: Host,
  plan: ClosingPlan,
  typed: Typed,
): Promise<Response> {
  const announced = dayOf(deps.now());
  const [frame, offers, followers, note] = await Promise.all([
    deps.frameOf(c),
    isHub(host.profile) ? [] : listOffers(deps.db, { states: ["published"] }),
    deps.followersOf(host.id),
    deps.closingNote({ ...plan, announced }),
  ]);
  return showDeskPage(c, <ClosingReview {...{ frame, plan, typed, offers: offers.length, followers, note }} />);
}

async function announce(deps: ClosingDeps, c: Context<DeskEnv>, plan: ClosingPlan, form: string): Promise<Response> {
  const [person, now] = [c.get("person"), deps.now()];
  const { profile } = await needHost(deps.db);
  // Offers speak the host's language, whatever its administrator reads.
  const spoken = languages.find((language) => profile.language.startsWith(language)) ?? deps.language;
  const message = words[spoken].message(dateWords(plan.ends, spoken));
  let reason: ClosingRefusal = "ends-missing";
  const path = await deps.db.transaction().execute((tx) =>
    onceSent(tx, { form, account: person.id, now }, async () => {
      const announced = await announceClosing(tx, plan, { message, now });
      if (!announced.done) {
        reason = announced.reason;
        return null;
      }
      await enter(tx, person, { deed: "closing-announced", subject: plan.ends, now });
      return "/admin/host/closing?done=announced";
    }),
  );
  if (path !== null) return c.redirect(path, 303);
  const { language } = await deps.frameOf(c);
  return show(deps, c, {
    typed: typedOf({ ...plan, announced: "" }),
    wrong: { ends: words[language].refusals[reason] },
    done: null,
  });
}

async function stay(deps: ClosingDeps, c: Context<DeskEnv>, form: string): Promise<Response> {
  const [person, now] = [c.get("person"), deps.now()];
  const path = await deps.db.transaction().execute((tx) =>
    onceSent(tx, { form, account: person.id, now }, async () => {
      if (!(await withdrawClosing(tx, now))) return "/admin/host/closing";
      await enter(tx, person, { deed: "closing-withdrawn", now });
      return "/admin/host/closing?done=withdrawn";
    }),
  );
  return c.redirect(path ?? "/admin/host/closing", 303);
}
