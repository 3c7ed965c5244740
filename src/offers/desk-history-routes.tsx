import { Hono } from "hono";
import { enter } from "../accounts/journal.ts";
import { NotFound } from "../foundation/errors.ts";
import type { DeskEnv } from "../web/desk.tsx";
import { showDeskPage } from "../web/respond.ts";
import { ComparisonPage, HistoryPage } from "./desk-history-page.tsx";
import { deskOffer } from "./desk-parts.tsx";
import {
  act,
  type DeskContext,
  needWorking,
  type OffersDeskDeps,
  orConflict,
  orLate,
  readEntries,
} from "./desk-requests-parts.tsx";
import { saveOffer } from "./drafts.ts";
import { findVersion, listVersions, type OfferVersion } from "./versions.ts";

/** What an offer said before: listed, compared, taken up again. */
export function historyRoutes(deps: OffersDeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get("/admin/offers/:slug/history", async (c) => {
      const [frame, working] = [await deps.frameOf(c), await needWorking(deps, c)];
      const versions = await listVersions(deps.db, working.offer.id);
      return showDeskPage(c, <HistoryPage {...{ frame, working, versions }} />);
    })
    .get("/admin/offers/:slug/history/comparison", (c) => compare(deps, c))
    .post("/admin/offers/:slug/restore", (c) => restore(deps, c));
}

async function compare(deps: OffersDeskDeps, c: DeskContext): Promise<Response> {
  const [frame, working] = [await deps.frameOf(c), await needWorking(deps, c)];
  const { before: one = "", after: other = "" } = c.req.query();
  const [first, second] = [
    await needVersion(deps, working.offer.id, one),
    await needVersion(deps, working.offer.id, other),
  ];
  // Whichever was chosen as which, time runs one way.
  const [before, after] = first.id <= second.id ? [first, second] : [second, first];
  return showDeskPage(c, <ComparisonPage {...{ frame, working, before, after }} />);
}

async function restore(deps: OffersDeskDeps, c: DeskContext): Promise<Response> {
  const { offer } = await needWorking(deps, c);
  const version = await needVersion(deps, offer.id, (await readEntries(c))["to"]?.[0] ?? "");
  const done = act(deps, c, async (tx, { now, who, person }) => {
    orConflict(await saveOffer(tx, offer.slug, version.content, { now, who }));
    await enter(tx, person, { deed: "offer-restored", subject: version.content.title, now });
    return `${deskOffer(offer.slug)}?done=restored`;
  });
  return c.redirect(await orLate(offer.slug, done), 303);
}

async function needVersion(deps: OffersDeskDeps, offer: string, id: string): Promise<OfferVersion> {
  const found = /^\d{1,15}$/.test(id) ? await findVersion(deps.db, offer, Number(id)) : null;
  if (found === null) throw new NotFound("there is no such version");
  return found;
}
