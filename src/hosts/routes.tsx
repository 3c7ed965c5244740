import { type Context, type ErrorHandler, Hono, type NotFoundHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import type { Child } from "hono/jsx";
import { NotAllowed, NotFound, TooMany, Unreachable } from "../foundation/errors.ts";
import type { Language } from "../foundation/language.ts";
import { fillTemplate, readAccount } from "../web/account.ts";
import { ErrorPage } from "../web/error-page.tsx";
import type { Frame } from "../web/layout.tsx";
import { showPage } from "../web/respond.ts";
import type { PageStatus } from "../web/words.ts";
import { AboutPage } from "./about-page.tsx";
import { ActorPage, type ActorPageProps, FollowPage } from "./actor-page.tsx";
import { findHandle, type Handle } from "./handles.ts";
import type { NewsItem, Showcase } from "./home-parts.tsx";
import { type Host, isHub } from "./host.ts";
import { NotSetUpPage } from "./not-set-up-page.tsx";
import { HomePage } from "./pages.tsx";
import { frameFor, type PageDeps, readFrame, type Said } from "./parts.tsx";
import type { ReviewsShown } from "./promise-parts.tsx";
import { type FollowRefusal, words } from "./words.ts";
import { WordsPage } from "./words-page.tsx";

export interface HostDeps extends PageDeps {
  /** What one of our actors said last, the newest first. */
  notesOf(actor: string): Promise<readonly Said[]>;
  followersOf(actor: string): Promise<number>;
  /** What hosts that we follow said last. */
  news(): Promise<readonly NewsItem[]>;
  /** The page of someone's own server that asks whether to follow, with `{uri}` in it. Throws `Unreachable`. */
  followTemplate(account: string): Promise<string | null>;
  /** What others offer, as the home shows it. */
  swarm(language: Language, hub: boolean): Promise<Child>;
  /** What a portal has put first. */
  sections(language: Language): Promise<Child>;
  /** The association behind an account of its own; null for one that is here no more. */
  associationOf(id: string, language: Language): Promise<AssociationShown | null>;
  /** The newest funding requests, as the home shows them; null while there are none. */
  funding(language: Language): Promise<Child>;
  /** The funding requests of the host, beside what it says of itself. */
  fundingAside(language: Language): Promise<Child>;
  /** With whom the host works, on its page. */
  partners(language: Language): Promise<Child>;
  /** What hosts say of each other's commitments. */
  reviews(language: Language, now: Date): Promise<ReviewsShown | null>;
  /** The offers as the home shows them. */
  showcase(language: Language): Promise<Showcase>;
}

/** An association as its page shows it: its name alone, or all that it says. */
interface AssociationShown {
  readonly name: string;
  readonly about: Child;
  readonly followable: boolean;
}

/** `/`, `/about`, `/about/words`, `/@name` and `POST /follow`. */
export function hostRoutes(deps: HostDeps): Hono {
  return new Hono()
    .get("/", (c) => home(deps, c))
    .get("/about", (c) => about(deps, c))
    .get("/about/words", async (c) => {
      const { frame } = await readFrame(deps, c.req.raw);
      return showPage(c, deps.origin, <WordsPage frame={frame} />);
    })
    .get("/:handle{@[^/]+}", (c) => actor(deps, c))
    .post("/follow", (c) => follow(deps, c));
}

/** What is shown where no route answers, or one fails. */
export function problemPages(
  deps: PageDeps,
  report: (error: Error, reference: string) => void,
): { readonly notFound: NotFoundHandler; readonly failed: ErrorHandler } {
  return {
    notFound: (c) => problem(deps, c, 404),
    failed: (error, c) => {
      const status = statusOf(error);
      if (status !== 500) return problem(deps, c, status);
      const reference = crypto.randomUUID().slice(0, 8);
      report(error, reference);
      return problem(deps, c, 500, reference);
    },
  };
}

async function home(deps: HostDeps, c: Context): Promise<Response> {
  const { frame, host } = await readFrame(deps, c.req.raw);
  if (host === null) return showPage(c, deps.origin, <NotSetUpPage frame={frame} />);
  const { language } = frame;
  const [showcase, news, swarm, sections, funding] = await Promise.all([
    deps.showcase(language),
    deps.news(),
    deps.swarm(language, isHub(host.profile)),
    deps.sections(language),
    deps.funding(language),
  ]);
  return showPage(
    c,
    deps.origin,
    <HomePage
      frame={frame}
      host={host}
      actor={deps.actorId({ id: host.id, kind: "host" })}
      {...{ showcase, news, swarm, sections, funding }}
    />,
  );
}

async function about(deps: HostDeps, c: Context): Promise<Response> {
  const { frame, host } = await readFrame(deps, c.req.raw);
  if (host === null) throw new NotFound();
  const now = deps.now();
  const [followers, funding, partners, reviews] = await Promise.all([
    deps.followersOf(host.id),
    deps.fundingAside(frame.language),
    deps.partners(frame.language),
    deps.reviews(frame.language, now),
  ]);
  const id = deps.actorId({ id: host.id, kind: "host" });
  const shown = { frame, host, followers, funding, partners, reviews, actor: id, now };
  return showPage(c, deps.origin, <AboutPage {...shown} />);
}

async function actor(deps: HostDeps, c: Context): Promise<Response> {
  const handle = await findHandle(deps.db, (c.req.param("handle") ?? "").slice(1).toLowerCase());
  if (handle === null || handle.kind === "offer" || handle.kind === "watch" || handle.kind === "campaign")
    throw new NotFound();
  const { frame, host } = await readFrame(deps, c.req.raw);
  const association = handle.kind === "association" ? await deps.associationOf(handle.id, frame.language) : null;
  if (handle.kind === "association" && association === null) throw new NotFound();
  const [notes, followers, about] = await Promise.all([
    deps.notesOf(handle.id),
    deps.followersOf(handle.id),
    association?.about ?? aboutActor(deps, handle, frame.language),
  ]);
  const props: ActorPageProps = {
    ...{ frame, notes, followers, about, kind: handle.kind, handle: handle.name },
    actor: deps.actorId(handle),
    name: association?.name ?? nameOf(handle, host, frame),
    followable: association?.followable ?? handle.kind !== "instance",
  };
  return showPage(c, deps.origin, <ActorPage {...props} />);
}

async function aboutActor(deps: HostDeps, { kind }: Handle, language: Language): Promise<Child> {
  if (kind === "instance" || kind === "intake" || kind === "association") return null;
  const { places, count } = await deps.showcase(language);
  return count === 0 ? null : <div class="wrap section">{places}</div>;
}

function nameOf({ kind }: Handle, host: Host | null, frame: Frame): string {
  const word = words[frame.language];
  const domain = new URL(frame.origin).host;
  if (kind === "instance" || host === null) return word.instanceName(domain);
  if (kind === "intake") return word.intakeName(host.profile.name);
  return kind === "availability" ? word.availabilityName(host.profile.name) : host.profile.name;
}

async function follow(deps: HostDeps, c: Context): Promise<Response> {
  const form = await c.req.parseBody();
  const typed = String(form["account"] ?? "").slice(0, 500);
  const handle = await findHandle(deps.db, String(form["target"] ?? "").slice(0, 100));
  if (handle === null || handle.gone !== null) throw new NotFound();
  const page = await findTheirPage(deps, typed, deps.actorId(handle));
  if ("address" in page) return c.redirect(page.address, 303);
  const { frame, host } = await readFrame(deps, c.req.raw);
  // The address of the form shows nothing by itself: the language switch goes back to the account.
  const props = { frame: { ...frame, path: `/@${handle.name}` }, typed, refusal: page.refusal, target: handle.name };
  const name = ["offer", "watch", "campaign", "association"].includes(handle.kind)
    ? `@${handle.name}`
    : nameOf(handle, host, frame);
  return showPage(c, deps.origin, <FollowPage {...props} name={name} />, 422);
}

/** The page of somebody's own server that asks whether to follow an actor, or why there is none. */
export async function findTheirPage(
  deps: Pick<HostDeps, "followTemplate" | "origin">,
  typed: string,
  actorId: string,
): Promise<{ address: string } | { refusal: FollowRefusal }> {
  const account = readAccount(typed);
  if (!account.done) return { refusal: account.reason };
  try {
    const template = await deps.followTemplate(account.value);
    const address = template && fillTemplate(template, actorId, deps.origin.startsWith("http:"));
    return address ? { address } : { refusal: "no-template" };
  } catch (error) {
    if (error instanceof Unreachable) return { refusal: "unreachable" };
    throw error;
  }
}

function statusOf(error: Error): PageStatus {
  if (error instanceof NotFound) return 404;
  if (error instanceof NotAllowed) return 403;
  if (error instanceof TooMany) return 429;
  return error instanceof HTTPException && error.status < 500 ? 400 : 500;
}

// Even with the database away there is a page.
async function problem(deps: PageDeps, c: Context, status: PageStatus, reference?: string): Promise<Response> {
  const frame = await readFrame(deps, c.req.raw)
    .then((read) => read.frame)
    .catch(() => frameFor(deps, c.req.raw, null));
  const page = (
    <ErrorPage frame={reading(frame, c)} status={status} {...(reference === undefined ? {} : { reference })} />
  );
  return showPage(c, deps.origin, page, status);
}

// After a form, the page to come back to is not the form's address.
function reading(frame: Frame, c: Context): Frame {
  return c.req.method === "GET" ? frame : { ...frame, path: "/" };
}
