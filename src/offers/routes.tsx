import { type Context, Hono } from "hono";
import type { Child } from "hono/jsx";
import { NotFound } from "../foundation/errors.ts";
import type { Language } from "../foundation/language.ts";
import { findHandle } from "../hosts/handles.ts";
import type { Host } from "../hosts/host.ts";
import { contactLink, type PageDeps, readFrame } from "../hosts/parts.tsx";
import type { CardLink } from "../web/card.ts";
import { showPage } from "../web/respond.ts";
import { calculate } from "./calculate.ts";
import type { Offer, OfferContent } from "./offer.ts";
import { GonePage, type JointShown, OfferPage, type OfferPageProps } from "./pages.tsx";
import { findOffer, findOfferById } from "./queries.ts";

export interface OfferDeps extends PageDeps {
  /** The sheet that says whether there is room, and leads to where one asks for a place; `write` is how to write to the host, or null. */
  stateSheet(offer: Offer, language: Language, write: string | null): Promise<Child>;
  /** What is said of an offer that several hosts give together; null of one of ours alone. */
  joint(offer: Offer, language: Language): Promise<JointShown | null>;
  /** How it has opened and closed within a year. */
  history(offer: Offer, language: Language): Promise<Child>;
  /** The offer as schema.org has it; `actor` is its permanent address. */
  structured(offer: Offer, host: Host | null, actor: string): Promise<object | null>;
  /** What a shared link to an offer shows. */
  cardOf(offer: Offer, host: Host, language: Language): Promise<CardLink>;
}

/** `/offers/slug` with its calculator, and `/@name` of an offer, which leads there. */
export function offerRoutes(deps: OfferDeps): Hono {
  return new Hono()
    .get("/offers", (c) => c.redirect("/#offers", 302))
    .get("/offers/:slug{[^/.]+}", (c) => show(deps, c))
    .get("/:handle{@[^/]+}", async (c, next) => {
      const handle = await findHandle(deps.db, (c.req.param("handle") ?? "").slice(1).toLowerCase());
      if (handle?.kind !== "offer") return next();
      const offer = await findOfferById(deps.db, handle.id);
      if (offer === null || offer.state === "draft") throw new NotFound();
      c.header("vary", "Accept");
      return c.redirect(`/offers/${offer.slug}`, 302);
    });
}

async function show(deps: OfferDeps, c: Context): Promise<Response> {
  const offer = await findOffer(deps.db, c.req.param("slug") ?? "");
  if (offer === null || offer.state === "draft") throw new NotFound();
  const { frame, host } = await readFrame(deps, c.req.raw);
  if (offer.state === "withdrawn") return showPage(c, deps.origin, <GonePage frame={frame} offer={offer} />, 410);
  const { content } = offer;
  const write = content.url ?? (host && (contactLink(host.profile.contact) ?? host.profile.website));
  const calculator = calculate(content, new URL(c.req.url).searchParams);
  const [state, joint, history, card, supplemented] = await Promise.all([
    deps.stateSheet(offer, frame.language, write),
    deps.joint(offer, frame.language),
    deps.history(offer, frame.language),
    host && deps.cardOf(offer, host, frame.language),
    findSupplemented(deps, content),
  ]);
  const actor = deps.actorId({ id: offer.id, kind: "offer" });
  const structured = await deps.structured(offer, host, actor);
  const props: OfferPageProps = {
    ...{ frame, offer, actor, structured, calculator, state, joint, history, card, supplemented },
  };
  const wrong = calculator !== null && !calculator.result.done;
  return showPage(c, deps.origin, <OfferPage {...props} />, wrong ? 422 : 200);
}

async function findSupplemented(deps: OfferDeps, { addonTo }: OfferContent): Promise<Offer | null> {
  const offer = addonTo === null ? null : await findOffer(deps.db, addonTo);
  return offer?.state === "published" ? offer : null;
}
