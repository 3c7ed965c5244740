import { type Context, Hono } from "hono";
import type { Child } from "hono/jsx";
import { type ShownState, shownState, takesIn } from "../availability/availability.ts";
import { findAvailability } from "../availability/queries.ts";
import { neighbourhoodOf } from "../foundation/client-address.ts";
import { NotFound } from "../foundation/errors.ts";
import type { Language } from "../foundation/language.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { Secret } from "../foundation/secret.ts";
import type { Host } from "../hosts/host.ts";
import { contactLink, type PageDeps, readFrame } from "../hosts/parts.tsx";
import type { Offer } from "../offers/offer.ts";
import { findOffer } from "../offers/queries.ts";
import { readAccount } from "../web/account.ts";
import { readSeal, sealForm, sealName } from "../web/form-seal.tsx";
import type { Frame } from "../web/layout.tsx";
import { openLimit, quotas } from "../web/limits.ts";
import { showPage } from "../web/respond.ts";
import { AskPage, type AskPageProps } from "./ask-page.tsx";
import { type AskingRefusal, makeLink, receiveRequest } from "./changes.ts";
import { ClosedPage } from "./closed-page.tsx";
import { type Asked, type AskedField, type ContactRefusal, longest, readAsked, readEmail } from "./form.ts";
import type { RequestContact } from "./places.ts";
import { findPlaceSettings } from "./queries.ts";
import { requestPath } from "./request-routes.tsx";

export interface AskDeps extends PageDeps {
  readonly secret: Secret;
  /** The sheet that says whether there is room, without a way to ask. */
  stateSheet(offer: Offer, language: Language, ask: null): Promise<Child>;
  /** What is said of an offer of several hosts as long as not all agree to it any more; null for every other. */
  suspension(offer: Offer, language: Language): Promise<Child>;
}

/** Where one asks for a place in an offer. */
export const askPath = (slug: string): string => `/offers/${slug}/place`;

/** `/offers/slug/place`: the form, and what it sends. */
export function askRoutes(deps: AskDeps): Hono<{ Bindings: { readonly client?: string } }> {
  const limit = openLimit(quotas.places);
  return new Hono<{ Bindings: { readonly client?: string } }>()
    .get("/offers/:slug{[^/.]+}/place", async (c) => {
      const standing = await findStanding(deps, c);
      return isAsked(standing) ? showForm(deps, c, standing) : showClosed(deps, c, standing, null);
    })
    .post("/offers/:slug{[^/.]+}/place", async (c) => {
      const { exceeded, reset } = await limit.count(neighbourhoodOf(c.env?.client ?? "unknown"));
      return exceeded ? putOff(deps, c, reset) : submit(deps, c);
    });
}

/** An offer and whether people can get in, for one who reads. */
interface Standing {
  readonly frame: Frame;
  readonly host: Host | null;
  readonly offer: Offer;
  readonly state: ShownState;
  readonly suspension: Child;
}

async function findStanding(deps: AskDeps, c: Context): Promise<Standing> {
  const offer = await findOffer(deps.db, c.req.param("slug") ?? "");
  if (offer === null || offer.state !== "published") throw new NotFound();
  const { frame, host } = await readFrame(deps, c.req.raw);
  const state = shownState(await findAvailability(deps.db, offer.id), deps.now());
  return { frame, host, offer, state, suspension: await deps.suspension(offer, frame.language) };
}

const isAsked = ({ state, suspension }: Standing): boolean =>
  suspension === null && (takesIn(state) || state === "waiting-list");

type Typed = Readonly<Record<AskedField, string>>;

const nothing: Typed = { name: "", people: "", message: "", contact: "" };

async function submit(deps: AskDeps, c: Context): Promise<Response> {
  const standing = await findStanding(deps, c);
  const form = await c.req.parseBody();
  const typed = readTyped(form);
  if (standing.suspension !== null) return showClosed(deps, c, standing, typed);
  const again = { typed, seal: String(form[sealName] ?? "") };
  const seal = readSeal(deps.secret, standing.offer.id, form, deps.now());
  if (!seal.done) {
    const fresh = seal.reason === "stale" ? { typed } : again;
    return showForm(deps, c, standing, { ...fresh, notSent: seal.reason }, 422);
  }
  const asked = readAsked(typed, readContact(typed.contact));
  if (!asked.done) return showForm(deps, c, standing, { ...again, wrong: asked.reason }, 422);
  const sent = await keep(deps, standing, asked.value, seal.value);
  if (sent.done) return c.redirect(`${requestPath(sent.value.token)}?done=${sent.value.again ? "again" : "sent"}`, 303);
  if (sent.reason === "not-open") return showClosed(deps, c, standing, typed);
  return showForm(deps, c, standing, { ...again, notSent: sent.reason }, 429);
}

/** Too many come from one address: what was typed comes back, to be sent later. */
async function putOff(deps: AskDeps, c: Context, seconds: number): Promise<Response> {
  const form = await c.req.parseBody();
  c.header("retry-after", String(seconds));
  const again = { typed: readTyped(form), seal: String(form[sealName] ?? ""), notSent: "too-many-from-here" as const };
  return showForm(deps, c, await findStanding(deps, c), again, 429);
}

function readTyped(form: Readonly<Record<string, unknown>>): Typed {
  const text = (field: AskedField) => String(form[field] ?? "").slice(0, longest.read);
  return { name: text("name"), people: text("people"), message: text("message"), contact: text("contact") };
}

/** An e-mail address or an account: what begins with an @ or is the address of a profile is an account. */
function readContact(typed: string): Outcome<RequestContact, ContactRefusal> {
  const text = typed.trim();
  if (!/^(@|acct:|https?:)/i.test(text)) return readEmail(text);
  const account = readAccount(text);
  if (!account.done || account.value.length > longest.contact) return refused("contact-malformed");
  return done({ kind: "fediverse", address: account.value });
}

async function keep(
  deps: AskDeps,
  { frame: { language }, offer }: Standing,
  asked: Asked,
  form: string,
): Promise<Outcome<{ readonly token: string; readonly again: boolean }, AskingRefusal>> {
  const now = deps.now();
  return await deps.db.transaction().execute(async (tx) => {
    const received = await receiveRequest(tx, asked, { offer: offer.id, form, language, now });
    if (!received.done) return received;
    const { id, again } = received.value;
    return done({ token: await makeLink(tx, id, now), again });
  });
}

async function showForm(
  deps: AskDeps,
  c: Context,
  { frame, host, offer, state }: Standing,
  sent: Partial<Pick<AskPageProps, "typed" | "wrong" | "notSent" | "seal">> = {},
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  const props: AskPageProps = {
    ...{ frame, offer, typed: nothing, wrong: {}, notSent: null, waitingList: state === "waiting-list" },
    settings: await findPlaceSettings(deps.db),
    seal: sealForm(deps.secret, offer.id, deps.now()),
    otherWay: host && contactLink(host.profile.contact),
    ...sent,
  };
  return showPage(c, deps.origin, <AskPage {...props} />, status);
}

async function showClosed(
  deps: AskDeps,
  c: Context,
  { frame, offer, suspension }: Standing,
  typed: Typed | null,
): Promise<Response> {
  const state = suspension ?? (await deps.stateSheet(offer, frame.language, null));
  const page = <ClosedPage {...{ frame, offer, state, typed }} />;
  return showPage(c, deps.origin, page, typed === null ? 200 : 409);
}
