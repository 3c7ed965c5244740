import { type Context, Hono } from "hono";
import type { Child } from "hono/jsx";
import { NotFound } from "../foundation/errors.ts";
import type { Language } from "../foundation/language.ts";
import { findHandle } from "../hosts/handles.ts";
import { contactLink, type PageDeps, readFrame } from "../hosts/parts.tsx";
import { showPage } from "../web/respond.ts";
import { calculate } from "./calculate.ts";
import type { Offer, OfferContent } from "./offer.ts";
import { GonePage, OfferPage, type OfferPageProps } from "./pages.tsx";
import { findOffer, findOfferById } from "./queries.ts";

export interface OfferDeps extends PageDeps {
  /** The sheet that says whether there is room; `ask` is where one asks for a place, or null. */
  stateSheet(offer: Offer, language: Language, ask: string | null): Promise<Child>;
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
  const ask = content.url ?? (host && (contactLink(host.profile.contact) ?? host.profile.website));
  const calculator = calculate(content, new URL(c.req.url).searchParams);
  const props: OfferPageProps = {
    ...{ frame, offer, calculator },
    actor: deps.actorId({ id: offer.id, kind: "offer" }),
    state: await deps.stateSheet(offer, frame.language, ask),
    supplemented: await findSupplemented(deps, content),
  };
  const wrong = calculator !== null && !calculator.result.done;
  return showPage(c, deps.origin, <OfferPage {...props} />, wrong ? 422 : 200);
}

async function findSupplemented(deps: OfferDeps, { addonTo }: OfferContent): Promise<Offer | null> {
  const offer = addonTo === null ? null : await findOffer(deps.db, addonTo);
  return offer?.state === "published" ? offer : null;
}
