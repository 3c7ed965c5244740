import { type Context, Hono } from "hono";
import type { Child } from "hono/jsx";
import { NotFound } from "../foundation/errors.ts";
import type { Language } from "../foundation/language.ts";
import type { Outcome } from "../foundation/outcome.ts";
import { findHandle } from "../hosts/handles.ts";
import type { Host } from "../hosts/host.ts";
import { contactLink, type PageDeps, readFrame } from "../hosts/parts.tsx";
import type { CardLink } from "../web/card.ts";
import { showPage } from "../web/respond.ts";
import type { CalculatorFields } from "./calculator-parts.tsx";
import type { Offer, OfferContent } from "./offer.ts";
import { GonePage, OfferPage, type OfferPageProps } from "./pages.tsx";
import { unitOf, unitsOf } from "./price.ts";
import { findOffer, findOfferById } from "./queries.ts";
import { type Quote, quote } from "./quote.ts";
import type { QuoteRefusal } from "./quote-quantities.ts";

export interface OfferDeps extends PageDeps {
  /** The sheet that says whether there is room, and leads to where one asks for a place; `write` is how to write to the host, or null. */
  stateSheet(offer: Offer, language: Language, write: string | null): Promise<Child>;
  /** How it has opened and closed within a year. */
  history(offer: Offer, language: Language): Promise<Child>;
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
  const [state, history, card, supplemented] = await Promise.all([
    deps.stateSheet(offer, frame.language, write),
    deps.history(offer, frame.language),
    host && deps.cardOf(offer, host, frame.language),
    findSupplemented(deps, content),
  ]);
  const actor = deps.actorId({ id: offer.id, kind: "offer" });
  const props: OfferPageProps = { frame, offer, actor, calculator, state, history, card, supplemented };
  const wrong = calculator !== null && !calculator.result.done;
  return showPage(c, deps.origin, <OfferPage {...props} />, wrong ? 422 : 200);
}

async function findSupplemented(deps: OfferDeps, { addonTo }: OfferContent): Promise<Offer | null> {
  const offer = addonTo === null ? null : await findOffer(deps.db, addonTo);
  return offer?.state === "published" ? offer : null;
}

/** What the address asks of the calculator, and the answer; null where an offer has nothing to be worked out. */
function calculate(
  content: OfferContent,
  query: URLSearchParams,
): { readonly fields: CalculatorFields; readonly result: Outcome<Quote, QuoteRefusal> } | null {
  const priced = content.tiers.filter(({ price }) => price !== null && price.model !== "on-quote");
  const units = unitsAsked(priced);
  const membership = priced.some(
    ({ price }) => price?.membership.nonMemberSurcharge || (price?.membership.fee && price.membership.required),
  );
  const [first] = priced;
  if (first === undefined || (units.length === 0 && !membership)) return null;
  const tier = query.get("tier") ?? first.id;
  const member = membership ? query.get("member") === "yes" : null;
  const asked =
    query.size > 0 && [...query.keys()].some((key) => key === "tier" || key === "member" || key.startsWith(prefix));
  const quantities = units.map((unit) => ({
    unit,
    typed: asked ? (query.get(prefix + unit) ?? "").trim().slice(0, 20) : usual(content, unit),
  }));
  const result = quote(content, { tier, member, quantity: counted(quantities, content, tier) });
  return { fields: { tiers: priced.map(({ id }) => id), tier, quantities, member }, result };
}

const prefix = "quantity.";

function unitsAsked(tiers: OfferContent["tiers"]): readonly string[] {
  const units = new Map<string, string>();
  for (const { price } of tiers)
    for (const unit of price ? unitsOf(price) : []) units.set(unitOf(unit), units.get(unitOf(unit)) ?? unit);
  return [...units.values()];
}

/** A number to begin with, so that the first look already shows a price. */
function usual(content: OfferContent, unit: string): string {
  const least = content.tiers.flatMap(({ price }) => {
    if (price?.model === "graduated" && unitOf(price.unit) === unitOf(unit)) return [price.minimumUnits];
    return price?.model === "per-unit" && unitOf(price.unit) === unitOf(unit) ? [price.minimumUnits ?? 1] : [];
  });
  return String(Math.max(unitOf(unit) === "gb" ? 20 : 5, ...least));
}

// A field of another formula that was left alone says nothing about this one.
function counted(
  quantities: CalculatorFields["quantities"],
  content: OfferContent,
  tier: string,
): Record<string, number> {
  const price = content.tiers.find(({ id }) => id === tier)?.price;
  const own = new Set((price ? unitsOf(price) : []).map(unitOf));
  return Object.fromEntries(
    quantities.flatMap(({ unit, typed }) =>
      typed === "" || !own.has(unitOf(unit)) ? [] : [[unit, readNumber(typed)]],
    ),
  );
}

// "1 000" is how some people write a thousand; "12,5" is no whole number.
function readNumber(typed: string): number {
  const text = typed.replaceAll(/[\s\u00a0\u202f]/g, "").replace(",", ".");
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}
