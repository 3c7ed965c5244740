import { isDeepStrictEqual } from "node:util";
import { type Context, Hono } from "hono";
import { enter } from "../accounts/journal.ts";
import type { DeskDeps, DeskEnv, DeskFrame } from "../web/desk.tsx";
import { ErrorPage } from "../web/error-page.tsx";
import { ErrorSummary, type Wrong } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { readSent } from "../web/sent.ts";
import { changeHost } from "./changes.ts";
import { factWords } from "./fact-words.ts";
import { type FirstRun, type FirstRunStep, nextStep } from "./first-run.ts";
import { endFirstRun, leaveStep } from "./first-run-changes.ts";
import { FirstRunEnd } from "./first-run-end-parts.tsx";
import { type FirstOffers, readFirstOffer, startFirstOffer } from "./first-run-offer-parts.tsx";
import { FirstRunPage } from "./first-run-page.tsx";
import { FaceStep, OfferStep, ReachStep, TerritoryStep } from "./first-run-steps-parts.tsx";
import { words } from "./first-run-words.ts";
import { isHub, type KeptHost } from "./host.ts";
import { languageName } from "./language-names.ts";
import { readSentLogo, saveLogo } from "./logo-desk-parts.tsx";
import { formOf, type ProfileForm } from "./profile-fields-parts.tsx";
import type { ReadForm, Sent } from "./profile-form.ts";
import { readProfile, showProfile } from "./profile-sections.ts";
import { findFirstRun, lockHost, needHost } from "./queries.ts";

export interface FirstRunDeps extends DeskDeps {
  readonly firstOffers: FirstOffers;
}

const pattern = "territory|reach|face|offer";

/** `/admin/first-run…`: the guided set-up, once there is an account; left and come back to at will, and gone once it is ended. */
export function firstRunRoutes(deps: FirstRunDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get("/admin/first-run", (c) =>
      during(deps, c, ({ run, hub }) => c.redirect(`/admin/first-run/${nextStep(run, hub) ?? "end"}`, 303)),
    )
    .get("/admin/first-run/end", (c) => during(deps, c, (stage) => showEnd(c, stage)))
    .post("/admin/first-run/end", (c) => during(deps, c, () => finish(deps, c)))
    .get(`/admin/first-run/:step{${pattern}}`, (c) =>
      during(deps, c, (stage) => showStep(deps, c, stage, stepOf(c), { sent: sentOf(stage) })),
    )
    .post(`/admin/first-run/:step{${pattern}}`, (c) => during(deps, c, (stage) => send(deps, c, stage, stepOf(c))));
}

/** The set-up as it stands while a request is answered. */
interface Stage {
  readonly frame: DeskFrame;
  readonly host: KeptHost;
  readonly run: FirstRun;
  readonly hub: boolean;
}

type Answer = Response | Promise<Response>;

async function during(deps: FirstRunDeps, c: Context<DeskEnv>, answer: (stage: Stage) => Answer): Promise<Response> {
  const [frame, host, run] = await Promise.all([deps.frameOf(c), needHost(deps.db), findFirstRun(deps.db)]);
  if (run !== null) return answer({ frame, host, run, hub: isHub(host.profile) });
  const word = words[frame.language].over;
  const ways = [
    { href: "/admin", label: word.desk },
    { href: "/admin/host", label: word.host },
  ];
  const props = { title: word.title, text: word.text, ways };
  return showDeskPage(c, <ErrorPage frame={{ ...frame, path: "/admin" }} status={410} {...props} />, 410);
}

const stepOf = (c: Context): FirstRunStep => c.req.param("step") as FirstRunStep; // the route takes no other

const speechIn = ({ language }: Pick<DeskFrame, "language">) => ({ language, factNames: factWords[language].names });

/** What the fields begin with; most hosts speak the language they write in. */
function sentOf({ frame, host: { profile } }: Stage): Sent {
  const sent = showProfile(profile, speechIn(frame));
  const spoken = profile.languages.length > 0 ? sent["languages"] : [languageName(profile.language, frame.language)];
  return { ...sent, ...(spoken && { languages: spoken }) };
}

interface Filled {
  readonly sent: Sent;
  readonly read?: ReadForm;
  /** Of the steps that are not about the profile, in words. */
  readonly wrong?: Wrong;
}

function showStep(deps: FirstRunDeps, c: Context<DeskEnv>, stage: Stage, step: FirstRunStep, filled: Filled): Answer {
  const { frame, run, hub } = stage;
  const word = words[frame.language];
  const form = formOf(frame.language, filled.sent, 0, filled.read ?? {});
  const wrong = filled.wrong ?? form.wrong;
  const props = { step, run, hub, title: word.titles[step], lead: word.leads[step], scripts: ["unsaved"] };
  const page = (
    <FirstRunPage frame={{ ...frame, path: `/admin/first-run/${step}` }} {...props}>
      <ErrorSummary language={frame.language} wrong={wrong} />
      {fieldsOf(deps, stage, step, form, filled)}
    </FirstRunPage>
  );
  return showDeskPage(c, page, Object.keys(wrong).length > 0 ? 422 : 200);
}

function fieldsOf(deps: FirstRunDeps, stage: Stage, step: FirstRunStep, form: ProfileForm, filled: Filled) {
  const { frame, hub } = stage;
  switch (step) {
    case "territory":
      return <TerritoryStep {...{ frame, hub, form }} />;
    case "reach":
      return <ReachStep {...{ frame, hub, form }} />;
    case "face":
      return <FaceStep {...{ frame, hub, wrong: filled.wrong ?? {} }} />;
    case "offer": {
      const typed = Object.fromEntries(Object.entries(filled.sent).map(([name, [first = ""]]) => [name, first]));
      return (
        <OfferStep {...{ frame, typed, wrong: filled.wrong ?? {}, models: deps.firstOffers.models(frame.language) }} />
      );
    }
  }
}

async function send(deps: FirstRunDeps, c: Context<DeskEnv>, stage: Stage, step: FirstRunStep): Promise<Response> {
  const sent = await readSent(c);
  if (sent["do"]?.[0] === "skip") {
    await deps.db.transaction().execute((tx) => leaveStep(tx, step, "skipped"));
    return goOn(deps, c, step);
  }
  if (step === "offer") return beginOffer(deps, c, stage, sent);
  if (step === "face") return keepFace(deps, c, stage, sent);
  const read = await saveStep(deps, c, stage, step, sent);
  return read === null ? goOn(deps, c, step) : showStep(deps, c, stage, step, { sent, read });
}

/** Keeps what a step says of the host; gives back what is wrong with it, and null when nothing is. */
async function saveStep(
  deps: FirstRunDeps,
  c: Context<DeskEnv>,
  { frame }: Stage,
  step: FirstRunStep,
  sent: Sent,
): Promise<ReadForm | null> {
  const [person, now] = [c.get("person"), deps.now()];
  return deps.db.transaction().execute(async (tx) => {
    const { profile } = await lockHost(tx);
    const read = readProfile(sent, profile, speechIn(frame));
    if (Object.keys(read.wrong).length > 0) return read;
    if (!isDeepStrictEqual(read.profile, profile)) {
      await changeHost(tx, read.profile, now);
      await enter(tx, person, { deed: "host-changed", subject: step, now });
    }
    await leaveStep(tx, step, "done");
    return null;
  });
}

/** A logo is kept; without one, the emblem stays. */
async function keepFace(deps: FirstRunDeps, c: Context<DeskEnv>, stage: Stage, sent: Sent): Promise<Response> {
  const read = await readSentLogo(c, stage.frame.language);
  if (!read.done) return showStep(deps, c, stage, "face", { sent, wrong: read.reason });
  const logo = read.value;
  await deps.db.transaction().execute(async (tx) => {
    if (logo !== null) await saveLogo(tx, c, logo, deps.now());
    await leaveStep(tx, "face", "done");
  });
  return goOn(deps, c, "face");
}

async function beginOffer(deps: FirstRunDeps, c: Context<DeskEnv>, stage: Stage, sent: Sent): Promise<Response> {
  const wanted = await readFirstOffer(c, deps.firstOffers, stage.frame.language);
  if (!wanted.done) return showStep(deps, c, stage, "offer", { sent, wrong: wanted.reason });
  return c.redirect(await startFirstOffer(deps, c, stage.frame.language, wanted.value, sent["form"]?.[0] ?? ""), 303);
}

async function goOn(deps: FirstRunDeps, c: Context<DeskEnv>, step: FirstRunStep): Promise<Response> {
  const [host, run] = [await needHost(deps.db), await findFirstRun(deps.db)];
  const next = run === null ? null : nextStep(run, isHub(host.profile), step);
  return c.redirect(`/admin/first-run/${next ?? "end"}`, 303);
}

function showEnd(c: Context<DeskEnv>, stage: Stage): Answer {
  const { frame, host, run, hub } = stage;
  const { title, lead } = words[frame.language].end;
  return showDeskPage(
    c,
    <FirstRunPage {...{ frame, run, hub, title, step: "end", lead: lead(host.profile.name) }}>
      <FirstRunEnd {...stage} />
    </FirstRunPage>,
  );
}

async function finish(deps: FirstRunDeps, c: Context<DeskEnv>): Promise<Response> {
  await deps.db.transaction().execute(async (tx) => {
    await endFirstRun(tx);
    await enter(tx, c.get("person"), { deed: "first-run-ended", now: deps.now() });
  });
  return c.redirect("/admin", 303);
}
